//! What the phases ask of a dictionary.

use super::clean::CleanSpan;
use super::sense::Sense;

/// A word of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it covers.
    pub span: CleanSpan,
    /// Its part of speech.
    pub kind: WordKind,
    /// What it stands for, where the dictionary says so.
    pub sense: Option<Sense>,
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
    /// 名动词: a verb that also heads noun phrases (建设, 发展)
    VerbalNoun,
    /// 形容词、区别词
    Adjective,
    /// 副词
    Adverb,
    /// 介词
    Preposition,
    /// 连词
    Conjunction,
    /// 成语、习用语
    Idiom,
    /// 数词、量词
    Numeral,
    /// 助词 (的, 了) and other function words
    Particle,
    /// A word that the dictionary lacks, often part of a name.
    Unknown,
    /// Punctuation, Latin letters, digits.
    Other,
}

impl WordKind {
    /// Whether such a word can stand inside a name or compound noun.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Place
                | Self::Person
                | Self::Organization
                | Self::VerbalNoun
                | Self::Adjective
                | Self::Unknown
        )
    }
}

/// A dictionary that cuts a text into words.
pub trait Lexicon {
    /// The words of a text, in order and without gaps.
    fn words(&self, text: &str) -> Vec<Word>;
}

/// Threads share a dictionary.
impl<Shared: Lexicon> Lexicon for std::sync::Arc<Shared> {
    fn words(&self, text: &str) -> Vec<Word> {
        (**self).words(text)
    }
}
