//! Tag sets: the labels and link types that a document is annotated with.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::annotation::Name;

/// The labels and link types of a document. Written to files as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagSet {
    /// Its id, e.g. `juyao`.
    pub id: Name,
    /// Its labels in the order of the palette.
    pub labels: Vec<Label>,
    /// The types of link.
    pub links: Vec<LinkType>,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its id in files: lower-case letters, digits and underscores.
    pub id: Name,
    /// What kind of thing it marks.
    pub layer: Layer,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// One character that stands for it where there is no room for a name.
    pub glyph: String,
    /// The key that applies it, as a physical key (`Digit1`, `KeyQ`); none for labels that are
    /// only chosen by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The colour of its marks, one of [`TagSet::TONES`] of its layer or of the spare ones; see
    /// [`TagSet::tone`] for what holds where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Name>,
    /// No longer offered, and its annotations are hidden and not counted. They are kept.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
    /// What it covers, for the reader.
    #[serde(default)]
    pub description: String,
    /// The fields that its annotations may have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<AttributeSpec>,
}

/// What kind of thing a label marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Parts of the document: headings, and what is not the speech.
    Structure,
    /// Whole clauses; shown as tints.
    Statement,
    /// Names, numbers, phrases; shown as underlines.
    Mention,
}

/// A field of a label's annotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeSpec {
    /// Its id in files.
    pub id: Name,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// What it holds.
    #[serde(flatten)]
    pub kind: AttributeKind,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AttributeKind {
    /// Free text.
    Text,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of several values.
    Choice {
        /// The values, as they stand in files.
        values: Vec<Name>,
    },
}

/// A type of link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkType {
    /// Its id in files.
    pub id: Name,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// The key that chooses it while linking, as a physical key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The labels it may start at; any where empty.
    #[serde(default)]
    pub from: Vec<Name>,
    /// The labels it may end at; any where empty.
    #[serde(default)]
    pub to: Vec<Name>,
    /// Whether it is no longer offered for new links. Those that have it stay.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
}

/// Why a tag set cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TagSetError {
    /// It is not a tag set at all.
    #[error("not a tag set: {0}")]
    Syntax(String),
    /// Two labels, or two link types, have the same id.
    #[error("two labels or link types are called {0}")]
    Twice(Name),
    /// It has more labels or link types than anybody can use.
    #[error("more than {LARGEST} labels or link types")]
    TooLarge,
    /// A label has no id.
    #[error("a label has no id")]
    Nameless,
}

/// The most labels, and the most link types, of a tag set that is read from a file.
const LARGEST: usize = 500;

fn is_false(value: &bool) -> bool {
    !*value
}

impl TagSet {
    /// Reads a tag set from JSON.
    pub fn parse(json: &str) -> Result<Self, TagSetError> {
        let tagset: Self = serde_json::from_str(json).map_err(|error| TagSetError::Syntax(error.to_string()))?;
        if tagset.labels.len().max(tagset.links.len()) > LARGEST {
            return Err(TagSetError::TooLarge);
        }
        let labels: Vec<&Name> = tagset.labels.iter().map(|label| &label.id).collect();
        let links: Vec<&Name> = tagset.links.iter().map(|link| &link.id).collect();
        if labels.iter().chain(&links).any(|id| id.trim().is_empty()) {
            return Err(TagSetError::Nameless);
        }
        match repeated(&labels).or_else(|| repeated(&links)) {
            Some(id) => Err(TagSetError::Twice(id)),
            None => Ok(tagset),
        }
    }

    /// The file of a tag set, indented, with a closing line end.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// The labels of the project's guidelines.
    pub fn guidelines() -> Arc<Self> {
        let empty = Self {
            id: "empty".into(),
            labels: Vec::new(),
            links: Vec::new(),
        };
        Arc::new(Self::parse(include_str!("guidelines.json")).unwrap_or(empty))
    }

    /// A set for the analysis of policy instruments: supply, environment and demand tools with their
    /// classes.
    pub fn policy_instruments() -> Arc<Self> {
        match Self::parse(include_str!("policy_instruments.json")) {
            Ok(tagset) => Arc::new(tagset),
            Err(_) => Self::guidelines(),
        }
    }

    /// The labels that are in use: those that are not retired.
    pub fn offered(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(|label| !label.retired)
    }

    /// Whether annotations of a label are shown: those of a retired one are not.
    pub fn shows(&self, id: &str) -> bool {
        self.label(id).is_none_or(|label| !label.retired)
    }

    /// Colours that belong to labels of the guidelines, by layer.
    pub const TONES: [(Layer, &[&str]); 2] = [
        (
            Layer::Statement,
            &["measure", "target", "achievement", "problem", "rule"],
        ),
        (
            Layer::Mention,
            &[
                "actor",
                "time",
                "quantity",
                "industry",
                "organization",
                "project",
                "term",
                "policy",
                "redaction",
            ],
        ),
    ];

    /// Colours for labels of one's own; for either layer.
    pub const SPARE_TONES: [&str; 9] = [
        "spare-1", "spare-2", "spare-3", "spare-4", "spare-5", "spare-6", "spare-7", "spare-8", "spare-9",
    ];

