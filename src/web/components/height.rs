//! What is not in view is not laid out: how high it is taken to be until it has been.

use web_sys::HtmlElement;
use yew::prelude::*;

/// How high an element is taken to be until it has been in view, in CSS pixels.
#[hook]
pub fn use_height(node: NodeRef, height: usize) {
    use_effect_with((node, height), |(node, height)| {
        if let Some(element) = node.cast::<HtmlElement>() {
            let _ = element
                .style()
                .set_property("contain-intrinsic-height", &format!("auto {height}px"));
        }
    });
}
