//! Measures what is laid over the text: where the ring and the action bar go.

use web_sys::{Element, Range};

use super::blocks::Places;
use super::geometry::{Rect, element_rect, line_rects, outline};
use super::placed::Place;
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::Layout;
use crate::web::state::OpenDocument;

/// Where things go, in CSS pixels from the corner of the column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// The outline of the current mark, as an SVG path.
    pub ring: Option<String>,
    /// The outline of the other end of a link that is being made.
    pub other: Option<String>,
    /// Where the current mark starts and ends: the middle of the line's height at either edge.
    pub edges: Option<(Place, Place)>,
    /// The action bar.
    pub bar: BarPlace,
}

/// Where the action bar goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum BarPlace {
    /// Nothing has been measured yet.
    #[default]
    Unknown,
    /// On a line with enough room at its end; upper right corner.
    Line(Place),
    /// As icons in the right margin; upper left corner.
    Margin(Place),
}

/// Room that the action bar needs at the end of a line.
const BAR_ROOM: f64 = 300.0;
/// Height of the action bar.
const BAR_HEIGHT: f64 = 34.0;

/// Measures a document whose text has these edges.
pub fn measure(open: &OpenDocument, layout: &Layout, text: (f64, f64), column: &Element) -> Measured {
    let corner = element_rect(column);
    let mut places = Places::new(&open.project.source, layout);
    let mut measured = Measured::default();
    let lines_of = |range: Option<Range>| -> Vec<Rect> {
        let lines = range.map(|range| line_rects(&range)).unwrap_or_default();
        let from_corner = lines.into_iter().map(|line| line.from_corner(corner.left, corner.top));
        from_corner.collect()
    };
    let drawn = |paths: Vec<String>| Some(paths.concat()).filter(|path| !path.is_empty());
    if let Some(current) = open.annotation() {
        // What is folded within it is no part of it.
        let mut parts_of = |span: Span| -> Vec<Vec<Rect>> {
            let parts = layout.speech_in(span).into_iter();
            parts.map(|part| lines_of(places.live(part))).collect()
        };
        let pieces: Vec<Vec<Vec<Rect>>> = current.spans().map(&mut parts_of).collect();
        measured.ring = drawn(pieces.iter().flatten().map(|lines| outline(lines, 3.0)).collect());
        let lines: Vec<Rect> = pieces.first().map(|parts| parts.concat()).unwrap_or_default();
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            let place = |left: f64, line: &Rect| Place {
                left,
                top: line.middle(),
            };
            measured.edges = Some((place(first.left, first), place(last.right, last)));
            measured.bar = bar(open, layout, &mut places, *last, corner, text);
        }
    }
    let other = open
        .linking
        .as_ref()
        .and_then(|linking| open.project.store.get(linking.other?));
    if let Some(other) = other {
        measured.other = drawn(vec![outline(&lines_of(places.live(other.span)), 3.0)]);
    }
    measured
}

/// Whether a span begins in the middle three fifths of what is in view.
pub fn is_well_in_view(scroller: &Element, source: &Source, layout: &Layout, span: Span) -> bool {
    let range = Places::new(source, layout).live(span);
    range.is_some_and(|range| way_into_view(scroller, &range, MIDDLE).is_none())
}

/// Scrolls so that a span is seen, unless it is in the middle three fifths already.
pub fn bring_into_view(scroller: &Element, source: &Source, layout: &Layout, span: Span) {
    for pass in 0..3 {
        let Some(range) = Places::new(source, layout).live(span) else {
            return;
        };
        let part = if pass == 0 { MIDDLE } else { (0.1, 0.9) };
        // Text that was off the screen is laid out only now and may move things: look again.
        match way_into_view(scroller, &range, part) {
            Some(way) => scroller.set_scroll_top(scroller.scroll_top() + way as i32),
            None => return,
        }
    }
}

/// The middle three fifths, in shares of the height.
const MIDDLE: (f64, f64) = (0.2, 0.8);

/// How far to scroll to a range, in CSS pixels; `None` if its first line is in a part of the view, or it has none.
fn way_into_view(scroller: &Element, range: &Range, (low, high): (f64, f64)) -> Option<f64> {
    let view = element_rect(scroller);
    let height = view.bottom - view.top;
    let first = line_rects(range).first().copied()?;
    let is_seen = first.top >= view.top + height * low && first.bottom <= view.top + height * high;
    (!is_seen).then_some(first.top - view.top - height * 0.36)
}

/// On the mark's last line if there is room, else on the last line of the paragraph, else in the
/// margin beside the mark.
fn bar(
    open: &OpenDocument,
    layout: &Layout,
    places: &mut Places<'_>,
    last: Rect,
    corner: Rect,
    text: (f64, f64),
) -> BarPlace {
    let current = open.annotation().map_or(ByteOffset(0), |found| found.span.end());
    let block = layout
        .block_at_or_before(current)
        .map(|index| layout.blocks()[index].span);
    let end = block
        .and_then(|span| places.live(span))
        .and_then(|range| line_rects(&range).last().copied());
    let end = end.map(|line| line.from_corner(corner.left, corner.top));
    match end.filter(|end| text.1 - end.right >= BAR_ROOM) {
        Some(end) => BarPlace::Line(Place {
            left: text.1,
            top: end.middle() - BAR_HEIGHT / 2.0 + 3.0,
        }),
        None => BarPlace::Margin(Place {
            left: text.1 + 3.0,
            top: last.bottom - 26.0,
        }),
    }
}
