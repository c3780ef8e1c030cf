//! The unit that stands behind a number.

use super::counted::COUNTS;
use super::is_year;
use crate::extract::mention::number::Number;
use crate::extract::mention::scan::{after, after_word, before};
use crate::extract::mention::unit::{Unit, UnitKind, unit};

/// The unit after a number (a blank may stand between) and where it ends.
pub(super) fn unit_after(text: &str, number: &Number) -> Option<(Unit, usize)> {
    let mut at = number.range.end;
    if number.digits && matches!(after(text, at), Some(' ' | '\u{a0}')) {
        at += after(text, at).map_or(0, char::len_utf8);
    }
    let digits = text[number.range.clone()].ends_with(|char: char| char.is_ascii_digit());
    let mut found = unit(&text[at..], digits)?;
    // 3年 is a date only with four digits or placeholders before 年; else it lasts.
    if found.kind == UnitKind::Duration && is_year(text, number) && &text[at..at + found.len] == "年" {
        found.kind = UnitKind::Calendar;
    }
    if matches!(found.kind, UnitKind::Calendar) && matches!(&text[at..at + found.len], "日" | "号") && !number.digits
    {
        // 一日 without 月 before it is not a date.
        found.kind = if before(text, number.range.start) == Some('月') {
            UnitKind::Calendar
        } else {
            UnitKind::Other
        };
    }
    // 半月 lasts, as 半年 does.
    if &text[number.range.clone()] == "半" && &text[at..at + found.len] == "月" {
        found.kind = UnitKind::Duration;
    }
    if found.kind == UnitKind::Calendar
        && &text[at..at + found.len] == "号"
        && before(text, number.range.start) != Some('月')
    {
        found.kind = UnitKind::Other;
    }
    Some((found, with_rate(text, at + found.len)))
}

/// 元/亩, 吨/日: the end with what the unit is counted by.
fn with_rate(text: &str, end: usize) -> usize {
    let Some((slash, _)) = after_word(text, end, &["/", "／"]) else {
        return end;
    };
    after_word(text, slash, &COUNTS.rates).map_or(end, |(end, _)| end)
}
