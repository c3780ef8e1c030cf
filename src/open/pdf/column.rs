//! Columns: a page of two is read down the left one first. A table is not: it is drawn row by row.

use super::line::Glyph;

/// Rows on either side of the space between columns, and letters in each, that make columns at least.
const LEAST_ROWS: usize = 6;
const LEAST_LETTERS: usize = 8;

/// Where the space between columns may lie, in hundredths of the width of the page's text.
const MIDDLE: [u8; 13] = [50, 48, 52, 46, 54, 44, 56, 42, 58, 40, 60, 38, 62];

/// The rows in the order in which they are read, each with the number of its column.
pub(super) fn in_order(text: &str, glyphs: &[Glyph], rows: Vec<Vec<usize>>) -> Vec<(u8, Vec<usize>)> {
    let inked: Vec<&Glyph> = rows
        .iter()
        .flatten()
        .map(|&place| &glyphs[place])
        .filter(|glyph| !text[glyph.text.clone()].trim().is_empty())
        .collect();
    let left = inked.iter().map(|glyph| glyph.x).fold(f32::INFINITY, f32::min);
    let right = inked
        .iter()
        .map(|glyph| glyph.x + glyph.width)
        .fold(f32::NEG_INFINITY, f32::max);
    let best = MIDDLE
        .iter()
        .map(|&percent| left + (right - left) * f32::from(percent) / 100.0)
        .map(|gutter| (bands(text, glyphs, &rows, gutter), gutter))
        .max_by_key(|(bands, _)| bands.iter().map(|band| band.len()).sum::<usize>());
    let Some((bands, gutter)) = best.filter(|(bands, _)| !bands.is_empty()) else {
        return rows.into_iter().map(|row| (0, row)).collect();
    };
    let mut out = Vec::new();
    let mut next = 0;
    for band in bands {
        out.extend(rows[next..band.start].iter().map(|row| (0, row.clone())));
        for column in [0, 1] {
            let sides = rows[band.clone()]
                .iter()
                .map(|row| side(glyphs, row, gutter, column == 1));
            out.extend(sides.filter(|row| !row.is_empty()).map(|row| (column, row)));
        }
        next = band.end;
    }
    out.extend(rows[next..].iter().map(|row| (0, row.clone())));
    out
}

/// The letters of a row on one side of the gutter.
fn side(glyphs: &[Glyph], row: &[usize], gutter: f32, is_right: bool) -> Vec<usize> {
    row.iter()
        .copied()
        .filter(|&place| (glyphs[place].x > gutter) == is_right)
        .collect()
}

/// The ranges of rows that a gutter divides into columns.
fn bands(text: &str, glyphs: &[Glyph], rows: &[Vec<usize>], gutter: f32) -> Vec<std::ops::Range<usize>> {
    let is_crossed = |row: &Vec<usize>| {
        row.iter().map(|&place| &glyphs[place]).any(|glyph| {
            let room = 0.4 * glyph.size;
            glyph.x < gutter + room
                && glyph.x + glyph.width > gutter - room
                && !text[glyph.text.clone()].trim().is_empty()
        })
    };
    let mut bands = Vec::new();
    let mut start = 0;
    for end in 0..=rows.len() {
        if rows.get(end).is_none_or(is_crossed) {
            if is_columns(glyphs, &rows[start..end], gutter) {
                bands.push(start..end);
            }
            start = end + 1;
        }
    }
    bands
}

/// Whether rows are those of two columns: enough of them, and all of the left one drawn before the right.
fn is_columns(glyphs: &[Glyph], rows: &[Vec<usize>], gutter: f32) -> bool {
    let column = |is_right| -> Vec<Vec<usize>> {
        let sides = rows.iter().map(|row| side(glyphs, row, gutter, is_right));
        sides.filter(|side| !side.is_empty()).collect()
    };
    let (left, right) = (column(false), column(true));
    let is_text = |column: &[Vec<usize>]| {
        column.len() >= LEAST_ROWS && column.iter().map(Vec::len).sum::<usize>() >= LEAST_LETTERS * column.len()
    };
    let last = left.iter().flatten().max();
    let first = right.iter().flatten().min();
    is_text(&left) && is_text(&right) && last < first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::pdf::matrix::Matrix;

    /// Ten rows of two times ten letters under a title, drawn column by column or row by row.
    fn page(by_column: bool) -> Vec<Glyph> {
        let at = |x: usize, y: usize| {
            let place = Matrix([1.0, 0.0, 0.0, 1.0, x as f32 * 10.0, y as f32 * -20.0]);
            Glyph::at(&place, 10.0, 10.0, false, 0..3).unwrap()
        };
        let mut glyphs: Vec<Glyph> = (0..22).map(|x| at(x, 0)).collect();
        let cell = |row: usize, column: usize| (0..10).map(move |x| (column * 12 + x, row + 1));
        let places: Vec<(usize, usize)> = match by_column {
            true => (0..2)
                .flat_map(|column| (0..10).flat_map(move |row| cell(row, column)))
                .collect(),
            false => (0..10)
                .flat_map(|row| (0..2).flat_map(move |column| cell(row, column)))
                .collect(),
        };
        glyphs.extend(places.into_iter().map(|(x, y)| at(x, y)));
        glyphs
    }

    fn read(glyphs: &[Glyph]) -> Vec<(u8, usize)> {
        let rows: Vec<Vec<usize>> = (0..11)
            .map(|row| {
                let mut places: Vec<usize> = (0..glyphs.len())
                    .filter(|&place| glyphs[place].y == row as f32 * -20.0)
                    .collect();
                places.sort_by(|&a, &b| glyphs[a].x.total_cmp(&glyphs[b].x));
                places
            })
            .collect();
        let rows = in_order("字", glyphs, rows);
        rows.into_iter().map(|(column, row)| (column, row.len())).collect()
    }

    #[test]
    fn columns_are_told_from_tables() {
        let mut columns = vec![(0, 22)];
        columns.extend([(0, 10); 10]);
        columns.extend([(1, 10); 10]);
        assert_eq!(read(&page(true)), columns);
        let mut table = vec![(0, 22)];
        table.extend([(0, 20); 10]);
        assert_eq!(read(&page(false)), table);
    }
}
