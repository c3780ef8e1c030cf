//! Archives of files: each file is opened by itself, or with those that belong to it.

use super::Problem;
use super::opening::Opening;
use super::together::gather;
use crate::export::{Archive, BRAT_ABOUT};

/// Opens every file of an archive.
pub(super) fn open(opening: &mut Opening<'_>, name: &str, bytes: &[u8], depth: usize) -> Result<(), Problem> {
    let mut archive = Archive::open(bytes)?;
    let mut names: Vec<String> = archive.names().into_iter().filter(|name| !is_debris(name)).collect();
    if names.is_empty() {
        return Err(Problem::Empty);
    }
    let mut read = |opening: &mut Opening<'_>, part: &String| match archive.read(part, &mut opening.budget) {
        Ok(content) => content,
        Err(error) => {
            opening.refuse(&format!("{name} › {part}"), error.into());
            None
        }
    };
    // Where there are annotations of brat, the settings of the whole archive say what they mean.
    let mut settings = Vec::new();
    if names.iter().any(|name| name.ends_with(".ann")) {
        for part in names.extract_if(.., |name| is_setting(name)) {
            settings.extend(read(opening, &part).map(|content| (part, content)));
        }
    }
    for group in gather(&names) {
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for place in group.iter().map(|&place| &names[place]) {
            files.extend(read(opening, place).map(|content| (place.clone(), content)));
        }
        let is_whole = files.len() == group.len();
        if files.len() > 1 {
            files.extend(settings.iter().cloned());
        }
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        if let Some((first, _)) = files.first().filter(|(first, _)| is_whole || !first.ends_with(".ann")) {
            opening.together(&format!("{name} › {first}"), &files, depth + 1);
        }
    }
    Ok(())
}

/// Whether a file of an archive with annotations of brat says how they are meant or drawn.
fn is_setting(path: &str) -> bool {
    path.ends_with(".conf") || path.rsplit('/').next() == Some(BRAT_ABOUT)
}

/// What operating systems put into archives for themselves.
fn is_debris(name: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') && !matches!(part, "." | "..");
    name.ends_with('/')
        || name
            .split('/')
            .any(|part| is_hidden(part) || part == "__MACOSX" || part == "Thumbs.db")
}

#[cfg(test)]
mod tests;
