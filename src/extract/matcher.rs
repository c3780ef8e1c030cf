//! Many words found in a text in one pass: leftmost, then longest, never overlapping.
//!
//! Chinese words are told apart by their first two characters. Bit tables reject nearly all places of a text
//! by these, where a general automaton takes one dependent step per byte. What all lists look at first, the
//! hashes of the characters, can be made once for a text that many lists run over: [`Chars`].

use std::cmp::Reverse;
use std::ops::Range;

use super::chars::{BITS, Opening, both, eight, hash, width};
pub(super) use super::chars::{Chars, Hashes};

/// One bit per hash; its size is known, so that looking one up needs no check.
type Table = Box<[u64; BITS / 64]>;

/// A list of words, ready to be found.
#[derive(Debug)]
pub(super) struct Matcher<'w> {
    /// The first two characters of the words that have two or more.
    openings: Table,
    /// The words of one character, where there are any.
    singles: Option<Table>,
    /// Open addressing: where the words with the same first two characters stand in `entries`; [`EMPTY`] where
    /// there are none. They are looked at for every word of a text, so they are small.
    slots: Vec<u32>,
    entries: Vec<Entry<'w>>,
}

const EMPTY: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Entry<'w> {
    /// Its first two characters.
    key: u64,
    /// Of the bytes behind its first two characters, which its bucket has told already, the first eight or all.
    head: u64,
    /// What is behind them.
    tail: &'w [u8],
    /// Bytes of the word.
    length: u32,
    /// Which word of the list it is.
    index: u32,
}

impl<'w> Matcher<'w> {
    /// Takes the words; a match tells their place in this order. Of equal words the first counts.
    pub(super) fn new(words: impl IntoIterator<Item = &'w str>) -> Self {
        let words = (0..).zip(words).filter(|(_, word)| !word.is_empty());
        let mut entries: Vec<Entry<'w>> = words
            .map(|(index, word)| {
                let opening = Opening::at(word.as_bytes(), 0);
                let rest = opening.behind(word.as_bytes());
                Entry {
                    key: opening.pair(),
                    head: eight(rest),
                    tail: rest.get(8..).unwrap_or_default(),
                    length: word.len() as u32,
                    index,
                }
            })
            .collect();
        entries.sort_unstable_by_key(|entry| (entry.key, Reverse(entry.length), entry.index));
        let buckets = || entries.chunk_by(|one, other| one.key == other.key);
        let mut matcher = Self {
            openings: Box::new([0; BITS / 64]),
            singles: None,
            slots: vec![EMPTY; (buckets().count() * 2).next_power_of_two().max(2)],
            entries: Vec::new(),
        };
        let starts: Vec<usize> = buckets()
            .scan(0, |end, bucket| {
                *end += bucket.len();
                Some(*end - bucket.len())
            })
            .collect();
        matcher.entries = entries;
        for start in starts {
            let key = matcher.entries[start].key;
            let slot = matcher.slot(key);
            matcher.slots[slot] = start as u32;
            let opening = Opening {
                bytes: key,
                width: width(key as u8),
            };
            let (first, second) = opening.hashes();
            match opening.first() == key {
                true => set(matcher.singles.get_or_insert_with(|| Box::new([0; BITS / 64])), first),
                false => set(&mut matcher.openings, both(first, second)),
            }
        }
        matcher
    }

    /// Takes characters as words of one.
    pub(super) fn of_chars(chars: &'w str) -> Self {
        Self::new(chars.split(""))
    }

