//! What kind of file some bytes are: told by what they hold, and by the name only where that cannot tell.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;

use super::Problem;
use crate::export::{Format, archive_names, is_archive};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Annotations.
    Format(Format),
    /// A Word document.
    Word,
    /// A PDF.
    Pdf,
    /// A web page, or what was copied from one.
    WebPage,
    /// Markdown.
    Markdown,
    /// An archive of files.
    Archive,
    /// Plain text.
    Text,
}

/// The signature of files that older office programs write.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The kind of a file.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Problem> {
    let name = name.to_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if is_archive(bytes) {
        return packed(bytes);
    }
    if bytes.starts_with(COMPOUND_FILE) || bytes.starts_with(b"{\\rtf") {
        return Err(Problem::OtherOffice);
    }
    // Some programs write something in front.
    let start = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"%PDF-") || ends(&[".pdf"]) && start.windows(5).any(|five| five == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    // Annotations of brat: their text stands in a file beside them.
    if ends(&[".ann"]) {
        return Err(Problem::NoText);
    }
    let content = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let known = match content.first() {
        Some(b'{' | b'[') if ends(&[".json", ".jsonl", ".jsonld", ".ndjson"]) => {
            let lines = || content.split(|&byte| byte == b'\n');
            match json(content).or_else(|| lines().find_map(json_line)) {
                None if is_cut(content) => return Err(Problem::Damaged("JSON that breaks off".to_owned())),
                known => known,
            }
        }
        Some(b'{' | b'[') => {
            let mut lines = content.split(|&byte| byte == b'\n');
            json(content).or_else(|| lines.next().and_then(json_line))
        }
        // A text file that opens with an element is one with remains of a page in it.
        Some(b'<') => markup(content).filter(|kind| *kind != Kind::WebPage || !ends(&[".txt", ".text"])),
        _ if content.starts_with(b"#FORMAT=WebAnno TSV") => Some(Kind::Format(Format::WebannoTsv)),
        _ => None,
    };
    if let Some(kind) = known {
        return Ok(kind);
    }
    Ok(match () {
        () if ends(&[".html", ".htm", ".xhtml"]) => Kind::WebPage,
        () if ends(&[".md", ".markdown"]) => Kind::Markdown,
        () if ends(&[".conll", ".bio", ".iob", ".bioes", ".bmes"]) || is_tagged(content) => {
            Kind::Format(Format::ConllBio)
        }
        () => Kind::Text,
    })
}

fn packed(bytes: &[u8]) -> Result<Kind, Problem> {
    let names = archive_names(bytes)?;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let any = |end: &str| names.iter().any(|name| name.to_lowercase().ends_with(end));
    Ok(match () {
        () if has("word/document.xml") => Kind::Word,
        () if has("[Content_Types].xml") && !any(".docx") => return Err(Problem::OtherOffice),
        () if has("mimetype") && has("content.xml") => return Err(Problem::OtherOffice),
        () if any(".qde") => Kind::Format(Format::QdaProject),
        // Beside other files each is opened by itself: a broken one is not to stop those.
        () if any(".xmi") && names.iter().all(|name| is_of_xmi(name)) => Kind::Format(Format::CasXmi),
        () => Kind::Archive,
    })
}

fn is_of_xmi(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".xmi") || name.ends_with(".xml") || name.starts_with("__macosx/")
}

/// The names of the fields of an object.
type Keys<'a> = BTreeMap<String, IgnoredAny>;

fn json(content: &[u8]) -> Option<Kind> {
    if let Ok(keys) = serde_json::from_slice::<Keys<'_>>(content) {
        return by_keys(&keys, false).map(Kind::Format);
    }
    let list = serde_json::from_slice::<Vec<Keys<'_>>>(content).ok()?;
    by_keys(list.first()?, false).map(Kind::Format)
}

