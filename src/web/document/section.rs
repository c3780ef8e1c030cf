//! The outline: sections with what is left to decide in each.

use yew::AttrValue;

use super::tally::is_counted;
use crate::annotate::{Annotation, AnnotationId, Status, Store, TagSet};
use crate::text::{ByteOffset, Source};

/// A heading and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: AnnotationId,
    /// Its words, without line breaks.
    pub title: AttrValue,
    /// Nesting depth; 1 is outermost.
    pub level: u8,
    /// Where the heading starts.
    pub start: ByteOffset,
    /// Where the next section of this or an outer level starts.
    pub end: ByteOffset,
    /// Statements and mentions in it, with its inner sections; rejected ones too.
    pub total: usize,
    /// Those of them that nobody has decided.
    pub pending: usize,
}

/// The sections of a text in order. Rejected headings make none.
pub fn sections(source: &Source, store: &Store, tagset: &TagSet) -> Vec<Section> {
    let headings: Vec<&Annotation> = store
        .annotations()
        .iter()
        .filter(|found| &*found.label == "heading" && found.status != Status::Rejected)
        .map(|found| &**found)
        .collect();
    let counted: Vec<(ByteOffset, bool)> = store
        .annotations()
        .iter()
        .filter(|found| is_counted(found, tagset))
        .map(|found| (found.span.start(), found.status == Status::Suggested))
        .collect();
    // How many are pending before each, so that a section costs two searches.
    let mut pending_before = vec![0];
    for (_, is_pending) in &counted {
        pending_before.push(pending_before[pending_before.len() - 1] + usize::from(*is_pending));
    }
    let position = |offset: ByteOffset| counted.partition_point(|(start, _)| *start < offset);
    let level = |heading: &Annotation| heading.level().unwrap_or(1).max(1);
    headings
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let next = headings[index + 1..]
                .iter()
                .find(|other| level(other) <= level(heading));
            let end = next.map_or(source.len(), |other| other.span.start());
            let (from, to) = (position(heading.span.start()), position(end));
            Section {
                heading: heading.id,
                title: AttrValue::from(
                    source
                        .slice(heading.span)
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" "),
                ),
                level: level(heading),
                start: heading.span.start(),
                end,
                total: to - from,
                pending: pending_before[to] - pending_before[from],
            }
        })
        .collect()
}

/// The heading of the innermost section that holds an offset.
pub fn section_at(sections: &[Section], offset: ByteOffset) -> Option<AnnotationId> {
    let holds = |section: &&Section| section.start <= offset && offset < section.end;
    sections.iter().rev().find(holds).map(|section| section.heading)
}
