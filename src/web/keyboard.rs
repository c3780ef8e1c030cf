//! Keys of the whole page. Never in a field, never while characters are being composed.

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

use super::command::Command;
use super::keymap::{Chord, command};
use crate::annotate::TagSet;

/// Which keys are listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    Workbench,
    /// Only those that open files, close dialogs or show the keys.
    Start,
    /// Only the one that closes dialogs.
    Dialog,
}

/// Runs the commands of pressed keys.
#[hook]
pub fn use_keyboard(scope: Scope, tagset: Arc<TagSet>, run: Callback<Command>) {
    use_effect_with((scope, tagset, run), |(scope, tagset, run)| {
        let (scope, tagset, run) = (*scope, tagset.clone(), run.clone());
        let listener = window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if let Some(command) = pressed(event, &tagset).filter(|command| is_in_scope(scope, command)) {
                    event.prevent_default();
                    run.emit(command);
                }
            })
        });
        move || drop(listener)
    });
}

/// A button that was clicked with a pointer does not keep the focus: the next key is meant for the
/// text, not for the button. One that was pressed by key keeps it.
#[hook]
pub fn use_free_focus() {
    use_effect_with((), |()| {
        let listener = window().map(|window| {
            EventListener::new(&window, "click", |event| {
                let is_pointed = event.dyn_ref::<MouseEvent>().is_some_and(|event| event.detail() > 0);
                let target = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .filter(|_| is_pointed);
                let button = target.and_then(|element| element.closest("button").ok().flatten());
                if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                    let _ = button.blur();
                }
            })
        });
        move || drop(listener)
    });
}

/// Whether characters are being composed, as Chinese input methods do.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether an event comes from a field that takes text.
pub fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
    })
}

fn pressed(event: &KeyboardEvent, tagset: &TagSet) -> Option<Command> {
    if is_composing(event) {
        return None;
    }
    let chord = Chord {
        code: &event.code(),
        shift: event.shift_key(),
        control: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
    };
    let command = command(chord, tagset)?;
    if is_in_field(event) {
        // Escape leaves the field and nothing else.
        if command == Command::Leave {
            blur(event);
        }
        // Nothing that is typed: changing the view and finding work from a field too.
        return Some(command).filter(|command| matches!(command, Command::Show(_) | Command::Find));
    }
    // A button that has the focus answers Enter itself.
    let answers_enter = matches!(command, Command::Accept | Command::AcceptWithLinked)
        && event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|element| element.tag_name() == "BUTTON" || element.tag_name() == "A");
    (!answers_enter).then_some(command)
}

fn is_in_scope(scope: Scope, command: &Command) -> bool {
    match scope {
        Scope::Workbench => true,
        Scope::Start => matches!(command, Command::Open | Command::Leave | Command::Keys),
        Scope::Dialog => matches!(command, Command::Leave),
    }
}

fn blur(event: &KeyboardEvent) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}
