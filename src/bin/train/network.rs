//! Learning the network: step by step against the slope, with weights of its own for steps between states.

use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::model::{BOUNDARIES, STATES};
use juyao::extract::statement::network::{BESIDE, FARTHEST, LAYER, LAYER_UNIT, Network, UNIT, WIDTH};

use crate::chances::{Piece, pieces};
use crate::descent::Descent;
use crate::layer::{Rows, SILENT, back, beside, layer, slope, through};
use crate::left_out::{LEFT_OUT, kept};
use crate::random::Random;
use crate::text::Text;

/// Features of so many clauses at least get weights.
const COMMON: usize = 30;

/// Passes over the texts.
const PASSES: usize = 7;

/// Clauses of one step, at least.
const STEP: usize = 128;

/// Clauses of one piece, at least, when it ends at the end of a sentence.
const PIECE: usize = 60;

/// What the first weights and the order of learning begin with: any number but 0.
const ORDER: u64 = 88_172_645_463_325_252;

/// Where the weights of each part begin, in one row of all.
#[derive(Clone, Copy)]
struct Parts {
    first: usize,
    second: usize,
    last: usize,
    steps: usize,
    all: usize,
}

impl Parts {
    fn new(rows: usize) -> Self {
        let first = rows * WIDTH;
        let second = first + (BESIDE * WIDTH + 1) * LAYER;
        let last = second + (BESIDE * LAYER + 1) * LAYER;
        let steps = last + (2 * LAYER + 1) * STATES;
        Self {
            first,
            second,
            last,
            steps,
            all: steps + BOUNDARIES * STATES * STATES,
        }
    }

    fn step(&self, boundary: usize, before: usize, state: usize) -> usize {
        self.steps + (boundary * STATES + before) * STATES + state
    }
}

/// What was learned.
pub(crate) struct Learned {
    values: Vec<f32>,
    parts: Parts,
    /// The features with weights.
    features: Vec<u32>,
}

/// The network that explains the texts best; `numbers` holds the features of each clause of each text.
pub(crate) fn learn(texts: &[&Text], layout: &Layout, numbers: &[Vec<Vec<u32>>]) -> Learned {
    let mut counts = vec![0_usize; layout.total()];
    numbers
        .iter()
        .flatten()
        .flatten()
        .for_each(|number| counts[*number as usize] += 1);
    let features: Vec<u32> = (0..layout.total() as u32)
        .filter(|number| counts[*number as usize] >= COMMON)
        .collect();
    let mut places = vec![u32::MAX; layout.total()];
    for (place, feature) in features.iter().enumerate() {
        places[*feature as usize] = place as u32;
    }
    let known: Vec<Vec<Vec<u32>>> = numbers
        .iter()
        .map(|rows| {
            let known = |row: &Vec<u32>| {
                row.iter()
                    .copied()
                    .filter(|at| places[*at as usize] != u32::MAX)
                    .collect()
            };
            rows.iter().map(known).collect()
        })
        .collect();
    let parts = Parts::new(features.len());
    let mut random = Random::new(ORDER);
    let mut values = vec![0.0_f32; parts.all];
    let mut spread = |range: std::ops::Range<usize>, most: f32| {
        for value in &mut values[range] {
            *value = (random.below(20_001) as f32 / 10_000.0 - 1.0) * most;
        }
    };
    spread(0..parts.first, 0.08);
    spread(parts.first..parts.second, (1.0 / (BESIDE * WIDTH) as f32).sqrt());
    spread(parts.second..parts.last, (1.0 / (BESIDE * LAYER) as f32).sqrt());
    spread(parts.last..parts.steps, (1.0 / (2 * LAYER) as f32).sqrt());
    let mut pieces = pieces(texts, |before, clause, length| {
        length >= PIECE && clause.sentence != before.sentence
    });
    let clauses: usize = texts.iter().map(|text| text.clauses.len()).sum();
    let mut descent = Descent::new(parts.all, PASSES * clauses / STEP);
    let mut gradient = vec![0.0_f32; parts.all];
    let mut seen = 0;
    for _ in 0..PASSES {
        random.shuffle(&mut pieces);
        for (index, range) in &pieces {
            let mut kept = kept(&mut random, layout, &known[*index][range.clone()]);
            let features = kept.iter_mut().flatten();
            features.for_each(|feature| *feature = places[*feature as usize]);
            let piece = Piece::new(texts[*index], range.clone());
            collect(&values, parts, &kept, &piece, &mut random, &mut gradient);
            seen += range.len();
            if seen < STEP {
                continue;
            }
            descent.step(&mut values, &mut gradient, 1.0 / seen as f32);
            let limit = |values: &mut [f32], unit: i32| {
                let most = FARTHEST as f32 / unit as f32;
                values.iter_mut().for_each(|value| *value = value.clamp(-most, most));
            };
            limit(&mut values[..parts.first], UNIT);
            limit(&mut values[parts.first..parts.steps], LAYER_UNIT);
            seen = 0;
        }
    }
    Learned {
        values,
        parts,
        features,
    }
}

