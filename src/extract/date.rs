//! Calendar days and the intervals that time expressions mean.

mod cursor;
mod feast;
mod vocabulary;
mod words;

use std::fmt;

use time::{Duration, Month};

/// A calendar day. Ordered; written as `2026-03-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// The day of a calendar date, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// Reads `2026-03-12`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    fn year(self) -> i32 {
        self.0.year()
    }

    fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The last day of a month, if there is such a month.
    fn month_end(year: i32, month: u8) -> Option<Self> {
        let length = Month::try_from(month).ok()?.length(year);
        Self::new(year, month, length)
    }

    /// The day so many days later (earlier if negative).
    fn plus_days(self, days: i64) -> Option<Self> {
        self.0.checked_add(Duration::days(days)).map(Self)
    }

    /// The same day so many months later, or the last day of that month.
    fn plus_months(self, months: i32) -> Option<Self> {
        let count = self
            .year()
            .checked_mul(12)?
            .checked_add(i32::from(self.month()) - 1)?
            .checked_add(months)?;
        let (year, month) = (count.div_euclid(12), u8::try_from(count.rem_euclid(12)).ok()? + 1);
        let last = Self::month_end(year, month)?;
        Self::new(year, month, self.0.day().min(last.0.day()))
    }

    /// Days since Monday, 0 to 6.
    fn weekday(self) -> i64 {
        i64::from(self.0.weekday().number_days_from_monday())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month() as u8,
            self.0.day()
        )
    }
}

/// First and last day of what a time expression means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first day; none where the words only set an end (年底前).
    pub from: Option<Date>,
    /// The last day; for a deadline, the day by which it must be done. None where the words only set a
    /// start (7月1日起).
    pub to: Option<Date>,
}

impl Interval {
    /// The days as a reader sees them: the last one alone (2022-12-31), where there is none the first
    /// one with a dash (2022-07-01–).
    pub fn due(self) -> String {
        match (self.to, self.from) {
            (Some(to), _) => to.to_string(),
            (None, Some(from)) => format!("{from}–"),
            (None, None) => String::new(),
        }
    }

    fn of(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self {
            from: Some(from),
            to: Some(to),
        })
    }

    /// The months of a year, both ends included.
    fn months(year: i32, first: u8, last: u8) -> Option<Self> {
        Self::of(Date::new(year, first, 1)?, Date::month_end(year, last)?)
    }

    fn years(first: i32, last: i32) -> Option<Self> {
        Self::of(Date::new(first, 1, 1)?, Date::new(last, 12, 31)?)
    }

    /// From the start of one to the end of the other.
    fn to(self, other: Self) -> Option<Self> {
        Self::of(self.from?, other.to?)
    }

    /// Only the end: 前.
    fn end_only(self) -> Self {
        Self { from: None, ..self }
    }

    /// Only the start: 起.
    fn start_only(self) -> Self {
        Self { to: None, ..self }
    }
}

