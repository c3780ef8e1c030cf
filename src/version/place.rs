//! Where words of the old version are in the new one.

use std::ops::Range;

use super::alignment::Alignment;
use super::likeness::percent;
use super::quote::Quotes;
use crate::text::Span;

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// They stand where they stood, and nothing else could be meant.
    Kept,
    /// They stand elsewhere, or at one of several places that could be meant.
    Moved,
    /// Other words stand at their place.
    Changed,
    /// They are gone.
    Lost,
}

/// Where some words are in the new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// What became of them.
    pub(super) verdict: Verdict,
    /// How much the words are alike, in percent (0 to 100).
    pub(super) similarity: u8,
    /// Where they are now; empty where they are gone.
    pub(super) span: Span,
}

impl Place {
    fn lost() -> Self {
        Self {
            verdict: Verdict::Lost,
            similarity: 0,
            span: Span::default(),
        }
    }
}

/// Letters around words that must be as they were, where their sentence was changed.
const CONTEXT: usize = 10;
/// Percent of likeness below which other words are no longer the same thing, unless they stand exactly
/// at its place.
const ALIKE: u8 = 30;
/// Below this likeness the same words elsewhere are the better answer.
const WELL_ALIKE: u8 = 60;
/// Marks a letter that is gone.
const GONE: u32 = u32::MAX;

/// Finds words of the old version in the new one.
pub(super) struct Finder<'a> {
    aligned: &'a Alignment,
    /// For each old letter the new one.
    targets: Vec<u32>,
    /// For each old letter the new one after that of the last old letter before it that has one.
    expected: Vec<u32>,
    old_quotes: Quotes<'a>,
    new_quotes: Quotes<'a>,
    /// The beginnings of the sections that both versions have, in order: old and new letters.
    sections: Vec<(usize, usize)>,
}

impl<'a> Finder<'a> {
    pub(super) fn of(aligned: &'a Alignment) -> Self {
        let mut targets = vec![GONE; aligned.old.len()];
        for (index, sentence) in aligned.old.sentences.iter().enumerate() {
            let Some(partner) = aligned.partners[index]
                .map(|partner| partner.sentence)
                .or(aligned.hosts[index])
            else {
                continue;
            };
            let start = aligned.new.sentences[partner].start;
            let hunks = aligned.difference(index, partner);
            for (old, new) in super::difference::common(&hunks, sentence.len()) {
                for (from, to) in old.zip(new) {
                    targets[sentence.start + from] = (start + to) as u32;
                }
            }
        }
        let mut last = 0;
        let expected = targets.iter().map(|&target| {
            let here = last;
            last = if target == GONE { last } else { target + 1 };
            here
        });
        Self {
            aligned,
            expected: expected.collect(),
            targets,
            old_quotes: Quotes::of(&aligned.old.chars),
            new_quotes: Quotes::of(&aligned.new.chars),
            sections: Vec::new(),
        }
    }

    /// Takes the headings that both versions have: words that stand at several places are looked for
    /// under the same heading first. Those that changed their order are left out.
    pub(super) fn set_sections(&mut self, headings: impl Iterator<Item = (Span, Span)>) {
        let mut sections: Vec<(usize, usize)> = headings
            .map(|(old, new)| (self.aligned.old.of_span(old).start, self.aligned.new.of_span(new).start))
            .collect();
        sections.sort_unstable();
        let mut last = 0;
        sections.retain(|&(_, new)| {
            let rises = new >= last;
            last = last.max(new);
            rises
        });
        self.sections = sections;
    }

    /// Where the words of a span are.
    pub(super) fn place(&self, span: Span) -> Place {
        let (old, new) = (&self.aligned.old, &self.aligned.new);
        let words = old.of_span(span);
        if words.is_empty() {
            return Place::lost();
        }
        let found = self.locate(&words);
        if let Some((there, is_exact)) = &found {
            let similarity = percent(&old.chars[words.clone()], &new.chars[there.clone()]);
            let place = |verdict| Place {
                verdict,
                similarity,
                span: new.span(there.clone()),
            };
            if similarity == 100 {
                let is_certain = self.is_sure(&words) || self.is_only_here(&words);
                return place(if is_certain { Verdict::Kept } else { Verdict::Moved });
            }
            if similarity >= WELL_ALIKE {
                return place(Verdict::Changed);
            }
            if let Some(moved) = self.elsewhere(&words) {
                return moved;
            }
            if similarity >= ALIKE || *is_exact {
                return place(Verdict::Changed);
            }
        }
        self.elsewhere(&words).unwrap_or_else(Place::lost)
    }

