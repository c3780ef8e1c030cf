//! What another version of the open document does to the state.

use super::*;
use crate::annotate::Origin;
use crate::project::Document;
use crate::text::{ByteOffset, Source, Span};
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
                self.tell(message);
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
        let has_suggestions = |project: &Project| {
            let mut annotations = project.store.annotations().iter();
            annotations.any(|one| matches!(one.origin, Origin::Rule(_) | Origin::Model(_)))
        };
        if has_suggestions(&old.project) {
            self.look_for_news(old.project.source.clone());
        }
        self.edit_view(|view| {
            if left > 0 {
                view.tab = Tab::Review;
                view.sheet = Sheet::Full;
            }
        });
        let words = Words::plain("notice-renewed")
            .and("n", Argument::Number(left))
            .and("title", Argument::Text(old_title));
        self.tell(words);
    }

    /// Has the new version searched for suggestions, for the words that the one before has not.
    fn look_for_news(&mut self, before: Source) {
        let Some(open) = self.open.clone().filter(|_| self.engine != Engine::Failed) else {
            return;
        };
        let mut open = (*open).clone();
        self.serial += 1;
        open.running = Some(Running {
            request: RequestId(self.serial),
            done: 0,
            total: 0,
        });
        open.before = Some(before);
        self.open = Some(Rc::new(open));
    }

    /// Whether words that are selected now are the place of something.
    pub(super) fn is_fixing(&self) -> Option<u32> {
        let waits = |number: &u32| {
            let open = self.open.as_ref();
            open.is_some_and(|open| waiting(&open.project.store).any(|review| review.number == *number))
        };
        self.view.fixing.filter(waits)
    }

    /// Gives a review's annotation a place that a person chose.
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::Reducible;

    use super::*;
    use crate::annotate::{Annotation, AnnotationId, Status};
    use crate::project::Suggestions;
    use crate::version::carry;
    use crate::web::command::Command;

    const TEXT: &str = "同志们，各镇要抓紧修好灌溉渠道。六月底前完成清淤二十公里。会后就要抓紧部署各项工作。";

    fn run(state: Rc<AppState>, actions: impl IntoIterator<Item = Action>) -> Rc<AppState> {
        actions.into_iter().fold(state, |state, action| state.reduce(action))
    }

    /// A document with three annotations, of which the new version has moved none, changed one and lost one.
    fn renewed() -> Rc<AppState> {
        let create = Action::Create {
            id: "a".into(),
            source: Source::new(TEXT),
            now: 1,
            show: true,
        };
        let tag = |quote: &str, label: &str| {
            let start = TEXT.find(quote).unwrap_or_default();
            let span = Span::at(start, start + quote.len());
            [
                Action::ShowPalette(Palette::Tag(span)),
                Action::Command(Command::Tag(label.into()), 2),
            ]
        };
        let state = run(Rc::default(), [create, Action::CancelExtraction]);
        let tags = [tag("各镇", "actor"), tag("六月底前", "time"), tag("部署", "term")];
        let state = run(state, tags.into_iter().flatten());
        let open = state.open.clone().unwrap();
        let carried = carry(
            &open.project,
            Source::new("同志们，各镇要抓紧修好灌溉渠道。七月底前完成清淤二十公里。"),
        );
        assert_eq!((carried.kept, carried.changed, carried.lost), (1, 1, 1));
        let renew = Version::Renew {
            id: "b".into(),
            project: Rc::new(carried.project),
            old_title: "旧版".to_owned(),
        };
        run(state, [Action::Version(renew, 9)])
    }

    fn suggestion(id: u32, text: &str, quote: &str) -> Arc<Annotation> {
        let start = text.find(quote).unwrap_or_default();
        Arc::new(Annotation {
            id: AnnotationId(id),
            label: "actor".into(),
            span: Span::at(start, start + quote.len()),
            fragments: Vec::new(),
            origin: Origin::Rule("actor/name".into()),
            status: Status::Suggested,
            confidence: Some(90),
            triggers: Vec::new(),
            attributes: Default::default(),
            note: String::new(),
        })
    }

    fn done(state: &AppState, annotations: Vec<Arc<Annotation>>) -> Action {
        let suggestions = Suggestions {
            annotations,
            ..Suggestions::default()
        };
        let (request, _) = state.extraction().unwrap();
        Action::Extraction(request, ExtractionEvent::Done(Rc::new(suggestions), true))
    }

    #[test]
    fn new_words_get_suggestions_and_the_others_stay() {
        let create = Action::Create {
            id: "a".into(),
            source: Source::new(TEXT),
            now: 1,
            show: true,
        };
        let state = run(Rc::default(), [create]);
        let found = done(&state, vec![suggestion(1, TEXT, "各镇")]);
        let state = run(state, [found]);
        let new = TEXT.replace("会后就要", "市水利局每月通报一次进度。会后就要");
        let old = state.open.clone().unwrap();
        let renew = Version::Renew {
            id: "b".into(),
            project: Rc::new(carry(&old.project, Source::new(new.as_str())).project),
            old_title: "旧版".to_owned(),
        };
        let state = run(state, [Action::Version(renew, 9)]);
        assert!(!state.is_editable(), "the new words are searched");
        let both = vec![suggestion(1, &new, "各镇"), suggestion(2, &new, "市水利局")];
        let preview = ExtractionEvent::Preview(Rc::default());
        let (request, _) = state.extraction().unwrap();
        let state = run(state, [Action::Extraction(request, preview)]);
        let found = done(&state, both);
        let state = run(state, [found]);
        let open = state.open.clone().unwrap();
        let words: Vec<&str> = open
            .project
            .store
            .annotations()
            .iter()
            .map(|one| open.project.source.slice(one.span))
            .collect();
        assert_eq!(words, ["各镇", "市水利局"]);
        assert!(state.is_editable() && open.project.history.done().len() == 1);
        assert!(matches!(state.outbox.last(), Some(Write::Append { entry, .. }) if &*entry.id == "b"));
        let state = run(state, [Action::Command(Command::Undo, 10)]);
        let open = state.open.clone().unwrap();
        assert_eq!(open.project.store.annotations().len(), 1);
    }

    fn left(state: &AppState) -> Vec<u32> {
        let open = state.open.clone().unwrap();
        waiting(&open.project.store).map(|review| review.number).collect()
    }

    #[test]
    fn the_old_version_stays_with_all_it_has() {
        let state = renewed();
        assert_eq!(state.open.as_ref().map(|open| &*open.id), Some("b"));
        assert_eq!((state.view.tab, left(&state).len()), (Tab::Review, 2));
        let titles: Vec<&str> = state
            .library
            .iter()
            .flat_map(|known| known.iter())
            .map(|entry| &*entry.title)
            .collect();
        assert_eq!(titles.len(), 2);
        assert!(titles.contains(&"旧版"));
        let old = state.outbox.iter().rev().find_map(|write| match write {
            Write::Snapshot { entry, project } if &*entry.id == "a" => Some(project),
            _ => None,
        });
        let old = old.unwrap();
        assert_eq!((old.source.text(), old.store.annotations().len()), (TEXT, 3));
        assert_eq!(old.history.done().len(), 3, "its steps can still be taken back");
        assert!(matches!(state.outbox.last(), Some(Write::Create { entry, .. }) if &*entry.id == "b"));
    }

    #[test]
    fn the_list_is_worked_to_none_and_every_step_can_be_taken_back() {
        let state = renewed();
        let numbers = left(&state);
        let act = |version| Action::Version(version, 10);
        let state = run(state, [act(Version::Confirm(vec![numbers[0]]))]);
        assert_eq!(left(&state), numbers[1..]);
        let state = run(state, [Action::Command(Command::Undo, 11)]);
        assert_eq!(left(&state), numbers);
        let state = run(
            state,
            [
                act(Version::Confirm(vec![numbers[0]])),
                act(Version::Discard(numbers[1..].to_vec())),
            ],
        );
        assert!(left(&state).is_empty());
        assert_eq!(
            state.open.as_ref().map(|open| open.project.store.annotations().len()),
            Some(2)
        );
    }

    #[test]
    fn selected_words_become_the_place_that_is_wanted() {
        let state = renewed();
        let lost = left(&state)[1];
        let state = run(state, [Action::Version(Version::Fix(Some(lost)), 10)]);
        assert!(state.open.as_ref().is_some_and(|open| open.caret.is_some()));
        let put = [
            Action::PutCaret(ByteOffset(30), false),
            Action::PutCaret(ByteOffset(36), true),
        ];
        let state = run(state, put);
        let placed = run(state.clone(), [Action::Command(Command::Accept, 11)]);
        let found = placed
            .open
            .as_ref()
            .and_then(|open| open.annotation().map(|found| found.span));
        assert_eq!(found, Some(Span::at(30, 36)));
        assert_eq!((left(&placed).len(), placed.view.fixing), (1, None));
        let left_alone = run(state, [Action::Command(Command::Leave, 11)]);
        assert_eq!((left(&left_alone).len(), left_alone.view.fixing), (2, None));
    }
}
