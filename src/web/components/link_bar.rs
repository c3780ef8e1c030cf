//! The bar shown while a link is made: both ends, the types with their keys, done.

use std::rc::Rc;

use yew::prelude::*;

use super::glyph::glyph;
use super::icon::{Icon, icon};
use super::keycap::Keycap;
use crate::annotate::{Annotation, LinkType};
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::keymap::caption;
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{OpenDocument, link_being_made};

/// The document with the link.
#[derive(Properties, PartialEq)]
pub struct LinkBarProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// The bar of the link that is being made.
#[component]
pub fn LinkBar(LinkBarProps { open }: &LinkBarProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let project = &open.project;
    let Some(linking) = &open.linking else {
        return Html::default();
    };
    let Some(one) = project.store.get(linking.one) else {
        return Html::default();
    };
    let other = linking.other.and_then(|other| project.store.get(other));
    let chosen = link_being_made(open).map(|(_, _, kind)| kind);
    let may_join = |kind: &&LinkType| {
        let label = &one.label;
        kind.from.contains(label) || kind.to.contains(label) || kind.from.is_empty() || kind.to.is_empty()
    };
    let button = |kind: &LinkType| {
        let is_chosen = chosen.as_ref() == Some(&kind.id);
        html! {
            <button key={&*kind.id} aria-pressed={is_chosen.to_string()} data-testid="link-kind" data-kind={kind.id.to_string()}
                onclick={shell.on(Command::LinkAs(kind.id.clone()))}>
                { messages.choose(&kind.zh, &kind.en).to_owned() }
                if let Some(key) = kind.key.as_ref().filter(|_| !keymap.no_single_keys) {
                    <kbd>{ caption(key).to_owned() }</kbd>
                }
            </button>
        }
    };
    let end = |found: &Annotation| {
        let words: String = project.source.slice(found.span).chars().take(16).collect();
        html! { <span class="end">{ glyph(&project.tagset, &found.label) }<q>{ words }</q></span> }
    };
    html! {
        <div class="link-bar" role="toolbar" aria-label={messages.get("command-link")} data-testid="link-bar">
            <div class="row">
                { end(one) }<span class="faint" aria-hidden="true">{ "—" }</span>
                { other.map(|other| end(other)).unwrap_or_else(|| html! { <span class="faint">{ messages.get("link-choose") }</span> }) }
                <span class="grow"></span>
                <button class="icon-button compact" aria-label={messages.get("command-previous")} onclick={shell.on(Command::Previous)}>{ icon(Icon::ChevronLeft) }</button>
                <button class="icon-button compact" aria-label={messages.get("command-next")} onclick={shell.on(Command::Next)}>{ icon(Icon::ChevronRight) }</button>
            </div>
            <div class="row kinds">{ for project.tagset.offered_links().filter(may_join).map(button) }</div>
            <div class="row">
                <span class="faint small">{ messages.get("link-hint") }</span>
                <span class="grow"></span>
                <button class="button" onclick={shell.on(Command::Leave)}>{ messages.get("cancel") }<Keycap command={Command::Leave} /></button>
                <button class="button primary" data-testid="link-make" disabled={chosen.is_none()} onclick={shell.on(Command::Accept)}>
                    { messages.get("link-make") }<Keycap command={Command::Accept} />
                </button>
            </div>
        </div>
    }
}
