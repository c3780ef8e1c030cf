//! The shape of the project's own JSON, version 1, as `juyao.schema.json` describes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::annotate::TagSet;

#[derive(Serialize, Deserialize)]
pub(super) struct File {
    pub(super) format: String,
    pub(super) version: u64,
    pub(super) document: Document,
    pub(super) annotations: Vec<Annotation>,
    pub(super) links: Vec<Link>,
    /// Derived from the annotations and links: written for readers, not read back.
    #[serde(default, skip_deserializing)]
    pub(super) measures: Vec<Measure>,
    pub(super) tagset: TagSet,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) sha256: String,
    pub(super) length: u32,
    pub(super) offset_unit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Annotation {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) quote: String,
    #[serde(default)]
    pub(super) prefix: String,
    #[serde(default)]
    pub(super) suffix: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) marker: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<String>,
    pub(super) origin: String,
    pub(super) status: String,
    /// 0 to 1, in steps of a hundredth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<f64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) triggers: Vec<(u32, u32)>,
    #[serde(default)]
    pub(super) attributes: BTreeMap<String, Value>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    Flag(bool),
    Number(i64),
    Text(String),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Link {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) origin: String,
    pub(super) status: String,
}

#[derive(Default, Serialize)]
pub(super) struct Measure {
    pub(super) annotation: String,
    pub(super) section: Vec<String>,
    pub(super) lead: Vec<String>,
    pub(super) support: Vec<String>,
    pub(super) responsible: Vec<String>,
    pub(super) executor: Vec<String>,
    pub(super) deadline: Option<Deadline>,
    pub(super) targets: Vec<String>,
    pub(super) basis: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) modality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) instrument: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Deadline {
    pub(super) annotation: String,
    pub(super) raw: String,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) inferred: bool,
}
