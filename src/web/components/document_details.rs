//! What is known of a document besides its text: title, date, speaker, origin, folder, note.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::extract::date::Date;
use crate::project::Document;
use crate::web::ambient::now;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};

/// What is described.
#[derive(Properties, PartialEq)]
pub struct DocumentDetailsProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// The fields of a document.
#[component]
pub fn DocumentDetails(DocumentDetailsProps { open }: &DocumentDetailsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let known = use_state(|| Document {
        folder: open.entry.folder.clone(),
        ..(*open.project.document).clone()
    });
    let is_date = known.date.as_deref().is_none_or(|date| Date::parse(date).is_some());
    let field = |id: &'static str, value: String, kind: &'static str, edit: fn(&mut Document, String)| {
        let known = known.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let mut changed = (*known).clone();
            edit(&mut changed, event.target_unchecked_into::<HtmlInputElement>().value());
            known.set(changed);
        });
        html! {
            <label class="detail-field">
                <span>{ messages.get(&format!("document-{id}")) }</span>
                <input class="select" type={kind} data-testid={format!("document-{id}")} {value} {oninput} />
            </label>
        }
    };
    let on_note = {
        let known = known.clone();
        Callback::from(move |event: InputEvent| {
            let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            known.set(Document {
                note,
                ..(*known).clone()
            });
        })
    };
    let onsubmit = {
        let (dispatch, known) = (shell.dispatch.clone(), known.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_date {
                dispatch.emit(Action::Describe((*known).clone(), now()));
            }
        })
    };
    html! {
        <form {onsubmit}>
            { field("title", known.title.clone(), "text", |document, value| document.title = value) }
            { field("date", known.date.clone().unwrap_or_default(), "date", |document, value| document.date = Some(value).filter(|value| !value.is_empty())) }
            <p class="small detail-hint">{ messages.get("document-date-hint") }</p>
            { field("speaker", known.speaker.clone(), "text", |document, value| document.speaker = value) }
            { field("origin", known.origin.clone(), "text", |document, value| document.origin = value) }
            { field("folder", known.folder.clone(), "text", |document, value| document.folder = value) }
            <label class="detail-field">
                <span>{ messages.get("document-note") }</span>
                <textarea class="select" rows="3" data-testid="document-note" value={known.note.clone()} oninput={on_note} />
            </label>
            <div class="buttons">
                <button class="button" type="button" onclick={shell.to(Action::ShowDialog(None))}>{ messages.get("cancel") }</button>
                <button class="button primary" type="submit" data-testid="document-save" disabled={!is_date}>{ messages.get("document-save") }</button>
            </div>
        </form>
    }
}
