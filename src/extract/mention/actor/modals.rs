//! Further subjects with a binding word in one clause.

use super::subject::subject;
use super::{Actor, MOST_WORDS, push};
use crate::extract::extraction::Role;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{MODAL, UNIT};

/// Whether a word tells somebody to act: 要, 必须; not the 应 of 应保尽保.
pub(super) fn is_modal(scene: Scene<'_>, index: usize) -> bool {
    let saying = || {
        let mut rest = scene.text[scene.start(index)..].chars();
        rest.next() == Some('应') && rest.nth(1) == Some('尽')
    };
    scene.is(index, MODAL) && !saying()
}

/// 县安监局要盯煤矿、县交通局要盯客运: more subjects with a modal in the same clause.
pub(super) fn modals_after(scene: Scene<'_>, from: usize, found: &mut Vec<Actor>) {
    let mut comma = None;
    for index in from..from + MOST_WORDS {
        let word = scene.word(index);
        match word.chars().next() {
            None => return,
            Some(char) if ends_clause(char) => return,
            Some('、') => comma = Some(index),
            _ => {
                if is_modal(scene, index)
                    && let Some(at) = comma.take()
                    && let Some(items) = subject(scene, at + 1..index, UNIT)
                {
                    push(scene, items, Role::Executor, index, ("actor/modal", 92), found);
                }
            }
        }
    }
}
