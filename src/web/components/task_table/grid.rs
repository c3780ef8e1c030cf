//! The grid: which cell one is in, and what the keys do there.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::row::RowView;
use crate::web::ambient::now;
use crate::web::command::{Command, Page};
use crate::web::components::icon::{Icon, icon};
use crate::web::dom::media::use_narrow;
use crate::web::i18n::use_messages;
use crate::web::keyboard::{is_composing, is_in_field};
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};
use crate::web::table::{Arrangement, Column, Group, Row, TaskEdit, can_edit};

/// What the grid shows.
#[derive(Properties, PartialEq)]
pub(super) struct GridProps {
    pub(super) open: Rc<OpenDocument>,
    pub(super) rows: Rc<Vec<Rc<Row>>>,
    pub(super) groups: Rc<Vec<Group>>,
    pub(super) columns: Vec<Column>,
    pub(super) arrangement: Arrangement,
    pub(super) arrange: Callback<Arrangement>,
}

/// What goes on in the current cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is looked at.
    Rest,
    /// It is edited.
    Edit,
    /// The sentence behind it is shown.
    Sentence,
}

/// What a cell tells the grid.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CellEvent {
    /// It was clicked.
    Enter,
    /// It was clicked twice.
    Edit,
    /// Its new value, and how many columns to go to the right.
    Commit(String, usize),
    /// Its new value, after the focus has gone somewhere else.
    Leave(String),
    /// The edit is given up.
    Abandon,
    /// To the words in the text.
    Jump,
}

