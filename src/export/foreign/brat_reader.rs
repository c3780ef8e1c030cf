//! Reads brat's stand-off: an archive with texts and the annotations beside them. An event becomes links
//! from its trigger to what takes part in it, an equivalence links from one annotation to the next, a
//! reference into a database an attribute.

use std::collections::BTreeMap;

use super::brat::{ABOUT, OWN_NOTE, OwnNote};
use super::draft::Draft;
use super::{archive, syntax, utf8};
use crate::annotate::{Annotation, Value};
use crate::export::{DecodeError, Format};
use crate::project::Project;
use crate::text::{ByteOffset, Source, Span};

/// Every text of an archive that has annotations beside it.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let files = archive::unpack(bytes)?;
    let legends: Legend<'_> = files
        .iter()
        .filter(|(name, _)| name.ends_with("annotation.conf"))
        .filter_map(|(_, bytes)| utf8(bytes).ok())
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix("# ")?.split_once(" = "))
        // Older legends have a blank between id and Chinese name.
        .filter_map(|(name, id)| Some((name, id.split_once('\t').or_else(|| id.rsplit_once(' '))?.0)))
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
            let mut reading = Reading::new(draft, &legends, utf8(annotations)?);
            reading.annotations()?;
            reading.links()?;
            reading.notes();
            reading.attributes();
            let colours = colours.iter().map(|(name, colour)| (reading.full(name), *colour));
            let colours: Vec<_> = colours.collect();
            let said = colours
                .into_iter()
                .map(|(name, colour)| (name, String::new(), Some(colour)));
            reading.draft.about_labels(said);
            projects.push(reading.draft.finish());
        }
    }
    if projects.is_empty() {
        return Err(DecodeError::NoText);
    }
    Ok(projects)
}

/// The ids of labels and link types by brat's names.
type Legend<'a> = BTreeMap<&'a str, &'a str>;

/// The reading of one file of annotations, a kind of line after the other.
struct Reading<'a> {
    draft: Draft,
    legend: &'a Legend<'a>,
    /// Id and content of each line.
    rows: Vec<(&'a str, &'a str)>,
    /// The place of each annotation, of the trigger of each event, and of where each relation begins: what is
    /// said of an event or relation stands there.
    places: BTreeMap<&'a str, usize>,
    links: BTreeMap<&'a str, usize>,
    /// The parts of each annotation, as they stand in its line.
    parts: BTreeMap<&'a str, Vec<Span>>,
}

impl<'a> Reading<'a> {
    fn new(draft: Draft, legend: &'a Legend<'a>, annotations: &'a str) -> Self {
        Self {
            draft,
            legend,
            rows: annotations.lines().filter_map(|line| line.split_once('\t')).collect(),
            places: BTreeMap::new(),
            links: BTreeMap::new(),
            parts: BTreeMap::new(),
        }
    }

    fn full(&self, name: &str) -> String {
        self.legend
            .get(name)
            .map_or_else(|| name.to_owned(), |id| (*id).to_owned())
    }

    /// The lines whose ids begin with one of these.
    fn of(&self, kinds: &'static [char]) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let rows = self.rows.clone().into_iter();
        rows.filter(move |(id, _)| id.starts_with(kinds))
    }

    fn annotations(&mut self) -> Result<(), DecodeError> {
        for (id, rest) in self.of(&['T']) {
            let label = self.full(rest.split(' ').next().unwrap_or_default());
            let parts = read_parts(&self.draft, id, rest)?;
            let pieces = joined(self.draft.source(), &parts);
            let main = pieces.first().ok_or_else(|| DecodeError::Annotation(id.to_owned()))?;
            let place = self.draft.mark(id, &label, *main);
            if let Some(annotation) = self.draft.annotation(place) {
                give_pieces(annotation, pieces);
            }
            self.places.insert(id, place);
            self.parts.insert(id, parts);
        }
        Ok(())
    }

    fn links(&mut self) -> Result<(), DecodeError> {
        for (id, rest) in self.of(&['E']) {
            let trigger = rest.split_whitespace().next().and_then(|word| word.split_once(':'));
            let place = trigger.and_then(|(_, trigger)| self.places.get(trigger).copied());
            self.places
                .insert(id, place.ok_or_else(|| DecodeError::Link(id.to_owned()))?);
        }
        for (id, rest) in self.of(&['E']) {
            for (role, target) in rest.split_whitespace().skip(1).filter_map(|word| word.split_once(':')) {
                self.link("", &self.full(role), id, target)?;
            }
        }
        for (id, rest) in self.of(&['R']) {
            let mut words = rest.split_whitespace();
            let kind = self.full(words.next().unwrap_or_default());
            let mut end = || {
                words
                    .next()
                    .and_then(|word| Some(word.split_once(':')?.1))
                    .unwrap_or_default()
            };
            let (from, to) = (end(), end());
            let link = self.link(id, &kind, from, to)?;
            self.links.insert(id, link);
            self.places.extend(self.places.get(from).map(|&place| (id, place)));
        }
        for (_, rest) in self.of(&['*']) {
            let words: Vec<&str> = rest.split_whitespace().collect();
            let [kind, equal @ ..] = &*words else { continue };
            for pair in equal.windows(2) {
                self.link("", &self.full(kind), pair[0], pair[1])?;
            }
        }
        Ok(())
    }

