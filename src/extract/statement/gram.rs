//! Pairs of characters of a clause that the model has weights for.

/// Where in a clause a pair of characters stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first two characters.
    Start,
    /// The first two characters of a clause that does not open its sentence.
    InnerStart,
    /// The last two characters.
    End,
    /// The last two characters of the clause before it in its sentence.
    EndBefore,
    /// The first two characters of the clause behind it in its sentence.
    StartAfter,
    /// Anywhere.
    Inside,
}

/// The places with the names that the file of weights has for them.
const PLACES: [(Place, &str); 6] = [
    (Place::Start, "start"),
    (Place::InnerStart, "inner-start"),
    (Place::End, "end"),
    (Place::EndBefore, "end-before"),
    (Place::StartAfter, "start-after"),
    (Place::Inside, "inside"),
];

/// A pair of characters at a place, packed into one number of [`BITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gram(u64);

/// Bits of a character, and of a pair with its place.
const CHAR: u32 = 21;
const BITS: u32 = 3 + 2 * CHAR;

impl Gram {
    fn new(place: Place, first: char, second: char) -> Self {
        Self((place as u64) << (2 * CHAR) | u64::from(u32::from(first)) << CHAR | u64::from(u32::from(second)))
    }

    /// Whether it may stand anywhere in its clause.
    pub fn is_inside(self) -> bool {
        self.0 >> (2 * CHAR) == Place::Inside as u64
    }

    fn hash(self) -> u32 {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
    }

    /// Reads `place:字符`.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let (place, pair) = name.split_once(':')?;
        let (place, _) = PLACES.iter().find(|(_, own)| *own == place)?;
        let mut chars = pair.chars();
        let (first, second) = (chars.next()?, chars.next()?);
        chars.next().is_none().then(|| Self::new(*place, first, second))
    }

    /// Writes `place:字符`.
    pub(super) fn name(self) -> String {
        let char = |shift: u32| char::from_u32((self.0 >> shift) as u32 & ((1 << CHAR) - 1)).unwrap_or(' ');
        let place = PLACES.get((self.0 >> (2 * CHAR)) as usize).map_or("", |(_, name)| name);
        format!("{place}:{}{}", char(CHAR), char(0))
    }
}

/// Visits the pairs of a clause, given the clauses beside it in its sentence. Digits count as one
/// character.
pub fn grams(before: Option<&str>, clause: &str, after: Option<&str>, mut visit: impl FnMut(Gram)) {
    let mut last: Option<char> = None;
    let mut first = true;
    for char in clause.chars() {
        let char = folded(char);
        if let Some(last) = last {
            visit(Gram::new(Place::Inside, last, char));
            if first {
                visit(Gram::new(Place::Start, last, char));
                if before.is_some() {
                    visit(Gram::new(Place::InnerStart, last, char));
                }
                first = false;
            }
        }
        last = Some(char);
    }
    let pair = |mut chars: &mut dyn Iterator<Item = char>| Some((folded(chars.next()?), folded((&mut chars).next()?)));
    if let Some((last, other)) = pair(&mut clause.chars().rev()) {
        visit(Gram::new(Place::End, other, last));
    }
    if let Some((last, other)) = before.and_then(|before| pair(&mut before.chars().rev())) {
        visit(Gram::new(Place::EndBefore, other, last));
    }
    if let Some((first, other)) = after.and_then(|after| pair(&mut after.chars())) {
        visit(Gram::new(Place::StartAfter, first, other));
    }
}

/// Digits and placeholders are alike.
fn folded(char: char) -> char {
    match char {
        '\u{4e00}'..='\u{9fff}' => char,
        '0'..='9' | '×' | 'X' | 'x' | '*' | '○' => '0',
        '.' | '．' => '.',
        other => other,
    }
}

/// The pairs that the model knows, numbered from 0 in their order.
#[derive(Default)]
pub struct Grams {
    known: Vec<Gram>,
    /// One bit per hash: tells most pairs that are not known without a look at the slots, which are many.
    filter: Vec<u64>,
    /// Open addressing: a pair above its number and 1; 0 for an empty slot. Most slots are empty.
    slots: Vec<u64>,
}

/// Bits that are left for the number of a pair, and the largest number in them.
const NUMBER: u32 = u64::BITS - BITS;
const LAST: u64 = (1 << NUMBER) - 1;

/// Bits of the filter.
const FILTER: usize = 1 << 18;

impl Grams {
    /// Numbers some pairs; more than half a million are left out.
    pub fn new(mut known: Vec<Gram>) -> Self {
        known.sort_unstable();
        known.dedup();
        known.truncate(LAST as usize);
        let mut grams = Self {
            filter: vec![0; FILTER / 64],
            slots: vec![0; (known.len() * 3).next_power_of_two().max(2)],
            known,
        };
        for (gram, number) in grams.known.iter().zip(1..) {
            let bit = gram.hash() as usize % FILTER;
            grams.filter[bit / 64] |= 1 << (bit % 64);
            let slot = grams.slot(*gram);
            grams.slots[slot] = gram.0 << NUMBER | number;
        }
        grams
    }

    /// The pairs in the order of their numbers.
    pub(super) fn known(&self) -> &[Gram] {
        &self.known
    }

    /// The number of a pair.
    pub(super) fn number(&self, gram: Gram) -> Option<u32> {
        let bit = gram.hash() as usize % FILTER;
        if self.filter.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let found = *self.slots.get(self.slot(gram))?;
        u32::try_from(found & LAST).ok()?.checked_sub(1)
    }

    /// The slot of a pair, or the empty one where it would go.
    fn slot(&self, gram: Gram) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = gram.hash() as usize & mask;
        while self
            .slots
            .get(at)
            .is_some_and(|slot| *slot != 0 && slot >> NUMBER != gram.0)
        {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::{Gram, grams};

    #[test]
    fn pairs_of_a_clause() {
        let mut found = Vec::new();
        grams(Some("要强化监管"), "降12成", None, |gram| {
            found.push(gram.name())
        });
        assert_eq!(
            found,
            [
                "inside:降0",
                "start:降0",
                "inner-start:降0",
                "inside:00",
                "inside:0成",
                "end:0成",
                "end-before:监管"
            ]
        );
        assert_eq!(Gram::parse("end:0成").map(Gram::name).as_deref(), Some("end:0成"));
        assert_eq!(Gram::parse("end:成"), None);
    }
}
