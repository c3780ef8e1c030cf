//! The current annotation: what it says, where it stands, why it was suggested.

use std::rc::Rc;

use fluent_bundle::FluentValue;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::fields::Fields;
use super::glyph::{glyph, label_name, status_name};
use super::icon::{Icon, icon};
use super::keycap::Keycap;
use crate::annotate::{Annotation, Origin, Status};
use crate::project::Project;
use crate::web::ambient::now;
use crate::web::command::Command;
use crate::web::document::{Counted, Index, Verdict};
use crate::web::gesture::linked_pending;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{Action, OpenDocument};
use crate::web::storage::Entry;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub struct DetailProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Whether the panel is in view. While it is not, it stays as it was: nobody sees it, and much is in it.
    pub is_shown: bool,
    /// Counts the times that the remark's field was asked for.
    pub note_requests: u32,
    /// Counts the times that the first field was asked for.
    pub field_requests: u32,
    /// All documents, for how often rules were right in them.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// The current annotation, or how to get to one.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let (fields, note) = (use_node_ref(), use_node_ref());
    let seen = use_mut_ref(|| (props.open.clone(), props.library.clone()));
    if props.is_shown {
        *seen.borrow_mut() = (props.open.clone(), props.library.clone());
    }
    use_focus(props.field_requests, fields.clone(), "[data-field]");
    use_focus(props.note_requests, note.clone(), "textarea");
    let (open, library) = seen.borrow().clone();
    html! { <Card {open} {library} {fields} {note} /> }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    open: Rc<OpenDocument>,
    library: Option<Rc<Vec<Rc<Entry>>>>,
    fields: NodeRef,
    note: NodeRef,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let key = |name: &'static str, command: &Command| Some((name, FluentValue::from(keymap.key(command)?)));
    let Some(annotation) = props.open.current.and_then(|id| props.open.project.store.get(id)) else {
        // A sentence with all of them; without single keys, or where one is switched off, there is none.
        let keys: Option<Vec<(&str, FluentValue<'static>)>> = [
            key("next", &Command::Next),
            key("previous", &Command::Previous),
            key("pending", &Command::NextPending),
            key("accept", &Command::Accept),
            key("reject", &Command::Reject),
        ]
        .into_iter()
        .collect();
        return html! {
            <div class="teaching">
                <b>{ messages.get("detail-empty") }</b>
                if let Some(keys) = keys {
                    <p>{ messages.with("detail-empty-walk", &keys) }</p>
                }
                <p>{ messages.get("detail-empty-select") }</p>
                <p><button class="button" onclick={shell.on(Command::NextPending)}>{ messages.get("command-next-pending") }<Keycap command={Command::NextPending} /></button></p>
            </div>
        };
    };
    let project = &props.open.project;
    let words = project.source.slice(annotation.span).to_owned();
    let caption = if &*annotation.label == "measure" {
        "detail-task"
    } else {
        "detail-words"
    };
    let linked = linked_pending(&project.store, annotation.id).len();
    let is_pending = annotation.status == Status::Suggested;
    let pill = match annotation.status {
        Status::Suggested => None,
        Status::Accepted => Some("accepted"),
        Status::Rejected => Some("rejected"),
    };
    html! {
        <>
            <div class="detail">
                <div class="detail-head">
                    { glyph(&project.tagset, &annotation.label) }
                    <b class="name">{ label_name(&project.tagset, &annotation.label, &messages) }</b>
                    <span class={classes!("pill", pill)}>{ status_name(annotation.status, &messages) }</span>
                    <span class="grow"></span>
                    <span class="faint number small">{ place_in_line(&props.open.index, annotation, &messages) }</span>
                    <button class="icon-button compact" aria-label={messages.get("command-previous")} onclick={shell.on(Command::Previous)}>{ icon(Icon::ChevronLeft) }</button>
                    <button class="icon-button compact" aria-label={messages.get("command-next")} onclick={shell.on(Command::Next)}>{ icon(Icon::ChevronRight) }</button>
                </div>
                <p class="quotation"><span class="caption">{ messages.get(caption) }</span>{ words }</p>
                <div ref={props.fields.clone()}><Fields open={props.open.clone()} annotation={(**annotation).clone()} /></div>
                if let Some(label) = project.tagset.label(&annotation.label).filter(|label| !label.description.is_empty()) {
                    <details class="guideline" data-testid="guideline">
                        <summary>{ messages.get("detail-guideline") }</summary>
                        <p>{ label.description.clone() }</p>
                    </details>
                }
                <div class="rule-line"></div>
                <Reason project={project.clone()} annotation={(**annotation).clone()} library={props.library.clone()} />
                <div class="rule-line"></div>
                <div ref={props.note.clone()}><Note key={annotation.id.0} annotation={(**annotation).clone()} /></div>
            </div>
            if linked > 0 || is_pending {
                <div class="detail-foot">
                    if linked > 0 {
                        <button class="button" data-testid="accept-linked" onclick={shell.on(Command::AcceptWithLinked)}>
                            { icon(Icon::Check) }{ messages.count("accept-linked", linked) }<Keycap command={Command::AcceptWithLinked} />
                        </button>
                    } else {
                        <button class="button" onclick={shell.on(Command::NextPending)}>{ messages.get("command-next-pending") }<Keycap command={Command::NextPending} /></button>
                    }
                </div>
            }
        </>
    }
}

