//! A report to print: the speech with its marks, the task table, charts and figures. One HTML
//! file without scripts that loads nothing. No offsets.

use std::collections::BTreeMap;

use super::colour;
use super::report_charts;
use super::selection::Selection;
use super::xml::Xml;
use crate::annotate::{Annotation, Layer, Status};
use crate::export::Options;
use crate::export::task_table::{Task, TaskTable};

/// Looks of the page on screen and paper.
const STYLE: &str = include_str!("../data/report.css");

/// Columns of the table, as an office names them.
const COLUMNS: [&str; 7] = [
    "序号",
    "工作任务",
    "牵头单位",
    "责任单位",
    "配合单位",
    "完成时限",
    "目标要求",
];

/// Width of a chart's longest bar and height of a bar, in the units of the drawing.
const BAR: (usize, usize) = (420, 22);

/// The file.
pub(super) fn encode(selection: &Selection<'_>, table: &TaskTable, options: Options) -> Vec<u8> {
    let mut html = Xml::fragment();
    html.raw("<!doctype html>\n");
    html.open("html", &[("lang", "zh-Hans")]);
    html.open("head", &[]);
    html.raw("<meta charset=\"utf-8\">");
    html.leaf("title", &[], &table.title);
    html.open("style", &[]);
    html.raw(STYLE);
    for label in &selection.project.tagset.labels {
        let colour = colour::of(&selection.project.tagset, &label.id);
        let rule = match label.layer {
            Layer::Mention => format!("text-decoration-color:{colour}"),
            _ => format!("background:{colour}33;border-color:{colour}"),
        };
        html.raw(&format!(".l{}{{{rule}}}\n", place(selection, &label.id)));
    }
    html.close("style");
    html.close("head");
    html.line();
    html.open("body", &[]);
    html.leaf("h1", &[], &table.title);
    let date = table
        .date
        .as_ref()
        .map_or_else(String::new, |date| format!("讲话日期：{date}　"));
    let counts = format!(
        "{date}任务 {} 项　标注 {} 条",
        table.tasks.len(),
        selection.annotations.len()
    );
    html.leaf("p", &[("class", "about")], &counts);
    statistics(&mut html, selection);
    report_charts::write(&mut html, selection, options);
    tasks(&mut html, table);
    speech(&mut html, selection);
    html.close("body");
    html.close("html");
    html.finish()
}

/// How often each label occurs: a chart, and the same figures as a table.
fn statistics(html: &mut Xml, selection: &Selection<'_>) {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for annotation in &selection.annotations {
        let count = counts.entry(&annotation.label).or_default();
        match annotation.status {
            Status::Accepted => count.0 += 1,
            _ => count.1 += 1,
        }
    }
    let mut rows: Vec<(usize, &str, (usize, usize))> = counts
        .into_iter()
        .map(|(label, count)| (place(selection, label), label, count))
        .collect();
    rows.sort();
    let most = rows
        .iter()
        .map(|(_, _, (accepted, left))| accepted + left)
        .max()
        .unwrap_or(1);
    html.leaf("h2", &[], "标注统计");
    let height = (rows.len() * BAR.1 + 4).to_string();
    let view = format!("0 0 {} {height}", BAR.0 + 200);
    html.open(
        "svg",
        &[
            ("viewBox", &view),
            ("role", "img"),
            ("aria-label", "各类标注的条数，数字见下表"),
        ],
    );
    for (line, (_, label, (accepted, left))) in rows.iter().enumerate() {
        let (top, text) = ((line * BAR.1 + 3).to_string(), (line * BAR.1 + 17).to_string());
        let width = |count: usize| count * BAR.0 / most;
        let fill = colour::of(&selection.project.tagset, label);
        let bar = |x: usize, count: usize, opacity: &str, html: &mut Xml| {
            let (x, width) = (x.to_string(), width(count).to_string());
            html.empty(
                "rect",
                &[
                    ("x", &x),
                    ("y", &top),
                    ("width", &width),
                    ("height", "16"),
                    ("fill", fill),
                    ("fill-opacity", opacity),
                ],
            );
        };
        html.leaf(
            "text",
            &[("x", "104"), ("y", &text), ("text-anchor", "end")],
            name(selection, label),
        );
        bar(112, *accepted, "1", html);
        bar(112 + width(*accepted), *left, "0.4", html);
        let end = (112 + width(*accepted) + width(*left) + 6).to_string();
        html.leaf("text", &[("x", &end), ("y", &text)], &(accepted + left).to_string());
    }
    html.close("svg");
    html.line();
    html.open("table", &[("class", "figures")]);
    row(html, "th", ["类别", "已接受", "建议", "合计"]);
    for (_, label, (accepted, left)) in &rows {
        let figures = [*accepted, *left, accepted + left].map(|count| count.to_string());
        row(
            html,
            "td",
            [name(selection, label), &figures[0], &figures[1], &figures[2]],
        );
    }
    html.close("table");
    html.line();
}

fn row<const N: usize>(html: &mut Xml, kind: &str, cells: [&str; N]) {
    html.open("tr", &[]);
    cells.iter().for_each(|cell| html.leaf(kind, &[], cell));
    html.close("tr");
    html.line();
}

