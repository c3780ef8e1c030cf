//! Trains the learned parts of the extraction from annotated texts, and measures what they are worth.
//!
//! `train statements WEIGHTS NETWORK FILE…` writes the weights of the statement model and of its network;
//! `train folds FILE…` measures, for a fifth of the texts at a time, weights learned from the others;
//! `train test FOLDER FILE…` measures, on the references in a folder, weights learned from the files;
//! `train ceiling FILE…` measures what is left of the references when whole clauses carry them.
//!
//! `train names WEIGHTS FILE…` writes the weights of the tagger of names;
//! `train name-folds FILE…` measures, for a fifth of the texts at a time, a tagger that learned from the others.
//!
//! A FILE is a text with its annotations inside (`tests/gold/*.txt`), or NAME.json with offsets in code
//! points and NAME.txt beside it. Texts of one family (`NAME` up to the first `~` of `FAMILY~NAME`) are
//! left out together.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use juyao::extract::jieba::JiebaLexicon;
use juyao::extract::statement::expect::expect;
use juyao::extract::statement::feature::Layout;
use juyao::extract::statement::model::Model;

use again::learn_again;
use table::Table;
use text::{Text, parts, read};

mod again;
mod chances;
mod descent;
mod layer;
mod learn;
mod left_out;
mod marked;
mod names;
mod network;
mod random;
mod table;
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((mode, names)) = arguments.split_first() else {
        return Err(
            "usage: train statements WEIGHTS NETWORK|folds|test FOLDER|ceiling|names WEIGHTS|name-folds FILE…".into(),
        );
    };
    match (mode.as_str(), names) {
        ("statements", [weights, network, names @ ..]) => {
            let texts = all(names.iter().map(PathBuf::from))?;
            let (layout, model) = learn_again(&texts.iter().collect::<Vec<_>>());
            let (linear, layers) = model.write(&layout);
            fs::write(weights, format!("{HEADER}{linear}"))?;
            fs::write(network, format!("{NETWORK_HEADER}{layers}"))?;
        }
        ("folds", names) => {
            let texts = all(names.iter().map(PathBuf::from))?;
            let part = parts(&texts.iter().collect::<Vec<_>>(), FOLDS);
            let mut table = Table::default();
            for fold in 0..FOLDS {
                let (own, others): (Vec<_>, Vec<_>) = texts.iter().zip(&part).partition(|(_, part)| **part == fold);
                let others: Vec<&Text> = others.into_iter().map(|(text, _)| text).collect();
                let (layout, model) = learn_again(&others);
                for (text, _) in own {
                    add(&mut table, &layout, &model, text);
                }
            }
            println!("{table}");
        }
        ("test", [folder, names @ ..]) => {
            let texts = all(names.iter().map(PathBuf::from))?;
            let (layout, model) = learn_again(&texts.iter().collect::<Vec<_>>());
            for folder in folder.split(',') {
                let mut table = Table::default();
                for text in all(references(Path::new(folder))?)? {
                    add(&mut table, &layout, &model, &text);
                }
                println!("{folder}\n{table}");
            }
        }
        ("ceiling", names) => {
            let mut table = Table::default();
            for text in all(names.iter().map(PathBuf::from))? {
                table.add(&text, &text.carried());
            }
            println!("{table}");
        }
        ("names", [weights, names @ ..]) => {
            let texts = all_names(names)?;
            let (_, written) = names::learn(&texts.iter().collect::<Vec<_>>());
            fs::write(weights, format!("{NAMES_HEADER}{written}"))?;
        }
        ("name-folds", names) => {
            let texts = all_names(names)?;
            let mut counts = Default::default();
            for fold in 0..FOLDS {
                let others = texts.iter().enumerate().filter(|(at, _)| at % FOLDS != fold);
                let (model, _) = names::learn(&others.map(|(_, text)| text).collect::<Vec<_>>());
                for text in texts.iter().skip(fold).step_by(FOLDS) {
                    names::measure(&model, text, &mut counts);
                }
            }
            println!("{:13}   P    R    F1   found annotated", "");
            for ([found, right, hits], name) in counts.into_iter().zip(names::TAGS) {
                let share = |of: usize| hits as f64 / of.max(1) as f64;
                let f1 = 2.0 * hits as f64 / (found + right).max(1) as f64;
                println!(
                    "{name:13} {:.2} {:.2} {f1:.3} {found:6} {right:6}",
                    share(found),
                    share(right)
                );
            }
        }
        _ => return Err("unknown mode".into()),
    }
    Ok(())
}

/// How many parts `folds` makes.
const FOLDS: usize = 5;

const HEADER: &str = "# Weights of the statement model, made by src/bin/train. A line holds a feature and its\n\
    # weight for each state: - outside; M T A P R the first clause of a measure, target, achievement,\n\
    # problem or rule, m t a p r the clauses that follow; = at the end if the network knows it too.\n";

const NETWORK_HEADER: &str = "# Weights of the network beside the statement model, made by src/bin/train. A character is a weight, from ! for\n\
    # -46 to } for 46. First the lines of the three layers, then one for each feature that ends with = in weights.txt.\n";

const NAMES_HEADER: &str = "# Weights of the tagger of names, made by src/bin/train. A line holds a feature and its weight for each\n\
    # state: - outside; A L R S O the first word of an actor, of one that leads, is responsible or supports, of an\n\
    # organization, a l r s o the words that follow. 20 units are a factor e of chance.\n";

fn all_names(paths: &[String]) -> Result<Vec<names::Text>, Box<dyn Error>> {
    let lexicon = JiebaLexicon::embedded()?;
    paths
        .iter()
        .map(|path| names::read(&lexicon, Path::new(path)))
        .collect()
}

fn all(paths: impl IntoIterator<Item = PathBuf>) -> Result<Vec<Text>, Box<dyn Error>> {
    let lexicon = JiebaLexicon::embedded()?;
    paths.into_iter().map(|path| read(&lexicon, &path)).collect()
}

/// The references in a folder, in the order of their names.
fn references(folder: &Path) -> Result<BTreeSet<PathBuf>, Box<dyn Error>> {
    let paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect())
}

fn add(table: &mut Table, layout: &Layout, model: &Model, text: &Text) {
    let sight = text.sight();
    table.add(text, &expect(model, &sight, &model.scores(layout, &sight)));
}
