//! The shape of the project's own JSON, version 1, as `juyao.schema.json` describes it. What is written
//! borrows from the project: a file is several times as long as its text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::annotate::TagSet;

/// What is read of a file; the rest of it is derived.
#[derive(Deserialize)]
pub(super) struct File<'a> {
    pub(super) document: Document<'a>,
    pub(super) annotations: Vec<Annotation<'a>>,
    pub(super) links: Vec<Link<'a>>,
    #[serde(default)]
    pub(super) review: Vec<Review<'a>>,
    pub(super) tagset: Cow<'a, TagSet>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Document<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) title: Cow<'a, str>,
    pub(super) text: Cow<'a, str>,
    pub(super) sha256: Cow<'a, str>,
    pub(super) length: u32,
    pub(super) offset_unit: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(super) speaker: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(super) origin: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(super) folder: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(super) note: Cow<'a, str>,
}

#[derive(Deserialize)]
pub(super) struct Annotation<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) label: Cow<'a, str>,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) quote: Cow<'a, str>,
    /// The further pieces of a discontinuous annotation.
    #[serde(default)]
    pub(super) fragments: Vec<Fragment>,
    #[serde(default)]
    pub(super) level: Option<i64>,
    #[serde(default)]
    pub(super) marker: Option<Cow<'a, str>>,
    #[serde(default)]
    pub(super) role: Option<Cow<'a, str>>,
    pub(super) origin: Cow<'a, str>,
    pub(super) status: Cow<'a, str>,
    /// 0 to 1, in steps of a hundredth.
    #[serde(default)]
    pub(super) confidence: Option<f64>,
    #[serde(default)]
    pub(super) triggers: Vec<(u32, u32)>,
    #[serde(default)]
    pub(super) attributes: BTreeMap<Cow<'a, str>, Value>,
    #[serde(default)]
    pub(super) note: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Fragment {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) quote: String,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    Flag(bool),
    Number(i64),
    Text(String),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Link<'a> {
    pub(super) id: Cow<'a, str>,
    #[serde(rename = "type")]
    pub(super) kind: Cow<'a, str>,
    pub(super) from: Cow<'a, str>,
    pub(super) to: Cow<'a, str>,
    pub(super) origin: Cow<'a, str>,
    pub(super) status: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Review<'a> {
    pub(super) annotation: String,
    pub(super) drift: Cow<'a, str>,
    /// 0 to 1, in steps of a hundredth.
    pub(super) similarity: f64,
    pub(super) before: Cow<'a, str>,
    pub(super) quote: Cow<'a, str>,
    pub(super) after: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lost: Option<Lost<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<Link<'a>>,
}

/// An annotation without a place.
#[derive(Serialize, Deserialize)]
pub(super) struct Lost<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) origin: String,
    pub(super) status: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<f64>,
    #[serde(default)]
    pub(super) attributes: BTreeMap<Cow<'a, str>, Value>,
    #[serde(default)]
    pub(super) note: Cow<'a, str>,
}

/// A piece of the text that is no annotation.
#[derive(Serialize)]
pub(super) struct Piece<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) quote: &'a str,
}

#[derive(Serialize)]
pub(super) struct Rule<'a> {
    pub(super) annotation: String,
    pub(super) condition: Option<Piece<'a>>,
    pub(super) consequence: Piece<'a>,
    pub(super) quotas: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Term<'a> {
    pub(super) annotation: String,
    pub(super) announced: u16,
    pub(super) parts: Vec<Piece<'a>>,
    pub(super) complete: bool,
}

#[derive(Serialize)]
pub(super) struct Deadline<'a> {
    pub(super) annotation: String,
    pub(super) raw: &'a str,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) inferred: bool,
}
