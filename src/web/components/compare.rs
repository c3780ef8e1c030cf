//! 对照: another version of the open document beside it, sentence by sentence.

mod row;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::project::Project;
use crate::version::{Alignment, Filling, Row, RowKind, fillings};
use crate::web::ambient::now;
use crate::web::command::Command;
use crate::web::gesture::bring;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Version, Words};
use crate::web::storage::{DocumentId, Entry, Storage};
use row::RowView;

/// What is compared.
#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The document: on the right.
    pub open: Rc<OpenDocument>,
    /// All documents.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// The open document on the right, another version of it on the left.
#[component]
pub fn Compare(CompareProps { open, library }: &CompareProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let others: Vec<Rc<Entry>> = library
        .iter()
        .flat_map(|known| known.iter())
        .filter(|entry| entry.id != open.id && entry.trashed == 0)
        .cloned()
        .collect();
    let chosen = use_state(|| likeliest(&open.entry.title, &others));
    let other = use_other((*chosen).clone());
    let compared = use_compared(open, other.as_ref());
    let only_changes = use_state_eq(|| false);
    let table = use_node_ref();
    if others.is_empty() {
        return html! { <main class="wide-page compare" id="text" tabindex="-1" data-testid="compare" aria-label={messages.get("page-compare")}><h1 class="unseen">{ messages.get("page-compare") }</h1>
            <div class="teaching">
                <p>{ messages.get("compare-nothing") }</p>
                <p>
                    <button class="button" onclick={shell.on(Command::Open)}>{ messages.get("command-open") }</button>
                    <button class="button" onclick={shell.on(Command::NewVersion)}>{ messages.get("command-new-version") }</button>
                </p>
            </div>
        </main> };
    }
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value().into()));
        })
    };
    let onfilter = {
        let only_changes = only_changes.clone();
        Callback::from(move |_: MouseEvent| only_changes.set(!*only_changes))
    };
    let onkeydown = {
        let table = table.clone();
        Callback::from(move |event: KeyboardEvent| {
            let forward = match event.code().as_str() {
                "KeyJ" | "KeyN" | "ArrowDown" if !event.shift_key() => true,
                "KeyK" | "ArrowUp" | "KeyN" => false,
                _ => return,
            };
            if !(event.ctrl_key() || event.meta_key() || event.alt_key()) && step(&table, forward) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let to_step = |forward: bool| {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| {
            step(&table, forward);
        })
    };
    html! {
        <main class="wide-page compare" id="text" tabindex="-1" data-testid="compare" aria-label={messages.get("page-compare")}>
            <h1 class="unseen">{ messages.get("page-compare") }</h1>
            <div class="compare-bar">
                <label>{ messages.get("compare-with") }
                    <select class="select" data-testid="compare-with" onchange={onchoose}>
                        for entry in &others {
                            <option value={entry.id.to_string()} selected={*chosen == Some(entry.id.clone())}>{ entry.title.clone() }</option>
                        }
                    </select>
                </label>
                if let Some((project, compared)) = &compared {
                    <span class="muted" role="status" data-testid="compare-counts">{ counts(&compared.rows, &messages) }</span>
                    <span class="grow"></span>
                    <button class="icon-button" aria-label={messages.get("compare-previous")} title={messages.get("compare-previous")} onclick={to_step(false)}>{ icon(Icon::ChevronUp) }</button>
                    <button class="icon-button" data-testid="compare-next" aria-label={messages.get("compare-next")} title={messages.get("compare-next")} onclick={to_step(true)}>{ icon(Icon::ChevronDown) }</button>
                    <button class="button quiet" data-testid="compare-changes" aria-pressed={only_changes.to_string()} onclick={onfilter}>{ messages.get("compare-changes") }</button>
                    <button class="button" data-testid="bring" disabled={compared.coming == 0} onclick={shell_to(&shell, project)}>{ messages.count("compare-bring", compared.coming) }</button>
                }
            </div>
            if let Some((project, compared)) = &compared {
                if !compared.fillings.is_empty() {
                    <p class="compare-note">{ messages.count("compare-fillings", compared.fillings.len()) }</p>
                }
                <div class="compare-table" role="table" tabindex="0" aria-label={messages.get("page-compare")} ref={table} {onkeydown}>
                    <div class="compare-row head" role="row">
                        <span role="columnheader"><span class="unseen">{ messages.get("compare-what") }</span></span>
                        <span role="columnheader">{ project.document.title.clone() }</span>
                        <span role="columnheader">{ open.project.document.title.clone() }</span>
                    </div>
                    for (index, row) in compared.rows.iter().enumerate().filter(|(_, row)| !*only_changes || row.kind != RowKind::Same) {
                        <RowView key={index} row={row.clone()} old={project.clone()} new={open.project.clone()} fillings={of_row(&compared.fillings, row)} />
                    }
                </div>
            } else {
                <p class="empty-note" role="status">{ messages.get("version-comparing") }</p>
            }
        </main>
    }
}

/// What the comparison has found.
#[derive(Debug, PartialEq)]
struct Compared {
    rows: Vec<Row>,
    fillings: Vec<Filling>,
    /// How many annotations of the other version are not here.
    coming: usize,
}

/// The document that looks most like another version: the one with the most similar title.
fn likeliest(title: &str, others: &[Rc<Entry>]) -> Option<DocumentId> {
    let common = |entry: &&Rc<Entry>| {
        let both = title.chars().zip(entry.title.chars());
        both.take_while(|(one, other)| one == other).count()
    };
    // Of equals the latest, which stands first.
    others.iter().rev().max_by_key(common).map(|entry| entry.id.clone())
}

/// The other document, once it has been read.
#[hook]
fn use_other(id: Option<DocumentId>) -> Option<Rc<Project>> {
    let other = use_state(|| None::<(DocumentId, Rc<Project>)>);
    let dispatch = use_shell().dispatch;
    {
        let other = other.setter();
        use_effect_with(id.clone(), move |id| {
            if let Some(id) = id.clone() {
                spawn_local(async move {
                    let read = match Storage::open().await {
                        Ok(storage) => storage.read(&id).await,
                        Err(error) => Err(error),
                    };
                    match read {
                        Ok(stored) => other.set(Some((id, stored.project))),
                        Err(_) => dispatch.emit(Action::Warn(Words::plain("problem-reading-stored"))),
                    }
                });
            }
        });
    }
    let (read, project) = (*other).clone()?;
    (Some(read) == id).then_some(project)
}

/// The two versions side by side.
#[hook]
fn use_compared(open: &Rc<OpenDocument>, other: Option<&Rc<Project>>) -> Option<(Rc<Project>, Rc<Compared>)> {
    let texts = (other.map(|other| other.source.clone()), open.project.source.clone());
    let aligned = {
        let other = other.cloned();
        let project = open.project.clone();
        use_memo(texts, move |_| {
            let other = other?;
            let aligned = Alignment::of(&other.source, &project.source);
            let fillings = fillings(&other.source, &project.source, &aligned);
            Some((aligned.rows(), fillings))
        })
    };
    let coming = use_memo((other.cloned(), open.project.clone()), |(other, project)| {
        let brought = other.as_ref().and_then(|other| bring(project, other));
        brought.map_or(0, |brought| brought.gesture.count as usize)
    });
    let (rows, fillings) = (*aligned).clone()?;
    let compared = Compared {
        rows,
        fillings,
        coming: *coming,
    };
    Some((other?.clone(), Rc::new(compared)))
}

fn shell_to(shell: &crate::web::shell::Shell, other: &Rc<Project>) -> Callback<MouseEvent> {
    let (dispatch, other) = (shell.dispatch.clone(), other.clone());
    Callback::from(move |_| dispatch.emit(Action::Version(Version::Bring(other.clone()), now())))
}

fn counts(rows: &[Row], messages: &Messages) -> AttrValue {
    let count = |kind: RowKind| rows.iter().filter(|row| row.kind == kind).count();
    messages.with(
        "compare-counts",
        &[
            ("same", count(RowKind::Same).into()),
            ("reworded", count(RowKind::Reworded).into()),
            ("inserted", count(RowKind::Inserted).into()),
            ("deleted", count(RowKind::Deleted).into()),
            ("moved", count(RowKind::MovedHere).into()),
        ],
    )
}

/// The fillings of the redactions in a row's new sentence.
fn of_row(fillings: &[Filling], row: &Row) -> Vec<Filling> {
    let sentence = row.new.filter(|_| row.kind != RowKind::MovedAway).unwrap_or_default();
    let first = fillings.partition_point(|filling| filling.redaction.start() < sentence.start());
    let inside = fillings[first..]
        .iter()
        .take_while(|filling| sentence.covers(filling.redaction));
    inside.cloned().collect()
}

/// Gives the focus to the next or the previous row that is not the same.
fn step(table: &NodeRef, forward: bool) -> bool {
    use wasm_bindgen::JsCast as _;
    let Some(table) = table.cast::<HtmlElement>() else {
        return false;
    };
    let Ok(rows) = table.query_selector_all("[data-change]") else {
        return false;
    };
    let rows: Vec<HtmlElement> = (0..rows.length())
        .filter_map(|index| rows.get(index)?.dyn_into().ok())
        .collect();
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    let here = rows
        .iter()
        .position(|row| row.contains(active.as_ref().map(|active| active.as_ref())));
    let next = match (here, forward) {
        (None, true) => 0,
        (None, false) => rows.len().saturating_sub(1),
        (Some(here), true) => here + 1,
        (Some(here), false) => match here.checked_sub(1) {
            Some(before) => before,
            None => return false,
        },
    };
    rows.get(next).is_some_and(|row| row.focus().is_ok())
}
