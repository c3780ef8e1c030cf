//! Places of a text, counted without a search.

/// A set of places in a text, as bytes: how many of them stand before another is told in a few steps.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Vec<Block>);

/// The places among 64 bytes, and how many stand before these.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    places: u64,
    before: u32,
}

impl Places {
    /// Some places of a text that ends at a byte; those behind its end are left out.
    pub(super) fn of(places: impl Iterator<Item = usize>, end: usize) -> Self {
        let mut blocks = vec![Block::default(); end / 64 + 1];
        for place in places {
            if let Some(block) = blocks.get_mut(place / 64) {
                block.places |= 1 << (place % 64);
            }
        }
        let mut before = 0;
        for block in &mut blocks {
            block.before = before;
            before += block.places.count_ones();
        }
        Self(blocks)
    }

    /// How many places stand before a byte.
    pub(super) fn before(&self, at: usize) -> usize {
        let (block, inside) = match self.0.get(at / 64) {
            Some(block) => (*block, block.places & !(u64::MAX << (at % 64))),
            None => self.0.last().map_or_else(Default::default, |last| (*last, last.places)),
        };
        block.before as usize + inside.count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Places;

    proptest! {
        #[test]
        fn those_before_a_place_are_counted(places in prop::collection::btree_set(0_usize..300, 0..90), at in 0_usize..900) {
            let set = Places::of(places.iter().copied(), 300);
            prop_assert_eq!(set.before(at), places.range(..at).count());
            prop_assert_eq!(Places::default().before(at), 0);
        }
    }
}
