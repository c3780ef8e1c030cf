//! What a number with a unit counts: an amount, or a place, a session, a class, a point, which are no quantities.

use std::ops::Range;

use crate::extract::mention::number::Number;
use crate::extract::mention::scan::{after, after_word, before, before_word, ends_clause};
use crate::extract::word_list::word_groups;

/// Whether a number and a unit are a place whose name is withheld (XX县, 某镇), or the term or the
/// session of a congress (十一届人民代表大会, 三届五次教代会).
pub(super) fn is_place_or_session(text: &str, number: &Number, range: &Range<usize>) -> bool {
    let words = &text[range.clone()];
    let withheld = number.digits && !text[number.range.clone()].contains(|char: char| char.is_numeric());
    let place = words.ends_with(['县', '市', '镇', '乡', '村', '区', '州', '旗', '省']) || words.ends_with("街道");
    let held = words.ends_with('届')
        && after(text, range.end)
            .is_some_and(|char| "一二三四五六七八九十0123456789人政全党教职代委常理中".contains(char));
    let session = words.ends_with('次')
        && (before(text, range.start) == Some('届') || after_word(text, range.end, &COUNTS.sessions).is_some());
    let cross = words.ends_with('字') && before(text, range.start) == Some('红');
    withheld && place || held || session || cross
}

/// Whether 第 stands before it.
pub(super) fn is_ordinal(text: &str, start: usize) -> bool {
    before(text, start) == Some('第')
}

/// Whether what follows a round amount makes it the rank of what is counted: 超亿元|的项目, 亿元|以上企业.
pub(super) fn is_class(rest: &str) -> bool {
    let rest = rest.strip_prefix("以上").unwrap_or(rest);
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    COUNTS.classed.iter().any(|what| rest.starts_with(what))
}

/// Whether a few points of a speech are counted: 三个方面, 以下五项|工作; not 1260个问题.
pub(super) fn is_point(text: &str, number: &Number, range: &Range<usize>) -> bool {
    let words = &text[number.range.clone()];
    let few = if number.digits {
        words.parse::<u32>().map_or(true, |count| count <= 12)
    } else {
        words.chars().count() <= 2
    };
    let announced = before_word(text, range.start, &COUNTS.announcing).is_some();
    // 反馈的9个问题, 剩余4个问题: found by those who inspect, not points of a speech.
    let found = after_word(text, range.end, &["问题"]).is_some()
        && words.bytes().all(|byte| byte.is_ascii_digit())
        && before_word(text, range.start, &COUNTS.found).is_some();
    few && !found && (announced || after_word(text, range.end, &COUNTS.points).is_some())
}

/// Whether what follows a single one says that nothing is missing: 一亩|不少, 一分|也不能少.
pub(super) fn is_none_missing(rest: &str) -> bool {
    COUNTS.missing.iter().any(|word| rest.starts_with(word))
}

/// Whether a number and a classifier are a saying or an ordinal: 二轮土地承包, 四处奔走, 抓两头.
pub(super) fn is_saying(text: &str, number: &Number, range: &Range<usize>) -> bool {
    let rest = &text[range.end..];
    match &text[range.clone()] {
        "四处" => rest.starts_with(['奔', '打', '寻', '张', '求', '流', '碰', '游', '散']),
        "两头" => !COUNTS.beasts.iter().any(|beast| rest.starts_with(beast)),
        // 江苏、浙江两省: those just named.
        words if words.ends_with(['省', '国', '地']) && !number.digits => {
            let head = &text[text.floor_char_boundary(range.start.saturating_sub(15))..range.start];
            head.rsplit_once('、').is_some_and(|(_, last)| {
                (2..=4).contains(&last.chars().count()) && last.chars().all(char::is_alphabetic)
            })
        }
        // A count says 两, as a rule.
        words => &text[number.range.clone()] == "二" && words.ends_with(['轮', '级', '等', '期']),
    }
}

/// The end with the grade that an amount stands for: 5万吨|级泊位.
pub(super) fn with_grade(text: &str, range: Range<usize>) -> Range<usize> {
    let graded = text[range.end..]
        .strip_prefix('级')
        .is_some_and(|rest| COUNTS.graded.iter().any(|what| rest.starts_with(what)));
    range.start..range.end + if graded { "级".len() } else { 0 }
}

word_groups! {
    /// The words beside a number, as the data file has them.
    pub(super) COUNTS: Counts = "../../data/counts.txt" {
        found "found"
        missing "missing"
        beasts "beast"
        graded "graded"
        of_work "of-work"
        ratios "ratio"
        clock "clock"
        points "point"
        sessions "session"
        classed "classed"
        announcing "announcing"
        turns "turn"
        rates "rate"
    }
}

/// Whether a single one is what is due each time or at least: 每季度召开|一次, 每镇至少建成|一个; not 每个支部评选|一个.
pub(super) fn is_due(text: &str, range: &Range<usize>) -> bool {
    let head = &text[text.floor_char_boundary(range.start.saturating_sub(48))..range.start];
    let clause = head.rfind(ends_clause).map_or(head, |mark| &head[mark..]);
    let due = clause.split('每').skip(1).any(begins_with_time)
        || ["至少", "不少于", "不低于"].iter().any(|word| clause.contains(word));
    // 每一个人, 每天都是一个起点
    let said = clause.ends_with(['每', '是', '有', '为', '的', '同', '了']);
    due && !said
        && !clause.contains('第')
        && text[range.clone()].ends_with(['次', '个', '家', '场', '件', '项', '条', '篇'])
}

/// Whether words behind 每 say how often: 每|季度, 每|两个月, 每|半年; not 每|个支部.
fn begins_with_time(words: &str) -> bool {
    let count = |char: char| char.is_ascii_digit() || "一二两三四五六七八九十半个".contains(char);
    words
        .trim_start_matches(count)
        .starts_with(['年', '季', '月', '旬', '周', '日', '天'])
        || COUNTS
            .turns
            .iter()
            .any(|time| words.trim_start_matches(count).starts_with(time))
}

/// Whether days are counted as a statistic is: 优良天数达到321|天, 比上年增加15|天.
pub(super) fn counts_days(text: &str, start: usize) -> bool {
    let head = &text[text.floor_char_boundary(start.saturating_sub(75))..start];
    let sentence = head.rfind(['。', '；', '\n']).map_or(head, |at| &head[at..]);
    // 平均办理天数: how long work takes, a time.
    let work = || {
        let (before, _) = sentence.rsplit_once("天数").unwrap_or_default();
        COUNTS.of_work.iter().any(|work| before.ends_with(work))
    };
    sentence.contains("天数") && !work()
}

/// Whether the words before say that a round number is reached: 上百家, 近千人, 突破百亿元.
pub(super) fn is_reached(text: &str, start: usize) -> bool {
    before(text, start).is_some_and(|char| "上近超达破过数约".contains(char)) || after(text, start) == Some('十')
}
