//! Archives: written as zips with fixed times, read within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::tape;
use crate::export::{DecodeError, EncodeError, LARGEST_FILE};

/// The most files that an archive may hold.
pub(super) const MOST_FILES: usize = 2_000;

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

    /// Unpacks what was packed into so many bytes.
    pub(super) fn read(&mut self, from: impl Read, packed: u64, into: &mut Vec<u8>) -> Result<(), DecodeError> {
        // The sizes that an archive states are not to be trusted: what comes out is counted.
        let most = SMALL.max(packed.saturating_mul(LARGEST_RATIO)).min(self.bytes as u64);
        let read = from.take(most + 1).read_to_end(into);
        // What was unpacked for nothing counts too, or many such files would take for ever.
        self.bytes = self.bytes.saturating_sub(into.len());
        if into.len() as u64 > most {
            return Err(DecodeError::TooMuch);
        }
        read.map(drop).map_err(super::syntax)
    }
}

/// An archive, read file by file within a budget.
pub(crate) struct Archive<'a> {
    content: Content<'a>,
    /// Place of each file by name.
    places: BTreeMap<String, usize>,
}

enum Content<'a> {
    Zip(ZipArchive<Cursor<&'a [u8]>>),
    /// The bytes of each file.
    Tape(Vec<&'a [u8]>),
}

impl<'a> Archive<'a> {
    /// Reads what an archive says about itself.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        if tape::is_tape(bytes) {
            let (names, places): (Vec<_>, Vec<_>) = tape::files(bytes)?.into_iter().unzip();
            return Ok(Self {
                content: Content::Tape(places.into_iter().map(|place| &bytes[place]).collect()),
                places: names.into_iter().zip(0..).collect(),
            });
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(super::syntax)?;
        if archive.len() > MOST_FILES {
            return Err(DecodeError::TooMuch);
        }
        let mut places = BTreeMap::new();
        for place in 0..archive.len() {
            let entry = archive.by_index_raw(place).map_err(super::syntax)?;
            if !entry.is_dir() {
                places.insert(name_of(entry.name_raw()), place);
            }
        }
        Ok(Self {
            content: Content::Zip(archive),
            places,
        })
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
        match &mut self.content {
            Content::Zip(archive) => {
                let entry = archive.by_index(place).map_err(refusal)?;
                let (packed, mut content) = (entry.compressed_size(), Vec::new());
                budget.read(entry, packed, &mut content)?;
                Ok(Some(content))
            }
            // They are as large as they are in the archive.
            Content::Tape(files) => Ok(files.get(place).map(|bytes| bytes.to_vec())),
        }
    }
}

fn refusal(error: ZipError) -> DecodeError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => DecodeError::Locked,
        error => super::syntax(error),
    }
}

/// Whether some bytes are an archive.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || tape::is_tape(bytes)
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
pub(super) fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned(),
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
