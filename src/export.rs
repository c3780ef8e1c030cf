//! Files: one format, one file in `export/`, with `encode` and, where it makes sense, `decode`.
//!
//! Menus, the command line and the round-trip tests all go through [`Format::ALL`]. The project's own
//! JSON is always here; the other formats need the feature `formats`, which the page leaves out: it
//! asks the worker for them. What is known *about* a format ([`Format::about`]) is always here.

mod about;
#[cfg(feature = "formats")]
mod bundle;
mod file_name;
pub mod json;
mod json_frame;
mod json_indent;
mod json_review;
mod json_wire;
mod json_writer;
mod loss;
#[cfg(feature = "charts")]
pub mod statistics;
pub mod task_table;

#[cfg(feature = "formats")]
mod foreign;

pub use about::{About, Menu, OffsetUnit};
#[cfg(feature = "formats")]
pub use bundle::{ExportedFile, export};
pub use file_name::file_name;
#[cfg(feature = "formats")]
pub(crate) use foreign::{Archive, BRAT_ABOUT, Budget, archive_names, gunzip, is_archive, is_gzip, pack, parse_xml};
pub use loss::Loss;

use crate::project::Project;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The project's own JSON, version 1.
    Json,
    /// The same, one document a line.
    Ndjson,
    /// The task table as an Excel workbook.
    TaskXlsx,
    /// The task table as a Word document.
    TaskDocx,
    /// The task table as comma-separated values.
    TaskCsv,
    /// The task table as Markdown.
    TaskMarkdown,
    /// A report to print, as an HTML page.
    Report,
    /// All annotations as comma-separated values.
    Csv,
    /// All annotations as tab-separated values.
    Tsv,
    /// W3C Web Annotations in JSON-LD.
    WebAnnotation,
    /// Lines of JSON as doccano imports and exports them.
    Doccano,
    /// Label Studio tasks.
    LabelStudio,
    /// The labelling interface that Label Studio needs for these tasks.
    LabelStudioConfig,
    /// brat stand-off files in an archive.
    Brat,
    /// Lines of JSON for spaCy and Prodigy.
    Prodigy,
    /// A character a line with BIO tags.
    ConllBio,
    /// A character a line with BIOES tags.
    ConllBioes,
    /// UIMA CAS JSON 0.4.
    CasJson,
    /// UIMA CAS XMI with its type system, in an archive.
    CasXmi,
    /// WebAnno TSV 3.3.
    WebannoTsv,
    /// TEI P5 with stand-off annotations.
    Tei,
    /// A REFI-QDA project.
    QdaProject,
}

impl Format {
    /// Every format, in the order of the export menu.
    pub const ALL: [Self; 22] = [
        Self::TaskXlsx,
        Self::TaskDocx,
        Self::TaskCsv,
        Self::TaskMarkdown,
        Self::Json,
        Self::Ndjson,
        Self::Report,
        Self::Csv,
        Self::Tsv,
        Self::WebAnnotation,
        Self::Doccano,
        Self::LabelStudio,
        Self::LabelStudioConfig,
        Self::Brat,
        Self::Prodigy,
        Self::ConllBio,
        Self::ConllBioes,
        Self::CasJson,
        Self::CasXmi,
        Self::WebannoTsv,
        Self::Tei,
        Self::QdaProject,
    ];

    /// The format's id, as in `--format json`.
    pub fn id(self) -> &'static str {
        self.about().id
    }

    /// The format of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// The end of its files' names, without the dot.
    pub fn extension(self) -> &'static str {
        self.about().extension
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        self.about().media_type
    }

    /// What its files do not hold.
    pub fn losses(self) -> &'static [Loss] {
        self.about().losses
    }

    /// Whether its files hold one document a line, so that files can be joined and split.
    pub fn is_a_document_a_line(self) -> bool {
        matches!(self, Self::Ndjson | Self::Doccano | Self::Prodigy)
    }

    /// Whether its files are a JSON list of documents, each with a number.
    pub fn is_a_list_of_documents(self) -> bool {
        self == Self::LabelStudio
    }

    /// Whether this build of the program writes and reads the format.
    pub fn is_here(self) -> bool {
        cfg!(feature = "formats") || matches!(self, Self::Json | Self::Ndjson)
    }

    /// The file of one document. Equal projects give equal bytes.
    pub fn encode(self, project: &Project, options: Options) -> Result<Vec<u8>, EncodeError> {
        match self {
            Self::Json => Ok(json::encode(project)),
            Self::Ndjson => Ok(json::encode_line(project)),
            #[cfg(feature = "formats")]
            _ => foreign::encode(self, project, options),
            #[cfg(not(feature = "formats"))]
            _ => {
                let Options { suggestions: _ } = options;
                Err(EncodeError::NotHere)
            }
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
            #[cfg(feature = "formats")]
            _ => foreign::decode(self, bytes),
            #[cfg(not(feature = "formats"))]
            _ => Err(DecodeError::NotHere),
        }
    }
}

/// The largest file of another program that is read, and the most that an archive may unpack to, in
/// bytes.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// What goes into a file. The project's own JSON always holds everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Take along what nobody has decided yet; without it, only what was accepted.
    pub suggestions: bool,
}

/// Why a file cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// This build of the program does not contain the format.
    #[error("this part of the program does not write the format")]
    NotHere,
    /// The file would break a limit of its format.
    #[error("the file cannot be written: {0}")]
    Limit(String),
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
    /// The file is larger than [`LARGEST_FILE`].
    #[error("larger than 64 MB")]
    TooLarge,
    /// What the file unpacks to is larger than that, or than a file of its size can hold, or has too many parts.
    #[error("unpacks to too much")]
    TooMuch,
    /// It is locked with a password.
    #[error("locked with a password")]
    Locked,
    /// The file holds no text to annotate.
    #[error("the file does not contain the text")]
    NoText,
    /// This build of the program cannot read the format, or nothing can be read from it.
    #[error("files of this format are not read")]
    NotHere,
}
