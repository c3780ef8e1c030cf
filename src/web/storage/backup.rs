//! Everything in one file: a line that says what the file is, one with what the person has chosen for this browser,
//! then a document a line, with its place in the list or the trash, its annotations and every step that can be taken
//! back.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::record::{Entry, Snapshot};
use crate::project::Project;
use crate::text::Source;

/// What the first line says.
#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
}

const FORMAT: &str = "juyao-backup";

/// The version of backups that this program writes.
const VERSION: u32 = 1;

/// A document.
#[derive(Serialize, Deserialize)]
struct Line {
    entry: Entry,
    text: String,
    snapshot: Snapshot,
}

/// What the person has chosen for the browser: keys, colours, language, how text and table are set. By the names under
/// which it is remembered.
pub type Choices = BTreeMap<String, String>;

/// The line of the choices.
#[derive(Serialize, Deserialize)]
struct ChoicesLine {
    choices: Choices,
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A document.
    Document(Box<Entry>, Rc<Project>),
    /// What the person has chosen.
    Choices(Choices),
}

/// Why a line of a backup cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// A newer program wrote it.
    #[error("a newer program wrote it")]
    Newer,
    /// It is not what a backup holds. The reason is for a developer.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// The first line of a backup.
pub fn head() -> Vec<u8> {
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
    };
    line(&head)
}

/// The line of what the person has chosen.
pub fn choices(choices: Choices) -> Vec<u8> {
    line(&ChoicesLine { choices })
}

/// The line of a document.
pub fn encode(entry: &Entry, project: &Project) -> Vec<u8> {
    line(&Line {
        entry: entry.clone(),
        text: project.source.text().to_owned(),
        snapshot: Snapshot::of(project),
    })
}

fn line(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Whether a file that starts so is a backup.
pub fn is_backup(start: &[u8]) -> bool {
    let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    serde_json::from_slice::<Head>(first).is_ok_and(|head| head.format == FORMAT)
}

/// Checks the first line of a backup.
pub fn check(first: &[u8]) -> Result<(), BackupError> {
    match serde_json::from_slice::<Head>(first) {
        Ok(head) if head.version > VERSION => Err(BackupError::Newer),
        Ok(_) => Ok(()),
        Err(error) => Err(BackupError::Damaged(error.to_string())),
    }
}

/// What a line after the first one holds.
pub fn decode(line: &[u8]) -> Result<Kept, BackupError> {
    if line.starts_with(b"{\"choices\":") {
        return read(line).map(|ChoicesLine { choices }| Kept::Choices(choices));
    }
    let line: Line = read(line)?;
    let source = Source::new(line.text);
    let project = line.snapshot.project(source).map_err(BackupError::Damaged)?;
    let is_inside = |found: &crate::annotate::Annotation| {
        let spans = std::iter::once(&found.span).chain(&found.fragments);
        spans
            .into_iter()
            .all(|span| project.source.snap(*span) == *span && !span.is_empty())
    };
    match project.store.annotations().iter().all(|found| is_inside(found)) {
        true => Ok(Kept::Document(line.entry.into(), project.into())),
        false => Err(BackupError::Damaged("an annotation lies outside the text".to_owned())),
    }
}

fn read<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, BackupError> {
    serde_json::from_slice(line).map_err(|error| BackupError::Damaged(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{AnnotationId, Status};
    use crate::text::Span;
    use crate::web::gesture;

    fn document() -> (Entry, Project) {
        let mut project = Project::new(Source::new("要修好渠道，\n年底前完成。"));
        let add = gesture::add(&project.store, &"measure".into(), Span::at(0, 15));
        project.perform(add.unwrap().into()).unwrap();
        let reject = gesture::decide(&project.store, &[AnnotationId(1)], Status::Rejected);
        project.perform(reject.unwrap().into()).unwrap();
        project.undo().unwrap();
        let entry = Entry {
            id: "a".into(),
            folder: "水利".to_owned(),
            trashed: 7,
            seq: 3,
            ..Entry::default()
        };
        (entry, project)
    }

    #[test]
    fn choices_come_back() {
        let chosen = Choices::from([("juyao.theme".to_owned(), "dark".to_owned())]);
        assert_eq!(
            decode(choices(chosen.clone()).trim_ascii_end()),
            Ok(Kept::Choices(chosen))
        );
    }

    #[test]
    fn a_document_comes_back_with_its_place_and_its_steps() {
        let (entry, project) = document();
        let file = [head(), encode(&entry, &project)].concat();
        assert!(is_backup(&file[..60]));
        let lines: Vec<&[u8]> = file
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!((lines.len(), check(lines[0])), (2, Ok(())));
        let Ok(Kept::Document(back, restored)) = decode(lines[1]) else {
            panic!("no document");
        };
        let mut restored = Rc::unwrap_or_clone(restored);
        assert_eq!((&*back, &restored), (&entry, &project));
        restored.redo().unwrap();
        restored.undo().unwrap();
        restored.undo().unwrap();
        assert!(restored.store.annotations().is_empty());
    }

    #[test]
    fn other_files_newer_and_damaged_ones_are_refused() {
        let (entry, project) = document();
        assert!(!is_backup(b"{\"format\":\"juyao\"}") && !is_backup(b""));
        assert_eq!(
            check(b"{\"format\":\"juyao-backup\",\"version\":2}"),
            Err(BackupError::Newer)
        );
        let line = encode(&entry, &project);
        assert!(matches!(decode(&line[..line.len() / 2]), Err(BackupError::Damaged(_))));
        let text = String::from_utf8(line).unwrap();
        let outside = text.replace("要修好渠道，\\n年底前完成。", "要");
        assert_ne!(outside, text);
        assert!(matches!(decode(outside.as_bytes()), Err(BackupError::Damaged(_))));
    }
}
