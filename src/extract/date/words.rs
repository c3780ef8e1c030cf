//! What the words of a time expression mean.

use super::cursor::Cursor;
use super::feast::feast;
use super::vocabulary::{Unit, vocabulary};
use super::{Date, Interval};

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
    let known = vocabulary();
    let _ = cursor.take_any(&known.opening);
    let found = lasting(&mut cursor, spoken).or_else(|| date(&mut cursor, spoken, deadline))?;
    let found = if cursor.take_any(&TO) {
        let rest = date(&mut cursor, found.from.or(spoken), false)?;
        found.to(rest)?
    } else {
        found
    };
    let only_end = cursor.take_any(&known.before) || cursor.take_any(&known.within);
    let only_start = !only_end && cursor.take_any(&known.from);
    let _ = cursor.take_any(&known.around);
    cursor.is_done().then_some(match (only_end, only_start) {
        (true, _) => found.end_only(),
        (_, true) => found.start_only(),
        _ => found,
    })
}

/// 三年内, 未来五年, 近三年, 3至5年内.
fn lasting(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let known = vocabulary();
    let mut ahead = *cursor;
    let later = ahead.take_any(&known.later);
    let earlier = !later && ahead.take_any(&known.earlier);
    let half = ahead.0.starts_with('半');
    let mut number = if half { 1 } else { i32::from(ahead.number()?) };
    if !half && ahead.take_any(&TO) {
        number = i32::from(ahead.number()?);
    }
    let unit = ahead.take_value(&known.lasting)?;
    let _ = ahead.take("时间");
    let within = known.within.contains(&ahead.0);
    let spoken = spoken?;
    let shift = |sign: i32| {
        let (months, days) = match unit {
            Unit::Months(each) => (number.checked_mul(each)?, 0),
            Unit::Days(each) => (0, number.checked_mul(each)?),
            Unit::WorkingDays => (0, number + 2 * number.div_euclid(5)),
            Unit::Hours => (0, number.div_euclid(24) + i32::from(number % 24 != 0)),
        };
        spoken.plus_months(sign * months)?.plus_days(i64::from(sign * days))
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
    let known = vocabulary();
    if let Some(plan) = cursor.take_value(&known.plans) {
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
    if let Some(first) = cursor.take_value(&known.two_years) {
        let first = spoken?.year().checked_add(first)?;
        return Interval::years(first, first.checked_add(1)?);
    }
    if let Some(found) = quarter(cursor, spoken) {
        return Some(found);
    }
    let named = cursor.take_value(&known.years);
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
    let known = vocabulary();
    let this = year.or(spoken.map(Date::year));
    if let Some((first, last)) = cursor.take_value(&known.parts) {
        return edge(cursor, Interval::months(this?, first, last)?, "month");
    }
    if year.is_none() && cursor.take("年内") {
        return Interval::years(this?, this?).map(Interval::end_only);
    }
    if year.is_none() && cursor.take("年中") {
        return Interval::months(this?, 6, 6);
    }
    if year.is_none() && cursor.take_any(&known.turn) {
        return Interval::months(this?, 12, 12);
    }
    if year.is_none() && matches!(cursor.0.chars().next(), Some('年')) {
        cursor.take("年");
        let whole = Interval::years(this?, this?)?;
        return edge(cursor, whole, "year").filter(|found| *found != whole);
    }
    if year.is_none() && known.month_end.contains(&cursor.0) && cursor.take("月") {
        let spoken = spoken?;
        return day_or_edge(cursor, spoken.year(), spoken.month());
    }
    if let Some(shift) = cursor.take_value(&known.months) {
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
    let shift = ahead.take_value(&vocabulary().quarters)?;
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
    if let Some((first, last)) = cursor.take_value(&vocabulary().ten_days) {
        let end = Date::new(year, month, last).or_else(|| Date::month_end(year, month))?;
        return Interval::of(Date::new(year, month, first)?, end);
    }
    edge(cursor, Interval::months(year, month, month)?, "month")
}

/// 底, 末 and 初 after a stretch of time: its last or first month, or ten days.
fn edge(cursor: &mut Cursor<'_>, whole: Interval, unit: &str) -> Option<Interval> {
    let (from, to) = (whole.from?, whole.to?);
    if cursor.take_any(&vocabulary().end) {
        let start = if unit == "year" {
            Date::new(to.year(), 12, 1)?
        } else {
            to.plus_days(-9)?
        };
        return Interval::of(start, to);
    }
    if cursor.take_any(&vocabulary().start) {
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
    let known = vocabulary();
    let _ = cursor.take_any(&known.plan_around);
    let _ = cursor.take("规划");
    if cursor.take_any(&known.plan_end) {
        return Interval::years(first + 4, first + 4);
    }
    if cursor.take_any(&known.plan_start) {
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
    let known = vocabulary();
    let mut ahead = *cursor;
    let day = ahead.take_value(&known.days);
    if let Some(shift) = day {
        let day = spoken?.plus_days(shift)?;
        *cursor = ahead;
        return Interval::of(day, day);
    }
    let week = ahead.take_value(&known.weeks)?;
    let bare = cursor.0.starts_with(['周', '星']);
    let spoken = spoken?;
    let monday = spoken.plus_days(week - spoken.weekday())?;
    let weekday = ahead.take_value(&known.weekdays);
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
