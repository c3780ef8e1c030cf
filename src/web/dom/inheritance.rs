//! Highlights in browsers in which they do not inherit.
//!
//! The style sheets have their rules on the root alone, from which everything within inherits them: a browser that
//! does so compares them with the root, not with every element. In one that does not they become rules for every
//! element.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{Document, Window, window};

/// How the rules of the style sheets begin, and how those for every element do.
const ON_ROOT: &str = ":root::highlight(";
const ON_EVERY: &str = "::highlight(";

/// A highlight that has a rule.
const KNOWN: &str = "::highlight(tagging)";

/// Makes the rules reach every element.
pub fn reach_every_element() {
    let found = window().and_then(|window| Some((window.document()?, window)));
    if let Some((document, window)) = found
        && !do_inherit(&window, &document)
        && let Ok(sheets) = Reflect::get(&document, &"styleSheets".into())
    {
        Array::from(&sheets).iter().for_each(|sheet| widen(&sheet));
    }
}

/// Whether an element below the root has the highlights of the root. That one has no colour of its own.
fn do_inherit(window: &Window, document: &Document) -> bool {
    let style = document
        .head()
        .and_then(|head| window.get_computed_style_with_pseudo_elt(&head, KNOWN).ok()?);
    let colour = style.and_then(|style| style.get_property_value("background-color").ok());
    colour.is_some_and(|colour| !matches!(&*colour, "" | "transparent" | "rgba(0, 0, 0, 0)"))
}

/// The rules of a style sheet, or of a rule with others in it.
fn widen(holder: &JsValue) {
    let rules = Reflect::get(holder, &"cssRules".into()).ok().filter(JsValue::is_object);
    for rule in rules.iter().flat_map(|rules| Array::from(rules).to_vec()) {
        let selector = Reflect::get(&rule, &"selectorText".into()).ok();
        let selector = selector.and_then(|selector| selector.as_string());
        if let Some(selector) = selector.filter(|selector| selector.contains(ON_ROOT)) {
            let every = selector.replace(ON_ROOT, ON_EVERY);
            let _ = Reflect::set(&rule, &"selectorText".into(), &every.into());
        }
        widen(&rule);
    }
}
