//! Numbers with their units: quantities, and the pieces that time expressions are made of.

mod counted;
mod unit_after;

use std::ops::Range;

use self::counted::COUNTS;
use self::counted::{
    counts_days, is_class, is_due, is_none_missing, is_ordinal, is_place_or_session, is_point, is_reached, is_saying,
    with_grade,
};
use self::unit_after::unit_after;
use super::number::Number;
use super::scan::{after, after_word, before, ends_clause};
use super::time_parts::PARTS;
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

/// What makes the years after it last.
const COUNTED: [&str; 3] = ["连续", "未来", "用"];

/// Puts numbers and units together.
pub(super) fn measured(text: &str, numbers: &[Number]) -> Measured {
    let mut measured = Measured::default();
    let mut index = 0;
    while index < numbers.len() {
        index += take(text, numbers, index, &mut measured);
    }
    join_people(text, &mut measured.quantities);
    measured
}

/// 1200户3600人: households and their people, told in one breath.
fn join_people(text: &str, quantities: &mut Vec<Range<usize>>) {
    quantities.dedup_by(|next, last| {
        let joined = last.end == next.start && text[last.clone()].ends_with('户') && text[next.clone()].ends_with('人');
        if joined {
            last.end = next.end;
        }
        joined
    });
}

/// Reads the number at an index with its unit, or a range of numbers; returns how many numbers it
/// used.
fn take(text: &str, numbers: &[Number], index: usize, measured: &mut Measured) -> usize {
    let number = &numbers[index];
    if let Some((range, used)) = fraction(text, numbers, index) {
        measured.quantities.push(range);
        return used;
    }
    if let Some((range, used)) = ratio(text, numbers, index) {
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
        // 一亩不少, 一分不差: that nothing is missing.
        UnitKind::Measure if number.bare_one && single && is_none_missing(&text[range.end..]) => {}
        UnitKind::Measure if !ordinal && (number.counted || number.scaled) => {
            measured.quantities.push(with_grade(text, with_bracket(text, range)));
        }
        UnitKind::Classifier | UnitKind::Score if !ordinal && !is_place_or_session(text, number, &range) => {
            let countable =
                number.digits || number.counted || number.scaled && (number.vague || is_reached(text, range.start));
            let vague = number.vague && !number.scaled;
            let exact = unit.kind == UnitKind::Classifier || number.digits;
            let rank = before(text, range.start) == Some('前') && after(text, range.end) != Some('个');
            let point = is_point(text, number, &range);
            let each = number.bare_one && is_due(text, &range);
            let unsaid =
                vague || rank || point || is_saying(text, number, &range) || number.bare_one && single && !each;
            if exact && countable && !unsaid {
                measured.quantities.push(with_bracket(text, range));
            }
        }
        // 3小时经济圈, 九年义务教育: how long is part of a name.
        UnitKind::Duration | UnitKind::Calendar if after_word(text, range.end, &PARTS.spans).is_some() => {}
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
            let part = PARTS
                .hours
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

/// 三次产业比重为5.2:48.1:46.7, 按1:3配套: the shares of a whole, told by what stands before them.
fn ratio(text: &str, numbers: &[Number], index: usize) -> Option<(Range<usize>, usize)> {
    let start = numbers[index].range.start;
    let mut last = index;
    while last - index < 5
        && let Some(next) = numbers.get(last + 1)
        && matches!(
            text.get(numbers[last].range.end..next.range.start),
            Some(":" | "：" | "∶")
        )
    {
        last += 1;
    }
    let head = &text[text.floor_char_boundary(start.saturating_sub(24))..start];
    let clause = head.rsplit(ends_clause).next().unwrap_or(head);
    let said = COUNTS.ratios.iter().any(|word| clause.contains(word));
    (last > index && said).then(|| (start..numbers[last].range.end, last - index + 1))
}

/// 9:00, 18：30: an hour and its minutes.
fn hour(text: &str, numbers: &[Number], index: usize) -> Option<(Range<usize>, usize)> {
    let (number, next) = (&numbers[index], numbers.get(index + 1)?);
    let (hours, minutes) = (&text[number.range.clone()], &text[next.range.clone()]);
    let plain = |words: &str, most: u32| words.parse::<u32>().is_ok_and(|value| value <= most);
    let part = PARTS
        .hours
        .iter()
        .find(|part| text[..number.range.start].ends_with(**part));
    let tail = &text[next.range.end..];
    let clause = &text[text.floor_char_boundary(number.range.start.saturating_sub(36))..number.range.start];
    let is_ratio = clause
        .rsplit(ends_clause)
        .next()
        .is_some_and(|clause| clause.contains('比'));
    // A ratio (3:10) has neither a part of the day before it nor a limit behind it.
    let said = part.is_some() || !is_ratio && COUNTS.clock.iter().any(|word| tail.starts_with(word));
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
