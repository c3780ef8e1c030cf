//! The form of a label.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::annotate::{AttributeKind, AttributeSpec, Label, Name, TagSet};
use crate::web::i18n::{Messages, use_messages};
use crate::web::keymap::caption;

/// The label in the form.
#[derive(Properties, PartialEq)]
pub struct LabelFormProps {
    /// The label.
    pub label: Label,
    /// The set that it belongs to.
    pub tagset: TagSet,
    /// Whether it is not in use yet: only then its id can be changed.
    pub is_new: bool,
    /// The label was changed.
    pub change: Callback<Label>,
    /// The label is to go.
    pub remove: Callback<()>,
}

/// The form of a label.
#[component]
pub fn LabelForm(props: &LabelFormProps) -> Html {
    let messages = use_messages();
    let (label, tagset) = (&props.label, &props.tagset);
    let edit = |edit: fn(&mut Label, String)| {
        let (change, label) = (props.change.clone(), label.clone());
        Callback::from(move |value: String| {
            let mut label = label.clone();
            edit(&mut label, value);
            change.emit(label);
        })
    };
    let id = {
        let (change, label, tagset) = (props.change.clone(), label.clone(), tagset.clone());
        Callback::from(move |value: String| {
            let id: Name = value
                .chars()
                .filter(|char| char.is_ascii_alphanumeric() || *char == '_')
                .collect::<String>()
                .into();
            if !id.is_empty() && tagset.label(&id).is_none() {
                change.emit(Label { id, ..label.clone() });
            }
        })
    };
    let glyph_taken = tagset
        .offered()
        .any(|other| other.id != label.id && other.glyph == label.glyph);
    let key_taken = label.key.is_some()
        && tagset
            .offered()
            .any(|other| other.id != label.id && other.key == label.key);
    let tone = tagset.tone(&label.id).to_owned();
    let swatch = |choice: &'static str| {
        let (change, label) = (props.change.clone(), label.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            change.emit(Label {
                colour: Some(choice.into()),
                ..label.clone()
            })
        });
        html! { <button class="swatch" data-tone={choice} role="radio" aria-checked={(tone == choice).to_string()} aria-label={choice} key={choice} data-testid="swatch" {onclick}></button> }
    };
    let attribute = |index: usize| {
        let (change, label) = (props.change.clone(), label.clone());
        let set = Callback::from(move |spec: Option<AttributeSpec>| {
            let mut label = label.clone();
            match spec {
                Some(spec) => label.attributes[index] = spec,
                None => drop(label.attributes.remove(index)),
            }
            change.emit(label);
        });
        html! { <AttributeForm key={index} spec={props.label.attributes[index].clone()} {set} /> }
    };
    let add_attribute = {
        let (change, label, zh) = (
            props.change.clone(),
            label.clone(),
            messages.get("tagset-new-field").to_string(),
        );
        Callback::from(move |_: MouseEvent| {
            let mut label = label.clone();
            let is_taken = |id: &str| label.attributes.iter().any(|spec| &*spec.id == id);
            let id = (1_u32..)
                .map(|number| format!("field_{number}"))
                .find(|id| !is_taken(id))
                .unwrap_or_default();
            label.attributes.push(AttributeSpec {
                id: id.into(),
                zh: zh.clone(),
                en: "New field".to_owned(),
                kind: AttributeKind::Text,
            });
            change.emit(label);
        })
    };
    let restore = {
        let (change, label) = (props.change.clone(), label.clone());
        Callback::from(move |_: MouseEvent| {
            change.emit(Label {
                retired: false,
                ..label.clone()
            })
        })
    };
    let remove = props.remove.reform(|_: MouseEvent| ());
    html! {
        <div class="form">
            if label.retired {
                <p class="row">{ messages.get("tagset-retired") }<button class="button" data-testid="tagset-restore" onclick={restore}>{ messages.get("tagset-restore") }</button></p>
            }
            { text(&messages, "tagset-zh", &label.zh, edit(|label, value| label.zh = value)) }
            { text(&messages, "tagset-en", &label.en, edit(|label, value| label.en = value)) }
            { text(&messages, "tagset-glyph", &label.glyph, edit(|label, value| label.glyph = value.trim().chars().take(1).collect())) }
            if glyph_taken {
                <p class="conflict">{ icon(Icon::Warning) }{ messages.get("tagset-glyph-taken") }</p>
            }
            <KeyField key_code={label.key.clone()} set={{
                let (change, label) = (props.change.clone(), label.clone());
                Callback::from(move |key: Option<String>| change.emit(Label { key, ..label.clone() }))
            }} />
            if key_taken {
                <p class="conflict">{ icon(Icon::Warning) }{ messages.get("tagset-key-taken") }</p>
            }
            <div class="line"><span>{ messages.get("tagset-colour") }</span>
                <span class="swatches" role="radiogroup" aria-label={messages.get("tagset-colour")}>{ for TagSet::tones(label.layer).map(swatch) }</span>
            </div>
            <label class="line"><span>{ messages.get("tagset-description") }</span>
                <textarea class="field" rows="3" value={label.description.clone()} data-testid="tagset-description" onchange={
                    edit(|label, value| label.description = value).reform(|event: Event| event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value())
                } />
            </label>
            if props.is_new {
                { text(&messages, "tagset-id", &label.id, id) }
            } else {
                <div class="line"><span>{ messages.get("tagset-id") }</span><code>{ label.id.to_string() }</code></div>
            }
            <h3>{ messages.get("tagset-fields") }</h3>
            { for (0..label.attributes.len()).map(attribute) }
            <p class="row">
                <button class="button quiet" data-testid="tagset-add-field" onclick={add_attribute}>{ icon(Icon::Plus) }{ messages.get("tagset-add-field") }</button>
                <span class="grow"></span>
                <button class="button quiet" data-testid="tagset-remove" onclick={remove}>{ icon(Icon::Trash) }{ messages.get("tagset-remove") }</button>
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AttributeFormProps {
    spec: AttributeSpec,
    set: Callback<Option<AttributeSpec>>,
}

/// The form of a field: name, kind, and the values of a choice.
#[component]
fn AttributeForm(AttributeFormProps { spec, set }: &AttributeFormProps) -> Html {
    let messages = use_messages();
    let kinds = ["text", "number", "flag", "choice"];
    let here = match &spec.kind {
        AttributeKind::Text => 0,
        AttributeKind::Number => 1,
        AttributeKind::Flag => 2,
        AttributeKind::Choice { .. } => 3,
    };
    let rename = {
        let (spec, set) = (spec.clone(), set.clone());
        Callback::from(move |event: Event| {
            let zh = event.target_unchecked_into::<HtmlInputElement>().value();
            // A field that has only one name has it in both languages.
            let en = if spec.en == "New field" || spec.en == spec.zh {
                zh.clone()
            } else {
                spec.en.clone()
            };
            set.emit(Some(AttributeSpec { zh, en, ..spec.clone() }));
        })
    };
    let onkind = {
        let (spec, set) = (spec.clone(), set.clone());
        Callback::from(move |event: Event| {
            let kind = match event.target_unchecked_into::<HtmlSelectElement>().value().as_str() {
                "number" => AttributeKind::Number,
                "flag" => AttributeKind::Flag,
                "choice" => AttributeKind::Choice { values: Vec::new() },
                _ => AttributeKind::Text,
            };
            set.emit(Some(AttributeSpec { kind, ..spec.clone() }));
        })
    };
    let onvalues = {
        let (spec, set) = (spec.clone(), set.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let values = text
                .split(['，', ',', '、'])
                .map(str::trim)
                .filter(|value| !value.is_empty())
                .map(Name::from)
                .collect();
            set.emit(Some(AttributeSpec {
                kind: AttributeKind::Choice { values },
                ..spec.clone()
            }));
        })
    };
    let remove = set.reform(|_: MouseEvent| None);
    let values = match &spec.kind {
        AttributeKind::Choice { values } => Some(values.join("，")),
        _ => None,
    };
    html! {
        <div class="attribute-form" data-testid="tagset-field">
            <input class="field" aria-label={messages.get("tagset-field-name")} value={spec.zh.clone()} onchange={rename} />
            <select class="select" aria-label={messages.get("tagset-field-kind")} data-testid="tagset-field-kind" onchange={onkind}>
                for (index, kind) in kinds.into_iter().enumerate() {
                    <option value={kind} selected={index == here}>{ messages.get(&format!("tagset-kind-{kind}")) }</option>
                }
            </select>
            <button class="icon-button compact" aria-label={messages.get("remove")} onclick={remove}>{ icon(Icon::Trash) }</button>
            if let Some(values) = values {
                <input class="field values" aria-label={messages.get("tagset-values")} placeholder={messages.get("tagset-values")} value={values} data-testid="tagset-values" onchange={onvalues} />
            }
        </div>
    }
}

