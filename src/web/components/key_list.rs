//! All keys, as they are for this person: made from the table, nothing is written twice.

use std::sync::Arc;

use yew::prelude::*;

use super::glyph::name;
use crate::annotate::TagSet;
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::keymap::{KEYMAP, Row, caption};
use crate::web::shell::{use_keys, use_shell};

/// The labels and link types, for their keys.
#[derive(Properties, PartialEq)]
pub struct KeyListProps {
    /// The labels and link types.
    pub tagset: Arc<TagSet>,
}

/// All keys by groups.
#[component]
pub fn KeyList(KeyListProps { tagset }: &KeyListProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let line = |keys: Vec<String>, words: AttrValue| {
        html! { <div><dt>{ words }</dt><dd>{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</dd></div> }
    };
    let row = |row: &Row| {
        let chords = keymap.chords(row).into_iter();
        let working = chords.filter(|chord| !(keymap.no_single_keys && chord.is_single()));
        let mut keys: Vec<String> = working.map(|chord| chord.caption()).collect();
        keys.dedup();
        if keys.is_empty() {
            return Html::default();
        }
        line(keys, messages.get(row.command.message()))
    };
    let labels = tagset.offered().filter_map(|label| Some((label, label.key.as_ref()?)));
    let links = tagset
        .offered_links()
        .filter_map(|link| Some((link, link.key.as_ref()?)));
    html! {
        <>
            <p>{ messages.get("keys-words") }</p>
            <div class="keys" data-testid="key-list">
                for (title, rows) in KEYMAP.iter() {
                    <section key={*title}><h3>{ messages.get(title) }</h3><dl>{ for rows.iter().map(row) }</dl></section>
                }
                if !keymap.no_single_keys {
                    <section>
                        <h3>{ messages.get("keys-labels") }</h3>
                        <dl>{ for labels.map(|(label, key)| line(vec![caption(key).to_owned()], name(label, &messages))) }</dl>
                    </section>
                    <section>
                        <h3>{ messages.get("keys-links") }</h3>
                        <dl>{ for links.map(|(link, key)| line(vec![caption(key).to_owned()], AttrValue::from(messages.choose(&link.zh, &link.en).to_owned()))) }</dl>
                    </section>
                }
            </div>
            <div class="buttons">
                <button class="button" onclick={shell.on(Command::Commands)}>{ messages.get("command-commands") }</button>
                <button class="button" data-testid="change-keys" onclick={shell.on(Command::KeySettings)}>{ messages.get("command-key-settings") }</button>
            </div>
        </>
    }
}
