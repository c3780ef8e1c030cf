//! What a clause has from the clauses around it and the headings above it.

use std::sync::LazyLock;

use super::super::clause::Clause;
use super::super::clean::Cleaned;
use super::super::matcher::{Chars, Matcher};
use super::super::outline::Outline;
use super::listed::LISTED;
use super::view::{Look, View};
use super::words::{Group, Groups, Words};

/// What most clauses around look like: nothing special, orders, reports, complaints.
pub(super) const MOODS: [&str; 4] = ["none", "orders", "reports", "complaints"];

/// How many of the clauses around hold a binding word.
pub(super) const TONES: [&str; 4] = ["none", "few", "some", "many"];

/// How many clauses the sentences around have.
pub(super) const PACES: [&str; 4] = ["short", "medium", "long", "longest"];

/// What the text last said would follow, and whether it said so a few clauses ago or earlier.
pub(super) const MODES: [&str; 9] = [
    "none",
    "bad",
    "bad-long",
    "past",
    "past-long",
    "work",
    "work-long",
    "goal",
    "goal-long",
];

/// Whether figures stand around that are bounds or estimates, and whether something is over: nothing, figures
/// only, bounds, something that is over, both.
pub(super) const COURSES: [&str; 5] = ["none", "figures", "bounds", "over", "both"];

/// How many clauses on either side make the mood.
const NEIGHBOURS: usize = 6;

/// Where each clause stands in its sentence, and the words before it.
pub(super) fn places(clauses: &[Clause], views: &mut [View]) {
    let together = |one: usize, other: usize| clauses[one].sentence == clauses[other].sentence;
    let verb = |view: &View| usize::from(view.head & Group::Do.bit() != 0);
    for index in 1..views.len() {
        if together(index - 1, index) {
            let before = &views[index - 1];
            let (groups, place) = (before.earlier | before.has, before.place.0 + 1);
            let verbs = before.verbs.0 + verb(before);
            (views[index].earlier, views[index].place.0, views[index].verbs.0) = (groups, place, verbs);
        }
    }
    for index in (1..views.len()).rev() {
        if together(index - 1, index) {
            views[index - 1].place.1 = views[index].place.1 + 1;
            views[index - 1].verbs.1 = views[index].verbs.1 + verb(&views[index]);
        }
    }
}

/// How binding the text around each clause is.
pub(super) fn tones(views: &mut [View]) {
    const REACH: usize = 25;
    let mut sums = vec![0];
    for view in views.iter() {
        sums.push(sums[sums.len() - 1] + usize::from(view.has & Group::Modal.bit() != 0));
    }
    for index in 0..views.len() {
        let (from, to) = (index.saturating_sub(REACH), (index + REACH + 1).min(views.len()));
        views[index].tone = match (sums[to] - sums[from]) * 100 / (to - from) {
            0..4 => 0,
            4..14 => 1,
            14..30 => 2,
            _ => 3,
        };
    }
}

/// What the clauses around each clause look like, under the same heading.
pub(super) fn moods(clauses: &[Clause], views: &mut [View]) {
    let kinds = |view: &View| {
        [
            matches!(
                view.look,
                Look::Order | Look::Assignment | Look::Verb | Look::Manner | Look::Result
            ),
            matches!(view.look, Look::Past | Look::Figure),
            view.look == Look::Bad,
        ]
    };
    let sums = sums(views.iter().map(kinds));
    let mut start = 0;
    for section in clauses.chunk_by(|one, other| one.heading == other.heading) {
        let end = start + section.len();
        for (index, view) in (start..).zip(&mut views[start..end]) {
            let (from, to) = (
                index.saturating_sub(NEIGHBOURS).max(start),
                (index + NEIGHBOURS + 1).min(end),
            );
            let own = kinds(view);
            let mut counts: [u32; 4] = std::array::from_fn(|mood| match mood.checked_sub(1) {
                Some(kind) => sums[to][kind] - sums[from][kind] - u32::from(own[kind]),
                None => 0,
            });
            // Complaints are rarer than the rest and weigh more.
            counts[3] *= 2;
            view.mood = (1..4)
                .rev()
                .max_by_key(|mood| counts[*mood])
                .filter(|mood| counts[*mood] >= 2)
                .unwrap_or(0);
        }
        start = end;
    }
}

/// What each heading says and what the outermost heading above it says, and the word that it ends with.
pub(super) fn sections(cleaned: &Cleaned, outline: &Outline, words: &Words) -> Vec<((Groups, Groups), Groups)> {
    let mut outer = 0;
    outline
        .headings
        .iter()
        .map(|heading| {
            let title = cleaned.slice(heading.span);
            let (mut own, mut last) = (0, 0);
            for lexeme in words.find(title) {
                own |= lexeme.groups;
                last = if lexeme.end == title.len() { lexeme.groups } else { 0 };
            }
            if heading.level == 1 {
                outer = own;
            }
            ((own, outer), last)
        })
        .collect()
}

