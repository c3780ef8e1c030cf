//! Further subjects with a binding word in one clause.

use std::ops::Range;

use super::called::CALLED;
use super::subject::subject;
use super::{Actor, MOST_WORDS, push};
use crate::extract::extraction::Role;
use crate::extract::mention::name::becomes;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{MODAL, SKIP, UNIT};

/// Whether a word tells somebody to act: 要, 必须; not the 应 of 应保尽保.
pub(super) fn is_modal(scene: Scene<'_>, index: usize) -> bool {
    let saying = || {
        let mut rest = scene.text[scene.start(index)..].chars();
        rest.next() == Some('应') && rest.nth(1) == Some('尽')
    };
    scene.is(index, MODAL) && !saying() && !asks(scene, index + 1)
}

/// Whether a modal has a question behind it: 要|什么政策, 要|讲什么.
fn asks(scene: Scene<'_>, index: usize) -> bool {
    let question = |at: usize| CALLED.questions.contains(&scene.word(at));
    question(index) || scene.word(index).chars().count() == 1 && question(index + 1)
}

/// Whether a modal says what is to become of a work or a house: 甲学校|必须按期交付使用, 乙园区|要全部建成.
pub(super) fn is_finished(scene: Scene<'_>, items: &[Range<usize>], mut index: usize) -> bool {
    if !is_work(scene, items) {
        return false;
    }
    for _ in 0..3 {
        if scene.is(index, SKIP) || CALLED.in_time.contains(&scene.word(index)) {
            index += 1;
        }
    }
    let rest = &scene.text[scene.start(index)..];
    let done = CALLED.finished.iter().find_map(|word| rest.strip_prefix(*word));
    done.is_some_and(|rest| rest.chars().next().is_none_or(ends_clause))
}

/// Whether a verb says what became of a work or a house, whom nobody tells to act: 市体育馆|建成开放.
pub(super) fn is_built(scene: Scene<'_>, items: &[Range<usize>], index: usize) -> bool {
    is_work(scene, items) && becomes(&scene.text[scene.start(index)..])
}

/// Whether the last of some names is that of a work or a house.
fn is_work(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    items.last().is_some_and(|item| {
        let words = &scene.text[item.clone()];
        CALLED.to_finish.iter().any(|work| words.ends_with(work)) && !words.starts_with(['各', '每', '全'])
    })
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
