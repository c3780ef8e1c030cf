//! A text as its letters and sentences.

use std::ops::Range;

use crate::extract::clean::letters;
use crate::text::Span;

/// The letters of a text, each with its bytes, and its sentences as ranges of letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    /// Without blanks and line ends.
    pub(super) chars: Vec<char>,
    bytes: Vec<(u32, u32)>,
    /// In order, none empty; together they cover all letters. They end with 。！？； or their line.
    pub(super) sentences: Vec<Range<usize>>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut read = Self::default();
        let mut start = 0;
        // A closing mark after the end of a sentence belongs to it: ……。”
        let mut is_over = false;
        let mut is_quoting = false;
        for (range, char) in letters(text) {
            let closes = matches!(char, '’' | '）' | '》') || char == '"' && is_quoting;
            is_quoting = char != '\n' && is_quoting != (char == '"');
            let here = read.chars.len();
            if here > start && (char == '\n' || is_over && !closes && !ends(char)) {
                read.sentences.push(start..here);
                start = here;
            }
            is_over = char != '\n' && (ends(char) || is_over && closes);
            if char != '\n' {
                read.chars.push(char);
                read.bytes.push((range.start as u32, range.end as u32));
            }
        }
        if start < read.chars.len() {
            read.sentences.push(start..read.chars.len());
        }
        read
    }

    /// How many letters there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The letters of a sentence.
    pub(super) fn sentence(&self, index: usize) -> &[char] {
        &self.chars[self.sentences[index].clone()]
    }

    /// The sentence that holds a letter.
    pub(super) fn sentence_at(&self, letter: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= letter)
    }

    /// The letters of a span; empty where it covers only blanks.
    pub(super) fn of_span(&self, span: Span) -> Range<usize> {
        let span = span.range();
        let start = self.bytes.partition_point(|&(_, end)| end as usize <= span.start);
        let end = self.bytes.partition_point(|&(start, _)| (start as usize) < span.end);
        start..end.max(start)
    }

    /// The bytes from the first to the last of some letters; empty where there are none.
    pub(super) fn span(&self, letters: Range<usize>) -> Span {
        match (self.bytes.get(letters.start), letters.end.checked_sub(1)) {
            (Some(&(start, _)), Some(last)) if last >= letters.start => {
                Span::at(start as usize, self.bytes[last.min(self.bytes.len() - 1)].1 as usize)
            }
            _ => Span::default(),
        }
    }
}

/// Whether a letter ends a sentence.
fn ends(char: char) -> bool {
    matches!(char, '。' | '！' | '？' | '；')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_cover_all_letters() {
        let text = "讲话\r\n\n　　一、抓好。“好。”他说！！再说\n完；";
        let read = Letters::of(text);
        let sentences: Vec<&str> = read
            .sentences
            .iter()
            .map(|sentence| &text[read.span(sentence.clone()).range()])
            .collect();
        assert_eq!(sentences, ["讲话", "一、抓好。", "“好。”", "他说！！", "再说", "完；"]);
        assert_eq!(read.sentence_at(read.len() - 1), 5);
        let all: usize = read.sentences.iter().map(ExactSizeIterator::len).sum();
        assert_eq!(all, read.len());
    }

    #[test]
    fn spans_and_letters_lead_to_one_another() {
        let read = Letters::of("　甲 乙。");
        assert_eq!(read.of_span(Span::at(3, 10)), 0..2);
        assert_eq!(read.of_span(Span::at(6, 7)), 1..1);
        assert_eq!(read.span(0..2), Span::at(3, 10));
        assert_eq!(read.span(1..1), Span::default());
    }
}
