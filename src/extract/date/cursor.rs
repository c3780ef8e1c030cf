//! Reading a time expression from left to right.

use crate::extract::matcher::begins;

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a>(pub(super) &'a str);

impl<'a> Cursor<'a> {
    /// Whether everything has been read.
    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a word if it is next.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let is_next = begins(self.0.as_bytes(), word.as_bytes());
        if is_next {
            self.0 = &self.0[word.len()..];
        }
        is_next
    }

    /// Reads the first of these words that is next. Longer words must come first.
    pub(super) fn take_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.take(word))
    }

    /// Reads the first of these words that is next, and gives what stands for it.
    pub(super) fn take_value<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        words.iter().find(|(word, _)| self.take(word)).map(|(_, value)| *value)
    }

    /// Reads a number below 10,000, in Arabic or Chinese digits.
    pub(super) fn number(&mut self) -> Option<u16> {
        let end = self
            .0
            .find(|char: char| digit(char).is_none() && scale(char).is_none())
            .unwrap_or(self.0.len());
        let (head, rest) = self.0.split_at(end);
        let value = value(head)?;
        self.0 = rest;
        Some(value)
    }

    /// Reads a number followed by a word; nothing if they are not both there.
    pub(super) fn number_then(&mut self, words: &[&str]) -> Option<u16> {
        let mut ahead = *self;
        let number = ahead.number()?;
        ahead.take_any(words).then(|| {
            *self = ahead;
            number
        })
    }
}

fn digit(char: char) -> Option<u16> {
    let value = match char {
        '0'..='9' => char as u32 - '0' as u32,
        '０'..='９' => char as u32 - '０' as u32,
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    u16::try_from(value).ok()
}

fn scale(char: char) -> Option<u16> {
    match char {
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    }
}

/// The value of 2025, 二〇二五, 二十五, 十二, 一百.
fn value(words: &str) -> Option<u16> {
    if words.is_empty() || words.chars().count() > 4 {
        return None;
    }
    if !words.contains(['十', '百']) {
        // 三五年: some number between the two.
        if (2..4).contains(&words.chars().count()) && !words.chars().all(|char| char.is_ascii_digit()) {
            return None;
        }
        return words
            .chars()
            .try_fold(0_u16, |sum, char| sum.checked_mul(10)?.checked_add(digit(char)?));
    }
    let (mut sum, mut last) = (0_u16, None::<u16>);
    for char in words.chars() {
        match scale(char) {
            Some(scale) => sum = sum.checked_add(last.take().unwrap_or(1_u16).checked_mul(scale)?)?,
            None if last.is_none() => last = digit(char),
            None => return None,
        }
    }
    sum.checked_add(last.unwrap_or(0))
}
