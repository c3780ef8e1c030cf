//! Measures, rules and numeral phrases that a person may have marked, read from the text as pasted.
//!
//! The same rules as for what the extraction found; offsets are bytes of the text given.

use std::cell::LazyCell;
use std::ops::Range;

use super::parts::{Place, REACH, parts};
use super::{Modality, deadline, rule, wording};
use crate::extract::clean::{self, Folded};
use crate::extract::date::{Date, Interval};
use crate::extract::matcher::Chars;

/// What the words of a measure say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// How binding it is.
    pub modality: Modality,
    /// The word that says so; none where nothing says it.
    pub modality_words: Option<Range<usize>>,
    /// The class of policy instrument, e.g. `supply/talent`.
    pub instrument: Option<&'static str>,
    /// The words that suggest it, in order.
    pub instrument_words: Vec<Range<usize>>,
}

/// Reads the words of a measure.
pub fn wording(measure: &str) -> Wording {
    let folded = Folded::of(measure);
    let words = folded.text();
    let read = wording::wording(&Chars::of(words), 0..words.len());
    Wording {
        modality: read.modality,
        modality_words: read.modality_words.map(|words| folded.original(words)),
        instrument: read.instrument.as_ref().map(|(class, _)| *class),
        instrument_words: read
            .instrument
            .map(|(_, words)| words.into_iter().map(|words| folded.original(words)).collect())
            .unwrap_or_default(),
    }
}

/// A text as it reads: its markup gone, its references (&ldquo;) as the characters that they stand for.
pub fn plain(text: &str) -> String {
    clean::plain(text)
}

/// The words of a deadline with what it counts from (收到通知后10日内), and the days that it means when it
/// is said on a given day; none where it counts from something else than the speech.
pub fn limit(text: &str, time: Range<usize>, spoken: Option<Date>) -> (Range<usize>, Option<Interval>) {
    deadline::limit(text, time, spoken)
}

/// The condition of a rule, where it has one, and its consequence.
pub fn rule_parts(rule: &str) -> (Option<Range<usize>>, Range<usize>) {
    let folded = Folded::of(rule);
    let (condition, consequence) = rule::parts(folded.text());
    (
        condition.map(|part| folded.original(part)),
        folded.original(consequence),
    )
}

/// How many parts a numeral phrase announces, and those that the text around it lists; none where it
/// lists none.
pub fn term_parts(text: &str, phrase: Range<usize>) -> Option<(u16, Vec<Range<usize>>)> {
    let words = text.get(phrase.clone())?;
    super::numeral::announced(Folded::of(words).text())?;
    // Folding may take bytes out; twice the reach is read.
    let from = text.ceil_char_boundary(phrase.start.saturating_sub(2 * REACH));
    let to = text.floor_char_boundary(phrase.end + 2 * REACH);
    let (before, behind) = (text.get(from..phrase.start)?, text.get(phrase.end..to)?);
    let before = LazyCell::new(|| Folded::of(before));
    let behind = Folded::of(behind);
    let (announced, places) = parts(|| before.text(), Folded::of(words).text(), behind.text())?;
    let original = |place: Place| match place {
        Place::Before(part) => {
            let part = before.original(part);
            from + part.start..from + part.end
        }
        Place::Behind(part) => {
            let part = behind.original(part);
            phrase.end + part.start..phrase.end + part.end
        }
    };
    Some((announced, places.into_iter().map(original).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_pasted() {
        let measure = "鼓勵企業引進人才,加強培訓";
        let read = wording(measure);
        assert_eq!(read.modality, Modality::Encourage);
        assert_eq!(read.modality_words.map(|words| &measure[words]), Some("鼓勵"));
        assert_eq!(read.instrument, Some("supply/talent"));
        let words: Vec<&str> = read.instrument_words.into_iter().map(|words| &measure[words]).collect();
        assert_eq!(words, ["引進人才", "培訓"]);

        let rule = "對連續兩年考核末位的,取消評先資格";
        let (condition, consequence) = rule_parts(rule);
        assert_eq!(condition.map(|part| &rule[part]), Some("對連續兩年考核末位的"));
        assert_eq!(&rule[consequence], "取消評先資格");

        let text = "打造“三大體系”(倉儲體系、物流體系、檢測體系).";
        let phrase = text.find('“').unwrap()..text.find('(').unwrap();
        let (announced, parts) = term_parts(text, phrase).unwrap();
        let parts: Vec<&str> = parts.into_iter().map(|part| &text[part]).collect();
        assert_eq!((announced, parts), (3, vec!["倉儲體系", "物流體系", "檢測體系"]));
    }
}
