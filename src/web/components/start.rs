//! The start page: paste, open, try the sample, go on with a recent document.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, Event, File, FileList, HtmlInputElement, HtmlTextAreaElement, InputEvent, window,
};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::library::Library;
use super::topbar::{HelpButton, LanguageButton, ThemeButton};
use crate::web::i18n::use_messages;
use crate::web::intake::{take_files, take_formatted, take_text};
use crate::web::keyboard::is_in_field;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Batch, Dialog};
use crate::web::storage::Entry;

/// The speech behind the button: the project's own writing.
const SAMPLE: &str = include_str!("../../samples/manufacturing.txt");

/// What the file chooser offers first; any other file can be chosen too.
pub(super) const ACCEPTED: &str = ".txt,.text,.docx,.html,.htm,.md,.markdown,.json,.jsonl,.ndjson,.jsonld,.zip,.qdpx,.xml,.xmi,.tsv,.conll,.bio,.iob,.ann,text/plain";

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
    let is_dragging = use_state(|| false);
    let file_input = use_node_ref();
    use_paste_anywhere();
    use_drop_anywhere(is_dragging.setter());
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
                            { icon(Icon::Folder) }{ messages.get("start-open") }<kbd>{ "Ctrl O" }</kbd>
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

/// A paste anywhere opens a new document at once. The clipboard's plain text is taken as it is, with
/// its line ends, which a field would change.
#[hook]
pub fn use_paste_anywhere() {
    let dispatch = use_shell().dispatch;
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        let listener = window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "paste", options, move |event| {
                let is_new = |event: &Event| {
                    let target = event
                        .target()
                        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                    !is_in_field(event)
                        || target.is_some_and(|field| field.get_attribute("data-testid").as_deref() == Some("paste"))
                };
                let Some(data) = event
                    .dyn_ref::<ClipboardEvent>()
                    .and_then(ClipboardEvent::clipboard_data)
                else {
                    return;
                };
                if !is_new(event) {
                    return;
                }
                event.prevent_default();
                let files = files(data.files());
                match files.is_empty() {
                    true => take_data(&data, &dispatch),
                    false => take_files(files, dispatch.clone()),
                }
            })
        });
        move || drop(listener)
    });
}

/// Files and texts can be dropped anywhere.
#[hook]
fn use_drop_anywhere(is_dragging: UseStateSetter<bool>) {
    let dispatch = use_shell().dispatch;
    use_effect_with(dispatch, move |dispatch| {
        let dispatch = dispatch.clone();
        let listen = |name: &'static str, handle: Box<dyn Fn(&web_sys::DragEvent)>| {
            let options = EventListenerOptions::enable_prevent_default();
            window().map(|window| {
                EventListener::new_with_options(&window, name, options, move |event| {
                    if let Some(event) = event.dyn_ref::<web_sys::DragEvent>() {
                        handle(event);
                    }
                })
            })
        };
        let (over, left) = (is_dragging.clone(), is_dragging.clone());
        let listeners = [
            listen(
                "dragover",
                Box::new(move |event| {
                    event.prevent_default();
                    over.set(true);
                }),
            ),
            listen("dragleave", Box::new(move |_| left.set(false))),
            listen(
                "drop",
                Box::new(move |event| {
                    event.prevent_default();
                    is_dragging.set(false);
                    let Some(data) = event.data_transfer() else { return };
                    match files(data.files()) {
                        files if !files.is_empty() => take_files(files, dispatch.clone()),
                        _ => take_data(&data, &dispatch),
                    }
                }),
            ),
        ];
        move || drop(listeners)
    });
}

/// Takes what is pasted or dropped and is no file.
fn take_data(data: &DataTransfer, dispatch: &Callback<Action>) {
    let plain = data.get_data("text/plain").unwrap_or_default();
    match data.get_data("text/html") {
        Ok(html) if !html.is_empty() => take_formatted(html, plain, dispatch),
        _ => take_text(plain, dispatch),
    }
}

fn files(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect())
        .unwrap_or_default()
}
