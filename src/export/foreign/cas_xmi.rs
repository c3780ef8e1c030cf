//! UIMA CAS XMI with its type system in an archive. Offsets are UTF-16 units. What XML cannot hold
//! becomes a space.

use std::collections::{BTreeMap, BTreeSet};

use super::cas::{
    Found, METADATA, Others, RELATION, SPAN, Slot, TYPES, collect, date_uri, joined, relation_features, span_features,
    uri_date,
};
use super::draft::Draft;
use super::selection::Selection;
use super::xml::{self, Xml};
use super::{archive, utf8};
use crate::export::{DecodeError, EncodeError, Format};
use crate::project::Project;

/// Numbers of the first feature structures; XMI keeps 0 for nothing.
const SOFA: u32 = 1;
const DOCUMENT: u32 = 2;
const FIRST: u32 = 3;

/// The archive: the document beside its type system, as INCEpTION exports and imports them.
pub(super) fn encode(selection: &Selection<'_>) -> Result<Vec<u8>, EncodeError> {
    archive::pack(&[("speech.xmi", &document(selection)), ("TypeSystem.xml", &type_system())])
}

fn document(selection: &Selection<'_>) -> Vec<u8> {
    let about = &selection.project.document;
    let length = selection.utf16(selection.source().span()).1;
    let mut xml = Xml::new();
    xml.open(
        "xmi:XMI",
        &[
            ("xmlns:xmi", "http://www.omg.org/XMI"),
            ("xmlns:cas", "http:///uima/cas.ecore"),
            ("xmlns:custom", "http:///webanno/custom.ecore"),
            (
                "xmlns:meta",
                "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
            ),
            ("xmi:version", "2.0"),
        ],
    );
    xml.line();
    xml.empty("cas:NULL", &[("xmi:id", "0")]);
    xml.line();
    structure(
        &mut xml,
        &element("meta", METADATA),
        (DOCUMENT, 0, length),
        &[
            ("language", "zh".to_owned()),
            ("documentTitle", about.title.clone()),
            ("documentUri", date_uri(about)),
        ],
    );
    let mut numbers = BTreeMap::new();
    for (number, annotation) in (FIRST..).zip(&selection.annotations) {
        let (begin, end) = selection.utf16(annotation.span);
        structure(
            &mut xml,
            &element("custom", SPAN),
            (number, begin, end),
            &span_features(selection, annotation),
        );
        numbers.insert(annotation.id, (number, begin, end));
    }
    let next = FIRST + selection.annotations.len() as u32;
    for (number, link) in (next..).zip(&selection.links) {
        let (Some(&(from, ..)), Some(&(to, begin, end))) = (numbers.get(&link.from), numbers.get(&link.to)) else {
            continue;
        };
        let mut features = relation_features(link).to_vec();
        features.extend([("Governor", from.to_string()), ("Dependent", to.to_string())]);
        structure(&mut xml, &element("custom", RELATION), (number, begin, end), &features);
    }
    let last = next + selection.links.len() as u32;
    let members: Vec<String> = (DOCUMENT..last).map(|number| number.to_string()).collect();
    let sofa = SOFA.to_string();
    xml.empty(
        "cas:Sofa",
        &[
            ("xmi:id", &sofa),
            ("sofaNum", "1"),
            ("sofaID", "_InitialView"),
            ("mimeType", "text/plain"),
            ("sofaString", selection.source().text()),
        ],
    );
    xml.line();
    xml.empty("cas:View", &[("sofa", &sofa), ("members", &members.join(" "))]);
    xml.line();
    xml.close("xmi:XMI");
    xml.finish()
}

fn element(prefix: &str, kind: &str) -> String {
    format!("{prefix}:{}", kind.rsplit('.').next().unwrap_or(kind))
}

fn structure(xml: &mut Xml, name: &str, (id, begin, end): (u32, u32, u32), features: &[(&str, String)]) {
    let (id, sofa, begin, end) = (id.to_string(), SOFA.to_string(), begin.to_string(), end.to_string());
    let mut attributes: Vec<(&str, &str)> = vec![("xmi:id", &id), ("sofa", &sofa), ("begin", &begin), ("end", &end)];
    attributes.extend(features.iter().map(|(name, value)| (*name, &**value)));
    xml.empty(name, &attributes);
    xml.line();
}

fn type_system() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "typeSystemDescription",
        &[("xmlns", "http://uima.apache.org/resourceSpecifier")],
    );
    xml.line();
    xml.open("types", &[]);
    xml.line();
    for (name, parent, features) in TYPES {
        xml.open("typeDescription", &[]);
        xml.leaf("name", &[], name);
        xml.leaf("supertypeName", &[], parent);
        xml.open("features", &[]);
        for (feature, range) in features {
            xml.open("featureDescription", &[]);
            xml.leaf("name", &[], feature);
            xml.leaf("rangeTypeName", &[], range);
            xml.close("featureDescription");
        }
        xml.close("features");
        xml.close("typeDescription");
        xml.line();
    }
    xml.close("types");
    xml.line();
    xml.close("typeSystemDescription");
    xml.finish()
}

