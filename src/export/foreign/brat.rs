//! brat stand-off in an archive: text, annotations and configuration. Offsets are code points. Labels
//! that brat cannot spell get ASCII names; the configuration says which is which.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::archive;
use super::details::Details;
use super::selection::Selection;
use crate::annotate::Name;
use crate::export::EncodeError;
use crate::text::{Line, Span, lines};

/// The note that carries what brat has no place for.
pub(super) const OWN_NOTE: &str = "Juyao";

/// The file that carries titles and days.
pub(crate) const ABOUT: &str = "juyao.json";

/// The archive.
pub(super) fn encode(selection: &Selection<'_>) -> Result<Vec<u8>, EncodeError> {
    let (labels, links) = (label_names(selection), link_names(selection));
    let (annotation_conf, visual_conf) = configuration(selection, &labels, &links);
    let files = [
        ("speech.txt", selection.source().text().to_owned()),
        ("speech.ann", annotations(selection, &labels, &links)),
        ("annotation.conf", annotation_conf),
        ("visual.conf", visual_conf),
        (ABOUT, about(selection)),
    ];
    archive::pack(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())))
}

/// Title and day of each text.
fn about(selection: &Selection<'_>) -> String {
    let document = &selection.project.document;
    serde_json::json!({"speech": {"title": document.title, "date": document.date}}).to_string()
}

fn annotations(selection: &Selection<'_>, labels: &Names, links: &Names) -> String {
    let (mut out, mut notes) = (String::new(), 0);
    let mut note = |out: &mut String, kind: &str, target: &str, text: &str| {
        notes += 1;
        out.push_str(&format!("#{notes}\t{kind} {target}\t{text}\n"));
    };
    for annotation in &selection.annotations {
        let id = format!("T{}", annotation.id.0);
        let (mut places, mut quotes, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        for piece in annotation.spans() {
            let parts = parts(selection.quote(piece), piece);
            counts.push(parts.len());
            for part in parts {
                let (start, end) = selection.chars(part);
                places.push(format!("{start} {end}"));
                quotes.push(selection.quote(part));
            }
        }
        let label = &labels[&annotation.label];
        let quote = quotes.join(" ").replace(['\r', '\n'], " ");
        out.push_str(&format!("{id}\t{label} {}\t{quote}\n", places.join(";")));
        if !annotation.note.is_empty() {
            note(
                &mut out,
                "AnnotatorNotes",
                &id,
                &annotation.note.replace(['\r', '\n'], " "),
            );
        }
        let details = Details {
            // Where the parts are, brat says itself.
            fragments: Vec::new(),
            ..Details::of(annotation, |span| selection.chars(span))
        };
        let parts = if counts.len() > 1 { counts } else { Vec::new() };
        note(&mut out, OWN_NOTE, &id, &json(&OwnNote { details, parts }));
    }
    for link in &selection.links {
        let (id, kind) = (format!("R{}", link.id.0), &links[&link.kind]);
        out.push_str(&format!("{id}\t{kind} Arg1:T{} Arg2:T{}\t\n", link.from.0, link.to.0));
        note(&mut out, OWN_NOTE, &id, &json(&Details::of_link(link)));
    }
    out
}

/// What our own notes say of an annotation.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OwnNote {
    #[serde(flatten)]
    pub(super) details: Details,
    /// Of a discontinuous annotation, how many of brat's parts each piece has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<usize>,
}

/// brat breaks an annotation at line ends.
fn parts(quote: &str, span: Span) -> Vec<Span> {
    let shift = |part: Span| {
        Span::at(
            span.start().index() + part.range().start,
            span.start().index() + part.range().end,
        )
    };
    let parts: Vec<Span> = lines(quote)
        .map(|Line { content, .. }| content)
        .filter(|content| !content.is_empty())
        .map(shift)
        .collect();
    // A line end alone cannot be broken further.
    if parts.is_empty() { vec![span] } else { parts }
}

fn json(details: &impl Serialize) -> String {
    serde_json::to_string(details).unwrap_or_default()
}

/// The ASCII name of each id.
type Names = BTreeMap<Name, String>;

fn label_names(selection: &Selection<'_>) -> Names {
    let own = selection.project.tagset.labels.iter().map(|label| label.id.clone());
    let used = selection.annotations.iter().map(|annotation| annotation.label.clone());
    ascii_names("Label", own.chain(used))
}

fn link_names(selection: &Selection<'_>) -> Names {
    let own = selection.project.tagset.links.iter().map(|kind| kind.id.clone());
    let used = selection.links.iter().map(|link| link.kind.clone());
    ascii_names("Link", own.chain(used))
}

/// The ids as they are where brat can spell them, else numbered names that no id has.
fn ascii_names(word: &str, ids: impl Iterator<Item = Name>) -> Names {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let fits = |id: &Name| !id.is_empty() && id.bytes().all(plain);
    let (as_they_are, others): (BTreeSet<Name>, BTreeSet<Name>) = ids.partition(fits);
    let numbered = (1..)
        .map(|number| format!("{word}{number}"))
        .filter(|name| !as_they_are.contains(&**name));
    let mut names: Names = others.iter().cloned().zip(numbered).collect();
    names.extend(as_they_are.iter().map(|id| (id.clone(), id.to_string())));
    names
}

/// `annotation.conf`, with a legend (a tab between id and Chinese name: both may hold blanks), and `visual.conf`
/// with the Chinese names.
fn configuration(selection: &Selection<'_>, labels: &Names, links: &Names) -> (String, String) {
    let tagset = &selection.project.tagset;
    let word = |text: &str| text.replace(['\r', '\n', '|', ','], " ");
    let line = |text: &str| text.replace(['\r', '\n', '\t'], " ");
    let (mut legend, mut visual) = (String::new(), "[labels]\n".to_owned());
    let mut entities = "[entities]\n".to_owned();
    for (id, name) in labels {
        let zh = word(tagset.label(id).map_or(id, |label| &label.zh));
        entities.push_str(&format!("{name}\n"));
        legend.push_str(&format!("# {name} = {}\t{zh}\n", line(id)));
        visual.push_str(&format!("{name} | {zh}\n"));
    }
    let mut relations = "[relations]\n".to_owned();
    for (id, name) in links {
        let known = tagset.links.iter().find(|kind| kind.id == *id);
        let zh = word(known.map_or(id, |kind| &kind.zh));
        relations.push_str(&format!("{name}\tArg1:<ENTITY>, Arg2:<ENTITY>\n"));
        legend.push_str(&format!("# {name} = {}\t{zh}\n", line(id)));
        visual.push_str(&format!("{name} | {zh}\n"));
    }
    visual.push_str("\n[drawing]\n");
    for (id, name) in labels {
        visual.push_str(&format!("{name}\tbgColor:{}\n", super::colour::of(tagset, id)));
    }
    (
        format!("{legend}\n{entities}\n{relations}\n[events]\n\n[attributes]\n"),
        visual,
    )
}
