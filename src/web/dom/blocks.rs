//! From offsets to places in the DOM and back. UTF-16 units exist only here.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Range, StaticRange, StaticRangeInit, Text, window};

use crate::text::{ByteOffset, Source, Span, Utf16Offset};
use crate::web::document::{Block, Layout, Stretch};

/// The DOM id of a block.
pub fn element_id(block: &Block) -> String {
    format!("t{}", block.start.0)
}

/// The DOM id of a stretch.
pub fn stretch_id(stretch: &Stretch) -> String {
    format!("s{}", stretch.span.start().0)
}

/// The DOM id of the bundle that begins with a stretch.
pub fn bundle_id(first: &Stretch) -> String {
    format!("b{}", first.span.start().0)
}

/// The element of a stretch, if it is in the document.
pub fn stretch_element(stretch: &Stretch) -> Option<Element> {
    document()?.get_element_by_id(&stretch_id(stretch))
}

/// The element of the bundle that begins with a stretch, if it is in the document.
pub fn bundle_element(first: &Stretch) -> Option<Element> {
    document()?.get_element_by_id(&bundle_id(first))
}

/// The element of a block, if it is in the document.
pub fn element(block: &Block) -> Option<Element> {
    document()?.get_element_by_id(&element_id(block))
}

/// Finds DOM places for the offsets of one text. Remembers the text nodes of the last block it
/// looked at, so ask in reading order where speed matters.
pub struct Places<'a> {
    source: &'a Source,
    layout: &'a Layout,
    last: Option<(usize, Vec<(Text, u32)>)>,
}

impl<'a> Places<'a> {
    /// Places of a text as it is laid out now.
    pub fn new(source: &'a Source, layout: &'a Layout) -> Self {
        Self {
            source,
            layout,
            last: None,
        }
    }

    /// The ranges for painting: one, or one before and one after each fold within the span. None where it shows no
    /// text.
    pub fn painted(&mut self, span: Span) -> Vec<StaticRange> {
        let parts = self.layout.speech_in(span);
        parts.into_iter().filter_map(|part| self.painted_part(part)).collect()
    }

    fn painted_part(&mut self, span: Span) -> Option<StaticRange> {
        let ((start, start_offset), (end, end_offset)) = self.ends(span)?;
        let init = StaticRangeInit::new(&end, end_offset, &start, start_offset);
        StaticRange::new(&init).ok()
    }

    /// A live range for measuring and selecting.
    pub fn live(&mut self, span: Span) -> Option<Range> {
        let ((start, start_offset), (end, end_offset)) = self.ends(span)?;
        let range = document()?.create_range().ok()?;
        range.set_start(&start, start_offset).ok()?;
        range.set_end(&end, end_offset).ok()?;
        Some(range)
    }

    /// Both ends, moved inwards to where text is shown. The end belongs to the text before it, so
    /// that a range that ends with a paragraph does not reach into the next one.
    fn ends(&mut self, span: Span) -> Option<((Text, u32), (Text, u32))> {
        let first = self.layout.block_at_or_after(span.start())?;
        let last = self.layout.block_at_or_before(span.end())?;
        if first > last {
            return None;
        }
        let start = self.place(first, span.start(), false)?;
        let end = self.place(last, span.end(), true)?;
        Some((start, end))
    }

    fn place(&mut self, block: usize, offset: ByteOffset, is_end: bool) -> Option<(Text, u32)> {
        let covered = self.layout.blocks()[block].span;
        let offset = offset.clamp(covered.start(), covered.end());
        let within = self.source.to_utf16(offset).0 - self.source.to_utf16(covered.start()).0;
        let texts = self.texts(block)?;
        // An end looks for the text before it, a start for the text after it.
        let position = if is_end {
            texts.iter().rposition(|(_, start)| *start < within).unwrap_or(0)
        } else {
            texts.iter().rposition(|(_, start)| *start <= within)?
        };
        let (text, start) = texts.get(position)?;
        Some((text.clone(), (within - start.min(&within)).min(text.length())))
    }

    /// The text nodes of a block with the UTF-16 offset within the block at which each starts.
    fn texts(&mut self, block: usize) -> Option<&[(Text, u32)]> {
        if self.last.as_ref().is_none_or(|(known, _)| *known != block) {
            let mut found = Vec::new();
            let element = element(&self.layout.blocks()[block])?;
            collect(&element, &mut found, &mut 0);
            self.last = Some((block, found));
        }
        self.last.as_ref().map(|(_, texts)| texts.as_slice())
    }
}

/// The byte offset of a DOM place; `None` outside the text.
pub fn offset_at(source: &Source, layout: &Layout, node: &Node, offset: u32) -> Option<ByteOffset> {
    let container = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let Some(element) = container.closest("[data-start]").ok()? else {
        // A place between two blocks is that where the second one starts.
        let next = node.child_nodes().get(offset)?.dyn_into::<Element>().ok()?;
        let block = match next.has_attribute("data-start") {
            true => next,
            false => next.query_selector("[data-start]").ok()??,
        };
        return offset_at(source, layout, &block, 0);
    };
    let start: u32 = element.get_attribute("data-start")?.parse().ok()?;
    let block = &layout.blocks()[layout.block_starting(start)?];
    let mut texts = Vec::new();
    collect(&element, &mut texts, &mut 0);
    let within = match node.dyn_ref::<Text>() {
        Some(text) => texts.iter().find(|(known, _)| known.is_same_node(Some(text)))?.1 + offset,
        // A place between the children of an element.
        None => match node.child_nodes().get(offset) {
            Some(child) => {
                let follows = |text: &Text| {
                    child.contains(Some(text))
                        || child.compare_document_position(text) & Node::DOCUMENT_POSITION_FOLLOWING != 0
                };
                texts
                    .iter()
                    .find(|(text, _)| follows(text))
                    .map(|(_, start)| *start)
                    .unwrap_or(u32::MAX)
            }
            None => u32::MAX,
        },
    };
    let offset = source.from_utf16(Utf16Offset(
        source.to_utf16(block.span.start()).0.saturating_add(within),
    ));
    Some(offset.min(block.span.end()))
}

fn collect(node: &Node, found: &mut Vec<(Text, u32)>, at: &mut u32) {
    let children = node.child_nodes();
    for index in 0..children.length() {
        let Some(child) = children.get(index) else { continue };
        match child.dyn_into::<Text>() {
            Ok(text) => {
                let length = text.length();
                found.push((text, *at));
                *at += length;
            }
            Err(element) => collect(&element, found, at),
        }
    }
}

fn document() -> Option<Document> {
    window()?.document()
}
