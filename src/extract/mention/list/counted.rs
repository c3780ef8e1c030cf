//! Firms that a count of just as many closes: 甲电子、乙精工两家企业.

use std::ops::Range;

use super::members;
use super::words::LISTS;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;

/// The members of a list that a count at an index closes, if there are just as many.
pub(super) fn counted_firms(scene: Scene<'_>, index: usize) -> Vec<Range<usize>> {
    if scene.kind(index) != WordKind::Numeral || index == 0 || scene.word(index - 1) == "等" {
        return Vec::new();
    }
    let rest = &scene.text[scene.start(index)..];
    let Some(count) = count(rest) else {
        return Vec::new();
    };
    let members = members(scene, index);
    let plain = |member: &Range<usize>| {
        let words = &scene.text[member.clone()];
        // 化工、建材两家企业: trades, not names.
        let mut own = scene.index(member.start)..scene.index(member.end);
        // A name has something in it that the dictionary doesn't know as a word.
        let named = own.any(|at| scene.kind(at) == WordKind::Unknown || scene.word(at).chars().count() == 1);
        let common = ['业', '区', '县', '镇', '的', '片', '点', '年', '内', '外'];
        named && (3..=12).contains(&words.chars().count()) && !words.ends_with(common)
    };
    if members.len() == count && members.iter().all(plain) {
        members
    } else {
        Vec::new()
    }
}

/// The number of firms that a text begins to count: 两|家企业.
fn count(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let digits = |digits: &str| digits.chars().position(|digit| digit == first);
    let count = digits("一两三四五六七八九").or_else(|| digits("123456789"))? + 1;
    let firms = text[first.len_utf8()..].strip_prefix('家')?;
    (count >= 2 && LISTS.firms.iter().any(|noun| firms.starts_with(noun))).then_some(count)
}
