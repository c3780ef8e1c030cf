//! What the phases ask of a dictionary.

use super::clean::CleanSpan;

/// A word of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it covers.
    pub span: CleanSpan,
    /// Its part of speech.
    pub kind: WordKind,
}

/// Parts of speech, as far as the phases tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// 名词
    Noun,
    /// 地名
    Place,
    /// 人名
    Person,
    /// 机构名
    Organization,
    /// 动词
    Verb,
    /// 形容词
    Adjective,
    /// Anything else: function words, numerals, punctuation.
    Other,
}

/// A dictionary that cuts a text into words.
pub trait Lexicon {
    /// The words of a text, in order and without gaps.
    fn words(&self, text: &str) -> Vec<Word>;
}
