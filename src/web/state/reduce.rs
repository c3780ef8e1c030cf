//! The reducer: the only place where the state changes.

use std::rc::Rc;
use std::sync::Arc;

use yew::Reducible;

use super::action::{Action, ExtractionEvent, StoredDocument};
use super::notice::{Argument, Notice, Tone, Words};
use super::open::{OpenDocument, Running};
use super::view::{Dialog, Palette, Tab, View};
use super::{AppState, Engine, Failure};
use crate::project::Project;
use crate::protocol::RequestId;
use crate::web::command::Page;
use crate::web::document::{tally, verdicts};
use crate::web::gesture;
use crate::web::storage::{DocumentId, Entry, Millis, Step, Write};
use crate::web::table;

mod bring_back;
mod command;
mod edit;
mod extraction;
mod library;
mod linking;
mod pick;
mod range;
mod step;
mod version;

pub use linking::link_being_made;
use step::described;

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.take(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

impl AppState {
    fn take(&mut self, action: Action) {
        match action {
            Action::LibraryRead(entries) => {
                // What was created while the list was being read is on its way to the disk.
                let mut known: Vec<Rc<Entry>> = self.library.take().map(|known| (*known).clone()).unwrap_or_default();
                let is_new = |entry: &Entry| known.iter().all(|known| known.id != entry.id);
                let read: Vec<Rc<Entry>> = entries.into_iter().filter(is_new).map(Rc::new).collect();
                known.extend(read);
                self.set_library(known);
            }
            Action::Engine(engine) => {
                self.engine = engine;
                if engine == Engine::Failed {
                    self.batch = None;
                }
                // Left without its suggestions: it is asked again when the document is opened again.
                if let Some(open) = self
                    .open
                    .as_ref()
                    .filter(|open| engine == Engine::Failed && open.running.is_some())
                {
                    self.open = Some(Rc::new(OpenDocument {
                        running: None,
                        ..(**open).clone()
                    }));
                }
            }
            Action::Create { id, source, now, show } => {
                let project = Rc::new(Project::new(source));
                self.add(id, project, now, show, false);
            }
            Action::BringBack(documents, is_set) => self.bring_back(documents, is_set),
            Action::Import {
                id,
                project,
                now,
                show,
                extracted,
            } => self.add(id, project, now, show, extracted),
            Action::Open(id) => self.opening = Some(id),
            Action::Opened(id, stored) if self.opening.as_ref() == Some(&id) => {
                self.opening = None;
                match stored {
                    Ok(stored) => self.show_stored(stored),
                    Err(reason) => {
                        let words = Words::plain("problem-opening").and("reason", Argument::Text(reason.to_string()));
                        self.warn(words);
                    }
                }
            }
            Action::Opened(..) => {}
            Action::Close => {
                // With nothing left to write nobody is in another's way.
                if self.failure == Some(Failure::Elsewhere) && self.outbox.is_empty() {
                    self.failure = None;
                }
                self.open = None;
                self.opening = None;
                self.edit_view(|view| {
                    *view = View {
                        has_panes: view.has_panes,
                        has_glyphs: view.has_glyphs,
                        ..View::default()
                    }
                });
            }
            Action::Trash(id, now) => self.trash(&id, now),
            Action::Restore(id) => self.restore(&id),
            Action::Remove(id) => self.remove(&id),
            Action::Wipe => self.wipe(),
            Action::MoveTo(id, folder) => self.move_to(&id, &folder),
            Action::Describe(document, now) => self.describe(document, now),
            Action::ExtractAll => self.extract_all(),
            Action::BatchRead(id, stored) => self.take_batch(&id, stored),
            Action::CancelBatch => self.batch = None,
            Action::Extraction(request, event) => self.take_extraction(request, event),
            Action::Words(words) => self.edit_open(|open| {
                if Arc::ptr_eq(&words.text, &open.project.source.shared()) {
                    open.words = Some(words);
                }
            }),
            Action::CancelExtraction => self.finish_extraction(None),
            Action::Command(command, now) => self.run(command, now),
            Action::SelectInText(Some(id)) | Action::SelectInList(id) if self.is_link_end(id) => {
                self.choose_link_end(id);
            }
            Action::SelectInText(id) => {
                self.edit_open(|open| {
                    open.caret = None;
                    open.linking = None;
                });
                self.go_to(id);
                self.edit_view(|view| {
                    view.palette = None;
                    if id.is_some() {
                        view.tab = Tab::Detail;
                    }
                });
            }
            Action::SelectInList(id) => self.go_to(Some(id)),
            Action::ShowPalette(palette) => {
                if self.is_editable() {
                    self.edit_view(|view| {
                        view.is_palette_searched &= view.palette == Some(palette);
                        view.palette = Some(palette);
                        view.is_equal = false;
                    });
                }
            }
            Action::Note(id, text, now) => {
                self.perform(now, |open| gesture::note(&open.project.store, id, &text));
            }
            Action::Attribute(id, name, value, now) => {
                self.perform(now, |open| {
                    gesture::attribute(&open.project.store, id, &name, value.as_ref())
                });
            }
            Action::EditTask(edit, now) => {
                self.perform(now, |open| table::edit(&open.project, &edit));
            }
            Action::NotATask(span, now) => {
                if self.perform(now, |open| gesture::not_a_task(&open.project.store, span)) {
                    self.announce(Words::plain("notice-not-a-task"));
                }
            }
            Action::Reveal(span) => self.edit_view(|view| {
                view.page = Page::Text;
                view.revealed = Some((span, view.revealed.map_or(0, |(_, times)| times + 1)));
            }),
            Action::Edit(edit, now) => self.edit(edit, now),
            Action::Version(version, now) => self.take_version(version, now),
            Action::PutCaret(offset, extend) => self.put_caret(offset, extend),
            Action::ShowSheet(sheet) => self.edit_view(|view| view.sheet = sheet),
            Action::Written(count, now) => {
                let outbox = Rc::make_mut(&mut self.outbox);
                outbox.drain(..count.min(outbox.len()));
                self.saved = Some(now);
                self.failure = None;
                self.end_batch();
            }
            Action::WriteFailed(failure) => self.failure = Some(failure),
            Action::WrittenElsewhere(id, number) => {
                let is_behind = self
                    .open
                    .as_ref()
                    .is_some_and(|open| open.id == id && open.entry.seq < number);
                if is_behind && self.failure.is_none() {
                    self.failure = Some(Failure::Elsewhere);
                }
            }
            Action::Retry => self.failure = None,
            Action::TakeOver(id) => {
                Rc::make_mut(&mut self.outbox).retain(|write| *write.document() != id);
                self.failure = None;
                self.open = None;
                self.opening = Some(id);
            }
            Action::ToggleLabel(label) => {
                self.edit_view(|view| match view.hidden.iter().position(|known| *known == label) {
                    Some(position) => drop(view.hidden.remove(position)),
                    None => view.hidden.push(label),
                })
            }
            Action::Search(edit) => self.edit_view(|view| {
                if let Some(search) = &mut view.search {
                    search.edit(edit);
                }
            }),
            Action::CloseSearch => self.edit_view(|view| view.search = None),
            Action::Filter(filter) => self.edit_view(|view| view.filter = filter),
            Action::Pick(picked) => self.pick(picked),
            Action::ShowPage(page) => self.edit_view(|view| view.page = page),
            Action::ShowTab(tab) => self.edit_view(|view| view.tab = tab),
            Action::ShowDialog(dialog) => self.edit_view(|view| view.show_dialog(dialog)),
            Action::ShowExport(is_open) => self.edit_view(|view| view.is_export_open = is_open),
            Action::ShowDrawer(is_open) => self.edit_view(|view| view.is_drawer_open = is_open),
            Action::Warn(words) => self.warn(words),
            Action::Tell(words) => self.tell(words),
            Action::Dismiss(serial) => {
                if self.notices.iter().any(|notice| notice.serial == serial) {
                    Rc::make_mut(&mut self.notices).retain(|notice| notice.serial != serial);
                }
            }
        }
    }

    /// A new document, from a text or from a file of this program.
    fn add(&mut self, id: DocumentId, project: Rc<Project>, now: Millis, show: bool, extracted: bool) {
        let created = Entry {
            id,
            created: now,
            extracted,
            folder: project.document.folder.clone(),
            ..Entry::default()
        };
        let counts = tally(&project.store, &project.tagset);
        let entry = Rc::new(described(&created, &project, &counts, now));
        self.push(Write::Create {
            entry: entry.clone(),
            project: project.clone(),
        });
        self.list(entry.clone());
        if show {
            self.show(OpenDocument::new(entry, project, 0));
        }
    }

    fn show_stored(&mut self, stored: StoredDocument) {
        if stored.is_damaged {
            self.warn(Words::plain("problem-damaged"));
        }
        let StoredDocument {
            project, entry, steps, ..
        } = stored;
        let entry = match entry.rules.is_empty() {
            // Versions before this one did not write down how rules were decided.
            true => Rc::new(Entry {
                rules: verdicts(&project.store),
                ..(*entry).clone()
            }),
            false => entry,
        };
        if !entry.rules.is_empty() {
            self.list(entry.clone());
        }
        self.show(OpenDocument::new(entry, project, steps));
    }

    /// Puts a document on the workbench; starts its extraction if it never had one.
    fn show(&mut self, mut open: OpenDocument) {
        if !open.entry.extracted && !open.project.source.is_empty() && self.engine != Engine::Failed {
            self.serial += 1;
            open.running = Some(Running {
                request: RequestId(self.serial),
                done: 0,
                total: 0,
            });
        }
        self.opening = None;
        self.open = Some(Rc::new(open));
        self.edit_view(|view| {
            *view = View {
                has_panes: view.has_panes,
                has_glyphs: view.has_glyphs,
                ..View::default()
            }
        });
    }

    fn remove(&mut self, id: &DocumentId) {
        if self.open.as_ref().is_some_and(|open| open.id == *id) {
            self.open = None;
        }
        let mut known = self.library.as_deref().cloned().unwrap_or_default();
        known.retain(|entry| entry.id != *id);
        self.set_library(known);
        self.edit_view(|view| view.dialog = None);
        self.push(Write::Remove { id: id.clone() });
    }

    fn go_to(&mut self, id: Option<crate::annotate::AnnotationId>) {
        let Some(open) = &self.open else { return };
        if open.current.is_none() && id.is_none() {
            return;
        }
        let mut open = (**open).clone();
        open.current = id.filter(|id| open.project.store.get(*id).is_some());
        open.moves += 1;
        open.anchor = None;
        self.open = Some(Rc::new(open));
    }

    fn edit_open(&mut self, edit: impl FnOnce(&mut OpenDocument)) {
        if let Some(open) = &self.open {
            let mut open = (**open).clone();
            edit(&mut open);
            self.open = Some(Rc::new(open));
        }
    }

    fn push(&mut self, write: Write) {
        Rc::make_mut(&mut self.outbox).push(write);
    }

    /// Puts a line into the list of documents, in place of an older one.
    fn list(&mut self, entry: Rc<Entry>) {
        let mut known = self.library.as_deref().cloned().unwrap_or_default();
        match known.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => known.push(entry),
        }
        self.set_library(known);
    }

    fn set_library(&mut self, mut entries: Vec<Rc<Entry>>) {
        entries.sort_by(|one, other| (other.changed, &other.id).cmp(&(one.changed, &one.id)));
        self.library = Some(Rc::new(entries));
    }

    fn edit_view(&mut self, edit: impl FnOnce(&mut View)) {
        edit(Rc::make_mut(&mut self.view));
    }

    fn warn(&mut self, words: Words) {
        self.notify(Tone::Problem, words);
    }

    fn notify(&mut self, tone: Tone, words: Words) {
        self.serial += 1;
        let notice = Notice {
            serial: self.serial,
            tone,
            words,
        };
        let notices = Rc::make_mut(&mut self.notices);
        notices.retain(|known| known.tone == Tone::Problem && known.words != notice.words);
        notices.push(notice);
    }

    /// Shows words for a moment and says them: a screen reader does not hear what is only shown.
    fn tell(&mut self, words: Words) {
        self.announce(words.clone());
        self.notify(Tone::Passing, words);
    }

    fn announce(&mut self, words: Words) {
        self.serial += 1;
        self.announcement = Some(Rc::new(Notice {
            serial: self.serial,
            tone: Tone::Passing,
            words,
        }));
    }
}
