//! Words looked up in a text: how often they stand there, and where.

use std::ops::Range;

/// Letters that are looked up at once.
const WIDTH: usize = 8;
/// Words that stand at more places tell nothing.
const COMMON: usize = 16;
/// So many pieces of a long quotation are looked up.
const PIECES: usize = 16;
/// Letters of context that are compared on each side.
const CONTEXT: usize = 32;

/// The letters of a text, eight at a time, by what they are.
pub(super) struct Quotes<'a> {
    chars: &'a [char],
    /// A number for the letters, and where they begin; in order.
    places: Vec<(u64, u32)>,
}

/// A place with the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) start: usize,
    /// How many letters before and after are the same too.
    pub(super) context: usize,
}

impl<'a> Quotes<'a> {
    pub(super) fn of(chars: &'a [char]) -> Self {
        let mut places: Vec<(u64, u32)> = chars
            .windows(WIDTH)
            .enumerate()
            .map(|(at, letters)| (number(letters), at as u32))
            .collect();
        places.sort_unstable();
        Self { chars, places }
    }

    /// Whether letters stand once in the text, as far as any eight of them show it.
    pub(super) fn is_only(&self, letters: &[char]) -> bool {
        letters.windows(WIDTH).any(|piece| self.held(piece).len() == 1)
    }

    /// The places of a quotation of another text that has at least some letters of context in common,
    /// or is long enough to do without.
    pub(super) fn find(&self, text: &[char], quote: Range<usize>) -> Vec<Occurrence> {
        let words = &text[quote.clone()];
        let first = quote.start.saturating_sub(WIDTH - 1);
        let last = quote.end.min((text.len() + 1).saturating_sub(WIDTH));
        let step = (last.saturating_sub(first) / PIECES).max(1);
        let mut found: Vec<Occurrence> = Vec::new();
        for piece in (first..last).step_by(step) {
            let held = self.held(&text[piece..piece + WIDTH]);
            for &(_, at) in held.iter().take(COMMON).filter(|_| held.len() <= COMMON) {
                let Some(start) = (at as usize + quote.start).checked_sub(piece) else {
                    continue;
                };
                let is_there = self.chars.get(start..start + words.len()) == Some(words);
                if is_there && found.iter().all(|known| known.start != start) {
                    let context = self.context(start..start + words.len(), text, &quote);
                    found.push(Occurrence { start, context });
                }
            }
        }
        found.retain(|one| words.len() >= WIDTH || one.context >= WIDTH);
        found.sort_by_key(|one| one.start);
        found
    }

    fn context(&self, here: Range<usize>, text: &[char], quote: &Range<usize>) -> usize {
        let before = self.chars[..here.start]
            .iter()
            .rev()
            .zip(text[..quote.start].iter().rev());
        let after = self.chars[here.end..].iter().zip(&text[quote.end..]);
        let same = |(one, other): &(&char, &char)| one == other;
        before.take(CONTEXT).take_while(same).count() + after.take(CONTEXT).take_while(same).count()
    }

    fn held(&self, letters: &[char]) -> &[(u64, u32)] {
        let wanted = number(letters);
        let from = self.places.partition_point(|&(number, _)| number < wanted);
        let length = self.places[from..].partition_point(|&(number, _)| number == wanted);
        &self.places[from..from + length]
    }
}

/// A number for some letters (FNV-1a). Two kinds of letters with one number look like a repetition,
/// which is only less certain.
fn number(letters: &[char]) -> u64 {
    letters.iter().fold(0xcbf2_9ce4_8422_2325, |number, &letter| {
        (number ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn quotations_are_found_with_their_context() {
        let new = chars("今年要修好东山水库的渠道。明年要修好西山水库的渠道。");
        let old = chars("市里今年要修好东山水库的渠道。");
        let quotes = Quotes::of(&new);
        let found = quotes.find(&old, 2..4);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].start, found[0].context), (0, 11));
        assert!(
            quotes.find(&chars("今年开会。"), 0..2).is_empty(),
            "two letters alone tell nothing"
        );
        assert!(quotes.is_only(&chars("修好东山水库的渠道")));
        assert!(!Quotes::of(&[new.clone(), new].concat()).is_only(&chars("修好东山水库的渠道")));
        assert!(Quotes::of(&[]).find(&[], 0..0).is_empty());
    }
}
