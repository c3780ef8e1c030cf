//! What somebody has to do or to reach: the rows of a list of tasks.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Project;
use super::frame::{MeasureFrame, framed};
use crate::annotate::{Annotation, AnnotationId, Status};
use crate::extract::frame::standing::{Name, Standing, standing};

/// The frames of the tasks that are not rejected, in the order of the text.
pub(super) fn tasks(project: &Project) -> Vec<MeasureFrame> {
    let (led, names, shared) = (led_to(project), names(project), shared(project));
    framed(project, |annotation| match &*annotation.label {
        "measure" => true,
        "target" => !led.contains(&annotation.id) && !is_in_measure(project, annotation),
        _ => false,
    })
    .into_iter()
    .filter(|frame| is_task(project, &names, &shared, &frame.measure))
    .collect()
}

/// The targets that a measure leads to.
fn led_to(project: &Project) -> BTreeSet<AnnotationId> {
    let stands = |id| {
        let found = project.store.get(id);
        found.is_some_and(|found| found.status != Status::Rejected)
    };
    project
        .store
        .links()
        .iter()
        .filter(|link| &*link.kind == "target" && link.status != Status::Rejected && stands(link.from))
        .map(|link| link.to)
        .collect()
}

/// Whether a measure holds some of a target's words: its row has them.
fn is_in_measure(project: &Project, target: &Annotation) -> bool {
    let mut around = project.store.overlapping(target.span);
    around.any(|found| &*found.label == "measure" && found.status != Status::Rejected)
}

/// Whether a measure or target is something to do, or to reach; whatever a person has put into words is,
/// and an assignment that has nothing to govern (（四）统筹推进。（责任单位：甲局）).
fn is_task(project: &Project, names: &[Name], shared: &BTreeSet<AnnotationId>, measure: &Annotation) -> bool {
    let span = project.source.snap(measure.span).range();
    if measure
        .text_attribute("task")
        .is_some_and(|words| !words.trim().is_empty())
    {
        return true;
    }
    match standing(project.source.text(), span.clone(), within(names, &span)) {
        Standing::Task => true,
        Standing::Assignment => {
            let mut inside = project.store.overlapping(measure.span);
            &*measure.label == "measure" && !inside.any(|name| shared.contains(&name.id))
        }
        Standing::Topic | Standing::Opening => false,
    }
}

/// The units and times that an annotation leads to outside which they stand.
fn shared(project: &Project) -> BTreeSet<AnnotationId> {
    let links = project.store.links().iter();
    let outside = |from, to| {
        let (from, to) = (project.store.get(from)?, project.store.get(to)?);
        let stands = from.status != Status::Rejected && to.status != Status::Rejected;
        (stands && !from.span.overlaps(to.span)).then_some(to.id)
    };
    links
        .filter(|link| link.status != Status::Rejected)
        .filter_map(|link| outside(link.from, link.to))
        .collect()
}

/// The units and times of a text that are not rejected, in order.
pub(super) fn names(project: &Project) -> Vec<Name> {
    let annotations = project.store.annotations().iter();
    annotations
        .filter(|found| found.status != Status::Rejected && matches!(&*found.label, "actor" | "time"))
        .map(|found| Name {
            range: project.source.snap(found.span).range(),
            is_time: &*found.label == "time",
        })
        .collect()
}

/// Those of the names that begin in a part of the text.
pub fn within<'a>(names: &'a [Name], part: &Range<usize>) -> &'a [Name] {
    let first = names.partition_point(|name| name.range.start < part.start);
    let last = names.partition_point(|name| name.range.start < part.end);
    names.get(first..last).unwrap_or_default()
}
