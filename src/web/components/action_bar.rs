//! Accept, reject, relabel: beside the current mark.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::command::Command;
use crate::web::dom::measure::BarPlace;
use crate::web::dom::placed::use_place;
use crate::web::i18n::use_messages;
use crate::web::shell::{use_keys, use_shell};

/// Where the bar is.
#[derive(Properties, PartialEq)]
pub struct ActionBarProps {
    /// Where the bar is.
    pub place: BarPlace,
}

/// The bar of the current mark.
#[component]
pub fn ActionBar(props: &ActionBarProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let node = use_node_ref();
    let (place, form) = match props.place {
        BarPlace::Unknown => (None, "unplaced"),
        BarPlace::Line(place) => (Some(place), "line"),
        BarPlace::Margin(place) => (Some(place), "margin"),
    };
    use_place(node.clone(), place);
    let has_words = form != "margin";
    let keymap = use_keys().keymap;
    let button = |command: Command, picture: Option<Icon>, word: &str, test: &'static str, class: &'static str| {
        let key = keymap.key(&command);
        html! {
            <button {class} data-testid={test} title={messages.get(command.message())} aria-label={messages.get(word)} onclick={stopped(&shell.run, command)}>
                { picture.map(icon).unwrap_or_default() }
                if has_words {
                    { messages.get(word) }
                    if let Some(key) = key {
                        <kbd>{ key }</kbd>
                    }
                }
            </button>
        }
    };
    html! {
        <div class={classes!("action-bar", form)} role="toolbar" aria-label={messages.get("actions-title")} ref={node}>
            { button(Command::Accept, Some(Icon::Check), "accept", "accept", "primary") }
            { button(Command::Reject, Some(Icon::Cross), "reject", "reject", "") }
            { button(Command::Palette, (!has_words).then_some(Icon::Tag), "relabel", "relabel", "") }
        </div>
    }
}

/// A click on the bar is no click on the text beneath.
fn stopped(run: &Callback<Command>, command: Command) -> Callback<MouseEvent> {
    let run = run.clone();
    Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        run.emit(command.clone());
    })
}
