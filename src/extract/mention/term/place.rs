//! What a place wants to be: 平安清河, 美丽云川. Places are told by the text itself, which says 清河县 elsewhere.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Term, group};
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::mention::scan::after;

/// What places want to be.
static VIRTUES: LazyLock<Matcher> = LazyLock::new(|| group("virtue"));

/// The provinces, which need no 省 behind them.
static PROVINCES: LazyLock<Matcher> = LazyLock::new(|| group("province"));

/// Words that 区 may stand behind and that are no places.
static NO_PLACES: LazyLock<Matcher> = LazyLock::new(|| group("no-place"));

/// At most so many names are looked for as places.
const CANDIDATES: usize = 200;

/// Finds 平安 with the name of a place behind it.
pub(super) fn of_places(chars: &Chars) -> Vec<Term> {
    let text = chars.text;
    let mut found = Vec::new();
    let mut names = BTreeSet::new();
    for (virtue, _) in VIRTUES.find_in(chars).take(CANDIDATES) {
        let rest = &text[virtue.end..];
        let Some(name) = two(rest) else {
            continue;
        };
        if PROVINCES.index(name).is_some() {
            found.push(virtue.start..virtue.end + name.len());
        } else if NO_PLACES.index(name).is_none()
            && !name.contains(|char| "城乡村市区县镇园全我家国民省州社校".contains(char))
        {
            names.insert(name);
            found.push(virtue.start..virtue.end + name.len());
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let matcher = Matcher::new(names.iter().copied());
    let places: BTreeSet<&str> = matcher
        .find_in(chars)
        .filter(|(range, _)| after(text, range.end).is_some_and(|next| "市县区省州旗".contains(next)))
        .map(|(range, _)| &text[range])
        .collect();
    found.retain(|range| {
        let name = two_last(&text[range.clone()]);
        // 美丽云川县: the place itself.
        let whole = !after(text, range.end).is_some_and(|next| "市县区省州旗镇".contains(next));
        whole && (PROVINCES.index(name).is_some() || places.contains(name))
    });
    found
        .into_iter()
        .map(|range| Term {
            range,
            rule: "term/place",
            confidence: 62,
        })
        .collect()
}

/// The first two characters, if both are Chinese.
fn two(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    let (_, one) = chars.next()?;
    let (_, two) = chars.next()?;
    let is_han = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    (is_han(one) && is_han(two)).then(|| &text[..one.len_utf8() + two.len_utf8()])
}

/// The last two characters.
fn two_last(text: &str) -> &str {
    text.char_indices().rev().nth(1).map_or(text, |(at, _)| &text[at..])
}
