//! Clauses: the pieces between ，；：。！？ and line ends, with the sentence and section they are in.

use super::clean::{CleanSpan, Cleaned};
use super::outline::Outline;

/// A clause of the running text (headings have none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The clause without its closing punctuation and without outer blanks.
    pub span: CleanSpan,
    /// The mark that closes it; `'\n'` where the line ends without one.
    pub closing: char,
    /// Which sentence it belongs to, counted from 0 over the text. 。！？； and line ends close a
    /// sentence.
    pub sentence: u32,
    /// Which paragraph (line of the cleaned text) it belongs to, counted from 0.
    pub paragraph: u32,
    /// The innermost heading above it: an index into the outline.
    pub heading: Option<u32>,
}

/// Splits the running text into clauses.
pub fn clauses(_cleaned: &Cleaned, _outline: &Outline) -> Vec<Clause> {
    Vec::new()
}
