//! A REFI-QDA project (.qdpx) for programs of qualitative research: labels are codes, annotations are
//! coded selections. Offsets are code points into a text whose line ends are single line feeds: such
//! programs normalise them and drop a byte order mark, so they are written that way. What XML cannot
//! hold becomes a space, in the text as in titles and notes.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::selection::Selection;
use super::xml::{self, Xml};
use super::{archive, colour};
use crate::annotate::TagSet;
use crate::export::EncodeError;
use crate::text::{ByteOffset, Source};

/// The variable that holds the day of the speech.
const DATE: &str = "讲话日期";

/// What a project of several documents is called.
const SEVERAL: &str = "举要";

/// The archive: the project and the text of each document, at least one.
pub(super) fn encode(selections: &[Selection<'_>]) -> Result<Vec<u8>, EncodeError> {
    let parts = parts(selections);
    let Some(first) = parts.first() else {
        return Err(EncodeError::Limit("no document".to_owned()));
    };
    let description = project(&parts, first);
    let names: Vec<String> = parts.iter().map(Part::path).collect();
    let texts = names.iter().zip(&parts);
    let texts = texts.map(|(name, part)| (&**name, part.plain.source.text().as_bytes()));
    let files: Vec<(&str, &[u8])> = [("project.qde", &*description)].into_iter().chain(texts).collect();
    archive::pack(&files)
}

/// A document as a part of the project.
struct Part<'a> {
    selection: &'a Selection<'a>,
    guids: Guids,
    plain: Plain,
}

impl Part<'_> {
    /// Where its text stands in the archive.
    fn path(&self) -> String {
        format!("Sources/{}.txt", self.guids.of("source", 0))
    }
}

