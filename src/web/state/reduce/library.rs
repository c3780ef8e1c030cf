//! What happens to the list of documents: trash, folders, what is known of them, extraction in a row.

use super::*;
use crate::project::{Document, Suggestions};
use crate::web::state::{Batch, BatchItem};

impl AppState {
    /// Puts a document into the trash, and closes it where it is open.
    pub(super) fn trash(&mut self, id: &DocumentId, now: Millis) {
        if self.open.as_ref().is_some_and(|open| open.id == *id) {
            self.open = None;
        }
        self.redescribe(id, |entry| entry.trashed = now.max(1));
        self.tell(Words::plain("notice-trashed"));
    }

    /// Takes a document out of the trash.
    pub(super) fn restore(&mut self, id: &DocumentId) {
        self.redescribe(id, |entry| entry.trashed = 0);
    }

    /// Puts a document into a folder; the empty name is none.
    pub(super) fn move_to(&mut self, id: &DocumentId, folder: &str) {
        self.redescribe(id, |entry| entry.folder = folder.trim().to_owned());
    }

    /// Changes a line of the list and nothing of the document.
    fn redescribe(&mut self, id: &DocumentId, edit: impl FnOnce(&mut Entry)) {
        let known = self.library.iter().flat_map(|known| known.iter());
        let Some(before) = known.into_iter().find(|entry| entry.id == *id).cloned() else {
            return;
        };
        let mut after = (*before).clone();
        edit(&mut after);
        if after == *before {
            return;
        }
        let entry = Rc::new(after);
        if let Some(open) = self.open.as_ref().filter(|open| open.id == *id) {
            self.open = Some(Rc::new(OpenDocument {
                entry: entry.clone(),
                ..(**open).clone()
            }));
        }
        self.list(entry.clone());
        self.push(Write::Describe { entry });
    }

    /// Removes all documents, those in the trash too; it cannot be undone.
    pub(super) fn wipe(&mut self) {
        self.open = None;
        self.batch = None;
        let known = self.library.as_deref().cloned().unwrap_or_default();
        for entry in known {
            self.push(Write::Remove { id: entry.id.clone() });
        }
        self.set_library(Vec::new());
        self.edit_view(|view| view.dialog = None);
    }

    /// Changes what is known of the open document. It is written as a whole: it is short, and its
    /// deadlines are resolved anew wherever they are shown.
    pub(super) fn describe(&mut self, document: Document, now: Millis) {
        let Some(open) = self.open.clone().filter(|_| self.is_editable()) else {
            return;
        };
        let before = &open.project.document;
        // The text and its fingerprint stay what they are.
        let document = Document {
            id: before.id.clone(),
            sha256: before.sha256.clone(),
            ..document
        };
        self.edit_view(|view| view.dialog = None);
        if document == **before {
            return;
        }
        let mut open = (*open).clone();
        let folder = document.folder.clone();
        let mut project = (*open.project).clone();
        project.document = document.into();
        open.project = Rc::new(project);
        let entry = Entry {
            folder,
            ..(*open.entry).clone()
        };
        open.entry = Rc::new(described(&entry, &open.project, &open.tally, now));
        open.steps = 0;
        self.list(open.entry.clone());
        self.push(Write::Snapshot {
            entry: open.entry.clone(),
            project: open.project.clone(),
        });
        self.open = Some(Rc::new(open));
    }

    /// Extracts in a row what has no suggestions yet and is not in the trash.
    pub(super) fn extract_all(&mut self) {
        let known = self.library.iter().flat_map(|known| known.iter());
        let queue: Vec<DocumentId> = known
            .filter(|entry| !entry.extracted && entry.trashed == 0)
            .map(|entry| entry.id.clone())
            .collect();
        if !queue.is_empty() && self.engine != Engine::Failed {
            self.batch = Some(Rc::new(Batch {
                total: queue.len(),
                queue,
                current: None,
            }));
        }
    }

