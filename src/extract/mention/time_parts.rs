//! The words beside the pieces of a time expression, as the data file has them.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// The words of `time_parts.txt`, where the comments say what each group is.
pub(super) struct Parts {
    pub(super) before_lasting: Vec<&'static str>,
    /// With the characters that make it another word.
    pub(super) after: Vec<(&'static str, &'static str)>,
    pub(super) holiday_tail: Vec<&'static str>,
    pub(super) feasts: Vec<&'static str>,
    pub(super) near: Vec<&'static str>,
    pub(super) feast_before: Vec<&'static str>,
    pub(super) plan_tail: Vec<&'static str>,
    pub(super) turns: Vec<&'static str>,
    pub(super) weighty_before: Vec<&'static str>,
    pub(super) weighty_behind: Vec<&'static str>,
    pub(super) hours: Vec<&'static str>,
    pub(super) spans: Vec<&'static str>,
    pub(super) events: Vec<&'static str>,
    pub(super) ranks: Vec<&'static str>,
    pub(super) again: Vec<&'static str>,
    pub(super) that_day: Vec<&'static str>,
    pub(super) of_today: Vec<&'static str>,
    pub(super) starting: Vec<&'static str>,
    pub(super) season_pairs: Vec<&'static str>,
    pub(super) seasons: Vec<&'static str>,
    pub(super) night_kinds: Vec<&'static str>,
    pub(super) winters: Vec<&'static str>,
    pub(super) past_before: Vec<&'static str>,
    pub(super) next_hour: Vec<&'static str>,
    pub(super) of_year: Vec<&'static str>,
}

pub(super) static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../data/time_parts.txt"), name);
    let mut after: Vec<_> = group("after")
        .into_iter()
        .map(|word| word.split_once('!').unwrap_or((word, "")))
        .collect();
    after.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    Parts {
        before_lasting: group("before-lasting"),
        after,
        holiday_tail: group("holiday-tail"),
        feasts: group("feast"),
        near: group("near"),
        feast_before: group("feast-before"),
        plan_tail: group("plan-tail"),
        turns: group("turns"),
        weighty_before: group("weighty-before"),
        weighty_behind: group("weighty-behind"),
        hours: group("hour"),
        spans: group("span"),
        events: group("event"),
        ranks: group("rank"),
        again: group("again"),
        that_day: group("that-day"),
        of_today: group("of-today"),
        starting: group("starting"),
        season_pairs: group("season-pair"),
        seasons: group("season"),
        night_kinds: group("night-kind"),
        winters: group("winter"),
        past_before: group("past-before"),
        next_hour: group("next-hour"),
        of_year: group("of-year"),
    }
});
