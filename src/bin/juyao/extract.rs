//! `juyao extract`: speeches in, annotations out.

use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use juyao::engine::Engine;
use juyao::export::{Format, Options};
use juyao::extract::jieba::JiebaLexicon;
use juyao::open::open;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::Source;
use serde::Deserialize;

use crate::{Done, complain, input, print, progress};

/// What to extract from, and how to print it.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao extract speech.txt > speech.json
  juyao extract --format ndjson speeches/ > all.ndjson
  juyao extract --input ndjson --format ndjson - < texts.ndjson > all.ndjson

With --input ndjson every line of the input is a document: {\"text\": \"…\"}, and if there are \"id\",
\"title\" or \"date\" they are kept. A line that is none is told and left out.")]
pub(crate) struct Arguments {
    /// Files or folders: text in any encoding, .docx, .html, .md, archives; `-` is the standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format to print.
    #[arg(long, value_enum, default_value_t = Output::Json)]
    format: Output,
    /// What the input is.
    #[arg(long, value_enum, default_value_t = Kind::Files)]
    input: Kind,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Output {
    /// One indented JSON file per document.
    Json,
    /// One line of JSON per document.
    Ndjson,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// Each file is a speech, or an archive of speeches.
    Files,
    /// Each line is a document.
    Ndjson,
}

/// A document of NDJSON.
#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    id: Option<serde_json::Value>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    date: Option<String>,
}

/// Extracts from every document as it comes: what is printed does not wait for the rest.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let mut work = Work {
        engine: Engine::with_lexicon(Box::new(
            JiebaLexicon::embedded().map_err(|error| format!("dictionary: {error}"))?,
        )),
        format: match arguments.format {
            Output::Json => Format::Json,
            Output::Ndjson => Format::Ndjson,
        },
        is_good: true,
    };
    let files = input::files(&arguments.files);
    let bar = progress::bar(files.len());
    for file in &files {
        let name = file.display().to_string();
        bar.set_message(name.clone());
        match arguments.input {
            Kind::Ndjson => work.lines(file, &name)?,
            Kind::Files => work.file(file, &name)?,
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(work.is_good)
}

struct Work {
    engine: Engine,
    format: Format,
    is_good: bool,
}

impl Work {
    fn file(&mut self, file: &std::path::Path, name: &str) -> Result<(), String> {
        let bytes = match input::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.refuse(name, &error);
                return Ok(());
            }
        };
        if bytes.is_empty() {
            return self.text(name, String::new(), |_| {});
        }
        let opened = open(name, &bytes, None);
        for document in opened.documents {
            self.text(name, document.project.source.text().to_owned(), |_| {})?;
        }
        for (part, problem) in opened.problems {
            self.refuse(&part, &problem);
        }
        Ok(())
    }

    fn lines(&mut self, file: &std::path::Path, name: &str) -> Result<(), String> {
        let mut reader: Box<dyn BufRead> = if input::is_standard(file) {
            Box::new(std::io::stdin().lock())
        } else {
            match std::fs::File::open(file) {
                Ok(file) => Box::new(std::io::BufReader::new(file)),
                Err(error) => {
                    self.refuse(name, &error);
                    return Ok(());
                }
            }
        };
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match reader.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => {}
                Err(error) => {
                    self.refuse(name, &error);
                    return Ok(());
                }
            }
            match serde_json::from_slice::<Line>(&line) {
                Ok(line) => self.text(&format!("{name}:{number}"), line.text, |project| {
                    let document = std::sync::Arc::make_mut(&mut project.document);
                    match line.id {
                        Some(serde_json::Value::String(id)) => document.id = id,
                        Some(serde_json::Value::Number(id)) => document.id = id.to_string(),
                        _ => {}
                    }
                    if let Some(title) = line.title {
                        document.title = title;
                    }
                    if line.date.is_some() {
                        document.date = line.date;
                    }
                })?,
                Err(error) => self.refuse(&format!("{name}:{number}"), &error),
            }
        }
        Ok(())
    }

    fn text(&mut self, name: &str, text: String, describe: impl FnOnce(&mut Project)) -> Result<(), String> {
        match extract(&mut self.engine, text) {
            Ok(mut project) => {
                describe(&mut project);
                let bytes = self.format.encode(&project, Options { suggestions: true });
                print(&bytes.map_err(|error| error.to_string())?)?;
                if std::io::stdout().is_terminal() {
                    let _ = std::io::stdout().flush();
                }
            }
            Err(error) => self.refuse(name, &error),
        }
        Ok(())
    }

    fn refuse(&mut self, name: &str, error: &dyn std::fmt::Display) {
        self.is_good = false;
        complain(name, error);
    }
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
