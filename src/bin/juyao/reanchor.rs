//! `juyao reanchor`: annotations of one version of a text for the next.

use std::path::{Path, PathBuf};

use clap::Args;
use juyao::annotate::Drift;
use juyao::export::json;
use juyao::open::open;
use juyao::project::Project;
use juyao::version::carry;

use crate::{Done, complain, input, print};

/// What to carry over to what.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao reanchor annotated.json new.docx > carried.json
  juyao reanchor --list annotated.json new.txt > carried.json

Every annotation keeps its id. What is not certain is flagged under \"review\" in the output, which the
page shows as a list to work through: moved (the same words, but elsewhere or at one of several places
that could be meant), changed (other words at its place), lost (its words are gone; all but its place is
kept). The exit code is 0 if everything is certain, 1 if something is to be reviewed.")]
pub(crate) struct Arguments {
    /// The annotated old version, in any format that can be read.
    old: PathBuf,
    /// The new version: text, .docx, .pdf, .html, .md; its annotations, if it has any, do not count.
    new: PathBuf,
    /// The file to write; without it, the standard output.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// List on the standard error what is to be reviewed.
    #[arg(long)]
    list: bool,
}

/// Carries the annotations over and prints the document.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let (old, new) = (document(&arguments.old)?, document(&arguments.new)?);
    let carried = carry(&old, new.source);
    let bytes = json::encode(&carried.project);
    match &arguments.output {
        Some(path) => std::fs::write(path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?,
        None => drop(print(&bytes)?),
    }
    let reviews = carried.project.store.reviews();
    if arguments.list {
        for review in reviews {
            let label = review.lost.as_ref().or(carried.project.store.get(review.id));
            let label = label.map_or("", |annotation| &*annotation.label);
            let now = match (review.drift, carried.project.store.get(review.id)) {
                (Drift::Changed, Some(now)) => format!(" → {}", carried.project.source.slice(now.span)),
                _ => String::new(),
            };
            complain(
                review.drift.id(),
                &format!("{} {label} {}{now}", review.id, review.quote),
            );
        }
    }
    let counts = format!(
        "{} kept, {} moved, {} changed, {} lost",
        carried.kept, carried.moved, carried.changed, carried.lost
    );
    complain(&arguments.new.display().to_string(), &counts);
    Ok(reviews.is_empty())
}

/// The only document of a file.
fn document(path: &Path) -> Result<Project, String> {
    let name = path.display().to_string();
    let bytes = input::read(path).map_err(|error| format!("{name}: {error}"))?;
    let opened = open(&name, &bytes, None);
    if let Some((part, problem)) = opened.problems.first() {
        return Err(format!("{part}: {problem}"));
    }
    let mut documents = opened.documents.into_iter();
    match (documents.next(), documents.next()) {
        (Some(only), None) => Ok(only.project),
        (None, _) => Err(format!("{name}: no document")),
        (Some(_), Some(_)) => Err(format!("{name}: more than one document")),
    }
}
