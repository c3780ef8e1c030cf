//! Where marks beside a stretch of the text go.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::blocks::{Places, stretch_element};
use super::geometry::{element_rect, line_rects};
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::{Layout, Stretch};

/// For each offset the middle of its line: CSS pixels from the upper edge of the stretch. What is folded has none.
pub type Lines = Rc<BTreeMap<ByteOffset, f64>>;

/// What the lines of a stretch are measured for: they stay where they are as long as this is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesOf {
    /// What stands there.
    pub offsets: Vec<ByteOffset>,
    /// Height of the stretch, in CSS pixels.
    pub height: f64,
    /// Left and right edge of the text, in CSS pixels.
    pub text: (f64, f64),
    /// How often the text has been drawn, see [`super::seen::Seen`].
    pub drawn: u32,
}

/// The lines of the stretches in view. Nothing that is marked moves the text, so they can be looked up before marks
/// are drawn: after that the browser would have to lay out everything first.
#[derive(Default)]
pub struct KnownLines {
    /// By the start of the stretch.
    known: BTreeMap<ByteOffset, (LinesOf, Lines)>,
}

impl KnownLines {
    /// The lines of a stretch, measured if they are not known.
    pub fn of(&mut self, source: &Source, layout: &Layout, stretch: &Stretch, wanted: LinesOf) -> Lines {
        let start = stretch.span.start();
        if let Some((_, lines)) = self.known.get(&start).filter(|(known, _)| *known == wanted) {
            return lines.clone();
        }
        let lines = Rc::new(lines_of(source, layout, stretch, &wanted.offsets));
        self.known.insert(start, (wanted, lines.clone()));
        lines
    }

    /// Forgets the stretches outside a part of the text.
    pub fn keep(&mut self, part: Span) {
        self.known.retain(|start, _| part.contains(*start));
    }
}

fn lines_of(source: &Source, layout: &Layout, stretch: &Stretch, offsets: &[ByteOffset]) -> BTreeMap<ByteOffset, f64> {
    let Some(element) = stretch_element(stretch).filter(|_| !offsets.is_empty()) else {
        return BTreeMap::new();
    };
    let (top, mut places) = (element_rect(&element).top, Places::new(source, layout));
    let mut line = |offset: ByteOffset| {
        let rest = source.text().get(offset.index()..)?;
        let end = offset.index() + rest.chars().next().map_or(0, char::len_utf8);
        let range = places.live(Span::at(offset.index(), end))?;
        Some((offset, line_rects(&range).first()?.middle() - top))
    };
    offsets.iter().filter_map(|offset| line(*offset)).collect()
}
