//! Reads REFI-QDA projects: an archive with a description and texts.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{archive, utf8, xml};
use crate::export::{DecodeError, Format};
use crate::project::Project;

/// Every text of a project with its coded selections.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let files = archive::unpack(bytes)?;
    let (_, project) = files
        .iter()
        .find(|(name, _)| name.ends_with(".qde"))
        .ok_or_else(|| DecodeError::Syntax("no project in the archive".to_owned()))?;
    let document = xml::parse(utf8(project)?)?;
    let root = document.root_element();
    let codes: BTreeMap<&str, &str> = xml::named(root, "Code")
        .filter_map(|code| Some((code.attribute("guid")?, code.attribute("name")?)))
        .collect();
    let notes: Notes<'_> = xml::named(root, "Note")
        .filter_map(|note| Some((note.attribute("guid")?, plain(note, &files)?)))
        .collect();
    // A PDF may stand beside its text.
    let texts = xml::named(root, "PDFSource").flat_map(|source| source.children());
    let texts = texts.filter(|one| one.tag_name().name() == "Representation" && plain(*one, &files).is_some());
    let projects: Vec<Project> = xml::named(root, "TextSource")
        .chain(texts)
        .map(|source| read(root, source, &codes, &notes, &files))
        .collect::<Result<_, _>>()?;
    if projects.is_empty() {
        Err(DecodeError::NoText)
    } else {
        Ok(projects)
    }
}

type Node<'a, 'input> = roxmltree::Node<'a, 'input>;

/// The texts of notes by name.
type Notes<'a> = BTreeMap<&'a str, String>;

fn child(node: Node<'_, '_>, name: &str) -> Option<String> {
    let found = node.children().find(|child| child.tag_name().name() == name);
    found.map(|child| child.text().unwrap_or_default().to_owned())
}

/// A text that stands in the description itself or in a file of its own.
fn plain(node: Node<'_, '_>, files: &Files) -> Option<String> {
    child(node, "PlainTextContent").or_else(|| {
        let path = node.attribute("plainTextPath")?.strip_prefix("internal://")?;
        let file = files.iter().find(|(name, _)| name.rsplit('/').next() == Some(path));
        Some(utf8(file?.1).ok()?.to_owned())
    })
}

type Files = BTreeMap<String, Vec<u8>>;

/// What is said of a source or selection: its description, and the notes it refers to.
fn remarks(node: Node<'_, '_>, notes: &Notes<'_>) -> Vec<String> {
    let own = |node: Node<'_, '_>| {
        let references = node.children().filter(|child| child.tag_name().name() == "NoteRef");
        let texts = references.filter_map(|one| notes.get(one.attribute("targetGUID")?).cloned());
        texts.collect::<Vec<_>>()
    };
    let codings = node.children().filter(|child| child.tag_name().name() == "Coding");
    let mut remarks: Vec<String> = child(node, "Description").into_iter().collect();
    remarks.extend(own(node));
    remarks.extend(codings.flat_map(own));
    remarks.retain(|remark| !remark.is_empty());
    remarks
}

fn read(
    root: Node<'_, '_>,
    source: Node<'_, '_>,
    codes: &BTreeMap<&str, &str>,
    notes: &Notes<'_>,
    files: &Files,
) -> Result<Project, DecodeError> {
    let text = plain(source, files).ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::QdaProject, &text)?;
    let date = xml::named(source, "DateValue").next().and_then(|node| node.text());
    draft.describe(source.attribute("name"), date);
    draft.remark(remarks(source, notes).into_iter());
    let mut places = BTreeMap::new();
    for selection in xml::named(source, "PlainTextSelection") {
        let guid = selection.attribute("guid").unwrap_or_default();
        let span = draft.chars(
            guid,
            xml::number(selection, "startPosition")?,
            xml::number(selection, "endPosition")?,
        )?;
        // A selection with several codes is several annotations.
        for reference in xml::named(selection, "CodeRef") {
            let code = reference
                .attribute("targetGUID")
                .and_then(|guid| codes.get(guid))
                .copied();
            let place = draft.mark(&number(guid), code.unwrap_or("code"), span);
            if let Some(annotation) = draft.annotation(place) {
                annotation.note = remarks(selection, notes).join("\n");
            }
            places.entry(guid).or_insert(place);
        }
    }
    for link in xml::named(root, "Link") {
        let end = |name: &str| link.attribute(name).and_then(|guid| places.get(guid)).copied();
        // Links of other sources, and between codes, are not ours.
        if let (Some(from), Some(to)) = (end("originGUID"), end("targetGUID")) {
            let name = number(link.attribute("guid").unwrap_or_default());
            draft.link(&name, link.attribute("name").unwrap_or("link"), from, to);
        }
    }
    draft.about_labels(xml::named(root, "Code").map(|code| {
        let name = code.attribute("name").unwrap_or_default().to_owned();
        let description = child(code, "Description").unwrap_or_default();
        (name, description, code.attribute("color"))
    }));
    Ok(draft.finish())
}

/// The number in a name of ours; none in other programs' names but by rare chance.
fn number(guid: &str) -> String {
    let number = guid
        .rsplit('-')
        .next()
        .and_then(|digits| u64::from_str_radix(digits, 16).ok());
    number.map_or_else(String::new, |number| number.to_string())
}
