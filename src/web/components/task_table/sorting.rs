//! The order of the rows where there is no head of columns to click: on a phone each task is a card.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::web::i18n::use_messages;
use crate::web::table::Column;

/// What the rows are sorted by.
#[derive(Properties, PartialEq)]
pub(super) struct SortingProps {
    /// The columns that are shown.
    pub(super) columns: Vec<Column>,
    /// The column, and whether the other way round; `None` for the order of the text.
    pub(super) sort: Option<(Column, bool)>,
    pub(super) choose: Callback<Option<(Column, bool)>>,
}

/// The column to sort by, and the direction.
#[component]
pub(super) fn Sorting(SortingProps { columns, sort, choose }: &SortingProps) -> Html {
    let messages = use_messages();
    let chosen = sort.map(|(column, _)| column);
    let onchange = choose.reform(|event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        Column::from_id(&id).map(|column| (column, false))
    });
    html! {
        <>
            <select class={classes!("select", chosen.map(|_| "chosen"))} data-testid="sort" aria-label={messages.get("table-sort")} {onchange}>
                <option value="" selected={chosen.is_none()}>{ messages.get("table-sort-text") }</option>
                for column in columns.iter() {
                    <option value={column.id()} selected={chosen == Some(*column)}>
                        { messages.with("table-sort-by", &[("column", messages.get(&format!("column-{}", column.id())).to_string().into())]) }
                    </option>
                }
            </select>
            if let Some((column, is_reversed)) = *sort {
                <button class="button" data-testid="sort-reversed" aria-pressed={is_reversed.to_string()}
                    onclick={choose.reform(move |_: MouseEvent| Some((column, !is_reversed)))}>{ messages.get("table-sort-reversed") }</button>
            }
        </>
    }
}
