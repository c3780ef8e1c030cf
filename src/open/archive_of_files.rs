//! Archives of files: each file is opened by itself.

use super::Problem;
use super::opening::Opening;
use crate::export::Archive;

/// Opens every file of an archive.
pub(super) fn open(opening: &mut Opening<'_>, name: &str, bytes: &[u8], depth: usize) -> Result<(), Problem> {
    let mut archive = Archive::open(bytes)?;
    let names: Vec<String> = archive.names().into_iter().filter(|name| !is_debris(name)).collect();
    if names.is_empty() {
        return Err(Problem::Empty);
    }
    for part in names {
        let path = format!("{name} › {part}");
        match archive.read(&part, &mut opening.budget) {
            Ok(Some(bytes)) => opening.file(&path, &bytes, depth + 1),
            Ok(None) => {}
            Err(error) => opening.refuse(&path, error.into()),
        }
    }
    Ok(())
}

/// What operating systems put into archives for themselves.
fn is_debris(name: &str) -> bool {
    name.ends_with('/')
        || name
            .split('/')
            .any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}
