//! What an annotation or link has besides its place and label, for formats with room for our own fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::annotate::{Annotation, Link, Status, Value};
use crate::export::json::write_value;
use crate::export::json_wire;
use crate::text::Span;

/// What an annotation or link has besides its place and label. Read from any program's file: what is
/// missing or makes no sense leaves the annotation as it is.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Details {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) status: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) origin: String,
    /// In percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<u8>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) attributes: BTreeMap<String, serde_json::Value>,
    /// The further pieces of a discontinuous annotation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fragments: Vec<Place>,
    /// The words that triggered it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) triggers: Vec<Place>,
}

/// Start and end in the unit of the file.
pub(super) type Place = (u32, u32);

impl Details {
    /// Those of an annotation; `place` gives offsets in the unit of the file.
    pub(super) fn of(annotation: &Annotation, place: impl Fn(Span) -> Place) -> Self {
        let places = |spans: &[Span]| spans.iter().map(|&span| place(span)).collect();
        Self {
            confidence: annotation.confidence,
            note: annotation.note.clone(),
            attributes: attributes(annotation),
            fragments: places(&annotation.fragments),
            triggers: places(&annotation.triggers),
            ..Self::new(annotation.status, &annotation.origin)
        }
    }

    /// Those of a link.
    pub(super) fn of_link(link: &Link) -> Self {
        Self::new(link.status, &link.origin)
    }

    fn new(status: Status, origin: &crate::annotate::Origin) -> Self {
        Self {
            status: status.id().to_owned(),
            origin: origin.to_string(),
            ..Self::default()
        }
    }

    /// Gives them to an annotation, but for what has places: that is for the draft, which knows the text.
    pub(super) fn give(self, annotation: &mut Annotation) {
        if let Some(status) = Status::from_id(&self.status) {
            annotation.status = status;
        }
        if let Ok(origin) = self.origin.parse() {
            annotation.origin = origin;
        }
        annotation.confidence = self.confidence.map(|percent| percent.min(100));
        annotation.note = self.note;
        for (name, value) in self.attributes {
            if let Some(value) = value_of(value) {
                annotation.attributes.insert(name.into(), value);
            }
        }
    }

    /// Gives them to a link.
    pub(super) fn give_link(self, link: &mut Link) {
        if let Some(status) = Status::from_id(&self.status) {
            link.status = status;
        }
        if let Ok(origin) = self.origin.parse() {
            link.origin = origin;
        }
    }
}

/// Places as one text: `3-5 9-12`.
pub(super) fn write_places(places: &[Place]) -> String {
    let written: Vec<String> = places.iter().map(|(start, end)| format!("{start}-{end}")).collect();
    written.join(" ")
}

/// The places of such a text; what is none is passed over.
pub(super) fn read_places(text: &str) -> Vec<Place> {
    let pairs = text.split_whitespace().filter_map(|one| one.split_once('-'));
    pairs
        .filter_map(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)))
        .collect()
}

/// The attributes of an annotation as JSON.
pub(super) fn attributes(annotation: &Annotation) -> BTreeMap<String, serde_json::Value> {
    annotation
        .attributes
        .iter()
        .map(|(name, value)| {
            let value = match write_value(value) {
                json_wire::Value::Flag(flag) => flag.into(),
                json_wire::Value::Number(number) => number.into(),
                json_wire::Value::Text(text) => text.into(),
            };
            (name.to_string(), value)
        })
        .collect()
}

/// An attribute's value from JSON; what is neither text, whole number nor flag becomes its JSON text.
pub(super) fn value_of(value: serde_json::Value) -> Option<Value> {
    use serde_json::Value as Json;
    match value {
        Json::Null => None,
        Json::Bool(flag) => Some(Value::Flag(flag)),
        Json::String(text) => Some(Value::Text(text)),
        Json::Number(number) => Some(
            number
                .as_i64()
                .map_or_else(|| Value::Text(number.to_string()), Value::Number),
        ),
        Json::Array(_) | Json::Object(_) => Some(Value::Text(value.to_string())),
    }
}
