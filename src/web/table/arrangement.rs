//! Which rows are shown, in which order and groups.

use std::rc::Rc;

use super::column::Column;
use super::row::Row;
use crate::annotate::{AnnotationId, Status};
use crate::web::find::Picked;

/// How the table is arranged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The column to sort by, and whether the other way round. In the order of the text without one.
    pub sort: Option<(Column, bool)>,
    /// Whether rows of one section stand together under its heading.
    pub is_grouped: bool,
    /// Only where this is missing.
    pub missing: Option<Missing>,
    /// Only this status.
    pub status: Option<Status>,
    /// Only under this heading.
    pub section: Option<AnnotationId>,
    /// Only with this unit, in whatever role.
    pub unit: Option<String>,
    /// Only where these words stand somewhere in the row.
    pub words: String,
    /// Only what a figure of the statistics counts.
    pub picked: Option<Rc<Picked>>,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            sort: None,
            is_grouped: true,
            missing: None,
            status: None,
            section: None,
            unit: None,
            words: String::new(),
            picked: None,
        }
    }
}

/// What a task should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Somebody who leads it or answers for it.
    Lead,
    /// A deadline.
    Deadline,
    /// One of the two.
    Either,
}

impl Missing {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Lead, Self::Deadline, Self::Either];

    /// Its id, e.g. for looking up its words.
    pub fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Deadline => "deadline",
            Self::Either => "either",
        }
    }
}

/// Rows that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The headings above them, outermost first; `None` where rows are not grouped.
    pub section: Option<Vec<String>>,
    /// Indices into the rows, in the order in which they are shown.
    pub rows: Vec<usize>,
}

impl Arrangement {
    /// Whether rows are left out.
    pub fn has_filter(&self) -> bool {
        self.missing.is_some()
            || self.status.is_some()
            || self.section.is_some()
            || self.unit.is_some()
            || !self.words.is_empty()
            || self.picked.is_some()
    }

    fn lets_through(&self, row: &Row) -> bool {
        let task = &row.task;
        let is_missing = match self.missing {
            None => true,
            Some(Missing::Lead) => row.lacks_lead(),
            Some(Missing::Deadline) => row.lacks_deadline(),
            Some(Missing::Either) => row.lacks_lead() || row.lacks_deadline(),
        };
        let mut units = task.lead.iter().chain(&task.support).chain(&task.responsible);
        is_missing
            && self
                .picked
                .as_ref()
                .is_none_or(|picked| picked.ids.contains(&task.measure))
            && self.status.is_none_or(|status| task.status == status)
            && self
                .section
                .is_none_or(|id| row.frame.section.iter().any(|heading| heading.id == id))
            && self.unit.as_ref().is_none_or(|unit| units.any(|name| name == unit))
            && (self.words.is_empty() || Column::ALL.iter().any(|column| column.value(row).contains(&self.words)))
    }
}

/// The rows that are shown.
pub fn arrange(rows: &[Rc<Row>], arrangement: &Arrangement) -> Vec<Group> {
    let mut shown: Vec<usize> = (0..rows.len())
        .filter(|&index| arrangement.lets_through(&rows[index]))
        .collect();
    if !arrangement.is_grouped {
        sort(rows, arrangement, &mut shown);
        return vec![Group {
            section: None,
            rows: shown,
        }];
    }
    let heading = |index: usize| rows[index].frame.section.last().map(|heading| heading.id);
    shown
        .chunk_by(|&one, &other| heading(one) == heading(other))
        .map(|run| {
            let mut members = run.to_vec();
            sort(rows, arrangement, &mut members);
            Group {
                section: run.first().map(|&index| rows[index].task.section.clone()),
                rows: members,
            }
        })
        .collect()
}

fn sort(rows: &[Rc<Row>], arrangement: &Arrangement, shown: &mut [usize]) {
    let Some((column, is_reversed)) = arrangement.sort else {
        return;
    };
    // Empty cells come last, whichever way round.
    let key = |&index: &usize| {
        let row = &rows[index];
        match column {
            Column::Number => (false, format!("{:09}", row.task.number)),
            Column::Deadline => (
                row.task.due.is_none(),
                row.task.due.map(|day| day.to_string()).unwrap_or_default(),
            ),
            _ => {
                let value = column.value(row);
                (value.is_empty(), value)
            }
        }
    };
    shown.sort_by(|one, other| {
        let ((one_empty, one), (other_empty, other)) = (key(one), key(other));
        let order = if is_reversed { other.cmp(&one) } else { one.cmp(&other) };
        one_empty.cmp(&other_empty).then(order)
    });
}
