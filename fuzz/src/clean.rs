//! Any text: every range of the cleaned text leads back to whole characters of the original, in order.

#![no_main]

use juyao::extract::clean::clean;
use juyao::text::{Source, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = Source::new(text);
    let cleaned = clean(&source);
    let mut last = 0;
    for (at, char) in cleaned.text().char_indices() {
        let range = cleaned.original(Span::at(at, at + char.len_utf8())).range();
        assert!(text.get(range.clone()).is_some(), "{range:?} cuts a character");
        assert!(range.start >= last, "the way back turns round");
        last = range.start;
    }
    let whole = cleaned.original(Span::at(0, cleaned.text().len())).range();
    assert!(text.get(whole).is_some());
});
