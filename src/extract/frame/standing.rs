//! What a statement is to a list of tasks: a task, or words that only say whose the tasks around them
//! are, what the next one is about, or that some follow.

use std::ops::Range;
use std::sync::LazyLock;

use super::opening::{is_opening, is_topic};
use crate::extract::clean::Folded;
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::word_list::WordList;

const WORDS: &str = include_str!("../data/assignments.txt");
const CLAUSES: &str = include_str!("../data/clauses.txt");
const ACTORS: &str = include_str!("../data/actors.txt");

/// The words of assignments, each with what it does.
struct Vocabulary {
    matcher: Matcher<'static>,
    words: Vec<(&'static str, Kind)>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (data, group, kind) in [
        (WORDS, "joins", Kind::Join),
        (WORDS, "orders", Kind::Order),
        (WORDS, "parts", Kind::Part),
        (WORDS, "works", Kind::Work),
        (WORDS, "labels", Kind::Label),
        (WORDS, "limits", Kind::Limit),
        (WORDS, "before", Kind::Before),
        (WORDS, "closes", Kind::Close),
        (WORDS, "oversight", Kind::Oversight),
        (ACTORS, "label", Kind::Label),
    ] {
        let list = WordList::longest_first(data, group);
        words.extend(list.into_iter().map(|word| (word, kind)));
    }
    Vocabulary {
        matcher: Matcher::new(words.iter().map(|(word, _)| *word)),
        words,
    }
});

/// What the work before an assignment is called: 此项工作.
static WORKS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(WORDS, &["works"]));

/// What a word does in an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 由, 和
    Join,
    /// 要
    Order,
    /// 牵头, 负责
    Part,
    /// 此项工作
    Work,
    /// 责任单位
    Label,
    /// 完成时限
    Limit,
    /// 于, 在
    Before,
    /// 全部完成
    Close,
    /// 跟踪督办
    Oversight,
}

/// The name of a unit, or a time, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether it is a time.
    pub is_time: bool,
}

/// What a statement is to a list of tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Something that somebody has to do or to reach.
    #[default]
    Task,
    /// Only whose task something else is, or by when: （责任单位：甲局）, 此项工作由甲局负责.
    Assignment,
    /// Only what the next statement is about: 资金上，.
    Topic,
    /// Only that tasks follow: 要抓好以下几项工作：.
    Opening,
}

/// What a piece of a text is to a list of tasks. `names` are the units and times in it, in order.
pub fn standing(text: &str, span: Range<usize>, names: &[Name]) -> Standing {
    let words = text.get(span.clone()).unwrap_or_default();
    if words.len() > LONGEST {
        return Standing::Task;
    }
    let rest = text.get(span.end..).unwrap_or_default();
    if assigns(text, span, names) {
        Standing::Assignment
    } else if is_topic(words, rest) {
        Standing::Topic
    } else if is_opening(words, rest) {
        Standing::Opening
    } else {
        Standing::Task
    }
}

/// Longer pieces of text are not looked at, in bytes.
const LONGEST: usize = 1200;

/// Whether a piece of a text says whose work something is, or by when, and nothing else.
fn assigns(text: &str, span: Range<usize>, names: &[Name]) -> bool {
    let Some((seen, named)) = kinds(text, span, names) else {
        return false;
    };
    let says = |kinds: &[Kind]| seen.iter().any(|kind| kinds.contains(kind));
    // 县水利局牵头, but neither 积极配合 nor 9月底前全部完成.
    says(&[Kind::Work, Kind::Label, Kind::Limit])
        || named && (says(&[Kind::Part]) || !says(&[Kind::Close, Kind::Oversight]))
}

/// The same in so many words: bare names do not.
pub(super) fn assigns_aloud(text: &str, span: Range<usize>, names: &[Name]) -> bool {
    let said = kinds(text, span, names);
    said.is_some_and(|(seen, named)| {
        let is_aloud = |kind: &Kind| matches!(kind, Kind::Work | Kind::Label | Kind::Limit | Kind::Part);
        named && seen.iter().any(is_aloud)
    })
}

/// The kinds of words of a piece of a text besides names, and whether there are any names; none where
/// there are words that no assignment has.
fn kinds(text: &str, span: Range<usize>, names: &[Name]) -> Option<(Vec<Kind>, bool)> {
    let (mut seen, mut named, mut at) = (Vec::new(), false, span.start);
    for name in names
        .iter()
        .map(|name| &name.range)
        .filter(|name| span.start <= name.start && name.end <= span.end)
    {
        if name.start < at {
            continue;
        }
        if !reads(text.get(at..name.start).unwrap_or_default(), &mut seen) {
            return None;
        }
        (named, at) = (true, name.end);
    }
    reads(text.get(at..span.end).unwrap_or_default(), &mut seen).then_some((seen, named))
}

