//! A document with its annotations and decisions: what is saved and exported.

pub mod agreement;
mod document;
mod frame;
mod omission;
mod reading;
mod suggestions;
mod task;

use std::sync::Arc;

pub use document::Document;
pub use frame::{MeasureFrame, MeasureWords, Unit};
pub use omission::{Omission, Orders, TASK, omissions};
pub use reading::{PhraseParts, RuleParts};
pub use suggestions::{Remark, Suggestions};
pub use task::within;

use crate::annotate::{Annotation, History, Refused, Store, TagSet, Transaction};
use crate::extract::frame::standing::Name;
use crate::text::{ByteOffset, Source};

/// A document with its annotations and decisions. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// What is known of the document besides its text.
    pub document: Arc<Document>,
    /// The text exactly as it came.
    pub source: Source,
    /// The annotations and links.
    pub store: Store,
    /// The labels and link types in use.
    pub tagset: Arc<TagSet>,
    /// What can be undone and redone.
    pub history: History,
}

impl Project {
    /// A text without annotations.
    pub fn new(source: Source) -> Self {
        Self {
            document: Arc::new(Document::of(&source)),
            source,
            store: Store::default(),
            tagset: TagSet::guidelines(),
            history: History::default(),
        }
    }

    /// A text with the suggestions of its first extraction.
    pub fn suggested(source: Source, suggestions: Suggestions) -> Self {
        let mut project = Self::new(source);
        let document = Arc::make_mut(&mut project.document);
        if let Some(title) = suggestions.title {
            document.title = title;
        }
        document.date = suggestions.date;
        project.store = Store::from_parts(suggestions.annotations, suggestions.links);
        project
    }

    /// Does one gesture.
    pub fn perform(&mut self, transaction: Arc<Transaction>) -> Result<(), Refused> {
        self.history.perform(&mut self.store, transaction.clone())?;
        if let Some((_, after)) = transaction.tagset() {
            self.tagset = after.clone();
        }
        Ok(())
    }

    /// Takes back the last gesture; tells which one.
    pub fn undo(&mut self) -> Result<Option<Arc<Transaction>>, Refused> {
        let undone = self.history.undo(&mut self.store)?;
        if let Some((before, _)) = undone.as_ref().and_then(|undone| undone.tagset()) {
            self.tagset = before.clone();
        }
        Ok(undone)
    }

    /// Does the last undone gesture again; tells which one.
    pub fn redo(&mut self) -> Result<Option<Arc<Transaction>>, Refused> {
        let redone = self.history.redo(&mut self.store)?;
        if let Some((_, after)) = redone.as_ref().and_then(|redone| redone.tagset()) {
            self.tagset = after.clone();
        }
        Ok(redone)
    }

    /// The headings that are not rejected, in order.
    pub fn headings(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.store.annotations().iter().filter(|annotation| {
            &*annotation.label == "heading" && annotation.status != crate::annotate::Status::Rejected
        })
    }

    /// The headings above a place, outermost first.
    pub fn section(&self, offset: ByteOffset) -> Vec<Arc<Annotation>> {
        let mut path: Vec<Arc<Annotation>> = Vec::new();
        for heading in self.headings().take_while(|heading| heading.span.start() <= offset) {
            frame::descend(&mut path, heading);
        }
        path
    }

    /// One frame per measure that is not rejected, in the order of the text.
    pub fn frames(&self) -> Vec<MeasureFrame> {
        frame::frames(self)
    }

    /// What somebody has to do or to reach, in the order of the text: the frames of the measures but those
    /// that only say whose the tasks around them are, and of the targets that no measure leads to.
    pub fn tasks(&self) -> Vec<MeasureFrame> {
        task::tasks(self)
    }

    /// The units and times that are not rejected, in the order of the text.
    pub fn names(&self) -> Vec<Name> {
        task::names(self)
    }

    /// The rules that are not rejected, taken apart, in the order of the text.
    pub fn rules(&self) -> Vec<RuleParts> {
        reading::rules(self)
    }

    /// The numeral phrases that are not rejected and whose parts the text lists, in its order.
    pub fn phrases(&self) -> Vec<PhraseParts> {
        reading::phrases(self)
    }
}
