//! A new text for the open document: paste or pick it, see what becomes of the annotations, replace.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::start::ACCEPTED;
use crate::text::Source;
use crate::version::{Carried, carry};
use crate::web::ambient::{fresh_id, now};
use crate::web::i18n::use_messages;
use crate::web::intake::take_text_of;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Version};

/// What is replaced.
#[derive(Properties, PartialEq)]
pub struct NewVersionProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// Milliseconds without typing after which the versions are compared.
const RESTING: u32 = 250;

/// The field for the new text and what it would do.
#[component]
pub fn NewVersion(NewVersionProps { open }: &NewVersionProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let text = use_state(|| Rc::<str>::from(""));
    let carried = use_state(|| None::<Rc<Carried>>);
    let file_input = use_node_ref();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let _ = field.focus();
            }
        });
    }
    {
        let (carried, project) = (carried.setter(), open.project.clone());
        use_effect_with((*text).clone(), move |text| {
            carried.set(None);
            let text = text.clone();
            let timeout = (!text.trim().is_empty()).then(|| {
                Timeout::new(RESTING, move || {
                    carried.set(Some(Rc::new(carry(&project, Source::new(&*text)))));
                })
            });
            move || drop(timeout)
        });
    }
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value().into())
        })
    };
    // The clipboard's text is taken as it is, with its line ends, which a field would change.
    let onpaste = {
        let text = text.clone();
        Callback::from(move |event: Event| {
            use wasm_bindgen::JsCast as _;
            let data = event
                .dyn_ref::<web_sys::ClipboardEvent>()
                .and_then(web_sys::ClipboardEvent::clipboard_data);
            let pasted = data.and_then(|data| data.get_data("text/plain").ok());
            if let Some(pasted) = pasted.filter(|pasted| text.is_empty() && !pasted.is_empty()) {
                event.prevent_default();
                text.set(pasted.into());
            }
        })
    };
    let onfile = {
        let (text, dispatch) = (text.setter(), shell.dispatch.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                let text = text.clone();
                take_text_of(file, Callback::from(move |read| text.set(read)), dispatch.clone());
            }
            input.set_value("");
        })
    };
    let onpick = {
        let file_input = file_input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = file_input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let old_title = format!("{}{}", open.project.document.title, messages.get("version-old-suffix"));
    let onreplace = {
        let (carried, dispatch, old_title) = ((*carried).clone(), shell.dispatch.clone(), old_title.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(carried) = &carried {
                let renew = Version::Renew {
                    id: fresh_id(),
                    project: Rc::new(carried.project.clone()),
                    old_title: old_title.clone(),
                };
                dispatch.emit(Action::Version(renew, now()));
            }
        })
    };
    let is_same = &**text == open.project.source.text();
    html! {
        <div class="new-version">
            <p>{ messages.with("version-lead", &[("title", old_title.into())]) }</p>
            <textarea data-testid="version-text" ref={field} aria-label={messages.get("version-text")} placeholder={messages.get("version-placeholder")}
                rows="10" spellcheck="false" value={text.to_string()} {oninput} {onpaste} />
            <div class="counts" role="status" data-testid="version-counts">
                if is_same {
                    { messages.get("version-same") }
                } else if let Some(found) = &*carried {
                    <b>{ messages.with("version-summary", &[("kept", found.kept.into()), ("check", (found.moved + found.changed).into()), ("lost", found.lost.into())]) }</b>
                    <span class="muted">{ messages.with("version-details", &[("moved", found.moved.into()), ("changed", found.changed.into()), ("lost", found.lost.into())]) }</span>
                } else if !text.trim().is_empty() {
                    { messages.get("version-comparing") }
                }
            </div>
            <div class="buttons">
                <button class="button" data-testid="version-file" onclick={onpick}>{ icon(Icon::Folder) }{ messages.get("version-file") }</button>
                <input class="unseen" type="file" tabindex="-1" data-testid="version-file-input" ref={file_input} aria-label={messages.get("version-file")} accept={ACCEPTED} onchange={onfile} />
                <span class="grow"></span>
                <button class="button" onclick={shell.to(Action::ShowDialog(None))}>{ messages.get("cancel") }</button>
                <button class="button primary" data-testid="version-replace" disabled={is_same || carried.is_none()} onclick={onreplace}>{ messages.get("version-replace") }</button>
            </div>
        </div>
    }
}
