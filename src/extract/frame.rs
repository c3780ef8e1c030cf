//! Frames: a measure with its section, units, deadline, targets, modality and instrument class; a
//! rule with its condition and consequence; a numeral phrase with its parts.

mod deadline;
pub mod excerpt;
mod layout;
mod numeral;
mod parts;
mod rule;
mod scope;
#[cfg(all(test, feature = "dictionary"))]
mod tests;
mod wording;

use std::ops::Range;

use super::clause::Clause;
use super::clean::{CleanOffset, Cleaned};
use super::extraction::{Frame, Label, Mention, Statement};
use super::outline::Outline;
use crate::text::{ByteOffset, Offset, Span};
use layout::Layout;

pub use parts::TermParts;
pub use rule::RuleFrame;

/// How binding a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modality {
    /// 必须、严格、确保
    Must,
    /// 要、应: the default for a directive.
    #[default]
    Should,
    /// 鼓励、支持、引导
    Encourage,
    /// 探索、研究、试点
    Explore,
    /// 严禁、不得、杜绝
    Forbid,
}

impl Modality {
    /// The modality's id in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Encourage => "encourage",
            Self::Explore => "explore",
            Self::Forbid => "forbid",
        }
    }
}

/// A class of policy instrument, as policy-instrument analysis tells them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument<O: Offset = ByteOffset> {
    /// The class as `group/class`, e.g. `supply/talent`.
    pub class: &'static str,
    /// The words that suggest it, in order.
    pub words: Vec<Span<O>>,
}

/// What the phase puts together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    /// One per measure, in the order of the measures.
    pub measures: Vec<Frame<CleanOffset>>,
    /// One per rule, in the order of the rules.
    pub rules: Vec<RuleFrame<CleanOffset>>,
    /// Numeral phrases whose parts the text lists, in the order of the phrases.
    pub terms: Vec<TermParts<CleanOffset>>,
}

/// Puts measures, rules and numeral phrases together.
pub fn frames(
    cleaned: &Cleaned,
    outline: &Outline,
    _clauses: &[Clause],
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
) -> Frames {
    Frames {
        measures: measures(cleaned.text(), outline, mentions, statements),
        rules: rule::rules(cleaned, mentions, statements),
        terms: parts::terms(cleaned, mentions),
    }
}

fn measures(
    text: &str,
    outline: &Outline,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
) -> Vec<Frame<CleanOffset>> {
    let layout = Layout::of(text, outline);
    let measures: Vec<usize> = (0..statements.len())
        .filter(|&at| statements[at].label == Label::Measure)
        .collect();
    let units = scope::units(text, &layout, outline, mentions, statements, &measures);
    let deadlines = deadline::deadlines(text, &layout, outline, mentions, statements, &measures);
    let targets = targets(&layout, statements, &measures);
    let wordings = measures.iter().map(|&measure| {
        let span = statements[measure].span.range();
        let at = move |range: Range<usize>| Span::at(span.start + range.start, span.start + range.end);
        let words = text.get(statements[measure].span.range()).unwrap_or_default();
        (wording::wording(words), at)
    });
    let sections = measures
        .iter()
        .map(|&measure| section(outline, statements[measure].span.range().start));
    measures
        .iter()
        .zip(sections)
        .zip(units)
        .zip(deadlines)
        .zip(targets)
        .zip(wordings)
        .map(
            |(((((&measure, section), units), deadline), targets), (wording, at))| Frame {
                measure,
                section,
                units,
                deadline,
                targets,
                modality: wording.modality,
                modality_words: wording.modality_words.map(&at),
                instrument: wording.instrument.map(|(class, words)| Instrument {
                    class,
                    words: words.into_iter().map(&at).collect(),
                }),
            },
        )
        .collect()
}

/// The headings above a place, outermost first.
fn section(outline: &Outline, at: usize) -> Vec<usize> {
    let above = outline
        .headings
        .partition_point(|heading| heading.span.range().start <= at);
    let (mut path, mut level) = (Vec::new(), u8::MAX);
    // Deeper headings lie close; a document with thousands of headings of one level needs no more.
    for index in (0..above).rev().take(400) {
        let heading = &outline.headings[index];
        if heading.level < level {
            level = heading.level;
            path.push(index);
        }
        if level <= 1 {
            break;
        }
    }
    path.reverse();
    path
}

/// A sentence or paragraph without end lends a measure no more targets than this.
const MOST_TARGETS: usize = 20;

/// For each measure the targets of its sentence; where that has none, those of its paragraph that
/// stand in a sentence without a measure.
fn targets(layout: &Layout, statements: &[Statement<CleanOffset>], measures: &[usize]) -> Vec<Vec<usize>> {
    let place = |at: usize| {
        let start = statements[at].span.range().start;
        (layout.paragraph(start), layout.sentence(start))
    };
    let measured: Vec<(usize, usize)> = measures.iter().map(|&measure| place(measure)).collect();
    let all: Vec<((usize, usize), usize)> = (0..statements.len())
        .filter(|&at| statements[at].label == Label::Target)
        .map(|at| (place(at), at))
        .collect();
    measured
        .iter()
        .map(|here| {
            let same: Vec<usize> = range_of(&all, |(place, _)| place.cmp(here))
                .iter()
                .take(MOST_TARGETS)
                .map(|(_, at)| *at)
                .collect();
            if !same.is_empty() {
                return same;
            }
            range_of(&all, |(place, _)| place.0.cmp(&here.0))
                .iter()
                .take(MOST_TARGETS)
                .filter(|(place, _)| measured.binary_search(place).is_err())
                .map(|(_, at)| *at)
                .collect()
        })
        .collect()
}

/// The stretch of a sorted list that compares equal.
fn range_of<T>(list: &[T], compare: impl Fn(&T) -> std::cmp::Ordering) -> &[T] {
    let start = list.partition_point(|item| compare(item).is_lt());
    let end = list.partition_point(|item| compare(item).is_le());
    list.get(start..end).unwrap_or_default()
}
