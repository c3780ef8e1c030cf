//! What follows the text a frame later.

use yew::prelude::*;

use crate::web::dom::frame::NextFrame;

/// A value that comes with the next frame, so that what a key does to the text is drawn first. The value of another
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
            NextFrame::new(move || setter.set(latest.borrow().clone()))
        })
    };
    use_effect_with(now.clone(), move |_| next.ask());
    match shown.0 == now.0 {
        true => shown.1.clone(),
        false => now.1,
    }
}
