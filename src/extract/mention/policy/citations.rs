//! The words around what is cited, as the data file has them.

use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `citations.txt`, where the comments say what each group is. Every group has its longest
    /// words first.
    pub(super) CITATIONS: Citations = "../../data/citations.txt" {
        document "document"
        citing "citing"
        work "work"
        spirit "spirit"
        file "file"
        held "held"
        body "body"
        issuer "issuer"
        kind "kind"
        issuing "issuing"
        regulating "regulating"
        articles "articles"
        adopting "adopting"
        drafting "drafting"
        carrying "carrying"
        drafted_kind "drafted-kind"
        outline_kind "outline-kind"
        approved "approved"
        unnamed "unnamed"
        vague_plan "vague-plan"
        level "level"
        local "local"
        before_meeting "before-meeting"
        behind_meeting "behind-meeting"
        own_before "own-before"
        own_behind "own-behind"
        name_starts "name-starts"
        determined "determined"
        each_own "each-own"
        passed "passed"
        telling "telling"
        no_gathering "no-gathering"
        meeting_bodies "meeting-body"
        vague_meeting "vague-meeting"
        joined_levels "joined-level"
        several_kinds "several-kind"
        sitting_levels "sitting-level"
        behind_sitting "behind-sitting"
        congresses "congress"
    }
}
