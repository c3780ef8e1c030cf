//! The model: weights of a linear chain over clauses, and of a network beside them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::extraction::Label;
use super::super::row::{FEW, Row, add, lines};
use super::around::{AROUND, Around, names as around_names};
use super::feature::{Layout, features};
use super::gram::{Gram, Grams};
use super::network::Network;
use super::sight::Sight;
use super::words::{Group, Groups, set};

/// States of a clause: 0 outside, then for each label one for the first clause and one for the
/// clauses that follow.
pub const STATES: usize = 11;

/// The labels in the order of their states.
pub const LABELS: [Label; 5] = [
    Label::Measure,
    Label::Target,
    Label::Achievement,
    Label::Problem,
    Label::Rule,
];

/// One unit of the logarithm of odds becomes so much in whole weights, of the linear model and of the network each.
pub const SCALE: i32 = 10;

/// Kinds of boundary between two clauses.
pub const BOUNDARIES: usize = 10;

/// What the lines of features end with that the network knows.
const KNOWN: &str = "=";

/// How the states are written in the file of weights.
const LETTERS: [char; STATES] = ['-', 'M', 'm', 'T', 't', 'A', 'a', 'P', 'p', 'R', 'r'];

/// The label of a state, and whether a statement begins with it.
pub fn label(state: usize) -> Option<(Label, bool)> {
    let index = state.checked_sub(1)?;
    LABELS.get(index / 2).map(|label| (*label, index % 2 == 0))
}

/// Weights of features and of neighbouring states.
#[derive(Clone)]
pub struct Model {
    /// For each feature its weights.
    pub emission: Vec<Row>,
    /// For each feature of what stands around a clause its weights.
    pub around: Vec<Row>,
    /// What the features say together.
    pub network: Network,
    /// For each boundary, each state before it and each state behind it.
    pub transition: [[[i32; STATES]; STATES]; BOUNDARIES],
}

impl Model {
    /// A model that knows nothing.
    pub fn empty(layout: &Layout) -> Self {
        Self {
            emission: vec![Row::default(); layout.total()],
            around: vec![Row::default(); AROUND],
            network: Network::empty(layout.total()),
            transition: [[[0; STATES]; STATES]; BOUNDARIES],
        }
    }

    /// The model of the project.
    pub fn own() -> &'static (Layout, Self) {
        static OWN: LazyLock<(Layout, Model)> = LazyLock::new(|| {
            let data = include_str!("../data/weights.txt");
            let names = data.lines().filter_map(|line| line.split(' ').next());
            let layout = Layout::new(Grams::new(names.filter_map(Gram::parse).collect()));
            let model = Model::parse(&layout, data, include_str!("../data/network.txt"));
            (layout, model)
        });
        &OWN
    }

    /// Reads the files of weights, of the linear model and of the network. Unknown features are left out.
    pub fn parse(layout: &Layout, data: &str, network: &str) -> Self {
        // Pairs of characters are most of the features; they need no names.
        let names = layout.word_names();
        let numbers: HashMap<&str, usize> = names
            .iter()
            .enumerate()
            .map(|(number, name)| (name.as_str(), number))
            .collect();
        let number = |name: &str| match Gram::parse(name) {
            Some(gram) => layout.gram(gram),
            None => numbers.get(name).copied(),
        };
        let around = around_names();
        let mut model = Self::empty(layout);
        let known = data
            .lines()
            .filter_map(|line| line.strip_suffix(KNOWN)?.split(' ').next());
        model.network.read(network, known.map(number));
        for (name, weights) in lines(data, &LETTERS) {
            match name.strip_prefix("boundary:") {
                Some(place) => {
                    let mut place = place.chars();
                    let boundary = place.next().and_then(|char| char.to_digit(10));
                    let rows = boundary.and_then(|boundary| model.transition.get_mut(boundary as usize));
                    if let (Some(rows), Some(before)) = (rows, place.next().and_then(state)) {
                        weights.for_each(|(state, weight)| rows[before][state] = weight.clamp(-FARTHEST, FARTHEST));
                    }
                }
                None if name.starts_with("around:") => {
                    if let Some(number) = around.iter().position(|other| other == name) {
                        weights.for_each(|(state, weight)| model.around[number].set(state, weight));
                    }
                }
                None => {
                    if let Some(number) = number(name) {
                        weights.for_each(|(state, weight)| model.emission[number].set(state, weight));
                    }
                }
            }
        }
        model
    }

    /// Writes the weights of the linear model, without those that are 0, and those of the network.
    pub fn write(&self, layout: &Layout) -> (String, String) {
        let mut lines = Vec::new();
        let mut line = |name: String, row: [i32; STATES], known: bool| {
            let weights = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
            let mut parts = vec![name];
            parts.extend(weights.map(|(state, weight)| format!("{}{weight}", LETTERS[state])));
            parts.extend(known.then(|| KNOWN.to_owned()));
            if parts.len() > 1 {
                lines.push(parts.join(" "));
            }
        };
        for (boundary, rows) in self.transition.iter().enumerate() {
            for (state, row) in rows.iter().enumerate() {
                line(format!("boundary:{boundary}{}", LETTERS[state]), *row, false);
            }
        }
        let states = |row: &Row| std::array::from_fn(|state| row.get(state));
        for (name, row) in around_names().into_iter().zip(&self.around) {
            line(name, states(row), false);
        }
        for (number, (name, row)) in layout.names().into_iter().zip(&self.emission).enumerate() {
            line(name, states(row), self.network.knows(number));
        }
        (lines.join("\n") + "\n", self.network.write())
    }

    /// The sums of weights of every clause.
    pub fn scores(&self, layout: &Layout, sight: &Sight) -> Vec<[i32; STATES]> {
        let mut numbers = Vec::new();
        let (mut scores, mut sums) = (Vec::new(), Vec::new());
        for index in 0..sight.clauses.len() {
            features(layout, sight, index, &mut numbers);
            let mut score = [0; STATES];
            for few in numbers.chunks(FEW) {
                add(&mut score, &self.emission, few.iter().map(|number| *number as usize));
            }
            scores.push(score);
            sums.push(self.network.sums(&numbers));
        }
        self.network.add(sums, SCALE, &mut scores);
        scores
    }

    /// The sums once more, when it is known what probably stands around each clause.
    pub fn again(&self, scores: &[[i32; STATES]], around: &[Around]) -> Vec<[i32; STATES]> {
        let mut scores = scores.to_vec();
        for (sums, around) in scores.iter_mut().zip(around) {
            add(
                sums,
                &self.around,
                around.numbers().iter().map(|number| usize::from(*number)),
            );
        }
        scores
    }
}

