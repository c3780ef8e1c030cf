//! Names that say too little by themselves, and what makes them sure.

use std::ops::Range;

use super::Name;
use super::kinds::KINDS;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{DESCRIPTOR, GENERIC, STOP};

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
            let firms =
                own.rule == "organization/firm" && matches!(other.rule, "organization/company" | "organization/firm");
            let alike = text[own.ending.clone()] == text[other.ending.clone()] && own.ending.len() >= 6;
            *sure && (alike || firms) && matches!(joint, Some("、" | "和" | "及" | "与" | "以及"))
        })
    };
    own.range.len() >= own.ending.len() + 6
        && (at.checked_sub(1).is_some_and(|before| beside(candidates.get(before))) || beside(candidates.get(at + 1)))
}

/// Where a name of three or four characters begins that stands alone before its ending, whatever words
/// the dictionary makes of it: 推进|成自宜高铁, 、|桐子林水电站.
pub(super) fn bare_name(scene: Scene<'_>, end: usize) -> Option<usize> {
    let head = &scene.text[..end];
    let mut start = end;
    for (at, char) in head.char_indices().rev().take(4) {
        let opened = head[..start].ends_with(OPENERS) || KINDS.opening.iter().any(|word| head[..start].ends_with(word));
        if opened {
            break;
        }
        if !char.is_alphabetic()
            || char.is_ascii()
            || "的了和与及等各全个座条项批级型性类化些这那其本该多一二三两".contains(char)
        {
            return None;
        }
        start = at;
    }
    let opened = head[..start].ends_with(OPENERS) || KINDS.opening.iter().any(|word| head[..start].ends_with(word));
    let name = &scene.text[start..end];
    // 在栖云古镇, 县县通高速: no part of a name.
    let doubled = name.chars().zip(name.chars().skip(1)).any(|(char, next)| char == next);
    if doubled
        || name.starts_with(|char| "在对含去从到由将把向为以于并经因有是被给让用搞往赴都就也还如下".contains(char))
    {
        return None;
    }
    let (first, last) = (scene.index(start), scene.index(end));
    let describes = (first..last).any(|index| {
        let (word, kind) = (scene.word(index), scene.kind(index));
        let long = word.len() > 3;
        scene.is(index, DESCRIPTOR)
            || scene.is(index, GENERIC)
            || long
                && (scene.is(index, STOP) || matches!(kind, WordKind::Verb | WordKind::VerbalNoun | WordKind::Adverb))
            || kind == WordKind::Preposition && long
    });
    (opened && (9..=12).contains(&(end - start)) && !describes).then_some(start)
}

/// Whether a name may begin at a place: behind a mark, a verb or a joint.
pub(super) fn is_opened(text: &str, start: usize) -> bool {
    let head = &text[..start];
    head.is_empty() || head.ends_with(OPENERS) || KINDS.opening.iter().any(|word| head.ends_with(word))
}

/// What a name begins right behind.
const OPENERS: [char; 10] = ['、', '，', '。', '；', '：', ',', ';', '\n', '（', '“'];

/// Whether four or five characters before an ending are a name, because verbs that only a place of its own
/// follows stand before them: 整合|生态纺织园.
pub(super) fn is_listed_name(scene: Scene<'_>, range: Range<usize>) -> bool {
    let (first, last) = (scene.index(range.start), scene.index(range.end));
    let head = &scene.text[..range.start];
    let opened = KINDS.own_opening.iter().any(|word| head.ends_with(word));
    opened
        && (9..=15).contains(&range.len())
        && scene.start(first) == range.start
        && (first..last).all(|index| scene.kind(index).is_nominal())
        && !(first..last).all(|index| scene.is(index, DESCRIPTOR) || scene.is(index, GENERIC))
}

/// Whether two or three characters before an ending can only be its name: nouns that describe
/// nothing (清溪工业园).
pub(super) fn is_plain_name(scene: Scene<'_>, range: Range<usize>) -> bool {
    let (first, last) = (scene.index(range.start), scene.index(range.end));
    (6..=9).contains(&range.len())
        && scene.start(first) == range.start
        && (first..last).all(|index| scene.kind(index).is_nominal() && !scene.is(index, DESCRIPTOR))
}
