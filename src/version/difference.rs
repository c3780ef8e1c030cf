//! What two sequences have in common, in order.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// A stretch that the two do not have in common; one side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// Where two sequences of sentences differ: rare ones are matched first.
pub(super) fn of_sentences<T: Hash + Eq + Default>(
    old: impl Iterator<Item = T>,
    new: impl Iterator<Item = T>,
) -> Vec<Hunk> {
    hunks(Algorithm::Histogram, old, new)
}

/// Where two sentences differ, letter by letter.
pub(super) fn of_letters(old: &[char], new: &[char]) -> Vec<Hunk> {
    hunks(Algorithm::Myers, old.iter().copied(), new.iter().copied())
}

fn hunks<T: Hash + Eq + Default>(
    algorithm: Algorithm,
    old: impl Iterator<Item = T>,
    new: impl Iterator<Item = T>,
) -> Vec<Hunk> {
    let mut input = InternedInput::default();
    input.update_before(old);
    input.update_after(new);
    let wide = |range: Range<u32>| range.start as usize..range.end as usize;
    Diff::compute(algorithm, &input)
        .hunks()
        .map(|hunk| Hunk {
            old: wide(hunk.before),
            new: wide(hunk.after),
        })
        .collect()
}

/// The common stretches between hunks: ranges of equal length.
pub(super) fn common(hunks: &[Hunk], old_length: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut common = Vec::new();
    let (mut old, mut new) = (0, 0);
    let mut add = |old: usize, new: usize, length: usize| {
        if length > 0 {
            common.push((old..old + length, new..new + length));
        }
    };
    for hunk in hunks {
        add(old, new, hunk.old.start - old);
        (old, new) = (hunk.old.end, hunk.new.end);
    }
    add(old, new, old_length - old);
    common
}
