//! What is done with stored documents without opening them: searching, duplicating, backing up.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::web::ambient::{fresh_id, now};
use crate::web::dom::download::download;
use crate::web::export::without;
use crate::web::settings::all_remembered;
use crate::web::state::{Action, Words};
use crate::web::storage::{DocumentId, Entry, Storage, StorageError, backup};

/// Words in the text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// How many times they stand there.
    pub(super) times: usize,
    /// What stands before them the first time.
    pub(super) before: String,
    /// The words as they stand there.
    pub(super) words: String,
    /// What stands after them.
    pub(super) after: String,
}

/// Milliseconds without typing after which the texts are searched.
const RESTING: u32 = 200;

/// The documents whose texts hold what was typed.
#[hook]
pub(super) fn use_hits(words: &str) -> Rc<BTreeMap<DocumentId, Hit>> {
    let hits = use_state(|| Rc::new(BTreeMap::new()));
    let setter = hits.setter();
    use_effect_with(words.trim().to_owned(), move |words| {
        let words = words.clone();
        let timeout = if words.is_empty() {
            setter.set(Rc::new(BTreeMap::new()));
            None
        } else {
            Some(Timeout::new(RESTING, move || {
                spawn_local(async move {
                    let texts = match Storage::open().await {
                        Ok(storage) => storage.texts().await.unwrap_or_default(),
                        Err(_) => Vec::new(),
                    };
                    let found = texts
                        .into_iter()
                        .filter_map(|(id, text)| Some((id, hit(&text, &words)?)));
                    setter.set(Rc::new(found.collect()));
                });
            }))
        };
        move || drop(timeout)
    });
    (*hits).clone()
}

/// Characters of the text that are shown on each side of a find.
const AROUND: usize = 16;

fn hit(text: &str, words: &str) -> Option<Hit> {
    let folded = text.to_ascii_lowercase();
    let wanted = words.to_ascii_lowercase();
    let at = folded.find(&wanted)?;
    let end = at + wanted.len();
    let (before, after) = (&text[..at], &text[end..]);
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let line = |piece: &str| piece.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Hit {
        times: folded.matches(&wanted).count(),
        before: line(&before[start..]),
        words: text[at..end].to_owned(),
        after: line(&after.chars().take(AROUND).collect::<String>()),
    })
}

/// Makes a second document of the same text and annotations.
pub(super) fn duplicate(id: DocumentId, suffix: String, dispatch: Callback<Action>) {
    spawn_local(async move {
        match read(&id).await {
            Ok(stored) => {
                let mut project = (*stored.project).clone();
                let mut document = (*project.document).clone();
                document.title = format!("{}{suffix}", document.title);
                document.folder = stored.entry.folder.clone();
                project.document = document.into();
                dispatch.emit(Action::Import {
                    id: fresh_id(),
                    project: Rc::new(project),
                    now: now(),
                    show: false,
                    // A copy of what was never extracted still is to be.
                    extracted: stored.entry.extracted,
                });
            }
            Err(_) => dispatch.emit(Action::Warn(Words::plain("problem-reading-stored"))),
        }
    });
}

async fn read(id: &DocumentId) -> Result<crate::web::state::StoredDocument, StorageError> {
    Storage::open().await?.read(id).await
}

/// Downloads all documents as one file, those in the trash too: opening it brings them all back, each with
/// every step that can be taken back. One that cannot be read is left out, and the person is told.
pub(super) fn back_up(entries: Option<Rc<Vec<Rc<Entry>>>>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let mut lines = backup::head();
        lines.extend(backup::choices(all_remembered()));
        let mut left_out = 0;
        for entry in entries.iter().flat_map(|entries| entries.iter()) {
            match read(&entry.id).await {
                Ok(stored) => lines.extend(backup::encode(&stored.entry, &stored.project)),
                Err(_) => left_out += 1,
            }
        }
        if left_out > 0 {
            dispatch.emit(Action::Warn(without(left_out)));
        }
        let date = js_sys::Date::new_0().to_iso_string().as_string().unwrap_or_default();
        let name = format!("juyao-backup-{}.ndjson", date.get(..10).unwrap_or_default());
        if download(&name, "application/x-ndjson", &lines).is_err() {
            dispatch.emit(Action::Warn(Words::plain("problem-download")));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::hit;

    #[test]
    fn a_find_is_shown_with_what_stands_around_it() {
        let found = hit("同志们：\n要修好渠道，年底前修好渠道。", "修好").unwrap();
        assert_eq!(found.times, 2);
        assert_eq!(
            (&*found.before, &*found.words, &*found.after),
            ("同志们： 要", "修好", "渠道，年底前修好渠道。")
        );
        assert_eq!(hit("要修渠", "修路"), None);
    }
}
