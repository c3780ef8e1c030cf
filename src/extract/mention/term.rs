//! Coined phrases: numeral abbreviations, quoted concepts, set phrases of official language.

mod managed;
mod numeral;
mod place;
mod quoted;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use self::numeral::abbreviations;
use super::quote::Quote;
use super::scan::{after, after_word, before};
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/concepts.txt");

static CONCEPTS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new_of(
        DATA,
        &[
            "concept", "counted", "feeling", "rhetoric", "spoken", "idiom", "compound", "pretence",
        ],
    )
});

/// What is resolved and counted.
static RESOLVED: LazyLock<Matcher> = LazyLock::new(|| group("resolve"));

fn group(name: &str) -> Matcher<'static> {
    Matcher::new(WordList::longest_first(DATA, name))
}

/// A coined phrase and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) range: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// At most so many quoted terms are looked for elsewhere in the text.
const REPEATED: usize = 300;

/// Finds the terms of a text. `set` are the set phrases found in it.
///
/// `is_idiom` tells whether a range is one idiom of the dictionary.
pub(super) fn terms(
    chars: &Chars,
    quotes: &[Quote],
    set: Vec<Range<usize>>,
    is_idiom: impl Fn(&Range<usize>) -> bool,
) -> Vec<Term> {
    let text = chars.text;
    let mut found: Vec<Term> = set
        .into_iter()
        .map(|range| Term {
            range: with_duty(text, range),
            rule: "term/set-phrase",
            confidence: 72,
        })
        .collect();
    let mut repeated = BTreeSet::new();
    for quoted in quoted::quoted(text, quotes) {
        if quoted.repeats && repeated.len() < REPEATED {
            repeated.insert(&text[quoted.inner.clone()]);
        }
        found.push(Term {
            range: quoted.range,
            rule: "term/quoted",
            confidence: quoted.confidence,
        });
    }
    found.extend(repeats(chars, &repeated));
    found.extend(place::of_places(chars));
    found.extend(managed::managed(chars));
    found.extend(abbreviations(chars).into_iter().filter(|term| !is_idiom(&term.range)));
    found.sort_by_key(|term| (term.range.start, std::cmp::Reverse(term.range.end)));
    let mut kept: Vec<Term> = Vec::with_capacity(found.len());
    for term in found {
        match kept.last() {
            Some(last) if term.range.start < last.range.end => {}
            _ => kept.push(term),
        }
    }
    kept
}

/// A quoted phrase with the duty that goes by it, if one follows.
fn with_duty(text: &str, range: Range<usize>) -> Range<usize> {
    let close = after(text, range.end).filter(|char| matches!(char, '”' | '"'));
    let open = before(text, range.start).filter(|char| matches!(char, '“' | '"'));
    match (open, close) {
        (Some(open), Some(close)) => after_word(text, range.end + close.len_utf8(), &quoted::DUTIES)
            .map_or(range.clone(), |(end, _)| range.start - open.len_utf8()..end),
        _ => range,
    }
}

/// The same words without quotation marks.
fn repeats(chars: &Chars, phrases: &BTreeSet<&str>) -> Vec<Term> {
    if phrases.is_empty() {
        return Vec::new();
    }
    Matcher::new(phrases.iter().copied())
        .find_in(chars)
        .map(|(range, _)| Term {
            range,
            rule: "term/repeated",
            confidence: 66,
        })
        .collect()
}
