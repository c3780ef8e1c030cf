//! Learning the linear model: a conditional random field with a quadratic penalty, step by step. The network joins
//! it in the end.

use std::collections::BTreeMap;

use juyao::extract::Label;
use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::gram::{Gram, Grams};
use juyao::extract::statement::model::{BOUNDARIES, Model, SCALE, STATES, allowed, label as label_of};

use crate::chances::{Piece, pieces};
use crate::left_out::{LEFT_OUT, kept};
use crate::network::{self, Learned};
use crate::random::Random;
use crate::text::Text;

/// Passes over the texts. The weights of the second half count together: their average is steadier than any.
const PASSES: usize = 20;

/// What the order of learning begins with: of four tried, the one with the best figures on texts for tuning. Another
/// one changes them by .01 either way.
const ORDER: u64 = 362_436_069_521_288_629;

/// How fast weights move.
const RATE: f64 = 0.05;

/// How strongly weights are drawn to 0.
const DECAY: f64 = 1.0;

/// What is added in the end to what the linear model and the network say together, so that about as many statements
/// are missed as are made up: for outside, for each problem, for each statement that begins inside a sentence behind
/// another.
const OUTSIDE: f64 = -0.3;
const PROBLEM: f64 = 0.5;
const CUT: f64 = 0.2;

/// What a statement costs that consists of nothing but what leads into the clause behind it.
const LEAD_IN: f64 = -6.0;

/// A feature has one weight for each state, one for each label that states share, and one each for
/// states that begin a statement and states that carry it on: what a feature says of one label's
/// boundaries it says, more faintly, of the others'.
const SLOTS: usize = STATES + 6 + 2;

/// The places of a state in a row.
fn slots(state: usize) -> ([usize; 3], usize) {
    match label_of(state) {
        None => ([0, STATES, 0], 2),
        Some((_, first)) => ([state, STATES + state.div_ceil(2), STATES + 6 + usize::from(!first)], 3),
    }
}

/// The weights while they are learned, all in one row: features first, then transitions.
struct Weights {
    values: Vec<f64>,
    /// Sums of squared gradients: every weight has its own pace.
    squares: Vec<f64>,
    features: usize,
}

impl Weights {
    fn transition(&self, boundary: usize, before: usize, state: usize) -> usize {
        self.features * SLOTS + (boundary * STATES + before) * STATES + state
    }

