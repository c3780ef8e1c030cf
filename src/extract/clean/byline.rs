//! How newspapers sign a report: 本报讯（记者 王某） in front of it, （记者王某） behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::super::word_list::WordList;
use super::shadow::han;

/// A byline is at most so many bytes long, and what stands in front of its bracket.
const LONGEST: usize = 150;
const LONGEST_OPENING: usize = 60;

/// The bylines of a folded text.
pub(super) fn bylines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let start = at + line.len() - line.trim_start().len();
        let line_end = at + line.trim_end().len();
        at += line.len() + 1;
        if start >= line_end {
            continue;
        }
        let opening = opening(&text[start..line_end]);
        if opening > 0 {
            found.push(start..start + opening);
        }
        let rest = start + opening;
        let after_sentence = text[..start].trim_end().ends_with('。');
        if let Some(length) = closing(&text[rest..line_end], after_sentence) {
            found.push(line_end - length..line_end);
        }
    }
    found
}

/// The length of 本报讯（记者 王某） that a line opens with; 0 for none.
fn opening(line: &str) -> usize {
    let head = &line[..line.floor_char_boundary(LONGEST_OPENING)];
    let head = &head[..head
        .find(['，', '。', '：', '；', '、', '“', '《', '（'])
        .unwrap_or(head.len())];
    for (first, sign) in [('讯', "讯"), ('电', "电"), ('报', "报道")] {
        // Most heads lack its first character, which is quicker to look for.
        let Some(at) = head.find(first).and_then(|_| head.find(sign)) else {
            continue;
        };
        let end = at + sign.len();
        let from = &head[..at];
        // 本报讯, 新华社北京3月26日电: the agency, or a day, stands right before the sign.
        let agency = words("agency").any(|agency| from.contains(agency));
        let right_before = match sign {
            "讯" => from.ends_with('日') || words("agency").any(|agency| from.ends_with(agency)),
            _ => from.ends_with('日'),
        };
        let rest = &line[end..];
        let blanks = rest.len() - rest.trim_start().len();
        // 本网讯（王某某）: behind the name of an agency a name is enough.
        let told = |inner: &str| signed(inner) || agency && sign == "讯" && names(inner);
        let bracket = bracket(&rest[blanks..]).filter(|length| told(inner(&rest[blanks..blanks + length])));
        if let Some(length) = bracket.filter(|_| agency || sign == "报道") {
            return end + blanks + length;
        }
        // 本站讯：
        if agency && right_before && sign == "讯" && rest.starts_with('：') {
            return end + '：'.len_utf8();
        }
        let set_off = blanks > 0 || rest.starts_with(|char: char| char.is_ascii_digit());
        if agency && right_before && sign != "报道" && set_off {
            return end;
        }
    }
    // （记者 王某） alone in front of the report.
    bracket(line)
        .filter(|length| writer(inner(&line[..*length])) && line.len() > *length)
        .unwrap_or_default()
}

/// Whether the inside of a bracket names people and nothing else, or says that a report ends.
fn names(inner: &str) -> bool {
    let name = |part: &str| {
        (2..=3).contains(&part.chars().count())
            && part.chars().all(han)
            && words("surname").any(|surname| part.starts_with(surname))
    };
    inner == "完" || !inner.is_empty() && inner.split([' ', '、']).all(name)
}

/// The words of `byline.txt` of one group.
fn words(group: &str) -> impl Iterator<Item = &'static str> {
    static WORDS: LazyLock<BTreeMap<&str, BTreeSet<&str>>> =
        LazyLock::new(|| WordList::groups(include_str!("../data/byline.txt")));
    WORDS.get(group).into_iter().flatten().copied()
}

/// Characters of a day: 新华社北京3月26日电
fn dated(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '月' | '日' | ' ')
}

/// The length of the byline in brackets that a line ends with. A name alone is one behind a sentence
/// only, in its line or the line before.
fn closing(line: &str, after_sentence: bool) -> Option<usize> {
    let at = line.ends_with('）').then(|| line.rfind('（')).flatten()?;
    let length = line.len() - at;
    let inner = inner(&line[at..]);
    let behind = line[..at].trim_end().ends_with('。') || at == 0 && after_sentence;
    (length <= LONGEST && (signed(inner) || behind && names(inner))).then_some(length)
}

