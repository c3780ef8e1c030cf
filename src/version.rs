//! Two versions of one text: aligned by sentence, annotations carried from one to the other, what one
//! withholds filled from the other.
//!
//! Texts are compared by their [letters](crate::extract::clean::letters): traditional characters, the
//! width of marks and blanks make no difference. Nothing is taken for certain that a repeated sentence
//! could make wrong; what is not certain is given to the reader as a [`Review`](crate::annotate::Review).

mod alignment;
mod carry;
mod difference;
mod filling;
mod fresh;
mod letters;
mod likeness;
mod place;
mod quote;
mod row;
mod sure;

pub use alignment::Alignment;
pub use carry::{Carried, carry};
pub use filling::{Filling, fillings};
pub use fresh::{Fresh, fresh};
pub use row::{Piece, Row, RowKind, wording};
