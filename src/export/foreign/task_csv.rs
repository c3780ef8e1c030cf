//! The task table as comma-separated values. No offsets.

use super::cell::separated;
use crate::export::EncodeError;
use crate::export::task_table::{Task, TaskTable};

/// Names in one cell stand apart like this.
const AND: &str = "、";

/// The heads of the columns.
pub(super) const COLUMNS: [&str; 12] = [
    "序号",
    "章节",
    "工作任务",
    "牵头单位",
    "责任单位",
    "配合单位",
    "完成时限",
    "时限原文",
    "目标要求",
    "原文依据",
    "力度",
    "状态",
];

/// The table with one row per task.
pub(super) fn encode(table: &TaskTable) -> Result<Vec<u8>, EncodeError> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    rows.extend(table.tasks.iter().map(|task| cells(task).to_vec()));
    separated(b',', rows)
}

/// The cells of a row.
pub(super) fn cells(task: &Task) -> [String; 12] {
    [
        task.number.to_string(),
        task.section.join(" / "),
        task.words.clone(),
        task.lead.join(AND),
        task.responsible.join(AND),
        task.support.join(AND),
        task.due.map_or_else(String::new, |day| day.to_string()),
        task.deadline.clone().unwrap_or_default(),
        task.targets.join("；"),
        task.quote.clone(),
        task.modality.to_owned(),
        task.status_name().to_owned(),
    ]
}
