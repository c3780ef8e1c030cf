//! The weights of the chain over words.

use std::sync::LazyLock;

use super::feature::Feature;
use crate::extract::extraction::Role;
use crate::extract::row::{FEW, Row, add, lines};

/// States of a word: 0 outside, then for each tag one for its first word and one for those that follow.
pub const STATES: usize = 11;

/// How the states are written in the file of weights.
const LETTERS: [char; STATES] = ['-', 'A', 'a', 'L', 'l', 'R', 'r', 'S', 's', 'O', 'o'];

/// What a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Who is told to act, and how.
    Actor(Role),
    /// A body that is not told to act there.
    Organization,
}

impl Tag {
    /// All tags in the order of their states.
    pub const ALL: [Self; 5] = [
        Self::Actor(Role::Executor),
        Self::Actor(Role::Lead),
        Self::Actor(Role::Responsible),
        Self::Actor(Role::Support),
        Self::Organization,
    ];

    /// The state of its first word.
    pub fn state(self) -> usize {
        1 + 2 * Self::ALL.iter().position(|tag| *tag == self).unwrap_or(0)
    }

    /// The tag that a state begins.
    pub(super) fn begun_by(state: usize) -> Option<Self> {
        (state % 2 == 1).then(|| Self::ALL.get(state / 2).copied()).flatten()
    }

    /// Whether a state goes on with it.
    pub(super) fn goes_on(self, state: usize) -> bool {
        state == self.state() + 1
    }
}

/// Whether a state may follow another; the beginning of a sentence is like outside.
pub fn allowed(before: usize, state: usize) -> bool {
    state == 0 || state % 2 == 1 || before == state || before + 1 == state
}

/// Weights of features and of neighbouring states, in units of which 20 are a factor e of chance.
pub struct Model {
    rows: Vec<Row>,
    table: Table,
    /// From each state to each, and what never is.
    steps: [[i32; STATES]; STATES],
    /// The same to each state from each.
    steps_back: [[i32; STATES]; STATES],
}

impl Model {
    /// A model of features with their rows, and of steps from state to state.
    pub fn new(features: &[(Feature, Row)], steps: [[i32; STATES]; STATES]) -> Self {
        let steps: [[i32; STATES]; STATES] = std::array::from_fn(|before| {
            std::array::from_fn(|state| match allowed(before, state) {
                true => steps[before][state],
                false => NEVER,
            })
        });
        Self {
            steps_back: std::array::from_fn(|state| steps.map(|row| row[state])),
            rows: features.iter().map(|(_, row)| *row).collect(),
            table: Table::new(features.iter().map(|(feature, _)| *feature)),
            steps,
        }
    }

    /// The model of the project.
    pub(super) fn own() -> &'static Self {
        static OWN: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("../../data/tags.txt")));
        &OWN
    }

    /// Reads a file of weights. What it cannot use is left out.
    fn parse(data: &str) -> Self {
        let mut features = Vec::new();
        let mut steps = [[0; STATES]; STATES];
        for (name, weights) in lines(data, &LETTERS) {
            if let Some(before) = name.strip_prefix(AFTER) {
                if let Some(before) = before.chars().next().and_then(state) {
                    weights.for_each(|(state, weight)| steps[before][state] = weight.clamp(-FARTHEST, FARTHEST));
                }
            } else if let Some(feature) = Feature::parse(name) {
                let mut row = Row::default();
                weights.for_each(|(state, weight)| row.set(state, weight));
                features.push((feature, row));
            }
        }
        Self::new(&features, steps)
    }

    /// Writes the steps and some named features.
    pub fn write<'n>(&self, features: impl Iterator<Item = (&'n str, Row)>) -> String {
        let mut lines = String::new();
        let mut line = |name: &str, weight: &dyn Fn(usize) -> i32| {
            let weights = (0..STATES).filter(|state| weight(*state) != 0);
            let weights: Vec<String> = weights
                .map(|state| format!("{}{}", LETTERS[state], weight(state)))
                .collect();
            if !weights.is_empty() {
                lines.push_str(&format!("{name} {}\n", weights.join(" ")));
            }
        };
        for (before, steps) in self.steps.iter().enumerate() {
            let weight = |state: usize| if steps[state] == NEVER { 0 } else { steps[state] };
            line(&format!("{AFTER}{}", LETTERS[before]), &weight);
        }
        for (name, row) in features {
            line(name, &|state| row.get(state));
        }
        lines
    }

    /// The sum of the weights of a word's features.
    pub fn score(&self, features: &[Feature]) -> [i32; STATES] {
        let mut sums = [0; STATES];
        for few in features.chunks(FEW) {
            add(
                &mut sums,
                &self.rows,
                few.iter().filter_map(|feature| self.table.number(*feature)),
            );
        }
        sums
    }

    /// What the steps from each state to each weigh.
    pub(super) fn steps(&self) -> &[[i32; STATES]; STATES] {
        &self.steps
    }

    /// What the steps to each state from each weigh.
    pub(super) fn steps_back(&self) -> &[[i32; STATES]; STATES] {
        &self.steps_back
    }
}

