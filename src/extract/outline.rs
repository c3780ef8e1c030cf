//! The outline: headings with their levels, and the date line.

mod marker;

use super::clean::{CleanOffset, Cleaned};
use super::date::Date;
use super::extraction::Heading;
pub(super) use marker::{Style, marker};

/// The headings of a text, and what stands around the title.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// In order, never overlapping.
    pub headings: Vec<Heading<CleanOffset>>,
    /// The day on which the speech was given, as the line under the title states it.
    pub date: Option<Date>,
}

/// Finds the outline.
pub fn outline(_cleaned: &Cleaned) -> Outline {
    Outline::default()
}
