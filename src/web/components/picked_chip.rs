//! What a figure of the statistics has narrowed a list to, and the way back.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::find::Picked;
use crate::web::i18n::use_messages;

/// What was picked.
#[derive(Properties, PartialEq)]
pub struct PickedChipProps {
    /// What was picked.
    pub picked: Rc<Picked>,
    /// Everything is to be shown again.
    pub clear: Callback<()>,
}

/// A filter that was set by pointing at a figure: a click takes it away.
#[component]
pub fn PickedChip(PickedChipProps { picked, clear }: &PickedChipProps) -> Html {
    let messages = use_messages();
    let words = messages.with("picked-clear", &[("caption", picked.caption.as_str().into())]);
    let onclick = clear.reform(|_: MouseEvent| ());
    html! {
        <button class="select chosen picked" data-testid="picked" title={words.clone()} aria-label={words} {onclick}>
            <span class="clipped">{ &picked.caption }</span>{ icon(Icon::Cross) }
        </button>
    }
}
