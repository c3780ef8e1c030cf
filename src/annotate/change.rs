//! Changes: what one gesture does to a store, and how to take it back.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::annotation::{Annotation, Link, Name};
use super::review::Review;
use super::tagset::TagSet;

/// One step. Each names both sides, so that it can be taken back without looking anywhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// An annotation that was not there.
    Add(Arc<Annotation>),
    /// An annotation that was there, as it was.
    Remove(Arc<Annotation>),
    /// An annotation before and after; both have the same id.
    Replace(Arc<Annotation>, Arc<Annotation>),
    /// A link that was not there.
    AddLink(Arc<Link>),
    /// A link that was there, as it was.
    RemoveLink(Arc<Link>),
    /// A link before and after; both have the same id.
    ReplaceLink(Arc<Link>, Arc<Link>),
    /// The tag set before and after.
    TagSet(Arc<TagSet>, Arc<TagSet>),
    /// An annotation that a person has to look at.
    AddReview(Arc<Review>),
    /// An annotation that a person had to look at, as it was.
    RemoveReview(Arc<Review>),
}

impl Change {
    /// The step that takes this one back.
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Add(annotation) => Self::Remove(annotation),
            Self::Remove(annotation) => Self::Add(annotation),
            Self::Replace(before, after) => Self::Replace(after, before),
            Self::AddLink(link) => Self::RemoveLink(link),
            Self::RemoveLink(link) => Self::AddLink(link),
            Self::ReplaceLink(before, after) => Self::ReplaceLink(after, before),
            Self::TagSet(before, after) => Self::TagSet(after, before),
            Self::AddReview(review) => Self::RemoveReview(review),
            Self::RemoveReview(review) => Self::AddReview(review),
        }
    }
}

/// All that one gesture does; applied and undone as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// What the person did, for the words of undo.
    pub gesture: Gesture,
    /// The steps, in order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// The transaction that takes this one back.
    pub fn inverse(&self) -> Self {
        Self {
            gesture: self.gesture.clone(),
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
        }
    }

    /// The tag set before and after, if the gesture changed it.
    pub fn tagset(&self) -> Option<(&Arc<TagSet>, &Arc<TagSet>)> {
        self.changes.iter().find_map(|change| match change {
            Change::TagSet(before, after) => Some((before, after)),
            _ => None,
        })
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gesture {
    /// The kind of gesture.
    pub verb: Verb,
    /// The label it was done to, if it was one.
    pub label: Option<Name>,
    /// How many annotations or links it touched.
    pub count: u32,
}

/// Kinds of gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verb {
    /// A suggestion was accepted.
    Accept,
    /// A suggestion was rejected.
    Reject,
    /// An annotation got another label.
    Relabel,
    /// An annotation was added.
    Add,
    /// An annotation was removed, with its links.
    Remove,
    /// An annotation's edges were moved.
    Resize,
    /// One annotation became two.
    Split,
    /// Two annotations became one.
    Merge,
    /// A piece was added to an annotation or taken from it.
    Fragment,
    /// A field was set.
    Attribute,
    /// A remark was written.
    Note,
    /// A link was made.
    Link,
    /// A link was removed.
    Unlink,
    /// A new extraction replaced the open suggestions.
    Suggest,
    /// Annotations came from a file.
    Import,
    /// The labels or link types were edited.
    TagSet,
    /// Annotations that a change of the text had harmed were looked at.
    Review,
}

impl Verb {
    /// The verb's id, e.g. for looking up its words.
    pub fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Relabel => "relabel",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Resize => "resize",
            Self::Split => "split",
            Self::Merge => "merge",
            Self::Fragment => "fragment",
            Self::Attribute => "attribute",
            Self::Note => "note",
            Self::Link => "link",
            Self::Unlink => "unlink",
            Self::Suggest => "suggest",
            Self::Import => "import",
            Self::TagSet => "tagset",
            Self::Review => "review",
        }
    }
}
