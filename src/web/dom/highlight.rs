//! Paints marks with the CSS Custom Highlight API: the text's DOM is never touched.

use std::collections::BTreeMap;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

use super::blocks::Places;
use crate::annotate::AnnotationId;
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

/// Knows what is painted and changes only what differs. Only a part of the text is painted at a time: with
/// every frame the browser goes over all that is.
pub struct Painter {
    registry: Option<HighlightRegistry>,
    highlights: BTreeMap<String, Highlight>,
    bands: BTreeMap<Piece, Band>,
    /// Those of the bands that are painted.
    painted: BTreeMap<Piece, (Band, StaticRange)>,
    /// The part of the text that is painted; `None` for all of it.
    part: Option<Span>,
}

impl Default for Painter {
    fn default() -> Self {
        Self {
            registry: registry(),
            highlights: BTreeMap::new(),
            bands: BTreeMap::new(),
            painted: BTreeMap::new(),
            part: None,
        }
    }
}

impl Painter {
    /// Paints these bands in a part of the text, and nothing else; in all of it for `None`. Bands that stay as
    /// they are cost a comparison.
    pub fn paint(&mut self, bands: BTreeMap<Piece, Band>, part: Option<Span>, places: &mut Places<'_>) {
        self.bands = bands;
        self.part = part;
        self.bring_up_to_date(places);
    }

    /// Paints these bands of an annotation in place of those that it had, and leaves all others alone.
    pub fn repaint(&mut self, id: AnnotationId, bands: &[(Piece, Band)], places: &mut Places<'_>) {
        let pieces = |piece: &Piece| piece.0 == id;
        let gone: Vec<Piece> = keys_from(&self.bands, id).take_while(pieces).collect();
        gone.iter().for_each(|piece| drop(self.bands.remove(piece)));
        self.bands.extend(bands.iter().cloned());
        let painted: Vec<Piece> = keys_from(&self.painted, id).take_while(pieces).collect();
        painted.into_iter().for_each(|piece| self.check(piece));
        for (piece, band) in bands {
            self.add(*piece, band, places);
        }
    }

    /// Paints another part of the text, all of it for `None`, or what is missing in the same one.
    pub fn look_at(&mut self, part: Option<Span>, places: &mut Places<'_>) {
        self.part = part;
        self.bring_up_to_date(places);
    }

    /// Forgets all bands; the next [`paint`](Self::paint) starts from nothing. For a changed layout,
    /// whose text nodes are new.
    pub fn forget(&mut self) {
        for highlight in self.highlights.values() {
            highlight.clear();
        }
        self.painted.clear();
    }

    fn bring_up_to_date(&mut self, places: &mut Places<'_>) {
        let painted: Vec<Piece> = self.painted.keys().copied().collect();
        painted.into_iter().for_each(|piece| self.check(piece));
        let missing = self
            .bands
            .iter()
            .filter(|(piece, band)| self.is_in_part(band) && !self.painted.contains_key(piece));
        let mut missing: Vec<(Piece, Band)> = missing.map(|(piece, band)| (*piece, band.clone())).collect();
        missing.sort_by_key(|(_, band)| band.span.start());
        for (piece, band) in missing {
            self.add(piece, &band, places);
        }
    }

    /// Takes away what is painted for a piece, unless it is as it should be.
    fn check(&mut self, piece: Piece) {
        let is_right = self
            .painted
            .get(&piece)
            .is_some_and(|(band, _)| self.bands.get(&piece) == Some(band) && self.is_in_part(band));
        if !is_right
            && let Some((band, range)) = self.painted.remove(&piece)
            && let Some(highlight) = self.highlights.get(&band.name())
        {
            highlight.delete(&range);
        }
    }

    fn add(&mut self, piece: Piece, band: &Band, places: &mut Places<'_>) {
        if self.painted.contains_key(&piece) || !self.is_in_part(band) {
            return;
        }
        if let Some(range) = places.painted(band.span)
            && let Some(highlight) = self.highlight(&band.name(), band.priority())
        {
            highlight.add(&range);
            self.painted.insert(piece, (band.clone(), range));
        }
    }

    fn is_in_part(&self, band: &Band) -> bool {
        self.part.is_none_or(|part| part.overlaps(band.span))
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
        for range in spans.iter().filter_map(|span| places.painted(*span)) {
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

/// The pieces from the first one of an annotation on.
fn keys_from<T>(pieces: &BTreeMap<Piece, T>, id: AnnotationId) -> impl Iterator<Item = Piece> {
    pieces.range((id, 0)..).map(|(piece, _)| *piece)
}

/// Above all labels.
const TOP: i32 = 100;

fn registry() -> Option<HighlightRegistry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
