//! Any text: no panic; every span lies on characters; statements never overlap, headings are in order;
//! what is exported comes back as it was.

#![no_main]

use std::sync::LazyLock;

use juyao::export::json;
use juyao::extract::extract;
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::{Project, Suggestions};
use juyao::text::{Source, Span};
use libfuzzer_sys::fuzz_target;

static LEXICON: LazyLock<JiebaLexicon> = LazyLock::new(|| JiebaLexicon::embedded().expect("the dictionary is readable"));

fuzz_target!(|text: &str| {
    let source = Source::new(text);
    for lexicon in [None, Some(&*LEXICON as &dyn juyao::extract::Lexicon)] {
        let found = extract(&source, lexicon, &mut |_| {});
        let whole = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} cuts a character");
        let mut end = 0;
        for statement in &found.statements {
            let range = statement.span.range();
            whole(statement.span);
            assert!(range.start >= end && !range.is_empty(), "statements overlap");
            end = range.end;
        }
        let mut last = 0;
        for heading in &found.headings {
            whole(heading.span);
            whole(heading.marker);
            assert!(heading.span.range().start >= last, "headings are out of order");
            assert!(heading.span.covers(heading.marker), "a marker outside its heading");
            last = heading.span.range().start;
        }
        for mention in &found.mentions {
            whole(mention.span);
        }
        let mut end = 0;
        for (span, _) in &found.boilerplate {
            whole(*span);
            assert!(span.range().start >= end, "debris overlaps");
            end = span.range().end;
        }
        let project = Project::suggested(source.clone(), Suggestions::of(&source, &found));
        assert_eq!(json::decode(&json::encode(&project)).as_ref(), Ok(&project));
    }
});
