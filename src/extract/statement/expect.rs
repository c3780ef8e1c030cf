//! From the sums of weights to statements: among all ways to cut a text, those statements of which most
//! can be expected to be right.
//!
//! The weights give every way to label the clauses a chance. A statement counts as found if a reader has
//! one with the same label that shares at least half of what the two cover together; so a statement's
//! chance to be right is the sum over all readings of that kind, not the chance of one reading alone.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::extraction::Label;
use super::model::{BOUNDARIES, LABELS, Model, STATES, allowed, begins, boundary};
use super::sight::Sight;

/// A statement that the model expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Its clauses.
    pub run: Range<usize>,
    /// Its label.
    pub label: Label,
    /// The chance that a reader has it too, in [0, 1].
    pub chance: f64,
}

/// What a statement must gain to be made. One that is missed weighs as much as one that is made up, so it is
/// worth making from a chance of about a third on.
const WORTH: f64 = 0.34;

/// Among statements that are about as likely found, the one with the likelier edges is better: the chance of a
/// reading itself counts so much besides.
const EDGES: f64 = 0.2;

/// No statement has more clauses.
const LONGEST: usize = 12;

/// Readings with less chance are left out of the sums.
const LEAST: f64 = 1e-4;

/// The statements that are worth making, in order and without overlaps.
pub fn expect(model: &Model, sight: &Sight, scores: &[[i32; STATES]]) -> Vec<Expected> {
    let chain = Chain::new(model, sight, scores);
    let (mut found, mut readings) = (Vec::new(), Vec::new());
    let mut start = 0;
    while start < scores.len() {
        let sentence = sight.clauses[start].sentence;
        let length = sight.clauses[start..]
            .iter()
            .take_while(|clause| clause.sentence == sentence)
            .count();
        chain.readings(sight, start..start + length, &mut readings);
        best(start..start + length, &readings, &mut found);
        start += length;
    }
    found
}

/// One way to read some clauses.
struct Reading {
    first: usize,
    last: usize,
    label: usize,
    chance: f64,
    /// The bytes of the text that it covers.
    covers: Range<usize>,
}

/// The best statement so far that ends with a clause.
#[derive(Clone, Copy)]
struct Ending {
    /// What is gained with it and all before it.
    gain: f64,
    reading: usize,
    chance: f64,
}

/// Chooses among the readings of a sentence, which come by their first clauses.
fn best(sentence: Range<usize>, readings: &[Reading], found: &mut Vec<Expected>) {
    // For each number of clauses: what is gained at most, and the statement that ends there.
    let mut gains: Vec<(f64, Option<Ending>)> = vec![(0.0, None); sentence.len() + 1];
    let mut reached = 0;
    let mut from = 0;
    for (at, reading) in readings.iter().enumerate() {
        // All statements that end before this one begins are known: what is gained up to there is certain.
        while sentence.start + reached < reading.first {
            reached += 1;
            settle(&mut gains, reached);
        }
        while readings[from].first + LONGEST <= reading.first {
            from += 1;
        }
        let alike = readings[from..]
            .iter()
            .take_while(|other| other.first <= reading.last)
            .filter(|other| other.label == reading.label && alike(&reading.covers, &other.covers));
        let chance = alike.map(|other| other.chance).sum::<f64>();
        let worth = chance + EDGES * reading.chance;
        if worth > WORTH {
            let gain = gains[reading.first - sentence.start].0 + chance - WORTH + EDGES * reading.chance;
            let ending = &mut gains[reading.last + 1 - sentence.start].1;
            if ending.is_none_or(|best| gain > best.gain) {
                let reading = at;
                *ending = Some(Ending { gain, reading, chance });
            }
        }
    }
    (reached + 1..gains.len()).for_each(|end| settle(&mut gains, end));
    let before = found.len();
    let mut end = sentence.len();
    while end > 0 {
        match gains[end].1 {
            None => end -= 1,
            Some(ending) => {
                let reading = &readings[ending.reading];
                found.push(Expected {
                    run: reading.first..reading.last + 1,
                    label: LABELS[reading.label],
                    chance: ending.chance,
                });
                end = reading.first - sentence.start;
            }
        }
    }
    found[before..].reverse();
}

