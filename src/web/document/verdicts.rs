//! How often the suggestions of each rule were right.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotation, Change, Name, Origin, Status, Store};

/// How people decided about the suggestions of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Accepted, whatever was changed about them.
    pub accepted: u32,
    /// Rejected.
    pub rejected: u32,
}

/// The verdict on every rule of which something has been decided.
pub type Verdicts = BTreeMap<Name, Verdict>;

impl Verdict {
    /// How many have been decided.
    pub fn total(self) -> u32 {
        self.accepted + self.rejected
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            accepted: self.accepted + other.accepted,
            rejected: self.rejected + other.rejected,
        }
    }

    /// The same without one annotation, if it was decided.
    pub fn without(mut self, annotation: &Annotation) -> Self {
        match annotation.status {
            Status::Suggested => {}
            Status::Accepted => self.accepted = self.accepted.saturating_sub(1),
            Status::Rejected => self.rejected = self.rejected.saturating_sub(1),
        }
        self
    }
}

/// The verdicts of a document.
pub fn verdicts(store: &Store) -> Rc<Verdicts> {
    let mut verdicts = Verdicts::new();
    for annotation in store.annotations() {
        add(&mut verdicts, annotation);
    }
    Rc::new(verdicts)
}

/// Brings the verdicts of a document up to date after changes, without looking at the rest of it.
pub fn follow(verdicts: &mut Rc<Verdicts>, changes: &[Change]) {
    let is_about_rules = |change: &Change| match change {
        Change::Add(found) | Change::Remove(found) => is_decided(found),
        Change::Replace(before, after) => is_decided(before) || is_decided(after),
        _ => false,
    };
    if !changes.iter().any(is_about_rules) {
        return;
    }
    let verdicts = Rc::make_mut(verdicts);
    for change in changes {
        match change {
            Change::Add(found) => add(verdicts, found),
            Change::Remove(found) => take(verdicts, found),
            Change::Replace(before, after) => {
                take(verdicts, before);
                add(verdicts, after);
            }
            _ => {}
        }
    }
}

fn is_decided(annotation: &Annotation) -> bool {
    matches!(annotation.origin, Origin::Rule(_)) && annotation.status != Status::Suggested
}

fn add(verdicts: &mut Verdicts, annotation: &Annotation) {
    let Origin::Rule(rule) = &annotation.origin else { return };
    match annotation.status {
        Status::Suggested => {}
        Status::Accepted => verdicts.entry(rule.clone()).or_default().accepted += 1,
        Status::Rejected => verdicts.entry(rule.clone()).or_default().rejected += 1,
    }
}

fn take(verdicts: &mut Verdicts, annotation: &Annotation) {
    let Origin::Rule(rule) = &annotation.origin else { return };
    let Some(known) = verdicts.get(rule).map(|known| known.without(annotation)) else {
        return;
    };
    match known.total() {
        0 => drop(verdicts.remove(rule)),
        _ => drop(verdicts.insert(rule.clone(), known)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::annotate::{AnnotationId, Attributes, History};
    use crate::text::Span;
    use crate::web::gesture;

    fn suggested(id: u32, rule: &str) -> Arc<Annotation> {
        Arc::new(Annotation {
            id: AnnotationId(id),
            label: "measure".into(),
            span: Span::at(id as usize * 3, id as usize * 3 + 3),
            fragments: Vec::new(),
            origin: Origin::Rule(rule.into()),
            status: Status::Suggested,
            confidence: Some(80),
            triggers: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
        })
    }

    #[test]
    fn following_the_changes_is_the_same_as_counting_anew() {
        let all = vec![suggested(1, "a/b"), suggested(2, "a/b"), suggested(3, "c/d")];
        let mut store = Store::from_parts(all, Vec::new());
        let (mut history, mut followed) = (History::default(), verdicts(&store));
        assert!(followed.is_empty());
        for (id, status) in [
            (1, Status::Accepted),
            (2, Status::Rejected),
            (3, Status::Accepted),
            (1, Status::Rejected),
        ] {
            let done = gesture::decide(&store, &[AnnotationId(id)], status).unwrap();
            follow(&mut followed, &done.changes);
            history.perform(&mut store, done.into()).unwrap();
            assert_eq!(followed, verdicts(&store));
        }
        let verdict = |rule: &str| followed.get(rule).copied().unwrap_or_default();
        assert_eq!((verdict("a/b").accepted, verdict("a/b").rejected), (0, 2));
        assert_eq!(verdict("c/d").total(), 1);
        while let Some(undone) = history.undo(&mut store).unwrap() {
            follow(&mut followed, &undone.inverse().changes);
            assert_eq!(followed, verdicts(&store));
        }
        assert!(followed.is_empty());
    }
}
