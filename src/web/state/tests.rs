//! Tests of the reducer: what a session does to the state and to the outbox.

use std::sync::Arc;

use yew::Reducible;

use super::*;
use crate::annotate::{Annotation, AnnotationId, Attributes, Origin, Status};
use crate::project::Suggestions;
use crate::text::{Source, Span};
use crate::web::command::{CaretStep, Command, Motion, Order, RangeStep};

mod keys;

const TEXT: &str = "市水利局要修好渠道，年底前完成清淤。";

fn run(state: Rc<AppState>, actions: impl IntoIterator<Item = Action>) -> Rc<AppState> {
    actions.into_iter().fold(state, |state, action| state.reduce(action))
}

fn command(command: Command) -> Action {
    Action::Command(command, 9)
}

fn suggestion(id: u32, label: &str, quote: &str) -> Arc<Annotation> {
    let start = TEXT.find(quote).expect("the quote is in the text");
    Arc::new(Annotation {
        id: AnnotationId(id),
        label: label.into(),
        span: Span::at(start, start + quote.len()),
        fragments: Vec::new(),
        origin: Origin::Rule("test/rule".into()),
        status: Status::Suggested,
        confidence: Some(90),
        triggers: Vec::new(),
        attributes: Attributes::new(),
        note: String::new(),
    })
}

fn suggestions() -> Rc<Suggestions> {
    let annotations = vec![
        suggestion(1, "measure", "市水利局要修好渠道"),
        suggestion(2, "actor", "市水利局"),
        suggestion(3, "time", "年底前"),
    ];
    Rc::new(Suggestions {
        annotations,
        ..Suggestions::default()
    })
}

/// A page with one extracted document, everything written.
fn opened() -> Rc<AppState> {
    let state = run(
        Rc::new(AppState::default()),
        [
            Action::LibraryRead(Vec::new()),
            Action::Engine(Engine::Ready),
            Action::Create {
                id: "d1".into(),
                source: Source::new(TEXT),
                now: 5,
                show: true,
            },
        ],
    );
    assert_eq!(state.phase(), "extracting");
    let request = state
        .open
        .as_ref()
        .and_then(|open| open.running)
        .expect("it runs")
        .request;
    let writes = state.outbox.len();
    assert_eq!(writes, 1, "the text is written before the extraction is done");
    let done = ExtractionEvent::Done(suggestions(), true);
    run(state, [Action::Extraction(request, done), Action::Written(2, 6)])
}

fn status(state: &AppState, id: u32) -> Status {
    state
        .open
        .as_ref()
        .and_then(|open| open.project.store.get(AnnotationId(id)))
        .expect("it is there")
        .status
}

fn current(state: &AppState) -> Option<u32> {
    state.open.as_ref().and_then(|open| open.current).map(|id| id.0)
}

#[test]
fn deciding_walks_through_what_is_pending() {
    let state = opened();
    assert_eq!((state.phase(), state.save_state()), ("ready", SaveState::Saved));
    let state = run(state, [command(Command::NextPending), command(Command::Accept)]);
    assert_eq!((status(&state, 1), current(&state)), (Status::Accepted, Some(2)));
    let state = run(state, [command(Command::Next), command(Command::Reject)]);
    assert_eq!(
        (status(&state, 3), current(&state)),
        (Status::Rejected, Some(2)),
        "it starts again at the top"
    );
    let state = run(state, [command(Command::Accept)]);
    let entry = state.open.as_ref().map(|open| open.entry.clone()).expect("open");
    assert_eq!((entry.pending, entry.total, entry.seq), (0, 3, 3));
    assert_eq!(state.save_state(), SaveState::Saving);
    assert_eq!(state.outbox.len(), 3, "one write per gesture");
}

#[test]
fn undo_names_what_it_takes_back_and_is_written() {
    let state = run(
        opened(),
        [
            command(Command::NextPending),
            command(Command::Accept),
            command(Command::Undo),
        ],
    );
    assert_eq!((status(&state, 1), current(&state)), (Status::Suggested, Some(1)));
    assert_eq!(
        state.notices.last().map(|notice| notice.words.message),
        Some("notice-undone")
    );
    assert!(
        matches!(state.outbox.last(), Some(Write::Append { step: crate::web::storage::Step::Undo, entry }) if entry.seq == 2)
    );
    let state = run(state, [command(Command::Redo), command(Command::Redo)]);
    assert_eq!(status(&state, 1), Status::Accepted);
    assert_eq!(
        state.notices.last().map(|notice| notice.words.message),
        Some("notice-nothing-to-redo")
    );
    assert_eq!(state.outbox.len(), 3);
}

#[test]
fn tagging_adds_what_was_selected() {
    let span = Span::at(TEXT.find("清淤").unwrap(), TEXT.find("清淤").unwrap() + 6);
    let state = run(
        opened(),
        [
            Action::ShowPalette(Palette::Tag(span)),
            command(Command::Tag("term".into())),
        ],
    );
    let open = state.open.as_ref().unwrap();
    let added = open.annotation().expect("the new one is current");
    assert_eq!(
        (&*added.label, added.span, added.status),
        ("term", span, Status::Accepted)
    );
    assert_eq!(added.origin, Origin::Human);
    assert_eq!(state.view.palette, None);
    let state = run(state, [command(Command::Tag("project".into()))]);
    assert_eq!(
        state.open.as_ref().unwrap().annotation().map(|found| &*found.label),
        Some("project")
    );
}

