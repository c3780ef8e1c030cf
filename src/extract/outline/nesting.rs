//! How deep each heading lies.

use std::collections::{BTreeMap, BTreeSet};

use super::style::{Marker, Style};

/// The levels of the headings with these markers; 1 is outermost.
pub(super) fn levels(markers: &[Marker]) -> Vec<u8> {
    let mut nesting = Nesting::new(markers);
    (0..markers.len()).map(|index| nesting.place(index)).collect()
}

struct Nesting<'a> {
    markers: &'a [Marker],
    /// Where each style occurs, in order.
    places: BTreeMap<Style, Vec<usize>>,
    /// The series that are open, from the outermost one, with their last numbers.
    open: Vec<(Style, u32)>,
    /// Which style was seen to hold a series of which other one.
    holds: BTreeSet<(Style, Style)>,
}

impl<'a> Nesting<'a> {
    fn new(markers: &'a [Marker]) -> Self {
        let mut places: BTreeMap<Style, Vec<usize>> = BTreeMap::new();
        for (index, marker) in markers.iter().enumerate() {
            places.entry(marker.style).or_default().push(index);
        }
        Self {
            markers,
            places,
            open: lost(markers),
            holds: BTreeSet::new(),
        }
    }

    /// Opens or goes on with the series of a marker and returns its level.
    fn place(&mut self, index: usize) -> u8 {
        let marker = self.markers[index];
        let Marker { style, number, .. } = marker;
        if let Some(depth) = self.open.iter().position(|(open, _)| *open == style) {
            self.open.truncate(depth + 1);
            self.open[depth].1 = number;
        } else {
            if !(marker.opens() && self.inside(index)) {
                while self.open.last().is_some_and(|(open, _)| open.rank() >= style.rank()) {
                    self.open.pop();
                }
            }
            self.open.push((style, number));
        }
        u8::try_from(self.open.len()).unwrap_or(u8::MAX)
    }

    /// Whether a series that starts here stands inside an item of the innermost open one, though
    /// its style usually stands further out.
    fn inside(&mut self, index: usize) -> bool {
        let style = self.markers[index].style;
        let Some((outer, number)) = self.open.last().copied() else {
            return false;
        };
        if style.rank() > outer.rank() || self.holds.contains(&(outer, style)) {
            return true;
        }
        // The outer series goes on behind it, before anything further out.
        let next = self.next(outer, index);
        let goes_on = next.is_some_and(|next| {
            self.markers[next].number == number.saturating_add(1)
                && self.open[..self.open.len() - 1]
                    .iter()
                    .all(|(open, _)| self.next(*open, index).is_none_or(|further| further > next))
        });
        if goes_on {
            self.holds.insert((outer, style));
        }
        goes_on
            || match outer {
                // 第一个问题 that opens the outline holds whatever starts anew below it.
                Style::Point(_) if self.open.len() == 1 => style.rank() >= Style::Numeral.rank(),
                Style::Point(_) | Style::Ordinal | Style::Counted | Style::Thing(_) | Style::Sequence => {
                    style.rank() >= Style::NumeralInBrackets.rank()
                }
                _ => false,
            }
    }

    /// Where a style occurs next behind a heading.
    fn next(&self, style: Style, index: usize) -> Option<usize> {
        let places = self.places.get(&style)?;
        places.get(places.partition_point(|place| *place <= index)).copied()
    }
}

/// The series that were open before the text begins: （三） and later 二、 show that a 一、 is lost.
fn lost(markers: &[Marker]) -> Vec<(Style, u32)> {
    let mut lost = Vec::new();
    let Some(first) = markers.first() else { return lost };
    let mut rank = first.style.rank();
    for marker in markers {
        if marker.style.rank() < rank {
            rank = marker.style.rank();
            if marker.opens() {
                break;
            }
            lost.insert(0, (marker.style, marker.number - 1));
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::super::marker::marker;
    use super::levels;

    fn check(markers: &[(&str, u8)]) {
        let found: Vec<_> = markers.iter().filter_map(|(text, _)| marker(text)).collect();
        let expected: Vec<u8> = markers.iter().map(|(_, level)| *level).collect();
        assert_eq!(levels(&found), expected, "{markers:?}");
    }

    #[test]
    fn the_usual_order() {
        check(&[
            ("一、抓", 1),
            ("（一）抓", 2),
            ("1.抓", 3),
            ("（1）抓", 4),
            ("（二）抓", 2),
            ("二、抓", 1),
        ]);
        check(&[("一、抓", 1), ("一要抓", 2), ("二要抓", 2), ("二、抓", 1), ("1、抓", 2)]);
        check(&[
            ("一、抓", 1),
            ("（一）抓", 2),
            ("一是抓", 3),
            ("二是抓", 3),
            ("二、抓", 1),
            ("一是抓", 2),
        ]);
    }

    #[test]
    fn decimals_lie_as_deep_as_they_have_parts() {
        check(&[
            ("一、抓", 1),
            ("1.1抓", 2),
            ("1.2抓", 2),
            ("1.2.1抓", 3),
            ("1.2.2抓", 3),
            ("二、抓", 1),
            ("2.1抓", 2),
            ("2.1.1抓", 3),
        ]);
        check(&[("1.抓", 1), ("1.1抓", 2), ("2.抓", 1), ("2.1抓", 2), ("（1）抓", 3)]);
        check(&[("1.1抓", 1), ("1.2抓", 1), ("2.1抓", 1)]);
    }

    #[test]
    fn points_hold_ordinals() {
        check(&[
            ("第一个问题：抓", 1),
            ("第一，抓", 2),
            ("第二，抓", 2),
            ("一是抓", 3),
            ("第二个问题：抓", 1),
            ("第一，抓", 2),
        ]);
        check(&[
            ("第一个问题，抓", 1),
            ("一、抓", 2),
            ("二、抓", 2),
            ("第二个问题，抓", 1),
        ]);
        check(&[("一、抓", 1), ("第一，抓", 2), ("第二点，抓", 2), ("第三，抓", 2)]);
    }

    #[test]
    fn a_series_inside_an_item_whose_own_series_goes_on() {
        check(&[("一是抓", 1), ("1.抓", 2), ("2.抓", 2), ("二是抓", 1), ("1.抓", 2)]);
        check(&[
            ("一、抓", 1),
            ("1.抓", 2),
            ("（一）抓", 3),
            ("（二）抓", 3),
            ("2.抓", 2),
            ("（一）抓", 3),
            ("二、抓", 1),
        ]);
        check(&[("一是抓", 1), ("一要抓", 2), ("二要抓", 2), ("二是抓", 1)]);
        check(&[("（一）抓", 1), ("一是抓", 2), ("二是抓", 2), ("1.抓", 2)]);
    }

    #[test]
    fn an_outer_series_whose_start_is_lost() {
        check(&[("（三）抓", 2), ("三、抓", 1), ("（一）抓", 2)]);
        check(&[("1.抓", 2), ("2.抓", 2), ("二、抓", 1)]);
        check(&[("一是抓", 1), ("二是抓", 1), ("一、抓", 1)]);
    }
}
