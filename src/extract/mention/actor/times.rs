//! The time expressions of a text, as the search for subjects looks them up.

use std::ops::Range;

use crate::extract::mention::scene::Scene;

/// For each word, the end of the time expression that begins with it; 0 where none does.
pub(super) struct Times(Vec<usize>);

impl Times {
    /// `times` are in order.
    pub(super) fn of(scene: Scene<'_>, times: &[Range<usize>]) -> Self {
        let mut ends = vec![0; scene.len()];
        for time in times.iter().rev() {
            let index = scene.index(time.start);
            if scene.start(index) == time.start
                && let Some(end) = ends.get_mut(index)
            {
                *end = time.end;
            }
        }
        Self(ends)
    }

    /// The end of the time expression that begins with a word.
    pub(super) fn end_at(&self, index: usize) -> Option<usize> {
        self.0.get(index).copied().filter(|end| *end > 0)
    }
}
