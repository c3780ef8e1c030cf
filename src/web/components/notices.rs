//! Messages to the person, seen and heard.

use std::rc::Rc;

use fluent_bundle::FluentValue;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::glyph::label_name;
use super::icon::{Icon, icon};
use crate::annotate::TagSet;
use crate::export::Format;
use crate::web::autosave::explain;
use crate::web::export::save;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Argument, Engine, Failure, Notice, OpenDocument, Tone, Words};
use crate::web::storage::DocumentId;

/// Milliseconds that a passing message is shown.
const PASSING: u32 = 4_000;

/// What there is to say.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// Messages, oldest first.
    pub notices: Rc<Vec<Notice>>,
    /// What a screen reader is to say.
    pub announcement: Option<Rc<Notice>>,
    /// Why nothing can be written.
    pub failure: Option<Failure>,
    /// Whether the worker can be used.
    pub engine: Engine,
    /// The document that another tab has changed.
    pub contested: Option<DocumentId>,
    /// The open document, for its backup and its labels.
    pub open: Option<Rc<OpenDocument>>,
}

/// Messages to the person.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let tagset = props
        .open
        .as_ref()
        .map_or_else(TagSet::guidelines, |open| open.project.tagset.clone());
    let say = |words: &Words| speak(words, &messages, &tagset);
    html! {
        <>
            <div class="messages" role="region" aria-label={messages.get("messages-title")}>
                if let Some(failure) = &props.failure {
                    <div class="message problem" role="alert" data-testid="save-problem">
                        { icon(Icon::Warning) }<span class="text">{ say(&explain(failure)) }</span>
                        if let Some(open) = &props.open {
                            <button class="button" onclick={backup(open, &shell.dispatch)}>{ messages.get("backup") }</button>
                        }
                        if let Some(id) = &props.contested {
                            <button class="button" data-testid="take-over" onclick={shell.to(Action::TakeOver(id.clone()))}>{ messages.get("take-over") }</button>
                        } else {
                            <button class="button" onclick={shell.to(Action::Retry)}>{ messages.get("retry") }</button>
                        }
                    </div>
                }
                if props.engine == Engine::Failed {
                    <div class="message problem" role="alert" data-testid="engine-problem">{ icon(Icon::Warning) }<span class="text">{ messages.get("problem-engine") }</span>
                        <button class="button" data-testid="reload" onclick={reload}>{ messages.get("retry") }</button>
                    </div>
                }
                for notice in props.notices.iter() {
                    <Message key={notice.serial} serial={notice.serial} tone={notice.tone} words={say(&notice.words)} />
                }
            </div>
            <div class="unseen" role="status" aria-live="polite" data-testid="announcement">
                { props.announcement.as_ref().map(|notice| say(&notice.words)).unwrap_or_default() }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct MessageProps {
    serial: u32,
    tone: Tone,
    words: AttrValue,
}

#[component]
fn Message(props: &MessageProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let dismiss = Action::Dismiss(props.serial);
    {
        let (dispatch, dismiss) = (dispatch.clone(), dismiss.clone());
        use_effect_with(props.tone, move |tone| {
            let timeout = (*tone == Tone::Passing).then(|| Timeout::new(PASSING, move || dispatch.emit(dismiss)));
            move || drop(timeout)
        });
    }
    let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(dismiss.clone()));
    html! {
        <div class="message" role={(props.tone == Tone::Problem).then_some("alert")} data-testid="message">
            <span class="text">{ props.words.clone() }</span>
            <button class="icon-button compact" aria-label={messages.get("close")} {onclick}>{ icon(Icon::Cross) }</button>
        </div>
    }
}

/// Downloads what is in memory, for when it cannot be written.
fn backup(open: &Rc<OpenDocument>, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let (open, dispatch) = (open.clone(), dispatch.clone());
    Callback::from(move |_| save(&open.project, Format::Json, &dispatch))
}

/// Loads the page anew, and with it the programs that it needs.
fn reload(_: MouseEvent) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Puts a message into words.
fn speak(words: &Words, messages: &Messages, tagset: &TagSet) -> AttrValue {
    let value = |argument: &Argument| -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => text.clone().into(),
            Argument::Number(number) => (*number).into(),
            Argument::Verb(verb) => messages.get(&format!("verb-{}", verb.id())).to_string().into(),
            Argument::Label(label) => label_name(tagset, label, messages).to_string().into(),
        }
    };
    let arguments: Vec<(&str, FluentValue<'static>)> = words
        .arguments
        .iter()
        .map(|(name, argument)| (*name, value(argument)))
        .collect();
    messages.with(words.message, &arguments)
}
