//! The project's own JSON, version 1. Offsets are code points into `document.text`, half-open.

use std::borrow::Cow;
use std::sync::Arc;

use super::DecodeError;
use super::json_frame;
use super::json_review;
use super::json_wire as wire;
use super::json_writer::{Writer, field};
use crate::annotate::{Annotation, AnnotationId, Link, LinkId, Name, Origin, Status, Store, Value};
use crate::project::{Document, Project};
use crate::text::{CharOffset, Source, Span};

/// The JSON Schema (draft 2020-12) of these files.
pub const SCHEMA: &str = include_str!("juyao.schema.json");

/// The version written.
pub const VERSION: u64 = 1;

/// Code points of context kept on each side of a quote.
const CONTEXT: usize = 16;

/// A file is about so many times as long as its text.
const TIMES: usize = 16;

/// Attributes that stand beside `label` instead of in `attributes`.
pub(super) const LIFTED: [&str; 3] = ["level", "marker", "role"];

/// The file of one document, indented, with a closing line end.
pub fn encode(project: &Project) -> Vec<u8> {
    write::<true>(project)
}

/// The same on one line.
pub fn encode_line(project: &Project) -> Vec<u8> {
    write::<false>(project)
}

fn write<const INDENTED: bool>(project: &Project) -> Vec<u8> {
    let (source, store) = (&project.source, &project.store);
    let times = if INDENTED { TIMES + TIMES / 2 } else { TIMES };
    let mut file = Writer::<INDENTED>::with_capacity(source.text().len() * times);
    file.field(field!("{" "  " "format"));
    file.raw("\"juyao\"");
    file.field(field!("," "  " "version"));
    file.value(1, &VERSION);
    file.field(field!("," "  " "document"));
    file.value(1, &document(project));
    file.field(field!("," "  " "annotations"));
    file.list(1, store.annotations(), |file, annotation| {
        file.annotation(source, annotation)
    });
    file.field(field!("," "  " "links"));
    file.list(1, store.links(), |file, link| file.link(link));
    if !store.reviews().is_empty() {
        file.field(field!("," "  " "review"));
        file.list(1, store.reviews(), |file, review| {
            file.value(2, &json_review::write(review))
        });
    }
    file.field(field!("," "  " "measures"));
    file.list(1, &project.frames(), |file, frame| file.measure(source, frame));
    file.field(field!("," "  " "rules"));
    file.value(1, &json_frame::rules(project));
    file.field(field!("," "  " "terms"));
    file.value(1, &json_frame::terms(project));
    file.field(field!("," "  " "tagset"));
    file.value(1, &*project.tagset);
    file.end()
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

fn document(project: &Project) -> wire::Document<'_> {
    let document = &*project.document;
    wire::Document {
        id: document.id.as_str().into(),
        title: document.title.as_str().into(),
        text: project.source.text().into(),
        sha256: document.sha256.as_str().into(),
        length: project.source.chars().0,
        offset_unit: "unicode_code_point".into(),
        date: document.date.as_deref().map(Cow::from),
        speaker: document.speaker.as_str().into(),
        origin: document.origin.as_str().into(),
        folder: document.folder.as_str().into(),
        note: document.note.as_str().into(),
    }
}

/// The text before and after a span.
pub(super) fn context(source: &Source, span: Span) -> (&str, &str) {
    let range = source.snap(span).range();
    let (before, after) = (&source.text()[..range.start], &source.text()[range.end..]);
    let first = before.char_indices().rev().take(CONTEXT).last();
    let start = first.map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
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
