//! Dialogs that cover the page: all keys, privacy, and whether to remove a document.

use std::rc::Rc;
use std::sync::Arc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::document_details::DocumentDetails;
use super::encoding_dialog::EncodingChoice;
use super::glyph::name;
use super::icon::{Icon, icon};
use crate::annotate::TagSet;
use crate::web::i18n::{Messages, use_messages};
use crate::web::keymap::{Binding, KEYMAP, caption};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Dialog, OpenDocument};
use crate::web::storage::Entry;

/// What may be shown.
#[derive(Properties, PartialEq)]
pub struct DialogsProps {
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// All documents.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
    /// The document on the workbench.
    pub open: Option<Rc<OpenDocument>>,
    /// The labels, for their keys.
    pub tagset: Arc<TagSet>,
}

/// The dialog that is open, if one is.
#[component]
pub fn Dialogs(props: &DialogsProps) -> Html {
    let messages = use_messages();
    match &props.dialog {
        None => Html::default(),
        Some(Dialog::Keys) => {
            html! { <Frame title={messages.get("keys-title")}>{ view_keys(&props.tagset, &messages) }</Frame> }
        }
        Some(Dialog::Privacy) => html! {
            <Frame title={messages.get("privacy-title")}>
                <p>{ messages.get("privacy-where") }</p>
                <p>{ messages.get("privacy-check") }</p>
                <p>{ messages.get("privacy-offline") }</p>
            </Frame>
        },
        Some(Dialog::Encoding(file)) => html! {
            <Frame title={messages.get("encoding-title")}><EncodingChoice file={file.clone()} /></Frame>
        },
        Some(Dialog::Wipe) => {
            let all = props.library.as_ref().map_or(0, |known| known.len());
            html! { <ConfirmWipe {all} /> }
        }
        Some(Dialog::Details) => match &props.open {
            Some(open) => html! {
                <Frame title={messages.get("document-details")}><DocumentDetails key={&*open.id} open={open.clone()} /></Frame>
            },
            None => Html::default(),
        },
        Some(Dialog::Remove(id)) => {
            let title = props
                .library
                .iter()
                .flat_map(|known| known.iter())
                .find(|entry| entry.id == *id);
            let title = title.map(|entry| entry.title.clone()).unwrap_or_default();
            html! { <ConfirmRemoval id={id.to_string()} {title} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    title: AttrValue,
    children: Html,
}

/// A dialog that keeps the focus while it is open.
#[component]
fn Frame(FrameProps { title, children }: &FrameProps) -> Html {
    let messages = use_messages();
    let close = use_shell().to(Action::ShowDialog(None));
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        });
    }
    html! {
        <div class="dialog-scrim" onclick={close.clone()}>
            <section class="dialog" role="dialog" aria-modal="true" aria-label={title.clone()} tabindex="-1" ref={node}
                onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                <h2>{ title.clone() }<button class="icon-button" aria-label={messages.get("close")} onclick={close.reform(|event| event)}>{ icon(Icon::Cross) }</button></h2>
                { children.clone() }
            </section>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ConfirmRemovalProps {
    id: String,
    title: String,
}

#[component]
fn ConfirmRemoval(props: &ConfirmRemovalProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    html! {
        <Frame title={messages.get("remove-title")}>
            <p>{ messages.with("remove-words", &[("title", props.title.clone().into())]) }</p>
            <div class="buttons">
                <button class="button" onclick={shell.to(Action::ShowDialog(None))}>{ messages.get("cancel") }</button>
                <button class="button primary" data-testid="confirm-remove" onclick={shell.to(Action::Remove(props.id.as_str().into()))}>{ messages.get("remove") }</button>
            </div>
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
struct ConfirmWipeProps {
    all: usize,
}

#[component]
fn ConfirmWipe(ConfirmWipeProps { all }: &ConfirmWipeProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    html! {
        <Frame title={messages.get("library-wipe")}>
            <p>{ messages.count("wipe-words", *all) }</p>
            <div class="buttons">
                <button class="button" onclick={shell.to(Action::ShowDialog(None))}>{ messages.get("cancel") }</button>
                <button class="button primary" data-testid="confirm-wipe" onclick={shell.to(Action::Wipe)}>{ messages.get("wipe") }</button>
            </div>
        </Frame>
    }
}

fn view_keys(tagset: &TagSet, messages: &Messages) -> Html {
    let row = |keys: Vec<String>, words: AttrValue| {
        html! { <div><dt>{ words }</dt><dd>{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</dd></div> }
    };
    let group = |(title, bindings): &(&str, &[Binding])| {
        let rows = bindings.chunk_by(|one, other| one.1 == other.1).map(|alike| {
            let mut keys: Vec<String> = alike.iter().map(|(chord, _)| chord.caption()).collect();
            keys.dedup();
            row(keys, messages.get(alike[0].1.message()))
        });
        html! { <section><h3>{ messages.get(title) }</h3><dl>{ for rows }</dl></section> }
    };
    let labels = tagset
        .labels
        .iter()
        .filter_map(|label| Some((label, label.key.as_ref()?)));
    html! {
        <div class="keys">
            { for KEYMAP.iter().map(group) }
            <section>
                <h3>{ messages.get("keys-labels") }</h3>
                <dl>{ for labels.map(|(label, key)| row(vec![caption(key).to_owned()], name(label, messages))) }</dl>
            </section>
        </div>
    }
}
