//! doccano's JSONL for sequence labelling with relations: a document a line. Offsets are UTF-16 units,
//! as doccano's page counts them; the file itself does not say so.

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::selection::Selection;
use super::{filled_lines, json_line, syntax, utf8};
use crate::export::{DecodeError, Format};
use crate::project::Project;

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(default, skip_deserializing)]
    id: u32,
    text: String,
    #[serde(default)]
    entities: Vec<Entity>,
    #[serde(default)]
    relations: Vec<Relation>,
    /// The shape without relations: `[start, end, label]`.
    #[serde(default, skip_serializing, alias = "labels")]
    label: Vec<(u32, u32, String)>,
    /// What was said of the document as a whole. doccano writes it, and takes it as metadata.
    #[serde(default, rename = "Comments", skip_serializing_if = "Vec::is_empty")]
    comments: Vec<Comment>,
    /// doccano keeps what it does not know as metadata of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Entity {
    #[serde(default)]
    id: u32,
    label: String,
    start_offset: u32,
    end_offset: u32,
}

#[derive(Serialize, Deserialize)]
struct Relation {
    #[serde(default)]
    id: u32,
    from_id: u32,
    to_id: u32,
    #[serde(rename = "type")]
    kind: String,
}

/// A comment; the shape without relations has the words alone.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Comment {
    Words(String),
    Whole { comment: String },
}

/// One line. doccano refuses empty spans, so those and their relations stay behind.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let document = &selection.project.document;
    json_line(&Line {
        id: 1,
        text: selection.source().text().to_owned(),
        entities: selection
            .annotations
            .iter()
            .filter(|annotation| !annotation.span.is_empty())
            .map(|annotation| {
                let (start_offset, end_offset) = selection.utf16(annotation.span);
                Entity {
                    id: annotation.id.0,
                    label: annotation.label.to_string(),
                    start_offset,
                    end_offset,
                }
            })
            .collect(),
        relations: selection
            .links
            .iter()
            .filter(|link| [link.from, link.to].into_iter().all(|end| selection.is_filled(end)))
            .map(|link| Relation {
                id: link.id.0,
                from_id: link.from.0,
                to_id: link.to.0,
                kind: link.kind.to_string(),
            })
            .collect(),
        label: Vec::new(),
        comments: document
            .note
            .lines()
            .map(|line| Comment::Words(line.to_owned()))
            .collect(),
        title: Some(document.title.clone()),
        date: document.date.clone(),
    })
}

/// The documents of a file, with or without relations.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    filled_lines(utf8(bytes)?).map(read).collect()
}

fn read(line: &str) -> Result<Project, DecodeError> {
    let line: Line = serde_json::from_str(line).map_err(syntax)?;
    let mut draft = Draft::new(Format::Doccano, &line.text)?;
    draft.describe(line.title.as_deref(), line.date.as_deref());
    draft.remark(line.comments.into_iter().map(|one| match one {
        Comment::Words(words) | Comment::Whole { comment: words } => words,
    }));
    let mut places = std::collections::BTreeMap::new();
    for entity in line.entities {
        let name = entity.id.to_string();
        let span = draft.utf16(&name, entity.start_offset, entity.end_offset)?;
        places.insert(entity.id, draft.mark(&name, &entity.label, span));
    }
    for (start, end, label) in line.label {
        let span = draft.utf16(&label, start, end)?;
        draft.mark("", &label, span);
    }
    for relation in line.relations {
        let name = relation.id.to_string();
        let (Some(&from), Some(&to)) = (places.get(&relation.from_id), places.get(&relation.to_id)) else {
            return Err(DecodeError::Link(name));
        };
        draft.link(&name, &relation.kind, from, to);
    }
    Ok(draft.finish())
}
