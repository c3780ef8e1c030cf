//! One document or many as one file to hand over.

use std::collections::BTreeSet;

use super::foreign::encode_together;
use super::{EncodeError, Format, Options, file_name, pack};
use crate::project::Project;

/// Code points of a title that are kept before a number.
const LONGEST_TITLE: usize = 100;

/// A file to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name, from the document's title.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The file of some documents: one as it is, many joined where the format has room for many, else in an
/// archive with a name for each. `together` names the file of many.
pub fn export(
    format: Format,
    options: Options,
    projects: &[Project],
    together: &str,
) -> Result<ExportedFile, EncodeError> {
    let file = |name: String, media_type: &str, bytes| ExportedFile {
        name,
        media_type: media_type.to_owned(),
        bytes,
    };
    if let [project] = projects {
        let name = file_name(&project.document.title, format.extension());
        return Ok(file(name, format.media_type(), format.encode(project, options)?));
    }
    if let Some(bytes) = encode_together(format, projects, options) {
        let name = file_name(together, format.extension());
        return Ok(file(name, format.media_type(), bytes?));
    }
    let files = projects
        .iter()
        .map(|project| format.encode(project, options))
        .collect::<Result<Vec<_>, _>>()?;
    if format.is_a_document_a_line() {
        let name = file_name(together, format.extension());
        return Ok(file(name, format.media_type(), files.concat()));
    }
    if format.is_a_list_of_documents() {
        let name = file_name(together, format.extension());
        return Ok(file(name, format.media_type(), one_list(&files)));
    }
    let names = distinct(projects, format.extension());
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| &**name)
        .zip(files.iter().map(|bytes| &**bytes))
        .collect();
    Ok(file(file_name(together, "zip"), "application/zip", pack(&parts)?))
}

/// The lists of some files as one list; its documents are numbered through.
fn one_list(files: &[Vec<u8>]) -> Vec<u8> {
    let lists = files
        .iter()
        .filter_map(|file| serde_json::from_slice::<Vec<serde_json::Value>>(file).ok());
    let numbered = lists.flatten().zip(1..).map(|(mut document, number)| {
        document["id"] = number.into();
        document
    });
    let mut bytes = serde_json::to_vec(&numbered.collect::<Vec<_>>()).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// A name for each document; equal titles are numbered.
fn distinct(projects: &[Project], extension: &str) -> Vec<String> {
    let mut taken = BTreeSet::new();
    projects
        .iter()
        .map(|project| {
            let title = &project.document.title;
            let mut name = file_name(title, extension);
            for number in 2.. {
                // File systems of Windows and macOS do not tell capitals from small letters.
                if taken.insert(name.to_lowercase()) {
                    break;
                }
                let short: String = title.chars().take(LONGEST_TITLE).collect();
                name = file_name(&format!("{short}（{number}）"), extension);
            }
            name
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Archive, Budget};
    use crate::text::Source;

    #[test]
    fn many_documents_are_one_file() {
        let projects = ["同名\n甲", "同名\n乙", "别名\n丙"].map(|text| Project::new(Source::new(text)));
        let made = export(Format::Json, Options::default(), &projects, "全部").unwrap();
        assert_eq!(made.name, "全部.zip");
        let mut archive = Archive::open(&made.bytes).unwrap();
        assert_eq!(archive.names(), ["别名.json", "同名.json", "同名（2）.json"]);
        let bytes = archive.read("同名（2）.json", &mut Budget::new()).unwrap().unwrap();
        assert_eq!(Format::Json.decode(&bytes).unwrap()[0], projects[1]);
        let made = export(Format::Ndjson, Options::default(), &projects, "全部").unwrap();
        assert_eq!(made.name, "全部.ndjson");
        assert_eq!(Format::Ndjson.decode(&made.bytes).unwrap(), projects);
        let made = export(Format::LabelStudio, Options::default(), &projects, "全部").unwrap();
        assert_eq!(made.name, "全部.json");
        let tasks: Vec<serde_json::Value> = serde_json::from_slice(&made.bytes).unwrap();
        assert_eq!(tasks.iter().map(|task| &task["id"]).collect::<Vec<_>>(), [1, 2, 3]);
        let read = Format::LabelStudio.decode(&made.bytes).unwrap();
        assert!(
            read.iter()
                .zip(&projects)
                .all(|(one, other)| one.source == other.source)
        );
        let twice = [&projects[..], &projects[..1]].concat();
        let made = export(Format::QdaProject, Options::default(), &twice, "全部").unwrap();
        assert_eq!(made.name, "全部.qdpx");
        let read = Format::QdaProject.decode(&made.bytes).unwrap();
        assert_eq!(read.len(), 4);
        assert!(read.iter().zip(&twice).all(|(one, other)| one.source == other.source));
        assert!(
            read.iter()
                .zip(&twice)
                .all(|(one, other)| one.document.title == other.document.title)
        );
        let made = export(Format::Tsv, Options::default(), &projects[..1], "全部").unwrap();
        assert_eq!(made.name, "同名.tsv");
    }

    #[test]
    fn very_long_equal_titles_end() {
        let text = format!("{}\n甲", "长".repeat(300));
        let projects = [Project::new(Source::new(&*text)), Project::new(Source::new(&*text))];
        assert!(export(Format::Json, Options::default(), &projects, "全部").is_ok());
    }
}
