//! What there is to extract from, as it comes: files, or lines of NDJSON.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use juyao::open::{Problem, open_together};
use serde::Deserialize;

use crate::input;

/// One piece of work.
pub(super) enum Job {
    /// Files that are opened together.
    Files(Vec<PathBuf>),
    /// A line that is a document.
    Line {
        /// Where it stands, for complaints and for the name of its file.
        name: String,
        /// The line.
        json: Vec<u8>,
    },
    /// What cannot be read, and why.
    Unreadable(String, String),
}

/// A text to extract from, and what is known about it.
pub(super) struct Text {
    pub(super) text: String,
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
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

/// The lines of a file of NDJSON, read as they are needed.
pub(super) fn lines(file: &Path) -> Box<dyn Iterator<Item = Job> + Send> {
    let name = file.display().to_string();
    let mut reader: Box<dyn BufRead + Send> = if input::is_standard(file) {
        Box::new(std::io::BufReader::new(std::io::stdin()))
    } else {
        match std::fs::File::open(file) {
            Ok(file) => Box::new(std::io::BufReader::new(file)),
            Err(error) => return Box::new(std::iter::once(Job::Unreadable(name, error.to_string()))),
        }
    };
    let mut number = 0_usize;
    let mut is_ended = false;
    Box::new(std::iter::from_fn(move || {
        while !is_ended {
            let mut json = Vec::new();
            number += 1;
            match reader.read_until(b'\n', &mut json) {
                Ok(0) => is_ended = true,
                Ok(_) if json.trim_ascii().is_empty() => {}
                Ok(_) => {
                    let name = format!("{name}:{number}");
                    return Some(Job::Line { name, json });
                }
                Err(error) => {
                    is_ended = true;
                    return Some(Job::Unreadable(name.clone(), error.to_string()));
                }
            }
        }
        None
    }))
}

impl Job {
    /// What the job is called.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Files(group) => input::name(group),
            Self::Line { name, .. } | Self::Unreadable(name, _) => name.clone(),
        }
    }

    /// Its texts, and what of it cannot be opened, each with the name of the part and the reason. Where no
    /// encoding is named, it is told by the bytes.
    pub(super) fn texts(self, encoding: Option<&str>) -> (Vec<Text>, Vec<(String, String)>) {
        let name = self.name();
        match self {
            Self::Files(group) => match input::read_group(&group) {
                Ok(files) => opened(&files, encoding),
                Err(reason) => (Vec::new(), vec![(name, reason)]),
            },
            Self::Line { json, .. } => match serde_json::from_slice::<Line>(&json) {
                Ok(line) => (vec![line.into()], Vec::new()),
                Err(error) => {
                    let reason = format!("no document, which is a line like {{\"text\": \"…\"}}: {error}");
                    (Vec::new(), vec![(name, reason)])
                }
            },
            Self::Unreadable(name, reason) => (Vec::new(), vec![(name, reason)]),
        }
    }
}

fn opened(files: &[(String, Vec<u8>)], encoding: Option<&str>) -> (Vec<Text>, Vec<(String, String)>) {
    if let [(_, bytes)] = files
        && bytes.is_empty()
    {
        return (vec![Text::plain(String::new())], Vec::new());
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let opened = open_together(&files, encoding);
    let texts = opened.documents.iter();
    let problems = opened.problems.into_iter();
    (
        texts
            .map(|document| Text::plain(document.project.source.text().to_owned()))
            .collect(),
        problems.map(|(part, problem)| (part, reason(&problem))).collect(),
    )
}

fn reason(problem: &Problem) -> String {
    match problem {
        Problem::Encoding(_) => format!("{problem}; name it with --encoding"),
        _ => problem.to_string(),
    }
}

impl Text {
    fn plain(text: String) -> Self {
        Self {
            text,
            id: None,
            title: None,
            date: None,
        }
    }
}

impl From<Line> for Text {
    fn from(line: Line) -> Self {
        Self {
            text: line.text,
            id: match line.id {
                Some(serde_json::Value::String(id)) => Some(id),
                Some(serde_json::Value::Number(id)) => Some(id.to_string()),
                _ => None,
            },
            title: line.title,
            date: line.date,
        }
    }
}
