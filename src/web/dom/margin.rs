//! Where marks in the right margin go.

use web_sys::Element;

use super::blocks::Places;
use super::geometry::{element_rect, line_rects};
use super::measure::{seen, text_edges};
use super::placed::Place;
use crate::text::{Source, Span};
use crate::web::document::Layout;

/// From the end of the text to a mark, in CSS pixels, and half the mark's height.
const GAP: f64 = 10.0;
const HALF: f64 = 9.0;

/// For each span in view the place beside its first line: from the corner of the column.
pub fn margin_marks(
    source: &Source,
    layout: &Layout,
    spans: &[Span],
    scroller: &Element,
    column: &Element,
) -> Vec<(Span, Place)> {
    // Nothing is measured for nothing: this runs with every frame of scrolling.
    if spans.is_empty() {
        return Vec::new();
    }
    let corner = element_rect(column);
    let (Some(text), Some(seen)) = (text_edges(layout, column), seen(layout, element_rect(scroller))) else {
        return Vec::new();
    };
    let mut places = Places::new(source, layout);
    spans
        .iter()
        .filter(|span| span.overlaps(seen))
        .filter_map(|span| {
            let line = *line_rects(&places.live(*span)?).first()?;
            let place = Place {
                left: text.1 + GAP,
                top: line.from_corner(corner.left, corner.top).middle() - HALF,
            };
            Some((*span, place))
        })
        .collect()
}
