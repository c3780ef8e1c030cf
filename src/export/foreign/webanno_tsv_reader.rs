//! Reads WebAnno TSV 3 as INCEpTION reads it: the rows of span layers of any name, with their slots, of
//! relations and of chains.

use std::collections::BTreeMap;

use super::utf8;
use super::webanno_tsv_assembly::{Assembly, Key, Relation, Slot};
use crate::export::{DecodeError, LARGEST_FILE};
use crate::project::Project;

/// A layer of the header with the columns that belong to it.
struct Layer<'a> {
    name: &'a str,
    features: Vec<&'a str>,
    /// Its first column after address, offsets and token.
    column: usize,
    kind: Kind,
}

/// What the rows of a layer say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Span,
    Relation,
    Chain,
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
    let mut assembly = Assembly::default();
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
        assembly.tokens.insert(address.to_owned(), (begin, end));
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
                match layer.kind {
                    Kind::Relation => assembly.relations.extend(relation(address, values)),
                    Kind::Chain => chain(layer, (address, begin, end), place, values, &mut assembly),
                    Kind::Span => mark(layer, (address, begin, end), place, values, &mut assembly),
                }
            }
        }
    }
    if speech.is_empty() {
        return Err(DecodeError::NoText);
    }
    speech.pop();
    assembly.project(&speech).map(|project| vec![project])
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
        let kind = match kind {
            "#T_RL" => Kind::Relation,
            "#T_CH" => Kind::Chain,
            _ => Kind::Span,
        };
        layers.push(Layer {
            name,
            features,
            column,
            kind,
        });
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
    split(cell, '|')
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
    assembly: &mut Assembly,
) {
    let mut key = Key::Place(layer.name.to_owned(), address.to_owned(), place);
    let (mut features, mut slots) = (BTreeMap::new(), Vec::new());
    let mut roles = None;
    for (name, value) in values {
        // Two columns: the roles, and where what takes them stands.
        if let Some((_, feature)) = name.strip_prefix("ROLE_").and_then(|name| name.split_once(':')) {
            roles = Some((feature.split('_').next().unwrap_or(feature), value.unwrap_or("*")));
            continue;
        }
        if let Some((feature, roles)) = roles.take() {
            let (roles, number) = numbered(roles);
            key = number.and_then(|number| number.parse().ok()).map_or(key, Key::Number);
            let ends = value.into_iter().flat_map(|value| value.split(';'));
            slots.extend(split(roles, ';').into_iter().zip(ends).map(|(role, end)| {
                let (address, number) = numbered(end);
                Slot {
                    role: if role == "*" {
                        feature.to_owned()
                    } else {
                        unescaped(role)
                    },
                    layer: name.to_owned(),
                    address: address.to_owned(),
                    number: number.and_then(|number| number.parse().ok()),
                }
            }));
            continue;
        }
        let (value, number) = numbered(value.unwrap_or("*"));
        key = number.and_then(|number| number.parse().ok()).map_or(key, Key::Number);
        if value != "*" && !name.is_empty() {
            features.insert(name.to_owned(), unescaped(value));
        }
    }
    assembly.mark(key, layer.name, (begin, end), features, slots);
}

/// A link of a chain: `relation->chain-place` in one column, its type in the other.
fn chain<'a>(
    layer: &Layer<'_>,
    (address, begin, end): (&str, u32, u32),
    place: usize,
    values: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    assembly: &mut Assembly,
) {
    let mut key = Key::Place(layer.name.to_owned(), address.to_owned(), place);
    let (mut features, mut link) = (BTreeMap::new(), None);
    for (name, value) in values {
        let Some(value) = value else { continue };
        if let Some((relation, at)) = value.rsplit_once("->") {
            let (chain, at) = at.split_once('-').unwrap_or((at, "0"));
            if let (Ok(chain), Ok(at)) = (chain.parse::<u32>(), at.parse::<u32>()) {
                key = Key::Chain(layer.name.to_owned(), chain, at);
                link = Some((chain, at, unescaped(relation)));
            }
        } else if numbered(value).0 != "*" {
            features.insert(name.to_owned(), unescaped(numbered(value).0));
        }
    }
    if let Some((chain, at, relation)) = link {
        let relation = if relation == "*" { "next".to_owned() } else { relation };
        let links = assembly.chains.entry((layer.name.to_owned(), chain)).or_default();
        links.insert(at, (key.clone(), relation));
    }
    assembly.mark(key, layer.name, (begin, end), features, Vec::new());
}

/// The parts of a cell between marks that no backslash goes before.
fn split(cell: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, char) in cell.char_indices() {
        if char == mark && !escaped {
            parts.push(&cell[start..at]);
            start = at + 1;
        }
        escaped = char == '\\' && !escaped;
    }
    parts.push(&cell[start..]);
    parts
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

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        plain.push(match char {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('f') => '\u{c}',
                Some(other) => other,
                None => '\\',
            },
            _ => char,
        });
    }
    plain
}
