//! The words in and around lists, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `lists.txt`, where the comments say what each group is.
    pub(super) LISTS: Lists = "../../data/lists.txt" {
        great "great"
        quoted "quoted"
        done_to "done-to"
        works "work"
        fields "field"
        associations "association"
        offices "office"
        vague "vague"
        firms "firm"
        reports "report"
        spoken "spoken"
        spokesmen "spokesman"
        meeting_openings "meeting-opening"
        persons "person"
        units "unit"
    }
}
