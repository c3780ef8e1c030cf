//! How many annotations there are of each kind.

use std::collections::BTreeMap;

use crate::annotate::{Annotation, Difference, Layer, Name, Status, Store, TagSet};

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

    /// The counts of a later state of the document, whose labels are the same.
    pub fn after(&self, difference: &Difference, tagset: &TagSet) -> Self {
        let mut tally = self.clone();
        for gone in difference.before.iter().filter(|found| is_counted(found, tagset)) {
            *tally.of_status(gone.status) -= 1;
            if let Some(count) = tally
                .by_label
                .get_mut(&gone.label)
                .filter(|_| gone.status != Status::Rejected)
            {
                *count -= 1;
            }
        }
        for come in &difference.after {
            tally.add(come, tagset);
        }
        tally.by_label.retain(|_, count| *count > 0);
        tally
    }

    fn add(&mut self, annotation: &Annotation, tagset: &TagSet) {
        if is_counted(annotation, tagset) {
            *self.of_status(annotation.status) += 1;
            if annotation.status != Status::Rejected {
                *self.by_label.entry(annotation.label.clone()).or_default() += 1;
            }
        }
    }

    fn of_status(&mut self, status: Status) -> &mut usize {
        match status {
            Status::Suggested => &mut self.pending,
            Status::Accepted => &mut self.accepted,
            Status::Rejected => &mut self.rejected,
        }
    }
}

/// Counts the annotations of a document.
pub fn tally(store: &Store, tagset: &TagSet) -> Tally {
    let mut tally = Tally::default();
    for annotation in store.annotations() {
        tally.add(annotation, tagset);
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
