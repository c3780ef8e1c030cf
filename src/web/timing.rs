//! The page's own timings: User Timing marks and measures, all named `juyao:…`.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = mark, catch)]
    fn performance_mark(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = performance, js_name = measure, catch)]
    fn performance_measure(name: &str, options: &Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// A moment that is marked on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The page takes input.
    Usable,
    /// The worker has read the dictionary.
    Dictionary,
    /// The first suggestions of an extraction have arrived.
    SuggestionsFirst,
    /// The last suggestions of an extraction have arrived.
    SuggestionsAll,
    /// All marks have been handed to the browser for painting.
    Painted,
}

impl Moment {
    fn name(self) -> &'static str {
        match self {
            Self::Usable => "juyao:usable",
            Self::Dictionary => "juyao:dictionary",
            Self::SuggestionsFirst => "juyao:suggestions-first",
            Self::SuggestionsAll => "juyao:suggestions-all",
            Self::Painted => "juyao:painted",
        }
    }
}

/// Something that takes time and is measured from start to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// From the request to the last suggestion.
    Extraction,
    /// From the click to the first painting of a stored document.
    Opening,
    /// From a gesture to its painting.
    Edit,
}

impl Work {
    fn name(self) -> &'static str {
        match self {
            Self::Extraction => "juyao:extraction",
            Self::Opening => "juyao:opening",
            Self::Edit => "juyao:edit",
        }
    }
}

/// Marks a moment. A browser that keeps no timeline is no reason to stop.
pub fn mark(moment: Moment) {
    let _ = performance_mark(moment.name());
}

/// Begins a piece of work. A later beginning of the same work takes its place.
pub fn begin(work: Work) {
    let start = performance_now();
    STARTS.with_borrow_mut(|starts| {
        starts.retain(|(known, _)| *known != work);
        starts.push((work, start));
    });
}

/// Ends a piece of work and records how long it took. Without a beginning nothing is recorded.
pub fn end(work: Work) {
    let start = STARTS.with_borrow_mut(|starts| {
        let position = starts.iter().position(|(known, _)| *known == work)?;
        Some(starts.swap_remove(position).1)
    });
    let Some(start) = start else { return };
    let options = Object::new();
    let _ = Reflect::set(&options, &"start".into(), &start.into());
    let _ = performance_measure(work.name(), &options);
}

thread_local! {
    /// What has begun and not ended, with its start in milliseconds since the page began to load.
    static STARTS: RefCell<Vec<(Work, f64)>> = const { RefCell::new(Vec::new()) };
}
