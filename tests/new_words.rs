//! A new version of a text: what is found in its new words comes as suggestions, and nothing else changes.
#![cfg(feature = "dictionary")]
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]

use std::collections::BTreeSet;
use std::sync::Arc;

use juyao::annotate::{Annotation, Status, Store};
use juyao::extract::extract;
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::{Project, Suggestions};
use juyao::text::Source;
use juyao::version::{Fresh, carry, fresh};

const OLD: &str = "一、抓紧修好渠道\n由市水利局牵头，抓紧修好东片渠道。\n各镇要逐村排查灌溉设施。\n";
const NEW: &str = "一、抓紧修好渠道\n由市水利局牵头，市财政局配合，抓紧修好东片渠道。\n各镇要逐村排查灌溉设施。\n\
                   二、管好用水秩序\n各灌区要执行轮灌制度，严禁私自开口放水。\n";

fn suggestions(text: &str) -> Suggestions {
    let source = Source::new(text);
    let lexicon = JiebaLexicon::embedded().unwrap();
    Suggestions::of(&source, &extract(&source, Some(&lexicon), &mut |_| {}))
}

/// The new version with all that the old one had, accepted but for what stands in `rejected`.
fn carried(rejected: &str) -> Project {
    let mut old = Project::suggested(Source::new(OLD), suggestions(OLD));
    let decided = old.store.annotations().iter().map(|one| {
        let is_rejected = old.source.slice(one.span) == rejected;
        Arc::new(Annotation {
            status: if is_rejected {
                Status::Rejected
            } else {
                Status::Accepted
            },
            ..(**one).clone()
        })
    });
    old.store = Store::from_parts(decided.collect(), old.store.links().to_vec());
    carry(&old, Source::new(NEW)).project
}

fn words(project: &Project, fresh: &Fresh) -> Vec<(String, String)> {
    let mut words: Vec<(String, String)> = fresh
        .annotations
        .iter()
        .map(|one| (one.label.to_string(), project.source.slice(one.span).to_owned()))
        .collect();
    words.sort();
    words
}

#[test]
fn new_words_alone_get_suggestions() {
    let project = carried("");
    let fresh = fresh(&Source::new(OLD), &project, &suggestions(NEW));
    let words = words(&project, &fresh);
    let has = |label: &str, quote: &str| words.contains(&(label.to_owned(), quote.to_owned()));
    assert!(has("heading", "二、管好用水秩序"), "{words:?}");
    assert!(has("actor", "市财政局"), "{words:?}");
    assert!(words.iter().any(|(label, _)| label == "measure"), "{words:?}");
    assert!(
        !words
            .iter()
            .any(|(_, quote)| quote.contains("水利局") || quote.contains("排查")),
        "{words:?}"
    );
    assert!(fresh.annotations.iter().all(|one| one.status == Status::Suggested));
    // The new unit belongs to a measure that was there.
    let unit = fresh
        .annotations
        .iter()
        .find(|one| project.source.slice(one.span) == "市财政局")
        .unwrap();
    let link = fresh.links.iter().find(|link| link.to == unit.id).unwrap();
    assert!(project.store.get(link.from).is_some());
    let ids: BTreeSet<_> = project.store.annotations().iter().map(|one| one.id).collect();
    assert!(fresh.annotations.iter().all(|one| !ids.contains(&one.id)));
}

#[test]
fn what_was_decided_is_not_asked_again() {
    let source = Source::new(OLD);
    let same = Project::suggested(source.clone(), suggestions(OLD));
    assert_eq!(fresh(&source, &same, &suggestions(OLD)), Fresh::default());
    let mut decided = carried("市水利局");
    let first = fresh(&source, &decided, &suggestions(NEW));
    assert!(!words(&decided, &first).iter().any(|(_, quote)| quote == "市水利局"));
    // A second time there is nothing new, though half of it is rejected.
    let mut annotations = decided.store.annotations().to_vec();
    annotations.extend(first.annotations.iter().enumerate().map(|(at, one)| {
        let status = if at % 2 == 0 {
            Status::Rejected
        } else {
            Status::Suggested
        };
        Arc::new(Annotation {
            status,
            ..(**one).clone()
        })
    }));
    decided.store = Store::from_parts(annotations, decided.store.links().to_vec());
    assert_eq!(fresh(&source, &decided, &suggestions(NEW)).annotations, []);
}
