//! Rules taken apart: condition, consequence, quota.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::clean::{CleanOffset, Cleaned};
use crate::extract::extraction::{Label, Mention, Statement};
use crate::extract::word_list::WordList;
use crate::text::{ByteOffset, Offset, Span};

static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/rules.txt")));

/// A standing rule with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFrame<O: Offset = ByteOffset> {
    /// The rule: an index into `statements`.
    pub rule: usize,
    /// When it holds: 连续两次考评不达标的.
    pub condition: Option<Span<O>>,
    /// What follows: 取消评先资格.
    pub consequence: Span<O>,
    /// The quantities of the consequence: indices into `mentions`.
    pub quotas: Vec<usize>,
}

/// Takes the rules apart, in their order.
pub(super) fn rules(
    cleaned: &Cleaned,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
) -> Vec<RuleFrame<CleanOffset>> {
    let mut found = Vec::new();
    for (rule, statement) in statements.iter().enumerate() {
        if statement.label != Label::Rule {
            continue;
        }
        let start = statement.span.range().start;
        let (condition, consequence) = parts(cleaned.slice(statement.span));
        let moved = |part: Range<usize>| Span::<CleanOffset>::at(start + part.start, start + part.end);
        let consequence = moved(consequence);
        let first = mentions.partition_point(|mention| mention.span.start() < consequence.start());
        let quotas = (first..mentions.len())
            .take_while(|&at| mentions[at].span.start() < consequence.end())
            .filter(|&at| mentions[at].label == Label::Quantity && mentions[at].span.end() <= consequence.end())
            .collect();
        found.push(RuleFrame {
            rule,
            condition: condition.map(moved),
            consequence,
            quotas,
        });
    }
    found
}

/// The condition and the consequence of a rule's (folded) words: split at the last …的， or behind a
/// first clause that begins or ends like a condition, or where a consequence begins inside the clause.
pub(super) fn parts(words: &str) -> (Option<Range<usize>>, Range<usize>) {
    match split(words) {
        Some((condition, consequence)) => (Some(0..condition), consequence..words.len()),
        None => (None, 0..words.len()),
    }
}

fn split(words: &str) -> Option<(usize, usize)> {
    if let Some(at) = words.rfind("的，") {
        return Some((at + "的".len(), at + "的，".len()));
    }
    let first = words.split(['，', '：']).next().unwrap_or(words);
    let conditional = WORDS.find(first).any(|word| match word.group {
        "condition" => word.range.start == 0,
        "ending" => word.range.end == first.len(),
        _ => false,
    });
    if conditional && first.len() < words.len() {
        let mark = words[first.len()..].chars().next().map_or(0, char::len_utf8);
        return Some((first.len(), first.len() + mark));
    }
    // 对年纳税超千万元的企业给予奖励: no mark between the two.
    let begins = WORDS
        .find(words)
        .next()
        .is_some_and(|word| word.group == "condition" && word.range.start == 0);
    let consequence = WORDS
        .find(first)
        .find(|word| word.group == "consequence" && word.range.start >= SHORTEST)?
        .range
        .start;
    begins.then_some((consequence, consequence))
}

/// A condition has at least so many bytes.
const SHORTEST: usize = 12;
