//! Archives: written with fixed times, read within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::export::{DecodeError, EncodeError, LARGEST_FILE};

/// The most files that an archive may hold.
const MOST_FILES: usize = 2_000;

/// No file of text or XML that people wrote shrinks to less than one part in so many.
const LARGEST_RATIO: u64 = 400;

/// Files up to this size may shrink as they like.
const SMALL: u64 = 1024 * 1024;

/// An archive of files with their names, in the given order.
pub(crate) fn pack(files: &[(&str, &[u8])]) -> Result<Vec<u8>, EncodeError> {
    let limit = |error: &dyn std::fmt::Display| EncodeError::Limit(error.to_string());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, options).map_err(|error| limit(&error))?;
        writer.write_all(bytes).map_err(|error| limit(&error))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|error| limit(&error))
}

/// What may still be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    bytes: usize,
    files: usize,
}

impl Budget {
    /// What one file may unpack to.
    pub(crate) fn new() -> Self {
        Self {
            bytes: LARGEST_FILE,
            files: MOST_FILES,
        }
    }

    /// The bytes that may still come out.
    pub(crate) fn left(&self) -> usize {
        self.bytes
    }

    /// Counts bytes that came out.
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), DecodeError> {
        let left = self.bytes.checked_sub(bytes);
        self.bytes = left.unwrap_or_default();
        left.map(drop).ok_or(DecodeError::TooMuch)
    }
}

/// An archive, read file by file within a budget.
pub(crate) struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Place of each file by name.
    places: BTreeMap<String, usize>,
}

impl<'a> Archive<'a> {
    /// Reads what an archive says about itself.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(super::syntax)?;
        if archive.len() > MOST_FILES {
            return Err(DecodeError::TooMuch);
        }
        let mut places = BTreeMap::new();
        for place in 0..archive.len() {
            let entry = archive.by_index_raw(place).map_err(super::syntax)?;
            if !entry.is_dir() {
                places.insert(name_of(&entry)?, place);
            }
        }
        Ok(Self { archive, places })
    }

    /// The names of its files, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        self.places.keys().cloned().collect()
    }

    /// A file of it; nothing where there is none of the name.
    pub(crate) fn read(&mut self, name: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, DecodeError> {
        let Some(&place) = self.places.get(name) else {
            return Ok(None);
        };
        if budget.files == 0 {
            return Err(DecodeError::TooMuch);
        }
        budget.files -= 1;
        let entry = self.archive.by_index(place).map_err(refusal)?;
        // The sizes that an archive states are not to be trusted: what comes out is counted.
        let most = SMALL.max(entry.compressed_size().saturating_mul(LARGEST_RATIO));
        let most = most.min(budget.bytes as u64);
        let mut content = Vec::new();
        entry.take(most + 1).read_to_end(&mut content).map_err(super::syntax)?;
        if content.len() as u64 > most {
            // What was unpacked for nothing counts too, or many such files would take for ever.
            budget.bytes = budget.bytes.saturating_sub(content.len());
            return Err(DecodeError::TooMuch);
        }
        budget.bytes -= content.len();
        Ok(Some(content))
    }
}

fn refusal(error: ZipError) -> DecodeError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => DecodeError::Locked,
        error => super::syntax(error),
    }
}

/// The names of an archive's files.
pub(crate) fn names(bytes: &[u8]) -> Result<Vec<String>, DecodeError> {
    Archive::open(bytes).map(|archive| archive.names())
}

/// The files of an archive by name.
pub(super) fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, DecodeError> {
    let (mut archive, mut budget) = (Archive::open(bytes)?, Budget::new());
    let mut files = BTreeMap::new();
    for name in archive.names() {
        if let Some(content) = archive.read(&name, &mut budget)? {
            files.insert(name, content);
        }
    }
    Ok(files)
}

/// A name; those that are not UTF-8 were written by Chinese Windows, or by who knows whom.
fn name_of(entry: &ZipFile<'_, Cursor<&[u8]>>) -> Result<String, DecodeError> {
    let raw = entry.name_raw();
    match std::str::from_utf8(raw) {
        Ok(name) => Ok(name.to_owned()),
        Err(_) => Ok(encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out() {
        let files: [(&str, &[u8]); 2] = [("文件.txt", "内容".as_bytes()), ("a/b", b"")];
        let bytes = pack(&files).unwrap();
        assert_eq!(pack(&files).unwrap(), bytes);
        let read = unpack(&bytes).unwrap();
        assert_eq!(read["文件.txt"], "内容".as_bytes());
        assert_eq!(read["a/b"], b"");
    }

    #[test]
    fn a_bomb_is_refused() {
        let zeros = vec![0; 8 * 1024 * 1024];
        assert_eq!(unpack(&pack(&[("zeros", &zeros)]).unwrap()), Err(DecodeError::TooMuch));
        let half = vec![b'a'; 900 * 1024];
        let names: Vec<String> = (0..100).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &*half)).collect();
        assert_eq!(unpack(&pack(&many).unwrap()), Err(DecodeError::TooMuch));
        assert!(matches!(unpack(b"PK"), Err(DecodeError::Syntax(_))));
    }
}