/// Decides between the best statement that ends somewhere and none that does.
fn settle(gains: &mut [(f64, Option<Ending>)], end: usize) {
    let without = gains[end - 1].0;
    let (gain, ending) = &mut gains[end];
    *ending = ending.filter(|best| best.gain > without);
    *gain = ending.map_or(without, |best| best.gain);
}

/// Whether two pieces of text share at least half of what they cover together.
fn alike(one: &Range<usize>, other: &Range<usize>) -> bool {
    let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    2 * shared >= one.len() + other.len() - shared
}

/// The chances of all states of all clauses.
struct Chain {
    emission: Vec<[f64; STATES]>,
    /// For each boundary, each state before it and each state behind it.
    steps: [[[f64; STATES]; STATES]; BOUNDARIES],
    /// The same for each state behind it and each state before it.
    steps_back: [[[f64; STATES]; STATES]; BOUNDARIES],
    boundaries: Vec<usize>,
    /// The chance of each state given what stands before it and here.
    forward: Vec<[f64; STATES]>,
    /// By how much what stands behind a clause changes the chance of its states.
    backward: Vec<[f64; STATES]>,
    /// What the chances of each clause were divided by, so that they add up to 1.
    scale: Vec<f64>,
}

impl Chain {
    fn new(model: &Model, sight: &Sight, scores: &[[i32; STATES]]) -> Self {
        let count = scores.len();
        let top = |row: &[i32; STATES]| row.iter().copied().max().unwrap_or(0);
        let emission = scores
            .iter()
            .map(|row| row.map(|value| power(top(row) - value)))
            .collect();
        let largest = model.transition.iter().flatten().map(top).max().unwrap_or(0);
        let steps: [[[f64; STATES]; STATES]; BOUNDARIES] = std::array::from_fn(|boundary| {
            std::array::from_fn(|before| {
                std::array::from_fn(|state| match allowed(boundary, before, state) {
                    true => power(largest - model.transition[boundary][before][state]),
                    false => 0.0,
                })
            })
        });
        let boundaries = (0..count).map(|at| if at == 0 { BOUNDARIES - 1 } else { boundary(sight, at) });
        let mut chain = Self {
            emission,
            steps_back: steps.map(|steps| std::array::from_fn(|state| steps.map(|row| row[state]))),
            steps,
            boundaries: boundaries.collect(),
            forward: Vec::with_capacity(count),
            backward: vec![[1.0; STATES]; count],
            scale: Vec::with_capacity(count),
        };
        for at in 0..count {
            let ways: [f64; STATES] = match chain.forward.last() {
                None => std::array::from_fn(|state| f64::from(u8::from(begins(state)))),
                Some(before) => chain.lead(at, before),
            };
            let row: [f64; STATES] = std::array::from_fn(|state| ways[state] * chain.emission[at][state]);
            // Weights so far apart that nothing is left of any chance leave the clause outside.
            let sum = row.iter().sum::<f64>();
            let (row, sum) = if sum > 0.0 { (row, sum) } else { (OUTSIDE, 1.0) };
            chain.forward.push(row.map(|value| value / sum));
            chain.scale.push(sum);
        }
        for at in (1..count).rev() {
            chain.backward[at - 1] = chain.trail(at);
        }
        chain
    }

    /// The chances to get to each state of a clause from those of the clause before it.
    fn lead(&self, at: usize, before: &[f64; STATES]) -> [f64; STATES] {
        let mut ways = [0.0; STATES];
        for (chance, steps) in before.iter().zip(&self.steps[self.boundaries[at]]) {
            for (way, step) in ways.iter_mut().zip(steps) {
                *way += chance * step;
            }
        }
        ways
    }

    /// What a clause and all behind it make of each state of the clause before it.
    fn trail(&self, at: usize) -> [f64; STATES] {
        let mut ways = [0.0; STATES];
        for (state, steps) in self.steps_back[self.boundaries[at]].iter().enumerate() {
            let chance = self.emission[at][state] * self.backward[at][state];
            for (way, step) in ways.iter_mut().zip(steps) {
                *way += step * chance;
            }
        }
        ways.map(|way| way / self.scale[at])
    }

    /// What a clause and all behind it make of a state of the clause before it, if a statement begins here.
    fn follow(&self, at: usize, before: usize) -> f64 {
        let steps = &self.steps[self.boundaries[at]][before];
        let sum: f64 = (0..STATES)
            .filter(|state| begins(*state))
            .map(|state| steps[state] * self.emission[at][state] * self.backward[at][state])
            .sum();
        sum / self.scale[at]
    }

