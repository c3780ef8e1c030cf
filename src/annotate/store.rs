//! The annotations and links of one document.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::annotation::{Annotation, AnnotationId, Link, LinkId};
use super::change::{Change, Transaction};
use super::review::Review;
use crate::text::{ByteOffset, Span};

mod difference;

pub use difference::Difference;

/// The annotations and links of one document; a value that is cheap to clone (a pointer per item).
///
/// Annotations stand in reading order: by start, then the longer first, then by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    annotations: Vec<Arc<Annotation>>,
    /// For each annotation id, its position in `annotations`; [`NONE`] where there is none.
    positions: Vec<u32>,
    links: Vec<Arc<Link>>,
    /// In the order of their numbers.
    reviews: Vec<Arc<Review>>,
    /// The longest span in bytes: how far back a search for covering annotations must look.
    longest: u32,
    next_annotation: u32,
    next_link: u32,
}

/// Marks an id without an annotation.
const NONE: u32 = u32::MAX;

/// A transaction does not fit the store: it names something that is not there, or is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the change does not fit the document")]
pub struct Refused;

impl Store {
    /// A store of annotations and links in any order. What repeats an id is left out, and so is a
    /// link to nothing.
    pub fn from_parts(mut annotations: Vec<Arc<Annotation>>, mut links: Vec<Arc<Link>>) -> Self {
        annotations.retain(|annotation| annotation.id.0 <= MAX_ID);
        // Numbers that rise, as those of suggestions do, repeat none.
        if !annotations.is_sorted_by(|one, other| one.id < other.id) {
            let mut seen = BTreeSet::new();
            annotations.retain(|annotation| seen.insert(annotation.id));
        }
        let mut ids: Vec<AnnotationId> = annotations.iter().map(|annotation| annotation.id).collect();
        ids.sort_unstable();
        let seen = |id: AnnotationId| ids.binary_search(&id).is_ok();
        annotations.sort_by_key(|annotation| Self::key(annotation));
        links.retain(|link| link.id.0 <= MAX_ID && seen(link.from) && seen(link.to));
        links.sort_by_key(|link| link.id);
        links.dedup_by_key(|link| link.id);
        let next_annotation = ids.last().map_or(0, |id| id.0 + 1);
        let next_link = links.last().map_or(0, |link| link.id.0 + 1);
        let mut store = Self {
            annotations,
            links,
            next_annotation,
            next_link,
            ..Self::default()
        };
        store.reindex();
        store
    }

    /// The same with annotations that a person has to look at. What repeats a number is left out.
    pub fn with_reviews(mut self, mut reviews: Vec<Arc<Review>>) -> Self {
        reviews.retain(|review| review.id.0 <= MAX_ID && review.links.iter().all(|link| link.id.0 <= MAX_ID));
        reviews.sort_by_key(|review| review.number);
        reviews.dedup_by_key(|review| review.number);
        reviews.iter().for_each(|review| self.reserve(review));
        self.reviews = reviews;
        self.reindex();
        self
    }

    /// The annotations that a person has to look at after a change of the text, in the order of the old
    /// text.
    pub fn reviews(&self) -> &[Arc<Review>] {
        &self.reviews
    }

    /// The annotations in reading order.
    pub fn annotations(&self) -> &[Arc<Annotation>] {
        &self.annotations
    }

    /// The links in the order of their ids.
    pub fn links(&self) -> &[Arc<Link>] {
        &self.links
    }

    /// An annotation by id.
    pub fn get(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.position(id).map(|position| &self.annotations[position])
    }

    /// Where an annotation stands in reading order.
    pub fn position(&self, id: AnnotationId) -> Option<usize> {
        self.positions
            .get(id.0 as usize)
            .copied()
            .filter(|&position| position != NONE)
            .map(|position| position as usize)
    }

    /// A link by id.
    pub fn link(&self, id: LinkId) -> Option<&Arc<Link>> {
        self.links
            .binary_search_by_key(&id, |link| link.id)
            .ok()
            .map(|position| &self.links[position])
    }

    /// The links that start or end at an annotation.
    pub fn links_of(&self, id: AnnotationId) -> impl Iterator<Item = &Arc<Link>> {
        self.links.iter().filter(move |link| link.from == id || link.to == id)
    }

    /// The annotations that cover an offset, in reading order (outer before inner).
    pub fn covering(&self, offset: ByteOffset) -> impl Iterator<Item = &Arc<Annotation>> {
        self.overlapping(Span::new(offset, ByteOffset(offset.0.saturating_add(1))))
    }

