//! The form of a link type.

use yew::prelude::*;

use super::glyph::name;
use super::icon::{Icon, icon};
use super::label_form::{KeyField, text};
use crate::annotate::{Label, LinkType, TagSet};
use crate::web::i18n::use_messages;

/// The link type in the form.
#[derive(Properties, PartialEq)]
pub struct LinkTypeFormProps {
    /// The link type.
    pub link: LinkType,
    /// The set that it belongs to.
    pub tagset: TagSet,
    /// How many links have it.
    pub used: usize,
    /// It was changed.
    pub change: Callback<LinkType>,
    /// It is to go.
    pub remove: Callback<()>,
}

/// The form of a link type.
#[component]
pub fn LinkTypeForm(props: &LinkTypeFormProps) -> Html {
    let messages = use_messages();
    let link = &props.link;
    let edit = |edit: fn(&mut LinkType, String)| {
        let (change, link) = (props.change.clone(), link.clone());
        Callback::from(move |value: String| {
            let mut link = link.clone();
            edit(&mut link, value);
            change.emit(link);
        })
    };
    let ends = |words: &str, is_from: bool| {
        let option = |label: &Label| {
            let chosen = if is_from { &link.from } else { &link.to };
            let is_chosen = chosen.contains(&label.id);
            let (change, link, id) = (props.change.clone(), link.clone(), label.id.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                let mut link = link.clone();
                let names = if is_from { &mut link.from } else { &mut link.to };
                match is_chosen {
                    true => names.retain(|name| *name != id),
                    false => names.push(id.clone()),
                }
                change.emit(link);
            });
            html! { <button aria-pressed={is_chosen.to_string()} key={&*label.id} {onclick}>{ name(label, &messages) }</button> }
        };
        html! {
            <div class="line"><span>{ messages.get(words) }</span>
                <span class="filters plain" role="group" aria-label={messages.get(words)}>{ for props.tagset.offered().map(option) }
                    if (if is_from { &link.from } else { &link.to }).is_empty() {
                        <span class="faint small">{ messages.get("tagset-any") }</span>
                    }
                </span>
            </div>
        }
    };
    let remove = props.remove.reform(|_: MouseEvent| ());
    let restore = {
        let (change, link) = (props.change.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            change.emit(LinkType {
                retired: false,
                ..link.clone()
            })
        })
    };
    html! {
        <div class="form">
            if link.retired {
                <p class="row">{ messages.get("tagset-retired-link") }<button class="button" data-testid="tagset-restore" onclick={restore}>{ messages.get("tagset-restore") }</button></p>
            }
            { text(&messages, "tagset-zh", &link.zh, edit(|link, value| link.zh = value)) }
            { text(&messages, "tagset-en", &link.en, edit(|link, value| link.en = value)) }
            <KeyField key_code={link.key.clone()} set={{
                let (change, link) = (props.change.clone(), link.clone());
                Callback::from(move |key: Option<String>| change.emit(LinkType { key, ..link.clone() }))
            }} />
            { ends("tagset-from", true) }
            { ends("tagset-to", false) }
            <p class="row">
                <span class="faint small">{ if props.used > 0 { messages.count("tagset-link-used", props.used) } else { AttrValue::default() } }</span>
                <span class="grow"></span>
                <button class="button quiet" data-testid="tagset-remove-link" onclick={remove}>{ icon(Icon::Trash) }{ messages.get("tagset-remove-link") }</button>
            </p>
        </div>
    }
}
