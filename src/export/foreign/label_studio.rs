//! Label Studio tasks: what was accepted as an annotation, what is only suggested as a prediction.
//! Offsets are code points (older versions counted UTF-16 units: the words tell).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::{Value, json};

use super::details::Details;
use super::draft::Draft;
use super::selection::Selection;
use super::xml::Xml;
use super::{colour, json_line, syntax, utf8};
use crate::annotate::{Annotation, AnnotationId, Link, Status, TagSet};
use crate::export::{DecodeError, Format};
use crate::project::Project;

/// Goes before the ids of a prediction: ids must differ across results.
const PREDICTED: &str = "p:";

/// A list of one task.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let document = &selection.project.document;
    let accepted: BTreeSet<AnnotationId> = selection
        .annotations
        .iter()
        .filter(|annotation| annotation.status == Status::Accepted)
        .map(|annotation| annotation.id)
        .collect();
    let (mut sure, mut unsure): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    // A relation stands in the result of its regions: a prediction repeats accepted ones that it needs.
    let (sure_links, unsure_links): (Vec<&Link>, Vec<&Link>) = selection.links.iter().copied().partition(|link| {
        link.status == Status::Accepted && accepted.contains(&link.from) && accepted.contains(&link.to)
    });
    let repeated: BTreeSet<AnnotationId> = unsure_links.iter().flat_map(|link| [link.from, link.to]).collect();
    for annotation in &selection.annotations {
        if accepted.contains(&annotation.id) {
            sure.push(region(selection, annotation, ""));
        }
        if !accepted.contains(&annotation.id) || repeated.contains(&annotation.id) {
            unsure.push(region(selection, annotation, PREDICTED));
        }
    }
    sure.extend(sure_links.iter().map(|link| relation(link, "")));
    unsure.extend(unsure_links.iter().map(|link| relation(link, PREDICTED)));
    let predictions = if unsure.is_empty() {
        Vec::new()
    } else {
        vec![json!({"model_version": "juyao", "result": unsure})]
    };
    json_line(&json!([{
        "id": 1,
        "data": {"text": selection.source().text(), "title": document.title, "date": document.date},
        "annotations": [{"result": sure}],
        "predictions": predictions,
    }]))
}

fn region(selection: &Selection<'_>, annotation: &Annotation, prefix: &str) -> Value {
    let (start, end) = selection.chars(annotation.span);
    json!({
        "id": format!("{prefix}{}", annotation.id),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": start, "end": end, "text": selection.quote(annotation.span), "labels": [*annotation.label]},
        "score": annotation.confidence.map(|percent| f64::from(percent) / 100.0),
        // What Label Studio shows as the region's note is a list of texts.
        "meta": {"text": if annotation.note.is_empty() { Vec::new() } else { vec![&annotation.note] },
                 "juyao": Details { note: String::new(), ..Details::of(annotation, |span| selection.chars(span)) }},
    })
}

fn relation(link: &Link, prefix: &str) -> Value {
    json!({
        "from_id": format!("{prefix}{}", link.from),
        "to_id": format!("{prefix}{}", link.to),
        "type": "relation",
        "direction": "right",
        "labels": [*link.kind],
        "meta": {"id": link.id.to_string(), "juyao": Details::of_link(link)},
    })
}

/// The labelling interface for a tag set. Label Studio refuses one that states its encoding.
pub(super) fn config(tagset: &TagSet) -> Vec<u8> {
    let mut xml = Xml::fragment();
    xml.open("View", &[]);
    xml.line();
    xml.open("Relations", &[]);
    xml.line();
    for kind in &tagset.links {
        xml.empty("Relation", &[("value", &kind.id), ("hint", &kind.zh)]);
        xml.line();
    }
    xml.close("Relations");
    xml.line();
    xml.open("Labels", &[("name", "label"), ("toName", "text"), ("choice", "single")]);
    xml.line();
    for label in &tagset.labels {
        let attributes = [
            ("value", &*label.id),
            ("alias", &*label.id),
            ("html", &*label.zh),
            ("hint", &*label.description),
            ("background", colour::of(tagset, &label.id)),
        ];
        xml.empty("Label", &attributes);
        xml.line();
    }
    xml.close("Labels");
    xml.line();
    xml.empty(
        "Text",
        &[("name", "text"), ("value", "$text"), ("granularity", "symbol")],
    );
    xml.line();
    xml.close("View");
    xml.finish()
}

/// The documents of a file, one per task.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let file: Value = serde_json::from_str(utf8(bytes)?).map_err(syntax)?;
    match &file {
        Value::Array(tasks) => tasks.iter().map(read).collect(),
        task => read(task).map(|project| vec![project]),
    }
}

