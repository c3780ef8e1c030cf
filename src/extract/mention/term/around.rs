//! The words around quotes and numerals, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// Groups of `concepts.txt` that are held against the text around a place, where the comments say what each group is.
    pub(super) AROUND: Around = "../../data/concepts.txt" {
        duties "duty"
        honours "honour"
        faults "fault"
        named "named"
        resolve_nouns "resolve-noun"
        coined "coined"
    }
}
