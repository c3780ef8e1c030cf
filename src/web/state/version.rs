//! What can happen to a document that has another version.

use std::rc::Rc;

use crate::project::Project;
use crate::text::Span;
use crate::version::Filling;
use crate::web::storage::DocumentId;

/// What can happen to a document that has another version.
#[derive(Clone, Debug, PartialEq)]
pub enum Version {
    /// The open document gets a new text. The old version stays in the list under another title.
    Renew {
        /// Names the new version.
        id: DocumentId,
        /// The new version with the annotations of the old one.
        project: Rc<Project>,
        /// The title of the old version from now on.
        old_title: String,
    },
    /// These of what was left to look at are good as they are.
    Confirm(Vec<u32>),
    /// These are given up.
    Discard(Vec<u32>),
    /// This one gets a place.
    Place(u32, Span),
    /// A place for this one is to be chosen; `None` gives the choice up.
    Fix(Option<u32>),
    /// The annotations of another version are to come over.
    Bring(Rc<Project>),
    /// Words for a redaction, and what is noted about where they come from.
    Fill(Filling, String),
}
