//! Units that spoke at a meeting: 刚才，甲局、乙镇作了发言.

use std::ops::Range;
use std::sync::LazyLock;

use super::Traits;
use super::words::LISTS;
use crate::extract::lexicon::WordKind;
use crate::extract::matcher::Matcher;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{INNER, SECTOR, groups};

/// Where a list of units ends whose speeches the word at an index reports.
pub(super) fn heard(scene: Scene<'_>, index: usize) -> Option<usize> {
    static FOUND: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(LISTS.reports.iter().copied()));
    let rest = &scene.text[scene.start(index)..];
    let spoke = FOUND.beginning(rest).is_some_and(|which| {
        let verb = LISTS.reports[which];
        let tail = &rest[verb.len()..];
        let tail = &tail[..tail.floor_char_boundary(30)];
        !verb.contains('作') || verb.len() > 9 || LISTS.spoken.iter().any(|word| tail.contains(word))
    });
    spoke.then(|| before_people(scene, index))
}

/// Where a list of units ends whose people spoke, or that a count closes: 甲局、乙局|的负责同志作了发言,
/// 甲局、乙局|等4家单位作了发言.
fn before_people(scene: Scene<'_>, index: usize) -> usize {
    let people = |word: &str| LISTS.spokesmen.contains(&word);
    let mut at = index;
    while at > 0 && index - at < 6 && (people(scene.word(at - 1)) || scene.kind(at - 1) == WordKind::Numeral) {
        at -= 1;
    }
    if at > 0 && at < index && matches!(scene.word(at - 1), "的" | "等") {
        at - 1
    } else {
        index
    }
}

/// The unit in a member of such a list; none for people and groups.
pub(super) fn speaker(scene: Scene<'_>, member: Range<usize>) -> Option<Range<usize>> {
    let words = &scene.text[member.clone()];
    let opening = LISTS
        .meeting_openings
        .iter()
        .find(|word| words.starts_with(**word))
        .map_or(0, |word| word.len());
    let offices = words.find("等").filter(|at| *at > opening).unwrap_or(words.len());
    let range = member.start + opening..member.start + offices;
    let words = &scene.text[range.clone()];
    let counted = words.contains('个') || words.contains('所') && !words.ends_with('所');
    if words.chars().count() < 2 || counted || words.starts_with(['各', '几', '这', '有', '其', '两', '三', '四', '五'])
    {
        return None;
    }
    let sector = groups(words).is(SECTOR);
    let unit = LISTS.units.iter().any(|ending| words.ends_with(*ending)) && words.chars().count() >= 3;
    let traits = Traits::of(scene, range.clone());
    let person = LISTS.persons.iter().any(|title| words.ends_with(*title));
    let firm = !person && words.chars().count() == 4 && traits.nominal && (traits.single || traits.unknown);
    // 石头咀镇: a town's name may hold any characters.
    let town = words.ends_with(['镇', '乡']) && (3..=5).contains(&words.chars().count());
    let office = words.ends_with(['局', '办', '厅']) && words.chars().count() <= 8;
    // 不动产登记中心, 望江区: a verb may be part of what a unit is for, a single character of any name.
    let named = || {
        (scene.index(range.start)..scene.len())
            .take_while(|at| scene.start(*at) < range.end)
            .all(|at| scene.kind(at).is_nominal() || scene.is(at, INNER) || scene.word(at).chars().count() == 1)
    };
    (sector || unit && (traits.nominal || town || office || named()) || firm).then_some(range)
}
