//! The features of the words of a clause: what they stand for, their parts of speech, the mentions they are in.

use super::feature::each;
use super::grammar::{CLASSES, Grammar, MOST_VERBS, NONE};
use super::kind::Kind;
use super::senses::{NO_SENSE, Senses};
use super::words::Groups;

/// The features of what the words of a clause stand for, given those of the clauses beside it in its sentence.
pub(super) fn sense_features(
    own: &Senses,
    before: Option<Senses>,
    after: Option<Senses>,
    mut add: impl FnMut(Kind, usize),
) {
    let pair = |one: usize, other: usize| one * (NO_SENSE + 1) + other;
    let act = own.acts[0];
    add(Kind::SenseAct, act);
    add(Kind::SenseEnd, own.end);
    add(Kind::SenseActEnd, pair(act, own.end));
    add(Kind::SenseSubject, pair(own.subject, act));
    add(Kind::SenseObject, pair(act, own.object));
    add(Kind::SenseActs, pair(act, own.acts[1]));
    each(own.has, |sense| add(Kind::SenseHas, sense));
    if let Some(before) = before {
        add(Kind::SenseActInner, act);
        add(Kind::SenseEndInner, own.end);
        each(own.has, |sense| add(Kind::SenseHasInner, sense));
        add(Kind::SenseActAfter, pair(before.acts[0], act));
        add(Kind::SenseEndAfter, pair(before.end, own.end));
        add(Kind::SenseActBeforeEnd, pair(before.end, act));
    }
    if let Some(after) = after {
        add(Kind::SenseActNext, pair(act, after.acts[0]));
    }
}

/// The features of the grammar of a clause, given that of the clause before it in its sentence.
pub(super) fn grammar_features(grammar: &Grammar, before: Option<&Grammar>, mut add: impl FnMut(Kind, usize)) {
    let classes = |classes: &[usize]| classes.iter().fold(0, |sum, class| sum * CLASSES.len() + class);
    let ([first, second, third], [last, previous]) = (grammar.first, grammar.last);
    add(Kind::WordsFirst, classes(&[first, second, NONE]));
    add(Kind::WordsFirst, classes(&[first, second, third]));
    add(Kind::WordsLast, classes(&[last, previous]));
    add(Kind::WordsLast, classes(&[last, NONE]));
    add(Kind::WordsOpening, classes(&grammar.opening));
    add(
        Kind::WordsOpening,
        classes(&[grammar.opening[0], grammar.opening[1], NONE]),
    );
    let inner = usize::from(before.is_some());
    add(Kind::WordsVerbs, grammar.verbs + inner * (MOST_VERBS + 1));
    if let Some(label) = grammar.starts_with {
        add(Kind::MentionFirst, label);
    }
    each(Groups::from(grammar.mentions), |label| add(Kind::MentionHas, label));
    if let Some(before) = before {
        add(Kind::WordsFirstInner, classes(&[first, second, NONE]));
        add(Kind::WordsFirstInner, classes(&[first, NONE, NONE]));
        add(Kind::WordsBoth, classes(&[before.first[0], first]));
        each(Groups::from(grammar.mentions), |label| {
            add(Kind::MentionHasInner, label)
        });
        each(Groups::from(before.mentions), |label| add(Kind::MentionBefore, label));
    }
}
