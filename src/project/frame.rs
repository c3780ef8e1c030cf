//! Frames as the annotations and links of a project tell them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Project;
use crate::annotate::{Annotation, AnnotationId, Link, Status};
use crate::extract::date::{Date, Interval};
use crate::extract::frame::excerpt::{limit, wording};
use crate::text::{Source, Span};

/// A measure with all that is linked to it. A view: the truth is in the annotations and links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureFrame {
    /// The measure; in a list of tasks also a target.
    pub measure: Arc<Annotation>,
    /// The headings above it, outermost first.
    pub section: Vec<Arc<Annotation>>,
    /// Its units in the order of the text, with the kind of link (`lead`, `support` …).
    pub units: Vec<Unit>,
    /// Its deadline: the link, the words, and the days they mean, where they can be told.
    pub deadline: Option<(Unit, Option<Interval>)>,
    /// Its targets in the order of the text.
    pub targets: Vec<Unit>,
    /// What it rests on.
    pub basis: Vec<Unit>,
}

/// The other end of a measure's link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The link.
    pub link: Arc<Link>,
    /// What it leads to.
    pub annotation: Arc<Annotation>,
}

/// The words of a measure that its attributes rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureWords {
    /// What says how binding it is.
    pub modality: Vec<Span>,
    /// What suggests its class of policy instrument, in order.
    pub instrument: Vec<Span>,
}

impl MeasureFrame {
    /// The words that the measure's modality and instrument rest on; none where a person has set
    /// another value than the words suggest.
    pub fn words(&self, source: &Source) -> MeasureWords {
        let read = wording(source.slice(self.measure.span));
        let start = self.measure.span.range().start;
        let span = |words: Range<usize>| Span::at(start + words.start, start + words.end);
        let is = |name: &str, value: Option<&str>| self.measure.text_attribute(name) == value && value.is_some();
        MeasureWords {
            modality: read
                .modality_words
                .filter(|_| is("modality", Some(read.modality.id())))
                .map(span)
                .into_iter()
                .collect(),
            instrument: if is("instrument", read.instrument) {
                read.instrument_words.into_iter().map(span).collect()
            } else {
                Vec::new()
            },
        }
    }

    /// The units with one kind of link.
    pub fn units_as(&self, kind: &str) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| &*unit.link.kind == kind)
    }
}

/// One frame per measure that is not rejected.
pub(super) fn frames(project: &Project) -> Vec<MeasureFrame> {
    framed(project, |annotation| &*annotation.label == "measure")
}

/// One frame per annotation of some kind that is not rejected.
pub(super) fn framed(project: &Project, is_wanted: impl Fn(&Annotation) -> bool) -> Vec<MeasureFrame> {
    let spoken = project.document.date.as_deref().and_then(Date::parse);
    let mut links: BTreeMap<AnnotationId, Vec<Unit>> = BTreeMap::new();
    for link in project
        .store
        .links()
        .iter()
        .filter(|link| link.status != Status::Rejected)
    {
        if let Some(annotation) = project
            .store
            .get(link.to)
            .filter(|other| other.status != Status::Rejected)
        {
            let unit = Unit {
                link: link.clone(),
                annotation: annotation.clone(),
            };
            links.entry(link.from).or_default().push(unit);
        }
    }
    let mut section = Vec::new();
    let mut frames = Vec::new();
    for annotation in project
        .store
        .annotations()
        .iter()
        .filter(|annotation| annotation.status != Status::Rejected)
    {
        match &*annotation.label {
            "heading" => descend(&mut section, annotation),
            _ if is_wanted(annotation) => {
                let mut units = links.remove(&annotation.id).unwrap_or_default();
                units.sort_by_key(|unit| unit.annotation.span.reading_order());
                let mut take =
                    |kind: &str| -> Vec<Unit> { units.extract_if(.., |unit| &*unit.link.kind == kind).collect() };
                let deadline = take("deadline").into_iter().next().map(|unit| {
                    let span = project.source.snap(unit.annotation.span).range();
                    let (_, interval) = limit(project.source.text(), span, spoken);
                    (unit, interval)
                });
                frames.push(MeasureFrame {
                    measure: annotation.clone(),
                    section: section.clone(),
                    deadline,
                    targets: take("target"),
                    basis: take("basis"),
                    units,
                });
            }
            _ => {}
        }
    }
    frames
}

/// Steps from one heading to the next: what is as deep or deeper no longer stands above it.
pub(super) fn descend(path: &mut Vec<Arc<Annotation>>, heading: &Arc<Annotation>) {
    let level = heading.level().unwrap_or(1);
    path.retain(|above| above.level().unwrap_or(1) < level);
    path.push(heading.clone());
}
