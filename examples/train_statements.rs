//! Trains the weights of the statement model from annotated texts.
//!
//! `cargo run --release --example train_statements -- train WEIGHTS NAME.json…` writes the weights;
//! `… -- leave-one-out FOLDER NAME.json…` writes what each text gets from the others' weights.
//!
//! Beside each NAME.json stands NAME.txt; offsets are code points. Averaged structured perceptron
//! with a cost for wrong states; the order of the texts is shuffled by a fixed generator, so equal
//! inputs give equal weights. Texts of one family (`NAME` up to the first `~` of `FAMILY~NAME`) are
//! left out together.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use juyao::extract::clause::{Clause, clauses};
use juyao::extract::clean::{Cleaned, clean};
use juyao::extract::outline::outline;
use juyao::extract::statement::feature::{Layout, features};
use juyao::extract::statement::model::{BOUNDARIES, LABELS, Model, STATES, boundary};
use juyao::extract::statement::view::{View, views};
use juyao::extract::statement::words::Words;
use juyao::extract::statement::{runs, trimmed};
use juyao::text::{CharOffset, Offset, Source, Span};
use serde_json::{Value, json};

/// Passes over the texts.
const PASSES: usize = 12;

/// What a wrong state costs while training, in units of one update.
const COST: i32 = 6;

/// Averaged weights are multiplied by this before they become whole numbers.
const SCALE: i64 = 8;

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
    let texts = names.iter().map(|name| read(&layout, Path::new(name))).collect::<Result<Vec<_>, _>>()?;
    match mode.as_str() {
        "train" => {
            let model = learn(&layout, &texts.iter().collect::<Vec<_>>());
            fs::write(out, format!("{HEADER}{}", model.write(&layout)))?;
        }
        "leave-one-out" => {
            for text in &texts {
                let others: Vec<&Text> = texts.iter().filter(|other| other.family != text.family).collect();
                let model = learn(&layout, &others);
                fs::write(PathBuf::from(out).join(format!("{}.json", text.name)), annotate(&layout, &model, text).to_string())?;
            }
        }
        // What the references become when they are read as states of clauses: the best that can be had.
        "ceiling" => {
            for text in &texts {
                fs::write(PathBuf::from(out).join(format!("{}.json", text.name)), annotations(text, &text.states, &[]).to_string())?;
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
    let source = Source::new(fs::read_to_string(path.with_extension("txt"))?);
    let file: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let cleaned = clean(&source);
    let outline = outline(&cleaned);
    let clauses = clauses(&cleaned, &outline);
    let views = views(&cleaned, &outline, &clauses);
    let mut gold: Vec<(Span, usize)> = Vec::new();
    for annotation in file["annotations"].as_array().into_iter().flatten() {
        let label = annotation["label"].as_str().unwrap_or_default();
        let Some(index) = LABELS.iter().position(|own| own.id() == label) else { continue };
        let at = |key: &str| CharOffset(annotation[key].as_u64().unwrap_or_default() as u32);
        gold.push((source.span_from_chars(Span::new(at("start"), at("end"))), index * 2 + 1));
    }
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
    Ok(Text { name, family, source, cleaned, clauses, views, features, states })
}

fn numbers(layout: &Layout, clauses: &[Clause], views: &[View]) -> Vec<Vec<u32>> {
    let mut earlier = 0;
    (0..clauses.len())
        .map(|index| {
            let new = index == 0 || clauses[index - 1].sentence != clauses[index].sentence;
            earlier = if new { 0 } else { earlier | views[index - 1].has };
            let mut numbers = Vec::new();
            features(layout, Words::own().names().len(), clauses, views, index, earlier, &mut numbers);
            numbers
        })
        .collect()
}

/// Sums for averaging: the weights now, and the weights times the steps they were in force.
struct Average {
    emission: Vec<[i64; STATES]>,
    transition: [[[i64; STATES]; STATES]; BOUNDARIES],
}

fn learn(layout: &Layout, texts: &[&Text]) -> Model {
    let mut model = Model::empty(layout);
    let mut sum = Average { emission: vec![[0; STATES]; layout.total()], transition: [[[0; STATES]; STATES]; BOUNDARIES] };
    // Paragraph-sized pieces are one step each.
    let mut pieces: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let mut start = 0;
        for at in 1..=text.clauses.len() {
            let ends = at == text.clauses.len() || text.clauses[at].paragraph != text.clauses[at - 1].paragraph || at - start >= 40 && text.clauses[at].sentence != text.clauses[at - 1].sentence;
            if ends {
                pieces.push((index, start..at));
                start = at;
            }
        }
    }
    let mut random = 88_172_645_463_325_252_u64;
    let mut step = 1_i64;
    for _ in 0..PASSES {
        for index in (1..pieces.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            pieces.swap(index, (random % (index as u64 + 1)) as usize);
        }
        for (index, range) in &pieces {
            update(&mut model, &mut sum, texts[*index], range.clone(), step);
            step += 1;
        }
    }
    let average = |now: i32, sum: i64| i32::try_from((i64::from(now) * step - sum) * SCALE / step).unwrap_or_default();
    for (row, sums) in model.emission.iter_mut().zip(&sum.emission) {
        for (weight, sum) in row.iter_mut().zip(sums) {
            *weight = average(*weight, *sum);
        }
    }
    for boundary in 0..BOUNDARIES {
        for before in 0..STATES {
            for state in 0..STATES {
                let weight = &mut model.transition[boundary][before][state];
                *weight = average(*weight, sum.transition[boundary][before][state]);
            }
        }
    }
    model
}

/// One step: decode with costs, and move the weights towards the right states where they differ.
fn update(model: &mut Model, sum: &mut Average, text: &Text, range: std::ops::Range<usize>, step: i64) {
    let clauses = &text.clauses[range.clone()];
    let gold = &text.states[range.clone()];
    let scores: Vec<[i32; STATES]> = text.features[range.clone()]
        .iter()
        .zip(gold)
        .map(|(numbers, right)| {
            let mut row: [i32; STATES] = std::array::from_fn(|state| {
                let same_label = state.div_ceil(2) == right.div_ceil(2);
                if state == *right { 0 } else if same_label { COST / 2 } else { COST }
            });
            for number in numbers {
                for (sum, weight) in row.iter_mut().zip(&model.emission[*number as usize]) {
                    *sum += weight;
                }
            }
            row
        })
        .collect();
    let found: Vec<usize> = model.decide(clauses, &scores).into_iter().map(|decision| decision.state).collect();
    for index in 0..found.len() {
        let (right, wrong) = (gold[index], found[index]);
        if right != wrong {
            for number in &text.features[range.start + index] {
                let number = *number as usize;
                for (state, change) in [(right, 1), (wrong, -1)] {
                    model.emission[number][state] += change;
                    sum.emission[number][state] += step * i64::from(change);
                }
            }
        }
        if index > 0 && (gold[index - 1], right) != (found[index - 1], wrong) {
            let boundary = boundary(&clauses[index - 1], &clauses[index]);
            for (before, state, change) in [(gold[index - 1], right, 1), (found[index - 1], wrong, -1)] {
                model.transition[boundary][before][state] += change;
                sum.transition[boundary][before][state] += step * i64::from(change);
            }
        }
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
