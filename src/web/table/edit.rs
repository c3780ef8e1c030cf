//! What an edit of a cell changes: links where the words stand in the speech, fields of the measure
//! where they do not.

use std::sync::Arc;

use super::column::Column;
use super::row::{Row, rows};
use crate::annotate::{
    Annotation, AnnotationId, Attributes, Change, Gesture, Link, LinkId, Name, Origin, Status, Transaction, Value, Verb,
};
use crate::export::task_table::{NAMES, RESULTS, deadline_words, one_line, parts, target_words, written};
use crate::project::{Project, Unit};
use crate::text::Span;
use crate::web::gesture;

/// A new value for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskEdit {
    /// The row.
    pub measure: AnnotationId,
    /// The column.
    pub column: Column,
    /// What the cell is to hold, as [`Column::value`] gives it.
    pub value: String,
}

/// What an edit changes; `None` where that is nothing.
pub fn edit(project: &Project, edit: &TaskEdit) -> Option<Transaction> {
    let all = rows(project);
    let row = all.iter().find(|row| row.task.measure == edit.measure)?;
    if edit.column.value(row) == edit.value {
        return None;
    }
    let value = one_line(&edit.value);
    match edit.column {
        column if !can_edit(project, row, column) => None,
        Column::Number | Column::Place => None,
        Column::Words => Editor::of(project, row).write(written::WORDS, &value).finish(),
        Column::Lead => names(project, row, &["lead"], "actor", written::LEAD, &value),
        Column::Support => names(project, row, &["support"], "actor", written::SUPPORT, &value),
        Column::Responsible => {
            let kinds = ["responsible", "executor"];
            names(project, row, &kinds, "actor", written::RESPONSIBLE, &value)
        }
        Column::Targets => names(project, row, &["target"], "target", written::TARGET, &value),
        Column::Deadline => deadline(project, row, &value),
        Column::Modality | Column::Instrument => {
            let name = if edit.column == Column::Modality {
                "modality"
            } else {
                "instrument"
            };
            Editor::of(project, row).write(name, &value).finish()
        }
        Column::Note => gesture::note(&project.store, edit.measure, edit.value.trim()),
        Column::Status => gesture::decide(&project.store, &[edit.measure], Status::from_id(&value)?),
    }
}

/// Whether a cell can be changed: a field only where the label of the row's annotation has it.
pub fn can_edit(project: &Project, row: &Row, column: Column) -> bool {
    match column {
        Column::Modality | Column::Instrument => has_field(project, row, column.id()),
        column => column.is_editable(),
    }
}

/// Whether the label of a row's annotation has a field; targets have no modality.
fn has_field(project: &Project, row: &Row, name: &str) -> bool {
    let label = project.tagset.label(&row.frame.measure.label);
    label.is_some_and(|label| label.attributes.iter().any(|field| &*field.id == name))
}

/// Names in a cell: each becomes a link to words of the speech, or stays a name in a field.
fn names(project: &Project, row: &Row, kinds: &[&str], label: &str, field: &str, value: &str) -> Option<Transaction> {
    let (breaks, joint) = if label == "target" {
        (RESULTS, "；")
    } else {
        (NAMES, "、")
    };
    let wanted = parts(value, breaks);
    let mut editor = Editor::of(project, row);
    let linked: Vec<&Unit> = match label {
        "target" => row.frame.targets.iter().collect(),
        _ => row
            .frame
            .units
            .iter()
            .filter(|unit| kinds.contains(&&*unit.link.kind))
            .collect(),
    };
    let words = |unit: &Unit| match label {
        "target" => target_words(project, unit.annotation.span),
        _ => one_line(project.source.slice(unit.annotation.span)),
    };
    // What a target says itself is no target of another's, and who leads is not named again.
    let is_own = |name: &String| {
        let own = row.frame.measure.span;
        label == "target" && &*row.frame.measure.label == "target" && *name == target_words(project, own)
    };
    let is_shown = |name: &String| !kinds.contains(&"executor") || !row.task.lead.contains(name);
    for unit in linked.iter().filter(|unit| is_shown(&words(unit))) {
        if !wanted.contains(&words(unit)) {
            editor.unlink(&unit.link);
        }
    }
    let mut rest = Vec::new();
    for name in wanted.into_iter().filter(|name| !is_own(name)) {
        let is_linked = linked.iter().any(|unit| words(unit) == name);
        if !is_linked && !editor.link(kinds[0], label, &name) {
            rest.push(name);
        }
    }
    editor.write(field, &rest.join(joint)).finish()
}

