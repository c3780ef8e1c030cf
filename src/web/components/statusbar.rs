//! The bar at the foot: progress and the keys of the moment.

use std::rc::Rc;

use yew::prelude::*;

use super::glyph::progress;
use crate::web::command::Page;
use crate::web::document::Tally;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Dialog, Tab};

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub struct StatusbarProps {
    /// Counts of the document.
    pub tally: Rc<Tally>,
    /// How many gestures can be undone.
    pub steps: usize,
    /// How many code points the text has.
    pub characters: u32,
    /// Whether the label palette is open.
    pub is_tagging: bool,
    /// How many orders have no tag; `None` until they have been counted.
    pub omitted: Option<usize>,
    /// The text, the task table or the statistics.
    pub page: Page,
}

/// The bar at the foot of the workbench.
#[component]
pub fn Statusbar(props: &StatusbarProps) -> Html {
    let messages = use_messages();
    let tally = &props.tally;
    let onomitted = {
        let dispatch = use_shell().dispatch;
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ShowPage(Page::Text));
            dispatch.emit(Action::ShowTab(Tab::Omissions));
        })
    };
    let hint = |keys: &[&'static str], words: &str| {
        html! { <span>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }{ messages.get(words) }</span> }
    };
    let pending = match tally.pending {
        0 if tally.total() > 0 => messages.get("status-all-decided"),
        pending => messages.count("status-pending", pending),
    };
    html! {
        <footer class="statusbar">
            { progress(tally.percent_decided(), Some(messages.get("status-progress"))) }
            <span>
                <span class="pending" data-testid="pending">{ pending }</span>
                { messages.with("status-decided", &[("accepted", tally.accepted.into()), ("rejected", tally.rejected.into())]) }
            </span>
            if let Some(omitted) = props.omitted {
                <button class="omitted" data-testid="omitted" onclick={onomitted}>{ messages.count("status-omitted", omitted) }</button>
            }
            <span class="grow"></span>
            <span class="hints" aria-hidden="true">
                if props.page == Page::Table {
                    { hint(&["↑", "↓", "←", "→"], "hint-move") }{ hint(&["Enter"], "hint-edit") }{ hint(&["Ctrl", "D"], "hint-fill") }
                    { hint(&["␣"], "hint-sentence") }
                } else if props.is_tagging {
                    { hint(&["1–5"], "hint-statements") }{ hint(&["Q–O"], "hint-mentions") }{ hint(&["/"], "hint-search") }
                    { hint(&["Esc"], "hint-cancel") }
                } else {
                    { hint(&["J", "K"], "hint-walk") }{ hint(&["Enter"], "hint-accept") }{ hint(&["X"], "hint-reject") }
                    { hint(&["/"], "hint-relabel") }<AllKeys />
                }
            </span>
            <span class="grow"></span>
            <span class="faint reversible number">{ messages.count("status-undo", props.steps) }</span>
            <span class="faint number">{ messages.count("status-characters", props.characters as usize) }</span>
        </footer>
    }
}

#[component]
fn AllKeys() -> Html {
    let messages = use_messages();
    let onclick = use_shell().to(Action::ShowDialog(Some(Dialog::Keys)));
    html! { <span {onclick}><kbd>{ "?" }</kbd>{ messages.get("hint-keys") }</span> }
}
