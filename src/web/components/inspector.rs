//! The inspector: the current annotation, the measures, all annotations.

use std::rc::Rc;

use web_sys::{DragEvent, Element, PointerEvent};
use yew::prelude::*;

use super::annotation_list::AnnotationList;
use super::detail::Detail;
use super::icon::{Icon, icon};
use super::measure_list::MeasureList;
use super::omissions::Omissions;
use super::review_list::ReviewList;
use crate::project::Omission;
use crate::web::command::Command;
use crate::web::dom::media::use_narrow;
use crate::web::find::Filter;
use crate::web::gesture::waiting;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Palette, Sheet, Tab};
use crate::web::storage::Entry;

/// What the inspector shows.
#[derive(Properties, PartialEq)]
pub struct InspectorProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// The tab that is shown.
    pub tab: Tab,
    /// Counts the times that the remark's field was asked for.
    pub note_requests: u32,
    /// Which annotations are listed.
    pub filter: Filter,
    /// The orders without a tag; `None` until they have been looked for.
    pub omissions: Option<Rc<Vec<Omission>>>,
    /// Counts the times that the first field was asked for.
    pub field_requests: u32,
    /// How far the sheet is pulled up on a phone.
    pub sheet: Sheet,
    /// What gets the words that are selected next as its place.
    pub fixing: Option<u32>,
    /// The label palette.
    pub palette: Option<Palette>,
    /// All documents, for how often rules were right in them.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let is_narrow = use_narrow();
    let store = &props.open.project.store;
    let measures = props.open.tally.by_label.get("measure").copied().unwrap_or(0);
    // The tab stays while it is shown, so that its end can be seen.
    let left = waiting(store).count();
    let has_review = left > 0 || props.tab == Tab::Review;
    let tab = |tab: Tab, id: &'static str, words: &str, count: Option<usize>| {
        let is_shown = props.tab == tab;
        // Something of the list that is carried to the card: the card comes to meet it.
        let ondragenter = {
            let dispatch = shell.dispatch.clone();
            Callback::from(move |event: DragEvent| {
                let types = event.data_transfer().map(|data| data.types());
                let is_ours = types.is_some_and(|types| types.includes(&"text/plain".into(), 0));
                if is_ours && tab == Tab::Detail {
                    event.prevent_default();
                    dispatch.emit(Action::ShowTab(tab));
                }
            })
        };
        html! {
            <button role="tab" id={format!("tab-{id}")} data-testid={format!("tab-{id}")} aria-selected={is_shown.to_string()}
                aria-controls={format!("panel-{id}")} tabindex={if is_shown { "0" } else { "-1" }} onclick={shell.to(Action::ShowTab(tab))} {ondragenter}>
                { messages.get(words) }
                if let Some(count) = count {
                    <span class="number">{ count }</span>
                }
            </button>
        }
    };
    let onkeydown = {
        let (dispatch, shown) = (shell.dispatch.clone(), props.tab);
        Callback::from(move |event: KeyboardEvent| {
            let tabs = [Tab::Detail, Tab::Measures, Tab::All, Tab::Omissions, Tab::Review];
            let tabs = &tabs[..tabs.len() - usize::from(!has_review)];
            let here = tabs.iter().position(|tab| *tab == shown).unwrap_or(0);
            let next = match event.code().as_str() {
                "ArrowRight" => (here + 1) % tabs.len(),
                "ArrowLeft" => (here + tabs.len() - 1) % tabs.len(),
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::ShowTab(tabs[next]));
        })
    };
    let panel = |tab: Tab, id: &'static str, content: Html| {
        html! {
            <div class="panel" role="tabpanel" id={format!("panel-{id}")} aria-labelledby={format!("tab-{id}")} hidden={props.tab != tab}>
                { content }
            </div>
        }
    };
    html! {
        <aside class="pane right" aria-label={messages.get("inspector-title")}>
            if is_narrow {
                <SheetHandle sheet={props.sheet} />
            }
            <div class="tabs" role="tablist" aria-label={messages.get("inspector-title")} {onkeydown}>
                { tab(Tab::Detail, "detail", "tab-detail", None) }
                { tab(Tab::Measures, "measures", "tab-measures", Some(measures)) }
                { tab(Tab::All, "all", "tab-all", Some(store.annotations().len())) }
                { tab(Tab::Omissions, "omissions", "tab-omissions", props.omissions.as_ref().map(|found| found.len())) }
                if has_review {
                    { tab(Tab::Review, "review", "tab-review", Some(left)) }
                }
            </div>
            { panel(Tab::Detail, "detail", html! { <Detail open={props.open.clone()} is_shown={props.tab == Tab::Detail} library={props.library.clone()} note_requests={props.note_requests} field_requests={props.field_requests} /> }) }
            { panel(Tab::Measures, "measures", html! { <MeasureList open={props.open.clone()} is_shown={props.tab == Tab::Measures} /> }) }
            { panel(Tab::All, "all", html! { <AnnotationList project={props.open.project.clone()} current={props.open.current} is_shown={props.tab == Tab::All} filter={props.filter.clone()} is_looking={props.open.running.is_some()} /> }) }
            { panel(Tab::Omissions, "omissions", html! { <Omissions source={props.open.project.source.clone()} omissions={props.omissions.clone()} is_shown={props.tab == Tab::Omissions} /> }) }
            if has_review {
                { panel(Tab::Review, "review", html! { <ReviewList open={props.open.clone()} fixing={props.fixing} palette={props.palette} /> }) }
            }
            if is_narrow {
                <div class="sheet-actions" role="toolbar" aria-label={messages.get("actions-title")}>
                    <button class="button" aria-label={messages.get("command-previous-pending")} onclick={shell.on(Command::PreviousPending)}>{ icon(Icon::ChevronLeft) }</button>
                    <button class="button" onclick={shell.on(Command::Reject)}>{ icon(Icon::Cross) }{ messages.get("reject") }</button>
                    <button class="button primary" onclick={shell.on(Command::Accept)}>{ icon(Icon::Check) }{ messages.get("accept") }</button>
                    <button class="button" aria-label={messages.get("command-next-pending")} onclick={shell.on(Command::NextPending)}>{ icon(Icon::ChevronRight) }</button>
                </div>
            }
        </aside>
    }
}

