//! Numbers with their units: quantities, and the pieces that time expressions are made of.

mod unit_after;

use std::ops::Range;

use self::unit_after::unit_after;
use super::number::Number;
use super::scan::{after, after_word, before, before_word, ends_clause};
use super::unit::{Unit, UnitKind, unit};

/// What numbers and units make.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Measured {
    /// Quantities, in order.
    pub(super) quantities: Vec<Range<usize>>,
    /// Pieces of time expressions, in order.
    pub(super) times: Vec<TimePiece>,
}

/// A number with a unit of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimePiece {
    pub(super) range: Range<usize>,
    /// Says how long (三年) rather than when (3月).
    pub(super) lasts: bool,
}

/// What may join the two ends of a range.
const TO: [&str; 10] = ["——", "至", "到", "-", "—", "–", "~", "～", "－", "−"];

/// What is said of counted points of a speech: not quantities.
const POINTS: [&str; 10] = [
    "问题", "意见", "方面", "体会", "看法", "希望", "要求", "建议", "想法", "感受",
];

/// What makes the years after it last.
const COUNTED: [&str; 3] = ["连续", "未来", "用"];

/// Parts of a day that an hour in Chinese numerals stands behind.
const HOURS: [&str; 13] = [
    "早", "晚", "夜里", "上午", "下午", "晚上", "早上", "早晨", "中午", "凌晨", "清晨", "夜间", "傍晚",
];

/// What a length of time is part of the name of.
const SPANS: [&str; 30] = [
    "规划",
    "发展规划",
    "建设规划",
    "培训规划",
    "突破工程",
    "达标工程",
    "行动",
    "滚动",
    "攻坚行动",
    "攻坚战",
    "大会战",
    "大变样",
    "倍增计划",
    "倍增行动",
    "专项行动",
    "整治行动",
    "提升行动",
    "再造行动",
    "培育行动",
    "义务教育",
    "一贯制",
    "经济圈",
    "生活圈",
    "交通圈",
    "通勤圈",
    "出行圈",
    "物流圈",
    "都市圈",
    "服务圈",
    "高铁圈",
];

/// Puts numbers and units together.
pub(super) fn measured(text: &str, numbers: &[Number]) -> Measured {
    let mut measured = Measured::default();
    let mut index = 0;
    while index < numbers.len() {
        index += take(text, numbers, index, &mut measured);
    }
    measured
}

/// Reads the number at an index with its unit, or a range of numbers; returns how many numbers it
/// used.
fn take(text: &str, numbers: &[Number], index: usize, measured: &mut Measured) -> usize {
    let number = &numbers[index];
    if let Some((range, used)) = fraction(text, numbers, index) {
        measured.quantities.push(range);
        return used;
    }
    if let Some((range, used)) = hour(text, numbers, index) {
        measured.times.push(TimePiece { range, lasts: false });
        return used;
    }
    if let Some((range, used)) = dashed_date(text, numbers, index) {
        measured.times.push(TimePiece { range, lasts: false });
        return used;
    }
    let start = number.range.start;
    let mut last = index;
    let mut found = unit_after(text, number);
    // 5、6月份: the month is said once. 1、6月底前 is a marker and a month.
    let month = |number: &Number| {
        text[number.range.clone()]
            .parse::<u32>()
            .ok()
            .filter(|month| *month <= 12)
    };
    if found.is_none()
        && number.digits
        && before(text, start).is_some_and(|char| !matches!(char, '\n' | '。' | '；' | '：'))
        && let Some(next) = numbers.get(index + 1)
        && text.get(number.range.end..next.range.start) == Some("、")
        && let Some((unit, end)) = unit_after(text, next).filter(|(unit, _)| unit.kind == UnitKind::Calendar)
        && text[next.range.end..end].starts_with('月')
        && month(number)
            .zip(month(next))
            .is_some_and(|(month, next)| month % 12 + 1 == next)
    {
        push(text, numbers, (index, index + 1), unit, start..end, measured);
        return 2;
    }
    // A range: 3至4个, 2500米至4000米, 5%—8%.
    let joint = found.map_or(number.range.end, |found| found.1);
    if let Some((other, _)) = after_word(text, joint, &TO)
        && let Some(next) = numbers.get(index + 1).filter(|next| next.range.start == other)
        && let Some(second) = unit_after(text, next)
    {
        let kind = |found: (Unit, usize)| found.0.kind;
        if found.is_none_or(|first| kind(first) == kind(second)) {
            (found, last) = (Some(second), index + 1);
        }
    }
    match found {
        Some((unit, end)) => push(text, numbers, (index, last), unit, start..end, measured),
        // 两万多群众: the count needs no classifier.
        None if number.scaled
            && (number.digits || text[number.range.clone()].ends_with(['多', '余']))
            && !is_ordinal(text, start)
            && is_free(text, &number.range) =>
        {
            measured.quantities.push(number.range.clone());
        }
        None => {}
    }
    last - index + 1
}

