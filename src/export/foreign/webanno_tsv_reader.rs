//! Reads WebAnno TSV 3 as INCEpTION reads it: span layers of any name, with relations between them.

use std::collections::BTreeMap;

use super::details::Details;
use super::draft::Draft;
use super::utf8;
use crate::annotate::Value;
use crate::export::{DecodeError, Format, LARGEST_FILE};
use crate::project::Project;

/// A layer of the header with the columns that belong to it.
struct Layer<'a> {
    name: &'a str,
    features: Vec<&'a str>,
    /// Its first column after address, offsets and token.
    column: usize,
    is_relation: bool,
}

/// An annotation in the making: rows add to it.
struct Marked {
    begin: u32,
    end: u32,
    features: BTreeMap<String, String>,
}

/// Names an annotation: by its number in the file, or by layer, row and place in the stack.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u32),
    Place(String, String, usize),
}

/// A relation: its features, the address of its governor with the number, and its dependent.
struct Relation {
    features: BTreeMap<String, String>,
    governor: String,
    numbers: (u32, u32),
    row: String,
    layer: String,
}

/// The document of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let text = utf8(bytes)?;
    if !text.starts_with("#FORMAT=WebAnno TSV 3") {
        return Err(DecodeError::Syntax("no WebAnno TSV 3 header".to_owned()));
    }
    let layers = layers(text);
    let (mut speech, mut sentence, mut header) = (String::new(), String::new(), false);
    let mut length = 0;
    let (mut marked, mut order, mut relations) = (BTreeMap::new(), Vec::new(), Vec::new());
    for line in text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)) {
        if let Some(part) = line.strip_prefix("#Text=") {
            sentence.push_str(&unescaped(part));
            sentence.push('\n');
            header = true;
            continue;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let (address, begin, end) = place(&cells).ok_or_else(|| DecodeError::Syntax(format!("row {line:?}")))?;
        if std::mem::take(&mut header) {
            // What stands between sentences is not in the file: their offsets tell how much it was.
            if length > begin && speech.ends_with('\n') {
                speech.pop();
                length -= 1;
            }
            let gap = begin
                .checked_sub(length)
                .ok_or_else(|| DecodeError::Annotation(address.to_owned()))?;
            if begin as usize > LARGEST_FILE {
                return Err(DecodeError::TooLarge);
            }
            speech.push_str(&" ".repeat(gap as usize));
            length = begin + sentence.encode_utf16().count() as u32;
            speech.push_str(&std::mem::take(&mut sentence));
        }
        for layer in &layers {
            let stacks: Vec<Vec<&str>> = (layer.column..)
                .take(layer.features.len())
                .map(|column| stack(cells.get(column + 3)))
                .collect();
            let depth = stacks.iter().map(Vec::len).max().unwrap_or(0);
            for place in 0..depth {
                let values = layer
                    .features
                    .iter()
                    .zip(&stacks)
                    .map(|(name, stack)| (*name, stack.get(place).copied()));
                if layer.is_relation {
                    relations.extend(relation(address, values));
                } else {
                    mark(layer, (address, begin, end), place, values, &mut marked, &mut order);
                }
            }
        }
    }
    if speech.is_empty() {
        return Err(DecodeError::NoText);
    }
    speech.pop();
    assemble(&speech, marked, order, relations).map(|project| vec![project])
}

fn layers(text: &str) -> Vec<Layer<'_>> {
    let (mut layers, mut column) = (Vec::new(), 0);
    for line in text.lines().skip(1).take_while(|line| line.starts_with("#T_")) {
        let Some((kind, rest)) = line.split_once('=') else {
            continue;
        };
        let mut parts = rest.split('|');
        let name = parts.next().unwrap_or_default();
        let mut features: Vec<&str> = parts.collect();
        // A layer without features has one column that only says where it is.
        if features.is_empty() {
            features.push("");
        }
        let width = features.len();
        // Chains are neither spans nor relations of ours.
        if kind != "#T_CH" {
            layers.push(Layer {
                name,
                features,
                column,
                is_relation: kind == "#T_RL",
            });
        }
        column += width;
    }
    layers
}

/// Address and offsets of a row.
fn place<'a>(cells: &[&'a str]) -> Option<(&'a str, u32, u32)> {
    let (begin, end) = cells.get(1)?.split_once('-')?;
    Some((cells.first()?, begin.parse().ok()?, end.parse().ok()?))
}

