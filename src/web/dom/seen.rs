//! Which part of the text is in view, and where it stands.

use std::rc::Rc;

use web_sys::{Element, window};

use super::blocks::{bundle_element, element, stretch_element};
use super::geometry::{Rect, element_rect};
use crate::text::Span;
use crate::web::document::{BUNDLE, BlockKind, Layout, Stretch};

/// The stretches in view, with some lines above and below. Equal as long as they are the same ones and nothing has
/// moved within the column: scrolling alone changes little.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// The number of the first one in the layout.
    pub first: usize,
    /// Upper edge and height of each, in CSS pixels from the corner of the column.
    pub places: Vec<(f64, f64)>,
    /// Left and right edge of the text, in CSS pixels from the corner of the column.
    pub text: (f64, f64),
    /// How often the text in view has been drawn anew: what is measured on it holds no longer than that.
    pub drawn: u32,
    /// Width of the column, in CSS pixels.
    width: f64,
}

/// Pixels above and below the view.
const MORE: f64 = 200.0;

impl Seen {
    /// What is in view now. `before` is what was.
    pub fn now(layout: &Layout, scroller: &Element, column: &Element, before: &Self) -> Self {
        let (view, corner) = (element_rect(scroller), element_rect(column));
        let width = corner.right - corner.left;
        // Asking for a style is dear, and the edges move only with the width.
        let known = Some(before.text).filter(|text| width == before.width && text.1 > 0.0);
        let text = known.or_else(|| text_edges(layout, width)).unwrap_or_default();
        let (top, bottom) = (view.top - MORE, view.bottom + MORE);
        let bundles: Vec<&[Rc<Stretch>]> = layout.stretches().chunks(BUNDLE).collect();
        let bundle_rect = |bundle: &[Rc<Stretch>]| rect(bundle_element(&bundle[0]));
        let from = bundles.partition_point(|bundle| bundle_rect(bundle).bottom < top);
        let near = bundles[from..]
            .iter()
            .take_while(|bundle| bundle_rect(bundle).top < bottom);
        let mut seen = Self {
            text,
            width,
            ..Self::default()
        };
        for (index, bundle) in near.enumerate() {
            // A bundle without text is empty.
            if stretch_element(&bundle[0]).is_none() {
                break;
            }
            let stretch_rect = |stretch: &Rc<Stretch>| rect(stretch_element(stretch));
            let above = bundle.partition_point(|stretch| stretch_rect(stretch).bottom < top);
            if seen.places.is_empty() {
                seen.first = (from + index) * BUNDLE + above;
            }
            let places = bundle[above..]
                .iter()
                .map(stretch_rect)
                .take_while(|rect| rect.top < bottom);
            seen.places
                .extend(places.map(|rect| (rect.top - corner.top, rect.bottom - rect.top)));
        }
        seen
    }

    /// The stretches with their places.
    pub fn stretches<'a>(&'a self, layout: &'a Layout) -> impl Iterator<Item = (&'a Rc<Stretch>, (f64, f64))> {
        let stretches = layout.stretches().iter().skip(self.first);
        stretches.zip(self.places.iter().copied())
    }

    /// The part of the text that they cover; empty where there are none.
    pub fn part(&self, layout: &Layout) -> Span {
        let covered = self.stretches(layout).map(|(stretch, _)| stretch.span);
        covered.reduce(Span::union).unwrap_or_default()
    }

    /// Whether some of a span is in one of them.
    pub fn shows(&self, layout: &Layout, span: Span) -> bool {
        self.stretches(layout).any(|(stretch, _)| stretch.span.overlaps(span))
    }
}

fn rect(element: Option<Element>) -> Rect {
    element.map(|element| element_rect(&element)).unwrap_or_default()
}

/// Left and right edge of the text in a column of a width.
fn text_edges(layout: &Layout, width: f64) -> Option<(f64, f64)> {
    let block = layout.blocks().iter().find(|block| block.kind != BlockKind::Debris)?;
    let style = window()?.get_computed_style(&element(block)?).ok()??;
    let pixels = |name: &str| {
        let value = style.get_property_value(name).ok()?;
        value.trim_end_matches("px").parse::<f64>().ok()
    };
    Some((pixels("padding-left")?, width - pixels("padding-right")?))
}
