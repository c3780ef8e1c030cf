//! Paints marks with the CSS Custom Highlight API: the text's DOM is never touched.

use std::collections::BTreeMap;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

use super::blocks::Places;
use crate::text::Span;
use crate::web::document::{Band, Piece};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange) -> Highlight;
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    #[derive(Clone)]
    type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight) -> HighlightRegistry;
}

/// Whether this browser can paint marks.
pub fn is_supported() -> bool {
    registry().is_some()
}

/// Knows what is painted and changes only what differs.
pub struct Painter {
    registry: Option<HighlightRegistry>,
    highlights: BTreeMap<String, Highlight>,
    painted: BTreeMap<Piece, (Band, Vec<StaticRange>)>,
}

impl Default for Painter {
    fn default() -> Self {
        Self {
            registry: registry(),
            highlights: BTreeMap::new(),
            painted: BTreeMap::new(),
        }
    }
}

impl Painter {
    /// Paints these bands and nothing else. Bands that stay as they are cost a comparison.
    pub fn paint(&mut self, bands: BTreeMap<Piece, Band>, places: &mut Places<'_>) {
        let highlights = &self.highlights;
        self.painted.retain(|piece, (band, ranges)| {
            let stays = bands.get(piece) == Some(band);
            if let Some(highlight) = highlights.get(&band.name()).filter(|_| !stays) {
                ranges.iter().for_each(|range| {
                    highlight.delete(range);
                });
            }
            stays
        });
        let missing = bands.into_iter().filter(|(piece, _)| !self.painted.contains_key(piece));
        let mut missing: Vec<(Piece, Band)> = missing.collect();
        missing.sort_by_key(|(_, band)| band.span.start());
        for (piece, band) in missing {
            let ranges = places.painted(band.span);
            if !ranges.is_empty()
                && let Some(highlight) = self.highlight(&band.name(), band.priority())
            {
                ranges.iter().for_each(|range| {
                    highlight.add(range);
                });
                self.painted.insert(piece, (band, ranges));
            }
        }
    }

    /// Forgets all bands; the next [`paint`](Self::paint) starts from nothing. For a changed layout,
    /// whose text nodes are new.
    pub fn forget(&mut self) {
        for highlight in self.highlights.values() {
            highlight.clear();
        }
        self.painted.clear();
    }

    /// Shows spans under a name of their own, in place of what that name showed before.
    pub fn show(&mut self, name: &str, spans: &[Span], places: &mut Places<'_>) {
        if spans.is_empty() && !self.highlights.contains_key(name) {
            return;
        }
        let Some(highlight) = self.highlight(name, TOP) else {
            return;
        };
        highlight.clear();
        for range in spans.iter().flat_map(|span| places.painted(*span)) {
            highlight.add(&range);
        }
    }

    fn highlight(&mut self, name: &str, priority: i32) -> Option<Highlight> {
        let registry = self.registry.as_ref()?;
        if !self.highlights.contains_key(name) {
            let highlight = Highlight::new();
            highlight.set_priority(priority);
            registry.set(name, &highlight);
            self.highlights.insert(name.to_owned(), highlight);
        }
        self.highlights.get(name).cloned()
    }
}

/// Above all labels.
const TOP: i32 = 100;

fn registry() -> Option<HighlightRegistry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
