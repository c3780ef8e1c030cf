//! Names of organizations and projects: an ending, and the words before it that belong to it.

mod achieved;
mod around;
mod bodies;
mod body;
mod bounds;
mod branch;
mod doubt;
mod ending;
mod event;
mod fit;
mod kinds;
mod officer;
mod outright;
mod plant;
mod programme;
mod traits;
mod walk;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) use self::achieved::becomes;
use self::around::part_of;
use self::branch::branch_end;
use self::doubt::is_sibling;
use self::ending::name;
use self::event::dated_events;
use self::kinds::KINDS;
use self::plant::plants;
pub(super) use self::traits::Traits;
pub(super) use self::walk::between_ends;
use super::list::{Members, firms_before};
use super::scene::Scene;
use super::vocabulary::STOP;
use crate::extract::matcher::Matcher;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/names.txt");

static NAMES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new_of(
        DATA,
        &[
            "body",
            "sent",
            "office",
            "company",
            "firm",
            "trade",
            "park",
            "line",
            "platform",
            "programme",
            "service",
            "activity",
        ],
    )
});

/// A name, by what it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) range: Range<usize>,
    pub(super) ending: Range<usize>,
    pub(super) organization: bool,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// Finds the names of a text, in order. `industries` are the industries named in it: a park for one
/// industry is a name (高端装备专业园区). Quoted text is one piece of a name.
pub(super) fn names(
    scene: Scene<'_>,
    industries: &[Range<usize>],
    lists: &[(Members, Vec<Range<usize>>)],
) -> Vec<Name> {
    let candidates: Vec<(Name, bool)> = NAMES
        .find_in(scene.chars)
        .filter_map(|hit| name(scene, hit.range, hit.group, industries))
        .collect();
    let mut found: Vec<Name> = (0..candidates.len())
        .filter(|&at| candidates[at].1 || is_sibling(scene.text, &candidates, at))
        .map(|at| candidates[at].0.clone())
        .collect();
    let firms: Vec<Range<usize>> = found
        .iter()
        .filter(|name| name.rule == "organization/company" || name.rule == "organization/firm")
        .flat_map(|name| firms_before(scene, name.range.start))
        .collect();
    found.extend(firms.into_iter().map(|range| Name {
        ending: range.clone(),
        range,
        organization: true,
        rule: "organization/listed",
        confidence: 76,
    }));
    for (kind, members) in lists {
        let organization = matches!(kind, Members::Companies | Members::Speakers);
        let (rule, confidence) = match kind {
            Members::Companies => ("organization/listed", 76),
            Members::Speakers => ("organization/heard", 78),
            Members::Projects | Members::Routes => ("project/listed", 62),
        };
        found.extend(members.iter().map(|range| Name {
            range: range.clone(),
            ending: range.clone(),
            organization,
            rule,
            confidence,
        }));
    }
    for (ranges, rule, confidence) in [
        (diversions(scene.text), "project/line", 74),
        (plants(scene.text), "project/numbered", 68),
        (dated_events(scene.text), "project/activity", 70),
    ] {
        found.extend(ranges.into_iter().map(|range| Name {
            ending: range.clone(),
            range,
            organization: false,
            rule,
            confidence,
        }));
    }
    found.extend(repeated(scene, &found));
    found.sort_by_key(|name| (name.range.start, std::cmp::Reverse(name.range.end)));
    let mut kept: Vec<Name> = Vec::with_capacity(found.len());
    for name in found {
        match kept.last_mut() {
            // 推动市中医院创建某某试点项目: who is to do it, and what.
            Some(last)
                if last.range.start == name.range.start
                    && last.rule == "project/launched"
                    && name.rule == "organization/body"
                    && past_verbs(scene, name.range.end) > name.range.end =>
            {
                let rest = past_verbs(scene, name.range.end)..last.range.end;
                let project = std::mem::replace(last, name);
                if rest.len() >= "试点项目".len() {
                    kept.push(Name { range: rest, ..project });
                }
            }
            Some(last) if name.range.end <= last.range.end => {}
            Some(last) if name.range.start < last.range.end && name.range.start == last.range.start => *last = name,
            Some(last) if name.range.start < last.range.end => {
                let next = past_verbs(scene, last.range.end);
                if next == last.range.end {
                    // 中科院金属研究所 + 塑性加工研究院: one name that goes on.
                    last.range.end = name.range.end;
                    last.organization = name.organization;
                } else if next < name.ending.start {
                    // 某某研究院共建某某实验室: two names with a verb between them.
                    let range = next..name.range.end;
                    kept.push(Name { range, ..name });
                }
            }
            _ => kept.push(name),
        }
    }
    for name in kept.iter_mut().filter(|name| name.organization) {
        name.range.end = branch_end(scene.text, name.range.clone());
    }
    kept.dedup_by(|next, last| next.range.start < last.range.end);
    let built: Vec<usize> = (0..kept.len()).filter(|at| is_built(scene.text, &kept, *at)).collect();
    for at in built {
        (kept[at].organization, kept[at].rule) = (false, "project/built");
        // 市妇幼保健院|新院区: the new part of the house.
        let end = kept[at].range.end;
        let part = WINGS.iter().find(|wing| scene.text[end..].starts_with(**wing));
        kept[at].range.end = end + part.map_or(0, |wing| wing.len());
    }
    kept
}

