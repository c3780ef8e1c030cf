//! What the chain knows of each word before it weighs anything.

use std::ops::Range;

use super::feature::Part;
use crate::extract::clean::CleanOffset;
use crate::extract::extraction::{Label, Mention, Role};
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{LEAD, MODAL, PAST, SUPPORT};

/// A word as the chain sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) word: Part,
    pub(super) first_char: Part,
    pub(super) last_char: Part,
    pub(super) last_two: Part,
    /// Characters, at most 4.
    pub(super) length: u8,
    /// Part of speech, and what it stands for.
    pub(super) kind: Part,
    /// The groups of the vocabulary that it is in, one bit each.
    pub(super) groups: u32,
    /// What the rules found there: 0 for nothing.
    pub(super) found: u8,
    /// The first word of its clause, and how many words lie between, at most 6.
    pub(super) opening: Part,
    pub(super) place: u8,
    /// The next verb in its clause.
    pub(super) verb: Part,
    /// The word that ends the list of names that it may be in: a verb, a role, a mark.
    pub(super) end: Part,
    /// Whether the sentence tells someone to do something, and whether it tells of the past.
    pub(super) mood: u8,
    /// The same of the sentence before it.
    pub(super) mood_before: u8,
}

/// The words of a text as the chain sees them.
pub(super) struct Sight {
    words: Vec<Seen>,
    /// The index behind the last word of each sentence.
    ends: Vec<usize>,
}

/// A sentence without marks is cut behind so many words.
const LONGEST: usize = 120;

impl Sight {
    pub(super) fn new(scene: Scene<'_>, found: &[Mention<CleanOffset>]) -> Self {
        let mut words: Vec<Seen> = (0..scene.len()).map(|at| seen(scene, at)).collect();
        mark(scene, found, &mut words);
        let mut sight = Self {
            words,
            ends: Vec::new(),
        };
        let mut start = 0;
        for at in 0..scene.len() {
            let closes = scene.word(at).chars().any(|char| "。！？；!?;\n".contains(char));
            if closes || at + 1 - start >= LONGEST || at + 1 == scene.len() {
                sight.look(scene, start..at + 1);
                sight.ends.push(at + 1);
                start = at + 1;
            }
        }
        sight
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| start..*end)
    }

    pub(super) fn word(&self, at: usize) -> &Seen {
        &self.words[at]
    }

    /// Looks at the words of a sentence together.
    fn look(&mut self, scene: Scene<'_>, sentence: Range<usize>) {
        let any = |group| sentence.clone().any(|at| scene.is(at, group));
        let mood = u8::from(any(MODAL)) | u8::from(any(PAST)) << 1;
        let mood_before = match sentence.start.checked_sub(1) {
            Some(before) => self.words[before].mood,
            None => 0,
        };
        let mut first = sentence.start;
        for at in sentence.clone() {
            let opening = self.words[first].word;
            let own = &mut self.words[at];
            (own.opening, own.place) = (opening, (at - first).min(6) as u8);
            (own.mood, own.mood_before) = (mood, mood_before);
            if closes_clause(scene.word(at)) {
                first = at + 1;
            }
        }
        let (mut verb, mut end) = (Part::NONE, Part::NONE);
        for at in sentence.rev() {
            let is_verb = scene.kind(at) == WordKind::Verb;
            let word = self.words[at].word;
            if closes_clause(scene.word(at)) {
                verb = Part::NONE;
            }
            let role = scene.is(at, MODAL) || scene.is(at, LEAD) || scene.is(at, SUPPORT);
            if is_verb || role || closes_clause(scene.word(at)) || matches!(scene.word(at), "（" | "(") {
                end = word;
            }
            let own = &mut self.words[at];
            (own.verb, own.end) = (verb, end);
            if is_verb {
                verb = word;
            }
        }
    }
}

fn seen(scene: Scene<'_>, at: usize) -> Seen {
    let word = scene.word(at);
    let tail = |count: usize| {
        let start = word
            .char_indices()
            .rev()
            .take(count)
            .last()
            .map_or(0, |(start, _)| start);
        &word[start..]
    };
    let head = word.chars().next().map_or(0, char::len_utf8);
    let sense = scene.sense(at).map_or(0, |sense| sense.place() as u32 + 1);
    Seen {
        word: Part::text(word),
        first_char: Part::text(&word[..head]),
        last_char: Part::text(tail(1)),
        last_two: Part::text(tail(2)),
        length: word.chars().take(4).count() as u8,
        kind: Part::number(scene.kind(at) as u32 * 64 + sense),
        groups: scene.groups(at),
        ..Seen::default()
    }
}

/// Writes down what the rules found where. Of names inside names the one that is looked at last counts.
fn mark(scene: Scene<'_>, found: &[Mention<CleanOffset>], words: &mut [Seen]) {
    const LABELS: [Label; 6] = [
        Label::Industry,
        Label::Term,
        Label::Policy,
        Label::Project,
        Label::Organization,
        Label::Actor,
    ];
    for (number, label) in LABELS.into_iter().enumerate() {
        for mention in found.iter().filter(|mention| mention.label == label) {
            let range = mention.span.range();
            let role = match mention.role {
                Some(Role::Lead) => 1,
                Some(Role::Responsible) => 2,
                Some(Role::Support) => 3,
                _ => 0,
            };
            let (first, last) = (scene.index(range.start), scene.index(range.end));
            for (at, word) in words.iter_mut().enumerate().take(last).skip(first) {
                word.found = (1 + number as u8 + role) * 2 + u8::from(at > first);
            }
        }
    }
}

fn closes_clause(word: &str) -> bool {
    matches!(word, "，" | "：" | "," | ":")
}
