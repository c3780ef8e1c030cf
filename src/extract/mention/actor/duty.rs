//! What the words behind a unit make of it: its role, a part of its name, or one that something is done to.

use super::MOST_WORDS;
use super::called::CALLED;
use crate::extract::extraction::Role;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{HEAD, LEAD, SKIP, SUPPORT, UNIT};

/// The role that a word of duty gives, or one with a word before it that says how it is shared: 按职责分工|负责.
pub(super) fn duty(scene: Scene<'_>, index: usize) -> Option<Role> {
    let shared = (index..scene.len()).take_while(|at| CALLED.sharing.contains(&scene.word(*at)));
    let shared = index + shared.take(MOST_SHARING).count();
    let index = if scene.word(shared) == "负责" { shared } else { index };
    let word = scene.word(index);
    let next = scene.word(index + 1);
    let role = if scene.is(index, LEAD) {
        Role::Lead
    } else if matches!(word, "负责" | "总负责" | "负总责") || word == "负" && next.starts_with("总责") {
        Role::Responsible
    } else if scene.is(index, SUPPORT) || word == "支持" && supports(scene, index) {
        Role::Support
    } else {
        return None;
    };
    let name = CALLED.duty_names.contains(&next);
    (!name).then_some(role)
}

/// So many words at most say how a duty is shared.
const MOST_SHARING: usize = 4;

/// Whether 支持 closes a clause behind one that puts others in charge: 由县供销社负责，县发改局|支持.
fn supports(scene: Scene<'_>, index: usize) -> bool {
    let closes = scene.word(index + 1).chars().next().is_none_or(ends_clause);
    let head = &scene.text[scene.text.floor_char_boundary(scene.start(index).saturating_sub(180))..scene.start(index)];
    let sentence = head.rfind(['。', '；', '\n']).map_or(head, |end| &head[end..]);
    closes
        && sentence
            .split_once('由')
            .is_some_and(|(_, rest)| rest.contains("负责") || rest.contains("牵头"))
}

/// Whether a duty is told of as done: 区委政法委牵头|成立了调处中心.
pub(super) fn is_fulfilled(scene: Scene<'_>, index: usize) -> bool {
    (index + 1..index + 4)
        .take_while(|at| !scene.word(*at).chars().next().is_none_or(ends_clause))
        .any(|at| scene.word(at) == "了" || scene.word(at).ends_with('了'))
}

/// The role that the verb after a modal gives.
pub(super) fn modal_role(scene: Scene<'_>, mut index: usize) -> Role {
    for _ in 0..2 {
        if scene.is(index, SKIP) {
            index += 1;
        }
    }
    duty(scene, index).unwrap_or_default()
}

/// Whether a purse stands before a verb that takes from it: 由县财政|扣减.
pub(super) fn is_paid(scene: Scene<'_>, index: usize) -> bool {
    index > 0 && scene.word(index - 1).ends_with("财政") && CALLED.paid.contains(&scene.word(index))
}

/// 由市委、市政府|约谈: what those who lead a place decide, whom nobody tells to act.
pub(super) fn is_decided(scene: Scene<'_>, index: usize) -> bool {
    let decides = CALLED.decided.contains(&scene.word(index));
    let head = &scene.text[..scene.start(index)];
    let levels = ["省", "市", "县", "区", "州"];
    let led = |head: &str| levels.iter().any(|level| head.ends_with(level));
    let leader = ["委", "政府"]
        .iter()
        .any(|body| head.strip_suffix(body).is_some_and(led));
    decides && (leader || head.ends_with("人民政府"))
}

/// Whether a 由 follows in the clause.
pub(super) fn scene_has_assignment(scene: Scene<'_>, mut index: usize) -> bool {
    for _ in 0..MOST_WORDS {
        let word = scene.word(index);
        match word.chars().next() {
            None => return false,
            Some(char) if ends_clause(char) => return false,
            _ if word == "由" => return true,
            _ => index += 1,
        }
    }
    false
}

/// Whether a verb goes on into the subject's own name: 牵头部门, 起重智能制造园区.
pub(super) fn continues_name(scene: Scene<'_>, index: usize) -> bool {
    // 县领导包乡镇: two units with a verb between them.
    let parts = CALLED.between_units.contains(&scene.word(index));
    !parts
        && (index + 1..index + 3).any(|at| {
            let word = scene.word(at);
            !word.is_empty()
                && scene.is(at, UNIT)
                && (index..at).all(|between| scene.kind(between).is_nominal() || scene.kind(between) == WordKind::Verb)
        })
}

/// Whether a verb says what the official behind it is in charge of: 县科工局|分管工业副局长.
pub(super) fn names_deputy(scene: Scene<'_>, index: usize) -> bool {
    matches!(scene.word(index), "分管" | "主管")
        && (index + 1..index + 5)
            .take_while(|at| !scene.word(*at).chars().next().is_none_or(ends_clause))
            .any(|at| scene.word(at).ends_with(['长', '导']) || scene.word(at).ends_with("负责人"))
}

/// Whether a verb and its object only say which units are meant: 市直部门承担审批的|内设机构.
pub(super) fn qualifies_unit(scene: Scene<'_>, index: usize) -> bool {
    (index..index + 8)
        .take_while(|at| !scene.word(*at).chars().next().is_none_or(ends_clause))
        .find(|at| scene.word(*at) == "的")
        .is_some_and(|of| (of + 1..of + 3).any(|at| scene.is(at, HEAD) || scene.is(at, UNIT)))
}

/// 联合|调查组, 联合|党支部: one body of several, not others who help.
pub(super) fn is_joint_body(word: &str) -> bool {
    CALLED.joint_bodies.iter().any(|body| word.ends_with(body))
}

/// Whether a clause says how often at least something is to be done: 班子成员|每月至少下沉两次.
pub(super) fn is_due(scene: Scene<'_>, index: usize) -> bool {
    let rest = &scene.text[scene.start(index)..];
    let near = &rest[..rest.floor_char_boundary(90)];
    let clause = &near[..near.find(ends_clause).unwrap_or(near.len())];
    clause.starts_with('每') && ["至少", "不少于", "不低于"].iter().any(|least| clause.contains(least))
}

/// Whether a clause only says that somebody has to account for a failure: 主要领导要向县委写出书面检查.
pub(super) fn accounts(scene: Scene<'_>, first: usize) -> bool {
    let rest = &scene.text[scene.start(first)..];
    let near = &rest[..rest.floor_char_boundary(120)];
    let clause = &near[..near.find(ends_clause).unwrap_or(near.len())];
    let written = ["书面检查", "深刻检查", "检讨"];
    // 写出说明: what is written after a failure; 提交情况说明 is an order like others.
    let explains = clause.ends_with("写出说明") || clause.ends_with("写出书面说明");
    // 到常务会议上说明情况
    let heard = clause.ends_with("说明情况") && ["会上", "会议", "大会"].iter().any(|meeting| clause.contains(meeting));
    explains
        || heard
        || written.iter().any(|word| clause.ends_with(word)) && CALLED.offered.iter().any(|word| clause.contains(word))
}

/// Whether a verb is done to its subject: 排名靠后的乡镇要|约谈.
pub(super) fn suffers(scene: Scene<'_>, index: usize) -> bool {
    (index..index + 3).any(|at| CALLED.suffered.contains(&scene.word(at)))
}
