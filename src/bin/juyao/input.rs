//! What is read: files, folders, the standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use juyao::open::{Opened, gather, open_together};
use juyao::project::Project;

use crate::complain;

/// The files that some arguments name, those together that belong together.
pub(crate) fn groups(arguments: &[PathBuf]) -> Result<Vec<Vec<PathBuf>>, String> {
    let files = files(arguments)?;
    let names: Vec<_> = files.iter().map(|path| path.to_string_lossy()).collect();
    let group = |places: Vec<usize>| places.into_iter().map(|place| files[place].clone()).collect();
    Ok(gather(&names).into_iter().map(group).collect())
}

/// The names and bytes of a group of files.
pub(crate) fn read_group(group: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let file = |path: &PathBuf| Ok((path.display().to_string(), read(path)?));
    group.iter().map(file).collect()
}

/// Opens a group of files.
pub(crate) fn open_group(group: &[PathBuf]) -> Result<Opened, String> {
    let files = read_group(group)?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    Ok(open_together(&files, None))
}

/// The documents of an opened group of files, and whether all of it could be read; what could not is told.
pub(crate) fn documents(group: &[PathBuf], opened: Result<Opened, String>) -> (Vec<Project>, bool) {
    match opened {
        Ok(opened) => {
            for (part, problem) in &opened.problems {
                complain(part, problem);
            }
            let projects = opened.documents.into_iter().map(|document| document.project);
            (projects.collect(), opened.problems.is_empty())
        }
        Err(error) => {
            complain(&name(group), &error);
            (Vec::new(), false)
        }
    }
}

/// What a group of files is called.
pub(crate) fn name(group: &[PathBuf]) -> String {
    group.first().map(|path| path.display().to_string()).unwrap_or_default()
}

/// The files that some arguments name: a folder stands for all files in it, at any depth, in the order
/// of their names; those that begin with a dot are left out. `-` is the standard input. To find none is a
/// mistake.
pub(crate) fn files(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut waiting: Vec<PathBuf> = arguments.iter().rev().cloned().collect();
    while let Some(path) = waiting.pop() {
        match std::fs::read_dir(&path) {
            Ok(entries) if path.is_dir() => {
                let mut inside: Vec<PathBuf> = entries
                    .filter_map(|entry| entry.ok().map(|entry| entry.path()))
                    // A link may lead back to where it stands.
                    .filter(|path| !(is_hidden(path) || path.is_symlink() && path.is_dir()))
                    .collect();
                inside.sort_by(|one, other| other.cmp(one));
                waiting.extend(inside);
            }
            _ => files.push(path),
        }
    }
    if files.is_empty() {
        let folders: Vec<_> = arguments.iter().map(|path| path.display().to_string()).collect();
        return Err(format!("{}: no file in it", folders.join(", ")));
    }
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// Whether a path stands for the standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if is_standard(path) {
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|error| error.to_string())
}
