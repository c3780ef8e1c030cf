//! Many words found in a text in one pass: leftmost, then longest, never overlapping.
//!
//! Chinese words are told apart by their first two characters. A bit table of those pairs rejects
//! nearly every place of a text with two look-ups that do not wait for one another, where a general
//! automaton takes one dependent step per byte. All word lists of the extraction run over the whole
//! text: this is its hottest loop.

use std::ops::Range;

/// Bits in each table.
const BITS: usize = 1 << 16;

/// One bit per hash; its size is known, so that looking one up needs no check.
type Table = Box<[u64; BITS / 64]>;

/// A list of words, ready to be found.
#[derive(Debug)]
pub(super) struct Matcher<'w> {
    /// The hashes of the first two characters of the words.
    pairs: Table,
    /// The characters that are words by themselves.
    singles: Table,
    /// Open addressing: where the words with the same first two characters stand in `entries`.
    slots: Vec<Slot>,
    entries: Vec<Entry<'w>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    first: u32,
    second: u32,
    start: u32,
    /// How many entries; 0 for an empty slot.
    length: u32,
}

#[derive(Clone, Copy, Debug)]
struct Entry<'w> {
    word: &'w str,
    /// The bytes behind its first two characters, which its bucket has told already.
    rest: &'w [u8],
    index: usize,
}

/// Stands for the second character of words that have only one.
const NONE: char = '\0';

impl<'w> Matcher<'w> {
    /// Takes the words; a match tells their place in this order. Of equal words the first counts.
    pub(super) fn new(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut entries: Vec<Entry<'w>> = words
            .into_iter()
            .enumerate()
            .map(|(index, word)| Entry {
                word,
                rest: word.char_indices().nth(2).map_or(&[], |(at, _)| &word.as_bytes()[at..]),
                index,
            })
            .filter(|entry| !entry.word.is_empty())
            .collect();
        entries.sort_by_key(|entry| (opening(entry.word), std::cmp::Reverse(entry.word.len()), entry.index));
        let mut matcher = Self {
            pairs: Box::new([0; BITS / 64]),
            singles: Box::new([0; BITS / 64]),
            slots: vec![Slot::default(); (entries.len() * 2).next_power_of_two().max(2)],
            entries,
        };
        let mut start = 0;
        while let Some(entry) = matcher.entries.get(start) {
            let (first, second) = opening(entry.word);
            let length = matcher.entries[start..]
                .iter()
                .take_while(|other| opening(other.word) == (first, second))
                .count();
            let slot = matcher.slot(first, second);
            matcher.slots[slot] = Slot {
                first: first as u32,
                second: second as u32,
                start: start as u32,
                length: length as u32,
            };
            if second == NONE {
                set(&mut matcher.singles, first as usize);
            } else {
                set(&mut matcher.pairs, hash(first, second));
            }
            start += length;
        }
        matcher
    }

    /// The words in a text, in order: the bytes of each and which word it is.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let mut rest = text.chars();
        let mut current = rest.next();
        std::iter::from_fn(move || {
            while let Some(first) = current {
                let behind = rest.as_str();
                current = rest.next();
                let second = current.unwrap_or(NONE);
                if has(&self.singles, first as usize) | has(&self.pairs, hash(first, second)) {
                    let at = text.len() - behind.len() - first.len_utf8();
                    if let Some(entry) = self.longest(&text[at..], first, second) {
                        let end = at + entry.word.len();
                        rest = text[end..].chars();
                        current = rest.next();
                        return Some((at..end, entry.index));
                    }
                }
            }
            None
        })
    }

    /// Which word of the list this is.
    pub(super) fn index(&self, word: &str) -> Option<usize> {
        let (first, second) = opening(word);
        let possible = if second == NONE {
            has(&self.singles, first as usize)
        } else {
            has(&self.pairs, hash(first, second))
        };
        if !possible {
            return None;
        }
        let behind = &word.as_bytes()[first.len_utf8()..];
        let behind = if second == NONE {
            behind
        } else {
            &behind[second.len_utf8()..]
        };
        let same = self
            .bucket(first, second)
            .iter()
            .find(|entry| entry.rest.len() == behind.len() && begins(behind, entry.rest))?;
        Some(same.index)
    }

    /// The longest word that a text begins with, given its first two characters.
    fn longest(&self, text: &str, first: char, second: char) -> Option<&Entry<'w>> {
        let behind = text
            .as_bytes()
            .get(first.len_utf8() + second.len_utf8()..)
            .unwrap_or_default();
        self.bucket(first, second)
            .iter()
            .find(|entry| begins(behind, entry.rest))
            .or_else(|| self.bucket(first, NONE).first())
    }

    fn bucket(&self, first: char, second: char) -> &[Entry<'w>] {
        let slot = self.slots[self.slot(first, second)];
        &self.entries[slot.start as usize..][..slot.length as usize]
    }

    /// The slot of a pair, or the empty one where it would go. Half of the slots are empty.
    fn slot(&self, first: char, second: char) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(first, second) & mask;
        loop {
            let slot = &self.slots[at];
            if slot.length == 0 || (slot.first, slot.second) == (first as u32, second as u32) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

/// Whether bytes begin with a few others: too few to be worth a call.
#[inline]
fn begins(bytes: &[u8], few: &[u8]) -> bool {
    bytes.len() >= few.len() && bytes.iter().zip(few).all(|(one, other)| one == other)
}

fn opening(word: &str) -> (char, char) {
    let mut chars = word.chars();
    (chars.next().unwrap_or(NONE), chars.next().unwrap_or(NONE))
}

/// The hash of a pair, below [`BITS`].
#[inline]
fn hash(first: char, second: char) -> usize {
    let mixed = (first as u32)
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add((second as u32).wrapping_mul(0x85EB_CA6B));
    (mixed >> 16) as usize
}

fn set(table: &mut Table, bit: usize) {
    let bit = bit % BITS;
    table[bit / 64] |= 1 << (bit % 64);
}

#[inline]
fn has(table: &Table, bit: usize) -> bool {
    let bit = bit % BITS;
    table[bit / 64] >> (bit % 64) & 1 != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Matcher;

    /// What the definition says: at each place the longest word, then on behind it.
    fn by_definition(words: &[String], text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let longest = words
                .iter()
                .enumerate()
                .filter(|(_, word)| !word.is_empty() && text[at..].starts_with(word.as_str()))
                .max_by_key(|(index, word)| (word.len(), std::cmp::Reverse(*index)));
            match longest {
                Some((index, word)) => {
                    found.push((at..at + word.len(), index));
                    at += word.len();
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    proptest! {
        #[test]
        fn finds_what_the_definition_says(
            words in prop::collection::vec("[要必须a\u{10348}]{0,4}", 0..12),
            text in "[要必须a\u{10348}，]{0,40}"
        ) {
            let matcher = Matcher::new(words.iter().map(String::as_str));
            prop_assert_eq!(matcher.find(&text).collect::<Vec<_>>(), by_definition(&words, &text));
            for word in &words {
                let first = words.iter().position(|other| other == word).filter(|_| !word.is_empty());
                prop_assert_eq!(matcher.index(word), first);
            }
        }
    }
}
