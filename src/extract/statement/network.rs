//! A network over the same features: what the linear model cannot say, that two things together mean something else
//! than each alone. It sums up each clause in a few numbers, looks at them twice with those of the clauses beside
//! it, and adds what it thinks of the states to the sums of the linear model.
//!
//! All its numbers are whole, so that it says the same on every machine.

use super::model::STATES;

/// In how many numbers a clause is summed up.
pub const WIDTH: usize = 32;

/// How many numbers each of the two layers makes of a clause and those beside it.
pub const LAYER: usize = 64;

/// A clause, the one before and the one behind.
pub const BESIDE: usize = 3;

/// One is so much in the weights of features, and in all numbers that the layers make.
pub const UNIT: i32 = 32;

/// One is so much in the weights of layers.
pub const LAYER_UNIT: i32 = 64;

/// No number that a layer makes is larger.
const MOST: i32 = 4095;

/// No weight is farther from 0.
pub const FARTHEST: i32 = 46;

/// The weights of the network. Made empty, then filled: layers by their lines in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// For each feature the place of its weights in `rows` and 1; 0 for features without.
    places: Vec<u16>,
    rows: Vec<[i8; WIDTH]>,
    /// From the sums of the clause before, the clause itself and the one behind.
    first: Layer<LAYER>,
    /// From the first layer of the same three clauses.
    second: Layer<LAYER>,
    /// From both layers to the states.
    last: Layer<STATES>,
}

/// The weights from some numbers to others.
#[derive(Clone, Debug, Default, PartialEq)]
struct Layer<const OUT: usize> {
    /// For each number that goes in, its weights; behind them, what is added in the end.
    rows: Vec<[i32; OUT]>,
}

impl<const OUT: usize> Layer<OUT> {
    /// What comes out, given what goes in: so many times [`UNIT`] times [`LAYER_UNIT`].
    fn apply<'n>(&self, numbers: impl Iterator<Item = &'n [i32]>) -> [i32; OUT] {
        let mut sums = self.rows.last().map_or([0; OUT], |row| row.map(|value| value * UNIT));
        for (number, row) in numbers.flatten().zip(&self.rows) {
            if *number != 0 {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += number * weight;
                }
            }
        }
        sums
    }
}

impl Network {
    /// A network without weights, for so many features.
    pub fn empty(features: usize) -> Self {
        Self {
            places: vec![0; features],
            ..Self::default()
        }
    }

    /// The sums of the weights of some features.
    pub fn sums(&self, features: &[u32]) -> [i32; WIDTH] {
        let mut sums = [0; WIDTH];
        for few in features.chunks(FEW) {
            let mut part = [0_i16; WIDTH];
            for feature in few {
                let place = usize::from(self.places[*feature as usize]);
                if let Some(row) = place.checked_sub(1).and_then(|place| self.rows.get(place)) {
                    for (sum, weight) in part.iter_mut().zip(row) {
                        *sum += i16::from(*weight);
                    }
                }
            }
            for (sum, part) in sums.iter_mut().zip(part) {
                *sum += i32::from(part);
            }
        }
        sums
    }

    /// Adds to the scores of each clause what its sums and those beside it say, given how much a factor e of
    /// chance is in scores.
    pub fn add(&self, mut sums: Vec<[i32; WIDTH]>, factor: i32, scores: &mut [[i32; STATES]]) {
        if self.last.rows.is_empty() {
            return;
        }
        for sums in &mut sums {
            *sums = sums.map(|sum| sum.clamp(0, MOST));
        }
        let first: Vec<_> = (0..sums.len())
            .map(|at| kept(self.first.apply(beside(&sums, at))))
            .collect();
        let second = (0..first.len()).map(|at| kept(self.second.apply(beside(&first, at))));
        for ((scores, first), second) in scores.iter_mut().zip(&first).zip(second) {
            let added = self.last.apply([&first[..], &second[..]].into_iter());
            for (score, added) in scores.iter_mut().zip(added) {
                *score += added * factor / (UNIT * LAYER_UNIT);
            }
        }
    }

    /// Sets the weights of a feature.
    pub fn set(&mut self, feature: usize, weights: [i32; WIDTH]) {
        self.rows
            .push(weights.map(|weight| weight.clamp(-FARTHEST, FARTHEST) as i8));
        self.places[feature] = u16::try_from(self.rows.len()).unwrap_or(0);
    }

    /// Sets the weights of one number that goes into a layer, or what is added in the end: of the first layer, the
    /// second, the last.
    pub fn set_layer(&mut self, layer: usize, weights: &[i32]) {
        fn push<const OUT: usize>(layer: &mut Layer<OUT>, weights: &[i32]) {
            let weight = |at: usize| weights.get(at).copied().unwrap_or(0);
            layer.rows.push(std::array::from_fn(weight));
        }
        match layer {
            0 => push(&mut self.first, weights),
            1 => push(&mut self.second, weights),
            _ => push(&mut self.last, weights),
        }
    }

