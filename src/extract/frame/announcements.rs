//! The words that announce what follows, as the data file has them.

use std::sync::LazyLock;

use crate::extract::matcher::Matcher;
use crate::extract::word_list::WordList;

/// The words of `announcements.txt`, where the comments say what each group is. Every group has its
/// longest words first.
pub(super) struct Announcements {
    pub(super) topic: Vec<&'static str>,
    pub(super) upward: Vec<&'static str>,
    pub(super) following: Vec<&'static str>,
    pub(super) thing: Vec<&'static str>,
    pub(super) announcing: Matcher<'static>,
    pub(super) list: Vec<&'static str>,
    pub(super) list_verb: Vec<&'static str>,
}

pub(super) static ANNOUNCEMENTS: LazyLock<Announcements> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../data/announcements.txt"), name);
    Announcements {
        topic: group("topic"),
        upward: group("upward"),
        following: group("following"),
        thing: group("thing"),
        announcing: Matcher::new(group("announcing")),
        list: group("list"),
        list_verb: group("list-verb"),
    }
});