/// No weight of a boundary is larger, so that differences stay far from the largest number.
const FARTHEST: i32 = 1 << 16;

fn state(letter: char) -> Option<usize> {
    LETTERS.iter().position(|other| *other == letter)
}

/// Whether a statement may begin with a state; outside counts.
pub(super) fn begins(state: usize) -> bool {
    state == 0 || state % 2 == 1
}

/// Boundaries below this one are inside a sentence.
const INSIDE: usize = 6;

/// A statement goes on only inside its sentence and with its own label.
pub fn allowed(boundary: usize, before: usize, state: usize) -> bool {
    begins(state) || boundary < INSIDE && (before == state || before + 1 == state)
}

/// The kind of boundary in front of a clause. Inside a sentence: behind a clause that leads in, before a
/// result, before a verb of orders, before a subject of its own, before an amount, any other. Then: behind
/// ；, behind a sentence, behind a line, behind a heading.
pub fn boundary(sight: &Sight, index: usize) -> usize {
    let (before, clause) = (&sight.clauses[index - 1], &sight.clauses[index]);
    if before.heading != clause.heading {
        9
    } else if before.paragraph != clause.paragraph {
        8
    } else if before.sentence == clause.sentence {
        let view = &sight.views[index];
        if sight.views[index - 1].leads_in() {
            0
        } else if view.core & RESULT != 0 && !view.subject {
            1
        } else if view.core & Group::Do.bit() != 0 && !view.subject {
            2
        } else if view.core != 0 && view.subject {
            3
        } else if view.numbers > view.dates {
            4
        } else {
            5
        }
    } else if before.closing == '；' {
        6
    } else {
        7
    }
}

const RESULT: Groups = set(&[Group::Raise, Group::Make, Group::Serve, Group::Trail]);

#[cfg(test)]
mod tests {
    use super::super::super::row::Row;
    use super::Model;

    #[test]
    fn weights_are_read_as_they_are_written() {
        let (layout, model) = Model::own();
        let (written, network) = model.write(layout);
        let read = Model::parse(layout, &written, &network);
        assert!(read.emission == model.emission && read.around == model.around && read.transition == model.transition);
        assert!(read.network == model.network);
        assert!(written.lines().count() > 1000);
        assert!(model.emission.last().is_some_and(|pair| *pair != Row::default()));
    }
}
