//! The words that the rules for names and actors know, each with the groups it is in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::extract::matcher::Matcher;
use crate::extract::word_list::WordList;

/// A set of groups of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups(u32);

impl Groups {
    /// Whether a word with these groups is in one of the others.
    pub(super) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// One bit for each group.
    pub(super) fn bits(self) -> u32 {
        self.0
    }
}

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident $file:literal $group:literal $bit:literal)*) => {
        $($(#[$doc])* pub(super) const $name: Groups = Groups(1 << $bit);)*
        const GROUPS: &[(&str, &str, Groups)] = &[$(($file, $group, $name)),*];
    };
}

groups! {
    /// Ends of the words for those who act.
    HEAD "actors" "head" 0
    /// Heads that act without a 要.
    UNIT "actors" "unit" 1
    MODAL "actors" "modal" 2
    LEAD "actors" "lead" 3
    SUPPORT "actors" "support" 4
    /// Adverbs between a modal and the verb.
    SKIP "actors" "skip" 5
    PRONOUN "actors" "pronoun" 6
    /// Words that end a subject.
    BREAKER "actors" "breaker" 7
    /// Words before a subject.
    OUTSET "actors" "outset" 8
    /// Words that make a clause a report.
    PAST "actors" "past" 9
    /// What a list of units is announced by.
    LABEL "actors" "label" 10
    /// Kinds of work that units are called by in lists: 公安、城管.
    SECTOR "actors" "sector" 16
    /// Words where a name cannot go on to the left.
    STOP "names" "stop" 11
    /// Verbs that may stand inside a name.
    INNER "names" "inner" 12
    GENERIC "names" "generic" 13
    DISTRICT "names" "district" 14
    /// Words that end like an office.
    NOT_OFFICE "names" "not_office" 15
    /// Verbs right before the name of a programme.
    LAUNCH "names" "launch" 17
    /// Words that describe a work and do not name it.
    DESCRIPTOR "names" "descriptor" 20
    /// Verbs before the name of a programme that ends like nothing else.
    CARRY "names" "carry" 19
    /// What those assigned do, nouns for the dictionary.
    ACT "actors" "act" 23
    /// What a unit does that is told to act without a modal.
    BID "actors" "bid" 26
    /// What a district is to do, first in its clause: 重点, 依托.
    STEP "actors" "step" 25
    /// Words between a unit and its verb that say when or how.
    WHEN "actors" "when" 27
    /// Verbs before what is granted to a place: 入选.
    GRANT "names" "grant" 24
    /// Verbs before the name of what is held: 办好.
    HOST "names" "host" 22
    /// What is done with works that are listed before it: 加快甲、乙|建设.
    WORK "names" "work" 28
    /// First words that make a launched programme no name.
    VAGUE "names" "vague" 21
    /// Words before 工程 or 行动 that make no name.
    NO_PROGRAMME "names" "no_programme" 18
}

/// The words of both files, each with its groups.
struct Vocabulary {
    matcher: Matcher<'static>,
    /// For each word, its groups.
    groups: Vec<Groups>,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let files = [
        ("actors", include_str!("../data/actors.txt")),
        ("names", include_str!("../data/names.txt")),
    ];
    let mut words: BTreeMap<&'static str, Groups> = BTreeMap::new();
    for (file, data) in files {
        for (group, list) in WordList::groups(data) {
            let bit = GROUPS
                .iter()
                .find(|(in_file, name, _)| *in_file == file && *name == group);
            for word in list {
                words.entry(word).or_default().0 |= bit.map_or(0, |(_, _, groups)| groups.0);
            }
        }
    }
    Vocabulary {
        matcher: Matcher::new(words.keys().copied()),
        groups: words.into_values().collect(),
    }
});

/// The groups that a word is in.
pub(super) fn groups(word: &str) -> Groups {
    let words = &*WORDS;
    words
        .matcher
        .index(word)
        .map_or(Groups::default(), |index| words.groups[index])
}
