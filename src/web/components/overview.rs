//! The rail beside the text: where undecided marks are, what is in view, where one is.

use std::cell::Cell;
use std::fmt::Write as _;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::late::use_late;
use crate::annotate::Status;
use crate::text::ByteOffset;
use crate::web::dom::media;
use crate::web::state::OpenDocument;

/// Ticks are drawn on this many places from top to bottom.
const PLACES: u64 = 400;

/// What the rail shows.
#[derive(Properties, PartialEq)]
pub struct OverviewProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// What scrolls.
    pub scroller: NodeRef,
}

/// The rail beside the text.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let open = &props.open;
    let length = u64::from(open.project.source.len().0.max(1));
    let place = move |offset: ByteOffset| u64::from(offset.0) * PLACES / length;
    let index = use_late(&open.id, open.index.clone());
    let ticks = use_memo((index, length), |(index, _)| {
        let pending = index.counted().iter().filter(|found| found.status == Status::Suggested);
        drawn(pending.map(|found| place(found.span.start())))
    });
    let here = open.annotation().map(|found| place(found.span.start()));
    html! {
        <div class="overview" aria-hidden="true">
            <Window scroller={props.scroller.clone()} />
            <svg viewBox="0 0 10 400" preserveAspectRatio="none">
                <path class="tick" d={(*ticks).clone()} />
                if let Some(here) = here {
                    <rect class="here" y={here.to_string()} width="10" height="1.6" />
                }
            </svg>
        </div>
    }
}

/// All ticks as one shape: hundreds of shapes would cost with every frame. The places are in order.
fn drawn(places: impl Iterator<Item = u64>) -> AttrValue {
    let (mut path, mut last) = (String::new(), None);
    for place in places {
        if last.replace(place) != Some(place) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M2 {place}h6v1h-6z");
        }
    }
    AttrValue::from(path)
}

#[derive(Properties, PartialEq)]
struct WindowProps {
    scroller: NodeRef,
}

/// Which part of the whole is in view. The browser itself moves it with the text where it can: a style that changes
/// with each frame would have all marks drawn again with it.
#[component]
fn Window(WindowProps { scroller }: &WindowProps) -> Html {
    let node = use_node_ref();
    use_effect_with((scroller.clone(), node.clone()), |(place, node)| {
        let (scroller, node) = (place.clone(), node.clone());
        let moves_itself = media::supports("animation-timeline", "scroll()");
        let last = Cell::new(f64::NAN);
        let look = Rc::new(move || {
            let (Some(scroller), Some(window)) = (scroller.cast::<Element>(), node.cast::<HtmlElement>()) else {
                return;
            };
            let whole = f64::from(scroller.scroll_height().max(1));
            let share = |part: i32| (f64::from(part) / whole * 1000.0).round() / 10.0;
            let (style, seen) = (window.style(), share(scroller.client_height()).min(100.0));
            // It is drawn no smaller than that.
            if last.replace(seen) != seen {
                let _ = style.set_property("--seen", &format!("{}%", seen.max(LEAST)));
            }
            if !moves_itself {
                let _ = style.set_property("transform", &format!("translateY({}%)", share(scroller.scroll_top())));
            }
        });
        let scroller = place.cast::<Element>();
        let resized = look.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || resized());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        let column = scroller.as_ref().and_then(Element::first_element_child);
        for element in scroller.iter().chain(&column) {
            observer.iter().for_each(|observer| observer.observe(element));
        }
        let scrolled = scroller.filter(|_| !moves_itself);
        let listener = scrolled.map(|scroller| EventListener::new(&scroller, "scroll", move |_| look()));
        move || {
            observer.iter().for_each(ResizeObserver::disconnect);
            drop((listener, on_resize));
        }
    });
    html! { <div class="window" ref={node}></div> }
}

/// The least part of the rail that is shown as in view, in percent.
const LEAST: f64 = 1.0;
