//! The words beside and in front of statements, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `statements.txt`, where the comments say what each group is.
    pub(super) LISTED: Listed = "../data/statements.txt" {
        leading "leading"
        bounds "bound"
        set "set"
        over "over"
    }
}
