//! Words that are selected in the text, however that was done, ask for a label.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{PointerEvent, window};
use yew::prelude::*;

use crate::web::ambient::now;
use crate::web::document::Layout;
use crate::web::dom::selection;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument, Palette};

/// Shows the palette once a selection has come to rest, however it was made. It snaps to words and
/// clauses, unless Alt was held; with Ctrl it becomes a further piece of the current annotation.
#[hook]
pub fn use_selection(open: &Rc<OpenDocument>, layout: &Rc<Layout>) {
    let dispatch = use_shell().dispatch;
    let is_editable = open.running.is_none();
    // Only looked up in when a selection has come to rest: never a reason to listen anew.
    let latest = use_mut_ref(|| open.clone());
    *latest.borrow_mut() = open.clone();
    let deps = (open.project.source.clone(), layout.clone(), is_editable);
    use_effect_with(deps, move |(_, layout, is_editable)| {
        let (layout, is_editable) = (layout.clone(), *is_editable);
        let pending = Rc::new(RefCell::new(None::<Timeout>));
        let is_down = Rc::new(Cell::new(false));
        // Only a selection that has changed asks for the palette: not one that was left as it is.
        let is_new = Rc::new(Cell::new(false));
        let held = Rc::new(Cell::new(Held::default()));
        let settle: Rc<dyn Fn(u32)> = {
            let (is_down, is_new, held) = (is_down.clone(), is_new.clone(), held.clone());
            Rc::new(move |delay| {
                let (latest, layout, dispatch) = (latest.clone(), layout.clone(), dispatch.clone());
                let (is_down, is_new, held) = (is_down.clone(), is_new.clone(), held.clone());
                let timeout = Timeout::new(delay, move || {
                    if is_down.get() || !is_editable || !is_new.replace(false) {
                        return;
                    }
                    let open = latest.borrow().clone();
                    let held = held.take();
                    if let Some(span) = selection::selected(&open.project.source, &layout) {
                        let span = if held.alt { span } else { open.ladder().snap(span) };
                        if held.pointer {
                            selection::clear();
                            is_new.set(false);
                        }
                        match open.current.filter(|_| held.control) {
                            Some(id) => dispatch.emit(Action::Edit(Edit::AddFragment(id, span), now())),
                            None => dispatch.emit(Action::ShowPalette(Palette::Tag(span))),
                        }
                    }
                });
                *pending.borrow_mut() = Some(timeout);
            })
        };
        let document = window().and_then(|window| window.document());
        let listeners = document.map(|document| {
            let (changed, up, down) = (settle.clone(), is_down.clone(), is_down.clone());
            let cancelled = is_down.clone();
            [
                EventListener::new(&document, "selectionchange", move |_| {
                    is_new.set(true);
                    changed(RESTING);
                }),
                EventListener::new(&document, "pointerdown", {
                    let held = held.clone();
                    move |_| {
                        down.set(true);
                        held.set(Held {
                            pointer: true,
                            ..Held::default()
                        });
                    }
                }),
                // A finger that goes on to select words is no pointer any more.
                EventListener::new(&document, "pointercancel", {
                    let settle = settle.clone();
                    move |_| {
                        cancelled.set(false);
                        settle(RESTING);
                    }
                }),
                EventListener::new(&document, "pointerup", move |event| {
                    up.set(false);
                    if let Some(event) = event.dyn_ref::<PointerEvent>() {
                        held.set(Held {
                            alt: event.alt_key(),
                            control: event.ctrl_key() || event.meta_key(),
                            pointer: true,
                        });
                    }
                    settle(0);
                }),
            ]
        });
        move || drop(listeners)
    });
}

/// What was held down when a selection was made.
#[derive(Clone, Copy, Default)]
struct Held {
    alt: bool,
    control: bool,
    pointer: bool,
}

/// Milliseconds without change after which a selection made by keyboard or touch counts as made.
const RESTING: u32 = 350;
