//! What is left out in every step of learning.

use juyao::extract::statement::feature::Layout;

use crate::random::Random;

/// In every step each feature of a clause is left out with this chance, so that no clause is explained by
/// one rare feature alone.
pub(crate) const LEFT_OUT: f64 = 0.5;

/// In every step everything that says what stands around a piece is left out with this chance: texts come as
/// excerpts too, without the headings and sentences that would tell.
const ALONE: f64 = 0.3;

/// The features of the clauses of a piece that are kept in a step.
pub(crate) fn kept(random: &mut Random, layout: &Layout, clauses: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let alone = random.happens(ALONE);
    let mut kept = |feature: &u32| !(random.happens(LEFT_OUT) || alone && layout.is_outside(*feature));
    clauses
        .iter()
        .map(|row| row.iter().copied().filter(&mut kept).collect())
        .collect()
}
