//! The chances of all states of all clauses: the sums forwards and backwards over a linear chain.

use std::ops::Range;
use std::sync::LazyLock;

use super::model::{BOUNDARIES, LABELS, Model, STATES, allowed, begins, boundary};
use super::sight::Sight;

/// No statement has more clauses.
pub(super) const LONGEST: usize = 12;

/// Sums of chances are off by less.
const ROUNDING: f64 = 1e-6;

/// Readings with less chance are left out of the sums.
const LEAST: f64 = 1e-4;

/// The chances of all states of all clauses.
pub struct Chain {
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
    /// The chain of a text, given the sums of weights of each of its clauses.
    pub fn new(model: &Model, sight: &Sight, scores: &[[i32; STATES]]) -> Self {
        let count = scores.len();
        let largest = model.transition.iter().flatten().map(top).max().unwrap_or(0);
        let powers = &**POWERS;
        let steps: [[[f64; STATES]; STATES]; BOUNDARIES] = std::array::from_fn(|boundary| {
            std::array::from_fn(|before| {
                std::array::from_fn(|state| match allowed(boundary, before, state) {
                    true => power(powers, largest - model.transition[boundary][before][state]),
                    false => 0.0,
                })
            })
        });
        let boundaries = (0..count).map(|at| if at == 0 { BOUNDARIES - 1 } else { boundary(sight, at) });
        let chain = Self {
            emission: Vec::with_capacity(count),
            steps_back: steps.map(|steps| std::array::from_fn(|state| steps.map(|row| row[state]))),
            steps,
            boundaries: boundaries.collect(),
            forward: Vec::with_capacity(count),
            backward: Vec::with_capacity(count),
            scale: Vec::with_capacity(count),
        };
        chain.with(scores)
    }

    /// The chain of the same text with other sums of weights.
    pub(super) fn with(mut self, scores: &[[i32; STATES]]) -> Self {
        self.emission.clear();
        let powers = &**POWERS;
        self.emission.extend(scores.iter().map(|row| {
            let top = top(row);
            row.map(|value| power(powers, top - value))
        }));
        self.forward.clear();
        self.scale.clear();
        for at in 0..scores.len() {
            let ways: [f64; STATES] = match self.forward.last() {
                None => std::array::from_fn(|state| f64::from(u8::from(begins(state)))),
                Some(before) => self.lead(at, before),
            };
            let row: [f64; STATES] = std::array::from_fn(|state| ways[state] * self.emission[at][state]);
            // Weights so far apart that nothing is left of any chance leave the clause outside.
            let sum = row.iter().sum::<f64>();
            let (row, sum) = if sum > 0.0 { (row, sum) } else { (OUTSIDE, 1.0) };
            self.forward.push(row.map(|value| value / sum));
            self.scale.push(sum);
        }
        self.backward.clear();
        self.backward.resize(scores.len(), [1.0; STATES]);
        for at in (1..scores.len()).rev() {
            self.backward[at - 1] = self.trail(at);
        }
        self
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

    /// The chance of each state of a clause.
    pub fn states(&self, at: usize) -> [f64; STATES] {
        std::array::from_fn(|state| self.forward[at][state] * self.backward[at][state])
    }

    /// How many clauses there are.
    pub fn len(&self) -> usize {
        self.forward.len()
    }

    /// Whether there are no clauses.
    pub fn is_empty(&self) -> bool {
        self.forward.is_empty()
    }

    /// The readings of a sentence with their chances.
    pub(super) fn readings(&self, sight: &Sight, sentence: Range<usize>, readings: &mut Readings) {
        readings.clear(sentence.start);
        for first in sentence.clone() {
            let start = sight.clauses[first].span.range().start;
            let next = match first + 1 < sentence.end {
                true => sight.clauses[first + 1].span.range().start,
                false => sight.clauses[first].span.range().end,
            };
            readings.weigh(next - start, self.states(first));
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
                        readings.all.push(Reading {
                            first,
                            last,
                            label,
                            chance: chance * ends,
                            covers: start..sight.clauses[last].span.range().end,
                        });
                    }
                }
                readings.ends.push(readings.all.len());
            }
        }
    }
}

/// One way to read some clauses.
pub(super) struct Reading {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) label: usize,
    pub(super) chance: f64,
    /// The bytes of the text that it covers.
    pub(super) covers: Range<usize>,
}

/// The readings of a sentence: by first clause, then by label, then by last clause.
#[derive(Default)]
pub(super) struct Readings {
    /// The first clause of the sentence.
    start: usize,
    all: Vec<Reading>,
    /// Where those of each first clause and label end.
    ends: Vec<usize>,
    /// For each label, how many bytes of the sentence up to each clause are expected to have it.
    expected: Vec<[f64; LABELS.len()]>,
}

impl Readings {
    fn clear(&mut self, start: usize) {
        self.start = start;
        self.all.clear();
        self.ends.clear();
        self.expected.clear();
        self.expected.push([0.0; LABELS.len()]);
    }

    /// Adds a clause of so many bytes, with the mark behind it, and the chances of its states.
    fn weigh(&mut self, bytes: usize, states: [f64; STATES]) {
        let before = self.expected.last().copied().unwrap_or_default();
        let chance = |label: usize| states[label * 2 + 1] + states[label * 2 + 2];
        self.expected.push(std::array::from_fn(|label| {
            before[label] + chance(label) * bytes as f64
        }));
    }

    /// More than the chance of all readings with the same label that share at least half of what they cover
    /// with this one: each counts for at least half of the bytes here, and these are not expected to have the
    /// label more often than they do.
    pub(super) fn most(&self, reading: &Reading) -> f64 {
        let expected = |clause: usize| self.expected[clause - self.start][reading.label];
        let bytes = expected(reading.last + 1) - expected(reading.first);
        bytes / (reading.covers.len() as f64 / 2.0) + ROUNDING
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Reading] {
        &self.all
    }

    /// Those of one label with a first clause.
    pub(super) fn of(&self, first: usize, label: usize) -> &[Reading] {
        let at = (first - self.start) * LABELS.len() + label;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[at]]
    }
}

fn top(row: &[i32; STATES]) -> i32 {
    row.iter().copied().max().unwrap_or(0)
}

/// The states of a clause of which nothing is known.
const OUTSIDE: [f64; STATES] = {
    let mut row = [0.0; STATES];
    row[0] = 1.0;
    row
};

/// The chances that are left to what is worse by 0, 1, 2… weights. Made by multiplication alone, so that they are
/// the same numbers on every machine.
static POWERS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let powers = std::iter::successors(Some(1.0), |power| Some(power * UNIT));
    powers.take(1024).collect()
});

/// The chance that is left to what is worse by some weights: none beyond the last of the powers.
fn power(powers: &[f64], worse: i32) -> f64 {
    let place = usize::try_from(worse).unwrap_or(0);
    powers.get(place).copied().unwrap_or(0.0)
}

/// What one unit of weight leaves of a chance: e^(-1/25). The mean of what the linear model and the network say has
/// 20 units for each factor e; that they are surer than they are right is made good here.
const UNIT: f64 = 0.960_789_439_152_323_2;
