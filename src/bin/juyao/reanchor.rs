//! `juyao reanchor`: annotations of one version of a text for the next.

use std::path::{Path, PathBuf};

use clap::Args;
use juyao::annotate::{Drift, Store};
use juyao::export::json;
use juyao::extract::extract;
use juyao::extract::jieba::JiebaLexicon;
use juyao::open::open;
use juyao::project::{Project, Suggestions};
use juyao::text::Source;
use juyao::version::{carry, fresh};

use crate::{Done, complain, input, print};

/// What to carry over to what.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao reanchor annotated.json new.docx > carried.json
  juyao reanchor --list annotated.json new.txt > carried.json
  juyao reanchor --suggest annotated.json new.txt > carried.json

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
    /// Add what is found in the new words as suggestions; what is there stays as it is.
    #[arg(long)]
    suggest: bool,
    /// List on the standard error what is to be reviewed.
    #[arg(long)]
    list: bool,
}

/// Carries the annotations over and prints the document.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let (old, new) = (document(&arguments.old)?, document(&arguments.new)?);
    let mut carried = carry(&old, new.source);
    if arguments.suggest {
        suggest(&old.source, &mut carried.project)?;
    }
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

/// Adds suggestions for the words that the old version has not.
fn suggest(old: &Source, project: &mut Project) -> Result<(), String> {
    let lexicon = JiebaLexicon::embedded()?;
    let suggestions = Suggestions::of(&project.source, &extract(&project.source, Some(&lexicon), &mut |_| {}));
    let found = fresh(old, project, &suggestions);
    complain(
        "",
        &format!("{} suggestions for the new words", found.annotations.len()),
    );
    let store = &project.store;
    let annotations = store.annotations().iter().cloned().chain(found.annotations).collect();
    let links = store.links().iter().cloned().chain(found.links).collect();
    project.store = Store::from_parts(annotations, links).with_reviews(store.reviews().to_vec());
    Ok(())
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
