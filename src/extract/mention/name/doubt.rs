//! Names that say too little by themselves, and what makes them sure.

use std::ops::Range;

use super::Name;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::DESCRIPTOR;

/// Whether a name that says too little stands in a list beside a sure one with the same ending:
/// 苏州实验室、紫金山实验室.
pub(super) fn is_sibling(text: &str, candidates: &[(Name, bool)], at: usize) -> bool {
    let own = &candidates[at].0;
    let beside = |other: Option<&(Name, bool)>| {
        other.is_some_and(|(other, sure)| {
            let (first, last) = if other.range.start < own.range.start {
                (other, own)
            } else {
                (own, other)
            };
            let joint = text.get(first.range.end..last.range.start);
            *sure
                && text[own.ending.clone()] == text[other.ending.clone()]
                && own.ending.len() >= 6
                && matches!(joint, Some("、" | "和" | "及" | "与" | "以及"))
        })
    };
    own.range.len() >= own.ending.len() + 6
        && (at.checked_sub(1).is_some_and(|before| beside(candidates.get(before))) || beside(candidates.get(at + 1)))
}

/// Whether two or three characters before an ending can only be its name: nouns that describe
/// nothing (清溪工业园).
pub(super) fn is_plain_name(scene: Scene<'_>, range: Range<usize>) -> bool {
    let (first, last) = (scene.index(range.start), scene.index(range.end));
    (6..=9).contains(&range.len())
        && scene.start(first) == range.start
        && (first..last).all(|index| scene.kind(index).is_nominal() && !scene.is(index, DESCRIPTOR))
}