fn push(
    text: &str,
    numbers: &[Number],
    used: (usize, usize),
    unit: Unit,
    range: Range<usize>,
    measured: &mut Measured,
) {
    let number = &numbers[used.0];
    let ordinal = is_ordinal(text, range.start);
    let single = used.0 == used.1;
    match unit.kind {
        UnitKind::Measure
            if number.bare_one
                && single
                && ["最后", "最先", "最初"]
                    .iter()
                    .any(|word| text[..range.start].ends_with(word)) => {}
        // 亿元以上项目, 投资超千万元的项目: a class of projects, no amount.
        UnitKind::Measure
            if !number.counted
                && number.scaled
                && !number.vague
                && (is_class(&text[range.end..])
                    || matches!(&text[number.range.clone()], "亿" | "万" | "千") && !is_reached(text, range.start)) =>
            {}
        UnitKind::Measure if !ordinal && (number.counted || number.scaled) => {
            measured.quantities.push(with_bracket(text, range));
        }
        UnitKind::Classifier | UnitKind::Score if !ordinal && !is_place_or_session(text, number, &range) => {
            let countable =
                number.digits || number.counted || number.scaled && (number.vague || is_reached(text, range.start));
            let vague = number.vague && !number.scaled;
            let exact = unit.kind == UnitKind::Classifier || number.digits;
            let rank = before(text, range.start) == Some('前') && after(text, range.end) != Some('个');
            let point = is_point(text, number, &range);
            let each = number.bare_one && is_due(text, &range);
            let unsaid = vague || rank || point || number.bare_one && single && !each;
            if exact && countable && !unsaid {
                measured.quantities.push(with_bracket(text, range));
            }
        }
        // 3小时经济圈, 九年义务教育: how long is part of a name.
        UnitKind::Duration | UnitKind::Calendar if after_word(text, range.end, &SPANS).is_some() => {}
        UnitKind::Duration if text[..range.end].ends_with('天') && number.digits && counts_days(text, range.start) => {
            measured.quantities.push(range);
        }
        UnitKind::Duration
            if !(number.scaled && !number.counted && !number.vague && !text[range.clone()].starts_with('十')) =>
        {
            let start = if ordinal {
                range.start - "第".len()
            } else {
                range.start
            };
            // 关键的第一年 weighs, 连续第三年 counts.
            if ordinal && text[..range.end].ends_with(['年', '天']) && !text[..start].ends_with("连续") {
                return;
            }
            let year = text[number.range.clone()].chars().count() == 4 && text[..range.end].ends_with('年');
            measured.times.push(TimePiece {
                range: start..range.end,
                lasts: !year,
            });
        }
        UnitKind::Calendar => {
            let start = if ordinal {
                range.start - "第".len()
            } else {
                range.start
            };
            // 连续×年: withheld, but it lasts.
            let lasts = text[..range.end].ends_with('年') && COUNTED.iter().any(|word| text[..start].ends_with(word));
            measured.times.push(TimePiece {
                range: start..range.end,
                lasts,
            });
        }
        // 来×时: a place, not an hour.
        UnitKind::Clock if !ordinal => {
            // 早一点, 晚两点: sooner, later.
            let is_loose = !number.digits && matches!(&text[number.range.clone()], "一" | "两");
            let part = HOURS
                .iter()
                .find(|part| text[..range.start].ends_with(**part) && (part.chars().count() > 1 || !is_loose));
            let sure = number.digits && text[range.clone()].contains(char::is_numeric);
            // 早晨八九点钟: a figure of speech.
            let start = range.start - part.map_or(0, |part| part.len());
            if sure || part.is_some() && !number.vague && !text[range.end..].starts_with("钟的") {
                measured.times.push(TimePiece {
                    range: start..range.end,
                    lasts: false,
                });
            }
        }
        _ => {}
    }
}

