//! What probably stands around a clause, in its paragraph and farther before and behind it: among
//! achievements another achievement is likelier than an order, among orders an order. Known only after a
//! first look.

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
pub const AROUND: usize = ONE * 2;

/// How many features one circle of what stands around has.
const ONE: usize = (KINDS * SIZES + 1) * KINDS;

/// What stands a clause farther away counts so much less, in the wider circle.
const FADES: f64 = 0.98;

/// The features of one clause.
pub struct Around {
    numbers: [u16; KINDS * 2],
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
    let wide = wide(&kinds, |at| clauses[at].sentence);
    (0..clauses.len())
        .map(|at| {
            let (all, own) = (paragraphs.at(at), sentences.at(at));
            let others = std::array::from_fn(|kind| all[kind] - own[kind]);
            let mut around = Around {
                numbers: [0; KINDS * 2],
                count: 0,
            };
            shares(top(&kinds[at]), &others, 0, &mut around);
            shares(top(&kinds[at]), &wide[at], ONE, &mut around);
            around
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

/// What stands before and behind the sentence of each clause, near it more than far away, whatever paragraphs it
/// is in: some texts come without their line ends.
fn wide(kinds: &[[f64; KINDS]], key: impl Fn(usize) -> u32) -> Vec<[f64; KINDS]> {
    let mut all = vec![[0.0; KINDS]; kinds.len()];
    let mut pass = |order: &mut dyn Iterator<Item = usize>| {
        let (mut before, mut own, mut last) = ([0.0; KINDS], [0.0; KINDS], None);
        for at in order {
            if last.is_some_and(|last| key(last) != key(at)) {
                for (sum, own) in before.iter_mut().zip(&mut own) {
                    *sum += std::mem::take(own);
                }
            }
            last = Some(at);
            for kind in 0..KINDS {
                all[at][kind] += before[kind];
                before[kind] *= FADES;
                own[kind] = own[kind] * FADES + kinds[at][kind];
            }
        }
    };
    pass(&mut (0..kinds.len()));
    pass(&mut (0..kinds.len()).rev());
    all
}

/// How large the shares of the kinds are in what stands around a clause.
fn shares(own: usize, others: &[f64; KINDS], start: usize, around: &mut Around) {
    let sum: f64 = others.iter().sum();
    let number = |value: usize| (start + value * KINDS + own) as u16;
    let mut add = |number: u16| {
        around.numbers[around.count] = number;
        around.count += 1;
    };
    // Chances that were taken away again leave traces.
    if sum < 0.5 {
        return add(number(KINDS * SIZES));
    }
    let size = |share: f64| SHARES.iter().filter(|limit| share > **limit).count();
    for (kind, other) in others.iter().enumerate() {
        add(number(kind * SIZES + size(other / sum)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(own: usize, others: &[f64; KINDS], start: usize) -> Around {
        let mut around = Around {
            numbers: [0; KINDS * 2],
            count: 0,
        };
        shares(own, others, start, &mut around);
        around
    }

    #[test]
    fn shares_are_told_apart_and_nothing_around_is_a_feature_too() {
        let none = shared(2, &[0.0; KINDS], 0);
        assert_eq!(none.numbers(), [(ONE - KINDS + 2) as u16]);
        let some = shared(1, &[1.0, 9.0, 0.0, 0.0, 0.0, 0.0], 0);
        let some = some.numbers();
        assert_eq!(some.len(), KINDS);
        let names = names();
        let named: Vec<&str> = some.iter().map(|number| names[*number as usize].as_str()).collect();
        assert_eq!(named[..3], ["around:1:1", "around:9:1", "around:10:1"]);
        assert!(some.iter().all(|number| usize::from(*number) < ONE - KINDS));
        assert_eq!(shared(2, &[0.0; KINDS], ONE).numbers(), [(AROUND - KINDS + 2) as u16]);
    }

    #[test]
    fn the_wider_circle_leaves_out_the_own_sentence_and_fades() {
        let order = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        let report = [0.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let wide = wide(&[order, order, report, order], |at| [0, 0, 1, 2][at]);
        assert_eq!(wide[2][1], 1.0 + FADES + 1.0);
        assert_eq!(wide[2][3], 0.0);
        assert_eq!(wide[0][1], FADES * FADES);
        assert_eq!(wide[0][3], FADES);
    }
}
