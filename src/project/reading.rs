//! Rules and numeral phrases taken apart, as the annotations of a project tell them.

use std::ops::Range;
use std::sync::Arc;

use super::Project;
use crate::annotate::{Annotation, Status};
use crate::extract::frame::excerpt::{rule_parts, term_parts};
use crate::text::Span;

/// A standing rule with its parts. A view: the truth is in the annotations and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleParts {
    /// The rule.
    pub rule: Arc<Annotation>,
    /// When it holds: 连续两次考评不达标的.
    pub condition: Option<Span>,
    /// What follows: 取消评先资格.
    pub consequence: Span,
    /// The quantities of the consequence, in order.
    pub quotas: Vec<Arc<Annotation>>,
}

/// A numeral phrase with the parts that the text lists. A view, as [`RuleParts`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseParts {
    /// The phrase.
    pub term: Arc<Annotation>,
    /// How many parts its numerals announce.
    pub announced: u16,
    /// The parts, in order; at least two.
    pub parts: Vec<Span>,
}

impl PhraseParts {
    /// Whether as many parts are listed as announced.
    pub fn is_complete(&self) -> bool {
        self.parts.len() == usize::from(self.announced)
    }
}

/// The rules of a document with their parts, as its annotations stand now.
pub(super) fn rules(project: &Project) -> Vec<RuleParts> {
    let annotations = project.store.annotations();
    labelled(project, "rule")
        .map(|rule| {
            let start = rule.span.range().start;
            let span = |part: Range<usize>| Span::at(start + part.start, start + part.end);
            let (condition, consequence) = rule_parts(project.source.slice(rule.span));
            let consequence = span(consequence);
            let first = annotations.partition_point(|other| other.span.start() < consequence.start());
            let quotas = annotations[first..]
                .iter()
                .take_while(|other| other.span.start() < consequence.end())
                .filter(|other| &*other.label == "quantity" && other.status != Status::Rejected)
                .filter(|other| consequence.covers(other.span));
            RuleParts {
                rule: rule.clone(),
                condition: condition.map(span),
                consequence,
                quotas: quotas.cloned().collect(),
            }
        })
        .collect()
}

/// The numeral phrases of a document whose parts the text lists, as its annotations stand now.
pub(super) fn phrases(project: &Project) -> Vec<PhraseParts> {
    let text = project.source.text();
    labelled(project, "term")
        .filter_map(|term| {
            let (announced, parts) = term_parts(text, project.source.snap(term.span).range())?;
            Some(PhraseParts {
                term: term.clone(),
                announced,
                parts: parts.into_iter().map(|part| Span::at(part.start, part.end)).collect(),
            })
        })
        .collect()
}

/// The annotations of a label that are not rejected, in order.
fn labelled<'a>(project: &'a Project, label: &'static str) -> impl Iterator<Item = &'a Arc<Annotation>> {
    let annotations = project.store.annotations().iter();
    annotations.filter(move |one| &*one.label == label && one.status != Status::Rejected)
}
