//! Documents named without title marks: by their number, by how many articles they have, by what
//! they are about, by the name of a regulation.

use std::ops::Range;
use std::sync::LazyLock;

use super::citations::CITATIONS;
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::mention::scan::{after_word, before_word, ends_clause};

/// What stands in the middle of such a reference, or at its end.
const SIGNS: [&str; 9] = ["若干", "条例", "条", "项规定", "关于", "〔", "［", "[", "（"];

/// 国发〔2018〕32号, 省政府20条, 市委关于…的决定, 物业管理条例.
pub(super) fn issued(chars: &Chars) -> Vec<Range<usize>> {
    let text = chars.text;
    static FOUND: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(SIGNS));
    let reference = |(range, sign): (Range<usize>, usize)| match SIGNS[sign] {
        "条例" => regulation(text, range.start, range.end),
        "若干" => several(text, range.start),
        "条" | "项规定" => articles(text, range.start, SIGNS[sign]),
        "关于" => about(text, range.start),
        _ => numbered(text, range),
    };
    FOUND.find_in(chars).filter_map(reference).collect()
}

/// 国发〔2018〕32号, 市政办函[2020]7号: an opening bracket with a year behind it.
fn numbered(text: &str, open: Range<usize>) -> Option<Range<usize>> {
    let (at, year) = (open.start, open.end);
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    if digits(year) != 4 || !text[year + 4..].starts_with(['〕', '］', ']', '）']) {
        return None;
    }
    let close = text[year + 4..].chars().next().map_or(0, char::len_utf8);
    let number = year + 4 + close;
    let length = digits(number);
    if !(1..=4).contains(&length) || !text[number + length..].starts_with('号') {
        return None;
    }
    let end = number + length + '号'.len_utf8();
    let start = walk(text, at, 8);
    let issued = start < at && text[..at].ends_with(['发', '函', '办', '字', '电', '令', '文', '通', '规']);
    issued.then(|| start..after_word(text, end, &CITATIONS.file).map_or(end, |(end, _)| end))
}

/// 国务院33条, 省委十项规定: who issued it, a number, and what it counts at `at`.
fn articles(text: &str, at: usize, counted: &str) -> Option<Range<usize>> {
    let numeral = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    let head = text[..at].trim_end_matches(numeral);
    let (start, issuer) = before_word(text, head.len(), &CITATIONS.issuer)?;
    let end = at + counted.len();
    let rest = &text[end..];
    let named = head.len() < at
        && (counted != "条"
            || rest.starts_with(['、', '，', '。', '；', '和', '及', '等', '”'])
            || CITATIONS.articles.iter().any(|word| rest.starts_with(word)));
    // 全省20条河流, 我市3条经验: one character is an issuer only behind a verb or a mark.
    let sure = issuer.len() > "省".len() || before_word(text, start, &CITATIONS.adopting).is_some();
    let spirit = after_word(text, end, &["精神"]).filter(|_| counted != "条");
    (named && sure).then(|| start..spirit.map_or(end, |(end, _)| end))
}

/// 印发关于…的意见, 中共中央国务院关于…的决定.
fn about(text: &str, at: usize) -> Option<Range<usize>> {
    let start = match before_word(text, at, &CITATIONS.issuer) {
        Some((start, _)) => start,
        None => before_word(text, at, &CITATIONS.issuing).map(|_| at)?,
    };
    let rest = &text[at..text.floor_char_boundary(at + 150)];
    let clause = rest
        .find(|char| ends_clause(char) || matches!(char, '《' | '》'))
        .map_or(rest, |end| &rest[..end]);
    let (cut, kind) = clause.match_indices('的').find_map(|(of, mark)| {
        let behind = of + mark.len();
        CITATIONS
            .kind
            .iter()
            .find(|kind| clause[behind..].starts_with(**kind))
            .map(|kind| (behind, kind))
    })?;
    (cut >= "关于".len() * 3).then(|| start..at + cut + kind.len())
}

/// 实施促进民间投资|若干措施: a document by what it is for, behind a verb that cites one.
fn several(text: &str, at: usize) -> Option<Range<usize>> {
    let (end, _) = after_word(text, at + "若干".len(), &CITATIONS.several_kinds)?;
    let mut start = at;
    for (from, char) in text[..at].char_indices().rev().take(30) {
        let cited = [&CITATIONS.regulating, &CITATIONS.issuing]
            .iter()
            .any(|verbs| before_word(text, start, verbs).is_some());
        if cited || !char.is_alphabetic() || "的了".contains(char) {
            break;
        }
        start = from;
    }
    let cited = [&CITATIONS.regulating, &CITATIONS.issuing]
        .iter()
        .any(|verbs| before_word(text, start, verbs).is_some());
    let name = &text[start..at];
    (cited && name.chars().count() >= 4 && !name.starts_with("关于")).then_some(start..end)
}

/// 贯彻落实物业管理条例: the name of a regulation behind a verb that cites one.
fn regulation(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let start = walk(text, at, 18);
    let cited = before_word(text, start, &CITATIONS.regulating).is_some();
    let name = &text[start..at];
    let plain = name.chars().count() >= 3 && !name.contains(['的', '了', '本', '等', '和', '该']);
    (cited && plain).then_some(start..end)
}

/// The start of the words before a place, back to a verb that cites them or to a mark; at most so
/// many characters.
fn walk(text: &str, end: usize, most: usize) -> usize {
    let mut start = end;
    for (at, char) in text[..end].char_indices().rev().take(most) {
        if !char.is_alphabetic()
            || before_word(text, start, &CITATIONS.regulating).is_some()
            || "的和及与了以".contains(char)
        {
            break;
        }
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::{Chars, issued};

    fn check(text: &str, expected: &[&str]) {
        let mut found = issued(&Chars::of(text));
        found.sort_by_key(|range| range.start);
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn documents_without_title_marks() {
        check(
            "落实国发〔2018〕32号文件精神，执行市政办函[2020]7号。",
            &["国发〔2018〕32号文件精神", "市政办函[2020]7号"],
        );
        check("落实国务院33条和省42条稳经济措施。", &["国务院33条", "省42条"]);
        check("严格执行省委十项规定精神。", &["省委十项规定精神"]);
        check("出台关于支持民营经济的若干意见。", &["关于支持民营经济的若干意见"]);
        check(
            "学习中共中央国务院关于做好农业工作的意见。",
            &["中共中央国务院关于做好农业工作的意见"],
        );
        check(
            "宣传贯彻物业管理条例，违反河道管理条例的要查处。",
            &["物业管理条例", "河道管理条例"],
        );
    }

    #[test]
    fn what_is_no_document() {
        check("全省20条河流，我市15条经验，打通国道3条。", &[]);
        check("大家提出了关于改进作风的意见，作了关于财政的报告。", &[]);
        check("要有条例意识，这部条例很重要，制定条例。", &[]);
        check("会议（2018）号召大家，第〔3〕号。", &[]);
    }
}
