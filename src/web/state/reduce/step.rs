//! Steps on the open document: each is one gesture, one entry of the journal, one write.

use super::*;
use crate::web::document::{Tally, Verdicts, follow, verdicts};

/// Steps in a journal after which the document is written as a whole again.
const STEPS_PER_SNAPSHOT: u32 = 200;

impl AppState {
    /// Whether the open document can be changed now: not while it is extracted, nor after another tab has
    /// changed it.
    pub(super) fn is_editable(&self) -> bool {
        let is_contested = |open: &OpenDocument| self.contested().is_some_and(|id| id == open.id);
        self.open
            .as_ref()
            .is_some_and(|open| open.running.is_none() && !is_contested(open))
    }

    /// Does one gesture on the open document. Returns whether anything changed.
    pub(super) fn perform(
        &mut self,
        now: Millis,
        gesture: impl FnOnce(&OpenDocument) -> Option<crate::annotate::Transaction>,
    ) -> bool {
        let Some(open) = self.open.clone().filter(|_| self.is_editable()) else {
            return false;
        };
        match gesture(&open) {
            Some(transaction) => self.step(&open, Step::Perform(transaction.into()), now),
            None => false,
        }
    }

    /// Takes a step on the open document and puts it into the outbox.
    pub(super) fn step(&mut self, open: &OpenDocument, step: Step, now: Millis) -> bool {
        let mut project = (*open.project).clone();
        if !step.replay(&mut project) {
            return false;
        }
        let rules = rules_after(open, &step);
        let entry = Entry {
            seq: open.entry.seq + 1,
            ..(*open.entry).clone()
        };
        let mut open = open.clone();
        open.set_project(project);
        open.entry = Rc::new(Entry {
            rules,
            ..counted(&entry, &open.project, &open.tally, now)
        });
        open.current = open.current.filter(|id| open.project.store.get(*id).is_some());
        open.steps += 1;
        self.push(Write::Append {
            entry: open.entry.clone(),
            step,
        });
        if open.steps >= STEPS_PER_SNAPSHOT {
            open.steps = 0;
            self.push(Write::Snapshot {
                entry: open.entry.clone(),
                project: open.project.clone(),
            });
        }
        self.list(open.entry.clone());
        self.open = Some(Rc::new(open));
        true
    }
}

/// How the suggestions of each rule stand decided after a step.
fn rules_after(open: &OpenDocument, step: &Step) -> Rc<Verdicts> {
    let (history, mut rules) = (&open.project.history, open.entry.rules.clone());
    match step {
        Step::Perform(done) => follow(&mut rules, &done.changes),
        Step::Undo => history
            .done()
            .last()
            .into_iter()
            .for_each(|done| follow(&mut rules, &done.inverse().changes)),
        Step::Redo => history
            .undone()
            .last()
            .into_iter()
            .for_each(|undone| follow(&mut rules, &undone.changes)),
    }
    rules
}

/// A document's line in the list, brought up to date.
pub(super) fn described(entry: &Entry, project: &Project, tally: &Tally, now: Millis) -> Entry {
    Entry {
        rules: verdicts(&project.store),
        ..counted(entry, project, tally, now)
    }
}

/// The same but for what is known of its rules.
fn counted(entry: &Entry, project: &Project, tally: &Tally, now: Millis) -> Entry {
    Entry {
        title: project.document.title.clone(),
        speaker: project.document.speaker.clone(),
        date: project.document.date.clone(),
        changed: now,
        total: tally.total(),
        pending: tally.pending,
        ..entry.clone()
    }
}