fn read(task: &Value) -> Result<Project, DecodeError> {
    if task["data"].is_null() {
        return read_short(task);
    }
    let data = &task["data"];
    // Tasks name their text as they like; the field called `text` is the usual one.
    let text = data["text"]
        .as_str()
        .or_else(|| data.as_object()?.values().find_map(Value::as_str))
        .ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::LabelStudio, text)?;
    draft.describe(data["title"].as_str(), data["date"].as_str());
    let mut places = BTreeMap::new();
    let mut links = Vec::new();
    for (list, status) in [("annotations", Status::Accepted), ("predictions", Status::Suggested)] {
        let results = task[list].as_array().into_iter().flatten();
        for item in results.flat_map(|one| one["result"].as_array().into_iter().flatten()) {
            if item["type"] == "relation" {
                links.push((item, status));
            } else if !item["value"]["start"].is_null() {
                let name = own_name(&item["id"]);
                if name.is_empty() || !places.contains_key(name) {
                    places.insert(name, read_region(&mut draft, item, name, status)?);
                }
            }
        }
    }
    for (item, status) in links {
        let name = item["meta"]["id"].as_str().unwrap_or_default();
        let end = |key: &str| places.get(own_name(&item[key])).copied();
        let (Some(from), Some(to)) = (end("from_id"), end("to_id")) else {
            return Err(DecodeError::Link(name.to_owned()));
        };
        // A relation drawn leftwards points the other way.
        let (from, to) = if item["direction"] == "left" {
            (to, from)
        } else {
            (from, to)
        };
        let place = draft.link(name, item["labels"][0].as_str().unwrap_or("relation"), from, to);
        if let Some(link) = draft.linked(place) {
            link.status = status;
            if let Ok(details) = read_details(item) {
                details.give_link(link);
            }
            if status == Status::Accepted {
                link.status = status;
            }
        }
    }
    Ok(draft.finish())
}

/// A task as the export without results (JSON-MIN) has it: fields of the data and lists of regions side
/// by side, each under a name of its own.
fn read_short(task: &Value) -> Result<Project, DecodeError> {
    let fields = || task.as_object().into_iter().flatten();
    let text = task["text"].as_str().ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::LabelStudio, text)?;
    draft.describe(task["title"].as_str(), task["date"].as_str());
    let regions = fields().flat_map(|(_, value)| value.as_array().into_iter().flatten());
    for region in regions.filter(|region| region["start"].is_u64()) {
        let labels = if region["hypertextlabels"].is_array() {
            "hypertextlabels"
        } else {
            "labels"
        };
        read_value(&mut draft, region, "", labels)?;
    }
    Ok(draft.finish())
}

fn read_region(draft: &mut Draft, item: &Value, name: &str, status: Status) -> Result<usize, DecodeError> {
    let kind = item["type"].as_str().unwrap_or("labels");
    let places = read_value(draft, &item["value"], name, kind)?;
    for place in places.clone() {
        if let Ok(details) = read_details(item) {
            draft.detail(place, details, Draft::chars);
        }
        if let Some(annotation) = draft.annotation(place) {
            // A prediction that somebody took over is accepted, whatever it was when it was written.
            annotation.status = status;
            let notes = item["meta"]["text"].as_array().into_iter().flatten();
            annotation.note = notes.filter_map(Value::as_str).collect::<Vec<_>>().join("\n");
        }
    }
    Ok(places.start)
}

/// Adds an annotation for each label of a region.
fn read_value(draft: &mut Draft, value: &Value, name: &str, kind: &str) -> Result<Range<usize>, DecodeError> {
    let offset = |key: &str| {
        let at = value[key].as_u64().and_then(|at| u32::try_from(at).ok());
        at.ok_or_else(|| DecodeError::Annotation(name.to_owned()))
    };
    let (start, end) = (offset("start")?, offset("end")?);
    let span = match value["text"].as_str() {
        Some(quote) => draft.quoted(name, start, end, quote)?,
        None => draft.chars(name, start, end)?,
    };
    let labels: Vec<&str> = value[kind]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let first = draft.mark(name, labels.first().unwrap_or(&"label"), span);
    let more = labels.iter().skip(1).map(|label| draft.mark("", label, span)).count();
    Ok(first..first + 1 + more)
}

fn read_details(item: &Value) -> Result<Details, serde_json::Error> {
    serde_json::from_value(item["meta"]["juyao"].clone())
}

fn own_name(id: &Value) -> &str {
    let id = id.as_str().unwrap_or_default();
    id.strip_prefix(PREDICTED).unwrap_or(id)
}
