//! The words that tell headings, as the data file has them.

use std::sync::LazyLock;

use crate::extract::word_list::WordList;

/// `outline.txt`, where the comments say what each group is.
pub(super) const DATA: &str = include_str!("../data/outline.txt");

/// The groups that are held against the text around a place, the longest words first.
pub(super) struct Words {
    pub(super) ending: Vec<&'static str>,
    pub(super) part: Vec<&'static str>,
    pub(super) point: Vec<&'static str>,
    pub(super) never_counted: Vec<&'static str>,
    pub(super) thing: Vec<&'static str>,
    pub(super) struck: Vec<&'static str>,
    pub(super) never_struck: Vec<&'static str>,
    pub(super) amount: Vec<&'static str>,
    pub(super) moving: Vec<&'static str>,
    pub(super) reached: Vec<&'static str>,
    pub(super) no_amount: Vec<&'static str>,
    pub(super) day: Vec<&'static str>,
    pub(super) before_figure: Vec<&'static str>,
    pub(super) classifier: Vec<&'static str>,
    pub(super) no_classifier: Vec<&'static str>,
    pub(super) label: Vec<&'static str>,
    pub(super) label_opening: Vec<&'static str>,
    pub(super) label_numbered: Vec<&'static str>,
    pub(super) label_with: Vec<&'static str>,
    pub(super) speaker: Vec<&'static str>,
    pub(super) announcing: Vec<&'static str>,
    pub(super) before_numeral: Vec<&'static str>,
    pub(super) before_rank: Vec<&'static str>,
    pub(super) counted_by: Vec<&'static str>,
    pub(super) not_fused: Vec<&'static str>,
    pub(super) behind_blank: Vec<&'static str>,
    pub(super) ends_in_numeral: Vec<&'static str>,
    pub(super) repeating: Vec<&'static str>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(DATA, name);
    Words {
        ending: group("ending"),
        part: group("part"),
        point: group("point"),
        never_counted: group("never-counted"),
        thing: group("thing"),
        struck: group("struck"),
        never_struck: group("never-struck"),
        amount: group("amount"),
        moving: group("moving"),
        reached: group("reached"),
        no_amount: group("no-amount"),
        day: group("day"),
        before_figure: group("before-figure"),
        classifier: group("classifier"),
        no_classifier: group("no-classifier"),
        label: group("label"),
        label_opening: group("label-opening"),
        label_numbered: group("label-numbered"),
        label_with: group("label-with"),
        speaker: group("speaker"),
        announcing: group("announcing"),
        before_numeral: group("before-numeral"),
        before_rank: group("before-rank"),
        counted_by: group("counted-by"),
        not_fused: group("not-fused"),
        behind_blank: group("behind-blank"),
        ends_in_numeral: group("ends-in-numeral"),
        repeating: group("repeating"),
    }
});
