//! What the tagger adds to what the rules found.

use std::ops::Range;

use super::actor::Actor;
use super::found::Found;
use super::scene::Scene;
use super::tagger::model::Tag;
use super::tagger::{Tagged, tagged};
use super::vocabulary::{LEAD, MODAL, SUPPORT};
use crate::extract::extraction::Label;
use crate::extract::lexicon::WordKind;

/// An organization must be better than any reading without it by so much.
const SURE: i32 = 40;

/// An actor must be so where the rules found an organization; elsewhere it may be as good as any other reading.
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
        name.range = unquoted(scene.text, &name.range);
        let taken = |labels: &[Label]| labels.iter().any(|label| found.overlaps(*label, &name.range));
        let free = !taken(&TAKEN);
        let counted = found.begins(Label::Quantity, name.range.start);
        let known = taken(&[Label::Organization]);
        let sure = match name.tag {
            Tag::Actor(_) => !known || name.margin >= SURER,
            Tag::Organization => !known && name.margin >= SURE,
        };
        free && sure && !counted && !name.range.is_empty()
    });
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

/// A span without the quotation marks at its edges.
fn unquoted(text: &str, range: &Range<usize>) -> Range<usize> {
    let marks = |char: char| "“”‘’\"「」『』《》〈〉".contains(char) || char.is_whitespace();
    let inner = &text[range.clone()];
    let start = range.end - inner.trim_start_matches(marks).len();
    start..start.max(range.start + inner.trim_end_matches(marks).len())
}

/// The verb or the word for a role that makes an actor of the names before it; empty where there is none.
fn trigger(scene: Scene<'_>, from: usize) -> Range<usize> {
    let first = scene.index(from);
    let tells = |at: &usize| {
        let role = scene.is(*at, MODAL) || scene.is(*at, LEAD) || scene.is(*at, SUPPORT);
        role || matches!(scene.kind(*at), WordKind::Verb | WordKind::VerbalNoun)
    };
    let inside = (first..scene.len()).take_while(|at| !"。！？；\n".contains(scene.word(*at)));
    match inside.take(FARTHEST).find(tells) {
        Some(at) => scene.start(at)..scene.end(at),
        None => from..from,
    }
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
