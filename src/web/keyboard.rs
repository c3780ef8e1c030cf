//! Keys of the whole page. Never in a field, never while characters are being composed.

use std::rc::Rc;
use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

use super::ahead::{Ahead, leads_to_field, use_typed_ahead};
use super::command::{Command, Page};
use super::dom::regions;
use super::keymap::{Chord, Keymap, Mode};
use super::state::AppState;
use crate::annotate::TagSet;

/// Which keys are listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// All.
    Workbench,
    /// Those that do not concern the text: the task table and the statistics have keys of their own.
    Panel,
    /// Only those that open files, close dialogs or show the keys.
    Start,
    /// Only the one that closes dialogs.
    Dialog,
}

/// Runs the commands of pressed keys. What a key means is told by the state at the moment it is pressed:
/// what is on the screen may be a frame behind it.
#[hook]
pub fn use_keyboard(state: &UseReducerHandle<AppState>, keys: (Rc<Keymap>, Arc<TagSet>), run: Callback<Command>) {
    let latest = use_mut_ref(|| keys.clone());
    *latest.borrow_mut() = keys;
    let state = state.clone();
    let ahead = use_mut_ref(Ahead::default);
    use_typed_ahead(&ahead);
    use_effect_with(run, move |run| {
        let run = run.clone();
        let listener = window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if ahead.borrow_mut().keep(event) {
                    return event.prevent_default();
                }
                // A clone has the latest state; the handle would keep every state that it is asked for.
                let meaning = Meaning::of(&state.clone(), &latest.borrow());
                let is_in_scope = |command: &Command| is_in_scope(meaning.scope, command);
                if let Some(command) = pressed(event, &meaning).filter(is_in_scope) {
                    event.prevent_default();
                    hold(event.repeat());
                    run.emit(command.clone());
                    if leads_to_field(&command, &state.clone()) && !is_in_search(event) {
                        ahead.borrow_mut().ask();
                    }
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with((), |()| {
        let listener = window().map(|window| EventListener::new(&window, "keyup", |_| hold(false)));
        move || drop(listener)
    });
}

/// While a key is held down the action bar stays out of the way.
fn hold(is_held: bool) {
    let root = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match is_held {
            true => root.set_attribute("data-held", ""),
            false => root.remove_attribute("data-held"),
        };
    }
}

/// The key of an event, with the keys held down.
pub fn chord(event: &KeyboardEvent) -> Chord {
    Chord {
        code: event.code(),
        shift: event.shift_key(),
        control: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
    }
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

/// What the keys mean at the moment.
struct Meaning {
    scope: Scope,
    /// What they are for.
    mode: Mode,
    /// The person's keys.
    keymap: Rc<Keymap>,
    /// The labels and link types, which bring keys along.
    tagset: Arc<TagSet>,
    /// Whether they walk through the marks of the text, and nothing stands open that Escape closes first.
    is_walking: bool,
}

impl Meaning {
    /// What they mean in a state, with the person's keys and the labels of a page without a document.
    fn of(state: &AppState, (keymap, labels): &(Rc<Keymap>, Arc<TagSet>)) -> Self {
        let open = state.open.as_deref();
        let scope = match (&state.view.dialog, open) {
            (Some(_), _) => Scope::Dialog,
            (None, Some(_)) if state.view.page != Page::Text => Scope::Panel,
            (None, Some(_)) => Scope::Workbench,
            (None, None) => Scope::Start,
        };
        let mode = match open.map(|open| (open.linking.is_some(), open.caret.is_some())) {
            Some((true, _)) => Mode::Link,
            Some((false, true)) => Mode::Caret,
            _ => Mode::Text,
        };
        let view = &state.view;
        let is_something_open = view.is_export_open
            || view.search.is_some()
            || view.palette.is_some()
            || view.is_drawer_open
            || view.fixing.is_some();
        Self {
            is_walking: scope == Scope::Workbench && mode == Mode::Text && !is_something_open,
            scope,
            mode,
            keymap: keymap.clone(),
            tagset: open.map_or_else(|| labels.clone(), |open| open.project.tagset.clone()),
        }
    }
}

fn pressed(event: &KeyboardEvent, meaning: &Meaning) -> Option<Command> {
    // The other Alt of some keyboards writes characters.
    if is_composing(event) || event.get_modifier_state("AltGraph") {
        return None;
    }
    let chord = chord(event);
    let command = meaning.keymap.command(&chord, meaning.mode, &meaning.tagset)?;
    // A dialog that is closed may stand there, with the focus, a frame longer.
    let is_of_page = meaning.scope != Scope::Dialog && is_within(event, "[aria-modal=\"true\"]");
    if is_in_field(event) && !is_of_page {
        // Escape leaves the field and nothing else.
        if command == Command::Leave {
            blur(event);
        }
        // Nothing that is typed: what no field has a use for works from a field too.
        return Some(command).filter(is_for_fields);
    }
    // From the card of the current mark Escape leads back to the text, and the mark stays where it is.
    if command == Command::Leave && meaning.is_walking && is_within(event, "#panel-detail") {
        regions::leave();
        return None;
    }
    // A button that has the focus answers Enter itself, and a tab or a choice its arrows.
    let answers = match chord.code.as_str() {
        "Enter" | "NumpadEnter" => "button, a, summary",
        "ArrowLeft" | "ArrowRight" => "[role=\"tab\"], [role=\"radio\"], [role=\"slider\"], [role=\"grid\"]",
        _ => "",
    };
    let is_answered = !is_of_page && !answers.is_empty() && is_within(event, answers);
    (!is_answered).then_some(command)
}

/// Whether an event comes from the field of the search, which gets no focus any more when it is asked for again.
fn is_in_search(event: &Event) -> bool {
    is_in_field(event) && is_within(event, "[role=\"search\"]")
}

/// Whether an event comes from within an element that a selector finds.
pub fn is_within(event: &Event, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

fn is_for_fields(command: &Command) -> bool {
    use Command::{Commands, Find, NextRegion, PreviousRegion, SaveFile, Show};
    matches!(
        command,
        Show(_) | Find | Commands | SaveFile | NextRegion | PreviousRegion
    )
}

fn is_in_scope(scope: Scope, command: &Command) -> bool {
    match scope {
        Scope::Workbench => true,
        Scope::Panel => {
            use Command::{Export, KeySettings, Keys, Leave, Open, Redo, TagSet, Undo};
            is_for_fields(command)
                || matches!(
                    command,
                    Undo | Redo | Leave | Export | Open | TagSet | Keys | KeySettings
                )
        }
        Scope::Start => matches!(
            command,
            Command::Open | Command::Leave | Command::Keys | Command::KeySettings | Command::Commands
        ),
        Scope::Dialog => matches!(command, Command::Leave),
    }
}

fn blur(event: &KeyboardEvent) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}
