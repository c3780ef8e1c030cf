//! The keys, each to be changed or switched off. What collides is shown and may be put right there.

use std::sync::Arc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::glyph::label_name;
use super::icon::{Icon, icon};
use crate::annotate::TagSet;
use crate::web::i18n::{Messages, use_messages};
use crate::web::keyboard::{chord, is_composing};
use crate::web::keymap::{Chord, KEYMAP, Keymap, Rival, Row};
use crate::web::shell::{Keys, use_keys};

/// The labels, whose keys may collide.
#[derive(Properties, PartialEq)]
pub struct KeySettingsProps {
    /// The labels.
    pub tagset: Arc<TagSet>,
}

/// The table of keys, to change it.
#[component]
pub fn KeySettings(KeySettingsProps { tagset }: &KeySettingsProps) -> Html {
    let messages = use_messages();
    let keys = use_keys();
    let single = {
        let keys = keys.clone();
        Callback::from(move |_: MouseEvent| {
            let mut keymap = (*keys.keymap).clone();
            keymap.no_single_keys = !keymap.no_single_keys;
            keys.choose.emit(keymap);
        })
    };
    let reset = keys.choose.reform(|_: MouseEvent| Keymap::default());
    html! {
        <>
            <p>{ messages.get("key-settings-words") }</p>
            <button class="item boxed" role="checkbox" aria-checked={(!keys.keymap.no_single_keys).to_string()} data-testid="single-keys" onclick={single}>
                <span class="box" aria-hidden="true">if !keys.keymap.no_single_keys { { icon(Icon::Check) } }</span>{ messages.get("key-settings-single") }
            </button>
            <div class="key-settings">
                for (title, rows) in KEYMAP.iter() {
                    <section key={*title}>
                        <h3>{ messages.get(title) }</h3>
                        for row in rows.iter() {
                            <KeyRow key={row.command.message()} row={Of(row)} keys={keys.clone()} tagset={tagset.clone()} />
                        }
                    </section>
                }
            </div>
            <div class="buttons"><button class="button" data-testid="reset-keys" onclick={reset}>{ messages.get("key-settings-reset") }</button></div>
        </>
    }
}

/// A row of the table, which is the same for ever.
#[derive(Clone, Copy)]
struct Of(&'static Row);

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

#[derive(Properties, PartialEq)]
struct KeyRowProps {
    row: Of,
    keys: Keys,
    tagset: Arc<TagSet>,
}

/// A command with its keys: a click on the keys waits for new ones.
#[component]
fn KeyRow(props: &KeyRowProps) -> Html {
    let messages = use_messages();
    let is_waiting = use_state(|| false);
    let (row, keys) = (props.row.0, &props.keys);
    let chords = keys.keymap.chords(row);
    let set = |chords: Vec<Chord>| {
        let keys = keys.clone();
        let chosen = keys.keymap.with(row, chords);
        Callback::from(move |_: MouseEvent| keys.choose.emit(chosen.clone()))
    };
    let onkeydown = {
        let (is_waiting, keys) = (is_waiting.clone(), keys.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_modifier = ["Shift", "Control", "Alt", "Meta"]
                .iter()
                .any(|name| event.key().starts_with(name));
            if !*is_waiting || is_modifier || is_composing(&event) {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            is_waiting.set(false);
            // Escape keeps the keys as they are.
            if event.code() != "Escape" {
                keys.choose.emit(keys.keymap.with(row, vec![chord(&event)]));
            }
        })
    };
    let onclick = {
        let is_waiting = is_waiting.clone();
        Callback::from(move |event: MouseEvent| {
            let _ = event.target_unchecked_into::<HtmlElement>().focus();
            is_waiting.set(true);
        })
    };
    let onblur = {
        let is_waiting = is_waiting.clone();
        Callback::from(move |_: FocusEvent| is_waiting.set(false))
    };
    // The Enter of the number pad is called like the other.
    let mut captions: Vec<String> = chords.iter().map(|chord| chord.caption()).collect();
    captions.dedup();
    let rivals: Vec<AttrValue> = chords
        .iter()
        .filter_map(|chord| keys.keymap.rival(row, chord, &props.tagset))
        .map(|rival| rival_name(&rival, &props.tagset, &messages))
        .collect();
    let name = messages.get(row.command.message());
    let change = messages.with("key-change", &[("command", name.to_string().into())]);
    html! {
        <div class="key-row" data-testid="key-row" data-command={row.command.message()}>
            <span class="name">{ name }</span>
            for rival in rivals {
                <span class="conflict" role="status" data-testid="key-conflict">{ icon(Icon::Warning) }{ messages.with("key-conflict", &[("other", rival.to_string().into())]) }</span>
            }
            <button class={classes!("key-box", is_waiting.then_some("waiting"))} aria-label={change} data-testid="key-change" {onclick} {onkeydown} {onblur}>
                if *is_waiting {
                    { messages.get("key-press") }
                } else if chords.is_empty() {
                    <span class="faint">{ messages.get("key-off") }</span>
                } else {
                    { for captions.iter().map(|key| html! { <kbd>{ key.clone() }</kbd> }) }
                }
            </button>
            if !chords.is_empty() {
                <button class="button quiet" data-testid="key-switch-off" onclick={set(Vec::new())}>{ messages.get("key-switch-off") }</button>
            }
            if keys.keymap.is_changed(row) {
                <button class="button quiet" onclick={set(row.chords.clone())}>{ messages.get("key-default") }</button>
            }
        </div>
    }
}

fn rival_name(rival: &Rival, tagset: &TagSet, messages: &Messages) -> AttrValue {
    match rival {
        Rival::Row(row) => messages.get(row.command.message()),
        Rival::Label(label) => label_name(tagset, label, messages),
    }
}
