//! Mentions: actors, times, quantities, industries, organizations, projects, terms, policies and
//! redactions.

use super::clause::Clause;
use super::clean::{CleanOffset, Cleaned};
use super::extraction::Mention;
use super::lexicon::Word;
use super::outline::Outline;

/// Finds the mentions, in reading order.
pub fn mentions(
    _cleaned: &Cleaned,
    _outline: &Outline,
    _clauses: &[Clause],
    _words: Option<&[Word]>,
) -> Vec<Mention<CleanOffset>> {
    Vec::new()
}
