//! TEI P5: the text once, everything else as stand-off. Offsets are code points, in the pointer scheme
//! `string-range(id, start, length)` of the guidelines. What XML cannot hold becomes a space.

use std::collections::BTreeMap;

use super::details::{Details, Place, read_places, write_places};
use super::draft::Draft;
use super::selection::Selection;
use super::utf8;
use super::xml::{self, Xml};
use crate::annotate::{Annotation, Link};
use crate::export::{DecodeError, Format};
use crate::project::Project;

/// The element that holds the text.
const TEXT: &str = "speech";

/// The file.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")]);
    xml.line();
    header(&mut xml, selection);
    xml.open("standOff", &[]);
    xml.line();
    xml.open("spanGrp", &[("type", "annotations")]);
    xml.line();
    for annotation in &selection.annotations {
        let pieces = annotation.spans().map(|span| selection.chars(span));
        let pieces: String = pieces.map(|(start, end)| format!(",{start},{}", end - start)).collect();
        let target = format!("#string-range({TEXT}{pieces})");
        let (id, kind) = (annotation.id.to_string(), pointer("label", &annotation.label));
        let attributes = [
            ("xml:id", &*id),
            ("target", &target),
            ("ana", &kind),
            ("type", &annotation.label),
        ];
        xml.leaf("span", &attributes, selection.quote(annotation.span));
        xml.line();
    }
    xml.close("spanGrp");
    xml.line();
    if !selection.links.is_empty() {
        xml.open("linkGrp", &[("type", "links")]);
        xml.line();
        for link in &selection.links {
            let target = format!("#{} #{}", link.from, link.to);
            xml.empty(
                "link",
                &[
                    ("xml:id", &link.id.to_string()),
                    ("type", &link.kind),
                    ("target", &target),
                ],
            );
            xml.line();
        }
        xml.close("linkGrp");
        xml.line();
    }
    selection
        .annotations
        .iter()
        .for_each(|annotation| features(&mut xml, selection, annotation));
    selection.links.iter().for_each(|link| link_features(&mut xml, link));
    xml.close("standOff");
    xml.line();
    xml.open("text", &[("xml:lang", "zh")]);
    xml.open("body", &[]);
    xml.leaf(
        "ab",
        &[("xml:id", TEXT), ("xml:space", "preserve")],
        selection.source().text(),
    );
    xml.close("body");
    xml.close("text");
    xml.line();
    xml.close("TEI");
    xml.finish()
}

fn header(xml: &mut Xml, selection: &Selection<'_>) {
    let document = &selection.project.document;
    xml.open("teiHeader", &[]);
    xml.open("fileDesc", &[]);
    xml.open("titleStmt", &[]);
    xml.leaf("title", &[], &document.title);
    xml.close("titleStmt");
    xml.open("publicationStmt", &[]);
    xml.leaf("p", &[], "举要标注");
    xml.close("publicationStmt");
    xml.open("sourceDesc", &[]);
    xml.open("bibl", &[]);
    match &document.date {
        Some(date) => xml.leaf("date", &[("when", date)], date),
        None => xml.leaf("note", &[], "日期不详"),
    }
    xml.close("bibl");
    xml.close("sourceDesc");
    xml.close("fileDesc");
    xml.line();
    xml.open("encodingDesc", &[]);
    xml.open("classDecl", &[]);
    xml.open("taxonomy", &[("xml:id", "labels")]);
    xml.line();
    let own = selection
        .project
        .tagset
        .labels
        .iter()
        .map(|label| (&label.id, &label.zh));
    let mut names: BTreeMap<_, _> = selection.annotations.iter().map(|one| (&one.label, None)).collect();
    names.extend(own.map(|(id, zh)| (id, Some(zh))));
    for (id, zh) in names {
        xml.open("category", &[("xml:id", &pointer("label", id)[1..])]);
        xml.leaf("catDesc", &[], zh.map_or(id, |zh| zh));
        xml.close("category");
        xml.line();
    }
    xml.close("taxonomy");
    xml.close("classDecl");
    xml.close("encodingDesc");
    xml.line();
    xml.close("teiHeader");
    xml.line();
}

/// A pointer to the category of a label. Ids may not hold every character: others are spelt by number.
fn pointer(kind: &str, id: &str) -> String {
    let mut name = format!("#{kind}.");
    for char in id.chars() {
        if char.is_alphanumeric() || matches!(char, '-' | '.') {
            name.push(char);
        } else {
            name.push_str(&format!("_{:x}_", char as u32));
        }
    }
    name
}

/// A feature structure about an annotation.
fn features(xml: &mut Xml, selection: &Selection<'_>, annotation: &Annotation) {
    let details = Details::of(annotation, |span| selection.chars(span));
    open_features(xml, "annotation", &annotation.id.to_string(), &details);
    if let Some(confidence) = details.confidence {
        feature(xml, "confidence", &confidence.into());
    }
    if !details.note.is_empty() {
        feature(xml, "note", &details.note.into());
    }
    if !details.triggers.is_empty() {
        feature(xml, "triggers", &write_places(&details.triggers).into());
    }
    for (name, value) in &details.attributes {
        feature(xml, &format!("attribute.{name}"), value);
    }
    xml.close("fs");
    xml.line();
}

