//! What is known of a document besides its text.

use sha2::{Digest, Sha256};

use crate::text::Source;

/// How many code points a title taken from the first line may have.
const TITLE_LENGTH: usize = 40;

/// What is known of a document besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The first 16 digits of `sha256`: equal texts have equal ids.
    pub id: String,
    /// The speech's title; its first line where it has none.
    pub title: String,
    /// SHA-256 of the text as UTF-8, in lower-case hexadecimal.
    pub sha256: String,
    /// The day on which the speech was given, as `2026-03-12`. Deadlines are resolved against it.
    pub date: Option<String>,
    /// Who gave the speech; empty where nobody has said so.
    pub speaker: String,
    /// Where the text comes from; empty where nobody has said so.
    pub origin: String,
    /// The folder in which it is kept; empty for none.
    pub folder: String,
    /// What somebody noted about the document as a whole, a remark a line; empty for nothing.
    pub note: String,
}

impl Document {
    /// What a text alone tells.
    pub(super) fn of(source: &Source) -> Self {
        let sha256 = fingerprint(source.text());
        let first = source
            .lines()
            .map(|line| source.slice(line.content).trim_matches(is_blank))
            .find(|line| !line.is_empty());
        Self {
            id: sha256[..16].to_owned(),
            title: first.unwrap_or_default().chars().take(TITLE_LENGTH).collect(),
            sha256,
            ..Self::default()
        }
    }
}

/// Blanks and characters without a shape, such as a byte order mark.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// SHA-256 of a text as UTF-8, in lower-case hexadecimal.
fn fingerprint(text: &str) -> String {
    use std::fmt::Write as _;
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_that_of_the_standard() {
        // FIPS 180-4, the one-block message "abc".
        assert_eq!(
            fingerprint("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_first_line_with_words_is_the_title() {
        let title = |text: &str| Document::of(&Source::new(text)).title;
        assert_eq!(
            title("\u{feff}\r\n　 \n　　在全市大会上的讲话 \n同志们："),
            "在全市大会上的讲话"
        );
        assert_eq!(title(""), "");
        assert_eq!(title(&"长".repeat(100)).chars().count(), TITLE_LENGTH);
    }
}