/// Puts the focus on the first of some fields whenever it is asked for.
#[hook]
fn use_focus(requests: u32, fields: NodeRef, selector: &'static str) {
    let first = *use_memo((), |()| requests);
    use_effect_with(requests, move |requests| {
        let fields = fields.cast::<Element>().filter(|_| *requests != first);
        let field = fields.and_then(|fields| fields.query_selector(selector).ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}

/// Which one it is among the undecided ones, or among all that stand.
fn place_in_line(index: &Index, annotation: &Annotation, messages: &Messages) -> AttrValue {
    let Ok(here) = index.place_of(annotation) else {
        return AttrValue::default();
    };
    let is_pending = annotation.status == Status::Suggested;
    let alike = |found: &&Counted| !is_pending || found.status == Status::Suggested;
    let count = |found: &[Counted]| found.iter().filter(alike).count();
    let (before, all) = (count(&index.counted()[..here]), count(index.counted()));
    messages.with("detail-place", &[("n", (before + 1).into()), ("all", all.into())])
}

#[derive(Properties, PartialEq)]
struct ReasonProps {
    project: Rc<Project>,
    annotation: Annotation,
    library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// Why it was suggested, and how often such suggestions were right in all documents.
#[component]
fn Reason(props: &ReasonProps) -> Html {
    let (project, annotation) = (&props.project, &props.annotation);
    let messages = use_messages();
    let Origin::Rule(rule) = &annotation.origin else {
        let words = match &annotation.origin {
            Origin::Human => messages.get("reason-human"),
            other => messages.with("reason-other", &[("origin", other.to_string().into())]),
        };
        return html! { <div class="reason">{ words }</div> };
    };
    let confidence = annotation.confidence.unwrap_or(0);
    let triggers: Vec<String> = annotation
        .triggers
        .iter()
        .map(|span| format!("“{}”", project.source.slice(*span)))
        .collect();
    let (verdict, documents) = record(props.library.as_deref().map(Vec::as_slice).unwrap_or_default(), rule);
    // What one looks at is no evidence for itself.
    let verdict = verdict.without(annotation);
    html! {
        <div class="reason">
            <div class="row">
                <b>{ messages.get("reason-title") }</b><span class="grow"></span>
                <svg class="confidence" viewBox="0 0 78 5" aria-hidden="true">
                    for step in 0..5_u8 {
                        <rect class={(confidence > step * 20 + 9).then_some("full")} x={(u32::from(step) * 16).to_string()} width="14" height="5" rx="2" key={step} />
                    }
                </svg>
                { messages.with("reason-confidence", &[("share", format!("{}.{:02}", confidence / 100, confidence % 100).into())]) }
            </div>
            <p data-testid="reason" title={rule.to_string()}>{ messages.why(rule) }</p>
            if !triggers.is_empty() {
                <p class="faint">{ messages.with("reason-triggers", &[("words", triggers.concat().into())]) }</p>
            }
            if verdict.total() > 0 {
                <p data-testid="rule-record">{ messages.with("reason-record", &[("n", verdict.total().into()), ("accepted", verdict.accepted.into()), ("documents", documents.into())]) }</p>
            }
        </div>
    }
}

/// How the suggestions of a rule were decided in all documents that are not in the trash, and in how many
/// of them.
fn record(library: &[Rc<Entry>], rule: &str) -> (Verdict, usize) {
    let kept = library.iter().filter(|entry| entry.trashed == 0);
    let verdicts = kept.filter_map(|entry| entry.rules.get(rule));
    verdicts.fold((Verdict::default(), 0), |(sum, documents), verdict| {
        (sum.and(*verdict), documents + 1)
    })
}

#[derive(Properties, PartialEq)]
struct NoteProps {
    annotation: Annotation,
}

/// The remark on an annotation; written when the field is left.
#[component]
fn Note(NoteProps { annotation }: &NoteProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let id = annotation.id;
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        dispatch.emit(Action::Note(id, text, now()));
    });
    html! {
        <label class="note">
            <span class="unseen">{ messages.get("note") }</span>
            <textarea rows="1" data-testid="note" placeholder={messages.get("note")} value={annotation.note.clone()} {onchange} />
            <Keycap command={Command::Note} />
        </label>
    }
}
