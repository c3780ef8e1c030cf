//! Statistics: charts, each with a table of the same figures, saved as SVG and PNG.

mod chart;
mod chart_view;
mod figures;

use std::rc::Rc;

use yew::prelude::*;

use crate::export::Options;
use crate::export::statistics::{
    Cell, Drawing, Size, count, deadlines, instruments, labels_by_section, terms, units_by_section, with_legend,
};
use crate::project::Project;
use crate::web::components::glyph::label_name;
use crate::web::dom::media::use_narrow;
use crate::web::find::Picked;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Dialog};
use chart_view::ChartView;
use figures::{Figures, months_table, pairs_table, sections_table, terms_table, units_table};

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct StatisticsProps {
    /// The document.
    pub project: Rc<Project>,
}

/// Charts of the document.
#[component]
pub fn Statistics(StatisticsProps { project }: &StatisticsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let size = if use_narrow() { Size::NARROW } else { Size::WIDE };
    let counts = use_memo(project.clone(), |project| count(project, Options { suggestions: true }));
    let figure = |number: usize, of: Option<usize>, words: &str| {
        html! {
            <div>
                <b class="number">{ number }if let Some(of) = of {<small>{ format!(" / {of}") }</small>}</b>
                <span>{ messages.get(words) }</span>
            </div>
        }
    };
    let title = &project.document.title;
    let chart = |id: &'static str, draw: &dyn Fn(Size) -> Drawing, figures: Figures, more: Html| {
        let (drawing, file) = (Rc::new(draw(size)), Rc::new(draw(Size::WIDE)));
        html! { <ChartView {id} document={title.clone()} {drawing} {file} figures={Rc::new(figures)}>{ more }</ChartView> }
    };
    let classes: Vec<(String, Cell)> = counts
        .instruments
        .iter()
        .map(|(class, cell)| (class_name(class, &messages), cell.clone()))
        .collect();
    let missing = |id: &'static str, cell: &Cell| {
        let words = messages.count(&format!("chart-{id}"), cell.len());
        let picked = Picked {
            caption: messages.get(&format!("chart-{id}-caption")).to_string(),
            ids: cell.iter().copied().collect(),
        };
        let onclick = shell.to(Action::Pick(Some(Rc::new(picked))));
        html! { if !cell.is_empty() { <button data-testid={id} {onclick}>{ words }</button> } }
    };
    let legend: Vec<(String, String)> = counts
        .labels
        .iter()
        .enumerate()
        .filter(|(column, _)| counts.sections.iter().any(|(_, row)| !row[*column].is_empty()))
        .map(|(_, label)| {
            let name = label_name(&project.tagset, label, &messages);
            (format!("st-{label}"), name.to_string())
        })
        .collect();
    let is_date_missing = !counts.undated.is_empty() && project.document.date.is_none();
    let without = html! {
        <>
            { missing("untimed", &counts.untimed) }
            { missing("undated", &counts.undated) }
            if is_date_missing {
                <button data-testid="add-date" onclick={shell.to(Action::ShowDialog(Some(Dialog::Details)))}>{ messages.get("chart-add-date") }</button>
            }
        </>
    };
    html! {
        <main class="wide-page statistics" id="text" tabindex="-1" data-testid="statistics" aria-label={messages.get("statistics-title")}>
            <h1 class="unseen">{ messages.get("statistics-title") }</h1>
            <div class="figures">
                { figure(counts.tasks, None, "figure-measures") }
                { figure(counts.targets, None, "figure-targets") }
                { figure(counts.units, None, "figure-units") }
                { figure(counts.led, Some(counts.tasks), "figure-led") }
                { figure(counts.timed, Some(counts.tasks), "figure-timed") }
                { figure(counts.pending, None, "figure-pending") }
            </div>
            { chart("sections", &|size| with_legend(labels_by_section(&counts, size), &legend), sections_table(project, &counts, &messages), Html::default()) }
            { chart("units", &|size| units_by_section(&counts, size), units_table(&counts, &messages), Html::default()) }
            { chart("deadlines", &|size| deadlines(&counts, size), months_table(&counts, &messages), without) }
            { chart("instruments", &|size| instruments(&classes, size), pairs_table(&classes, "chart-class", &messages), Html::default()) }
            { chart("terms", &|size| terms(&counts.terms, size), terms_table(&counts, &messages), Html::default()) }
        </main>
    }
}

fn class_name(class: &str, messages: &Messages) -> String {
    messages
        .get(&format!("instrument-{}", class.replace('/', "-")))
        .to_string()
}
