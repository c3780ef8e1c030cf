//! A cell while it is edited.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::grid::CellEvent;
use crate::annotate::{AttributeKind, Status};
use crate::project::Project;
use crate::web::components::glyph::status_name;
use crate::web::i18n::use_messages;
use crate::web::keyboard::is_composing;
use crate::web::table::{Column, Row};

/// What is edited.
#[derive(Properties, PartialEq)]
pub(super) struct CellEditorProps {
    pub(super) project: Rc<Project>,
    pub(super) row: Rc<Row>,
    pub(super) column: Column,
    pub(super) on: Callback<CellEvent>,
}

/// At most so many proposals are shown.
const PROPOSALS: usize = 8;

/// A field, or a list of choices. Enter and Tab commit, Esc gives up, leaving the field commits.
#[component]
pub(super) fn CellEditor(props: &CellEditorProps) -> Html {
    let messages = use_messages();
    let typed = use_state(|| props.column.value(&props.row));
    let chosen = use_state(|| None::<usize>);
    let field = use_node_ref();
    // Committed or given up already: leaving the field is no second commit.
    let is_over = use_mut_ref(|| false);
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(element) = field.cast::<HtmlElement>() {
                let _ = element.focus();
            }
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                let end = area.text_length();
                let _ = area.set_selection_range(end, end);
            } else if let Some(input) = field.cast::<HtmlInputElement>() {
                let end = input.value().encode_utf16().count() as u32;
                let _ = input.set_selection_range(end, end);
            }
        });
    }
    let end = {
        let (on, is_over) = (props.on.clone(), is_over.clone());
        Callback::from(move |event: CellEvent| {
            if !is_over.replace(true) {
                on.emit(event);
            }
        })
    };
    let proposals = match proposed_label(props.column) {
        Some(label) => proposals(&props.project, label, last_part(props.column, &typed)),
        None => Vec::new(),
    };
    let onkeydown = {
        let (typed, chosen, end) = (typed.clone(), chosen.clone(), end.clone());
        let (column, names): (_, Vec<String>) =
            (props.column, proposals.iter().map(|(name, _)| name.clone()).collect());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if is_composing(&event) {
                return;
            }
            let picked = (*chosen).and_then(|index| names.get(index));
            match event.key().as_str() {
                "ArrowDown" if !names.is_empty() => {
                    chosen.set(Some(chosen.map_or(0, |index| (index + 1) % names.len())))
                }
                "ArrowUp" if !names.is_empty() => {
                    chosen.set(Some(
                        chosen.map_or(names.len() - 1, |index| (index + names.len() - 1) % names.len()),
                    ));
                }
                "Enter" if picked.is_some() => {
                    let name = picked.cloned().unwrap_or_default();
                    typed.set(with_last_part(column, &typed, &name));
                    chosen.set(None);
                }
                "Enter" => end.emit(CellEvent::Commit((*typed).clone(), 0)),
                "Tab" => end.emit(CellEvent::Commit((*typed).clone(), usize::from(!event.shift_key()))),
                "Escape" => end.emit(CellEvent::Abandon),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let (typed, end) = (typed.clone(), end.clone());
        // Only after the click that takes the focus away: what is clicked must not move before.
        Callback::from(move |_: FocusEvent| {
            let (typed, end) = (typed.clone(), end.clone());
            Timeout::new(0, move || end.emit(CellEvent::Leave((*typed).clone()))).forget();
        })
    };
    let name = messages.get(&format!("column-{}", props.column.id()));
    // A click into the field is none on the cell beneath, which would end the edit.
    let onclick = Callback::from(|event: MouseEvent| event.stop_propagation());
    let ondblclick = onclick.clone();
    let choices = choices(props, &messages);
    if !choices.is_empty() {
        let onchange = {
            let typed = typed.clone();
            Callback::from(move |event: Event| typed.set(event.target_unchecked_into::<HtmlSelectElement>().value()))
        };
        return html! {
            <select class="cell-editor" data-testid="cell-editor" aria-label={name} ref={field} {onchange} {onkeydown} {onblur} {onclick} {ondblclick}>
                for (value, words) in choices {
                    <option value={value.clone()} selected={*typed == value}>{ words }</option>
                }
            </select>
        };
    }
    let oninput = {
        let (typed, chosen) = (typed.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(value_of(&event));
            chosen.set(None);
        })
    };
    if props.column.is_long() {
        return html! {
            <textarea class="cell-editor" data-testid="cell-editor" rows="1" aria-label={name} ref={field} value={(*typed).clone()} {oninput} {onkeydown} {onblur} {onclick} {ondblclick} />
        };
    }
    let proposal = |(index, (words, count)): (usize, &(String, usize))| {
        let (typed, column, words_picked) = (typed.clone(), props.column, words.clone());
        let onmousedown = Callback::from(move |event: MouseEvent| {
            // The field keeps the focus.
            event.prevent_default();
            typed.set(with_last_part(column, &typed, &words_picked));
        });
        html! {
            <div class="item" role="option" id={format!("proposal-{index}")} aria-selected={(*chosen == Some(index)).to_string()} key={words.clone()} {onmousedown}>
                { words.clone() }<span class="faint small">{ messages.count("table-times", *count) }</span>
            </div>
        }
    };
    html! {
        <>
            <input class="cell-editor" data-testid="cell-editor" type="text" autocomplete="off" aria-label={name} ref={field} value={(*typed).clone()}
                role={(!proposals.is_empty()).then_some("combobox")} aria-expanded={(!proposals.is_empty()).then_some("true")}
                aria-controls={(!proposals.is_empty()).then_some("proposals")}
                aria-activedescendant={chosen.map(|index| format!("proposal-{index}"))} {oninput} {onkeydown} {onblur} {onclick} {ondblclick} />
            if !proposals.is_empty() {
                <div class="popover proposals" role="listbox" id="proposals" aria-label={messages.get("table-proposals")}>
                    { for proposals.iter().enumerate().map(proposal) }
                    <p class="section">{ messages.get("table-editing") }</p>
                </div>
            }
        </>
    }
}

