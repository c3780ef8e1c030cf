//! A file read as the new text of a document.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

use super::{content, file_worker, plain, told};
use crate::export::{LARGEST_FILE, json};
use crate::open::Problem;
use crate::protocol::{FileAnswer, FileJob, OpenJob, OpenedDocument};
use crate::web::state::Action;

/// Reads the text of a file; of several documents in it, the first. What cannot be read is told.
pub fn take_text_of(file: File, take: Callback<Rc<str>>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let name = file.name();
        let Some(bytes) = content(&file).await else {
            return dispatch.emit(Action::Warn(told::unreadable(&name)));
        };
        if bytes.len() > LARGEST_FILE {
            return told::tell(vec![(name, Problem::TooLarge)], &dispatch);
        }
        let job = OpenJob {
            name,
            bytes,
            beside: Vec::new(),
            encoding: None,
        };
        match read(job).await {
            Ok(text) => take.emit(text),
            Err(problems) => told::tell(problems, &dispatch),
        }
    });
}

async fn read(mut job: OpenJob) -> Result<Rc<str>, Vec<(String, Problem)>> {
    if let Some(text) = plain(&job) {
        return Ok(text.into());
    }
    let name = job.name.clone();
    loop {
        let again = job.clone();
        let (documents, problems) = match file_worker::ask(&FileJob::Open(job)).await {
            Ok(FileAnswer::Opened { documents, problems }) => (documents, problems),
            _ => {
                return Err(vec![(name, Problem::NoReader)]);
            }
        };
        match documents.into_iter().next() {
            Some(OpenedDocument::Text(text)) => return Ok(text.into()),
            Some(OpenedDocument::Annotated(line)) => {
                return json::decode(&line)
                    .map(|project| project.source.text().into())
                    .map_err(|error| vec![(name, error.into())]);
            }
            None => {}
        }
        // Of several encodings the likeliest: the text is shown before it counts.
        match problems.into_iter().next() {
            Some((_, Problem::Encoding(readings))) if again.encoding.is_none() && !readings.is_empty() => {
                job = OpenJob {
                    encoding: Some(readings[0].encoding.clone()),
                    ..again
                };
            }
            Some(problem) => return Err(vec![problem]),
            None => return Err(vec![(name, Problem::Damaged("no text".to_owned()))]),
        }
    }
}
