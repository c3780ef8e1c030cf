//! The project's own JSON, version 1. Offsets are code points into `document.text`, half-open.

use std::sync::Arc;

use super::DecodeError;
use super::json_wire as wire;
use crate::annotate::{Annotation, AnnotationId, Link, LinkId, Name, Origin, Status, Store, Value};
use crate::project::{Document, MeasureFrame, Project, Unit};
use crate::text::{CharOffset, Source, Span};

/// The JSON Schema (draft 2020-12) of these files.
pub const SCHEMA: &str = include_str!("juyao.schema.json");

/// The version written.
pub const VERSION: u64 = 1;

/// Code points of context kept on each side of a quote.
const CONTEXT: u32 = 16;

/// Attributes that stand beside `label` instead of in `attributes`.
const LIFTED: [&str; 3] = ["level", "marker", "role"];

/// The file of one document, indented, with a closing line end.
pub fn encode(project: &Project) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&file(project)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The same on one line.
pub fn encode_line(project: &Project) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(&file(project)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Reads a file and checks it against its own text.
pub fn decode(bytes: &[u8]) -> Result<Project, DecodeError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Header = serde_json::from_slice(bytes).map_err(syntax)?;
    if value.format != "juyao" {
        return Err(DecodeError::Syntax(format!("format is {:?}", value.format)));
    }
    if value.version > VERSION {
        return Err(DecodeError::Newer(value.version));
    }
    let file: wire::File = serde_json::from_slice(bytes).map_err(syntax)?;
    let source = Source::new(file.document.text);
    let mut project = Project::new(source.clone());
    if project.document.sha256 != file.document.sha256 || source.chars() != CharOffset(file.document.length) {
        return Err(DecodeError::TextChanged);
    }
    project.document = Arc::new(Document {
        id: file.document.id,
        title: file.document.title,
        sha256: file.document.sha256,
        date: file.document.date,
    });
    let counts = (file.annotations.len(), file.links.len());
    let annotations = file
        .annotations
        .into_iter()
        .map(|one| read_annotation(&source, one))
        .collect::<Result<Vec<_>, _>>()?;
    let links = file.links.into_iter().map(read_link).collect::<Result<Vec<_>, _>>()?;
    let given = (annotations.clone(), links.clone());
    project.store = Store::from_parts(annotations, links);
    if project.store.annotations().len() != counts.0 {
        return Err(DecodeError::Annotation(
            repeated(given.0.iter().map(|one| one.id)).map_or_else(String::new, |id| id.to_string()),
        ));
    }
    if project.store.links().len() != counts.1 {
        let lost = given.1.iter().find(|link| project.store.link(link.id) != Some(link));
        return Err(DecodeError::Link(
            lost.map_or_else(String::new, |link| link.id.to_string()),
        ));
    }
    project.tagset = Arc::new(file.tagset);
    Ok(project)
}

/// The first id that stands twice.
fn repeated(ids: impl Iterator<Item = AnnotationId>) -> Option<AnnotationId> {
    let mut seen = std::collections::BTreeSet::new();
    ids.into_iter().find(|&id| !seen.insert(id))
}

/// Read first, so that a file of a newer version is told from a broken one.
#[derive(serde::Deserialize)]
struct Header {
    format: String,
    version: u64,
}

fn syntax(error: serde_json::Error) -> DecodeError {
    DecodeError::Syntax(error.to_string())
}

fn file(project: &Project) -> wire::File {
    let (source, document) = (&project.source, &project.document);
    wire::File {
        format: "juyao".to_owned(),
        version: VERSION,
        document: wire::Document {
            id: document.id.clone(),
            title: document.title.clone(),
            text: source.text().to_owned(),
            sha256: document.sha256.clone(),
            length: source.chars().0,
            offset_unit: "unicode_code_point".to_owned(),
            date: document.date.clone(),
        },
        annotations: project
            .store
            .annotations()
            .iter()
            .map(|annotation| write_annotation(source, annotation))
            .collect(),
        links: project.store.links().iter().map(|link| write_link(link)).collect(),
        measures: project
            .frames()
            .iter()
            .map(|frame| write_measure(source, frame))
            .collect(),
        tagset: (*project.tagset).clone(),
    }
}

fn write_annotation(source: &Source, annotation: &Annotation) -> wire::Annotation {
    let span = source.span_to_chars(annotation.span);
    let around = |from: u32, to: u32| {
        let context = source.span_from_chars(Span::new(CharOffset(from), CharOffset(to)));
        source.slice(context).to_owned()
    };
    let lifted = |name: &str| annotation.text_attribute(name).map(str::to_owned);
    wire::Annotation {
        id: annotation.id.to_string(),
        label: annotation.label.to_string(),
        start: span.start().0,
        end: span.end().0,
        quote: source.slice(annotation.span).to_owned(),
        prefix: around(span.start().0.saturating_sub(CONTEXT), span.start().0),
        suffix: around(span.end().0, span.end().0.saturating_add(CONTEXT)),
        level: annotation.level().map(i64::from),
        marker: lifted("marker"),
        role: lifted("role"),
        origin: annotation.origin.to_string(),
        status: annotation.status.id().to_owned(),
        confidence: annotation.confidence.map(|percent| f64::from(percent) / 100.0),
        triggers: annotation
            .triggers
            .iter()
            .map(|&trigger| source.span_to_chars(trigger))
            .map(|trigger| (trigger.start().0, trigger.end().0))
            .collect(),
        attributes: annotation
            .attributes
            .iter()
            .filter(|(name, _)| !LIFTED.contains(&&***name))
            .map(|(name, value)| (name.to_string(), write_value(value)))
            .collect(),
        note: annotation.note.clone(),
    }
}

