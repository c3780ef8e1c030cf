//! How the text is set: one block per line, headings as headings, debris in strips.

use std::rc::Rc;
use std::sync::Arc;

use yew::AttrValue;

use super::stretch::{Stretch, stretches};
use crate::annotate::Annotation;
use crate::text::{ByteOffset, CharOffset, Source, Span, lines};

/// Lines longer than this many bytes are cut at sentence ends, so that a text without line breaks
/// can still be laid out piece by piece.
const LONG: usize = 6_000;

/// The whole text, set in blocks. Blank lines have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    blocks: Vec<Rc<Block>>,
    stretches: Vec<Rc<Stretch>>,
}

/// A line of the text, or a piece of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it covers, without the line end.
    pub span: Span,
    /// Its first code point; names it in the DOM.
    pub start: CharOffset,
    /// How it is set.
    pub kind: BlockKind,
    /// Its text in pieces that together are exactly its span.
    pub parts: Vec<Part>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The speech's title.
    Title,
    /// The line under the title that says when and by whom.
    Byline,
    /// A heading alone on its line; the outermost level is 1.
    Heading(u8),
    /// A paragraph without first-line indent: it opens with a marker, or calls the audience.
    Flush,
    /// A paragraph.
    Paragraph,
    /// A later piece of a long line.
    Continued,
    /// Not the speech.
    Debris,
}

/// A piece of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// How it is set.
    pub style: PartStyle,
    /// Its text.
    pub text: AttrValue,
}

/// How a piece of a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartStyle {
    /// As the block is.
    Plain,
    /// The blanks that the source is indented with; always shown as two characters wide.
    Indent,
    /// A heading that runs into the paragraph.
    RunIn,
}

impl Layout {
    /// All blocks in the order of the text.
    pub fn blocks(&self) -> &[Rc<Block>] {
        &self.blocks
    }

    /// The column from top to bottom, in stretches.
    pub fn stretches(&self) -> &[Rc<Stretch>] {
        &self.stretches
    }

    /// The block that holds an offset, or the next one after it.
    pub fn block_at_or_after(&self, offset: ByteOffset) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.span.end() <= offset);
        (index < self.blocks.len()).then_some(index)
    }

    /// The block that ends with or holds the text before an offset, or the last one before it.
    pub fn block_at_or_before(&self, offset: ByteOffset) -> Option<usize> {
        self.blocks
            .partition_point(|block| block.span.start() < offset)
            .checked_sub(1)
    }

    /// The parts of a span between lines that are not the speech, which may stand folded among it; the span itself
    /// where there are no such lines, or nothing else.
    pub fn speech_in(&self, span: Span) -> Vec<Span> {
        let ends = (
            self.block_at_or_after(span.start()),
            self.block_at_or_before(span.end()),
        );
        let blocks = match ends {
            (Some(first), Some(last)) => self.blocks.get(first..=last).unwrap_or_default(),
            _ => &[],
        };
        let is_debris = |block: &Rc<Block>| block.kind == BlockKind::Debris;
        if !blocks.iter().any(is_debris) {
            return vec![span];
        }
        let runs = blocks.chunk_by(|one, next| is_debris(one) == is_debris(next));
        let speech = runs.filter(|run| !is_debris(&run[0])).filter_map(|run| {
            let whole = run[0].span.union(run[run.len() - 1].span);
            whole.intersection(span)
        });
        let parts: Vec<Span> = speech.collect();
        if parts.is_empty() { vec![span] } else { parts }
    }

    /// The block that starts with a code point.
    pub fn block_starting(&self, start: u32) -> Option<usize> {
        self.blocks.binary_search_by_key(&start, |block| block.start.0).ok()
    }
}

/// What shapes the layout of a text: headings and debris that nobody has rejected, and the title.
/// A decision about anything else leaves the shape equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    title: String,
    /// In order, with their levels.
    headings: Vec<(Span, u8)>,
    /// In order.
    debris: Vec<Span>,
}

impl Shape {
    /// The shape that headings and debris give.
    pub fn of(structure: &[Arc<Annotation>], title: &str) -> Self {
        let standing = |label: &'static str| structure.iter().filter(move |found| &*found.label == label);
        let level = |heading: &Annotation| heading.level().unwrap_or(1).max(1);
        Self {
            title: title.trim().to_owned(),
            headings: standing("heading").map(|found| (found.span, level(found))).collect(),
            debris: standing("boilerplate").map(|found| found.span).collect(),
        }
    }
}

/// Sets a text.
pub fn layout(source: &Source, shape: &Shape) -> Layout {
    let mut setter = Setter {
        source,
        shape,
        after_title: None,
    };
    let mut blocks: Vec<Block> = lines(source.text()).flat_map(|line| setter.set(line.content)).collect();
    // Where nothing is the speech nothing is folded: an empty page would say that the text is lost.
    if blocks.iter().all(|block| block.kind == BlockKind::Debris) {
        for block in &mut blocks {
            block.kind = BlockKind::Paragraph;
        }
    }
    let blocks: Vec<Rc<Block>> = blocks.into_iter().map(Rc::new).collect();
    Layout {
        stretches: stretches(&blocks).into_iter().map(Rc::new).collect(),
        blocks,
    }
}