    /// The colours that labels of a layer may have.
    pub fn tones(layer: Layer) -> impl Iterator<Item = &'static str> {
        let own = Self::TONES.iter().find(|(known, _)| *known == layer);
        own.map(|(_, tones)| tones.iter())
            .into_iter()
            .flatten()
            .chain(&Self::SPARE_TONES)
            .copied()
    }

    /// The colour of a label: the one it names, else the one that belongs to its id, else a spare one
    /// by its place among the labels that have no other.
    pub fn tone(&self, id: &str) -> &str {
        let place = match self.label(id) {
            Some(label) => {
                let chosen = label.colour.as_deref().unwrap_or(&label.id);
                if label.layer == Layer::Structure {
                    return &label.id;
                }
                if let Some(tone) = Self::tones(label.layer).find(|tone| *tone == chosen) {
                    return tone;
                }
                let is_plain = |label: &&Label| {
                    label.layer != Layer::Structure && Self::tones(label.layer).all(|tone| *tone != *label.id)
                };
                self.labels
                    .iter()
                    .filter(is_plain)
                    .position(|label| &*label.id == id)
                    .unwrap_or(0)
            }
            None => 0,
        };
        Self::SPARE_TONES[place % Self::SPARE_TONES.len()]
    }

    /// The link types that are in use: those that are not retired.
    pub fn offered_links(&self) -> impl Iterator<Item = &LinkType> {
        self.links.iter().filter(|link| !link.retired)
    }

    /// A link type by id.
    pub fn link(&self, id: &str) -> Option<&LinkType> {
        self.links.iter().find(|link| &*link.id == id)
    }

    /// A label by id.
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.iter().find(|label| &*label.id == id)
    }

    /// A label's place in the palette; labels that are not in the set come last.
    pub fn rank(&self, id: &str) -> usize {
        self.labels
            .iter()
            .position(|label| &*label.id == id)
            .unwrap_or(self.labels.len())
    }
}

impl LinkType {
    /// Whether it may lead from one label to another.
    pub fn joins(&self, from: &str, to: &str) -> bool {
        let fits = |names: &[Name], label: &str| names.is_empty() || names.iter().any(|name| &**name == label);
        fits(&self.from, from) && fits(&self.to, to)
    }
}

/// The first name that stands twice.
fn repeated(names: &[&Name]) -> Option<Name> {
    let twice = |(position, name): (usize, &&Name)| names[..position].contains(name).then(|| (*name).clone());
    names.iter().enumerate().find_map(twice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_made_set_is_whole() {
        for tagset in [TagSet::guidelines(), TagSet::policy_instruments()] {
            assert_eq!(TagSet::parse(&tagset.to_json()).as_ref(), Ok(&*tagset));
            for label in &tagset.labels {
                assert_eq!(label.glyph.chars().count(), 1, "{}", label.id);
                assert!(!label.description.is_empty(), "{}", label.id);
            }
            for link in &tagset.links {
                for label in link.from.iter().chain(&link.to) {
                    assert!(tagset.label(label).is_some(), "{label}");
                }
            }
        }
        assert_ne!(TagSet::policy_instruments(), TagSet::guidelines());
    }

    #[test]
    fn every_label_has_a_colour_of_the_page() {
        let mut tagset = (*TagSet::guidelines()).clone();
        assert_eq!(tagset.tone("measure"), "measure");
        let own = |id: &str, colour: Option<&str>| Label {
            id: id.into(),
            colour: colour.map(Name::from),
            ..tagset.labels[3].clone()
        };
        let labels = [
            own("risk", None),
            own("hope", None),
            own("fear", Some("rule")),
            own("odd", Some("actor")),
        ];
        tagset.labels.extend(labels);
        let tones = ["risk", "hope", "fear", "odd", "unknown"].map(|id| tagset.tone(id));
        assert_eq!(tones, ["spare-1", "spare-2", "rule", "spare-4", "spare-1"]);
    }

    #[test]
    fn the_guidelines_are_complete() {
        let tagset = TagSet::guidelines();
        assert_eq!(tagset.labels.len(), 16);
        let keys: std::collections::BTreeSet<_> = tagset.labels.iter().filter_map(|label| label.key.as_ref()).collect();
        assert_eq!(keys.len(), 14, "every statement and mention has a key of its own");
        for link in &tagset.links {
            for label in link.from.iter().chain(&link.to) {
                assert!(tagset.label(label).is_some(), "{label}");
            }
        }
    }

    #[test]
    fn a_label_stands_once() {
        let twice = r#"{"id":"x","links":[],"labels":[
            {"id":"a","layer":"mention","zh":"甲","en":"A","glyph":"甲"},
            {"id":"a","layer":"mention","zh":"乙","en":"B","glyph":"乙"}]}"#;
        assert_eq!(TagSet::parse(twice), Err(TagSetError::Twice("a".into())));
        assert!(matches!(TagSet::parse("[]"), Err(TagSetError::Syntax(_))));
    }
}
