//! What the tagger adds to what the rules found.

mod list;

use std::ops::Range;

use self::list::agree;
use super::actor::{Actor, strengthens};
use super::found::Found;
use super::scene::Scene;
use super::tagger::model::Tag;
use super::tagger::{Tagged, tagged};
use super::vocabulary::{LEAD, MODAL, SUPPORT};
use crate::extract::extraction::{Label, Role};
use crate::extract::lexicon::WordKind;
use crate::extract::word_list::word_groups;

word_groups! {
    /// The words of `learned.txt`, where the comments say what each group is.
    WORDS: Words = "../data/learned.txt" {
        helped "helped"
        before "before"
        pointing "pointing"
        done "done"
        acting "acting"
        titles "title"
        also_named "also-named"
    }
}

/// An organization must be better than any reading without it by so much.
const SURE: i32 = 40;

/// An actor must be so where something else speaks against it; elsewhere it may be as good as any other reading.
const SURER: i32 = 20;

/// What a name does not overlap.
const TAKEN: [Label; 6] = [
    Label::Actor,
    Label::Project,
    Label::Policy,
    Label::Term,
    Label::Industry,
    Label::Time,
];

/// Adds the actors and organizations that the rules missed. What the rules found stays, but an organization
/// that is told to act becomes an actor.
pub(super) fn add(scene: Scene<'_>, found: &mut Found) {
    let mut names = tagged(scene, &found.all());
    names.retain_mut(|name| {
        name.range = mended(scene, &name.range);
        let taken = |labels: &[Label]| labels.iter().any(|label| found.overlaps(*label, &name.range));
        let counted = found.begins(Label::Quantity, name.range.start);
        let known = taken(&[Label::Organization]);
        let sure = match name.tag {
            Tag::Actor(role) => (!known || name.margin >= SURER) && !is_untold(scene, name, role),
            Tag::Organization => !known && name.margin >= SURE,
        };
        sure && !counted && !taken(&TAKEN) && is_name(scene, &name.range)
    });
    let mut names = agree(scene, found, names);
    // A title may have grown over a person who was a name of its own.
    names.dedup_by(|next, last| next.range.start < last.range.end);
    let ranges: Vec<_> = names.iter().map(|name| name.range.clone()).collect();
    found.remove(Label::Organization, &ranges);
    for name in names {
        let confidence = confidence(&name);
        match name.tag {
            Tag::Actor(role) => found.push_actor(Actor {
                trigger: trigger(scene, name.range.end),
                range: name.range,
                role,
                rule: "actor/learned",
                confidence,
            }),
            Tag::Organization => found.push(Label::Organization, name.range, "organization/learned", confidence),
        }
    }
}

/// A span without quotation marks and other words at its edges, with both brackets or none, and with the name of
/// the person whose title it ends with.
fn mended(scene: Scene<'_>, range: &Range<usize>) -> Range<usize> {
    let text = scene.text;
    let marks = |char: char| "“”‘’\"「」『』《》〈〉—、，".contains(char) || char.is_whitespace();
    let inner = &text[range.clone()];
    let mut start = range.end - inner.trim_start_matches(marks).len();
    let mut end = start.max(range.start + inner.trim_end_matches(marks).len());
    let first = scene.index(start);
    if scene.start(first) == start && scene.end(first) < end && is_before(scene.word(first)) {
        start = scene.end(first);
    }
    let inner = &text[start..end];
    if let Some(open) = inner
        .rfind(['（', '('])
        .filter(|open| !inner[*open..].contains(['）', ')']))
    {
        end = match text[end..].chars().next() {
            Some(close @ ('）' | ')')) => end + close.len_utf8(),
            _ => start + open,
        };
    }
    end = with_person(scene, start, end);
    start..end
}

/// Whether a word may stand before a name and is no part of it.
fn is_before(word: &str) -> bool {
    WORDS.before.contains(&word) || strengthens(word)
}

