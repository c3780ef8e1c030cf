//! Pairs of characters of a clause that the model has weights for.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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

/// A pair of characters at a place, packed into one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gram(u64);

impl Gram {
    fn new(place: Place, first: char, second: char) -> Self {
        Self((place as u64) << 48 | u64::from(u32::from(first)) << 24 | u64::from(u32::from(second)))
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
        let char = |shift: u32| char::from_u32((self.0 >> shift & 0xff_ffff) as u32).unwrap_or(' ');
        let place = PLACES.get((self.0 >> 48) as usize).map_or("", |(_, name)| name);
        format!("{place}:{}{}", char(24), char(0))
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
        '0'..='9' | '×' | 'X' | 'x' | '*' | '○' => '0',
        '.' | '．' => '.',
        other => other,
    }
}

/// The pairs that the model knows, numbered from 0 in their order.
#[derive(Default)]
pub struct Grams {
    known: Vec<Gram>,
    numbers: HashMap<Gram, u32, BuildHasherDefault<Mix>>,
}

impl Grams {
    /// Numbers some pairs.
    pub fn new(mut known: Vec<Gram>) -> Self {
        known.sort_unstable();
        known.dedup();
        let numbers = known.iter().zip(0..).map(|(gram, number)| (*gram, number)).collect();
        Self { known, numbers }
    }

    /// The pairs in the order of their numbers.
    pub(super) fn known(&self) -> &[Gram] {
        &self.known
    }

    /// The number of a pair.
    pub(super) fn number(&self, gram: Gram) -> Option<u32> {
        self.numbers.get(&gram).copied()
    }
}

/// A hash of one number: the table is small and its keys are not an attacker's.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
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
