//! What can be counted in a document.

use std::collections::BTreeMap;

use crate::annotate::{Annotation, AnnotationId, Layer, Name, Status};
use crate::export::Options;
use crate::export::task_table::{Task, TaskTable, one_line};
use crate::extract::frame::excerpt::term_parts;
use crate::project::Project;

/// What can be counted in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The tasks of the task table.
    pub tasks: usize,
    /// The targets.
    pub targets: usize,
    /// Different units in the task table.
    pub units: usize,
    /// Tasks with somebody who leads or answers for them.
    pub led: usize,
    /// Tasks with a deadline.
    pub timed: usize,
    /// Tasks without one.
    pub untimed: Cell,
    /// Tasks whose deadline names no day: without the day of the speech, 年内 means no year.
    pub undated: Cell,
    /// What nobody has decided.
    pub pending: usize,
    /// The labels of statements, in the order of the tag set: the columns of `sections`.
    pub labels: Vec<Name>,
    /// Sections × statement labels.
    pub sections: Table,
    /// Units × sections, the busiest units first.
    pub by_unit: Table,
    /// The sections of `by_unit`, in short.
    pub unit_sections: Vec<String>,
    /// Months from the first deadline to the last, with the tasks due in each.
    pub months: Vec<Month>,
    /// Classes of policy instruments as `group/class`, in the order of the tag set, with their tasks.
    pub instruments: Vec<(String, Cell)>,
    /// Terms, the commonest first.
    pub terms: Vec<Term>,
}

/// What is counted in one place, in the order of the text: the count is how many there are.
pub type Cell = Vec<AnnotationId>;

/// A table of counts: a name and one cell per column for each row.
pub type Table = Vec<(String, Vec<Cell>)>;

/// A month with the tasks that are due in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// As `2026-04`.
    pub name: String,
    /// Accepted tasks.
    pub accepted: Cell,
    /// Suggested ones.
    pub suggested: Cell,
}

/// A coined phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The phrase, without quotation marks.
    pub words: String,
    /// Where it stands.
    pub places: Cell,
    /// What the speech says it consists of.
    pub parts: Vec<String>,
}

/// More months than this between two deadlines are a mistake in a date, and are left out.
const MOST_MONTHS: usize = 36;

/// Counts what was accepted and, if asked for, what is only suggested; never what was rejected.
pub fn count(project: &Project, options: Options) -> Counts {
    let standing = || standing(project, options);
    let labels: Vec<Name> = project
        .tagset
        .labels
        .iter()
        .filter(|label| label.layer == Layer::Statement)
        .map(|label| label.id.clone())
        .collect();
    let tasks = TaskTable::of(project, options.suggestions).tasks;
    let pending = standing()
        .filter(|found| found.status == Status::Suggested)
        .filter(|found| {
            project
                .tagset
                .label(&found.label)
                .is_none_or(|label| label.layer != Layer::Structure)
        });
    let (by_unit, unit_sections, units) = by_unit(project, &tasks, options);
    Counts {
        tasks: tasks.len(),
        targets: standing().filter(|found| &*found.label == "target").count(),
        units,
        led: tasks
            .iter()
            .filter(|task| !task.lead.is_empty() || !task.responsible.is_empty())
            .count(),
        timed: tasks.iter().filter(|task| task.deadline.is_some()).count(),
        untimed: tasks
            .iter()
            .filter(|task| task.deadline.is_none())
            .map(|task| task.measure)
            .collect(),
        undated: tasks
            .iter()
            .filter(|task| task.deadline.is_some() && task.due.is_none())
            .map(|task| task.measure)
            .collect(),
        pending: pending.count(),
        sections: by_section(project, &labels, options),
        labels,
        by_unit,
        unit_sections,
        months: months(&tasks),
        instruments: instruments(project, &tasks),
        terms: terms(project, options),
    }
}

/// The annotations that count, in the order of the text.
fn standing(project: &Project, options: Options) -> impl Iterator<Item = &Annotation> {
    let annotations = project.store.annotations().iter().map(|found| &**found);
    annotations.filter(move |found| match found.status {
        Status::Accepted => true,
        Status::Suggested => options.suggestions,
        Status::Rejected => false,
    })
}

/// Names the section of what stands under no heading: without a name its column would have no header.
const NO_SECTION: &str = "—";

/// The innermost heading above each annotation of a walk through the text.
struct Place<'a> {
    project: &'a Project,
    path: Vec<&'a Annotation>,
}

impl<'a> Place<'a> {
    fn pass(&mut self, heading: &'a Annotation) {
        let level = heading.level().unwrap_or(1);
        self.path.retain(|above| above.level().unwrap_or(1) < level);
        self.path.push(heading);
    }

    /// The markers of the two outermost headings, and with the words of the inner of them: 二（一）盘活土地.
    fn name(&self, with_words: bool) -> String {
        let shown = &self.path[..self.path.len().min(2)];
        if shown.is_empty() {
            return NO_SECTION.to_owned();
        }
        let mut name = String::new();
        for (index, heading) in shown.iter().enumerate() {
            let marker = heading.text_attribute("marker").unwrap_or_default();
            let words = one_line(self.project.source.slice(heading.span));
            let is_last = index + 1 == shown.len();
            // 二（一） reads by itself, 一 and 一是 do not.
            if index > 0 && !marker.starts_with(['（', '(', '〔']) {
                name.push_str(" › ");
            }
            match is_last && with_words {
                true if marker.is_empty() || index == 0 => name.push_str(&words),
                true => name.push_str(&format!("{}{}", bare(marker), words.trim_start_matches(marker))),
                false if marker.is_empty() => name.extend(words.chars().take(4)),
                false => name.push_str(bare(marker)),
            }
        }
        name
    }
}

