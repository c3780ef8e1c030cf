//! Reading a text around a place.

use crate::extract::matcher::begins;

/// The character before a byte offset.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at a byte offset.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The start of the first of these words that the text before an offset ends with. Longer words
/// must come first.
pub(super) fn before_word<'a>(text: &str, at: usize, words: &[&'a str]) -> Option<(usize, &'a str)> {
    let head = text.get(..at)?;
    words
        .iter()
        .find(|word| ends(head.as_bytes(), word.as_bytes()))
        .map(|word| (at - word.len(), *word))
}

/// The end of the first of these words that stands at an offset. Longer words must come first.
pub(super) fn after_word<'a>(text: &str, at: usize, words: &[&'a str]) -> Option<(usize, &'a str)> {
    let rest = text.get(at..)?;
    words
        .iter()
        .find(|word| begins(rest.as_bytes(), word.as_bytes()))
        .map(|word| (at + word.len(), *word))
}

/// Whether bytes end with a few others.
fn ends(bytes: &[u8], few: &[u8]) -> bool {
    let start = bytes.len().checked_sub(few.len());
    start.is_some_and(|start| begins(&bytes[start..], few))
}

/// Where a word first stands in a few characters, for which the search of long texts is too much.
pub(super) fn find(few: &str, word: &str) -> Option<usize> {
    let is_here = |at: &usize| begins(&few.as_bytes()[*at..], word.as_bytes());
    few.char_indices().map(|(at, _)| at).find(is_here)
}

/// Where a word last stands in a few characters.
pub(super) fn find_last(few: &str, word: &str) -> Option<usize> {
    let is_here = |at: &usize| begins(&few.as_bytes()[*at..], word.as_bytes());
    few.char_indices().map(|(at, _)| at).rev().find(is_here)
}

/// Whether a character ends a clause.
pub(super) fn ends_clause(char: char) -> bool {
    matches!(
        char,
        '，' | '；' | '：' | '。' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '\n' | '\r'
    )
}
