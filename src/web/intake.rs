//! How texts come in: pasted, dropped, picked. Everything is checked before it becomes a document.
//!
//! Plain texts and files of this program are read here at once; whatever else there is, the worker for
//! files reads.

mod backup;
mod told;
mod version;

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

use super::ambient::{fresh_id, now};
use super::file_worker;
use super::state::{Action, Dialog, UnclearFile, Words};
use crate::export::{LARGEST_FILE, json};
use crate::open::{LONGEST_TEXT, Problem, gather};
use crate::project::Project;
use crate::protocol::{FileAnswer, FileJob, OpenJob, OpenedDocument};
use crate::text::Source;
pub use version::take_text_of;

/// Takes a pasted text.
pub fn take_text(text: String, dispatch: &Callback<Action>) {
    if text.trim().is_empty() {
        return dispatch.emit(Action::Warn(Words::plain("problem-empty")));
    }
    if text.len() > LONGEST_TEXT {
        return dispatch.emit(Action::Warn(Words::plain("problem-long-text")));
    }
    let is_chinese = is_chinese(&text);
    create(Source::new(text), true, dispatch);
    if !is_chinese {
        dispatch.emit(Action::Warn(Words::plain("notice-not-chinese")));
    }
}

/// Takes what was pasted from a page or a document: as formatted text where only that has the numbers
/// of lists and the cells of tables, else as the plain text that comes along.
pub fn take_formatted(html: String, plain: String, dispatch: &Callback<Action>) {
    let lower = html.to_ascii_lowercase();
    if !["<ol", "<table"].iter().any(|tag| lower.contains(tag)) && !plain.trim().is_empty() {
        return take_text(plain, dispatch);
    }
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let job = OpenJob {
            name: "clipboard.html".to_owned(),
            bytes: html.into_bytes(),
            beside: Vec::new(),
            encoding: None,
        };
        match file_worker::ask(&FileJob::Open(job)).await {
            Ok(FileAnswer::Opened { documents, .. }) if !documents.is_empty() => {
                for document in documents {
                    show(document, &mut true, &dispatch);
                }
            }
            _ => take_text(plain, &dispatch),
        }
    });
}

/// Takes files; the first document among them is shown, the others join the list. Files that belong
/// together become one document. What cannot be opened is told and does not stop the rest.
pub fn take_files(files: Vec<File>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let (mut first, mut problems) = (true, Vec::new());
        let mut others = Vec::new();
        for file in files {
            match backup::is_one(&file).await {
                true => backup::restore(&file, &dispatch).await,
                false => others.push(file),
            }
        }
        let files = others;
        let names: Vec<String> = files.iter().map(File::name).collect();
        for group in gather(&names) {
            let mut read = Vec::new();
            for file in group.into_iter().filter_map(|place| files.get(place)) {
                match content(file).await {
                    Some(bytes) => read.push((file.name(), bytes)),
                    None => dispatch.emit(Action::Warn(told::unreadable(&file.name()))),
                }
            }
            let mut read = read.into_iter();
            if let Some((name, bytes)) = read.next() {
                let job = OpenJob {
                    name,
                    bytes,
                    beside: read.collect(),
                    encoding: None,
                };
                take(job, &mut first, &mut problems, &dispatch).await;
            }
        }
        told::tell(problems, &dispatch);
    });
}

/// Takes a file whose encoding the person has chosen.
pub fn take_as(file: &UnclearFile, encoding: &str, dispatch: Callback<Action>) {
    let job = OpenJob {
        name: file.name.clone(),
        bytes: file.bytes.to_vec(),
        beside: Vec::new(),
        encoding: Some(encoding.to_owned()),
    };
    spawn_local(async move {
        let mut problems = Vec::new();
        take(job, &mut true, &mut problems, &dispatch).await;
        told::tell(problems, &dispatch);
    });
}

