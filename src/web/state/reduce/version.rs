//! What another version of the open document does to the state.

use super::*;
use crate::project::Document;
use crate::text::{ByteOffset, Span};
use crate::web::gesture::waiting;
use crate::web::state::{Caret, Sheet, Version};

impl AppState {
    pub(super) fn take_version(&mut self, version: Version, now: Millis) {
        match version {
            Version::Renew { id, project, old_title } => self.renew(id, project, old_title, now),
            Version::Confirm(numbers) => {
                let count = numbers.len();
                if self.perform(now, |open| gesture::confirm(&open.project.store, &numbers)) && count > 1 {
                    self.announce(Words::plain("notice-confirmed").and("n", Argument::Number(count)));
                }
            }
            Version::Discard(numbers) => {
                self.perform(now, |open| gesture::discard(&open.project.store, &numbers));
            }
            Version::Place(number, span) => self.place(number, span, now),
            Version::Fix(number) => self.begin_fixing(number),
            Version::Bring(other) => {
                let message = match self.perform(now, |open| gesture::bring(&open.project, &other)) {
                    true => {
                        let done = self.open.as_ref().and_then(|open| open.project.history.done().last());
                        let count = done.map_or(0, |done| done.gesture.count as usize);
                        Words::plain("notice-brought").and("n", Argument::Number(count))
                    }
                    false => Words::plain("notice-nothing-brought"),
                };
                self.announce(message.clone());
                self.notify(Tone::Passing, message);
            }
            Version::Fill(filling, provenance) => {
                if self.perform(now, |open| gesture::fill(&open.project.store, &filling, &provenance)) {
                    self.announce(Words::plain("notice-filled").and("words", Argument::Text(filling.words)));
                }
            }
        }
    }

    /// The new version becomes a document of its own and takes the old one's place on the workbench; the
    /// old one keeps its text, annotations and steps, and gets another title.
    fn renew(&mut self, id: DocumentId, project: Rc<Project>, old_title: String, now: Millis) {
        let Some(old) = self.open.clone().filter(|_| self.is_editable()) else {
            return;
        };
        let renamed = Document {
            title: old_title.clone(),
            folder: old.entry.folder.clone(),
            ..(*old.project.document).clone()
        };
        self.describe(renamed, now);
        let mut project = (*project).clone();
        let mut document = (*project.document).clone();
        document.folder = old.entry.folder.clone();
        project.document = document.into();
        let left = project.store.reviews().len();
        self.add(id, Rc::new(project), now.saturating_add(1), true, true);
        self.edit_view(|view| {
            if left > 0 {
                view.tab = Tab::Review;
                view.sheet = Sheet::Full;
            }
        });
        let words = Words::plain("notice-renewed")
            .and("n", Argument::Number(left))
            .and("title", Argument::Text(old_title));
        self.announce(words.clone());
        self.notify(Tone::Passing, words);
    }

    /// Whether words that are selected now are the place of something.
    pub(super) fn is_fixing(&self) -> Option<u32> {
        let waits = |number: &u32| {
            let open = self.open.as_ref();
            open.is_some_and(|open| waiting(&open.project.store).any(|review| review.number == *number))
        };
        self.view.fixing.filter(waits)
    }

    pub(super) fn place(&mut self, number: u32, span: Span, now: Millis) {
        self.edit_view(|view| {
            view.fixing = None;
            view.palette = None;
        });
        self.edit_open(|open| open.caret = None);
        if self.perform(now, |open| gesture::place(&open.project.store, number, span)) {
            let placed = self
                .open
                .as_ref()
                .and_then(|open| open.project.store.overlapping(span).last());
            let id = placed.map(|found| found.id);
            self.go_to(id);
            self.edit_view(|view| view.tab = Tab::Review);
            self.announce_range(span);
        }
    }

    /// Puts the caret where the annotation is, or where it would be.
    pub(super) fn begin_fixing(&mut self, number: Option<u32>) {
        let number = number.filter(|_| self.is_editable());
        self.edit_view(|view| {
            view.fixing = number;
            view.palette = None;
        });
        let Some(open) = self.open.clone() else { return };
        let store = &open.project.store;
        let review = number.and_then(|number| store.reviews().iter().find(|review| review.number == number));
        let caret = review.map(|review| match store.get(review.id) {
            Some(here) => Caret {
                anchor: here.span.start(),
                focus: here.span.end(),
                wish: None,
            },
            None => {
                let earlier = store.annotations().iter().filter(|other| other.id < review.id);
                let last = earlier.max_by_key(|other| other.id);
                Caret::at(last.map_or(ByteOffset(0), |other| other.span.end()))
            }
        });
        self.edit_open(|open| open.caret = caret);
        if let Some(caret) = caret {
            self.take(Action::Reveal(Span::new(caret.anchor, caret.focus)));
        }
    }
}
