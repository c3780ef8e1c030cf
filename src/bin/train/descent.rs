//! Steps of learning down a slope.

/// How fast weights move, when they move fastest: after a tenth of the way; in the end hardly at all.
const RATE: f32 = 3e-3;

/// How strongly weights are drawn to 0, in the same measure.
const DECAY: f32 = 0.01;

/// Steps against the slope, each weight at its own pace (Adam, with the weights drawn to 0 apart from it).
pub(crate) struct Descent {
    means: Vec<f32>,
    squares: Vec<f32>,
    taken: f32,
    all: f32,
}

impl Descent {
    /// About so many steps for so many weights.
    pub(crate) fn new(weights: usize, steps: usize) -> Self {
        Self {
            means: vec![0.0; weights],
            squares: vec![0.0; weights],
            taken: 0.0,
            all: steps as f32,
        }
    }

    /// Takes a step, and takes the gradient away with it; `scale` is what the gradient is multiplied with.
    pub(crate) fn step(&mut self, values: &mut [f32], gradient: &mut [f32], scale: f32) {
        self.taken += 1.0;
        let way = (self.taken / self.all).min(1.0);
        let rate = RATE * if way < 0.1 { way * 10.0 } else { (1.0 - way) / 0.9 };
        let (fresh, fresh_squares) = (1.0 - 0.9_f32.powf(self.taken), 1.0 - 0.999_f32.powf(self.taken));
        let paces = self.means.iter_mut().zip(&mut self.squares);
        for ((value, gradient), (mean, square)) in values.iter_mut().zip(gradient).zip(paces) {
            let change = std::mem::take(gradient) * scale;
            *mean = 0.9 * *mean + 0.1 * change;
            *square = 0.999 * *square + 0.001 * change * change;
            *value += rate * (*mean / fresh / ((*square / fresh_squares).sqrt() + 1e-8) - DECAY * *value);
        }
    }
}
