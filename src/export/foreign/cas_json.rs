//! UIMA CAS JSON 0.4 with its type system. Offsets are UTF-16 units.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::cas::{
    Found, METADATA, Others, RELATION, SPAN, Slot, TYPES, collect, date_uri, joined, relation_features, span_features,
    uri_date,
};
use super::draft::Draft;
use super::selection::Selection;
use super::{json_line, syntax, utf8};
use crate::export::{DecodeError, Format, LARGEST_FILE};
use crate::project::Project;

/// Numbers of the first feature structures.
const SOFA: u32 = 1;
const DOCUMENT: u32 = 2;
const FIRST: u32 = 3;

/// The file.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let document = &selection.project.document;
    let length = selection.utf16(selection.source().span()).1;
    let mut structures = vec![
        json!({"%ID": SOFA, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain",
               "sofaString": selection.source().text()}),
        json!({"%ID": DOCUMENT, "%TYPE": METADATA, "@sofa": SOFA, "begin": 0, "end": length, "language": "zh",
               "documentTitle": document.title, "documentUri": date_uri(document)}),
    ];
    let mut numbers = BTreeMap::new();
    for (number, annotation) in (FIRST..).zip(&selection.annotations) {
        let (begin, end) = selection.utf16(annotation.span);
        let mut fields = structure(number, SPAN, begin, end);
        fields.extend(
            span_features(selection, annotation)
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into())),
        );
        structures.push(fields.into());
        numbers.insert(annotation.id, (number, begin, end));
    }
    let next = FIRST + selection.annotations.len() as u32;
    for (number, link) in (next..).zip(&selection.links) {
        let (Some(&(from, ..)), Some(&(to, begin, end))) = (numbers.get(&link.from), numbers.get(&link.to)) else {
            continue;
        };
        // A relation covers its dependent, as INCEpTION writes it.
        let mut fields = structure(number, RELATION, begin, end);
        fields.extend(relation_features(link).map(|(name, value)| (name.to_owned(), value.into())));
        fields.insert("@Governor".to_owned(), from.into());
        fields.insert("@Dependent".to_owned(), to.into());
        structures.push(fields.into());
    }
    let members: Vec<u32> = (DOCUMENT..).take(structures.len() - 1).collect();
    json_line(&json!({
        "%TYPES": types(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": SOFA, "%MEMBERS": members}},
    }))
}

fn structure(number: u32, kind: &str, begin: u32, end: u32) -> Map<String, Value> {
    let fields = [
        ("%ID", number.into()),
        ("%TYPE", kind.into()),
        ("@sofa", SOFA.into()),
        ("begin", begin.into()),
        ("end", end.into()),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn types() -> Value {
    let types = TYPES.map(|(name, parent, features)| {
        let mut fields = Map::new();
        fields.insert("%NAME".to_owned(), name.into());
        fields.insert("%SUPER_TYPE".to_owned(), parent.into());
        for (feature, range) in features {
            fields.insert((*feature).to_owned(), json!({"%NAME": feature, "%RANGE": range}));
        }
        (name.to_owned(), Value::Object(fields))
    });
    Value::Object(types.into_iter().collect())
}

/// The first view of a file, with annotations of every type.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    let file: Value = serde_json::from_str(utf8(bytes)?).map_err(syntax)?;
    // The list may also be an object with the numbers as keys.
    let structures: Vec<(String, &Value)> = match &file["%FEATURE_STRUCTURES"] {
        Value::Array(list) => list.iter().map(|one| (one["%ID"].to_string(), one)).collect(),
        Value::Object(map) => map.iter().map(|(id, one)| (id.clone(), one)).collect(),
        _ => return Err(DecodeError::Syntax("no feature structures".to_owned())),
    };
    let (sofa, text) = structures
        .iter()
        .find_map(|(id, one)| Some((id, one["sofaString"].as_str()?)))
        .ok_or(DecodeError::NoText)?;
    let mut draft = Draft::new(Format::CasJson, text)?;
    if let Some((_, about)) = structures.iter().find(|(_, one)| one["%TYPE"] == METADATA) {
        draft.describe(
            about["documentTitle"].as_str(),
            about["documentUri"].as_str().and_then(uri_date),
        );
    }
    let lists = structures
        .iter()
        .filter_map(|(id, one)| Some((id, one["%ELEMENTS"].as_array()?)));
    let (texts, lists): (Vec<_>, Vec<_>) = lists.partition(|(_, list)| list.first().is_some_and(Value::is_string));
    let texts: Texts<'_> = texts.into_iter().map(|(id, list)| (&**id, list)).collect();
    let lists = lists
        .into_iter()
        .map(|(id, list)| (id.clone(), list.iter().map(Value::to_string).collect()));
    let slots = structures
        .iter()
        .filter(|(_, one)| one["end"].is_null() && !one["@target"].is_null())
        .map(|(id, one)| {
            let (role, target) = (
                one["role"].as_str().unwrap_or_default().to_owned(),
                one["@target"].to_string(),
            );
            (id.clone(), Slot { role, target })
        })
        .collect();
    // Many annotations can name the same long list.
    let mut left = LARGEST_FILE;
    let found = structures
        .iter()
        .filter(|(_, one)| one["@sofa"].as_u64().map(|number| number.to_string()).as_ref() == Some(sofa))
        .filter_map(|(id, one)| found(id, one, &texts, &mut left).transpose())
        .collect::<Result<_, _>>()?;
    let lists = lists.collect();
    collect(&mut draft, found, &Others { slots, lists })?;
    Ok(vec![draft.finish()])
}

/// The members of each list of texts, by its number.
type Texts<'a> = BTreeMap<&'a str, &'a Vec<Value>>;

/// An annotation, if it is one. Of `left` bytes, those of lists are spent.
fn found(id: &str, structure: &Value, texts: &Texts<'_>, left: &mut usize) -> Result<Option<Found>, DecodeError> {
    let offset = |name: &str| structure[name].as_u64().map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    let (Some(kind), Some(end), Some(fields)) = (structure["%TYPE"].as_str(), offset("end"), structure.as_object())
    else {
        return Ok(None);
    };
    let mut one = Found {
        id: id.to_owned(),
        kind: kind.to_owned(),
        // A zero may be left out.
        begin: offset("begin").unwrap_or(0),
        end,
        features: BTreeMap::new(),
        references: BTreeMap::new(),
    };
    for (name, value) in fields {
        match (name.strip_prefix('@'), value) {
            (Some("sofa"), _) => {}
            (Some(name), value) => {
                let id = value.to_string();
                if let Some(list) = texts.get(&*id) {
                    let text = joined(list.iter().filter_map(Value::as_str));
                    *left = left.checked_sub(text.len()).ok_or(DecodeError::TooMuch)?;
                    one.features.insert(name.to_owned(), text);
                } else {
                    one.references.insert(name.to_owned(), vec![id]);
                }
            }
            (None, Value::String(text)) if !name.starts_with('%') => {
                one.features.insert(name.clone(), text.clone());
            }
            (None, Value::Bool(_) | Value::Number(_)) if !matches!(&**name, "begin" | "end" | "%ID") => {
                one.features.insert(name.clone(), value.to_string());
            }
            _ => {}
        }
    }
    Ok(Some(one))
}