fn link_features(xml: &mut Xml, link: &Link) {
    open_features(xml, "link", &link.id.to_string(), &Details::of_link(link));
    xml.close("fs");
    xml.line();
}

fn open_features(xml: &mut Xml, kind: &str, about: &str, details: &Details) {
    xml.open("fs", &[("type", kind), ("corresp", &format!("#{about}"))]);
    feature(xml, "status", &details.status.clone().into());
    feature(xml, "origin", &details.origin.clone().into());
}

fn feature(xml: &mut Xml, name: &str, value: &serde_json::Value) {
    xml.open("f", &[("name", name)]);
    match value {
        serde_json::Value::Bool(flag) => xml.empty("binary", &[("value", &flag.to_string())]),
        serde_json::Value::Number(number) => xml.empty("numeric", &[("value", &number.to_string())]),
        serde_json::Value::String(text) => xml.leaf("string", &[], text),
        other => xml.leaf("string", &[], &other.to_string()),
    }
    xml.close("f");
}

/// The document of a file that is laid out like ours.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let document = xml::parse(utf8(bytes)?)?;
    let root = document.root_element();
    let named = |name| xml::named(root, name);
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    let text = root
        .descendants()
        .find(|node| node.attribute((XML, "id")) == Some(TEXT))
        .ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::Tei, &content(text))?;
    let title = named("titleStmt")
        .next()
        .and_then(|node| xml::named(node, "title").next());
    let date = named("sourceDesc")
        .next()
        .and_then(|node| xml::named(node, "date").next());
    draft.describe(
        title.map(content).as_deref(),
        date.and_then(|node| node.attribute("when")),
    );
    let (mut places, mut links) = (BTreeMap::new(), BTreeMap::new());
    for node in named("span") {
        let id = node.attribute((XML, "id")).unwrap_or_default();
        let misfit = || DecodeError::Annotation(id.to_owned());
        let pieces = node.attribute("target").and_then(ranges).ok_or_else(misfit)?;
        let (&(start, end), further) = pieces.split_first().ok_or_else(misfit)?;
        let span = draft.quoted(id, start, end, &content(node))?;
        let further = further.iter().map(|&(start, end)| draft.chars(id, start, end));
        let further = further.collect::<Result<_, _>>()?;
        let place = draft.mark(id, node.attribute("type").unwrap_or("span"), span);
        if let Some(annotation) = draft.annotation(place) {
            annotation.fragments = further;
        }
        places.insert(id, place);
    }
    for node in named("link") {
        let id = node.attribute((XML, "id")).unwrap_or_default();
        let mut ends = node.attribute("target").unwrap_or_default().split_whitespace();
        let mut end = || places.get(ends.next()?.strip_prefix('#')?).copied();
        let (Some(from), Some(to)) = (end(), end()) else {
            return Err(DecodeError::Link(id.to_owned()));
        };
        links.insert(id, draft.link(id, node.attribute("type").unwrap_or("link"), from, to));
    }
    for node in named("fs") {
        let about = node
            .attribute("corresp")
            .and_then(|id| id.strip_prefix('#'))
            .unwrap_or_default();
        let details = read_features(node);
        if let Some(&place) = places.get(about) {
            draft.detail(place, details, Draft::chars);
        } else if let Some(link) = links.get(about).and_then(|&place| draft.linked(place)) {
            details.give_link(link);
        }
    }
    Ok(vec![draft.finish()])
}

/// Start and end of each piece of `#string-range(id,start,length,start,length…)`.
fn ranges(target: &str) -> Option<Vec<Place>> {
    let inner = target.strip_prefix("#string-range(")?.strip_suffix(')')?;
    let numbers = inner.split(',').skip(1).map(|part| part.trim().parse().ok());
    let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    let piece = |pair: &[u32]| match *pair {
        [start, length] => Some((start, start.checked_add(length)?)),
        _ => None,
    };
    numbers.chunks(2).map(piece).collect()
}

fn read_features(node: roxmltree::Node<'_, '_>) -> Details {
    let mut details = Details::default();
    for feature in xml::named(node, "f") {
        let Some(value) = feature.first_element_child() else {
            continue;
        };
        let json: serde_json::Value = match value.tag_name().name() {
            "binary" => (value.attribute("value") == Some("true")).into(),
            "numeric" => value
                .attribute("value")
                .and_then(|text| text.parse::<i64>().ok())
                .into(),
            _ => content(value).into(),
        };
        let text = || json.as_str().unwrap_or_default().to_owned();
        match feature.attribute("name").unwrap_or_default() {
            "status" => details.status = text(),
            "origin" => details.origin = text(),
            "note" => details.note = text(),
            "triggers" => details.triggers = read_places(&text()),
            "confidence" => details.confidence = json.as_u64().and_then(|percent| u8::try_from(percent).ok()),
            name => {
                let name = name.strip_prefix("attribute.").unwrap_or(name).to_owned();
                details.attributes.insert(name, json);
            }
        }
    }
    details
}

/// All the text of an element.
fn content(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|node| node.text())
        .collect()
}
