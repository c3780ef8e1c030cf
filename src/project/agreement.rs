//! How far two people, or a person and the program, agree about the same texts.
//!
//! Annotations are compared as wholes (F1, exact and overlapping) and character by character: Cohen's κ
//! (Cohen 1960) and Krippendorff's α for nominal data of two coders without gaps (Krippendorff 2011).
//! Rejected annotations do not count.

mod counts;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::annotate::{Name, Status};
use crate::project::Project;
use counts::Counts;

/// How far two sets of annotations agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// Documents compared.
    pub documents: usize,
    /// Their characters, in code points.
    pub characters: u64,
    /// All labels together. A character's category is the set of its labels.
    pub all: Measures,
    /// Each label by itself. A character's category is whether it has the label.
    pub labels: BTreeMap<Name, Measures>,
}

/// Measures of agreement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// Annotations of the first.
    pub first: u64,
    /// Annotations of the second.
    pub second: u64,
    /// F1 of annotations with equal label and equal ends; from 0 to 1.
    pub exact: Option<f64>,
    /// F1 of annotations with equal label that share a character, each counted once.
    pub overlap: Option<f64>,
    /// Cohen's κ over characters, up to 1; none where chance alone would agree always.
    pub kappa: Option<f64>,
    /// Krippendorff's α over characters, up to 1; none where there is only one category.
    pub alpha: Option<f64>,
}

/// Compares pairs of documents, each pair with one text.
pub fn agreement<'a>(pairs: impl IntoIterator<Item = (&'a Project, &'a Project)>) -> Agreement {
    let (mut documents, mut characters) = (0, 0);
    let mut counts = Counts::default();
    for (first, second) in pairs {
        documents += 1;
        let length = first.source.chars().0;
        characters += u64::from(length);
        counts.add(&marks(first), &marks(second), length);
    }
    Agreement {
        documents,
        characters,
        all: counts.all(),
        labels: counts.labels(),
    }
}

/// An annotation as it is compared: label, first code point, and the one after the last.
type Mark = (Name, u32, u32);

/// Sorted by label and place.
fn marks(project: &Project) -> Vec<Mark> {
    let counted = project
        .store
        .annotations()
        .iter()
        .filter(|one| one.status != Status::Rejected);
    let mut marks: Vec<Mark> = counted
        .map(|one| {
            let span = project.source.span_to_chars(one.span);
            (one.label.clone(), span.start().0, span.end().0)
        })
        .collect();
    marks.sort();
    marks
}

#[cfg(test)]
mod tests;
