//! The task table 任务分解表: a grid that is edited in place.

mod cell;
mod editor;
mod grid;
mod row;
mod sorting;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

use crate::web::find::Picked;
use crate::web::i18n::use_messages;
use crate::web::settings::{recall, remember};
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};
use crate::web::table::{Arrangement, Column, arrange, rows};
use grid::Grid;
use toolbar::Toolbar;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct TaskTableProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Only these tasks are shown.
    pub picked: Option<Rc<Picked>>,
}

/// Where the chosen columns are remembered.
const REMEMBERED: &str = "juyao.columns";

/// The task table.
#[component]
pub fn TaskTable(TaskTableProps { open, picked }: &TaskTableProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let own = use_state_eq(Arrangement::default);
    let arrangement = Arrangement {
        picked: picked.clone(),
        ..(*own).clone()
    };
    let columns = use_state_eq(remembered_columns);
    let all = use_memo(open.project.clone(), |project| rows(project));
    let groups = use_memo((all.clone(), arrangement.clone()), |(all, arrangement)| {
        arrange(all, arrangement)
    });
    let choose = {
        let columns = columns.setter();
        Callback::from(move |chosen: Vec<Column>| {
            let ids: Vec<&str> = chosen.iter().map(|column| column.id()).collect();
            remember(REMEMBERED, &ids.join(","));
            columns.set(chosen);
        })
    };
    let arrange_anew = {
        let (own, is_picked) = (own.setter(), picked.is_some());
        Callback::from(move |changed: Arrangement| {
            if is_picked && changed.picked.is_none() {
                dispatch.emit(Action::Pick(None));
            }
            own.set(Arrangement {
                picked: None,
                ..changed
            });
        })
    };
    let shown: usize = groups.iter().map(|group| group.rows.len()).sum();
    html! {
        <main class="wide-page table-page" id="text" tabindex="-1" aria-label={messages.get("table-title")}>
            <Toolbar rows={all.clone()} {shown} arrangement={arrangement.clone()} columns={(*columns).clone()}
                arrange={arrange_anew.clone()} {choose} />
            <Grid open={open.clone()} rows={all} {groups} columns={(*columns).clone()} {arrangement}
                arrange={arrange_anew} />
        </main>
    }
}

fn remembered_columns() -> Vec<Column> {
    let known: Vec<Column> = recall(REMEMBERED)
        .iter()
        .flat_map(|ids| ids.split(',').filter_map(Column::from_id))
        .collect();
    match known.contains(&Column::Words) {
        true => known,
        false => Column::USUAL.to_vec(),
    }
}
