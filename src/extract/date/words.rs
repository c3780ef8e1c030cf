//! What the words of a time expression mean.

use super::cursor::Cursor;
use super::feast::feast;
use super::{Date, Interval};

/// Years named from the year of the speech.
const YEARS: [(&str, i32); 14] = [
    ("今年", 0),
    ("本年度", 0),
    ("本年", 0),
    ("当年", 0),
    ("全年", 0),
    ("明年", 1),
    ("下年度", 1),
    ("次年", 1),
    ("后年", 2),
    ("去年", -1),
    ("上年度", -1),
    ("上年", -1),
    ("上一年", -1),
    ("前年", -2),
];

/// Parts of a year: first and last month.
const PARTS: [(&str, (u8, u8)); 16] = [
    ("上半年", (1, 6)),
    ("下半年", (7, 12)),
    ("前三季度", (1, 9)),
    ("前两季度", (1, 6)),
    ("第一季度", (1, 3)),
    ("第二季度", (4, 6)),
    ("第三季度", (7, 9)),
    ("第四季度", (10, 12)),
    ("一季度", (1, 3)),
    ("二季度", (4, 6)),
    ("三季度", (7, 9)),
    ("四季度", (10, 12)),
    ("1季度", (1, 3)),
    ("2季度", (4, 6)),
    ("3季度", (7, 9)),
    ("4季度", (10, 12)),
];

/// Ordinals of the five-year plans.
const PLANS: [(&str, i32); 17] = [
    ("十七五", 17),
    ("十六五", 16),
    ("十五五", 15),
    ("十四五", 14),
    ("十三五", 13),
    ("十二五", 12),
    ("十一五", 11),
    ("十五", 10),
    ("九五", 9),
    ("八五", 8),
    ("七五", 7),
    ("六五", 6),
    ("五五", 5),
    ("四五", 4),
    ("三五", 3),
    ("二五", 2),
    ("一五", 1),
];

/// The words that join the two ends of a range.
const TO: [&str; 9] = ["——", "至", "到", "-", "—", "–", "~", "～", "－"];

/// See [`resolve`](super::resolve).
pub(super) fn interval(words: &str, spoken: Option<Date>) -> Option<Interval> {
    if words.len() > 120 {
        return None;
    }
    let plain: String = words
        .chars()
        .filter(|char| !char.is_whitespace() && !"“”\"‘’「」".contains(*char))
        .collect();
    let deadline = plain.ends_with(['前', '内']) || plain.ends_with('底') || plain.ends_with('末');
    let mut cursor = Cursor(&plain);
    let _ = cursor.take_any(&["截至", "截止到", "截止", "到", "至", "自", "从"]);
    let found = lasting(&mut cursor, spoken).or_else(|| date(&mut cursor, spoken, deadline))?;
    let found = if cursor.take_any(&TO) {
        let rest = date(&mut cursor, found.from.or(spoken), false)?;
        found.to(rest)?
    } else {
        found
    };
    let only_end = cursor.take_any(&["之前", "以前", "前", "之内", "以内", "内"]);
    let only_start = !only_end && cursor.take_any(&["起", "开始"]);
    let _ = cursor.take_any(&["期间", "时期", "假期", "度"]);
    cursor.is_done().then_some(match (only_end, only_start) {
        (true, _) => found.end_only(),
        (_, true) => found.start_only(),
        _ => found,
    })
}

/// 三年内, 未来五年, 近三年, 3至5年内.
fn lasting(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let mut ahead = *cursor;
    let later = ahead.take_any(&["未来", "今后", "接下来"]);
    let earlier = !later && ahead.take_any(&["过去的", "过去", "最近", "近"]);
    let half = ahead.0.starts_with('半');
    let mut number = if half { 1 } else { i32::from(ahead.number()?) };
    if !half && ahead.take_any(&TO) {
        number = i32::from(ahead.number()?);
    }
    let unit = ahead.take_value(&[
        ("半年", (6, 0)),
        ("半个月", (0, 15)),
        ("半月", (0, 15)),
        ("年", (12, 0)),
        ("个月", (1, 0)),
        ("个季度", (3, 0)),
        ("个工作日", (0, 7)),
        ("周", (0, 7)),
        ("个星期", (0, 7)),
        ("天", (0, 1)),
        ("个小时", (0, 0)),
        ("小时", (0, 0)),
        ("日", (0, 1)),
    ])?;
    let _ = ahead.take("时间");
    let within = matches!(ahead.0, "内" | "之内" | "以内");
    let spoken = spoken?;
    let shift = |sign: i32| {
        let days = match unit {
            (0, 0) => number.div_euclid(24) + i32::from(number % 24 != 0),
            // Five working days are a week.
            (0, 7) if cursor.0.contains("工作日") => number + 2 * number.div_euclid(5),
            (_, days) => number.checked_mul(days)?,
        };
        spoken
            .plus_months(sign * number.checked_mul(unit.0)?)?
            .plus_days(i64::from(sign * days))
    };
    // A year of four digits is a date, a bare duration has no place on the calendar.
    if number >= 1000 || !(later || earlier || within) {
        return None;
    }
    let found = if earlier {
        Interval::of(shift(-1)?, spoken)
    } else {
        Interval::of(spoken, shift(1)?)
    }?;
    *cursor = ahead;
    Some(found)
}

