//! Chance that is the same every time.

/// A row of numbers that looks like chance and is the same every time.
pub(crate) struct Random(u64);

impl Random {
    /// A row of its own for each seed but 0.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % end
    }

    /// Puts some things into an order of its own.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for index in (1..things.len()).rev() {
            things.swap(index, self.below(index as u64 + 1) as usize);
        }
    }

    /// Whether something happens that has this chance, in steps of a thousandth.
    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        (self.below(1000) as f64) < chance * 1000.0
    }
}
