//! Tests of the counts.

use super::*;
use crate::annotate::Value;
use crate::text::{Source, Span};
use crate::web::gesture;

const EVERYTHING: Options = Options { suggestions: true };

const TEXT: &str =
    "一、修渠\n（一）查底数\n市水利局4月底前查清。推进“三清”（清淤、清障、清违）。\n二、修路\n市交通局12月底前修好。";

fn project() -> Project {
    let mut project = Project::new(Source::new(TEXT));
    let span = |words: &str| Span::at(TEXT.find(words).unwrap(), TEXT.find(words).unwrap() + words.len());
    for (label, words) in [
        ("heading", "一、修渠"),
        ("heading", "（一）查底数"),
        ("measure", "市水利局4月底前查清"),
        ("term", "“三清”"),
        ("heading", "二、修路"),
        ("measure", "市交通局12月底前修好"),
        ("target", "12月底前修好"),
    ] {
        let add = gesture::add(&project.store, &label.into(), span(words));
        project.perform(add.unwrap().into()).unwrap();
    }
    let mut marked: Vec<_> = project.store.annotations().to_vec();
    for found in &mut marked {
        let heading = std::sync::Arc::make_mut(found);
        let marker = match project.source.slice(heading.span) {
            "一、修渠" => "一、",
            "（一）查底数" => "（一）",
            "二、修路" => "二、",
            _ => continue,
        };
        let level = if marker.starts_with('（') { 2 } else { 1 };
        heading.attributes.insert("level".into(), Value::Number(level));
        heading
            .attributes
            .insert("marker".into(), Value::Text(marker.to_owned()));
    }
    project.store = crate::annotate::Store::from_parts(marked, Vec::new());
    for (measure, unit, day) in [(3, "市水利局", "4月底前"), (6, "市交通局", "12月底前")] {
        for (column, value) in [
            (crate::web::table::Column::Lead, unit),
            (crate::web::table::Column::Deadline, day),
        ] {
            let edit = crate::web::table::TaskEdit {
                measure: AnnotationId(measure),
                column,
                value: value.to_owned(),
            };
            let change = crate::web::table::edit(&project, &edit);
            project.perform(change.unwrap().into()).unwrap();
        }
    }
    let mut document = (*project.document).clone();
    document.date = Some("2026-03-01".to_owned());
    project.document = document.into();
    project
}

#[test]
fn a_document_is_counted() {
    let counts = count(&project(), EVERYTHING);
    assert_eq!(
        (counts.tasks, counts.targets, counts.units, counts.led, counts.timed),
        (2, 1, 2, 2, 2)
    );
    let names: Vec<&str> = counts.sections.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["一（一）查底数", "二、修路"]);
    let second: Vec<usize> = counts.sections[1].1.iter().map(Vec::len).collect();
    assert_eq!(second, [1, 1, 0, 0, 0]);
    assert_eq!(
        counts.sections[1].1[0],
        [AnnotationId(6)],
        "a count knows what it counts"
    );
    assert_eq!(counts.unit_sections, ["一（一）", "二"]);
    assert_eq!(counts.by_unit.len(), 2);
    let months: Vec<(&str, usize)> = counts
        .months
        .iter()
        .map(|month| (month.name.as_str(), month.accepted.len()))
        .collect();
    assert_eq!(months.first(), Some(&("2026-04", 1)));
    assert_eq!(months.last(), Some(&("2026-12", 1)));
    assert_eq!(months.len(), 9, "months without a deadline too");
    assert_eq!((&counts.untimed, &counts.undated), (&Cell::new(), &Cell::new()));
    assert_eq!(counts.terms[0].words, "三清");
    assert_eq!(counts.terms[0].parts, ["清淤", "清障", "清违"]);
}

#[test]
fn without_the_day_of_the_speech_a_month_is_of_no_year() {
    let mut project = project();
    let mut document = (*project.document).clone();
    document.date = None;
    project.document = document.into();
    let counts = count(&project, EVERYTHING);
    assert_eq!(counts.months, []);
    assert_eq!(counts.undated, [AnnotationId(3), AnnotationId(6)]);
}

#[test]
fn the_markers_of_a_path_are_told_apart() {
    let mut project = project();
    let mut marked: Vec<_> = project.store.annotations().to_vec();
    for found in &mut marked {
        if project.source.slice(found.span) == "（一）查底数" {
            let heading = std::sync::Arc::make_mut(found);
            heading
                .attributes
                .insert("marker".into(), Value::Text("一是".to_owned()));
        }
    }
    project.store = crate::annotate::Store::from_parts(marked, Vec::new());
    assert_eq!(count(&project, EVERYTHING).unit_sections[0], "一 › 一是");
}

#[test]
fn a_unit_with_two_roles_in_a_task_has_one_task() {
    let mut project = project();
    let edit = crate::web::table::TaskEdit {
        measure: AnnotationId(3),
        column: crate::web::table::Column::Support,
        value: "市水利局、市审计局".to_owned(),
    };
    let change = crate::web::table::edit(&project, &edit);
    project.perform(change.unwrap().into()).unwrap();
    let counts = count(&project, EVERYTHING);
    let row = counts.by_unit.iter().find(|(unit, _)| unit == "市水利局");
    assert_eq!(row.map(|(_, cells)| cells[0].clone()), Some(vec![AnnotationId(3)]));
}

#[test]
fn months_go_over_the_year() {
    assert_eq!(next_month("2026-12"), "2027-01");
    assert_eq!(next_month("2026-09"), "2026-10");
}

#[test]
fn what_nobody_accepted_counts_only_if_asked_for() {
    let project = project();
    let mut found = project.store.annotations().to_vec();
    for one in &mut found {
        let found = std::sync::Arc::make_mut(one);
        if &*found.label == "target" || found.id == AnnotationId(3) {
            found.status = Status::Suggested;
        }
    }
    let mut project = project;
    let links = project.store.links().to_vec();
    project.store = crate::annotate::Store::from_parts(found, links);
    let (all, accepted) = (count(&project, EVERYTHING), count(&project, Options::default()));
    assert_eq!((all.tasks, all.targets), (2, 1));
    assert_eq!((accepted.tasks, accepted.targets), (1, 0));
    assert!(accepted.by_unit.iter().all(|(unit, _)| unit != "市水利局"));
}