impl Learned {
    /// The weight of a boundary with the states before and behind it.
    pub(crate) fn step(&self, boundary: usize, before: usize, state: usize) -> f64 {
        self.values[self.parts.step(boundary, before, state)].into()
    }

    /// The network of whole weights.
    pub(crate) fn rounded(&self, layout: &Layout) -> Network {
        let mut network = Network::empty(layout.total());
        let whole = |value: f32, unit: i32| (value * unit as f32).round() as i32;
        for (feature, row) in self.features.iter().zip(self.values.chunks_exact(WIDTH)) {
            network.set(*feature as usize, std::array::from_fn(|at| whole(row[at], UNIT)));
        }
        let Parts {
            first,
            second,
            last,
            steps,
            ..
        } = self.parts;
        for (layer, range, out) in [
            (0, first..second, LAYER),
            (1, second..last, LAYER),
            (2, last..steps, STATES),
        ] {
            for row in self.values[range].chunks_exact(out) {
                let row: Vec<i32> = row.iter().map(|value| whole(*value, LAYER_UNIT)).collect();
                network.set_layer(layer, &row);
            }
        }
        network
    }
}

/// Adds what a piece wants to change; `kept` holds the places of the features of its clauses.
fn collect(values: &[f32], parts: Parts, kept: &[Vec<u32>], piece: &Piece, random: &mut Random, gradient: &mut [f32]) {
    let count = kept.len();
    let mut mask = || {
        if random.happens(SILENT) {
            0.0
        } else {
            1.0 / (1.0 - SILENT as f32)
        }
    };
    let mut sums: Rows<WIDTH> = vec![[0.0; WIDTH]; count];
    for (sums, kept) in sums.iter_mut().zip(kept) {
        for place in kept {
            let row = &values[*place as usize * WIDTH..][..WIDTH];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        for sum in sums {
            *sum = (*sum / (1.0 - LEFT_OUT as f32)).max(0.0) * mask();
        }
    }
    let mut first: Rows<LAYER> = (0..count)
        .map(|at| layer(&values[parts.first..parts.second], BESIDE * WIDTH, &beside(&sums, at)))
        .collect();
    first
        .iter_mut()
        .flatten()
        .for_each(|value| *value = value.max(0.0) * mask());
    let mut second: Rows<LAYER> = (0..count)
        .map(|at| layer(&values[parts.second..parts.last], BESIDE * LAYER, &beside(&first, at)))
        .collect();
    second
        .iter_mut()
        .flatten()
        .for_each(|value| *value = value.max(0.0) * mask());
    let scores: Vec<[f64; STATES]> = (0..count)
        .map(|at| {
            let scores: [f32; STATES] = layer(
                &values[parts.last..parts.steps],
                2 * LAYER,
                &[Some(&first[at]), Some(&second[at])],
            );
            scores.map(f64::from)
        })
        .collect();
    let changes = piece.changes(
        &scores,
        |boundary, before, state| values[parts.step(boundary, before, state)].into(),
        |boundary, before, state, change| gradient[parts.step(boundary, before, state)] += change as f32,
    );
    // Back through the layers.
    let mut to_first = vec![[0.0; LAYER]; count];
    let mut to_second = vec![[0.0; LAYER]; count];
    for at in 0..count {
        let change = changes[at].map(|change| change as f32);
        let inputs = [Some(&first[at]), Some(&second[at])];
        let range = parts.last..parts.steps;
        let into = &mut [Some(&mut to_first[at]), Some(&mut to_second[at])];
        back(&values[range.clone()], &mut gradient[range], &change, &inputs, into);
    }
    let mut to_sums = vec![[0.0; WIDTH]; count];
    let range = parts.second..parts.last;
    through(
        &values[range.clone()],
        &mut gradient[range],
        &to_second,
        &second,
        &first,
        &mut to_first,
    );
    let range = parts.first..parts.second;
    through(
        &values[range.clone()],
        &mut gradient[range],
        &to_first,
        &first,
        &sums,
        &mut to_sums,
    );
    for ((change, sums), kept) in to_sums.iter().zip(&sums).zip(kept) {
        let change = slope(change, sums).map(|change| change / (1.0 - LEFT_OUT as f32));
        for place in kept {
            let row = &mut gradient[*place as usize * WIDTH..][..WIDTH];
            row.iter_mut().zip(&change).for_each(|(sum, value)| *sum += value);
        }
    }
}
