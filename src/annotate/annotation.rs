//! Annotations and the links between them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// An id of a label, a link type or an attribute; short, shared, compared by its letters.
pub type Name = Arc<str>;

/// Names an annotation within its document; written as `a12`. Never used twice in one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnotationId(pub u32);

/// Names a link within its document; written as `l12`. Never used twice in one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkId(pub u32);

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a")?;
        self.0.fmt(f)
    }
}

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("l")?;
        self.0.fmt(f)
    }
}

/// A labelled span of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its id.
    pub id: AnnotationId,
    /// The id of a label of the tag set, e.g. `measure`.
    pub label: Name,
    /// What it covers; of a discontinuous annotation its main piece.
    pub span: Span,
    /// The further pieces of a discontinuous annotation, in reading order; empty for nearly all.
    #[serde(default)]
    pub fragments: Vec<Span>,
    /// Who made it.
    pub origin: Origin,
    /// What a person has decided about it.
    pub status: Status,
    /// For suggestions, how often such a one is right, in percent (0 to 100).
    pub confidence: Option<u8>,
    /// The words that triggered the suggestion.
    pub triggers: Vec<Span>,
    /// Fields such as `level` and `marker` of a heading or `role` of an actor.
    pub attributes: Attributes,
    /// A person's remark.
    pub note: String,
}

impl Annotation {
    /// What a person marks: accepted, in one piece, with nothing else known of it.
    pub fn by_hand(id: AnnotationId, label: impl Into<Name>, span: Span) -> Self {
        Self {
            id,
            label: label.into(),
            span,
            fragments: Vec::new(),
            origin: Origin::Human,
            status: Status::Accepted,
            confidence: None,
            triggers: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
        }
    }

    /// All pieces of text that it covers, the main one first.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        std::iter::once(self.span).chain(self.fragments.iter().copied())
    }

    /// The text of an attribute.
    pub fn text_attribute(&self, name: &str) -> Option<&str> {
        match self.attributes.get(name)? {
            Value::Text(text) => Some(text),
            Value::Number(_) | Value::Flag(_) => None,
        }
    }

    /// The nesting depth of a heading, 1 for the outermost.
    pub fn level(&self) -> Option<u8> {
        match self.attributes.get("level")? {
            Value::Number(level) => u8::try_from(*level).ok(),
            Value::Text(_) | Value::Flag(_) => None,
        }
    }
}

/// The fields of an annotation by name.
pub type Attributes = BTreeMap<Name, Value>;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Free text or one of several choices.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

/// A directed connection of two annotations, e.g. measure → actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// The id of a link type of the tag set, e.g. `lead`.
    pub kind: Name,
    /// Where it starts: the measure.
    pub from: AnnotationId,
    /// Where it ends: the unit, deadline or target.
    pub to: AnnotationId,
    /// Who made it. A rule named `…/inferred` carried it over from another sentence.
    pub origin: Origin,
    /// What a person has decided about it.
    pub status: Status,
}

impl Link {
    /// Whether a rule carried it over from another sentence instead of reading it in place.
    pub fn is_inferred(&self) -> bool {
        matches!(&self.origin, Origin::Rule(rule) if rule.ends_with("/inferred"))
    }
}

/// Who made an annotation or a link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A person.
    #[default]
    Human,
    /// A rule of the extraction, named `group/rule`.
    Rule(Name),
    /// A trained model, by name and version.
    Model(Name),
    /// Another program's file, by format id.
    Import(Name),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Self::Human => return f.write_str("human"),
            Self::Rule(name) => ("rule:", name),
            Self::Model(name) => ("model:", name),
            Self::Import(name) => ("import:", name),
        };
        f.write_str(kind)?;
        f.write_str(name)
    }
}

impl std::str::FromStr for Origin {
    type Err = ();

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once(':') {
            None if text == "human" => Ok(Self::Human),
            Some(("rule", name)) => Ok(Self::Rule(name.into())),
            Some(("model", name)) => Ok(Self::Model(name.into())),
            Some(("import", name)) => Ok(Self::Import(name.into())),
            _ => Err(()),
        }
    }
}

/// What a person has decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Nothing yet.
    #[default]
    Suggested,
    /// It stands.
    Accepted,
    /// It does not; kept so that rules can be judged and the decision taken back.
    Rejected,
}

impl Status {
    /// The status's id in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// The status of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Suggested, Self::Accepted, Self::Rejected]
            .into_iter()
            .find(|status| status.id() == id)
    }
}