fn tasks(html: &mut Xml, table: &TaskTable) {
    html.leaf("h2", &[], "任务分解表");
    html.open("table", &[("class", "tasks")]);
    html.open("thead", &[]);
    row(html, "th", COLUMNS);
    html.close("thead");
    html.open("tbody", &[]);
    let mut section: &[String] = &[];
    for task in &table.tasks {
        if task.section != section {
            section = &task.section;
            html.open("tr", &[("class", "band")]);
            html.leaf("td", &[("colspan", &COLUMNS.len().to_string())], &section.join("　"));
            html.close("tr");
        }
        task_row(html, task);
    }
    html.close("tbody");
    html.close("table");
    html.line();
}

fn task_row(html: &mut Xml, task: &Task) {
    let due = task.due.map(|day| day.to_string());
    let deadline: Vec<&str> = task.deadline.as_deref().into_iter().chain(due.as_deref()).collect();
    let list = |units: &[String]| units.join("、");
    let (lead, responsible, support) = (list(&task.lead), list(&task.responsible), list(&task.support));
    let (number, targets, deadline) = (task.number.to_string(), task.targets.join("；"), deadline.join("　"));
    row(
        html,
        "td",
        [&number, &task.words, &lead, &responsible, &support, &deadline, &targets],
    );
}

/// The text, a paragraph a line, cut at every end of an annotation: annotations may overlap, elements
/// may not.
fn speech(html: &mut Xml, selection: &Selection<'_>) {
    html.leaf("h2", &[], "讲话全文");
    legend(html, selection);
    let text = selection.source().text();
    let mut waiting = selection
        .annotations
        .iter()
        .copied()
        .filter(|one| !one.span.is_empty())
        .peekable();
    let mut open: Vec<&Annotation> = Vec::new();
    for line in selection.source().lines() {
        let (mut at, end) = (line.content.start().index(), line.content.end().index());
        let heading = heading_level(&mut open, &mut waiting, at, end);
        let element = heading.map_or("p", |level| ["h3", "h4", "h5"][level.min(2)]);
        html.open(element, &[]);
        while at < end {
            while let Some(next) = waiting.next_if(|next| next.span.start().index() <= at) {
                open.push(next);
            }
            open.retain(|one| one.span.end().index() > at);
            let starts = waiting.peek().map_or(end, |next| next.span.start().index());
            let ends = open.iter().map(|one| one.span.end().index()).min().unwrap_or(end);
            let stop = starts.min(ends).min(end);
            piece(html, selection, &open, &text[at..stop]);
            at = stop;
        }
        html.close(element);
        html.line();
    }
}

/// The level of the heading that is a whole line, from 0.
fn heading_level<'a>(
    open: &mut Vec<&'a Annotation>,
    waiting: &mut std::iter::Peekable<impl Iterator<Item = &'a Annotation>>,
    start: usize,
    end: usize,
) -> Option<usize> {
    while let Some(next) = waiting.next_if(|next| next.span.start().index() <= start) {
        open.push(next);
    }
    open.iter().find_map(|one| {
        let is_whole = &*one.label == "heading" && one.span.end().index() >= end && one.span.start().index() == start;
        let level = one.attributes.get("level").and_then(|level| match level {
            crate::annotate::Value::Number(level) => usize::try_from(*level - 1).ok(),
            _ => None,
        });
        (is_whole && end > start).then(|| level.unwrap_or(0))
    })
}

fn piece(html: &mut Xml, selection: &Selection<'_>, open: &[&Annotation], words: &str) {
    if open.is_empty() {
        return html.write(words);
    }
    let classes: Vec<String> = open
        .iter()
        .map(|one| {
            let layer = match selection.label(one).map(|label| label.layer) {
                Some(Layer::Statement) => "statement",
                Some(Layer::Structure) => "structure",
                _ => "mention",
            };
            let status = if one.status == Status::Accepted {
                ""
            } else {
                " suggested"
            };
            format!("{layer}{status} l{}", place(selection, &one.label))
        })
        .collect();
    let names: Vec<&str> = open.iter().map(|one| name(selection, &one.label)).collect();
    html.leaf(
        "span",
        &[("class", &classes.join(" ")), ("title", &names.join("、"))],
        words,
    );
}

fn legend(html: &mut Xml, selection: &Selection<'_>) {
    html.open("p", &[("class", "legend")]);
    for (at, label) in selection.project.tagset.labels.iter().enumerate() {
        if selection.annotations.iter().any(|one| one.label == label.id) {
            let layer = if label.layer == Layer::Mention {
                "mention"
            } else {
                "statement"
            };
            html.leaf("span", &[("class", &format!("{layer} l{at}"))], &label.zh);
            html.write(" ");
        }
    }
    html.close("p");
    html.line();
}

/// The place of a label in the tag set; behind the last for one that is not in it.
fn place(selection: &Selection<'_>, label: &str) -> usize {
    let labels = &selection.project.tagset.labels;
    labels
        .iter()
        .position(|known| *known.id == *label)
        .unwrap_or(labels.len())
}

fn name<'a>(selection: &Selection<'a>, label: &'a str) -> &'a str {
    selection.project.tagset.label(label).map_or(label, |label| &label.zh)
}
