//! What stands right beside an industry: words of kind that belong to the name of a product, and words
//! that make it something else.

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

/// Whether what follows leaves 工业 the sector as such: 工业方面, 工业和农业; not 工业经济, 工业企业.
pub(super) fn stands_alone(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_none_or(|next| !next.is_alphanumeric() || "和与及的等".contains(next))
        || rest.starts_with("方面")
}

/// Whether what follows an industry makes it a service, a work or a quality of something else.
pub(super) fn is_other(name: &str, rest: &str) -> bool {
    let words: &[&str] = match name {
        "中医药" => &["服务", "传承", "文化", "特色", "强", "事业", "适宜"],
        "轨道交通" => &[
            "线", "站", "建设", "1", "2", "3", "4", "5", "6", "管道", "网", "运营", "枢纽",
        ],
        "战略性矿产" => &["资源"],
        "人工智能" | "大数据" | "区块链" | "物联网" | "云计算" => {
            &["技术", "手段", "赋能", "平台", "监管", "分析", "等新技术"]
        }
        "北斗" => &["定位", "导航", "卫星", "终端"],
        _ => return false,
    };
    words.iter().any(|word| rest.starts_with(word))
}
