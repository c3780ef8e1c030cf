//! Messages between the page and the worker for files. That worker has no dictionary and no state: each
//! job gets one answer, in the order of the jobs. Documents travel as lines of the project's own JSON.

use serde::{Deserialize, Serialize};

use crate::open::Problem;

/// What the page asks of the worker for files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileJob {
    /// Open a file.
    Open(OpenJob),
    /// Write a file.
    Export(ExportJob),
}

/// A file to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenJob {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Files that belong to it, with their names.
    pub beside: Vec<(String, Vec<u8>)>,
    /// The encoding that the person has chosen, by its name in the Encoding Standard.
    pub encoding: Option<String>,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportJob {
    /// The format's id.
    pub format: String,
    /// Whether suggestions that nobody has decided go along.
    pub suggestions: bool,
    /// The documents, each a line of the project's own JSON.
    pub documents: Vec<Vec<u8>>,
    /// The name of the file where there are many, without an extension.
    pub together: String,
}

/// What the worker for files answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileAnswer {
    /// The worker is there.
    Hello {
        /// Its protocol version.
        version: u32,
    },
    /// What a file held.
    Opened {
        /// Its documents.
        documents: Vec<OpenedDocument>,
        /// What in it could not be opened, with the name of the file or of the part of an archive.
        problems: Vec<(String, Problem)>,
    },
    /// A file to hand over.
    Exported {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// The file cannot be written.
    Failed {
        /// Why, for a developer.
        reason: String,
    },
}

/// A document of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenedDocument {
    /// A text to find suggestions in.
    Text(String),
    /// A document with its annotations, as a line of the project's own JSON.
    Annotated(Vec<u8>),
}
