//! The document on the workbench: what is current, and how one walks from there.

use std::rc::Rc;

use crate::annotate::{Annotation, AnnotationId, Status};
use crate::project::Project;
use crate::protocol::RequestId;
use crate::text::{ByteOffset, Span};
use crate::web::document::is_counted;
use crate::web::storage::{DocumentId, Entry};

/// The document on the workbench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDocument {
    /// Names it.
    pub id: DocumentId,
    /// Its line in the list.
    pub entry: Rc<Entry>,
    /// Text, annotations, history.
    pub project: Rc<Project>,
    /// Where the person is.
    pub current: Option<AnnotationId>,
    /// Counts the times that the person went somewhere: the text is scrolled there.
    pub moves: u32,
    /// The extraction that is going on. Until it is done nothing can be changed.
    pub running: Option<Running>,
    /// How many steps of the journal come after the snapshot.
    pub steps: u32,
}

/// An extraction that is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The request.
    pub request: RequestId,
    /// Steps done.
    pub done: u8,
    /// Steps in all; 0 before the first.
    pub total: u8,
}

/// A direction of walking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Back,
}

impl OpenDocument {
    /// The annotation where the person is.
    pub fn annotation(&self) -> Option<&Annotation> {
        self.project.store.get(self.current?).map(|found| &**found)
    }

    /// The smallest annotation that covers an offset. Headings and debris only if there is nothing
    /// else.
    pub fn at(&self, offset: ByteOffset) -> Option<AnnotationId> {
        let standing = |found: &&std::sync::Arc<Annotation>| found.status != Status::Rejected;
        let covering = || self.project.store.covering(offset).filter(standing);
        let counted = covering().filter(|found| is_counted(found, &self.project.tagset));
        counted
            .min_by_key(|found| found.span.len())
            .or_else(|| covering().min_by_key(|found| found.span.len()))
            .map(|found| found.id)
    }

    /// The annotation one comes to from here: the next that stands, or the next undecided one.
    /// Walking on from the last undecided one starts again at the other end.
    pub(super) fn walk(&self, direction: Direction, only_pending: bool) -> Option<AnnotationId> {
        let annotations = self.project.store.annotations();
        let fits = |found: &&std::sync::Arc<Annotation>| {
            is_counted(found, &self.project.tagset)
                && match only_pending {
                    true => found.status == Status::Suggested,
                    false => found.status != Status::Rejected,
                }
        };
        let here = self.current.and_then(|id| self.project.store.position(id));
        let (before, after) = match here {
            Some(here) => (&annotations[..here], &annotations[here + 1..]),
            None => (&annotations[..0], annotations),
        };
        let found = match direction {
            Direction::Forward => after
                .iter()
                .find(fits)
                .or_else(|| before.iter().find(|found| only_pending && fits(found))),
            Direction::Back if here.is_none() => annotations.iter().rev().find(fits),
            Direction::Back => before
                .iter()
                .rev()
                .find(fits)
                .or_else(|| after.iter().rev().find(|found| only_pending && fits(found))),
        };
        found.map(|found| found.id)
    }

    /// The next inner or outer annotation that shares the place where the current one starts.
    pub(super) fn layer(&self, inwards: bool) -> Option<AnnotationId> {
        let current = self.annotation()?;
        let others = self.project.store.overlapping(current.span).filter(|found| {
            found.status != Status::Rejected && found.id != current.id && is_counted(found, &self.project.tagset)
        });
        let order = |span: Span, id: AnnotationId| (std::cmp::Reverse(span.len()), id);
        let here = order(current.span, current.id);
        match inwards {
            true => others
                .filter(|found| current.span.covers(found.span) && order(found.span, found.id) > here)
                .min_by_key(|found| order(found.span, found.id)),
            false => others
                .filter(|found| found.span.covers(current.span) && order(found.span, found.id) < here)
                .max_by_key(|found| order(found.span, found.id)),
        }
        .map(|found| found.id)
    }

    /// The heading of the next or the previous section.
    pub(super) fn section(&self, direction: Direction) -> Option<AnnotationId> {
        let here = self.annotation().map_or(ByteOffset(0), |found| found.span.start());
        let mut headings = self.project.headings();
        match direction {
            Direction::Forward => headings.find(|heading| heading.span.start() > here || self.current.is_none()),
            Direction::Back => headings.take_while(|heading| heading.span.start() < here).last(),
        }
        .map(|heading| heading.id)
    }
}