/// The other places where a text names a firm that it has shown to be one somewhere: every occurrence counts.
fn repeated(scene: Scene<'_>, found: &[Name]) -> Vec<Name> {
    let firm = |name: &&Name| name.rule == "organization/firm" && scene.text[name.range.clone()].chars().count() >= 4;
    let names: BTreeSet<&str> = found
        .iter()
        .filter(firm)
        .map(|name| &scene.text[name.range.clone()])
        .collect();
    if names.is_empty() {
        return Vec::new();
    }
    let again = Matcher::new(names);
    let hits = again.find_in(scene.chars).map(|(range, _)| range);
    hits.filter(|range| scene.is_boundary(range.start) && scene.is_boundary(range.end))
        .map(|range| Name {
            ending: range.clone(),
            range,
            organization: true,
            rule: "organization/firm",
            confidence: 70,
        })
        .collect()
}

/// Whether a hospital or a school is one that is being built (甲医院、|乙医院建成投用), or an institute one that
/// is still to be founded (共建|某某研究院).
fn is_built(text: &str, names: &[Name], at: usize) -> bool {
    let house = |name: &Name| {
        matches!(name.rule, "organization/company" | "organization/body")
            && KINDS
                .founded
                .iter()
                .any(|ending| text[name.ending.clone()].ends_with(ending))
    };
    let own = &names[at];
    let head = &text[..own.range.start];
    if house(own) && KINDS.founding.iter().any(|verb| head.ends_with(verb)) {
        return true;
    }
    let mut last = at;
    while last - at < LONGEST_ROW
        && house(&names[last])
        && let Some(next) = names.get(last + 1)
        && matches!(
            text.get(names[last].range.end..next.range.start),
            Some("、" | "和" | "及")
        )
    {
        last += 1;
    }
    let rest = &text[names[last].range.end..];
    // 医院启用新系统: a house that does something to another.
    let is_done = |behind: &str| {
        let closed = behind.chars().next().is_none_or(|char| !char.is_alphanumeric());
        closed
            || KINDS
                .built
                .iter()
                .chain(&["使用", "运行", "并"])
                .any(|step| behind.starts_with(step))
    };
    let built = || {
        KINDS
            .built
            .iter()
            .filter_map(|step| rest.strip_prefix(step))
            .any(is_done)
    };
    let wing = || WINGS.iter().any(|wing| rest.starts_with(wing));
    house(own) && (built() || wing() || becomes(rest))
}

/// So many houses in a row are looked at to see what becomes of them.
const LONGEST_ROW: usize = 12;

/// The parts of such a house that are new.
const WINGS: [&str; 3] = ["新院区", "新校区", "新园区"];

/// Works that lead one water into another, by their names alone: 引江济淮, 引大入秦.
fn diversions(text: &str) -> Vec<Range<usize>> {
    let work = |at: usize| {
        let mut chars = text[at..].char_indices().skip(1);
        let ((_, from), (_, verb), (last, to)) = (chars.next()?, chars.next()?, chars.next()?);
        let water =
            |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char) && !"人才资智企凤种客税商贷水电气热".contains(char);
        let led = matches!(verb, '济' | '补' | '灌') || verb == '入' && "江河淮黄汉渭洮岷大滦松嫩乌滇洱".contains(from);
        (water(from) && water(to) && led).then(|| at..part_of(text, at + last + to.len_utf8()))
    };
    text.match_indices('引').filter_map(|(at, _)| work(at)).collect()
}

/// The end of the verbs that stand at a place: 合作共建|某某实验室.
fn past_verbs(scene: Scene<'_>, at: usize) -> usize {
    let mut index = scene.index(at);
    if scene.start(index) != at {
        return at;
    }
    while scene.is(index, STOP) || matches!(scene.word(index), "合作" | "共同" | "联合" | "牵头") {
        index += 1;
    }
    scene.start(index)
}
