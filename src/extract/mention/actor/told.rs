//! Named bodies that are told to act: what stands right before and behind the name says so.

use std::ops::Range;

use super::Actor;
use super::called::CALLED;
use crate::extract::extraction::Role;
use crate::extract::mention::scan::{before, ends_clause};

/// The named body that a text tells to act; none for one that only comes up.
pub(in crate::extract::mention) fn told(text: &str, range: &Range<usize>) -> Option<Actor> {
    let (head, tail) = (&text[..range.start], &text[range.end..]);
    let assigned = ["由", "责成", "责令"].iter().any(|word| head.ends_with(word));
    let free = before(text, range.start).is_none_or(|char| ends_clause(char) || "、请".contains(char));
    let starts = |words: &[&'static str]| {
        words
            .iter()
            .find(|word| tail.starts_with(**word))
            .map(|word| word.len())
    };
    if assigned && did(tail) {
        return None;
    }
    if starts(&CALLED.no_modals).is_some() {
        return None;
    }
    let (role, length) = if let Some(length) = starts(&["牵头"]).filter(|_| free || assigned) {
        (Role::Lead, length)
    } else if let Some(length) = starts(&["负责"]).filter(|_| assigned) {
        (Role::Responsible, length)
    } else if let Some(length) = starts(&["配合", "协助", "参与"]).filter(|_| assigned) {
        (Role::Support, length)
    } else if let Some(length) = starts(&CALLED.told_by).filter(|_| free) {
        (Role::Executor, length)
    } else if assigned
        && !held_by(tail)
        && !CALLED
            .superiors
            .iter()
            .any(|word| text[range.clone()].starts_with(word))
    {
        (Role::Executor, 0)
    } else {
        return None;
    };
    let trigger = if length > 0 {
        range.end..range.end + length
    } else {
        range.start - "由".len()..range.start
    };
    Some(Actor {
        range: range.clone(),
        role,
        trigger,
        rule: "actor/told",
        confidence: 72,
    })
}

/// 由甲局、乙局联合组织的会议: whose doing something was.
fn held_by(tail: &str) -> bool {
    let clause = tail.find(ends_clause).map_or(tail, |end| &tail[..end]);
    CALLED.held_by.iter().any(|word| clause.contains(word))
}

/// 由甲集团牵头组建的中心: whose doing what follows was.
fn did(tail: &str) -> bool {
    let led = tail.strip_prefix("牵头").unwrap_or(tail);
    let rest = CALLED.led.iter().find_map(|verb| led.strip_prefix(verb)).unwrap_or(led);
    rest.len() < tail.len() && rest.starts_with('的')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_told_to_act_are_told_from_those_named() {
        for (head, name, tail, expected) in [
            ("抓紧办。", "县粮食局", "要盯紧收购环节", Some(Role::Executor)),
            ("纾困基金由", "市国投公司", "运作", Some(Role::Executor)),
            ("理顺体制，", "市委编办", "牵头拿方案", Some(Role::Lead)),
            ("此事由", "县工信局", "负责", Some(Role::Responsible)),
            ("此前", "市委", "要求从严", None),
            ("按照", "市政府", "部署", None),
            ("规划由", "国务院", "批准", None),
            ("支持", "县医院", "要有措施", None),
        ] {
            let text = format!("{head}{name}{tail}");
            let found = told(&text, &(head.len()..head.len() + name.len()));
            assert_eq!(found.map(|actor| actor.role), expected, "{text}");
        }
    }
}
