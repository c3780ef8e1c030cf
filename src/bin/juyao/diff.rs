//! `juyao diff`: how far two files of annotations agree.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use juyao::project::Project;
use juyao::project::agreement::{Agreement, Measures, agreement};

use crate::{Done, complain, input, print};

/// What to compare.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao diff li.json wang.json
  juyao diff --format json gold.ndjson extracted.ndjson

Documents are paired by their text. exact and overlap are F1; kappa (Cohen) and alpha (Krippendorff)
are over characters. Rejected annotations do not count. A document of one file without its like in the
other is told and not counted.")]
pub(crate) struct Arguments {
    /// The first file or folder, in any format that can be read.
    first: PathBuf,
    /// The second.
    second: PathBuf,
    /// How to print the figures.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// A table to read.
    Text,
    /// One JSON object.
    Json,
}

/// Pairs the documents and prints the figures.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let (first, mut is_good) = documents(&arguments.first)?;
    let (second, is_second_good) = documents(&arguments.second)?;
    is_good &= is_second_good;
    let mut pairs = Vec::new();
    for (sha256, one) in &first {
        match second.get(sha256) {
            Some(other) => pairs.push((one, other)),
            None => is_good &= alone(&arguments.first, one),
        }
    }
    for (sha256, one) in &second {
        if !first.contains_key(sha256) {
            is_good &= alone(&arguments.second, one);
        }
    }
    if pairs.is_empty() {
        return Err("no text is in both".to_owned());
    }
    let found = agreement(pairs);
    let words = match arguments.format {
        Output::Text => table(&found),
        Output::Json => format!(
            "{}\n",
            serde_json::to_string_pretty(&found).map_err(|error| error.to_string())?
        ),
    };
    print(words.as_bytes())?;
    Ok(is_good)
}

/// Documents by their text, and whether all could be read.
fn documents(path: &Path) -> Result<(BTreeMap<String, Project>, bool), String> {
    let mut is_good = true;
    let mut documents = BTreeMap::new();
    for group in input::groups(&[path.to_owned()])? {
        let (found, is_whole) = input::documents(&group, input::open_group(&group));
        is_good &= is_whole;
        let by_text = |project: Project| (project.document.sha256.clone(), project);
        documents.extend(found.into_iter().map(by_text));
    }
    Ok((documents, is_good))
}

fn alone(path: &Path, project: &Project) -> bool {
    complain(
        &path.display().to_string(),
        &format!("only here: {}", project.document.title),
    );
    false
}

fn table(found: &Agreement) -> String {
    let plural = if found.documents == 1 { "" } else { "s" };
    let mut table = format!(
        "{} document{plural}, {} characters\n\n",
        found.documents, found.characters
    );
    table.push_str(&format!(
        "{:20} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}\n",
        "label", "first", "second", "exact", "overlap", "kappa", "alpha"
    ));
    for (label, measures) in &found.labels {
        table.push_str(&row(label, measures));
    }
    table.push_str(&row("all", &found.all));
    table
}

fn row(label: &str, measures: &Measures) -> String {
    let figure = |figure: Option<f64>| figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.3}"));
    format!(
        "{label:20} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}\n",
        measures.first,
        measures.second,
        figure(measures.exact),
        figure(measures.overlap),
        figure(measures.kappa),
        figure(measures.alpha)
    )
}
