//! The words that tell what a clause does, found in a text in one pass.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::matcher::Matcher;

/// A set of groups of `clauses.txt`, one bit each.
pub type Groups = u64;

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

macro_rules! named {
    ($($field:ident $name:literal)*) => {
        /// The groups that the code names, resolved once: every clause asks for them.
        #[derive(Clone, Copy, Debug, Default)]
        pub(super) struct Named {
            $(pub(super) $field: Groups,)*
        }

        impl Named {
            fn of(words: &Words) -> Self {
                Self { $($field: words.group($name),)* }
            }
        }
    };
}

named! {
    before "before" ahead "ahead" now "now"
    adverb "adverb" modal "modal" forbid "forbid" hope "hope" assign "assign"
    act "do" raise "raise" make "make" manner "manner" serve "serve"
    talk "talk" bad "bad" past "past" reason "reason"
    section_past "section-past" section_bad "section-bad" section_work "section-work"
}

/// The word list of clauses.
pub struct Words {
    /// The groups that the code names.
    pub(super) named: Named,
    matcher: Matcher<'static>,
    /// The groups in the order of the file.
    names: Vec<&'static str>,
    /// The same, to be looked up.
    places: Matcher<'static>,
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
        let mut names = Vec::new();
        let mut words: BTreeMap<&'static str, Groups> = BTreeMap::new();
        for line in data.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                names.push(name);
                continue;
            }
            let bit = names.len().checked_sub(1).map_or(0, |index| 1 << (index % 64));
            for word in line.split_whitespace() {
                *words.entry(word).or_default() |= bit;
            }
        }
        let words: Vec<_> = words.into_iter().collect();
        let mut words = Self {
            named: Named::default(),
            matcher: Matcher::new(words.iter().map(|(word, _)| *word)),
            places: Matcher::new(names.iter().copied()),
            names,
            words,
        };
        words.named = Named::of(&words);
        words
    }

    /// The names of the groups, in order.
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// All words, in code point order: a [`Lexeme`] counts them from 0.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &'static str> + '_ {
        self.words.iter().map(|(word, _)| *word)
    }

    /// The bit of a group; none of them for an unknown name.
    pub fn group(&self, name: &str) -> Groups {
        self.places.index(name).map_or(0, |index| 1 << (index % 64))
    }

    /// The words of a text, in order, never overlapping; the longest wins.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Lexeme> + 'a {
        self.matcher.find(text).map(|(range, word)| Lexeme {
            start: range.start,
            end: range.end,
            groups: self.words[word].1,
            word,
        })
    }
}
