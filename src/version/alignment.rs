//! Two versions of a text, sentence by sentence.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::difference::{Hunk, common, of_letters, of_sentences};
use super::letters::Letters;
use super::likeness::{Likely, pairs, percent, shared};
use super::sure::{Anchor, sure};
use crate::text::Source;

/// Percent that reworded sentences have in common at least, where both stand between the same others…
const ALIKE_IN_PLACE: u8 = 30;
/// …and where one stands elsewhere.
const ALIKE_ELSEWHERE: u8 = 55;
/// Percent of a sentence that another must hold to have taken it in.
const TAKEN_IN: usize = 60;

/// Two versions of a text, sentence by sentence. Linear in their length, but for sorting.
#[derive(Clone, Debug)]
pub struct Alignment {
    pub(super) old: Letters,
    pub(super) new: Letters,
    /// For each sentence of the old version its partner in the new one.
    pub(super) partners: Vec<Option<Partner>>,
    /// Whether no other sentence could be meant by the partner.
    pub(super) sure: Vec<bool>,
    /// For a sentence without a partner, one that has taken it in among other words.
    pub(super) hosts: Vec<Option<usize>>,
}

/// A sentence of the new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Partner {
    pub(super) sentence: usize,
    /// The same letters.
    pub(super) is_same: bool,
    /// It stands before or after other sentences than the old one did.
    pub(super) is_moved: bool,
}

impl Alignment {
    /// Aligns two versions.
    pub fn of(old: &Source, new: &Source) -> Self {
        let (old, new) = (Letters::of(old.text()), Letters::of(new.text()));
        let (old_ids, new_ids) = number(&old, &new);
        let hunks = of_sentences(old_ids.iter().copied(), new_ids.iter().copied());
        let mut partners = vec![None; old.sentences.len()];
        for (old_run, new_run) in common(&hunks, old_ids.len()) {
            for (from, to) in old_run.zip(new_run) {
                partners[from] = Some(Partner {
                    sentence: to,
                    is_same: true,
                    is_moved: false,
                });
            }
        }
        let mut aligned = Self {
            sure: sure(&partners, &anchors(&old, &old_ids, &new_ids), new.sentences.len()),
            hosts: vec![None; partners.len()],
            partners,
            old,
            new,
        };
        let mut taken = vec![false; aligned.new.sentences.len()];
        for partner in aligned.partners.iter().flatten() {
            taken[partner.sentence] = true;
        }
        aligned.pair_moved(&hunks, &old_ids, &new_ids, &mut taken);
        aligned.pair_reworded(&hunks, &mut taken);
        aligned.find_hosts();
        aligned
    }

    /// Where a sentence and its partner (or host) differ, letter by letter, counted from their starts.
    pub(super) fn difference(&self, sentence: usize, partner: usize) -> Vec<Hunk> {
        of_letters(self.old.sentence(sentence), self.new.sentence(partner))
    }

    /// Sentences that stand elsewhere, word for word.
    fn pair_moved(&mut self, hunks: &[Hunk], old_ids: &[u32], new_ids: &[u32], taken: &mut [bool]) {
        let mut free: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for to in hunks.iter().flat_map(|hunk| hunk.new.clone()).rev() {
            free.entry(new_ids[to]).or_default().push(to);
        }
        for from in hunks.iter().flat_map(|hunk| hunk.old.clone()) {
            if let Some(to) = free.get_mut(&old_ids[from]).and_then(Vec::pop) {
                taken[to] = true;
                self.partners[from] = Some(Partner {
                    sentence: to,
                    is_same: true,
                    is_moved: true,
                });
            }
        }
    }

    /// Sentences in other words: the most alike first, each with one.
    fn pair_reworded(&mut self, hunks: &[Hunk], taken: &mut [bool]) {
        let free_new = |taken: &[bool], range: Range<usize>| range.filter(|&to| !taken[to]).collect::<Vec<_>>();
        let all_free = free_new(taken, 0..taken.len());
        let likely = Likely::of(all_free.iter().map(|&to| (to, self.new.sentence(to))));
        let mut candidates: Vec<(u8, bool, usize, usize)> = Vec::new();
        for hunk in hunks {
            let here = free_new(taken, hunk.new.clone());
            let old: Vec<usize> = hunk.old.clone().filter(|&from| self.partners[from].is_none()).collect();
            for (place, &from) in old.iter().enumerate() {
                let mut to = likely.to(self.old.sentence(from));
                // Common words alone tell nothing, but the place does.
                to.extend(here.get(place * here.len() / old.len()));
                to.sort_unstable();
                to.dedup();
                for to in to {
                    let in_place = hunk.new.contains(&to);
                    let alike = percent(self.old.sentence(from), self.new.sentence(to));
                    if alike >= if in_place { ALIKE_IN_PLACE } else { ALIKE_ELSEWHERE } {
                        candidates.push((alike, in_place, from, to));
                    }
                }
            }
        }
        candidates.sort_by_key(|&(alike, in_place, from, to)| (Reverse((alike, in_place)), from, to));
        for (_, in_place, from, to) in candidates {
            if self.partners[from].is_none() && !taken[to] {
                taken[to] = true;
                self.partners[from] = Some(Partner {
                    sentence: to,
                    is_same: false,
                    is_moved: !in_place,
                });
            }
        }
        for hunk in hunks {
            self.mark_crossing(hunk);
        }
    }

