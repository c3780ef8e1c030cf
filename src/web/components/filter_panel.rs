//! Filters of the list and the painting: by label, status, origin and attribute.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::glyph::{name, status_name};
use super::icon::{Icon, icon};
use super::picked_chip::PickedChip;
use crate::annotate::{AttributeKind, Status};
use crate::project::Project;
use crate::web::find::{Filter, Source};
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// What is filtered.
#[derive(Properties, PartialEq)]
pub struct FilterButtonProps {
    /// The document.
    pub project: Rc<Project>,
    /// Which annotations are shown.
    pub filter: Filter,
}

/// A button that unfolds the filters.
#[component]
pub fn FilterButton(FilterButtonProps { project, filter }: &FilterButtonProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let change = |edit: fn(&mut Filter, String)| {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        Callback::from(move |event: Event| {
            let mut changed = filter.clone();
            edit(&mut changed, event.target_unchecked_into::<HtmlSelectElement>().value());
            dispatch.emit(Action::Filter(changed));
        })
    };
    let select = |id: &'static str, value: String, options: Vec<(String, AttrValue)>, onchange: Callback<Event>| {
        html! {
            <label>
                <span>{ messages.get(&format!("filter-by-{id}")) }</span>
                <select class="select" data-testid={format!("filter-by-{id}")} {onchange}>
                    <option value="" selected={value.is_empty()}>{ messages.get("filter-all") }</option>
                    for (id, words) in options {
                        <option value={id.clone()} selected={value == id}>{ words }</option>
                    }
                </select>
            </label>
        }
    };
    let labels = project
        .tagset
        .labels
        .iter()
        .map(|label| (label.id.to_string(), name(label, &messages)))
        .collect();
    let statuses = [Status::Suggested, Status::Accepted, Status::Rejected]
        .map(|status| (status.id().to_owned(), status_name(status, &messages)));
    let sources = Source::ALL.map(|source| (source.id().to_owned(), messages.get(&format!("source-{}", source.id()))));
    let onnote = {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        Callback::from(move |_: Event| {
            dispatch.emit(Action::Filter(Filter {
                has_note: !filter.has_note,
                ..filter.clone()
            }))
        })
    };
    let unpick = {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        Callback::from(move |()| {
            dispatch.emit(Action::Filter(Filter {
                picked: None,
                ..filter.clone()
            }))
        })
    };
    let clear = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Filter(Filter::default())))
    };
    let attribute = filter
        .attribute
        .as_ref()
        .map(|(name, value)| format!("{name}={value}"))
        .unwrap_or_default();
    html! {
        <>
            <button class={classes!("more", (!filter.is_open()).then_some("chosen"))} data-testid="filters" aria-expanded={is_open.to_string()} {onclick}>
                { messages.get("filter-more") }{ icon(if *is_open { Icon::ChevronUp } else { Icon::ChevronDown }) }
            </button>
            if *is_open || !filter.is_open() {
                <div class="filter-panel">
                    { select("label", filter.label.as_ref().map(ToString::to_string).unwrap_or_default(), labels,
                        change(|filter, value| filter.label = Some(value.as_str().into()).filter(|_| !value.is_empty()))) }
                    { select("status", filter.status.map(|status| status.id().to_owned()).unwrap_or_default(), statuses.to_vec(),
                        change(|filter, value| filter.status = Status::from_id(&value))) }
                    { select("source", filter.source.map(|source| source.id().to_owned()).unwrap_or_default(), sources.to_vec(),
                        change(|filter, value| filter.source = Source::ALL.into_iter().find(|source| source.id() == value))) }
                    { select("attribute", attribute, attributes(project, &messages),
                        change(|filter, value| filter.attribute = value.split_once('=').map(|(name, value)| (name.into(), value.to_owned())))) }
                    if let Some(picked) = &filter.picked {
                        <PickedChip picked={picked.clone()} clear={unpick} />
                    }
                    <label class="check"><input type="checkbox" checked={filter.has_note} onchange={onnote} />{ messages.get("filter-noted") }</label>
                    if !filter.is_open() {
                        <button class="button quiet" data-testid="clear-filters" onclick={clear}>{ icon(Icon::Cross) }{ messages.get("table-clear") }</button>
                    }
                </div>
            }
        </>
    }
}

/// Every choice of every field in the tag set, as `field=value`.
fn attributes(project: &Project, messages: &crate::web::i18n::Messages) -> Vec<(String, AttrValue)> {
    let mut found: Vec<(String, AttrValue)> = Vec::new();
    for spec in project.tagset.labels.iter().flat_map(|label| &label.attributes) {
        let AttributeKind::Choice { values } = &spec.kind else {
            continue;
        };
        for value in values {
            let id = format!("{}={value}", spec.id);
            let message = format!("{}-{}", spec.id, value.replace('/', "-"));
            let known = messages.get(&message);
            let words = if *known == *message {
                value.to_string()
            } else {
                known.to_string()
            };
            if found.iter().all(|(other, _)| *other != id) {
                let field = messages.choose(&spec.zh, &spec.en);
                found.push((id, AttrValue::from(format!("{field}：{words}"))));
            }
        }
    }
    found
}
