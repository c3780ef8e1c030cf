//! 举要 (Juyao) turns a Chinese work speech into what people need from it: who must do what by when.
//!
//! Data flows one way, and a module may use only what stands to its left:
//!
//! ```text
//! text ──► extract ─┐
//!    └───► annotate ┴─► project ─┬─► export ─► open ─► protocol ─► engine ─┐
//!                                └─► version ──────────────────────────────┴─► web (Yew), bin/{app,worker,files,juyao}
//! ```
//!
//! - [`text`]: the text as a value, offsets and spans that name their unit.
//! - [`extract`]: text → clean → outline → clauses → mentions → statements → frames. Functions over
//!   data; never fails, never panics, linear in the input, no clock and no I/O.
//! - [`annotate`]: annotations, tag sets, links, and changes with their inverse.
//! - [`project`]: a document with its annotations and decisions; what is saved and exported.
//! - [`version`]: two versions of a text: aligned by sentence, annotations carried from one to the other.
//! - [`export`]: one format, one file.
//! - [`open`]: the bytes of any file that people have speeches in → documents.
//! - [`protocol`] and [`engine`]: requests in, progress and exactly one ending out; the same in the
//!   worker, the command line and the tests.
//! - `web`: the page. The only part that knows a browser.
//! - `bin/{dictionary,train}`: make the three data files of the extraction that no hand writes.
//!
//! The walls are features. The default build contains no browser crate; the page's build
//! (`web`) contains no dictionary; the worker's build (`worker`) gets the dictionary as bytes.

pub mod text;

pub mod extract;

pub mod annotate;

pub mod project;

pub mod version;

pub mod export;

pub mod open;

pub mod protocol;

pub mod engine;

#[cfg(feature = "web")]
pub mod web;
