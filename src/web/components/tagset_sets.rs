//! Ready-made tag sets, and tag sets as files.

use gloo::file::futures::read_as_text;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::annotate::TagSet;
use crate::web::dom::download::download;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Argument, Words};

/// Bytes of the largest file that is read.
const LARGEST: u64 = 1 << 20;

/// The set that is edited.
#[derive(Properties, PartialEq)]
pub struct SetsProps {
    /// The set that is edited.
    pub tagset: TagSet,
    /// Another set was chosen.
    pub load: Callback<TagSet>,
}

/// Ready-made sets, and files.
#[component]
pub fn Sets(props: &SetsProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let sets = [TagSet::guidelines(), TagSet::policy_instruments()];
    let onchange = {
        let (load, sets) = (props.load.clone(), sets.clone());
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(set) = sets.iter().find(|set| *set.id == *id) {
                load.emit((**set).clone());
            }
        })
    };
    let onfile = {
        let (load, dispatch) = (props.load.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let file = input.files().and_then(|files| files.get(0)).map(gloo::file::File::from);
            let (load, dispatch) = (load.clone(), dispatch.clone());
            spawn_local(async move {
                let Some(file) = file else { return };
                // What is too large is no tag set, whatever it holds.
                let text = match file.size() <= LARGEST {
                    true => read_as_text(&file).await.unwrap_or_default(),
                    false => String::new(),
                };
                match TagSet::parse(&text) {
                    Ok(tagset) => load.emit(tagset),
                    Err(error) => {
                        let reason = Argument::Text(error.to_string());
                        dispatch.emit(Action::Warn(Words::plain("problem-tagset").and("reason", reason)));
                    }
                }
            });
            input.set_value("");
        })
    };
    let export = {
        let tagset = props.tagset.clone();
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.tagset.json", tagset.id);
            if download(&name, "application/json", tagset.to_json().as_bytes()).is_err() {
                dispatch.emit(Action::Warn(Words::plain("problem-download")));
            }
        })
    };
    let is_own = sets.iter().all(|set| set.id != props.tagset.id);
    html! {
        <div class="tagset-sets">
            <label>{ messages.get("tagset-ready") }
                <select class="select" data-testid="tagset-ready" {onchange}>
                    if is_own {
                        <option value="" selected=true>{ props.tagset.id.to_string() }</option>
                    }
                    for set in sets.iter() {
                        <option value={set.id.to_string()} selected={set.id == props.tagset.id}>{ messages.get(&format!("tagset-{}", set.id.replace('_', "-"))) }</option>
                    }
                </select>
            </label>
            <span class="grow"></span>
            <label class="button">{ messages.get("tagset-import") }
                <input class="unseen" type="file" accept=".json,application/json" data-testid="tagset-import" onchange={onfile} />
            </label>
            <button class="button" data-testid="tagset-export" onclick={export}>{ messages.get("tagset-export") }</button>
        </div>
    }
}
