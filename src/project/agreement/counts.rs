//! What is counted, summed over documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::{Mark, Measures};
use crate::annotate::Name;

/// Counts of all documents so far.
#[derive(Default)]
pub(super) struct Counts {
    wholes: BTreeMap<Name, Wholes>,
    /// Characters by the categories that the two gave them.
    cells: BTreeMap<(BTreeSet<Name>, BTreeSet<Name>), u64>,
}

#[derive(Clone, Copy, Default)]
struct Wholes {
    first: u64,
    second: u64,
    exact: u64,
    overlap: u64,
}

impl Counts {
    /// Takes a document of `length` code points; both lists are sorted.
    pub(super) fn add(&mut self, first: &[Mark], second: &[Mark], length: u32) {
        let labels: BTreeSet<&Name> = first.iter().chain(second).map(|(label, ..)| label).collect();
        for label in labels {
            let of = |marks: &[Mark]| -> Vec<(u32, u32)> {
                let ours = marks.iter().filter(|(name, ..)| name == label);
                ours.map(|&(_, start, end)| (start, end)).collect()
            };
            let (first, second) = (of(first), of(second));
            let wholes = self.wholes.entry(label.clone()).or_default();
            wholes.first += first.len() as u64;
            wholes.second += second.len() as u64;
            wholes.exact += exact(&first, &second);
            wholes.overlap += overlapping(&first, &second);
        }
        self.add_characters(first, second, length);
    }

    /// Between two ends of annotations every character has the same labels.
    fn add_characters(&mut self, first: &[Mark], second: &[Mark], length: u32) {
        let mut events: Vec<(u32, usize, bool, &Name)> = Vec::new();
        for (side, marks) in [first, second].into_iter().enumerate() {
            for (label, start, end) in marks.iter().filter(|(_, start, end)| start < end) {
                events.push((*start, side, true, label));
                events.push((*end, side, false, label));
            }
        }
        events.sort();
        let mut open: [BTreeMap<&Name, u32>; 2] = Default::default();
        let mut at = 0;
        for (place, side, begins, label) in events {
            self.fill(&open, place.saturating_sub(at));
            at = at.max(place);
            let count = open[side].entry(label).or_default();
            *count = if begins { *count + 1 } else { count.saturating_sub(1) };
            if *count == 0 {
                open[side].remove(label);
            }
        }
        self.fill(&open, length.saturating_sub(at));
    }

    fn fill(&mut self, open: &[BTreeMap<&Name, u32>; 2], characters: u32) {
        if characters > 0 {
            let [first, second] = open
                .each_ref()
                .map(|labels| labels.keys().map(|&label| label.clone()).collect());
            *self.cells.entry((first, second)).or_default() += u64::from(characters);
        }
    }

    /// All labels together.
    pub(super) fn all(&self) -> Measures {
        let sum = self.wholes.values().fold(Wholes::default(), |sum, one| Wholes {
            first: sum.first + one.first,
            second: sum.second + one.second,
            exact: sum.exact + one.exact,
            overlap: sum.overlap + one.overlap,
        });
        measures(sum, &self.cells)
    }

    /// Each label by itself.
    pub(super) fn labels(&self) -> BTreeMap<Name, Measures> {
        let one = |(label, wholes): (&Name, &Wholes)| {
            let mut cells = BTreeMap::new();
            for ((first, second), characters) in &self.cells {
                *cells
                    .entry((first.contains(label), second.contains(label)))
                    .or_default() += characters;
            }
            (label.clone(), measures(*wholes, &cells))
        };
        self.wholes.iter().map(one).collect()
    }
}

/// How many stand in both lists.
fn exact(first: &[(u32, u32)], second: &[(u32, u32)]) -> u64 {
    let (mut left, mut right, mut both) = (0, 0, 0);
    while let (Some(one), Some(other)) = (first.get(left), second.get(right)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => (left, right, both) = (left + 1, right + 1, both + 1),
        }
    }
    both
}

/// The most pairs that share a character, nobody being in two pairs. Whoever ends first can only be paired
/// with those that have begun; of these the one that ends first is the least use to the others.
fn overlapping(first: &[(u32, u32)], second: &[(u32, u32)]) -> u64 {
    let part = |marks: &[(u32, u32)], wanted: bool| -> Vec<(u32, u32)> {
        let part = marks.iter().filter(|(start, end)| (start == end) == wanted);
        part.copied().collect()
    };
    // Without a character, only equal ones share their place.
    let mut pairs = exact(&part(first, true), &part(second, true));
    let sides = [part(first, false), part(second, false)];
    let mut ends: Vec<(u32, usize, usize)> = Vec::new();
    for (side, marks) in sides.iter().enumerate() {
        ends.extend(marks.iter().enumerate().map(|(index, &(_, end))| (end, side, index)));
    }
    ends.sort_unstable();
    let mut done = sides.each_ref().map(|marks| vec![false; marks.len()]);
    let (mut begun, mut next) = ([BinaryHeap::new(), BinaryHeap::new()], [0, 0]);
    for (end, side, index) in ends {
        if std::mem::replace(&mut done[side][index], true) {
            continue;
        }
        let other = 1 - side;
        while let Some(&(_, its_end)) = sides[other].get(next[other]).filter(|(start, _)| *start < end) {
            begun[other].push(Reverse((its_end, next[other])));
            next[other] += 1;
        }
        while let Some(Reverse((_, partner))) = begun[other].pop() {
            if !std::mem::replace(&mut done[other][partner], true) {
                pairs += 1;
                break;
            }
        }
    }
    pairs
}

fn measures<C: Ord + Clone>(wholes: Wholes, cells: &BTreeMap<(C, C), u64>) -> Measures {
    let f1 = |pairs: u64| ratio(2.0 * pairs as f64, (wholes.first + wholes.second) as f64);
    let (mut firsts, mut seconds) = (BTreeMap::<&C, f64>::new(), BTreeMap::<&C, f64>::new());
    let (mut all, mut same) = (0.0, 0.0);
    for ((first, second), &characters) in cells {
        let characters = characters as f64;
        all += characters;
        same += if first == second { characters } else { 0.0 };
        *firsts.entry(first).or_default() += characters;
        *seconds.entry(second).or_default() += characters;
    }
    let by_chance: f64 = firsts
        .iter()
        .filter_map(|(category, count)| Some(count * seconds.get(category)?))
        .sum::<f64>()
        / (all * all).max(1.0);
    let kappa = ratio(same / all.max(1.0) - by_chance, 1.0 - by_chance);
    // Each character is a unit with two values: the coincidences of values within units against those
    // between any two values.
    let mut values = firsts;
    for (category, count) in seconds {
        *values.entry(category).or_default() += count;
    }
    let total = 2.0 * all;
    let expected: f64 = total * total - values.values().map(|count| count * count).sum::<f64>();
    let alpha = ratio((total - 1.0) * 2.0 * (all - same), expected).map(|disagreement| 1.0 - disagreement);
    Measures {
        first: wholes.first,
        second: wholes.second,
        exact: f1(wholes.exact),
        overlap: f1(wholes.overlap),
        kappa,
        alpha,
    }
}

/// None where there is nothing to divide by.
fn ratio(of: f64, by: f64) -> Option<f64> {
    (by > 1e-12).then(|| of / by)
}
