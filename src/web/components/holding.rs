//! A finger that is held on a word selects it, where the browser does not do so by itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, window};
use yew::prelude::*;

use crate::text::Span;
use crate::web::document::Layout;
use crate::web::dom::blocks::Places;
use crate::web::dom::geometry::line_rects;
use crate::web::dom::selection::offset_under;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Palette};

/// Milliseconds after which a finger is held. Browsers that select words themselves do so before, and take the
/// finger over.
const HELD: u32 = 500;

/// CSS pixels that a held finger may move.
const STILL: i32 = 10;

/// Asks for a label for the word under a finger that is held on the text, with handles at its edges.
#[hook]
pub fn use_holding(open: &Rc<OpenDocument>, layout: &Rc<Layout>) {
    let dispatch = use_shell().dispatch;
    let latest = use_mut_ref(|| open.clone());
    *latest.borrow_mut() = open.clone();
    let deps = (layout.clone(), open.running.is_none());
    use_effect_with(deps, move |(layout, is_editable)| {
        let layout = layout.clone();
        let waiting = Rc::new(RefCell::new(None::<Waiting>));
        // The click that ends it is none on the mark beneath.
        let was_held = Rc::new(Cell::new(false));
        let down = {
            let (waiting, was_held) = (waiting.clone(), was_held.clone());
            move |event: &Event| {
                was_held.set(false);
                waiting.borrow_mut().take();
                let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| is_on_text(event)) else {
                    return;
                };
                let (x, y) = (event.client_x(), event.client_y());
                let (open, layout, dispatch) = (latest.clone(), layout.clone(), dispatch.clone());
                let was_held = was_held.clone();
                let timer = Timeout::new(HELD, move || {
                    if let Some(word) = word_under(&open.borrow(), &layout, x, y) {
                        was_held.set(true);
                        dispatch.emit(Action::ShowPalette(Palette::Tag(word)));
                    }
                });
                *waiting.borrow_mut() = Some(Waiting {
                    place: (x, y),
                    _timer: timer,
                });
            }
        };
        let moved = {
            let waiting = waiting.clone();
            move |event: &Event| {
                let has_moved = |waiting: &Waiting| {
                    event.dyn_ref::<PointerEvent>().is_none_or(|event| {
                        let (x, y) = waiting.place;
                        (event.client_x() - x).abs() + (event.client_y() - y).abs() > STILL
                    })
                };
                let is_over = waiting.borrow().as_ref().is_some_and(has_moved);
                if is_over {
                    waiting.borrow_mut().take();
                }
            }
        };
        let ended = move |_: &Event| drop(waiting.borrow_mut().take());
        let clicked = move |event: &Event| {
            if was_held.replace(false) {
                event.stop_propagation();
                event.prevent_default();
            }
        };
        let document = window().and_then(|window| window.document()).filter(|_| *is_editable);
        let listeners = document.map(|document| {
            let capture = EventListenerOptions::run_in_capture_phase;
            let early = EventListenerOptions {
                passive: false,
                ..capture()
            };
            [
                EventListener::new_with_options(&document, "pointerdown", capture(), down),
                EventListener::new_with_options(&document, "pointermove", capture(), moved),
                EventListener::new_with_options(&document, "pointerup", capture(), ended.clone()),
                EventListener::new_with_options(&document, "pointercancel", capture(), ended),
                EventListener::new_with_options(&document, "click", early, clicked),
            ]
        });
        move || drop(listeners)
    });
}

/// A finger that may come to be held.
struct Waiting {
    /// Where it is, in CSS pixels of the window.
    place: (i32, i32),
    /// Ends with it.
    _timer: Timeout,
}

fn is_on_text(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    event.pointer_type() == "touch"
        && event.is_primary()
        && target.is_some_and(|element| element.closest("[data-start]").is_ok_and(|block| block.is_some()))
}

/// The word of the character under a point; `None` beside the text.
fn word_under(open: &OpenDocument, layout: &Layout, x: i32, y: i32) -> Option<Span> {
    let (source, ladder) = (&open.project.source, open.ladder());
    let (x, y) = (x as f32, y as f32);
    // A place between two characters: the point is on one of them.
    let at = offset_under(source, layout, x, y)?;
    let sides = [
        Span::new(at, ladder.next_char(at)),
        Span::new(ladder.previous_char(at), at),
    ];
    let (x, y) = (f64::from(x), f64::from(y));
    let is_under = |side: &Span| {
        let lines = Places::new(source, layout).live(*side).map(|range| line_rects(&range));
        let mut lines = lines.into_iter().flatten();
        lines.any(|line| line.left <= x && x < line.right && line.top <= y && y < line.bottom)
    };
    let side = sides.into_iter().find(|side| !side.is_empty() && is_under(side))?;
    Some(ladder.snap(side)).filter(|word| !word.is_empty())
}
