//! Words of kind that belong to the name of a product.

use crate::extract::mention::scene::Scene;

/// The start with a word of kind before it (高端, 新一代), which belongs to a product's name.
pub(super) fn with_kind(scene: Scene<'_>, start: usize) -> usize {
    let mut index = scene.index(start);
    let mut from = start;
    while scene.start(index) == from
        && let Some(before) = index.checked_sub(1)
        && KINDS.contains(&scene.word(before))
    {
        index = before;
        from = scene.start(before);
    }
    from
}

/// Words of kind: a grade, an origin, a make.
const KINDS: [&str; 13] = [
    "新一代",
    "高端",
    "绿色",
    "特种",
    "国产化",
    "国产",
    "无人",
    "液体",
    "民用",
    "生物基",
    "优质",
    "车规级",
    "智能",
];