/// What a line of a file of lines holds.
fn json_line(line: &[u8]) -> Option<Kind> {
    let keys = serde_json::from_slice::<Keys<'_>>(line).ok()?;
    by_keys(&keys, true).map(Kind::Format)
}

/// Whether this begins as JSON does, and is none: neither as a whole nor by lines.
fn is_cut(content: &[u8]) -> bool {
    let is_json = |bytes: &[u8]| serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    !is_json(content)
        && !content
            .split(|&byte| byte == b'\n')
            .any(|line| !line.trim_ascii().is_empty() && is_json(line))
}

/// The format whose objects have such fields.
fn by_keys(keys: &Keys<'_>, is_line: bool) -> Option<Format> {
    let has = |names: &[&str]| names.iter().any(|name| keys.contains_key(*name));
    match () {
        () if has(&["format"]) && has(&["document"]) && has(&["annotations"]) => {
            Some(if is_line { Format::Ndjson } else { Format::Json })
        }
        () if has(&["%FEATURE_STRUCTURES", "%TYPES"]) => Some(Format::CasJson),
        () if has(&["@context"]) => Some(Format::WebAnnotation),
        () if has(&["data"]) && has(&["annotations", "predictions", "completions", "id"]) => Some(Format::LabelStudio),
        () if has(&["text"]) && has(&["annotator", "annotation_id"]) => Some(Format::LabelStudio),
        () if has(&["text"]) && has(&["spans", "tokens", "answer", "_input_hash"]) => Some(Format::Prodigy),
        () if has(&["text"]) && (is_line || has(&["entities", "label", "labels", "relations", "Comments"])) => {
            Some(Format::Doccano)
        }
        () => None,
    }
}

fn markup(content: &[u8]) -> Option<Kind> {
    let start = String::from_utf8_lossy(&content[..content.len().min(4096)]);
    let mut rest = &*start;
    // The root is the first element after declarations and comments.
    let root = loop {
        let at = rest.find('<')?;
        rest = &rest[at + 1..];
        match rest.chars().next()? {
            '?' => rest = &rest[rest.find("?>")? + 2..],
            '!' if rest.starts_with("!--") => rest = &rest[rest.find("-->")? + 3..],
            '!' => rest = &rest[rest.find('>')? + 1..],
            _ => {
                break rest
                    .split(|char: char| char.is_whitespace() || matches!(char, '>' | '/'))
                    .next()?;
            }
        }
    };
    match root.rsplit(':').next()? {
        "TEI" | "teiCorpus" => Some(Kind::Format(Format::Tei)),
        "XMI" => Some(Kind::Format(Format::CasXmi)),
        name => HTML.contains(&&*name.to_ascii_lowercase()).then_some(Kind::WebPage),
    }
}

/// Elements that a web page, or a piece copied from one, opens with.
const HTML: [&str; 22] = [
    "html", "head", "body", "meta", "p", "div", "span", "h1", "h2", "h3", "h4", "ul", "ol", "table", "article",
    "section", "b", "strong", "font", "a", "style", "br",
];

/// Whether nearly every line is a character or word with a tag: `市 B-LOC`.
fn is_tagged(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(&content[..floor(content, 8192)]) else {
        return false;
    };
    let is_tag = |cell: &str| {
        cell == "O"
            || cell.split_once('-').is_some_and(|(letter, label)| {
                matches!(letter, "B" | "I" | "E" | "S" | "M" | "L" | "U") && !label.is_empty()
            })
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
    let tagged = lines
        .iter()
        .filter(|line| line.rsplit(['\t', ' ']).next().is_some_and(is_tag) && line.contains(['\t', ' ']))
        .count();
    tagged >= 3 && tagged * 10 >= lines.len() * 9
}

/// The last place up to `most` that is not inside a character.
fn floor(bytes: &[u8], most: usize) -> usize {
    let mut end = bytes.len().min(most);
    while end < bytes.len() && end > 0 && bytes[end] & 0xc0 == 0x80 {
        end -= 1;
    }
    end
}
