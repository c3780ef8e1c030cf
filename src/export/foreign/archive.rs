//! Archives: written with fixed times, read within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

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
pub(super) fn pack(files: &[(&str, &[u8])]) -> Result<Vec<u8>, EncodeError> {
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

/// The files of an archive by name.
pub(super) fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, DecodeError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(super::syntax)?;
    if archive.len() > MOST_FILES {
        return Err(DecodeError::TooLarge);
    }
    let mut left = LARGEST_FILE;
    let mut files = BTreeMap::new();
    for position in 0..archive.len() {
        let entry = archive.by_index(position).map_err(super::syntax)?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_err(super::syntax)?.into_owned();
        let packed = entry.compressed_size();
        // The sizes that an archive states are not to be trusted: what comes out is counted.
        let most = (left as u64).min(SMALL.max(packed.saturating_mul(LARGEST_RATIO)));
        let mut content = Vec::new();
        entry.take(most + 1).read_to_end(&mut content).map_err(super::syntax)?;
        if content.len() as u64 > most {
            return Err(DecodeError::TooLarge);
        }
        left -= content.len();
        files.insert(name, content);
    }
    Ok(files)
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
        assert_eq!(unpack(&pack(&[("zeros", &zeros)]).unwrap()), Err(DecodeError::TooLarge));
        let half = vec![b'a'; 900 * 1024];
        let names: Vec<String> = (0..100).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &*half)).collect();
        assert_eq!(unpack(&pack(&many).unwrap()), Err(DecodeError::TooLarge));
        assert!(matches!(unpack(b"PK"), Err(DecodeError::Syntax(_))));
    }
}
