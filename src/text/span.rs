//! Half-open ranges of a text.

use serde::{Deserialize, Serialize};

use super::offset::{ByteOffset, Offset};

/// A range `[start, end)` counted in one kind of offset; `start <= end` always holds.
///
/// A span knows nothing of a text. Whether its ends fall on character boundaries is checked
/// where it meets a [`Source`](super::Source).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "(O, O)", into = "(O, O)")]
#[serde(bound(serialize = "O: Offset + Serialize", deserialize = "O: Offset + Deserialize<'de>"))]
pub struct Span<O: Offset = ByteOffset> {
    start: O,
    end: O,
}

impl<O: Offset> Span<O> {
    /// The span between two offsets, given in either order.
    pub fn new(one: O, other: O) -> Self {
        Self {
            start: one.min(other),
            end: one.max(other),
        }
    }

    /// The span between two plain positions of this unit.
    pub fn at(start: usize, end: usize) -> Self {
        let clamp = |position| O::at(u32::try_from(position).unwrap_or(u32::MAX));
        Self::new(clamp(start), clamp(end))
    }

    /// The first offset inside.
    pub fn start(self) -> O {
        self.start
    }

    /// The first offset after the span.
    pub fn end(self) -> O {
        self.end
    }

    /// How many units it covers.
    pub fn len(self) -> u32 {
        self.end.get() - self.start.get()
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start.get() as usize..self.end.get() as usize
    }

    /// Whether the offset lies inside.
    pub fn contains(self, offset: O) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside (every span covers itself).
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one unit.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What the two share, if anything.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self {
            start: self.start.max(other.start),
            end: self.end.min(other.end),
        })
    }

    /// The smallest span that covers both.
    pub fn union(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Sorts outer before inner: by start, then the longer first.
    pub fn reading_order(self) -> (O, std::cmp::Reverse<O>) {
        (self.start, std::cmp::Reverse(self.end))
    }
}

impl<O: Offset> From<(O, O)> for Span<O> {
    fn from((start, end): (O, O)) -> Self {
        Self::new(start, end)
    }
}

impl<O: Offset> From<Span<O>> for (O, O) {
    fn from(span: Span<O>) -> Self {
        (span.start, span.end)
    }
}
