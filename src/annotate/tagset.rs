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
    /// The labels it may start at; any where empty.
    #[serde(default)]
    pub from: Vec<Name>,
    /// The labels it may end at; any where empty.
    #[serde(default)]
    pub to: Vec<Name>,
}

/// Why a tag set cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TagSetError {
    /// It is not a tag set at all.
    #[error("not a tag set: {0}")]
    Syntax(String),
    /// Two labels have the same id.
    #[error("two labels are called {0}")]
    Twice(Name),
}

impl TagSet {
    /// Reads a tag set from JSON.
    pub fn parse(json: &str) -> Result<Self, TagSetError> {
        let tagset: Self = serde_json::from_str(json).map_err(|error| TagSetError::Syntax(error.to_string()))?;
        for (position, label) in tagset.labels.iter().enumerate() {
            if tagset.labels[..position].iter().any(|other| other.id == label.id) {
                return Err(TagSetError::Twice(label.id.clone()));
            }
        }
        Ok(tagset)
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

#[cfg(test)]
mod tests {
    use super::*;

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
