//! The rail beside the text: where undecided marks are, what is in view, where one is.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use crate::annotate::Status;
use crate::web::document::is_counted;
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
    let project = &props.open.project;
    let ticks = use_memo(project.clone(), |project| {
        let pending = project
            .store
            .annotations()
            .iter()
            .filter(|found| found.status == Status::Suggested && is_counted(found, &project.tagset));
        let length = u64::from(project.source.len().0.max(1));
        pending
            .map(|found| u64::from(found.span.start().0) * PLACES / length)
            .collect::<BTreeSet<u64>>()
    });
    let window = use_window(props.scroller.clone());
    let here = props
        .open
        .annotation()
        .map(|found| u64::from(found.span.start().0) * PLACES / u64::from(project.source.len().0.max(1)));
    let (top, height) = *window;
    html! {
        <svg class="overview" viewBox="0 0 10 400" preserveAspectRatio="none" aria-hidden="true">
            <rect class="window" y={(top * 400.0).to_string()} width="10" height={(height * 400.0).to_string()} rx="5" ry="2.5" />
            <Ticks {ticks} />
            if let Some(here) = here {
                <rect class="here" y={here.to_string()} width="10" height="1.6" />
            }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
struct TicksProps {
    ticks: Rc<BTreeSet<u64>>,
}

/// Drawn again only when one comes or goes.
#[component]
fn Ticks(TicksProps { ticks }: &TicksProps) -> Html {
    html! {
        for tick in ticks.iter() {
            <rect class="tick" x="2" y={tick.to_string()} width="6" height="1" key={tick.to_string()} />
        }
    }
}

/// Which part of the whole is in view: where it starts and how much it is, both from 0 to 1.
#[hook]
fn use_window(scroller: NodeRef) -> UseStateHandle<(f64, f64)> {
    let window = use_state_eq(|| (0.0, 1.0));
    let setter = window.setter();
    use_effect_with((), move |()| {
        let look = {
            let scroller = scroller.clone();
            move || {
                let Some(element) = scroller.cast::<Element>() else {
                    return;
                };
                let whole = f64::from(element.scroll_height().max(1));
                let share = |part: i32| (f64::from(part) / whole * 1000.0).round() / 1000.0;
                setter.set((share(element.scroll_top()), share(element.client_height()).min(1.0)));
            }
        };
        look();
        let listener = scroller
            .cast::<Element>()
            .map(|element| EventListener::new(&element, "scroll", move |_| look()));
        move || drop(listener)
    });
    window
}
