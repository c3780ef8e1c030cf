//! Chains of those in charge of places: 县领导包乡镇、镇干部包村、村干部包户.

use std::ops::Range;

use super::Actor;
use super::called::CALLED;
use super::subject::is_head;
use crate::extract::extraction::Role;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::HEAD;

/// The people of such chains; one alone is none.
pub(super) fn charges(scene: Scene<'_>, found: &mut Vec<Actor>) {
    let text = scene.text;
    let mut chain: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (at, verb) in text.match_indices('包') {
        let Some(link) = link(scene, at, at + verb.len()) else {
            continue;
        };
        // The next one follows within the clause.
        let joined = chain.last().is_some_and(|(_, last)| {
            let between = text.get(last.end..link.0.start);
            between.is_some_and(|between| between.chars().count() <= 6 && !between.contains(ends_clause))
        });
        if !joined {
            close(&mut chain, found);
        }
        chain.push(link);
    }
    close(&mut chain, found);
}

fn close(chain: &mut Vec<(Range<usize>, Range<usize>)>, found: &mut Vec<Actor>) {
    let links = std::mem::take(chain);
    if links.len() >= 2 {
        found.extend(links.into_iter().map(|(range, trigger)| Actor {
            range,
            role: Role::Executor,
            trigger,
            rule: "actor/charge",
            confidence: 72,
        }));
    }
}

/// Who is in charge at a 包, and the word itself.
fn link(scene: Scene<'_>, at: usize, end: usize) -> Option<(Range<usize>, Range<usize>)> {
    let text = scene.text;
    let rest = &text[end..];
    CALLED.charges.iter().find(|charge| rest.starts_with(**charge))?;
    let head = &text[text.floor_char_boundary(at.saturating_sub(60))..at];
    let clause = head
        .rfind(|char| ends_clause(char) || "、“”".contains(char))
        .map_or(head, |mark| {
            head[mark..]
                .split_at(head[mark..].chars().next().map_or(0, char::len_utf8))
                .1
        });
    let people = CALLED
        .before_charge
        .iter()
        .filter_map(|word| Some(&clause[clause.rfind(word)? + word.len()..]))
        .min_by_key(|people| people.len())
        .unwrap_or(clause);
    let start = at - people.len();
    let fits = (2..=8).contains(&people.chars().count()) && scene.is_boundary(start);
    (fits && is_head(scene, scene.index(start), scene.index(at), HEAD)).then_some((start..at, at..end))
}
