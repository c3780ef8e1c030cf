//! What the commands for ranges and the caret do to the state.

use super::*;
use crate::annotate::AnnotationId;
use crate::text::{ByteOffset, Span};
use crate::web::command::{CaretStep, Motion, RangeStep};
use crate::web::document::{Ladder, Rung};
use crate::web::state::Caret;

impl AppState {
    /// Changes the selection if there is one, else the current annotation.
    pub(super) fn change_range(&mut self, open: &OpenDocument, step: RangeStep, now: Millis) {
        if !self.is_editable() {
            return;
        }
        match step {
            RangeStep::Split => return self.split(open, now),
            RangeStep::Merge => return self.merge(open, now),
            RangeStep::AddFragment => return self.add_fragment(open, now),
            RangeStep::DropFragment => {
                let last = open
                    .annotation()
                    .and_then(|found| Some((found.id, found.fragments.len().checked_sub(1)?)));
                if let Some((id, last)) = last {
                    self.perform(now, |open| gesture::drop_fragment(&open.project.store, id, last));
                }
                return;
            }
            RangeStep::Grow | RangeStep::Shrink | RangeStep::Edge { .. } => {}
        }
        let ladder = open.ladder();
        if let Some(Palette::Tag(span)) = self.view.palette {
            if let Some(span) = stepped(ladder, step, span, span.start()) {
                self.edit_view(|view| view.palette = Some(Palette::Tag(span)));
            }
        } else if let Some(caret) = open.caret {
            let here = Span::new(caret.anchor, caret.focus);
            if let Some(span) = stepped(ladder, step, here, here.start()) {
                let caret = Caret {
                    anchor: span.start(),
                    focus: span.end(),
                    wish: None,
                };
                self.edit_open(|open| open.caret = Some(caret));
            }
        } else if let Some(found) = open.annotation() {
            let (id, anchor) = (found.id, open.anchor.unwrap_or(found.span.start()));
            if let Some(span) = stepped(ladder, step, found.span, anchor)
                && self.perform(now, |open| gesture::resize(&open.project.store, id, span))
            {
                let is_ladder = matches!(step, RangeStep::Grow | RangeStep::Shrink);
                self.edit_open(|open| {
                    open.anchor = is_ladder.then_some(anchor);
                });
                self.announce_range(span);
            }
        }
    }

    /// Says which words are covered now.
    pub(super) fn announce_range(&mut self, span: Span) {
        let Some(open) = &self.open else { return };
        let quote: String = open.project.source.slice(span).chars().take(40).collect();
        self.announce(Words::plain("notice-resized").and("quote", Argument::Text(quote)));
    }

    fn split(&mut self, open: &OpenDocument, now: Millis) {
        let Some(found) = open.annotation() else { return };
        let (id, span) = (found.id, found.span);
        let at = match open.caret {
            Some(caret) => caret.focus,
            None => open.ladder().unit(Rung::Clause, span.start()).end(),
        };
        if self.perform(now, |open| {
            gesture::split(&open.project.source, &open.project.store, id, at)
        }) {
            self.edit_open(|open| open.caret = None);
            self.announce(Words::plain("notice-split"));
        } else {
            self.tell(Words::plain("notice-nothing-to-split"));
        }
    }

    fn merge(&mut self, open: &OpenDocument, now: Millis) {
        let Some(found) = open.annotation() else { return };
        let id = found.id;
        let behind = open.project.store.position(id).map_or(0, |here| here + 1);
        let other = open.project.store.annotations()[behind..].iter().find(|other| {
            other.label == found.label
                && other.status != crate::annotate::Status::Rejected
                && open
                    .ladder()
                    .unit(Rung::Paragraph, other.span.start())
                    .covers(found.span)
        });
        match other.map(|other| other.id) {
            Some(other) if self.perform(now, |open| gesture::merge(&open.project.store, id, other)) => {
                self.announce(Words::plain("notice-merged"));
            }
            _ => self.tell(Words::plain("notice-nothing-to-merge")),
        }
    }

    fn add_fragment(&mut self, open: &OpenDocument, now: Millis) {
        let selection = self
            .view
            .palette
            .and_then(Palette::selection)
            .or_else(|| open.selection());
        let (Some(id), Some(piece)) = (open.current, selection) else {
            return self.tell(Words::plain("notice-no-fragment"));
        };
        self.join_fragment(id, piece, now);
    }

