//! Whether the window is narrow, whether one points with a finger, and what the browser can do.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{MediaQueryList, window};
use yew::prelude::*;

/// Below this the page is one column with a sheet; the style sheets have the same width.
const NARROW: &str = "(max-width: 767px)";

/// Whether the window is as narrow as a phone, now and whenever that changes.
#[hook]
pub fn use_narrow() -> bool {
    use_media(NARROW)
}

/// Whether one points with a finger.
#[hook]
pub fn use_coarse() -> bool {
    use_media("(pointer: coarse)")
}

#[hook]
fn use_media(media: &'static str) -> bool {
    let is_so = use_state_eq(|| query(media).is_some_and(|query| query.matches()));
    let setter = is_so.setter();
    use_effect_with((), move |()| {
        let listener = query(media).map(|query| {
            let known = query.clone();
            EventListener::new(&query, "change", move |_| setter.set(known.matches()))
        });
        move || drop(listener)
    });
    *is_so
}

#[wasm_bindgen]
extern "C" {
    type Css;
    #[wasm_bindgen(method, catch)]
    fn supports(this: &Css, property: &str, value: &str) -> Result<bool, JsValue>;
}

/// Whether the browser knows a value of a style property.
pub fn supports(property: &str, value: &str) -> bool {
    let css = Reflect::get(&js_sys::global(), &"CSS".into());
    let css = css.ok().filter(JsValue::is_object);
    css.is_some_and(|css| css.unchecked_ref::<Css>().supports(property, value) == Ok(true))
}

fn query(media: &str) -> Option<MediaQueryList> {
    window()?.match_media(media).ok()?
}
