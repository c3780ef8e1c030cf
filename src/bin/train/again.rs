//! Learning what stands around a clause: from first looks by models that have not seen the text.

use std::thread;

use juyao::extract::row::Row;
use juyao::extract::statement::around::{AROUND, Around, around};
use juyao::extract::statement::chain::Chain;
use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::model::{Model, STATES};

use crate::learn::learn;
use crate::text::{Text, parts};

/// How many parts the texts make; each is looked at by a model of the others.
const PARTS: usize = 5;

/// Passes over the texts; the weights of the second half count together.
const PASSES: usize = 30;

/// How fast weights move, in units of the logarithm of odds.
const RATE: f64 = 0.05;

/// How strongly weights are drawn to 0.
const DECAY: f64 = 1.0;

/// One unit of the logarithm of odds in the file of whole weights, as chances are made from them.
const SCALE: f64 = 25.0;

/// Outside, then the labels.
const KINDS: usize = STATES.div_ceil(2);

/// What a text looks like to a model that has not seen it.
struct Look<'a> {
    text: &'a Text,
    model: &'a Model,
    scores: Vec<[i32; STATES]>,
    around: Vec<Around>,
}

/// A model that looks twice. Equal texts in equal order give equal weights.
pub(crate) fn learn_again(texts: &[&Text]) -> (Layout, Model) {
    let part = parts(texts, PARTS);
    let others = |own: usize| -> Vec<&Text> {
        let other = texts.iter().zip(&part).filter(|(_, part)| **part != own);
        other.map(|(text, _)| *text).collect()
    };
    // Two at a time: the last one learns from all texts.
    let mut models: Vec<(Layout, Model)> = Vec::new();
    for pair in (0..=PARTS).collect::<Vec<_>>().chunks(2) {
        thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|own| scope.spawn(|| learn(&others(*own)))).collect();
            models.extend(running.into_iter().filter_map(|run| run.join().ok()));
        });
    }
    let Some((layout, mut model)) = models.pop() else {
        return learn(texts);
    };
    let looks: Vec<Look> = texts
        .iter()
        .zip(&part)
        .map(|(text, part)| {
            let (layout, model) = &models[*part];
            let sight = text.sight();
            let scores = model.scores(layout, &sight);
            let around = around(&sight, &Chain::new(model, &sight, &scores));
            Look {
                text,
                model,
                scores,
                around,
            }
        })
        .collect();
    model.around = weigh(&looks);
    (layout, model)
}

fn weigh(looks: &[Look]) -> Vec<Row> {
    let mut values = vec![[0.0; KINDS]; AROUND];
    let mut squares = vec![[1e-3; KINDS]; AROUND];
    let mut sums = vec![[0.0; KINDS]; AROUND];
    for pass in 0..PASSES {
        for look in looks {
            let sight = look.text.sight();
            let mut model = look.model.clone();
            model.around = values.iter().map(whole).collect();
            let chain = Chain::new(&model, &sight, &model.again(&look.scores, &look.around));
            let mut gradient = vec![[0.0; KINDS]; AROUND];
            for (at, around) in look.around.iter().enumerate() {
                let mut change = [0.0; KINDS];
                for (state, chance) in chain.states(at).into_iter().enumerate() {
                    change[state.div_ceil(2)] -= chance;
                }
                change[look.text.states[at].div_ceil(2)] += 1.0;
                for number in around.numbers() {
                    for (sum, change) in gradient[*number as usize].iter_mut().zip(change) {
                        *sum += change;
                    }
                }
            }
            for (number, row) in gradient.iter().enumerate() {
                for (kind, change) in row.iter().enumerate().filter(|(_, change)| **change != 0.0) {
                    squares[number][kind] += change * change;
                    values[number][kind] += RATE * change / squares[number][kind].sqrt();
                }
            }
        }
        for (row, squares) in values.iter_mut().zip(&squares) {
            for (value, square) in row.iter_mut().zip(squares) {
                *value /= 1.0 + RATE / square.sqrt() * DECAY;
            }
        }
        if pass * 2 >= PASSES {
            for (sums, row) in sums.iter_mut().zip(&values) {
                for (sum, value) in sums.iter_mut().zip(row) {
                    *sum += value / (PASSES / 2) as f64;
                }
            }
        }
    }
    sums.iter().map(whole).collect()
}

/// The weights of the states, from those of their kinds.
fn whole(row: &[f64; KINDS]) -> Row {
    let mut weights = Row::default();
    for state in 0..STATES {
        weights.set(state, (row[state.div_ceil(2)] * SCALE).round() as i32);
    }
    weights
}
