//! The words of sites and papers, as the data file has them.

use std::sync::LazyLock;

use super::super::word_list::WordList;

/// The words of `pages.txt`, where the comments say what each group is. Every group has its longest
/// words first.
pub(super) struct Pages {
    pub(super) paragraph: Vec<&'static str>,
    pub(super) before_break: Vec<&'static str>,
    pub(super) visiting: Vec<&'static str>,
    pub(super) telling: Vec<&'static str>,
    pub(super) selling: Vec<&'static str>,
    pub(super) contents: Vec<&'static str>,
    pub(super) paper: Vec<&'static str>,
    pub(super) keeping: Vec<&'static str>,
    pub(super) site_kind: Vec<&'static str>,
    pub(super) site_about: Vec<&'static str>,
    pub(super) site_alone: Vec<&'static str>,
    pub(super) site_path: Vec<&'static str>,
    pub(super) site_suffix: Vec<&'static str>,
    pub(super) title_end: Vec<&'static str>,
    pub(super) template: Vec<&'static str>,
    pub(super) picture: Vec<&'static str>,
    pub(super) speech: Vec<&'static str>,
    pub(super) page_note: Vec<&'static str>,
    pub(super) occasion: Vec<&'static str>,
    pub(super) no_editor: Vec<&'static str>,
    pub(super) ordering: Vec<&'static str>,
    pub(super) inserted: Vec<&'static str>,
    pub(super) inserted_with: Vec<&'static str>,
    pub(super) inserted_site: Vec<&'static str>,
    pub(super) button: Vec<&'static str>,
    pub(super) advert: Vec<&'static str>,
    pub(super) inserted_by: Vec<&'static str>,
    pub(super) presenting: Vec<&'static str>,
    pub(super) gathered: Vec<&'static str>,
    pub(super) sized: Vec<&'static str>,
    pub(super) filed: Vec<&'static str>,
    pub(super) filed_number: Vec<&'static str>,
    pub(super) printer: Vec<&'static str>,
    pub(super) grade: Vec<&'static str>,
}

pub(super) static PAGES: LazyLock<Pages> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(include_str!("../data/pages.txt"), name);
    Pages {
        paragraph: group("paragraph"),
        before_break: group("before-break"),
        visiting: group("visiting"),
        telling: group("telling"),
        selling: group("selling"),
        contents: group("contents"),
        paper: group("paper"),
        keeping: group("keeping"),
        site_kind: group("site-kind"),
        site_about: group("site-about"),
        site_alone: group("site-alone"),
        site_path: group("site-path"),
        site_suffix: group("site-suffix"),
        title_end: group("title-end"),
        template: group("template"),
        picture: group("picture"),
        speech: group("speech"),
        page_note: group("page-note"),
        occasion: group("occasion"),
        no_editor: group("no-editor"),
        ordering: group("ordering"),
        inserted: group("inserted"),
        inserted_with: group("inserted-with"),
        inserted_site: group("inserted-site"),
        button: group("button"),
        advert: group("advert"),
        inserted_by: group("inserted-by"),
        presenting: group("presenting"),
        gathered: group("gathered"),
        sized: group("sized"),
        filed: group("filed"),
        filed_number: group("filed-number"),
        printer: group("printer"),
        grade: group("grade"),
    }
});