/// A place on the calendar.
fn date(cursor: &mut Cursor<'_>, spoken: Option<Date>, deadline: bool) -> Option<Interval> {
    if let Some(plan) = cursor.take_value(&PLANS) {
        return five_years(cursor, plan);
    }
    if let Some(found) = numeric(cursor) {
        return Some(found);
    }
    if let Some(found) = feast(cursor, spoken) {
        return Some(found);
    }
    if let Some(found) = near(cursor, spoken) {
        return Some(found);
    }
    let mut ahead = *cursor;
    if let Some(first) = ahead.number().filter(|year| *year >= 1000)
        && ahead.take_any(&TO)
        && let Some(last) = ahead.number_then(&["年"]).filter(|year| *year >= 1000)
    {
        *cursor = ahead;
        return Interval::years(i32::from(first), i32::from(last));
    }
    if let Some(first) = cursor.take_value(&[("今明两年", 0), ("明后两年", 1)]) {
        let first = spoken?.year().checked_add(first)?;
        return Interval::years(first, first.checked_add(1)?);
    }
    if let Some(found) = quarter(cursor, spoken) {
        return Some(found);
    }
    let named = cursor.take_value(&YEARS);
    let written = if named.is_none() {
        cursor.number_then(&["年度", "年"])
    } else {
        None
    };
    let year = match (named, written) {
        (Some(shift), _) => Some(spoken?.year().checked_add(shift)?),
        (None, Some(year)) if year >= 1000 => Some(i32::from(year)),
        (None, Some(_)) => return None,
        (None, None) => None,
    };
    let found = in_year(cursor, year, spoken, deadline);
    found.or_else(|| edge(cursor, Interval::years(year?, year?)?, "year"))
}

/// What follows a year, or stands without one: parts, months, days, 年底.
fn in_year(cursor: &mut Cursor<'_>, year: Option<i32>, spoken: Option<Date>, deadline: bool) -> Option<Interval> {
    let this = year.or(spoken.map(Date::year));
    if let Some((first, last)) = cursor.take_value(&PARTS) {
        return edge(cursor, Interval::months(this?, first, last)?, "month");
    }
    if year.is_none() && cursor.take("年内") {
        return Interval::years(this?, this?).map(Interval::end_only);
    }
    if year.is_none() && cursor.take("年中") {
        return Interval::months(this?, 6, 6);
    }
    if year.is_none() && cursor.take_any(&["岁末", "岁尾"]) {
        return Interval::months(this?, 12, 12);
    }
    if year.is_none() && matches!(cursor.0.chars().next(), Some('年')) {
        cursor.take("年");
        let whole = Interval::years(this?, this?)?;
        return edge(cursor, whole, "year").filter(|found| *found != whole);
    }
    if cursor.take_any(&["本月", "当月", "这个月"])
        || (year.is_none() && matches!(cursor.0, "月底" | "月底前" | "月末" | "月内") && cursor.take("月"))
    {
        let spoken = spoken?;
        return day_or_edge(cursor, spoken.year(), spoken.month());
    }
    if let Some(shift) = cursor.take_value(&[("下个月", 1), ("下月", 1), ("次月", 1), ("上个月", -1), ("上月", -1)])
    {
        let other = spoken?.plus_months(shift)?;
        return day_or_edge(cursor, other.year(), other.month());
    }
    let mut ahead = *cursor;
    if let Some(first) = ahead.number()
        && ahead.take_any(&TO)
        && let Some(last) = ahead.number_then(&["月份", "月"])
    {
        *cursor = ahead;
        return Interval::months(this?, u8::try_from(first).ok()?, u8::try_from(last).ok()?);
    }
    if let Some(month) = cursor.number_then(&["月份", "月"]) {
        let month = u8::try_from(month).ok()?;
        let behind = |spoken: Date| spoken.month() >= month.saturating_add(4) && deadline;
        let next = i32::from(year.is_none() && spoken.is_some_and(behind));
        return day_or_edge(cursor, this?.checked_add(next)?, month);
    }
    if year.is_none()
        && let Some(day) = cursor.number_then(&["日", "号"])
    {
        let spoken = spoken?;
        let day = u8::try_from(day).ok()?;
        let this = Date::new(spoken.year(), spoken.month(), day);
        // 5日前 on the 20th is the fifth of the next month.
        let found = this.filter(|found| !deadline || *found >= spoken).or_else(|| {
            let next = spoken.plus_months(1)?;
            Date::new(next.year(), next.month(), day)
        })?;
        return Interval::of(found, found);
    }
    None
}

