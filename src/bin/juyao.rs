//! The command line: the same engine as the page's, on files.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use juyao::engine::Engine;
use juyao::export::{Format, Options};
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::Source;

/// Turns Chinese work speeches into annotations: headings, measures, targets, units, deadlines.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Extracts suggestions from text files and prints them.
    Extract {
        /// Text files in UTF-8; `-` is the standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The format to print.
        #[arg(long, value_enum, default_value_t = Output::Json)]
        format: Output,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// One indented JSON file per document.
    Json,
    /// One line of JSON per document.
    Ndjson,
}

fn main() -> ExitCode {
    let Command::Extract { files, format } = Arguments::parse().command;
    let format = match format {
        Output::Json => Format::Json,
        Output::Ndjson => Format::Ndjson,
    };
    let mut engine = match JiebaLexicon::embedded() {
        Ok(lexicon) => Engine::with_lexicon(Box::new(lexicon)),
        Err(error) => return complain("dictionary", &error),
    };
    let mut outcome = ExitCode::SUCCESS;
    for file in &files {
        match read(file).and_then(|text| extract(&mut engine, text)) {
            Ok(project) => {
                let bytes = match format.encode(&project, Options { suggestions: true }) {
                    Ok(bytes) => bytes,
                    Err(error) => return complain(format.id(), &error.to_string()),
                };
                if let Err(error) = std::io::stdout().write_all(&bytes) {
                    return complain("standard output", &error.to_string());
                }
            }
            Err(error) => outcome = complain(&file.display().to_string(), &error),
        }
    }
    outcome
}

fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let reading = match file.to_str() {
        Some("-") => std::io::stdin().read_to_end(&mut bytes).map(|_| ()),
        _ => std::fs::read(file).map(|read| bytes = read),
    };
    reading.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned())
}

fn extract(engine: &mut Engine, text: String) -> Result<Project, String> {
    let source = Source::new(text.as_str());
    let mut ending = Err("the engine gave no answer".to_owned());
    engine.handle(
        Request::Extract { id: RequestId(0), text },
        &mut |response| match response {
            Response::Done { suggestions, .. } => ending = Ok(suggestions),
            Response::Failed { failure, .. } => ending = Err(failure.to_string()),
            _ => {}
        },
    );
    ending.map(|suggestions| Project::suggested(source, suggestions))
}

fn complain(about: &str, error: &str) -> ExitCode {
    // Nothing is left to do where even the standard error is closed.
    let _ = writeln!(std::io::stderr(), "juyao: {about}: {error}");
    ExitCode::FAILURE
}
