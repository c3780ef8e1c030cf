//! What is typed before the field that a key has asked for is there. It is kept and goes into the field when that
//! gets the focus: quick fingers lose no letter, and none of them decides anything.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, window};
use yew::prelude::*;

use super::command::Command;
use super::keyboard::{is_composing, is_in_field};
use super::state::AppState;

/// What was typed for a field that is not there yet.
#[derive(Debug, Default)]
pub struct Ahead {
    is_awaited: bool,
    /// Counts the times that a field was asked for.
    times: u32,
    typed: String,
}

impl Ahead {
    /// A field was asked for.
    pub fn ask(&mut self) {
        self.is_awaited = true;
        self.times += 1;
        self.typed.clear();
    }

    /// Keeps a key that is meant for the field; says whether it is. Escape and keys with Control mean what they
    /// always do.
    pub fn keep(&mut self, event: &KeyboardEvent) -> bool {
        let key = event.key();
        if is_composing(event) || event.ctrl_key() || event.meta_key() || key == "Escape" {
            self.is_awaited = false;
        }
        if self.is_awaited && key.chars().count() == 1 {
            self.typed.push_str(&key);
        }
        self.is_awaited
    }
}

/// Whether a command leads to a field to type into.
pub fn leads_to_field(command: &Command, state: &AppState) -> bool {
    let open = state.open.as_deref();
    match command {
        Command::Commands => true,
        Command::Jump | Command::Find => open.is_some(),
        Command::Note => open.is_some_and(|open| open.annotation().is_some()),
        Command::Palette => state.view.is_palette_searched,
        _ => false,
    }
}

/// Writes what was typed ahead into the field that gets the focus. A field that is not there once the page has drawn
/// what was asked for does not come.
#[hook]
pub fn use_typed_ahead(ahead: &Rc<RefCell<Ahead>>) {
    {
        let (ahead, times) = (ahead.clone(), ahead.borrow().times);
        use_effect(move || {
            let mut ahead = ahead.borrow_mut();
            ahead.is_awaited &= ahead.times != times;
        });
    }
    let ahead = ahead.clone();
    use_effect_with((), move |()| {
        let listener = window().map(|window| {
            EventListener::new(&window, "focusin", move |event| {
                if !is_in_field(event) || !std::mem::take(&mut ahead.borrow_mut().is_awaited) {
                    return;
                }
                // The field tells of its new words at once: nothing is borrowed then.
                let typed = std::mem::take(&mut ahead.borrow_mut().typed);
                if let Some(field) = event.target().filter(|_| !typed.is_empty()) {
                    insert(&field, &typed);
                }
            })
        });
        move || drop(listener)
    });
}

/// Writes words over what is selected in a field, and tells of it as if they had been typed.
fn insert(field: &EventTarget, words: &str) {
    let end = |value: String| value.encode_utf16().count() as u32;
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_range_text(words);
        let end = end(input.value());
        let _ = input.set_selection_range(end, end);
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_range_text(words);
        let end = end(area.value());
        let _ = area.set_selection_range(end, end);
    }
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    for told in ["input", "change"] {
        if let Ok(event) = document.create_event("Event") {
            event.init_event_with_bubbles(told, true);
            let _ = field.dispatch_event(&event);
        }
    }
}
