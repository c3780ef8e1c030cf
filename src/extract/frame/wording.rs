//! How binding a measure is, and what kind of policy instrument its words suggest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Instrument, Modality};
use crate::extract::clean::{CleanOffset, CleanSpan};
use crate::extract::extraction::Statement;
use crate::extract::word_list::WordList;
use crate::text::Span;

static MODALITY: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/modality.txt")));
static INSTRUMENTS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/instruments.txt")));

/// What the words of a measure say.
pub(super) struct Wording {
    pub(super) modality: Modality,
    pub(super) modality_words: Option<CleanSpan>,
    pub(super) instrument: Option<Instrument<CleanOffset>>,
}

/// The words of a measure that say how binding it is, and those that speak for its class of policy
/// instrument: bytes of the measure's own text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureWords {
    /// For how binding it is; none where nothing says so.
    pub modality: Option<std::ops::Range<usize>>,
    /// For the class of instrument, in order.
    pub instrument: Vec<std::ops::Range<usize>>,
}

/// The words that a measure's modality and instrument were told by.
pub fn measure_words(text: &str) -> MeasureWords {
    let span = Span::at(0, text.len());
    MeasureWords {
        modality: modality(text, span).1.map(Span::range),
        instrument: instrument(text, span)
            .into_iter()
            .flat_map(|instrument| instrument.words)
            .map(Span::range)
            .collect(),
    }
}

/// Encouragement and exploration count where they open a clause, within so many bytes.
const OPENING: usize = 36;

/// Reads the words of each measure.
pub(super) fn wordings(text: &str, statements: &[Statement<CleanOffset>], measures: &[usize]) -> Vec<Wording> {
    measures
        .iter()
        .map(|&measure| {
            let span = statements[measure].span;
            let words = text.get(span.range()).unwrap_or_default();
            let (modality, modality_words) = modality(words, span);
            Wording {
                modality,
                modality_words,
                instrument: instrument(words, span),
            }
        })
        .collect()
}

fn within(span: CleanSpan, range: std::ops::Range<usize>) -> CleanSpan {
    let start = span.range().start;
    Span::at(start + range.start, start + range.end)
}

/// A ban outweighs a must, a must what opens the clause, that the plain 要.
fn modality(words: &str, span: CleanSpan) -> (Modality, Option<CleanSpan>) {
    let mut best: Option<(u8, Modality, std::ops::Range<usize>)> = None;
    for found in MODALITY.find(words) {
        let opens = words[..found.range.start]
            .rfind(['，', ','])
            .map_or(found.range.start, |at| found.range.start - at)
            <= OPENING;
        let candidate = match found.group {
            "forbid" => (5, Modality::Forbid),
            "must" => (4, Modality::Must),
            "encourage" if opens => (3, Modality::Encourage),
            "explore" if opens => (2, Modality::Explore),
            "should" => (1, Modality::Should),
            _ => continue,
        };
        // 要 inside 主要, 重要, 需要 is no directive.
        let inside = found.group == "should"
            && words[..found.range.start].ends_with(['主', '重', '必', '首', '纲', '概', '摘', '紧', '简']);
        if !inside && best.as_ref().is_none_or(|(rank, ..)| candidate.0 > *rank) {
            best = Some((candidate.0, candidate.1, found.range));
        }
    }
    best.map_or((Modality::default(), None), |(_, modality, range)| {
        (modality, Some(within(span, range)))
    })
}

/// The class whose words cover most of the measure; the first in the order of classes where two
/// cover the same.
fn instrument(words: &str, span: CleanSpan) -> Option<Instrument<CleanOffset>> {
    let mut classes: BTreeMap<&'static str, (usize, Vec<CleanSpan>)> = BTreeMap::new();
    for found in INSTRUMENTS.find(words) {
        let class = classes.entry(found.group).or_default();
        class.0 += found.range.len() - 1;
        class.1.push(within(span, found.range));
    }
    let (class, (_, words)) = classes.into_iter().rev().max_by_key(|(_, (weight, _))| *weight)?;
    Some(Instrument { class, words })
}
