//! What each command does to the state.

use super::*;
use crate::annotate::{AnnotationId, Name, Status, Transaction};
use crate::web::command::{Command, Order, Page};
use crate::web::state::walk::Direction;

impl AppState {
    pub(super) fn run(&mut self, command: Command, now: Millis) {
        let dialog = match command {
            Command::Open => return self.edit_view(|view| view.file_requests += 1),
            Command::Keys => Some(Dialog::Keys),
            Command::KeySettings => Some(Dialog::KeySettings),
            Command::Reading => Some(Dialog::Reading),
            Command::Commands => Some(Dialog::Commands),
            Command::Jump if self.open.is_some() => Some(Dialog::Jump),
            Command::Bulk if self.is_editable() => Some(Dialog::Bulk),
            Command::TagSet if self.is_editable() => Some(Dialog::TagSet),
            Command::NewVersion if self.is_editable() => Some(Dialog::NewVersion),
            _ => None,
        };
        if dialog.is_some() {
            return self.edit_view(|view| {
                view.show_dialog(dialog);
                view.palette = None;
            });
        }
        let Some(open) = self.open.clone() else {
            return self.leave();
        };
        if self.view.page != Page::Text && command.needs_text() {
            return;
        }
        let has_mark = open.current.is_some() || open.caret.is_some() || self.view.palette.is_some();
        if command.needs_mark() && !has_mark {
            return self.tell(Words::plain("notice-nothing-selected"));
        }
        let order = self.view.order;
        match command {
            Command::Next if open.linking.is_some() => self.walk_ends(&open, Direction::Forward),
            Command::Previous if open.linking.is_some() => self.walk_ends(&open, Direction::Back),
            Command::Accept if open.linking.is_some() => self.make_link(&open, now),
            Command::Accept if self.is_fixing().is_some() => {
                if let (Some(number), Some(span)) = (self.is_fixing(), open.selection()) {
                    self.place(number, span, now);
                }
            }
            Command::Next => self.walk(open.next(Direction::Forward)),
            Command::Previous => self.walk(open.next(Direction::Back)),
            Command::NextPending => self.walk(open.next_pending(Direction::Forward, order)),
            Command::PreviousPending => self.walk(open.next_pending(Direction::Back, order)),
            Command::Order(order) => self.order(order),
            Command::Inner => self.walk(open.layer(true)),
            Command::Outer => self.walk(open.layer(false)),
            Command::NextSection => self.walk(open.section(Direction::Forward)),
            Command::PreviousSection => self.walk(open.section(Direction::Back)),
            Command::Accept => self.decide(&open, "notice-accepted", now, |open, id| {
                gesture::decide(&open.project.store, &[id], Status::Accepted)
            }),
            Command::AcceptWithLinked => self.decide(&open, "notice-accepted", now, |open, id| {
                gesture::accept_with_linked(&open.project.store, id)
            }),
            Command::Reject => self.decide(&open, "notice-rejected", now, |open, id| {
                gesture::decide(&open.project.store, &[id], Status::Rejected)
            }),
            Command::Remove => {
                self.decide(&open, "notice-removed", now, |open, id| {
                    gesture::remove(&open.project.store, id)
                });
            }
            Command::Tag(label) => self.tag(&open, &label, now),
            Command::TagEqual => self.tag_equal(&open, now),
            Command::Palette => {
                let relabel = || open.current.map(Palette::Relabel);
                if let Some(palette) = open.selection().map(Palette::Tag).or_else(relabel) {
                    let is_again = self.view.palette == Some(palette);
                    self.take(Action::ShowPalette(palette));
                    self.edit_view(|view| view.is_palette_searched |= is_again);
                }
            }
            Command::Range(step) => self.change_range(&open, step, now),
            Command::Caret(step) => self.move_caret(&open, step),
            Command::Link => self.begin_link(&open),
            Command::LinkAs(kind) => self.link_as(&kind),
            Command::Attributes => self.edit_view(|view| {
                view.tab = Tab::Detail;
                view.field_requests += 1;
            }),
            Command::SaveFile => self.edit_view(|view| view.save_requests += 1),
            Command::Note => self.edit_view(|view| {
                view.tab = Tab::Detail;
                view.note_requests += 1;
            }),
            Command::Undo => self.travel(&open, Step::Undo, "notice-undone", now),
            Command::Redo => self.travel(&open, Step::Redo, "notice-redone", now),
            Command::Leave => self.leave(),
            Command::Export => self.edit_view(|view| view.is_export_open = !view.is_export_open),
            Command::TogglePanes => self.edit_view(|view| view.has_panes = !view.has_panes),
            Command::ToggleGlyphs => self.edit_view(|view| view.has_glyphs = !view.has_glyphs),
            Command::Show(page) => self.edit_view(|view| {
                view.page = page;
                view.palette = None;
            }),
            Command::Find => self.edit_view(|view| {
                view.page = Page::Text;
                let search = view.search.get_or_insert_default();
                search.requests += 1;
            }),
            // Dialogs have been shown; regions belong to the page.
            Command::Open
            | Command::Keys
            | Command::KeySettings
            | Command::Reading
            | Command::Commands
            | Command::Jump
            | Command::Bulk
            | Command::TagSet
            | Command::NewVersion
            | Command::NextRegion
            | Command::PreviousRegion => {}
        }
    }

