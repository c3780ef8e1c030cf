//! A text made from another text, with the way back.

use std::ops::Range;

/// A run of the made text and the bytes it came from. Where both are equally long, every character
/// of the run has the same length in both texts; otherwise the run is one character.
#[derive(Clone, Copy, Debug)]
struct Segment {
    at: u32,
    from: u32,
    until: u32,
}

/// Bytes of a made text that share one entry of `blocks`.
const BLOCK: usize = 64;

/// A text that was made piece by piece from another one.
#[derive(Clone, Debug, Default)]
pub(super) struct Mapped {
    text: String,
    segments: Vec<Segment>,
    /// For each block of the text, how many segments begin before it: where a segment is looked for.
    blocks: Vec<u32>,
}

impl Mapped {
    /// An empty text with room for about so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            segments: Vec::new(),
            blocks: Vec::with_capacity(bytes / BLOCK + 1),
        }
    }

    /// The made text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a character that stands for a range of the other text.
    pub(super) fn push(&mut self, char: char, from: Range<usize>) {
        self.extend(self.text.len(), from.start, from.end, char.len_utf8());
        self.text.push(char);
    }

    /// Adds a piece of the other text, which begins there at `from`, as it is.
    pub(super) fn push_run(&mut self, run: &str, from: usize) {
        self.extend(self.text.len(), from, from + run.len(), run.len());
        self.text.push_str(run);
    }

    /// Adds a range of an earlier stage, keeping the way back to the text that that stage was made
    /// from.
    pub(super) fn copy(&mut self, earlier: &Self, range: Range<usize>) {
        let mut index = earlier.segment(range.start);
        let mut at = range.start;
        while at < range.end {
            let Some(segment) = earlier.segments.get(index) else {
                return;
            };
            let stop = earlier
                .segments
                .get(index + 1)
                .map_or(earlier.text.len(), |next| next.at as usize)
                .min(range.end);
            let (from, until) = earlier.slice(index, at, stop);
            debug_assert!(segment.at as usize <= at);
            self.extend(self.text.len(), from, until, stop - at);
            self.text.push_str(&earlier.text[at..stop]);
            at = stop;
            index += 1;
        }
    }

    /// The range of the other text that a range of this one came from. Ends that fall inside a
    /// replaced character move outwards.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let first = self.segment(range.start);
        let (start, _) = self.slice(first, range.start, range.start);
        if range.is_empty() {
            return start..start;
        }
        let last = self.segment(range.end - 1);
        let (_, end) = self.slice(last, range.end, range.end);
        start..end.max(start)
    }

    /// The index of the last segment that begins at or before a place.
    fn segment(&self, at: usize) -> usize {
        let begins = |block: usize| {
            self.blocks
                .get(block)
                .map_or(self.segments.len(), |before| *before as usize)
        };
        let (first, last) = (begins(at / BLOCK), begins(at / BLOCK + 1));
        let near = self.segments[first..last].partition_point(|segment| segment.at as usize <= at);
        (first + near).saturating_sub(1)
    }

    /// What a part of one segment came from.
    fn slice(&self, index: usize, start: usize, end: usize) -> (usize, usize) {
        let Some(segment) = self.segments.get(index) else {
            return (0, 0);
        };
        let at = segment.at as usize;
        let stop = self
            .segments
            .get(index + 1)
            .map_or(self.text.len(), |next| next.at as usize);
        let (from, until) = (segment.from as usize, segment.until as usize);
        if until - from == stop - at {
            (
                from + start.saturating_sub(at),
                (from + end.saturating_sub(at)).min(until),
            )
        } else {
            (from, until)
        }
    }

    fn extend(&mut self, at: usize, from: usize, until: usize, length: usize) {
        if let Some(last) = self.segments.last_mut() {
            let exact = (last.until - last.from) as usize == at - last.at as usize;
            if exact && last.until as usize == from && until - from == length {
                last.until = until as u32;
                return;
            }
        }
        while self.blocks.len() * BLOCK <= at {
            self.blocks.push(self.segments.len() as u32);
        }
        self.segments.push(Segment {
            at: at as u32,
            from: from as u32,
            until: until as u32,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Mapped;

    #[test]
    fn ranges_come_back_through_two_stages() {
        let original = "甲,&ldquo;乙\n丙丁";
        let mut first = Mapped::default();
        first.push('甲', 0..3);
        first.push('，', 3..4);
        first.push('“', 4..11);
        first.push('乙', 11..14);
        first.push('\n', 14..15);
        first.push('丙', 15..18);
        first.push('丁', 18..21);
        let mut second = Mapped::default();
        second.copy(&first, 0..12);
        second.copy(&first, 13..19);
        assert_eq!(second.text(), "甲，“乙丙丁");
        let back = |from: usize, to: usize| &original[second.original(from..to)];
        assert_eq!(back(0, 3), "甲");
        assert_eq!(back(3, 6), ",");
        assert_eq!(back(6, 12), "&ldquo;乙");
        assert_eq!(back(9, 15), "乙\n丙");
        assert_eq!(back(15, 18), "丁");
        assert_eq!(back(3, 3), "");
    }
}
