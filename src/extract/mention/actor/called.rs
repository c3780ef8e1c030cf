//! How units and districts are called and what stands by them, as the data file has it.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// Groups of `actors.txt`, where the comments say what each is; held against parts of words.
pub(super) struct Called {
    pub(super) others: Vec<&'static str>,
    pub(super) districts: Vec<&'static str>,
    pub(super) no_district: Vec<&'static str>,
    pub(super) joint_bodies: Vec<&'static str>,
    pub(super) short: Vec<&'static str>,
    pub(super) charges: Vec<&'static str>,
    pub(super) before_charge: Vec<&'static str>,
    pub(super) questions: Vec<&'static str>,
    pub(super) in_time: Vec<&'static str>,
    pub(super) finished: Vec<&'static str>,
}

pub(super) static CALLED: LazyLock<Called> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../../data/actors.txt"), name);
    Called {
        others: group("others"),
        districts: group("district"),
        no_district: group("no-district"),
        joint_bodies: group("joint-body"),
        short: group("short"),
        charges: group("charge"),
        before_charge: group("before-charge"),
        questions: group("question"),
        in_time: group("in-time"),
        finished: group("finished"),
    }
});
