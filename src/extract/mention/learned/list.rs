//! Lists of names, of which the tagger found some: what one is told all are told.

use std::ops::Range;

use super::{SURER, TAKEN, WORDS, is_name, is_role};
use crate::extract::extraction::{Label, Role};
use crate::extract::lexicon::WordKind;
use crate::extract::mention::found::Found;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::tagger::Tagged;
use crate::extract::mention::tagger::model::Tag;

/// A member of a list.
#[derive(Clone)]
struct Member {
    name: Tagged,
    /// The rules found it.
    known: bool,
}

/// The names that the tagger found, with the organizations and the unknown names that are listed with an actor
/// as actors of the same role. An actor of which the tagger is not sure is left out among organizations.
pub(super) fn agree(scene: Scene<'_>, found: &Found, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut members: Vec<Member> = Vec::new();
    let known = |tag: Tag, range: Range<usize>| Member {
        name: Tagged {
            range,
            tag,
            margin: i32::MAX,
        },
        known: true,
    };
    for (range, role) in found.of(Label::Actor) {
        members.push(known(Tag::Actor(role.unwrap_or(Role::Executor)), range));
    }
    for (range, _) in found.of(Label::Organization) {
        // One that the tagger takes for an actor is looked at as that.
        let next = names.partition_point(|name| name.range.end <= range.start);
        if names.get(next).is_none_or(|name| range.end <= name.range.start) {
            members.push(known(Tag::Organization, range));
        }
    }
    members.extend(names.into_iter().map(|name| Member { name, known: false }));
    members.sort_by_key(|member| member.name.range.start);
    let mut agreed = Vec::new();
    for list in members.chunk_by(|one, next| joins(scene, one.name.range.end, next.name.range.start)) {
        if list.iter().all(|member| member.known) {
            continue;
        }
        agreed.extend(settle(scene, found, list));
    }
    agreed
}

/// Whether two names stand in one list: only a mark or a joint is between them, or a few more names between two marks.
fn joins(scene: Scene<'_>, end: usize, start: usize) -> bool {
    let Some(between) = scene.text.get(end..start) else {
        return false;
    };
    matches!(between, "、" | "和" | "与" | "及" | "以及") || !missed(scene, end, start).is_empty()
}

/// The names between two marks that were missed.
fn missed(scene: Scene<'_>, end: usize, start: usize) -> Vec<Range<usize>> {
    let inner = scene.text.get(end..start).and_then(|between| {
        let inner = between.strip_prefix('、')?;
        inner.strip_suffix(['、', '和']).or_else(|| inner.strip_suffix("以及"))
    });
    let mut at = end + '、'.len_utf8();
    let names: Vec<Range<usize>> = inner
        .into_iter()
        .flat_map(|inner| inner.splitn(MOST_MISSED + 1, '、'))
        .map(|name| {
            let range = at..at + name.len();
            at = range.end + '、'.len_utf8();
            range
        })
        .collect();
    // 教务科、化肥、种子、年级组: several others in a row must be called like those who act.
    let acts = |name: &Range<usize>| WORDS.acting.iter().any(|end| scene.text[name.clone()].ends_with(end));
    let known = names.len() == 1 || names.iter().all(acts);
    if known && names.iter().all(|name| is_plain(scene, name)) {
        names
    } else {
        Vec::new()
    }
}

/// Whether a span is one short name, by its words.
fn is_plain(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let (first, last) = (scene.index(range.start), scene.index(range.end));
    (1..=MOST_WORDS).contains(&(last - first))
        && scene.start(first) == range.start
        && scene.start(last) == range.end
        && range.len() <= LONGEST
        && (first..last).all(|at| !is_joint(scene, at))
        && is_name(scene, range)
}

/// Whether a word joins others and is in no name.
fn is_joint(scene: Scene<'_>, at: usize) -> bool {
    use WordKind::{Adverb, Conjunction, Other, Particle, Preposition};
    matches!(scene.kind(at), Adverb | Conjunction | Other | Particle | Preposition)
}

/// So many names in a row at most are taken for missed.
const MOST_MISSED: usize = 3;

/// A name that was missed has at most so many words and bytes.
const MOST_WORDS: usize = 6;
const LONGEST: usize = "十二个字以内的机构名称".len();

fn settle(scene: Scene<'_>, found: &Found, list: &[Member]) -> Vec<Tagged> {
    let role = |member: &Member| match member.name.tag {
        Tag::Actor(role) if member.name.margin >= SURER => Some(role),
        _ => None,
    };
    // 甲局、乙局的经验: something of theirs.
    let owns = list
        .last()
        .is_some_and(|member| scene.text[member.name.range.end..].starts_with('的'));
    let several = !owns
        && list
            .iter()
            .filter(|member| matches!(member.name.tag, Tag::Actor(_)))
            .count()
            > 1;
    let listed = list.iter().any(|member| member.name.tag == Tag::Organization);
    let Some(role) = list.iter().rev().find_map(role).filter(|_| !owns) else {
        // Nothing but actors of which the tagger is not sure: among organizations they are none.
        let kept = list.iter().filter(|member| !member.known);
        let kept = kept.filter(|member| several || !listed && !owns || member.name.tag == Tag::Organization);
        return kept.map(|member| member.name.clone()).collect();
    };
    let free = |range: &Range<usize>| {
        let mut labels = TAKEN.iter().chain(&[Label::Organization, Label::Quantity]);
        labels.all(|label| !found.overlaps(*label, range))
    };
    let margin = list
        .iter()
        .filter(|member| !member.known)
        .map(|member| member.name.margin)
        .min();
    let actor = |range: Range<usize>| Tagged {
        range,
        tag: Tag::Actor(role),
        margin: margin.unwrap_or(0),
    };
    let mut all = Vec::new();
    let mut end = None;
    for member in list {
        let range = member.name.range.clone();
        let between = end.map_or(Vec::new(), |end| missed(scene, end, range.start));
        all.extend(between.into_iter().filter(free).map(actor));
        end = Some(range.end);
        match member.name.tag {
            Tag::Organization => all.push(actor(range)),
            Tag::Actor(_) if !member.known => all.push(member.name.clone()),
            Tag::Actor(_) => {}
        }
    }
    all.extend(end.and_then(|end| last(scene, end)).filter(free).map(actor));
    all
}

/// The last name of a list, which was missed, right before the word that tells what all are to do.
fn last(scene: Scene<'_>, end: usize) -> Option<Range<usize>> {
    let start = end + scene.text[end..].strip_prefix('、').map(|_| '、'.len_utf8())?;
    let first = scene.index(start);
    let words = (first..scene.len())
        .take(MOST_WORDS)
        .take_while(|at| scene.kind(*at).is_nominal() && !is_role(scene, *at));
    let behind = first + words.count();
    let range = start..scene.start(behind);
    (range.start < range.end && is_role(scene, behind) && is_plain(scene, &range)).then_some(range)
}
