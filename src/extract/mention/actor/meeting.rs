//! Who was at a meeting or held it: told, not asked to do anything.

use super::called::CALLED;
use crate::extract::mention::scene::Scene;

/// Whether a verb says that somebody was at a meeting.
pub(super) fn attends(scene: Scene<'_>, index: usize) -> bool {
    let next = scene.word(index + 1);
    matches!(scene.word(index), "参加" | "出席" | "列席")
        && (next.ends_with('会') || CALLED.attended.iter().any(|word| next.starts_with(word)))
}

/// Whether a verb only says whose doing the noun behind it was: 由甲局举办的|会议.
pub(super) fn qualifies(scene: Scene<'_>, index: usize) -> bool {
    (index..index + 3).any(|at| CALLED.doings.contains(&scene.word(at)) && scene.word(at + 1) == "的")
}
