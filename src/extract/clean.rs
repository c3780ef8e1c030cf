//! Cleaning: the text as the later phases read it, with a way back to the text as pasted.

use super::extraction::{Note, Reason};
use crate::text::{Offset, Source, Span};

/// Bytes of the cleaned text. Never mixed with offsets of the original.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CleanOffset(u32);

impl Offset for CleanOffset {
    fn get(self) -> u32 {
        self.0
    }
    fn at(position: u32) -> Self {
        Self(position)
    }
}

/// A span of the cleaned text.
pub type CleanSpan = Span<CleanOffset>;

/// The cleaned text and what was taken out of it.
#[derive(Clone, Debug, Default)]
pub struct Cleaned {
    text: String,
    title: Option<CleanSpan>,
    boilerplate: Vec<(Span, Reason)>,
    notes: Vec<Note>,
}

impl Cleaned {
    /// The cleaned text: no debris, broken lines joined, traditional characters folded.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    pub fn slice(&self, span: CleanSpan) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The speech's own title.
    pub fn title(&self) -> Option<CleanSpan> {
        self.title
    }

    /// What was taken out, in the original text.
    pub fn boilerplate(&self) -> &[(Span, Reason)] {
        &self.boilerplate
    }

    /// What a reader should know about the cleaning.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The span of the original text that a span of the cleaned text came from.
    pub fn original(&self, span: CleanSpan) -> Span {
        Span::at(span.range().start, span.range().end)
    }
}

/// Cleans a text.
pub fn clean(source: &Source) -> Cleaned {
    Cleaned {
        text: source.text().to_owned(),
        ..Cleaned::default()
    }
}
