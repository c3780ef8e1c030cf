//! The words that tell what a clause does, found in a text in one pass.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::matcher::{Chars, Matcher};

/// A set of groups of `clauses.txt`, one bit each.
pub type Groups = u64;

/// The groups of `clauses.txt`; the file says what each holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the groups are explained in the word list")]
pub enum Group {
    Modal,
    Plain,
    Forbid,
    Hope,
    Adverb,
    Do,
    Raise,
    Make,
    Serve,
    Manner,
    Object,
    Executor,
    Assign,
    Past,
    Gain,
    Good,
    Bad,
    Some,
    Contrast,
    Before,
    Ahead,
    Now,
    Target,
    Rule,
    Sanction,
    Talk,
    Reason,
    Appeal,
    Quote,
    SectionPast,
    SectionBad,
    SectionWork,
    Task,
    Outcome,
    Trail,
    TurnBad,
    TurnPast,
    TurnWork,
    TurnGoal,
}

/// How many groups there are.
pub const GROUPS: usize = 39;

/// The names of the groups in the word list, in their order.
pub const GROUP_NAMES: [&str; GROUPS] = [
    "modal",
    "plain",
    "forbid",
    "hope",
    "adverb",
    "do",
    "raise",
    "make",
    "serve",
    "manner",
    "object",
    "executor",
    "assign",
    "past",
    "gain",
    "good",
    "bad",
    "some",
    "contrast",
    "before",
    "ahead",
    "now",
    "target",
    "rule",
    "sanction",
    "talk",
    "reason",
    "appeal",
    "quote",
    "section-past",
    "section-bad",
    "section-work",
    "task",
    "outcome",
    "trail",
    "turn-bad",
    "turn-past",
    "turn-work",
    "turn-goal",
];

impl Group {
    /// The set that holds this group alone.
    pub const fn bit(self) -> Groups {
        1 << self as u64
    }
}

/// The set of some groups.
pub const fn set(groups: &[Group]) -> Groups {
    let (mut set, mut index) = (0, 0);
    while index < groups.len() {
        set |= groups[index].bit();
        index += 1;
    }
    set
}

/// A word of the list in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexeme {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The groups that the word is in.
    pub groups: Groups,
    /// Which word of the list it is.
    pub word: usize,
}

/// The word list of clauses.
pub struct Words {
    matcher: Matcher<'static>,
    /// The words in code point order, with their groups.
    words: Vec<(&'static str, Groups)>,
}

impl Words {
    /// The list of the project.
    pub fn own() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("../data/clauses.txt")));
        &WORDS
    }

    fn new(data: &'static str) -> Self {
        let mut bit = 0;
        let mut words: BTreeMap<&'static str, Groups> = BTreeMap::new();
        for line in data.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                let group = GROUP_NAMES.iter().position(|other| *other == name);
                bit = group.map_or(0, |index| 1 << index);
                continue;
            }
            for word in line.split_whitespace() {
                *words.entry(word).or_default() |= bit;
            }
        }
        let words: Vec<_> = words.into_iter().collect();
        Self {
            matcher: Matcher::new(words.iter().map(|(word, _)| *word)),
            words,
        }
    }

    /// All words, in code point order: a [`Lexeme`] counts them from 0.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &'static str> + '_ {
        self.words.iter().map(|(word, _)| *word)
    }

    /// The words of a text, in order, never overlapping; the longest wins.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Lexeme> + 'a {
        self.matcher.find(text).map(|found| self.lexeme(found))
    }

    /// The same in a text whose characters are hashed already.
    pub(in crate::extract) fn find_in<'a>(&'a self, chars: &'a Chars<'a>) -> impl Iterator<Item = Lexeme> + 'a {
        self.matcher.find_in(chars).map(|found| self.lexeme(found))
    }

    /// The same in a part of such a text, as if it were all of it.
    pub(in crate::extract) fn find_within<'a>(
        &'a self,
        chars: &'a Chars<'a>,
        part: Range<usize>,
    ) -> impl Iterator<Item = Lexeme> + 'a {
        self.matcher.find_within(chars, part).map(|found| self.lexeme(found))
    }

    fn lexeme(&self, (range, word): (Range<usize>, usize)) -> Lexeme {
        Lexeme {
            start: range.start,
            end: range.end,
            groups: self.words[word].1,
            word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{GROUP_NAMES, Group, Words};

    #[test]
    fn every_group_is_in_the_list_and_has_words() {
        let headings: Vec<&str> = include_str!("../data/clauses.txt")
            .lines()
            .filter_map(|line| line.split_once(']')?.0.strip_prefix('['))
            .collect();
        assert_eq!(headings, GROUP_NAMES);
        assert_eq!(GROUP_NAMES[Group::TurnGoal as usize], "turn-goal");
        let words = Words::own();
        for index in 0..GROUP_NAMES.len() {
            assert!(words.words.iter().any(|(_, groups)| groups & (1 << index) != 0));
        }
    }
}
