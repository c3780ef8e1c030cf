//! What a change of the text leaves for a person to look at.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::annotation::{Annotation, AnnotationId, Link};

/// An annotation that did not come through a change of the text unharmed, and that nobody has looked at
/// since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its place among those of the same change, by where they stood in the old text; from 1.
    pub number: u32,
    /// The annotation.
    pub id: AnnotationId,
    /// What happened to it.
    pub drift: Drift,
    /// How much its words are alike before and after, in percent (0 to 100).
    pub similarity: u8,
    /// What stood before its words in their old sentence.
    pub before: String,
    /// Its old words.
    pub quote: String,
    /// What stood after them.
    pub after: String,
    /// The annotation itself where its words are gone: it has no place until a person gives it one.
    #[serde(default)]
    pub lost: Option<Arc<Annotation>>,
    /// The links that a lost annotation had.
    #[serde(default)]
    pub links: Vec<Arc<Link>>,
}

/// What a change of the text did to an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Drift {
    /// The same words, but elsewhere, or at one of several places that could be meant.
    Moved,
    /// Other words at its place.
    Changed,
    /// Its words are gone.
    Lost,
}

impl Drift {
    /// All of them, the least harm first.
    pub const ALL: [Self; 3] = [Self::Moved, Self::Changed, Self::Lost];

    /// Its id in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Lost => "lost",
        }
    }

    /// The one with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|drift| drift.id() == id)
    }
}
