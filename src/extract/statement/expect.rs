//! From the sums of weights to statements: among all ways to cut a text, those statements of which most
//! can be expected to be right.
//!
//! The weights give every way to label the clauses a chance. A statement counts as found if a reader has
//! one with the same label that shares at least half of what the two cover together; so a statement's
//! chance to be right is the sum over all readings of that kind, not the chance of one reading alone.

use std::ops::Range;

use super::super::extraction::Label;
use super::around::around;
use super::chain::{Chain, LONGEST, Readings};
use super::definition::by_definition;
use super::model::{LABELS, Model, STATES};
use super::sight::Sight;

/// A statement that the model expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Its clauses.
    pub run: Range<usize>,
    /// Its label.
    pub label: Label,
    /// The chance that a reader has it too, in [0, 1].
    pub chance: f64,
}

/// What a statement must gain to be made. One that is missed weighs as much as one that is made up: F1 is highest
/// when all are made that have more than half of it as their chance; a little more, since chances are claimed a
/// little too high.
const WORTH: f64 = 0.5;

/// Among statements that are about as likely found, the one with the likelier edges is better: the chance of a
/// reading itself counts so much besides.
const EDGES: f64 = 0.1;

/// The statements that are worth making, in order and without overlaps.
pub fn expect(model: &Model, sight: &Sight, scores: &[[i32; STATES]]) -> Vec<Expected> {
    let first = Chain::new(model, sight, scores);
    let again = model.again(scores, &around(sight, &first));
    let chain = first.with(&again);
    let (mut found, mut readings) = (Vec::new(), Readings::default());
    let mut start = 0;
    while start < scores.len() {
        let sentence = sight.clauses[start].sentence;
        let length = sight.clauses[start..]
            .iter()
            .take_while(|clause| clause.sentence == sentence)
            .count();
        chain.readings(sight, start..start + length, &mut readings);
        best(start..start + length, &readings, &mut found);
        start += length;
    }
    by_definition(sight, found)
}

/// The best statement so far that ends with a clause.
#[derive(Clone, Copy)]
struct Ending {
    /// What is gained with it and all before it.
    gain: f64,
    reading: usize,
    chance: f64,
}

/// Chooses among the readings of a sentence.
fn best(sentence: Range<usize>, readings: &Readings, found: &mut Vec<Expected>) {
    // For each number of clauses: what is gained at most, and the statement that ends there.
    let mut gains: Vec<(f64, Option<Ending>)> = vec![(0.0, None); sentence.len() + 1];
    let mut reached = 0;
    for (at, reading) in readings.all().iter().enumerate() {
        // All statements that end before this one begins are known: what is gained up to there is certain.
        while sentence.start + reached < reading.first {
            reached += 1;
            settle(&mut gains, reached);
        }
        // Most have so little chance that what is like them need not be looked for.
        if readings.most(reading) + EDGES * reading.chance < WORTH {
            continue;
        }
        let earliest = sentence.start.max((reading.first + 1).saturating_sub(LONGEST));
        let mut chance = 0.0;
        for first in earliest..=reading.last {
            for other in readings.of(first, reading.label) {
                if alike(&reading.covers, &other.covers) {
                    chance += other.chance;
                }
            }
        }
        let worth = chance + EDGES * reading.chance;
        if worth > WORTH {
            let gain = gains[reading.first - sentence.start].0 + chance - WORTH + EDGES * reading.chance;
            let ending = &mut gains[reading.last + 1 - sentence.start].1;
            if ending.is_none_or(|best| gain > best.gain) {
                let reading = at;
                *ending = Some(Ending { gain, reading, chance });
            }
        }
    }
    (reached + 1..gains.len()).for_each(|end| settle(&mut gains, end));
    let before = found.len();
    let mut end = sentence.len();
    while end > 0 {
        match gains[end].1 {
            None => end -= 1,
            Some(ending) => {
                let reading = &readings.all()[ending.reading];
                found.push(Expected {
                    run: reading.first..reading.last + 1,
                    label: LABELS[reading.label],
                    chance: ending.chance,
                });
                end = reading.first - sentence.start;
            }
        }
    }
    found[before..].reverse();
}

/// Decides between the best statement that ends somewhere and none that does.
fn settle(gains: &mut [(f64, Option<Ending>)], end: usize) {
    let without = gains[end - 1].0;
    let (gain, ending) = &mut gains[end];
    *ending = ending.filter(|best| best.gain > without);
    *gain = ending.map_or(without, |best| best.gain);
}

/// Whether two pieces of text share at least half of what they cover together.
fn alike(one: &Range<usize>, other: &Range<usize>) -> bool {
    let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    2 * shared >= one.len() + other.len() - shared
}

#[cfg(test)]
mod tests {
    use super::super::super::{clause::clauses, clean::clean, outline::outline};
    use super::super::view::views;
    use super::*;
    use crate::text::Source;

    /// What is expected of a text, with the same sums for all clauses but those that are said.
    fn expected(text: &str, sums: &[(usize, usize, i32)]) -> Vec<(Range<usize>, Label, u32)> {
        let cleaned = clean(&Source::new(text));
        let outline = outline(&cleaned);
        let clauses = clauses(&cleaned, &outline);
        let views = views(&cleaned, &outline, &clauses, None, &[]);
        let sight = Sight {
            text: cleaned.text(),
            clauses: &clauses,
            views: &views,
        };
        let mut scores = vec![[0; STATES]; clauses.len()];
        for (clause, state, sum) in sums {
            scores[*clause][*state] = *sum;
        }
        let (layout, _) = Model::own();
        let found = expect(&Model::empty(layout), &sight, &scores);
        found
            .into_iter()
            .map(|found| (found.run, found.label, (found.chance * 100.0) as u32))
            .collect()
    }

    #[test]
    fn what_is_sure_is_found_whole() {
        let text = "修好水渠，清理河道，确保通水。";
        assert_eq!(
            expected(text, &[(0, 1, 400), (1, 2, 400), (2, 3, 400)]),
            [(0..2, Label::Measure, 99), (2..3, Label::Target, 99)]
        );
        assert_eq!(expected(text, &[(0, 0, 400), (1, 0, 400), (2, 0, 400)]), []);
    }

    #[test]
    fn readings_that_differ_by_little_count_together() {
        // A short clause may belong to it or not: each reading has half the chance, the statement has all of it.
        let text = "全面修好全县各个乡镇的灌溉水渠，通水。";
        let found = expected(text, &[(0, 1, 400), (1, 0, 400), (1, 2, 400)]);
        assert_eq!((found.len(), found[0].1, found[0].2), (1, Label::Measure, 99));
    }

    #[test]
    fn without_clauses_or_chances_there_is_nothing() {
        assert_eq!(expected("", &[]), []);
        let far: Vec<_> = (0..STATES).map(|state| (0, state, state as i32 * 1_000_000)).collect();
        assert!(expected("修好水渠。", &far).len() <= 1);
    }
}
