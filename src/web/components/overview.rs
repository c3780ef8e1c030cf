//! The rail beside the text: where undecided marks are, what is in view, where one is.

use std::fmt::Write as _;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::annotate::Status;
use crate::text::ByteOffset;
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
    let ticks = use_memo((open.index.clone(), length), |(index, _)| {
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

/// Which part of the whole is in view. It follows every frame of scrolling, so it is moved and not rendered again.
#[component]
fn Window(WindowProps { scroller }: &WindowProps) -> Html {
    let node = use_node_ref();
    use_effect_with((scroller.clone(), node.clone()), |(scroller, node)| {
        let (place, node) = (scroller.clone(), node.clone());
        let look = move || {
            let (Some(scroller), Some(window)) = (place.cast::<Element>(), node.cast::<HtmlElement>()) else {
                return;
            };
            let whole = f64::from(scroller.scroll_height().max(1));
            let share = |part: i32| (f64::from(part) / whole * 1000.0).round() / 10.0;
            let (top, height) = (share(scroller.scroll_top()), share(scroller.client_height()).min(100.0));
            let style = window.style();
            let _ = style.set_property("transform", &format!("translateY({top}%)"));
            let _ = style.set_property("clip-path", &format!("inset(0 0 {}% 0 round 5px)", 100.0 - height));
        };
        look();
        let listener = scroller
            .cast::<Element>()
            .map(|element| EventListener::new(&element, "scroll", move |_| look()));
        move || drop(listener)
    });
    html! { <div class="window" ref={node}></div> }
}
