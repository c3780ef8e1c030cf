//! Further subjects with a binding word in one clause.

use super::subject::subject;
use super::{Actor, MOST_WORDS, push};
use crate::extract::extraction::Role;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{MODAL, UNIT};

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
                if scene.is(index, MODAL)
                    && let Some(at) = comma.take()
                    && let Some(items) = subject(scene, at + 1..index, UNIT)
                {
                    push(scene, items, Role::Executor, index, ("actor/modal", 92), found);
                }
            }
        }
    }
}
