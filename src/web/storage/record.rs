//! What is kept of a document, and what is to be written. Plain data.

use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotation, History, Link, Review, Store, TagSet, Transaction};
use crate::project::{Document, Project};
use crate::text::Source;
use crate::web::document::Verdicts;

/// Names a document in this browser's storage. Random, never used twice.
pub type DocumentId = Rc<str>;

/// Milliseconds since 1970, UTC.
pub type Millis = u64;

/// A line of the list of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// When it was opened first.
    pub created: Millis,
    /// When it was changed last.
    pub changed: Millis,
    /// How many statements and mentions it has, rejected ones too.
    pub total: usize,
    /// How many of them nobody has decided.
    pub pending: usize,
    /// Whether its extraction is done.
    pub extracted: bool,
    /// The number of the last step in its journal; 0 before the first.
    pub seq: u64,
    /// Its folder; empty for none.
    pub folder: String,
    /// Who gave the speech, if somebody has said so.
    pub speaker: String,
    /// The day of the speech, as `2026-03-12`, if it is known.
    pub date: Option<String>,
    /// When it was put into the trash; 0 where it was not.
    pub trashed: Millis,
    /// How its suggestions were decided, by rule.
    pub rules: Rc<Verdicts>,
}

/// A step of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// A gesture.
    Perform(Arc<Transaction>),
    /// The last gesture was taken back.
    Undo,
    /// The last undone gesture was done again.
    Redo,
}

impl Step {
    /// Repeats the step on a project. Returns whether it fitted.
    pub fn replay(&self, project: &mut Project) -> bool {
        match self {
            Self::Perform(transaction) => project.perform(transaction.clone()).is_ok(),
            Self::Undo => project.undo().is_ok(),
            Self::Redo => project.redo().is_ok(),
        }
    }
}

/// Something to be written, in this order and as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A new document. With its annotations if it has any yet.
    Create {
        /// Its line in the list.
        entry: Rc<Entry>,
        /// The document.
        project: Rc<Project>,
    },
    /// A step on a document; `entry.seq` is its number.
    Append {
        /// The document's line in the list after the step.
        entry: Rc<Entry>,
        /// The step.
        step: Step,
    },
    /// The document as a whole at step `entry.seq`; earlier steps are no longer needed.
    Snapshot {
        /// The document's line in the list.
        entry: Rc<Entry>,
        /// The document.
        project: Rc<Project>,
    },
    /// Only its line in the list is written: its folder, or whether it is in the trash.
    Describe {
        /// The document's line in the list.
        entry: Rc<Entry>,
    },
    /// The document and everything about it goes.
    Remove {
        /// The document.
        id: DocumentId,
    },
}

impl Write {
    /// The document that is written.
    pub fn document(&self) -> &DocumentId {
        match self {
            Self::Create { entry, .. }
            | Self::Append { entry, .. }
            | Self::Snapshot { entry, .. }
            | Self::Describe { entry } => &entry.id,
            Self::Remove { id } => id,
        }
    }

    /// The number of the document's last step after this; the largest there is where the document goes.
    pub fn number(&self) -> u64 {
        match self {
            Self::Create { entry, .. }
            | Self::Append { entry, .. }
            | Self::Snapshot { entry, .. }
            | Self::Describe { entry } => entry.seq,
            Self::Remove { .. } => u64::MAX,
        }
    }
}

/// A project as it lies in storage: JSON, so that later versions can add fields. The text lies
/// beside it.
#[derive(Serialize, Deserialize)]
pub(super) struct Snapshot {
    version: u32,
    id: String,
    title: String,
    sha256: String,
    date: Option<String>,
    #[serde(default)]
    speaker: String,
    #[serde(default)]
    origin: String,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    note: String,
    tagset: TagSet,
    annotations: Vec<Arc<Annotation>>,
    links: Vec<Arc<Link>>,
    #[serde(default)]
    reviews: Vec<Arc<Review>>,
    done: Vec<Arc<Transaction>>,
    undone: Vec<Arc<Transaction>>,
}

/// The version of snapshots that this program writes.
const VERSION: u32 = 1;