    /// Whether a feature has weights.
    pub(super) fn knows(&self, feature: usize) -> bool {
        self.places[feature] != 0
    }

    /// Writes the weights: a line for each number that goes into a layer, then one for each feature that has any, in
    /// the order in which they were set.
    pub(super) fn write(&self) -> String {
        fn lines<const OUT: usize>(layer: &Layer<OUT>) -> impl Iterator<Item = String> {
            layer.rows.iter().map(|row| written(*row))
        }
        let layers = lines(&self.first).chain(lines(&self.second)).chain(lines(&self.last));
        let rows = self.rows.iter().map(|row| written(row.map(i32::from)));
        layers.chain(rows).fold(String::new(), |text, line| text + &line + "\n")
    }

    /// Reads what was written, for the features that have weights, in their order; those of unknown features are
    /// left out.
    pub(super) fn read(&mut self, data: &str, features: impl IntoIterator<Item = Option<usize>>) {
        let mut lines = data.lines().filter(|line| !line.starts_with("# "));
        for (layer, inputs) in INPUTS.into_iter().enumerate() {
            for line in lines.by_ref().take(inputs) {
                self.set_layer(layer, &read(line).collect::<Vec<_>>());
            }
        }
        for (feature, line) in features.into_iter().zip(lines) {
            let Some(feature) = feature else { continue };
            let mut weights = read(line);
            self.set(feature, std::array::from_fn(|_| weights.next().unwrap_or(0)));
        }
    }
}

/// How many rows of weights each layer has: one for each number that goes in and one that is added in the end.
const INPUTS: [usize; 3] = [BESIDE * WIDTH + 1, BESIDE * LAYER + 1, 2 * LAYER + 1];

/// The weights of so many features add up to less than the largest number of two bytes.
const FEW: usize = 512;

/// The numbers of a clause and those beside it.
fn beside<const COUNT: usize>(all: &[[i32; COUNT]], at: usize) -> impl Iterator<Item = &[i32]> {
    let none = const { &[0; COUNT] };
    let other = |at: Option<usize>| at.and_then(|at| all.get(at)).unwrap_or(none).as_slice();
    [other(at.checked_sub(1)), other(Some(at)), other(Some(at + 1))].into_iter()
}

/// What a layer makes of its sums: nothing of what is below 0.
fn kept(sums: [i32; LAYER]) -> [i32; LAYER] {
    sums.map(|sum| (sum / LAYER_UNIT).clamp(0, MOST))
}

/// Weights are written as one character each: from `!` to `}`, 0 in the middle.
const MIDDLE: u8 = b'!' + FARTHEST as u8;

fn written(weights: impl IntoIterator<Item = i32>) -> String {
    let char = |weight: i32| char::from((i32::from(MIDDLE) + weight.clamp(-FARTHEST, FARTHEST)) as u8);
    weights.into_iter().map(char).collect()
}

fn read(text: &str) -> impl Iterator<Item = i32> {
    let weight = |byte: u8| (i32::from(byte) - i32::from(MIDDLE)).clamp(-FARTHEST, FARTHEST);
    text.bytes().map(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One feature that speaks for the first state of the clause behind.
    fn network() -> Network {
        let mut network = Network::empty(2);
        let only = |at: usize, weight: i32| move |place: usize| if place == at { weight } else { 0 };
        network.set(0, std::array::from_fn(only(0, UNIT)));
        let half = LAYER_UNIT / 2;
        for (layer, (out, weight)) in [(LAYER, half), (LAYER, 0), (STATES, half)].into_iter().enumerate() {
            for row in 0..INPUTS[layer] {
                let weight = if row == 0 { weight } else { 0 };
                network.set_layer(layer, &Vec::from_iter((0..out).map(only(0, weight))));
            }
        }
        network
    }

    #[test]
    fn a_clause_hears_of_the_one_before() {
        let network = network();
        let sums = [&[0_u32][..], &[1], &[]].map(|features| network.sums(features));
        assert_eq!(sums[0][0], UNIT);
        let mut scores = vec![[0; STATES]; 3];
        network.add(sums.to_vec(), 100, &mut scores);
        assert_eq!(scores.iter().map(|row| row[0]).collect::<Vec<_>>(), [0, 25, 0]);
    }

    #[test]
    fn an_empty_network_says_nothing() {
        let network = Network::empty(1);
        let mut scores = vec![[7; STATES]];
        network.add(vec![network.sums(&[0])], 100, &mut scores);
        assert_eq!(scores, [[7; STATES]]);
    }

    #[test]
    fn weights_are_read_as_they_are_written() {
        let weights: Vec<i32> = (-FARTHEST..=FARTHEST).collect();
        let text = written(weights.iter().copied());
        assert!(text.starts_with('!') && text.ends_with('}'));
        assert_eq!(read(&text).collect::<Vec<_>>(), weights);
        let network = network();
        let mut again = Network::empty(2);
        again.read(&network.write(), [Some(0)]);
        assert_eq!(again, network);
    }
}
