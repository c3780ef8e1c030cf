//! Text in quotation marks and book-title marks.

use std::ops::Range;

use crate::extract::matcher::Chars;

/// A passage between a pair of marks, without a pair inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// With the marks.
    pub(super) outer: Range<usize>,
    /// Without them.
    pub(super) inner: Range<usize>,
    /// Book-title marks, 《》 or 〈〉.
    pub(super) title: bool,
}

/// The longest quoted passage, in bytes; a longer one has lost its closing mark.
const LONGEST: usize = 400;

/// Finds the quotes of a text, in order of their closing marks.
pub(super) fn quotes(chars: &Chars) -> Vec<Quote> {
    let text = chars.text;
    let mut found = Vec::new();
    // The last opening mark of each kind: curly, single, corner, title, straight, inner title.
    let mut open: [Option<usize>; 6] = [None; 6];
    for (at, char) in chars.marks(0..text.len()) {
        if char > '\u{300f}' && char != '＂' {
            continue;
        }
        let (kind, opens, closes) = match char {
            '“' => (0, true, false),
            '”' => (0, false, true),
            '‘' => (1, true, false),
            '’' => (1, false, true),
            '「' | '『' => (2, true, false),
            '」' | '』' => (2, false, true),
            '《' => (3, true, false),
            '》' => (3, false, true),
            '〈' => (5, true, false),
            '〉' => (5, false, true),
            '"' | '＂' => (4, true, true),
            '\n' => {
                open = [None; 6];
                continue;
            }
            _ => continue,
        };
        match open[kind] {
            Some(start) if closes && at - start <= LONGEST => {
                let width = text[start..].chars().next().map_or(0, char::len_utf8);
                if start + width < at {
                    let outer = start..at + char.len_utf8();
                    found.push(Quote {
                        outer,
                        inner: start + width..at,
                        title: matches!(kind, 3 | 5),
                    });
                }
                open[kind] = None;
            }
            // A nested title mark belongs to the outer title.
            Some(_) if kind == 3 && opens => {}
            _ if opens => open[kind] = Some(at),
            _ => open[kind] = None,
        }
    }
    found.sort_by_key(|quote| quote.outer.start);
    found
}