/// Where a part of a (folded) text speaks of the work before it (此项工作), in bytes from its start, and whether
/// as of one piece.
pub(super) fn work(chars: &Chars, part: &Range<usize>) -> Option<(usize, bool)> {
    let range = WORKS.find_within(chars, part.clone()).next()?.range;
    let word = &chars.text[range.clone()];
    Some((
        range.start - part.start,
        word.starts_with(['此', '这', '该', '本']) && !word.starts_with("这些"),
    ))
}

/// Reads words of assignments; false where there are others.
fn reads(words: &str, seen: &mut Vec<Kind>) -> bool {
    // A line may be broken inside a word.
    let folded = Folded::of(&words.replace(['\n', '\r'], ""));
    let mut rest = folded.text();
    while let Some(char) = rest.chars().next() {
        if let Some((word, kind)) = word(rest) {
            rest = &rest[word.len()..];
            seen.push(kind);
        } else if is_mark(char) {
            rest = &rest[char.len_utf8()..];
        } else {
            return false;
        }
    }
    true
}

/// The verbs of orders, and what stands before them.
static ORDERS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(CLAUSES, &["do", "adverb", "object", "raise"]));

/// Whether a text begins with a verb of orders: 修订细则, but not 技术指导.
pub fn acts(text: &str) -> bool {
    let head = Folded::of(&text[..text.floor_char_boundary(36)]);
    ORDERS.beginning(head.text()).is_some()
}

/// The word of an assignment that a (folded) text begins with.
pub fn word(text: &str) -> Option<(&'static str, Kind)> {
    let vocabulary = &*VOCABULARY;
    let found = vocabulary.matcher.beginning(text)?;
    vocabulary.words.get(found).copied()
}

/// The brackets in a piece of a text that only assign: （牵头单位：甲局；责任单位：乙局）.
pub fn brackets(text: &str, span: Range<usize>, names: &[Name]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut at, end) = (span.start, span.end);
    while let Some(open) = text
        .get(at..end)
        .and_then(|rest| rest.find(OPEN))
        .map(|found| at + found)
    {
        let first = open + text[open..].chars().next().map_or(1, char::len_utf8);
        at = first;
        // A bracket without names and labels is not followed to its end.
        let is_labelled = is_labelled(&text[first..end]);
        let next = names.partition_point(|name| name.range.start < first);
        let is_named = names
            .get(next)
            .is_some_and(|name| name.range.start < first + LONGEST_BRACKET);
        if !is_labelled && !is_named {
            continue;
        }
        let Some(close) = closing(&text[first..end]).map(|length| first + length) else {
            continue;
        };
        let to = names.partition_point(|name| name.range.start < close);
        let inside = names.get(next..to).unwrap_or_default();
        // （2017年7月25日） is a date, （6月底前） a limit.
        let is_said = inside
            .iter()
            .any(|name| !name.is_time || text[first..close].ends_with(['前', '内', '底', '末', '成']));
        if is_labelled || is_said && assigns(text, first..close, inside) {
            let after = close + text[close..].chars().next().map_or(0, char::len_utf8);
            found.push(open..after);
            at = after;
        }
    }
    found
}

const OPEN: [char; 4] = ['（', '(', '【', '['];
const CLOSE: [char; 4] = ['）', ')', '】', ']'];

/// A bracket has at most so many bytes.
const LONGEST_BRACKET: usize = 900;

/// How far the bracket that a text stands in goes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, char) in text.char_indices() {
        match char {
            _ if at > LONGEST_BRACKET || char == '\n' => return None,
            _ if OPEN.contains(&char) => depth += 1,
            _ if CLOSE.contains(&char) && depth == 0 => return Some(at),
            _ if CLOSE.contains(&char) => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a text begins with a label and a colon: 责任单位：.
pub(super) fn is_labelled(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(60)];
    // Whatever is read as a colon; an entity may stand for one.
    let colon = ['：', ':', '﹕', '︰', '&'];
    if !head.trim_start().starts_with(|char: char| char.is_alphabetic()) || !head.contains(colon) {
        return false;
    }
    let folded = Folded::of(head);
    let head = folded.text().trim_start();
    word(head).is_some_and(|(word, kind)| {
        matches!(kind, Kind::Label | Kind::Limit) && head[word.len()..].trim_start().starts_with(['：', ':'])
    })
}

/// Marks between the words of an assignment.
const MARKS: [char; 13] = [
    '，', '；', '：', '。', '、', '（', '）', '【', '】', '〔', '〕', '《', '》',
];

/// Whether a character only separates the words of an assignment.
pub(super) fn is_mark(char: char) -> bool {
    char.is_whitespace() || char.is_ascii_punctuation() || MARKS.contains(&char)
}

#[cfg(test)]
mod tests;
