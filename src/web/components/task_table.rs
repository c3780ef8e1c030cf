//! The task table 任务分解表: a grid that is edited in place.

mod cell;
mod editor;
mod grid;
mod row;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

use crate::web::i18n::use_messages;
use crate::web::settings::{recall, remember};
use crate::web::state::OpenDocument;
use crate::web::table::{Arrangement, Column, arrange, rows};
use grid::Grid;
use toolbar::Toolbar;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct TaskTableProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// Where the chosen columns are remembered.
const REMEMBERED: &str = "juyao.columns";

/// The task table.
#[component]
pub fn TaskTable(TaskTableProps { open }: &TaskTableProps) -> Html {
    let messages = use_messages();
    let arrangement = use_state_eq(Arrangement::default);
    let columns = use_state_eq(remembered_columns);
    let all = use_memo(open.project.clone(), |project| rows(project));
    let groups = use_memo((all.clone(), (*arrangement).clone()), |(all, arrangement)| {
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
        let arrangement = arrangement.setter();
        Callback::from(move |changed: Arrangement| arrangement.set(changed))
    };
    let shown: usize = groups.iter().map(|group| group.rows.len()).sum();
    html! {
        <main class="wide-page table-page" id="text" tabindex="-1" aria-label={messages.get("table-title")}>
            <Toolbar rows={all.clone()} {shown} arrangement={(*arrangement).clone()} columns={(*columns).clone()}
                arrange={arrange_anew.clone()} {choose} />
            <Grid open={open.clone()} rows={all} {groups} columns={(*columns).clone()} arrangement={(*arrangement).clone()}
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
