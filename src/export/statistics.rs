//! What can be counted in a document, and charts of it. Pure: a chart is a list of shapes.

mod canvas;
mod charts;
mod count;

pub use canvas::{Area, Drawing, Shape, Tone, to_svg};
pub use charts::{MOST_UNITS, Size, deadlines, instruments, labels_by_section, terms, units_by_section, with_legend};
pub use count::{Cell, Counts, Month, Table, Term, count};
