//! What arrives from outside the page: pastes, and files and texts that are dropped anywhere.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, window};
use yew::prelude::*;

use crate::web::intake::{take_files, take_formatted, take_text};
use crate::web::keyboard::is_in_field;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// What may be dropped on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// Files and texts.
    Anything,
    /// Files only: where a text can be selected, its words can be dragged by mistake.
    Files,
}

/// A paste anywhere opens a new document at once. The clipboard's plain text is taken as it is, with
/// its line ends, which a field would change.
#[hook]
pub fn use_paste_anywhere() {
    let dispatch = use_shell().dispatch;
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        let listener = listen("paste", move |event| {
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            if let Some(data) = data.filter(|_| !is_typed(event)) {
                event.prevent_default();
                take(&data, Dropped::Anything, &dispatch);
            }
        });
        move || drop(listener)
    });
}

/// Whether a paste goes into a field other than that for a new document.
fn is_typed(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_new = target.is_some_and(|field| field.get_attribute("data-testid").as_deref() == Some("paste"));
    is_in_field(event) && !is_new
}

/// What is dropped anywhere on the page opens. Returns whether something that may be is held over it.
#[hook]
pub fn use_drop_anywhere(what: Dropped) -> bool {
    let dispatch = use_shell().dispatch;
    let is_over = use_state_eq(|| false);
    let over = is_over.setter();
    use_effect_with(dispatch, move |dispatch| {
        let dispatch = dispatch.clone();
        let transfer = move |event: &Event| {
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            data.filter(|data| what == Dropped::Anything || data.types().includes(&JsValue::from_str("Files"), 0))
        };
        let [entered, left] = [over.clone(), over.clone()];
        let listeners = [
            listen("dragover", move |event| {
                if transfer(event).is_some() {
                    event.prevent_default();
                    entered.set(true);
                }
            }),
            listen("dragleave", move |event| {
                // Between two elements of the page nothing has left it.
                let next = event.dyn_ref::<DragEvent>().and_then(|event| event.related_target());
                if next.is_none() {
                    left.set(false);
                }
            }),
            listen("drop", move |event| {
                if let Some(data) = transfer(event) {
                    event.prevent_default();
                    over.set(false);
                    take(&data, what, &dispatch);
                }
            }),
        ];
        move || drop(listeners)
    });
    *is_over
}

/// The files of a list.
pub fn files(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect())
        .unwrap_or_default()
}

fn listen(name: &'static str, handle: impl FnMut(&Event) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    window().map(|window| EventListener::new_with_options(&window, name, options, handle))
}

fn take(data: &DataTransfer, what: Dropped, dispatch: &Callback<Action>) {
    let files = files(data.files());
    if !files.is_empty() {
        return take_files(files, dispatch.clone());
    }
    if what == Dropped::Files {
        return;
    }
    let plain = data.get_data("text/plain").unwrap_or_default();
    match data.get_data("text/html") {
        Ok(html) if !html.is_empty() => take_formatted(html, plain, dispatch),
        _ => take_text(plain, dispatch),
    }
}
