//! A row of the grid.

use std::rc::Rc;

use yew::prelude::*;

use super::cell::view_cell;
use super::editor::CellEditor;
use super::grid::{CellEvent, Mode};
use crate::project::Project;
use crate::web::components::icon::{Icon, icon};
use crate::web::i18n::use_messages;
use crate::web::table::{Column, Row, can_edit};

/// What a row shows.
#[derive(Properties)]
pub(super) struct RowViewProps {
    pub(super) row: Rc<Row>,
    /// Where it stands among the rows shown, from 0.
    pub(super) place: usize,
    pub(super) columns: Vec<Column>,
    /// The column of the current cell, if that is in this row.
    pub(super) column: Option<usize>,
    pub(super) mode: Mode,
    pub(super) project: Rc<Project>,
    /// Whether the task is the current mark in the text.
    pub(super) is_current: bool,
    pub(super) on: Callback<((usize, usize), CellEvent)>,
}

impl PartialEq for RowViewProps {
    /// A row without the current cell looks only at its own task.
    fn eq(&self, other: &Self) -> bool {
        self.column.is_none()
            && other.column.is_none()
            && self.row == other.row
            && self.place == other.place
            && self.columns == other.columns
            && self.is_current == other.is_current
            && self.on == other.on
    }
}

/// A row.
#[component]
pub(super) fn RowView(props: &RowViewProps) -> Html {
    let messages = use_messages();
    let row = &props.row;
    let tell = |column: usize, event: CellEvent| {
        let (on, place) = (props.on.clone(), (props.place, column));
        Callback::from(move |_: MouseEvent| on.emit((place, event.clone())))
    };
    let cell = |(index, &column): (usize, &Column)| {
        let is_here = props.column == Some(index);
        let mode = if is_here { props.mode } else { Mode::Rest };
        let on = props.on.clone();
        let place = (props.place, index);
        html! {
            <td role="gridcell" key={column.id()} class={classes!(format!("column-{}", column.id()), is_here.then_some("here"))} data-column={column.id()}
                data-head={messages.get(&format!("column-{}", column.id()))}
                tabindex={if is_here { "0" } else { "-1" }} aria-colindex={(index + 1).to_string()} aria-readonly={(!can_edit(&props.project, row, column)).to_string()}
                onclick={tell(index, CellEvent::Enter)} ondblclick={tell(index, CellEvent::Edit)}>
                if mode == Mode::Edit {
                    // It keeps the place: nothing moves while one edits, nor under the finger that goes on to the next.
                    <div class="beneath" aria-hidden="true">{ view_cell(row, column, &messages) }</div>
                    <CellEditor project={props.project.clone()} row={row.clone()} {column} on={Callback::from(move |event| on.emit((place, event)))} />
                } else {
                    { view_cell(row, column, &messages) }
                }
                if mode == Mode::Sentence {
                    <div class="popover sentence" role="note" data-testid="sentence" onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                        <p class="section">{ row.task.section.join(" › ") }</p>
                        <p class="quoted">{ sentence(&props.project, row) }</p>
                        <button class="button" data-testid="jump" tabindex="-1" onclick={tell(index, CellEvent::Jump)}>{ icon(Icon::Eye) }{ messages.get("table-jump") }<kbd>{ "Ctrl Enter" }</kbd></button>
                    </div>
                }
                if column == Column::Number {
                    <button class="icon-button compact to-text" data-testid="to-text" tabindex="-1" onclick={tell(index, CellEvent::Jump)}
                        aria-label={messages.with("table-to-text", &[("n", row.task.number.into())])}>{ icon(Icon::Eye) }</button>
                }
            </td>
        }
    };
    html! {
        <tr role="row" aria-rowindex={(props.place + 2).to_string()} data-testid="task" data-id={row.task.measure.to_string()} data-status={row.task.status.id()}
            class={classes!(props.column.is_some().then_some("here"), props.is_current.then_some("current"))}>
            { for props.columns.iter().enumerate().map(cell) }
        </tr>
    }
}

/// The sentence that a measure stands in.
fn sentence(project: &Project, row: &Row) -> String {
    let text = project.source.text();
    let span = project.source.snap(row.frame.measure.span).range();
    let is_end = |char: char| matches!(char, '。' | '！' | '？' | '\n');
    let start = text[..span.start]
        .rfind(is_end)
        .map_or(0, |at| text.ceil_char_boundary(at + 1));
    let end = text[span.end..]
        .find(is_end)
        .map_or(text.len(), |at| text.ceil_char_boundary(span.end + at + 1));
    text[start..end].trim().to_owned()
}
