//! Elements at a computed place. Set through the style object, never through a style attribute.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Where an element stands, in CSS pixels from the corner of what it is positioned in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub left: f64,
    /// From the upper edge.
    pub top: f64,
}

/// Keeps an element at a place.
#[hook]
pub fn use_place(node: NodeRef, place: Option<Place>) {
    use_effect_with((node, place), |(node, place)| {
        if let (Some(element), Some(place)) = (node.get(), place)
            && let Ok(element) = element.dyn_into::<HtmlElement>()
        {
            let style = element.style();
            let _ = style.set_property("left", &format!("{}px", place.left.round()));
            let _ = style.set_property("top", &format!("{}px", place.top.round()));
        }
    });
}
