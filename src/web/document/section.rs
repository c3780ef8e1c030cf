//! The outline: sections with what is left to decide in each.

use std::sync::Arc;

use yew::AttrValue;

use super::index::Index;
use crate::annotate::{Annotation, AnnotationId, Status};
use crate::text::{ByteOffset, Source};

/// A heading and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The heading.
    pub id: AnnotationId,
    /// Its words, without line breaks.
    pub title: AttrValue,
    /// Nesting depth; 1 is outermost.
    pub level: u8,
    /// Where it starts.
    pub start: ByteOffset,
    /// Where the next section of this or an outer level starts.
    pub end: ByteOffset,
}

/// What is left to decide below a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// Statements and mentions in it, with its inner sections; rejected ones too.
    pub total: usize,
    /// Those of them that nobody has decided.
    pub pending: usize,
}

/// The headings of a text in order. Rejected ones are none.
pub fn headings(source: &Source, structure: &[Arc<Annotation>]) -> Vec<Heading> {
    let found = structure.iter().filter(|found| &*found.label == "heading");
    let mut headings: Vec<Heading> = Vec::new();
    // Which of them are still open: inner ones after outer ones.
    let mut open: Vec<usize> = Vec::new();
    for (index, heading) in found.enumerate() {
        let (level, start) = (heading.level().unwrap_or(1).max(1), heading.span.start());
        while let Some(last) = open.pop_if(|last| headings[*last].level >= level) {
            headings[last].end = start;
        }
        open.push(index);
        let words: Vec<&str> = source.slice(heading.span).split_whitespace().collect();
        headings.push(Heading {
            id: heading.id,
            title: AttrValue::from(words.join(" ")),
            level,
            start,
            end: source.len(),
        });
    }
    headings
}

/// What is left to decide below each heading.
pub fn sections(headings: &[Heading], index: &Index) -> Vec<Section> {
    // How many are pending before each, so that a section costs two searches.
    let mut pending_before = vec![0];
    for found in index.counted() {
        let pending = usize::from(found.status == Status::Suggested);
        pending_before.push(pending_before[pending_before.len() - 1] + pending);
    }
    let section = |heading: &Heading| {
        let (from, to) = (index.before(heading.start), index.before(heading.end));
        Section {
            heading: heading.clone(),
            total: to - from,
            pending: pending_before[to] - pending_before[from],
        }
    };
    headings.iter().map(section).collect()
}

/// The heading of the innermost section that holds an offset.
pub fn section_at(headings: &[Heading], offset: ByteOffset) -> Option<AnnotationId> {
    let holds = |heading: &&Heading| heading.start <= offset && offset < heading.end;
    headings.iter().rev().find(holds).map(|heading| heading.id)
}
