//! PDF: the text of its pages, line by line as on paper.
//!
//! A PDF says where each letter stands, not what a line or a paragraph is. Lines are made of the places;
//! what begins a paragraph is shown by two wide blanks, as people set it in text files. Cells of a table
//! stand in one line with tabs between them. Page numbers and headers are left out where the file marks
//! them as such. Pictures are not looked at: a page that was scanned has no text.
//!
//! The objects are found and read by hayro-syntax, which unpacks what it is told to: what that comes to is
//! counted before it does, and what it would unpack unasked is taken apart before it sees the file. Letters are
//! not drawn, so that their fonts, colours and pictures are not needed.

mod column;
mod content;
mod flat;
mod font;
mod line;
mod marked;
mod matrix;
mod radical;
mod unpacking;

use std::collections::BTreeMap;

use hayro_syntax::{LoadPdfError, Pdf};

use super::{LONGEST_TEXT, Problem};
use crate::export::Budget;
use content::Fonts;
use line::Line;

/// The most pages.
const MOST_PAGES: usize = 10_000;

/// The text of a PDF.
pub(super) fn text(bytes: &[u8], budget: &mut Budget) -> Result<String, Problem> {
    if bytes.windows(8).any(|name| name == b"/Encrypt") {
        return Err(Problem::ProtectedPdf);
    }
    let pdf = match Pdf::new(flat::flat(bytes, budget)?) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return Err(Problem::ProtectedPdf),
        Err(LoadPdfError::Invalid) => return Err(Problem::Damaged("not a PDF that can be read".to_owned())),
    };
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Problem::Damaged("no pages".to_owned()));
    }
    if pages.len() > MOST_PAGES {
        return Err(Problem::TooMuch);
    }
    let (mut fonts, mut text) = (Fonts::new(), String::new());
    let mut last = None;
    for page in pages.iter() {
        let (letters, glyphs) = content::glyphs(page, &mut fonts, budget)?;
        write(&line::lines(&letters, &glyphs), &mut last, &mut text);
        if text.len() > LONGEST_TEXT {
            return Err(Problem::TooLong);
        }
    }
    if text.is_empty() || content::is_unreadable(&text) {
        return Err(Problem::NoLetters);
    }
    Ok(text)
}

/// A line that begins so far from the others, in heights of its letters, is set off from them.
const INDENT: f32 = 1.2;

/// Writes the lines of a page. `last` is where lines began on the page before.
fn write(lines: &[Line], last: &mut Option<f32>, text: &mut String) {
    let mut columns: BTreeMap<(u8, u8), Vec<&Line>> = BTreeMap::new();
    for line in lines {
        columns.entry(line.column).or_default().push(line);
    }
    let margins: BTreeMap<(u8, u8), f32> = columns
        .iter()
        .filter_map(|(column, lines)| Some((*column, margin(lines).or(last.filter(|_| column.1 == 0))?)))
        .collect();
    for line in lines {
        let margin = margins.get(&line.column);
        if margin.is_some_and(|margin| line.start - margin > INDENT * line.size) {
            text.push_str("　　");
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    *last = lines
        .first()
        .and_then(|line| margins.get(&(line.column.0, 0)).copied())
        .or(*last);
}

/// Where the lines of a column begin: the leftmost place where at least two of them and one in seven do.
fn margin(lines: &[&Line]) -> Option<f32> {
    let mut starts: Vec<(f32, f32)> = lines.iter().map(|line| (line.start, line.size)).collect();
    starts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let enough = starts.len().div_ceil(7).max(2);
    let found = starts
        .windows(enough)
        .find(|some| some[enough - 1].0 - some[0].0 < 0.4 * some[0].1)?;
    Some(found[0].0)
}

#[cfg(test)]
mod tests;
