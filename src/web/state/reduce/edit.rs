//! What changes by pointing and in dialogs do to the state.

use super::*;
use crate::annotate::{AnnotationId, Name, Status};
use crate::web::state::Edit;

impl AppState {
    pub(super) fn edit(&mut self, edit: Edit, now: Millis) {
        match edit {
            Edit::Resize(id, span) => {
                if self.perform(now, |open| gesture::resize(&open.project.store, id, span)) {
                    self.announce_range(span);
                }
            }
            Edit::AddFragment(id, piece) => self.join_fragment(id, piece, now),
            Edit::DropFragment(id, place) => {
                self.perform(now, |open| gesture::drop_fragment(&open.project.store, id, place));
            }
            Edit::Link(from, to, kind) => {
                if self.may_join(from, to, &kind) {
                    self.perform(now, |open| gesture::link(&open.project.store, from, to, &kind));
                }
            }
            Edit::Relink(id, kind) => {
                let ends = self.open.as_ref().and_then(|open| open.project.store.link(id));
                let ends = ends.map(|link| (link.from, link.to));
                if ends.is_some_and(|(from, to)| self.may_join(from, to, &kind)) {
                    self.perform(now, |open| gesture::relink(&open.project.store, id, &kind));
                }
            }
            Edit::Unlink(id) => {
                self.perform(now, |open| gesture::unlink(&open.project.store, id));
            }
            Edit::Decide(ids, status) => {
                let count = ids.len();
                self.edit_view(|view| view.dialog = None);
                if self.perform(now, |open| gesture::decide(&open.project.store, &ids, status)) {
                    let message = if status == Status::Rejected {
                        "notice-bulk-rejected"
                    } else {
                        "notice-bulk-accepted"
                    };
                    let words = Words::plain(message).and("n", Argument::Number(count));
                    self.tell(words);
                }
            }
            Edit::TagSet(tagset, fates) => {
                self.edit_view(|view| view.dialog = None);
                if self.perform(now, |open| {
                    gesture::edit_tagset(&open.project, (*tagset).clone(), &fates)
                }) {
                    let current = self
                        .open
                        .as_ref()
                        .and_then(|open| open.annotation().map(|found| found.label.clone()));
                    let tagset = self.open.as_ref().map(|open| open.project.tagset.clone());
                    // A mark that is hidden now is no place to be.
                    if let (Some(label), Some(tagset)) = (current, tagset)
                        && !tagset.shows(&label)
                    {
                        self.go_to(None);
                    }
                    self.tell(Words::plain("notice-tagset"));
                }
            }
        }
    }

    /// Whether a type of link may join two annotations; says so where it may not.
    fn may_join(&mut self, from: AnnotationId, to: AnnotationId, kind: &Name) -> bool {
        let Some(open) = self.open.clone() else { return false };
        let (store, tagset) = (&open.project.store, &open.project.tagset);
        let (Some(from), Some(to), Some(kind)) = (store.get(from), store.get(to), tagset.link(kind)) else {
            return false;
        };
        let fits = kind.joins(&from.label, &to.label);
        if !fits {
            let words = Words::plain("notice-link-unfit")
                .and("label", Argument::Label(to.label.clone()))
                .and("zh", Argument::Text(kind.zh.clone()))
                .and("en", Argument::Text(kind.en.clone()));
            self.tell(words);
        }
        fits
    }
}