/// A marker without the mark after it.
fn bare(marker: &str) -> &str {
    marker.trim_end_matches(['、', '，', '.', '．'])
}

fn by_section(project: &Project, labels: &[Name], options: Options) -> Table {
    let mut place = Place {
        project,
        path: Vec::new(),
    };
    let mut table = Table::new();
    for found in standing(project, options) {
        if &*found.label == "heading" {
            place.pass(found);
        } else if let Some(column) = labels.iter().position(|label| *label == found.label) {
            let name = place.name(true);
            if table.last().is_none_or(|(last, _)| *last != name) {
                table.push((name, vec![Cell::new(); labels.len()]));
            }
            if let Some((_, cells)) = table.last_mut() {
                cells[column].push(found.id);
            }
        }
    }
    table
}

fn by_unit(project: &Project, tasks: &[Task], options: Options) -> (Table, Vec<String>, usize) {
    let mut place = Place {
        project,
        path: Vec::new(),
    };
    let mut section_of: BTreeMap<AnnotationId, String> = BTreeMap::new();
    for found in standing(project, options) {
        match &*found.label {
            "heading" => place.pass(found),
            "measure" | "target" => drop(section_of.insert(found.id, place.name(false))),
            _ => {}
        }
    }
    let mut sections: Vec<String> = Vec::new();
    for task in tasks {
        let name = section_of.get(&task.measure).map_or(NO_SECTION, String::as_str);
        if !sections.iter().any(|known| known == name) {
            sections.push(name.to_owned());
        }
    }
    let mut units: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
    for task in tasks {
        let section = section_of.get(&task.measure).map_or(NO_SECTION, String::as_str);
        let column = sections.iter().position(|name| name == section).unwrap_or(0);
        for unit in task.lead.iter().chain(&task.support).chain(&task.responsible) {
            let cells = units.entry(unit).or_insert_with(|| vec![Cell::new(); sections.len()]);
            // Somebody with two roles in a task has one task.
            if cells[column].last() != Some(&task.measure) {
                cells[column].push(task.measure);
            }
        }
    }
    let all = units.len();
    let mut table: Table = units
        .into_iter()
        .map(|(unit, cells)| (unit.to_owned(), cells))
        .collect();
    table.sort_by_key(|(unit, cells)| {
        (
            std::cmp::Reverse(cells.iter().map(Vec::len).sum::<usize>()),
            unit.clone(),
        )
    });
    (table, sections, all)
}

fn months(tasks: &[Task]) -> Vec<Month> {
    let month = |task: &Task| task.due.map(|day| day.to_string()[..7].to_owned());
    let mut names: Vec<String> = tasks.iter().filter_map(month).collect();
    names.sort();
    let (Some(first), Some(last)) = (names.first(), names.last()) else {
        return Vec::new();
    };
    let mut months: Vec<Month> = Vec::new();
    let mut name = first.clone();
    while name <= *last && months.len() < MOST_MONTHS {
        months.push(Month {
            name: name.clone(),
            accepted: Cell::new(),
            suggested: Cell::new(),
        });
        name = next_month(&name);
    }
    for task in tasks {
        let found = months
            .iter_mut()
            .find(|found| Some(&found.name) == month(task).as_ref());
        match (found, task.status) {
            (Some(found), Status::Accepted) => found.accepted.push(task.measure),
            (Some(found), _) => found.suggested.push(task.measure),
            (None, _) => {}
        }
    }
    months
}

fn next_month(name: &str) -> String {
    let mut parts = name.split('-').map(|part| part.parse::<u32>().unwrap_or(1));
    match (parts.next().unwrap_or(1), parts.next().unwrap_or(1)) {
        (year, 12) => format!("{:04}-01", year + 1),
        (year, month) => format!("{year:04}-{:02}", month + 1),
    }
}

fn instruments(project: &Project, tasks: &[Task]) -> Vec<(String, Cell)> {
    let mut classes: BTreeMap<&str, Cell> = BTreeMap::new();
    for task in tasks {
        let measure = project.store.get(task.measure);
        if let Some(class) = measure.and_then(|measure| measure.text_attribute("instrument")) {
            classes.entry(class).or_default().push(task.measure);
        }
    }
    classes
        .into_iter()
        .map(|(class, cell)| (class.to_owned(), cell))
        .collect()
}

fn terms(project: &Project, options: Options) -> Vec<Term> {
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    let text = project.source.text();
    for found in standing(project, options).filter(|found| &*found.label == "term") {
        let words = one_line(project.source.slice(found.span));
        let words = words.trim_matches(['“', '”', '"', '「', '」']).to_owned();
        let term = terms.entry(words.clone()).or_insert_with(|| Term {
            words,
            places: Cell::new(),
            parts: Vec::new(),
        });
        term.places.push(found.id);
        if term.parts.is_empty() {
            let parts = term_parts(text, project.source.snap(found.span).range());
            term.parts = parts
                .into_iter()
                .flat_map(|(_, parts)| parts)
                .filter_map(|part| text.get(part))
                .map(one_line)
                .collect();
        }
    }
    let mut terms: Vec<Term> = terms.into_values().collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(term.places.len()), term.places.first().copied()));
    terms
}

#[cfg(all(test, feature = "web"))]
mod tests;
