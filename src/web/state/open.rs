//! The document on the workbench: what is current, selected, being linked.

use std::rc::Rc;
use std::sync::Arc;

use super::caret::{Caret, Linking};
use crate::annotate::{Annotation, AnnotationId, Status};
use crate::extract::Directive;
use crate::project::Project;
use crate::protocol::RequestId;
use crate::text::{ByteOffset, Source, Span};
use crate::web::document::{Index, Ladder, Tally, Words, is_counted, tally};
use crate::web::dom::words;
use crate::web::storage::{DocumentId, Entry};

/// The document on the workbench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDocument {
    /// Names it.
    pub id: DocumentId,
    /// Its line in the list.
    pub entry: Rc<Entry>,
    /// Text, annotations, history.
    pub project: Rc<Project>,
    /// How many annotations there are of each kind.
    pub tally: Rc<Tally>,
    /// Which they are.
    pub index: Rc<Index>,
    /// Where the person is.
    pub current: Option<AnnotationId>,
    /// Counts the times that the person went somewhere: the text is scrolled there.
    pub moves: u32,
    /// Where the current annotation began before its range was changed: it shrinks around this.
    pub anchor: Option<ByteOffset>,
    /// The caret, while there is one.
    pub caret: Option<Caret>,
    /// The link that is being made.
    pub linking: Option<Linking>,
    /// The extraction that is going on. Until it is done nothing can be changed.
    pub running: Option<Running>,
    /// The version before, while the extraction looks for what is new in this one.
    pub before: Option<Source>,
    /// How many steps of the journal come after the snapshot.
    pub steps: u32,
    /// Where the words of the text end, and its orders, once the worker has told.
    pub words: Option<Rc<KnownWords>>,
}

/// Where the words of a text end, and its orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownWords {
    /// The text.
    pub text: Arc<str>,
    /// Every place between two of its words, with its start and its end; the start alone where the dictionary is
    /// missing.
    pub seams: Vec<ByteOffset>,
    /// Its orders.
    pub orders: Rc<[Directive]>,
}

/// An extraction that is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The request.
    pub request: RequestId,
    /// Steps done.
    pub done: u8,
    /// Steps in all; 0 before the first.
    pub total: u8,
}

impl OpenDocument {
    /// A document as it is when it comes onto the workbench.
    pub(super) fn new(entry: Rc<Entry>, project: Rc<Project>, steps: u32) -> Self {
        Self {
            id: entry.id.clone(),
            entry,
            tally: Rc::new(tally(&project.store, &project.tagset)),
            index: Rc::new(Index::of(&project.store, &project.tagset)),
            project,
            current: None,
            moves: 0,
            anchor: None,
            caret: None,
            linking: None,
            running: None,
            before: None,
            steps,
            words: None,
        }
    }

    /// Puts another state of the document in place of the one that is there.
    pub(super) fn set_project(&mut self, project: Project) {
        let (store, tagset) = (&project.store, &project.tagset);
        if Arc::ptr_eq(tagset, &self.project.tagset) {
            let difference = store.since(&self.project.store);
            self.tally = Rc::new(self.tally.after(&difference, tagset));
            self.index = Rc::new(self.index.after(store, &difference, tagset));
        } else {
            self.tally = Rc::new(tally(store, tagset));
            self.index = Rc::new(Index::of(store, tagset));
        }
        self.project = Rc::new(project);
    }

    /// The ladder of the text: with the words of the dictionary, or with those of the browser until
    /// they are known.
    pub fn ladder(&self) -> Ladder<'_> {
        let source = &self.project.source;
        let known = self.known_words().filter(|words| words.seams.len() > 1);
        let words = known.map_or(Words::Found(words::seams), |known| Words::Known(&known.seams));
        Ladder::new(source, words)
    }

    /// What the worker has told of the text that is there.
    pub fn known_words(&self) -> Option<&KnownWords> {
        let text = self.project.source.shared();
        self.words.as_deref().filter(|words| Arc::ptr_eq(&words.text, &text))
    }

    /// What the caret has selected.
    pub fn selection(&self) -> Option<Span> {
        self.caret?.selection()
    }

    /// The annotation where the person is.
    pub fn annotation(&self) -> Option<&Annotation> {
        self.project.store.get(self.current?).map(|found| &**found)
    }

    /// The smallest annotation that covers an offset. Headings and debris only if there is nothing
    /// else.
    pub fn at(&self, offset: ByteOffset) -> Option<AnnotationId> {
        let (store, tagset) = (&self.project.store, &self.project.tagset);
        let standing =
            |found: &&std::sync::Arc<Annotation>| found.status != Status::Rejected && tagset.shows(&found.label);
        let pieces = store
            .annotations()
            .iter()
            .filter(|found| found.fragments.iter().any(|fragment| fragment.contains(offset)));
        let pieces: Vec<_> = pieces.collect();
        let covering = || store.covering(offset).chain(pieces.iter().copied()).filter(standing);
        let counted = covering().filter(|found| is_counted(found, &self.project.tagset));
        counted
            .min_by_key(|found| found.span.len())
            .or_else(|| covering().min_by_key(|found| found.span.len()))
            .map(|found| found.id)
    }
}
