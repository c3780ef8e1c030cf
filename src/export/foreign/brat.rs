//! brat stand-off in an archive: text, annotations and configuration. Offsets are code points. Labels
//! that brat cannot spell get ASCII names; the configuration says which is which.

use std::collections::BTreeMap;

use super::details::{Details, value_of};
use super::draft::Draft;
use super::selection::Selection;
use super::{archive, syntax, utf8};
use crate::annotate::{Name, Value};
use crate::export::{DecodeError, EncodeError, Format};
use crate::project::Project;
use crate::text::{Line, Span, lines};

/// The note that carries what brat has no place for.
const OWN_NOTE: &str = "Juyao";

/// The file that carries titles and days.
const ABOUT: &str = "juyao.json";

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
        let (mut places, mut quotes) = (Vec::new(), Vec::new());
        for fragment in fragments(selection.quote(annotation.span), annotation.span) {
            let (start, end) = selection.chars(fragment);
            places.push(format!("{start} {end}"));
            quotes.push(selection.quote(fragment));
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
        note(&mut out, OWN_NOTE, &id, &json(&Details::of(annotation)));
    }
    for link in &selection.links {
        let (id, kind) = (format!("R{}", link.id.0), &links[&link.kind]);
        out.push_str(&format!("{id}\t{kind} Arg1:T{} Arg2:T{}\t\n", link.from.0, link.to.0));
        note(&mut out, OWN_NOTE, &id, &json(&Details::of_link(link)));
    }
    out
}

/// brat breaks an annotation at line ends.
fn fragments(quote: &str, span: Span) -> Vec<Span> {
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

fn json(details: &Details) -> String {
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

/// The ids as they are where brat can spell them, else numbered names.
fn ascii_names(word: &str, ids: impl Iterator<Item = Name>) -> Names {
    let mut names = Names::new();
    for id in ids {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let fits = !id.is_empty() && id.bytes().all(plain);
        let name = if fits {
            id.to_string()
        } else {
            format!("{word}{}", names.len() + 1)
        };
        names.entry(id).or_insert(name);
    }
    names
}

/// `annotation.conf`, with a legend, and `visual.conf` with the Chinese names.
fn configuration(selection: &Selection<'_>, labels: &Names, links: &Names) -> (String, String) {
    let tagset = &selection.project.tagset;
    let word = |text: &str| text.replace(['\r', '\n', '|', ','], " ");
    let (mut legend, mut visual) = (String::new(), "[labels]\n".to_owned());
    let mut entities = "[entities]\n".to_owned();
    for (id, name) in labels {
        let zh = word(tagset.label(id).map_or(id, |label| &label.zh));
        entities.push_str(&format!("{name}\n"));
        legend.push_str(&format!("# {name} = {} {zh}\n", word(id)));
        visual.push_str(&format!("{name} | {zh}\n"));
    }
    let mut relations = "[relations]\n".to_owned();
    for (id, name) in links {
        let known = tagset.links.iter().find(|kind| kind.id == *id);
        let zh = word(known.map_or(id, |kind| &kind.zh));
        relations.push_str(&format!("{name}\tArg1:<ENTITY>, Arg2:<ENTITY>\n"));
        legend.push_str(&format!("# {name} = {} {zh}\n", word(id)));
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

/// Every text of an archive that has annotations beside it.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let files = archive::unpack(bytes)?;
    let legends: BTreeMap<&str, &str> = files
        .iter()
        .filter(|(name, _)| name.ends_with("annotation.conf"))
        .filter_map(|(_, bytes)| utf8(bytes).ok())
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix("# ")?.split_once(" = "))
        .filter_map(|(name, id)| Some((name, id.rsplit_once(' ')?.0)))
        .collect();
    let colours: Vec<(&str, &str)> = files
        .iter()
        .filter(|(name, _)| name.ends_with("visual.conf"))
        .filter_map(|(_, bytes)| utf8(bytes).ok())
        .flat_map(str::lines)
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, drawing)| Some((name.trim(), drawing.split_once("bgColor:")?.1)))
        .map(|(name, rest)| (name, rest.split([',', ' ', '\t']).next().unwrap_or_default()))
        .collect();
    let about: serde_json::Value = files
        .get(ABOUT)
        .and_then(|bytes| serde_json::from_slice(bytes).ok())
        .unwrap_or_default();
    let mut projects = Vec::new();
    for (name, annotations) in &files {
        if let Some(stem) = name.strip_suffix(".ann") {
            // brat counts every character of the text, also a byte order mark.
            let text = files.get(&format!("{stem}.txt")).ok_or(DecodeError::NoText)?;
            let text = std::str::from_utf8(text).map_err(syntax)?;
            let mut draft = Draft::new(Format::Brat, text)?;
            draft.describe(about[stem]["title"].as_str(), about[stem]["date"].as_str());
            projects.push(read(draft, utf8(annotations)?, &legends, &colours)?);
        }
    }
    if projects.is_empty() {
        return Err(DecodeError::NoText);
    }
    Ok(projects)
}

