//! A text as word lists look at it: the hashes of its characters, and its marks.

use std::borrow::Cow;
use std::ops::Range;

use super::marks::is_passed_over;
use super::places::Places;

/// A text and the hashes of its characters.
pub(super) struct Chars<'a> {
    /// The text.
    pub(super) text: &'a str,
    hashes: Cow<'a, Hashes>,
}

/// The characters of a text, without the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Hashes {
    /// Where each character starts.
    starts: Vec<u32>,
    places: Places,
    /// The marks among them, with where they stand.
    marks: Vec<(u32, char)>,
    /// The hash of each character.
    own: Vec<u16>,
    /// The hash of each with the one behind it.
    pairs: Vec<u16>,
}

impl Hashes {
    /// The characters of a text.
    pub(super) fn of(text: &str) -> Self {
        let (bytes, count) = (text.as_bytes(), text.chars().count());
        let (mut starts, mut own) = (vec![0; count], vec![0; count]);
        let (mut at, mut marks) = (0, Vec::with_capacity(count / 6));
        for (start, own) in starts.iter_mut().zip(&mut own) {
            let opening = Opening::at(bytes, at);
            (*start, *own) = (at as u32, hash(opening.first()));
            if !is_passed_over(opening.bytes as u8) {
                marks.extend(text[at..].chars().next().map(|char| (at as u32, char)));
            }
            at += opening.width;
        }
        let behind = own.iter().skip(1).copied().chain([hash(0)]);
        let pairs = own.iter().zip(behind).map(|(first, second)| both(*first, second));
        let pairs = pairs.collect();
        Self {
            places: Places::of(starts.iter().map(|start| *start as usize), text.len()),
            starts,
            own,
            pairs,
            marks,
        }
    }
}

impl<'a> Chars<'a> {
    /// The characters of a text.
    pub(super) fn of(text: &'a str) -> Self {
        let hashes = Cow::Owned(Hashes::of(text));
        Self { text, hashes }
    }

    /// The same, where the hashes have been made.
    pub(super) fn with(text: &'a str, hashes: &'a Hashes) -> Self {
        let hashes = Cow::Borrowed(hashes);
        Self { text, hashes }
    }

    /// The [marks](super::marks::marks) of a part of the text, from byte to byte, with where they stand in the text.
    pub(super) fn marks(&self, part: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, char)> + '_ {
        let marks = &self.hashes.marks;
        let first = marks.partition_point(|(at, _)| (*at as usize) < part.start);
        let last = marks.partition_point(|(at, _)| (*at as usize) < part.end);
        marks[first..last].iter().map(|(at, char)| (*at as usize, *char))
    }

    /// Where a character starts.
    pub(super) fn start(&self, index: usize) -> usize {
        self.hashes.starts[index] as usize
    }

    /// The hashes of some characters.
    pub(super) fn own(&self, among: Range<usize>) -> &[u16] {
        self.hashes.own.get(among).unwrap_or_default()
    }

    /// The hashes of some characters, each with the one behind it.
    pub(super) fn pairs(&self, among: Range<usize>) -> &[u16] {
        self.hashes.pairs.get(among).unwrap_or_default()
    }

    /// How many characters begin before a byte.
    pub(super) fn index(&self, at: usize) -> usize {
        self.hashes.places.before(at)
    }
}

/// The first characters at a place of a text, as the bytes that they are written in: two characters have at
/// most eight. Where the text ends behind the first, the pair is that one alone.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub(super) bytes: u64,
    /// Bytes of the first character.
    pub(super) width: usize,
}

impl Opening {
    #[inline]
    pub(super) fn at(text: &[u8], at: usize) -> Self {
        let bytes = eight(&text[at..]);
        let width = width(bytes as u8);
        Self { bytes, width }
    }

    #[inline]
    pub(super) fn first(self) -> u64 {
        self.bytes & u64::MAX >> (64 - 8 * self.width)
    }

    #[inline]
    pub(super) fn pair(self) -> u64 {
        self.bytes & u64::MAX >> (64 - 8 * self.length())
    }

    /// The hash of each.
    #[inline]
    pub(super) fn hashes(self) -> (u16, u16) {
        (hash(self.first()), hash(self.pair() >> (8 * self.width)))
    }

    /// Bytes of both.
    #[inline]
    fn length(self) -> usize {
        self.width + width((self.bytes >> (8 * self.width)) as u8)
    }

    /// What stands behind both in the bytes that they are the start of.
    #[inline]
    pub(super) fn behind(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.length()..).unwrap_or_default()
    }
}

/// The first eight bytes, with zeros behind the last where there are fewer.
#[inline]
pub(super) fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

/// How many bytes a character has, by its first one. Nearly all have three.
#[inline]
pub(super) fn width(first: u8) -> usize {
    match first {
        0xE0..=0xEF => 3,
        _ => first.leading_ones().max(1) as usize,
    }
}

/// How many different hashes there are.
pub(super) const BITS: usize = 1 << 16;

/// The hash of a character or of two, one of [`BITS`].
#[inline]
pub(super) fn hash(key: u64) -> u16 {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as u16
}

/// The hash of two characters, given that of each.
#[inline]
pub(super) fn both(first: u16, second: u16) -> u16 {
    first.rotate_left(5) ^ second
}
