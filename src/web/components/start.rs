//! The start page: paste, open, try the sample, go on with a recent document.

use std::rc::Rc;

use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::arrival::{Dropped, files, use_drop_anywhere, use_paste_anywhere};
use super::icon::{Icon, icon};
use super::keycap::Keycap;
use super::library::Library;
use super::topbar::{HelpButton, LanguageButton, ThemeButton};
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::intake::{take_files, take_text};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Batch, Dialog};
use crate::web::storage::Entry;

/// The speech behind the button: the project's own writing.
const SAMPLE: &str = include_str!("../../samples/manufacturing.txt");

/// What the file chooser offers first; any other file can be chosen too.
pub(super) const ACCEPTED: &str = ".txt,.text,.docx,.pdf,.html,.htm,.md,.markdown,.json,.jsonl,.ndjson,.jsonld,.zip,.tar,.gz,.tgz,.qdpx,.xml,.xmi,.tsv,.conll,.bio,.iob,.ann,.conf,text/plain";

/// Text that arrives in one go and is at least this long was put there, not typed.
const PUT: usize = 30;

/// What the start page shows.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The documents, latest first; `None` until they have been read.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
    /// Whether a document is being read.
    pub is_opening: bool,
    /// Documents that are being extracted.
    pub batch: Option<Rc<Batch>>,
    /// Counts the times that the file chooser was asked for.
    pub requests: u32,
}

/// The start page.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let typed = use_state(String::new);
    let file_input = use_node_ref();
    use_paste_anywhere();
    let is_dragging = use_drop_anywhere(Dropped::Anything);
    {
        let file_input = file_input.clone();
        use_effect_with(props.requests, move |requests| {
            if let Some(input) = file_input.cast::<HtmlInputElement>().filter(|_| *requests > 0) {
                input.click();
            }
        });
    }
    let oninput = {
        let (typed, dispatch) = (typed.clone(), shell.dispatch.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let grown = text.chars().count().saturating_sub(typed.chars().count());
            if grown >= PUT && !event.is_composing() {
                take_text(text, &dispatch);
            } else {
                typed.set(text);
            }
        })
    };
    let onstart = {
        let (typed, dispatch) = (typed.clone(), shell.dispatch.clone());
        Callback::from(move |_: MouseEvent| take_text((*typed).clone(), &dispatch))
    };
    let onfiles = {
        let dispatch = shell.dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            take_files(files(input.files()), dispatch.clone());
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let onopen = {
        let file_input = file_input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = file_input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onsample = {
        let dispatch = shell.dispatch.clone();
        Callback::from(move |_: MouseEvent| take_text(SAMPLE.to_owned(), &dispatch))
    };
    html! {
        <div class="start">
            <header class="topbar">
                <span class="brand"><span class="seal" aria-hidden="true">{ "举" }</span>{ messages.get("app-name") }</span>
                <span class="grow"></span>
                <LanguageButton />
                <ThemeButton />
                <HelpButton />
            </header>
            <main class="hero">
                <h1>{ messages.get("start-title") }</h1>
                <p class="lead">{ messages.get("start-lead") }</p>
                <div class={classes!("paste-box", is_dragging.then_some("dragging"))}>
                    <textarea data-testid="paste" aria-label={messages.get("start-paste")} placeholder={messages.get("start-placeholder")}
                        autofocus=true spellcheck="false" value={(*typed).clone()} {oninput} />
                    <div class="row">
                        if !typed.trim().is_empty() {
                            <button class="button primary tall" onclick={onstart}>{ messages.get("start-begin") }</button>
                        }
                        <button class="button tall" onclick={onopen}>
                            { icon(Icon::Folder) }{ messages.get("start-open") }<Keycap command={Command::Open} />
                        </button>
                        <input class="unseen" type="file" multiple=true tabindex="-1" data-testid="open-file" ref={file_input}
                            aria-label={messages.get("start-open")} accept={ACCEPTED} onchange={onfiles} />
                        <button class="button quiet tall" data-testid="sample" onclick={onsample}>{ messages.get("start-sample") }</button>
                        <span class="grow"></span>
                        <span class="faint small">{ messages.get("start-drop") }</span>
                    </div>
                </div>
                <Library library={props.library.clone()} is_opening={props.is_opening} batch={props.batch.clone()} />
            </main>
            <footer class="privacy">
                { icon(Icon::Lock) }<span>{ messages.get("start-privacy") }</span>
                <button onclick={shell.to(Action::ShowDialog(Some(Dialog::Privacy)))}>{ messages.get("start-verify") }</button>
            </footer>
        </div>
    }
}
