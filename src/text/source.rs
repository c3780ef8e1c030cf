//! A text and the index that converts between its three units.

use std::sync::Arc;

use super::line::{Line, lines};
use super::offset::{ByteOffset, CharOffset, Utf16Offset};
use super::span::Span;

/// Bytes between two marks of the index. A conversion reads at most this much text.
const STRIDE: usize = u64::BITS as usize;

/// Counts from the start of the text to one byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    utf16: u32,
    chars: u32,
    /// At which of the bytes up to the next mark a character starts.
    starts: u64,
}

/// A text exactly as it came, with an index for converting offsets. Cheap to clone.
///
/// All conversions accept any offset: one beyond the text becomes its end, one inside a character
/// becomes that character's start.
#[derive(Clone, Debug)]
pub struct Source {
    text: Arc<str>,
    /// One mark per [`STRIDE`] bytes, at the character boundary at or before it.
    marks: Arc<[Mark]>,
}

impl Source {
    /// Takes a text and indexes it.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut here = Mark {
            utf16: 0,
            chars: 0,
            starts: 0,
        };
        let mut next = 0;
        for (at, char) in text.char_indices() {
            while next < at + char.len_utf8() {
                marks.push(here);
                next += STRIDE;
            }
            if let Some(mark) = marks.get_mut(at / STRIDE) {
                mark.starts |= 1 << (at % STRIDE);
            }
            here.utf16 += char.len_utf16() as u32;
            here.chars += 1;
        }
        marks.push(here);
        Self {
            text,
            marks: marks.into(),
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole text, shared. Two of these are compared letter by letter; two sources are not, if they are one.
    pub fn shared(&self) -> Arc<str> {
        self.text.clone()
    }

    /// Length in bytes.
    pub fn len(&self) -> ByteOffset {
        ByteOffset::from(self.text.len())
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Length in code points.
    pub fn chars(&self) -> CharOffset {
        self.to_chars(self.len())
    }

    /// The whole text as a span.
    pub fn span(&self) -> Span {
        Span::new(ByteOffset(0), self.len())
    }

    /// The text of a span, its ends moved onto character boundaries inside the text.
    pub fn slice(&self, span: Span) -> &str {
        let span = self.snap(span);
        &self.text[span.range()]
    }

    /// The span with its ends moved back onto character boundaries inside the text.
    pub fn snap(&self, span: Span) -> Span {
        Span::new(self.floor(span.start()), self.floor(span.end()))
    }

    /// The nearest character boundary at or before an offset.
    pub fn floor(&self, offset: ByteOffset) -> ByteOffset {
        ByteOffset::from(self.text.floor_char_boundary(offset.index()))
    }

    /// The lines of the text.
    pub fn lines(&self) -> impl Iterator<Item = Line> + '_ {
        lines(&self.text)
    }

    /// The offset in UTF-16 units.
    pub fn to_utf16(&self, offset: ByteOffset) -> Utf16Offset {
        let (mark, rest) = self.before(offset);
        Utf16Offset(mark.utf16 + rest.chars().map(|char| char.len_utf16() as u32).sum::<u32>())
    }

    /// The offset in code points.
    pub fn to_chars(&self, offset: ByteOffset) -> CharOffset {
        let end = self.floor(offset).index();
        let (mark, rest) = (self.marks[end / STRIDE], end % STRIDE);
        let between = mark.starts & !(u64::MAX << rest);
        // A character that lies across the mark is not counted in it and does not start behind it.
        let across = rest > 0 && mark.starts & 1 == 0;
        CharOffset(mark.chars + between.count_ones() + u32::from(across))
    }

    /// The byte offset of a UTF-16 offset. The middle of a surrogate pair becomes its start.
    pub fn from_utf16(&self, offset: Utf16Offset) -> ByteOffset {
        self.find(offset.0, |mark| mark.utf16, |char| char.len_utf16() as u32)
    }

    /// The byte offset of a code point offset.
    pub fn from_chars(&self, offset: CharOffset) -> ByteOffset {
        self.find(offset.0, |mark| mark.chars, |_| 1)
    }

    /// The span in UTF-16 units.
    pub fn span_to_utf16(&self, span: Span) -> Span<Utf16Offset> {
        Span::new(self.to_utf16(span.start()), self.to_utf16(span.end()))
    }

    /// The span in code points.
    pub fn span_to_chars(&self, span: Span) -> Span<CharOffset> {
        Span::new(self.to_chars(span.start()), self.to_chars(span.end()))
    }

    /// The byte span of a UTF-16 span.
    pub fn span_from_utf16(&self, span: Span<Utf16Offset>) -> Span {
        Span::new(self.from_utf16(span.start()), self.from_utf16(span.end()))
    }

    /// The byte span of a code point span.
    pub fn span_from_chars(&self, span: Span<CharOffset>) -> Span {
        Span::new(self.from_chars(span.start()), self.from_chars(span.end()))
    }

    /// The last mark before an offset and the text between the two.
    fn before(&self, offset: ByteOffset) -> (Mark, &str) {
        let end = self.floor(offset).index();
        let slot = end / STRIDE;
        let start = self.text.floor_char_boundary(slot * STRIDE);
        (self.marks[slot.min(self.marks.len() - 1)], &self.text[start..end])
    }

    fn find(&self, wanted: u32, count: impl Fn(&Mark) -> u32, width: impl Fn(char) -> u32) -> ByteOffset {
        let slot = self
            .marks
            .partition_point(|mark| count(mark) <= wanted)
            .saturating_sub(1);
        let start = self.text.floor_char_boundary(slot * STRIDE);
        let mut counted = count(&self.marks[slot]);
        for (at, char) in self.text[start..].char_indices() {
            counted += width(char);
            if counted > wanted {
                return ByteOffset::from(start + at);
            }
        }
        self.len()
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) || self.text == other.text
    }
}

