//! The first letters of the pinyin of a text.

use pinyin::ToPinyin;

/// A text with one letter a character: the first letter of a Chinese character's commonest reading, an
/// ASCII character itself in lower case, a blank for everything else.
pub(super) struct Initials {
    letters: Vec<u8>,
    /// Where each character starts, in bytes, and at last where the text ends.
    starts: Vec<u32>,
}

impl Initials {
    pub(super) fn of(text: &str) -> Self {
        let mut initials = Self {
            letters: Vec::with_capacity(text.len() / 3),
            starts: Vec::with_capacity(text.len() / 3 + 1),
        };
        for (at, char) in text.char_indices() {
            initials.letters.push(letter(char));
            initials.starts.push(at as u32);
        }
        initials.starts.push(text.len() as u32);
        initials
    }

    /// The places whose letters are these, in bytes, never overlapping.
    pub(super) fn find(&self, letters: &str, most: usize) -> Vec<std::ops::Range<usize>> {
        let wanted: Vec<u8> = letters.bytes().map(|byte| byte.to_ascii_lowercase()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while !wanted.is_empty() && at + wanted.len() <= self.letters.len() && found.len() < most {
            if self.letters[at..].starts_with(&wanted) {
                let end = at + wanted.len();
                found.push(self.starts[at] as usize..self.starts[end] as usize);
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }
}

fn letter(char: char) -> u8 {
    if char.is_ascii_graphic() {
        return (char as u8).to_ascii_lowercase();
    }
    char.to_pinyin()
        .and_then(|pinyin| pinyin.plain().bytes().next())
        .unwrap_or(b' ')
}
