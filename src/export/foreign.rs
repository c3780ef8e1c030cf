//! The formats of other programs, and what they share.

mod annotation_table;
mod archive;
mod brat;
mod brat_reader;
mod cas;
mod cas_json;
mod cas_xmi;
mod cell;
mod colour;
mod conll;
mod details;
mod doccano;
mod draft;
mod label_studio;
mod prodigy;
mod qda_project;
mod qda_project_reader;
mod report;
mod report_charts;
mod selection;
mod tape;
mod task_csv;
mod task_docx;
mod task_markdown;
mod task_xlsx;
mod tei;
mod web_annotation;
mod webanno_tsv;
mod webanno_tsv_assembly;
mod webanno_tsv_reader;
mod xml;

use super::task_table::TaskTable;
use super::{DecodeError, EncodeError, Format, LARGEST_FILE, Options};
use crate::project::Project;

pub(crate) use archive::{Archive, Budget, is_archive, names as archive_names, pack};
pub(crate) use brat::ABOUT as BRAT_ABOUT;
use selection::Selection;
pub(crate) use tape::{gunzip, is_gzip};
pub(crate) use xml::parse as parse_xml;

/// The file of a document in a format that is not the project's own.
pub(super) fn encode(format: Format, project: &Project, options: Options) -> Result<Vec<u8>, EncodeError> {
    let table = || TaskTable::of(project, options.suggestions);
    let selection = || Selection::of(project, options);
    match format {
        Format::Json | Format::Ndjson => Err(EncodeError::NotHere),
        Format::TaskXlsx => task_xlsx::encode(&table()),
        Format::TaskDocx => task_docx::encode(&table()),
        Format::TaskCsv => task_csv::encode(&table()),
        Format::TaskMarkdown => Ok(task_markdown::encode(&table())),
        Format::Report => Ok(report::encode(&selection(), &table(), options)),
        Format::Csv => annotation_table::encode(&selection(), b','),
        Format::Tsv => annotation_table::encode(&selection(), b'\t'),
        Format::WebAnnotation => Ok(web_annotation::encode(&selection())),
        Format::Doccano => Ok(doccano::encode(&selection())),
        Format::LabelStudio => Ok(label_studio::encode(&selection())),
        Format::LabelStudioConfig => Ok(label_studio::config(&project.tagset)),
        Format::Brat => brat::encode(&selection()),
        Format::Prodigy => Ok(prodigy::encode(&selection())),
        Format::ConllBio => Ok(conll::encode(&selection(), conll::Scheme::Bio)),
        Format::ConllBioes => Ok(conll::encode(&selection(), conll::Scheme::Bioes)),
        Format::CasJson => Ok(cas_json::encode(&selection())),
        Format::CasXmi => cas_xmi::encode(&selection()),
        Format::WebannoTsv => Ok(webanno_tsv::encode(&selection())),
        Format::Tei => Ok(tei::encode(&selection())),
        Format::QdaProject => qda_project::encode(&[selection()]),
    }
}

/// The one file of many documents, where the format has projects of several.
pub(super) fn encode_together(
    format: Format,
    projects: &[Project],
    options: Options,
) -> Option<Result<Vec<u8>, EncodeError>> {
    let selections = || -> Vec<Selection<'_>> { projects.iter().map(|one| Selection::of(one, options)).collect() };
    (format == Format::QdaProject).then(|| qda_project::encode(&selections()))
}

/// The documents of such a file; the project's own formats are read elsewhere.
pub(super) fn decode(format: Format, bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    if bytes.len() > LARGEST_FILE {
        return Err(DecodeError::TooLarge);
    }
    match format {
        Format::WebAnnotation => web_annotation::decode(bytes),
        Format::Doccano => doccano::decode(bytes),
        Format::LabelStudio => label_studio::decode(bytes),
        Format::Brat => brat_reader::decode(bytes),
        Format::Prodigy => prodigy::decode(bytes),
        Format::ConllBio | Format::ConllBioes => conll::decode(bytes, format),
        Format::CasJson => cas_json::decode(bytes),
        Format::CasXmi => cas_xmi::decode(bytes),
        Format::WebannoTsv => webanno_tsv_reader::decode(bytes),
        Format::Tei => tei::decode(bytes),
        Format::QdaProject => qda_project_reader::decode(bytes),
        _ => Err(DecodeError::NotHere),
    }
}

/// The text of a file in UTF-8, without a byte order mark.
fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|_| DecodeError::Syntax("not UTF-8".to_owned()))
}

/// The lines of a file that hold something.
fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').filter(|line| !line.trim().is_empty())
}

/// A JSON value with a closing line end.
fn json_line(value: &impl serde::Serialize) -> Vec<u8> {
    // Writing to memory fails only for maps without text keys, and ours have them.
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn syntax(error: impl std::fmt::Display) -> DecodeError {
    DecodeError::Syntax(error.to_string())
}
