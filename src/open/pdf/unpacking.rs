//! Unpacks the streams of a PDF within limits. The parser itself has none.

use std::io::{Read, copy, sink};

use flate2::read::DeflateDecoder;
use hayro_syntax::object::Stream;
use hayro_syntax::page::Page;

use crate::export::Budget;
use crate::open::Problem;

/// What unpacking costs at least: small streams, too, may be unpacked a million times.
const LEAST: usize = 256;

/// One byte that is packed in a way becomes so many at most.
const LARGEST_RATIO: usize = 1_400;

/// What a stream holds; nothing where that is no text, or packed more than once.
pub(super) fn content(stream: &Stream<'_>, budget: &mut Budget) -> Result<Option<Vec<u8>>, Problem> {
    use hayro_syntax::Filter;
    let filters = stream.filters();
    let expands = |filter: &&Filter| {
        matches!(
            filter,
            Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode
        )
    };
    let data = stream.raw_data();
    budget.spend(LEAST)?;
    let length = match (filters.as_slice(), filters.iter().filter(expands).count()) {
        ([Filter::FlateDecode], _) => unpacked_length(&data, budget.left() as u64 + 1) as usize,
        (_, 0) => data.len(),
        (_, 1) => data.len().saturating_mul(LARGEST_RATIO),
        _ => return Ok(None),
    };
    if length > budget.left() {
        return Err(Problem::TooMuch);
    }
    let Ok(content) = stream.decoded_data() else {
        return Ok(None);
    };
    budget.spend(content.len())?;
    Ok(Some(content.into_owned()))
}

/// What is written on a page.
pub(super) fn page(page: &Page<'_>, budget: &mut Budget) -> Result<Vec<u8>, Problem> {
    use hayro_syntax::object::Array;
    if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
        return Ok(content(&stream, budget)?.unwrap_or_default());
    }
    let mut whole = Vec::new();
    for stream in page
        .raw()
        .get::<Array<'_>>("Contents")
        .iter()
        .flat_map(|parts| parts.iter::<Stream<'_>>())
    {
        whole.extend(content(&stream, budget)?.unwrap_or_default());
        whole.push(b'\n');
    }
    Ok(whole)
}

/// How many bytes come out of a stream that was packed by deflate, counted to little more than `most`.
fn unpacked_length(data: &[u8], most: u64) -> u64 {
    let packed = match data {
        // The head of zlib, as the parser knows it.
        [method, flags, packed @ ..]
            if method & 15 == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0 && flags & 32 == 0 =>
        {
            packed
        }
        _ => data,
    };
    let mut unpacked = DeflateDecoder::new(packed).take(most + 1);
    // What breaks off has been unpacked that far.
    let _ = copy(&mut unpacked, &mut sink());
    most + 1 - unpacked.limit()
}
