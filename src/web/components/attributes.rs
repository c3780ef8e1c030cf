//! The fields that a label gives its annotations: choice, text, yes or no, number.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::annotate::{Annotation, AnnotationId, AttributeKind, AttributeSpec, Name, Value};
use crate::web::ambient::now;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// Choices of at most so many values are buttons, longer ones a list to open.
const BUTTONS: usize = 5;

/// A field of an annotation.
#[derive(Properties, PartialEq)]
pub struct AttributeProps {
    /// The annotation.
    pub annotation: Annotation,
    /// The field.
    pub spec: AttributeSpec,
    /// What stands beside it, in small print.
    #[prop_or_default]
    pub aside: AttrValue,
}

/// A field of an annotation, with its name.
#[component]
pub fn Attribute(
    AttributeProps {
        annotation,
        spec,
        aside,
    }: &AttributeProps,
) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let name = messages.choose(&spec.zh, &spec.en).to_owned();
    let id: AnnotationId = annotation.id;
    let set = {
        let field: Name = spec.id.clone();
        Callback::from(move |value: Option<Value>| dispatch.emit(Action::Attribute(id, field.clone(), value, now())))
    };
    let value = annotation.attributes.get(&spec.id);
    let content = match &spec.kind {
        AttributeKind::Choice { values } if values.len() <= BUTTONS => buttons(spec, values, value, &set, &messages),
        AttributeKind::Choice { values } => list(spec, values, value, &set, &messages),
        AttributeKind::Flag => flag(&name, value, &set, &messages),
        AttributeKind::Text => field(&name, "text", value, &set, |text| Some(Value::Text(text.to_owned()))),
        AttributeKind::Number => field(&name, "number", value, &set, |text| {
            text.trim().parse().ok().map(Value::Number)
        }),
    };
    html! {
        <>
            <dt>{ name }</dt>
            <dd data-testid={format!("field-{}", spec.id)}>
                { content }
                if !aside.is_empty() {
                    <span class="faint small">{ aside.clone() }</span>
                }
            </dd>
        </>
    }
}

/// A value's name where the page has one, else the value itself.
pub fn value_name(spec: &str, value: &str, messages: &Messages) -> AttrValue {
    messages
        .find(&format!("{spec}-{}", value.replace('/', "-")))
        .unwrap_or_else(|| AttrValue::from(value.to_owned()))
}

fn text_of(value: Option<&Value>) -> Option<String> {
    value.map(|value| match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
    })
}

/// One button for each value; a second click on the chosen one clears the field.
fn buttons(
    spec: &AttributeSpec,
    values: &[Name],
    value: Option<&Value>,
    set: &Callback<Option<Value>>,
    messages: &Messages,
) -> Html {
    let chosen = text_of(value);
    let option = |choice: &Name| {
        let is_chosen = chosen.as_deref() == Some(&**choice);
        let (set, choice_value) = (set.clone(), Value::Text(choice.to_string()));
        let onclick = Callback::from(move |_: MouseEvent| set.emit((!is_chosen).then(|| choice_value.clone())));
        html! { <button aria-pressed={is_chosen.to_string()} data-field="" {onclick}>{ value_name(&spec.id, choice, messages) }</button> }
    };
    html! {
        <span class="choice" role="group" aria-label={messages.choose(&spec.zh, &spec.en).to_owned()}>{ for values.iter().map(option) }</span>
    }
}

fn list(
    spec: &AttributeSpec,
    values: &[Name],
    value: Option<&Value>,
    set: &Callback<Option<Value>>,
    messages: &Messages,
) -> Html {
    let chosen = text_of(value);
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        set.emit((!value.is_empty()).then_some(Value::Text(value)));
    });
    html! {
        <select class="select" data-field="" aria-label={messages.choose(&spec.zh, &spec.en).to_owned()} {onchange}>
            <option value="" selected={chosen.is_none()}>{ messages.get("field-absent") }</option>
            for choice in values {
                <option value={choice.to_string()} selected={chosen.as_deref() == Some(&**choice)}>{ value_name(&spec.id, choice, messages) }</option>
            }
        </select>
    }
}

fn flag(name: &str, value: Option<&Value>, set: &Callback<Option<Value>>, messages: &Messages) -> Html {
    let option = |flag: bool, words: &str| {
        let is_chosen = value == Some(&Value::Flag(flag));
        let set = set.clone();
        let onclick = Callback::from(move |_: MouseEvent| set.emit((!is_chosen).then_some(Value::Flag(flag))));
        html! { <button aria-pressed={is_chosen.to_string()} data-field="" {onclick}>{ messages.get(words) }</button> }
    };
    html! { <span class="choice" role="group" aria-label={name.to_owned()}>{ option(true, "yes") }{ option(false, "no") }</span> }
}

fn field(
    name: &str,
    kind: &'static str,
    value: Option<&Value>,
    set: &Callback<Option<Value>>,
    read: fn(&str) -> Option<Value>,
) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        set.emit(if text.is_empty() { None } else { read(&text) });
    });
    html! { <input class="field" type={kind} data-field="" aria-label={name.to_owned()} value={text_of(value).unwrap_or_default()} {onchange} /> }
}
