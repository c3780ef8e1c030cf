//! Tests of the task table: edits change links and fields, and what is shown is what is exported.

use super::super::{Arrangement, Missing, arrange};
use super::*;
use crate::export::task_table::TaskTable;
use crate::text::Source;

const TEXT: &str = "一、修渠\n由市水利局牵头，6月底前修好渠道。市财政局要拨付资金。县林业局也在场。";

fn project() -> Project {
    let mut project = Project::new(Source::new(TEXT));
    let span = |words: &str| {
        let at = TEXT.find(words).unwrap();
        Span::at(at, at + words.len())
    };
    for (label, words) in [
        ("heading", "一、修渠"),
        ("measure", "由市水利局牵头，6月底前修好渠道"),
        ("actor", "市水利局"),
        ("time", "6月底前"),
        ("measure", "市财政局要拨付资金"),
        ("actor", "市财政局"),
    ] {
        let add = gesture::add(&project.store, &label.into(), span(words));
        project.perform(add.unwrap().into()).unwrap();
    }
    let mut document = (*project.document).clone();
    document.date = Some("2026-03-12".to_owned());
    project.document = Arc::new(document);
    project
}

/// Makes an edit and gives back the row.
fn set(project: &mut Project, measure: u32, column: Column, value: &str) -> Row {
    let change = TaskEdit {
        measure: AnnotationId(measure),
        column,
        value: value.to_owned(),
    };
    project.perform(edit(project, &change).unwrap().into()).unwrap();
    let all = rows(project);
    let row = all.iter().find(|row| row.task.measure == AnnotationId(measure));
    (**row.unwrap()).clone()
}

#[test]
fn names_of_the_speech_become_links_and_others_stay_names() {
    let mut project = project();
    let row = set(&mut project, 2, Column::Lead, "市水利局、县林业局、市审计局");
    assert_eq!(row.task.lead, ["市水利局", "县林业局", "市审计局"]);
    let linked: Vec<AnnotationId> = row.frame.units.iter().map(|unit| unit.annotation.id).collect();
    assert_eq!(linked[0], AnnotationId(3), "the annotation that was there");
    assert_eq!(linked.len(), 2, "林业局 was tagged, 审计局 is not in the speech");
    assert_eq!(row.frame.measure.text_attribute(written::LEAD), Some("市审计局"));
    let row = set(&mut project, 2, Column::Lead, "市审计局");
    assert_eq!((row.task.lead.len(), row.frame.units.len()), (1, 0));
    project.undo().unwrap();
    assert_eq!(rows(&project)[0].task.lead.len(), 3, "one edit is one step");
}

#[test]
fn a_suggested_link_is_rejected_and_comes_back() {
    let mut project = project();
    let link = Link {
        id: LinkId(1),
        kind: "lead".into(),
        from: AnnotationId(2),
        to: AnnotationId(3),
        origin: Origin::Rule("frame/stated".into()),
        status: Status::Suggested,
    };
    let add = Transaction {
        gesture: Gesture {
            verb: Verb::Link,
            label: None,
            count: 1,
        },
        changes: vec![Change::AddLink(Arc::new(link))],
    };
    project.perform(add.into()).unwrap();
    set(&mut project, 2, Column::Lead, "");
    let status = |project: &Project| project.store.link(LinkId(1)).map(|link| link.status);
    assert_eq!(status(&project), Some(Status::Rejected));
    set(&mut project, 2, Column::Lead, "市水利局");
    assert_eq!(status(&project), Some(Status::Accepted));
}

#[test]
fn deadlines_are_words_of_the_speech_or_written() {
    let mut project = project();
    let row = set(&mut project, 2, Column::Deadline, "6月底前");
    assert_eq!(row.task.due.map(|day| day.to_string()).as_deref(), Some("2026-06-30"));
    assert_eq!(
        row.frame.deadline.map(|(unit, _)| unit.annotation.id),
        Some(AnnotationId(4))
    );
    let row = set(&mut project, 2, Column::Deadline, "2026-09-01");
    assert_eq!(row.task.due.map(|day| day.to_string()).as_deref(), Some("2026-09-01"));
    assert_eq!(row.frame.deadline, None);
    assert!(set(&mut project, 2, Column::Deadline, "").lacks_deadline());
}

#[test]
fn the_exported_table_says_what_was_written() {
    let mut project = project();
    set(&mut project, 5, Column::Words, "按季度拨付资金");
    set(&mut project, 5, Column::Targets, "不少于3亿元；全部到位");
    set(&mut project, 5, Column::Modality, "must");
    let task = TaskTable::of(&project, false).tasks[1].clone();
    assert_eq!((&*task.words, task.modality), ("按季度拨付资金", "必须"));
    assert_eq!(task.targets, ["不少于3亿元", "全部到位"]);
    assert!(set(&mut project, 5, Column::Words, "").task.words.contains("拨付资金"));
}

#[test]
fn an_edit_that_changes_nothing_is_none() {
    let project = project();
    let same = TaskEdit {
        measure: AnnotationId(5),
        column: Column::Lead,
        value: String::new(),
    };
    assert_eq!(edit(&project, &same), None);
    let gone = TaskEdit {
        measure: AnnotationId(99),
        column: Column::Lead,
        value: "甲".to_owned(),
    };
    assert_eq!(edit(&project, &gone), None);
}

#[test]
fn rows_are_filtered_sorted_and_grouped() {
    let mut project = project();
    set(&mut project, 2, Column::Lead, "市水利局");
    set(&mut project, 5, Column::Deadline, "2026-01-05");
    let all = rows(&project);
    let numbers = |arrangement: &Arrangement| -> Vec<usize> {
        let groups = arrange(&all, arrangement);
        groups
            .iter()
            .flat_map(|group| group.rows.iter().map(|&index| all[index].task.number))
            .collect()
    };
    let mut arrangement = Arrangement::default();
    assert_eq!(
        arrange(&all, &arrangement)[0].section.as_deref(),
        Some(&["一、修渠".to_owned()][..])
    );
    arrangement.missing = Some(Missing::Lead);
    assert_eq!(numbers(&arrangement), [2]);
    arrangement.missing = Some(Missing::Deadline);
    assert_eq!(numbers(&arrangement), [1]);
    arrangement.missing = None;
    arrangement.sort = Some((Column::Deadline, false));
    assert_eq!(numbers(&arrangement), [2, 1], "what has no day comes last");
    arrangement.sort = Some((Column::Deadline, true));
    assert_eq!(numbers(&arrangement), [2, 1]);
    arrangement.unit = Some("市水利局".to_owned());
    assert_eq!(numbers(&arrangement), [1]);
    arrangement.words = "资金".to_owned();
    assert!(numbers(&arrangement).is_empty());
    let picked = Arrangement {
        picked: Some(std::rc::Rc::new(crate::web::find::Picked {
            caption: "市财政局".to_owned(),
            ids: [AnnotationId(5)].into(),
        })),
        ..Arrangement::default()
    };
    assert!(picked.has_filter());
    assert_eq!(numbers(&picked), [2]);
}
