//! What an extraction suggests where a new version has new words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::alignment::Alignment;
use super::row::RowKind;
use crate::annotate::{Annotation, AnnotationId, Label, Layer, Link, LinkId, Status};
use crate::project::{Project, Suggestions};
use crate::text::{Source, Span};

/// Suggestions for new words, under ids that the document has free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fresh {
    /// The annotations, undecided.
    pub annotations: Vec<Arc<Annotation>>,
    /// The links of these among themselves and with what the document has, undecided.
    pub links: Vec<Arc<Link>>,
}

/// Of what an extraction of the document's text suggests: that which lies on words that the old version
/// has not, and which the document has not in any way yet. What is in the document stays as it is, also
/// what somebody has rejected.
pub fn fresh(old: &Source, project: &Project, suggestions: &Suggestions) -> Fresh {
    let (news, store) = (news(old, &project.source), &project.store);
    let first = store.fresh_annotation();
    let mut names: BTreeMap<AnnotationId, AnnotationId> = BTreeMap::new();
    let mut fresh = Fresh::default();
    for suggested in &suggestions.annotations {
        let Some(label) = project.tagset.label(&suggested.label).filter(|label| !label.retired) else {
            continue;
        };
        match like(project, label, suggested) {
            Like::Known(id) => drop(names.insert(suggested.id, id)),
            Like::None if touches(&news, suggested.span) => {
                let id = AnnotationId(first.0 + fresh.annotations.len() as u32);
                names.insert(suggested.id, id);
                fresh.annotations.push(Arc::new(Annotation {
                    id,
                    ..(**suggested).clone()
                }));
            }
            Like::None | Like::Other => {}
        }
    }
    let known: BTreeSet<_> = store.links().iter().map(|link| (link.from, link.to)).collect();
    let next = store.fresh_link();
    for link in &suggestions.links {
        let (Some(&from), Some(&to)) = (names.get(&link.from), names.get(&link.to)) else {
            continue;
        };
        if (from >= first || to >= first) && !known.contains(&(from, to)) {
            fresh.links.push(Arc::new(Link {
                id: LinkId(next.0 + fresh.links.len() as u32),
                from,
                to,
                ..(**link).clone()
            }));
        }
    }
    fresh
}

/// The words that the old version has not, in the order of the new one.
fn news(old: &Source, new: &Source) -> Vec<Span> {
    let mut news = Vec::new();
    for row in Alignment::of(old, new).rows() {
        match row.kind {
            RowKind::Inserted => news.extend(row.new),
            RowKind::Reworded | RowKind::MovedHere => {
                let pieces = row.pieces.iter().filter(|piece| !piece.is_same);
                news.extend(pieces.map(|piece| piece.new).filter(|new| !new.is_empty()));
            }
            RowKind::Same | RowKind::Deleted | RowKind::MovedAway => {}
        }
    }
    news
}

fn touches(news: &[Span], span: Span) -> bool {
    let from = news.partition_point(|new| new.end() <= span.start());
    news.get(from).is_some_and(|new| new.start() < span.end())
}

/// What a document has at the place of a suggestion.
enum Like {
    None,
    /// The same label, standing.
    Known(AnnotationId),
    /// Something else that leaves no room, or something rejected.
    Other,
}

fn like(project: &Project, label: &Label, suggested: &Annotation) -> Like {
    let mut found = Like::None;
    for here in project.store.overlapping(suggested.span) {
        let layer = project.tagset.label(&here.label).map(|label| label.layer);
        let takes_the_place = match label.layer {
            // Mentions lie in one another; two of one label do not, nor two at one place.
            Layer::Mention => here.label == suggested.label || here.span == suggested.span,
            other => layer == Some(other),
        };
        if here.label == suggested.label && here.status != Status::Rejected {
            return Like::Known(here.id);
        }
        if takes_the_place {
            found = Like::Other;
        }
    }
    found
}
