//! What the extraction finds in the sample speeches, drawn under the text, one file a speech in `tests/corpus`.
//!
//! `UPDATE=1 cargo test --test corpus` writes the drawings anew; read the difference before keeping it.
#![cfg(feature = "cli")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Characters in one line of a drawing.
const WIDTH: usize = 40;

#[test]
fn samples_give_what_the_drawings_show() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for (name, path) in samples() {
        let text = fs::read_to_string(&path).unwrap();
        let drawing = draw(&text, &extract(&path));
        let kept = root().join("tests/corpus").join(name).with_extension("snap");
        if update {
            fs::write(&kept, &drawing).unwrap();
        } else if let Some(difference) = first_difference(&fs::read_to_string(&kept).unwrap_or_default(), &drawing) {
            wrong.push(format!("{}: {difference}", kept.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\nUPDATE=1 cargo test --test corpus, then git diff\n",
        wrong.join("\n")
    );
}

#[test]
fn samples_show_something_of_everything() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, path) in samples() {
        for annotation in extract(&path)["annotations"].as_array().unwrap() {
            *seen
                .entry(annotation["label"].as_str().unwrap().to_owned())
                .or_default() += 1;
        }
    }
    let labels = "boilerplate heading measure target achievement problem rule actor time quantity industry \
                  organization project term policy redaction";
    for label in labels.split(' ') {
        assert!(seen.contains_key(label), "no {label} in any sample: {seen:?}");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample speeches by name.
fn samples() -> BTreeMap<String, PathBuf> {
    let samples: BTreeMap<_, _> = fs::read_dir(root().join("src/samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    assert!(samples.len() >= 5, "{samples:?}");
    samples
}

/// What the command line prints for a file.
fn extract(path: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_juyao"))
        .args(["extract", "--format", "json"])
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The text in short lines, under each the annotations that touch it, and the measures at the end.
fn draw(text: &str, extracted: &Value) -> String {
    let chars: Vec<char> = text.chars().collect();
    let annotations = extracted["annotations"].as_array().unwrap();
    let mut drawing = String::new();
    for (from, to) in display_lines(&chars) {
        let line: String = chars[from..to].iter().collect();
        drawing.push_str(line.trim_end_matches(['\n', '\r']));
        drawing.push('\n');
        for annotation in annotations {
            let (start, end) = (position(annotation, "start"), position(annotation, "end"));
            if start < to && from < end {
                let pad = chars[from..start.max(from)]
                    .iter()
                    .map(|&char| if is_wide(char) { '\u{3000}' } else { ' ' });
                let carets = chars[start.max(from)..end.min(to)].iter().filter(|&&char| char != '\n');
                let carets = carets.map(|&char| if is_wide(char) { '＾' } else { '^' });
                let words = if start < from {
                    "…".to_owned()
                } else {
                    words(annotation)
                };
                writeln!(drawing, "{} {words}", pad.chain(carets).collect::<String>()).unwrap();
            }
        }
    }
    drawing + &draw_measures(extracted)
}

/// One block per measure: its words, then each field with the words of the annotations that it names.
fn draw_measures(extracted: &Value) -> String {
    let quotes: BTreeMap<&str, &str> = extracted["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|annotation| Some((annotation["id"].as_str()?, annotation["quote"].as_str()?)))
        .collect();
    let mut drawing = String::new();
    for measure in extracted["measures"].as_array().into_iter().flatten() {
        let id = measure["annotation"].as_str().unwrap_or_default();
        writeln!(drawing, "\n== {}", one_line(quotes.get(id).unwrap_or(&id))).unwrap();
        for (field, value) in measure
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(field, _)| *field != "annotation" && !field.ends_with("_words"))
        {
            let shown = show(value, &quotes);
            if !shown.is_empty() {
                writeln!(drawing, "   {field}: {shown}").unwrap();
            }
        }
    }
    drawing
}

/// A value in one line; an annotation's id is shown as its words.
fn show(value: &Value, quotes: &BTreeMap<&str, &str>) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => one_line(quotes.get(text.as_str()).unwrap_or(&text.as_str())),
        Value::Array(values) => values
            .iter()
            .map(|value| show(value, quotes))
            .collect::<Vec<_>>()
            .join(" | "),
        Value::Object(fields) => fields
            .iter()
            .map(|(field, value)| (field, show(value, quotes)))
            .filter(|(_, shown)| !shown.is_empty())
            .map(|(field, shown)| format!("{field}={shown}"))
            .collect::<Vec<_>>()
            .join(" "),
        other => other.to_string(),
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], "↵")
}

/// Label, and what else tells two annotations with this label apart.
fn words(annotation: &Value) -> String {
    let mut words = annotation["label"].as_str().unwrap_or_default().to_owned();
    for value in [&annotation["level"], &annotation["role"]]
        .into_iter()
        .filter(|value| !value.is_null())
    {
        write!(
            words,
            " {}",
            value.as_str().map_or_else(|| value.to_string(), str::to_owned)
        )
        .unwrap();
    }
    words
}

fn position(annotation: &Value, field: &str) -> usize {
    usize::try_from(annotation[field].as_u64().unwrap()).unwrap()
}

/// Where to cut the text for drawing: at line ends, after sentences, and at [`WIDTH`].
fn display_lines(chars: &[char]) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut from = 0;
    for at in 0..chars.len() {
        let cut = matches!(chars[at], '\n' | '。' | '；' | '！') || at + 1 - from >= WIDTH || at + 1 == chars.len();
        // The line end goes with the sentence before it.
        if cut && chars.get(at + 1) != Some(&'\n') {
            lines.push((from, at + 1));
            from = at + 1;
        }
    }
    lines
}

/// Whether a character is drawn twice as wide as a Latin letter in most fonts.
fn is_wide(char: char) -> bool {
    char > '\u{2E7F}' || "“”‘’…—×°·".contains(char)
}

/// The first line in which two drawings differ.
fn first_difference(kept: &str, drawn: &str) -> Option<String> {
    let (mut kept, mut drawn) = (kept.lines(), drawn.lines());
    let mut number = 1;
    loop {
        match (kept.next(), drawn.next()) {
            (None, None) => return None,
            (one, other) if one != other => {
                let show = |line: Option<&str>| line.unwrap_or("(nothing)").to_owned();
                return Some(format!("line {number}\n  was {}\n  is  {}", show(one), show(other)));
            }
            _ => number += 1,
        }
    }
}
