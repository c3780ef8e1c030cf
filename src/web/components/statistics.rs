//! Statistics: charts, each with a table of the same figures, saved as SVG and PNG.

mod chart_view;

use std::rc::Rc;

use yew::prelude::*;

use super::glyph::label_name;
use crate::project::Project;
use crate::web::i18n::{Messages, use_messages};
use crate::web::state::OpenDocument;
use crate::web::statistics::{Counts, count, deadlines, instruments, labels_by_section, terms, units_by_section};
use chart_view::{ChartView, Figures};

/// What the view shows.
#[derive(Properties, PartialEq)]
pub struct StatisticsProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// Charts of the document.
#[component]
pub fn Statistics(StatisticsProps { open }: &StatisticsProps) -> Html {
    let messages = use_messages();
    let counts = use_memo(open.project.clone(), |project| count(project));
    let project = &open.project;
    let figure = |number: usize, of: Option<usize>, words: &str| {
        html! {
            <div>
                <b class="number">{ number }if let Some(of) = of {<small>{ format!(" / {of}") }</small>}</b>
                <span>{ messages.get(words) }</span>
            </div>
        }
    };
    let title = &project.document.title;
    let chart = |id: &'static str, drawing, figures: Figures| {
        html! { <ChartView {id} document={title.clone()} drawing={Rc::new(drawing)} figures={Rc::new(figures)} /> }
    };
    let classes: Vec<(String, usize)> = counts
        .instruments
        .iter()
        .map(|(class, times)| (class_name(class, &messages), *times))
        .collect();
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
            { chart("sections", labels_by_section(&counts), sections_table(project, &counts, &messages)) }
            { chart("units", units_by_section(&counts), units_table(&counts, &messages)) }
            { chart("deadlines", deadlines(&counts), months_table(&counts, &messages)) }
            { chart("instruments", instruments(&classes), pairs_table(&classes, "chart-class", &messages)) }
            { chart("terms", terms(&counts.terms), terms_table(&counts, &messages)) }
        </main>
    }
}

fn class_name(class: &str, messages: &Messages) -> String {
    messages
        .get(&format!("instrument-{}", class.replace('/', "-")))
        .to_string()
}

fn head(words: &[&str], messages: &Messages) -> Vec<String> {
    words.iter().map(|words| messages.get(words).to_string()).collect()
}

fn sections_table(project: &Project, counts: &Counts, messages: &Messages) -> Figures {
    let mut columns = head(&["table-section"], messages);
    columns.extend(
        counts
            .labels
            .iter()
            .map(|label| label_name(&project.tagset, label, messages).to_string()),
    );
    columns.extend(head(&["chart-sum"], messages));
    Figures {
        columns,
        rows: with_sums(&counts.sections),
    }
}

fn units_table(counts: &Counts, messages: &Messages) -> Figures {
    let mut columns = head(&["table-unit"], messages);
    columns.extend(counts.unit_sections.iter().cloned());
    columns.extend(head(&["chart-sum"], messages));
    Figures {
        columns,
        rows: with_sums(&counts.by_unit),
    }
}

fn with_sums(table: &crate::web::statistics::Table) -> Vec<Vec<String>> {
    let row = |(name, counts): &(String, Vec<usize>)| {
        let sum: usize = counts.iter().sum();
        let cells = counts.iter().chain([&sum]).map(ToString::to_string);
        std::iter::once(name.clone()).chain(cells).collect()
    };
    table.iter().map(row).collect()
}

fn months_table(counts: &Counts, messages: &Messages) -> Figures {
    let rows = counts.months.iter().map(|month| {
        vec![
            month.name.clone(),
            month.accepted.to_string(),
            month.suggested.to_string(),
        ]
    });
    Figures {
        columns: head(&["chart-month", "status-accepted", "status-suggested"], messages),
        rows: rows.collect(),
    }
}

fn pairs_table(pairs: &[(String, usize)], name: &str, messages: &Messages) -> Figures {
    Figures {
        columns: head(&[name, "chart-tasks"], messages),
        rows: pairs
            .iter()
            .map(|(name, times)| vec![name.clone(), times.to_string()])
            .collect(),
    }
}

fn terms_table(counts: &Counts, messages: &Messages) -> Figures {
    let rows = counts
        .terms
        .iter()
        .map(|term| vec![term.words.clone(), term.times.to_string(), term.parts.join("、")]);
    Figures {
        columns: head(&["chart-term", "chart-times", "chart-parts"], messages),
        rows: rows.collect(),
    }
}
