//! What one version of a text gives to another: annotations, and words for what it withholds.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{made, told};
use crate::annotate::{
    Annotation, AnnotationId, Change, Gesture, Link, LinkId, Name, Origin, Review, Status, Store, Transaction, Value,
    Verb,
};
use crate::project::{Project, Suggestions};
use crate::text::Source;
use crate::version::{Filling, carry, fresh};

/// The label of withheld words.
const REDACTION: &str = "redaction";
/// The field with the words for them.
pub const FILLING: &str = "filling";

/// Brings the annotations of another version over, as far as they have a place here and are not here
/// already. What is not certain is to be looked at; rejected ones stay there.
pub fn bring(project: &Project, other: &Project) -> Option<Transaction> {
    let carried = carry(other, project.source.clone()).project.store;
    let store = &project.store;
    let mut next = store.fresh_annotation().0;
    let mut names: BTreeMap<AnnotationId, AnnotationId> = BTreeMap::new();
    let mut changes = Vec::new();
    let is_known = |label: &Name| project.tagset.label(label).is_some();
    for coming in carried.annotations() {
        if coming.status == Status::Rejected || !is_known(&coming.label) {
            continue;
        }
        let id = twin(store, coming).unwrap_or_else(|| {
            let id = AnnotationId(next);
            next += 1;
            let annotation = Annotation {
                id,
                ..(**coming).clone()
            };
            changes.push(Change::Add(Arc::new(annotation)));
            id
        });
        names.insert(coming.id, id);
    }
    let count = changes.len();
    let mut number = store.reviews().last().map_or(0, |review| review.number);
    let added = store.fresh_annotation();
    for review in carried.reviews() {
        if let Some(&id) = names.get(&review.id).filter(|&&id| id >= added) {
            number += 1;
            changes.push(Change::AddReview(Arc::new(Review {
                number,
                id,
                ..(**review).clone()
            })));
        }
    }
    let mut next_link = store.fresh_link().0;
    for link in carried.links().iter().filter(|link| link.status != Status::Rejected) {
        let (Some(&from), Some(&to)) = (names.get(&link.from), names.get(&link.to)) else {
            continue;
        };
        let is_there = |known: &Arc<Link>| known.to == to && known.from == from && known.kind == link.kind;
        if !store.links_of(from).any(is_there) {
            changes.push(Change::AddLink(Arc::new(Link {
                id: LinkId(next_link),
                from,
                to,
                ..(**link).clone()
            })));
            next_link += 1;
        }
    }
    (!changes.is_empty()).then_some(Transaction {
        gesture: Gesture {
            verb: Verb::Import,
            label: None,
            count: count as u32,
        },
        changes,
    })
}

/// Adds what an extraction suggests where the version before had other words. `None` if that is nothing.
pub fn freshen(project: &Project, before: &Source, suggestions: &Suggestions) -> Option<Transaction> {
    let fresh = fresh(before, project, suggestions);
    let count = fresh.annotations.len();
    let links = fresh.links.into_iter().map(Change::AddLink);
    let changes: Vec<Change> = fresh.annotations.into_iter().map(Change::Add).chain(links).collect();
    (!changes.is_empty()).then_some(Transaction {
        gesture: Gesture {
            verb: Verb::Suggest,
            label: None,
            count: count as u32,
        },
        changes,
    })
}

/// Notes words for a redaction on it, with where they come from: the text stays as it is. `None` if
/// they are noted already.
pub fn fill(store: &Store, filling: &Filling, provenance: &str) -> Option<Transaction> {
    let known = store
        .overlapping(filling.redaction)
        .find(|found| &*found.label == REDACTION && found.span == filling.redaction);
    let describe = |annotation: &mut Annotation| {
        let words = Value::Text(filling.words.clone());
        annotation.attributes.insert(FILLING.into(), words);
        if annotation.note.is_empty() {
            annotation.note = provenance.to_owned();
        }
    };
    let label = Name::from(REDACTION);
    let change = match known {
        Some(before) => {
            let mut after = (**before).clone();
            describe(&mut after);
            (after != **before).then(|| Change::Replace(before.clone(), Arc::new(after)))?
        }
        None => {
            let mut added = made(store.fresh_annotation(), &label, filling.redaction);
            added.origin = Origin::Rule("redaction/filled".into());
            added.status = Status::Suggested;
            describe(&mut added);
            Change::Add(Arc::new(added))
        }
    };
    Some(told(Verb::Attribute, &label, 1, vec![change]))
}

/// The words that are noted on a redaction.
pub fn filled<'a>(store: &'a Store, filling: &Filling) -> Option<&'a str> {
    let mut here = store.overlapping(filling.redaction);
    let found = here.find(|found| &*found.label == REDACTION && found.span == filling.redaction)?;
    found.text_attribute(FILLING)
}

/// The annotation that says the same already.
fn twin(store: &Store, coming: &Annotation) -> Option<AnnotationId> {
    let mut here = store.overlapping(coming.span);
    let twin = here.find(|found| found.span == coming.span && found.label == coming.label)?;
    Some(twin.id)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, store};
    use super::*;
    use crate::text::{Source, Span};
    use crate::version::{Alignment, fillings};

    const TEXT: &str = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。后面的话还是那些话。";

    #[test]
    fn annotations_come_over_once_with_their_links() {
        let mut other = Project::new(Source::new(TEXT));
        other.store = store();
        let mut here = Project::new(Source::new(format!("前面多了一句不相干的话。{TEXT}")));
        let twin = Span::at(36, 36 + 9);
        here.store = apply(&here.store, super::super::add(&here.store, &"actor".into(), twin));
        let brought = bring(&here, &other).unwrap();
        assert_eq!(brought.gesture.count, 2);
        let after = apply(&here.store, Some(brought));
        assert_eq!((after.annotations().len(), after.links().len()), (3, 2));
        assert!(after.reviews().is_empty());
        here.store = after;
        assert_eq!(bring(&here, &other), None, "nothing comes twice");
    }

    #[test]
    fn what_is_not_certain_is_to_be_looked_at() {
        let mut other = Project::new(Source::new(TEXT));
        other.store = store();
        let here = Project::new(Source::new(TEXT.replace("丙丁", "内丁")));
        let after = apply(&here.store, bring(&here, &other));
        assert_eq!(after.annotations().len(), 3);
        assert!(after.reviews().iter().all(|review| after.get(review.id).is_some()));
        assert!(!after.reviews().is_empty());
    }

    #[test]
    fn words_for_a_redaction_are_noted_and_the_text_stays() {
        let (old, new) = (
            Source::new("力争产值达到120亿元。"),
            Source::new("力争产值达到××亿元。"),
        );
        let filling = fillings(&old, &new, &Alignment::of(&old, &new)).remove(0);
        let store = apply(&Store::default(), fill(&Store::default(), &filling, "据《旧稿》"));
        let noted = &store.annotations()[0];
        assert_eq!(
            (&*noted.label, &*noted.note, noted.status),
            ("redaction", "据《旧稿》", Status::Suggested)
        );
        assert_eq!(filled(&store, &filling), Some("120"));
        assert_eq!(fill(&store, &filling, "据《旧稿》"), None);
    }
}
