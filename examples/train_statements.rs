//! Trains the weights of the statement model from annotated texts.
//!
//! `cargo run --release --example train_statements -- train WEIGHTS FILE…` writes the weights;
//! `… -- leave-one-out FOLDER FILE…` writes what each text gets from the others' weights;
//! `… -- ceiling FOLDER FILE…` writes what is left of the references when clauses carry them.
//!
//! A FILE is a text with its annotations inside (`tests/gold/*.txt`), or NAME.json with offsets in code
//! points and NAME.txt beside it. A conditional random field with
//! a quadratic penalty, learned step by step; the order of the steps comes from a fixed generator, so
//! equal inputs give equal weights. Texts of one family (`NAME` up to the first `~` of `FAMILY~NAME`) are
//! left out together.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use juyao::extract::clause::{Clause, clauses};
use juyao::extract::clean::{Cleaned, clean};
use juyao::extract::outline::outline;
use juyao::extract::statement::feature::{Layout, features};
use juyao::extract::statement::model::{BOUNDARIES, LABELS, Model, STATES, allowed, boundary};
use juyao::extract::statement::view::{View, views};
use juyao::extract::statement::words::Words;
use juyao::extract::statement::{runs, trimmed};
use juyao::text::{CharOffset, Offset, Source, Span};
use serde_json::{Value, json};

/// Passes over the texts.
const PASSES: usize = 25;

/// How fast weights move.
const RATE: f64 = 0.15;

/// One unit of the logarithm of odds becomes so much in the file of whole weights.
const SCALE: f64 = 20.0;

/// How strongly weights are drawn to 0; chosen by leaving out one text at a time.
const DECAY: f64 = 0.3;

/// An annotated text, ready for training.
struct Text {
    name: String,
    family: String,
    source: Source,
    cleaned: Cleaned,
    clauses: Vec<Clause>,
    views: Vec<View>,
    /// The feature numbers of each clause.
    features: Vec<Vec<u32>>,
    /// The right state of each clause.
    states: Vec<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [mode, out, names @ ..] = arguments.as_slice() else {
        return Err("usage: train_statements train|leave-one-out OUT NAME.json…".into());
    };
    let layout = Layout::new(Words::own());
    let texts = names
        .iter()
        .map(|name| read(&layout, Path::new(name)))
        .collect::<Result<Vec<_>, _>>()?;
    match mode.as_str() {
        "train" => {
            let model = learn(&layout, &texts.iter().collect::<Vec<_>>());
            fs::write(out, format!("{HEADER}{}", model.write(&layout)))?;
        }
        "leave-one-out" => {
            for text in &texts {
                let others: Vec<&Text> = texts.iter().filter(|other| other.family != text.family).collect();
                let model = learn(&layout, &others);
                fs::write(
                    PathBuf::from(out).join(format!("{}.json", text.name)),
                    annotate(&layout, &model, text).to_string(),
                )?;
            }
        }
        "ceiling" => {
            for text in &texts {
                fs::write(
                    PathBuf::from(out).join(format!("{}.json", text.name)),
                    annotations(text, &text.states, &[]).to_string(),
                )?;
            }
        }
        _ => return Err("unknown mode".into()),
    }
    Ok(())
}

const HEADER: &str = "# Weights of the statement model, made by examples/train_statements.rs. A line holds a feature and its\n\
    # weight for each state: - outside; M T A P R the first clause of a measure, target, achievement,\n\
    # problem or rule, m t a p r the clauses that follow.\n";

fn read(layout: &Layout, path: &Path) -> Result<Text, Box<dyn Error>> {
    let (source, spans) = if path.extension().is_some_and(|extension| extension == "txt") {
        marked(&fs::read_to_string(path)?)
    } else {
        referenced(
            &fs::read_to_string(path.with_extension("txt"))?,
            &fs::read_to_string(path)?,
        )?
    };
    let cleaned = clean(&source);
    let outline = outline(&cleaned);
    let clauses = clauses(&cleaned, &outline);
    let views = views(&cleaned, &outline, &clauses);
    let gold: Vec<(Span, usize)> = spans.into_iter().map(|(span, label)| (span, label * 2 + 1)).collect();
    let mut begun = vec![false; gold.len()];
    let mut last = None;
    let states = clauses
        .iter()
        .map(|clause| {
            let own = cleaned.original(clause.span);
            let shared = |span: Span| own.intersection(span).map_or(0, Span::len);
            let best = gold.iter().enumerate().max_by_key(|(_, (span, _))| shared(*span));
            let found = best.filter(|(_, (span, _))| shared(*span) * 2 > own.len());
            let state = match found {
                Some((index, (_, state))) if begun[index] && last == Some((index, clause.sentence)) => state + 1,
                Some((_, (_, state))) => *state,
                None => 0,
            };
            last = found.map(|(index, _)| (index, clause.sentence));
            if let Some((index, _)) = found {
                begun[index] = true;
            }
            state
        })
        .collect();
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let family = name.split('~').next().unwrap_or_default().to_owned();
    let features = numbers(layout, &clauses, &views);
    Ok(Text {
        name,
        family,
        source,
        cleaned,
        clauses,
        views,
        features,
        states,
    })
}

