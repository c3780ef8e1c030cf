//! What comes from outside the program: time, random ids, the address of the page.

use gloo::events::EventListener;
use web_sys::window;
use yew::prelude::*;

use super::state::{Action, AppState};
use super::storage::{DocumentId, Millis};

/// Now.
pub fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// A random id for a document: 16 hexadecimal digits.
pub fn fresh_id() -> DocumentId {
    use std::fmt::Write as _;
    let mut bytes = [0; 8];
    if let Some(Ok(crypto)) = window().map(|window| window.crypto()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut id = String::with_capacity(16);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    id.into()
}

/// The document that the address of the page names.
pub fn address() -> Option<DocumentId> {
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix("#d/")
        .filter(|id| !id.is_empty())
        .map(DocumentId::from)
}

/// Keeps address and state in step: the open document is in the address, and going back in the
/// browser goes back to the list.
#[hook]
pub fn use_address(state: &UseReducerHandle<AppState>) {
    let shown = state.open.as_ref().map(|open| open.id.clone());
    let is_settled = state.library.is_some() && state.opening.is_none();
    use_effect_with((shown.clone(), is_settled), |(shown, is_settled)| {
        if let Some(window) = window().filter(|_| *is_settled && address() != *shown) {
            let hash = shown.as_ref().map(|id| format!("d/{id}")).unwrap_or_default();
            let _ = window.location().set_hash(&hash);
        }
    });
    let dispatch = state.dispatcher().to_callback();
    use_effect_with(shown, move |shown| {
        let shown = shown.clone();
        let listener = window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| match address() {
                named if named == shown => {}
                Some(id) => dispatch.emit(Action::Open(id)),
                None => dispatch.emit(Action::Close),
            })
        });
        move || drop(listener)
    });
}
