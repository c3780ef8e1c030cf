//! Lists that hold industries, and what stands beside those there.

use std::ops::Range;

use super::words::TRADES;
use super::{Industry, WORDS, known};
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{GENERIC, STOP};

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
        // 教育、医疗、养老: what the people are served with, unless a trade stands among them.
        let public = |range: &Range<usize>| {
            WORDS
                .get("public")
                .is_some_and(|set| set.contains(&text[range.clone()]))
        };
        let traded = || {
            let next = known.partition_point(|other| other.start < range.start);
            let before = next.checked_sub(1).and_then(|before| known.get(before));
            let behind = known[next..].iter().find(|other| other.start >= range.end);
            before.is_some_and(|other| other.end == *comma && !public(other))
                || behind.is_some_and(|other| other.start == range.end + '、'.len_utf8() && !public(other))
        };
        if public(&range) && !traded() {
            continue;
        }
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

/// Carries the members at the edges of a list to the left, over the nouns that say which kind of a product
/// is meant: 突破|极地邮轮、…, 、发泡|陶瓷.
pub(super) fn edges(scene: Scene<'_>, found: &mut [Industry]) {
    let text = scene.text;
    for at in 0..found.len() {
        let range = found[at].range.clone();
        let last = text[..range.start].ends_with('、');
        let first = text[range.end..].starts_with('、');
        let floor = at.checked_sub(1).map_or(0, |before| found[before].range.end);
        if last || found[at].rule == "industry/member" {
            continue;
        }
        let Some(start) = kind_start(scene, range.start).filter(|start| *start >= floor) else {
            continue;
        };
        let joined = text[..start].ends_with('、');
        // The fellow beside it must be a trade too.
        let fellow = joined && at > 0 && text.get(floor..start) == Some("、")
            || first
                && found
                    .get(at + 1)
                    .is_some_and(|next| next.range.start <= range.end + "、".len() + 18);
        if fellow {
            found[at].range.start = start;
        }
    }
}

/// Where the words begin that say which kind of a product follows: one or two nouns right behind a mark or the
/// verb of the clause.
fn kind_start(scene: Scene<'_>, end: usize) -> Option<usize> {
    let mut index = scene.index(end);
    if scene.start(index) != end {
        return None;
    }
    for count in 0..3 {
        let before = index.checked_sub(1)?;
        let (word, kind) = (scene.word(before), scene.kind(before));
        let opens = word == "、" || TRADES.openers.contains(&word);
        if opens {
            return (count > 0).then(|| scene.start(index));
        }
        let left = WORDS.get("left").is_some_and(|left| left.contains(word));
        let plain = matches!(kind, WordKind::Noun | WordKind::Adjective) && word.len() > 3;
        if !plain || left || scene.is(before, STOP) || scene.is(before, GENERIC) {
            return None;
        }
        index = before;
    }
    None
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
    // 硅片、组件、逆变器: three parts in a row are what a trade makes.
    let part = |range: &Range<usize>| WORDS.get("part").is_some_and(|set| set.contains(&text[range.clone()]));
    for at in 2..all.len() {
        let row = at - 2..at + 1;
        let joined = joint(all[at - 2].0.end, all[at - 1].0.start) && joint(all[at - 1].0.end, all[at].0.start);
        if joined && all[row.clone()].iter().all(|(range, ..)| part(range)) {
            all[row].iter_mut().for_each(|member| member.2 = true);
        }
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
    amount.is_empty() || unit.len() < amount.len() && TRADES.amounts.contains(&unit)
}
