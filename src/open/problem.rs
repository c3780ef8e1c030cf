//! Why a file cannot be opened, as data: the page and the command line put it into words.

use serde::{Deserialize, Serialize};

use crate::export::DecodeError;

/// One way to read a file whose encoding is not clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding, by its name in the Encoding Standard.
    pub encoding: String,
    /// How the file would begin.
    pub sample: String,
}

/// Why a file, or a part of an archive, cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Problem {
    /// There is no word in it.
    #[error("holds no text")]
    Empty,
    /// It is of a kind that is not text: a picture, a sound, a program.
    #[error("not a text file")]
    Binary,
    /// It reads as text in several encodings, none of which is clearly right; the likeliest first.
    #[error("its encoding is not clear (likeliest: {})", .0.first().map_or("none", |one| &one.encoding))]
    Encoding(Vec<Reading>),
    /// Its text is longer than a document may be.
    #[error("longer than 20 MB")]
    TooLong,
    /// It is larger than a file may be.
    #[error("larger than 64 MB")]
    TooLarge,
    /// It unpacks to too much, has too many files or pages, or shrinks as no writing does.
    #[error("unpacks to too much: more than 64 MB, 2,000 files or 10,000 pages, or hundreds of times its size")]
    TooMuch,
    /// Archives inside archives inside archives.
    #[error("archives are nested too deep")]
    TooDeep,
    /// A file of an office program that is not read; saved as .docx or .txt it would be.
    #[error("this kind of office file is not read; save it as .docx or .txt")]
    OtherOffice,
    /// A PDF whose pages are pictures, or whose letters nothing tells.
    #[error("a PDF without text: its pages are pictures, or do not tell their letters; recognise the text (OCR) first")]
    NoLetters,
    /// A PDF that is protected, be it against copying alone.
    #[error("a protected PDF; print it into a new PDF and open that")]
    ProtectedPdf,
    /// It is locked with a password.
    #[error("locked with a password")]
    Locked,
    /// A newer version of this program wrote it.
    #[error("written by a newer version of this program")]
    Newer,
    /// A file of annotations without the text that they are about.
    #[error("holds annotations without their text")]
    NoText,
    /// The program that reads such files did not start, or stopped.
    #[error("the program that reads such files does not run")]
    NoReader,
    /// It is not what it should be; the reason is for a developer.
    #[error("damaged: {0}")]
    Damaged(String),
}

impl From<DecodeError> for Problem {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::TooLarge => Self::TooLarge,
            DecodeError::TooMuch => Self::TooMuch,
            DecodeError::Newer(_) => Self::Newer,
            DecodeError::Locked => Self::Locked,
            DecodeError::NoText => Self::NoText,
            error => Self::Damaged(error.to_string()),
        }
    }
}
