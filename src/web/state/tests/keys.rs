//! Ranges, caret, links, many at once: what the keys of the workbench do to the state.

use super::*;
use crate::text::ByteOffset;

fn span(state: &AppState, id: u32) -> &str {
    let open = state.open.as_ref().expect("open");
    let found = open.project.store.get(AnnotationId(id)).expect("it is there");
    open.project.source.slice(found.span)
}

#[test]
fn the_ladder_changes_the_current_range_and_shrinks_to_where_it_came_from() {
    let grow = || command(Command::Range(RangeStep::Grow));
    let state = run(opened(), [Action::SelectInList(AnnotationId(3)), grow()]);
    assert_eq!(span(&state, 3), "年底前完成清淤");
    let state = run(state, [grow()]);
    assert_eq!(span(&state, 3), "市水利局要修好渠道，年底前完成清淤");
    let state = run(state, [command(Command::Range(RangeStep::Shrink))]);
    assert_eq!(span(&state, 3), "年底前完成清淤");
    let undo = || command(Command::Undo);
    let state = run(state, [undo(), undo(), undo()]);
    assert_eq!(span(&state, 3), "年底前", "one undo for each step");
    let edge = |start, forward| {
        let word = false;
        command(Command::Range(RangeStep::Edge { start, forward, word }))
    };
    let state = run(state, [edge(false, true), edge(true, true)]);
    assert_eq!(span(&state, 3), "底前完");
    let state = run(state, [edge(true, true), edge(true, true), edge(true, true)]);
    assert_eq!(span(&state, 3), "完", "it never becomes empty");
}

#[test]
fn the_caret_selects_and_a_label_key_tags_what_it_selected() {
    let caret = |step| command(Command::Caret(step));
    let right = Motion::Right;
    let state = run(
        opened(),
        [
            Action::SelectInList(AnnotationId(3)),
            caret(CaretStep::Toggle),
            caret(CaretStep::Move(right)),
            caret(CaretStep::Extend(right)),
            caret(CaretStep::Extend(right)),
            command(Command::Tag("term".into())),
        ],
    );
    let added = state
        .open
        .as_ref()
        .and_then(|open| open.current)
        .expect("the new one is current");
    assert_eq!(span(&state, added.0), "底前");
    assert!(state.open.as_ref().is_some_and(|open| open.caret.is_none()));
    let state = run(state, [caret(CaretStep::Toggle), command(Command::Leave)]);
    assert!(
        state
            .open
            .as_ref()
            .is_some_and(|open| open.caret.is_none() && open.current.is_some())
    );
}

#[test]
fn a_link_is_made_by_choosing_its_other_end_and_its_type() {
    let state = run(
        opened(),
        [
            Action::SelectInList(AnnotationId(1)),
            command(Command::Link),
            command(Command::LinkAs("deadline".into())),
        ],
    );
    let linking = state
        .open
        .as_ref()
        .and_then(|open| open.linking.clone())
        .expect("it is being made");
    assert_eq!(linking.other, Some(AnnotationId(3)), "only a time can be a deadline");
    let state = run(state, [command(Command::Accept)]);
    let open = state.open.as_ref().expect("open");
    let links: Vec<_> = open
        .project
        .store
        .links()
        .iter()
        .map(|link| (&*link.kind, link.from.0, link.to.0))
        .collect();
    assert_eq!(links, [("deadline", 1, 3)]);
    assert!(open.linking.is_none());
    assert_eq!(status(&state, 1), Status::Suggested, "linking decides nothing else");
    let state = run(
        state,
        [command(Command::Link), command(Command::Leave), command(Command::Undo)],
    );
    assert!(
        state
            .open
            .as_ref()
            .is_some_and(|open| open.project.store.links().is_empty())
    );
}

#[test]
fn many_are_decided_in_one_step() {
    let ids = vec![AnnotationId(1), AnnotationId(3)];
    let state = run(opened(), [Action::Edit(Edit::Decide(ids, Status::Accepted), 9)]);
    assert_eq!(
        [1, 2, 3].map(|id| status(&state, id)),
        [Status::Accepted, Status::Suggested, Status::Accepted]
    );
    assert_eq!(state.outbox.len(), 1);
    let state = run(state, [command(Command::Undo)]);
    assert_eq!(status(&state, 3), Status::Suggested);
}

#[test]
fn walking_follows_the_order_that_was_chosen() {
    let state = run(
        opened(),
        [command(Command::NextPending), command(Command::Order(Order::Label))],
    );
    let mut seen = vec![current(&state)];
    let mut state = state;
    for _ in 0..2 {
        state = run(state, [command(Command::NextPending)]);
        seen.push(current(&state));
    }
    assert_eq!(seen, [Some(1), Some(2), Some(3)]);
    let state = run(state, [command(Command::Order(Order::Label))]);
    assert_eq!(state.view.order, Order::Text, "the same again goes back");
}

#[test]
fn without_a_current_mark_the_caret_comes_where_the_speech_begins() {
    let toggle = || command(Command::Caret(CaretStep::Toggle));
    let focus = |state: &AppState| state.open.as_ref().and_then(|open| open.caret).map(|caret| caret.focus);
    let state = run(opened(), [command(Command::Leave), toggle()]);
    assert_eq!(focus(&state), Some(ByteOffset(0)));
    let first = TEXT.chars().next().map_or(0, char::len_utf8) as u32;
    let state = run(
        state,
        [
            Action::PutCaret(ByteOffset(first), true),
            command(Command::Tag("boilerplate".into())),
            command(Command::Leave),
            toggle(),
        ],
    );
    assert_eq!(focus(&state), Some(ByteOffset(first)), "not in what is folded away");
}

#[test]
fn a_key_that_needs_a_mark_says_so_where_there_is_none() {
    let said = |key: Command| {
        let state = run(opened(), [command(Command::Leave), command(key)]);
        let message = state.notices.last().map(|notice| notice.words.message);
        (message, state.view.tab)
    };
    let needed = (Some("notice-nothing-selected"), Tab::All);
    for key in [
        Command::Note,
        Command::Tag("term".into()),
        Command::Palette,
        Command::Link,
    ] {
        assert_eq!(said(key), needed);
    }
    assert_eq!(said(Command::Range(RangeStep::Grow)), needed);
    assert_ne!(said(Command::NextPending).0, needed.0);
    let state = run(opened(), [command(Command::Leave), command(Command::Note)]);
    let heard = state.announcement.as_ref().map(|notice| notice.words.message);
    assert_eq!(heard, needed.0, "a screen reader hears it too");
    let state = run(opened(), [command(Command::NextPending), command(Command::Note)]);
    assert_eq!(state.view.tab, Tab::Detail);
}

#[test]
fn what_is_tagged_already_is_shown_and_stays_as_it_is() {
    let caret = |step| command(Command::Caret(step));
    let right = Motion::Right;
    let tag_first_two = || {
        [
            command(Command::Leave),
            caret(CaretStep::Toggle),
            caret(CaretStep::Extend(right)),
            caret(CaretStep::Extend(right)),
            command(Command::Tag("term".into())),
        ]
    };
    let state = run(opened(), tag_first_two());
    let added = current(&state).expect("the new one");
    assert_eq!(span(&state, added), "市水");
    let writes = state.outbox.len();
    let state = run(state, tag_first_two());
    assert_eq!((current(&state), state.outbox.len()), (Some(added), writes));
    assert_eq!(
        state.notices.last().map(|notice| notice.words.message),
        Some("notice-known")
    );
}
