//! Calendar days and the intervals that time expressions mean.

use std::fmt;

/// A calendar day. Ordered; written as `2026-03-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// The day of a calendar date, if there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// Reads `2026-03-12`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
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
    /// The first day; none where the words only set an end.
    pub from: Option<Date>,
    /// The last day; for a deadline, the day by which it must be done.
    pub to: Date,
}

/// The interval that a time expression means when it is said on a given day; none where the words
/// (节前, ×年) do not tell.
pub fn resolve(_words: &str, _spoken: Option<Date>) -> Option<Interval> {
    None
}
