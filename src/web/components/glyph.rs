//! The one-character sign of a label, and its name.

use yew::prelude::*;

use crate::annotate::{Label, Layer, Status, TagSet};
use crate::web::i18n::Messages;

/// The sign of a label; says nothing to a screen reader.
pub fn glyph(tagset: &TagSet, label: &str) -> Html {
    let (sign, layer) = match tagset.label(label) {
        Some(label) => (label.glyph.clone(), label.layer),
        None => (label.chars().take(1).collect(), Layer::Mention),
    };
    let class = match layer {
        Layer::Structure => "structure",
        Layer::Statement => "statement",
        Layer::Mention => "mention",
    };
    html! { <i class={classes!("glyph", class)} data-tone={tagset.tone(label).to_owned()} aria-hidden="true">{ sign }</i> }
}

/// A label's name in the person's language; its id if the tag set does not have it.
pub fn label_name(tagset: &TagSet, label: &str, messages: &Messages) -> AttrValue {
    match tagset.label(label) {
        Some(label) => name(label, messages),
        None => AttrValue::from(label.to_owned()),
    }
}

/// A label's name in the person's language.
pub fn name(label: &Label, messages: &Messages) -> AttrValue {
    AttrValue::from(messages.choose(&label.zh, &label.en).to_owned())
}

/// What a status is called.
pub fn status_name(status: Status, messages: &Messages) -> AttrValue {
    messages.get(match status {
        Status::Suggested => "status-suggested",
        Status::Accepted => "status-accepted",
        Status::Rejected => "status-rejected",
    })
}

/// A bar that is filled to some percent; drawn, so that no inline style is needed.
pub fn progress(percent: usize, label: Option<AttrValue>) -> Html {
    let percent = percent.min(100).to_string();
    html! {
        <svg class="progress" role="progressbar" aria-valuenow={percent.clone()} aria-valuemin="0" aria-valuemax="100"
            aria-label={label} viewBox="0 0 100 6" preserveAspectRatio="none">
            <rect width={percent} height="6" />
        </svg>
    }
}
