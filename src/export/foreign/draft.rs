//! A project in the making: what decoders put together, checked against the text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::details::{Details, Place};
use crate::annotate::{
    Annotation, AnnotationId, Label, Layer, Link, LinkId, LinkType, Name, Origin, Status, Store, TagSet,
};
use crate::export::{DecodeError, Format, LARGEST_FILE};
use crate::project::Project;
use crate::text::{CharOffset, Source, Span, Utf16Offset};

/// How a file's offsets are read: [`Draft::chars`] or [`Draft::utf16`].
pub(super) type ReadPlace = fn(&Draft, &str, u32, u32) -> Result<Span, DecodeError>;

/// A project in the making. Annotations and links are named by their place in the order of coming.
pub(super) struct Draft {
    project: Project,
    tagset: TagSet,
    origin: Origin,
    /// The labels and link types by what a file may call them.
    labels: Names,
    link_types: Names,
    annotations: Vec<(Option<u32>, Annotation)>,
    links: Vec<(Option<u32>, usize, usize, Link)>,
}

impl Draft {
    /// A text from a file of some format.
    pub(super) fn new(format: Format, text: &str) -> Result<Self, DecodeError> {
        if text.len() > LARGEST_FILE {
            return Err(DecodeError::TooLarge);
        }
        let project = Project::new(Source::new(text));
        let tagset = &project.tagset;
        Ok(Self {
            labels: Names::of(tagset.labels.iter().map(|one| (&one.id, &*one.zh, &*one.en))),
            link_types: Names::of(tagset.links.iter().map(|one| (&one.id, &*one.zh, &*one.en))),
            tagset: (**tagset).clone(),
            project,
            origin: Origin::Import(format.id().into()),
            annotations: Vec::new(),
            links: Vec::new(),
        })
    }

    /// Title and day of the speech, where the file tells them.
    pub(super) fn describe(&mut self, title: Option<&str>, date: Option<&str>) {
        let document = Arc::make_mut(&mut self.project.document);
        if let Some(title) = title {
            document.title = title.to_owned();
        }
        document.date = date
            .filter(|date| crate::extract::date::Date::parse(date).is_some())
            .map(str::to_owned);
    }

    /// What the file says of the document as a whole.
    pub(super) fn remark(&mut self, remarks: impl Iterator<Item = String>) {
        let remarks: Vec<String> = remarks.filter(|remark| !remark.trim().is_empty()).collect();
        Arc::make_mut(&mut self.project.document).note = remarks.join("\n");
    }

    /// The text.
    pub(super) fn source(&self) -> &Source {
        &self.project.source
    }

    /// The span of two code point offsets.
    pub(super) fn chars(&self, name: &str, start: u32, end: u32) -> Result<Span, DecodeError> {
        let span = Span::new(CharOffset(start), CharOffset(end));
        if start > end || span.end() > self.source().chars() {
            return Err(DecodeError::Annotation(name.to_owned()));
        }
        Ok(self.source().span_from_chars(span))
    }

    /// The span of two UTF-16 offsets; one inside a character fits no text.
    pub(super) fn utf16(&self, name: &str, start: u32, end: u32) -> Result<Span, DecodeError> {
        let wanted = Span::new(Utf16Offset(start), Utf16Offset(end));
        let span = self.source().span_from_utf16(wanted);
        if start > end || self.source().span_to_utf16(span) != wanted {
            return Err(DecodeError::Annotation(name.to_owned()));
        }
        Ok(span)
    }

    /// The span of two offsets with its words. Some programs count in UTF-16 units where their format
    /// says code points: the words tell.
    pub(super) fn quoted(&self, name: &str, start: u32, end: u32, quote: &str) -> Result<Span, DecodeError> {
        let spans = [self.chars(name, start, end), self.utf16(name, start, end)];
        spans
            .into_iter()
            .flatten()
            .find(|&span| self.source().slice(span) == quote)
            .ok_or_else(|| DecodeError::Quote(name.to_owned()))
    }

    /// Adds an annotation. Its number is kept where the name has one (`a12`, `T12`, `12`) that is free.
    pub(super) fn mark(&mut self, name: &str, label: &str, span: Span) -> usize {
        let annotation = Annotation {
            origin: self.origin.clone(),
            ..Annotation::by_hand(AnnotationId::default(), self.label(label), span)
        };
        self.annotations.push((number(name), annotation));
        self.annotations.len() - 1
    }

    /// An annotation that was added.
    pub(super) fn annotation(&mut self, place: usize) -> Option<&mut Annotation> {
        self.annotations.get_mut(place).map(|(_, annotation)| annotation)
    }

    /// Gives an annotation what a file says of it; `place` reads offsets in the unit of the file. Places outside
    /// the text are passed over.
    pub(super) fn detail(&mut self, at: usize, details: Details, place: ReadPlace) {
        let spans = |places: &[Place]| -> Vec<Span> {
            let spans = places.iter().map(|&(start, end)| place(self, "", start, end));
            spans.filter_map(Result::ok).collect()
        };
        let (fragments, triggers) = (spans(&details.fragments), spans(&details.triggers));
        if let Some(annotation) = self.annotation(at) {
            details.give(annotation);
            annotation.triggers = triggers;
            if !fragments.is_empty() {
                annotation.fragments = fragments;
            }
        }
    }

