//! Where the documents go: to the standard output, or each into a file of a folder.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use juyao::export::{Format, file_name};

use crate::{complain, print};

/// Where the documents go.
pub(super) enum Output {
    /// One after the other.
    Standard {
        /// Whether a second one makes of them what is no file of the format.
        is_for_one: bool,
        /// How many there were.
        count: usize,
    },
    /// A file for each.
    Folder {
        /// The folder; it is there.
        folder: PathBuf,
        /// What its files end with.
        extension: &'static str,
        /// The names that are taken, in small letters: some file systems know no others.
        taken: BTreeSet<String>,
    },
}

impl Output {
    /// The folder, made if it is not there, or the standard output.
    pub(super) fn new(folder: Option<&Path>, format: Format) -> Result<Self, String> {
        let Some(folder) = folder else {
            return Ok(Self::Standard {
                is_for_one: !format.is_a_document_a_line(),
                count: 0,
            });
        };
        if folder.is_file() {
            return Err(format!("{}: is a file; --out names a folder", folder.display()));
        }
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self::Folder {
            folder: folder.to_owned(),
            extension: format.extension(),
            taken: BTreeSet::new(),
        })
    }

    /// Writes a document that came from a file or line of this name.
    pub(super) fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        match self {
            Self::Standard { is_for_one, count } => {
                *count += 1;
                if *is_for_one && *count == 2 {
                    complain(
                        "",
                        &"several documents one after the other are no JSON file: use --format ndjson or --out",
                    );
                }
                print(bytes)?;
                if std::io::stdout().is_terminal() {
                    let _ = std::io::stdout().flush();
                }
                Ok(())
            }
            Self::Folder {
                folder,
                extension,
                taken,
            } => {
                let path = folder.join(distinct(name, extension, taken));
                std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
            }
        }
    }
}

/// The name of a document's file: that of the file it came from, with a number where that is taken.
fn distinct(name: &str, extension: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = match Path::new(name).file_name().map(|name| name.to_string_lossy()) {
        Some(name) if name.starts_with('-') => name.replacen('-', "stdin", 1),
        Some(name) => match name.rsplit_once('.') {
            Some((stem, end)) if !stem.is_empty() && end.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                stem.to_owned()
            }
            _ => name.into_owned(),
        },
        None => String::new(),
    };
    let mut made = file_name(&stem, extension);
    for number in 2.. {
        if taken.insert(made.to_lowercase()) {
            break;
        }
        made = file_name(&format!("{stem}-{number}"), extension);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_gets_a_name_of_its_own() {
        let mut taken = BTreeSet::new();
        let names = [
            "讲话/甲.txt",
            "甲.docx",
            "甲.TXT",
            "-",
            "all.ndjson:3",
            "甲-2.txt",
            ".txt",
            "2024.3.1讲话",
        ];
        let made: Vec<String> = names.iter().map(|name| distinct(name, "json", &mut taken)).collect();
        assert_eq!(
            made,
            [
                "甲.json",
                "甲-2.json",
                "甲-3.json",
                "stdin.json",
                "all.ndjson_3.json",
                "甲-2-2.json",
                "txt.json",
                "2024.3.1讲话.json"
            ]
        );
    }
}
