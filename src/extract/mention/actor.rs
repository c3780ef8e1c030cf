//! Actors: who is told to act, and in what role.

mod assigned;
mod called;
mod charge;
mod duty;
mod meeting;
mod modals;
mod place;
mod subject;
mod times;
mod told;
mod topic;
mod units;

use std::ops::Range;

use self::assigned::{announced, bracketed, joined, list_after_label, titled};
use self::called::CALLED;
use self::duty::{
    accounts, continues_name, duty, is_decided, is_due, is_fulfilled, is_joint_body, is_paid, modal_role, names_deputy,
    qualifies_unit, scene_has_assignment, suffers,
};
use self::meeting::{attends, qualifies};
use self::modals::{is_built, is_finished, is_modal, modals_after};
use self::place::is_report;
pub(super) use self::place::{clause_starts, looks_back};
pub(super) use self::subject::strengthens;
use self::subject::{is_work_of_list, subject};
use self::times::Times;
pub(super) use self::told::told;
use self::topic::{described, subjects_before, told_behind, topic};
use self::units::{departments, falls_short, is_place, leads, lists_firms, named, named_first};
use super::scan::ends_clause;
use super::scene::Scene;
use super::vocabulary::{ACT, BID, BREAKER, HEAD, OUTSET, UNIT, WHEN};
use crate::extract::extraction::Role;
use crate::extract::lexicon::WordKind;

/// An actor with the words that put it in charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Actor {
    pub(super) range: Range<usize>,
    pub(super) role: Role,
    pub(super) trigger: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// A subject reaches at most so many words.
const MOST_WORDS: usize = 48;

/// Finds the actors. `starts` are the places where clauses begin, in order; `reports` says whether
/// a place is under a heading that looks back; `times` are the time expressions, in order.
pub(super) fn actors(
    scene: Scene<'_>,
    starts: &[usize],
    times: &[Range<usize>],
    reports: impl Fn(usize) -> bool,
) -> Vec<Actor> {
    let mut found = Vec::new();
    let times = &Times::of(scene, times);
    for (at, &start) in starts.iter().enumerate() {
        clause(scene, start, times, &reports, &mut found);
        subjects_before(scene, &starts[at.saturating_sub(4)..=at], &mut found);
        bracketed(scene, start, &mut found);
    }
    charge::charges(scene, &mut found);
    found.sort_by_key(|actor| (actor.range.start, std::cmp::Reverse(actor.range.end)));
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

/// Whether a line begins at a place, and a unit's task behind the colon at an index: 县交通局：|负责….
fn tasked(scene: Scene<'_>, start: usize, index: usize) -> bool {
    let opens = super::scan::before(scene.text, start).is_none_or(|char| matches!(char, '\n' | '。' | '；' | '—'));
    opens && (duty(scene, index).is_some() || scene.is(index, BID))
}

/// What a subject was introduced by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// The start of the clause.
    Clause,
    /// 请, 责成
    Asked,
    /// 由
    Assigned,
    /// 会同
    Joined,
}

