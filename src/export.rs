//! Files: one format, one file in `export/`, with `encode` and, where it makes sense, `decode`.
//!
//! Menus, the command line and the round-trip tests all go through [`Format::ALL`].

pub mod json;
mod json_wire;

use crate::project::Project;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The project's own JSON, version 1.
    Json,
    /// The same, one document a line.
    Ndjson,
}

impl Format {
    /// Every format, in the order of the export menu.
    pub const ALL: [Self; 2] = [Self::Json, Self::Ndjson];

    /// The format's id, as in `--format json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
        }
    }

    /// The format of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// The end of its files' names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Ndjson => "application/x-ndjson",
        }
    }

    /// The file of one document.
    pub fn encode(self, project: &Project) -> Vec<u8> {
        match self {
            Self::Json => json::encode(project),
            Self::Ndjson => json::encode_line(project),
        }
    }

    /// The documents of a file.
    pub fn decode(self, bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
        match self {
            Self::Json => json::decode(bytes).map(|project| vec![project]),
            Self::Ndjson => bytes
                .split(|&byte| byte == b'\n')
                .filter(|line| !line.trim_ascii().is_empty())
                .map(json::decode)
                .collect(),
        }
    }
}

/// Why a file cannot be read. Each names the first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is not of this format at all.
    #[error("not a file of this format: {0}")]
    Syntax(String),
    /// A newer program wrote it.
    #[error("version {0} is newer than this program")]
    Newer(u64),
    /// The text is not the one that the file describes: its hash or length differ.
    #[error("the text was changed after the file was written")]
    TextChanged,
    /// An annotation lies outside the text, or two have one id.
    #[error("annotation {0} does not fit the text")]
    Annotation(String),
    /// An annotation's quote is not what stands at its place.
    #[error("the quote of annotation {0} is not what stands at its place")]
    Quote(String),
    /// A link leads to nothing, or two have one id.
    #[error("link {0} leads to nothing")]
    Link(String),
}