/// What a field or an area holds after something was typed or pasted. A cell is one line, like what it is exported to.
fn value_of(event: &InputEvent) -> String {
    let area = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
    let value = area.unwrap_or_else(|| event.target_unchecked_into::<HtmlInputElement>().value());
    value.replace(['\r', '\n'], "")
}

/// The label whose words are proposed for a column.
fn proposed_label(column: Column) -> Option<&'static str> {
    match column {
        Column::Deadline => Some("time"),
        column if column.has_units() => Some("actor"),
        _ => None,
    }
}

/// What is being typed: the last of several names.
fn last_part(column: Column, typed: &str) -> &str {
    match column.has_units() {
        true => typed.rsplit('、').next().unwrap_or_default().trim(),
        false => typed.trim(),
    }
}

/// The same with another last name.
fn with_last_part(column: Column, typed: &str, name: &str) -> String {
    match typed.rfind('、').filter(|_| column.has_units()) {
        Some(at) => format!("{}、{name}", &typed[..at]),
        None => name.to_owned(),
    }
}

/// Words of the speech with this label that hold what was typed, the commonest first, with how many
/// times they stand there.
fn proposals(project: &Project, label: &str, part: &str) -> Vec<(String, usize)> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let alike = project.store.annotations().iter();
    for found in alike.filter(|found| &*found.label == label && found.status != Status::Rejected) {
        *counts.entry(project.source.slice(found.span)).or_default() += 1;
    }
    let mut found: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(words, _)| !part.is_empty() && words.contains(part) && *words != part)
        .map(|(words, count)| (words.to_owned(), count))
        .collect();
    found.sort_by(|(one, times), (other, more)| (more, one).cmp(&(times, other)));
    found.truncate(PROPOSALS);
    found
}

/// The values of a column that has only some.
fn choices(props: &CellEditorProps, messages: &crate::web::i18n::Messages) -> Vec<(String, AttrValue)> {
    let id = props.column.id();
    match props.column {
        Column::Status => [Status::Suggested, Status::Accepted, Status::Rejected]
            .map(|status| (status.id().to_owned(), status_name(status, messages)))
            .to_vec(),
        Column::Modality | Column::Instrument => {
            let label = props.project.tagset.label(&props.row.frame.measure.label);
            let mut fields = label.iter().flat_map(|label| &label.attributes);
            let spec = fields.find(|spec| &*spec.id == id);
            let Some(AttributeKind::Choice { values }) = spec.map(|spec| &spec.kind) else {
                return Vec::new();
            };
            let value = |value: &crate::annotate::Name| {
                (
                    value.to_string(),
                    messages.get(&format!("{id}-{}", value.replace('/', "-"))),
                )
            };
            std::iter::once((String::new(), messages.get("field-absent")))
                .chain(values.iter().map(value))
                .collect()
        }
        _ => Vec::new(),
    }
}