/// Every XMI file of an archive, or one that stands alone.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    if !archive::is_archive(bytes) {
        return read(utf8(bytes)?, &References::new()).map(|project| vec![project]);
    }
    let files = archive::unpack(bytes)?;
    let mut references = References::new();
    for (_, bytes) in files.iter().filter(|(name, _)| name.ends_with("TypeSystem.xml")) {
        references.extend(referring(utf8(bytes)?)?);
    }
    let projects: Vec<Project> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".xmi"))
        .map(|(_, bytes)| read(utf8(bytes)?, &references))
        .collect::<Result<_, _>>()?;
    if projects.is_empty() {
        Err(DecodeError::NoText)
    } else {
        Ok(projects)
    }
}

/// The names of features that refer to other structures. XMI itself does not tell them from numbers.
type References = BTreeSet<String>;

/// Those of a type system.
fn referring(text: &str) -> Result<References, DecodeError> {
    let document = xml::parse(text)?;
    let child = |node: roxmltree::Node<'_, '_>, name: &'static str| {
        let found = node.children().find(|child| child.tag_name().name() == name);
        found
            .and_then(|child| child.text())
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    let features = xml::named(document.root_element(), "featureDescription");
    let references = features.filter(|feature| {
        let range = child(*feature, "rangeTypeName");
        let kind = range.strip_prefix("uima.cas.");
        kind.is_none_or(|kind| matches!(kind, "FSArray" | "TOP" | "AnnotationBase"))
    });
    Ok(references.map(|feature| child(feature, "name")).collect())
}

fn read(text: &str, references: &References) -> Result<Project, DecodeError> {
    let document = xml::parse(text)?;
    let root = document.root_element();
    let sofa = xml::named(root, "Sofa")
        .find(|one| one.has_attribute("sofaString"))
        .ok_or(DecodeError::NoText)?;
    let id = |node: roxmltree::Node<'_, '_>| {
        node.attributes()
            .find(|one| one.name() == "id")
            .map_or("", |one| one.value())
            .to_owned()
    };
    let sofa_id = id(sofa);
    let mut draft = Draft::new(Format::CasXmi, sofa.attribute("sofaString").unwrap_or_default())?;
    if let Some(about) = xml::named(root, "DocumentMetaData").next() {
        draft.describe(
            about.attribute("documentTitle"),
            about.attribute("documentUri").and_then(uri_date),
        );
    }
    let value = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap_or_default().to_owned();
    let slots: BTreeMap<String, Slot> = root
        .children()
        .filter(|node| node.has_attribute("target") && !node.has_attribute("end"))
        .map(|node| {
            (
                id(node),
                Slot {
                    role: value(node, "role"),
                    target: value(node, "target"),
                },
            )
        })
        .collect();
    let lists: BTreeMap<String, Vec<String>> = xml::named(root, "FSArray")
        .map(|node| (id(node), ids(&value(node, "elements"))))
        .collect();
    let mut found = Vec::new();
    for node in root
        .children()
        .filter(|node| node.attribute("sofa") == Some(&*sofa_id) && node.has_attribute("end"))
    {
        let mut one = Found {
            id: id(node),
            kind: node.tag_name().name().to_owned(),
            begin: xml::number(node, "begin")?,
            end: xml::number(node, "end")?,
            features: BTreeMap::new(),
            references: BTreeMap::new(),
        };
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value().to_owned());
            match name {
                "id" | "sofa" | "begin" | "end" => {}
                "Governor" | "Dependent" | "next" => drop(one.references.insert(name.to_owned(), ids(&value))),
                _ if references.contains(name) => drop(one.references.insert(name.to_owned(), ids(&value))),
                _ => drop(one.features.insert(name.to_owned(), value)),
            }
        }
        // Lists of texts are elements inside, one a text.
        let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for child in node.children().filter(roxmltree::Node::is_element) {
            texts.entry(child.tag_name().name()).or_default().extend(child.text());
        }
        one.features.extend(
            texts
                .into_iter()
                .map(|(name, texts)| (name.to_owned(), joined(texts.into_iter()))),
        );
        found.push(one);
    }
    collect(&mut draft, found, &Others { slots, lists })?;
    Ok(draft.finish())
}

/// The numbers of a reference.
fn ids(value: &str) -> Vec<String> {
    value.split_ascii_whitespace().map(str::to_owned).collect()
}
