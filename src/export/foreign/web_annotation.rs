//! W3C Web Annotations in JSON-LD: a collection with quote and position selectors. Offsets are code
//! points, as the recommendation asks. The text travels along as a property of our own.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::details::Details;
use super::draft::Draft;
use super::selection::Selection;
use super::{json_line, syntax, utf8};
use crate::annotate::Annotation;
use crate::export::{DecodeError, Format};
use crate::project::Project;
use crate::text::Span;

/// What the recommendation has no words for; `@json` keeps an object as it is.
const CONTEXT: &str = r#"["http://www.w3.org/ns/anno.jsonld",
    {"juyao": "urn:juyao:terms:", "juyao:details": {"@id": "juyao:details", "@type": "@json"}}]"#;

/// A collection of one page.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let document = &selection.project.document;
    // Not under the prefix of the terms, or processors would shorten some mentions of it and not others.
    let base = format!("urn:juyao:document:{}", document.id);
    let source = format!("urn:sha256:{}", document.sha256);
    let context: Value = serde_json::from_str(CONTEXT).unwrap_or_default();
    let mut items: Vec<Value> = selection
        .annotations
        .iter()
        .map(|annotation| {
            let mut body = vec![json!({"type": "TextualBody", "purpose": "tagging", "value": *annotation.label})];
            if !annotation.note.is_empty() {
                body.push(json!({"type": "TextualBody", "purpose": "commenting", "value": annotation.note}));
            }
            json!({
                "id": format!("{base}:{}", annotation.id),
                "type": "Annotation",
                "motivation": "tagging",
                "body": body,
                "target": targets(selection, annotation, &source),
                "juyao:details": Details {
                    note: String::new(),
                    fragments: Vec::new(),
                    ..Details::of(annotation, |span| selection.chars(span))
                },
            })
        })
        .collect();
    items.extend(selection.links.iter().map(|link| {
        json!({
            "id": format!("{base}:{}", link.id),
            "type": "Annotation",
            "motivation": "linking",
            "body": [{"id": format!("{base}:{}", link.to)},
                     {"type": "TextualBody", "purpose": "tagging", "value": *link.kind}],
            "target": format!("{base}:{}", link.from),
            "juyao:details": Details::of_link(link),
        })
    }));
    json_line(&json!({
        "@context": context,
        "id": base,
        "type": "AnnotationCollection",
        "label": document.title,
        "juyao:date": document.date,
        "juyao:text": selection.source().text(),
        "total": items.len(),
        "first": {"id": format!("{base}:page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }))
}

/// What an annotation is about: the one piece, or every piece of a discontinuous one, the main one first.
fn targets(selection: &Selection<'_>, annotation: &Annotation, source: &str) -> Value {
    let target = |span: Span| {
        let (start, end) = selection.chars(span);
        let (prefix, suffix) = selection.context(span);
        json!({"source": source, "selector": [
            {"type": "TextQuoteSelector", "exact": selection.quote(span), "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]})
    };
    if annotation.fragments.is_empty() {
        target(annotation.span)
    } else {
        annotation.spans().map(target).collect()
    }
}

/// A collection with its text; annotations alone have nothing to stand on.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let file: Value = serde_json::from_str(utf8(bytes)?).map_err(syntax)?;
    let text = file["juyao:text"].as_str().ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::WebAnnotation, text)?;
    draft.describe(file["label"].as_str(), file["juyao:date"].as_str());
    let items = [&file["first"]["items"], &file["items"]]
        .into_iter()
        .find_map(Value::as_array)
        .ok_or_else(|| DecodeError::Syntax("no annotations".to_owned()))?;
    let is_link = |item: &Value| item["motivation"] == "linking";
    let mut places = BTreeMap::new();
    for item in items.iter().filter(|item| !is_link(item)) {
        let id = item["id"].as_str().unwrap_or_default();
        let place = read_annotation(&mut draft, item, id)?;
        places.insert(id, place);
    }
    for item in items.iter().filter(|item| is_link(item)) {
        let id = item["id"].as_str().unwrap_or_default();
        let lost = || DecodeError::Link(id.to_owned());
        let place = |value: &Value| iri(value).and_then(|id| places.get(id)).copied();
        let from = place(&item["target"]).ok_or_else(lost)?;
        let to = bodies(item).find_map(place).ok_or_else(lost)?;
        let place = draft.link(own_name(id), &tag(item), from, to);
        if let (Some(link), Ok(details)) = (draft.linked(place), read_details(item)) {
            details.give_link(link);
        }
    }
    Ok(vec![draft.finish()])
}

fn read_annotation(draft: &mut Draft, item: &Value, id: &str) -> Result<usize, DecodeError> {
    let (main, further) = match one_or_many(&item["target"]) {
        [main, further @ ..] => (main, further),
        [] => (&Value::Null, [].as_slice()),
    };
    let span = read_target(draft, main, id)?;
    let further = further.iter().map(|target| read_target(draft, target, id));
    let further: Vec<Span> = further.collect::<Result<_, _>>()?;
    let place = draft.mark(own_name(id), &tag(item), span);
    if let Ok(details) = read_details(item) {
        draft.detail(place, details, Draft::chars);
    }
    if let Some(annotation) = draft.annotation(place) {
        let notes: Vec<&str> = bodies(item)
            .filter(|body| body["purpose"] == "commenting")
            .filter_map(|body| body["value"].as_str())
            .collect();
        annotation.note = notes.join("\n");
        annotation.fragments = further;
    }
    Ok(place)
}

fn read_target(draft: &Draft, target: &Value, id: &str) -> Result<Span, DecodeError> {
    let misfit = || DecodeError::Annotation(id.to_owned());
    let selectors = one_or_many(&target["selector"]);
    let selector = |kind: &str| selectors.iter().find(|selector| selector["type"] == kind);
    let position = selector("TextPositionSelector").ok_or_else(misfit)?;
    let offset = |name: &str| position[name].as_u64().and_then(|at| u32::try_from(at).ok());
    let (start, end) = (offset("start").ok_or_else(misfit)?, offset("end").ok_or_else(misfit)?);
    match selector("TextQuoteSelector").and_then(|quote| quote["exact"].as_str()) {
        Some(quote) => draft.quoted(id, start, end, quote),
        None => draft.chars(id, start, end),
    }
}

fn read_details(item: &Value) -> Result<Details, serde_json::Error> {
    serde_json::from_value(item["juyao:details"].clone())
}

/// The value of the tagging body; of any body where none says that it tags.
fn tag(item: &Value) -> String {
    let tagging = bodies(item).find(|body| body["purpose"] == "tagging");
    tagging
        .or_else(|| bodies(item).next())
        .and_then(|body| body["value"].as_str().or_else(|| body.as_str()))
        .unwrap_or("tag")
        .to_owned()
}

fn bodies(item: &Value) -> impl Iterator<Item = &Value> {
    one_or_many(&item["body"]).iter()
}

/// What a value names: processors shorten an object that holds an id alone to the id.
fn iri(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["id"].as_str())
}

/// JSON-LD writes a list of one as the one.
fn one_or_many(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// The end of our own ids, which holds the number.
fn own_name(id: &str) -> &str {
    id.rsplit(':').next().unwrap_or(id)
}