fn read_annotation(source: &Source, wire: wire::Annotation) -> Result<Arc<Annotation>, DecodeError> {
    let misfit = || DecodeError::Annotation(wire.id.clone());
    let end = source.chars().0;
    if wire.start > wire.end || wire.end > end || wire.triggers.iter().any(|&(from, to)| from > to || to > end) {
        return Err(misfit());
    }
    let chars = |from, to| source.span_from_chars(Span::new(CharOffset(from), CharOffset(to)));
    let span = chars(wire.start, wire.end);
    if source.slice(span) != wire.quote {
        return Err(DecodeError::Quote(wire.id));
    }
    let mut attributes = crate::annotate::Attributes::new();
    for (name, value) in wire.attributes {
        attributes.insert(name.into(), read_value(value));
    }
    let lifted = [
        ("level", wire.level.map(Value::Number)),
        ("marker", wire.marker.map(Value::Text)),
        ("role", wire.role.map(Value::Text)),
    ];
    attributes.extend(
        lifted
            .into_iter()
            .filter_map(|(name, value)| Some((Name::from(name), value?))),
    );
    Ok(Arc::new(Annotation {
        id: AnnotationId(number(&wire.id, 'a').ok_or_else(|| DecodeError::Annotation(wire.id.clone()))?),
        label: wire.label.into(),
        span,
        origin: wire
            .origin
            .parse()
            .map_err(|()| DecodeError::Annotation(wire.id.clone()))?,
        status: Status::from_id(&wire.status).ok_or(DecodeError::Annotation(wire.id))?,
        confidence: wire
            .confidence
            .map(|share| (share * 100.0).round().clamp(0.0, 100.0) as u8),
        triggers: wire.triggers.into_iter().map(|(from, to)| chars(from, to)).collect(),
        attributes,
        note: wire.note,
    }))
}

pub(super) fn write_value(value: &Value) -> wire::Value {
    match value {
        Value::Text(text) => wire::Value::Text(text.clone()),
        Value::Number(number) => wire::Value::Number(*number),
        Value::Flag(flag) => wire::Value::Flag(*flag),
    }
}

pub(super) fn read_value(value: wire::Value) -> Value {
    match value {
        wire::Value::Text(text) => Value::Text(text),
        wire::Value::Number(number) => Value::Number(number),
        wire::Value::Flag(flag) => Value::Flag(flag),
    }
}

fn write_link(link: &Link) -> wire::Link {
    wire::Link {
        id: link.id.to_string(),
        kind: link.kind.to_string(),
        from: link.from.to_string(),
        to: link.to.to_string(),
        origin: link.origin.to_string(),
        status: link.status.id().to_owned(),
    }
}

fn read_link(wire: wire::Link) -> Result<Arc<Link>, DecodeError> {
    let read = || {
        Some(Link {
            id: LinkId(number(&wire.id, 'l')?),
            kind: wire.kind.as_str().into(),
            from: AnnotationId(number(&wire.from, 'a')?),
            to: AnnotationId(number(&wire.to, 'a')?),
            origin: wire.origin.parse::<Origin>().ok()?,
            status: Status::from_id(&wire.status)?,
        })
    };
    read().map(Arc::new).ok_or_else(|| DecodeError::Link(wire.id.clone()))
}

/// The number of an id such as `a12`.
fn number(id: &str, letter: char) -> Option<u32> {
    id.strip_prefix(letter)?.parse().ok()
}

fn write_measure(source: &Source, frame: &MeasureFrame) -> wire::Measure {
    let ids = |units: &[Unit]| {
        units
            .iter()
            .map(|unit| unit.annotation.id.to_string())
            .collect::<Vec<_>>()
    };
    let role = |kind: &str| {
        frame
            .units_as(kind)
            .map(|unit| unit.annotation.id.to_string())
            .collect::<Vec<_>>()
    };
    let text = |name: &str| frame.measure.text_attribute(name).map(str::to_owned);
    wire::Measure {
        annotation: frame.measure.id.to_string(),
        section: frame
            .section
            .iter()
            .map(|heading| source.slice(heading.span).to_owned())
            .collect(),
        lead: role("lead"),
        support: role("support"),
        responsible: role("responsible"),
        executor: role("executor"),
        deadline: frame.deadline.as_ref().map(|(unit, interval)| wire::Deadline {
            annotation: unit.annotation.id.to_string(),
            raw: source.slice(unit.annotation.span).to_owned(),
            from: interval.and_then(|interval| interval.from).map(|day| day.to_string()),
            to: interval.map(|interval| interval.to.to_string()),
            inferred: unit.link.is_inferred(),
        }),
        targets: ids(&frame.targets),
        basis: ids(&frame.basis),
        modality: text("modality"),
        instrument: text("instrument"),
    }
}

#[cfg(test)]
mod tests;