/// Sets line after line; remembers what it has passed.
struct Setter<'a> {
    source: &'a Source,
    shape: &'a Shape,
    /// How many lines of speech came after the title; `None` before it.
    after_title: Option<u32>,
}

impl<'a> Setter<'a> {
    fn set(&mut self, line: Span) -> Vec<Block> {
        let text = self.source.slice(line);
        let bare = text.trim();
        if bare.is_empty() {
            return Vec::new();
        }
        let indent = text.len() - text.trim_start().len();
        let inner = Span::at(
            line.start().index() + indent,
            line.start().index() + indent + bare.len(),
        );
        let headings = self.headings_in(line);
        let kind = self.kind(inner, bare, headings);
        pieces(text)
            .into_iter()
            .enumerate()
            .map(|(index, range)| {
                let span = Span::at(line.start().index() + range.start, line.start().index() + range.end);
                let kind = match kind {
                    BlockKind::Paragraph | BlockKind::Flush if index > 0 => BlockKind::Continued,
                    kind => kind,
                };
                let indent = if index == 0 { indent } else { 0 };
                let start = self.source.to_chars(span.start());
                Block {
                    span,
                    start,
                    kind,
                    parts: self.parts(span, indent, kind, headings),
                }
            })
            .collect()
    }

    fn kind(&mut self, inner: Span, bare: &str, headings: &[(Span, u8)]) -> BlockKind {
        let next = self.shape.debris.partition_point(|span| span.end() <= inner.start());
        if self.shape.debris.get(next).is_some_and(|span| span.covers(inner)) {
            return BlockKind::Debris;
        }
        if self.after_title.is_none() && !self.shape.title.is_empty() && bare == self.shape.title {
            self.after_title = Some(0);
            return BlockKind::Title;
        }
        let follows = self.after_title.map(|passed| passed < 3);
        self.after_title = self.after_title.map(|passed| passed + 1);
        if let Some((span, level)) = headings.first().filter(|(span, _)| span.start() <= inner.start()) {
            let rest = self.source.slice(Span::new(span.end(), inner.end()));
            return match rest.chars().all(|char| !char.is_alphanumeric()) {
                true => BlockKind::Heading(*level),
                false => BlockKind::Flush,
            };
        }
        let is_short = bare.chars().count() <= 40;
        match bare.chars().last() {
            Some('：' | ':') if is_short => BlockKind::Flush,
            Some('。' | '；' | '！' | '，' | '？') | None => BlockKind::Paragraph,
            Some(_) if is_short && follows == Some(true) => BlockKind::Byline,
            Some(_) => BlockKind::Paragraph,
        }
    }

    fn parts(&self, span: Span, indent: usize, kind: BlockKind, headings: &[(Span, u8)]) -> Vec<Part> {
        let start = span.start().index();
        let mut parts = Vec::new();
        let mut at = start;
        let mut push = |style, end: usize| {
            if end > at {
                let text = AttrValue::from(self.source.slice(Span::at(at, end)).to_owned());
                parts.push(Part { style, text });
                at = end;
            }
        };
        push(PartStyle::Indent, start + indent);
        if matches!(kind, BlockKind::Flush | BlockKind::Paragraph | BlockKind::Continued) {
            for (heading, _) in headings {
                let Some(shared) = heading.intersection(span) else {
                    continue;
                };
                push(PartStyle::Plain, shared.start().index());
                let rest = self.source.slice(Span::new(shared.end(), span.end()));
                let mark = rest
                    .chars()
                    .next()
                    .filter(|char| "。：:．.".contains(*char))
                    .map_or(0, char::len_utf8);
                push(PartStyle::RunIn, shared.end().index() + mark);
            }
        }
        push(PartStyle::Plain, span.end().index());
        parts
    }

    fn headings_in(&self, line: Span) -> &'a [(Span, u8)] {
        let headings = &self.shape.headings;
        let from = headings.partition_point(|(span, _)| span.end() <= line.start());
        let to = headings.partition_point(|(span, _)| span.start() < line.end());
        &headings[from.min(to)..to]
    }
}

/// Cuts a long line after sentence ends, or anywhere if there are none.
fn pieces(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while text.len() - start > LONG {
        let limit = text.floor_char_boundary(start + LONG);
        let mark = text[start..limit].rfind(['。', '；', '！', '\u{3000}', ' ']);
        let end = mark.map_or(limit, |at| text.ceil_char_boundary(start + at + 1));
        found.push(start..end);
        start = end;
    }
    found.push(start..text.len());
    found
}

#[cfg(test)]
mod tests;
