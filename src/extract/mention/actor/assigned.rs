//! Units that are assigned by a label, a bracket, a title or 会同.

use super::called::CALLED;
use super::subject::{is_head, item, subject};
use super::units::named;
use super::{Actor, MOST_WORDS, continues_name, push};
use crate::extract::extraction::Role;
use crate::extract::lexicon::WordKind;
use crate::extract::marks::is_letter;
use crate::extract::mention::scan::{before, ends_clause};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{HEAD, LABEL, SKIP, UNIT, groups};

/// The index after 牵头单位： where a clause begins so.
pub(super) fn announced(scene: Scene<'_>, mut first: usize) -> Option<usize> {
    if matches!(scene.word(first), "（" | "(" | "【" | "[") {
        first += 1;
    }
    let start = scene.start(first);
    (first..first + 4).find_map(|index| {
        let colon = matches!(scene.word(index + 1), "：" | ":");
        let label = || scene.text.get(start..scene.end(index)).unwrap_or_default();
        (colon && groups(label()).is(LABEL)).then_some(index + 2)
    })
}

pub(super) fn list_after_label(scene: Scene<'_>, first: usize, from: usize, found: &mut Vec<Actor>) {
    let label = scene
        .text
        .get(scene.start(first)..scene.start(from))
        .unwrap_or_default();
    let mut role = labelled(label);
    let mut trigger = scene.start(first)..scene.end(from - 1);
    let (mut begin, mut index, mut depth) = (from, from, 0_u8);
    // The end of the text closes a list too.
    while index <= scene.len() && index - from < 300 {
        let word = scene.word(index);
        // The bracket that closes 各县（市、区）政府 does not close the list.
        let inner = depth > 0;
        match word {
            "（" | "(" => depth += 1,
            "）" | ")" if inner => depth -= 1,
            _ => {}
        }
        // 责任单位：甲局，完成时限：6月底前: the second label is no unit.
        if depth == 0 && matches!(word, "：" | ":") {
            let label = scene
                .text
                .get(scene.start(begin)..scene.start(index))
                .unwrap_or_default();
            if !groups(label).is(LABEL) {
                return;
            }
            (role, trigger) = (labelled(label), scene.start(begin)..scene.end(index));
            (begin, index) = (index + 1, index + 1);
            continue;
        }
        let closes = index == scene.len()
            || depth == 0 && !inner && matches!(word, "）" | ")" | "】" | "]" | "；" | "。" | ";" | "\n");
        if closes
            || (depth == 0
                && matches!(word, "、" | "，" | "," | " " | "等" | "和" | "及")
                && (!matches!(word, "和" | "及") || is_head(scene, begin, index, HEAD)))
        {
            if let Some(range) = item(scene, begin, index) {
                found.push(Actor {
                    range,
                    role,
                    trigger: trigger.clone(),
                    rule: "actor/label",
                    confidence: 92,
                });
            }
            begin = index + 1;
        }
        if closes {
            return;
        }
        index += 1;
    }
}

/// The role that a label gives.
fn labelled(label: &str) -> Role {
    if label.contains('牵') {
        Role::Lead
    } else if label.contains("责") || label.contains("办") && !label.contains('协') {
        Role::Responsible
    } else if label.contains(['配', '协', '参']) {
        Role::Support
    } else {
        Role::Executor
    }
}

/// （市商务局、市发改委）: a bracket at a sentence's end with nothing but units.
pub(super) fn bracketed(scene: Scene<'_>, start: usize, found: &mut Vec<Actor>) {
    if !matches!(before(scene.text, start), Some('（' | '(' | '【')) {
        return;
    }
    let first = scene.index(start);
    let Some(end) = (first..first + MOST_WORDS).find(|at| matches!(scene.word(*at), "）" | ")" | "】")) else {
        return;
    };
    let closes = matches!(
        scene.word(end + 1),
        "。" | "；"
            | "
" | ""
    );
    if let Some(items) =
        subject(scene, first..end, UNIT).filter(|items| closes && named(scene, items) && !labelled_within(scene, items))
    {
        push(scene, items, Role::Executor, end, ("actor/bracket", 75), found);
    }
}

/// 会同 after a modal: 要会同县财政局抓紧….
pub(super) fn joined(scene: Scene<'_>, from: usize, found: &mut Vec<Actor>) {
    // 商 is a verb only behind the modal: 要商县财政局, not 办好赣商大会.
    let joint = |at: &usize| match scene.word(*at) {
        "会同" | "联合" => true,
        "商" => *at == from || scene.is(*at - 1, SKIP),
        _ => false,
    };
    let Some(at) = (from..from + 6).find(joint) else {
        return;
    };
    for index in at + 2..at + 24 {
        let word = scene.word(index);
        let Some(char) = word.chars().next() else { return };
        let verb = matches!(
            scene.kind(index),
            WordKind::Verb | WordKind::VerbalNoun | WordKind::Adverb | WordKind::Preposition | WordKind::Idiom
        );
        if let Some(items) = subject(scene, at + 1..index, UNIT).filter(|_| verb && !continues_name(scene, index)) {
            push(scene, items, Role::Support, at, ("actor/joint", 80), found);
            return;
        }
        if ends_clause(char) {
            // 会同教育、卫生等部门，…
            if let Some(items) = subject(scene, at + 1..index, UNIT) {
                push(scene, items, Role::Support, at, ("actor/joint", 80), found);
            }
            return;
        }
    }
}

/// 为牵头单位, 是责任主体: the role that a title gives.
pub(super) fn titled(scene: Scene<'_>, index: usize) -> Option<Role> {
    let word = scene.word(index);
    if matches!(word, "任" | "担任" | "兼任") {
        return heads(&scene.text[scene.end(index)..]).then_some(Role::Executor);
    }
    if !matches!(word, "为" | "是" | "作为") {
        return None;
    }
    let rest = &scene.text[scene.end(index)..];
    let titles = [
        ("牵头单位", Role::Lead),
        ("牵头部门", Role::Lead),
        ("责任单位", Role::Responsible),
        ("责任部门", Role::Responsible),
        ("第一责任人", Role::Responsible),
        ("直接责任人", Role::Responsible),
        ("责任主体", Role::Responsible),
        ("配合单位", Role::Support),
        ("协办单位", Role::Support),
    ];
    titles
        .iter()
        .find(|(title, _)| rest.starts_with(title) || titles_field(rest, title))
        .map(|(_, role)| *role)
}

/// Whether the units in a bracket are announced by a label: （责任单位：县交通局）.
fn labelled_within(scene: Scene<'_>, items: &[std::ops::Range<usize>]) -> bool {
    items.iter().any(|item| scene.text[item.clone()].contains(['：', ':']))
}

/// Whether a title stands behind what it is for: 是|校园安全第一责任人.
fn titles_field(rest: &str, title: &str) -> bool {
    let clause = || rest.find(|char| !is_letter(char)).map_or(rest, |end| &rest[..end]);
    matches!(title, "第一责任人" | "直接责任人" | "责任主体")
        && clause()
            .strip_suffix(title)
            .is_some_and(|field| field.len() <= 36 && !field.contains(['的', '不', '谁']))
}

/// Whether words begin with the post of who heads a body for a task: 任|工作专班召集人.
fn heads(rest: &str) -> bool {
    let end = rest.find(|char: char| !char.is_alphanumeric()).unwrap_or(rest.len());
    end <= 36 && CALLED.posts.iter().any(|post| rest[..end].ends_with(post))
}
