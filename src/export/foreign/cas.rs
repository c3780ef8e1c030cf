//! What CAS JSON and XMI share: the types, and reading annotations of any type. Offsets are UTF-16 units.

use std::collections::{BTreeMap, BTreeSet};

use super::details::{Details, attributes, read_places, value_of, write_places};
use super::draft::Draft;
use super::selection::Selection;
use crate::annotate::{Annotation, Link, Value};
use crate::export::DecodeError;
use crate::project::Document;

/// The layer of our annotations, named as INCEpTION names the layers that people add.
pub(super) const SPAN: &str = "webanno.custom.Juyao";

/// The layer of our links.
pub(super) const RELATION: &str = "webanno.custom.JuyaoLink";

/// Title and language of a document, as DKPro and INCEpTION write them.
pub(super) const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";

/// A type: its name, its parent, and its features with their ranges.
type Type = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The types of our files.
pub(super) const TYPES: [Type; 3] = [
    (
        METADATA,
        "uima.tcas.DocumentAnnotation",
        &[("documentTitle", STRING), ("documentUri", STRING)],
    ),
    (
        SPAN,
        "uima.tcas.Annotation",
        &[
            ("identifier", STRING),
            ("label", STRING),
            ("status", STRING),
            ("origin", STRING),
            ("confidence", STRING),
            ("note", STRING),
            ("attributes", STRING),
            ("fragments", STRING),
            ("triggers", STRING),
        ],
    ),
    (
        RELATION,
        "uima.tcas.Annotation",
        &[
            ("identifier", STRING),
            ("label", STRING),
            ("status", STRING),
            ("origin", STRING),
            ("Governor", SPAN),
            ("Dependent", SPAN),
        ],
    ),
];

const STRING: &str = "uima.cas.String";

/// The day of the speech as a URI: the metadata have no field for it.
pub(super) fn date_uri(document: &Document) -> String {
    document
        .date
        .as_ref()
        .map_or_else(String::new, |date| format!("{DATE}{date}"))
}

/// The day of such a URI.
pub(super) fn uri_date(uri: &str) -> Option<&str> {
    uri.strip_prefix(DATE)
}

const DATE: &str = "urn:juyao:date:";

