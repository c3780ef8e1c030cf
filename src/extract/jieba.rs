//! The lexicon behind jieba-rs. The only file that names it.

use super::lexicon::{Lexicon, Word, WordKind};
use crate::text::Span;

/// jieba-rs with the project's dictionary.
pub struct JiebaLexicon(jieba_rs::Jieba);

impl JiebaLexicon {
    /// Reads a dictionary: one `word frequency tag` a line, UTF-8, tags as `src/bin/dictionary.rs`
    /// writes them.
    pub fn new(mut dictionary: &[u8]) -> Result<Self, String> {
        jieba_rs::Jieba::with_dict(&mut dictionary)
            .map(Self)
            .map_err(|error| error.to_string())
    }

    /// The dictionary that is built into the program.
    #[cfg(feature = "dictionary")]
    pub fn embedded() -> Result<Self, String> {
        let packed: &[u8] = include_bytes!("data/dictionary.txt.gz");
        let mut plain = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed), &mut plain)
            .map_err(|error| error.to_string())?;
        Self::new(&plain)
    }
}

impl Lexicon for JiebaLexicon {
    fn words(&self, text: &str) -> Vec<Word> {
        let tags = self.0.tag(text, false);
        tags.iter()
            .map(|tag| Word {
                span: Span::at(tag.byte_start, tag.byte_end),
                kind: kind(tag.word, tag.tag),
            })
            .collect()
    }
}

fn kind(word: &str, tag: &str) -> WordKind {
    match tag {
        "n" => WordKind::Noun,
        "s" => WordKind::Place,
        "r" => WordKind::Person,
        "t" => WordKind::Organization,
        "v" => WordKind::Verb,
        "g" => WordKind::VerbalNoun,
        "a" => WordKind::Adjective,
        "d" => WordKind::Adverb,
        "p" => WordKind::Preposition,
        "c" => WordKind::Conjunction,
        "i" => WordKind::Idiom,
        "m" | "q" => WordKind::Numeral,
        "u" => WordKind::Particle,
        "x" | "eng"
            if word
                .chars()
                .next()
                .is_some_and(|first| first.is_alphabetic() && !first.is_ascii()) =>
        {
            WordKind::Unknown
        }
        "f" => WordKind::Particle,
        _ => WordKind::Other,
    }
}
