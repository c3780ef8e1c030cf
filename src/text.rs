//! The text as a value: one string, one index, spans and offsets that name their unit.
//!
//! Everything inside the program counts bytes. UTF-16 units exist only where a span meets the
//! DOM, code points only in files. The types keep the three apart; only a [`Source`] converts.

mod line;
mod offset;
mod source;
mod span;

pub use line::{Line, lines};
pub use offset::{ByteOffset, CharOffset, Offset, Utf16Offset};
pub use source::Source;
pub use span::Span;
