//! Above the table: what is left out, what is grouped, which columns there are.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, window};
use yew::prelude::*;

use super::sorting::Sorting;
use crate::annotate::{AnnotationId, Status};
use crate::web::components::glyph::status_name;
use crate::web::components::icon::{Icon, icon};
use crate::web::components::picked_chip::PickedChip;
use crate::web::dom::media::use_narrow;
use crate::web::i18n::use_messages;
use crate::web::table::{Arrangement, Column, Missing, Row};

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    pub(super) rows: Rc<Vec<Rc<Row>>>,
    /// How many rows are shown.
    pub(super) shown: usize,
    pub(super) arrangement: Arrangement,
    pub(super) columns: Vec<Column>,
    pub(super) arrange: Callback<Arrangement>,
    pub(super) choose: Callback<Vec<Column>>,
}

/// The bar above the table.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let messages = use_messages();
    let is_choosing = use_state(|| false);
    let is_narrow = use_narrow();
    // On a phone the filters would leave no room for the tasks.
    let is_filtering = use_state(|| false);
    let arrangement = &props.arrangement;
    let has_filters = !is_narrow || *is_filtering || arrangement.has_filter();
    let change = |edit: fn(&mut Arrangement, String)| {
        let (arrangement, arrange) = (arrangement.clone(), props.arrange.clone());
        Callback::from(move |value: String| {
            let mut changed = arrangement.clone();
            edit(&mut changed, value);
            arrange.emit(changed);
        })
    };
    let select = |words: &'static str,
                  id: &'static str,
                  value: String,
                  options: Vec<(String, AttrValue)>,
                  on: Callback<String>| {
        let onchange =
            Callback::from(move |event: Event| on.emit(event.target_unchecked_into::<HtmlSelectElement>().value()));
        html! {
            <select class={classes!("select", (!value.is_empty()).then_some("chosen"))} data-testid={id} aria-label={messages.get(words)} {onchange}>
                <option value="" selected={value.is_empty()}>{ messages.get(words) }</option>
                for (id, words) in options {
                    <option value={id.clone()} selected={value == id}>{ words }</option>
                }
            </select>
        }
    };
    let sections = sections(&props.rows);
    let units: BTreeSet<String> = props
        .rows
        .iter()
        .flat_map(|row| {
            row.task
                .lead
                .iter()
                .chain(&row.task.support)
                .chain(&row.task.responsible)
        })
        .cloned()
        .collect();
    let statuses =
        [Status::Suggested, Status::Accepted].map(|status| (status.id().to_owned(), status_name(status, &messages)));
    let missing = Missing::ALL.map(|missing| {
        (
            missing.id().to_owned(),
            messages.get(&format!("missing-{}", missing.id())),
        )
    });
    let onwords = {
        let on = change(|arrangement, value| arrangement.words = value);
        Callback::from(move |event: InputEvent| on.emit(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let ongroup = {
        let on = change(|arrangement, _| arrangement.is_grouped = !arrangement.is_grouped);
        Callback::from(move |_: MouseEvent| on.emit(String::new()))
    };
    let onclear = {
        let on = change(|arrangement, _| {
            *arrangement = Arrangement {
                sort: arrangement.sort,
                is_grouped: arrangement.is_grouped,
                ..Arrangement::default()
            }
        });
        Callback::from(move |_: MouseEvent| on.emit(String::new()))
    };
    let onchoose = {
        let is_choosing = is_choosing.clone();
        Callback::from(move |_: MouseEvent| is_choosing.set(!*is_choosing))
    };
    let close = use_callback(is_choosing.setter(), |(), is_choosing| is_choosing.set(false));
    let onfilter = {
        let is_filtering = is_filtering.clone();
        Callback::from(move |_: MouseEvent| is_filtering.set(!*is_filtering))
    };
    let onsort = {
        let (arrangement, arrange) = (arrangement.clone(), props.arrange.clone());
        Callback::from(move |sort| {
            arrange.emit(Arrangement {
                sort,
                ..arrangement.clone()
            })
        })
    };
    let filters = {
        html! {
            <>
            { select("table-section", "filter-section", arrangement.section.map(|id| id.0.to_string()).unwrap_or_default(), sections,
                change(|arrangement, value| arrangement.section = value.parse().ok().map(AnnotationId))) }
            { select("table-unit", "filter-unit", arrangement.unit.clone().unwrap_or_default(),
                units.into_iter().map(|unit| (unit.clone(), AttrValue::from(unit))).collect(),
                change(|arrangement, value| arrangement.unit = Some(value).filter(|value| !value.is_empty()))) }
            { select("table-missing", "filter-missing", arrangement.missing.map(|missing| missing.id().to_owned()).unwrap_or_default(), missing.to_vec(),
                change(|arrangement, value| arrangement.missing = Missing::ALL.into_iter().find(|missing| missing.id() == value))) }
            { select("table-status", "filter-status", arrangement.status.map(|status| status.id().to_owned()).unwrap_or_default(), statuses.to_vec(),
                change(|arrangement, value| arrangement.status = Status::from_id(&value))) }
            <input class="select" type="search" data-testid="filter-words" placeholder={messages.get("table-words")} aria-label={messages.get("table-words")}
                value={arrangement.words.clone()} oninput={onwords} />
            </>
        }
    };
    html! {
        <div class="tool" role="toolbar" aria-label={messages.get("filter-title")}>
            <h1>{ messages.get("table-title") }</h1>
            if is_narrow {
                <button class="button" data-testid="table-filter" aria-expanded={has_filters.to_string()} disabled={arrangement.has_filter()} onclick={onfilter}>{ messages.get("filter-title") }</button>
                <Sorting columns={props.columns.clone()} sort={arrangement.sort} choose={onsort} />
            }
            if has_filters {
                { filters }
            }
            if let Some(picked) = &arrangement.picked {
                <PickedChip picked={picked.clone()} clear={change(|arrangement, _| arrangement.picked = None).reform(|()| String::new())} />
            }
            if arrangement.has_filter() {
                <button class="button quiet" data-testid="clear-filter" onclick={onclear}>{ icon(Icon::Cross) }{ messages.get("table-clear") }</button>
            }
            <span class="grow"></span>
            <span class="muted number" role="status" data-testid="shown">
                { messages.with("table-shown", &[("n", props.shown.into()), ("all", props.rows.len().into())]) }
            </span>
            <button class="button" aria-pressed={arrangement.is_grouped.to_string()} onclick={ongroup}>{ messages.get("table-group") }</button>
            <span class="anchor">
                <button class="button" data-testid="columns" aria-haspopup="dialog" aria-expanded={is_choosing.to_string()} onclick={onchoose}>
                    { messages.with("table-columns", &[("n", props.columns.len().into()), ("all", Column::ALL.len().into())]) }
                </button>
                if *is_choosing {
                    <ColumnChooser columns={props.columns.clone()} choose={props.choose.clone()} close={close} />
                }
            </span>
        </div>
    }
}

/// The headings that rows stand under, each once, in the order of the text.
fn sections(rows: &[Rc<Row>]) -> Vec<(String, AttrValue)> {
    let mut seen = BTreeSet::new();
    let headings = rows
        .iter()
        .flat_map(|row| row.frame.section.iter().zip(&row.task.section));
    headings
        .filter(|(heading, _)| seen.insert(heading.id))
        .map(|(heading, words)| {
            let indent = "　".repeat(usize::from(heading.level().unwrap_or(1).saturating_sub(1)));
            (heading.id.0.to_string(), AttrValue::from(format!("{indent}{words}")))
        })
        .collect()
}

#[derive(Properties, PartialEq)]
struct ColumnChooserProps {
    columns: Vec<Column>,
    choose: Callback<Vec<Column>>,
    close: Callback<()>,
}

/// Which columns there are and in which order.
#[component]
fn ColumnChooser(props: &ColumnChooserProps) -> Html {
    let messages = use_messages();
    let node = use_node_ref();
    use_effect_with((node.clone(), props.close.clone()), |(node, close)| {
        // With the focus in it Escape closes it; a click anywhere else does too.
        if let Some(element) = node.cast::<HtmlElement>() {
            let _ = element.focus();
        }
        let close = close.clone();
        let leave = move |event: &Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let chooser = target.and_then(|target| target.closest(".anchor").ok().flatten());
            if chooser.is_none() {
                close.emit(());
            }
        };
        let document = window().and_then(|window| window.document());
        let listener = document.map(|document| EventListener::new(&document, "pointerdown", leave));
        move || drop(listener)
    });
    let hidden = Column::ALL.into_iter().filter(|column| !props.columns.contains(column));
    let all: Vec<Column> = props.columns.iter().copied().chain(hidden).collect();
    let item = |column: Column| {
        let place = props.columns.iter().position(|shown| *shown == column);
        let toggle = {
            let (mut columns, choose) = (props.columns.clone(), props.choose.clone());
            match place {
                Some(place) => drop(columns.remove(place)),
                None => columns.push(column),
            }
            Callback::from(move |_: Event| choose.emit(columns.clone()))
        };
        let move_up = {
            let (mut columns, choose) = (props.columns.clone(), props.choose.clone());
            if let Some(place) = place.filter(|place| *place > 0) {
                columns.swap(place, place - 1);
            }
            Callback::from(move |_: MouseEvent| choose.emit(columns.clone()))
        };
        let name = messages.get(&format!("column-{}", column.id()));
        html! {
            <div class="item" key={column.id()}>
                <label class="grow"><input type="checkbox" checked={place.is_some()} disabled={column == Column::Words} onchange={toggle} />{ name.clone() }</label>
                <button class="icon-button compact" disabled={place.is_none_or(|place| place == 0)} onclick={move_up}
                    aria-label={messages.with("column-up", &[("column", name.to_string().into())])}>{ icon(Icon::ChevronLeft) }</button>
            </div>
        }
    };
    let reset = props.choose.reform(|_: MouseEvent| Column::USUAL.to_vec());
    let onkeydown = {
        let close = props.close.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    html! {
        <div class="popover columns" role="dialog" tabindex="-1" aria-label={messages.get("column-title")} ref={node} {onkeydown}>
            <p class="section">{ messages.get("column-title") }</p>
            { for all.into_iter().map(item) }
            <button class="button quiet" onclick={reset}>{ messages.get("column-reset") }</button>
        </div>
    }
}
