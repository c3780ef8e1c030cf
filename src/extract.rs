//! From a text to suggestions: clean → outline → clauses → mentions → statements → frames.
//!
//! Phases are functions, their results are data. Inside, they work on the *cleaned* text (debris
//! removed, broken lines joined, traditional characters folded onto simplified ones) and count
//! [`CleanOffset`](clean::CleanOffset)s; [`extract`] maps every result back, so what leaves this
//! module always points into the text as it was pasted.
//!
//! Broken input gives less result, never an error. Equal texts give equal results everywhere.

mod chars;
pub mod clause;
pub mod clean;
pub mod date;
mod directive;
mod extraction;
pub mod frame;
#[cfg(feature = "jieba")]
pub mod jieba;
pub mod lexicon;
mod marks;
mod matcher;
pub mod mention;
pub mod outline;
mod places;
pub mod row;
pub mod sense;
pub mod statement;
mod word_list;
pub mod words;

pub use directive::{Directive, directives};
pub use extraction::{Deadline, Extraction, Frame, FrameUnit, Heading, Label, Mention, Note, Reason, Role, Statement};
pub use lexicon::Lexicon;

use crate::text::Source;

/// The steps of an extraction, in order; reported so that a reader can be told what is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Finding what is not the speech.
    Clean,
    /// Finding headings and clauses.
    Outline,
    /// Finding actors, times, quantities and the other mentions.
    Mentions,
    /// Finding measures, targets, achievements, problems and rules.
    Statements,
    /// Putting measures together with their units, deadlines and targets.
    Frames,
}

/// Extracts everything. Without a lexicon, what needs word boundaries is left out: a preview for
/// the time until the dictionary has arrived.
pub fn extract(source: &Source, lexicon: Option<&dyn Lexicon>, report: &mut dyn FnMut(Phase)) -> Extraction {
    report(Phase::Clean);
    let cleaned = clean::clean(source);
    report(Phase::Outline);
    let outline = outline::outline(&cleaned);
    let clauses = clause::clauses(&cleaned, &outline);
    report(Phase::Mentions);
    let words = lexicon.map(|lexicon| lexicon.words(cleaned.text()));
    let mentions = mention::mentions(&cleaned, &outline, words.as_deref());
    report(Phase::Statements);
    let statements = statement::statements(&cleaned, &outline, &clauses, words.as_deref(), &mentions);
    let mentions = mention::settled(&cleaned, mentions, &statements);
    report(Phase::Frames);
    let frames = frame::frames(&cleaned, &outline, &mentions, &statements);
    extraction::assemble(&cleaned, outline, mentions, statements, frames)
}
