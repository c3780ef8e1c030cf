//! How much sentences are alike, and which of many could be the same one reworded.

use std::collections::BTreeMap;

/// Pairs of neighbouring letters in order; of a single letter, that letter twice.
pub(super) fn pairs(sentence: &[char]) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = sentence.windows(2).map(|pair| (pair[0], pair[1])).collect();
    if let [only] = sentence {
        pairs.push((*only, *only));
    }
    pairs.sort_unstable();
    pairs
}

/// How many pairs two sorted lists share.
pub(super) fn shared(one: &[(char, char)], other: &[(char, char)]) -> usize {
    let (mut at, mut count) = (0, 0);
    for pair in one {
        while other.get(at).is_some_and(|next| next < pair) {
            at += 1;
        }
        if other.get(at) == Some(pair) {
            at += 1;
            count += 1;
        }
    }
    count
}

/// How much two sentences are alike, in percent: the share of their pairs of letters that both have.
pub(super) fn percent(one: &[char], other: &[char]) -> u8 {
    if one == other {
        return 100;
    }
    let (one, other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    // Reordered words have all pairs but some; only the same words are all alike.
    (200 * shared(&one, &other)).checked_div(all).unwrap_or(0).min(99) as u8
}

/// A pair of letters that more sentences have tells nothing.
const COMMON: usize = 24;
/// So many likely ones are looked at.
const FEW: usize = 4;

/// Sentences by their pairs of letters.
pub(super) struct Likely {
    holders: BTreeMap<(char, char), Vec<usize>>,
}

impl Likely {
    /// An index of sentences, each with a name.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = (usize, &'a [char])>) -> Self {
        let mut holders: BTreeMap<(char, char), Vec<usize>> = BTreeMap::new();
        for (name, sentence) in sentences {
            let mut pairs = pairs(sentence);
            pairs.dedup();
            for pair in pairs {
                let held = holders.entry(pair).or_default();
                if held.len() <= COMMON {
                    held.push(name);
                }
            }
        }
        Self { holders }
    }

    /// The names of the sentences that share most with one, the likeliest first.
    pub(super) fn to(&self, sentence: &[char]) -> Vec<usize> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut pairs = pairs(sentence);
        pairs.dedup();
        for held in pairs.iter().filter_map(|pair| self.holders.get(pair)) {
            if held.len() <= COMMON {
                held.iter().for_each(|&name| *votes.entry(name).or_default() += 1);
            }
        }
        let mut ranked: Vec<(usize, usize)> = votes.into_iter().collect();
        ranked.sort_by_key(|&(name, votes)| (std::cmp::Reverse(votes), name));
        ranked.into_iter().take(FEW).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_between_nothing_and_the_same() {
        let read = |text: &str| text.chars().collect::<Vec<_>>();
        let percent = |one: &str, other: &str| percent(&read(one), &read(other));
        assert_eq!(percent("修好渠道", "修好渠道"), 100);
        assert_eq!(percent("修好渠道", "开会"), 0);
        assert_eq!(percent("", "开会"), 0);
        assert!((60..100).contains(&percent("六月底前修好渠道", "七月底前修好渠道")));
        assert!(percent("甲乙甲", "乙甲乙") < 100);
    }
}