    fn walk(&mut self, id: Option<AnnotationId>) {
        if id.is_some() {
            self.edit_open(|open| {
                open.caret = None;
                open.linking = None;
            });
            self.go_to(id);
            self.edit_view(|view| view.palette = None);
        }
    }

    /// Another order of walking; the same again goes back to that of the text.
    fn order(&mut self, order: Order) {
        let order = if self.view.order == order { Order::Text } else { order };
        self.edit_view(|view| view.order = order);
        self.tell(Words::plain(match order {
            Order::Text => "notice-order-text",
            Order::Label => "notice-order-label",
            Order::Confidence => "notice-order-confidence",
        }));
        if let Some(open) = self.open.clone()
            && open
                .annotation()
                .is_none_or(|found| order == Order::Confidence || found.status != Status::Suggested)
        {
            let first = OpenDocument {
                current: None,
                ..(*open).clone()
            };
            self.walk(first.next_pending(Direction::Forward, order));
        }
    }

    /// Decides about the current annotation and goes on to the next undecided one.
    fn decide(
        &mut self,
        before: &OpenDocument,
        message: &'static str,
        now: Millis,
        gesture: impl FnOnce(&OpenDocument, AnnotationId) -> Option<Transaction>,
    ) {
        let Some(id) = before.current else {
            return self.walk(before.next_pending(Direction::Forward, self.view.order));
        };
        let next_pending = before.next_pending(Direction::Forward, self.view.order);
        let changed = self.perform(now, |open| gesture(open, id));
        let Some(after) = self.open.clone() else { return };
        let next = match next_pending.and_then(|next| after.project.store.get(next)) {
            // Accepting with all that is linked may have decided the next one too.
            Some(next) if next.status != Status::Suggested => after.next_pending(Direction::Forward, self.view.order),
            Some(next) => Some(next.id),
            None => None,
        };
        self.edit_open(|open| {
            open.caret = None;
            open.linking = None;
        });
        if next.is_some() || after.current.is_none() {
            self.go_to(next);
        }
        self.edit_view(|view| view.palette = None);
        if changed {
            self.announce_next(message, next);
        }
    }

    /// Says what was done and where one is now.
    fn announce_next(&mut self, message: &'static str, next: Option<AnnotationId>) {
        let Some(open) = &self.open else { return };
        let words = match next.and_then(|id| open.project.store.get(id)) {
            Some(next) => {
                let quote: String = open.project.source.slice(next.span).chars().take(40).collect();
                let label = Argument::Label(next.label.clone());
                Words::plain(message)
                    .and("more", Argument::Text("yes".to_owned()))
                    .and("label", label)
                    .and("quote", Argument::Text(quote))
            }
            None => Words::plain(message).and("more", Argument::Text("no".to_owned())),
        };
        self.announce(words);
    }