/// The values of a cell: `|` stands between them unless a backslash goes before it.
fn stack<'a>(cell: Option<&&'a str>) -> Vec<&'a str> {
    let Some(cell) = cell.filter(|cell| !matches!(**cell, "_" | "")) else {
        return Vec::new();
    };
    let (mut values, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, char) in cell.char_indices() {
        if char == '|' && !escaped {
            values.push(&cell[start..at]);
            start = at + 1;
        }
        escaped = char == '\\' && !escaped;
    }
    values.push(&cell[start..]);
    values
}

/// A value and the number in brackets behind it.
fn numbered(value: &str) -> (&str, Option<&str>) {
    match value
        .strip_suffix(']')
        .filter(|rest| !rest.ends_with('\\'))
        .and_then(|rest| rest.rsplit_once('['))
    {
        Some((value, number)) => (value, Some(number)),
        None => (value, None),
    }
}

fn mark<'a>(
    layer: &Layer<'_>,
    (address, begin, end): (&str, u32, u32),
    place: usize,
    values: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    marked: &mut BTreeMap<Key, Marked>,
    order: &mut Vec<Key>,
) {
    let mut key = Key::Place(layer.name.to_owned(), address.to_owned(), place);
    let mut features = BTreeMap::new();
    for (name, value) in values {
        let (value, number) = numbered(value.unwrap_or("*"));
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            key = Key::Number(number);
        }
        if value != "*" && !name.is_empty() && !name.starts_with("ROLE_") && !name.contains('.') {
            features.insert(name.to_owned(), unescaped(value));
        }
    }
    features.entry("label".to_owned()).or_insert_with(|| {
        let short = layer.name.rsplit('.').next().unwrap_or(layer.name);
        short.to_owned()
    });
    let one = marked.entry(key.clone()).or_insert_with(|| {
        order.push(key);
        Marked { begin, end, features }
    });
    (one.begin, one.end) = (one.begin.min(begin), one.end.max(end));
}

fn relation<'a>(row: &str, values: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Option<Relation> {
    let (mut features, mut governor) = (BTreeMap::new(), None);
    let mut base = "";
    for (name, value) in values {
        if let Some(kind) = name.strip_prefix("BT_") {
            (base, governor) = (kind, value);
        } else if let Some(value) = value.map(|value| numbered(value).0).filter(|value| *value != "*") {
            features.insert(name.to_owned(), unescaped(value));
        }
    }
    let (address, numbers) = numbered(governor?);
    let (from, to) = numbers.and_then(|pair| pair.split_once('_')).unwrap_or(("0", "0"));
    Some(Relation {
        features,
        governor: address.to_owned(),
        numbers: (from.parse().ok()?, to.parse().ok()?),
        row: row.to_owned(),
        layer: base.to_owned(),
    })
}

fn assemble(
    speech: &str,
    mut marked: BTreeMap<Key, Marked>,
    order: Vec<Key>,
    relations: Vec<Relation>,
) -> Result<Project, DecodeError> {
    let mut draft = Draft::new(Format::WebannoTsv, speech)?;
    let mut places = BTreeMap::new();
    for key in order {
        let Some(Marked {
            begin,
            end,
            mut features,
        }) = marked.remove(&key)
        else {
            continue;
        };
        let name = features.remove("identifier").unwrap_or_default();
        let span = draft.utf16(&name, begin, end)?;
        let value = features.remove("value");
        let label = features.remove("label").unwrap_or_default();
        let place = draft.mark(&name, &value.unwrap_or(label), span);
        if let Some(annotation) = draft.annotation(place) {
            let details = Details {
                status: features.remove("status").unwrap_or_default(),
                note: features.remove("note").unwrap_or_default(),
                ..Details::default()
            };
            details.give(annotation);
            let rest = features
                .into_iter()
                .map(|(name, text)| (name.into(), Value::Text(text)));
            annotation.attributes.extend(rest);
        }
        places.insert(key, place);
    }
    for mut relation in relations {
        let place = |number: u32, address: &str| {
            let key = match number {
                0 => Key::Place(relation.layer.clone(), address.to_owned(), 0),
                number => Key::Number(number),
            };
            places.get(&key).copied()
        };
        let name = relation.features.remove("identifier").unwrap_or_default();
        let from = place(relation.numbers.0, &relation.governor);
        let (Some(from), Some(to)) = (from, place(relation.numbers.1, &relation.row)) else {
            return Err(DecodeError::Link(name));
        };
        let kind = relation
            .features
            .into_values()
            .next()
            .unwrap_or_else(|| "relation".to_owned());
        draft.link(&name, &kind, from, to);
    }
    Ok(draft.finish())
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        plain.push(match char {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            _ => char,
        });
    }
    plain
}
