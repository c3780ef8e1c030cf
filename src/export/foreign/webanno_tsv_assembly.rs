//! Puts together what the rows of WebAnno TSV say.

use std::collections::BTreeMap;

use super::details::Details;
use super::draft::Draft;
use crate::annotate::Value;
use crate::export::{DecodeError, Format};
use crate::project::Project;

/// What the rows said so far.
#[derive(Default)]
pub(super) struct Assembly {
    marked: BTreeMap<Key, Marked>,
    /// In the order of coming.
    order: Vec<Key>,
    pub(super) relations: Vec<Relation>,
    /// The links of each chain of a layer by their places, with what leads to the next.
    pub(super) chains: BTreeMap<(String, u32), BTreeMap<u32, (Key, String)>>,
    /// Begin and end of each token, and of each part of one, by address.
    pub(super) tokens: BTreeMap<String, (u32, u32)>,
}

/// An annotation in the making: rows add to it.
struct Marked {
    begin: u32,
    end: u32,
    layer: String,
    features: BTreeMap<String, String>,
    slots: Vec<Slot>,
}

/// What takes part in an annotation, by number or by layer and address.
#[derive(PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) role: String,
    pub(super) layer: String,
    pub(super) address: String,
    pub(super) number: Option<u32>,
}

/// Names an annotation: by its number in the file, by layer, row and place in the stack, or by layer, chain
/// and place in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(u32),
    Place(String, String, usize),
    Chain(String, u32, u32),
}

/// A relation: its features, the address of its governor with the number, and its dependent.
pub(super) struct Relation {
    pub(super) features: BTreeMap<String, String>,
    pub(super) governor: String,
    pub(super) numbers: (u32, u32),
    pub(super) row: String,
    pub(super) layer: String,
}

impl Assembly {
    /// Adds a row to an annotation.
    pub(super) fn mark(
        &mut self,
        key: Key,
        layer: &str,
        (begin, end): (u32, u32),
        features: BTreeMap<String, String>,
        slots: Vec<Slot>,
    ) {
        let order = &mut self.order;
        let one = self.marked.entry(key.clone()).or_insert_with(|| {
            order.push(key);
            Marked {
                begin,
                end,
                layer: layer.to_owned(),
                features,
                slots,
            }
        });
        (one.begin, one.end) = (one.begin.min(begin), one.end.max(end));
    }

    /// The document.
    pub(super) fn project(mut self, speech: &str) -> Result<Project, DecodeError> {
        let mut draft = Draft::new(Format::WebannoTsv, speech)?;
        let mut places = Places::default();
        let mut slots = Vec::new();
        for key in std::mem::take(&mut self.order) {
            let Some(mut one) = self.marked.remove(&key) else {
                continue;
            };
            slots.push(std::mem::take(&mut one.slots));
            let place = annotation(&mut draft, one)?;
            places.add(key, place);
        }
        for relation in &mut self.relations {
            let is_own = relation.features.contains_key("status") || relation.features.contains_key("identifier");
            let name = relation
                .features
                .remove("identifier")
                .filter(|_| is_own)
                .unwrap_or_default();
            let (from, to) = relation.numbers;
            let from = end(
                &mut draft,
                &mut places,
                &self.tokens,
                &relation.layer,
                from,
                &relation.governor,
            )?;
            let to = end(
                &mut draft,
                &mut places,
                &self.tokens,
                &relation.layer,
                to,
                &relation.row,
            )?;
            let features = &mut relation.features;
            let named = NAMES.into_iter().find_map(|name| features.remove(name));
            let kind = named.or_else(|| features.values().next().cloned());
            draft.link(&name, &kind.unwrap_or_else(|| "relation".to_owned()), from, to);
        }
        for (from, slots) in slots.into_iter().enumerate() {
            for slot in slots {
                let found = match slot.number {
                    Some(number) => places.keyed.get(&Key::Number(number)).copied(),
                    None => places.at(&slot.layer, &slot.address),
                };
                if let Some(to) = found {
                    draft.link("", &slot.role, from, to);
                }
            }
        }
        for links in self.chains.values() {
            let links: Vec<&(Key, String)> = links.values().collect();
            for pair in links.windows(2) {
                if let (Some(&from), Some(&to)) = (places.keyed.get(&pair[0].0), places.keyed.get(&pair[1].0)) {
                    draft.link("", &pair[0].1, from, to);
                }
            }
        }
        Ok(draft.finish())
    }
}

/// Features that say what an annotation or relation is, the first that is there.
const NAMES: [&str; 5] = ["label", "value", "DependencyType", "PosValue", "referenceType"];

/// The places of annotations in a draft.
#[derive(Default)]
struct Places {
    keyed: BTreeMap<Key, usize>,
    /// Those at an address, with their layers.
    addressed: BTreeMap<String, Vec<(String, usize)>>,
}

impl Places {
    fn add(&mut self, key: Key, place: usize) {
        if let Key::Place(layer, address, _) = &key {
            let here = self.addressed.entry(address.clone()).or_default();
            here.push((layer.clone(), place));
        }
        self.keyed.insert(key, place);
    }

    /// The annotation of a layer at an address; of any layer where the file leaves that open.
    fn at(&self, layer: &str, address: &str) -> Option<usize> {
        let here = self.addressed.get(address)?;
        let same = here.iter().find(|(other, _)| other == layer);
        let any = here.first().filter(|_| layer == "uima.tcas.Annotation");
        same.or(any).map(|&(_, place)| place)
    }
}

/// An end of a relation. Words are no annotations of their own, but for those that a relation joins;
/// relations of grammar join words where the file says parts of speech.
fn end(
    draft: &mut Draft,
    places: &mut Places,
    tokens: &BTreeMap<String, (u32, u32)>,
    layer: &str,
    number: u32,
    address: &str,
) -> Result<usize, DecodeError> {
    let found = match number {
        0 => places.at(layer, address),
        number => places.keyed.get(&Key::Number(number)).copied(),
    };
    if let Some(place) = found {
        return Ok(place);
    }
    let is_word = number == 0 && (layer.ends_with(".Token") || layer.ends_with(".POS"));
    let &(begin, end) = tokens
        .get(address)
        .filter(|_| is_word)
        .ok_or_else(|| DecodeError::Link(address.to_owned()))?;
    let span = draft.utf16(address, begin, end)?;
    let place = draft.mark("", "Token", span);
    places.add(Key::Place(layer.to_owned(), address.to_owned(), 0), place);
    Ok(place)
}

fn annotation(draft: &mut Draft, one: Marked) -> Result<usize, DecodeError> {
    let Marked {
        begin,
        end,
        layer,
        mut features,
        ..
    } = one;
    let short = layer.rsplit('.').next().unwrap_or(&layer);
    let is_own = short == "Juyao";
    let name = features.remove("identifier").filter(|_| is_own);
    let name = name.unwrap_or_default();
    let span = draft.utf16(&name, begin, end)?;
    let label = NAMES.into_iter().find_map(|name| features.remove(name));
    let place = draft.mark(&name, label.as_deref().unwrap_or(short), span);
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
    Ok(place)
}
