//! Actors and organizations that the rules miss: a linear chain over the words of each sentence, learned from
//! the annotated speeches. The rules' own findings are among what it looks at.

mod chain;
pub mod feature;
pub mod model;
mod sight;

use std::ops::Range;

use self::chain::{Chain, Emission};
use self::feature::{Feature, features};
use self::model::{Model, STATES, Tag};
use self::sight::Sight;
use super::scene::Scene;
use crate::extract::clean::CleanOffset;
use crate::extract::extraction::Mention;

/// A name that the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) tag: Tag,
    /// By how many units of weight (20 for each factor e of chance) the best reading without it is worse.
    pub(super) margin: i32,
}

/// The names in a text, in order, given what the rules found.
pub(super) fn tagged(scene: Scene<'_>, found: &[Mention<CleanOffset>]) -> Vec<Tagged> {
    let model = Model::own();
    let sight = Sight::new(scene, found);
    let (mut numbers, mut emission) = (Vec::new(), Vec::new());
    let mut tagged = Vec::new();
    for sentence in sight.sentences() {
        emission.clear();
        emission.extend(sentence.clone().map(|at| {
            features(&sight, &sentence, at, &mut numbers);
            model.score(&numbers)
        }));
        spans(model, &emission, &mut |words, tag, margin| {
            let (first, last) = (sentence.start + words.start, sentence.start + words.end - 1);
            tagged.push(Tagged {
                range: scene.start(first)..scene.end(last),
                tag,
                margin,
            });
        });
    }
    tagged
}

/// A sentence as the chain looks at it: its words, as bytes of the text, with the features of each.
pub struct Sentence {
    /// Bytes of the text.
    pub words: Vec<Range<usize>>,
    /// Those of each word.
    pub features: Vec<Vec<Feature>>,
}

/// All sentences of a text, for learning.
pub(super) fn sentences(scene: Scene<'_>, found: &[Mention<CleanOffset>]) -> Vec<Sentence> {
    let sight = Sight::new(scene, found);
    let seen = |sentence: Range<usize>| Sentence {
        words: sentence.clone().map(|at| scene.start(at)..scene.end(at)).collect(),
        features: sentence
            .clone()
            .map(|at| {
                let mut own = Vec::new();
                features(&sight, &sentence, at, &mut own);
                own
            })
            .collect(),
    };
    sight.sentences().map(seen).collect()
}

/// Visits the names of the best reading of a sentence: the words of each, by their places, its tag and its margin.
pub fn spans(model: &Model, emission: &[[i32; STATES]], visit: &mut impl FnMut(Range<usize>, Tag, i32)) {
    let chain = Chain::new(model, Emission(emission));
    let path = chain.best();
    let mut at = 0;
    while at < path.len() {
        let Some(tag) = Tag::begun_by(path[at]) else {
            at += 1;
            continue;
        };
        let inside = path[at + 1..].iter().take_while(|state| tag.goes_on(**state)).count();
        let words = at..at + 1 + inside;
        let margin = words
            .clone()
            .map(|word| chain.margin(word, path[word]))
            .min()
            .unwrap_or(0);
        at = words.end;
        visit(words, tag, margin);
    }
}
