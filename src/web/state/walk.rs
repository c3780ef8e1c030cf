//! Walking through the annotations of the open document.

use std::cmp::Reverse;
use std::sync::Arc;

use super::open::OpenDocument;
use crate::annotate::{Annotation, AnnotationId, Status};
use crate::text::{ByteOffset, Span};
use crate::web::command::Order;
use crate::web::document::{Counted, is_counted};

/// A direction of walking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Back,
}

impl OpenDocument {
    /// The next annotation that stands, as the text has them.
    pub(super) fn next(&self, direction: Direction) -> Option<AnnotationId> {
        let counted = self.index.counted();
        let stands = |found: &&Counted| found.status != Status::Rejected;
        // A heading is not counted, but one can be there.
        let here = self.annotation().map(|found| self.index.place_of(found));
        let found = match (direction, here) {
            (Direction::Forward, None) => counted.iter().find(stands),
            (Direction::Forward, Some(Ok(here))) => counted[here + 1..].iter().find(stands),
            (Direction::Forward, Some(Err(here))) => counted[here..].iter().find(stands),
            (Direction::Back, None) => counted.iter().rev().find(stands),
            (Direction::Back, Some(Ok(here) | Err(here))) => counted[..here].iter().rev().find(stands),
        };
        found.map(|found| found.id)
    }

    /// The next undecided annotation in an order. From the last one starts again at the other end.
    pub(super) fn next_pending(&self, direction: Direction, order: Order) -> Option<AnnotationId> {
        let (store, tagset) = (&self.project.store, &self.project.tagset);
        let found = |id: AnnotationId| store.get(id);
        let rank = |id: AnnotationId| match order {
            Order::Text => 0,
            Order::Label => found(id).map_or(0, |found| tagset.rank(&found.label)),
            Order::Confidence => found(id).and_then(|found| found.confidence).map_or(100, usize::from),
        };
        let key = |span: Span, id: AnnotationId| (rank(id), span.reading_order(), id);
        let pending = || {
            let counted = self.index.counted().iter();
            counted.filter(|found| found.status == Status::Suggested && Some(found.id) != self.current)
        };
        let key_of = |found: &&Counted| key(found.span, found.id);
        let here = self.annotation().map(|found| key(found.span, found.id));
        let found = match direction {
            Direction::Forward => pending()
                .filter(|found| here.is_none_or(|here| key_of(found) > here))
                .min_by_key(key_of)
                .or_else(|| pending().min_by_key(key_of)),
            Direction::Back => pending()
                .filter(|found| here.is_none_or(|here| key_of(found) < here))
                .max_by_key(key_of)
                .or_else(|| pending().max_by_key(key_of)),
        };
        found.map(|found| found.id)
    }

    /// The next inner or outer annotation that shares the place where the current one starts.
    pub(super) fn layer(&self, inwards: bool) -> Option<AnnotationId> {
        let current = self.annotation()?;
        let others = self.project.store.overlapping(current.span).filter(|found| {
            found.status != Status::Rejected && found.id != current.id && is_counted(found, &self.project.tagset)
        });
        let order = |span: Span, id: AnnotationId| (Reverse(span.len()), id);
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

    /// The possible other ends of a link that is being made, nearest first behind the current one
    /// and then from the top.
    pub(super) fn link_ends(&self) -> Vec<AnnotationId> {
        let Some((linking, one)) = self
            .linking
            .as_ref()
            .and_then(|linking| Some((linking, self.project.store.get(linking.one)?)))
        else {
            return Vec::new();
        };
        let kinds = self.project.tagset.offered_links();
        let kinds: Vec<_> = kinds
            .filter(|kind| linking.kind.as_ref().is_none_or(|chosen| *chosen == kind.id))
            .collect();
        let fits = |found: &Annotation| {
            found.id != one.id
                && found.status != Status::Rejected
                && kinds
                    .iter()
                    .any(|kind| kind.joins(&one.label, &found.label) || kind.joins(&found.label, &one.label))
        };
        let annotations = self.project.store.annotations().iter();
        let mut ends: Vec<&Arc<Annotation>> = annotations.filter(|found| fits(found)).collect();
        ends.sort_by_key(|found| {
            (
                found.span.start() < one.span.start(),
                found.span.reading_order(),
                found.id,
            )
        });
        ends.into_iter().map(|found| found.id).collect()
    }
}