    fn link(&mut self, id: &str, kind: &str, from: &str, to: &str) -> Result<usize, DecodeError> {
        let (Some(&from), Some(&to)) = (self.places.get(from), self.places.get(to)) else {
            return Err(DecodeError::Link(id.to_owned()));
        };
        Ok(self.draft.link(id, kind, from, to))
    }

    fn notes(&mut self) {
        // Own notes first: what was changed in brat afterwards stands in its attributes.
        for (kind, target, text) in self.of(&['#']).filter_map(|(_, rest)| note(rest)) {
            if kind == OWN_NOTE
                && let Ok(own) = serde_json::from_str::<OwnNote>(text)
            {
                if let Some(link) = self.links.get(target).and_then(|&place| self.draft.linked(place)) {
                    own.details.give_link(link);
                } else if let Some(&place) = self.places.get(target) {
                    self.draft.detail(place, own.details, Draft::chars);
                    let parts = self.parts.get(target).map(Vec::as_slice).unwrap_or_default();
                    if let (Some(pieces), Some(annotation)) = (pieces(parts, &own.parts), self.draft.annotation(place))
                    {
                        give_pieces(annotation, pieces);
                    }
                }
            }
        }
        let mut written: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (kind, target, text) in self.of(&['#']).filter_map(|(_, rest)| note(rest)) {
            if kind != OWN_NOTE
                && let Some(&place) = self.places.get(target)
            {
                written.entry(place).or_default().push(text);
            }
        }
        for (place, notes) in written {
            let note = notes.join("\n");
            if let Some(annotation) = self.draft.annotation(place)
                && annotation.note.replace(['\r', '\n'], " ") != note
            {
                annotation.note = note;
            }
        }
    }

    fn attributes(&mut self) {
        for (_, rest) in self.of(&['A', 'M']) {
            let mut words = rest.split_whitespace();
            let (Some(name), Some(target)) = (words.next(), words.next()) else {
                continue;
            };
            let value = words
                .next()
                .map_or(Value::Flag(true), |word| Value::Text(word.to_owned()));
            if let Some(annotation) = self.places.get(target).and_then(|&place| self.draft.annotation(place)) {
                annotation.attributes.insert(name.into(), value);
            }
        }
        for (_, rest) in self.of(&['N']) {
            let (head, words) = rest.split_once('\t').unwrap_or((rest, ""));
            let mut heads = head.split_whitespace();
            if let (Some(name), Some(target), Some(entry)) = (heads.next(), heads.next(), heads.next()) {
                let entry = format!("{entry} {}", words.trim()).trim_end().to_owned();
                self.reference(target, name, entry);
            }
        }
    }

    /// One annotation may refer to several entries under one name.
    fn reference(&mut self, target: &str, name: &str, entry: String) {
        let place = self.places.get(target).copied();
        let Some(annotation) = place.and_then(|place| self.draft.annotation(place)) else {
            return;
        };
        let value = match annotation.attributes.get(name) {
            Some(Value::Text(known)) => format!("{known}; {entry}"),
            _ => entry,
        };
        annotation.attributes.insert(name.into(), Value::Text(value));
    }
}

/// The parts of an annotation, in the order of its line.
fn read_parts(draft: &Draft, id: &str, rest: &str) -> Result<Vec<Span>, DecodeError> {
    let misfit = || DecodeError::Annotation(id.to_owned());
    let (head, quote) = rest.split_once('\t').ok_or_else(misfit)?;
    let (_, places) = head.split_once(' ').ok_or_else(misfit)?;
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
    Ok(parts)
}

/// The pieces that the parts of an annotation make: brat breaks at line ends, where we do not.
fn joined(source: &Source, parts: &[Span]) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for &part in parts {
        match pieces.last_mut() {
            Some(last) if last.end() <= part.start() && is_line_end(source, last.end(), part.start()) => {
                *last = last.union(part);
            }
            _ => pieces.push(part),
        }
    }
    pieces
}

fn is_line_end(source: &Source, from: ByteOffset, to: ByteOffset) -> bool {
    let between = source.slice(Span::new(from, to));
    between.trim().is_empty() && between.contains(['\r', '\n'])
}

/// The pieces of parts where it is known how many parts each has; nothing where that does not fit.
fn pieces(parts: &[Span], counts: &[usize]) -> Option<Vec<Span>> {
    let mut rest = parts;
    let mut pieces = Vec::new();
    for &count in counts {
        let (own, others) = rest.split_at_checked(count)?;
        pieces.push(own.iter().copied().reduce(Span::union)?);
        rest = others;
    }
    (rest.is_empty() && !pieces.is_empty()).then_some(pieces)
}

fn give_pieces(annotation: &mut Annotation, pieces: Vec<Span>) {
    let mut pieces = pieces.into_iter();
    if let Some(main) = pieces.next() {
        annotation.span = main;
        annotation.fragments = pieces.collect();
    }
}

/// Kind, target and text of a note.
fn note(rest: &str) -> Option<(&str, &str, &str)> {
    let (head, text) = rest.split_once('\t')?;
    let (kind, target) = head.split_once(' ')?;
    Some((kind, target, text))
}