    /// Of reworded sentences that have changed places among themselves, the fewest count as moved.
    fn mark_crossing(&mut self, hunk: &Hunk) {
        let reworded: Vec<(usize, usize)> = hunk
            .old
            .clone()
            .filter_map(|from| Some((from, self.partners[from].filter(|partner| !partner.is_moved)?.sentence)))
            .collect();
        let in_order = longest_rise(&reworded.iter().map(|&(_, to)| to).collect::<Vec<_>>());
        for (place, (from, _)) in reworded.into_iter().enumerate() {
            if let Some(partner) = self.partners[from]
                .as_mut()
                .filter(|_| in_order.binary_search(&place).is_err())
            {
                partner.is_moved = true;
            }
        }
    }

    /// Sentences that were joined to others.
    fn find_hosts(&mut self) {
        let mut is_same = vec![false; self.new.sentences.len()];
        for partner in self.partners.iter().flatten().filter(|partner| partner.is_same) {
            is_same[partner.sentence] = true;
        }
        let changed = (0..is_same.len()).filter(|&to| !is_same[to]);
        let likely = Likely::of(changed.map(|to| (to, self.new.sentence(to))));
        for from in 0..self.partners.len() {
            if self.partners[from].is_none() {
                let own = pairs(self.old.sentence(from));
                self.hosts[from] = likely
                    .to(self.old.sentence(from))
                    .into_iter()
                    .find(|&to| 100 * shared(&own, &pairs(self.new.sentence(to))) >= TAKEN_IN * own.len());
            }
        }
    }
}

/// Equal sentences get equal numbers.
fn number(old: &Letters, new: &Letters) -> (Vec<u32>, Vec<u32>) {
    let mut numbers: BTreeMap<&[char], u32> = BTreeMap::new();
    let mut number = |sentence| {
        let next = numbers.len() as u32;
        *numbers.entry(sentence).or_insert(next)
    };
    let old = (0..old.sentences.len())
        .map(|index| number(old.sentence(index)))
        .collect();
    let new = (0..new.sentences.len())
        .map(|index| number(new.sentence(index)))
        .collect();
    (old, new)
}

/// What each old sentence tells of its place by itself.
fn anchors(old: &Letters, old_ids: &[u32], new_ids: &[u32]) -> Vec<Anchor> {
    let count = |ids: &[u32]| {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        ids.iter().for_each(|&id| *counts.entry(id).or_default() += 1);
        counts
    };
    let (in_old, in_new) = (count(old_ids), count(new_ids));
    old_ids
        .iter()
        .enumerate()
        .map(|(index, id)| Anchor {
            length: old.sentence(index).len(),
            is_only: in_old.get(id) == Some(&1) && in_new.get(id) == Some(&1),
        })
        .collect()
}

/// The places of a longest rising part of a sequence.
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // For each length, the place where the rise of that length with the smallest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; values.len()];
    for (place, value) in values.iter().enumerate() {
        let length = ends.partition_point(|&end| values[end] < *value);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut rise = Vec::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        rise.push(place);
        at = before[place];
    }
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rise_is_found() {
        assert_eq!(longest_rise(&[]), [0; 0]);
        assert_eq!(longest_rise(&[5, 1, 2, 9, 3]), [1, 2, 4]);
        assert_eq!(longest_rise(&[3, 2, 1]), [2]);
    }

    fn align(old: &str, new: &str) -> Vec<Option<(usize, bool, bool)>> {
        let aligned = Alignment::of(&Source::new(old), &Source::new(new));
        let show = |partner: &Partner| (partner.sentence, partner.is_same, partner.is_moved);
        aligned
            .partners
            .iter()
            .map(|partner| partner.as_ref().map(show))
            .collect()
    }

    #[test]
    fn sentences_are_paired_with_what_became_of_them() {
        let old = "各镇要修好灌溉渠道。年底前完成清淤二十公里。会后就要抓紧部署。谢谢大家。";
        assert_eq!(
            align(
                old,
                "各镇要修好灌溉渠道。今天天气好。年底前完成清淤三十公里。谢谢大家。"
            ),
            [
                Some((0, true, false)),
                Some((2, false, false)),
                None,
                Some((3, true, false))
            ]
        );
        assert_eq!(
            align(
                old,
                "会后就要抓紧部署。各镇要修好灌溉渠道。年底前完成清淤二十公里。谢谢大家。"
            ),
            [
                Some((1, true, false)),
                Some((2, true, false)),
                Some((0, true, true)),
                Some((3, true, false))
            ]
        );
        assert_eq!(align("", "甲。"), []);
    }

    #[test]
    fn a_sentence_that_was_joined_to_another_is_found_there() {
        let aligned = Alignment::of(
            &Source::new("由市水利局牵头修好全部灌溉渠道和提水泵站。年底前完成清淤。"),
            &Source::new("由市水利局牵头修好全部灌溉渠道和提水泵站，年底前完成清淤。"),
        );
        assert!(aligned.partners[0].is_some() && aligned.partners[1].is_none());
        assert_eq!(aligned.hosts[1], Some(0));
    }
}
