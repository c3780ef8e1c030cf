//! Messages between the page and the worker, and their bytes.
//!
//! Each extraction gets any number of `Progress` and `Preview`, then exactly one `Done` or `Failed`,
//! all with its id; a question about words gets exactly one `Words`. The dictionary travels beside these messages as a plain buffer.

mod file;

use serde::{Deserialize, Serialize};

pub use file::{ExportJob, FileAnswer, FileJob, OpenJob, OpenedDocument};

use crate::extract::Directive;
pub use crate::open::LONGEST_TEXT;
use crate::project::Suggestions;

/// Both sides must speak the same version: the worker says its own first.
pub const PROTOCOL_VERSION: u32 = 3;

/// Names a request; chosen by the page, never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Extract everything from a text. Waits for the dictionary.
    Extract {
        /// The request.
        id: RequestId,
        /// The text exactly as it came.
        text: String,
    },
    /// Tell where the words of a text end, and its orders. Waits for the dictionary.
    Words {
        /// The request.
        id: RequestId,
        /// The text exactly as it came.
        text: String,
    },
    /// The dictionary cannot be had: do without, now and from now on.
    WithoutDictionary,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The worker is there.
    Hello {
        /// Its protocol version.
        version: u32,
    },
    /// The dictionary has been read.
    DictionaryReady,
    /// The dictionary could not be read; extraction goes on without.
    DictionaryFailed {
        /// What was wrong with it, for a developer.
        reason: String,
    },
    /// A step has begun.
    Progress {
        /// The request.
        id: RequestId,
        /// Steps done.
        done: u8,
        /// Steps in all.
        total: u8,
    },
    /// What can be told without the dictionary, while that is on its way. Its ids are not those of
    /// the final result.
    Preview {
        /// The request.
        id: RequestId,
        /// What is suggested so far.
        suggestions: Suggestions,
    },
    /// Where words end, and what orders: the answer to `Words`, and the only one.
    Words {
        /// The request.
        id: RequestId,
        /// The bytes of each word, in the order of the text, without gaps; none where the dictionary
        /// is missing.
        lengths: Vec<u32>,
        /// The orders of the text, in its order.
        orders: Vec<Directive>,
    },
    /// The request is done.
    Done {
        /// The request.
        id: RequestId,
        /// Everything suggested.
        suggestions: Suggestions,
        /// False where the dictionary was missing.
        complete: bool,
    },
    /// The request cannot be done.
    Failed {
        /// The request.
        id: RequestId,
        /// Why.
        failure: Failure,
    },
}

/// Why a request cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// The text has more bytes than the program takes.
    #[error("longer than 20 MB")]
    TooLong,
}

/// Bytes that are not a message: the two sides are of different builds, or the transport is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a message of this version")]
pub struct Garbled;

/// The bytes of a message.
pub fn encode<M: Serialize>(message: &M) -> Vec<u8> {
    // Writing to memory fails only for types that postcard cannot hold, and ours are plain data.
    postcard::to_stdvec(message).unwrap_or_default()
}

/// The message of some bytes.
pub fn decode<'a, M: Deserialize<'a>>(bytes: &'a [u8]) -> Result<M, Garbled> {
    postcard::from_bytes(bytes).map_err(|_| Garbled)
}
