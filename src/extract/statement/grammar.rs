//! The grammar of a clause: the parts of speech of its words, and the mentions that it holds.

use super::super::clause::Clause;
use super::super::clean::{CleanOffset, Cleaned};
use super::super::extraction::{Label, Mention};
use super::super::lexicon::{Word, WordKind};
use super::super::marks::is_letter;
use super::senses::Senses;
use super::view::View;

/// Classes of words: nouns and names, verbs, nouns made from verbs, adjectives and idioms, adverbs,
/// prepositions, conjunctions, numerals, particles, other; `.` stands where there is no word.
pub(super) const CLASSES: [char; 11] = ['n', 'v', 'g', 'a', 'd', 'p', 'c', 'm', 'u', 'x', '.'];

/// How many labels of mentions there are, but for terms.
pub(super) const MENTIONS: usize = 8;

/// Where there is no word.
pub(super) const NONE: usize = CLASSES.len() - 1;

pub(super) const NOUN: usize = 0;
const VERB: usize = 1;
const VERBAL_NOUN: usize = 2;
pub(super) const ADJECTIVE: usize = 3;
pub(super) const NUMERAL: usize = 7;

/// More verbs than this count as so many.
pub(super) const MOST_VERBS: usize = 4;

/// Bytes that a preposition in front of a time has at most: 到, 截至.
const PREPOSITION: usize = "截至".len();

/// What the words and mentions of a clause are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grammar {
    /// Classes of the first three words.
    pub(super) first: [usize; 3],
    /// Classes of the last two words, the last one first.
    pub(super) last: [usize; 2],
    /// Classes of what stands before the first verb and of the verb, equal ones in a row as one: the last
    /// three, the last one first.
    pub(super) opening: [usize; 3],
    /// How many verbs there are, up to [`MOST_VERBS`].
    pub(super) verbs: usize,
    /// The label of the mention that it begins with, as a place in a fixed order.
    pub(super) starts_with: Option<usize>,
    /// The labels of its mentions, a bit each.
    pub(super) mentions: u16,
    /// It says nothing but when: 到2020年底, “十二五”以来.
    pub(super) is_time: bool,
    /// What its words stand for.
    pub(super) senses: Senses,
}

impl Default for Grammar {
    fn default() -> Self {
        Self {
            first: [NONE; 3],
            last: [NONE; 2],
            opening: [NONE; 3],
            verbs: 0,
            starts_with: None,
            mentions: 0,
            is_time: false,
            senses: Senses::default(),
        }
    }
}

/// Adds the grammar of each clause to its view. Without words there are only the mentions.
pub(super) fn grammar(
    cleaned: &Cleaned,
    clauses: &[Clause],
    words: Option<&[Word]>,
    mentions: &[Mention<CleanOffset>],
    views: &mut [View],
) {
    let mut words = words.unwrap_or_default().iter().peekable();
    for (clause, view) in clauses.iter().zip(&mut *views) {
        let range = clause.span.range();
        while words.next_if(|word| word.span.range().start < range.start).is_some() {}
        let mut count = 0;
        while let Some(word) = words.next_if(|word| word.span.range().end <= range.end) {
            let class = class(word.kind);
            // Marks are no words.
            if word.kind != WordKind::Other || cleaned.slice(word.span).starts_with(is_word) {
                view.grammar.add(class, count);
                view.grammar.senses.add(word.sense);
                count += 1;
            }
        }
    }
    // Mentions are in order of their starts.
    let mut at = 0;
    for mention in mentions {
        let span = mention.span.range();
        while clauses
            .get(at)
            .is_some_and(|clause| clause.span.range().end <= span.start)
        {
            at += 1;
        }
        let Some(clause) = clauses.get(at).map(|clause| clause.span.range()) else {
            break;
        };
        let start = clause.start;
        let Some(label) = place(mention.label).filter(|_| span.start >= start) else {
            continue;
        };
        let grammar = &mut views[at].grammar;
        grammar.mentions |= 1 << label;
        if span.start == start {
            grammar.starts_with.get_or_insert(label);
        }
        grammar.is_time |= mention.label == Label::Time
            && span.start - start <= PREPOSITION
            && cleaned
                .text()
                .get(span.end..clause.end)
                .is_some_and(|rest| ["", "来", "以来", "起"].contains(&rest));
    }
}

impl Grammar {
    /// Whether there is a quantity among its mentions.
    pub(super) fn holds_quantity(&self) -> bool {
        place(Label::Quantity).is_some_and(|label| self.mentions & (1 << label) != 0)
    }

    /// Adds a word that stands behind so many others.
    fn add(&mut self, class: usize, count: usize) {
        if let Some(first) = self.first.get_mut(count) {
            *first = class;
        }
        self.last = [class, self.last[0]];
        if self.verbs == 0 && self.opening[0] != class {
            self.opening = [class, self.opening[0], self.opening[1]];
        }
        if matches!(class, VERB | VERBAL_NOUN) {
            self.verbs = (self.verbs + 1).min(MOST_VERBS);
        }
    }
}

/// Whether what begins with a character is a word, and no mark.
fn is_word(first: char) -> bool {
    is_letter(first) || !matches!(first, '，' | '。' | '、') && first.is_numeric()
}

/// The place of a label of mentions. Terms have none: the list of set phrases knows those of the speeches that the
/// model learns from better than those of any other text, so that they would say too much.
fn place(label: Label) -> Option<usize> {
    const LABELS: [Label; MENTIONS] = [
        Label::Actor,
        Label::Time,
        Label::Quantity,
        Label::Industry,
        Label::Organization,
        Label::Project,
        Label::Policy,
        Label::Redaction,
    ];
    LABELS.iter().position(|own| *own == label)
}

fn class(kind: WordKind) -> usize {
    match kind {
        WordKind::Noun | WordKind::Place | WordKind::Person | WordKind::Organization | WordKind::Unknown => NOUN,
        WordKind::Verb => VERB,
        WordKind::VerbalNoun => VERBAL_NOUN,
        WordKind::Adjective | WordKind::Idiom => ADJECTIVE,
        WordKind::Adverb => 4,
        WordKind::Preposition => 5,
        WordKind::Conjunction => 6,
        WordKind::Numeral => NUMERAL,
        WordKind::Particle => 8,
        WordKind::Other => 9,
    }
}
