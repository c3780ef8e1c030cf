//! Feasts: 国庆节前, 春节期间.

use super::cursor::Cursor;
use super::{Date, Interval};

/// Feasts of the solar calendar: month and day. Longer names first.
const SOLAR: [(&str, (u8, u8)); 12] = [
    ("劳动节", (5, 1)),
    ("五一", (5, 1)),
    ("国庆节", (10, 1)),
    ("国庆", (10, 1)),
    ("十一", (10, 1)),
    ("建党节", (7, 1)),
    ("七一", (7, 1)),
    ("建军节", (8, 1)),
    ("八一", (8, 1)),
    ("元旦", (1, 1)),
    ("五四", (5, 4)),
    ("双十一", (11, 11)),
];

/// Feasts of the lunar calendar: the column of the table, and how many days later they are.
const LUNAR: [(&str, (usize, i64)); 9] = [
    ("春节", (0, 0)),
    ("新春", (0, 0)),
    ("除夕", (0, -1)),
    ("元宵", (0, 14)),
    ("正月十五", (0, 14)),
    ("端午", (1, 0)),
    ("中秋", (2, 0)),
    ("腊月二十三", (0, -7)),
    ("小年", (0, -7)),
];

/// The next such feast from the day of the speech on.
pub(super) fn feast(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let mut ahead = *cursor;
    let named = ahead.take_value(&[("今年", 0), ("明年", 1), ("来年", 1)]);
    let solar = ahead.take_value(&SOLAR);
    let lunar = if solar.is_none() {
        ahead.take_value(&LUNAR)
    } else {
        None
    };
    let _ = ahead.take("佳节") || ahead.take("节");
    let closes = matches!(
        ahead.0,
        "前" | "之前" | "以前" | "节前" | "前夕" | "期间" | "假期" | "当天" | "前后"
    );
    if !closes || solar.is_none() && lunar.is_none() {
        return None;
    }
    let _ = ahead.take_any(&["当天", "前后"]);
    if ahead.take_any(&["前夕", "节前"]) {
        ahead.0 = "前";
    }
    *cursor = ahead;
    let spoken = spoken?;
    let day = |year: i32| match (solar, lunar) {
        (Some((month, day)), _) => Date::new(year, month, day),
        (None, Some((column, days))) => lunar_day(year, column)?.plus_days(days),
        (None, None) => None,
    };
    let found = match named {
        Some(shift) => day(spoken.year().checked_add(shift)?)?,
        None => day(spoken.year())
            .filter(|day| *day >= spoken)
            .or_else(|| day(spoken.year().checked_add(1)?))?,
    };
    Interval::of(found, found)
}

/// The day of a lunar feast in a year, as far as the table goes.
fn lunar_day(year: i32, column: usize) -> Option<Date> {
    let line = include_str!("../data/feasts.txt")
        .lines()
        .find(|line| line.split(' ').next().and_then(|first| first.parse().ok()) == Some(year))?;
    let (month, day) = line.split(' ').nth(column + 1)?.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?)
}
