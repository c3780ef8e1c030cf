//! The column in stretches: what the browser lays out, or leaves out while it is not in view, as a whole. One
//! paragraph would be too little for that: thousands of pieces cost more than they save.

use std::rc::Rc;

use super::layout::{Block, BlockKind};
use crate::text::Span;

/// Rows after which a stretch ends, and bytes of text: about a window's height.
const ROWS: usize = 8;
const BYTES: u32 = 3_000;

/// Neighbouring stretches are bundled by so many: the browser passes over a bundle that is far away as a whole, and
/// with every frame it goes over all that it does not pass over.
pub const BUNDLE: usize = 16;

/// Neighbouring rows of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The rows from top to bottom; there is at least one.
    pub rows: Vec<Row>,
    /// From its first block to its last.
    pub span: Span,
    /// Whether it goes on with a line that the stretch before it has begun.
    pub is_continued: bool,
}

/// What stands in the column one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A block of the speech.
    Text(Rc<Block>),
    /// Neighbouring blocks that are not the speech; they fold.
    Debris(Rc<[Rc<Block>]>),
}

impl Row {
    /// Its blocks; there is at least one.
    pub fn blocks(&self) -> &[Rc<Block>] {
        match self {
            Self::Text(block) => std::slice::from_ref(block),
            Self::Debris(blocks) => blocks,
        }
    }

    /// Whether it can open a stretch: what has a margin above it cannot, because margins of two stretches add
    /// up.
    fn can_open(&self) -> bool {
        match self {
            Self::Text(block) => matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::Flush | BlockKind::Continued | BlockKind::Byline
            ),
            Self::Debris(_) => true,
        }
    }
}

impl Stretch {
    /// About how high it is, in CSS pixels of a text set as it is at first.
    pub fn height(&self) -> usize {
        /// Bytes of a line of 38 characters, its height, and the gap below a paragraph.
        const LINE: usize = 38 * 3;
        const HEIGHT: usize = 34;
        const GAP: usize = 12;
        let height = |row: &Row| match row {
            Row::Text(block) => (block.span.len() as usize / LINE + 1) * HEIGHT + GAP,
            Row::Debris(_) => HEIGHT + GAP,
        };
        self.rows.iter().map(height).sum()
    }
}

/// Puts blocks into rows and rows into stretches.
pub(super) fn stretches(blocks: &[Rc<Block>]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for run in blocks.chunk_by(|one, other| is_debris(one) && is_debris(other)) {
        let row = match run {
            [block] if !is_debris(block) => Row::Text(block.clone()),
            run => Row::Debris(run.into()),
        };
        let Some(span) = run.iter().map(|block| block.span).reduce(Span::union) else {
            continue;
        };
        match stretches.last_mut() {
            Some(last) if !row.can_open() || (last.rows.len() < ROWS && last.span.len() < BYTES) => {
                last.span = last.span.union(span);
                last.rows.push(row);
            }
            _ => stretches.push(Stretch {
                is_continued: run.first().is_some_and(|block| block.kind == BlockKind::Continued),
                rows: vec![row],
                span,
            }),
        }
    }
    stretches
}

fn is_debris(block: &Block) -> bool {
    block.kind == BlockKind::Debris
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;
    use crate::web::document::{Shape, layout};

    fn stretched(text: &str) -> Vec<Rc<Stretch>> {
        layout(&Source::new(text), &Shape::of(&[], "")).stretches().to_vec()
    }

    #[test]
    fn every_block_is_in_one_stretch() {
        let text = "各镇要抓紧排查河道，建好台账。\n".repeat(100);
        let source = Source::new(text.as_str());
        let layout = layout(&source, &Shape::of(&[], ""));
        let blocks: Vec<Rc<Block>> = layout
            .stretches()
            .iter()
            .flat_map(|stretch| stretch.rows.iter().flat_map(Row::blocks).cloned())
            .collect();
        assert_eq!(blocks, layout.blocks());
        assert!(layout.stretches().iter().all(|stretch| stretch.rows.len() <= ROWS));
        assert_eq!(layout.stretches().len(), 100_usize.div_ceil(ROWS));
    }

    #[test]
    fn a_line_without_end_is_many_stretches() {
        let stretches = stretched(&"要抓紧排查河道。".repeat(4_000));
        assert!(stretches.len() > 10);
        assert!(!stretches[0].is_continued && stretches[1..].iter().all(|stretch| stretch.is_continued));
        assert!(stretches[0].height() > 20 * 34);
    }
}
