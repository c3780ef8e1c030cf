//! A document in the list.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::shelf::{Hit, duplicate};
use crate::web::ambient::now;
use crate::web::components::glyph::progress;
use crate::web::components::icon::{Icon, icon};
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Dialog};
use crate::web::storage::{Entry, Millis};

/// What an item shows.
#[derive(Properties, PartialEq)]
pub(super) struct ItemProps {
    pub(super) entry: Rc<Entry>,
    /// What was found in its text.
    pub(super) hit: Option<Hit>,
    pub(super) folders: Vec<String>,
}

/// A document in the list.
#[component]
pub(super) fn Item(ItemProps { entry, hit, folders }: &ItemProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let is_moving = use_state(|| false);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(*is_moving, move |is_moving| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *is_moving) {
                let _ = field.focus();
            }
        });
    }
    let action = |id: &'static str, picture: Icon, words: &str, onclick: Callback<MouseEvent>| {
        let label = messages.with(words, &[("title", entry.title.as_str().into())]);
        html! { <button class="icon-button" data-testid={id} title={label.clone()} aria-label={label} {onclick}>{ icon(picture) }</button> }
    };
    let onmove = {
        let is_moving = is_moving.clone();
        Callback::from(move |_: MouseEvent| is_moving.set(!*is_moving))
    };
    let onfolder = {
        let (dispatch, id, is_moving) = (shell.dispatch.clone(), entry.id.clone(), is_moving.clone());
        Callback::from(move |event: Event| {
            is_moving.set(false);
            dispatch.emit(Action::MoveTo(
                id.clone(),
                event.target_unchecked_into::<HtmlInputElement>().value(),
            ));
        })
    };
    let ontrash = {
        let (dispatch, id) = (shell.dispatch.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Trash(id.clone(), now())))
    };
    let onduplicate = {
        let (dispatch, id, suffix) = (shell.dispatch.clone(), entry.id.clone(), messages.get("library-copy"));
        Callback::from(move |_: MouseEvent| duplicate(id.clone(), suffix.to_string(), dispatch.clone()))
    };
    let is_trashed = entry.trashed > 0;
    let open = match is_trashed {
        true => shell.to(Action::Restore(entry.id.clone())),
        false => shell.to(Action::Open(entry.id.clone())),
    };
    html! {
        <li>
            <button class="entry" data-testid="document-item" data-id={entry.id.to_string()} disabled={is_trashed} onclick={open}>
                { icon(Icon::Page) }
                <span class="title clipped">
                    { title(entry, &messages) }
                    if !entry.folder.is_empty() {
                        <span class="folder">{ entry.folder.clone() }</span>
                    }
                    if let Some(hit) = hit {
                        <span class="hit clipped"><span class="number">{ messages.count("table-times", hit.times) }</span>{ " " }{ &hit.before }<b>{ &hit.words }</b>{ &hit.after }</span>
                    }
                </span>
                <span class="when number">{ when(entry.changed, &messages) }</span>
                { progress(percent(entry), None) }
                <span class="left-over number">{ left_over(entry, &messages) }</span>
            </button>
            <span class="actions">
                if is_trashed {
                    { action("restore", Icon::Undo, "library-restore", shell.to(Action::Restore(entry.id.clone()))) }
                    { action("remove", Icon::Cross, "recent-remove", shell.to(Action::ShowDialog(Some(Dialog::Remove(entry.id.clone()))))) }
                } else {
                    { action("move", Icon::Folder, "library-move", onmove) }
                    { action("duplicate", Icon::Copy, "library-duplicate", onduplicate) }
                    { action("to-trash", Icon::Trash, "library-to-trash", ontrash) }
                }
            </span>
            if *is_moving {
                <span class="popover mover">
                    <input class="select" data-testid="folder-name" type="text" list="folders" aria-label={messages.get("library-folder")} placeholder={messages.get("library-folder")}
                        value={entry.folder.clone()} ref={field} onchange={onfolder} />
                    <datalist id="folders">for name in folders.iter() { <option value={name.clone()} /> }</datalist>
                </span>
            }
        </li>
    }
}

fn title(entry: &Entry, messages: &Messages) -> AttrValue {
    if entry.title.is_empty() {
        messages.get("untitled")
    } else {
        AttrValue::from(entry.title.clone())
    }
}

fn percent(entry: &Entry) -> usize {
    match entry.total {
        0 => 0,
        total => (total - entry.pending.min(total)) * 100 / total,
    }
}

fn left_over(entry: &Entry, messages: &Messages) -> AttrValue {
    match entry.pending {
        _ if !entry.extracted => messages.get("recent-new"),
        0 => messages.get("recent-finished"),
        pending => messages.count("recent-pending", pending),
    }
}

/// A moment as one says it: today and yesterday by name, other days by date.
fn when(moment: Millis, messages: &Messages) -> AttrValue {
    let (then, today) = (date(moment), date(now()));
    let yesterday = date(now().saturating_sub(24 * 3_600_000));
    let day = |date: &js_sys::Date| (date.get_full_year(), date.get_month(), date.get_date());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    match () {
        () if day(&then) == day(&today) => messages.with("when-today", &[("time", time.into())]),
        () if day(&then) == day(&yesterday) => messages.with("when-yesterday", &[("time", time.into())]),
        () => {
            let (year, month) = (then.get_full_year(), then.get_month() + 1);
            let arguments = [
                ("year", year.to_string().into()),
                ("month", month.to_string().into()),
                ("day", then.get_date().to_string().into()),
            ];
            messages.with(
                if year == today.get_full_year() {
                    "when-day"
                } else {
                    "when-date"
                },
                &arguments,
            )
        }
    }
}

/// The time of day, as `14:07`.
pub fn clock(moment: Millis) -> String {
    let date = date(moment);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

fn date(moment: Millis) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(moment as f64))
}
