//! Annotations, their tag set, links between them, and changes with their inverse.
//!
//! Suggestions and people's annotations are one kind of thing with an origin and a status. The only
//! way to change a [`Store`] is a [`Transaction`], one per gesture, and each has an inverse: undo is
//! data.

mod annotation;
mod change;
mod history;
mod review;
mod store;
mod tagset;

pub use annotation::{Annotation, AnnotationId, Attributes, Link, LinkId, Name, Origin, Status, Value};
pub use change::{Change, Gesture, Transaction, Verb};
pub use history::History;
pub use review::{Drift, Review};
pub use store::{Difference, Refused, Store};
pub use tagset::{AttributeKind, AttributeSpec, Label, Layer, LinkType, TagSet, TagSetError};
