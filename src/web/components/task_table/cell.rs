//! What a cell shows while it is not edited.

use yew::prelude::*;

use crate::annotate::Status;
use crate::project::Unit;
use crate::web::components::glyph::status_name;
use crate::web::i18n::Messages;
use crate::web::table::{Column, Row};

/// The content of a cell.
pub(super) fn view_cell(row: &Row, column: Column, messages: &Messages) -> Html {
    let task = &row.task;
    let empty = || html! { <span class="absent">{ "—" }</span> };
    let missing = |words: &str| html! { <span class="missing" data-testid="missing">{ messages.get(words) }</span> };
    let word = |text: AttrValue| {
        if text.is_empty() {
            empty()
        } else {
            html! { { text } }
        }
    };
    match column {
        Column::Number => html! { <span class="number">{ task.number }</span> },
        Column::Words => html! { { task.words.clone() } },
        Column::Lead if row.lacks_lead() => missing("lacks-lead"),
        Column::Lead => units(row, &["lead"], &task.lead),
        Column::Support => units(row, &["support"], &task.support),
        Column::Responsible => units(row, &["responsible", "executor"], &task.responsible),
        Column::Deadline => match (&task.deadline, task.due) {
            (None, _) => missing("lacks-deadline"),
            (Some(words), None) => html! { <span class="muted">{ words.clone() }</span> },
            (Some(words), Some(day)) if *words == day.to_string() => {
                html! { <span class="number">{ words.clone() }</span> }
            }
            (Some(words), Some(day)) => {
                html! { <><span class="number">{ day.to_string() }</span><span class="raw">{ words.clone() }</span></> }
            }
        },
        Column::Targets if task.targets.is_empty() => empty(),
        Column::Targets => {
            html! { for target in task.targets.iter() { <span class="target">{ target.clone() }</span> } }
        }
        Column::Modality | Column::Instrument => {
            let value = column.value(row);
            match value.is_empty() {
                true => empty(),
                false => {
                    html! { <span class="muted">{ messages.get(&format!("{}-{}", column.id(), value.replace('/', "-"))) }</span> }
                }
            }
        }
        Column::Place => {
            html! { <><span class="muted">{ task.section.last().cloned() }</span><span class="raw">{ task.quote.clone() }</span></> }
        }
        Column::Note => word(AttrValue::from(row.frame.measure.note.clone())),
        Column::Status => {
            html! { <span class={classes!("status", task.status.id())}>{ status_name(task.status, messages) }</span> }
        }
    }
}

/// Names as chips: dashed while nobody has decided about them, without a mark where they are not in the
/// speech.
fn units(row: &Row, kinds: &[&str], names: &[String]) -> Html {
    if names.is_empty() {
        return html! { <span class="absent">{ "—" }</span> };
    }
    let linked: Vec<&Unit> = row
        .frame
        .units
        .iter()
        .filter(|unit| kinds.contains(&&*unit.link.kind))
        .collect();
    // Names that a person wrote come after those of the speech.
    let of_speech = names.len().min(linked.len());
    names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let is_open = linked
                .get(index)
                .is_some_and(|unit| unit.link.status == Status::Suggested || unit.annotation.status == Status::Suggested);
            let tone = if index < of_speech { "actor" } else { "written" };
            html! { <span class={classes!("chip", is_open.then_some("suggested"))} data-tone={tone} key={name.clone()}>{ name.clone() }</span> }
        })
        .collect()
}
