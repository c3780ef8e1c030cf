//! The regions of the page, for going from one to the next by key.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = HtmlElement)]
    type Focusable;
    #[wasm_bindgen(method)]
    fn focus(this: &Focusable, options: &Object);
}

/// The regions in the order of F6: the text, the inspector, the bar at the top, the outline.
const REGIONS: [&str; 4] = [
    "#text",
    ".pane.right [role=\"tab\"][aria-selected=\"true\"]",
    ".topbar button",
    ".pane.left button",
];

/// Gives the focus to the next or the previous region that is shown.
pub fn go(forward: bool) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let active = document.active_element();
    let is_in = |selector: &str| {
        let region = document.query_selector(selector).ok().flatten();
        let outer = region.and_then(|element| element.closest(".pane, .topbar, #text").ok().flatten());
        outer.is_some_and(|outer| outer.contains(active.as_ref().map(|element| element.as_ref())))
    };
    let count = REGIONS.len();
    let here = REGIONS.iter().position(|selector| is_in(selector)).unwrap_or(0);
    for step in 1..=count {
        let next = if forward { here + step } else { here + 2 * count - step } % count;
        let shown = document.query_selector_all(REGIONS[next]).ok();
        let shown = shown
            .into_iter()
            .flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)));
        if shown
            .filter_map(|node| node.dyn_into::<HtmlElement>().ok())
            .any(|element| focus(&element))
        {
            return;
        }
    }
}

/// Gives the focus back to the text, if it is in a pane or in a bar.
pub fn leave() {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let active = document.active_element();
    let outside = active.and_then(|element: Element| element.closest(".pane, .topbar").ok().flatten());
    if outside.is_some() {
        focus_text();
    }
}

/// Gives the focus to the text, if nothing else has got it.
pub fn catch_focus() {
    let document = window().and_then(|window| window.document());
    if let Some(document) = document {
        let active = document.active_element();
        if active.is_none_or(|active| document.body().is_some_and(|body| body.is_same_node(Some(&active)))) {
            focus_text();
        }
    }
}

/// Gives the focus to the text. It stays where it is: to scroll to what has the focus the browser would have to lay
/// out everything first.
pub fn focus_text() {
    let document = window().and_then(|window| window.document());
    if let Some(text) = document.and_then(|document| document.get_element_by_id("text")) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
        text.unchecked_ref::<Focusable>().focus(&options);
    }
}

/// Whether an element could take the focus: what is not shown cannot.
fn focus(element: &HtmlElement) -> bool {
    let _ = element.focus();
    let active = window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    active.is_some_and(|active| active.is_same_node(Some(element)))
}
