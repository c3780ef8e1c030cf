//! What becomes of what has a label or link type that is to go.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::glyph::name;
use crate::annotate::{Label, LinkType, Name, Status, Store, TagSet};
use crate::web::gesture::Fate;
use crate::web::i18n::{Messages, use_messages};

/// A label or link type that is in use and is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    title: AttrValue,
    question: AttrValue,
    /// What its annotations or links may get instead: id and name.
    others: Vec<(Name, AttrValue)>,
    to_move: AttrValue,
    to_keep: AttrValue,
}

impl Asked {
    /// A label with so many annotations; they may get another of the same layer.
    pub fn label(label: &Label, tagset: &TagSet, count: usize, messages: &Messages) -> Self {
        let others = tagset
            .offered()
            .filter(|other| other.id != label.id && other.layer == label.layer);
        Self {
            title: messages.get("tagset-remove"),
            question: question("tagset-ask", &name(label, messages), count, messages),
            others: others.map(|other| (other.id.clone(), name(other, messages))).collect(),
            to_move: messages.get("tagset-move"),
            to_keep: messages.get("tagset-hide"),
        }
    }

    /// A link type; its links may get another that joins the same labels.
    pub fn link(link: &LinkType, tagset: &TagSet, store: &Store, messages: &Messages) -> Self {
        let used = || store.links().iter().filter(|used| used.kind == link.id);
        let label = |id| store.get(id).map(|found| &*found.label);
        let ends: Vec<(&str, &str)> = used()
            .filter(|used| used.status != Status::Rejected)
            .filter_map(|used| Some((label(used.from)?, label(used.to)?)))
            .collect();
        let fits = |other: &&LinkType| other.id != link.id && ends.iter().all(|(from, to)| other.joins(from, to));
        let named = |link: &LinkType| AttrValue::from(messages.choose(&link.zh, &link.en).to_owned());
        let others = tagset.offered_links().filter(fits);
        Self {
            title: messages.get("tagset-remove-link"),
            question: question("tagset-ask-link", &named(link), used().count(), messages),
            others: others.map(|other| (other.id.clone(), named(other))).collect(),
            to_move: messages.get("tagset-move-links"),
            to_keep: messages.get("tagset-keep-links"),
        }
    }
}

fn question(words: &str, named: &AttrValue, count: usize, messages: &Messages) -> AttrValue {
    messages.with(words, &[("label", named.to_string().into()), ("n", count.into())])
}

/// What is asked.
#[derive(Properties, PartialEq)]
pub struct AskProps {
    /// What is asked.
    pub question: Asked,
    /// The answer; `None` where it is not to go after all.
    pub settle: Callback<Option<Fate>>,
}

/// What is in use does not go before it is said what becomes of what has it.
#[component]
pub fn Ask(AskProps { question, settle }: &AskProps) -> Html {
    let messages = use_messages();
    let target = use_state(|| question.others.first().map(|(id, _)| id.clone()));
    let onchange = {
        let target = target.clone();
        Callback::from(move |event: Event| {
            target.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value().into()))
        })
    };
    let settle = |fate: Option<Fate>| {
        let settle = settle.clone();
        Callback::from(move |_: MouseEvent| settle.emit(fate.clone()))
    };
    html! {
        <div class="ask" role="alertdialog" aria-label={question.title.clone()} data-testid="tagset-ask">
            <p>{ question.question.clone() }</p>
            if let Some(target) = &*target {
                <p class="row">
                    <select class="select" aria-label={question.to_move.clone()} data-testid="tagset-target" {onchange}>
                        for (id, name) in question.others.iter() {
                            <option value={id.to_string()} selected={id == target}>{ name.clone() }</option>
                        }
                    </select>
                    <button class="button" data-testid="tagset-move" onclick={settle(Some(Fate::Move(target.clone())))}>{ question.to_move.clone() }</button>
                </p>
            }
            <p class="row">
                <button class="button" data-testid="tagset-hide" onclick={settle(Some(Fate::Keep))}>{ question.to_keep.clone() }</button>
                <button class="button" data-testid="tagset-keep" onclick={settle(None)}>{ messages.get("cancel") }</button>
            </p>
        </div>
    }
}
