//! Dialogs that cover the page.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, window};
use yew::prelude::*;

use super::bulk::Bulk;
use super::document_details::DocumentDetails;
use super::encoding_dialog::EncodingChoice;
use super::finder::{CommandFinder, SectionFinder};
use super::icon::{Icon, icon};
use super::key_list::KeyList;
use super::key_settings::KeySettings;
use super::more_menu::MoreMenu;
use super::new_version::NewVersion;
use super::reading_settings::ReadingSettings;
use super::tagset_editor::TagSetEditor;
use crate::annotate::TagSet;
use crate::web::i18n::use_messages;
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
            html! { <Frame title={messages.get("keys-title")}><KeyList tagset={props.tagset.clone()} /></Frame> }
        }
        Some(Dialog::KeySettings) => {
            html! { <Frame title={messages.get("command-key-settings")}><KeySettings tagset={props.tagset.clone()} /></Frame> }
        }
        Some(Dialog::Commands) => {
            html! { <CommandFinder tagset={props.tagset.clone()} has_document={props.open.is_some()} /> }
        }
        Some(Dialog::More) => with(&props.open, |open| {
            html! { <Frame title={messages.get("more-title")}><MoreMenu {open} /></Frame> }
        }),
        Some(Dialog::Jump) => with(&props.open, |open| html! { <SectionFinder {open} /> }),
        Some(Dialog::Bulk) => with(&props.open, |open| {
            html! { <Frame title={messages.get("bulk-title")}><Bulk {open} /></Frame> }
        }),
        Some(Dialog::TagSet) => with(&props.open, |open| {
            html! { <Frame title={messages.get("tagset-title")} is_wide=true><TagSetEditor {open} /></Frame> }
        }),
        Some(Dialog::NewVersion) => with(&props.open, |open| {
            html! { <Frame title={messages.get("version-title")} is_wide=true><NewVersion key={&*open.id} open={open.clone()} /></Frame> }
        }),
        Some(Dialog::Reading) => {
            html! { <Frame title={messages.get("command-reading")}><ReadingSettings /></Frame> }
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

/// A dialog about the document on the workbench.
fn with(open: &Option<Rc<OpenDocument>>, view: impl FnOnce(Rc<OpenDocument>) -> Html) -> Html {
    open.clone().map(view).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    title: AttrValue,
    #[prop_or_default]
    is_wide: bool,
    children: Html,
}

/// A dialog that keeps the focus while it is open.
#[component]
fn Frame(
    FrameProps {
        title,
        is_wide,
        children,
    }: &FrameProps,
) -> Html {
    let messages = use_messages();
    let close = use_shell().to(Action::ShowDialog(None));
    let node = use_node_ref();
    use_focus_returned();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            // What is in the dialog may have taken the focus already.
            if let Some(element) = node.cast::<HtmlElement>()
                && !focused().is_some_and(|active| element.contains(Some(&active)))
            {
                let _ = element.focus();
            }
        });
    }
    html! {
        <div class="dialog-scrim" onclick={close.clone()}>
            <section class={classes!("dialog", is_wide.then_some("wide"))} role="dialog" aria-modal="true" aria-label={title.clone()} tabindex="-1" ref={node}
                onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                <h2>{ title.clone() }<button class="icon-button" aria-label={messages.get("close")} onclick={close.reform(|event| event)}>{ icon(Icon::Cross) }</button></h2>
                { children.clone() }
            </section>
        </div>
    }
}

/// When the dialog goes, the focus returns to what had it before, unless something else has taken it. Not to a button
/// that was clicked with a pointer: that does not keep the focus, and the next Enter is meant for the text.
#[hook]
pub(super) fn use_focus_returned() {
    let is_kept = |element: &HtmlElement| {
        element.tag_name() != "BUTTON" || element.matches(":focus-visible").is_ok_and(|is_visible| is_visible)
    };
    let before = (*use_memo((), |()| focused().filter(is_kept))).clone();
    use_effect_with((), move |()| {
        move || {
            // Not before the dialog is gone and the page behind can have the focus again, but before the next key.
            spawn_local(async move {
                let is_free = focused().is_none_or(|element| element.tag_name() == "BODY");
                if let Some(before) = before.filter(|_| is_free) {
                    let _ = before.focus();
                }
            });
        }
    });
}

fn focused() -> Option<HtmlElement> {
    window()?.document()?.active_element()?.dyn_into().ok()
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
