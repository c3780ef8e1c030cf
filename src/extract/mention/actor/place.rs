//! Where clauses begin, and what tells a report from an order.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::MOST_WORDS;
use crate::extract::marks::marks;
use crate::extract::mention::scan::{after, ends_clause};
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
pub(in crate::extract::mention) fn clause_starts(text: &str, markers: &[Range<usize>]) -> Vec<usize> {
    let mut starts: Vec<usize> = std::iter::once(0)
        .chain(
            marks(text)
                .filter(|(_, char)| ends_clause(*char) || matches!(char, '（' | '(' | '【'))
                .map(|(at, char)| at + char.len_utf8()),
        )
        .chain(markers.iter().map(|marker| marker.end))
        .filter(|at| {
            let next = markers.partition_point(|marker| marker.end <= *at);
            let inside = markers.get(next).is_some_and(|marker| marker.start <= *at);
            !inside && after(text, *at).is_some()
        })
        .collect();
    // Two runs that are in order already: a stable sort merges them.
    starts.sort();
    starts.dedup();
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

/// Words that stand between a unit and its verb and say when or how.
pub(super) fn starts_time(word: &str) -> bool {
    matches!(
        word,
        "每年"
            | "每月"
            | "每周"
            | "每季度"
            | "今年"
            | "重点"
            | "定期"
            | "年内"
            | "全年"
            | "参照"
            | "统一"
            | "分别"
            | "各司其职"
            | "新"
    )
}