/// What the field shows.
#[derive(Properties, PartialEq)]
pub struct KeyFieldProps {
    /// The key, as a physical key.
    pub key_code: Option<String>,
    /// Another was pressed; `None` where it was taken away.
    pub set: Callback<Option<String>>,
}

/// A field that takes the next key pressed in it; Backspace empties it.
#[component]
pub fn KeyField(KeyFieldProps { key_code, set }: &KeyFieldProps) -> Html {
    let messages = use_messages();
    let set = set.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let code = event.code();
        let is_label_key = code
            .strip_prefix("Key")
            .or_else(|| code.strip_prefix("Digit"))
            .is_some();
        match code.as_str() {
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() => return,
            "Backspace" | "Delete" => set.emit(None),
            _ if is_label_key => set.emit(Some(code)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    let shown = key_code.as_deref().map(caption).unwrap_or_default().to_owned();
    html! {
        <label class="line"><span>{ messages.get("tagset-key") }</span>
            <input class="field key" readonly=true value={shown} placeholder={messages.get("tagset-key-press")} data-testid="tagset-key" {onkeydown} />
        </label>
    }
}

/// A line of text with its name.
pub(super) fn text(messages: &Messages, words: &'static str, value: &str, set: Callback<String>) -> Html {
    let onchange = set.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <label class="line"><span>{ messages.get(words) }</span>
            <input class="field" value={value.to_owned()} data-testid={words} {onchange} />
        </label>
    }
}
