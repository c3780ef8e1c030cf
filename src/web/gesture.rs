//! What a gesture changes: transactions on the annotations of a document. Pure.

use std::sync::Arc;

use crate::annotate::{
    Annotation, AnnotationId, Attributes, Change, Gesture, Name, Origin, Status, Store, Transaction, Value, Verb,
};
use crate::project::TASK;
use crate::text::Span;

mod link;
mod range;
mod review;
mod tagset;
mod version;

pub use link::{link, relink, unlink};
pub use range::{add_equal, add_fragment, drop_fragment, equal_places, merge, resize, split};
pub use review::{confirm, discard, place, waiting};
pub use tagset::{Fate, Fates, edit_tagset, link_uses, uses};
pub use version::{FILLING, bring, fill, filled, freshen};

/// Decides about annotations. `None` if all of them are decided that way already.
pub fn decide(store: &Store, ids: &[AnnotationId], status: Status) -> Option<Transaction> {
    let verb = if status == Status::Rejected {
        Verb::Reject
    } else {
        Verb::Accept
    };
    let changes = edited(store, ids, |annotation| annotation.status = status);
    transaction(store, verb, changes)
}

/// Accepts an annotation with what it is linked to, and the links themselves.
pub fn accept_with_linked(store: &Store, id: AnnotationId) -> Option<Transaction> {
    let ids: Vec<AnnotationId> = std::iter::once(id).chain(linked_pending(store, id)).collect();
    let mut changes = edited(store, &ids, |annotation| annotation.status = Status::Accepted);
    for link in store
        .links_of(id)
        .filter(|link| link.from == id && link.status == Status::Suggested)
    {
        let mut accepted = (**link).clone();
        accepted.status = Status::Accepted;
        changes.push(Change::ReplaceLink(link.clone(), Arc::new(accepted)));
    }
    transaction(store, Verb::Accept, changes)
}