/// Equal texts have names of their own.
fn parts<'a>(selections: &'a [Selection<'a>]) -> Vec<Part<'a>> {
    let mut copies: BTreeMap<&str, usize> = BTreeMap::new();
    let part = |selection: &'a Selection<'a>| {
        let hash = &*selection.project.document.sha256;
        let copy = copies.entry(hash).or_default();
        *copy += 1;
        let seed = if *copy == 1 {
            hash.to_owned()
        } else {
            format!("{hash} {copy}")
        };
        Part {
            selection,
            guids: Guids { seed },
            plain: Plain::of(selection.source()),
        }
    };
    selections.iter().map(part).collect()
}

fn project(parts: &[Part<'_>], first: &Part<'_>) -> Vec<u8> {
    let guids = &first.guids;
    let title = match parts {
        [_] => &*first.selection.project.document.title,
        _ => SEVERAL,
    };
    let user = guids.of("user", 0);
    let mut xml = Xml::new();
    xml.open(
        "Project",
        &[
            ("xmlns", "urn:QDA-XML:project:1.0"),
            ("name", title),
            ("origin", "Juyao"),
            ("creatingUserGUID", &user),
        ],
    );
    xml.line();
    xml.open("Users", &[]);
    xml.empty("User", &[("guid", &user), ("name", "举要")]);
    xml.close("Users");
    xml.line();
    let codes = codes(&mut xml, parts, guids);
    let variable = guids.of("variable", 0);
    if parts.iter().any(|one| one.selection.project.document.date.is_some()) {
        xml.open("Variables", &[]);
        xml.empty(
            "Variable",
            &[("guid", &variable), ("name", DATE), ("typeOfVariable", "Date")],
        );
        xml.close("Variables");
        xml.line();
    }
    xml.open("Sources", &[]);
    xml.line();
    let book = Book { codes, user, variable };
    parts.iter().for_each(|one| source(&mut xml, one, &book));
    xml.close("Sources");
    xml.line();
    let links = |one: &Part<'_>| !one.selection.links.is_empty();
    if parts.iter().any(links) {
        xml.open("Links", &[]);
        xml.line();
        let links = parts
            .iter()
            .flat_map(|one| one.selection.links.iter().map(|link| (&one.guids, link)));
        for (guids, link) in links {
            let (guid, from) = (guids.of("link", link.id.0), guids.of("selection", link.from.0));
            let attributes = [
                ("guid", &*guid),
                ("name", &link.kind),
                ("direction", "OneWay"),
                ("originGUID", &from),
                ("targetGUID", &guids.of("selection", link.to.0)),
            ];
            xml.empty("Link", &attributes);
            xml.line();
        }
        xml.close("Links");
        xml.line();
    }
    xml.close("Project");
    xml.finish()
}

/// What the sources refer to.
struct Book {
    /// The code of each label.
    codes: BTreeMap<String, String>,
    user: String,
    /// The variable of the day.
    variable: String,
}

/// Writes the code book; returns the code of each label. A label is called and drawn as the first tag set says
/// that has it.
fn codes(xml: &mut Xml, parts: &[Part<'_>], guids: &Guids) -> BTreeMap<String, String> {
    let mut labels: Vec<(&str, &TagSet)> = Vec::new();
    let mut seen = BTreeSet::new();
    for Part { selection, .. } in parts {
        let tagset = &*selection.project.tagset;
        let own = tagset.labels.iter().map(|label| &*label.id);
        let used = selection.annotations.iter().map(|annotation| &*annotation.label);
        labels.extend(own.chain(used).filter(|id| seen.insert(*id)).map(|id| (id, tagset)));
    }
    let mut codes = BTreeMap::new();
    xml.open("CodeBook", &[]);
    xml.open("Codes", &[]);
    xml.line();
    for (number, (id, tagset)) in (0..).zip(labels) {
        let (guid, known) = (guids.of("code", number), tagset.label(id));
        let attributes = [
            ("guid", &*guid),
            ("name", known.map_or(id, |label| &label.zh)),
            ("isCodable", "true"),
            ("color", colour::of(tagset, id)),
        ];
        xml.open("Code", &attributes);
        if let Some(label) = known.filter(|label| !label.description.is_empty()) {
            xml.leaf("Description", &[], &label.description);
        }
        xml.close("Code");
        xml.line();
        codes.insert(id.to_owned(), guid);
    }
    xml.close("Codes");
    xml.close("CodeBook");
    xml.line();
    codes
}

fn source(xml: &mut Xml, part: &Part<'_>, book: &Book) {
    let Part {
        selection,
        guids,
        plain,
    } = part;
    let (document, guid) = (&selection.project.document, guids.of("source", 0));
    // Readers insist on a time; the day of the speech is the only one that the project knows.
    let time = format!("{}T00:00:00Z", document.date.as_deref().unwrap_or("2000-01-01"));
    let made = [("creatingUser", &*book.user), ("creationDateTime", &*time)];
    let path = format!("internal://{guid}.txt");
    let mut attributes = vec![("guid", &*guid), ("name", &*document.title), ("plainTextPath", &*path)];
    attributes.extend(made);
    xml.open("TextSource", &attributes);
    xml.line();
    if !document.note.is_empty() {
        xml.leaf("Description", &[], &document.note);
        xml.line();
    }
    for annotation in &selection.annotations {
        let guid = guids.of("selection", annotation.id.0);
        let (start, end) = (plain.at(annotation.span.start()), plain.at(annotation.span.end()));
        let (start, end) = (start.to_string(), end.to_string());
        let quote = selection.quote(annotation.span);
        let mut attributes = vec![
            ("guid", &*guid),
            ("name", quote),
            ("startPosition", &start),
            ("endPosition", &end),
        ];
        attributes.extend(made);
        xml.open("PlainTextSelection", &attributes);
        if !annotation.note.is_empty() {
            xml.leaf("Description", &[], &annotation.note);
        }
        let coding = guids.of("coding", annotation.id.0);
        let mut attributes = vec![("guid", &*coding)];
        attributes.extend(made);
        xml.open("Coding", &attributes);
        xml.empty(
            "CodeRef",
            &[("targetGUID", book.codes.get(&*annotation.label).map_or("", |code| code))],
        );
        xml.close("Coding");
        xml.close("PlainTextSelection");
        xml.line();
    }
    if let Some(date) = &document.date {
        xml.open("VariableValue", &[]);
        xml.empty("VariableRef", &[("targetGUID", &book.variable)]);
        xml.leaf("DateValue", &[], date);
        xml.close("VariableValue");
        xml.line();
    }
    xml.close("TextSource");
    xml.line();
}

/// The text as such programs hold it.
struct Plain {
    source: Source,
    /// Places of the original where something was left out, with all that was left out up to there.
    cuts: Vec<(usize, usize)>,
}

impl Plain {
    fn of(source: &Source) -> Self {
        let (mut text, mut cuts, mut cut) = (String::with_capacity(source.text().len()), Vec::new(), 0);
        let mut chars = source.text().char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            let dropped = (at == 0 && char == '\u{feff}')
                || (char == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n'));
            if dropped {
                cut += char.len_utf8();
                cuts.push((at, cut));
            } else {
                text.push(if char == '\r' { '\n' } else { char });
            }
        }
        Self {
            source: Source::new(xml::allowed(&text)),
            cuts,
        }
    }

    /// An offset of the original in code points of this text.
    fn at(&self, offset: ByteOffset) -> u32 {
        let before = self.cuts.partition_point(|&(at, _)| at < offset.index());
        let cut = before.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        self.source
            .to_chars(ByteOffset::from(offset.index().saturating_sub(cut)))
            .0
    }
}

/// Names that are the same for the same text; the last twelve digits hold our own number.
struct Guids {
    seed: String,
}

impl Guids {
    fn of(&self, kind: &str, number: u32) -> String {
        let hash = Sha256::digest(format!("{} {kind}", self.seed).as_bytes());
        let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        // Version 8 of RFC 9562: the content is our own.
        format!(
            "{}-{}-8{}-8{}-{number:012x}",
            &digits[..8],
            &digits[8..12],
            &digits[12..15],
            &digits[1..4]
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_follow_the_line_ends() {
        let text = "\u{feff}甲\r\n乙\r丙\n\r\n𬭎";
        let plain = Plain::of(&Source::new(text));
        assert_eq!(plain.source.text(), "甲\n乙\n丙\n\n𬭎");
        let chars: Vec<char> = plain.source.text().chars().collect();
        for (at, char) in text.char_indices().filter(|(_, char)| char.is_alphabetic()) {
            assert_eq!(chars[plain.at(ByteOffset::from(at)) as usize], char);
        }
        assert_eq!(plain.at(ByteOffset::from(text.len())), chars.len() as u32);
    }
}