    /// Makes a piece of the text part of an annotation, and takes away the selection that showed it.
    pub(super) fn join_fragment(&mut self, id: AnnotationId, piece: Span, now: Millis) {
        if self.perform(now, |open| gesture::add_fragment(&open.project.store, id, piece)) {
            self.edit_view(|view| view.palette = None);
            self.edit_open(|open| open.caret = None);
            self.announce(Words::plain("notice-fragment"));
        }
    }

    /// Moves the caret, puts it into the text, or takes it away.
    pub(super) fn move_caret(&mut self, open: &OpenDocument, step: CaretStep) {
        let (motion, extend) = match (step, open.caret) {
            (CaretStep::Toggle, Some(_)) => return self.edit_open(|open| open.caret = None),
            (CaretStep::Toggle, None) => {
                let start = open
                    .annotation()
                    .map_or_else(|| first_words(open), |found| found.span.start());
                self.edit_view(|view| view.palette = None);
                return self.edit_open(|open| {
                    open.linking = None;
                    open.caret = Some(Caret::at(start));
                });
            }
            (_, None) => return,
            (CaretStep::Move(motion), Some(_)) => (motion, false),
            (CaretStep::Extend(motion), Some(_)) => (motion, true),
        };
        let Some(caret) = open.caret else { return };
        let (ladder, at) = (open.ladder(), caret.focus);
        // Without Shift a selection collapses to the side that the arrow points to.
        let collapsed = caret.selection().filter(|_| !extend);
        let to = match motion {
            Motion::Left => collapsed.map_or_else(|| ladder.previous_char(at), Span::start),
            Motion::Right => collapsed.map_or_else(|| ladder.next_char(at), Span::end),
            Motion::WordLeft => ladder.previous_word(at),
            Motion::WordRight => ladder.next_word(at),
            Motion::Up | Motion::Down | Motion::LineStart | Motion::LineEnd => {
                let wish = Some((motion, extend));
                return self.edit_open(|open| open.caret = Some(Caret { wish, ..caret }));
            }
        };
        self.put_caret(to, extend);
    }

    /// Puts the caret at an offset (or the character that it falls into); what lies between is selected where
    /// it extends.
    pub(super) fn put_caret(&mut self, offset: ByteOffset, extend: bool) {
        self.edit_open(|open| {
            let offset = open.project.source.floor(offset.min(open.project.source.len()));
            let anchor = open.caret.filter(|_| extend).map_or(offset, |caret| caret.anchor);
            open.caret = Some(Caret {
                anchor,
                focus: offset,
                wish: None,
            });
        });
    }
}

/// Where the speech begins: what stands folded before it shows no caret.
fn first_words(open: &OpenDocument) -> ByteOffset {
    let text = open.project.source.text();
    let words_after = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        ByteOffset((text.len() - rest.trim_start().len()) as u32)
    };
    let debris = open
        .index
        .structure()
        .iter()
        .filter(|found| &*found.label == "boilerplate");
    let start = debris.fold(words_after(0), |start, debris| match debris.span.contains(start) {
        true => words_after(debris.span.end().index()),
        false => start,
    });
    if start < open.project.source.len() {
        start
    } else {
        words_after(0)
    }
}

/// A range after a step; `None` if it cannot go further.
fn stepped(ladder: Ladder<'_>, step: RangeStep, span: Span, anchor: ByteOffset) -> Option<Span> {
    let next = match step {
        RangeStep::Grow => ladder.grow(span)?,
        RangeStep::Shrink => ladder.shrink(span, anchor)?,
        RangeStep::Edge { start, forward, word } => {
            let edge = if start { span.start() } else { span.end() };
            let moved = match (forward, word) {
                (true, false) => ladder.next_char(edge),
                (true, true) => ladder.next_word(edge),
                (false, false) => ladder.previous_char(edge),
                (false, true) => ladder.previous_word(edge),
            };
            match start {
                true if moved < span.end() => Span::new(moved, span.end()),
                false if moved > span.start() => Span::new(span.start(), moved),
                _ => return None,
            }
        }
        RangeStep::Split | RangeStep::Merge | RangeStep::AddFragment | RangeStep::DropFragment => return None,
    };
    (next != span).then_some(next)
}
