//! The lexicon behind jieba-rs. The only file that names it.

use super::lexicon::{Lexicon, Word, WordKind};
use super::marks::is_letter;
use super::sense::Sense;
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
        let mut words = Vec::with_capacity(text.len() / 5);
        let mut start = 0;
        while start < text.len() {
            let end = piece(text, start);
            words.extend(self.0.tag(&text[start..end], false).iter().map(|tag| Word {
                span: Span::at(start + tag.byte_start, start + tag.byte_end),
                kind: kind(tag.word, tag.tag),
                sense: tag.tag.get(1..).and_then(Sense::of),
            }));
            start = end;
        }
        words
    }
}

/// The segmenter gets a long text in pieces of about so many bytes, so that its tables stay in the
/// processor's cache.
const PIECE: usize = 8192;

/// The end of the piece that starts here: behind a sentence mark with a character after it, where no
/// word can be cut.
fn piece(text: &str, start: usize) -> usize {
    let least = text.floor_char_boundary(start + PIECE);
    let mark = text[least..].match_indices(['。', '，', '；']).find(|(at, mark)| {
        let next = text[least + at + mark.len()..].chars().next();
        next.is_some_and(|next| ('\u{4e00}'..='\u{9fa5}').contains(&next))
    });
    mark.map_or(text.len(), |(at, mark)| least + at + mark.len())
}

/// The kind of a word. Its tag begins with one letter for its part of speech.
fn kind(word: &str, tag: &str) -> WordKind {
    match tag.as_bytes().first() {
        Some(b'n') => WordKind::Noun,
        Some(b's') => WordKind::Place,
        Some(b'r') => WordKind::Person,
        Some(b't') => WordKind::Organization,
        Some(b'v') => WordKind::Verb,
        Some(b'g') => WordKind::VerbalNoun,
        Some(b'a') => WordKind::Adjective,
        Some(b'd') => WordKind::Adverb,
        Some(b'p') => WordKind::Preposition,
        Some(b'c') => WordKind::Conjunction,
        Some(b'i') => WordKind::Idiom,
        Some(b'm' | b'q') => WordKind::Numeral,
        Some(b'u' | b'f') => WordKind::Particle,
        // The segmenter's own tags for what it does not know: x, eng.
        Some(b'x' | b'e') if word.starts_with(is_foreign_letter) => WordKind::Unknown,
        _ => WordKind::Other,
    }
}

/// Whether a character is a letter outside ASCII.
fn is_foreign_letter(char: char) -> bool {
    !char.is_ascii() && is_letter(char)
}
