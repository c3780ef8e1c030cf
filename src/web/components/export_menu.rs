//! The export button and its menu: every format, and what each leaves out.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::annotate::Status;
use crate::export::{Format, Menu, OffsetUnit, Options};
use crate::project::Project;
use crate::web::export::{Order, export, save};
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};

/// What the menu needs.
#[derive(Properties, PartialEq)]
pub struct ExportMenuProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Whether the menu is open.
    pub is_open: bool,
    /// How many documents there are.
    pub documents: usize,
    /// Counts the times that a file of this program was asked for.
    pub save_requests: u32,
}

/// The export button and its menu.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    {
        let (open, dispatch) = (props.open.clone(), shell.dispatch.clone());
        let first = *use_memo((), |()| props.save_requests);
        use_effect_with(props.save_requests, move |requests| {
            if *requests != first {
                save(&open.project, Format::Json, &dispatch);
            }
        });
    }
    html! {
        <>
            <button class="button primary" data-testid="export" aria-haspopup="menu" aria-expanded={props.is_open.to_string()}
                aria-label={messages.get("command-export")} onclick={shell.to(Action::ShowExport(!props.is_open))}>
                { icon(Icon::Download) }<span class="word">{ messages.get("export") }</span>
            </button>
            if props.is_open {
                <Choice open={props.open.clone()} documents={props.documents} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    open: Rc<OpenDocument>,
    documents: usize,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let suggestions = use_state(|| false);
    let together = use_state(|| false);
    let looked_at = use_state(|| None::<Format>);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            step(&node, |_, _| 0);
        });
    }
    let options = Options {
        suggestions: *suggestions,
    };
    let counts = use_memo((props.open.project.clone(), *suggestions), |(project, suggestions)| {
        Counts::of(project, *suggestions)
    });
    let item = |format: Format| {
        let order = Order {
            format,
            options,
            together: together.then(|| messages.get("export-together").to_string()),
        };
        let (open, dispatch) = (props.open.clone(), shell.dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ShowExport(false));
            export(&open, order.clone(), dispatch.clone());
        });
        let look = {
            let looked_at = looked_at.setter();
            move || looked_at.set(Some(format))
        };
        let (hover, focus) = (look.clone(), look);
        let about = format.about();
        html! {
            <button class="item" role="menuitem" data-testid={format!("export-{}", about.id)} key={about.id} {onclick}
                aria-description={leaves_out(format, &messages)}
                onmouseenter={Callback::from(move |_| hover())} onfocus={Callback::from(move |_| focus())}>
                { icon(Icon::Page) }<span class="clipped">{ messages.choose(about.zh, about.en).to_owned() }</span>
                <span class="extension">{ format!(".{}", about.extension) }</span>
            </button>
        }
    };
    let group = |menu: Menu, title: AttrValue| {
        let formats = Format::ALL.into_iter().filter(|format| format.about().menu == menu);
        html! {
            <div role="group" aria-label={title.clone()} class={classes!((menu == Menu::Tools).then_some("tools"))}>
                <p class="section">{ title }</p>
                for format in formats {
                    { item(format) }
                }
            </div>
        }
    };
    let switch = |id: &'static str, words: &str, count: AttrValue, state: &UseStateHandle<bool>| {
        let onclick = {
            let state = state.clone();
            Callback::from(move |_: MouseEvent| state.set(!*state))
        };
        html! {
            <button class="item" role="menuitemcheckbox" aria-checked={state.to_string()} data-testid={id} {onclick}>
                <span class={classes!("tick", state.then_some("on"))} aria-hidden="true">{ if **state { icon(Icon::Check) } else { Html::default() } }</span>
                <span>{ messages.get(words) }</span><span class="extension">{ count }</span>
            </button>
        }
    };
    let onkeydown = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            let moved = match event.key().as_str() {
                "ArrowDown" => step(&node, |at, count| (at + 1) % count),
                "ArrowUp" => step(&node, |at, count| (at + count - 1) % count),
                "Home" => step(&node, |_, _| 0),
                "End" => step(&node, |_, count| count - 1),
                _ => false,
            };
            if moved {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let tasks = match *suggestions {
        true => messages.count("export-tasks-all", counts.tasks),
        false => messages.count("export-tasks", counts.tasks),
    };
    html! {
        <div class="popover menu at-end export-menu" role="menu" aria-label={messages.get("export")} ref={node} {onkeydown}>
            { group(Menu::TaskTable, tasks) }
            if counts.tasks == 0 && counts.waiting > 0 {
                <p class="empty-note" data-testid="no-tasks">{ messages.get("export-no-tasks") }</p>
            }
            { group(Menu::Everything, messages.count("export-all", counts.annotations)) }
            { group(Menu::Tools, messages.get("export-tools")) }
            <div class="switches">
                { switch("include-suggestions", "export-suggestions", messages.count("export-items", counts.pending), &suggestions) }
                if props.documents > 1 {
                    { switch("all-documents", "export-together-words", messages.count("export-documents", props.documents), &together) }
                }
            </div>
            <p class="losses" data-testid="format-losses">{ looked_at.map(|format| leaves_out(format, &messages)).unwrap_or_default() }</p>
        </div>
    }
}

/// What the menu counts.
#[derive(PartialEq)]
struct Counts {
    tasks: usize,
    annotations: usize,
    pending: usize,
    /// Tasks that are suggested only.
    waiting: usize,
}

impl Counts {
    fn of(project: &Project, suggestions: bool) -> Self {
        let annotations = project.store.annotations();
        let count = |status: Status| annotations.iter().filter(|one| one.status == status).count();
        let tasks = project.tasks();
        let wanted = |status: Status| suggestions || status == Status::Accepted;
        Self {
            tasks: tasks.iter().filter(|task| wanted(task.measure.status)).count(),
            annotations: annotations.len(),
            pending: count(Status::Suggested),
            waiting: tasks
                .iter()
                .filter(|task| task.measure.status == Status::Suggested)
                .count(),
        }
    }
}

/// What a format's files do not hold and what their offsets count, as a sentence.
fn leaves_out(format: Format, messages: &Messages) -> AttrValue {
    let about = format.about();
    let losses: Vec<&str> = about
        .losses
        .iter()
        .map(|loss| messages.choose(loss.zh(), loss.en()))
        .collect();
    let mut words = match losses.is_empty() {
        true => messages.get("export-holds-all").to_string(),
        false => {
            let list = losses.join(messages.choose("、", ", "));
            messages.with("export-leaves-out", &[("list", list.into())]).to_string()
        }
    };
    let unit = match about.offsets {
        None => return words.into(),
        Some(OffsetUnit::CodePoint) => "export-code-points",
        Some(OffsetUnit::Utf16) => "export-utf16",
    };
    words.push_str(&messages.get(unit));
    words.into()
}

/// Moves the focus among the items of the menu; tells whether there are any.
fn step(menu: &NodeRef, to: impl Fn(usize, usize) -> usize) -> bool {
    let Some(menu) = menu.cast::<Element>() else {
        return false;
    };
    let Ok(items) = menu.query_selector_all("[role^=menuitem]") else {
        return false;
    };
    let items: Vec<HtmlElement> = (0..items.length())
        .filter_map(|at| items.get(at)?.dyn_into().ok())
        .collect();
    if items.is_empty() {
        return false;
    }
    let focused = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    let at = items
        .iter()
        .position(|item| focused.as_deref() == Some(item))
        .unwrap_or(0);
    items.get(to(at, items.len())).is_some_and(|item| item.focus().is_ok())
}