/// Whether a number before 年 names a year: 2026, 二〇二六, ×, 202x, 20××.
fn is_year(text: &str, number: &Number) -> bool {
    let words = &text[number.range.clone()];
    let length = words.chars().count();
    let placeholder = words
        .chars()
        .any(|char| !char.is_ascii_digit() && !char.is_alphabetic())
        || words.ends_with(['x', 'X']);
    !number.scaled && (length == 4 || (placeholder && number.digits && !words.contains('多'))) && !words.contains('半')
}

/// 百分之三十, 三分之一, 1/3.
fn fraction(text: &str, numbers: &[Number], index: usize) -> Option<(Range<usize>, usize)> {
    let (number, next) = (&numbers[index], numbers.get(index + 1)?);
    let joint = text.get(number.range.end..next.range.start)?;
    let whole = number.range.start..next.range.end;
    if joint == "分之" {
        return Some((whole, 2));
    }
    let short = |number: &Number| number.range.len() <= 2;
    (joint == "/" && short(number) && short(next) && after(text, next.range.end) != Some('/')).then_some((whole, 2))
}

/// 9:00, 18：30: an hour and its minutes.
fn hour(text: &str, numbers: &[Number], index: usize) -> Option<(Range<usize>, usize)> {
    let (number, next) = (&numbers[index], numbers.get(index + 1)?);
    let (hours, minutes) = (&text[number.range.clone()], &text[next.range.clone()]);
    let plain = |words: &str, most: u32| words.parse::<u32>().is_ok_and(|value| value <= most);
    let part = HOURS.iter().find(|part| text[..number.range.start].ends_with(**part));
    let tail = &text[next.range.end..];
    let clause = &text[text.floor_char_boundary(number.range.start.saturating_sub(36))..number.range.start];
    let is_ratio = clause
        .rsplit(ends_clause)
        .next()
        .is_some_and(|clause| clause.contains('比'));
    // A ratio (3:10) has neither a part of the day before it nor a limit behind it.
    let said = part.is_some()
        || !is_ratio
            && ["前", "至", "-", "—", "开始", "起", "准时"]
                .iter()
                .any(|word| tail.starts_with(word));
    let joint = matches!(text.get(number.range.end..next.range.start)?, ":" | "：");
    let clock = joint && minutes.len() == 2 && hours.len() <= 2 && plain(hours, 24) && plain(minutes, 59) && said;
    clock.then(|| {
        (
            number.range.start - part.map_or(0, |part| part.len())..next.range.end,
            2,
        )
    })
}

/// 2024-04-22, 2026.2.4, 2022/3/1.
fn dashed_date(text: &str, numbers: &[Number], index: usize) -> Option<(Range<usize>, usize)> {
    let number = &numbers[index];
    let words = &text[number.range.clone()];
    if words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        let (month, day) = (numbers.get(index + 1)?, numbers.get(index + 2)?);
        let joint = text.get(number.range.end..month.range.start)?;
        let same = matches!(joint, "-" | "/") && text.get(month.range.end..day.range.start)? == joint;
        let short = |number: &Number| number.range.len() <= 2 && number.digits;
        return (same && short(month) && short(day)).then_some((number.range.start..day.range.end, 3));
    }
    None
}

