//! Layers of the network while they are learned: what they make of numbers, and back.

use juyao::extract::statement::network::{BESIDE, LAYER};

/// In every step each number that goes into a layer is left out with this chance.
pub(crate) const SILENT: f64 = 0.35;

/// Numbers between layers, one row per clause.
pub(crate) type Rows<const COUNT: usize> = Vec<[f32; COUNT]>;

/// Goes back through a layer that sees each clause and those beside it: `change` is how what came out should change,
/// `into` how what went in should.
pub(crate) fn through<const IN: usize>(
    weights: &[f32],
    gradient: &mut [f32],
    change: &[[f32; LAYER]],
    out: &[[f32; LAYER]],
    numbers: &[[f32; IN]],
    into: &mut [[f32; IN]],
) {
    for at in 0..out.len() {
        let change = slope(&change[at], &out[at]);
        back(
            weights,
            gradient,
            &change,
            &beside(numbers, at),
            &mut beside_mut(into, at),
        );
    }
}

/// What a layer makes of some numbers.
pub(crate) fn layer<const IN: usize, const OUT: usize>(
    weights: &[f32],
    inputs: usize,
    numbers: &[Option<&[f32; IN]>],
) -> [f32; OUT] {
    let mut sums: [f32; OUT] = std::array::from_fn(|at| weights[inputs * OUT + at]);
    for (place, numbers) in numbers.iter().enumerate() {
        for (at, number) in numbers
            .iter()
            .copied()
            .flatten()
            .enumerate()
            .filter(|(_, number)| **number != 0.0)
        {
            let row = &weights[(place * IN + at) * OUT..][..OUT];
            sums.iter_mut()
                .zip(row)
                .for_each(|(sum, weight)| *sum += number * weight);
        }
    }
    sums
}

/// Adds how the weights of a layer and the numbers that went in should change.
pub(crate) fn back<const IN: usize, const OUT: usize>(
    weights: &[f32],
    gradient: &mut [f32],
    change: &[f32; OUT],
    numbers: &[Option<&[f32; IN]>],
    into: &mut [Option<&mut [f32; IN]>],
) {
    for (place, (numbers, into)) in numbers.iter().zip(into).enumerate() {
        let (Some(numbers), Some(into)) = (numbers, into) else {
            continue;
        };
        // What is 0 was cut off or left out: nothing comes back through it.
        for at in (0..IN).filter(|at| numbers[*at] != 0.0) {
            let start = (place * IN + at) * OUT;
            let row = &mut gradient[start..][..OUT];
            row.iter_mut()
                .zip(change)
                .for_each(|(sum, change)| *sum += numbers[at] * change);
            into[at] += dot(&weights[start..][..OUT], change);
        }
    }
    let added = gradient.len() - OUT;
    gradient[added..]
        .iter_mut()
        .zip(change)
        .for_each(|(sum, change)| *sum += change);
}

fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut lanes = [0.0; 8];
    for (one, other) in one.chunks(8).zip(other.chunks(8)) {
        for (lane, (one, other)) in lanes.iter_mut().zip(one.iter().zip(other)) {
            *lane += one * other;
        }
    }
    lanes.iter().sum()
}

/// The change of what comes out of a layer before it was cut off at 0 and some of it left out.
pub(crate) fn slope<const COUNT: usize>(change: &[f32; COUNT], kept: &[f32; COUNT]) -> [f32; COUNT] {
    std::array::from_fn(|at| {
        if kept[at] > 0.0 {
            change[at] / (1.0 - SILENT as f32)
        } else {
            0.0
        }
    })
}

/// The rows of a clause and those beside it.
pub(crate) fn beside<const COUNT: usize>(rows: &[[f32; COUNT]], at: usize) -> [Option<&[f32; COUNT]>; BESIDE] {
    [
        at.checked_sub(1).and_then(|at| rows.get(at)),
        rows.get(at),
        rows.get(at + 1),
    ]
}

fn beside_mut<const COUNT: usize>(rows: &mut [[f32; COUNT]], at: usize) -> [Option<&mut [f32; COUNT]>; BESIDE] {
    let (before, rest) = rows.split_at_mut(at);
    let mut rest = rest.iter_mut();
    [before.last_mut(), rest.next(), rest.next()]
}
