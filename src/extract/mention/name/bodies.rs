//! The words around bodies, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `bodies.txt`, where the comments say what each group is.
    pub(super) BODIES: Bodies = "../../data/bodies.txt" {
        not_central "not-central"
        supervising "supervising"
        central_offices "central-office"
        sittings "sitting"
        parts "part"
        own_parts "own-part"
        not_own_parts "not-own-part"
        branches "branch"
        no_hospital "no-hospital"
        no_acts "no-act"
        offices "office"
        senders "sender"
        speakers "speaker"
        vetoes "veto"
    }
}
