//! The ladder 字 词 分句 句 段 as a row of buttons, with its keys at both ends.

use std::rc::Rc;

use yew::prelude::*;

use crate::text::Span;
use crate::web::ambient::now;
use crate::web::command::{Command, RangeStep};
use crate::web::document::Rung;
use crate::web::i18n::use_messages;
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{Action, Edit, OpenDocument, Palette};

/// Which range the row is about.
#[derive(Properties, PartialEq)]
pub struct RungsProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// The range: the palette's selection, or what the current annotation covers.
    pub span: Span,
    /// Whether it is the current annotation's.
    #[prop_or_default]
    pub is_current: bool,
}

/// The ladder of a range.
#[component]
pub fn Rungs(props: &RungsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let (open, span) = (&props.open, props.span);
    let ladder = open.ladder();
    let here = ladder.rung(span);
    let button = |rung: Rung| {
        let (dispatch, open, is_current) = (shell.dispatch.clone(), open.clone(), props.is_current);
        let onclick = Callback::from(move |_: MouseEvent| {
            let ladder = open.ladder();
            let last = ladder.previous_char(span.end()).max(span.start());
            let wanted = match rung {
                // Up the ladder the range takes in whole pieces, down it keeps the first.
                rung if here.is_none_or(|here| rung >= here) => {
                    ladder.unit(rung, span.start()).union(ladder.unit(rung, last))
                }
                rung => ladder.unit(rung, span.start()),
            };
            dispatch.emit(match open.current.filter(|_| is_current) {
                Some(id) => Action::Edit(Edit::Resize(id, wanted), now()),
                None => Action::ShowPalette(Palette::Tag(wanted)),
            });
        });
        html! { <button aria-pressed={(here == Some(rung)).to_string()} data-testid="rung" {onclick}>{ messages.get(rung.message()) }</button> }
    };
    let keymap = use_keys().keymap;
    let step = |step: RangeStep, sign: &'static str| {
        let command = Command::Range(step);
        let title = messages.get(command.message());
        let key = keymap.key(&command).unwrap_or_else(|| sign.to_owned());
        html! { <button class="step" aria-label={title.clone()} {title} onclick={shell.on(command)}><kbd>{ key }</kbd></button> }
    };
    let count = open.project.source.slice(span).chars().count();
    let words = if here.is_some() { "rung-count" } else { "rung-own" };
    html! {
        <div class="rungs" role="group" aria-label={messages.get("rung-title")}>
            if !props.is_current {
                <span class="faint">{ messages.get("rung-title") }</span>
            }
            { step(RangeStep::Shrink, "−") }
            { for Rung::ALL.into_iter().map(button) }
            { step(RangeStep::Grow, "+") }
            <span class="grow"></span>
            <span class="number">{ messages.count(words, count) }</span>
        </div>
    }
}
