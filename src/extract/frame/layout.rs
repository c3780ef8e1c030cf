//! Where sentences and paragraphs of a text begin.

use std::ops::Range;

use crate::extract::matcher::Chars;
use crate::extract::outline::Outline;

/// The starts of sentences and paragraphs. A heading begins a paragraph, also inside a line.
pub(super) struct Layout {
    sentences: Vec<usize>,
    paragraphs: Vec<usize>,
    end: usize,
}

impl Layout {
    pub(super) fn of(chars: &Chars, outline: &Outline) -> Self {
        let (mut sentences, mut paragraphs) = (vec![0], vec![0]);
        for (at, char) in chars.marks(0..chars.text.len()) {
            match char {
                '。' | '！' | '？' | '；' => sentences.push(at + char.len_utf8()),
                '\n' => {
                    sentences.push(at + 1);
                    paragraphs.push(at + 1);
                }
                _ => {}
            }
        }
        for heading in &outline.headings {
            sentences.push(heading.span.range().start);
            paragraphs.push(heading.span.range().start);
        }
        for starts in [&mut sentences, &mut paragraphs] {
            // Two runs that are in order already: a stable sort merges them.
            starts.sort();
            starts.dedup();
        }
        Self {
            sentences,
            paragraphs,
            end: chars.text.len(),
        }
    }

    /// The number of the sentence at a byte offset.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.sentences.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The number of the paragraph at a byte offset.
    pub(super) fn paragraph(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// What a sentence covers.
    pub(super) fn sentence_range(&self, number: usize) -> Range<usize> {
        let start = self.sentences.get(number).copied().unwrap_or(self.end);
        start..self.sentences.get(number + 1).copied().unwrap_or(self.end)
    }

    /// Where a paragraph begins.
    pub(super) fn paragraph_start(&self, number: usize) -> usize {
        self.paragraphs.get(number).copied().unwrap_or(self.end)
    }
}
