//! The task table 任务分解表: a row per task, with who does it by when.

mod wording;

use crate::annotate::{AnnotationId, Status};
use crate::extract::date::{Date, resolve};
use crate::extract::frame::excerpt::{limit, plain};
use crate::project::{MeasureFrame, Project, Unit};
use crate::text::{Source, Span};
use wording::Reading;

/// A task table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskTable {
    /// The title of the speech.
    pub title: String,
    /// The day of the speech, as `2026-03-12`.
    pub date: Option<String>,
    /// The tasks in the order of the text.
    pub tasks: Vec<Task>,
}

/// A row of the table. Every text is on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// 序号, from 1.
    pub number: usize,
    /// The measure, or the target that no measure leads to.
    pub measure: AnnotationId,
    /// 章节: the headings above it, outermost first.
    pub section: Vec<String>,
    /// 工作任务: the measure's words without the assignment and a leading deadline.
    pub words: String,
    /// 牵头单位.
    pub lead: Vec<String>,
    /// 责任单位: who answers for it, and who is simply told to do it.
    pub responsible: Vec<String>,
    /// 配合单位.
    pub support: Vec<String>,
    /// 完成时限 in the words of the speech.
    pub deadline: Option<String>,
    /// The day that the deadline means, where that can be told.
    pub due: Option<Date>,
    /// 目标要求.
    pub targets: Vec<String>,
    /// 原文依据: the measure as it stands in the speech, without debris.
    pub quote: String,
    /// 力度: 必须, 要求, 鼓励, 探索 or 禁止; empty where unknown.
    pub modality: &'static str,
    /// 状态.
    pub status: Status,
}

impl TaskTable {
    /// The table of the accepted tasks, with suggested ones too if asked for. A measure brings all
    /// its units, deadlines and targets but the rejected ones: whoever accepts a measure sees them.
    pub fn of(project: &Project, suggestions: bool) -> Self {
        let reading = Reading::of(project);
        let spoken = project.document.date.as_deref().and_then(Date::parse);
        let tasks = project
            .tasks()
            .iter()
            .filter(|frame| suggestions || frame.measure.status == Status::Accepted)
            .enumerate()
            .map(|(position, frame)| task(&reading, project, spoken, position + 1, frame))
            .collect();
        Self {
            title: one_line(&project.document.title),
            date: project.document.date.clone(),
            tasks,
        }
    }
}

impl Task {
    /// 状态 as a word.
    pub fn status_name(&self) -> &'static str {
        match self.status {
            Status::Accepted => "已接受",
            Status::Suggested => "建议",
            Status::Rejected => "已拒绝",
        }
    }
}

/// What a person wrote into the table that is not in the speech: fields of the measure with these
/// names, several in one field joined as in a cell.
pub mod written {
    /// The words of the task, in place of those of the speech.
    pub const WORDS: &str = "task";
    /// More leading units.
    pub const LEAD: &str = "lead";
    /// More units that answer for it.
    pub const RESPONSIBLE: &str = "responsible";
    /// More helping units.
    pub const SUPPORT: &str = "support";
    /// The deadline, in place of that of the speech.
    pub const DEADLINE: &str = "deadline";
    /// More targets.
    pub const TARGET: &str = "target";
}

fn task(reading: &Reading, project: &Project, spoken: Option<Date>, number: usize, frame: &MeasureFrame) -> Task {
    let source = &project.source;
    let own = |name: &str| {
        frame
            .measure
            .text_attribute(name)
            .map(one_line)
            .filter(|text| !text.is_empty())
    };
    let more = |name: &str, breaks: &'static [char]| own(name).into_iter().flat_map(move |text| parts(&text, breaks));
    let words = |unit: &Unit| one_line(&plain(source.slice(unit.annotation.span)));
    let names = |kinds: &[&str], written: &str| {
        let mut names: Vec<String> = Vec::new();
        for unit in frame.units.iter().filter(|unit| kinds.contains(&&*unit.link.kind)) {
            let name = words(unit);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.extend(more(written, NAMES));
        names
    };
    let lead = names(&["lead"], written::LEAD);
    let mut responsible = names(&["responsible", "executor"], written::RESPONSIBLE);
    // Who leads a task is told to do it as well.
    responsible.retain(|name| !lead.contains(name));
    let deadline = own(written::DEADLINE);
    let task = reading.task(frame);
    let mut targets: Vec<String> = frame
        .targets
        .iter()
        .map(|unit| reading.words(unit.annotation.span))
        .chain((&*frame.measure.label == "target").then(|| task.clone()))
        .collect();
    targets.extend(more(written::TARGET, RESULTS));
    Task {
        number,
        measure: frame.measure.id,
        section: frame
            .section
            .iter()
            .map(|heading| reading.words(heading.span))
            .collect(),
        words: own(written::WORDS).unwrap_or(task),
        lead,
        responsible,
        support: names(&["support"], written::SUPPORT),
        due: match &deadline {
            Some(text) => Date::parse(text).or_else(|| resolve(text, spoken).and_then(|days| days.to)),
            None => frame
                .deadline
                .as_ref()
                .and_then(|(_, days)| days.and_then(|days| days.to)),
        },
        deadline: deadline.or_else(|| {
            let linked = frame.deadline.as_ref();
            linked.map(|(unit, _)| deadline_words(source, unit.annotation.span))
        }),
        targets,
        quote: reading.quote(frame.measure.span),
        modality: modality(frame.measure.text_attribute("modality")),
        status: frame.measure.status,
    }
}

/// The words of a target as a cell has them.
pub fn target_words(project: &Project, span: Span) -> String {
    Reading::of(project).words(span)
}

/// The words of a deadline as a cell has them: with what it counts from, 收到通知后10日内.
pub fn deadline_words(source: &Source, span: Span) -> String {
    let (counted, _) = limit(source.text(), source.snap(span).range(), None);
    one_line(&plain(source.text().get(counted).unwrap_or_default()))
}

/// What stands between the names in a cell.
pub const NAMES: &[char] = &['、', '；', ';'];

/// What stands between the targets in a cell: a target may itself hold a 、.
pub const RESULTS: &[char] = &['；', ';'];

/// The parts of a cell, without empty ones.
pub fn parts(text: &str, breaks: &[char]) -> Vec<String> {
    text.split(breaks)
        .map(one_line)
        .filter(|part| !part.is_empty())
        .collect()
}

fn modality(id: Option<&str>) -> &'static str {
    match id {
        Some("must") => "必须",
        Some("should") => "要求",
        Some("encourage") => "鼓励",
        Some("explore") => "探索",
        Some("forbid") => "禁止",
        _ => "",
    }
}

/// The words on one line: a broken line is joined, other blanks and control characters become one
/// space.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut gap = false;
    for char in text.trim().chars() {
        match char {
            '\n' | '\r' => {}
            _ if char.is_whitespace() || char.is_control() => gap = true,
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            _ => {
                if std::mem::take(&mut gap) {
                    line.push(' ');
                }
                line.push(char);
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn cells_have_no_line_ends() {
        assert_eq!(
            one_line(" \u{feff}清查\r\n存量\u{3000}\u{0}土地\u{200b}。\n"),
            "清查存量 土地。"
        );
    }
}
