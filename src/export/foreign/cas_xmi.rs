//! UIMA CAS XMI with its type system in an archive. Offsets are UTF-16 units. What XML cannot hold
//! becomes a space.

use std::collections::BTreeMap;

use super::cas::{
    Found, METADATA, RELATION, SPAN, TYPES, collect, date_uri, relation_features, span_features, uri_date,
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
            &span_features(annotation),
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
    if !bytes.starts_with(b"PK") {
        return read(utf8(bytes)?).map(|project| vec![project]);
    }
    let files = archive::unpack(bytes)?;
    let projects: Vec<Project> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".xmi"))
        .map(|(_, bytes)| read(utf8(bytes)?))
        .collect::<Result<_, _>>()?;
    if projects.is_empty() {
        Err(DecodeError::NoText)
    } else {
        Ok(projects)
    }
}

fn read(text: &str) -> Result<Project, DecodeError> {
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
                "Governor" | "Dependent" => drop(one.references.insert(name.to_owned(), value)),
                _ => drop(one.features.insert(name.to_owned(), value)),
            }
        }
        found.push(one);
    }
    collect(&mut draft, found)?;
    Ok(draft.finish())
}
