//! Documents that are extracted one after the other.

use std::rc::Rc;

use crate::project::Project;
use crate::protocol::RequestId;
use crate::web::storage::{DocumentId, Entry};

/// Documents that are extracted one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Those that are still to come; the next is first.
    pub queue: Vec<DocumentId>,
    /// How many there were.
    pub total: usize,
    /// The one that is being extracted; `None` while the next is being read.
    pub current: Option<BatchItem>,
}

/// A document that is being extracted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchItem {
    /// Its line in the list.
    pub entry: Rc<Entry>,
    /// Its text.
    pub project: Rc<Project>,
    /// The request.
    pub request: RequestId,
}

impl Batch {
    /// How many are done.
    pub fn done(&self) -> usize {
        self.total
            .saturating_sub(self.queue.len() + usize::from(self.current.is_some()))
    }

    /// The document that is to be read next.
    pub fn next(&self) -> Option<&DocumentId> {
        self.queue.first().filter(|_| self.current.is_none())
    }

    /// Whether nothing is left to be done.
    pub fn is_over(&self) -> bool {
        self.queue.is_empty() && self.current.is_none()
    }
}
