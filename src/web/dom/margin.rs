//! Where marks beside a stretch of the text go.

use std::collections::BTreeMap;

use super::blocks::{Places, stretch_element};
use super::geometry::{element_rect, line_rects};
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::{Layout, Stretch};

/// For each offset the middle of its line: CSS pixels from the upper edge of the stretch. What is folded has none.
pub fn lines_of(
    source: &Source,
    layout: &Layout,
    stretch: &Stretch,
    offsets: &[ByteOffset],
) -> BTreeMap<ByteOffset, f64> {
    let Some(element) = stretch_element(stretch) else {
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