#[derive(Properties, PartialEq)]
struct SheetHandleProps {
    sheet: Sheet,
}

/// Pulls the sheet up and down between its three stops; a click goes to the next.
#[component]
fn SheetHandle(SheetHandleProps { sheet }: &SheetHandleProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let began = use_mut_ref(|| None::<f64>);
    let stops = [Sheet::Low, Sheet::Half, Sheet::Full];
    let here = stops.iter().position(|stop| stop == sheet).unwrap_or(1);
    let onpointerdown = {
        let began = began.clone();
        Callback::from(move |event: PointerEvent| {
            let _ = event
                .target_unchecked_into::<Element>()
                .set_pointer_capture(event.pointer_id());
            *began.borrow_mut() = Some(f64::from(event.client_y()));
        })
    };
    let onpointerup = Callback::from(move |event: PointerEvent| {
        let Some(began) = began.borrow_mut().take() else { return };
        let moved = f64::from(event.client_y()) - began;
        let next = match moved {
            moved if moved > PULL => here.saturating_sub(1),
            moved if moved < -PULL => (here + 1).min(stops.len() - 1),
            _ => (here + 1) % stops.len(),
        };
        dispatch.emit(Action::ShowSheet(stops[next]));
    });
    // A key press has no pointer.
    let onkeydown = {
        let dispatch = use_shell().dispatch;
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.code().as_str(), "Enter" | "Space") {
                event.prevent_default();
                dispatch.emit(Action::ShowSheet(stops[(here + 1) % stops.len()]));
            }
        })
    };
    html! {
        <button class="sheet-handle" aria-label={messages.get("sheet-handle")} data-testid="sheet-handle" data-stop={here.to_string()} {onpointerdown} {onpointerup} {onkeydown}></button>
    }
}

/// Pixels that the handle has to be pulled.
const PULL: f64 = 24.0;
