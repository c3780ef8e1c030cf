//! What the units of a subject are: departments by their work, places, those who lead, firms.

use std::ops::Range;

use super::called::CALLED;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{HEAD, SECTOR, groups};

/// Whether every unit is a department by its work, or an office: 宣传部门, 残联.
pub(super) fn departments(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    items.iter().all(|item| {
        let words = &scene.text[item.clone()];
        let work = words.strip_suffix("部门");
        CALLED.others.contains(&words)
            || work.is_some_and(|work| groups(work).is(SECTOR) || groups(words).is(HEAD))
            || groups(words).is(SECTOR) && words.ends_with(['联', '委', '办', '会'])
    })
}

/// 落实不到位: how it was done is said, not that it is to be done.
pub(super) fn falls_short(scene: Scene<'_>, index: usize) -> bool {
    let rest = &scene.text[scene.start(index)..];
    let near = &rest[..rest.floor_char_boundary(90)];
    let clause = near.find(ends_clause).map_or("", |end| &near[..end]);
    CALLED.short.iter().any(|ending| clause.ends_with(ending))
}

/// ××县: a single place, of which something is told rather than asked.
pub(super) fn is_place(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    let [item] = items else { return false };
    let words = &scene.text[item.clone()];
    words.ends_with(['省', '市', '县', '区', '镇', '乡', '村']) && !words.starts_with(['各', '每', '全'])
}

/// 市委、市政府: those who lead a place; told of without a modal they are not told to act.
pub(super) fn leads(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    items.iter().any(|item| {
        let words = &scene.text[item.clone()];
        if words.ends_with("总书记") || words.ends_with("总理") {
            return true;
        }
        let level = words
            .chars()
            .next()
            .is_some_and(|first| "省市县区州盟旗".contains(first));
        level
            && CALLED
                .leading_bodies
                .contains(&&words[words.chars().next().map_or(0, char::len_utf8)..])
    })
}

/// 甲集团、乙公司等企业|入驻, 甲城投、乙交投两家公司|退出: firms of which something is told.
pub(super) fn lists_firms(scene: Scene<'_>, first: usize, end: usize) -> bool {
    let words = scene.text.get(scene.start(first)..scene.start(end)).unwrap_or_default();
    let counted = || words.rsplit_once('、')?.1.split_once('家');
    words
        .rsplit_once('等')
        .or_else(counted)
        .is_some_and(|(_, closing)| CALLED.firms.iter().any(|word| closing.ends_with(word)))
}

/// 明确|交通局为牵头单位: where the subject of a title begins.
pub(super) fn named_first(scene: Scene<'_>, first: usize) -> usize {
    first + usize::from(matches!(scene.word(first), "明确" | "确定" | "指定"))
}

/// 水利局: an office by its name alone.
fn is_office(scene: Scene<'_>, item: &Range<usize>) -> bool {
    let index = scene.index(item.start);
    let known = scene.kind(index) == WordKind::Organization
        && scene.end(index) == item.end
        && scene.word(index).ends_with(['局', '厅', '办', '处']);
    let words = &scene.text[item.clone()];
    let work = ["局", "大队", "支队"]
        .iter()
        .find_map(|office| words.strip_suffix(*office));
    known || work.is_some_and(|work| (6..=18).contains(&work.len()) && groups(work).is(SECTOR))
}

/// Whether a subject without a modal is surely a unit: 各…, 每个…, or a level before an office.
pub(super) fn named(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    let sectors = items
        .iter()
        .filter(|item| {
            scene
                .text
                .get((*item).clone())
                .is_some_and(|words| groups(words).is(SECTOR))
        })
        .count();
    if sectors >= 2 {
        return true;
    }
    items
        .first()
        .and_then(|item| scene.text.get(item.clone()))
        .is_some_and(|words| {
            let first = words.chars().next().unwrap_or(' ');
            "各每省市县区州旗镇乡村×*Xx".contains(first)
                || words.starts_with("主要领导")
                || words.starts_with("主要负责")
                || words.starts_with("分管")
                || words.starts_with("党政主要")
                || words.starts_with("全体")
                || scene.kind(scene.index(items[0].start)) == WordKind::Place
                || is_office(scene, &items[0])
                || words.contains("工业园")
        })
}
