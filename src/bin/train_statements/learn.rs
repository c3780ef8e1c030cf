//! Learning: a conditional random field with a quadratic penalty, step by step.

use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::model::{BOUNDARIES, Model, STATES, allowed, boundary};

use crate::text::Text;

/// Passes over the texts.
const PASSES: usize = 6;

/// How fast weights move.
const RATE: f64 = 0.05;

/// One unit of the logarithm of odds becomes so much in the file of whole weights.
const SCALE: f64 = 20.0;

/// How strongly weights are drawn to 0; chosen by leaving out one text at a time.
const DECAY: f64 = 0.3;

/// The weights while they are learned, all in one row: emissions first, then transitions.
struct Weights {
    values: Vec<f64>,
    /// Sums of squared gradients: every weight has its own pace.
    squares: Vec<f64>,
    features: usize,
}

impl Weights {
    fn emission(&self, feature: usize, state: usize) -> usize {
        feature * STATES + state
    }

    fn transition(&self, boundary: usize, before: usize, state: usize) -> usize {
        ((self.features + boundary * STATES) + before) * STATES + state
    }
}

/// What one piece wants to change.
struct Gradient {
    values: Vec<f64>,
    /// The places with a value; a place may come twice.
    touched: Vec<usize>,
}

impl Gradient {
    fn add(&mut self, at: usize, change: f64) {
        if self.values[at] == 0.0 {
            self.touched.push(at);
        }
        self.values[at] += change;
    }
}

/// The model that explains the texts best. Equal texts in equal order give equal weights.
pub(crate) fn learn(layout: &Layout, texts: &[&Text]) -> Model {
    let features = layout.total();
    let length = (features + BOUNDARIES * STATES) * STATES;
    let mut weights = Weights {
        values: vec![0.0; length],
        squares: vec![1e-3; length],
        features,
    };
    // Paragraph-sized pieces are one step each.
    let mut pieces: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let mut start = 0;
        for at in 1..=text.clauses.len() {
            let ends = at == text.clauses.len()
                || text.clauses[at].paragraph != text.clauses[at - 1].paragraph
                || at - start >= 40 && text.clauses[at].sentence != text.clauses[at - 1].sentence;
            if ends {
                pieces.push((index, start..at));
                start = at;
            }
        }
    }
    let decay = DECAY / pieces.len() as f64;
    let mut random = 88_172_645_463_325_252_u64;
    let mut gradient = Gradient {
        values: vec![0.0; length],
        touched: Vec::new(),
    };
    for _ in 0..PASSES {
        for index in (1..pieces.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            pieces.swap(index, (random % (index as u64 + 1)) as usize);
        }
        for (index, range) in &pieces {
            collect(&weights, texts[*index], range.clone(), &mut gradient);
            for at in gradient.touched.drain(..) {
                let value = std::mem::take(&mut gradient.values[at]);
                if value == 0.0 {
                    continue;
                }
                let value = value - decay * weights.values[at];
                weights.squares[at] += value * value;
                weights.values[at] += RATE * value / weights.squares[at].sqrt();
            }
        }
        for value in &mut weights.values {
            *value *= 1.0 - decay * 0.2;
        }
    }
    let mut model = Model::empty(layout);
    for feature in 0..features {
        for state in 0..STATES {
            model.emission[feature][state] = (weights.values[weights.emission(feature, state)] * SCALE).round() as i32;
        }
    }
    for boundary in 0..BOUNDARIES {
        for before in 0..STATES {
            for state in 0..STATES {
                model.transition[boundary][before][state] =
                    (weights.values[weights.transition(boundary, before, state)] * SCALE).round() as i32;
            }
        }
    }
    model
}

/// Adds what one piece wants to change: what is there minus what the weights expect.
fn collect(weights: &Weights, text: &Text, range: std::ops::Range<usize>, gradient: &mut Gradient) {
    let clauses = &text.clauses[range.clone()];
    let gold = &text.states[range.clone()];
    let numbers = &text.features[range.clone()];
    let count = clauses.len();
    let scores: Vec<[f64; STATES]> = numbers
        .iter()
        .map(|numbers| {
            let mut row = [0.0; STATES];
            for number in numbers {
                for (state, sum) in row.iter_mut().enumerate() {
                    *sum += weights.values[weights.emission(*number as usize, state)];
                }
            }
            row
        })
        .collect();
    let step = |at: usize, before: usize, state: usize| {
        let boundary = boundary(&clauses[at - 1], &clauses[at]);
        allowed(boundary, before, state).then(|| weights.values[weights.transition(boundary, before, state)])
    };
    let mut forward = vec![[f64::NEG_INFINITY; STATES]; count];
    let mut backward = vec![[0.0; STATES]; count];
    for state in (0..STATES).filter(|state| allowed(4, 0, *state)) {
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
    for at in 0..count {
        for state in 0..STATES {
            let expected = (forward[at][state] + backward[at][state] - total).exp();
            let change = f64::from(u8::from(gold[at] == state)) - expected;
            if change.abs() > 1e-4 {
                for number in &numbers[at] {
                    gradient.add(weights.emission(*number as usize, state), change);
                }
            }
        }
        if at > 0 {
            let boundary = boundary(&clauses[at - 1], &clauses[at]);
            for before in 0..STATES {
                for state in 0..STATES {
                    let Some(step) = step(at, before, state) else { continue };
                    let expected =
                        (forward[at - 1][before] + step + scores[at][state] + backward[at][state] - total).exp();
                    let there = gold[at - 1] == before && gold[at] == state;
                    let change = f64::from(u8::from(there)) - expected;
                    if change.abs() > 1e-4 {
                        gradient.add(weights.transition(boundary, before, state), change);
                    }
                }
            }
        }
    }
}

/// The logarithm of a sum of exponentials.
fn log_sum(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    let top = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        top
    } else {
        top + values.iter().map(|value| (value - top).exp()).sum::<f64>().ln()
    }
}
