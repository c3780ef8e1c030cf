//! Units that stand in a clause of their own before what they are to do: 作为校长，要…; 江东区，重点发展….

use std::ops::Range;

use super::called::CALLED;
use super::modals::is_modal;
use super::place::is_report;
use super::subject::{item, subject};
use super::{Actor, MOST_WORDS, push};
use crate::extract::extraction::Role;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::{before, ends_clause};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{Groups, HEAD, SKIP, STEP, STOP, UNIT, groups};

/// Adds the unit that a clause begins with and that the next clause tells to act. `first` is the
/// clause's first word; `reports` says whether a place is under a heading that looks back.
pub(super) fn topic(scene: Scene<'_>, first: usize, reports: &impl Fn(usize) -> bool, found: &mut Vec<Actor>) {
    if matches!(scene.word(first), "作为" | "身为") {
        let Some((comma, next)) = comma(scene, first) else {
            return;
        };
        if let Some((items, modal)) = described(scene, first + 1..comma, HEAD).zip(told(scene, next)) {
            push(scene, items, Role::Executor, modal, ("actor/capacity", 80), found);
        }
        return;
    }
    // A list of units opens a sentence, or a line.
    let opens = first == 0 || matches!(scene.word(first - 1), "。" | "；" | "\n" | "\r" | "　" | " ");
    if !opens || scene.is(first, STOP) || scene.kind(first) == WordKind::Verb {
        return;
    }
    let Some((comma, next)) = comma(scene, first) else {
        return;
    };
    if comma - first > 6 || !scene.is(next, STEP) || is_report(scene, next) || reports(scene.start(first)) {
        return;
    }
    if let Some(range) = item(scene, first, comma).filter(|range| is_district(&scene.text[range.clone()])) {
        push(scene, vec![range], Role::Executor, next, ("actor/topic", 70), found);
    }
}

/// 甲园区，乙园区，要…: the clauses before a modal that are nothing but units. `starts` are those of
/// the last clauses, the modal's the last of them.
pub(super) fn subjects_before(scene: Scene<'_>, starts: &[usize], found: &mut Vec<Actor>) {
    let Some((&last, earlier)) = starts.split_last() else {
        return;
    };
    let first = scene.index(last);
    // 各县区，特别是局长们一定要…
    let modal = match scene.word(first) {
        word if CALLED.notably.contains(&word) => (first..first + MOST_WORDS)
            .take_while(|at| !scene.word(*at).chars().next().is_none_or(ends_clause))
            .find(|at| is_modal(scene, *at)),
        _ => Some(first),
    };
    let Some(modal) = modal.filter(|at| is_modal(scene, *at)) else {
        return;
    };
    let mut end = first;
    for &start in earlier.iter().rev() {
        let comma = end.saturating_sub(1);
        let opening = scene.index(start);
        let mut first = opening;
        // 各级干部，特别是主要领导，务必…
        first += match scene.word(first) {
            "特别是" | "尤其是" => 1,
            "特别" | "尤其" if scene.word(first + 1) == "是" => 2,
            _ => 0,
        };
        if matches!(before(scene.text, start), Some('（' | '(')) {
            continue;
        }
        if !matches!(scene.word(comma), "，" | ",") || first >= comma || comma - first > MOST_WORDS {
            return;
        }
        let each = scene.word(first).starts_with(['各', '全']);
        let heads = if each { HEAD } else { UNIT };
        let Some(items) = described(scene, first..comma, heads) else {
            return;
        };
        push(scene, items, Role::Executor, modal, ("actor/modal", 92), found);
        end = opening;
    }
}

/// The units before a circumstance that the next clause tells to act: 各县区在研究预算时，|要….
/// `end` is the comma that closes the circumstance.
pub(super) fn told_behind(scene: Scene<'_>, end: usize) -> Option<usize> {
    matches!(scene.word(end), "，" | ",")
        .then(|| told(scene, end + 1))
        .flatten()
}

/// The units in a run of words; the last of them may be told by what it does (排名靠后的|乡镇).
pub(super) fn described(scene: Scene<'_>, words: Range<usize>, heads: Groups) -> Option<Vec<Range<usize>>> {
    if let Some(items) = subject(scene, words.clone(), heads) {
        return Some(items);
    }
    let of = words.clone().rev().find(|at| scene.word(*at) == "的")?;
    let joint = words
        .clone()
        .take_while(|at| *at < of)
        .filter(|at| matches!(scene.word(*at), "以及" | "、"))
        .last();
    let first = joint.map_or(words.start, |at| at + 1);
    let people = CALLED.people.contains(&scene.word(of + 1));
    let tail = subject(scene, of + 1..words.end, if people { HEAD } else { UNIT }).filter(|tail| tail.len() == 1)?;
    let range = item(scene, first, scene.index(tail[0].end))?;
    let plain = (first..of).all(|at| {
        let word = scene.word(at);
        !matches!(word, "，" | "：" | "的") && !CALLED.not_described.contains(&word)
    });
    if first >= of || of - first > 14 || !plain || scene.text[range.clone()].chars().count() > 24 {
        return None;
    }
    let mut items = match joint {
        Some(at) => subject(scene, words.start..at, heads)?,
        None => Vec::new(),
    };
    items.push(range);
    Some(items)
}

/// The comma that closes a clause, and the first word behind it.
fn comma(scene: Scene<'_>, first: usize) -> Option<(usize, usize)> {
    let end = (first..first + MOST_WORDS).find(|at| scene.word(*at).chars().next().is_none_or(ends_clause))?;
    (matches!(scene.word(end), "，" | ",") && end > first).then_some((end, end + 1))
}

/// The modal that a clause begins with, a pronoun or an adverb before it left out.
fn told(scene: Scene<'_>, first: usize) -> Option<usize> {
    let mut at = first;
    while at < first + 3 && (CALLED.before_told.contains(&scene.word(at)) || scene.is(at, SKIP)) {
        at += 1;
    }
    is_modal(scene, at).then_some(at)
}

/// Whether words are a district, a zone or a town as such: no sector of work, no people.
fn is_district(words: &str) -> bool {
    let last = CALLED.districts.iter().any(|kind| words.ends_with(kind));
    last && (2..=10).contains(&words.chars().count())
        && !CALLED.no_district.iter().any(|word| words.starts_with(word))
        && !words.contains(['的', '是', '、', '和', '把', '对'])
        && !groups(words).is(UNIT)
}
