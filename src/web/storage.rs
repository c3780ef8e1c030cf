//! Documents in this browser's IndexedDB. One transaction per gesture; a write is done when its
//! transaction is.
//!
//! Four stores: `documents` (the lines of the list, by id), `texts` (by id), `snapshots` (by id) and
//! `journal` (by `[id, number]`). A document is its text, its snapshot and the steps after it.

pub mod backup;
mod database;
mod record;

pub use database::{Storage, StorageError};
pub use record::{DocumentId, Entry, Millis, Step, Write};