#[test]
fn layers_at_one_place_are_reached() {
    let state = run(
        opened(),
        [Action::SelectInList(AnnotationId(1)), command(Command::Inner)],
    );
    assert_eq!(current(&state), Some(2));
    assert_eq!(current(&run(state, [command(Command::Outer)])), Some(1));
}

#[test]
fn stale_news_and_gestures_during_an_extraction_change_nothing() {
    let state = opened();
    let stale = Action::Extraction(crate::protocol::RequestId(1), ExtractionEvent::Preview(Rc::default()));
    assert!(Rc::ptr_eq(&state, &state.clone().reduce(stale)));
    let create = Action::Create {
        id: "d2".into(),
        source: Source::new(TEXT),
        now: 7,
        show: true,
    };
    let state = run(state, [create]);
    let request = state.open.as_ref().and_then(|open| open.running).unwrap().request;
    let state = run(
        state,
        [Action::Extraction(request, ExtractionEvent::Preview(suggestions()))],
    );
    let state = run(
        state,
        [
            command(Command::NextPending),
            command(Command::Accept),
            command(Command::Undo),
        ],
    );
    assert_eq!((status(&state, 1), state.phase()), (Status::Suggested, "extracting"));
    let state = run(state, [Action::CancelExtraction]);
    assert_eq!(state.phase(), "ready");
    assert!(
        state
            .open
            .as_ref()
            .is_some_and(|open| open.entry.extracted && open.project.store.annotations().len() == 3)
    );
}

#[test]
fn failed_writes_stay_in_the_outbox() {
    let state = run(
        opened(),
        [
            command(Command::NextPending),
            command(Command::Accept),
            Action::WriteFailed(Failure::Full),
        ],
    );
    assert_eq!(state.save_state(), SaveState::Failed);
    let state = run(state, [command(Command::Accept)]);
    assert_eq!((state.save_state(), state.outbox.len()), (SaveState::Failed, 2));
    let state = run(state, [Action::Retry, Action::Written(2, 8)]);
    assert_eq!((state.save_state(), state.outbox.len()), (SaveState::Saved, 0));
}

#[test]
fn a_long_journal_becomes_a_snapshot() {
    let mut state = run(opened(), [command(Command::NextPending)]);
    for _ in 0..100 {
        state = run(state, [command(Command::Accept), command(Command::Undo)]);
    }
    let snapshots = state
        .outbox
        .iter()
        .filter(|write| matches!(write, Write::Snapshot { .. }))
        .count();
    assert_eq!((state.outbox.len(), snapshots), (201, 1));
}

#[test]
fn nothing_is_decided_out_of_sight() {
    use crate::web::command::Page;
    let state = run(
        opened(),
        [command(Command::NextPending), command(Command::Show(Page::Table))],
    );
    let after = run(state.clone(), [command(Command::Accept), command(Command::Next)]);
    assert_eq!((status(&after, 1), current(&after)), (Status::Suggested, Some(1)));
    let state = run(
        after,
        [
            command(Command::Show(Page::Text)),
            command(Command::Accept),
            command(Command::Find),
        ],
    );
    assert_eq!(status(&state, 1), Status::Accepted);
    assert!(state.view.search.is_some());
    let state = run(state, [command(Command::Leave)]);
    assert!(state.view.search.is_none(), "Esc closes the search first");
    assert_eq!(current(&state), Some(2));
}

#[test]
fn a_cell_is_edited_in_one_step_and_omissions_are_decided() {
    use crate::web::table::{Column, TaskEdit};
    let edit = TaskEdit {
        measure: AnnotationId(1),
        column: Column::Lead,
        value: "市水利局、市审计局".to_owned(),
    };
    let state = run(
        opened(),
        [Action::EditTask(edit, 9), Action::NotATask(Span::at(27, 51), 9)],
    );
    let open = state.open.as_ref().expect("open");
    let lead = open
        .project
        .store
        .get(AnnotationId(1))
        .and_then(|found| found.text_attribute("lead").map(str::to_owned));
    assert_eq!(lead.as_deref(), Some("市审计局"));
    assert_eq!(open.project.store.links().len(), 1);
    assert_eq!(status(&state, 4), Status::Rejected);
    assert_eq!(state.outbox.len(), 2, "one write per gesture");
    let state = run(state, [command(Command::Undo), command(Command::Undo)]);
    let store = &state.open.as_ref().expect("open").project.store;
    assert_eq!((store.links().len(), store.annotations().len()), (0, 3));
}

#[test]
fn documents_created_before_the_list_is_read_join_it() {
    let create = Action::Create {
        id: "d1".into(),
        source: Source::new(TEXT),
        now: 5,
        show: false,
    };
    let old = Entry {
        id: "d0".into(),
        changed: 9,
        ..Entry::default()
    };
    let state = run(Rc::new(AppState::default()), [create, Action::LibraryRead(vec![old])]);
    let ids: Vec<&str> = state.library.as_ref().unwrap().iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids, ["d0", "d1"]);
    let state = run(state, [Action::Remove("d0".into())]);
    assert_eq!(state.library.as_ref().map(|known| known.len()), Some(1));
    assert!(matches!(state.outbox.last(), Some(Write::Remove { .. })));
}
