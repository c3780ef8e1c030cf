//! A piece of a text as the later phases would read it.

use std::ops::Range;

use super::mapped::Mapped;
use super::shadow::shadow;

/// A piece of a text with its characters folded and its markup out, and the way back. What a person
/// has marked is read through it: it may hold traditional characters or half-width marks.
pub(in crate::extract) struct Folded(Mapped);

impl Folded {
    /// Folds a piece of text.
    pub(in crate::extract) fn of(text: &str) -> Self {
        Self(shadow(text).0)
    }

    /// The folded text.
    pub(in crate::extract) fn text(&self) -> &str {
        self.0.text()
    }

    /// The bytes of the piece that a range of the folded text came from.
    pub(in crate::extract) fn original(&self, range: Range<usize>) -> Range<usize> {
        self.0.original(range)
    }
}
