//! Standing rules by what they lay down, whatever the weights say: points or money for each time, and a penalty
//! for those who fail.

use super::definition::Defining;
use super::sight::Sight;

/// Between the verb of a reward or a fine and its amount stand at most so many characters.
const REACH: usize = 4;

/// So many bytes before an amount are looked at for what it is given or taken for.
const WINDOW: usize = 120;

/// Whether a clause lays down a reward or a fine for each time: 每发生一起扣5分, 被通报的罚500元.
pub(super) fn rewards(words: &Defining, clause: &str) -> bool {
    let earned = |at: usize| {
        is_earned(
            words,
            &clause[clause.floor_char_boundary(at.saturating_sub(WINDOW))..at],
        )
    };
    !words.any("report", |word| clause.contains(word)) && amounts(words, clause).any(earned)
}

/// Where amounts of points or money begin.
fn amounts(words: &Defining, clause: &str) -> impl Iterator<Item = usize> {
    let numeral = |char: char| char.is_ascii_digit() || "×.一二三五十百千万".contains(char);
    let begins = move |at: &usize| !clause[..*at].ends_with(numeral);
    clause
        .match_indices(numeral)
        .map(|(at, _)| at)
        .filter(begins)
        .filter(move |at| {
            let unit = clause[*at..].trim_start_matches(numeral);
            words.any("unit-of-reward", |word| unit.starts_with(word))
        })
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
    let clause = sight.clause(index);
    matches!(sight.clauses[index].closing, '，' | ',')
        && words.any("those-who", |word| clause.ends_with(word))
        && words.any("failing", |word| clause.contains(word))
}

/// Whether a clause tells of a penalty on persons.
pub(super) fn punishes(words: &Defining, sight: &Sight, index: usize) -> bool {
    let clause = sight.clause(index);
    words.any("penalty", |word| clause.contains(word))
}
