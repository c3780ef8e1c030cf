//! The documents in this browser: folders, trash, search, extraction in a row, backup.

mod item;
mod shelf;

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Batch, Dialog};
use crate::web::storage::Entry;
use item::Item;
pub use item::clock;
use shelf::{back_up, use_hits};

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct LibraryProps {
    /// The documents, latest first; `None` until they have been read.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
    /// Whether a document is being read.
    pub is_opening: bool,
    /// Documents that are being extracted.
    pub batch: Option<Rc<Batch>>,
}

/// The documents with what is left to decide in each.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let words = use_state(String::new);
    let folder = use_state(|| None::<String>);
    let is_trash = use_state(|| false);
    let hits = use_hits(&words);
    let all = props.library.as_deref().map(Vec::as_slice).unwrap_or_default();
    let (trashed, kept): (Vec<&Rc<Entry>>, Vec<&Rc<Entry>>) = all.iter().partition(|entry| entry.trashed > 0);
    let mut folders: Vec<&str> = kept
        .iter()
        .map(|entry| entry.folder.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    folders.sort_unstable();
    folders.dedup();
    let new = kept.iter().filter(|entry| !entry.extracted).count();
    // What is empty is not looked at: there would be no way back.
    let in_trash = *is_trash && !trashed.is_empty();
    let shown: Vec<&Rc<Entry>> = (if in_trash { &trashed } else { &kept })
        .iter()
        .copied()
        .filter(|entry| in_trash || folder.as_ref().is_none_or(|folder| entry.folder == *folder))
        .filter(|entry| words.trim().is_empty() || is_named(entry, words.trim()) || hits.contains_key(&entry.id))
        .collect();
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            words.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value())
        })
    };
    let chip = |this: Option<String>, words: AttrValue| {
        let (folder, is_trash) = (folder.clone(), is_trash.clone());
        let is_chosen = !in_trash && *folder == this;
        let onclick = Callback::from(move |_: MouseEvent| {
            is_trash.set(false);
            folder.set(this.clone());
        });
        html! { <button aria-pressed={is_chosen.to_string()} data-testid="folder" {onclick}>{ words }</button> }
    };
    let ontrash = {
        let is_trash = is_trash.clone();
        Callback::from(move |_: MouseEvent| is_trash.set(!in_trash))
    };
    let onbackup = {
        let (entries, dispatch) = (props.library.clone(), shell.dispatch.clone());
        Callback::from(move |_: MouseEvent| back_up(entries.clone(), dispatch.clone()))
    };
    html! {
        <section class="recent" data-testid="documents" aria-busy={props.is_opening.to_string()} aria-label={messages.get("recent-title")} hidden={all.is_empty()}>
            <div class="shelf">
                <h2>{ messages.get("recent-title") }</h2>
                <span class="grow"></span>
                if let Some(batch) = &props.batch {
                    <span role="status" class="muted number" data-testid="batch">
                        { messages.with("batch-progress", &[("n", (batch.done() + 1).min(batch.total).into()), ("all", batch.total.into())]) }
                    </span>
                    <button class="button quiet" data-testid="batch-cancel" onclick={shell.to(Action::CancelBatch)}>{ messages.get("cancel") }</button>
                } else if new > 1 {
                    <button class="button quiet" data-testid="extract-all" onclick={shell.to(Action::ExtractAll)}>{ messages.count("batch-start", new) }</button>
                }
                <label class="find">
                    { icon(Icon::Search) }
                    <input type="search" data-testid="library-search" placeholder={messages.get("library-search")} aria-label={messages.get("library-search")}
                        value={(*words).clone()} {oninput} />
                </label>
                <button class="button quiet" data-testid="backup" title={messages.get("library-backup-words")} onclick={onbackup}>{ icon(Icon::Download) }{ messages.get("library-backup") }</button>
                <button class="button quiet" data-testid="wipe" onclick={shell.to(Action::ShowDialog(Some(Dialog::Wipe)))}>{ messages.get("library-wipe") }</button>
            </div>
            if !folders.is_empty() || !trashed.is_empty() {
                <div class="filters" role="group" aria-label={messages.get("library-folders")}>
                    { chip(None, messages.get("filter-all")) }
                    { for folders.iter().map(|name| chip(Some((*name).to_owned()), AttrValue::from((*name).to_owned()))) }
                    if !trashed.is_empty() {
                        <button aria-pressed={in_trash.to_string()} data-testid="trash" onclick={ontrash}>{ icon(Icon::Trash) }{ messages.count("library-trash", trashed.len()) }</button>
                    }
                </div>
            }
            <ul>
                for entry in shown.iter() {
                    <Item key={&*entry.id} entry={(*entry).clone()} hit={hits.get(&entry.id).cloned()}
                        folders={folders.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()} />
                }
            </ul>
            if shown.is_empty() && !all.is_empty() {
                <p class="empty-note">{ messages.get("library-empty") }</p>
            }
        </section>
    }
}

/// Whether words stand in what the list knows of a document.
fn is_named(entry: &Entry, words: &str) -> bool {
    [&entry.title, &entry.speaker, &entry.folder]
        .into_iter()
        .any(|held| held.contains(words))
}
