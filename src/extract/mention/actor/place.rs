//! Where clauses begin, and what tells a report from an order.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::MOST_WORDS;
use crate::extract::matcher::Chars;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::PAST;
use crate::extract::word_list::WordList;

/// What headings of reports say.
static HISTORY: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    WordList::groups(include_str!("../../data/actors.txt"))
        .remove("history")
        .unwrap_or_default()
});

/// Whether a heading announces a report of what was done or what is wrong.
pub(in crate::extract::mention) fn looks_back(title: &str) -> bool {
    HISTORY.iter().any(|word| title.contains(word)) && !title.contains("下一步")
}

/// Where clauses begin: after a clause's end, and after each heading's marker, never before it (4.县文旅局). `markers` are the
/// markers, in order.
pub(in crate::extract::mention) fn clause_starts(chars: &Chars, markers: &[Range<usize>]) -> Vec<usize> {
    let end = chars.text.len();
    let opens = |char: char| ends_clause(char) || matches!(char, '（' | '(' | '【');
    let marks = chars.marks(0..end).filter(|(_, char)| opens(*char));
    let mut starts: Vec<usize> = std::iter::once(0)
        .chain(marks.map(|(at, char)| at + char.len_utf8()))
        .chain(markers.iter().map(|marker| marker.end))
        .collect();
    // Two runs that are in order already: a stable sort merges them.
    starts.sort();
    starts.dedup();
    let mut markers = markers.iter().peekable();
    starts.retain(|at| {
        while markers.next_if(|marker| marker.end <= *at).is_some() {}
        *at < end && markers.peek().is_none_or(|marker| *at < marker.start)
    });
    starts
}

/// Whether the clause at an index reports what was done.
pub(super) fn is_report(scene: Scene<'_>, mut index: usize) -> bool {
    for _ in 0..MOST_WORDS {
        let word = scene.word(index);
        match word.chars().next() {
            None => return false,
            Some('。' | '；' | '\n' | '，') => return false,
            _ if scene.is(index, PAST) => return true,
            _ => index += 1,
        }
    }
    false
}
