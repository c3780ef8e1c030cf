//! The words around what is cited, as the data file has them.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// The words of `citations.txt`, where the comments say what each group is. Every group has its longest
/// words first.
pub(super) struct Citations {
    pub(super) document: Vec<&'static str>,
    pub(super) citing: Vec<&'static str>,
    pub(super) work: Vec<&'static str>,
    pub(super) spirit: Vec<&'static str>,
    pub(super) file: Vec<&'static str>,
    pub(super) held: Vec<&'static str>,
    pub(super) body: Vec<&'static str>,
    pub(super) issuer: Vec<&'static str>,
    pub(super) kind: Vec<&'static str>,
    pub(super) issuing: Vec<&'static str>,
    pub(super) regulating: Vec<&'static str>,
    pub(super) articles: Vec<&'static str>,
    pub(super) adopting: Vec<&'static str>,
    pub(super) drafting: Vec<&'static str>,
    pub(super) carrying: Vec<&'static str>,
    pub(super) drafted_kind: Vec<&'static str>,
    pub(super) outline_kind: Vec<&'static str>,
    pub(super) approved: Vec<&'static str>,
    pub(super) unnamed: Vec<&'static str>,
    pub(super) vague_plan: Vec<&'static str>,
    pub(super) level: Vec<&'static str>,
    pub(super) local: Vec<&'static str>,
    pub(super) before_meeting: Vec<&'static str>,
    pub(super) behind_meeting: Vec<&'static str>,
    pub(super) own_before: Vec<&'static str>,
    pub(super) own_behind: Vec<&'static str>,
    pub(super) name_starts: Vec<&'static str>,
    pub(super) determined: Vec<&'static str>,
    pub(super) each_own: Vec<&'static str>,
}

pub(super) static CITATIONS: LazyLock<Citations> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../../data/citations.txt"), name);
    Citations {
        document: group("document"),
        citing: group("citing"),
        work: group("work"),
        spirit: group("spirit"),
        file: group("file"),
        held: group("held"),
        body: group("body"),
        issuer: group("issuer"),
        kind: group("kind"),
        issuing: group("issuing"),
        regulating: group("regulating"),
        articles: group("articles"),
        adopting: group("adopting"),
        drafting: group("drafting"),
        carrying: group("carrying"),
        drafted_kind: group("drafted-kind"),
        outline_kind: group("outline-kind"),
        approved: group("approved"),
        unnamed: group("unnamed"),
        vague_plan: group("vague-plan"),
        level: group("level"),
        local: group("local"),
        before_meeting: group("before-meeting"),
        behind_meeting: group("behind-meeting"),
        own_before: group("own-before"),
        own_behind: group("own-behind"),
        name_starts: group("name-starts"),
        determined: group("determined"),
        each_own: group("each-own"),
    }
});
