//! Making a link by key: the other end, the type, done.

use super::*;
use crate::annotate::{AnnotationId, Name};
use crate::web::state::Linking;
use crate::web::state::walk::Direction;

impl AppState {
    /// Begins a link at the current annotation, or gives it up.
    pub(super) fn begin_link(&mut self, open: &OpenDocument) {
        if open.linking.is_some() || !self.is_editable() {
            return self.edit_open(|open| open.linking = None);
        }
        let Some(one) = open.current else { return };
        self.edit_open(|open| {
            open.caret = None;
            open.linking = Some(Linking {
                one,
                other: None,
                kind: None,
            });
        });
        let Some(other) = self.open.as_ref().map(|open| open.link_ends().first().copied()) else {
            return;
        };
        match other {
            Some(other) => self.choose_link_end(other),
            None => {
                self.edit_open(|open| open.linking = None);
                self.tell(Words::plain("notice-no-link-end"));
            }
        }
    }

    /// Whether a link is being made and an annotation can be its other end.
    pub(super) fn is_link_end(&self, id: AnnotationId) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.linking.is_some() && open.link_ends().contains(&id))
    }

    /// Takes an annotation as the other end of the link that is being made, where it can be one.
    pub(super) fn choose_link_end(&mut self, id: AnnotationId) {
        if !self.is_link_end(id) {
            return;
        }
        self.edit_open(|open| {
            if let Some(linking) = &mut open.linking {
                linking.other = Some(id);
            }
            open.moves += 1;
        });
        self.announce_end();
    }

    /// The next or previous possible other end.
    pub(super) fn walk_ends(&mut self, open: &OpenDocument, direction: Direction) {
        let ends = open.link_ends();
        let here = open.linking.as_ref().and_then(|linking| linking.other);
        let here = here.and_then(|here| ends.iter().position(|end| *end == here));
        let next = match (here, direction) {
            (None, _) => 0,
            (Some(here), Direction::Forward) => (here + 1) % ends.len(),
            (Some(here), Direction::Back) => (here + ends.len() - 1) % ends.len(),
        };
        if let Some(end) = ends.get(next) {
            self.choose_link_end(*end);
        }
    }

    /// Chooses the type; an other end that does not fit it gives way to the nearest that does.
    pub(super) fn link_as(&mut self, kind: &Name) {
        self.edit_open(|open| {
            if let Some(linking) = &mut open.linking {
                linking.kind = Some(kind.clone());
            }
            let ends = open.link_ends();
            if let Some(linking) = &mut open.linking
                && linking.other.is_none_or(|other| !ends.contains(&other))
            {
                linking.other = ends.first().copied();
                open.moves += 1;
            }
        });
        self.announce_end();
    }

    /// Makes the link.
    pub(super) fn make_link(&mut self, open: &OpenDocument, now: Millis) {
        let Some((from, to, kind)) = link_being_made(open) else {
            return self.tell(Words::plain("notice-no-link-end"));
        };
        let made = self.perform(now, |open| gesture::link(&open.project.store, from, to, &kind));
        self.edit_open(|open| open.linking = None);
        if made {
            let name = open
                .project
                .tagset
                .link(&kind)
                .map(|link| (link.zh.clone(), link.en.clone()));
            let (zh, en) = name.unwrap_or_default();
            let words = Words::plain("notice-linked")
                .and("zh", Argument::Text(zh))
                .and("en", Argument::Text(en));
            self.tell(words);
        }
    }

    fn announce_end(&mut self) {
        let Some(open) = &self.open else { return };
        let other = open.linking.as_ref().and_then(|linking| linking.other);
        let Some(other) = other.and_then(|other| open.project.store.get(other)) else {
            return;
        };
        let quote: String = open.project.source.slice(other.span).chars().take(40).collect();
        let words = Words::plain("notice-link-end")
            .and("label", Argument::Label(other.label.clone()))
            .and("quote", Argument::Text(quote));
        self.announce(words);
    }
}

/// From, to and type of the link that is being made: the type chosen, or the first that fits.
pub fn link_being_made(open: &OpenDocument) -> Option<(AnnotationId, AnnotationId, Name)> {
    let linking = open.linking.as_ref()?;
    let (one, other) = (
        open.project.store.get(linking.one)?,
        open.project.store.get(linking.other?)?,
    );
    open.project
        .tagset
        .links
        .iter()
        .filter(|kind| linking.kind.as_ref().is_none_or(|chosen| *chosen == kind.id))
        .find_map(|kind| {
            let forward = kind.joins(&one.label, &other.label).then_some((one.id, other.id));
            let (from, to) = forward.or_else(|| kind.joins(&other.label, &one.label).then_some((other.id, one.id)))?;
            Some((from, to, kind.id.clone()))
        })
}