    /// The text of the next document in the row is there: it can be extracted, unless somebody has opened
    /// it meanwhile.
    pub(super) fn take_batch(&mut self, id: &DocumentId, stored: Result<StoredDocument, Rc<str>>) {
        let Some(mut batch) = self.batch.as_deref().cloned().filter(|batch| batch.next() == Some(id)) else {
            return;
        };
        batch.queue.remove(0);
        let is_open = self.open.as_ref().is_some_and(|open| open.id == *id);
        if let Ok(stored) = stored
            && !stored.entry.extracted
            && !is_open
        {
            self.serial += 1;
            batch.current = Some(BatchItem {
                entry: stored.entry,
                project: stored.project,
                request: RequestId(self.serial),
            });
        }
        self.go_on(batch);
    }

    /// The suggestions of the document that is being extracted in the row.
    pub(super) fn take_batch_result(&mut self, request: RequestId, suggestions: Option<&Suggestions>) {
        let Some(mut batch) = self.batch.as_deref().cloned() else {
            return;
        };
        let Some(item) = batch.current.take().filter(|item| item.request == request) else {
            return;
        };
        let known = self.library.iter().flat_map(|known| known.iter());
        let known = known.into_iter().find(|entry| entry.id == item.entry.id).cloned();
        let is_open = self.open.as_ref().is_some_and(|open| open.id == item.entry.id);
        if let (Some(suggestions), Some(known)) = (suggestions, known.filter(|known| !known.extracted && !is_open)) {
            let project = Rc::new(Project::suggested(item.project.source.clone(), suggestions.clone()));
            let extracted = Entry {
                extracted: true,
                ..(*known).clone()
            };
            let counts = tally(&project.store, &project.tagset);
            let entry = Rc::new(described(&extracted, &project, &counts, known.changed));
            self.list(entry.clone());
            self.push(Write::Snapshot { entry, project });
        }
        self.go_on(batch);
    }

    fn go_on(&mut self, batch: Batch) {
        self.batch = Some(Rc::new(batch));
        self.end_batch();
    }

