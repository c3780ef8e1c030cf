//! Measures what is laid over the text: where the ring, the glyphs and the action bar go.

use std::rc::Rc;

use web_sys::{Element, window};

use super::blocks::{Places, element, stretch_element};
use super::geometry::{Rect, element_rect, line_rects, outline};
use super::placed::Place;
use crate::annotate::{AnnotationId, Layer, Name, Status};
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::{Block, BlockKind, Layout, Row, Stretch};
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
    /// The glyphs in the gutter, as far as they are in view.
    pub glyphs: Vec<GutterGlyph>,
    /// The action bar.
    pub bar: BarPlace,
}

/// A glyph in the gutter.
#[derive(Clone, Debug, PartialEq)]
pub struct GutterGlyph {
    /// The statement.
    pub id: AnnotationId,
    /// Its label.
    pub label: Name,
    /// Its status.
    pub status: Status,
    /// What is written: the label's glyph, or how many more there are.
    pub sign: String,
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
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
/// Side of a glyph and the step from one to the next.
const GLYPH: f64 = 20.0;
const GLYPH_STEP: f64 = 23.0;

/// Measures a document. `hidden` are the labels without glyphs; `None` if nothing has one.
pub fn measure(
    open: &OpenDocument,
    layout: &Layout,
    hidden: Option<&[Name]>,
    scroller: &Element,
    column: &Element,
) -> Measured {
    let corner = element_rect(column);
    let source = &open.project.source;
    let mut places = Places::new(source, layout);
    let mut measured = Measured::default();
    let Some(text) = text_edges(layout, column) else {
        return measured;
    };
    if let Some(hidden) = hidden {
        measured.glyphs = glyphs(open, layout, hidden, &mut places, element_rect(scroller), corner, text);
    }
    let mut lines_of = |span: Span| -> Vec<Rect> {
        let lines = places.live(span).map(|range| line_rects(&range)).unwrap_or_default();
        lines
            .into_iter()
            .map(|line| line.from_corner(corner.left, corner.top))
            .collect()
    };
    let drawn = |paths: Vec<String>| Some(paths.concat()).filter(|path| !path.is_empty());
    if let Some(current) = open.annotation() {
        let lines = lines_of(current.span);
        let pieces = current.spans().map(|span| outline(&lines_of(span), 3.0));
        measured.ring = drawn(pieces.collect());
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
        let lines = places
            .live(other.span)
            .map(|range| line_rects(&range))
            .unwrap_or_default();
        let lines: Vec<Rect> = lines
            .into_iter()
            .map(|line| line.from_corner(corner.left, corner.top))
            .collect();
        measured.other = drawn(vec![outline(&lines, 3.0)]);
    }
    measured
}

/// Scrolls so that a span is seen, unless it is in the middle three fifths already.
pub fn bring_into_view(scroller: &Element, source: &Source, layout: &Layout, span: Span) {
    for pass in 0..3 {
        let Some(range) = Places::new(source, layout).live(span) else {
            return;
        };
        let view = element_rect(scroller);
        let height = view.bottom - view.top;
        let Some(first) = line_rects(&range).first().copied() else {
            return;
        };
        let (low, high) = if pass == 0 { (0.2, 0.8) } else { (0.1, 0.9) };
        if first.top >= view.top + height * low && first.bottom <= view.top + height * high {
            return;
        }
        // Text that was off the screen is laid out only now and may move things: look again.
        scroller.set_scroll_top(scroller.scroll_top() + (first.top - view.top - height * 0.36) as i32);
    }
}

/// Left and right edge of the text in the column.
pub(super) fn text_edges(layout: &Layout, column: &Element) -> Option<(f64, f64)> {
    let block = layout.blocks().iter().find(|block| block.kind != BlockKind::Debris)?;
    let style = window()?.get_computed_style(&element(block)?).ok()??;
    let pixels = |name: &str| {
        style
            .get_property_value(name)
            .ok()?
            .trim_end_matches("px")
            .parse::<f64>()
            .ok()
    };
    let width = element_rect(column).right - element_rect(column).left;
    Some((pixels("padding-left")?, width - pixels("padding-right")?))
}

/// The glyphs of the statements in view, two a line at most, then a count.
fn glyphs(
    open: &OpenDocument,
    layout: &Layout,
    hidden: &[Name],
    places: &mut Places<'_>,
    view: Rect,
    corner: Rect,
    text: (f64, f64),
) -> Vec<GutterGlyph> {
    let Some(seen) = seen(layout, view) else {
        return Vec::new();
    };
    let (project, mut glyphs) = (&open.project, Vec::<GutterGlyph>::new());
    // How many there are on the line of the last glyph.
    let (mut line, mut count) = (f64::MIN, 0);
    for found in project.store.overlapping(seen) {
        let label = project.tagset.label(&found.label);
        let is_statement = label.is_some_and(|label| label.layer == Layer::Statement);
        if !is_statement
            || found.status == Status::Rejected
            || hidden.contains(&found.label)
            || !project.tagset.shows(&found.label)
        {
            continue;
        }
        let first = project
            .source
            .slice(found.span)
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        let start = Span::at(found.span.start().index(), found.span.start().index() + first);
        let Some(rect) = places.live(start).and_then(|range| line_rects(&range).first().copied()) else {
            continue;
        };
        let top = rect.from_corner(corner.left, corner.top).middle() - GLYPH / 2.0;
        count = if (top - line).abs() < 4.0 { count + 1 } else { 0 };
        line = if count == 0 { top } else { line };
        let sign = label.map(|label| label.glyph.clone()).unwrap_or_default();
        if count >= 2 || (count == 1 && text.0 < 60.0) {
            continue;
        }
        let edge = if text.0 < 60.0 { 28.0 } else { 36.0 };
        glyphs.push(GutterGlyph {
            id: found.id,
            label: found.label.clone(),
            status: found.status,
            sign,
            left: text.0 - edge - GLYPH_STEP * f64::from(count),
            top: line,
        });
    }
    glyphs
}

/// The part of the text that is in view, with some lines above and below.
pub(super) fn seen(layout: &Layout, view: Rect) -> Option<Span> {
    const MORE: f64 = 200.0;
    let rect = |block: &Block| element(block).map(|element| element_rect(&element)).unwrap_or_default();
    let rows = stretches_in(layout, view, MORE)
        .iter()
        .flat_map(|stretch| &stretch.rows);
    // Folded blocks have no place.
    let shown = rows.filter_map(|row| match row {
        Row::Text(block) => Some(block),
        Row::Debris(_) => None,
    });
    let mut seen = shown
        .skip_while(|block| rect(block).bottom < view.top - MORE)
        .take_while(|block| rect(block).top < view.bottom + MORE);
    let first = seen.next()?.span;
    Some(
        seen.last()
            .map_or(first, |last| Span::new(first.start(), last.span.end())),
    )
}

/// The stretches that are in view, or not more than some pixels above or below it.
fn stretches_in(layout: &Layout, view: Rect, more: f64) -> &[Rc<Stretch>] {
    let all = layout.stretches();
    let rect = |stretch: &Rc<Stretch>| {
        stretch_element(stretch)
            .map(|element| element_rect(&element))
            .unwrap_or_default()
    };
    let from = all.partition_point(|stretch| rect(stretch).bottom < view.top - more);
    let count = all[from..]
        .iter()
        .take_while(|stretch| rect(stretch).top < view.bottom + more)
        .count();
    &all[from..from + count]
}

/// A part of the text around what is in view, so large that the view can be moved by its own height and more
/// before anything outside it is seen. The one before stays as long as it is large enough.
pub fn surroundings(layout: &Layout, scroller: &Element, before: Option<Span>) -> Option<Span> {
    let view = element_rect(scroller);
    let around = |heights: f64| {
        let stretches = stretches_in(layout, view, heights * (view.bottom - view.top));
        Some(stretches.first()?.span.union(stretches.last()?.span))
    };
    let near = around(1.0)?;
    before.filter(|before| before.covers(near)).or_else(|| around(2.5))
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
