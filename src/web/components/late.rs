//! What follows the text a frame later.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::web::dom::frame::NextFrame;

/// A value that comes after the next frame, so that what a key does to the text is drawn first. The value of another
/// `owner` comes at once.
#[hook]
pub fn use_late<O, T>(owner: &O, value: T) -> T
where
    O: Clone + PartialEq + 'static,
    T: Clone + PartialEq + 'static,
{
    let now = (owner.clone(), value);
    let shown = use_state_eq(|| now.clone());
    let latest = use_mut_ref(|| now.clone());
    latest.borrow_mut().clone_from(&now);
    let next = {
        let (latest, setter) = (latest.clone(), shown.setter());
        use_memo((), move |()| {
            let waiting = RefCell::new(None);
            // A frame begins with this work and is drawn after it, so the value waits for the frame's end.
            NextFrame::new(move || {
                let (latest, setter) = (latest.clone(), setter.clone());
                let timeout = Timeout::new(0, move || setter.set(latest.borrow().clone()));
                waiting.replace(Some(timeout));
            })
        })
    };
    use_effect_with(now.clone(), move |_| next.ask());
    match shown.0 == now.0 {
        true => shown.1.clone(),
        false => now.1,
    }
}
