//! Annotations that were picked by pointing at a figure.

use std::collections::BTreeSet;

use crate::annotate::AnnotationId;

/// Annotations that were picked by pointing at a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// What the figure counts, in words.
    pub caption: String,
    /// What it counts.
    pub ids: BTreeSet<AnnotationId>,
}