    /// The readings of a sentence with their chances, by first clause.
    fn readings(&self, sight: &Sight, sentence: Range<usize>, readings: &mut Vec<Reading>) {
        readings.clear();
        for first in sentence.clone() {
            for label in 0..LABELS.len() {
                let mut state = label * 2 + 1;
                let mut chance = self.forward[first][state];
                for last in first..sentence.end.min(first + LONGEST) {
                    if last > first {
                        let next = label * 2 + 2;
                        let step = self.steps[self.boundaries[last]][state][next];
                        chance *= step * self.emission[last][next] / self.scale[last];
                        state = next;
                    }
                    if chance * self.backward[last][state] < LEAST {
                        break;
                    }
                    let ends = match last + 1 < self.scale.len() {
                        true => self.follow(last + 1, state),
                        false => 1.0,
                    };
                    if chance * ends >= LEAST {
                        let (start, end) = (sight.clauses[first].span, sight.clauses[last].span);
                        readings.push(Reading {
                            first,
                            last,
                            label,
                            chance: chance * ends,
                            covers: start.range().start..end.range().end,
                        });
                    }
                }
            }
        }
    }
}

/// The states of a clause of which nothing is known.
const OUTSIDE: [f64; STATES] = {
    let mut row = [0.0; STATES];
    row[0] = 1.0;
    row
};

/// The chance that is left to what is worse by some weights. Made by multiplication alone, so that it is the
/// same number on every machine.
fn power(worse: i32) -> f64 {
    static POWERS: LazyLock<Vec<f64>> = LazyLock::new(|| {
        let powers = std::iter::successors(Some(1.0), |power| Some(power * UNIT));
        powers.take(1024).collect()
    });
    let place = usize::try_from(worse).unwrap_or(0);
    POWERS.get(place).copied().unwrap_or(0.0)
}

/// What one unit of weight leaves of a chance: e^(-1/25). The weights are learned at 20 units for each factor
/// e; that they are surer than they are right is made good here.
const UNIT: f64 = 0.960_789_439_152_323_2;

#[cfg(test)]
mod tests {
    use super::super::super::{clause::clauses, clean::clean, outline::outline};
    use super::super::view::views;
    use super::*;
    use crate::text::Source;

    /// What is expected of a text, with the same sums for all clauses but those that are said.
    fn expected(text: &str, sums: &[(usize, usize, i32)]) -> Vec<(Range<usize>, Label, u32)> {
        let cleaned = clean(&Source::new(text));
        let outline = outline(&cleaned);
        let clauses = clauses(&cleaned, &outline);
        let views = views(&cleaned, &outline, &clauses, None, &[]);
        let sight = Sight {
            text: cleaned.text(),
            clauses: &clauses,
            views: &views,
        };
        let mut scores = vec![[0; STATES]; clauses.len()];
        for (clause, state, sum) in sums {
            scores[*clause][*state] = *sum;
        }
        let (layout, _) = Model::own();
        let found = expect(&Model::empty(layout), &sight, &scores);
        found
            .into_iter()
            .map(|found| (found.run, found.label, (found.chance * 100.0) as u32))
            .collect()
    }

    #[test]
    fn what_is_sure_is_found_whole() {
        let text = "修好水渠，清理河道，确保通水。";
        assert_eq!(
            expected(text, &[(0, 1, 400), (1, 2, 400), (2, 3, 400)]),
            [(0..2, Label::Measure, 99), (2..3, Label::Target, 99)]
        );
        assert_eq!(expected(text, &[(0, 0, 400), (1, 0, 400), (2, 0, 400)]), []);
    }

    #[test]
    fn readings_that_differ_by_little_count_together() {
        // A short clause may belong to it or not: each reading has half the chance, the statement has all of it.
        let text = "全面修好全县各个乡镇的灌溉水渠，通水。";
        let found = expected(text, &[(0, 1, 400), (1, 0, 400), (1, 2, 400)]);
        assert_eq!((found.len(), found[0].1, found[0].2), (1, Label::Measure, 99));
    }

    #[test]
    fn without_clauses_or_chances_there_is_nothing() {
        assert_eq!(expected("", &[]), []);
        let far: Vec<_> = (0..STATES).map(|state| (0, state, state as i32 * 1_000_000)).collect();
        assert!(expected("修好水渠。", &far).len() <= 1);
    }
}