    /// The weight of a feature for a state.
    fn emission(&self, feature: usize, state: usize) -> f64 {
        let (places, count) = slots(state);
        places[..count]
            .iter()
            .map(|place| self.values[feature * SLOTS + place])
            .sum()
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
pub(crate) fn learn(texts: &[&Text]) -> (Layout, Model) {
    let layout = Layout::new(Grams::new(common(texts)));
    let numbers: Vec<Vec<Vec<u32>>> = texts.iter().map(|text| text.features(&layout)).collect();
    let features = layout.total();
    let length = features * SLOTS + BOUNDARIES * STATES * STATES;
    let mut weights = Weights {
        values: vec![0.0; length],
        squares: vec![1e-3; length],
        features,
    };
    // Paragraph-sized pieces: one step each.
    let mut pieces = pieces(texts, |before, clause, length| {
        clause.paragraph != before.paragraph || length >= 40 && clause.sentence != before.sentence
    });
    let mut random = Random::new(ORDER);
    let mut gradient = Gradient {
        values: vec![0.0; length],
        touched: Vec::new(),
    };
    let mut sums = vec![0.0; length];
    let mut summed = 0.0;
    for pass in 0..PASSES {
        random.shuffle(&mut pieces);
        for (index, range) in &pieces {
            let kept = kept(&mut random, &layout, &numbers[*index][range.clone()]);
            collect(
                &weights,
                &Piece::new(texts[*index], range.clone()),
                &kept,
                &mut gradient,
            );
            for at in gradient.touched.drain(..) {
                let value = std::mem::take(&mut gradient.values[at]);
                if value == 0.0 {
                    continue;
                }
                weights.squares[at] += value * value;
                weights.values[at] += RATE * value / weights.squares[at].sqrt();
            }
        }
        // The penalty of the whole pass, at each weight's own pace.
        for (value, square) in weights.values.iter_mut().zip(&weights.squares) {
            let pace = RATE / square.sqrt();
            *value /= 1.0 + pace * DECAY;
        }
        if pass * 2 >= PASSES {
            summed += 1.0;
            for (sum, value) in sums.iter_mut().zip(&weights.values) {
                *sum += value;
            }
        }
    }
    weights.values = sums.into_iter().map(|sum| sum / summed).collect();
    let network = network::learn(texts, &layout, &numbers);
    let model = rounded(&layout, &weights, &network);
    (layout, model)
}

/// The model of whole weights.
fn rounded(layout: &Layout, weights: &Weights, network: &Learned) -> Model {
    let mut model = Model::empty(layout);
    model.network = network.rounded(layout);
    let whole = |value: f64| (value * f64::from(SCALE)).round() as i32;
    for feature in 0..layout.total() {
        for state in 0..STATES {
            let weight = whole(weights.emission(feature, state) * (1.0 - LEFT_OUT));
            model.emission[feature].set(state, weight);
        }
    }
    let mut lean = |label: Option<Label>, by: f64| {
        for state in (0..STATES).filter(|state| label_of(*state).map(|(label, _)| label) == label) {
            let bias = &mut model.emission[0];
            bias.set(state, bias.get(state) + whole(by));
        }
    };
    lean(None, OUTSIDE);
    lean(Some(Label::Problem), PROBLEM);
    for boundary in 0..BOUNDARIES {
        for before in 0..STATES {
            for state in 0..STATES {
                let begins = before > 0 && label_of(state).is_some_and(|(_, first)| first);
                let lean = match boundary {
                    0 if before > 0 && label_of(state).is_none_or(|(_, first)| first) => LEAD_IN,
                    1.. if begins && allowed(boundary, 1, 2) => CUT,
                    _ => 0.0,
                };
                let value =
                    weights.values[weights.transition(boundary, before, state)] + network.step(boundary, before, state);
                model.transition[boundary][before][state] = whole(value + lean);
            }
        }
    }
    model
}

/// Pairs of characters at the edges of so many clauses at least get weights.
const COMMON: usize = 4;

/// The same for pairs anywhere in a clause. They are most of all, and rare ones say least for the room that they
/// take in the page.
const COMMON_INSIDE: usize = 10;

fn common(texts: &[&Text]) -> Vec<Gram> {
    let mut counts: BTreeMap<Gram, usize> = BTreeMap::new();
    for text in texts {
        let sight = text.sight();
        for index in 0..sight.clauses.len() {
            sight.grams(index, |gram| *counts.entry(gram).or_default() += 1);
        }
    }
    counts
        .into_iter()
        .filter(|(gram, count)| *count >= if gram.is_inside() { COMMON_INSIDE } else { COMMON })
        .map(|(gram, _)| gram)
        .collect()
}

/// Adds what one piece wants to change: what is there minus what the weights expect. `numbers` holds the
/// features of its clauses.
fn collect(weights: &Weights, piece: &Piece, numbers: &[Vec<u32>], gradient: &mut Gradient) {
    let scores: Vec<[f64; STATES]> = numbers
        .iter()
        .map(|numbers| {
            let mut row = [0.0; SLOTS];
            for number in numbers {
                let start = *number as usize * SLOTS;
                for (sum, value) in row.iter_mut().zip(&weights.values[start..start + SLOTS]) {
                    *sum += value;
                }
            }
            std::array::from_fn(|state| {
                let (places, count) = slots(state);
                places[..count].iter().map(|place| row[*place]).sum()
            })
        })
        .collect();
    let changes = piece.changes(
        &scores,
        |boundary, before, state| weights.values[weights.transition(boundary, before, state)],
        |boundary, before, state, change| gradient.add(weights.transition(boundary, before, state), change),
    );
    for (numbers, change) in numbers.iter().zip(changes) {
        let mut row = [0.0; SLOTS];
        for (state, change) in change.into_iter().enumerate() {
            let (places, count) = slots(state);
            for place in &places[..count] {
                row[*place] += change;
            }
        }
        for (place, change) in row.into_iter().enumerate() {
            if change.abs() > 1e-4 {
                for number in numbers {
                    gradient.add(*number as usize * SLOTS + place, change);
                }
            }
        }
    }
}
