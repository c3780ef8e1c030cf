//! Meetings that are named as a basis, by what stands around their names.

use std::ops::Range;

use super::{SPIRIT, tail};
use crate::extract::mention::scan::{after, after_word, before, before_word, ends_clause};

/// 全国医改推进会: a named gathering of the state or the province. The gathering that the speech is
/// given at is not cited.
pub(super) fn gathering(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let head = &text[text.floor_char_boundary(range.start.saturating_sub(54))..range.start];
    let (at, level) = LEVELS
        .iter()
        .filter_map(|level| Some((head.rfind(level)?, *level)))
        .max()
        .or_else(|| local(text, range, head))?;
    let between = &head[at + level.len()..];
    let plain = !between.ends_with("代表")
        && !["召开", "全会", "会议"].iter().any(|word| between.contains(word))
        && between.chars().count() >= 2
        && between
            .chars()
            .all(|char| char.is_alphabetic() && !"的了上在对把将等".contains(char));
    let start = range.start - (head.len() - at);
    let own = after_word(text, range.end, &["上的讲话", "上的报告", "讲话", "开幕", "领导小组"]).is_some()
        || before_word(
            text,
            start,
            &["召开", "召开的", "这次", "此次", "本次", "今天", "今天的", "组织召开"],
        )
        .is_some();
    let joint = before_word(text, start, &["全国、", "全国和"]).map_or(start, |(start, _)| start);
    (plain && !own).then_some(joint..tail(text, range.end))
}

/// Whether a word names a gathering, not a body that meets (全国人大及其常委会).
pub(super) fn is_gathering(word: &str) -> bool {
    let body = ["常委会", "安委会", "职代会", "教代会", "两会", "常务会议"].contains(&word);
    !body && (word.ends_with('会') || word.ends_with("会议"))
}

/// A meeting with 精神 behind it: only so is any meeting a reference; its name reaches back to the verb.
pub(super) fn meeting(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let (end, _) = after_word(text, range.end, &SPIRIT)?;
    let start = meeting_start(text, range.start);
    (start < range.start).then_some(start..end)
}

/// Whether what stands around a meeting cites it: 贯彻市委全会部署, not 市委全会昨天闭幕.
pub(super) fn is_cited(text: &str, range: &Range<usize>) -> bool {
    let before = before_word(text, range.start, &CITED).is_some();
    after_word(text, range.end, &DEMANDED).is_some()
        || before && after(text, range.end).is_some_and(|char| ends_clause(char) || "、和及".contains(char))
}

/// The level of a gathering of the province or below that is named as a basis; else it is the one that
/// is being held.
fn local<'a>(text: &str, range: &Range<usize>, head: &str) -> Option<(usize, &'a str)> {
    const LOCAL: [&str; 8] = ["省、市", "省市", "市委", "县委", "区委", "全市", "全县", "省"];
    let (at, level) = LOCAL
        .iter()
        .filter_map(|level| Some((head.rfind(level)?, *level)))
        .max_by_key(|(at, level)| at + level.len())?;
    let start = range.start - (head.len() - at);
    let cited = before_word(text, start, &CITED).is_some() && after_word(text, range.end, &DEMANDED).is_some();
    cited.then_some((at, level))
}

/// What stands before a meeting that is cited.
const CITED: [&str; 12] = [
    "贯彻",
    "落实",
    "按照",
    "根据",
    "传达",
    "学习",
    "传达学习",
    "及",
    "和",
    "、",
    "对照",
    "围绕",
];

/// What follows a meeting that is cited.
const DEMANDED: [&str; 6] = ["精神", "要求", "部署", "的要求", "的部署", "确定"];

/// The levels of the gatherings that are cited by their names alone.
const LEVELS: [&str; 6] = ["新时代全国", "全国", "全省", "中央", "省委", "国务院"];

/// Where the name of a meeting begins: after the verb or mark before it.
fn meeting_start(text: &str, end: usize) -> usize {
    const STOPS: [&str; 12] = [
        "贯彻落实",
        "学习贯彻",
        "落实",
        "贯彻",
        "传达",
        "学习",
        "按照",
        "根据",
        "领会",
        "对照",
        "围绕",
        "把",
    ];
    let mut start = end;
    for _ in 0..20 {
        if before_word(text, start, &STOPS).is_some() {
            return start;
        }
        match before(text, start) {
            Some(char) if char.is_alphanumeric() && char != '和' && char != '及' && char != '的' => {
                start -= char.len_utf8()
            }
            _ => return start,
        }
    }
    end
}
