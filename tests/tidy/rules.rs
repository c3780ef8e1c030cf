//! Every rule of the extraction has words in which the page says why it suggested something.

use std::collections::BTreeSet;
use std::fs;

use super::{SourceFile, rust_files};

#[test]
fn every_rule_is_said_in_words() {
    let labels = [
        "achievement",
        "actor",
        "boilerplate",
        "heading",
        "industry",
        "measure",
        "organization",
        "policy",
        "problem",
        "project",
        "quantity",
        "redaction",
        "rule",
        "target",
        "term",
        "time",
    ];
    let named = |words: &str| {
        let name = |char: char| char.is_ascii_lowercase() || char == '-';
        let (label, rule) = words.split_once('/')?;
        (labels.contains(&label) && !rule.is_empty() && rule.chars().all(name)).then(|| format!("why-{label}-{rule}"))
    };
    // Not a rule, but a note on a document.
    let note = "why-term-part-count";
    let makes_rules = |file: &SourceFile| file.is_under("src/extract") || file.path == "src/web/gesture/version.rs";
    let rules: BTreeSet<String> = rust_files()
        .iter()
        .filter(|file| makes_rules(file))
        .flat_map(|file| file.code().split('"').filter_map(named).collect::<Vec<_>>())
        .filter(|rule| rule != note)
        .collect();
    for language in ["zh", "en"] {
        let messages = fs::read_to_string(format!("src/web/locales/{language}.ftl")).unwrap();
        let said: BTreeSet<String> = messages
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id.to_owned())
            .filter(|id| id.starts_with("why-"))
            .collect();
        assert_eq!(rules, said, "{language}");
    }
}
