//! What the page goes over with every key, in reading order. It is brought up to date with what has changed:
//! asking each of ten thousand annotations what it is would take longer than a frame.

use std::rc::Rc;
use std::sync::Arc;

use super::tally::is_counted;
use crate::annotate::{Annotation, AnnotationId, Difference, Status, Store, TagSet};
use crate::text::{ByteOffset, Span};

/// The annotations of a document by what the page does with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    counted: Vec<Counted>,
    structure: Rc<Vec<Arc<Annotation>>>,
    scattered: Rc<Vec<AnnotationId>>,
}

/// A statement or a mention: what is needed to walk to it and to count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The annotation.
    pub id: AnnotationId,
    /// What it covers.
    pub span: Span,
    /// Its status.
    pub status: Status,
}

impl Counted {
    fn of(annotation: &Annotation) -> Self {
        Self {
            id: annotation.id,
            span: annotation.span,
            status: annotation.status,
        }
    }

    /// What they stand in order by.
    pub fn order(&self) -> impl Ord + use<> {
        (self.span.reading_order(), self.id)
    }
}

/// Changes at once that are worth putting in one by one.
const FEW: usize = 64;

impl Index {
    /// The index of a document.
    pub fn of(store: &Store, tagset: &TagSet) -> Self {
        let counted = store.annotations().iter().filter(|found| is_counted(found, tagset));
        Self {
            counted: counted.map(|found| Counted::of(found)).collect(),
            structure: structure(store),
            scattered: scattered(store),
        }
    }

    /// The index of a later state of the document, whose labels are the same.
    pub fn after(&self, store: &Store, difference: &Difference, tagset: &TagSet) -> Self {
        if difference.before.len() + difference.after.len() > FEW {
            return Self::of(store, tagset);
        }
        let mut next = self.clone();
        for gone in difference.before.iter().filter(|found| is_counted(found, tagset)) {
            if let Ok(place) = next.place_of(gone) {
                next.counted.remove(place);
            }
        }
        for come in difference.after.iter().filter(|found| is_counted(found, tagset)) {
            if let Err(place) = next.place_of(come) {
                next.counted.insert(place, Counted::of(come));
            }
        }
        if difference.both().any(|changed| is_structure(changed)) {
            next.structure = structure(store);
        }
        if difference.both().any(|changed| !changed.fragments.is_empty()) {
            next.scattered = scattered(store);
        }
        next
    }

    /// Statements and mentions, rejected ones too.
    pub fn counted(&self) -> &[Counted] {
        &self.counted
    }

    /// Where an annotation stands among the counted ones, or where it would.
    pub fn place_of(&self, annotation: &Annotation) -> Result<usize, usize> {
        let order = Counted::of(annotation).order();
        self.counted.binary_search_by(|other| other.order().cmp(&order))
    }

    /// How many of the counted ones start before an offset.
    pub fn before(&self, offset: ByteOffset) -> usize {
        self.counted.partition_point(|found| found.span.start() < offset)
    }

    /// Headings and debris that nobody has rejected. The same value until one of them changes.
    pub fn structure(&self) -> &Rc<Vec<Arc<Annotation>>> {
        &self.structure
    }

    /// The annotations in several pieces.
    pub fn scattered(&self) -> &Rc<Vec<AnnotationId>> {
        &self.scattered
    }
}

fn scattered(store: &Store) -> Rc<Vec<AnnotationId>> {
    let found = store.annotations().iter().filter(|found| !found.fragments.is_empty());
    Rc::new(found.map(|found| found.id).collect())
}

fn structure(store: &Store) -> Rc<Vec<Arc<Annotation>>> {
    let found = store.annotations().iter().filter(|found| is_structure(found));
    Rc::new(found.cloned().collect())
}

fn is_structure(annotation: &Annotation) -> bool {
    annotation.status != Status::Rejected && matches!(&*annotation.label, "heading" | "boilerplate")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Annotations by id: label, start, length, status; `None` for one that is not there.
    type Marks = Vec<Option<(usize, usize, usize, usize)>>;

    fn store(marks: &Marks) -> Store {
        let labels = ["measure", "heading", "boilerplate", "term"];
        let statuses = [Status::Suggested, Status::Accepted, Status::Rejected];
        let annotations = marks.iter().enumerate().filter_map(|(index, mark)| {
            let (label, start, length, status) = (*mark)?;
            Some(Arc::new(Annotation {
                fragments: (start % 5 == 0)
                    .then(|| Span::at(start + 90, start + 93))
                    .into_iter()
                    .collect(),
                status: statuses[status],
                ..Annotation::by_hand(
                    AnnotationId(index as u32 + 1),
                    labels[label],
                    Span::at(start, start + length),
                )
            }))
        });
        Store::from_parts(annotations.collect(), Vec::new())
    }

    fn marks() -> impl Strategy<Value = Marks> {
        prop::collection::vec(prop::option::of((0usize..4, 0usize..20, 1usize..9, 0usize..3)), 12)
    }

    proptest! {
        #[test]
        fn following_what_changed_is_the_same_as_looking_at_all(before in marks(), after in marks()) {
            let (before, after, tagset) = (store(&before), store(&after), TagSet::guidelines());
            let followed = Index::of(&before, &tagset).after(&after, &after.since(&before), &tagset);
            prop_assert_eq!(followed, Index::of(&after, &tagset));
        }
    }

    #[test]
    fn a_decision_leaves_the_structure_the_same_value() {
        let mut marks = vec![Some((1, 0, 3, 1)), Some((0, 3, 3, 0))];
        let (before, tagset) = (store(&marks), TagSet::guidelines());
        marks[1] = Some((0, 3, 3, 1));
        let after = store(&marks);
        let (index, difference) = (Index::of(&before, &tagset), after.since(&before));
        let next = index.after(&after, &difference, &tagset);
        assert!(Rc::ptr_eq(index.structure(), next.structure()));
        assert_eq!(next.counted()[0].status, Status::Accepted);
    }
}