/// What the lines of steps begin with.
const AFTER: &str = "after:";

/// Less than any reading weighs: at most 120 words of at most 256 features. Two of it are no overflow.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// No weight of a step is larger, so that sums stay far from the largest number.
const FARTHEST: i32 = 1 << 12;

fn state(letter: char) -> Option<usize> {
    LETTERS.iter().position(|other| *other == letter)
}

/// The numbers of the features that have weights: open addressing.
struct Table {
    /// One bit per hash: tells most features that have no weights without a look at the slots, which are many.
    filter: Vec<u64>,
    /// A feature with its number; none in an empty slot. Most slots are empty.
    slots: Vec<Option<(Feature, u32)>>,
}

/// Bits of the filter.
const FILTER: usize = 1 << 18;

impl Table {
    fn new(features: impl ExactSizeIterator<Item = Feature>) -> Self {
        let mut table = Self {
            filter: vec![0; FILTER / 64],
            slots: vec![None; (features.len() * 2).next_power_of_two().max(2)],
        };
        for (feature, number) in features.zip(0..) {
            let bit = feature.hash() as usize % FILTER;
            table.filter[bit / 64] |= 1 << (bit % 64);
            let slot = table.slot(feature);
            table.slots[slot] = Some((feature, number));
        }
        table
    }

    fn number(&self, feature: Feature) -> Option<usize> {
        let bit = feature.hash() as usize % FILTER;
        if self.filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        self.slots[self.slot(feature)].map(|(_, number)| number as usize)
    }

    /// The slot of a feature, or the empty one where it would go.
    fn slot(&self, feature: Feature) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = feature.hash() as usize & mask;
        while self.slots[at].is_some_and(|(other, _)| other != feature) {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::{Model, Row, STATES};
    use crate::extract::mention::tagger::feature::Feature;

    #[test]
    fn the_weights_of_the_project_are_all_read() {
        let lines = include_str!("../../data/tags.txt")
            .lines()
            .filter(|line| !line.starts_with('#'));
        let names: Vec<&str> = lines.filter_map(|line| line.split(' ').next()).collect();
        let features = names.iter().filter(|name| !name.starts_with("after:"));
        assert!(features.clone().all(|name| Feature::parse(name).is_some()));
        assert_eq!(Model::own().rows.len(), features.count());
    }

    #[test]
    fn what_is_written_is_read_and_other_features_count_nothing() {
        let (known, other) = (
            Feature::parse("word:牵头").unwrap(),
            Feature::parse("word:配合").unwrap(),
        );
        let mut row = Row::default();
        row.set(1, -7);
        row.set(10, 300);
        let mut steps = [[0; STATES]; STATES];
        steps[1][2] = 5;
        let written = Model::new(&[(known, row)], steps).write([("word:牵头", row)].into_iter());
        assert_eq!(written, "after:A a5\nword:牵头 A-7 o127\n");
        let read = Model::parse(&written);
        assert_eq!(
            (read.score(&[known, other])[1], read.steps[1][2], read.steps_back[2][0]),
            (-7, 5, super::NEVER)
        );
    }
}