    /// Adds a link between two annotations.
    pub(super) fn link(&mut self, name: &str, kind: &str, from: usize, to: usize) -> usize {
        let link = Link {
            id: LinkId::default(),
            kind: self.link_type(kind),
            from: AnnotationId::default(),
            to: AnnotationId::default(),
            origin: self.origin.clone(),
            status: Status::Accepted,
        };
        self.links.push((number(name), from, to, link));
        self.links.len() - 1
    }

    /// A link that was added.
    pub(super) fn linked(&mut self, place: usize) -> Option<&mut Link> {
        self.links.get_mut(place).map(|(_, _, _, link)| link)
    }

    /// The project.
    pub(super) fn finish(mut self) -> Project {
        let ids = distinct(self.annotations.iter().map(|(number, _)| *number));
        let link_ids = distinct(self.links.iter().map(|(number, ..)| *number));
        let annotations = self
            .annotations
            .into_iter()
            .zip(&ids)
            .map(|((_, mut annotation), &id)| {
                annotation.id = AnnotationId(id);
                Arc::new(annotation)
            })
            .collect();
        let links = self
            .links
            .into_iter()
            .zip(link_ids)
            .filter_map(|((_, from, to, mut link), id)| {
                link.id = LinkId(id);
                link.from = AnnotationId(*ids.get(from)?);
                link.to = AnnotationId(*ids.get(to)?);
                Some(Arc::new(link))
            })
            .collect();
        self.project.store = Store::from_parts(annotations, links);
        self.project.tagset = Arc::new(self.tagset);
        self.project
    }

    /// Keeps what a file says of the labels that it brought along, by name: what each covers, and its
    /// colour, as the nearest one of the page. Labels that were known stay as they are.
    pub(super) fn about_labels<'a>(&mut self, said: impl Iterator<Item = (String, String, Option<&'a str>)>) {
        let known = self.project.tagset.labels.len();
        let new = self.tagset.labels.iter_mut().skip(known);
        let mut new: BTreeMap<Name, &mut Label> = new.map(|label| (label.id.clone(), label)).collect();
        for (name, description, colour) in said {
            let id = self.labels.get(&name);
            if let Some(label) = id.and_then(|id| new.get_mut(&id)) {
                label.description = description;
                label.colour = colour.and_then(super::colour::tone).map(Name::from);
            }
        }
    }

    /// The id of a label called so in a file; a new label where the tag set has none of that name.
    fn label(&mut self, name: &str) -> Name {
        if let Some(known) = self.labels.get(name) {
            return known;
        }
        self.labels.add(&name.into(), name, name);
        self.tagset.labels.push(Label {
            id: name.into(),
            layer: Layer::Mention,
            zh: name.to_owned(),
            en: name.to_owned(),
            glyph: name.chars().take(1).collect(),
            key: None,
            colour: None,
            retired: false,
            description: String::new(),
            attributes: Vec::new(),
        });
        name.into()
    }

    fn link_type(&mut self, name: &str) -> Name {
        if let Some(known) = self.link_types.get(name) {
            return known;
        }
        self.link_types.add(&name.into(), name, name);
        self.tagset.links.push(LinkType {
            id: name.into(),
            zh: name.to_owned(),
            en: name.to_owned(),
            key: None,
            from: Vec::new(),
            to: Vec::new(),
            retired: false,
        });
        name.into()
    }
}

/// Ids by the names that a file may use: the id itself, the Chinese name, the English one in any case.
/// A file may have as many labels as annotations: none is searched for in a list.
#[derive(Default)]
struct Names(BTreeMap<String, Name>);

impl Names {
    fn of<'a>(known: impl Iterator<Item = (&'a Name, &'a str, &'a str)>) -> Self {
        let mut names = Self::default();
        known.for_each(|(id, zh, en)| names.add(id, zh, en));
        names
    }

    fn add(&mut self, id: &Name, zh: &str, en: &str) {
        self.0.insert(id.to_string(), id.clone());
        for name in [zh.to_owned(), en.to_ascii_lowercase()] {
            self.0.entry(name).or_insert_with(|| id.clone());
        }
    }

    fn get(&self, name: &str) -> Option<Name> {
        let known = self.0.get(name).or_else(|| self.0.get(&name.to_ascii_lowercase()));
        known.cloned()
    }
}

/// Numbers above this are not kept: the store indexes by number.
const LARGEST_NUMBER: u32 = 1_000_000;

/// The number of a name such as `a12`, `T12` or `12`.
fn number(name: &str) -> Option<u32> {
    let digits = name.trim_start_matches(|char: char| char.is_ascii_alphabetic());
    let plain = name.len() - digits.len() <= 1 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|&number| plain && number <= LARGEST_NUMBER)
}

/// A number for each: the wanted one for the first who asks, a new one for everybody else.
fn distinct(wanted: impl Iterator<Item = Option<u32>>) -> Vec<u32> {
    let mut taken = BTreeSet::new();
    let kept: Vec<Option<u32>> = wanted
        .map(|number| number.filter(|&number| taken.insert(number)))
        .collect();
    let mut next = taken.last().copied().unwrap_or(0);
    kept.into_iter()
        .map(|number| {
            number.unwrap_or_else(|| {
                next += 1;
                next
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_where_they_can_be() {
        assert_eq!(number("a12"), Some(12));
        assert_eq!(number("T7"), Some(7));
        assert_eq!(number("7"), Some(7));
        for name in ["", "ab7", "a7b", "-7", "99999999999", "aB3dE", "+7", "４"] {
            assert_eq!(number(name), None, "{name}");
        }
        assert_eq!(
            distinct([None, Some(4), Some(4), Some(0), None].into_iter()),
            [5, 4, 6, 0, 7]
        );
    }
}
