//! What an annotation is linked to by one type of link: chips that can be dragged from one field to
//! another, a menu on each, and a way to pick one more in the text.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::annotate::{Annotation, AnnotationId, LinkId, LinkType, Status};
use crate::export::task_table::{NAMES, RESULTS, parts, written};
use crate::extract::date::{Date, resolve};
use crate::project::{Project, Unit};
use crate::web::ambient::now;
use crate::web::command::Command;
use crate::web::i18n::{Messages, use_messages};
use crate::web::keyboard::{is_composing, is_within};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument};

/// A field of links.
#[derive(Properties, PartialEq)]
pub struct LinkFieldProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Where the links start.
    pub annotation: Annotation,
    /// Their type.
    pub kind: LinkType,
}

/// A field of links, with its name.
#[component]
pub fn LinkField(props: &LinkFieldProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let is_over = use_state(|| false);
    let (project, kind) = (&props.open.project, &props.kind);
    let units = units(project, &props.annotation, kind);
    let own = own(&props.annotation, &kind.id);
    // What a person wrote stands in place of the deadline that is told.
    let units = if &*kind.id == "deadline" && !own.is_empty() {
        Vec::new()
    } else {
        units
    };
    let told = units
        .first()
        .map(|unit| project.source.slice(unit.annotation.span).to_owned());
    let deadline = own.first().cloned().or(told);
    let is_inferred = units.iter().any(|unit| unit.link.is_inferred());
    let ondragover = {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(true);
        })
    };
    let ondragleave = {
        let is_over = is_over.clone();
        Callback::from(move |_: DragEvent| is_over.set(false))
    };
    let ondrop = {
        let (is_over, dispatch, from, kind) = (
            is_over.clone(),
            shell.dispatch.clone(),
            props.annotation.id,
            kind.id.clone(),
        );
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            let dropped = event.data_transfer().and_then(|data| data.get_data("text/plain").ok());
            let number = |letter: char| dropped.as_deref()?.strip_prefix(letter)?.parse::<u32>().ok();
            match (number('l'), number('a')) {
                (Some(link), _) => dispatch.emit(Action::Edit(Edit::Relink(LinkId(link), kind.clone()), now())),
                (None, Some(to)) => {
                    dispatch.emit(Action::Edit(Edit::Link(from, AnnotationId(to), kind.clone()), now()))
                }
                (None, None) => {}
            }
        })
    };
    let pick = {
        let (run, kind) = (shell.run.clone(), kind.id.clone());
        Callback::from(move |_: MouseEvent| {
            run.emit(Command::Link);
            run.emit(Command::LinkAs(kind.clone()));
        })
    };
    let name = messages.choose(&kind.zh, &kind.en).to_owned();
    let add = messages.with("link-add", &[("kind", name.clone().into())]);
    html! {
        <>
            <dt>{ name }</dt>
            <dd class={classes!("links", is_over.then_some("over"))} data-testid={format!("field-{}", kind.id)} data-kind={kind.id.to_string()} {ondragover} {ondragleave} {ondrop}>
                for unit in units.iter() {
                    <LinkChip key={unit.link.id.0} project={project.clone()} unit={unit.clone()} />
                }
                for name in own.iter() {
                    <span class="chip" data-tone="written" title={messages.get("field-written")} key={name.clone()}>{ name.clone() }</span>
                }
                if units.is_empty() && own.is_empty() {
                    <span class="absent">{ messages.get("field-absent") }</span>
                }
                if &*kind.id == "deadline" {
                    { resolved(project, deadline.as_deref(), own.is_empty(), &messages) }
                }
                if is_inferred {
                    <span class="faint small">{ messages.get("field-inferred") }</span>
                }
                if !kind.retired {
                    <button class="icon-button compact add" title={add.clone()} aria-label={add} data-testid="link-add" onclick={pick}>{ icon(Icon::Plus) }</button>
                }
            </dd>
        </>
    }
}

/// What is linked by one type, in the order of the text.
fn units(project: &Project, annotation: &Annotation, kind: &LinkType) -> Vec<Unit> {
    let links = project.store.links_of(annotation.id);
    let links =
        links.filter(|link| link.from == annotation.id && link.kind == kind.id && link.status != Status::Rejected);
    let mut units: Vec<Unit> = links
        .filter_map(|link| {
            let annotation = project
                .store
                .get(link.to)
                .filter(|other| other.status != Status::Rejected)?;
            Some(Unit {
                link: link.clone(),
                annotation: annotation.clone(),
            })
        })
        .collect();
    units.sort_by_key(|unit| unit.annotation.span.reading_order());
    units
}

/// What a person wrote into the task table: it does not stand in the speech.
fn own(annotation: &Annotation, kind: &str) -> Vec<String> {
    let (name, divider) = match kind {
        "deadline" => (written::DEADLINE, None),
        "target" => (written::TARGET, Some(RESULTS)),
        kind => (kind, Some(NAMES)),
    };
    match (annotation.text_attribute(name), divider) {
        (Some(text), Some(divider)) => parts(text, divider),
        (Some(text), None) if !text.is_empty() => vec![text.to_owned()],
        _ => Vec::new(),
    }
}

