//! A block of the text: plain text in an element of its kind. Marks are painted over it and never
//! change it.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::icon::{Icon, icon};
use crate::web::document::{Block, BlockKind, PartStyle};
use crate::web::dom::blocks::element_id;
use crate::web::i18n::use_messages;

/// A block.
#[derive(Properties, PartialEq)]
pub struct BlockProps {
    /// The block.
    pub block: Rc<Block>,
}

/// A block of the text.
#[component]
pub fn BlockView(BlockProps { block }: &BlockProps) -> Html {
    let id = element_id(block);
    let start = block.start.0.to_string();
    let parts = block.parts.iter().map(|part| -> VNode {
        let text = part.text.clone();
        match part.style {
            PartStyle::Plain => html! { { text } },
            PartStyle::Indent => html! { <span class="indent">{ text }</span> },
            PartStyle::RunIn => html! { <b class="run-in">{ text }</b> },
        }
    });
    let parts: Html = parts.collect();
    let has_indent = block.parts.first().is_some_and(|part| part.style == PartStyle::Indent);
    let class = classes!(
        "block",
        has_indent.then_some("indented"),
        match block.kind {
            BlockKind::Byline => Some("byline"),
            BlockKind::Flush => Some("flush"),
            BlockKind::Continued => Some("continued"),
            BlockKind::Debris => Some("debris"),
            BlockKind::Title | BlockKind::Heading(_) => Some("flush"),
            BlockKind::Paragraph => None,
        }
    );
    match block.kind {
        BlockKind::Title => html! { <h1 {id} {class} data-start={start}>{ parts }</h1> },
        BlockKind::Heading(1) => html! { <h2 {id} {class} data-start={start}>{ parts }</h2> },
        BlockKind::Heading(2) => html! { <h3 {id} {class} data-start={start}>{ parts }</h3> },
        BlockKind::Heading(_) => html! { <h4 {id} {class} data-start={start}>{ parts }</h4> },
        _ => html! { <p {id} {class} data-start={start}>{ parts }</p> },
    }
}

/// Blocks that are not the speech.
#[derive(Properties, PartialEq)]
pub struct DebrisProps {
    /// The blocks.
    pub blocks: Rc<[Rc<Block>]>,
}

/// Blocks that are not the speech, folded into a strip until they are asked for.
#[component]
pub fn DebrisStrip(DebrisProps { blocks }: &DebrisProps) -> Html {
    let messages = use_messages();
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let texts = || {
        blocks
            .iter()
            .flat_map(|block| block.parts.iter())
            .map(|part| part.text.trim())
    };
    let characters: usize = texts().map(|text| text.chars().count()).sum();
    let excerpt: String = texts().collect::<Vec<_>>().join("　").chars().take(60).collect();
    let words = messages.with(
        "debris-folded",
        &[("n", blocks.len().into()), ("characters", characters.into())],
    );
    html! {
        <>
            <button class="strip" aria-expanded={is_open.to_string()} {onclick}>
                { icon(Icon::ChevronRight) }<span>{ words }</span>
                <span class="excerpt clipped">{ if *is_open { String::new() } else { excerpt } }</span>
                <span>{ messages.get(if *is_open { "debris-fold" } else { "debris-unfold" }) }</span>
            </button>
            <div hidden={!*is_open}>
                for block in blocks.iter() {
                    <BlockView key={block.start.0} block={block.clone()} />
                }
            </div>
        </>
    }
}
