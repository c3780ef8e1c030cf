//! How texts come in: pasted, dropped, picked. Everything is checked before it becomes a document.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

use super::ambient::{fresh_id, now};
use super::decode::{NotText, decode};
use super::state::{Action, Argument, Words};
use crate::export::{DecodeError, Format};
use crate::project::Project;
use crate::protocol::LONGEST_TEXT;
use crate::text::Source;

/// Takes a pasted text.
pub fn take_text(text: String, dispatch: &Callback<Action>) {
    if text.trim().is_empty() {
        return dispatch.emit(Action::Warn(Words::plain("problem-empty")));
    }
    if text.len() > LONGEST_TEXT {
        return dispatch.emit(Action::Warn(Words::plain("problem-long-text")));
    }
    let is_chinese = is_chinese(&text);
    dispatch.emit(Action::Create {
        id: fresh_id(),
        source: Source::new(text),
        now: now(),
        show: true,
    });
    if !is_chinese {
        dispatch.emit(Action::Warn(Words::plain("notice-not-chinese")));
    }
}

/// Takes files; the first document among them is shown, the others join the list.
pub fn take_files(files: Vec<File>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let mut show = true;
        for file in files {
            match read(&file).await {
                Ok(documents) => {
                    for document in documents {
                        let id = fresh_id();
                        dispatch.emit(match document {
                            Taken::Text(source) => Action::Create {
                                id,
                                source,
                                now: now(),
                                show,
                            },
                            Taken::Project(project) => Action::Import {
                                id,
                                project,
                                now: now(),
                                show,
                            },
                        });
                        show = false;
                    }
                }
                Err(words) => dispatch.emit(Action::Warn(words.and("name", Argument::Text(file.name())))),
            }
        }
    });
}

/// What a file holds.
enum Taken {
    Text(Source),
    Project(Rc<Project>),
}

async fn read(file: &File) -> Result<Vec<Taken>, Words> {
    if file.size() > LONGEST_FILE {
        return Err(Words::plain("problem-long-file"));
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| Words::plain("problem-unreadable-file"))?;
    understand(&Uint8Array::new(&buffer).to_vec())
}

/// Files of this program also hold annotations; they may be longer than a text.
const LONGEST_FILE: f64 = 10.0 * LONGEST_TEXT as f64;

fn understand(bytes: &[u8]) -> Result<Vec<Taken>, Words> {
    let format = match bytes.trim_ascii_start().first() {
        Some(b'{') if is_one_value(bytes) => Some(Format::Json),
        Some(b'{') => Some(Format::Ndjson),
        _ => None,
    };
    if let Some(format) = format.filter(|_| names_format(bytes)) {
        return match format.decode(bytes) {
            Ok(projects) => Ok(projects
                .into_iter()
                .map(|project| Taken::Project(Rc::new(project)))
                .collect()),
            Err(DecodeError::Newer(_)) => Err(Words::plain("problem-newer-file")),
            Err(error) => Err(Words::plain("problem-own-file").and("reason", Argument::Text(error.to_string()))),
        };
    }
    if bytes.len() > LONGEST_TEXT {
        return Err(Words::plain("problem-long-file"));
    }
    match decode(bytes) {
        Ok(text) if text.trim().is_empty() => Err(Words::plain("problem-empty-file")),
        Ok(text) => Ok(vec![Taken::Text(Source::new(text))]),
        Err(NotText::Binary) => Err(Words::plain("problem-binary-file")),
        Err(NotText::Encoding) => Err(Words::plain("problem-encoding")),
    }
}

/// Whether the start of a file says that this program wrote it.
fn names_format(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let bare: String = start.chars().filter(|char| !char.is_whitespace()).collect();
    bare.contains("\"format\":\"juyao\"")
}

/// Whether a file is one JSON value and not one a line.
fn is_one_value(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// Whether at least one character in twenty is Chinese.
fn is_chinese(text: &str) -> bool {
    let (mut chinese, mut all) = (0_usize, 0_usize);
    for char in text.chars().filter(|char| !char.is_whitespace()).take(20_000) {
        all += 1;
        chinese += usize::from(matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'));
    }
    chinese * 20 >= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json;

    #[test]
    fn texts_and_own_files_are_told_apart() {
        let project = Project::new(Source::new("同志们：\n要修渠。"));
        let json = json::encode(&project);
        assert!(matches!(&understand(&json).unwrap()[..], [Taken::Project(back)] if **back == project));
        let two = [json::encode_line(&project), json::encode_line(&project)].concat();
        assert_eq!(understand(&two).map(|taken| taken.len()).ok(), Some(2));
        assert!(matches!(
            &understand("{\"a\": \"一份别的文件\"}".as_bytes()).unwrap()[..],
            [Taken::Text(_)]
        ));
        assert!(matches!(
            &understand("要修渠。".as_bytes()).unwrap()[..],
            [Taken::Text(_)]
        ));
    }

    #[test]
    fn each_bad_file_has_its_own_words() {
        let message = |bytes: &[u8]| understand(bytes).err().map(|words| words.message);
        assert_eq!(message(b" \n"), Some("problem-empty-file"));
        assert_eq!(message(b"\x00\x01\x02\x03\x04"), Some("problem-binary-file"));
        assert_eq!(message(&vec![b'a'; LONGEST_TEXT + 1]), Some("problem-long-file"));
        let project = Project::new(Source::new("要修渠。"));
        let json = String::from_utf8(json::encode(&project)).unwrap();
        assert_eq!(
            message(json.replace("\"version\": 1", "\"version\": 99").as_bytes()),
            Some("problem-newer-file")
        );
        assert_eq!(
            message(json.replace("要修渠", "要修路").as_bytes()),
            Some("problem-own-file")
        );
    }

    #[test]
    fn other_languages_are_noticed() {
        assert!(is_chinese("2024年 GDP up"));
        assert!(!is_chinese(
            "A speech in another language, with no Chinese in it at all."
        ));
    }
}