/// The day that a deadline means, unless its words are that day.
fn resolved(project: &Project, words: Option<&str>, is_told: bool, messages: &Messages) -> Html {
    let spoken = project.document.date.as_deref().and_then(Date::parse);
    let days = words.and_then(|words| resolve(words, spoken)).map(|days| days.due());
    let Some(days) = days.filter(|days| words != Some(days.as_str())) else {
        return Html::default();
    };
    html! {
        <>
            <span class="faint" aria-hidden="true">{ "→" }</span>
            <span class="date number">{ days }</span>
            if spoken.is_some() && is_told {
                <span class="faint small">{ messages.get("field-resolved") }</span>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LinkChipProps {
    project: Rc<Project>,
    unit: Unit,
}

/// A click goes to the words; the menu changes or removes the link; dragging does the former.
#[component]
fn LinkChip(LinkChipProps { project, unit }: &LinkChipProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let is_open = use_state(|| false);
    let is_suggested = unit.link.status == Status::Suggested || unit.annotation.status == Status::Suggested;
    let ondragstart = {
        let id = unit.link.id;
        Callback::from(move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &id.to_string());
            }
        })
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let edit = |edit: Edit| {
        let (dispatch, is_open) = (shell.dispatch.clone(), is_open.clone());
        Callback::from(move |_: MouseEvent| {
            is_open.set(false);
            dispatch.emit(Action::Edit(edit.clone(), now()));
        })
    };
    let chip = use_node_ref();
    use_closing(&chip, &is_open);
    let labels = project
        .store
        .get(unit.link.from)
        .map(|from| (from.label.clone(), unit.annotation.label.clone()));
    let others = project
        .tagset
        .offered_links()
        .filter(|kind| kind.id != unit.link.kind && labels.as_ref().is_some_and(|(from, to)| kind.joins(from, to)));
    let words = project.source.slice(unit.annotation.span).to_owned();
    let menu = messages.with("link-menu", &[("words", words.clone().into())]);
    let why = unit.link.is_inferred().then(|| messages.get("field-inferred"));
    html! {
        <span class={classes!("chip", "linked", is_suggested.then_some("suggested"))} draggable="true" data-tone={project.tagset.tone(&unit.annotation.label).to_owned()}
            data-testid="link-chip" data-link={unit.link.id.to_string()} data-inferred={unit.link.is_inferred().to_string()} title={why} ref={chip} {ondragstart}>
            <button class="clipped" onclick={shell.to(Action::SelectInList(unit.annotation.id))}>{ words }</button>
            <button class="chip-menu" aria-label={menu.clone()} title={menu} aria-haspopup="menu" aria-expanded={is_open.to_string()} onclick={toggle}>{ icon(Icon::ChevronDown) }</button>
            if *is_open {
                <span class="popover chip-popover" role="menu">
                    for kind in others {
                        <button class="item" role="menuitem" key={&*kind.id} data-testid="relink" data-kind={kind.id.to_string()}
                            onclick={edit(Edit::Relink(unit.link.id, kind.id.clone()))}>
                            { messages.with("link-change", &[("kind", messages.choose(&kind.zh, &kind.en).to_owned().into())]) }
                        </button>
                    }
                    <button class="item" role="menuitem" data-testid="unlink" onclick={edit(Edit::Unlink(unit.link.id))}>{ messages.get("link-remove") }</button>
                </span>
            }
        </span>
    }
}

/// Closes the menu of a chip with a press anywhere else and with Escape. A button that was clicked does not keep the
/// focus, so both are listened to in the whole document.
#[hook]
fn use_closing(chip: &NodeRef, is_open: &UseStateHandle<bool>) {
    let (chip, setter) = (chip.clone(), is_open.setter());
    use_effect_with(**is_open, move |is_open| {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .filter(|_| *is_open);
        let listeners = document.map(|document| {
            let pressed = {
                let (chip, setter) = (chip.clone(), setter.clone());
                EventListener::new(&document, "pointerdown", move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if !chip.get().is_some_and(|chip| chip.contains(target.as_ref())) {
                        setter.set(false);
                    }
                })
            };
            // Before the page's own keys, for which Escape gives up the mark.
            let phase = EventListenerOptions::run_in_capture_phase();
            let left = EventListener::new_with_options(&document, "keydown", phase, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if key.key() == "Escape" && !is_composing(key) && !is_within(event, "[aria-modal=\"true\"]") {
                    event.stop_propagation();
                    setter.set(false);
                    focus_button(&chip);
                }
            });
            (pressed, left)
        });
        move || drop(listeners)
    });
}

/// Gives the focus to the button of a chip's menu: with the menu the item that had it goes.
fn focus_button(chip: &NodeRef) {
    let button = chip
        .cast::<Element>()
        .and_then(|chip| chip.query_selector(".chip-menu").ok().flatten())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
}