    /// The annotations that share text with a span, in reading order.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Arc<Annotation>> {
        let earliest = span.start().0.saturating_sub(self.longest);
        let from = self
            .annotations
            .partition_point(|annotation| annotation.span.start().0 < earliest);
        self.annotations[from..]
            .iter()
            .take_while(move |annotation| annotation.span.start() < span.end())
            .filter(move |annotation| annotation.span.overlaps(span))
    }

    /// An id that was never used in this document.
    pub fn fresh_annotation(&self) -> AnnotationId {
        AnnotationId(self.next_annotation.max(1))
    }

    /// A link id that was never used in this document.
    pub fn fresh_link(&self) -> LinkId {
        LinkId(self.next_link.max(1))
    }

    /// Applies a transaction as a whole, or nothing of it.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<(), Refused> {
        let mut next = self.clone();
        for change in &transaction.changes {
            next.apply_change(change)?;
        }
        next.reindex();
        *self = next;
        Ok(())
    }

    fn apply_change(&mut self, change: &Change) -> Result<(), Refused> {
        match change {
            Change::Add(annotation) => self.insert(annotation),
            Change::Remove(annotation) => self.remove(annotation),
            Change::Replace(before, after) if before.id == after.id && before.span == after.span => {
                let position = self.find(before)?;
                self.annotations[position] = after.clone();
                Ok(())
            }
            Change::Replace(before, after) if before.id == after.id => {
                self.remove(before)?;
                self.insert(after)
            }
            Change::AddLink(link) => self.insert_link(link),
            Change::RemoveLink(link) => self.remove_link(link),
            Change::ReplaceLink(before, after) if before.id == after.id => {
                self.remove_link(before)?;
                self.insert_link(after)
            }
            Change::Replace(..) | Change::ReplaceLink(..) => Err(Refused),
            Change::AddReview(review) => self.insert_review(review),
            Change::RemoveReview(review) => self.remove_review(review),
            // The tag set lies beside the store, in the project.
            Change::TagSet(..) => Ok(()),
        }
    }

    fn insert(&mut self, annotation: &Arc<Annotation>) -> Result<(), Refused> {
        let slot = annotation.id.0 as usize;
        if annotation.id.0 > MAX_ID || self.positions.get(slot).is_some_and(|&position| position != NONE) {
            return Err(Refused);
        }
        let (Ok(position) | Err(position)) = self.search(annotation);
        self.annotations.insert(position, annotation.clone());
        if self.positions.len() <= slot {
            self.positions.resize(slot + 1, NONE);
        }
        // Says only that it is there; `reindex` says where.
        self.positions[slot] = 0;
        self.next_annotation = self.next_annotation.max(annotation.id.0 + 1);
        Ok(())
    }

    fn remove(&mut self, annotation: &Annotation) -> Result<(), Refused> {
        let position = self.find(annotation)?;
        self.annotations.remove(position);
        self.positions[annotation.id.0 as usize] = NONE;
        Ok(())
    }

    fn find(&self, annotation: &Annotation) -> Result<usize, Refused> {
        let position = self.search(annotation).map_err(|_| Refused)?;
        if *self.annotations[position] == *annotation {
            Ok(position)
        } else {
            Err(Refused)
        }
    }

    fn insert_link(&mut self, link: &Arc<Link>) -> Result<(), Refused> {
        match self.links.binary_search_by_key(&link.id, |link| link.id) {
            Ok(_) => Err(Refused),
            Err(_) if link.id.0 > MAX_ID => Err(Refused),
            Err(position) => {
                self.links.insert(position, link.clone());
                self.next_link = self.next_link.max(link.id.0 + 1);
                Ok(())
            }
        }
    }

    fn remove_link(&mut self, link: &Link) -> Result<(), Refused> {
        let position = self
            .links
            .binary_search_by_key(&link.id, |link| link.id)
            .map_err(|_| Refused)?;
        if *self.links[position] != *link {
            return Err(Refused);
        }
        self.links.remove(position);
        Ok(())
    }

    fn insert_review(&mut self, review: &Arc<Review>) -> Result<(), Refused> {
        match self.reviews.binary_search_by_key(&review.number, |known| known.number) {
            Err(position) if review.id.0 <= MAX_ID => {
                self.reserve(review);
                self.reviews.insert(position, review.clone());
                Ok(())
            }
            _ => Err(Refused),
        }
    }

    fn remove_review(&mut self, review: &Review) -> Result<(), Refused> {
        let position = self.reviews.binary_search_by_key(&review.number, |known| known.number);
        let position = position.map_err(|_| Refused)?;
        if *self.reviews[position] != *review {
            return Err(Refused);
        }
        self.reviews.remove(position);
        Ok(())
    }

    /// A lost annotation may come back under its own id, and so may its links.
    fn reserve(&mut self, review: &Review) {
        self.next_annotation = self.next_annotation.max(review.id.0 + 1);
        let last = review.links.iter().map(|link| link.id.0 + 1).max().unwrap_or(0);
        self.next_link = self.next_link.max(last);
    }

    fn search(&self, annotation: &Annotation) -> Result<usize, usize> {
        self.annotations
            .binary_search_by(|other| Self::key(other).cmp(&Self::key(annotation)))
    }

    /// What the annotations stand in order by.
    fn key(annotation: &Annotation) -> impl Ord + use<> {
        (annotation.span.reading_order(), annotation.id)
    }

    fn reindex(&mut self) {
        self.positions.clear();
        self.positions.resize(self.next_annotation as usize, NONE);
        self.longest = 0;
        for (position, annotation) in self.annotations.iter().enumerate() {
            self.positions[annotation.id.0 as usize] = position as u32;
            self.longest = self.longest.max(annotation.span.len());
        }
    }
}

/// Ids above this are refused: a file cannot make the index of positions huge.
const MAX_ID: u32 = 10_000_000;

#[cfg(test)]
mod tests;
