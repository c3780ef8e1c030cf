//! Weights of one feature, as the learned models count them.

/// How many weights a row has room for.
const WIDTH: usize = 16;

/// The weights of one feature: one byte per state, and zeros behind them. What is looked at has dozens of
/// features, all over the table: the smaller it is, the fewer of them have to be fetched from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(align(16))]
pub struct Row([i8; WIDTH]);

impl Row {
    /// Sets the weight for a state; what is too large becomes the largest weight.
    pub fn set(&mut self, state: usize, weight: i32) {
        self.0[state] = weight.clamp(-LARGEST, LARGEST) as i8;
    }

    /// The weight for a state.
    pub fn get(&self, state: usize) -> i32 {
        self.0[state].into()
    }
}

/// The lines of a file of weights, without comments: each a name and its weights, a letter for the state before each.
/// What is no weight is left out.
pub(super) fn lines<'d>(
    data: &'d str,
    letters: &'d [char],
) -> impl Iterator<Item = (&'d str, impl Iterator<Item = (usize, i32)> + 'd)> {
    let weight = |part: &str| {
        let mut chars = part.chars();
        let letter = chars.next()?;
        let state = letters.iter().position(|other| *other == letter)?;
        Some((state, chars.as_str().parse().ok()?))
    };
    data.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(move |line| {
            let mut parts = line.split(' ');
            Some((parts.next()?, parts.filter_map(weight)))
        })
}

/// Adds the weights of at most [`FEW`] features.
pub(super) fn add<const STATES: usize>(sums: &mut [i32; STATES], rows: &[Row], few: impl Iterator<Item = usize>) {
    let mut part = [0_i16; WIDTH];
    for number in few {
        // By reference: an array handed to an iterator by value is added up one by one and not all at once.
        for (sum, weight) in part.iter_mut().zip(&rows[number].0) {
            *sum += i16::from(*weight);
        }
    }
    for (sum, part) in sums.iter_mut().zip(part) {
        *sum += i32::from(part);
    }
}

/// No weight of a feature is larger.
const LARGEST: i32 = i8::MAX as i32;

/// The weights of so many features add up to less than the largest number of two bytes.
pub(super) const FEW: usize = 256;
