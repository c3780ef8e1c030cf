//! Takes documents away: encodes them here or in the worker for files, and hands them over.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::dom::download::download;
use super::file_worker;
use super::state::{Action, Argument, OpenDocument, Words};
use super::storage::Storage;
use crate::export::{Format, Options, file_name, json};
use crate::project::Project;
use crate::protocol::{ExportJob, FileAnswer, FileJob};

/// What is to be taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// In which format.
    pub format: Format,
    /// With or without what nobody has decided.
    pub options: Options,
    /// The name of the file where all documents go into one; otherwise only the open one goes.
    pub together: Option<String>,
}

/// Downloads the open document, or all of them.
pub fn export(open: &Rc<OpenDocument>, order: Order, dispatch: Callback<Action>) {
    if order.together.is_none() && order.format.is_here() {
        return save(&open.project, order.format, &dispatch);
    }
    let open = open.clone();
    spawn_local(async move {
        let mut left_out = 0;
        let made = match order.together {
            None => ask(&order, std::slice::from_ref(&open.project)).await,
            Some(_) => match all(&open).await {
                Some((projects, unreadable)) => {
                    left_out = unreadable;
                    ask(&order, &projects).await
                }
                None => None,
            },
        };
        let done = made.is_some_and(|(name, kind, bytes)| {
            let handed = download(&name, &kind, &bytes).is_ok();
            if handed {
                let words = Words::plain("export-done").and("name", Argument::Text(name));
                dispatch.emit(Action::Tell(words));
            }
            handed
        });
        if !done {
            dispatch.emit(Action::Warn(Words::plain("problem-export")));
        } else if left_out > 0 {
            dispatch.emit(Action::Warn(without(left_out)));
        }
    });
}

/// Says how many documents a file of all of them lacks.
pub fn without(left_out: usize) -> Words {
    Words::plain("problem-left-out").and("n", Argument::Number(left_out))
}

/// Downloads a document in a format that this part of the program writes.
pub fn save(project: &Project, format: Format, dispatch: &Callback<Action>) {
    let name = file_name(&project.document.title, format.extension());
    let file = format.encode(project, Options::default());
    if !file.is_ok_and(|bytes| download(&name, format.media_type(), &bytes).is_ok()) {
        dispatch.emit(Action::Warn(Words::plain("problem-download")));
    }
}

/// Name, media type and bytes of the file.
async fn ask(order: &Order, projects: &[Rc<Project>]) -> Option<(String, String, Vec<u8>)> {
    let job = ExportJob {
        format: order.format.id().to_owned(),
        suggestions: order.options.suggestions,
        documents: projects.iter().map(|project| json::encode_line(project)).collect(),
        together: order.together.clone().unwrap_or_default(),
    };
    match file_worker::ask(&FileJob::Export(job)).await {
        Ok(FileAnswer::Exported {
            name,
            media_type,
            bytes,
        }) => Some((name, media_type, bytes)),
        _ => None,
    }
}

/// All documents, the latest first; the open one as it is now, written or not. And how many cannot be read: one that
/// is damaged does not hold back the others.
async fn all(open: &OpenDocument) -> Option<(Vec<Rc<Project>>, usize)> {
    let storage = Storage::open().await.ok()?;
    let mut entries = storage.list().await.ok()?;
    entries.retain(|entry| entry.trashed == 0);
    entries.sort_by(|one, other| (other.changed, &other.id).cmp(&(one.changed, &one.id)));
    let mut projects = Vec::new();
    let mut unreadable = 0;
    for entry in entries {
        if entry.id == open.id {
            projects.push(open.project.clone());
            continue;
        }
        match storage.read(&entry.id).await {
            Ok(stored) => projects.push(stored.project),
            Err(_) => unreadable += 1,
        }
    }
    Some((projects, unreadable))
}
