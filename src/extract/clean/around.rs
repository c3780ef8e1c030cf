//! Speech around what a site wrote into it, which is not taken for debris with it.

use super::super::word_list::Found;
use super::debris::{Counts, of_site, weight, within};
use super::pages::PAGES;
use super::shadow::han;

/// A clause says something if it has so many Chinese characters.
const SHORTEST_CLAUSE: usize = 5;

/// Whether a site only wrote something into one place of a speech: every other character is one of other clauses,
/// and at least two of these say something.
pub(super) fn speaks_around(text: &str, start: usize, words: &[Found], counts: Counts) -> bool {
    if counts.marks < 2 {
        return false;
    }
    let (mut told, mut free, mut chars, mut at) = (0, 0, 0, start);
    let mut telling = false;
    for clause in text.split_inclusive(['，', '。', '；', '！', '？', '：', ' ']) {
        let range = at..at + clause.len();
        at = range.end;
        let address = clause.contains("www.") || clause.contains("http");
        let before = telling;
        telling = address || within(words, &range).iter().any(|word| weight(word.group) > 0);
        if telling {
            told += usize::from(!before);
            continue;
        }
        let han = clause.chars().filter(|char| han(*char)).count();
        chars += han;
        free += usize::from(han >= SHORTEST_CLAUSE);
    }
    told <= 1 && free >= 2 && chars * 2 >= counts.chars
}

/// Whether a clause of a sentence opens as only those of speakers do and has no word of sites, and no word of the
/// sentence is certain.
pub(super) fn orders(text: &str, start: usize, words: &[Found]) -> bool {
    // 推广：公文写作神器: the word alone is a label.
    let opens = |part: &str| {
        let part = part.trim();
        PAGES
            .ordering
            .iter()
            .any(|word| part.len() > word.len() && part.starts_with(word))
    };
    let mut at = start;
    let orders = text.split_inclusive(['，', '。', '；']).any(|clause| {
        let range = at..at + clause.len();
        at = range.end;
        clause.split('：').any(opens) && !within(words, &range).iter().any(of_site)
    });
    text.ends_with('。') && orders && !words.iter().any(|word| word.group == "certain")
}
