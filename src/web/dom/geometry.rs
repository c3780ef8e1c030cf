//! Where things stand on the screen, and the outline drawn around a mark.

use web_sys::{DomRect, Element, Range};

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The same rectangle seen from another corner.
    pub fn from_corner(self, left: f64, top: f64) -> Self {
        Self {
            left: self.left - left,
            top: self.top - top,
            right: self.right - left,
            bottom: self.bottom - top,
        }
    }

    /// The middle between upper and lower edge.
    pub fn middle(self) -> f64 {
        (self.top + self.bottom) / 2.0
    }
}

impl From<DomRect> for Rect {
    fn from(rect: DomRect) -> Self {
        Self {
            left: rect.left(),
            top: rect.top(),
            right: rect.right(),
            bottom: rect.bottom(),
        }
    }
}

/// The place of an element in the window.
pub fn element_rect(element: &Element) -> Rect {
    element.get_bounding_client_rect().into()
}

/// One rectangle per line of a range, in the window.
pub fn line_rects(range: &Range) -> Vec<Rect> {
    let Some(list) = range.get_client_rects() else {
        return Vec::new();
    };
    let rects = (0..list.length()).filter_map(|index| list.get(index)).map(Rect::from);
    merge_lines(rects.filter(|rect| rect.right > rect.left && rect.bottom > rect.top))
}

/// Puts the pieces of each line together.
fn merge_lines(rects: impl Iterator<Item = Rect>) -> Vec<Rect> {
    let mut lines: Vec<Rect> = Vec::new();
    for rect in rects {
        match lines.last_mut() {
            Some(line) if line.top < rect.middle() && rect.middle() < line.bottom => {
                line.left = line.left.min(rect.left);
                line.right = line.right.max(rect.right);
                line.top = line.top.min(rect.top);
                line.bottom = line.bottom.max(rect.bottom);
            }
            _ => lines.push(rect),
        }
    }
    lines
}

/// An SVG path around the lines of a mark, `above` pixels above and below them and flush at the
/// sides. Lines that touch share one outline.
pub fn outline(lines: &[Rect], above: f64) -> String {
    let grown: Vec<Rect> = lines
        .iter()
        .map(|line| Rect {
            top: line.top - above,
            bottom: line.bottom + above,
            ..*line
        })
        .collect();
    grown
        .chunk_by(|one, next| one.left < next.right && next.left < one.right)
        .map(|run| rounded(&corners(run)))
        .collect()
}

/// The corners of a run of lines, clockwise. Neighbours meet half-way.
fn corners(run: &[Rect]) -> Vec<(f64, f64)> {
    let seam = |index: usize| (run[index].bottom + run[index + 1].top) / 2.0;
    let mut down = Vec::new();
    let mut up = Vec::new();
    for (index, line) in run.iter().enumerate() {
        let top = if index == 0 { line.top } else { seam(index - 1) };
        let bottom = if index + 1 == run.len() {
            line.bottom
        } else {
            seam(index)
        };
        down.extend([(line.right, top), (line.right, bottom)]);
        up.extend([(line.left, top), (line.left, bottom)]);
    }
    up.reverse();
    down.extend(up);
    down.dedup();
    down
}

/// A closed path with rounded corners; equal neighbours on a straight line are harmless.
fn rounded(corners: &[(f64, f64)]) -> String {
    const RADIUS: f64 = 4.0;
    let count = corners.len();
    let mut path = String::new();
    for index in 0..count {
        let (before, at, after) = (
            corners[(index + count - 1) % count],
            corners[index],
            corners[(index + 1) % count],
        );
        let enter = towards(at, before, RADIUS);
        let leave = towards(at, after, RADIUS);
        let command = if index == 0 { 'M' } else { 'L' };
        path.push_str(&format!(
            "{command}{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            enter.0, enter.1, at.0, at.1, leave.0, leave.1
        ));
    }
    path.push('Z');
    path
}

/// The point at most `distance` away from `from` on the way to `to`, at most half-way.
fn towards(from: (f64, f64), to: (f64, f64), distance: f64) -> (f64, f64) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.abs() + y.abs();
    if length == 0.0 {
        return from;
    }
    let share = (distance / length).min(0.5);
    (from.0 + x * share, from.1 + y * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect {
            left,
            top,
            right,
            bottom,
        }
    }

    #[test]
    fn pieces_of_a_line_become_one() {
        let pieces = [
            rect(10.0, 0.0, 40.0, 26.0),
            rect(40.0, 2.0, 90.0, 24.0),
            rect(0.0, 34.0, 30.0, 60.0),
        ];
        assert_eq!(
            merge_lines(pieces.into_iter()),
            [rect(10.0, 0.0, 90.0, 26.0), rect(0.0, 34.0, 30.0, 60.0)]
        );
    }

    #[test]
    fn lines_that_touch_share_an_outline() {
        let apart = outline(&[rect(60.0, 0.0, 90.0, 26.0), rect(0.0, 34.0, 30.0, 60.0)], 5.0);
        assert_eq!(apart.matches('Z').count(), 2);
        let together = outline(&[rect(20.0, 0.0, 90.0, 26.0), rect(0.0, 34.0, 30.0, 60.0)], 5.0);
        assert_eq!(together.matches('Z').count(), 1);
        assert_eq!(together.matches('Q').count(), 8);
        assert!(together.contains("30.0 30.0"), "the seam lies half-way: {together}");
    }
}