    /// The words by the alignment, and whether both their ends are known exactly.
    fn locate(&self, words: &Range<usize>) -> Option<(Range<usize>, bool)> {
        let kept = |letter: &usize| self.targets[*letter] != GONE;
        let (left, right) = (self.left_edge(words.start), self.right_edge(words.end));
        let is_exact = left.is_some() && right.is_some();
        let first = words.clone().find(kept).map(|letter| self.targets[letter] as usize);
        let last = words
            .clone()
            .rev()
            .find(kept)
            .map(|letter| self.targets[letter] as usize + 1);
        let (start, end) = match (first, last) {
            (Some(first), Some(last)) => (
                left.filter(|&edge| edge <= first).unwrap_or(first),
                right.filter(|&edge| edge >= last).unwrap_or(last),
            ),
            _ => (left?, right?),
        };
        let is_sound = start < end && end - start <= 3 * words.len() + 40;
        is_sound.then_some((start..end, is_exact))
    }

    /// Where words that begin at a letter begin now.
    fn left_edge(&self, letter: usize) -> Option<usize> {
        let sentence = self.aligned.old.sentence_at(letter);
        if self.targets[letter] != GONE {
            return Some(self.targets[letter] as usize);
        }
        if letter == self.aligned.old.sentences[sentence].start {
            let partner = self.aligned.partners[sentence]?;
            return Some(self.aligned.new.sentences[partner.sentence].start);
        }
        let before = self.targets[letter - 1];
        (before != GONE).then_some(before as usize + 1)
    }

    /// Where words that end before a letter end now.
    fn right_edge(&self, letter: usize) -> Option<usize> {
        let last = letter - 1;
        let sentence = self.aligned.old.sentence_at(last);
        if self.targets[last] != GONE {
            return Some(self.targets[last] as usize + 1);
        }
        if letter == self.aligned.old.sentences[sentence].end {
            let partner = self.aligned.partners[sentence]?;
            return Some(self.aligned.new.sentences[partner.sentence].end);
        }
        let after = self.targets[letter];
        (after != GONE).then_some(after as usize)
    }

    /// Whether all sentences of the words are certain and still follow one another.
    fn is_sure(&self, words: &Range<usize>) -> bool {
        let sentences = self.aligned.old.sentence_at(words.start)..=self.aligned.old.sentence_at(words.end - 1);
        sentences.into_iter().all(|sentence| self.aligned.sure[sentence]) && self.is_unbroken(words)
    }

    /// Whether the words and some letters around them are as they were, in the same order of the text,
    /// and stand so only once in each version.
    fn is_only_here(&self, words: &Range<usize>) -> bool {
        let old = &self.aligned.old;
        let around = words.start.saturating_sub(CONTEXT)..(words.end + CONTEXT).min(old.len());
        let sentences = old.sentence_at(around.start)..=old.sentence_at(around.end - 1);
        let in_order = |sentence: usize| self.aligned.partners[sentence].is_some_and(|partner| !partner.is_moved);
        // Each side by itself: where a sentence was repeated, the first copy has its old neighbour before
        // it and the last one after it.
        let sides = [around.start..words.end, words.start..around.end].map(|side| &old.chars[side]);
        sentences.into_iter().all(in_order)
            && self.is_unbroken(&around)
            && sides
                .into_iter()
                .all(|side| self.old_quotes.is_only(side) && self.new_quotes.is_only(side))
    }

    fn is_unbroken(&self, letters: &Range<usize>) -> bool {
        let targets = &self.targets[letters.clone()];
        targets[0] != GONE && targets.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(1))
    }

    /// The same words elsewhere: where most of what stands around them is the same; of several such
    /// places the one under the same heading that is nearest to where they would be.
    fn elsewhere(&self, words: &Range<usize>) -> Option<Place> {
        let old = &self.aligned.old;
        let found = self.new_quotes.find(&old.chars, words.clone());
        let section = self.sections.partition_point(|&(old, _)| old <= words.start);
        let expected = self.expected[words.start] as usize;
        let best = found.iter().min_by_key(|one| {
            let is_elsewhere = self.sections.partition_point(|&(_, new)| new <= one.start) != section;
            (
                std::cmp::Reverse(one.context),
                is_elsewhere,
                one.start.abs_diff(expected),
                one.start,
            )
        })?;
        Some(Place {
            verdict: Verdict::Moved,
            similarity: 100,
            span: self.aligned.new.span(best.start..best.start + words.len()),
        })
    }
}
