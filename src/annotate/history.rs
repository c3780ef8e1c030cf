//! Undo and redo without limit.

use std::sync::Arc;

use super::change::Transaction;
use super::store::{Refused, Store};

/// What was done and what was undone. A value that is cheap to clone (a pointer per step).
///
/// It keeps every step of a document's life: about a kilobyte for a plain decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Arc<Transaction>>,
    undone: Vec<Arc<Transaction>>,
}

impl History {
    /// Applies a transaction and remembers it. What was undone before can no longer be redone.
    pub fn perform(&mut self, store: &mut Store, transaction: Arc<Transaction>) -> Result<(), Refused> {
        store.apply(&transaction)?;
        self.record(transaction);
        Ok(())
    }

    /// Takes back the last step; tells which one.
    pub fn undo(&mut self, store: &mut Store) -> Result<Option<Arc<Transaction>>, Refused> {
        let Some(transaction) = self.done.last().cloned() else {
            return Ok(None);
        };
        store.apply(&transaction.inverse())?;
        self.record_undo();
        Ok(Some(transaction))
    }

    /// Does the last undone step again; tells which one.
    pub fn redo(&mut self, store: &mut Store) -> Result<Option<Arc<Transaction>>, Refused> {
        let Some(transaction) = self.undone.last().cloned() else {
            return Ok(None);
        };
        store.apply(&transaction)?;
        self.record_redo();
        Ok(Some(transaction))
    }

    /// Remembers a step that was applied elsewhere: for rebuilding a history from a journal.
    pub fn record(&mut self, transaction: Arc<Transaction>) {
        self.done.push(transaction);
        self.undone.clear();
    }

    /// Remembers an undo that was applied elsewhere.
    pub fn record_undo(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// Remembers a redo that was applied elsewhere.
    pub fn record_redo(&mut self) {
        self.done.extend(self.undone.pop());
    }

    /// The steps that can be undone, oldest first.
    pub fn done(&self) -> &[Arc<Transaction>] {
        &self.done
    }

    /// The steps that can be redone; the next one is last.
    pub fn undone(&self) -> &[Arc<Transaction>] {
        &self.undone
    }
}
