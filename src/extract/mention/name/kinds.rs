//! Kinds of endings that the rules of names treat alike, as the data file has them.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// The words of `kinds.txt`, where the comments say what each group is.
pub(super) struct Kinds {
    pub(super) events: Vec<&'static str>,
    pub(super) games: Vec<&'static str>,
    pub(super) devices: Vec<&'static str>,
    pub(super) common: Vec<&'static str>,
    pub(super) bare: Vec<&'static str>,
    pub(super) houses: Vec<&'static str>,
    pub(super) places: Vec<&'static str>,
    pub(super) lines: Vec<&'static str>,
    pub(super) water: Vec<&'static str>,
    pub(super) proper: Vec<&'static str>,
    pub(super) alone: Vec<&'static str>,
    pub(super) achieved: Vec<&'static str>,
    pub(super) together: Vec<&'static str>,
    pub(super) several: Vec<&'static str>,
    pub(super) limits: Vec<&'static str>,
    pub(super) bound: Vec<&'static str>,
    pub(super) due: Vec<&'static str>,
    pub(super) no_street: Vec<&'static str>,
    pub(super) works: Vec<&'static str>,
    pub(super) firm_before: Vec<&'static str>,
    pub(super) firm_steps: Vec<&'static str>,
    pub(super) firm_deeds: Vec<&'static str>,
    pub(super) founding: Vec<&'static str>,
    pub(super) purse: Vec<&'static str>,
}

pub(super) static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../../data/kinds.txt"), name);
    Kinds {
        events: group("events"),
        games: group("games"),
        devices: group("devices"),
        common: group("common"),
        bare: group("bare"),
        houses: group("houses"),
        places: group("places"),
        lines: group("lines"),
        water: group("water"),
        proper: group("proper"),
        alone: group("alone"),
        achieved: group("achieved"),
        together: group("together"),
        several: group("several"),
        limits: group("limits"),
        bound: group("bound"),
        due: group("due"),
        no_street: group("no-street"),
        works: group("works"),
        firm_before: group("firm-before"),
        firm_steps: group("firm-steps"),
        firm_deeds: group("firm-deeds"),
        founding: group("founding"),
        purse: group("purse"),
    }
});
