//! The two handles at the edges of the current mark or of selected words: dragging one moves the edge, by
//! words, or by characters while Alt is held.

use std::rc::Rc;

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::text::Span;
use crate::web::document::Layout;
use crate::web::dom::placed::{Place, use_place};
use crate::web::dom::selection::offset_under;
use crate::web::i18n::use_messages;
use crate::web::state::OpenDocument;

/// A mark, or selected words, and the edges.
#[derive(Properties, PartialEq)]
pub struct HandlesProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// What is between the edges.
    pub span: Span,
    /// Where it starts and ends, from the corner of the column.
    pub edges: (Place, Place),
    /// Shows how far it would reach.
    pub preview: Callback<Option<Span>>,
    /// It is to reach so far.
    pub moved: Callback<Span>,
}

/// Both handles.
#[component]
pub fn Handles(props: &HandlesProps) -> Html {
    let handle = |place: Place, is_start: bool| {
        html! {
            <Handle open={props.open.clone()} layout={props.layout.clone()} span={props.span} {place} {is_start}
                preview={props.preview.clone()} moved={props.moved.clone()} />
        }
    };
    html! { <>{ handle(props.edges.0, true) }{ handle(props.edges.1, false) }</> }
}

#[derive(Properties, PartialEq)]
struct HandleProps {
    open: Rc<OpenDocument>,
    layout: Rc<Layout>,
    span: Span,
    place: Place,
    is_start: bool,
    preview: Callback<Option<Span>>,
    moved: Callback<Span>,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let messages = use_messages();
    let node = use_node_ref();
    let dragged = use_mut_ref(|| None::<Span>);
    use_place(node.clone(), Some(props.place));
    let onpointerdown = {
        let (dragged, span) = (dragged.clone(), props.span);
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            event.stop_propagation();
            let _ = event
                .target_unchecked_into::<Element>()
                .set_pointer_capture(event.pointer_id());
            *dragged.borrow_mut() = Some(span);
        })
    };
    let onpointermove = {
        let (dragged, open, layout, preview, is_start) = (
            dragged.clone(),
            props.open.clone(),
            props.layout.clone(),
            props.preview.clone(),
            props.is_start,
        );
        Callback::from(move |event: PointerEvent| {
            let Some(span) = *dragged.borrow() else { return };
            let point = (event.client_x() as f32, event.client_y() as f32);
            let span = reached(&open, &layout, span, point, is_start, event.alt_key());
            if span.is_some() {
                *dragged.borrow_mut() = span;
                preview.emit(span);
            }
        })
    };
    let onpointerup = {
        let (dragged, preview, moved) = (dragged.clone(), props.preview.clone(), props.moved.clone());
        Callback::from(move |event: PointerEvent| {
            event.stop_propagation();
            preview.emit(None);
            if let Some(span) = dragged.borrow_mut().take() {
                moved.emit(span);
            }
        })
    };
    let onpointercancel = {
        let preview = props.preview.clone();
        Callback::from(move |_: PointerEvent| {
            dragged.borrow_mut().take();
            preview.emit(None);
        })
    };
    let (class, words) = if props.is_start {
        ("at-start", "handle-start")
    } else {
        ("at-end", "handle-end")
    };
    // Keys do the same (arrows, with Shift for the start), so that a screen reader need not know them.
    html! {
        <div class={classes!("handle", class)} data-testid={words} title={messages.get(words)} aria-hidden="true" ref={node}
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}
            onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}></div>
    }
}

/// What is covered if the edge is at a point of the window.
fn reached(
    open: &OpenDocument,
    layout: &Layout,
    span: Span,
    (x, y): (f32, f32),
    is_start: bool,
    by_char: bool,
) -> Option<Span> {
    let at = offset_under(&open.project.source, layout, x, y)?;
    let ladder = open.ladder();
    let at = match (by_char, is_start) {
        (true, _) => at,
        (false, true) => ladder.previous_word(ladder.next_char(at)),
        (false, false) => ladder.next_word(ladder.previous_char(at)),
    };
    match is_start {
        true if at < span.end() => Some(Span::new(at, span.end())),
        false if at > span.start() => Some(Span::new(span.start(), at)),
        _ => None,
    }
}
