//! `juyao check`: whether files hold what they promise.

use std::path::PathBuf;

use clap::Args;
use juyao::export::{Format, json};
use juyao::open::open_together;

use crate::{Done, complain, input, print};

/// What to check.
#[derive(Args)]
#[command(after_help = "Examples:
  juyao check speech.json
  juyao check all.ndjson exports/

Files of this program are checked against the JSON Schema and their own text: hash, length, offsets,
quotes, links. Files of other programs are read as far as they can be.")]
pub(crate) struct Arguments {
    /// Files or folders; `-` is the standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Mistakes of a document that are told one by one.
const FEW: usize = 20;

/// Checks every file; prints a line for each document.
pub(crate) fn run(arguments: &Arguments) -> Done {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).map_err(|error| error.to_string())?;
    let schema = jsonschema::draft202012::new(&schema).map_err(|error| error.to_string())?;
    let mut is_good = true;
    for group in input::groups(&arguments.files)? {
        let name = input::name(&group);
        match input::read_group(&group) {
            Ok(files) if files.first().is_some_and(|(_, bytes)| is_own(bytes)) => {
                is_good &= own(&name, &files[0].1, &schema)?;
            }
            Ok(files) => is_good &= foreign(&files)?,
            Err(error) => {
                complain(&name, &error);
                is_good = false;
            }
        }
    }
    Ok(is_good)
}

fn is_own(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let bare: String = start.chars().filter(|char| !char.is_whitespace()).collect();
    bare.contains("\"format\":\"juyao\"")
}

fn own(name: &str, bytes: &[u8], schema: &jsonschema::Validator) -> Done {
    if serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
        return document(name, bytes, schema);
    }
    let mut is_good = true;
    for (number, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
        if !line.trim_ascii().is_empty() {
            is_good &= document(&format!("{name}:{}", number + 1), line, schema)?;
        }
    }
    Ok(is_good)
}

fn document(name: &str, bytes: &[u8], schema: &jsonschema::Validator) -> Done {
    let mut mistakes = Vec::new();
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        Ok(value) => mistakes.extend(
            schema
                .iter_errors(&value)
                .take(FEW)
                .map(|error| format!("schema: {}: {error}", error.instance_path())),
        ),
        Err(error) => mistakes.push(error.to_string()),
    }
    match Format::Json.decode(bytes) {
        Ok(projects) if mistakes.is_empty() => {
            let store = &projects[0].store;
            let counts = format!(
                "{} annotations, {} links",
                store.annotations().len(),
                store.links().len()
            );
            return print(format!("{name}: good, {counts}\n").as_bytes());
        }
        Ok(_) => {}
        Err(error) => mistakes.push(error.to_string()),
    }
    mistakes.iter().for_each(|mistake| complain(name, mistake));
    Ok(false)
}

fn foreign(files: &[(String, Vec<u8>)]) -> Done {
    let name = &files[0].0;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let opened = open_together(&files, None);
    for document in &opened.documents {
        let count = document.project.store.annotations().len();
        print(format!("{name}: good, {count} annotations\n").as_bytes())?;
    }
    opened
        .problems
        .iter()
        .for_each(|(part, problem)| complain(part, problem));
    Ok(opened.problems.is_empty())
}
