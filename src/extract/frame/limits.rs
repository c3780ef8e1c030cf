//! The words around times that may be limits, as the data file has them.

use std::sync::LazyLock;

use crate::extract::matcher::Matcher;
use crate::extract::word_list::WordList;

/// Some groups of `assignments.txt`, where the comments say what each is. Every group has its longest
/// words first.
pub(super) struct Limits {
    pub(super) done: Vec<&'static str>,
    pub(super) no_limit: Matcher<'static>,
    pub(super) no_limit_behind: Matcher<'static>,
    pub(super) lasting: Vec<&'static str>,
    pub(super) goal: Vec<&'static str>,
    pub(super) span: Vec<&'static str>,
    pub(super) speech: Vec<&'static str>,
    pub(super) counted_from: Vec<&'static str>,
}

pub(super) static LIMITS: LazyLock<Limits> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../data/assignments.txt"), name);
    Limits {
        done: group("done"),
        no_limit: Matcher::new(group("no-limit")),
        no_limit_behind: Matcher::new(group("no-limit-behind")),
        lasting: group("lasting"),
        goal: group("goal"),
        span: group("span"),
        speech: group("speech"),
        counted_from: group("counted-from"),
    }
});
