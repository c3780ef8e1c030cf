//! The bar at the foot: progress and the keys of the moment.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::glyph::progress;
use super::keycap::Keycap;
use crate::annotate::{Layer, TagSet};
use crate::web::command::{Command, Order, Page, RangeStep};
use crate::web::document::Tally;
use crate::web::i18n::use_messages;
use crate::web::keymap::caption;
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{Action, OpenDocument, Tab};

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
    /// The order of walking.
    pub order: Order,
    /// Whether suggestions are still looked for: then nothing is decided yet, however little there is.
    pub is_looking: bool,
    /// What the keys are for.
    pub moment: Moment,
    /// The labels, for their keys.
    pub tagset: Arc<TagSet>,
}

/// What the keys are for at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Walking and deciding.
    Walking,
    /// The caret is in the text.
    Caret,
    /// A link is being made.
    Linking,
}

impl Moment {
    /// What the keys are for with this document.
    pub fn of(open: &OpenDocument) -> Self {
        match (&open.linking, open.caret) {
            (Some(_), _) => Self::Linking,
            (None, Some(_)) => Self::Caret,
            (None, None) => Self::Walking,
        }
    }
}

/// The bar at the foot of the workbench.
#[component]
pub fn Statusbar(props: &StatusbarProps) -> Html {
    let messages = use_messages();
    let tally = &props.tally;
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let onomitted = {
        let dispatch = shell.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ShowPage(Page::Text));
            dispatch.emit(Action::ShowTab(Tab::Omissions));
        })
    };
    let hint = |keys: &[&str], words: &str| {
        html! { <span>{ for keys.iter().map(|key| html! { <kbd>{ (*key).to_owned() }</kbd> }) }{ messages.get(words) }</span> }
    };
    let bound = |commands: &[Command], words: &str| {
        let keys: Vec<String> = commands
            .iter()
            .filter_map(|command| keymap.caption(command, &props.tagset))
            .collect();
        match keys.is_empty() {
            true => Html::default(),
            false => hint(&keys.iter().map(String::as_str).collect::<Vec<_>>(), words),
        }
    };
    let span_of = |layer: Layer, words: &str| {
        let keys = key_span(&props.tagset, layer).filter(|_| !keymap.no_single_keys);
        keys.map(|keys| hint(&[&keys], words)).unwrap_or_default()
    };
    let link_types = link_keys(&props.tagset)
        .filter(|_| !keymap.no_single_keys)
        .map(|keys| hint(&[&keys], "hint-link-type"));
    let range = |step| Command::Range(step);
    let pending = match tally.pending {
        0 if tally.total() > 0 => messages.get("status-all-decided"),
        pending => messages.count("status-pending", pending),
    };
    html! {
        <footer class="statusbar">
            { progress(if props.is_looking { 0 } else { tally.percent_decided() }, Some(messages.get("status-progress"))) }
            <span>
                <span class="pending" data-testid="pending">{ pending }</span>
                { messages.with("status-decided", &[("accepted", tally.accepted.into()), ("rejected", tally.rejected.into())]) }
            </span>
            if let Some(omitted) = props.omitted {
                <button class="omitted" data-testid="omitted" onclick={onomitted}>{ messages.count("status-omitted", omitted) }</button>
            }
            if props.order != Order::Text {
                <button class="pill order" data-testid="order" onclick={shell.on(Command::Order(props.order))}>{ messages.get(order_name(props.order)) }</button>
            }
            <span class="grow"></span>
            <span class="hints" aria-hidden="true">
                if props.page == Page::Table {
                    { hint(&["↑", "↓", "←", "→"], "hint-move") }{ hint(&["Enter"], "hint-edit") }{ hint(&["Ctrl", "D"], "hint-fill") }
                    { hint(&[&*messages.get("key-space")], "hint-sentence") }
                } else if props.page == Page::Statistics {
                    { hint(&["Tab"], "hint-chart") }{ hint(&["↑", "↓", "←", "→"], "hint-figure") }{ hint(&["Enter"], "hint-tasks") }
                    { bound(&[Command::Keys], "hint-keys") }
                } else if props.page == Page::Compare {
                    { bound(&[Command::Keys], "hint-keys") }
                } else if props.is_tagging {
                    { span_of(Layer::Statement, "hint-statements") }{ span_of(Layer::Mention, "hint-mentions") }{ bound(&[Command::Palette], "hint-search") }
                    { bound(&[range(RangeStep::Shrink), range(RangeStep::Grow)], "hint-range") }{ bound(&[Command::Leave], "hint-cancel") }
                } else {
                    { match props.moment {
                        Moment::Walking => html! { <>
                            { bound(&[Command::Next, Command::Previous], "hint-walk") }{ bound(&[Command::Accept], "hint-accept") }{ bound(&[Command::Reject], "hint-reject") }
                            { bound(&[range(RangeStep::Shrink), range(RangeStep::Grow)], "hint-range") }
                            <span onclick={shell.on(Command::Keys)}><Keycap command={Command::Keys} />{ messages.get("hint-keys") }</span>
                        </> },
                        Moment::Caret => html! { <>
                            { hint(&["←", "→", "↑", "↓"], "hint-move") }{ hint(&["Shift"], "hint-select") }
                            { span_of(Layer::Statement, "hint-statements") }{ span_of(Layer::Mention, "hint-mentions") }
                            { bound(&[range(RangeStep::Shrink), range(RangeStep::Grow)], "hint-range") }{ bound(&[Command::Leave], "hint-leave") }
                        </> },
                        Moment::Linking => html! { <>
                            { bound(&[Command::Next, Command::Previous], "hint-other-end") }{ link_types }
                            { bound(&[Command::Accept], "hint-link") }{ bound(&[Command::Leave], "hint-cancel") }
                        </> },
                    } }
                }
            </span>
            <span class="grow"></span>
            <span class="faint reversible number">{ messages.count("status-undo", props.steps) }</span>
            <span class="faint number">{ messages.count("status-characters", props.characters as usize) }</span>
        </footer>
    }
}

/// The first and the last key of the labels of a layer, e.g. `Q–O`.
fn key_span(tagset: &TagSet, layer: Layer) -> Option<String> {
    let labels = tagset.offered().filter(|label| label.layer == layer);
    from_to(labels.filter_map(|label| label.key.as_deref()).map(caption).collect())
}

/// The lowest and the highest key of the types of links.
fn link_keys(tagset: &TagSet) -> Option<String> {
    let links = tagset.offered_links();
    let mut keys: Vec<&str> = links.filter_map(|link| link.key.as_deref()).map(caption).collect();
    keys.sort_unstable();
    from_to(keys)
}

fn from_to(keys: Vec<&str>) -> Option<String> {
    match keys.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first, .., last] => Some(format!("{first}–{last}")),
    }
}

/// The message that names an order of walking.
fn order_name(order: Order) -> &'static str {
    match order {
        Order::Text => "order-text",
        Order::Label => "order-label",
        Order::Confidence => "order-confidence",
    }
}