/// A text that holds its annotations, as `tests/gold` does: `⟦m:…⟧` is a measure, t a target, a an
/// achievement, p a problem and r a rule; other labels are read over. Spans may nest.
fn marked(text: &str) -> (Source, Vec<(Span, usize)>) {
    let (mut plain, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        match char {
            '⟦' => {
                let (name, inside) = rest.split_once(':').unwrap_or(("", rest));
                open.push((
                    plain.len(),
                    LETTERS.iter().position(|letter| *letter == name),
                    name.starts_with('h'),
                ));
                rest = inside;
            }
            '⟧' => {
                if let Some((start, Some(label), _)) = open.pop() {
                    spans.push((Span::at(start, plain.len()), label));
                }
            }
            // In a heading it separates the marker from the title.
            '|' if open.last().is_some_and(|(_, _, heading)| *heading) => {}
            char => plain.push(char),
        }
    }
    (Source::new(plain), spans)
}

/// How [`LABELS`] are written inside texts.
const LETTERS: [&str; 5] = ["m", "t", "a", "p", "r"];

/// A text with its annotations beside it.
fn referenced(text: &str, annotations: &str) -> Result<(Source, Vec<(Span, usize)>), Box<dyn Error>> {
    let source = Source::new(text);
    let file: Value = serde_json::from_str(annotations)?;
    let mut spans = Vec::new();
    for annotation in file["annotations"].as_array().into_iter().flatten() {
        let label = annotation["label"].as_str().unwrap_or_default();
        let Some(index) = LABELS.iter().position(|own| own.id() == label) else {
            continue;
        };
        let at = |key: &str| CharOffset(annotation[key].as_u64().unwrap_or_default() as u32);
        spans.push((source.span_from_chars(Span::new(at("start"), at("end"))), index));
    }
    Ok((source, spans))
}

fn numbers(layout: &Layout, clauses: &[Clause], views: &[View]) -> Vec<Vec<u32>> {
    let mut earlier = 0;
    (0..clauses.len())
        .map(|index| {
            let new = index == 0 || clauses[index - 1].sentence != clauses[index].sentence;
            earlier = if new { 0 } else { earlier | views[index - 1].has };
            let mut numbers = Vec::new();
            features(
                layout,
                Words::own().names().len(),
                clauses,
                views,
                index,
                earlier,
                &mut numbers,
            );
            numbers
        })
        .collect()
}

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

fn learn(layout: &Layout, texts: &[&Text]) -> Model {
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
    let mut gradient: BTreeMap<usize, f64> = BTreeMap::new();
    for _ in 0..PASSES {
        for index in (1..pieces.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            pieces.swap(index, (random % (index as u64 + 1)) as usize);
        }
        for (index, range) in &pieces {
            gradient.clear();
            collect(&weights, texts[*index], range.clone(), &mut gradient);
            for (at, value) in &gradient {
                let value = value - decay * weights.values[*at];
                weights.squares[*at] += value * value;
                weights.values[*at] += RATE * value / weights.squares[*at].sqrt();
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
fn collect(weights: &Weights, text: &Text, range: std::ops::Range<usize>, gradient: &mut BTreeMap<usize, f64>) {
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
                    *gradient.entry(weights.emission(*number as usize, state)).or_default() += change;
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
                        *gradient.entry(weights.transition(boundary, before, state)).or_default() += change;
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

fn annotate(layout: &Layout, model: &Model, text: &Text) -> Value {
    let scores = model.scores(layout, &text.clauses, &text.views);
    let decisions = model.decide(&text.clauses, &scores);
    let states: Vec<usize> = decisions.iter().map(|decision| decision.state).collect();
    let margins: Vec<i32> = decisions.iter().map(|decision| decision.margin).collect();
    annotations(text, &states, &margins)
}

fn annotations(text: &Text, states: &[usize], margins: &[i32]) -> Value {
    let annotations: Vec<Value> = runs(states)
        .into_iter()
        .map(|(run, label)| {
            let span = Span::new(text.clauses[run.start].span.start(), text.clauses[run.end - 1].span.end());
            let span = text.cleaned.original(trimmed(&text.cleaned, span));
            let chars = text.source.span_to_chars(span);
            let margin = run.filter_map(|index| margins.get(index)).min();
            json!({"label": label.id(), "start": chars.start().get(), "end": chars.end().get(), "quote": text.source.slice(span), "margin": margin})
        })
        .collect();
    json!({ "annotations": annotations })
}
