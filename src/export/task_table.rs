//! The task table 任务分解表: a row per measure, with who does it by when.

mod wording;

use crate::annotate::{AnnotationId, Status};
use crate::extract::date::Date;
use crate::project::{MeasureFrame, Project, Unit};
use crate::text::Source;

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
    /// The measure.
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
    /// 原文依据: the measure as it stands in the speech.
    pub quote: String,
    /// 力度: 必须, 要求, 鼓励, 探索 or 禁止; empty where unknown.
    pub modality: &'static str,
    /// 状态.
    pub status: Status,
}

impl TaskTable {
    /// The table of the accepted measures, with suggested ones too if asked for. A measure brings all
    /// its units, deadlines and targets but the rejected ones: whoever accepts a measure sees them.
    pub fn of(project: &Project, suggestions: bool) -> Self {
        let source = &project.source;
        let tasks = project
            .frames()
            .iter()
            .filter(|frame| suggestions || frame.measure.status == Status::Accepted)
            .enumerate()
            .map(|(position, frame)| task(source, position + 1, frame))
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

fn task(source: &Source, number: usize, frame: &MeasureFrame) -> Task {
    let words = |unit: &Unit| one_line(source.slice(unit.annotation.span));
    let names = |kinds: &[&str]| {
        let mut names: Vec<String> = Vec::new();
        for unit in frame.units.iter().filter(|unit| kinds.contains(&&*unit.link.kind)) {
            let name = words(unit);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    Task {
        number,
        measure: frame.measure.id,
        section: frame
            .section
            .iter()
            .map(|heading| one_line(source.slice(heading.span)))
            .collect(),
        words: wording::task_words(source, frame),
        lead: names(&["lead"]),
        responsible: names(&["responsible", "executor"]),
        support: names(&["support"]),
        deadline: frame.deadline.as_ref().map(|(unit, _)| words(unit)),
        due: frame
            .deadline
            .as_ref()
            .and_then(|(_, interval)| interval.and_then(|days| days.to)),
        targets: frame.targets.iter().map(words).collect(),
        quote: one_line(source.slice(frame.measure.span)),
        modality: modality(frame.measure.text_attribute("modality")),
        status: frame.measure.status,
    }
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
pub(super) fn one_line(text: &str) -> String {
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
