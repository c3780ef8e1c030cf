//! A text with its words, as the rules for names and actors look at it.

use std::ops::Range;

use super::quote::Quote;
use super::vocabulary::{Groups, groups};
use crate::extract::lexicon::{Word, WordKind};
use crate::extract::matcher::Chars;
use crate::extract::places::Places;
use crate::extract::sense::Sense;

/// A word's text with the groups that it is in.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    text: &'a str,
    kind: WordKind,
    groups: Groups,
    /// A part of a trade's name that the dictionary lacks.
    part: bool,
}

/// What is known of each word of a text. `trades` are the names of trades in it, in order: the words that
/// the dictionary cuts such a name into (预制|菜) are parts of a noun, whatever they are elsewhere.
pub(super) fn known<'a>(text: &'a str, words: &[Word], trades: &[Range<usize>]) -> Vec<Known<'a>> {
    let mut known: Vec<Known<'a>> = words
        .iter()
        .map(|word| {
            let text = text.get(word.span.range()).unwrap_or_default();
            Known {
                text,
                kind: word.kind,
                groups: groups(text),
                part: false,
            }
        })
        .collect();
    for trade in trades {
        let first = words.partition_point(|word| word.span.range().start < trade.start);
        let last = words.partition_point(|word| word.span.range().end <= trade.end);
        let starts = words
            .get(first)
            .is_some_and(|word| word.span.range().start == trade.start);
        let ends = last
            .checked_sub(1)
            .and_then(|last| words.get(last))
            .is_some_and(|word| word.span.range().end == trade.end);
        if starts && ends && last > first + 1 {
            for word in &mut known[first..last] {
                (word.kind, word.groups, word.part) = (WordKind::Noun, Groups::default(), true);
            }
        }
    }
    known
}

/// A text, its words and its quotes.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) chars: &'a Chars<'a>,
    words: &'a [Word],
    ends: &'a Places,
    known: &'a [Known<'a>],
    quotes: &'a [Quote],
}

impl<'a> Scene<'a> {
    /// `ends` is where the words end, `known` what is known of them, from [`known`].
    pub(super) fn new(
        chars: &'a Chars<'a>,
        words: &'a [Word],
        ends: &'a Places,
        known: &'a [Known<'a>],
        quotes: &'a [Quote],
    ) -> Self {
        Self {
            text: chars.text,
            chars,
            words,
            ends,
            known,
            quotes,
        }
    }

    /// Whether a word is in one of some groups.
    pub(super) fn is(&self, index: usize, groups: Groups) -> bool {
        self.known.get(index).is_some_and(|own| own.groups.is(groups))
    }

    /// The quote, with its marks, that ends at a byte offset.
    pub(super) fn quote_before(&self, end: usize) -> Option<Range<usize>> {
        let next = self.quotes.partition_point(|quote| quote.outer.start < end);
        let last = self.quotes.get(next.checked_sub(1)?)?;
        (last.outer.end == end).then(|| last.outer.clone())
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The index of the word that covers a byte offset, or of the next one.
    pub(super) fn index(&self, at: usize) -> usize {
        self.ends.before(at + 1)
    }

    /// A word's text; empty beyond the last word.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.known.get(index).map_or("", |word| word.text)
    }

    pub(super) fn kind(&self, index: usize) -> WordKind {
        self.known.get(index).map_or(WordKind::Other, |word| word.kind)
    }

    /// What a word stands for, where the dictionary says so.
    pub(super) fn sense(&self, index: usize) -> Option<Sense> {
        self.words.get(index).and_then(|word| word.sense)
    }

    /// The groups that a word is in, one bit each.
    pub(super) fn groups(&self, index: usize) -> u32 {
        self.known.get(index).map_or(0, |word| word.groups.bits())
    }

    /// Whether a word is only a part of the name of a trade.
    pub(super) fn is_part(&self, index: usize) -> bool {
        self.known.get(index).is_some_and(|word| word.part)
    }

    /// Where a word begins; the end of the text beyond the last word.
    pub(super) fn start(&self, index: usize) -> usize {
        self.words
            .get(index)
            .map_or(self.text.len(), |word| word.span.range().start)
    }

    /// Where a word ends; the end of the text beyond the last word.
    pub(super) fn end(&self, index: usize) -> usize {
        self.words
            .get(index)
            .map_or(self.text.len(), |word| word.span.range().end)
    }

    /// Whether a word ends at a byte offset.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        at >= self.text.len() || self.start(self.index(at)) == at
    }
}
