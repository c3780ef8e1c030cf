//! The opening of a file with all that lies in it.

use super::kind::{self, Kind};
use super::{LONGEST_TEXT, Problem, archive_of_files, encoding, markdown, pdf, web_page, word};
use crate::export::{Budget, Format, LARGEST_FILE, gunzip, is_gzip, pack};
use crate::project::Project;
use crate::text::Source;

/// How many archives may lie inside one another.
const DEEPEST: usize = 2;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Its documents in the order of the file.
    pub documents: Vec<Document>,
    /// What in it could not be opened, with the name of the file or of the part of an archive.
    pub problems: Vec<(String, Problem)>,
}

/// A document of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The text with its annotations.
    pub project: Project,
    /// Whether the file was one of annotations: then its text is not to be searched for suggestions.
    pub is_annotated: bool,
}

/// Opens a file. Where the person has chosen its encoding, that is taken.
pub fn open(name: &str, bytes: &[u8], encoding: Option<&str>) -> Opened {
    open_together(&[(name, bytes)], encoding)
}

/// Opens files that [belong together](super::gather), the first of which names them.
pub fn open_together(files: &[(&str, &[u8])], encoding: Option<&str>) -> Opened {
    let mut opened = Opened::default();
    let mut opening = Opening {
        encoding,
        budget: Budget::new(),
        opened: &mut opened,
    };
    if let Some((name, _)) = files.first() {
        opening.together(name, files, 0);
    }
    opened
}

/// Opens a file in a format that the person named.
pub fn open_as(format: Format, bytes: &[u8]) -> Result<Vec<Document>, Problem> {
    let unpacked = unpacked(bytes, &mut Budget::new())?;
    match format.decode(unpacked.as_deref().unwrap_or(bytes)) {
        Ok(projects) if projects.iter().any(|one| one.source.text().len() > LONGEST_TEXT) => Err(Problem::TooLong),
        Ok(projects) => Ok(projects.into_iter().map(|project| annotated(format, project)).collect()),
        Err(error) => Err(error.into()),
    }
}

/// The opening of one file with all that lies in it.
pub(super) struct Opening<'a> {
    encoding: Option<&'a str>,
    /// What archives may still unpack to.
    pub(super) budget: Budget,
    opened: &'a mut Opened,
}

impl Opening<'_> {
    /// Opens a file at a depth of archives; what gzip packed is opened as what it packed.
    pub(super) fn file(&mut self, name: &str, bytes: &[u8], depth: usize) {
        let read = match unpacked(bytes, &mut self.budget) {
            _ if bytes.len() > LARGEST_FILE => Err(Problem::TooLarge),
            Ok(None) => self.plain(name, name, bytes, depth),
            Ok(Some(bytes)) => self.plain(name, name.strip_suffix(".gz").unwrap_or(name), &bytes, depth),
            Err(problem) => Err(problem),
        };
        if let Err(problem) = read {
            self.refuse(name, problem);
        }
    }

    /// Opens a file with those that belong to it.
    pub(super) fn together(&mut self, name: &str, files: &[(&str, &[u8])], depth: usize) {
        let Some((_, first)) = files.first() else { return };
        if files.len() == 1 {
            return self.file(name, first, depth);
        }
        let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        let read = match pack(files) {
            _ if size > LARGEST_FILE => Err(Problem::TooLarge),
            Ok(archive) => open_as(Format::Brat, &archive),
            Err(error) => Err(Problem::Damaged(error.to_string())),
        };
        match read {
            Ok(documents) => self.take(documents),
            // The text is there all the same.
            Err(problem) => {
                self.file(name, first, depth);
                self.refuse(name, problem);
            }
        }
    }

    /// Opens a file that is not packed, by the name that tells its kind.
    fn plain(&mut self, name: &str, kind: &str, bytes: &[u8], depth: usize) -> Result<(), Problem> {
        match kind::of(kind, bytes)? {
            Kind::Archive if depth >= DEEPEST => Err(Problem::TooDeep),
            Kind::Archive => archive_of_files::open(self, name, bytes, depth),
            Kind::Format(format) if format.is_a_document_a_line() => self.lines(format, name, bytes),
            Kind::Format(format) => open_as(format, bytes).map(|documents| self.take(documents)),
            Kind::Word => {
                let text = word::text(bytes, &mut self.budget);
                self.text(text)
            }
            Kind::Pdf => {
                let text = pdf::text(bytes, &mut self.budget);
                self.text(text)
            }
            Kind::WebPage => self.decoded(bytes, web_page::text),
            Kind::Markdown => self.decoded(bytes, markdown::text),
            Kind::Text => self.decoded(bytes, str::to_owned),
        }
    }

    /// Each line is a file of its own.
    fn lines(&mut self, format: Format, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let lines = bytes.split(|&byte| byte == b'\n').enumerate();
        for (number, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            match open_as(format, line) {
                Ok(documents) => self.take(documents),
                Err(problem) => self.refuse(&format!("{name} › {}", number + 1), problem),
            }
        }
        Ok(())
    }

    fn take(&mut self, documents: Vec<Document>) {
        self.opened.documents.extend(documents);
    }

    /// Keeps why something could not be opened.
    pub(super) fn refuse(&mut self, name: &str, problem: Problem) {
        self.opened.problems.push((name.to_owned(), problem));
    }

    fn decoded(&mut self, bytes: &[u8], text: fn(&str) -> String) -> Result<(), Problem> {
        let read = match self.encoding {
            Some(label) => encoding::decode_as(bytes, label),
            None => encoding::decode(bytes),
        };
        self.text(read.map(|read| text(&read)))
    }

    fn text(&mut self, text: Result<String, Problem>) -> Result<(), Problem> {
        let text = text?;
        if text.trim().is_empty() {
            return Err(Problem::Empty);
        }
        if text.len() > LONGEST_TEXT {
            return Err(Problem::TooLong);
        }
        self.take(vec![Document {
            project: Project::new(Source::new(text)),
            is_annotated: false,
        }]);
        Ok(())
    }
}

/// What gzip packed into a file, once; nothing where it did not.
fn unpacked(bytes: &[u8], budget: &mut Budget) -> Result<Option<Vec<u8>>, Problem> {
    if !is_gzip(bytes) || bytes.len() > LARGEST_FILE {
        return Ok(None);
    }
    let unpacked = gunzip(bytes, budget)?;
    if is_gzip(&unpacked) {
        return Err(Problem::TooDeep);
    }
    Ok(Some(unpacked))
}

/// A document of a file of annotations. In another program's file, a text with none of them counts as
/// a text; in our own it is one in which nothing was found.
fn annotated(format: Format, project: Project) -> Document {
    Document {
        is_annotated: matches!(format, Format::Json | Format::Ndjson) || !project.store.annotations().is_empty(),
        project,
    }
}
