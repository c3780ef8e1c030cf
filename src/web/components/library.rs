//! The documents in this browser.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::glyph::progress;
use super::icon::{Icon, icon};
use crate::web::ambient::now;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Dialog};
use crate::web::storage::{Entry, Millis};

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct LibraryProps {
    /// The documents, latest first; `None` until they have been read.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
    /// Whether a document is being read.
    pub is_opening: bool,
}

/// The recent documents with what is left to decide in each.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let entries = props.library.as_deref().map(Vec::as_slice).unwrap_or_default();
    html! {
        <section class="recent" data-testid="documents" aria-busy={props.is_opening.to_string()}
            aria-label={messages.get("recent-title")} hidden={entries.is_empty()}>
            <h2>{ messages.get("recent-title") }</h2>
            <ul>
                for entry in entries {
                    <li key={&*entry.id}>
                        <button class="entry" data-testid="document-item" data-id={entry.id.to_string()}
                            onclick={shell.to(Action::Open(entry.id.clone()))}>
                            { icon(Icon::Page) }
                            <span class="title clipped">{ title(entry, &messages) }</span>
                            <span class="when number">{ when(entry.changed, &messages) }</span>
                            { progress(percent(entry), None) }
                            <span class="left-over number">{ left_over(entry, &messages) }</span>
                        </button>
                        <button class="icon-button remove" aria-label={messages.with("recent-remove", &[("title", entry.title.as_str().into())])}
                            onclick={shell.to(Action::ShowDialog(Some(Dialog::Remove(entry.id.clone()))))}>
                            { icon(Icon::Trash) }
                        </button>
                    </li>
                }
            </ul>
        </section>
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
