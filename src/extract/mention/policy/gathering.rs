//! Meetings that are named as a basis, by what stands around their names.

use std::ops::Range;

use super::citations::CITATIONS;
use super::tail;
use crate::extract::mention::scan::{after, after_word, before, before_word, ends_clause, find_last};

/// 全国医改推进会: a named gathering of the state or the province. The gathering that the speech is
/// given at is not cited.
pub(super) fn gathering(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let head = &text[text.floor_char_boundary(range.start.saturating_sub(54))..range.start];
    let wide = CITATIONS
        .level
        .iter()
        .filter_map(|level| Some((find_last(head, level)?, *level)))
        .max();
    // 中央农村工作会议和省市农村工作会议精神: the level that is nearest.
    let (at, level) = local(text, range, head)
        .into_iter()
        .chain(wide)
        .max_by_key(|(at, level)| at + level.len())?;
    let between = &head[at + level.len()..];
    let plain = !between.ends_with("代表")
        && !CITATIONS.no_gathering.iter().any(|word| between.contains(word))
        && between.chars().count() >= 2
        && between
            .chars()
            .all(|char| char.is_alphabetic() && !"的了上在对把将等向".contains(char));
    let start = range.start - (head.len() - at);
    let own = after_word(text, range.end, &CITATIONS.own_behind).is_some()
        || before_word(text, start, &CITATIONS.own_before).is_some();
    let mut joint = start;
    while let Some((earlier, _)) = before_word(text, joint, &CITATIONS.joined_levels) {
        joint = earlier;
    }
    (plain && !own).then_some(joint..tail(text, range.end))
}

/// Whether a word names a gathering, not a body that meets (全国人大及其常委会).
pub(super) fn is_gathering(word: &str) -> bool {
    let body = CITATIONS.meeting_bodies.contains(&word);
    !body && (word.ends_with('会') || word.ends_with("会议"))
}

/// A meeting with 精神 behind it: only so is any meeting a reference; its name reaches back to the verb.
pub(super) fn meeting(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let (end, _) = after_word(text, range.end, &CITATIONS.spirit)?;
    let start = meeting_start(text, range.start);
    let name = &text[start..range.start];
    // 传达上级文件精神: which one is not said.
    let vague = CITATIONS.vague_meeting.iter().any(|word| name.starts_with(word));
    // 确保全会精神落地: the one that everybody knows.
    let alone = start == range.start
        && (before_word(text, start, &CITATIONS.name_starts).is_some()
            || !before(text, start).is_some_and(char::is_alphanumeric));
    let known = alone && matches!(&text[range.clone()], "全会" | "两会" | "党代会");
    (known || !name.is_empty() && !vague).then_some(start..end)
}

/// Whether what stands around a meeting cites it: 贯彻市委全会部署, not 市委全会昨天闭幕.
pub(super) fn is_cited(text: &str, range: &Range<usize>) -> bool {
    let before = before_word(text, range.start, &CITATIONS.before_meeting).is_some();
    after_word(text, range.end, &CITATIONS.behind_meeting).is_some()
        || before && after(text, range.end).is_some_and(|char| ends_clause(char) || "、和及".contains(char))
}

/// The level of a gathering of the province or below that is named as a basis; else it is the one that
/// is being held.
fn local<'a>(text: &str, range: &Range<usize>, head: &str) -> Option<(usize, &'a str)> {
    let (at, level) = CITATIONS
        .local
        .iter()
        .filter_map(|level| Some((find_last(head, level)?, *level)))
        .max_by_key(|(at, level)| at + level.len())?;
    let start = range.start - (head.len() - at);
    let cited = before_word(text, start, &CITATIONS.before_meeting).is_some()
        && after_word(text, range.end, &CITATIONS.behind_meeting).is_some();
    cited.then_some((at, level))
}

/// Where the name of a meeting begins: after the verb or mark before it.
fn meeting_start(text: &str, end: usize) -> usize {
    let mut start = end;
    for _ in 0..20 {
        if before_word(text, start, &CITATIONS.name_starts).is_some() {
            return start;
        }
        match before(text, start) {
            Some(char) if char.is_alphanumeric() && !"和及的等".contains(char) => start -= char.len_utf8(),
            _ => return start,
        }
    }
    end
}
