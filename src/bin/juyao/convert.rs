//! `juyao convert`: from one format of annotations to another.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use juyao::export::{Format, OffsetUnit, Options, export};
use juyao::open::{Opened, open_as};
use juyao::project::Project;

use crate::{Done, complain, input, print, progress};

/// What to turn into what.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao convert --to doccano all.ndjson > doccano.jsonl
  juyao convert --from label-studio --to json --output speech.json export.json
  juyao convert --to task-xlsx --suggestions --output tables.zip all.ndjson
  juyao convert --formats

Without --from, what a file is is told by what it holds. Many documents are joined where the format
has room for many (a document a line, or a list), else packed into an archive.")]
pub(crate) struct Arguments {
    /// The files; `-` is the standard input.
    #[arg(required_unless_present = "formats")]
    files: Vec<PathBuf>,
    /// Their format.
    #[arg(long, value_parser = PossibleValuesParser::new(ids(true)))]
    from: Option<String>,
    /// The format to write.
    #[arg(long, value_parser = PossibleValuesParser::new(ids(false)), required_unless_present = "formats")]
    to: Option<String>,
    /// The file to write; without it, the standard output.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Take along what nobody has decided yet.
    #[arg(long)]
    suggestions: bool,
    /// Do not say what the format leaves out.
    #[arg(long, short)]
    quiet: bool,
    /// List the formats: what each counts offsets in and leaves out.
    #[arg(long)]
    formats: bool,
}

fn ids(readable: bool) -> Vec<&'static str> {
    let formats = Format::ALL
        .into_iter()
        .filter(|format| !readable || format.about().readable);
    formats.map(Format::id).collect()
}

/// Reads every file, then writes one.
pub(crate) fn run(arguments: &Arguments) -> Done {
    if arguments.formats {
        return print(list().as_bytes());
    }
    let format = arguments
        .to
        .as_deref()
        .and_then(Format::from_id)
        .ok_or("no such format")?;
    let from = arguments.from.as_deref().and_then(Format::from_id);
    let mut is_good = true;
    let mut projects: Vec<Project> = Vec::new();
    // Where the format is given, every file is one of it.
    let groups = match from {
        Some(_) => input::files(&arguments.files)?
            .into_iter()
            .map(|file| vec![file])
            .collect(),
        None => input::groups(&arguments.files)?,
    };
    let bar = progress::bar(groups.len());
    for group in &groups {
        let (documents, is_whole) = input::documents(group, read(group, from));
        is_good &= is_whole;
        projects.extend(documents);
        bar.inc(1);
    }
    bar.finish_and_clear();
    if projects.is_empty() {
        return Err("no document to convert".to_owned());
    }
    let options = Options {
        suggestions: arguments.suggestions,
    };
    let made = export(format, options, &projects, "juyao").map_err(|error| error.to_string())?;
    if !arguments.quiet && !format.losses().is_empty() {
        let losses: Vec<&str> = format.losses().iter().map(|loss| loss.en()).collect();
        complain(format.id(), &format!("leaves out {}", losses.join(", ")));
    }
    match &arguments.output {
        Some(path) => std::fs::write(path, &made.bytes).map_err(|error| format!("{}: {error}", path.display()))?,
        None if std::io::stdout().is_terminal() && made.bytes.starts_with(b"PK") => {
            return Err(format!(
                "{} is not for a terminal: name a file with --output",
                made.name
            ));
        }
        None => drop(print(&made.bytes)?),
    }
    Ok(is_good)
}

/// Opens files that belong together, in the format that is given or by what they hold.
fn read(group: &[PathBuf], from: Option<Format>) -> Result<Opened, String> {
    let Some(format) = from else {
        return input::open_group(group);
    };
    let mut opened = Opened::default();
    for (_, bytes) in input::read_group(group)? {
        let documents = open_as(format, &bytes).map_err(|problem| problem.to_string())?;
        opened.documents.extend(documents);
    }
    Ok(opened)
}

/// The formats with what is known about them.
fn list() -> String {
    let mut list = String::new();
    for format in Format::ALL {
        let about = format.about();
        let offsets = match about.offsets {
            Some(OffsetUnit::CodePoint) => "code points",
            Some(OffsetUnit::Utf16) => "UTF-16 units",
            None => "no offsets",
        };
        let direction = if about.readable { "read, written" } else { "written" };
        let losses: Vec<&str> = about.losses.iter().map(|loss| loss.en()).collect();
        let losses = if losses.is_empty() {
            "nothing".to_owned()
        } else {
            losses.join(", ")
        };
        list.push_str(&format!(
            "{:20} .{:8} {}; {direction}; {offsets}\n{:31}leaves out: {losses}\n",
            about.id, about.extension, about.en, ""
        ));
    }
    list
}
