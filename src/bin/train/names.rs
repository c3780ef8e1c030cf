//! Learning who is named: the weights of the tagger, a conditional random field over words.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use juyao::extract::Role;
use juyao::extract::clean::clean;
use juyao::extract::lexicon::Lexicon;
use juyao::extract::mention::sentences;
use juyao::extract::mention::tagger::feature::{Feature, Part, folded};
use juyao::extract::mention::tagger::model::{Model, STATES, Tag, allowed};
use juyao::extract::outline::outline;
use juyao::extract::row::Row;
use juyao::text::Span;

use crate::marked::marked;
use crate::random::Random;

/// What the order of learning begins with: any number but 0.
const ORDER: u64 = 675_539_944_105_574;

/// How the tags are written inside texts.
const LETTERS: [(&str, Tag); 5] = [
    ("A", Tag::Actor(Role::Executor)),
    ("AL", Tag::Actor(Role::Lead)),
    ("AR", Tag::Actor(Role::Responsible)),
    ("AS", Tag::Actor(Role::Support)),
    ("O", Tag::Organization),
];

/// Their names, in the same order.
pub(crate) const TAGS: [&str; LETTERS.len()] = ["executor", "lead", "responsible", "support", "organization"];

/// Passes over the sentences; the weights of the second half count together.
const PASSES: usize = 14;

/// How fast weights move.
const RATE: f64 = 0.1;

/// How strongly weights are drawn to 0, each by so much at its own pace: what is not needed becomes 0.
const PULL: f64 = 0.5;

/// In every step each feature of a word is left out with this chance, so that none is explained by one rare
/// word alone.
const LEFT_OUT: f64 = 0.3;

/// What is added to each word outside of names in the end, so that about as many are missed as are made up.
const LEAN: f64 = -0.4;

/// Features of so many words at least get weights.
const COMMON: usize = 3;

/// One unit of the logarithm of odds becomes so much in the file of whole weights.
const SCALE: f64 = 20.0;

/// A feature without a weight as far from 0 as this is left out of the file.
const LEAST: i32 = 4;

/// A sentence with the right state of each word.
pub(crate) struct Sentence {
    features: Vec<Vec<Feature>>,
    states: Vec<usize>,
}

/// The sentences of an annotated text, and the texts that their features look at.
pub(crate) struct Text {
    pub(crate) sentences: Vec<Sentence>,
    texts: BTreeMap<Part, String>,
}

/// Reads a text that holds its annotations.
pub(crate) fn read(lexicon: &dyn Lexicon, path: &Path) -> Result<Text, Box<dyn Error>> {
    let (source, gold) = marked(&fs::read_to_string(path)?, &LETTERS.map(|(letters, _)| letters));
    let cleaned = clean(&source);
    let words = lexicon.words(cleaned.text());
    let mut starts: HashMap<u32, (Span, usize)> = HashMap::new();
    for (span, tag) in gold {
        starts.insert(span.start().0, (span, LETTERS[tag].1.state()));
    }
    let mut texts = BTreeMap::new();
    let made = sentences(&cleaned, &outline(&cleaned), &words);
    let sentences = made.into_iter().map(|sentence| {
        let spans: Vec<Span> = sentence
            .words
            .iter()
            .map(|range| cleaned.original(Span::at(range.start, range.end)))
            .collect();
        let mut states = vec![0; spans.len()];
        let mut at = 0;
        while at < spans.len() {
            let begun = starts.get(&spans[at].start().0);
            let last = begun.and_then(|(span, _)| (at..spans.len()).find(|last| spans[*last].end() == span.end()));
            if let (Some((_, state)), Some(last)) = (begun, last) {
                states[at] = *state;
                states[at + 1..=last].fill(state + 1);
                at = last;
            }
            at += 1;
        }
        for range in sentence.words {
            let word = &cleaned.text()[range];
            let chars: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
            let tail = |count: usize| &word[chars.len().checked_sub(count).map_or(0, |at| chars[at])..];
            let head = &word[..chars.get(1).copied().unwrap_or(word.len())];
            for text in [word, tail(1), tail(2), head] {
                texts.entry(Part::text(text)).or_insert_with(|| folded(text).to_owned());
            }
        }
        Sentence {
            features: sentence.features,
            states,
        }
    });
    Ok(Text {
        sentences: sentences.collect(),
        texts,
    })
}

