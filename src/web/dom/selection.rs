//! What the person has selected or clicked, as offsets of the text.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CaretPosition, Document, Range, Selection, window};

use super::blocks::{Places, offset_at};
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::Layout;

/// The selected part of the text; `None` if nothing of it is selected.
pub fn selected(source: &Source, layout: &Layout) -> Option<Span> {
    let selection = selection()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = offset_at(
        source,
        layout,
        &range.start_container().ok()?,
        range.start_offset().ok()?,
    )?;
    let end = offset_at(source, layout, &range.end_container().ok()?, range.end_offset().ok()?)?;
    Some(trimmed(source, Span::new(start, end))).filter(|span| !span.is_empty())
}

/// Selects a part of the text.
pub fn select(source: &Source, layout: &Layout, span: Span) {
    let Some((selection, range)) = selection().zip(Places::new(source, layout).live(span)) else {
        return;
    };
    let _ = selection.remove_all_ranges();
    let _ = selection.add_range(&range);
}

/// Selects nothing.
pub fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// The offset under a point of the window; `None` where there is no text.
pub fn offset_under(source: &Source, layout: &Layout, x: f32, y: f32) -> Option<ByteOffset> {
    let document = window()?.document()?;
    if let Some(position) = caret_position(&document, x, y) {
        return offset_at(source, layout, &position.offset_node()?, position.offset());
    }
    let range = caret_range(&document, x, y)?;
    offset_at(
        source,
        layout,
        &range.start_container().ok()?,
        range.start_offset().ok()?,
    )
}

/// The span without blanks at either end.
pub fn trimmed(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let start = span.start().index() + (text.len() - text.trim_start().len());
    Span::at(start, start + text.trim().len())
}

fn selection() -> Option<Selection> {
    window()?.get_selection().ok()?
}

fn caret_position(document: &Document, x: f32, y: f32) -> Option<CaretPosition> {
    has(document, "caretPositionFromPoint").then(|| document.caret_position_from_point(x, y))?
}

/// The older name of the same thing, which some browsers have alone.
fn caret_range(document: &Document, x: f32, y: f32) -> Option<Range> {
    let function: Function = Reflect::get(document, &"caretRangeFromPoint".into())
        .ok()?
        .dyn_into()
        .ok()?;
    function.call2(document, &x.into(), &y.into()).ok()?.dyn_into().ok()
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|value| value.is_function())
}
