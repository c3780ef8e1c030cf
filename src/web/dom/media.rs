//! Whether the window is narrow.

use gloo::events::EventListener;
use web_sys::{MediaQueryList, window};
use yew::prelude::*;

/// Below this the page is one column with a sheet; the style sheets have the same width.
const NARROW: &str = "(max-width: 767px)";

/// Whether the window is as narrow as a phone, now and whenever that changes.
#[hook]
pub fn use_narrow() -> bool {
    let is_narrow = use_state_eq(|| query().is_some_and(|query| query.matches()));
    let setter = is_narrow.setter();
    use_effect_with((), move |()| {
        let listener = query().map(|query| {
            let known = query.clone();
            EventListener::new(&query, "change", move |_| setter.set(known.matches()))
        });
        move || drop(listener)
    });
    *is_narrow
}

fn query() -> Option<MediaQueryList> {
    window()?.match_media(NARROW).ok()?
}
