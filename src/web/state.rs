//! The page's state and the only place where it changes: a pure reducer. It knows no clock, no
//! storage and no DOM; what is to be written and extracted is part of the state, as data.

mod action;
mod batch;
mod caret;
mod notice;
mod open;
mod reduce;
mod version;
mod view;
mod walk;

use std::rc::Rc;
use std::sync::Arc;

use crate::protocol::RequestId;

pub use action::{Action, Edit, ExtractionEvent, Returning, StoredDocument};
pub use batch::{Batch, BatchItem};
pub use caret::{Caret, Linking};
pub use notice::{Argument, Notice, Tone, Words};
pub use open::{KnownWords, OpenDocument, Running};
pub use reduce::link_being_made;
pub use version::Version;
pub use view::{Dialog, Palette, Sheet, Tab, UnclearFile, View};

use super::storage::{DocumentId, Entry, Millis, Write};

/// Everything the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppState {
    /// Whether the worker can be used.
    pub engine: Engine,
    /// The documents in this browser, latest first; `None` until they have been read.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
    /// The document that is being read from storage.
    pub opening: Option<DocumentId>,
    /// The document on the workbench.
    pub open: Option<Rc<OpenDocument>>,
    /// Documents that are extracted one after the other, behind the one on the workbench.
    pub batch: Option<Rc<Batch>>,
    /// What is still to be written, oldest first.
    pub outbox: Rc<Vec<Write>>,
    /// Why nothing can be written at present.
    pub failure: Option<Failure>,
    /// When the last write was done.
    pub saved: Option<Millis>,
    /// What is shown around the document.
    pub view: Rc<View>,
    /// Messages to the person, oldest first.
    pub notices: Rc<Vec<Notice>>,
    /// What a screen reader is to say next.
    pub announcement: Option<Rc<Notice>>,
    /// Counts notices and requests: the next number.
    pub serial: u32,
}

/// Whether the worker can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// It has not answered yet.
    #[default]
    Starting,
    /// It answers.
    Ready,
    /// It cannot be started.
    Failed,
}

/// Why nothing can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser has no storage for this page, or refuses it. The reason is for a developer.
    Storage(Rc<str>),
    /// There is no room left.
    Full,
    /// Another tab has changed the document since this one read it.
    Elsewhere,
}

/// Whether everything has been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is on disk.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it cannot be written.
    Failed,
    /// Another tab writes this document; here nothing waits to be written.
    ReadOnly,
}

impl AppState {
    /// Whether everything has been written.
    pub fn save_state(&self) -> SaveState {
        match (&self.failure, self.outbox.is_empty()) {
            (Some(Failure::Elsewhere), true) => SaveState::ReadOnly,
            (Some(_), _) => SaveState::Failed,
            (None, true) => SaveState::Saved,
            (None, false) => SaveState::Saving,
        }
    }

    /// The extraction that the worker is to do now, with its text: first that of the open document.
    pub fn extraction(&self) -> Option<(RequestId, Arc<str>)> {
        let open = self
            .open
            .as_ref()
            .and_then(|open| Some((open.running?.request, open.project.source.shared())));
        let item = self.batch.as_ref().and_then(|batch| batch.current.as_ref());
        open.or_else(|| item.map(|item| (item.request, item.project.source.shared())))
    }

    /// The text whose words are still to be told, once its extraction is done.
    pub fn wordless(&self) -> Option<Arc<str>> {
        let open = self.open.as_ref().filter(|open| open.running.is_none())?;
        let text = open.project.source.shared();
        let is_known = open.words.as_ref().is_some_and(|words| Arc::ptr_eq(&words.text, &text));
        (!is_known).then_some(text)
    }

    /// The document that another tab has changed, if that is why writing stopped.
    pub fn contested(&self) -> Option<DocumentId> {
        if self.failure != Some(Failure::Elsewhere) {
            return None;
        }
        let waiting = self.outbox.first().map(|write| write.document().clone());
        waiting.or_else(|| self.open.as_ref().map(|open| open.id.clone()))
    }

    /// The `data-state` of the page.
    pub fn phase(&self) -> &'static str {
        let is_extracting = self.open.as_ref().is_some_and(|open| open.running.is_some());
        match () {
            () if self.engine == Engine::Failed => "error",
            () if self.library.is_none() || self.opening.is_some() => "loading",
            () if is_extracting => "extracting",
            () => "ready",
        }
    }
}

#[cfg(test)]
mod tests;
