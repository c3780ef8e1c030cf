//! Feasts: 国庆节前, 春节期间.

use super::cursor::Cursor;
use super::vocabulary::vocabulary;
use super::{Date, Interval};

/// The next such feast from the day of the speech on.
pub(super) fn feast(cursor: &mut Cursor<'_>, spoken: Option<Date>) -> Option<Interval> {
    let known = vocabulary();
    let mut ahead = *cursor;
    let named = ahead.take_value(&known.feast_years);
    let solar = ahead.take_value(&known.solar);
    let lunar = if solar.is_none() {
        ahead.take_value(&known.lunar)
    } else {
        None
    };
    let _ = ahead.take("佳节") || ahead.take("节");
    let before = known.feast_before.contains(&ahead.0);
    if !before && !known.feast_day.contains(&ahead.0) || solar.is_none() && lunar.is_none() {
        return None;
    }
    ahead.0 = if before { "前" } else { "" };
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
