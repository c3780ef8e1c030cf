//! Finding: words in the text and in the annotations, and which annotations are shown. Pure.

mod filter;
mod initials;
mod picked;
mod search;

pub use filter::{Filter, Source};
pub use picked::Picked;
pub use search::{BadPattern, Found, Mode, Search, SearchEdit, found};