fn deadline(project: &Project, row: &Row, value: &str) -> Option<Transaction> {
    let mut editor = Editor::of(project, row);
    let linked = row.frame.deadline.as_ref().map(|(unit, _)| unit);
    let keeps = linked.is_some_and(|unit| deadline_words(&project.source, unit.annotation.span) == value);
    if let Some(unit) = linked.filter(|_| !keeps) {
        editor.unlink(&unit.link);
    }
    let is_told = keeps || value.is_empty() || editor.link("deadline", "time", value);
    editor
        .write(written::DEADLINE, if is_told { "" } else { value })
        .finish()
}

/// Collects the changes of one edit.
struct Editor<'a> {
    project: &'a Project,
    row: &'a Row,
    changes: Vec<Change>,
    next_annotation: u32,
    next_link: u32,
}

impl<'a> Editor<'a> {
    fn of(project: &'a Project, row: &'a Row) -> Self {
        Self {
            project,
            row,
            changes: Vec::new(),
            next_annotation: project.store.fresh_annotation().0,
            next_link: project.store.fresh_link().0,
        }
    }

    /// Takes a link away; one that was suggested is rejected, so that rules can be judged.
    fn unlink(&mut self, link: &Arc<Link>) {
        self.changes.push(match link.origin {
            Origin::Human => Change::RemoveLink(link.clone()),
            _ => Change::ReplaceLink(
                link.clone(),
                Arc::new(Link {
                    status: Status::Rejected,
                    ..(**link).clone()
                }),
            ),
        });
    }

    /// Links the measure to words of the speech: to an annotation of the label if there is one, else to
    /// a new one. False where the words do not stand in the speech.
    fn link(&mut self, kind: &str, label: &str, words: &str) -> bool {
        let measure = &self.row.frame.measure;
        let distance = |span: Span| span.start().0.abs_diff(measure.span.start().0);
        let store = &self.project.store;
        let known = store
            .annotations()
            .iter()
            .filter(|found| &*found.label == label && found.status != Status::Rejected)
            .filter(|found| self.project.source.slice(found.span) == words)
            .min_by_key(|found| distance(found.span));
        let to = match known {
            Some(known) => known.id,
            None => {
                let places = self.project.source.text().match_indices(words);
                let places = places.map(|(at, _)| Span::at(at, at + words.len()));
                let Some(span) = places.min_by_key(|span| distance(*span)) else {
                    return false;
                };
                self.annotate(label, kind, span)
            }
        };
        let mut links = store.links().iter();
        let rejected = links.find(|link| {
            link.from == measure.id && link.to == to && &*link.kind == kind && link.status == Status::Rejected
        });
        self.changes.push(match rejected {
            Some(rejected) => Change::ReplaceLink(
                rejected.clone(),
                Arc::new(Link {
                    status: Status::Accepted,
                    ..(**rejected).clone()
                }),
            ),
            None => {
                self.next_link += 1;
                Change::AddLink(Arc::new(Link {
                    id: LinkId(self.next_link - 1),
                    kind: kind.into(),
                    from: measure.id,
                    to,
                    origin: Origin::Human,
                    status: Status::Accepted,
                }))
            }
        });
        true
    }

    fn annotate(&mut self, label: &str, kind: &str, span: Span) -> AnnotationId {
        let role = (label == "actor").then(|| (Name::from("role"), Value::Text(kind.to_owned())));
        let id = AnnotationId(self.next_annotation);
        self.next_annotation += 1;
        self.changes.push(Change::Add(Arc::new(Annotation {
            attributes: role.into_iter().collect::<Attributes>(),
            ..Annotation::by_hand(id, label, span)
        })));
        id
    }

    /// Sets a field of the measure; an empty one goes.
    fn write(mut self, name: &str, value: &str) -> Self {
        let before = &self.row.frame.measure;
        let mut after = (**before).clone();
        match value {
            "" => drop(after.attributes.remove(name)),
            value => drop(after.attributes.insert(name.into(), Value::Text(value.to_owned()))),
        }
        if after != **before {
            self.changes.push(Change::Replace(before.clone(), Arc::new(after)));
        }
        self
    }

    fn finish(self) -> Option<Transaction> {
        (!self.changes.is_empty()).then(|| Transaction {
            gesture: Gesture {
                verb: Verb::Attribute,
                label: Some(self.row.frame.measure.label.clone()),
                count: 1,
            },
            changes: self.changes,
        })
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
