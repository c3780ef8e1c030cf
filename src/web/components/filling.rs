//! Long lists come a piece at a time: what is seen first at once, the rest between the frames after it.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::window;
use yew::prelude::*;

/// Milliseconds between two pieces, more than a frame takes: keys, scrolling and drawing come first.
const PAUSE: u32 = 20;

/// How many of `total` are there: `first` at once, and `step` more with each piece. It never goes back: what is
/// there stays. Before the page is printed all of them come.
#[hook]
pub fn use_filling(total: usize, first: usize, step: usize) -> usize {
    let filled = use_state(|| first);
    {
        let setter = filled.setter();
        use_effect_with((*filled, total), move |(filled, total)| {
            let next = filled.saturating_add(step);
            let timeout = (*filled < *total).then(|| Timeout::new(PAUSE, move || setter.set(next)));
            move || drop(timeout)
        });
    }
    {
        let setter = filled.setter();
        use_effect_with(*filled < total, move |is_partial| {
            let window = window().filter(|_| *is_partial);
            let listener =
                window.map(|window| EventListener::new(&window, "beforeprint", move |_| setter.set(usize::MAX)));
            move || drop(listener)
        });
    }
    (*filled).min(total)
}

/// Whether it is time for what is not read first: the first piece of the text comes before it.
#[hook]
pub fn use_after_text() -> bool {
    use_filling(1, 0, 1) == 1
}
