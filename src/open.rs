//! Opening: the bytes of a file, whatever program wrote it, become documents.
//!
//! Texts in any encoding, Word documents, PDFs with text, web pages, Markdown, archives of all these, and
//! every file that a [`Format`](crate::export::Format) can read. One broken file in an archive does not
//! keep the others from being opened. What cannot be opened says why, as data.

#[cfg(feature = "formats")]
mod archive_of_files;
#[cfg(feature = "formats")]
mod encoding;
#[cfg(feature = "formats")]
mod kind;
#[cfg(feature = "formats")]
mod markdown;
#[cfg(feature = "formats")]
mod opening;
#[cfg(feature = "formats")]
mod pdf;
mod problem;
mod together;
#[cfg(feature = "formats")]
mod web_page;
#[cfg(feature = "formats")]
mod word;

#[cfg(feature = "formats")]
pub use opening::{Document, Opened, open, open_as, open_together};
pub use problem::{Problem, Reading};
pub use together::gather;

/// The longest text that becomes a document, in bytes of UTF-8.
pub const LONGEST_TEXT: usize = 20 * 1024 * 1024;

#[cfg(all(test, feature = "formats"))]
mod tests;