/// Whether a number and a unit are a place whose name is withheld (XX县, 某镇), or the term or the
/// session of a congress (十一届人民代表大会, 三届五次教代会).
fn is_place_or_session(text: &str, number: &Number, range: &Range<usize>) -> bool {
    let words = &text[range.clone()];
    let withheld = number.digits && !text[number.range.clone()].contains(|char: char| char.is_numeric());
    let place = words.ends_with(['县', '市', '镇', '乡', '村', '区', '州', '旗', '省']) || words.ends_with("街道");
    let held = words.ends_with('届')
        && after(text, range.end)
            .is_some_and(|char| "一二三四五六七八九十0123456789人政全党教职代委常理中".contains(char));
    let session = words.ends_with('次')
        && (before(text, range.start) == Some('届')
            || after_word(text, range.end, &["全会", "代表大会", "党代会", "职代会", "教代会"]).is_some());
    let cross = words.ends_with('字') && before(text, range.start) == Some('红');
    withheld && place || held || session || cross
}

/// Whether 第 stands before it.
fn is_ordinal(text: &str, start: usize) -> bool {
    before(text, start) == Some('第')
}

/// Whether what follows a round amount makes it the rank of what is counted: 超亿元|的项目, 亿元|以上企业.
fn is_class(rest: &str) -> bool {
    let rest = rest.strip_prefix("以上").unwrap_or(rest);
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    [
        "项目",
        "重点项目",
        "重大项目",
        "工业项目",
        "产业项目",
        "企业",
        "园区",
        "村",
    ]
    .iter()
    .any(|what| rest.starts_with(what))
}

/// Whether a few points of a speech are counted: 三个方面, 以下五项|工作; not 1260个问题.
fn is_point(text: &str, number: &Number, range: &Range<usize>) -> bool {
    let words = &text[number.range.clone()];
    let few = if number.digits {
        words.parse::<u32>().map_or(true, |count| count <= 12)
    } else {
        words.chars().count() <= 2
    };
    let announced = before_word(text, range.start, &["以下", "下列", "如下", "下面"]).is_some();
    few && (announced || after_word(text, range.end, &POINTS).is_some())
}

/// Whether a single one is what is due each time or at least: 每季度至少召开|一次.
fn is_due(text: &str, range: &Range<usize>) -> bool {
    let head = &text[text.floor_char_boundary(range.start.saturating_sub(48))..range.start];
    let clause = head.rfind(ends_clause).map_or(head, |mark| &head[mark..]);
    let due = clause.contains('每') || ["至少", "不少于", "不低于"].iter().any(|word| clause.contains(word));
    // 每一个人, 每天都是一个起点
    let said = clause.ends_with(['每', '是', '有', '为', '的', '同', '了']);
    due && !said
        && !clause.contains('第')
        && text[range.clone()].ends_with(['次', '个', '家', '场', '件', '项', '条', '篇'])
}

/// Whether days are counted as a statistic is: 优良天数达到321|天, 比上年增加15|天.
fn counts_days(text: &str, start: usize) -> bool {
    let head = &text[text.floor_char_boundary(start.saturating_sub(75))..start];
    let sentence = head.rfind(['。', '；', '\n']).map_or(head, |at| &head[at..]);
    sentence.contains("天数")
}

/// Whether the words before say that a round number is reached: 上百家, 近千人, 突破百亿元.
fn is_reached(text: &str, start: usize) -> bool {
    before(text, start).is_some_and(|char| "上近超达破过数约".contains(char)) || after(text, start) == Some('十')
}

/// Whether a number without a unit is not part of a code or a name.
fn is_free(text: &str, range: &Range<usize>) -> bool {
    let latin = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    !latin(before(text, range.start)) && !latin(after(text, range.end))
}

/// The range with a second unit in brackets: 3万套（户）.
fn with_bracket(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = &text[range.end..];
    for (open, close) in [('（', '）'), ('(', ')')] {
        if let Some(inner) = rest.strip_prefix(open)
            && let Some(found) = unit(inner, true)
            && inner[found.len..].starts_with(close)
        {
            return range.start..range.end + open.len_utf8() + found.len + close.len_utf8();
        }
    }
    range
}
