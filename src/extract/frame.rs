//! Frames: a measure with its section, units, deadline, targets, modality and instrument class; a
//! rule with its condition and consequence; a numeral phrase with its parts.

mod announcements;
mod assignment;
mod deadline;
pub mod excerpt;
mod layout;
mod limits;
mod numeral;
mod opening;
mod parts;
mod reading;
mod rule;
mod scope;
pub mod standing;
mod target;
#[cfg(all(test, feature = "dictionary"))]
mod tests;
mod wording;

use std::ops::Range;

use super::clean::{CleanOffset, Cleaned};
use super::extraction::{Frame, Mention, Statement};
use super::outline::Outline;
use crate::text::{ByteOffset, Offset, Span};
use assignment::Governing;
use reading::Reading;

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
    /// One per measure, and one per target that belongs to no measure, in their order.
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
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
) -> Frames {
    Frames {
        measures: measures(&Reading::of(cleaned.chars(), outline, mentions, statements)),
        rules: rule::rules(cleaned, mentions, statements),
        terms: parts::terms(cleaned, mentions),
    }
}

fn measures(reading: &Reading) -> Vec<Frame<CleanOffset>> {
    let sections: Vec<Vec<usize>> = reading
        .tasks
        .iter()
        .map(|&task| section(reading.outline, reading.start(task)))
        .collect();
    let in_sentence = scope::units_in_sentence(reading);
    let owned: Vec<bool> = in_sentence.iter().map(|units| !units.is_empty()).collect();
    let targets = target::targets(reading, &in_sentence);
    let governing = Governing::of(reading, &owned);
    let deadlines = deadline::deadlines(reading, &governing, &targets, &sections);
    let units = scope::units(reading, in_sentence, &governing);
    let mut belongs = vec![false; reading.tasks.len()];
    targets.iter().flatten().for_each(|&target| belongs[target] = true);
    let mut frames: Vec<Frame<CleanOffset>> = Vec::with_capacity(reading.tasks.len() + reading.others.len());
    for (at, ((units, deadline), section)) in units.into_iter().zip(deadlines).zip(sections).enumerate() {
        if belongs[at] {
            continue;
        }
        let targets = targets[at].iter().map(|&target| reading.tasks[target]).collect();
        frames.push(Frame {
            section,
            units,
            deadline,
            targets,
            ..bare(reading, reading.tasks[at])
        });
    }
    frames.extend(reading.others.iter().map(|&measure| Frame {
        section: section(reading.outline, reading.start(measure)),
        units: scope::own_units(reading, measure),
        ..bare(reading, measure)
    }));
    frames.sort_by_key(|frame| frame.measure);
    frames
}

/// A frame with what its words alone tell.
fn bare(reading: &Reading, measure: usize) -> Frame<CleanOffset> {
    let span = reading.statements[measure].span.range();
    let at = |range: Range<usize>| Span::at(span.start + range.start, span.start + range.end);
    let wording = wording::wording(&reading.chars, span.clone());
    Frame {
        measure,
        section: Vec::new(),
        units: Vec::new(),
        deadline: None,
        targets: Vec::new(),
        modality: wording.modality,
        modality_words: wording.modality_words.map(at),
        instrument: wording.instrument.map(|(class, words)| Instrument {
            class,
            words: words.into_iter().map(at).collect(),
        }),
    }
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
