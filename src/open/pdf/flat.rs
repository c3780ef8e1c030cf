//! Takes the objects of a PDF out of the streams that they are packed into. The parser would unpack those on
//! its own and without limits; in a flat file there is nothing that it could unpack.

use std::ops::Range;

use hayro_syntax::object::{Dict, FromBytes, Stream};

use super::unpacking;
use crate::export::Budget;
use crate::open::Problem;

/// What leads the parser to packed tables of objects. Without it, it looks through the file for them.
const TABLE: &[u8] = b"startxref";

/// The type of a stream of objects.
const PACKED: &[u8] = b"ObjStm";

/// What stands before a stream of objects is at most so many bytes long.
const LONGEST_HEAD: usize = 4096;

/// How many times as long as the file all that is looked at may be; and what a small file may have at least.
const MOST_LOOKS: usize = 4;
const LEAST_LOOKS: usize = 16 * 1024 * 1024;

/// The same file with all objects in the open. Of two objects of one number the later one holds, as before.
pub(super) fn flat(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Problem> {
    let (mut flat, mut copied) = (Vec::with_capacity(bytes.len()), 0);
    let mut looks = (bytes.len() * MOST_LOOKS).max(LEAST_LOOKS);
    let last = bytes.windows(9).rposition(|word| word == b"endstream").unwrap_or(0);
    for name in names(&bytes[..last], PACKED) {
        let found = stream_around(bytes, name.start, copied);
        // Streams without an end of their own go on to that of the next, all of them.
        let length = found.as_ref().map_or(0, |(_, stream)| stream.raw_data().len());
        looks = looks.checked_sub(LONGEST_HEAD + length).ok_or(Problem::TooMuch)?;
        let Some((start, stream)) = found else { continue };
        flat.extend_from_slice(&bytes[copied..start]);
        copied = start;
        if let Some(content) = unpacking::content(&stream, budget)? {
            write(&stream, &content, &mut flat, budget)?;
        }
    }
    flat.extend_from_slice(&bytes[copied..]);
    hide(&mut flat);
    Ok(flat)
}

/// The object around a place, if it is a stream, and where it begins; none before `from`.
fn stream_around(bytes: &[u8], at: usize, from: usize) -> Option<(usize, Stream<'_>)> {
    let from = from.max(at.saturating_sub(LONGEST_HEAD));
    let word = from + bytes[from..at].windows(3).rposition(|word| word == b"obj")?;
    let open = word + bytes[word..at].windows(2).position(|open| open == b"<<")?;
    let head = bytes.get(open..bytes.len().min(open + LONGEST_HEAD))?;
    let stream = Dict::from_bytes(head).and_then(|_| Stream::from_bytes(&bytes[open..]))?;
    let mut start = word;
    for _ in ["generation", "number"] {
        start = bytes[..start].trim_ascii_end().len();
        let digits = bytes[..start].iter().rev().take_while(|byte| byte.is_ascii_digit());
        start -= digits.count();
    }
    (start >= from).then_some((start, stream))
}

/// Writes the objects of a stream one by one.
fn write(stream: &Stream<'_>, content: &[u8], flat: &mut Vec<u8>, budget: &mut Budget) -> Result<(), Problem> {
    let number = |key: &str| {
        let number = stream.dict().get::<i32>(key)?;
        usize::try_from(number).ok()
    };
    let (Some(count), Some(first)) = (number("N"), number("First")) else {
        return Ok(());
    };
    let head = content.get(..first).unwrap_or_default();
    let numbers: Vec<usize> = head
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
        .take(count.saturating_mul(2))
        .map_while(|word| std::str::from_utf8(word).ok()?.parse().ok())
        .collect();
    let (pairs, _) = numbers.as_chunks::<2>();
    for (index, &[id, offset]) in pairs.iter().enumerate() {
        let end = pairs.get(index + 1).map_or(usize::MAX, |[_, next]| *next);
        let range = first.saturating_add(offset)..first.saturating_add(end).min(content.len());
        // Objects that overlap are no objects: each would be as long as all of them.
        let Some(object) = content.get(range).filter(|object| !object.is_empty()) else {
            continue;
        };
        let before = flat.len();
        flat.extend_from_slice(format!("\n{id} 0 obj\n").as_bytes());
        flat.extend_from_slice(object);
        flat.extend_from_slice(b"\nendobj\n");
        budget.spend(flat.len() - before)?;
    }
    Ok(())
}

/// Makes unreadable what would have the parser unpack something on its own.
fn hide(flat: &mut [u8]) {
    let packed: Vec<Range<usize>> = names(flat, PACKED).collect();
    let mut at = 0;
    let mut tables = Vec::new();
    while let Some(found) = flat[at..].windows(TABLE.len()).position(|word| word == TABLE) {
        tables.push(at + found..at + found + TABLE.len());
        at += found + TABLE.len();
    }
    for range in packed.into_iter().chain(tables) {
        flat[range].fill(b'x');
    }
}

/// Where a name stands, without the slash, each of its letters as itself or as `#` and two digits.
fn names<'a>(bytes: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    slashes.filter_map(move |(slash, _)| {
        let mut at = slash + 1;
        for letter in name {
            at += match bytes.get(at..)? {
                [first, ..] if first == letter => 1,
                [b'#', high, low, ..] if code(*high, *low) == Some(*letter) => 3,
                _ => return None,
            };
        }
        Some(slash + 1..at)
    })
}

/// The byte that two hexadecimal digits mean.
fn code(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
