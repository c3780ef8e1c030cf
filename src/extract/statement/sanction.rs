//! Standing rules by what they lay down, whatever the weights say: points or money for each time, and a penalty
//! for those who fail.

use super::definition::Defining;
use super::sight::Sight;

/// Between the verb of a reward or a fine and its amount stand at most so many characters.
const REACH: usize = 4;

/// Whether a clause lays down a reward or a fine for each time: 每发生一起扣5分, 被通报的罚500元.
pub(super) fn rewards(words: &Defining, clause: &str) -> bool {
    !words.any("report", |word| clause.contains(word))
        && clause
            .match_indices(|char: char| char.is_ascii_digit() || matches!(char, '×' | '一' | '二' | '三' | '五' | '十'))
            .any(|(at, _)| is_amount(words, &clause[at..]) && is_earned(words, &clause[..at]))
}

/// Whether a text begins with an amount of points or money.
fn is_amount(words: &Defining, text: &str) -> bool {
    let unit = text.trim_start_matches(|char: char| {
        char.is_ascii_digit()
            || matches!(char, '×' | '.' | '-' | '—' | '至' | '万' | '百' | '千')
            || "一二三五十".contains(char)
    });
    words.any("unit-of-reward", |word| unit.starts_with(word))
}

/// Whether the words before an amount say for what it is given or taken.
fn is_earned(words: &Defining, head: &str) -> bool {
    let near = head.char_indices().rev().take(REACH + "扣除".chars().count());
    near.map(|(at, _)| at).any(|at| {
        let verb = words.any("reward", |word| {
            head[at..]
                .strip_prefix(word)
                .is_some_and(|rest| rest.chars().count() <= REACH)
        });
        verb && is_event(words, &head[..at])
    })
}

/// Whether words say what a reward or a fine is for.
fn is_event(words: &Defining, before: &str) -> bool {
    let each = before
        .match_indices('每')
        .any(|(at, each)| words.any("event", |word| before[at + each.len()..].starts_with(word)));
    let mut rest = before.trim_end_matches(['，', ',']);
    words.any("each-time", |word| {
        rest.strip_suffix(word).map(|shorter| rest = shorter).is_some()
    });
    each || words.any("times", |word| rest.ends_with(word))
}

/// Whether a clause is a condition that those fulfil who fail: 对工作不力的，
pub(super) fn fails(words: &Defining, sight: &Sight, index: usize) -> bool {
    let clause = &sight.text[sight.clauses[index].span.range()];
    matches!(sight.clauses[index].closing, '，' | ',')
        && words.any("those-who", |word| clause.ends_with(word))
        && words.any("failing", |word| clause.contains(word))
}

/// Whether a clause tells of a penalty on persons.
pub(super) fn punishes(words: &Defining, sight: &Sight, index: usize) -> bool {
    let clause = &sight.text[sight.clauses[index].span.range()];
    words.any("penalty", |word| clause.contains(word))
}