fn clause(scene: Scene<'_>, start: usize, times: &Times, reports: &impl Fn(usize) -> bool, found: &mut Vec<Actor>) {
    let mut first = scene.index(start);
    let mut opening = Opening::Clause;
    loop {
        if CALLED.asking.contains(&scene.word(first)) {
            opening = Opening::Asked;
        } else if let Some(end) = times.end_at(first) {
            // A time may end inside a word.
            first = scene.index(end).max(first + 1);
            continue;
        } else if scene.word(first) == "是" && first > 0 && matches!(scene.word(first - 1), "特别" | "尤其") {
            // 特别是 in two words.
        } else if !scene.is(first, OUTSET) && !matches!(scene.word(first), " " | "　" | "——") {
            break;
        }
        first += 1;
    }
    if let Some(end) = announced(scene, first) {
        list_after_label(scene, first, end, found);
        return;
    }
    if accounts(scene, first) {
        return;
    }
    topic(scene, first, reports, found);
    let (mut tried, mut depth) = (false, 0_u8);
    // A subject with a time or a circumstance between it and its modal: 各县区在6月底前要….
    let mut pending = None;
    // A subject that is none before the first verbs will not become one.
    let mut attempts = 0;
    let mut index = first;
    while index < scene.len() && index - first < MOST_WORDS {
        let (word, kind) = (scene.word(index), scene.kind(index));
        let Some(char) = word.chars().next() else { break };
        match char {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 {
            index += 1;
            continue;
        }
        if ends_clause(char) {
            // ——市工信局：负责制定方案
            if matches!(char, '：' | ':')
                && opening == Opening::Clause
                && index > first
                && tasked(scene, start, index + 1)
                && let Some(items) = subject(scene, first..index, UNIT).filter(|items| named(scene, items))
            {
                let role = duty(scene, index + 1).unwrap_or_default();
                push(scene, items, role, index + 1, ("actor/duty", 80), found);
                break;
            }
            // 各县区在研究预算时，要…
            if let Some((items, modal)) = pending.take().zip(told_behind(scene, index)) {
                push(scene, items, Role::Executor, modal, ("actor/modal", 84), found);
            }
            break;
        }
        // 有关部门负责人参加会议: they were there.
        if attends(scene, index) {
            return;
        }
        // 由甲研究院牵头组建的乙中心: whose doing it was.
        let role = duty(scene, index).filter(|_| opening != Opening::Assigned || !qualifies(scene, index));
        // 撂荒地要由乡镇长负责: what is told is not who.
        let handed = matches!(scene.word(index + 1), "由" | "交由" | "统一由");
        if is_modal(scene, index) && !handed && matches!(opening, Opening::Clause | Opening::Asked) && index > first {
            let role = modal_role(scene, index + 1);
            let doer = || described(scene, first..index, HEAD).filter(|_| !suffers(scene, index + 1));
            let speaks = (index + 1..index + 5).any(|at| matches!(scene.word(at), "讲话" | "致辞" | "发言"));
            let items = subject(scene, first..index, HEAD).or(pending).or_else(doer);
            // 落后单位一律约谈: they are the ones it is done to.
            let suffers = word == "一律" && suffers(scene, index + 1);
            let told = |items: &Vec<Range<usize>>| !speaks && !suffers && !is_finished(scene, items, index + 1);
            if let Some(items) = items.filter(told) {
                let rule = if role == Role::Executor {
                    "actor/modal"
                } else {
                    "actor/duty"
                };
                push(scene, items, role, index, (rule, 92), found);
                joined(scene, index + 1, found);
                modals_after(scene, index + 1, found);
            }
            return;
        }
        if let Some(role) = titled(scene, index)
            && index > first
            && let Some(items) = subject(scene, named_first(scene, first)..index, HEAD)
        {
            push(scene, items, role, index, ("actor/titled", 84), found);
            return;
        }
        if matches!(opening, Opening::Clause | Opening::Asked)
            && attempts < 3
            && pending.is_none()
            && index > first
            && (scene.word(index - 1) != "等" || (index..index + 4).any(|at| scene.is(at, UNIT)))
            && (kind == WordKind::Numeral
                || kind == WordKind::Preposition
                || scene.is(index, WHEN)
                || times.end_at(index).is_some())
        {
            attempts += 1;
            pending = subject(scene, first..index, HEAD);
            // 各县区4月底前报送: a unit, a time, and what it is to do.
            if let Some(end) = times.end_at(index) {
                let next = scene.index(end);
                if let Some(items) = pending.take_if(|items| {
                    (scene.kind(next) == WordKind::Verb || CALLED.opening_task.contains(&scene.word(next)))
                        && !is_modal(scene, next)
                        && (named(scene, items)
                            || scene.text[..end].ends_with(['前', '内'])
                            || is_due(scene, index) && subject(scene, first..index, UNIT).is_some())
                        && !is_place(scene, items)
                        && !is_report(scene, next)
                        && !reports(scene.start(first))
                }) {
                    push(scene, items, Role::Executor, next, ("actor/timed", 66), found);
                    return;
                }
            }
        }
        if opening == Opening::Clause && role.is_some() && is_fulfilled(scene, index) {
            return;
        }
        if let Some(role) = role {
            let opened = if opening == Opening::Joined {
                Role::Support
            } else {
                role
            };
            // 群众参与 is no duty, 各县区配合 is.
            let each = scene
                .text
                .get(scene.start(first)..scene.start(index))
                .is_some_and(|words| words.contains(['各', '、']));
            let person = index > 0 && scene.word(index - 1) == "同志";
            let heads = if opened == Role::Support && !each && !person {
                UNIT
            } else {
                HEAD
            };
            let told = opening != Opening::Clause || opened != Role::Support || !lists_firms(scene, first, index);
            if index > first
                && told
                && let Some(items) = subject(scene, first..index, heads).or_else(|| {
                    // 校长对食品安全负总责
                    let all = role == Role::Responsible && scene.text[scene.start(index)..].starts_with('负');
                    pending
                        .clone()
                        .filter(|_| all && !scene.text[scene.start(index)..].starts_with("负责"))
                })
            {
                push(scene, items, opened, index, ("actor/duty", 93), found);
                // 由A牵头、B配合: the second name follows in the same clause.
                (first, tried, opening) = (index + 1, false, Opening::Clause);
                if matches!(scene.word(first), "、") {
                    first += 1;
                    index = first;
                    continue;
                }
                return;
            }
        }
        match word {
            // 这件事请某某同志负责
            "请" | "责成" if opening == Opening::Clause && !tried && CALLED.matters.contains(&scene.word(first)) => {
                (first, opening, attempts) = (index + 1, Opening::Asked, 0)
            }
            // 联合公安、城管开展整治: whoever is told does it with them.
            "联合" | "会同"
                if index == first
                    && opening == Opening::Clause
                    && !reports(scene.start(index))
                    && !is_report(scene, index)
                    && !is_joint_body(scene.word(index + 1)) =>
            {
                (first, opening) = (index + 1, Opening::Joined)
            }
            // 由对应的省级河长督战
            // 由甲集团牵头组建的|中心: no second unit that is assigned.
            "的" if opening == Opening::Assigned && qualifies(scene, index.saturating_sub(1)) => return,
            "的" if opening == Opening::Assigned => (first, tried, attempts) = (index + 1, false, 0),
            "由" | "交由" | "均由" | "统一由" => {
                (first, tried, opening, attempts) = (index + 1, false, Opening::Assigned, 0)
            }
            "会同" | "联合" | "商" if index > first && !qualifies(scene, index) => {
                if let Some(items) = subject(scene, first..index, UNIT) {
                    push(scene, items, Role::Executor, index, ("actor/joint", 80), found);
                    (first, tried, opening) = (index + 1, false, Opening::Joined);
                }
            }
            _ => {
                let verb = matches!(
                    kind,
                    WordKind::Verb | WordKind::VerbalNoun | WordKind::Adverb | WordKind::Preposition | WordKind::Idiom
                ) || scene.is(index, BREAKER)
                    || scene.is(index, WHEN)
                    || opening == Opening::Assigned && scene.is(index, ACT);
                // 县委|办: an office that the dictionary cuts.
                let office =
                    word == "办" && index > first && scene.word(index - 1).ends_with(['委', '府', '会', '部', '长']);
                // 请各单位|会后抓紧传达
                let verb = verb || opening == Opening::Asked && matches!(word, "会后" | "回去" | "下来");
                let verb = verb && !office && !names_deputy(scene, index) && !is_work_of_list(scene, first, index);
                // 企业也要: the modal is still to come.
                let verb = verb && !(is_modal(scene, index + 1) && CALLED.also.contains(&word));
                if verb && index > first && !tried && attempts < 4 && !continues_name(scene, index) {
                    attempts += 1;
                    // A person who is named after 由 may be any of the heads, a unit only one of its own.
                    let person = scene
                        .word(index - 1)
                        .ends_with(['长', '导', '志', '记', '任', '人', '部', '员']);
                    let heads = if opening != Opening::Clause && person {
                        HEAD
                    } else {
                        UNIT
                    };
                    let items = subject(scene, first..index, heads).or_else(|| {
                        let items = pending.clone()?;
                        let each = scene.text[items.first()?.start..].starts_with(['各', '每']);
                        let open = matches!(opening, Opening::Clause | Opening::Asked);
                        ((each || departments(scene, &items)) && kind == WordKind::Verb && open).then_some(items)
                    });
                    // 由甲局、乙局联合组织的会议: who held it, not who is to act.
                    let told = || {
                        (opening != Opening::Assigned
                            || !qualifies(scene, index) && !is_paid(scene, index) && !is_decided(scene, index))
                            && !(opening == Opening::Clause && qualifies_unit(scene, index))
                            && !scene.text[scene.start(index)..].starts_with("工作报告")
                    };
                    if let Some(items) = items
                        && told()
                        && !is_built(scene, &items, index)
                        && (opening != Opening::Clause
                            || ((named(scene, &items)
                                || scene.is(index, BID) && departments(scene, &items) && !falls_short(scene, index))
                                && !lists_firms(scene, first, index)
                                && !leads(scene, &items)
                                && !is_place(scene, &items)
                                && !is_report(scene, first)
                                && !reports(scene.start(first))))
                    {
                        let role = if opening == Opening::Joined {
                            Role::Support
                        } else {
                            Role::Executor
                        };
                        push(scene, items, role, index, ("actor/subject", 56), found);
                        return;
                    }
                    // A preposition or copula ends the search for a subject, but 由 may still come.
                    let above_all = word == "是" && matches!(scene.word(index - 1), "特别" | "尤其");
                    tried = (scene.is(index, BREAKER) || kind == WordKind::Preposition) && !above_all;
                    if tried && pending.is_none() && !scene_has_assignment(scene, index) {
                        return;
                    }
                }
            }
        }
        index += 1;
    }
}

fn push(
    scene: Scene<'_>,
    items: Vec<Range<usize>>,
    role: Role,
    trigger: usize,
    rule: (&'static str, u8),
    found: &mut Vec<Actor>,
) {
    let trigger = scene.start(trigger)..scene.end(trigger);
    for range in items {
        found.push(Actor {
            range,
            role,
            trigger: trigger.clone(),
            rule: rule.0,
            confidence: rule.1,
        });
    }
}
