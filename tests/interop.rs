//! Files that other programs wrote open here, and nothing that they hold is lost. `tests/interop/run` has
//! the programs write them.
#![cfg(all(feature = "formats", feature = "dictionary"))]
#![allow(clippy::unwrap_used, reason = "what cannot be had fails the test")]

#[path = "formats/losses.rs"]
mod losses;

use std::fs;
use std::path::{Path, PathBuf};

use juyao::annotate::{Status, Value};
use juyao::export::{Format, json};
use juyao::open::open;
use juyao::project::Project;
use losses::{expected, same};

fn interop() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("interop")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Our own files, read and written again by the programs they are for.
#[test]
#[ignore = "needs the files of tests/interop/run"]
fn files_that_went_through_other_programs_hold_what_they_held() {
    let mut opened = 0;
    for folder in files(&interop()).iter().filter(|folder| folder.join("back").is_dir()) {
        let own = fs::read(folder.join("json.json")).unwrap();
        let own = Format::Json.decode(&own).unwrap().remove(0);
        for file in files(&folder.join("back")) {
            let name = file.display().to_string();
            let format = Format::from_id(file.file_stem().unwrap().to_str().unwrap()).unwrap();
            let read = format.decode(&fs::read(&file).unwrap());
            let read = read.unwrap_or_else(|error| panic!("{name}: {error}")).remove(0);
            let expected = expected(&own, format);
            match format {
                // What they do not know of goes: here, links and all that is not a span.
                Format::Prodigy => assert_eq!(spans(&read, None), spans(&expected, None), "{name}"),
                // The converter leaves predictions out.
                Format::LabelStudio => {
                    let accepted = Some(Status::Accepted);
                    assert_eq!(spans(&read, accepted), spans(&expected, accepted), "{name}");
                }
                _ => same(&read, &expected, format),
            }
            opened += 1;
        }
    }
    assert!(opened > 0);
}

/// Label and span of each annotation of a status, or of all.
fn spans(project: &Project, status: Option<Status>) -> Vec<(String, u32, u32)> {
    let annotations = project.store.annotations().iter();
    let mut spans: Vec<_> = annotations
        .filter(|one| status.is_none_or(|status| one.status == status))
        .map(|one| {
            let at = |offset| project.source.to_chars(offset).0;
            (one.label.to_string(), at(one.span.start()), at(one.span.end()))
        })
        .collect();
    spans.sort();
    spans
}

/// Files that the programs made by themselves.
#[test]
#[ignore = "needs the files of tests/interop/run"]
fn files_of_other_programs_open_with_all_they_hold() {
    let mut opened = 0;
    for file in files(&interop().join("written")) {
        let holds = file.with_file_name(format!("{}.holds.json", file.file_name().unwrap().to_str().unwrap()));
        let Ok(holds) = fs::read(holds) else { continue };
        let holds: serde_json::Value = serde_json::from_slice(&holds).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        // Nothing but the file tells what it is.
        let read = open(name, &fs::read(&file).unwrap(), None);
        assert_eq!(read.problems, [], "{name}");
        let [document] = &*read.documents else {
            panic!("{name}: {} documents", read.documents.len())
        };
        let project = &document.project;
        assert!(document.is_annotated, "{name}");
        assert_eq!(project.source.text(), holds["text"], "{name}");
        let mut wanted: Vec<(String, u32, u32)> = holds["annotations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                let at = |key: &str| u32::try_from(one[key].as_u64().unwrap()).unwrap();
                // Labels that this program knows are called as it calls them.
                (known(project, one["label"].as_str().unwrap()), at("start"), at("end"))
            })
            .collect();
        wanted.sort();
        assert_eq!(spans(project, None), wanted, "{name}");
        for one in holds["annotations"].as_array().unwrap() {
            let label = known(project, one["label"].as_str().unwrap());
            let found = project
                .store
                .annotations()
                .iter()
                .find(|other| *other.label == *label)
                .unwrap();
            for (key, value) in one["attributes"].as_object().unwrap() {
                let note = Some(found.note.clone()).filter(|_| key.is_empty());
                let found = note.or_else(|| found.attributes.get(&**key).map(text));
                let wanted = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                assert_eq!(found, Some(wanted), "{name}: {key}");
            }
        }
        assert_eq!(
            Some(project.store.links().len() as u64),
            holds["links"].as_u64(),
            "{name}"
        );
        assert_eq!(project.document.note, holds["note"], "{name}");
        for (label, said) in holds["labels"].as_object().unwrap() {
            let label = project.tagset.label(&known(project, label)).unwrap();
            assert_eq!(label.description, said["description"], "{name}");
            assert_eq!(label.colour.as_deref(), said["colour"].as_str(), "{name}");
        }
        // And it is a document like any other.
        assert_eq!(json::decode(&json::encode(project)).as_ref(), Ok(project), "{name}");
        opened += 1;
    }
    assert!(opened > 0);
}

/// The id of a label that a file calls so.
fn known(project: &Project, name: &str) -> String {
    let labels = project.tagset.labels.iter();
    let mut called = labels.filter(|label| &*label.id == name || &*label.zh == name || &*label.en == name);
    called
        .next()
        .map_or_else(|| name.to_owned(), |label| label.id.to_string())
}

fn text(value: &Value) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
    }
}

/// Word documents that another program wrote.
#[test]
#[ignore = "needs the files of tests/interop/run"]
fn word_documents_of_other_programs_read_as_on_paper() {
    let mut opened = 0;
    for folder in files(&interop()) {
        let Ok(bytes) = fs::read(folder.join("back-word/word.docx")) else {
            continue;
        };
        let wanted = fs::read_to_string(folder.join("back-word/word.txt")).unwrap();
        let read = open("word.docx", &bytes, None);
        assert_eq!(read.problems, []);
        assert_eq!(read.documents[0].project.source.text(), wanted);
        opened += 1;
    }
    assert!(opened > 0);
}