/// The length of the bracket that a text opens with.
fn bracket(text: &str) -> Option<usize> {
    let window = &text[..text.floor_char_boundary(LONGEST)];
    let close = window.starts_with('（').then(|| window.find('）')).flatten()?;
    Some(close + '）'.len_utf8())
}

fn inner(bracket: &str) -> &str {
    bracket.trim_matches(['（', '）', ' '])
}

/// Whether the inside of a bracket says who wrote something, or where it comes from.
fn signed(inner: &str) -> bool {
    if inner.contains(['。', '！', '？']) {
        return false;
    }
    let labelled = words("label").any(|label| {
        inner
            .strip_prefix(label)
            .is_some_and(|rest| rest.starts_with(['：', ' ', '/', '|']))
    });
    let from = inner
        .strip_prefix('据')
        .map(|rest| rest.strip_suffix("报道").unwrap_or(rest))
        .map(|rest| rest.trim_end_matches(|char| dated(char) || char == '年'))
        .is_some_and(|rest| words("medium").any(|media| rest.ends_with(media)));
    let author = words("author").any(|word| inner.starts_with(word));
    writer(inner) || labelled || from || author
}

/// 记者王某, 本报记者 王某 李某: no 记者站, no 记者会上.
fn writer(inner: &str) -> bool {
    words("writer").any(|writer| {
        inner.strip_prefix(writer).is_some_and(|rest| {
            !words("no-writer").any(|word| rest.starts_with(word))
                && !rest.contains(['，', '；'])
                && rest.chars().count() <= 30
        })
    })
}

#[cfg(test)]
mod tests {
    use super::bylines;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = bylines(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn bylines_of_newspapers() {
        check("本报讯（记者 王某）昨天，市里开会。", &["本报讯（记者 王某）"]);
        check(
            "青山网讯（全媒体记者王某）3月1日，开会。",
            &["青山网讯（全媒体记者王某）"],
        );
        check("本网讯（王某某）3月1日，开会。", &["本网讯（王某某）"]);
        check("本站讯：3月26日，开会。", &["本站讯："]);
        check("新华社北京3月26日电 会议指出，要抓好落实。", &["新华社北京3月26日电"]);
        check(
            "云上青山报道（通讯员 李某）近日，镇里开会。",
            &["云上青山报道（通讯员 李某）"],
        );
        check("切实保障安全。（记者王某）", &["（记者王某）"]);
        check("（作者系中共青山市委书记）", &["（作者系中共青山市委书记）"]);
        check(
            "（据本省新闻网-本省日报 12月31日）",
            &["（据本省新闻网-本省日报 12月31日）"],
        );
        check(
            "要抓好。（来源：本市日报）\n（编辑：李某）",
            &["（来源：本市日报）", "（编辑：李某）"],
        );
    }

    #[test]
    fn names_behind_the_last_sentence_are_bylines() {
        check("带动村民增收。（王某某 李某）", &["（王某某 李某）"]);
        check("切实保障安全。\n（李某某）\n", &["（李某某）"]);
        check("完成了任务。（完）", &["（完）"]);
    }

    #[test]
    fn what_speakers_put_in_brackets_stays() {
        check("要加强媒体管理（记者站和网站都要管）", &[]);
        check("全县供电（据国家电网），要保证。", &[]);
        check("这个数字偏高（据统计局初步测算）", &[]);
        check("一、抓通讯和供电（由县电网公司负责）", &[]);
        check("今天讲三个问题（文化、旅游、体育）", &[]);
        check("办好政府网，通讯要畅通", &[]);
        check("织密防护网供电 保障要到位", &[]);
        check("完善网络通讯 要抓紧办", &[]);
        check("在防汛会上的讲话\n（李某某）\n同志们：", &[]);
        check("这件事一定办好。（鼓掌）", &[]);
        check("要尊重作者（作者是主体）", &[]);
        check("要建好三个基地（石油、化工）。", &[]);
    }
}
