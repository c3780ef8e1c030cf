//! Trains the weights of the statement model from annotated texts.
//!
//! `train_statements train WEIGHTS FILE…` writes the weights;
//! `train_statements leave-one-out FOLDER FILE…` writes what each text gets from the others' weights;
//! `train_statements folds FOLDER FILE…` does the same for a fifth of the texts at a time;
//! `train_statements ceiling FOLDER FILE…` writes what is left of the references when clauses carry them.
//!
//! A FILE is a text with its annotations inside (`tests/gold/*.txt`), or NAME.json with offsets in code
//! points and NAME.txt beside it. Texts of one family (`NAME` up to the first `~` of `FAMILY~NAME`) are
//! left out together.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::model::Model;
use juyao::extract::statement::words::Words;
use juyao::extract::statement::{runs, trimmed};
use juyao::text::{Offset, Span};
use serde_json::{Value, json};

use learn::learn;
use text::{Text, read};

mod learn;
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [mode, out, names @ ..] = arguments.as_slice() else {
        return Err("usage: train_statements train|leave-one-out|folds|ceiling OUT FILE…".into());
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
        "folds" => {
            for fold in 0..FOLDS {
                let others = texts.iter().enumerate().filter(|(index, _)| index % FOLDS != fold);
                let model = learn(&layout, &others.map(|(_, text)| text).collect::<Vec<_>>());
                for text in texts.iter().skip(fold).step_by(FOLDS) {
                    let file = PathBuf::from(out).join(format!("{}.json", text.name));
                    fs::write(file, annotate(&layout, &model, text).to_string())?;
                }
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

/// How many parts `folds` makes; each is annotated with weights learned from the others.
const FOLDS: usize = 5;

const HEADER: &str = "# Weights of the statement model, made by src/bin/train_statements. A line holds a feature and its\n\
    # weight for each state: - outside; M T A P R the first clause of a measure, target, achievement,\n\
    # problem or rule, m t a p r the clauses that follow.\n";

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
