//! Policy references: documents, laws, plans, meetings, speeches and guiding thoughts.

mod plan;
mod sitting;

use std::ops::Range;
use std::sync::LazyLock;

use self::plan::plans;
use self::sitting::sitting_start;
use super::quote::Quote;
use super::scan::{after, after_word, before, before_word, ends_clause};
use crate::extract::word_list::WordList;

static POLICIES: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/policies.txt")));

/// What the title of a document ends with.
const DOCUMENTS: [&str; 62] = [
    "意见",
    "办法",
    "条例",
    "规划",
    "方案",
    "通知",
    "法",
    "法典",
    "纲要",
    "决定",
    "规定",
    "细则",
    "标准",
    "指南",
    "计划",
    "报告",
    "协定",
    "协议",
    "宣言",
    "白皮书",
    "准则",
    "章程",
    "规则",
    "规范",
    "清单",
    "目录",
    "措施",
    "公约",
    "公告",
    "批复",
    "要点",
    "决议",
    "建议",
    "提纲",
    "制度",
    "责任书",
    "导则",
    "规程",
    "通报",
    "通告",
    "函",
    "令",
    "指引",
    "任务书",
    "承诺书",
    "倡议",
    "倡议书",
    "蓝皮书",
    "行动",
    "若干政策",
    "政策",
    "十条",
    "条",
    "备忘录",
    "宪法",
    "党章",
    "纪要",
    "说明",
    "试行",
    "预案",
    "图",
    "指导",
];

/// What may follow a cited meeting, speech or document and belongs to it.
const SPIRIT: [&str; 5] = ["及其实施细则精神", "重要讲话精神", "会议精神", "实施细则精神", "精神"];

/// Finds the policy references of a text, in order.
pub(super) fn policies(text: &str, quotes: &[Quote]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = quotes
        .iter()
        .filter(|quote| quote.title && is_document(text, quote))
        .map(|quote| quote.outer.clone())
        .collect();
    found.extend(cited(text));
    found.extend(plans(text));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut kept: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match kept.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => kept.push(range),
        }
    }
    kept
}

/// Whether a title names a document and not a book, a play or a newspaper.
fn is_document(text: &str, quote: &Quote) -> bool {
    let title = text[quote.inner.clone()].trim_end_matches([')', '）', '》', '〉']);
    let title = title.split(['（', '(']).next().unwrap_or(title);
    let cited = before_word(
        text,
        quote.outer.start,
        &[
            "印发",
            "出台",
            "贯彻落实",
            "落实",
            "根据",
            "按照",
            "依据",
            "依照",
            "执行",
            "遵守",
            "学习",
            "制定",
            "修订",
            "颁布",
            "下发",
            "发布",
        ],
    );
    let play = after_word(
        text,
        quote.outer.end,
        &[
            "丛书", "一书", "杂志", "栏目", "专栏", "节目", "歌曲", "画册", "登上", "获",
        ],
    );
    play.is_none() && (DOCUMENTS.iter().any(|word| title.ends_with(word)) || cited.is_some())
}

/// Meetings, speeches and thoughts named without title marks.
fn cited(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut opened: Option<Range<usize>> = None;
    for hit in POLICIES.find(text) {
        let range = hit.range;
        match hit.group {
            // 党的十八大以来 is a time, not a basis.
            "whole" if after_word(text, range.end, &["以来", "以后", "召开"]).is_some() => {}
            "whole" => found.push(range.start..tail(text, numbered(text, range.end))),
            // 习近平总书记关于…的重要论述: opened by a name, closed by a kind of speech.
            "speaker" => opened = Some(range),
            "speech" => {
                if let Some(speaker) = opened.take() {
                    let between = &text[speaker.end..range.start];
                    if between.len() <= 120
                        && !["发表", "亲临", "作出", "召开"]
                            .iter()
                            .any(|verb| between.contains(verb))
                        && !between.chars().any(|char| ends_clause(char) || char == '》')
                    {
                        found.push(speaker.start..tail(text, range.end));
                    }
                }
            }
            "gathering" => found.extend(gathering(text, &range).or_else(|| meeting(text, &range))),
            "session" if after_word(text, range.end, &["以来", "以后"]).is_some() => {}
            "session" => {
                let start = session_start(text, range.start);
                found.push(start..tail(text, range.end));
            }
            "meeting" => found.extend(
                gathering(text, &range)
                    .filter(|_| text[range.clone()].ends_with('会') || text[range.clone()].ends_with("会议"))
                    .or_else(|| meeting(text, &range)),
            ),
            "sitting" => found.extend(sitting_start(text, &range).map(|start| start..tail(text, range.end))),
            _ => {}
        }
    }
    found
}

