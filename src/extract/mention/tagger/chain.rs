//! The best reading of a sentence, and by how much it is better than others.

use super::model::{Model, NEVER, STATES, allowed};

/// The sums of weights of the words of a sentence.
pub(super) struct Emission<'a>(pub(super) &'a [[i32; STATES]]);

/// What the best readings through each state of each word weigh.
pub(super) struct Chain<'a> {
    model: &'a Model,
    /// The best that leads to a state, with the state.
    forward: Vec<[i32; STATES]>,
    /// The best that can follow a state.
    backward: Vec<[i32; STATES]>,
}

impl<'a> Chain<'a> {
    pub(super) fn new(model: &'a Model, emission: Emission<'_>) -> Self {
        let emission = emission.0;
        let mut forward: Vec<[i32; STATES]> = Vec::with_capacity(emission.len());
        for row in emission {
            let best = match forward.last() {
                None => std::array::from_fn(|state| if allowed(0, state) { 0 } else { NEVER }),
                Some(before) => step(before, model.steps()),
            };
            forward.push(sum(&best, row));
        }
        let mut backward: Vec<[i32; STATES]> = vec![[0; STATES]; emission.len()];
        for at in (1..emission.len()).rev() {
            backward[at - 1] = step(&sum(&backward[at], &emission[at]), model.steps_back());
        }
        Self {
            model,
            forward,
            backward,
        }
    }

    /// The states of the best reading; of equally good ones that with the lower states at the end.
    pub(super) fn best(&self) -> Vec<usize> {
        let mut path = vec![0; self.forward.len()];
        let Some(last) = self.forward.last() else { return path };
        let mut state = first_of_largest(last.iter().copied());
        for at in (0..path.len()).rev() {
            path[at] = state;
            if let Some(before) = at.checked_sub(1) {
                let row = &self.forward[before];
                let steps = &self.model.steps_back()[state];
                state = first_of_largest(row.iter().zip(steps).map(|(row, step)| (row + step).max(NEVER)));
            }
        }
        path
    }

    /// By how much the best reading through a state of a word is better than the best through any other.
    pub(super) fn margin(&self, at: usize, state: usize) -> i32 {
        let weight = |state: usize| self.forward[at][state] + self.backward[at][state];
        let other = (0..STATES).filter(|other| *other != state).map(weight).max();
        weight(state) - other.unwrap_or(NEVER)
    }
}

/// For each state the best of its neighbours with the step between them; `steps` are those from each neighbour.
fn step(row: &[i32; STATES], steps: &[[i32; STATES]; STATES]) -> [i32; STATES] {
    let mut best = [NEVER; STATES];
    for (weight, steps) in row.iter().zip(steps) {
        for (best, step) in best.iter_mut().zip(steps) {
            *best = (*best).max(weight + step);
        }
    }
    best
}

/// The sums of two rows, none of them less than never.
fn sum(one: &[i32; STATES], other: &[i32; STATES]) -> [i32; STATES] {
    std::array::from_fn(|state| (one[state] + other[state]).max(NEVER))
}

fn first_of_largest(weights: impl Iterator<Item = i32>) -> usize {
    let best = weights
        .enumerate()
        .max_by_key(|(at, weight)| (*weight, std::cmp::Reverse(*at)));
    best.map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{Chain, Emission, STATES};
    use crate::extract::mention::tagger::model::Model;

    /// Sums of weights of a word that speak for one state.
    fn word(state: usize, weight: i32) -> [i32; STATES] {
        std::array::from_fn(|other| if other == state { weight } else { 0 })
    }

    #[test]
    fn the_best_reading_weighs_most_and_begins_each_name_with_its_first_word() {
        let model = Model::new(&[], [[0; STATES]; STATES]);
        // The second word would go on with a name that none begins.
        let emission = [word(0, 5), word(2, 9), word(9, 7), word(10, 7), word(0, 3)];
        let chain = Chain::new(&model, Emission(&emission));
        assert_eq!(chain.best(), [1, 2, 9, 10, 0]);
        assert_eq!(chain.margin(1, 2), 4);
        assert_eq!(chain.margin(4, 0), 3);
    }

    #[test]
    fn no_sentence_is_too_short_or_too_heavy() {
        let model = Model::new(&[], [[4096; STATES]; STATES]);
        assert!(Chain::new(&model, Emission(&[])).best().is_empty());
        let heavy = vec![word(1, 60 * 127); 120];
        assert_eq!(Chain::new(&model, Emission(&heavy)).best(), [1; 120]);
    }
}
