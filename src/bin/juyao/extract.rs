//! `juyao extract`: speeches in, annotations out.

mod in_order;
mod jobs;
mod output;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use juyao::engine::Engine;
use juyao::export::{Format, Options};
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::Source;

use crate::{Done, complain, input, progress};
use in_order::in_order;
use jobs::{Job, Text, lines};
use output::Output;

/// What to extract from, and how to print it.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao extract speech.txt > speech.json
  juyao extract --out annotated/ speeches/
  juyao extract --format ndjson speeches/ > all.ndjson
  juyao extract --encoding Big5 old.txt > old.json
  juyao extract --input ndjson --format ndjson - < texts.ndjson > all.ndjson
  juyao extract speech.txt | juyao convert --to task-docx --suggestions --output tasks.docx -

With --input ndjson every line of the input is a document: {\"text\": \"…\"}, and if there are \"id\",
\"title\" or \"date\" they are kept. A line that is none is told and left out. Documents come out in the
order of the input, whatever the number of threads.")]
pub(crate) struct Arguments {
    /// Files or folders: text in any encoding, .docx, .pdf, .html, .md, archives; `-` is the standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format to print.
    #[arg(long, value_enum, default_value_t = Written::Json)]
    format: Written,
    /// What the input is.
    #[arg(long, value_enum, default_value_t = Kind::Files)]
    input: Kind,
    /// What texts are encoded in (GBK, Big5, UTF-16LE …); without it, what they look like.
    #[arg(long, value_name = "NAME", value_parser = known_encoding)]
    encoding: Option<String>,
    /// A folder that gets a file for each document; it is made if it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// How many documents are worked on at a time; without it, as many as the machine can.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Written {
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

/// What came of a job.
struct Made {
    name: String,
    documents: Vec<Vec<u8>>,
    /// What could not be done, with its name.
    problems: Vec<(String, String)>,
}

/// Extracts from every document as it comes: what is printed does not wait for the rest.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let lexicon = JiebaLexicon::embedded().map_err(|error| format!("dictionary: {error}"))?;
    let lexicon = Arc::new(lexicon);
    let format = match arguments.format {
        Written::Json => Format::Json,
        Written::Ndjson => Format::Ndjson,
    };
    let threads = arguments
        .threads
        .map(usize::from)
        .or_else(|| std::thread::available_parallelism().ok().map(NonZeroUsize::get))
        .unwrap_or(1);
    let mut output = Output::new(arguments.out.as_deref(), format)?;
    let (jobs, bar): (Box<dyn Iterator<Item = Job> + Send>, _) = match arguments.input {
        Kind::Files => {
            let groups = input::groups(&arguments.files)?;
            let bar = progress::bar(groups.len());
            (Box::new(groups.into_iter().map(Job::Files)), bar)
        }
        Kind::Ndjson => {
            let files = input::files(&arguments.files)?;
            (
                Box::new(files.into_iter().flat_map(|file| lines(&file))),
                progress::count(),
            )
        }
    };
    let mut is_good = true;
    let encoding = arguments.encoding.as_deref();
    let worker = || {
        let mut engine = Engine::with_lexicon(Box::new(lexicon.clone()));
        move |job: Job| work(&mut engine, format, encoding, job)
    };
    in_order(jobs, threads, worker, |made: Made| {
        bar.set_message(made.name.clone());
        for bytes in &made.documents {
            output.write(&made.name, bytes)?;
        }
        for (part, problem) in &made.problems {
            bar.suspend(|| complain(part, problem));
        }
        is_good &= made.problems.is_empty();
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    Ok(is_good)
}

fn known_encoding(name: &str) -> Result<String, String> {
    match encoding_rs::Encoding::for_label(name.as_bytes()) {
        Some(encoding) => Ok(encoding.name().to_owned()),
        None => Err("no encoding is called so".to_owned()),
    }
}

fn work(engine: &mut Engine, format: Format, encoding: Option<&str>, job: Job) -> Made {
    let name = job.name();
    let (texts, mut problems) = job.texts(encoding);
    let mut documents = Vec::new();
    for text in texts {
        let made = extract(engine, text).and_then(|project| {
            let bytes = format.encode(&project, Options { suggestions: true });
            bytes.map_err(|error| error.to_string())
        });
        match made {
            Ok(bytes) => documents.push(bytes),
            Err(reason) => problems.push((name.clone(), reason)),
        }
    }
    Made {
        name,
        documents,
        problems,
    }
}

fn extract(engine: &mut Engine, given: Text) -> Result<Project, String> {
    let source = Source::new(given.text.as_str());
    let mut ending = Err("the engine gave no answer".to_owned());
    let request = Request::Extract {
        id: RequestId(0),
        text: given.text,
    };
    engine.handle(request, &mut |response| match response {
        Response::Done { suggestions, .. } => ending = Ok(suggestions),
        Response::Failed { failure, .. } => ending = Err(failure.to_string()),
        _ => {}
    });
    let mut project = Project::suggested(source, ending?);
    let document = Arc::make_mut(&mut project.document);
    if let Some(id) = given.id {
        document.id = id;
    }
    if let Some(title) = given.title {
        document.title = title;
    }
    if given.date.is_some() {
        document.date = given.date;
    }
    Ok(project)
}
