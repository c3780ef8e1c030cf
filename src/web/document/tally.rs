//! How many annotations there are of each kind.

use std::collections::BTreeMap;

use crate::annotate::{Annotation, Layer, Name, Status, Store, TagSet};

/// Counts over the statements and mentions of a document. Headings and debris are not counted:
/// they show in the text itself and nobody has to walk through them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not decided yet.
    pub pending: usize,
    /// Accepted.
    pub accepted: usize,
    /// Rejected.
    pub rejected: usize,
    /// Those that stand (not rejected), by label.
    pub by_label: BTreeMap<Name, usize>,
}

impl Tally {
    /// All of them.
    pub fn total(&self) -> usize {
        self.pending + self.accepted + self.rejected
    }

    /// The share that is decided, in percent, rounded down; 100 where there is nothing to decide.
    pub fn percent_decided(&self) -> usize {
        match self.total() {
            0 => 100,
            total => (total - self.pending) * 100 / total,
        }
    }

    /// How many of a label stand.
    pub fn of(&self, label: &str) -> usize {
        self.by_label.get(label).copied().unwrap_or(0)
    }
}

/// Counts the annotations of a document.
pub fn tally(store: &Store, tagset: &TagSet) -> Tally {
    let mut tally = Tally::default();
    for annotation in store.annotations().iter().filter(|found| is_counted(found, tagset)) {
        match annotation.status {
            Status::Suggested => tally.pending += 1,
            Status::Accepted => tally.accepted += 1,
            Status::Rejected => tally.rejected += 1,
        }
        if annotation.status != Status::Rejected {
            *tally.by_label.entry(annotation.label.clone()).or_default() += 1;
        }
    }
    tally
}

/// Whether an annotation is a statement or a mention: something to walk through and decide.
/// Those of retired labels are not.
pub fn is_counted(annotation: &Annotation, tagset: &TagSet) -> bool {
    tagset
        .label(&annotation.label)
        .is_none_or(|label| label.layer != Layer::Structure && !label.retired)
}