/// How long the sentences around each clause are.
pub(super) fn paces(clauses: &[Clause], views: &mut [View]) {
    const REACH: usize = 25;
    for index in 0..views.len() {
        let (from, to) = (index.saturating_sub(REACH), (index + REACH).min(views.len() - 1));
        let sentences = (clauses[to].sentence - clauses[from].sentence + 1) as usize;
        views[index].pace = match (to - from + 1) * 10 / sentences {
            0..16 => 0,
            16..22 => 1,
            22..30 => 2,
            _ => 3,
        };
    }
}

/// What the neighbouring sentences hold.
pub(super) fn sentences(clauses: &[Clause], views: &mut [View]) {
    let mut start = 0;
    let (mut before, mut topic) = (0, 0);
    let mut last: Option<&Clause> = None;
    let mut previous: Option<std::ops::Range<usize>> = None;
    while start < views.len() {
        let clause = &clauses[start];
        let length = clauses[start..]
            .iter()
            .take_while(|other| other.sentence == clause.sentence)
            .count();
        let sentence = start..start + length;
        let has = views[sentence.clone()].iter().fold(0, |groups, view| groups | view.has);
        let together = last.is_some_and(|last| last.paragraph == clause.paragraph && last.heading == clause.heading);
        if !together {
            (before, topic) = (0, has);
        } else if let Some(previous) = previous {
            for view in &mut views[previous] {
                view.beside.1 = has;
            }
        }
        for view in &mut views[sentence.clone()] {
            (view.beside.0, view.topic_has) = (before, topic);
        }
        before = has;
        last = Some(clause);
        start += length;
        previous = Some(sentence);
    }
}

/// What each clause stands under: the last announcement in its section.
pub(super) fn modes(clauses: &[Clause], views: &mut [View]) {
    const NEAR: usize = 8;
    let mut heading = None;
    let mut last: Option<(usize, usize)> = None;
    for index in 0..views.len() {
        if clauses[index].heading != heading {
            (heading, last) = (clauses[index].heading, None);
        }
        views[index].mode = last.map_or(0, |(mode, at)| mode + usize::from(index - at > NEAR));
        for (group, mode) in [
            (Group::TurnPast, 3),
            (Group::TurnBad, 1),
            (Group::TurnWork, 5),
            (Group::TurnGoal, 7),
        ] {
            if views[index].has & group.bit() != 0 {
                last = Some((mode, index));
            }
        }
    }
}

/// What the figures in the paragraph of each clause are like. Bounds and estimates (左右、以上、不低于) are set for
/// what is to come; what is over (了、已、去年) is reported.
pub(super) fn courses(chars: &Chars, clauses: &[Clause], views: &mut [View]) {
    const REACH: usize = 20;
    // No word of the two lists hides one of the other.
    static WORDS: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(LISTED.set.iter().chain(&LISTED.over).copied()));
    let amounts: Vec<bool> = views.iter().map(|view| view.numbers > view.dates).collect();
    let seen: Vec<(bool, bool)> = clauses
        .iter()
        .zip(&amounts)
        .map(|(clause, amounts)| {
            let range = clause.span.range();
            let clause = &chars.text[range.clone()];
            let (mut bound, mut over) = (
                *amounts && LISTED.bounds.iter().any(|word| clause.ends_with(word)),
                false,
            );
            for (_, word) in WORDS.find_within(chars, range) {
                bound |= *amounts && word < LISTED.set.len();
                over |= word >= LISTED.set.len();
            }
            (bound, over)
        })
        .collect();
    let sums = sums(
        amounts
            .iter()
            .zip(&seen)
            .map(|(amount, (bound, over))| [*amount, *bound, *over]),
    );
    let mut start = 0;
    for paragraph in clauses.chunk_by(|one, other| one.paragraph == other.paragraph) {
        let end = start + paragraph.len();
        for (index, view) in (start..).zip(&mut views[start..end]) {
            let (from, to) = (index.saturating_sub(REACH).max(start), (index + REACH + 1).min(end));
            let is_there = |what: usize| sums[to][what] > sums[from][what];
            view.course = match (is_there(1), is_there(2)) {
                (true, true) => 4,
                (false, true) => 3,
                (true, false) => 2,
                (false, false) => usize::from(is_there(0)),
            };
        }
        start = end;
    }
}

/// How many clauses before each place are of each kind.
fn sums<const KINDS: usize>(kinds: impl Iterator<Item = [bool; KINDS]>) -> Vec<[u32; KINDS]> {
    let mut sums = vec![[0; KINDS]];
    let mut sum = [0; KINDS];
    for kinds in kinds {
        for (sum, kind) in sum.iter_mut().zip(kinds) {
            *sum += u32::from(kind);
        }
        sums.push(sum);
    }
    sums
}
