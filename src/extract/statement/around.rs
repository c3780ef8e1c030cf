//! What probably stands around a clause in its paragraph: among achievements another achievement is likelier
//! than an order, among orders an order. Known only after a first look.

use super::chain::Chain;
use super::model::{LABELS, STATES, label};
use super::sight::Sight;

/// Kinds of clauses: outside, then the labels.
const KINDS: usize = LABELS.len() + 1;

/// Up to which shares of the clauses around are "none, few, some, many"; above it is "most".
const SHARES: [f64; 4] = [0.05, 0.2, 0.4, 0.65];
const SIZES: usize = SHARES.len() + 1;

/// How many features there are: of each kind how large its share is, and one where nothing stands around;
/// each with the kind that the clause itself seems to be.
pub const AROUND: usize = (KINDS * SIZES + 1) * KINDS;

/// The features of one clause.
pub struct Around {
    numbers: [u16; KINDS],
    count: usize,
}

impl Around {
    /// Their numbers.
    pub fn numbers(&self) -> &[u16] {
        &self.numbers[..self.count]
    }
}

/// The names of the features in the order of their numbers.
pub(super) fn names() -> Vec<String> {
    (0..AROUND)
        .map(|value| format!("around:{}:{}", value / KINDS, value % KINDS))
        .collect()
}

/// The features of all clauses, from the chances of the first look.
pub fn around(sight: &Sight, chain: &Chain) -> Vec<Around> {
    let kinds: Vec<[f64; KINDS]> = (0..chain.len()).map(|at| kinds(chain.states(at))).collect();
    let clauses = sight.clauses;
    let sentences = Sums::new(&kinds, |at| clauses[at].sentence);
    let paragraphs = Sums::new(&kinds, |at| clauses[at].paragraph);
    (0..clauses.len())
        .map(|at| {
            let (all, own) = (paragraphs.at(at), sentences.at(at));
            let others = std::array::from_fn(|kind| all[kind] - own[kind]);
            shares(top(&kinds[at]), &others)
        })
        .collect()
}

/// Sums over runs of clauses that have something in common.
struct Sums {
    all: Vec<[f64; KINDS]>,
    /// Which one each clause is in.
    of: Vec<usize>,
}

impl Sums {
    fn new(kinds: &[[f64; KINDS]], key: impl Fn(usize) -> u32) -> Self {
        let (mut all, mut of) = (Vec::new(), Vec::with_capacity(kinds.len()));
        for (at, chances) in kinds.iter().enumerate() {
            if at == 0 || key(at) != key(at - 1) {
                all.push([0.0; KINDS]);
            }
            of.push(all.len() - 1);
            if let Some(sum) = all.last_mut() {
                for (sum, chance) in sum.iter_mut().zip(chances) {
                    *sum += chance;
                }
            }
        }
        Self { all, of }
    }

    /// The sum over the run that a clause is in.
    fn at(&self, clause: usize) -> &[f64; KINDS] {
        &self.all[self.of[clause]]
    }
}

fn kinds(states: [f64; STATES]) -> [f64; KINDS] {
    let mut kinds = [0.0; KINDS];
    for (state, chance) in states.into_iter().enumerate() {
        kinds[label(state).map_or(0, |_| state.div_ceil(2))] += chance;
    }
    kinds
}

/// The likeliest kind.
fn top(kinds: &[f64; KINDS]) -> usize {
    (0..KINDS).fold(0, |top, kind| if kinds[kind] > kinds[top] { kind } else { top })
}

/// How large the shares of the kinds are in what stands around a clause.
fn shares(own: usize, others: &[f64; KINDS]) -> Around {
    let sum: f64 = others.iter().sum();
    let number = |value: usize| (value * KINDS + own) as u16;
    // Chances that were taken away again leave traces.
    if sum < 0.5 {
        return Around {
            numbers: [number(KINDS * SIZES); KINDS],
            count: 1,
        };
    }
    let size = |share: f64| SHARES.iter().filter(|limit| share > **limit).count();
    Around {
        numbers: std::array::from_fn(|kind| number(kind * SIZES + size(others[kind] / sum))),
        count: KINDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_apart_and_nothing_around_is_a_feature_too() {
        let none = shares(2, &[0.0; KINDS]);
        assert_eq!(none.numbers(), [(AROUND - KINDS + 2) as u16]);
        let some = shares(1, &[1.0, 9.0, 0.0, 0.0, 0.0, 0.0]);
        let some = some.numbers();
        assert_eq!(some.len(), KINDS);
        let names = names();
        let named: Vec<&str> = some.iter().map(|number| names[*number as usize].as_str()).collect();
        assert_eq!(named[..3], ["around:1:1", "around:9:1", "around:10:1"]);
        assert!(some.iter().all(|number| usize::from(*number) < AROUND - KINDS));
    }
}
