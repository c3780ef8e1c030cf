//! The parts of numeral phrases, where the text gives them: 六大要素 and its six, 一台两器 and its three.

mod list;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::numeral::{Announced, announced};
use crate::extract::clean::{CleanOffset, Cleaned};
use crate::extract::extraction::{Label, Mention};
use crate::text::{ByteOffset, Offset, Span};

/// A numeral phrase with the parts that the text lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermParts<O: Offset = ByteOffset> {
    /// The phrase: an index into `mentions`.
    pub term: usize,
    /// How many parts its numerals announce.
    pub announced: u16,
    /// The parts, in order.
    pub parts: Vec<Span<O>>,
}

impl<O: Offset> TermParts<O> {
    /// Whether as many parts are listed as announced.
    pub fn is_complete(&self) -> bool {
        self.parts.len() == usize::from(self.announced)
    }
}

/// Where a part stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Bytes of the text before the phrase.
    Before(Range<usize>),
    /// Bytes of the text behind the phrase.
    Behind(Range<usize>),
}

/// Longer terms, in bytes, are no numeral phrases.
const LONGEST_TERM: usize = 120;

/// How far from the phrase its parts may stand, in bytes.
pub(super) const REACH: usize = 400;

/// Finds the parts of numeral phrases, in the order of the phrases.
pub(super) fn terms(cleaned: &Cleaned, mentions: &[Mention<CleanOffset>]) -> Vec<TermParts<CleanOffset>> {
    let text = cleaned.text();
    mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.label == Label::Term)
        .filter_map(|(term, mention)| {
            let range = mention.span.range();
            let (announced, places) = parts(|| &text[..range.start], &text[range.clone()], &text[range.end..])?;
            let parts = places
                .into_iter()
                .map(|place| match place {
                    Place::Before(part) => Span::at(part.start, part.end),
                    Place::Behind(part) => Span::at(range.end + part.start, range.end + part.end),
                })
                .collect();
            Some(TermParts { term, announced, parts })
        })
        .collect()
}

/// How many parts a phrase announces, and those that the text around it lists; none where it lists
/// none. What stands before it is seldom asked for.
pub(super) fn parts<'a>(before: impl FnOnce() -> &'a str, phrase: &str, behind: &str) -> Option<(u16, Vec<Place>)> {
    if phrase.len() > LONGEST_TERM {
        return None;
    }
    let Announced { sum, pairs } = announced(phrase)?;
    let wanted = usize::from(sum);
    let behind = &behind[..behind.floor_char_boundary(REACH)];
    let shift = |places: Vec<Range<usize>>| places.into_iter().map(Place::Behind).collect();
    if let Some(parts) = list::behind(behind, wanted) {
        return Some((sum, shift(parts)));
    }
    if pairs.len() > 1 {
        return list::spelled_out(behind, &pairs).map(|parts| (sum, shift(parts)));
    }
    let before = before();
    let cut = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let parts = list::before(&before[cut..], wanted)?;
    let shift = |part: Range<usize>| Place::Before(cut + part.start..cut + part.end);
    Some((sum, parts.into_iter().map(shift).collect()))
}