fn read(
    mut draft: Draft,
    annotations: &str,
    legend: &BTreeMap<&str, &str>,
    colours: &[(&str, &str)],
) -> Result<Project, DecodeError> {
    let full = |name: &str| legend.get(name).map_or_else(|| name.to_owned(), |id| (*id).to_owned());
    let (mut places, mut links) = (BTreeMap::new(), BTreeMap::new());
    let rows = || annotations.lines().filter_map(|line| line.split_once('\t'));
    for (id, rest) in rows().filter(|(id, _)| id.starts_with('T')) {
        places.insert(id, read_annotation(&mut draft, id, rest, &full)?);
    }
    for (id, rest) in rows().filter(|(id, _)| id.starts_with('R')) {
        let mut words = rest.split_whitespace();
        let kind = words.next().unwrap_or_default();
        let mut end = || places.get(words.next()?.split_once(':')?.1).copied();
        let (Some(from), Some(to)) = (end(), end()) else {
            return Err(DecodeError::Link(id.to_owned()));
        };
        links.insert(id, draft.link(id, &full(kind), from, to));
    }
    // Own notes first: what was changed in brat afterwards stands in its attributes.
    for (kind, target, text) in rows()
        .filter(|(id, _)| id.starts_with('#'))
        .filter_map(|(_, rest)| note(rest))
    {
        if kind == OWN_NOTE
            && let Ok(details) = serde_json::from_str::<Details>(text)
        {
            if let Some(annotation) = places.get(target).and_then(|&place| draft.annotation(place)) {
                details.give(annotation);
            } else if let Some(link) = links.get(target).and_then(|&place| draft.linked(place)) {
                details.give_link(link);
            }
        }
    }
    for (kind, target, text) in rows()
        .filter(|(id, _)| id.starts_with('#'))
        .filter_map(|(_, rest)| note(rest))
    {
        if kind != OWN_NOTE
            && let Some(annotation) = places.get(target).and_then(|&place| draft.annotation(place))
            && annotation.note.replace(['\r', '\n'], " ") != text
        {
            annotation.note = text.to_owned();
        }
    }
    for (_, rest) in rows().filter(|(id, _)| id.starts_with(['A', 'M'])) {
        let mut words = rest.split_whitespace();
        let (Some(name), Some(target)) = (words.next(), words.next()) else {
            continue;
        };
        let value = words
            .next()
            .map_or(Value::Flag(true), |word| Value::Text(word.to_owned()));
        if let Some(annotation) = places.get(target).and_then(|&place| draft.annotation(place)) {
            annotation.attributes.insert(name.into(), value);
        }
    }
    draft.about_labels(
        colours
            .iter()
            .map(|(name, colour)| (full(name), String::new(), Some(*colour))),
    );
    Ok(draft.finish())
}

fn read_annotation(
    draft: &mut Draft,
    id: &str,
    rest: &str,
    full: &impl Fn(&str) -> String,
) -> Result<usize, DecodeError> {
    let misfit = || DecodeError::Annotation(id.to_owned());
    let (head, quote) = rest.split_once('\t').ok_or_else(misfit)?;
    let (label, places) = head.split_once(' ').ok_or_else(misfit)?;
    let mut parts = Vec::new();
    for place in places.split(';') {
        let (start, end) = place.trim().split_once(' ').ok_or_else(misfit)?;
        let number = |text: &str| text.parse().map_err(|_| misfit());
        parts.push(draft.chars(id, number(start)?, number(end)?)?);
    }
    let source = draft.source();
    let found: Vec<&str> = parts.iter().map(|&part| source.slice(part)).collect();
    if found.join(" ").replace(['\r', '\n'], " ") != quote.replace('\r', " ") {
        return Err(DecodeError::Quote(id.to_owned()));
    }
    let span = parts.iter().copied().reduce(Span::union).ok_or_else(misfit)?;
    // Parts with words between them become the whole from first to last; where they stood is kept.
    let gaps = parts.windows(2).any(|pair| {
        !source
            .slice(Span::new(pair[0].end(), pair[1].start()))
            .trim()
            .is_empty()
    });
    let place = draft.mark(id, &full(label), span);
    if let Some(annotation) = draft.annotation(place).filter(|_| gaps) {
        let fragments = value_of(places.into()).unwrap_or(Value::Flag(true));
        annotation.attributes.insert("fragments".into(), fragments);
    }
    Ok(place)
}

/// Kind, target and text of a note.
fn note(rest: &str) -> Option<(&str, &str, &str)> {
    let (head, text) = rest.split_once('\t')?;
    let (kind, target) = head.split_once(' ')?;
    Some((kind, target, text))
}
