//! Letters become lines in the order in which people read them.

use std::ops::Range;

use super::column;
use super::matrix::Matrix;

/// A letter, or what stands for some, with its place. Letters whose line runs another way than to the
/// right have their places turned with it: `x` grows along the line, `y` from line to line upwards.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    /// How the line was turned: by so many quarters to the left.
    turn: u8,
    /// Its characters in the text of the page.
    pub(super) text: Range<usize>,
}

impl Glyph {
    /// A letter; none where its line is oblique, as those of watermarks are, or it has no size.
    pub(super) fn at(place: &Matrix, advance: f32, size: f32, is_vertical: bool, text: Range<usize>) -> Option<Self> {
        let Matrix([a, b, c, d, x, y]) = *place;
        let sign = size.signum();
        let (along, across, (right, up)) = match is_vertical {
            false => (a.hypot(b), c.hypot(d), (a * sign, b * sign)),
            true => (c.hypot(d), a.hypot(b), (-c * sign, -d * sign)),
        };
        let straight = 0.95 * along;
        let (turn, x, y) = match () {
            () if right > straight => (0, x, y),
            () if up > straight => (1, y, -x),
            () if right < -straight => (2, -x, -y),
            () if up < -straight => (3, -y, x),
            () => return None,
        };
        let (width, size) = (advance.abs() * along, size.abs() * across);
        let is_there = [x, y, width, size].iter().all(|one| one.is_finite()) && size > 0.0;
        is_there.then_some(Self {
            x,
            y,
            width,
            size,
            turn,
            text,
        })
    }

    /// Whether it stands in the same line as another.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.turn == other.turn && (self.y - other.y).abs() < SAME_LINE * self.size.max(other.size)
    }
}

/// A line of a page.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// Where it begins.
    pub(super) start: f32,
    /// The height of its letters.
    pub(super) size: f32,
    /// The column it stands in, and how that is turned.
    pub(super) column: (u8, u8),
}

/// Letters stand in one line if they are apart by less than so much of their height.
const SAME_LINE: f32 = 0.45;

/// Distances within a line, in heights of its letters: what parts two cells, two Chinese characters, two words.
const CELLS: f32 = 2.0;
const CHARACTERS: f32 = 0.9;
const WORDS: f32 = 0.22;

/// The lines of a page, whose letters come in any order.
pub(super) fn lines(text: &str, glyphs: &[Glyph]) -> Vec<Line> {
    let mut turns: Vec<u8> = vec![0, 1, 2, 3];
    let count = |turn: &u8| glyphs.iter().filter(|glyph| glyph.turn == *turn).count();
    // What is turned otherwise than most of the page stands behind it.
    turns.sort_by_cached_key(|turn| std::cmp::Reverse(count(turn)));
    let mut lines = Vec::new();
    for turn in turns {
        let rows = rows(glyphs, turn);
        for (column, row) in column::in_order(text, glyphs, rows) {
            lines.extend(line(text, glyphs, &row).map(|line| Line {
                column: (turn, column),
                ..line
            }));
        }
    }
    lines
}

