//! The columns of the task table.

use super::row::Row;

/// A column of the task table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// 序号, in the order of the text.
    Number,
    /// 任务.
    Words,
    /// 牵头单位.
    Lead,
    /// 配合单位.
    Support,
    /// 责任单位: who answers for it, and who is simply told to do it.
    Responsible,
    /// 完成时限: the day and the words.
    Deadline,
    /// 目标.
    Targets,
    /// 力度.
    Modality,
    /// 政策工具.
    Instrument,
    /// 出处: section and quote.
    Place,
    /// 备注.
    Note,
    /// 状态.
    Status,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Words,
        Self::Lead,
        Self::Support,
        Self::Responsible,
        Self::Deadline,
        Self::Targets,
        Self::Modality,
        Self::Instrument,
        Self::Place,
        Self::Note,
        Self::Status,
    ];

    /// Those that are shown until somebody chooses others.
    pub const USUAL: [Self; 9] = [
        Self::Number,
        Self::Words,
        Self::Lead,
        Self::Support,
        Self::Responsible,
        Self::Deadline,
        Self::Targets,
        Self::Modality,
        Self::Status,
    ];

    /// Its id, e.g. for looking up its words.
    pub fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Words => "words",
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Responsible => "responsible",
            Self::Deadline => "deadline",
            Self::Targets => "targets",
            Self::Modality => "modality",
            Self::Instrument => "instrument",
            Self::Place => "place",
            Self::Note => "note",
            Self::Status => "status",
        }
    }

    /// The column of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == id)
    }

    /// Whether its cells can be changed.
    pub fn is_editable(self) -> bool {
        !matches!(self, Self::Number | Self::Place)
    }

    /// Whether its cells hold sentences, which need more than one line while they are edited.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Words | Self::Note)
    }

    /// Whether its cells hold names of units.
    pub fn has_units(self) -> bool {
        matches!(self, Self::Lead | Self::Support | Self::Responsible)
    }

    /// What a cell holds, as it is edited and copied.
    pub fn value(self, row: &Row) -> String {
        let task = &row.task;
        let attribute = |name: &str| row.frame.measure.text_attribute(name).unwrap_or_default().to_owned();
        match self {
            Self::Number => task.number.to_string(),
            Self::Words => task.words.clone(),
            Self::Lead => task.lead.join("、"),
            Self::Support => task.support.join("、"),
            Self::Responsible => task.responsible.join("、"),
            Self::Deadline => task.deadline.clone().unwrap_or_default(),
            Self::Targets => task.targets.join("；"),
            Self::Modality => attribute("modality"),
            Self::Instrument => attribute("instrument"),
            Self::Place => task.section.last().cloned().unwrap_or_default(),
            Self::Note => row.frame.measure.note.clone(),
            Self::Status => task.status.id().to_owned(),
        }
    }
}
