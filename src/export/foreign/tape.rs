//! Archives as tar makes them, and files as gzip packs them: what brat downloads its collections as.

use std::io::Cursor;
use std::ops::Range;

use flate2::read::MultiGzDecoder;

use super::archive::{Budget, MOST_FILES, name_of};
use super::syntax;
use crate::export::DecodeError;

/// What an archive of tar's is made of, in bytes.
const BLOCK: usize = 512;

/// Whether gzip packed some bytes.
pub(crate) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

/// Whether some bytes are an archive of tar's: its first block holds the sum of its own bytes.
pub(super) fn is_tape(bytes: &[u8]) -> bool {
    bytes.first_chunk::<BLOCK>().is_some_and(|block| {
        let header = tar::Header::from_byte_slice(block);
        let sum: u32 = block
            .iter()
            .enumerate()
            // The sum itself counts as blanks.
            .map(|(at, &byte)| u32::from(if (148..156).contains(&at) { b' ' } else { byte }))
            .sum();
        header.cksum().is_ok_and(|stated| stated == sum)
    })
}

/// What gzip packed, within a budget.
pub(crate) fn gunzip(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, DecodeError> {
    let mut content = Vec::new();
    budget.read(MultiGzDecoder::new(bytes), bytes.len() as u64, &mut content)?;
    Ok(content)
}

/// The names of the files of an archive, and where in it each lies. Links, devices and files with holes
/// are passed over: they hold no bytes of their own, or more than are there.
pub(super) fn files(bytes: &[u8]) -> Result<Vec<(String, Range<usize>)>, DecodeError> {
    let mut archive = tar::Archive::new(Cursor::new(bytes));
    let mut files = Vec::new();
    for (count, entry) in archive.entries_with_seek().map_err(syntax)?.enumerate() {
        let entry = entry.map_err(syntax)?;
        if count >= MOST_FILES {
            return Err(DecodeError::TooMuch);
        }
        if entry.header().entry_type().is_file() {
            let start = usize::try_from(entry.raw_file_position()).map_err(syntax)?;
            let size = usize::try_from(entry.size()).map_err(syntax)?;
            let range = start.checked_add(size).map(|end| start..end);
            // Blocks are filled up to their end.
            let range = range.filter(|range| range.end.next_multiple_of(BLOCK) <= bytes.len());
            let range = range.ok_or_else(|| DecodeError::Syntax("an archive that ends too early".to_owned()))?;
            let name = name_of(&entry.path_bytes());
            files.push((name.strip_prefix("./").unwrap_or(&name).to_owned(), range));
        }
    }
    Ok(files)
}
