//! Working through what a change of the text has left to look at.

use std::sync::Arc;

use super::{remove, told};
use crate::annotate::{Annotation, Change, Gesture, Review, Status, Store, Transaction, Verb};
use crate::text::Span;

/// What is left to look at: a review whose annotation somebody has removed is done.
pub fn waiting(store: &Store) -> impl Iterator<Item = &Arc<Review>> {
    let reviews = store.reviews().iter();
    reviews.filter(|review| review.lost.is_some() || store.get(review.id).is_some())
}

/// Leaves annotations where they are. `None` if there is nothing to do.
pub fn confirm(store: &Store, numbers: &[u32]) -> Option<Transaction> {
    let confirmed = store.reviews().iter().filter(|review| numbers.contains(&review.number));
    let changes: Vec<Change> = confirmed.map(|review| Change::RemoveReview(review.clone())).collect();
    (!changes.is_empty()).then_some(Transaction {
        gesture: Gesture {
            verb: Verb::Review,
            label: None,
            count: changes.len() as u32,
        },
        changes,
    })
}

/// Gives an annotation its place in the new text; a lost one comes back with the links whose other ends
/// are there.
pub fn place(store: &Store, number: u32, span: Span) -> Option<Transaction> {
    let review = find(store, number)?;
    let mut changes = Vec::new();
    let before = match &review.lost {
        Some(lost) => {
            changes.push(Change::Add(Arc::new(placed(lost, span))));
            let is_there = |id| id == review.id || store.get(id).is_some();
            let links = review.links.iter().filter(|link| store.link(link.id).is_none());
            changes.extend(
                links
                    .filter(|link| is_there(link.from) && is_there(link.to))
                    .map(|link| Change::AddLink(link.clone())),
            );
            lost
        }
        None => {
            let before = store.get(review.id)?;
            changes.push(Change::Replace(before.clone(), Arc::new(placed(before, span))));
            before
        }
    };
    changes.push(Change::RemoveReview(review.clone()));
    Some(told(Verb::Review, &before.label, 1, changes))
}

/// Gives annotations up: a lost one is left out, any other removed like by hand. `None` if there is
/// nothing to do.
pub fn discard(store: &Store, numbers: &[u32]) -> Option<Transaction> {
    let given_up = store.reviews().iter().filter(|review| numbers.contains(&review.number));
    let mut changes = Vec::new();
    let mut count = 0;
    for review in given_up {
        count += 1;
        let here = store.get(review.id).filter(|here| here.status != Status::Rejected);
        if here.is_some() && review.lost.is_none() {
            // A link between two that go is there once.
            for change in remove(store, review.id).into_iter().flat_map(|removed| removed.changes) {
                if !changes.contains(&change) {
                    changes.push(change);
                }
            }
        }
        changes.push(Change::RemoveReview(review.clone()));
    }
    (count > 0).then_some(Transaction {
        gesture: Gesture {
            verb: Verb::Review,
            label: None,
            count,
        },
        changes,
    })
}

fn find(store: &Store, number: u32) -> Option<&Arc<Review>> {
    store.reviews().iter().find(|review| review.number == number)
}

fn placed(annotation: &Annotation, span: Span) -> Annotation {
    Annotation {
        span,
        fragments: Vec::new(),
        triggers: Vec::new(),
        ..annotation.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, store};
    use super::*;
    use crate::annotate::AnnotationId;
    use crate::project::Project;
    use crate::text::Source;
    use crate::version::carry;

    /// A measure with a unit and a deadline; the new text has another deadline and no unit.
    fn carried() -> Store {
        let text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。后面的话还是那些话。";
        let mut project = Project::new(Source::new(text));
        project.store = store();
        carry(&project, Source::new("后面的话还是那些话。")).project.store
    }

    #[test]
    fn a_lost_annotation_comes_back_with_its_links() {
        let lost = carried();
        assert_eq!((lost.annotations().len(), lost.reviews().len()), (0, 3));
        let after = apply(&lost, place(&lost, 1, Span::at(0, 12)));
        assert_eq!(
            after.get(AnnotationId(1)).map(|found| found.span),
            Some(Span::at(0, 12))
        );
        assert_eq!((after.links().len(), after.reviews().len()), (0, 2));
        let number = after.reviews()[0].number;
        let after = apply(&after, place(&after, number, Span::at(0, 6)));
        assert_eq!(after.links().len(), 1);
        let number = after.reviews()[0].number;
        let after = apply(&after, discard(&after, &[number]));
        assert_eq!((after.annotations().len(), waiting(&after).count()), (2, 0));
    }

    #[test]
    fn every_deed_can_be_taken_back() {
        let lost = carried();
        let all: Vec<u32> = lost.reviews().iter().map(|review| review.number).collect();
        for deed in [
            confirm(&lost, &all),
            place(&lost, 2, Span::at(3, 6)),
            discard(&lost, &all[1..]),
        ] {
            let deed = deed.unwrap();
            let after = apply(&lost, Some(deed.clone()));
            assert!(after.reviews().len() < lost.reviews().len());
            let back = apply(&after, Some(deed.inverse()));
            assert_eq!(
                (back.annotations(), back.reviews()),
                (lost.annotations(), lost.reviews())
            );
        }
        assert_eq!(confirm(&lost, &[99]), None);
        assert_eq!(place(&lost, 99, Span::at(0, 3)), None);
        assert_eq!(discard(&lost, &[99]), None);
    }
}
