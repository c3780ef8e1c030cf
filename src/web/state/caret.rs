//! The caret in the text and the link that is being made.

use crate::annotate::{AnnotationId, Name};
use crate::text::{ByteOffset, Span};
use crate::web::command::Motion;

/// The caret, with the other end of the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// The end of the selection that stays.
    pub anchor: ByteOffset,
    /// Where the caret is.
    pub focus: ByteOffset,
    /// A step by lines that only the page can take, because it knows the lines: the motion, and
    /// whether the other end stays.
    pub wish: Option<(Motion, bool)>,
}

impl Caret {
    /// A caret without a selection.
    pub fn at(offset: ByteOffset) -> Self {
        Self {
            anchor: offset,
            focus: offset,
            wish: None,
        }
    }

    /// The selection; `None` if it is empty.
    pub fn selection(self) -> Option<Span> {
        Some(Span::new(self.anchor, self.focus)).filter(|span| !span.is_empty())
    }
}

/// A link that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// The annotation that was current.
    pub one: AnnotationId,
    /// The other end, as far as it is chosen.
    pub other: Option<AnnotationId>,
    /// The type, as far as it is chosen.
    pub kind: Option<Name>,
}