impl Snapshot {
    pub(super) fn of(project: &Project) -> Self {
        Self {
            version: VERSION,
            id: project.document.id.clone(),
            title: project.document.title.clone(),
            sha256: project.document.sha256.clone(),
            date: project.document.date.clone(),
            speaker: project.document.speaker.clone(),
            origin: project.document.origin.clone(),
            folder: project.document.folder.clone(),
            note: project.document.note.clone(),
            tagset: (*project.tagset).clone(),
            annotations: project.store.annotations().to_vec(),
            links: project.store.links().to_vec(),
            reviews: project.store.reviews().to_vec(),
            done: project.history.done().to_vec(),
            undone: project.history.undone().to_vec(),
        }
    }

    /// The project of this snapshot and its text. The error is for a developer.
    pub(super) fn project(self, source: Source) -> Result<Project, String> {
        if self.version > VERSION {
            return Err(format!("version {} is newer than this program", self.version));
        }
        let mut history = History::default();
        let undone = self.undone.len();
        for transaction in self.done.into_iter().chain(self.undone.into_iter().rev()) {
            history.record(transaction);
        }
        for _ in 0..undone {
            history.record_undo();
        }
        Ok(Project {
            document: Arc::new(Document {
                id: self.id,
                title: self.title,
                sha256: self.sha256,
                date: self.date,
                speaker: self.speaker,
                origin: self.origin,
                folder: self.folder,
                note: self.note,
            }),
            source,
            store: Store::from_parts(self.annotations, self.links).with_reviews(self.reviews),
            tagset: Arc::new(self.tagset),
            history,
        })
    }
}

/// The bytes of a snapshot.
pub(super) fn encode_snapshot(project: &Project) -> Vec<u8> {
    serde_json::to_vec(&Snapshot::of(project)).unwrap_or_default()
}

/// The project of a snapshot and its text. The error is for a developer.
pub(super) fn decode_snapshot(source: Source, bytes: &[u8]) -> Result<Project, String> {
    let snapshot: Snapshot = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    snapshot.project(source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{AnnotationId, Status};
    use crate::text::Span;
    use crate::web::gesture;

    #[test]
    fn a_snapshot_brings_everything_back() {
        let source = Source::new("要修好渠道，年底前完成。");
        let mut project = Project::new(source.clone());
        let perform = |project: &mut Project, transaction: Option<Transaction>| {
            project.perform(Arc::new(transaction.unwrap())).unwrap();
        };
        let add = gesture::add(&project.store, &"measure".into(), Span::at(0, 15));
        perform(&mut project, add);
        let add = gesture::add(&project.store, &"time".into(), Span::at(18, 27));
        perform(&mut project, add);
        let note = gesture::note(&project.store, AnnotationId(2), "核对");
        perform(&mut project, note);
        let reject = gesture::decide(&project.store, &[AnnotationId(1)], Status::Rejected);
        perform(&mut project, reject);
        project.undo().unwrap();
        project.undo().unwrap();
        let mut back = decode_snapshot(source, &encode_snapshot(&project)).unwrap();
        assert_eq!(back, project);
        back.redo().unwrap();
        assert_eq!(
            back.store.get(AnnotationId(2)).map(|found| found.note.as_str()),
            Some("核对")
        );
    }

    #[test]
    fn what_is_left_to_look_at_is_kept() {
        let mut project = Project::new(Source::new("要修好渠道，年底前完成。"));
        let add = gesture::add(&project.store, &"measure".into(), Span::at(0, 15));
        project.perform(Arc::new(add.unwrap())).unwrap();
        let carried = crate::version::carry(&project, Source::new("没有了。")).project;
        assert_eq!(carried.store.reviews().len(), 1);
        let bytes = encode_snapshot(&carried);
        assert_eq!(decode_snapshot(carried.source.clone(), &bytes).unwrap(), carried);
        // As versions before this one wrote it.
        let mut older: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        older.as_object_mut().unwrap().remove("reviews");
        let read = decode_snapshot(carried.source.clone(), older.to_string().as_bytes()).unwrap();
        assert!(read.store.reviews().is_empty());
    }

    #[test]
    fn newer_and_damaged_snapshots_are_refused() {
        let source = Source::new("文");
        let bytes = encode_snapshot(&Project::new(source.clone()));
        let newer = String::from_utf8(bytes.clone())
            .unwrap()
            .replace("\"version\":1", "\"version\":2");
        assert!(decode_snapshot(source.clone(), newer.as_bytes()).is_err());
        assert!(decode_snapshot(source, &bytes[..bytes.len() / 2]).is_err());
    }
}
