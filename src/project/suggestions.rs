//! An extraction as annotations and links.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotation, AnnotationId, Attributes, Link, LinkId, Name, Origin, Status, Value};
use crate::extract::{Extraction, Label, Reason};
use crate::text::{Source, Span};

/// What an extraction suggests for a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// The speech's own title.
    pub title: Option<String>,
    /// The day on which it was given, as `2026-03-12`.
    pub date: Option<String>,
    /// The annotations, numbered in reading order from 1.
    pub annotations: Vec<Arc<Annotation>>,
    /// The links between them, numbered from 1.
    pub links: Vec<Arc<Link>>,
    /// What a reader should know about the text.
    pub remarks: Vec<Remark>,
}

/// Something that a reader should know about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Where.
    pub span: Span,
    /// What, as `group/note`.
    pub kind: String,
}

impl Suggestions {
    /// The annotations and links of an extraction.
    pub fn of(source: &Source, extraction: &Extraction) -> Self {
        let mut names = Names::default();
        let mut drafts = Vec::with_capacity(
            extraction.boilerplate.len()
                + extraction.headings.len()
                + extraction.statements.len()
                + extraction.mentions.len(),
        );
        for (span, reason) in &extraction.boilerplate {
            drafts.push(draft(&mut names, "boilerplate", *span, reason, Attributes::new()));
        }
        for heading in &extraction.headings {
            let attributes = Attributes::from([
                (names.of("level"), Value::Number(heading.level.into())),
                (names.of("marker"), Value::Text(source.slice(heading.marker).to_owned())),
            ]);
            drafts.push(draft(&mut names, "heading", heading.span, &heading.reason, attributes));
        }
        let statements = drafts.len();
        for statement in &extraction.statements {
            drafts.push(draft(
                &mut names,
                statement.label.id(),
                statement.span,
                &statement.reason,
                Attributes::new(),
            ));
        }
        let mentions = drafts.len();
        for mention in &extraction.mentions {
            let role = mention
                .role
                .map(|role| (names.of("role"), Value::Text(role.id().to_owned())));
            drafts.push(draft(
                &mut names,
                mention.label.id(),
                mention.span,
                &mention.reason,
                role.into_iter().collect(),
            ));
        }
        for frame in &extraction.frames {
            if extraction.statements[frame.measure].label == Label::Measure {
                describe(&mut names, &mut drafts[statements + frame.measure], frame);
            }
        }
        let (order, ids) = number(&mut drafts);
        let mut links = Vec::new();
        for frame in &extraction.frames {
            let from = ids[statements + frame.measure];
            let mut link = |kind: &'static str, to: usize, inferred: bool| {
                links.push(Arc::new(Link {
                    id: LinkId(links.len() as u32 + 1),
                    kind: names.of(kind),
                    from,
                    to: ids[to],
                    origin: Origin::Rule(names.of(if inferred { "frame/inferred" } else { "frame/stated" })),
                    status: Status::Suggested,
                }));
            };
            for unit in &frame.units {
                link(unit.role.id(), mentions + unit.mention, unit.inferred);
            }
            if let Some(deadline) = frame.deadline {
                link("deadline", mentions + deadline.mention, deadline.inferred);
            }
            for &target in &frame.targets {
                link("target", statements + target, false);
            }
        }
        let mut drafts: Vec<Option<Annotation>> = drafts.into_iter().map(Some).collect();
        let annotations = order
            .into_iter()
            .filter_map(|draft| drafts[draft].take().map(Arc::new))
            .collect();
        Self {
            title: extraction.title.map(|span| source.slice(span).trim().to_owned()),
            date: extraction.date.map(|date| date.to_string()),
            annotations,
            links,
            remarks: extraction
                .notes
                .iter()
                .map(|note| Remark {
                    span: note.span,
                    kind: note.kind.to_owned(),
                })
                .collect(),
        }
    }
}

/// Names that many annotations share, each made once.
#[derive(Default)]
struct Names {
    all: HashMap<&'static str, Name>,
    /// Some of them, by where they stand in memory: most are asked for again and again.
    near: [Option<(&'static str, Name)>; 32],
}

impl Names {
    fn of(&mut self, name: &'static str) -> Name {
        let near = &mut self.near[name.as_ptr() as usize / 8 % 32];
        match near {
            Some((own, made)) if std::ptr::eq(*own, name) => made.clone(),
            _ => {
                let made = self.all.entry(name).or_insert_with(|| name.into()).clone();
                near.insert((name, made)).1.clone()
            }
        }
    }
}

fn draft(names: &mut Names, label: &'static str, span: Span, reason: &Reason, attributes: Attributes) -> Annotation {
    Annotation {
        id: AnnotationId(0),
        label: names.of(label),
        span,
        fragments: Vec::new(),
        origin: Origin::Rule(names.of(reason.rule)),
        status: Status::Suggested,
        confidence: Some(reason.confidence),
        triggers: reason.triggers.clone(),
        attributes,
        note: String::new(),
    }
}

/// Writes the fields that a frame has besides its links onto the measure.
fn describe(names: &mut Names, measure: &mut Annotation, frame: &crate::extract::Frame) {
    let mut set =
        |name: &'static str, value: &str| measure.attributes.insert(names.of(name), Value::Text(value.to_owned()));
    set("modality", frame.modality.id());
    if let Some(instrument) = &frame.instrument {
        set("instrument", instrument.class);
    }
}

/// Numbers annotations in reading order; returns this order, as positions in the list, and the id of each by
/// its position.
fn number(drafts: &mut [Annotation]) -> (Vec<usize>, Vec<AnnotationId>) {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&position| drafts[position].span.reading_order());
    for (rank, &position) in order.iter().enumerate() {
        drafts[position].id = AnnotationId(rank as u32 + 1);
    }
    let ids = drafts.iter().map(|annotation| annotation.id).collect();
    (order, ids)
}
