//! JSONL for spaCy and Prodigy: a document a line, every character a token. Offsets are code points;
//! the last token of a span is counted in.

use serde::{Deserialize, Serialize};

use super::details::Details;
use super::draft::Draft;
use super::selection::Selection;
use super::{filled_lines, json_line, syntax, utf8};
use crate::annotate::Value;
use crate::export::{DecodeError, Format};
use crate::project::Project;

#[derive(Serialize, Deserialize)]
struct Line {
    text: String,
    #[serde(default, skip_deserializing)]
    tokens: Vec<Token>,
    #[serde(default)]
    spans: Spans,
    /// As spaCy's `Doc.to_json` lists entities.
    #[serde(default, skip_serializing)]
    ents: Vec<Span>,
    #[serde(default)]
    relations: Vec<Relation>,
    #[serde(default, skip_deserializing)]
    answer: &'static str,
    #[serde(default)]
    meta: Meta,
}

/// Prodigy has a list; spaCy has one for each group of spans.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Spans {
    List(Vec<Span>),
    Groups(std::collections::BTreeMap<String, Vec<Span>>),
}

impl Default for Spans {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Spans {
    fn into_list(self) -> Vec<Span> {
        match self {
            Self::List(spans) => spans,
            Self::Groups(groups) => groups.into_values().flatten().collect(),
        }
    }
}

#[derive(Serialize)]
struct Token {
    text: String,
    start: u32,
    end: u32,
    id: u32,
    ws: bool,
}

#[derive(Clone, Serialize, Deserialize)]
struct Span {
    start: u32,
    end: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token_start: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token_end: Option<u32>,
    #[serde(default)]
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    /// What the span is about in a knowledge base.
    #[serde(default, skip_serializing)]
    kb_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    juyao: Option<serde_json::Value>,
}

/// Other programs name spans with texts or numbers.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

#[derive(Serialize, Deserialize)]
struct Relation {
    head: u32,
    child: u32,
    head_span: Span,
    child_span: Span,
    #[serde(default)]
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    juyao: Option<serde_json::Value>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Meta {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// One line.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let text = selection.source().text();
    let document = &selection.project.document;
    let span = |annotation: &crate::annotate::Annotation| {
        let (start, end) = selection.chars(annotation.span);
        (start < end).then(|| Span {
            start,
            end,
            token_start: Some(start),
            token_end: Some(end - 1),
            label: annotation.label.to_string(),
            id: Some(Id::Text(annotation.id.to_string())),
            kb_id: String::new(),
            juyao: None,
        })
    };
    json_line(&Line {
        text: text.to_owned(),
        tokens: (0..)
            .zip(text.chars())
            .map(|(at, char)| Token {
                text: char.to_string(),
                start: at,
                end: at + 1,
                id: at,
                ws: false,
            })
            .collect(),
        spans: Spans::List(
            selection
                .annotations
                .iter()
                .filter_map(|annotation| {
                    Some(Span {
                        juyao: serde_json::to_value(Details::of(annotation, |span| selection.chars(span))).ok(),
                        ..span(annotation)?
                    })
                })
                .collect(),
        ),
        ents: Vec::new(),
        relations: selection
            .links
            .iter()
            .filter_map(|link| {
                let end = |id| selection.project.store.get(id).and_then(|one| span(one));
                let (head_span, child_span) = (end(link.from)?, end(link.to)?);
                Some(Relation {
                    // A relation is drawn between the last tokens of its spans.
                    head: head_span.end - 1,
                    child: child_span.end - 1,
                    head_span,
                    child_span,
                    label: link.kind.to_string(),
                    id: Some(Id::Text(link.id.to_string())),
                    juyao: serde_json::to_value(Details::of_link(link)).ok(),
                })
            })
            .collect(),
        answer: "accept",
        meta: Meta {
            title: Some(document.title.clone()),
            date: document.date.clone(),
        },
    })
}

/// The documents of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    filled_lines(utf8(bytes)?).map(read).collect()
}

fn read(line: &str) -> Result<Project, DecodeError> {
    let line: Line = serde_json::from_str(line).map_err(syntax)?;
    let mut draft = Draft::new(Format::Prodigy, &line.text)?;
    draft.describe(line.meta.title.as_deref(), line.meta.date.as_deref());
    let mut places = std::collections::BTreeMap::new();
    for span in line.spans.into_list().into_iter().chain(line.ents) {
        let place = add(&mut draft, &span)?;
        // Without ids, place and label name a span.
        places.entry((span.start, span.end, span.label)).or_insert(place);
        if let Some(Id::Text(id)) = span.id {
            places.insert((0, 0, id), place);
        }
    }
    for relation in line.relations {
        let mut end = |span: Span| {
            if let Some(Id::Text(id)) = &span.id
                && let Some(&place) = places.get(&(0, 0, id.clone()))
            {
                return Ok(place);
            }
            let key = (span.start, span.end, span.label.clone());
            match places.get(&key) {
                Some(&place) => Ok(place),
                // Prodigy links spans that it does not list.
                None => add(&mut draft, &span).inspect(|&place| {
                    places.insert(key, place);
                }),
            }
        };
        let (from, to) = (end(relation.head_span)?, end(relation.child_span)?);
        let place = draft.link(&name(relation.id.as_ref()), &relation.label, from, to);
        if let (Some(link), Some(details)) = (draft.linked(place), read_details(relation.juyao)) {
            details.give_link(link);
        }
    }
    Ok(draft.finish())
}

fn add(draft: &mut Draft, span: &Span) -> Result<usize, DecodeError> {
    let name = name(span.id.as_ref());
    let place = draft.chars(&name, span.start, span.end)?;
    let place = draft.mark(&name, &span.label, place);
    if let Some(details) = read_details(span.juyao.clone()) {
        draft.detail(place, details, Draft::chars);
    }
    if let Some(annotation) = draft.annotation(place).filter(|_| !span.kb_id.is_empty()) {
        annotation
            .attributes
            .insert("kb_id".into(), Value::Text(span.kb_id.clone()));
    }
    Ok(place)
}

fn name(id: Option<&Id>) -> String {
    match id {
        Some(Id::Text(text)) => text.clone(),
        Some(Id::Number(number)) => number.to_string(),
        None => String::new(),
    }
}

fn read_details(value: Option<serde_json::Value>) -> Option<Details> {
    serde_json::from_value(value?).ok()
}