    /// A label: for the selected words if there are any, else for the current annotation.
    fn tag(&mut self, open: &OpenDocument, label: &Name, now: Millis) {
        let (selected, is_equal) = (open.selection().map(Palette::Tag), self.view.is_equal);
        let palette = self.view.palette.or(selected);
        if !self.is_editable() {
            return;
        }
        self.edit_view(|view| {
            view.palette = None;
            view.is_equal = false;
        });
        match palette {
            Some(Palette::Tag(span)) => {
                let add = |open: &OpenDocument| match is_equal {
                    true => gesture::add_equal(&open.project.source, &open.project.store, label, span),
                    false => gesture::add(&open.project.store, label, span),
                };
                self.edit_open(|open| open.caret = None);
                let is_new = self.perform(now, add);
                if let Some(open) = &self.open {
                    let known = open.project.store.overlapping(span);
                    let id = known
                        .filter(|found| found.span == span && found.label == *label)
                        .map(|found| found.id)
                        .last();
                    self.go_to(id);
                }
                let words = |message| Words::plain(message).and("label", Argument::Label(label.clone()));
                match is_new {
                    true => self.announce(words("notice-added")),
                    // What stands there already is shown all the same.
                    false => self.tell(words("notice-known")),
                }
            }
            Some(Palette::Relabel(id)) => self.relabel(id, label, now),
            None => {
                if let Some(id) = open.current {
                    self.relabel(id, label, now);
                }
            }
        }
    }

    /// The label of the current annotation for every place with the same words; for selected words,
    /// only that the next label will go to all of them.
    fn tag_equal(&mut self, open: &OpenDocument, now: Millis) {
        if self.view.palette.is_some() {
            return self.edit_view(|view| view.is_equal = !view.is_equal);
        }
        let Some(found) = open.annotation() else { return };
        let (label, span) = (found.label.clone(), found.span);
        let add = |open: &OpenDocument| gesture::add_equal(&open.project.source, &open.project.store, &label, span);
        let before = open.project.store.annotations().len();
        if self.perform(now, add) {
            let after = self
                .open
                .as_ref()
                .map_or(before, |open| open.project.store.annotations().len());
            let words = Words::plain("notice-equal").and("n", Argument::Number(after - before));
            self.tell(words);
        } else {
            self.tell(Words::plain("notice-no-equal"));
        }
    }

    fn relabel(&mut self, id: AnnotationId, label: &Name, now: Millis) {
        if self.perform(now, |open| gesture::relabel(&open.project.store, id, label)) {
            self.announce(Words::plain("notice-relabelled").and("label", Argument::Label(label.clone())));
        }
    }

    /// Undo or redo: goes to what changed and names it.
    fn travel(&mut self, open: &OpenDocument, step: Step, message: &'static str, now: Millis) {
        if !self.is_editable() {
            return;
        }
        let steps = match step {
            Step::Undo => open.project.history.done(),
            Step::Redo | Step::Perform(_) => open.project.history.undone(),
        };
        let Some(transaction) = steps.last().cloned() else {
            let empty = if step == Step::Undo {
                "notice-nothing-to-undo"
            } else {
                "notice-nothing-to-redo"
            };
            return self.tell(Words::plain(empty));
        };
        if !self.step(open, step, now) {
            return;
        }
        let subject = gesture::subject(&transaction);
        if let Some(after) = &self.open {
            self.go_to(
                subject
                    .filter(|id| after.project.store.get(*id).is_some())
                    .or(after.current),
            );
        }
        let mut words = Words::plain(message)
            .and("verb", Argument::Verb(transaction.gesture.verb))
            .and("n", Argument::Number(transaction.gesture.count as usize));
        words = match &transaction.gesture.label {
            Some(label) => words.and("label", Argument::Label(label.clone())),
            None => words.and("label", Argument::Text(String::new())),
        };
        self.edit_view(|view| view.palette = None);
        self.tell(words);
    }

    /// Closes the uppermost thing that is open; last, gives up the current annotation.
    fn leave(&mut self) {
        let view = &self.view;
        match () {
            () if view.dialog.is_some() => self.edit_view(|view| view.dialog = None),
            () if view.is_export_open => self.edit_view(|view| view.is_export_open = false),
            () if view.search.is_some() => self.edit_view(|view| view.search = None),
            () if view.palette.is_some() => self.edit_view(|view| view.palette = None),
            () if view.is_drawer_open => self.edit_view(|view| view.is_drawer_open = false),
            () if view.fixing.is_some() => self.begin_fixing(None),
            () if self.open.as_ref().is_some_and(|open| open.linking.is_some()) => {
                self.edit_open(|open| open.linking = None);
            }
            () if self.open.as_ref().is_some_and(|open| open.caret.is_some()) => {
                self.edit_open(|open| open.caret = None);
            }
            () => self.go_to(None),
        }
    }
}