/// The grid.
#[component]
pub(super) fn Grid(props: &GridProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let order: Vec<usize> = props
        .groups
        .iter()
        .flat_map(|group| group.rows.iter().copied())
        .collect();
    // Rows are named by where they stand among those shown, columns likewise. One begins at the current mark.
    let cursor = use_state_eq(|| {
        let is_current = |index: &usize| Some(props.rows[*index].task.measure) == props.open.current;
        (order.iter().position(is_current).unwrap_or(0), 1_usize)
    });
    let mode = use_state_eq(|| Mode::Rest);
    let node = use_node_ref();
    let is_narrow = use_narrow();
    let last = (order.len().saturating_sub(1), props.columns.len().saturating_sub(1));
    let within = move |cursor: (usize, usize)| (cursor.0.min(last.0), cursor.1.min(last.1));
    let (at_row, at_column) = within(*cursor);
    {
        // After a key or a click in the grid, or if somebody was led here. Opening the page gives the grid the
        // focus only if nothing else has it: a tab at the top keeps it.
        let is_led = props.arrangement.picked.is_some();
        let (node, is_first) = (node.clone(), use_mut_ref(|| !is_led));
        use_effect_with((at_row, at_column, *mode), move |(_, _, mode)| {
            match is_first.replace(false) {
                true if !is_narrow => focus_if_free(&node),
                false if *mode != Mode::Edit => focus_current(&node),
                _ => {}
            }
        });
    }
    let change = {
        let (dispatch, rows) = (shell.dispatch.clone(), props.rows.clone());
        move |row: usize, column: Column, value: String| {
            if let Some(row) = rows.get(row) {
                let edit = TaskEdit {
                    measure: row.task.measure,
                    column,
                    value,
                };
                dispatch.emit(Action::EditTask(edit, now()));
            }
        }
    };
    let can_change = {
        let (project, rows) = (props.open.project.clone(), props.rows.clone());
        move |row: usize, column: Column| rows.get(row).is_some_and(|row| can_edit(&project, row, column))
    };
    let jump = {
        let (shell, rows) = (shell.clone(), props.rows.clone());
        move |row: usize| {
            if let Some(row) = rows.get(row) {
                shell.act(Action::SelectInText(Some(row.task.measure)));
                shell.run.emit(Command::Show(Page::Text));
            }
        }
    };
    let onkeydown = {
        let (cursor, mode, order, columns) = (cursor.clone(), mode.clone(), order.clone(), props.columns.clone());
        let (rows, change, jump) = (props.rows.clone(), change.clone(), jump.clone());
        let can_change = can_change.clone();
        Callback::from(move |event: KeyboardEvent| {
            if is_composing(&event) || is_in_field(&event) || order.is_empty() {
                return;
            }
            let control = event.ctrl_key() || event.meta_key();
            // Where the last key went may not be on the screen yet.
            let (at_row, at_column) = within(*cursor);
            let column = columns[at_column];
            let is_editable = can_change(order[at_row], column);
            let go = |row: usize, column: usize| {
                mode.set(Mode::Rest);
                cursor.set((row, column));
            };
            match (event.key().as_str(), control) {
                ("ArrowUp", _) => go(at_row.saturating_sub(1), at_column),
                ("ArrowDown", _) => go((at_row + 1).min(last.0), at_column),
                ("ArrowLeft", _) => go(at_row, at_column.saturating_sub(1)),
                ("ArrowRight", _) => go(at_row, (at_column + 1).min(last.1)),
                ("Home", true) => go(0, 0),
                ("End", true) => go(last.0, last.1),
                ("Home", false) => go(at_row, 0),
                ("End", false) => go(at_row, last.1),
                ("PageUp", _) => go(at_row.saturating_sub(12), at_column),
                ("PageDown", _) => go((at_row + 12).min(last.0), at_column),
                ("Enter", true) => jump(order[at_row]),
                ("Enter" | "F2", false) if is_editable => mode.set(Mode::Edit),
                ("Enter", false) => jump(order[at_row]),
                ("Delete" | "Backspace", _) if is_editable && column != Column::Status => {
                    change(order[at_row], column, String::new());
                }
                (" ", _) => mode.set(if *mode == Mode::Sentence {
                    Mode::Rest
                } else {
                    Mode::Sentence
                }),
                ("Escape", _) if *mode == Mode::Sentence => mode.set(Mode::Rest),
                ("d" | "D", true) if at_row > 0 && is_editable => {
                    if let Some(above) = rows.get(order[at_row - 1]) {
                        change(order[at_row], column, column.value(above));
                    }
                }
                // Other keys of the page mean the mark in the text, which is not in sight.
                (key, false)
                    if key.chars().count() == 1 && !event.alt_key() && key != "?" && key != "z" && key != "Z" => {}
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let oncell = {
        let (cursor, mode, order, columns, node) = (
            cursor.clone(),
            mode.clone(),
            order.clone(),
            props.columns.clone(),
            node.clone(),
        );
        Callback::from(move |((row, column), event): ((usize, usize), CellEvent)| match event {
            CellEvent::Enter if !is_narrow => {
                mode.set(Mode::Rest);
                cursor.set((row, column));
                focus_soon(&node);
            }
            // On a phone nothing tells that one may touch twice.
            CellEvent::Enter | CellEvent::Edit => {
                cursor.set((row, column));
                mode.set(if can_change(order[row], columns[column]) {
                    Mode::Edit
                } else {
                    Mode::Rest
                });
            }
            CellEvent::Commit(value, right) => {
                change(order[row], columns[column], value);
                mode.set(Mode::Rest);
                cursor.set((row, (column + right).min(last.1)));
                focus_soon(&node);
            }
            CellEvent::Leave(value) => {
                change(order[row], columns[column], value);
                if *cursor == (row, column) {
                    mode.set(Mode::Rest);
                }
            }
            CellEvent::Abandon => {
                mode.set(Mode::Rest);
                focus_soon(&node);
            }
            CellEvent::Jump => jump(order[row]),
        })
    };
    // Rows are drawn again only when they change, so their way here must stay the same.
    let latest = use_mut_ref(|| oncell.clone());
    *latest.borrow_mut() = oncell;
    let on = use_callback((), move |told: ((usize, usize), CellEvent), ()| {
        let handler = latest.borrow().clone();
        handler.emit(told);
    });
    let head = |column: &Column| {
        let direction = props
            .arrangement
            .sort
            .filter(|(by, _)| by == column)
            .map(|(_, is_reversed)| is_reversed);
        let next = match direction {
            None => Some((*column, false)),
            Some(false) => Some((*column, true)),
            Some(true) => None,
        };
        let (arrange, arrangement) = (
            props.arrange.clone(),
            Arrangement {
                sort: next,
                ..props.arrangement.clone()
            },
        );
        let onclick = Callback::from(move |_: MouseEvent| arrange.emit(arrangement.clone()));
        let sort = match direction {
            None => "none",
            Some(false) => "ascending",
            Some(true) => "descending",
        };
        html! {
            <th role="columnheader" scope="col" class={format!("column-{}", column.id())} aria-sort={sort} key={column.id()}>
                <button {onclick}>
                    { messages.get(&format!("column-{}", column.id())) }
                    { icon(match direction { Some(true) => Icon::ChevronDown, Some(false) => Icon::ChevronUp, None => Icon::Sort }) }
                </button>
            </th>
        }
    };
    let mut place = 0;
    let mut groups = Vec::new();
    for group in props.groups.iter() {
        let members: Html = group.rows.iter().map(|&index| {
            let here = place;
            place += 1;
            let column = (here == at_row).then_some(at_column);
            let row = props.rows[index].clone();
            let key = row.task.measure.0;
            html! {
                <RowView {key} {row} place={here} columns={props.columns.clone()} {column} mode={if column.is_some() { *mode } else { Mode::Rest }}
                    project={props.open.project.clone()} is_current={props.open.current == Some(props.rows[index].task.measure)} on={on.clone()} />
            }
        }).collect();
        let pending = group
            .rows
            .iter()
            .filter(|&&index| props.rows[index].task.status == crate::annotate::Status::Suggested)
            .count();
        groups.push(html! {
            <tbody role="rowgroup" key={group.rows.first().copied().unwrap_or_default()}>
                if let Some(section) = &group.section {
                    <tr class="group" role="row">
                        <td role="gridcell" colspan={props.columns.len().to_string()}>
                            { match section.as_slice() { [] => messages.get("field-opening").to_string(), headings => headings.join(" › ") } }
                            <span>{ messages.with("table-group-count", &[("n", group.rows.len().into()), ("pending", pending.into())]) }</span>
                        </td>
                    </tr>
                }
                { members }
            </tbody>
        });
    }
    html! {
        <div class="table-scroll" ref={node} {onkeydown}>
            <table class="tasks" role="grid" data-testid="task-table" aria-label={messages.get("table-title")}
                aria-rowcount={(order.len() + 1).to_string()} aria-colcount={props.columns.len().to_string()}>
                <thead role="rowgroup"><tr role="row">{ for props.columns.iter().map(head) }</tr></thead>
                { for groups }
            </table>
            if order.is_empty() {
                <p class="empty-note">{ messages.get(if props.rows.is_empty() { "measures-empty" } else { "table-empty" }) }</p>
            }
        </div>
    }
}

/// Gives the focus to the current cell once it has been drawn as such.
fn focus_soon(grid: &NodeRef) {
    let grid = grid.clone();
    gloo::timers::callback::Timeout::new(0, move || focus_current(&grid)).forget();
}

/// Gives the focus to the current cell if nothing in the page has it once what was clicked has let it go. The table's
/// own region may have caught it from a palette that has just closed.
fn focus_if_free(grid: &NodeRef) {
    let grid = grid.clone();
    let focus = move || {
        let document = web_sys::window().and_then(|window| window.document());
        let active = document.and_then(|document| document.active_element());
        if active.is_none_or(|active| active.tag_name() == "BODY" || active.id() == "text") {
            focus_current(&grid);
        }
    };
    gloo::timers::callback::Timeout::new(0, focus).forget();
}

/// Gives the focus to the current cell, unless it is being edited.
fn focus_current(grid: &NodeRef) {
    let cell = grid
        .cast::<HtmlElement>()
        .and_then(|grid| grid.query_selector("[role=gridcell][tabindex='0']").ok().flatten())
        .and_then(|cell| cell.dyn_into::<HtmlElement>().ok());
    if let Some(cell) = cell
        && matches!(cell.query_selector(".cell-editor"), Ok(None))
    {
        let _ = cell.focus();
    }
}
