//! What the chances of all ways to label some clauses in a row say of each clause, and of each two side by side.

use std::ops::Range;

use juyao::extract::clause::Clause;
use juyao::extract::statement::model::{BOUNDARIES, STATES, allowed, boundary};

use crate::text::Text;

/// Clauses in a row, with what is right.
pub(crate) struct Piece<'a> {
    /// The right states.
    pub(crate) gold: &'a [usize],
    /// The boundary before each.
    pub(crate) boundaries: Vec<usize>,
}

impl<'a> Piece<'a> {
    /// Some clauses of a text.
    pub(crate) fn new(text: &'a Text, range: Range<usize>) -> Self {
        let sight = text.sight();
        let boundary = |at: usize| {
            if at == range.start {
                BOUNDARIES - 1
            } else {
                boundary(&sight, at)
            }
        };
        Self {
            gold: &text.states[range.clone()],
            boundaries: range.clone().map(boundary).collect(),
        }
    }

    /// How the scores of each clause should change, so that what is right is likelier: 1 for what is there, less the
    /// chance that the scores give. `steps` weighs a boundary with the states before and behind it, and `changed`
    /// hears how it should change.
    pub(crate) fn changes(
        &self,
        scores: &[[f64; STATES]],
        steps: impl Fn(usize, usize, usize) -> f64,
        mut changed: impl FnMut(usize, usize, usize, f64),
    ) -> Vec<[f64; STATES]> {
        let count = scores.len();
        let step = |at: usize, before: usize, state: usize| {
            let boundary = self.boundaries[at];
            allowed(boundary, before, state).then(|| steps(boundary, before, state))
        };
        let mut forward = vec![[f64::NEG_INFINITY; STATES]; count];
        let mut backward = vec![[0.0; STATES]; count];
        for state in (0..STATES).filter(|state| allowed(BOUNDARIES - 1, 0, *state)) {
            forward[0][state] = scores[0][state];
        }
        for at in 1..count {
            for state in 0..STATES {
                let sum = log_sum(
                    (0..STATES).filter_map(|before| step(at, before, state).map(|step| forward[at - 1][before] + step)),
                );
                forward[at][state] = sum + scores[at][state];
            }
        }
        for at in (0..count - 1).rev() {
            for before in 0..STATES {
                let sum = log_sum((0..STATES).filter_map(|state| {
                    step(at + 1, before, state).map(|step| step + scores[at + 1][state] + backward[at + 1][state])
                }));
                backward[at][before] = sum;
            }
        }
        let total = log_sum((0..STATES).map(|state| forward[count - 1][state]));
        for at in 1..count {
            for before in 0..STATES {
                for state in 0..STATES {
                    let Some(step) = step(at, before, state) else { continue };
                    let expected =
                        (forward[at - 1][before] + step + scores[at][state] + backward[at][state] - total).exp();
                    let there = self.gold[at - 1] == before && self.gold[at] == state;
                    let change = f64::from(u8::from(there)) - expected;
                    if change.abs() > 1e-4 {
                        changed(self.boundaries[at], before, state, change);
                    }
                }
            }
        }
        let change = |at: usize, state: usize| {
            let expected = (forward[at][state] + backward[at][state] - total).exp();
            f64::from(u8::from(self.gold[at] == state)) - expected
        };
        (0..count)
            .map(|at| std::array::from_fn(|state| change(at, state)))
            .collect()
    }
}

/// Cuts texts into pieces: for each the number of its text and its clauses. `ends` says whether one ends between two
/// clauses, given how many it has.
pub(crate) fn pieces(texts: &[&Text], ends: impl Fn(&Clause, &Clause, usize) -> bool) -> Vec<(usize, Range<usize>)> {
    let mut pieces = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let mut start = 0;
        for at in 1..=text.clauses.len() {
            if at == text.clauses.len() || ends(&text.clauses[at - 1], &text.clauses[at], at - start) {
                pieces.push((index, start..at));
                start = at;
            }
        }
    }
    pieces
}

/// The logarithm of a sum of exponentials.
fn log_sum(values: impl Iterator<Item = f64>) -> f64 {
    let mut all = [0.0; STATES];
    let mut count = 0;
    let mut top = f64::NEG_INFINITY;
    for value in values {
        all[count] = value;
        count += 1;
        top = top.max(value);
    }
    if top == f64::NEG_INFINITY {
        return top;
    }
    top + all[..count].iter().map(|value| (value - top).exp()).sum::<f64>().ln()
}
