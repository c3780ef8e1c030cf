//! Marked parts of a page: what is not its text, and what letters are meant as.

use super::line::Glyph;

/// What a marked part is.
pub(super) enum Tag {
    Plain,
    /// Page numbers, headers and footers.
    Unread,
    /// It is meant as other letters than it shows.
    Meant(String),
}

/// So many parts may lie in one another.
const DEEPEST: usize = 256;

/// The open parts.
#[derive(Default)]
pub(super) struct Marked {
    /// Each with the letters in front of it.
    open: Vec<(Tag, usize)>,
    /// Parts beyond the limit.
    deeper: usize,
}

impl Marked {
    /// Whether what is written now is not read.
    pub(super) fn is_unread(&self) -> bool {
        self.open.iter().any(|(tag, _)| matches!(tag, Tag::Unread))
    }

    /// Opens a part; `glyphs` is how many letters the line has before it.
    pub(super) fn begin(&mut self, tag: Tag, glyphs: usize) {
        match self.open.len() < DEEPEST {
            true => self.open.push((tag, glyphs)),
            false => self.deeper += 1,
        }
    }

    /// Closes the innermost part. Where it is meant as other letters, they take the place of its own.
    pub(super) fn end(&mut self, text: &mut String, glyphs: &mut Vec<Glyph>) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if let Some((Tag::Meant(meant), before)) = self.open.pop() {
            replace(&meant, before, text, glyphs);
        }
    }

    /// Closes all parts, at the end of a page.
    pub(super) fn end_all(&mut self, text: &mut String, glyphs: &mut Vec<Glyph>) {
        self.deeper = 0;
        while !self.open.is_empty() {
            self.end(text, glyphs);
        }
    }
}

/// Puts what is meant in the place of the letters of one line.
fn replace(meant: &str, before: usize, text: &mut String, glyphs: &mut Vec<Glyph>) {
    let Some((first, rest)) = glyphs.get(before..).and_then(<[Glyph]>::split_first) else {
        return;
    };
    if !rest.iter().all(|glyph| glyph.is_beside(first)) {
        return;
    }
    let mut whole = first.clone();
    whole.width = rest
        .iter()
        .map(|glyph| glyph.x + glyph.width)
        .fold(whole.x + whole.width, f32::max)
        - whole.x;
    whole.text = text.len()..text.len() + meant.len();
    text.push_str(meant);
    glyphs.truncate(before);
    glyphs.push(whole);
}