/// The features of an annotation that are not empty.
pub(super) fn span_features(selection: &Selection<'_>, annotation: &Annotation) -> Vec<(&'static str, String)> {
    let details = Details::of(annotation, |span| selection.utf16(span));
    let attributes = attributes(annotation);
    let features = [
        ("identifier", annotation.id.to_string()),
        ("label", annotation.label.to_string()),
        ("status", details.status),
        ("origin", details.origin),
        (
            "confidence",
            annotation
                .confidence
                .map_or_else(String::new, |percent| percent.to_string()),
        ),
        ("note", details.note),
        (
            "attributes",
            if attributes.is_empty() {
                String::new()
            } else {
                serde_json::to_string(&attributes).unwrap_or_default()
            },
        ),
        ("fragments", write_places(&details.fragments)),
        ("triggers", write_places(&details.triggers)),
    ];
    features.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The features of a link, without its ends.
pub(super) fn relation_features(link: &Link) -> [(&'static str, String); 4] {
    let details = Details::of_link(link);
    [
        ("identifier", link.id.to_string()),
        ("label", link.kind.to_string()),
        ("status", details.status),
        ("origin", details.origin),
    ]
}

/// A feature structure of any type, as read.
pub(super) struct Found {
    /// Its number in the file.
    pub(super) id: String,
    /// Its type, at least the last part of the name.
    pub(super) kind: String,
    pub(super) begin: u32,
    pub(super) end: u32,
    /// Plain features as texts.
    pub(super) features: BTreeMap<String, String>,
    /// The feature structures that each feature refers to, by their numbers.
    pub(super) references: BTreeMap<String, Vec<String>>,
}

/// A slot of an annotation: what takes part in it, and as what.
pub(super) struct Slot {
    pub(super) role: String,
    pub(super) target: String,
}

/// What annotations refer to without its being annotations, by number.
#[derive(Default)]
pub(super) struct Others {
    pub(super) slots: BTreeMap<String, Slot>,
    /// The members of each list of feature structures.
    pub(super) lists: BTreeMap<String, Vec<String>>,
}

/// The most links that the lists of a file may make: many annotations can name the same long list.
const MOST_LINKS: usize = 1_000_000;

/// Several texts of one feature as one.
pub(super) fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("; ")
}

impl Found {
    /// The last part of the type's name.
    fn short(&self) -> &str {
        self.kind.rsplit(['.', ':']).next().unwrap_or(&self.kind)
    }

    /// Whether it says something that a person marked: sentences and tokens are the text's own parts.
    fn is_marked(&self) -> bool {
        !matches!(
            self.short(),
            "DocumentMetaData" | "DocumentAnnotation" | "Sentence" | "Token" | "TagsetDescription"
        )
    }

    fn is_relation(&self) -> bool {
        self.references.contains_key("Governor") && self.references.contains_key("Dependent")
    }

    /// The label: a feature called so, another tool's name for it, or the type.
    fn label(&mut self) -> String {
        ["label", "value", "PosValue", "DependencyType"]
            .into_iter()
            .find_map(|name| self.features.remove(name))
            .unwrap_or_else(|| self.short().to_owned())
    }

    /// Whether it is of one of our own layers.
    fn is_own(&self) -> bool {
        [SPAN, RELATION]
            .iter()
            .any(|own| own.ends_with(&format!(".{}", self.short())))
    }

    /// The id that we gave it; elsewhere a field called so is one like any other.
    fn own_name(&mut self) -> String {
        let name = self.is_own().then(|| self.features.remove("identifier"));
        name.flatten().unwrap_or_default()
    }

    fn details(&mut self) -> Details {
        let is_own = self.is_own();
        let mut take = |name: &str| self.features.remove(name).unwrap_or_default();
        if !is_own {
            return Details {
                note: take("note"),
                ..Details::default()
            };
        }
        Details {
            status: take("status"),
            origin: take("origin"),
            confidence: take("confidence").parse().ok(),
            note: take("note"),
            attributes: serde_json::from_str(&take("attributes")).unwrap_or_default(),
            fragments: read_places(&take("fragments")),
            triggers: read_places(&take("triggers")),
        }
    }
}

/// Adds what was found to a draft: annotations of every type, relations between them, and what their
/// features and slots refer to. Of sentences and words, only those that a relation joins.
pub(super) fn collect(draft: &mut Draft, found: Vec<Found>, others: &Others) -> Result<(), DecodeError> {
    let (relations, spans): (Vec<Found>, Vec<Found>) = found.into_iter().partition(Found::is_relation);
    let joined: BTreeSet<String> = relations
        .iter()
        .flat_map(|one| [&one.references["Governor"], &one.references["Dependent"]])
        .flatten()
        .cloned()
        .collect();
    let (mut places, mut referring) = (BTreeMap::new(), Vec::new());
    let spans = spans.into_iter().map(|one| (one.is_marked(), one));
    let spans = spans.filter(|(is_marked, one)| *is_marked || joined.contains(&one.id));
    for (is_marked, mut one) in spans {
        let span = draft.utf16(&one.id, one.begin, one.end)?;
        let name = one.own_name();
        let place = draft.mark(&name, &one.label(), span);
        let details = one.details();
        draft.detail(place, details, Draft::utf16);
        if let Some(annotation) = draft.annotation(place) {
            for (name, text) in one.features {
                let value = value_of(text.into()).unwrap_or(Value::Flag(true));
                annotation.attributes.entry(name.into()).or_insert(value);
            }
        }
        places.insert(one.id, place);
        referring.extend(is_marked.then_some((place, one.references)));
    }
    for mut one in relations {
        let end = |name: &str| places.get(one.references.get(name)?.first()?).copied();
        let (Some(from), Some(to)) = (end("Governor"), end("Dependent")) else {
            return Err(DecodeError::Link(one.id));
        };
        let name = one.own_name();
        let place = draft.link(&name, &one.label(), from, to);
        if let Some(link) = draft.linked(place) {
            one.details().give_link(link);
        }
    }
    let mut left = MOST_LINKS;
    for (from, references) in referring {
        for (name, ids) in &references {
            let members = ids
                .iter()
                .flat_map(|id| others.lists.get(id).map_or(std::slice::from_ref(id), |list| list));
            for id in members {
                left = left.checked_sub(1).ok_or(DecodeError::TooMuch)?;
                let slot = others.slots.get(id);
                let role = slot.map(|slot| &slot.role).filter(|role| !role.is_empty());
                if let Some(&to) = places.get(slot.map_or(id, |slot| &slot.target)) {
                    draft.link("", role.unwrap_or(name), from, to);
                }
            }
        }
    }
    Ok(())
}
