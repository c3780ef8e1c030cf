//! What the news of an extraction does to the state.

use super::*;
use crate::project::Suggestions;
use crate::text::Source;

impl AppState {
    pub(super) fn take_extraction(&mut self, request: RequestId, event: ExtractionEvent) {
        match &event {
            ExtractionEvent::Done(suggestions, _) => self.take_batch_result(request, Some(suggestions)),
            ExtractionEvent::Failed => self.take_batch_result(request, None),
            ExtractionEvent::Progress { .. } | ExtractionEvent::Preview(_) => {}
        }
        let Some(open) = self
            .open
            .as_ref()
            .filter(|open| open.running.is_some_and(|running| running.request == request))
        else {
            return;
        };
        match event {
            ExtractionEvent::Progress { done, total } => {
                let mut open = (**open).clone();
                open.running = Some(Running { request, done, total });
                self.open = Some(Rc::new(open));
            }
            ExtractionEvent::Preview(_) if open.before.is_some() => {}
            ExtractionEvent::Preview(suggestions) => self.suggest(&suggestions),
            ExtractionEvent::Done(suggestions, complete) => match &open.before.clone() {
                Some(before) => self.freshen(before, &suggestions, complete),
                None => {
                    self.suggest(&suggestions);
                    self.finish_extraction(Some(complete));
                }
            },
            ExtractionEvent::Failed => {
                self.finish_extraction(None);
                self.warn(Words::plain("problem-extraction"));
            }
        }
    }

    /// The suggestions of a document on which nobody has worked yet.
    fn suggest(&mut self, suggestions: &Suggestions) {
        let Some(open) = &self.open else { return };
        let mut open = (**open).clone();
        open.set_project(Project::suggested(open.project.source.clone(), suggestions.clone()));
        self.open = Some(Rc::new(open));
    }

    /// The suggestions of a new version of a text: what is new goes to what was carried over.
    fn freshen(&mut self, before: &Source, suggestions: &Suggestions, is_complete: bool) {
        let Some(open) = self.open.as_ref() else { return };
        let mut open = (**open).clone();
        let now = open.entry.changed;
        (open.running, open.before) = (None, None);
        self.open = Some(Rc::new(open));
        let found = self.perform(now, |open| gesture::freshen(&open.project, before, suggestions));
        let done = self.open.as_ref().and_then(|open| open.project.history.done().last());
        let count = done.filter(|_| found).map_or(0, |done| done.gesture.count as usize);
        match is_complete {
            false => self.warn(Words::plain("problem-dictionary")),
            true if count == 0 => {}
            true => {
                let words = Words::plain("notice-fresh").and("n", Argument::Number(count));
                self.tell(words);
            }
        }
    }

    /// Ends an extraction with what there is. `complete` is `None` where it was broken off.
    pub(super) fn finish_extraction(&mut self, complete: Option<bool>) {
        let Some(open) = self.open.as_ref().filter(|open| open.running.is_some()) else {
            return;
        };
        let mut open = (**open).clone();
        open.running = None;
        if open.before.take().is_some() {
            // Nothing has come to what was carried over.
            self.open = Some(Rc::new(open));
            return;
        }
        let entry = Entry {
            extracted: true,
            ..(*open.entry).clone()
        };
        open.entry = Rc::new(described(&entry, &open.project, &open.tally, entry.changed));
        let found = open.tally.total();
        let write = Write::Snapshot {
            entry: open.entry.clone(),
            project: open.project.clone(),
        };
        self.list(open.entry.clone());
        self.open = Some(Rc::new(open));
        self.push(write);
        match complete {
            Some(false) => self.warn(Words::plain("problem-dictionary")),
            _ if found == 0 => self.warn(Words::plain("notice-nothing-found")),
            _ => self.announce(Words::plain("notice-found").and("n", Argument::Number(found))),
        }
    }
}
