//! Word lists: readable data files, found in a text in one pass.
//!
//! A file has groups (`[name]`), words separated by blanks or line ends, and comments (`# …` to the
//! end of the line). `{市|县}教育局` stands for 市教育局 and 县教育局. The longest word wins where
//! several start at the same place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::matcher::{Chars, Matcher};

/// The words of one data file, with the group of each.
#[derive(Debug)]
pub(super) struct WordList {
    matcher: Matcher<'static>,
    words: Vec<&'static str>,
    /// For each word, its group.
    groups: Vec<&'static str>,
}

/// A word of a list found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The name of the word's group.
    pub(super) group: &'static str,
}

impl WordList {
    /// Reads a data file. What it cannot use (a word before the first group) is left out.
    pub(super) fn new(data: &'static str) -> Self {
        Self::of(entries(data))
    }

    /// Reads some groups of a data file.
    pub(super) fn new_of(data: &'static str, wanted: &[&str]) -> Self {
        Self::of(entries_of(data, |group| wanted.contains(&group)))
    }

    /// The words of a data file by group, to be looked up one by one.
    pub(super) fn groups(data: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut groups = BTreeMap::<_, BTreeSet<_>>::new();
        for (group, word) in entries(data) {
            groups.entry(group).or_default().insert(word);
        }
        groups
    }

    /// The words of one group of a data file, the longest first.
    pub(super) fn longest_first(data: &'static str, group: &str) -> Vec<&'static str> {
        let mut words: Vec<&'static str> = entries_of(data, |of| of == group).map(|(_, word)| word).collect();
        debug_assert!(!words.is_empty(), "no group is called {group}");
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words
    }

    /// The longest word that a text begins with.
    pub(super) fn beginning(&self, text: &str) -> Option<&'static str> {
        self.matcher.beginning(text).map(|word| self.words[word])
    }

    fn of(entries: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        let (groups, words): (Vec<_>, Vec<_>) = entries.unzip();
        Self {
            matcher: Matcher::new(words.iter().copied()),
            words,
            groups,
        }
    }

    /// The words found in a text, in order, never overlapping.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Found> + 'a {
        self.matcher.find(text).map(|found| self.found(found))
    }

    /// The same in a text whose characters are hashed already.
    pub(super) fn find_in<'a>(&'a self, chars: &'a Chars<'a>) -> impl Iterator<Item = Found> + 'a {
        self.matcher.find_in(chars).map(|found| self.found(found))
    }

    /// The same in a part of such a text, as if it were all of it.
    pub(super) fn find_within<'a>(
        &'a self,
        chars: &'a Chars<'a>,
        part: Range<usize>,
    ) -> impl Iterator<Item = Found> + 'a {
        self.matcher.find_within(chars, part).map(|found| self.found(found))
    }

    fn found(&self, (range, word): (Range<usize>, usize)) -> Found {
        Found {
            range,
            group: self.groups[word],
        }
    }
}

/// Declares lists of words that are held against the text around a place: the groups of a data file, each with
/// its longest words first. Behind the name of each list stands that of its group.
macro_rules! word_groups {
    ($(#[$doc:meta])* $vis:vis $name:ident: $lists:ident = $file:literal {
        $($field:ident $group:literal)*
    }) => {
        $(#[$doc])*
        $vis struct $lists {
            $($vis $field: Vec<&'static str>,)*
        }

        $vis static $name: std::sync::LazyLock<$lists> = std::sync::LazyLock::new(|| {
            let group = |name| $crate::extract::word_list::WordList::longest_first(include_str!($file), name);
            $lists {
                $($field: group($group),)*
            }
        });
    };
}

pub(super) use word_groups;

/// The words of a data file in its order, each with its group.
fn entries(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries_of(data, |_| true)
}

/// The same of some groups only; the words of others are not even looked at, as files are read group by group.
fn entries_of(data: &'static str, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut group = None;
    data.lines().flat_map(move |line| {
        let line = line.split('#').next().unwrap_or_default().trim();
        let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        group = name.or(group);
        let words = if name.is_some() || !group.is_some_and(&wanted) {
            ""
        } else {
            line
        };
        let words = words.split_whitespace().flat_map(written_out);
        words.filter_map(move |word| Some((group?, word)))
    })
}

/// The words that an entry stands for. Lists are read once and live as long as the program.
fn written_out(entry: &'static str) -> Vec<&'static str> {
    let Some((heads, tail)) = entry.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return vec![entry];
    };
    heads.split('|').map(|head| &*format!("{head}{tail}").leak()).collect()
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn an_entry_may_stand_for_several_words() {
        let list = WordList::new("[body]\n{市|自治区}教育局 党校\n");
        let found: Vec<_> = list
            .find("市教育局和自治区教育局，县教育局")
            .map(|found| found.range)
            .collect();
        assert_eq!(found, [0..12, 15..33]);
    }

    #[test]
    fn a_group_is_read_alone_with_its_longest_words_first() {
        let data = "[must]\n必 必须\n[should] # 要\n应 {应|适}当\n[must]\n务必要\n";
        assert_eq!(WordList::longest_first(data, "must"), ["务必要", "必须", "必"]);
        assert_eq!(WordList::longest_first(data, "should"), ["应当", "适当", "应"]);
        let list = WordList::new_of(data, &["should"]);
        assert_eq!(list.beginning("适当"), Some("适当"));
        assert_eq!(list.beginning("必须"), None);
    }

    #[test]
    fn the_longest_word_wins_and_comments_are_skipped() {
        let list = WordList::new("lost\n[must] # binding\n必须 必\n# 要\n[should]\n要 需要\n");
        let found: Vec<_> = list
            .find("必须要，需要必")
            .map(|found| (found.range.start / 3, found.group))
            .collect();
        assert_eq!(found, [(0, "must"), (2, "should"), (4, "should"), (6, "must")]);
        assert_eq!(list.beginning("必须要"), Some("必须"));
        assert_eq!(list.beginning("就必须"), None);
    }
}