    /// Ends a row that has nothing left to do, once all that it found is written.
    pub(super) fn end_batch(&mut self) {
        if !self.outbox.is_empty() {
            return;
        }
        if let Some(batch) = self.batch.take_if(|batch| batch.is_over()) {
            let words = Words::plain("notice-batch").and("n", Argument::Number(batch.total));
            self.tell(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::Reducible;

    use super::super::super::{AppState, StoredDocument};
    use super::*;
    use crate::text::Source;
    use crate::web::state::ExtractionEvent;

    fn run(state: Rc<AppState>, actions: impl IntoIterator<Item = Action>) -> Rc<AppState> {
        actions.into_iter().fold(state, |state, action| state.reduce(action))
    }

    /// A list of new documents, none of them open, everything written.
    fn listed(ids: &[&str]) -> Rc<AppState> {
        let entry = |id: &&str| Entry {
            id: (*id).into(),
            ..Entry::default()
        };
        let read = Action::LibraryRead(ids.iter().map(entry).collect());
        run(Rc::new(AppState::default()), [Action::Engine(Engine::Ready), read])
    }

    fn stored(state: &AppState, id: &str) -> StoredDocument {
        let entry = state
            .library
            .iter()
            .flat_map(|known| known.iter())
            .find(|entry| &*entry.id == id);
        StoredDocument {
            project: Rc::new(Project::new(Source::new("各镇要修渠。"))),
            entry: entry.unwrap().clone(),
            steps: 0,
            is_damaged: false,
        }
    }

    fn find<'a>(state: &'a AppState, id: &str) -> &'a Entry {
        let mut known = state.library.iter().flat_map(|known| known.iter());
        known.find(|entry| &*entry.id == id).unwrap()
    }

    #[test]
    fn documents_are_extracted_one_after_the_other() {
        let state = run(listed(&["a", "b"]), [Action::ExtractAll]);
        let batch = state.batch.clone().unwrap();
        assert_eq!((batch.total, batch.done()), (2, 0));
        let first = batch.next().cloned().unwrap();
        let read = Action::BatchRead(first.clone(), Ok(stored(&state, &first)));
        let state = run(state, [read]);
        let (request, text) = state.extraction().unwrap();
        assert_eq!(&*text, "各镇要修渠。");
        let done = ExtractionEvent::Done(Rc::default(), true);
        let state = run(state, [Action::Extraction(request, done)]);
        assert!(find(&state, &first).extracted);
        assert!(matches!(state.outbox.last(), Some(Write::Snapshot { entry, .. }) if entry.id == first));
        let second = state.batch.clone().unwrap().next().cloned().unwrap();
        let state = run(state, [Action::BatchRead(second, Err("gone".into()))]);
        assert!(state.batch.is_some(), "what was found is not written yet");
        let waiting = state.outbox.len();
        let state = run(state, [Action::Written(waiting, 5)]);
        assert_eq!(state.batch, None, "what cannot be read is left out");
    }

    #[test]
    fn a_cancelled_row_leaves_the_rest_as_it_is() {
        let state = run(listed(&["a", "b"]), [Action::ExtractAll]);
        let first = state.batch.clone().unwrap().next().cloned().unwrap();
        let read = Action::BatchRead(first.clone(), Ok(stored(&state, &first)));
        let state = run(state, [read]);
        let (request, _) = state.extraction().unwrap();
        let state = run(state, [Action::CancelBatch]);
        assert_eq!(state.extraction(), None);
        let late = ExtractionEvent::Done(Rc::default(), true);
        let state = run(state, [Action::Extraction(request, late)]);
        assert!(!find(&state, &first).extracted && state.outbox.is_empty());
    }

    #[test]
    fn the_trash_and_folders_are_written_and_change_nothing_else() {
        let state = run(
            listed(&["a"]),
            [
                Action::MoveTo("a".into(), " 应急 ".to_owned()),
                Action::Trash("a".into(), 7),
            ],
        );
        assert_eq!((&*find(&state, "a").folder, find(&state, "a").trashed), ("应急", 7));
        assert_eq!(state.outbox.len(), 2);
        assert!(state.outbox.iter().all(|write| matches!(write, Write::Describe { .. })));
        let state = run(state, [Action::ExtractAll]);
        assert_eq!(state.batch, None, "nothing in the trash is extracted");
        let state = run(state, [Action::Restore("a".into()), Action::Restore("a".into())]);
        assert_eq!((find(&state, "a").trashed, state.outbox.len()), (0, 3));
        let state = run(state, [Action::Wipe]);
        assert_eq!(state.library.as_ref().map(|known| known.len()), Some(0));
        assert!(matches!(state.outbox.last(), Some(Write::Remove { .. })));
    }

    #[test]
    fn what_is_known_of_a_document_is_written_with_it() {
        let create = Action::Create {
            id: "a".into(),
            source: Source::new("各镇要在年底前修渠。"),
            now: 1,
            show: true,
        };
        let state = run(listed(&[]), [create, Action::CancelExtraction]);
        let before = state.open.clone().unwrap();
        let described = Document {
            id: "another".to_owned(),
            date: Some("2026-03-12".to_owned()),
            speaker: "王市长".to_owned(),
            folder: "水利".to_owned(),
            ..(*before.project.document).clone()
        };
        let state = run(state, [Action::Describe(described, 9)]);
        let after = state.open.clone().unwrap();
        assert_eq!(
            after.project.document.id, before.project.document.id,
            "the fingerprint stays"
        );
        assert_eq!(after.project.document.speaker, "王市长");
        assert_eq!(
            (&*find(&state, "a").folder, find(&state, "a").date.as_deref()),
            ("水利", Some("2026-03-12"))
        );
        assert!(matches!(state.outbox.last(), Some(Write::Snapshot { .. })));
    }
}
