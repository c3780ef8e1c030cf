//! The words of time expressions that have a place on the calendar, from `dates.txt`.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/dates.txt");

/// Words with what they stand for, the longest first.
type Valued<T> = Vec<(&'static str, T)>;

/// The groups of the file, which says of each what its words and their values mean.
pub(super) struct Vocabulary {
    pub(super) opening: Vec<&'static str>,
    pub(super) before: Vec<&'static str>,
    pub(super) within: Vec<&'static str>,
    pub(super) from: Vec<&'static str>,
    pub(super) around: Vec<&'static str>,
    pub(super) later: Vec<&'static str>,
    pub(super) earlier: Vec<&'static str>,
    pub(super) lasting: Valued<Unit>,
    pub(super) years: Valued<i32>,
    pub(super) two_years: Valued<i32>,
    pub(super) parts: Valued<(u8, u8)>,
    pub(super) turn: Vec<&'static str>,
    pub(super) quarters: Valued<i32>,
    pub(super) months: Valued<i32>,
    pub(super) month_end: Vec<&'static str>,
    pub(super) ten_days: Valued<(u8, u8)>,
    pub(super) end: Vec<&'static str>,
    pub(super) start: Vec<&'static str>,
    pub(super) days: Valued<i64>,
    pub(super) weeks: Valued<i64>,
    pub(super) weekdays: Valued<i64>,
    pub(super) plans: Valued<i32>,
    pub(super) plan_around: Vec<&'static str>,
    pub(super) plan_end: Vec<&'static str>,
    pub(super) plan_start: Vec<&'static str>,
    pub(super) solar: Valued<(u8, u8)>,
    pub(super) lunar: Valued<(usize, i64)>,
    pub(super) feast_years: Valued<i32>,
    pub(super) feast_before: Vec<&'static str>,
    pub(super) feast_day: Vec<&'static str>,
}

/// What lengths of time are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// So many months each.
    Months(i32),
    /// So many days each.
    Days(i32),
    /// Five of them are a week.
    WorkingDays,
    Hours,
}

/// The words, read once.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
        opening: words("opening"),
        before: words("before"),
        within: words("within"),
        from: words("from"),
        around: words("around"),
        later: words("later"),
        earlier: words("earlier"),
        lasting: valued("lasting", unit),
        years: valued("year", number),
        two_years: valued("two-years", number),
        parts: valued("part", pair),
        turn: words("turn"),
        quarters: valued("quarter", number),
        months: valued("month", number),
        month_end: words("month-end"),
        ten_days: valued("ten-days", pair),
        end: words("end"),
        start: words("start"),
        days: valued("day", number),
        weeks: valued("week", number),
        weekdays: valued("weekday", number),
        plans: valued("plan", number),
        plan_around: words("plan-around"),
        plan_end: words("plan-end"),
        plan_start: words("plan-start"),
        solar: valued("solar", pair),
        lunar: valued("lunar", pair),
        feast_years: valued("feast-year", number),
        feast_before: words("feast-before"),
        feast_day: words("feast-day"),
    });
    &WORDS
}

fn words(group: &str) -> Vec<&'static str> {
    WordList::longest_first(DATA, group)
}

fn valued<T>(group: &str, read: impl Fn(&str) -> Option<T>) -> Valued<T> {
    let entries = words(group).into_iter().filter_map(|entry| entry.split_once('='));
    let mut values: Valued<T> = entries.filter_map(|(word, value)| Some((word, read(value)?))).collect();
    values.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    values
}

fn number<T: std::str::FromStr>(value: &str) -> Option<T> {
    value.parse().ok()
}

fn pair<A: std::str::FromStr, B: std::str::FromStr>(value: &str) -> Option<(A, B)> {
    let (first, second) = value.split_once(',')?;
    Some((number(first)?, number(second)?))
}

fn unit(value: &str) -> Option<Unit> {
    match value {
        "工作日" => Some(Unit::WorkingDays),
        "小时" => Some(Unit::Hours),
        _ => {
            let months = value.strip_suffix('月').and_then(number).map(Unit::Months);
            months.or_else(|| value.strip_suffix('日').and_then(number).map(Unit::Days))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DATA, vocabulary};

    #[test]
    fn every_value_of_the_file_is_read() {
        let known = vocabulary();
        let read = [
            known.lasting.len(),
            known.years.len() + known.two_years.len() + known.feast_years.len(),
            known.quarters.len() + known.months.len() + known.plans.len(),
            known.days.len() + known.weeks.len() + known.weekdays.len(),
            known.parts.len() + known.ten_days.len(),
            known.solar.len() + known.lunar.len(),
        ];
        let lines = DATA.lines().filter(|line| !line.starts_with(['#', '[']));
        let written: usize = lines.map(|line| line.matches('=').count()).sum();
        assert_eq!(read.iter().sum::<usize>(), written);
    }
}