/// The bytes of a file; none where it cannot be read. Of a file that is too large, just so many that
/// this shows.
async fn content(file: &File) -> Option<Vec<u8>> {
    if file.size() > LARGEST_FILE as f64 {
        return Some(vec![0; LARGEST_FILE + 1]);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn take(job: OpenJob, first: &mut bool, problems: &mut Vec<(String, Problem)>, dispatch: &Callback<Action>) {
    if job.bytes.len() > LARGEST_FILE {
        return problems.push((job.name, Problem::TooLarge));
    }
    if job.encoding.is_none() && is_own(&job.bytes) {
        return match json::decode(&job.bytes) {
            Ok(project) => import(Rc::new(project), std::mem::take(first), dispatch),
            Err(error) => problems.push((job.name, error.into())),
        };
    }
    if job.encoding.is_none()
        && job.beside.is_empty()
        && let Some(text) = plain(&job)
    {
        return create(Source::new(text), std::mem::take(first), dispatch);
    }
    let name = job.name.clone();
    let bytes: Rc<[u8]> = job.bytes.as_slice().into();
    let (documents, found) = match file_worker::ask(&FileJob::Open(job)).await {
        Ok(FileAnswer::Opened { documents, problems }) => (documents, problems),
        _ => (Vec::new(), vec![(name.clone(), Problem::NoReader)]),
    };
    for document in documents {
        show(document, first, dispatch);
    }
    for (part, problem) in found {
        match problem {
            Problem::Encoding(readings) if part == name => {
                let file = UnclearFile {
                    name: part,
                    bytes: bytes.clone(),
                    readings,
                };
                dispatch.emit(Action::ShowDialog(Some(Dialog::Encoding(Rc::new(file)))));
            }
            problem => problems.push((part, problem)),
        }
    }
}

fn show(document: OpenedDocument, first: &mut bool, dispatch: &Callback<Action>) {
    match document {
        OpenedDocument::Text(text) => create(Source::new(text), std::mem::take(first), dispatch),
        OpenedDocument::Annotated(line) => {
            // The worker wrote it: only a worker of another build could write something else.
            if let Ok(project) = json::decode(&line) {
                import(Rc::new(project), std::mem::take(first), dispatch);
            }
        }
    }
}

fn create(source: Source, show: bool, dispatch: &Callback<Action>) {
    dispatch.emit(Action::Create {
        id: fresh_id(),
        source,
        now: now(),
        show,
    });
}

fn import(project: Rc<Project>, show: bool, dispatch: &Callback<Action>) {
    dispatch.emit(Action::Import {
        id: fresh_id(),
        project,
        now: now(),
        show,
        extracted: true,
    });
}

/// Whether a file is one document that this program wrote.
fn is_own(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let bare: String = start.chars().filter(|char| !char.is_whitespace()).collect();
    bare.contains("\"format\":\"juyao\"") && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// The text of a plain file in UTF-8, which needs no worker; none where there may be more to it.
fn plain(job: &OpenJob) -> Option<String> {
    let name = job.name.to_lowercase();
    let is_named = name.ends_with(".txt") || name.ends_with(".text");
    let text = std::str::from_utf8(&job.bytes).ok().filter(|_| is_named)?;
    let is_simple = text
        .chars()
        .take(4096)
        .all(|char| !char.is_control() || "\n\r\t".contains(char));
    let opens = text.trim_start_matches('\u{feff}').trim_start().chars().next()?;
    let fits = is_simple && !"{[<#%".contains(opens) && !text.starts_with('\u{feff}') && text.len() <= LONGEST_TEXT;
    fits.then(|| text.to_owned())
}

/// Whether at least one character in twenty is Chinese.
fn is_chinese(text: &str) -> bool {
    let (mut chinese, mut all) = (0_usize, 0_usize);
    for char in text.chars().filter(|char| !char.is_whitespace()).take(20_000) {
        all += 1;
        chinese += usize::from(matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'));
    }
    chinese * 20 >= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Format;

    fn job(name: &str, bytes: &[u8]) -> OpenJob {
        OpenJob {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            beside: Vec::new(),
            encoding: None,
        }
    }

    #[test]
    fn plain_texts_and_own_files_need_no_worker() {
        let text = "同志们：\r\n要修渠。";
        assert_eq!(plain(&job("讲话.TXT", text.as_bytes())).as_deref(), Some(text));
        let own = json::encode(&Project::new(Source::new(text)));
        assert!(is_own(&own));
        for (name, bytes) in [
            ("讲话.md", text.as_bytes()),
            ("表.txt", b"{}"),
            ("空.txt", b" "),
            ("乱.txt", b"\x01\x02"),
            ("旧.txt", b"\xbc\xd3"),
        ] {
            assert_eq!(plain(&job(name, bytes)), None, "{name}");
        }
        let two = [Format::Ndjson, Format::Ndjson].map(|format| {
            format
                .encode(&Project::new(Source::new(text)), Default::default())
                .unwrap()
        });
        assert!(!is_own(&two.concat()));
    }

    #[test]
    fn other_languages_are_noticed() {
        assert!(is_chinese("2024年 GDP up"));
        assert!(!is_chinese(
            "A speech in another language, with no Chinese in it at all."
        ));
    }
}
