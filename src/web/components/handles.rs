//! The two handles at the edges of the current mark: dragging one moves the edge, by words, or by
//! characters while Alt is held.

use std::rc::Rc;

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::text::Span;
use crate::web::ambient::now;
use crate::web::document::Layout;
use crate::web::dom::placed::{Place, use_place};
use crate::web::dom::selection::offset_under;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument};

/// The current mark and its edges.
#[derive(Properties, PartialEq)]
pub struct HandlesProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// Where the mark starts and ends, from the corner of the column.
    pub edges: (Place, Place),
    /// Shows how far the mark would reach.
    pub preview: Callback<Option<Span>>,
}

/// Both handles.
#[component]
pub fn Handles(props: &HandlesProps) -> Html {
    html! {
        <>
            <Handle open={props.open.clone()} layout={props.layout.clone()} place={props.edges.0} is_start=true preview={props.preview.clone()} />
            <Handle open={props.open.clone()} layout={props.layout.clone()} place={props.edges.1} is_start=false preview={props.preview.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct HandleProps {
    open: Rc<OpenDocument>,
    layout: Rc<Layout>,
    place: Place,
    is_start: bool,
    preview: Callback<Option<Span>>,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let node = use_node_ref();
    let dragged = use_mut_ref(|| None::<Span>);
    use_place(node.clone(), Some(props.place));
    let onpointerdown = {
        let dragged = dragged.clone();
        let span = props.open.annotation().map(|found| found.span);
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            event.stop_propagation();
            let _ = event
                .target_unchecked_into::<Element>()
                .set_pointer_capture(event.pointer_id());
            *dragged.borrow_mut() = span;
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
            if dragged.borrow().is_none() {
                return;
            }
            let (x, y) = (event.client_x() as f32, event.client_y() as f32);
            let span = reached(&open, &layout, x, y, is_start, event.alt_key());
            if span.is_some() {
                *dragged.borrow_mut() = span;
                preview.emit(span);
            }
        })
    };
    let onpointerup = {
        let (dragged, open, preview) = (dragged.clone(), props.open.clone(), props.preview.clone());
        Callback::from(move |event: PointerEvent| {
            event.stop_propagation();
            preview.emit(None);
            if let Some((id, span)) = open.current.zip(dragged.borrow_mut().take()) {
                dispatch.emit(Action::Edit(Edit::Resize(id, span), now()));
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
        ("start", "handle-start")
    } else {
        ("end", "handle-end")
    };
    // Keys do the same (arrows, with Shift for the start), so that a screen reader need not know them.
    html! {
        <div class={classes!("handle", class)} data-testid={words} title={messages.get(words)} aria-hidden="true" ref={node}
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}
            onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}></div>
    }
}

/// What the mark covers if the edge is at a point of the window.
fn reached(open: &OpenDocument, layout: &Layout, x: f32, y: f32, is_start: bool, by_char: bool) -> Option<Span> {
    let span = open.annotation()?.span;
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