    /// The words in a text, in order: the bytes of each and which word it is.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let (start, opening) = (at, Opening::at(bytes, at));
                at += opening.width;
                if self.may_open(opening.hashes())
                    && let Some(entry) = self.longest(&bytes[start..], opening)
                {
                    at = start + entry.length as usize;
                    return Some((start..at, entry.index as usize));
                }
            }
            None
        })
    }

    /// The same in a text whose characters are hashed already.
    pub(super) fn find_in<'a>(&'a self, chars: &'a Chars<'a>) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        self.find_within(chars, 0..chars.text.len())
    }

    /// The same in a part of such a text, as if it were all of it: from byte to byte.
    pub(super) fn find_within<'a>(
        &'a self,
        chars: &'a Chars<'a>,
        part: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let bytes = &chars.text.as_bytes()[..part.end];
        let (mut at, end) = (chars.index(part.start), chars.index(part.end));
        std::iter::from_fn(move || {
            while let Some(next) = self.next_opening(chars, at..end) {
                let start = chars.start(next);
                at = next + 1;
                if let Some(entry) = self.longest(&bytes[start..], Opening::at(bytes, start)) {
                    let end = start + entry.length as usize;
                    at = chars.index(end);
                    return Some((start..end, entry.index as usize));
                }
            }
            None
        })
    }

    /// The longest word that a text begins with.
    pub(super) fn beginning(&self, text: &str) -> Option<usize> {
        let opening = Opening::at(text.as_bytes(), 0);
        if !self.may_open(opening.hashes()) {
            return None;
        }
        self.longest(text.as_bytes(), opening).map(|entry| entry.index as usize)
    }

    /// Which word of the list this is.
    pub(super) fn index(&self, word: &str) -> Option<usize> {
        let opening = Opening::at(word.as_bytes(), 0);
        let key = opening.pair();
        if !self.may_open(opening.hashes()) {
            return None;
        }
        let behind = opening.behind(word.as_bytes());
        let head = eight(behind);
        let same = |entry: &&Entry| entry.length as usize == word.len() && entry.goes_on(head, behind);
        self.bucket(key).find(same).map(|entry| entry.index as usize)
    }

    /// The first of some characters at which a word may open.
    fn next_opening(&self, chars: &Chars, among: Range<usize>) -> Option<usize> {
        let pairs = chars.pairs(among.clone());
        let ahead = match &self.singles {
            None => pairs.iter().position(|pair| has(&self.openings, *pair)),
            Some(singles) => pairs
                .iter()
                .zip(chars.own(among.clone()))
                .position(|(pair, own)| has(&self.openings, *pair) | has(singles, *own)),
        };
        Some(among.start + ahead?)
    }

    /// Whether a word may open with two characters that have these hashes: seldom true where none does.
    #[inline]
    fn may_open(&self, (first, second): (u16, u16)) -> bool {
        let single = self.singles.as_ref().is_some_and(|singles| has(singles, first));
        has(&self.openings, both(first, second)) | single
    }

    /// The longest word that a text begins with, given how it opens.
    fn longest(&self, text: &[u8], opening: Opening) -> Option<&Entry<'w>> {
        let behind = opening.behind(text);
        let head = eight(behind);
        self.bucket(opening.pair())
            .find(|entry| entry.goes_on(head, behind))
            .or_else(|| self.singles.as_ref().and_then(|_| self.bucket(opening.first()).next()))
    }

    /// The words with the same first two characters.
    #[inline]
    fn bucket(&self, key: u64) -> impl Iterator<Item = &Entry<'w>> {
        let start = self.slots[self.slot(key)] as usize;
        let from = self.entries.get(start..).unwrap_or_default();
        from.iter().take_while(move |entry| entry.key == key)
    }

    /// The slot of a key, or the empty one where it would go. Half of the slots are empty.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::from(hash(key)) & mask;
        loop {
            let first = self.entries.get(self.slots[at] as usize);
            if first.is_none_or(|first| first.key == key) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

impl Entry<'_> {
    /// Which of the bytes of the head there are.
    #[inline]
    fn mask(&self) -> u64 {
        let opening = (u64::BITS - self.key.leading_zeros()).div_ceil(8);
        let bytes = (self.length - opening).min(8);
        u64::MAX.checked_shr(64 - 8 * bytes).unwrap_or(0)
    }

    /// Whether a text goes on like the word behind its first two characters; `head` is the start of that text.
    #[inline]
    fn goes_on(&self, head: u64, behind: &[u8]) -> bool {
        (head ^ self.head) & self.mask() == 0
            && (self.tail.is_empty() || begins(&behind[8.min(behind.len())..], self.tail))
    }
}

/// Whether bytes begin with a few others: too few to be worth a call.
#[inline]
pub(super) fn begins(bytes: &[u8], few: &[u8]) -> bool {
    bytes.len() >= few.len() && bytes.iter().zip(few).all(|(one, other)| one == other)
}

fn set(table: &mut Table, hash: u16) {
    table[usize::from(hash / 64)] |= 1 << (hash % 64);
}

/// Whether what has a hash may be in a table: seldom true where it is not.
#[inline]
fn has(table: &Table, hash: u16) -> bool {
    table[usize::from(hash / 64)] >> (hash % 64) & 1 != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Chars, Matcher};

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
            prop_assert_eq!(matcher.find_in(&Chars::of(&text)).collect::<Vec<_>>(), by_definition(&words, &text));
            let around = format!("要{text}必须");
            let chars = Chars::of(&around);
            let part = matcher.find_within(&chars, 3..3 + text.len());
            let moved: Vec<_> = part.map(|(range, word)| (range.start - 3..range.end - 3, word)).collect();
            prop_assert_eq!(moved, by_definition(&words, &text));
            let first = by_definition(&words, &text).into_iter().next();
            let beginning = first.filter(|(range, _)| range.start == 0).map(|(_, word)| word);
            prop_assert_eq!(matcher.beginning(&text), beginning);
            for word in &words {
                let first = words.iter().position(|other| other == word).filter(|_| !word.is_empty());
                prop_assert_eq!(matcher.index(word), first);
            }
        }
    }
}
