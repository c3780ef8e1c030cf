//! Backups: read line by line, however large, and brought back as they were.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::Callback;

use super::told;
use crate::open::Problem;
use crate::web::ambient::fresh_id;
use crate::web::settings::take_over;
use crate::web::state::{Action, Argument, Returning, Words};
use crate::web::storage::backup::{BackupError, Kept, check, decode, is_backup};

/// Bytes that are read at a time.
const PIECE: f64 = 4_194_304.0;

/// Bytes in which a backup says that it is one.
const START: f64 = 200.0;

/// Whether a file is a backup.
pub(super) async fn is_one(file: &File) -> bool {
    piece(file, 0.0, START).await.is_some_and(|start| is_backup(&start))
}

/// Brings back what a backup holds. What cannot be read is told and does not stop the rest.
pub(super) async fn restore(file: &File, dispatch: &Callback<Action>) {
    let (mut at, mut rest, mut is_first) = (0.0, Vec::new(), true);
    let (mut returning, mut damaged, mut is_set) = (Vec::new(), 0_usize, false);
    while at < file.size() {
        let Some(bytes) = piece(file, at, PIECE).await else {
            return dispatch.emit(Action::Warn(told::unreadable(&file.name())));
        };
        at += PIECE;
        rest.extend(bytes);
        // The last line may go on in the next piece.
        let end = match at < file.size() {
            true => rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1),
            false => rest.len(),
        };
        let whole: Vec<u8> = rest.drain(..end).collect();
        for line in whole.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            if std::mem::take(&mut is_first) {
                if check(line) == Err(BackupError::Newer) {
                    return told::tell(vec![(file.name(), Problem::Newer)], dispatch);
                }
                continue;
            }
            match decode(line) {
                Ok(Kept::Choices(choices)) => is_set |= take_over(&choices),
                Ok(Kept::Document(entry, project)) => returning.push(Returning {
                    entry: *entry,
                    project,
                    fresh: fresh_id(),
                }),
                Err(_) => damaged += 1,
            }
        }
    }
    dispatch.emit(Action::BringBack(returning, is_set));
    if damaged > 0 {
        let words = Words::plain("problem-backup")
            .and("name", Argument::Text(file.name()))
            .and("n", Argument::Number(damaged));
        dispatch.emit(Action::Warn(words));
    }
}

async fn piece(file: &File, from: f64, length: f64) -> Option<Vec<u8>> {
    let blob = file
        .slice_with_f64_and_f64(from, (from + length).min(file.size()))
        .ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
