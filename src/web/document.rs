//! The document as the page shows it: blocks, bands to paint, sections. Pure; no browser in here.

mod band;
mod bulk;
mod index;
mod ladder;
mod layout;
mod section;
mod stretch;
mod tally;
mod verdicts;

pub use band::{Band, Piece, bands};
pub use bulk::{Scope, pending};
pub use index::{Counted, Index};
pub use ladder::{Ladder, Rung, Words};
pub use layout::{Block, BlockKind, Layout, Part, PartStyle, Shape, layout};
pub use section::{Heading, Section, headings, section_at, sections};
pub use stretch::{BUNDLE, Row, Stretch};
pub use tally::{Tally, is_counted, tally};
pub use verdicts::{Verdict, Verdicts, follow, verdicts};