/// Learns from some texts, and writes what was learned. Equal texts in equal order give equal weights.
pub(crate) fn learn(texts: &[&Text]) -> (Model, String) {
    let mut counts: BTreeMap<Feature, usize> = BTreeMap::new();
    let all = || texts.iter().flat_map(|text| &text.sentences);
    for feature in all().flat_map(|sentence| &sentence.features).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let known: Vec<Feature> = counts
        .into_iter()
        .filter(|(_, count)| *count >= COMMON)
        .map(|(feature, _)| feature)
        .collect();
    let numbers: HashMap<Feature, usize> = known.iter().copied().zip(0..).collect();
    let mut sentences: Vec<(Vec<Vec<usize>>, &[usize])> = all()
        .map(|sentence| {
            let rows = sentence.features.iter();
            let rows = rows.map(|row| row.iter().filter_map(|feature| numbers.get(feature).copied()).collect());
            (rows.collect(), sentence.states.as_slice())
        })
        .collect();
    let mut weights = Weights::new(known.len());
    let mut random = Random::new(ORDER);
    for pass in 0..PASSES {
        random.shuffle(&mut sentences);
        for (rows, states) in &sentences {
            let kept: Vec<Vec<usize>> = rows
                .iter()
                .map(|row| row.iter().copied().filter(|_| !random.happens(LEFT_OUT)).collect())
                .collect();
            weights.step(&kept, states);
        }
        weights.pull();
        if pass * 2 >= PASSES {
            weights.count();
        }
    }
    let whole = |value: f64| (value * SCALE).round() as i32;
    let steps = std::array::from_fn(|before| {
        std::array::from_fn(|state| match allowed(before, state) {
            true => whole(weights.mean(known.len() + before, state)),
            false => 0,
        })
    });
    let names: BTreeMap<Part, &str> = texts
        .iter()
        .flat_map(|text| &text.texts)
        .map(|(part, text)| (*part, text.as_str()))
        .collect();
    let mut rows = Vec::new();
    let mut named = Vec::new();
    for (number, feature) in known.into_iter().enumerate() {
        let mut row = Row::default();
        let weight = |state: usize| whole(weights.mean(number, state) * (1.0 - LEFT_OUT));
        if (0..STATES).all(|state| weight(state).abs() < LEAST) {
            continue;
        }
        let lean = |state: usize| match state == 0 && feature.is_always() {
            true => whole(LEAN),
            false => 0,
        };
        (0..STATES).for_each(|state| row.set(state, weight(state) + lean(state)));
        if let Some(name) = feature.name(|part| names.get(&part).copied()) {
            rows.push((feature, row));
            named.push((name, row));
        }
    }
    named.sort_by(|one, other| one.0.cmp(&other.0));
    let model = Model::new(&rows, steps);
    let written = model.write(named.iter().map(|(name, row)| (name.as_str(), *row)));
    (model, written)
}

/// How many names a model finds, how many there are, and how many of them it finds, for each tag.
pub(crate) fn measure(model: &Model, text: &Text, counts: &mut [[usize; 3]; LETTERS.len()]) {
    for sentence in &text.sentences {
        let emission: Vec<_> = sentence.features.iter().map(|row| model.score(row)).collect();
        let mut found = Vec::new();
        juyao::extract::mention::tagger::spans(model, &emission, &mut |words, tag, _| found.push((words, tag.state())));
        let mut right = Vec::new();
        for (at, state) in sentence.states.iter().enumerate().filter(|(_, state)| *state % 2 == 1) {
            let inside = sentence.states[at + 1..]
                .iter()
                .take_while(|other| **other == state + 1)
                .count();
            right.push((at..at + 1 + inside, *state));
        }
        for (list, place) in [(&found, 0), (&right, 1)] {
            list.iter().for_each(|(_, state)| counts[state / 2][place] += 1);
        }
        for (_, state) in found.iter().filter(|span| right.contains(span)) {
            counts[state / 2][2] += 1;
        }
    }
}

