//! The project's own JSON, version 1. Offsets are code points into `document.text`, half-open.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use super::DecodeError;
use super::json_frame;
use super::json_line::Line;
use super::json_review;
use super::json_wire as wire;
use crate::annotate::{Annotation, AnnotationId, Link, LinkId, Name, Origin, Status, Store, Value};
use crate::project::{Document, MeasureFrame, Project};
use crate::text::{CharOffset, Source, Span};

/// The JSON Schema (draft 2020-12) of these files.
pub const SCHEMA: &str = include_str!("juyao.schema.json");

/// The version written.
pub const VERSION: u64 = 1;

/// Code points of context kept on each side of a quote.
const CONTEXT: usize = 16;

/// A file is about so many times as long as its text.
const TIMES: usize = 8;

/// Attributes that stand beside `label` instead of in `attributes`.
pub(super) const LIFTED: [&str; 3] = ["level", "marker", "role"];

/// The file of one document, indented, with a closing line end.
pub fn encode(project: &Project) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&file(project, &project.frames())).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The same on one line.
pub fn encode_line(project: &Project) -> Vec<u8> {
    let frames = project.frames();
    let wire::File {
        format,
        version,
        document,
        annotations: _,
        links: _,
        review,
        measures,
        rules,
        terms,
        tagset,
    } = file(project, &frames);
    let mut line = Line::with_capacity(project.source.text().len() * TIMES);
    line.raw("{\"format\":");
    line.value(&format);
    line.raw(",\"version\":");
    line.value(&version);
    line.raw(",\"document\":");
    line.value(&document);
    line.raw(",\"annotations\":");
    line.list(project.store.annotations(), |line, annotation| {
        line.annotation(&project.source, annotation)
    });
    line.raw(",\"links\":");
    line.list(project.store.links(), |line, link| line.link(link));
    if !review.is_empty() {
        line.raw(",\"review\":");
        line.value(&review);
    }
    line.raw(",\"measures\":");
    line.value(&measures);
    line.raw(",\"rules\":");
    line.value(&rules);
    line.raw(",\"terms\":");
    line.value(&terms);
    line.raw(",\"tagset\":");
    line.value(&tagset);
    line.raw("}");
    line.end()
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
    let source = Source::new(file.document.text.into_owned());
    let mut project = Project::new(source.clone());
    if project.document.sha256 != file.document.sha256 || source.chars() != CharOffset(file.document.length) {
        return Err(DecodeError::TextChanged);
    }
    project.document = Arc::new(Document {
        id: file.document.id.into_owned(),
        title: file.document.title.into_owned(),
        sha256: file.document.sha256.into_owned(),
        date: file.document.date.map(Cow::into_owned),
        speaker: file.document.speaker.into_owned(),
        origin: file.document.origin.into_owned(),
        folder: file.document.folder.into_owned(),
        note: file.document.note.into_owned(),
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
    let reviews = (1..).zip(file.review).map(|(place, one)| json_review::read(place, one));
    project.store = project.store.with_reviews(reviews.collect::<Result<_, _>>()?);
    project.tagset = Arc::new(file.tagset.into_owned());
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

fn file<'a>(
    project: &'a Project,
    frames: &'a [MeasureFrame],
) -> wire::File<'a, impl Serialize + 'a, impl Serialize + 'a> {
    let (source, document, store) = (&project.source, &project.document, &project.store);
    wire::File {
        format: "juyao".into(),
        version: VERSION,
        document: wire::Document {
            id: document.id.as_str().into(),
            title: document.title.as_str().into(),
            text: source.text().into(),
            sha256: document.sha256.as_str().into(),
            length: source.chars().0,
            offset_unit: "unicode_code_point".into(),
            date: document.date.as_deref().map(Cow::from),
            speaker: document.speaker.as_str().into(),
            origin: document.origin.as_str().into(),
            folder: document.folder.as_str().into(),
            note: document.note.as_str().into(),
        },
        annotations: wire::Each(move || {
            let annotations = store.annotations().iter();
            annotations.map(move |annotation| write_annotation(source, annotation))
        }),
        links: wire::Each(move || store.links().iter().map(|link| write_link(link))),
        review: store
            .reviews()
            .iter()
            .map(|review| json_review::write(review))
            .collect(),
        measures: frames.iter().map(|frame| json_frame::measure(source, frame)).collect(),
        rules: json_frame::rules(project),
        terms: json_frame::terms(project),
        tagset: Cow::Borrowed(&project.tagset),
    }
}

fn write_annotation<'a>(source: &'a Source, annotation: &'a Annotation) -> wire::Annotation<'a> {
    let span = source.span_to_chars(annotation.span);
    let (before, after) = context(source, annotation.span);
    let lifted = |name: &str| annotation.text_attribute(name).map(Cow::from);
    wire::Annotation {
        id: annotation.id.to_string().into(),
        label: (&*annotation.label).into(),
        start: span.start().0,
        end: span.end().0,
        quote: source.slice(annotation.span).into(),
        fragments: annotation
            .fragments
            .iter()
            .map(|&fragment| write_fragment(source, fragment))
            .collect(),
        prefix: before.into(),
        suffix: after.into(),
        level: annotation.level().map(i64::from),
        marker: lifted("marker"),
        role: lifted("role"),
        origin: annotation.origin.to_string().into(),
        status: annotation.status.id().into(),
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
            .map(|(name, value)| ((&**name).into(), write_value(value)))
            .collect(),
        note: annotation.note.as_str().into(),
    }
}

/// The text before and after a span.
pub(super) fn context(source: &Source, span: Span) -> (&str, &str) {
    let range = source.snap(span).range();
    let (before, after) = (&source.text()[..range.start], &source.text()[range.end..]);
    let start = (0..CONTEXT).fold(before.len(), |at, _| before.floor_char_boundary(at.saturating_sub(1)));
    let end = (0..CONTEXT).fold(0, |at, _| after.ceil_char_boundary(at + 1));
    (&before[start..], &after[..end])
}

fn read_annotation(source: &Source, wire: wire::Annotation<'_>) -> Result<Arc<Annotation>, DecodeError> {
    let misfit = || DecodeError::Annotation(wire.id.to_string());
    let end = source.chars().0;
    if wire.start > wire.end || wire.end > end || wire.triggers.iter().any(|&(from, to)| from > to || to > end) {
        return Err(misfit());
    }
    let chars = |from, to| source.span_from_chars(Span::new(CharOffset(from), CharOffset(to)));
    let span = chars(wire.start, wire.end);
    if source.slice(span) != wire.quote {
        return Err(DecodeError::Quote(wire.id.into_owned()));
    }
    let mut fragments = Vec::new();
    for fragment in &wire.fragments {
        if fragment.start > fragment.end || fragment.end > end {
            return Err(misfit());
        }
        let piece = chars(fragment.start, fragment.end);
        if source.slice(piece) != fragment.quote {
            return Err(DecodeError::Quote(wire.id.into_owned()));
        }
        fragments.push(piece);
    }
    let mut attributes = crate::annotate::Attributes::new();
    for (name, value) in wire.attributes {
        attributes.insert((&*name).into(), read_value(value));
    }
    let lifted = [
        ("level", wire.level.map(Value::Number)),
        ("marker", wire.marker.map(|marker| Value::Text(marker.into_owned()))),
        ("role", wire.role.map(|role| Value::Text(role.into_owned()))),
    ];
    attributes.extend(
        lifted
            .into_iter()
            .filter_map(|(name, value)| Some((Name::from(name), value?))),
    );
    Ok(Arc::new(Annotation {
        id: AnnotationId(number(&wire.id, 'a').ok_or_else(misfit)?),
        label: (&*wire.label).into(),
        span,
        fragments,
        origin: wire.origin.parse().map_err(|()| misfit())?,
        status: Status::from_id(&wire.status).ok_or_else(misfit)?,
        confidence: wire
            .confidence
            .map(|share| (share * 100.0).round().clamp(0.0, 100.0) as u8),
        triggers: wire.triggers.into_iter().map(|(from, to)| chars(from, to)).collect(),
        attributes,
        note: wire.note.into_owned(),
    }))
}

pub(super) fn write_fragment(source: &Source, fragment: Span) -> wire::Fragment {
    let span = source.span_to_chars(fragment);
    wire::Fragment {
        start: span.start().0,
        end: span.end().0,
        quote: source.slice(fragment).to_owned(),
    }
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

pub(super) fn write_link(link: &Link) -> wire::Link<'_> {
    wire::Link {
        id: link.id.to_string().into(),
        kind: (&*link.kind).into(),
        from: link.from.to_string().into(),
        to: link.to.to_string().into(),
        origin: link.origin.to_string().into(),
        status: link.status.id().into(),
    }
}

pub(super) fn read_link(wire: wire::Link<'_>) -> Result<Arc<Link>, DecodeError> {
    let read = || {
        Some(Link {
            id: LinkId(number(&wire.id, 'l')?),
            kind: (&*wire.kind).into(),
            from: AnnotationId(number(&wire.from, 'a')?),
            to: AnnotationId(number(&wire.to, 'a')?),
            origin: wire.origin.parse::<Origin>().ok()?,
            status: Status::from_id(&wire.status)?,
        })
    };
    read()
        .map(Arc::new)
        .ok_or_else(|| DecodeError::Link(wire.id.to_string()))
}

/// The number of an id such as `a12`.
pub(super) fn number(id: &str, letter: char) -> Option<u32> {
    id.strip_prefix(letter)?.parse().ok()
}

#[cfg(test)]
mod tests;
