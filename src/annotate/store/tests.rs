//! Tests of the store: transactions, order, undo.

use proptest::prelude::*;

use super::*;
use crate::annotate::{Gesture, History, Status, Verb};

fn annotation(id: u32, start: u32, end: u32) -> Arc<Annotation> {
    Arc::new(Annotation {
        status: Status::Suggested,
        ..Annotation::by_hand(
            AnnotationId(id),
            "measure",
            Span::new(ByteOffset(start), ByteOffset(end)),
        )
    })
}

fn transaction(changes: Vec<Change>) -> Transaction {
    Transaction {
        gesture: Gesture {
            verb: Verb::Add,
            label: None,
            count: changes.len() as u32,
        },
        changes,
    }
}

fn ids(store: &Store) -> Vec<u32> {
    store.annotations().iter().map(|annotation| annotation.id.0).collect()
}

#[test]
fn a_transaction_applies_as_a_whole_or_not_at_all() {
    let mut store = Store::default();
    let (one, two) = (annotation(1, 5, 9), annotation(2, 0, 20));
    store
        .apply(&transaction(vec![Change::Add(one.clone()), Change::Add(two.clone())]))
        .unwrap();
    assert_eq!(ids(&store), [2, 1]);
    assert_eq!(store.fresh_annotation(), AnnotationId(3));
    let before = store.clone();
    let moved = annotation(2, 7, 8);
    for refused in [
        vec![Change::Remove(one.clone()), Change::Remove(one.clone())],
        vec![Change::Remove(two.clone()), Change::Add(annotation(1, 3, 4))],
        vec![Change::Replace(moved.clone(), two.clone())],
        vec![Change::Replace(one.clone(), two.clone())],
    ] {
        assert_eq!(store.apply(&transaction(refused)), Err(Refused));
        assert_eq!(store, before);
    }
    store.apply(&transaction(vec![Change::Replace(two, moved)])).unwrap();
    assert_eq!(ids(&store), [1, 2]);
    assert_eq!(store.position(AnnotationId(2)), Some(1));
}

#[test]
fn covering_goes_from_the_outer_to_the_inner() {
    let store = Store::from_parts(
        vec![annotation(1, 5, 9), annotation(2, 0, 20), annotation(3, 5, 9)],
        Vec::new(),
    );
    let at = |offset| {
        store
            .covering(ByteOffset(offset))
            .map(|found| found.id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(at(0), [2]);
    assert_eq!(at(5), [2, 1, 3]);
    assert_eq!(at(9), [2]);
    assert_eq!(at(20), [0; 0]);
}

/// Gestures as people make them: add, remove, move, decide, undo, redo.
fn gesture(store: &Store, kind: u8, pick: usize, start: u32, end: u32) -> Option<Transaction> {
    let picked = store
        .annotations()
        .get(pick % store.annotations().len().max(1))
        .cloned();
    let changes = match (kind, picked) {
        (0 | 1, _) => vec![Change::Add(annotation(store.fresh_annotation().0, start, end))],
        (2, Some(picked)) => vec![Change::Remove(picked)],
        (3, Some(picked)) => {
            let after = Annotation {
                span: Span::new(ByteOffset(start), ByteOffset(end)),
                ..(*picked).clone()
            };
            vec![Change::Replace(picked, Arc::new(after))]
        }
        (_, Some(picked)) => {
            let after = Annotation {
                status: Status::Accepted,
                ..(*picked).clone()
            };
            vec![Change::Replace(picked, Arc::new(after))]
        }
        (_, None) => return None,
    };
    Some(transaction(changes))
}

proptest! {
    #[test]
    fn undo_takes_back_what_was_done(steps in prop::collection::vec((0u8..5, 0usize..20, 0u32..50, 0u32..50), 0..40)) {
        let (mut store, mut history) = (Store::default(), History::default());
        let mut states = vec![store.annotations().to_vec()];
        for (kind, pick, start, end) in steps {
            if let Some(transaction) = gesture(&store, kind, pick, start, end) {
                history.perform(&mut store, Arc::new(transaction)).unwrap();
                states.push(store.annotations().to_vec());
            }
        }
        let last = states.len() - 1;
        for state in states[..last].iter().rev() {
            prop_assert!(history.undo(&mut store).unwrap().is_some());
            prop_assert_eq!(store.annotations(), &state[..]);
        }
        prop_assert!(history.undo(&mut store).unwrap().is_none());
        for state in &states[1..] {
            prop_assert!(history.redo(&mut store).unwrap().is_some());
            prop_assert_eq!(store.annotations(), &state[..]);
        }
    }

    #[test]
    fn a_difference_leads_from_one_state_to_another(steps in prop::collection::vec((0u8..5, 0usize..20, 0u32..50, 0u32..50), 0..12)) {
        let mut store = Store::default();
        let mut states = vec![store.clone()];
        for (kind, pick, start, end) in steps {
            if let Some(transaction) = gesture(&store, kind, pick, start, end) {
                store.apply(&transaction).unwrap();
                states.push(store.clone());
            }
        }
        for (one, other) in states.iter().flat_map(|one| states.iter().map(move |other| (one, other))) {
            let difference = other.since(one);
            prop_assert!(difference.before.iter().all(|found| !other.annotations().contains(found)));
            prop_assert!(difference.after.iter().all(|found| !one.annotations().contains(found)));
            let kept = one.annotations().iter().filter(|found| !difference.before.contains(found));
            let led = Store::from_parts(kept.chain(&difference.after).cloned().collect(), Vec::new());
            prop_assert_eq!(led.annotations(), other.annotations());
        }
    }
}
