//! The key of a command as this person has it, wherever the page shows one.

use yew::prelude::*;

use crate::web::command::Command;
use crate::web::shell::use_keys;

/// The command.
#[derive(Properties, PartialEq)]
pub struct KeycapProps {
    /// What the key does; none of the labels' keys.
    pub command: Command,
}

/// The first key of a command; nothing if it has none. The list of keys says it to a screen reader.
#[component]
pub fn Keycap(KeycapProps { command }: &KeycapProps) -> Html {
    match use_keys().keymap.key(command) {
        Some(key) => html! { <kbd aria-hidden="true">{ key }</kbd> },
        None => Html::default(),
    }
}
