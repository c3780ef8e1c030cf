//! Lists that hold industries, and what stands beside those there.

use std::ops::Range;

use super::{Industry, WORDS, known};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::STOP;

/// Members of a list whole, where they and their neighbours hold industries: 食品轻纺 in
/// 装备制造、食品轻纺、能源化工.
pub(super) fn members(scene: Scene<'_>, broad: &[Range<usize>], found: &mut Vec<Industry>) {
    let text = scene.text;
    let known = known(found, broad);
    let holds = |range: &Range<usize>| {
        known
            .get(known.partition_point(|other| other.start < range.start))
            .is_some_and(|other| other.end <= range.end)
    };
    let commas: Vec<usize> = scene
        .chars
        .marks(0..text.len())
        .filter(|(_, char)| *char == '、')
        .map(|(at, _)| at)
        .collect();
    let between = |at: usize| -> Option<Range<usize>> {
        let range = *commas.get(at)? + '、'.len_utf8()..*commas.get(at + 1)?;
        (range.len() <= 24).then_some(range)
    };
    for (at, comma) in commas.iter().enumerate() {
        let Some(range) = between(at).filter(holds) else {
            continue;
        };
        let beside = [at.checked_sub(1).and_then(between), between(at + 1)]
            .into_iter()
            .flatten()
            .any(|range| holds(&range))
            || known
                .get(known.partition_point(|other| other.start < range.start).wrapping_sub(1))
                .is_some_and(|other| other.end == *comma);
        let (first, last) = (scene.index(range.start), scene.index(range.end));
        let nominal = (first..last).all(|index| scene.kind(index).is_nominal() && !scene.is(index, STOP));
        if beside && nominal && last > first && last - first <= 3 {
            found.push(Industry {
                range,
                rule: "industry/member",
                confidence: 70,
            });
        }
    }
}

/// Adds the broad names that stand beside another industry in a list: 、 or 和 between them.
pub(super) fn beside(text: &str, broad: Vec<Range<usize>>, found: &mut Vec<Industry>) {
    let joint = |from: usize, to: usize| text.get(from..to).is_some_and(is_joint);
    let mut all: Vec<(Range<usize>, bool, bool)> = found
        .iter()
        .map(|industry| (industry.range.clone(), true, true))
        .collect();
    let fresh = |range: &Range<usize>| {
        let at = found.partition_point(|industry| industry.range.start < range.start);
        found[at..]
            .iter()
            .take_while(|industry| industry.range.start == range.start)
            .all(|industry| industry.range != *range)
    };
    all.extend(broad.into_iter().filter(fresh).map(|range| (range, false, false)));
    all.sort_by_key(|(range, listed, _)| (range.start, !listed));
    for at in 1..all.len() {
        all[at].2 |= all[at - 1].2 && joint(all[at - 1].0.end, all[at].0.start);
    }
    for at in (1..all.len()).rev() {
        all[at - 1].2 |= all[at].2 && joint(all[at - 1].0.end, all[at].0.start);
    }
    found.extend(
        all.into_iter()
            .filter(|(_, listed, accepted)| !listed && *accepted)
            .map(|(range, ..)| Industry {
                range,
                rule: "industry/beside",
                confidence: 62,
            }),
    );
}

/// Whether a broad name can be a member of a list: not in 历史文化, 养老服务床位, 体育赛事供给.
pub(super) fn stands_in_list(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let (text, words) = (scene.text, &scene.text[range.clone()]);
    let within = |group: &str| WORDS.get(group).is_some_and(|set| set.contains(words));
    let goes_on = || {
        WORDS
            .get("aside")
            .is_some_and(|set| set.iter().any(|word| text[range.end..].starts_with(word)))
    };
    let alone = || {
        scene.index(range.start).checked_sub(1).is_none_or(|before| {
            scene.is(before, STOP) || !scene.kind(before).is_nominal() || scene.end(before) < range.start
        })
    };
    !goes_on() && (!within("alone") || alone())
}

/// Whether a gap between two names is a joint, with how much there is of the first one before it:
/// 设施蔬菜|2万亩、|中药材.
fn is_joint(gap: &str) -> bool {
    let Some(amount) = ["、", "和", "及", "与"]
        .iter()
        .find_map(|joint| gap.strip_suffix(joint))
    else {
        return false;
    };
    let unit = amount.trim_start_matches(|char: char| char.is_ascii_digit() || ".×X多余".contains(char));
    let unit = unit.trim_start_matches(['万', '千', '百', '亿', '多', '余']);
    amount.is_empty() || unit.len() < amount.len() && matches!(unit, "亩" | "吨" | "头" | "只" | "羽" | "公顷" | "株")
}
