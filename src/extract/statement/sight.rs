//! All clauses of a text side by side.

use super::super::clause::Clause;
use super::gram::{Gram, grams};
use super::view::View;

/// All clauses of a text with their views.
pub struct Sight<'a> {
    /// The text that the clauses are of.
    pub text: &'a str,
    /// The clauses.
    pub clauses: &'a [Clause],
    /// Their views.
    pub views: &'a [View],
}

impl Sight<'_> {
    /// The words of a clause.
    pub fn clause(&self, index: usize) -> &str {
        &self.text[self.clauses[index].span.range()]
    }

    /// The clause before, if it is in the same sentence.
    pub fn before(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        (self.clauses[before].sentence == self.clauses[index].sentence).then_some(before)
    }

    /// The clause behind, if it is in the same sentence.
    pub fn after(&self, index: usize) -> Option<usize> {
        let after = self.clauses.get(index + 1)?;
        (after.sentence == self.clauses[index].sentence).then_some(index + 1)
    }

    /// The view of another clause, if it is in the same paragraph.
    pub fn beside(&self, index: usize, other: Option<usize>) -> Option<&View> {
        let other = other.filter(|other| *other < self.clauses.len())?;
        (self.clauses[other].paragraph == self.clauses[index].paragraph).then(|| &self.views[other])
    }

    /// Visits the pairs of characters of a clause.
    pub fn grams(&self, index: usize, visit: impl FnMut(Gram)) {
        let slice = |index: usize| &self.text[self.clauses[index].span.range()];
        grams(
            self.before(index).map(slice),
            slice(index),
            self.after(index).map(slice),
            visit,
        );
    }
}