impl Eq for Source {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Wide, astral, combining, control and invisible characters with every line end.
    const HOSTILE: &str = "\u{feff}ä\t中文💛e\u{301}\r\n\u{0}𬭎\u{200b}\u{202e}后\r\u{fffd}尾\n";

    fn check(text: &str) {
        let source = Source::new(text);
        let (mut utf16, mut chars) = (0, 0);
        for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
            let byte = ByteOffset::from(at);
            assert_eq!(source.to_utf16(byte), Utf16Offset(utf16), "{text:?} at {at}");
            assert_eq!(source.to_chars(byte), CharOffset(chars), "{text:?} at {at}");
            assert_eq!(source.from_utf16(Utf16Offset(utf16)), byte, "{text:?} at {at}");
            assert_eq!(source.from_chars(CharOffset(chars)), byte, "{text:?} at {at}");
            if at < text.len() {
                for inside in 1..char.len_utf8() {
                    assert_eq!(source.to_chars(ByteOffset::from(at + inside)), CharOffset(chars));
                }
                for inside in 1..char.len_utf16() as u32 {
                    assert_eq!(source.from_utf16(Utf16Offset(utf16 + inside)), byte);
                }
                utf16 += char.len_utf16() as u32;
                chars += 1;
            }
        }
        let beyond = 7 + text.len() as u32;
        assert_eq!(source.from_utf16(Utf16Offset(beyond)), source.len());
        assert_eq!(source.from_chars(CharOffset(beyond)), source.len());
        assert_eq!(source.to_chars(ByteOffset(beyond)), CharOffset(chars));
        assert_eq!(source.slice(Span::new(ByteOffset(0), ByteOffset(beyond))), text);
    }

    #[test]
    fn units_agree_on_hostile_text() {
        check("");
        check(HOSTILE);
        check(&HOSTILE.repeat(40));
        for filler in STRIDE - 4..STRIDE + 4 {
            check(&format!("{}{HOSTILE}", "a".repeat(filler)));
            check(&format!("{}💛尾", "a".repeat(filler)));
        }
    }

    proptest! {
        #[test]
        fn units_agree_on_any_text(text in "\\PC{0,60}", times in 1usize..12) {
            check(&text.repeat(times));
        }

        #[test]
        fn slices_never_split_a_character(start in 0u32..120, end in 0u32..120) {
            let source = Source::new(HOSTILE);
            let span = Span::new(ByteOffset(start), ByteOffset(end));
            prop_assert!(HOSTILE.contains(source.slice(span)));
        }
    }
}