/// The places of letters that stand beside each other, rows from above, letters from the left.
fn rows(glyphs: &[Glyph], turn: u8) -> Vec<Vec<usize>> {
    let mut places: Vec<usize> = (0..glyphs.len()).filter(|&place| glyphs[place].turn == turn).collect();
    places.sort_by(|&a, &b| glyphs[b].y.total_cmp(&glyphs[a].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let (mut y, mut size) = (f32::INFINITY, 0.0_f32);
    for place in places {
        let glyph = &glyphs[place];
        match rows.last_mut() {
            Some(row) if y - glyph.y < SAME_LINE * size.max(glyph.size) => row.push(place),
            _ => {
                y = glyph.y;
                size = 0.0;
                rows.push(vec![place]);
            }
        }
        size = size.max(glyph.size);
    }
    for row in &mut rows {
        // Those at one place stay in the order in which they were drawn.
        row.sort_by(|&a, &b| glyphs[a].x.total_cmp(&glyphs[b].x).then(a.cmp(&b)));
    }
    rows
}

/// A line of letters; none where it holds only blanks.
fn line(text: &str, glyphs: &[Glyph], row: &[usize]) -> Option<Line> {
    let mut out = String::new();
    let mut before: Option<&Glyph> = None;
    for glyph in row.iter().map(|&place| &glyphs[place]) {
        let letters = &text[glyph.text.clone()];
        if let Some(before) = before {
            // Some programs make letters bold by drawing them twice.
            if text[before.text.clone()] == *letters && (glyph.x - before.x).abs() < 0.2 * glyph.size {
                continue;
            }
            out.push_str(gap(before, glyph, &out, letters));
        }
        out.push_str(letters);
        before = Some(glyph);
    }
    let is_visible = |place: &&usize| !text[glyphs[**place].text.clone()].trim().is_empty();
    let first = &glyphs[*row.iter().find(is_visible)?];
    let size = row
        .iter()
        .filter(is_visible)
        .map(|&place| glyphs[place].size)
        .fold(0.0, f32::max);
    Some(Line {
        text: out.trim().to_owned(),
        start: first.x,
        size,
        column: (0, 0),
    })
}

/// What stands for the distance between two letters.
fn gap(before: &Glyph, glyph: &Glyph, out: &str, letters: &str) -> &'static str {
    let distance = (glyph.x - before.x - before.width) / before.size.min(glyph.size);
    let (Some(left), Some(right)) = (out.chars().next_back(), letters.chars().next()) else {
        return "";
    };
    let least = match left.is_alphanumeric() && right.is_alphanumeric() && !is_wide(left) && !is_wide(right) {
        true => WORDS,
        false => CHARACTERS,
    };
    match () {
        () if distance > CELLS => "\t",
        () if left.is_whitespace() || right.is_whitespace() => "",
        () if distance > least => " ",
        () => "",
    }
}

/// Whether a character is as wide as it is high.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of one size, each with its place.
    fn read(letters: &[(&str, f32, f32)]) -> Vec<String> {
        let mut text = String::new();
        let glyphs: Vec<Glyph> = letters
            .iter()
            .map(|(letter, x, y)| {
                let from = text.len();
                text.push_str(letter);
                let place = Matrix([1.0, 0.0, 0.0, 1.0, *x, *y]);
                let width = if letter.is_ascii() { 5.0 } else { 10.0 };
                Glyph::at(&place, width, 10.0, false, from..text.len()).unwrap()
            })
            .collect();
        lines(&text, &glyphs).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn letters_in_any_order_become_lines() {
        assert_eq!(
            read(&[
                ("渠", 10.0, 50.0),
                ("。", 20.0, 52.0),
                ("二", 0.0, 30.0),
                ("修", 0.0, 50.0)
            ]),
            ["修渠。", "二"]
        );
    }

    #[test]
    fn distances_become_blanks() {
        assert_eq!(
            read(&[
                ("甲", 0.0, 0.0),
                ("a", 12.0, 0.0),
                ("b", 17.0, 0.0),
                ("c", 25.0, 0.0),
                ("乙", 52.0, 0.0),
                ("丙", 72.0, 0.0)
            ]),
            ["甲ab c\t乙 丙"]
        );
        assert_eq!(read(&[("粗", 0.0, 0.0), ("粗", 0.4, 0.0), ("粗", 10.0, 0.0)]), ["粗粗"]);
        assert_eq!(read(&[(" ", 0.0, 0.0)]), [""; 0]);
    }

    #[test]
    fn turned_lines_are_read_along_their_own_direction() {
        let letter = |matrix, text, is_vertical| Glyph::at(&Matrix(matrix), 10.0, 10.0, is_vertical, text);
        // A page on its side: lines run upwards, the next one to the right.
        let up = |x, y, text| letter([0.0, 1.0, -1.0, 0.0, x, y], text, false).unwrap();
        let read = |glyphs: &[Glyph]| -> Vec<String> {
            lines("甲乙丙", glyphs).into_iter().map(|line| line.text).collect()
        };
        assert_eq!(
            read(&[up(20.0, 0.0, 6..9), up(0.0, 10.0, 3..6), up(0.0, 0.0, 0..3)]),
            ["甲乙", "丙"]
        );
        // Columns from the right.
        let down = |x, y, text| letter([1.0, 0.0, 0.0, 1.0, x, y], text, true).unwrap();
        assert_eq!(
            read(&[down(0.0, 20.0, 6..9), down(20.0, 20.0, 0..3), down(20.0, 10.0, 3..6)]),
            ["甲乙", "丙"]
        );
        assert!(letter([0.7, 0.7, -0.7, 0.7, 0.0, 0.0], 0..3, false).is_none());
        assert!(letter([f32::NAN, 0.0, 0.0, 1.0, 0.0, 0.0], 0..3, false).is_none());
    }
}