/// The weights while they are learned: those of the features, then those of the steps from each state.
struct Weights {
    values: Vec<[f64; STATES]>,
    /// Sums of squared gradients: every weight has its own pace.
    squares: Vec<[f64; STATES]>,
    sums: Vec<[f64; STATES]>,
    counted: f64,
    features: usize,
}

impl Weights {
    fn new(features: usize) -> Self {
        let rows = features + STATES;
        Self {
            values: vec![[0.0; STATES]; rows],
            squares: vec![[1e-2; STATES]; rows],
            sums: vec![[0.0; STATES]; rows],
            counted: 0.0,
            features,
        }
    }

    /// One step towards the right states of a sentence: what is there minus what the weights expect.
    fn step(&mut self, rows: &[Vec<usize>], states: &[usize]) {
        let count = rows.len();
        let scores: Vec<[f64; STATES]> = rows
            .iter()
            .map(|row| {
                let mut sums = [0.0; STATES];
                for number in row {
                    for (sum, value) in sums.iter_mut().zip(&self.values[*number]) {
                        *sum += value;
                    }
                }
                sums
            })
            .collect();
        let step = |before: usize, state: usize| match allowed(before, state) {
            true => self.values[self.features + before][state],
            false => f64::NEG_INFINITY,
        };
        let mut forward = vec![[f64::NEG_INFINITY; STATES]; count];
        let mut backward = vec![[0.0; STATES]; count];
        for state in (0..STATES).filter(|state| allowed(0, *state)) {
            forward[0][state] = scores[0][state];
        }
        for at in 1..count {
            for state in 0..STATES {
                let before = forward[at - 1];
                forward[at][state] =
                    log_sum((0..STATES).map(|other| before[other] + step(other, state))) + scores[at][state];
            }
        }
        for at in (1..count).rev() {
            for state in 0..STATES {
                let after = backward[at];
                backward[at - 1][state] =
                    log_sum((0..STATES).map(|other| step(state, other) + scores[at][other] + after[other]));
            }
        }
        let total = log_sum(forward[count - 1].iter().copied());
        let mut steps = [[0.0; STATES]; STATES];
        for at in 1..count {
            steps[states[at - 1]][states[at]] += 1.0;
            for before in 0..STATES {
                for state in (0..STATES).filter(|state| allowed(before, *state)) {
                    let way = forward[at - 1][before] + step(before, state) + scores[at][state] + backward[at][state];
                    steps[before][state] -= (way - total).exp();
                }
            }
        }
        for (before, changes) in steps.iter().enumerate() {
            self.move_row(self.features + before, changes);
        }
        for (at, row) in rows.iter().enumerate() {
            let mut changes: [f64; STATES] =
                std::array::from_fn(|state| -(forward[at][state] + backward[at][state] - total).exp());
            changes[states[at]] += 1.0;
            // Where nothing is to be learned nothing is moved, which is most of the time.
            if changes.iter().all(|change| change.abs() < 1e-3) {
                continue;
            }
            for number in row {
                self.move_row(*number, &changes);
            }
        }
    }

    fn move_row(&mut self, number: usize, changes: &[f64; STATES]) {
        let (values, squares) = (&mut self.values[number], &mut self.squares[number]);
        for ((value, square), change) in values.iter_mut().zip(squares).zip(changes) {
            *square += change * change;
            *value += RATE * change / square.sqrt();
        }
    }

    /// Draws all weights of features to 0.
    fn pull(&mut self) {
        for (values, squares) in self.values.iter_mut().zip(&self.squares).take(self.features) {
            for (value, square) in values.iter_mut().zip(squares) {
                let by = PULL * RATE / square.sqrt();
                *value = value.signum() * (value.abs() - by).max(0.0);
            }
        }
    }

    fn count(&mut self) {
        self.counted += 1.0;
        for (sums, values) in self.sums.iter_mut().zip(&self.values) {
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += value;
            }
        }
    }

    fn mean(&self, number: usize, state: usize) -> f64 {
        self.sums[number][state] / self.counted
    }
}

fn log_sum(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = values.clone().fold(f64::NEG_INFINITY, f64::max);
    if largest == f64::NEG_INFINITY {
        return largest;
    }
    largest + values.map(|value| (value - largest).exp()).sum::<f64>().ln()
}
