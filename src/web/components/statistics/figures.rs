//! The tables behind the charts: each figure knows what it counts.

use std::rc::Rc;

use yew::AttrValue;

use crate::export::statistics::{Cell, Counts, Table};
use crate::project::Project;
use crate::web::components::glyph::label_name;
use crate::web::find::Picked;
use crate::web::i18n::Messages;

/// A table of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// The heads, that of the names first.
    pub(super) columns: Vec<String>,
    /// A name and its cells.
    pub(super) rows: Vec<(String, Vec<Figure>)>,
}

/// A cell of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// What it says.
    pub(super) words: String,
    /// What it counts; `None` where it counts nothing.
    pub(super) picked: Option<Rc<Picked>>,
}

impl Figure {
    fn of(cell: &Cell, caption: impl FnOnce() -> String) -> Self {
        Self {
            words: cell.len().to_string(),
            picked: (!cell.is_empty()).then(|| {
                Rc::new(Picked {
                    caption: caption(),
                    ids: cell.iter().copied().collect(),
                })
            }),
        }
    }

    fn plain(words: String) -> Self {
        Self { words, picked: None }
    }
}

/// Statements of each label by section, with their sum.
pub(super) fn sections_table(project: &Project, counts: &Counts, messages: &Messages) -> Figures {
    let labels = counts.labels.iter();
    let labels = labels.map(|label| label_name(&project.tagset, label, messages).to_string());
    with_sums("table-section", labels.collect(), &counts.sections, messages)
}

/// Tasks of each unit by section, with their sum.
pub(super) fn units_table(counts: &Counts, messages: &Messages) -> Figures {
    with_sums("table-unit", counts.unit_sections.clone(), &counts.by_unit, messages)
}

fn with_sums(first: &str, columns: Vec<String>, table: &Table, messages: &Messages) -> Figures {
    let row = |(name, cells): &(String, Vec<Cell>)| {
        let caption = |column: &String| format!("{name} · {column}");
        let figures = cells
            .iter()
            .zip(&columns)
            .map(|(cell, column)| Figure::of(cell, || caption(column)));
        let sum = Figure::of(&cells.concat(), || name.clone());
        (name.clone(), figures.chain([sum]).collect())
    };
    let rows = table.iter().map(row).collect();
    Figures {
        columns: [head(&[first], messages), columns, head(&["chart-sum"], messages)].concat(),
        rows,
    }
}

/// Tasks by the month in which they are due, accepted and suggested.
pub(super) fn months_table(counts: &Counts, messages: &Messages) -> Figures {
    let status = head(&["status-accepted", "status-suggested"], messages);
    let rows = counts.months.iter().map(|month| {
        let cells = [&month.accepted, &month.suggested].into_iter().zip(&status);
        let figures = cells.map(|(cell, status)| Figure::of(cell, || format!("{} · {status}", month.name)));
        let all = [month.accepted.clone(), month.suggested.clone()].concat();
        let sum = Figure::of(&all, || month.name.clone());
        (month.name.clone(), figures.chain([sum]).collect())
    });
    Figures {
        rows: rows.collect(),
        columns: head(
            &["chart-month", "status-accepted", "status-suggested", "chart-sum"],
            messages,
        ),
    }
}

/// Tasks by something that has a name; `name` is the message id of its column.
pub(super) fn pairs_table(pairs: &[(String, Cell)], name: &str, messages: &Messages) -> Figures {
    Figures {
        columns: head(&[name, "chart-tasks"], messages),
        rows: pairs
            .iter()
            .map(|(name, cell)| (name.clone(), vec![Figure::of(cell, || name.clone())]))
            .collect(),
    }
}

/// Terms with how often they occur and the parts that the text lists.
pub(super) fn terms_table(counts: &Counts, messages: &Messages) -> Figures {
    let rows = counts.terms.iter().map(|term| {
        let times = Figure::of(&term.places, || term.words.clone());
        (term.words.clone(), vec![times, Figure::plain(term.parts.join("、"))])
    });
    Figures {
        columns: head(&["chart-term", "chart-times", "chart-parts"], messages),
        rows: rows.collect(),
    }
}

fn head(words: &[&str], messages: &Messages) -> Vec<String> {
    words.iter().map(|words| messages.get(words).to_string()).collect()
}

/// What a figure counts and how many, in words.
pub(super) fn said(picked: &Picked, messages: &Messages) -> AttrValue {
    let arguments = [
        ("caption", picked.caption.as_str().into()),
        ("n", picked.ids.len().into()),
    ];
    messages.with("chart-figure", &arguments)
}
