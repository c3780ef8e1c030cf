//! Rules taken apart: condition, consequence, quota.

use crate::extract::clean::{CleanOffset, Cleaned};
use crate::extract::extraction::{Label, Mention, Statement};
use crate::text::{ByteOffset, Offset, Span};

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

/// What a clause that sets a condition begins with.
const CONDITIONS: [&str; 17] = [
    "对",
    "凡",
    "如",
    "若",
    "一旦",
    "未",
    "连续",
    "超过",
    "达到",
    "经",
    "不符合",
    "符合",
    "逾期",
    "被",
    "因",
    "在",
    "按",
];

/// Takes the rules of a text apart, in order.
pub(super) fn rules(
    cleaned: &Cleaned,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
) -> Vec<RuleFrame<CleanOffset>> {
    let mut found = Vec::new();
    for (rule, statement) in statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| statement.label == Label::Rule)
    {
        let range = statement.span.range();
        let words = cleaned.slice(statement.span);
        let (condition, from) = split(words).map_or((None, 0), |(end, from)| {
            (Some(Span::at(range.start, range.start + end)), from)
        });
        let consequence = Span::at(range.start + from, range.end);
        let first = mentions.partition_point(|mention| mention.span.start() < consequence.start());
        let quotas = (first..mentions.len())
            .take_while(|&at| mentions[at].span.start() < consequence.end())
            .filter(|&at| mentions[at].label == Label::Quantity && mentions[at].span.end() <= consequence.end())
            .collect();
        found.push(RuleFrame {
            rule,
            condition,
            consequence,
            quotas,
        });
    }
    found
}

/// Where the condition ends and where the consequence begins: at the last …的， or else after the
/// first clause if it begins like a condition.
fn split(words: &str) -> Option<(usize, usize)> {
    for mark in ["的，", "的,"] {
        if let Some(at) = words.rfind(mark) {
            return Some((at + "的".len(), at + mark.len()));
        }
    }
    let (at, comma) = words.char_indices().find(|(_, char)| matches!(char, '，' | ','))?;
    let head = &words[..at];
    let conditional = CONDITIONS.iter().any(|word| head.starts_with(word)) || head.ends_with(['后', '时']);
    conditional.then_some((at, at + comma.len_utf8()))
}
