//! Annotated texts, read for training.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use juyao::extract::clause::{Clause, clauses};
use juyao::extract::clean::{Cleaned, clean};
use juyao::extract::lexicon::Lexicon;
use juyao::extract::mention::mentions_by_rules;
use juyao::extract::outline::outline;
use juyao::extract::statement::expect::Expected;
use juyao::extract::statement::feature::{Layout, features};
use juyao::extract::statement::model::{LABELS, label};
use juyao::extract::statement::sight::Sight;
use juyao::extract::statement::trimmed;
use juyao::extract::statement::view::{View, views};
use juyao::text::{CharOffset, Source, Span};
use serde_json::Value;

use crate::marked::marked;

/// An annotated text, ready for training.
pub(crate) struct Text {
    pub(crate) family: String,
    pub(crate) cleaned: Cleaned,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) views: Vec<View>,
    /// The annotated statements, in the original, with an index into [`LABELS`].
    pub(crate) gold: Vec<(Span, usize)>,
    /// The right state of each clause.
    pub(crate) states: Vec<usize>,
}

impl Text {
    /// The clauses with their views.
    pub(crate) fn sight(&self) -> Sight<'_> {
        Sight {
            text: self.cleaned.text(),
            clauses: &self.clauses,
            views: &self.views,
        }
    }

    /// The feature numbers of each clause.
    pub(crate) fn features(&self, layout: &Layout) -> Vec<Vec<u32>> {
        let sight = self.sight();
        (0..self.clauses.len())
            .map(|index| {
                let mut numbers = Vec::new();
                features(layout, &sight, index, &mut numbers);
                numbers
            })
            .collect()
    }

    /// What a statement covers, in the original.
    pub(crate) fn original(&self, found: &Expected) -> Span {
        let (first, last) = (&self.clauses[found.run.start], &self.clauses[found.run.end - 1]);
        let span = Span::new(first.span.start(), last.span.end());
        self.cleaned.original(trimmed(&self.cleaned, span))
    }

    /// The annotated statements as far as whole clauses can carry them.
    pub(crate) fn carried(&self) -> Vec<Expected> {
        let mut found: Vec<Expected> = Vec::new();
        for (index, state) in self.states.iter().enumerate() {
            match (label(*state), found.last_mut()) {
                (Some((_, false)), Some(last)) if last.run.end == index => last.run.end = index + 1,
                (Some((label, _)), _) => found.push(Expected {
                    run: index..index + 1,
                    label,
                    chance: 1.0,
                }),
                (None, _) => {}
            }
        }
        found
    }
}

/// The part that each text is in, of so many; texts of one family are in one.
pub(crate) fn parts(texts: &[&Text], count: usize) -> Vec<usize> {
    let families: BTreeSet<&str> = texts.iter().map(|text| text.family.as_str()).collect();
    let place = |text: &&Text| families.iter().position(|family| *family == text.family);
    texts.iter().map(|text| place(text).unwrap_or(0) % count).collect()
}

/// Reads a text: with its annotations inside, or beside it.
pub(crate) fn read(lexicon: &dyn Lexicon, path: &Path) -> Result<Text, Box<dyn Error>> {
    let (source, gold) = if path.extension().is_some_and(|extension| extension == "txt") {
        marked(&fs::read_to_string(path)?, &LETTERS)
    } else {
        referenced(
            &fs::read_to_string(path.with_extension("txt"))?,
            &fs::read_to_string(path)?,
        )?
    };
    let cleaned = clean(&source);
    let outline = outline(&cleaned);
    let clauses = clauses(&cleaned, &outline);
    let words = lexicon.words(cleaned.text());
    let mentions = mentions_by_rules(&cleaned, &outline, &words);
    let views = views(&cleaned, &outline, &clauses, Some(&words), &mentions);
    let mut begun = vec![false; gold.len()];
    let mut last = None;
    let states = clauses
        .iter()
        .map(|clause| {
            let own = cleaned.original(clause.span);
            let shared = |span: Span| own.intersection(span).map_or(0, Span::len);
            let best = gold.iter().enumerate().max_by_key(|(_, (span, _))| shared(*span));
            let found = best.filter(|(_, (span, _))| shared(*span) * 2 > own.len());
            let state = match found {
                Some((index, (_, label))) if begun[index] && last == Some((index, clause.sentence)) => label * 2 + 2,
                Some((_, (_, label))) => label * 2 + 1,
                None => 0,
            };
            last = found.map(|(index, _)| (index, clause.sentence));
            if let Some((index, _)) = found {
                begun[index] = true;
            }
            state
        })
        .collect();
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let family = name.split('~').next().unwrap_or_default().to_owned();
    Ok(Text {
        family,
        cleaned,
        clauses,
        views,
        gold,
        states,
    })
}

/// How [`LABELS`] are written inside texts.
const LETTERS: [&str; 5] = ["m", "t", "a", "p", "r"];

/// A text with its annotations beside it.
fn referenced(text: &str, annotations: &str) -> Result<(Source, Vec<(Span, usize)>), Box<dyn Error>> {
    let source = Source::new(text);
    let file: Value = serde_json::from_str(annotations)?;
    let mut spans = Vec::new();
    for annotation in file["annotations"].as_array().into_iter().flatten() {
        let label = annotation["label"].as_str().unwrap_or_default();
        let Some(index) = LABELS.iter().position(|own| own.id() == label) else {
            continue;
        };
        let at = |key: &str| CharOffset(annotation[key].as_u64().unwrap_or_default() as u32);
        spans.push((source.span_from_chars(Span::new(at("start"), at("end"))), index));
    }
    Ok((source, spans))
}