/// The end of a name, behind the person whose title it ends with.
fn with_person(scene: Scene<'_>, start: usize, end: usize) -> usize {
    let text = scene.text;
    let titled = |end: usize| WORDS.titles.iter().any(|title| text[start..end].ends_with(title));
    // A name that the dictionary lacks is cut behind its first character: 局长王|刚.
    let cut = text[start..end]
        .char_indices()
        .next_back()
        .map_or(end, |(at, _)| start + at);
    let from = if titled(end) { end } else { cut };
    let mut at = scene.index(from);
    if !titled(from) || scene.start(at) != from {
        return end;
    }
    let mut person = from;
    while scene.kind(at) == WordKind::Person && scene.end(at) - from <= "欧阳小明".len() {
        person = scene.end(at);
        at += 1;
    }
    let given = scene.end(at);
    if person == from + '王'.len_utf8() && scene.kind(at).is_nominal() && given - person <= "小明".len() {
        person = given;
    }
    match person > from + '王'.len_utf8() {
        true => {
            let named = WORDS.also_named.iter().find(|word| text[person..].starts_with(**word));
            person + named.map_or(0, |word| word.len())
        }
        false => end,
    }
}

/// Whether a span can be a name: more than a character, of no pointing word, nothing that something belongs to.
fn is_name(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let name = &scene.text[range.clone()];
    name.chars().nth(1).is_some()
        && !WORDS.pointing.iter().any(|word| name.starts_with(word))
        && !scene.text[range.end..].starts_with('的')
}

/// Whether a name is one of those that are helped or urged, or has already done what is told of it.
fn is_untold(scene: Scene<'_>, name: &Tagged, role: Role) -> bool {
    let (first, last) = (scene.index(name.range.start), scene.index(name.range.end));
    let listed = |at: &usize| {
        scene.kind(*at).is_nominal() || matches!(scene.word(*at), "、" | "和" | "与" | "及" | "以及" | "各")
    };
    let is = |at: &usize, words: &[&str]| words.contains(&scene.word(*at));
    let helps = |at: &usize| is(at, &WORDS.helped) || strengthens(scene.word(*at));
    let mut before = (0..first).rev().take(FARTHEST);
    let helped = before.find(|at| !listed(at) || helps(at)).is_some_and(|at| helps(&at));
    let behind = (last..scene.len()).take(NEAR);
    let mut behind = behind.take_while(|at| !scene.is(*at, MODAL) && !"，。；：！？\n".contains(scene.word(*at)));
    match role {
        Role::Executor => helped || name.margin < SURE && behind.any(|at| is(&at, &WORDS.done)),
        // 由甲局牵头编制的规划: what they led is told of.
        _ => helped || behind.any(|at| scene.word(at) == "的"),
    }
}

/// So many words behind a name are looked at for a sign that something was done.
const NEAR: usize = 5;

/// The verb or the word for a role that makes an actor of the names before it; empty where there is none.
fn trigger(scene: Scene<'_>, from: usize) -> Range<usize> {
    let first = scene.index(from);
    let tells = |at: &usize| is_role(scene, *at) || matches!(scene.kind(*at), WordKind::Verb | WordKind::VerbalNoun);
    let inside = (first..scene.len()).take_while(|at| !"。！？；\n".contains(scene.word(*at)));
    match inside.take(FARTHEST).find(tells) {
        Some(at) => scene.start(at)..scene.end(at),
        None => from..from,
    }
}

/// Whether a word tells those before it to act, or in what role.
fn is_role(scene: Scene<'_>, at: usize) -> bool {
    scene.is(at, MODAL) || scene.is(at, LEAD) || scene.is(at, SUPPORT)
}

/// A verb is looked for in so many words.
const FARTHEST: usize = 24;

/// How sure a name is, in percent, by its margin: shares that were right among those on speeches held out.
fn confidence(name: &Tagged) -> u8 {
    match name.margin {
        ..25 => 55,
        25..50 => 65,
        50.. => 88,
    }
}
