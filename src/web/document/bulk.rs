//! What a decision about many suggestions at once would decide.

use super::index::Index;
use super::section::headings;
use super::tally::is_counted;
use crate::annotate::{Annotation, AnnotationId, Name, Origin, Status};
use crate::project::Project;

/// Which of the undecided annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    All,
    /// Those of a label.
    Label(Name),
    /// Those of a rule.
    Rule(Origin),
    /// Those below a heading, with its inner sections.
    Section(AnnotationId),
    /// Those that are right at least so often, in percent.
    Sure(u8),
    /// Those that are right less often, in percent.
    Unsure(u8),
}

/// The undecided statements and mentions of a scope, in reading order.
pub fn pending(project: &Project, scope: &Scope) -> Vec<AnnotationId> {
    let section = match scope {
        Scope::Section(id) => {
            let index = Index::of(&project.store, &project.tagset);
            let headings = headings(&project.source, index.structure());
            headings.into_iter().find(|heading| heading.id == *id)
        }
        _ => None,
    };
    let confidence = |found: &Annotation| found.confidence.unwrap_or(0);
    let fits = |found: &Annotation| match scope {
        Scope::All => true,
        Scope::Label(label) => found.label == *label,
        Scope::Rule(origin) => found.origin == *origin,
        Scope::Section(_) => section
            .as_ref()
            .is_some_and(|section| section.start <= found.span.start() && found.span.start() < section.end),
        Scope::Sure(least) => confidence(found) >= *least,
        Scope::Unsure(limit) => confidence(found) < *limit,
    };
    let annotations = project.store.annotations().iter();
    annotations
        .filter(|found| found.status == Status::Suggested && is_counted(found, &project.tagset) && fits(found))
        .map(|found| found.id)
        .collect()
}
