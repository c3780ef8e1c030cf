//! Statements: measures, targets, achievements, problems and rules.

use super::clause::Clause;
use super::clean::{CleanOffset, Cleaned};
use super::extraction::{Mention, Statement};
use super::outline::Outline;

/// Finds the statements, in order and without overlaps.
pub fn statements(
    _cleaned: &Cleaned,
    _outline: &Outline,
    _clauses: &[Clause],
    _mentions: &[Mention<CleanOffset>],
) -> Vec<Statement<CleanOffset>> {
    Vec::new()
}
