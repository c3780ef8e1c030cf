//! The labels with how many of each stand; a click hides or shows one in the text.

use std::collections::BTreeMap;
use std::sync::Arc;

use yew::prelude::*;

use super::filling::use_after_text;
use super::glyph::{glyph, name};
use super::icon::{Icon, icon};
use crate::annotate::{Label, Layer, Name, TagSet};
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// What the legend shows.
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// The labels.
    pub tagset: Arc<TagSet>,
    /// How many of each stand.
    pub counts: BTreeMap<Name, usize>,
    /// Labels that are not painted.
    pub hidden: Vec<Name>,
}

/// The labels with their counts.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    if !use_after_text() {
        return Html::default();
    }
    let item = |label: &Label| {
        let is_hidden = props.hidden.contains(&label.id);
        html! {
            <li key={&*label.id}>
                <button aria-pressed={is_hidden.to_string()} title={label.description.clone()}
                    onclick={shell.to(Action::ToggleLabel(label.id.clone()))}>
                    { glyph(&props.tagset, &label.id) }<span class="name clipped">{ name(label, &messages) }</span>
                    <span class="number">{ props.counts.get(&label.id).copied().unwrap_or(0) }</span>
                </button>
            </li>
        }
    };
    let of = |layer: Layer| props.tagset.offered().filter(move |label| label.layer == layer);
    html! {
        <section class="legend" aria-label={messages.get("legend-title")}>
            <h2 class="pane-title">{ messages.get("legend-title") }
                <button class="icon-button" title={messages.get("command-tagset")} aria-label={messages.get("command-tagset")} data-testid="edit-tagset"
                    onclick={shell.on(Command::TagSet)}>{ icon(Icon::Plus) }</button>
            </h2>
            <ul>{ for of(Layer::Statement).map(item) }</ul>
            <div class="line"></div>
            <ul>{ for of(Layer::Mention).map(item) }</ul>
        </section>
    }
}
