//! 管行业必须管安全: who manages one thing answers for another.

use std::sync::LazyLock;

use super::{DATA, Term};
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::mention::scan::before;
use crate::extract::word_list::WordList;

static MUST: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(["必须管"]));

/// What is answered for.
static MANAGED: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["managed"]));

/// What is managed has at most so many characters: 生产经营.
const LONGEST: usize = 6;

/// Finds such phrases; those that follow one another are one.
pub(super) fn managed(chars: &Chars) -> Vec<Term> {
    let text = chars.text;
    let mut found: Vec<Term> = Vec::new();
    for (must, _) in MUST.find_in(chars) {
        let lead = text[..must.start].char_indices().rev().take(LONGEST + 1);
        let Some((start, _)) = lead
            .take_while(|(_, char)| char.is_alphanumeric())
            .find(|(_, char)| *char == '管')
        else {
            continue;
        };
        let Some(object) = MANAGED.beginning(&text[must.end..]) else {
            continue;
        };
        let end = must.end + object.len();
        // 主管部门必须管安全 is a sentence.
        let opens = before(text, start).is_none_or(|char| !char.is_alphanumeric() || "持实行守照彻循".contains(char));
        if !opens || must.start - start <= '管'.len_utf8() {
            continue;
        }
        match found.last_mut() {
            Some(last) if matches!(text.get(last.range.end..start), Some("、" | "，")) => last.range.end = end,
            _ => found.push(Term {
                range: start..end,
                rule: "term/managed",
                confidence: 75,
            }),
        }
    }
    found
}