/// The interval that a time expression means when it is said on a given day; none where the words
/// (节前, ×年) do not tell, or need a day that is not known.
///
/// 底 and 末 are the last month of a year and the last ten days of a month, 初 the first; 前 and 内
/// leave only the end. A month without a year is of the year of the speech, or of the next where a
/// deadline would otherwise lie half a year back.
pub fn resolve(words: &str, spoken: Option<Date>) -> Option<Interval> {
    words::interval(words, spoken)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, resolve};

    fn meaning(words: &str, spoken: &str) -> String {
        match resolve(words, Date::parse(spoken)) {
            Some(interval) => {
                let from = interval.from.map(|from| from.to_string()).unwrap_or_default();
                let to = interval.to.map(|to| to.to_string()).unwrap_or_default();
                format!("{from}..{to}")
            }
            None => String::new(),
        }
    }

    #[test]
    fn expressions_mean_intervals() {
        for (words, expected) in [
            ("年底前", "..2022-12-31"),
            ("年底", "2022-12-01..2022-12-31"),
            ("年内", "..2022-12-31"),
            ("今年", "2022-01-01..2022-12-31"),
            ("今年上半年", "2022-01-01..2022-06-30"),
            ("上半年", "2022-01-01..2022-06-30"),
            ("下半年", "2022-07-01..2022-12-31"),
            ("三季度末", "2022-09-21..2022-09-30"),
            ("第二季度", "2022-04-01..2022-06-30"),
            ("前三季度", "2022-01-01..2022-09-30"),
            ("本月底", "2022-08-22..2022-08-31"),
            ("本月底前", "..2022-08-31"),
            ("本月25日前", "..2022-08-25"),
            ("4月底前", "..2023-04-30"),
            ("1月底前", "..2023-01-31"),
            ("9月底前", "..2022-09-30"),
            ("10月1日前", "..2022-10-01"),
            ("10月1日之前", "..2022-10-01"),
            ("9月1日", "2022-09-01..2022-09-01"),
            ("6月", "2022-06-01..2022-06-30"),
            ("8至12月", "2022-08-01..2022-12-31"),
            ("9月上旬", "2022-09-01..2022-09-10"),
            ("明年6月", "2023-06-01..2023-06-30"),
            ("明年6月底前", "..2023-06-30"),
            ("去年", "2021-01-01..2021-12-31"),
            ("去年底", "2021-12-01..2021-12-31"),
            ("2027年", "2027-01-01..2027-12-31"),
            ("2027年底前", "..2027-12-31"),
            ("2024年2月", "2024-02-01..2024-02-29"),
            ("2026年2月4日", "2026-02-04..2026-02-04"),
            ("二〇二五年三月", "2025-03-01..2025-03-31"),
            ("2023—2025年", "2023-01-01..2025-12-31"),
            ("2023年至2025年", "2023-01-01..2025-12-31"),
            ("2024-04-22", "2024-04-22..2024-04-22"),
            ("三年内", "..2025-08-05"),
            ("两个月内", "..2022-10-05"),
            ("24小时内", "..2022-08-06"),
            ("未来五年", "2022-08-05..2027-08-05"),
            ("近三年", "2019-08-05..2022-08-05"),
            ("“十五五”期间", "2026-01-01..2030-12-31"),
            ("“十四五”末", "2025-01-01..2025-12-31"),
            ("十四五时期", "2021-01-01..2025-12-31"),
            ("“五一”前", "..2023-05-01"),
            ("国庆节前", "..2022-10-01"),
            ("本周五", "2022-08-05..2022-08-05"),
            ("下周", "2022-08-08..2022-08-14"),
            ("今天", "2022-08-05..2022-08-05"),
            ("春节前", "..2023-01-22"),
            ("明年春节前夕", "..2023-01-22"),
            ("元宵节前", "..2023-02-05"),
            ("中秋节期间", "2022-09-10..2022-09-10"),
            ("端午节前", "..2023-06-22"),
            ("下周五前", "..2022-08-12"),
            ("周五前", "..2022-08-05"),
            ("周三前", "..2022-08-10"),
            ("20日前", "..2022-08-20"),
            ("3日前", "..2022-09-03"),
            ("10月1日起", "2022-10-01.."),
            ("自2023年1月1日起", "2023-01-01.."),
            ("即日起", "2022-08-05.."),
            ("本季度末", "2022-09-21..2022-09-30"),
            ("下季度", "2022-10-01..2022-12-31"),
            ("今明两年", "2022-01-01..2023-12-31"),
            ("半年内", "..2023-02-05"),
            ("半个月内", "..2022-08-20"),
            ("3至5年内", "..2027-08-05"),
            ("“十四五”收官之年", "2025-01-01..2025-12-31"),
            ("岁末", "2022-12-01..2022-12-31"),
            ("到2025年底", "2025-12-01..2025-12-31"),
            ("8月10日至20日", "2022-08-10..2022-08-20"),
            ("三五年内", ""),
            ("每月", ""),
            ("每季度末", ""),
            ("汛期前", ""),
            ("任期内", ""),
            ("近期", ""),
            ("春节", ""),
            ("周边", ""),
            ("节前", ""),
            ("×年底", ""),
            ("202x年", ""),
            ("当前", ""),
            ("每年", ""),
            ("三年", ""),
            ("13月底前", ""),
            ("2月30日", ""),
            ("99999999999999999999年内", ""),
        ] {
            assert_eq!(meaning(words, "2022-08-05"), expected, "{words}");
        }
    }

    #[test]
    fn without_a_day_only_full_dates_are_told() {
        for (words, expected) in [
            ("2027年底前", "..2027-12-31"),
            ("“十五五”期间", "2026-01-01..2030-12-31"),
            ("年底前", ""),
            ("三年内", ""),
        ] {
            assert_eq!(meaning(words, ""), expected, "{words}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_without_panic(words in "[0-9一二三十百×年月日底前内近至周半季度上下末初第本去明个小时 ]{0,12}|\\PC{0,12}") {
            for spoken in [None, Date::new(2022, 2, 28), Date::new(9999, 12, 31), Date::new(-9999, 1, 1)] {
                if let Some(interval) = resolve(&words, spoken) {
                    prop_assert!(interval.from.is_none_or(|from| interval.to.is_none_or(|to| from <= to)));
                    prop_assert!(interval.from.is_some() || interval.to.is_some());
                }
            }
        }
    }
}