/// 本季度, 下季度末.
fn quarter(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let mut ahead = *cursor;
    let shift = ahead.take_value(&[
        ("本季度", 0),
        ("本季", 0),
        ("下个季度", 3),
        ("下季度", 3),
        ("上个季度", -3),
        ("上季度", -3),
    ])?;
    let inside = spoken?.plus_months(shift)?;
    let first = (inside.month() - 1) / 3 * 3 + 1;
    *cursor = ahead;
    edge(cursor, Interval::months(inside.year(), first, first + 2)?, "month")
}

/// What follows a month: a day, 上旬, 底.
fn day_or_edge(cursor: &mut Cursor<'_>, year: i32, month: u8) -> Option<Interval> {
    if let Some(day) = cursor.number_then(&["日", "号"]) {
        let day = Date::new(year, month, u8::try_from(day).ok()?)?;
        return Interval::of(day, day);
    }
    if let Some((first, last)) = cursor.take_value(&[("上旬", (1, 10)), ("中旬", (11, 20)), ("下旬", (21, 31))]) {
        let end = Date::new(year, month, last).or_else(|| Date::month_end(year, month))?;
        return Interval::of(Date::new(year, month, first)?, end);
    }
    edge(cursor, Interval::months(year, month, month)?, "month")
}

/// 底, 末 and 初 after a stretch of time: its last or first month, or ten days.
fn edge(cursor: &mut Cursor<'_>, whole: Interval, unit: &str) -> Option<Interval> {
    let (from, to) = (whole.from?, whole.to?);
    if cursor.take_any(&["年底", "年末", "底", "末"]) {
        let start = if unit == "year" {
            Date::new(to.year(), 12, 1)?
        } else {
            to.plus_days(-9)?
        };
        return Interval::of(start, to);
    }
    if cursor.take_any(&["年初", "初"]) {
        let end = if unit == "year" {
            Date::month_end(from.year(), 1)?
        } else {
            from.plus_days(9)?
        };
        return Interval::of(from, end);
    }
    Some(whole)
}

/// A five-year plan: the first ran 1953 to 1957, the second to 1962, the third began in 1966.
fn five_years(cursor: &mut Cursor<'_>, plan: i32) -> Option<Interval> {
    let first = if plan <= 2 { 1948 + 5 * plan } else { 1951 + 5 * plan };
    let _ = cursor.take_any(&["期间", "时期"]);
    let _ = cursor.take("规划");
    if cursor.take_any(&["末", "期末", "收官之年", "收官"]) {
        return Interval::years(first + 4, first + 4);
    }
    if cursor.take_any(&["初", "开局之年", "开局"]) {
        return Interval::years(first, first);
    }
    Interval::years(first, first + 4)
}

/// 2024-04-22, 2022/3/1.
fn numeric(cursor: &mut Cursor<'_>) -> Option<Interval> {
    let mut ahead = *cursor;
    let year = ahead.number().filter(|year| *year >= 1000)?;
    let mark = ahead.take_value(&[("-", "-"), ("/", "/"), (".", ".")])?;
    let month = ahead.number()?;
    if !ahead.take(mark) {
        return None;
    }
    let day = ahead.number()?;
    let day = Date::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    *cursor = ahead;
    Interval::of(day, day)
}

/// 今天, 本周, 下周五.
fn near(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let mut ahead = *cursor;
    let day = ahead.take_value(&[
        ("今天", 0),
        ("今日", 0),
        ("明天", 1),
        ("明日", 1),
        ("后天", 2),
        ("即日", 0),
        ("昨天", -1),
        ("昨日", -1),
    ]);
    if let Some(shift) = day {
        let day = spoken?.plus_days(shift)?;
        *cursor = ahead;
        return Interval::of(day, day);
    }
    let week = ahead.take_value(&[
        ("本周", 0),
        ("这周", 0),
        ("本星期", 0),
        ("下周", 7),
        ("下星期", 7),
        ("上周", -7),
        ("周", 0),
        ("星期", 0),
    ])?;
    let bare = cursor.0.starts_with(['周', '星']);
    let spoken = spoken?;
    let monday = spoken.plus_days(week - spoken.weekday())?;
    let weekday = ahead.take_value(&[
        ("一", 0),
        ("二", 1),
        ("三", 2),
        ("四", 3),
        ("五", 4),
        ("六", 5),
        ("日", 6),
        ("末", 5),
    ]);
    *cursor = ahead;
    match weekday {
        // 周五前 on a Saturday is the next Friday.
        Some(shift) => {
            let later = if bare && shift < spoken.weekday() { 7 } else { 0 };
            Interval::of(monday.plus_days(shift + later)?, monday.plus_days(shift + later)?)
        }
        None if bare => None,
        None => Interval::of(monday, monday.plus_days(6)?),
    }
}