/// The undecided annotations that links lead to from here.
pub fn linked_pending(store: &Store, id: AnnotationId) -> Vec<AnnotationId> {
    let mut ids: Vec<AnnotationId> = store
        .links_of(id)
        .filter(|link| link.from == id && link.status != Status::Rejected)
        .filter(|link| {
            store
                .get(link.to)
                .is_some_and(|other| other.status == Status::Suggested)
        })
        .map(|link| link.to)
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Gives an annotation another label. The person has looked at it, so it counts as accepted.
pub fn relabel(store: &Store, id: AnnotationId, label: &Name) -> Option<Transaction> {
    let changes = edited(store, &[id], |annotation| {
        if annotation.label != *label {
            annotation.label = label.clone();
            annotation.attributes = Attributes::new();
            annotation.status = Status::Accepted;
        }
    });
    transaction(store, Verb::Relabel, changes)
}

/// Removes an annotation and its links. A suggestion is rejected instead, so that it is not made
/// again and rules can be judged.
pub fn remove(store: &Store, id: AnnotationId) -> Option<Transaction> {
    let annotation = store.get(id)?;
    if annotation.origin != Origin::Human {
        return decide(store, &[id], Status::Rejected);
    }
    let mut changes: Vec<Change> = store
        .links_of(id)
        .map(|link| Change::RemoveLink(link.clone()))
        .collect();
    changes.push(Change::Remove(annotation.clone()));
    Some(told(Verb::Remove, &annotation.label, 1, changes))
}

/// Adds an annotation that a person made. `None` if exactly this one stands already.
pub fn add(store: &Store, label: &Name, span: Span) -> Option<Transaction> {
    let twin = store
        .overlapping(span)
        .find(|found| found.span == span && found.label == *label);
    if let Some(twin) = twin {
        return decide(store, &[twin.id], Status::Accepted);
    }
    let annotation = Arc::new(made(store.fresh_annotation(), label, span));
    Some(told(Verb::Add, label, 1, vec![Change::Add(annotation)]))
}

/// An annotation that a person makes.
fn made(id: AnnotationId, label: &Name, span: Span) -> Annotation {
    let attributes = match &**label {
        "heading" => Attributes::from([("level".into(), Value::Number(1))]),
        "actor" => Attributes::from([("role".into(), Value::Text("executor".to_owned()))]),
        _ => Attributes::new(),
    };
    Annotation {
        attributes,
        ..Annotation::by_hand(id, label.clone(), span)
    }
}

/// Keeps that words are not a task: a measure that a person rejects. `None` if that is kept already.
pub fn not_a_task(store: &Store, span: Span) -> Option<Transaction> {
    let label = Name::from(TASK);
    let twin = store
        .overlapping(span)
        .find(|found| found.span == span && found.label == label);
    if let Some(twin) = twin {
        return decide(store, &[twin.id], Status::Rejected);
    }
    let mut added = add(store, &label, span)?;
    added.gesture.verb = Verb::Reject;
    for change in &mut added.changes {
        if let Change::Add(annotation) = change {
            Arc::make_mut(annotation).status = Status::Rejected;
        }
    }
    Some(added)
}

/// Writes a remark.
pub fn note(store: &Store, id: AnnotationId, text: &str) -> Option<Transaction> {
    transaction(
        store,
        Verb::Note,
        edited(store, &[id], |annotation| annotation.note = text.to_owned()),
    )
}

/// Sets a field, or clears it. A role is told by links too, so the links that end at an actor follow
/// it.
pub fn attribute(store: &Store, id: AnnotationId, name: &Name, value: Option<&Value>) -> Option<Transaction> {
    let mut changes = edited(store, &[id], |annotation| match value {
        Some(value) => drop(annotation.attributes.insert(name.clone(), value.clone())),
        None => drop(annotation.attributes.remove(name)),
    });
    if let (Some(Value::Text(role)), "role", false) = (value, &**name, changes.is_empty()) {
        for link in store.links_of(id).filter(|link| link.to == id && is_role(&link.kind)) {
            let mut changed = (**link).clone();
            changed.kind = role.as_str().into();
            changes.push(Change::ReplaceLink(link.clone(), Arc::new(changed)));
        }
    }
    transaction(store, Verb::Attribute, changes)
}

/// Whether a type of link says what a unit has to do.
pub fn is_role(kind: &str) -> bool {
    matches!(kind, "lead" | "support" | "responsible" | "executor")
}

/// The annotation that a transaction is about, as it is afterwards.
pub fn subject(transaction: &Transaction) -> Option<AnnotationId> {
    transaction.changes.first().and_then(|change| match change {
        Change::Add(annotation) | Change::Replace(_, annotation) | Change::Remove(annotation) => Some(annotation.id),
        Change::AddLink(link) | Change::RemoveLink(link) | Change::ReplaceLink(_, link) => Some(link.from),
        Change::AddReview(review) | Change::RemoveReview(review) => Some(review.id),
        Change::TagSet(..) => None,
    })
}

/// A transaction that is about one label.
fn told(verb: Verb, label: &Name, count: usize, changes: Vec<Change>) -> Transaction {
    Transaction {
        gesture: Gesture {
            verb,
            label: Some(label.clone()),
            count: count as u32,
        },
        changes,
    }
}

fn edited(store: &Store, ids: &[AnnotationId], edit: impl Fn(&mut Annotation)) -> Vec<Change> {
    ids.iter()
        .filter_map(|id| store.get(*id))
        .filter_map(|before| {
            let mut after = (**before).clone();
            edit(&mut after);
            (after != **before).then(|| Change::Replace(before.clone(), Arc::new(after)))
        })
        .collect()
}

fn transaction(store: &Store, verb: Verb, changes: Vec<Change>) -> Option<Transaction> {
    let count = changes
        .iter()
        .filter(|change| matches!(change, Change::Replace(..)))
        .count();
    let first = changes.first()?;
    let label = match first {
        Change::Replace(_, after) => Some(after.label.clone()),
        Change::ReplaceLink(link, _) => store.get(link.from).map(|annotation| annotation.label.clone()),
        _ => None,
    };
    Some(Transaction {
        gesture: Gesture {
            verb,
            label,
            count: count as u32,
        },
        changes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Link, LinkId};

    fn annotation(id: u32, label: &str, start: usize, end: usize) -> Arc<Annotation> {
        Arc::new(Annotation {
            id: AnnotationId(id),
            label: label.into(),
            span: Span::at(start, end),
            fragments: Vec::new(),
            origin: Origin::Rule("test/rule".into()),
            status: Status::Suggested,
            confidence: Some(80),
            triggers: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
        })
    }

    pub(super) fn store() -> Store {
        let link = |id: u32, kind: &str, to: u32| {
            Arc::new(Link {
                id: LinkId(id),
                kind: kind.into(),
                from: AnnotationId(1),
                to: AnnotationId(to),
                origin: Origin::Rule("frame/stated".into()),
                status: Status::Suggested,
            })
        };
        Store::from_parts(
            vec![
                annotation(1, "measure", 0, 60),
                annotation(2, "actor", 0, 9),
                annotation(3, "time", 9, 18),
            ],
            vec![link(1, "lead", 2), link(2, "deadline", 3)],
        )
    }

    pub(super) fn apply(store: &Store, transaction: Option<Transaction>) -> Store {
        let mut store = store.clone();
        store.apply(&transaction.unwrap()).unwrap();
        store
    }

    #[test]
    fn decisions_that_change_nothing_are_no_gesture() {
        let accepted = apply(&store(), decide(&store(), &[AnnotationId(1)], Status::Accepted));
        assert_eq!(decide(&accepted, &[AnnotationId(1)], Status::Accepted), None);
        assert_eq!(note(&accepted, AnnotationId(1), ""), None);
        assert_eq!(remove(&accepted, AnnotationId(99)), None);
    }

    #[test]
    fn a_measure_is_accepted_with_what_it_links_to() {
        let transaction = accept_with_linked(&store(), AnnotationId(1));
        assert_eq!(transaction.as_ref().map(|done| done.gesture.count), Some(3));
        let after = apply(&store(), transaction);
        assert!(after.annotations().iter().all(|found| found.status == Status::Accepted));
        assert!(after.links().iter().all(|link| link.status == Status::Accepted));
        assert_eq!(accept_with_linked(&after, AnnotationId(1)), None);
    }

    #[test]
    fn removing_a_suggestion_rejects_it_and_removing_ones_own_takes_it_away() {
        let rejected = apply(&store(), remove(&store(), AnnotationId(2)));
        assert_eq!(
            rejected.get(AnnotationId(2)).map(|found| found.status),
            Some(Status::Rejected)
        );
        let added = apply(&store(), add(&store(), &"term".into(), Span::at(30, 36)));
        assert_eq!(added.annotations().len(), 4);
        let removed = apply(&added, remove(&added, AnnotationId(4)));
        assert_eq!(removed.annotations().len(), 3);
    }

    #[test]
    fn adding_what_is_suggested_accepts_it() {
        let after = apply(&store(), add(&store(), &"time".into(), Span::at(9, 18)));
        assert_eq!(after.annotations().len(), 3);
        assert_eq!(
            after.get(AnnotationId(3)).map(|found| found.status),
            Some(Status::Accepted)
        );
    }

    #[test]
    fn what_is_no_task_is_a_rejected_measure() {
        let after = apply(&store(), not_a_task(&store(), Span::at(60, 90)));
        let kept = after.get(AnnotationId(4)).map(|found| (&*found.label, found.status));
        assert_eq!(kept, Some(("measure", Status::Rejected)));
        assert_eq!(not_a_task(&after, Span::at(60, 90)), None);
        let mut undone = after.clone();
        undone
            .apply(&not_a_task(&store(), Span::at(60, 90)).unwrap().inverse())
            .unwrap();
        assert_eq!(undone.annotations().len(), 3);
    }

    #[test]
    fn links_follow_a_role() {
        let after = apply(
            &store(),
            attribute(
                &store(),
                AnnotationId(2),
                &"role".into(),
                Some(&Value::Text("support".to_owned())),
            ),
        );
        assert_eq!(after.link(LinkId(1)).map(|link| &*link.kind), Some("support"));
        assert_eq!(after.link(LinkId(2)).map(|link| &*link.kind), Some("deadline"));
    }
}
