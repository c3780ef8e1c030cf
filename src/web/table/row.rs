//! The rows of the task table.

use std::rc::Rc;

use crate::export::task_table::{Task, TaskTable};
use crate::project::{MeasureFrame, Project};

/// A task with the frame that it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the exported table says.
    pub task: Task,
    /// Where that comes from.
    pub frame: MeasureFrame,
}

impl Row {
    /// Whether nobody leads it and nobody answers for it.
    pub fn lacks_lead(&self) -> bool {
        self.task.lead.is_empty() && self.task.responsible.is_empty()
    }

    /// Whether it has no deadline.
    pub fn lacks_deadline(&self) -> bool {
        self.task.deadline.is_none()
    }
}

/// One row per task that is not rejected, in the order of the text: the rows of the exported table
/// with the suggestions.
pub fn rows(project: &Project) -> Vec<Rc<Row>> {
    let tasks = TaskTable::of(project, true).tasks;
    tasks
        .into_iter()
        .zip(project.tasks())
        .map(|(task, frame)| Rc::new(Row { task, frame }))
        .collect()
}