/// 刑法修正案（十一）: a number in brackets belongs to the law.
fn numbered(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let inner = rest
        .strip_prefix(['（', '('])
        .map(|rest| rest.trim_start_matches(|char| "一二三四五六七八九十".contains(char)));
    match inner {
        Some(inner) if inner.starts_with(['）', ')']) && inner.len() + 6 <= rest.len() => {
            let close = inner.chars().next().map_or(0, char::len_utf8);
            text.len() - inner.len() + close
        }
        _ => end,
    }
}

fn tail(text: &str, end: usize) -> usize {
    after_word(text, end, &SPIRIT).map_or(end, |(end, _)| end)
}

/// 党的 and 十九届 before 五中全会.
fn session_start(text: &str, mut start: usize) -> usize {
    let end = start;
    while let Some(char) =
        before(text, start).filter(|char| "一二三四五六七八九十届中大历次第×X0123456789、和及".contains(*char))
    {
        start -= char.len_utf8();
        if end - start > 48 {
            break;
        }
    }
    while let Some(char) = after(text, start).filter(|char| start < end && "、和及中大次届".contains(*char)) {
        start += char.len_utf8();
    }
    let body = before_word(text, start, &BODIES).map_or(start, |(start, _)| start);
    // 二十届中央纪委二次全会: the number of the term stands before the body.
    let term = text[..body].trim_end_matches(|char: char| "一二三四五六七八九十届".contains(char));
    if body < start && text[..body].ends_with('届') && body - term.len() <= 15 {
        term.len()
    } else {
        body
    }
}

/// A meeting with 精神 behind it: only so is any meeting a reference; its name reaches back to the verb.
fn meeting(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let (end, _) = after_word(text, range.end, &SPIRIT)?;
    let start = meeting_start(text, range.start);
    (start < range.start).then_some(start..end)
}

/// Whose sessions are cited.
const BODIES: [&str; 20] = [
    "中央纪委",
    "省纪委监委",
    "市纪委监委",
    "省纪委",
    "市纪委",
    "县纪委",
    "区纪委",
    "自治区党委",
    "党的",
    "省委",
    "市委",
    "县委",
    "区委",
    "中国共产党第",
    "中共",
    "全国",
    "省",
    "市",
    "县",
    "区",
];

/// 全国医改推进会: a named gathering of the state or the province. The gathering that the speech is
/// given at is not cited.
fn gathering(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let head = &text[text.floor_char_boundary(range.start.saturating_sub(54))..range.start];
    let (at, level) = LEVELS
        .iter()
        .filter_map(|level| Some((head.rfind(level)?, *level)))
        .max()
        .or_else(|| local(text, range, head))?;
    let between = &head[at + level.len()..];
    let plain = !between.ends_with("代表")
        && !between.contains("召开")
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

/// The level of a gathering of the province or below that is named as a basis; else it is the one that
/// is being held.
fn local<'a>(text: &str, range: &Range<usize>, head: &str) -> Option<(usize, &'a str)> {
    const LOCAL: [&str; 8] = ["省、市", "省市", "市委", "县委", "区委", "全市", "全县", "省"];
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
    let (at, level) = LOCAL
        .iter()
        .filter_map(|level| Some((head.rfind(level)?, *level)))
        .max_by_key(|(at, level)| at + level.len())?;
    let start = range.start - (head.len() - at);
    let cited = before_word(text, start, &CITED).is_some()
        && after_word(text, range.end, &["精神", "要求", "部署", "的要求", "的部署", "确定"]).is_some();
    cited.then_some((at, level))
}

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
    for _ in 0..16 {
        if before_word(text, start, &STOPS).is_some() {
            break;
        }
        match before(text, start) {
            Some(char) if char.is_alphanumeric() && char != '和' && char != '及' && char != '的' => {
                start -= char.len_utf8()
            }
            _ => break,
        }
    }
    start
}
