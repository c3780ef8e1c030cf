//! What stands right beside an industry: words of kind that belong to the name of a product, and words
//! that make it something else.

use super::WORDS;
use crate::extract::mention::scene::Scene;

/// The start with a word of kind before it (高端, 新一代), which belongs to a product's name.
pub(super) fn with_kind(scene: Scene<'_>, start: usize) -> usize {
    let mut index = scene.index(start);
    let mut from = start;
    while scene.start(index) == from
        && let Some(before) = index.checked_sub(1)
        && is_kind(scene.word(before))
    {
        index = before;
        from = scene.start(before);
    }
    from
}

/// Whether a word says what kind of a product it is: a grade, an origin, a make, what it is for (高端, 矿用, 植入类).
fn is_kind(word: &str) -> bool {
    let listed = WORDS.get("kind").is_some_and(|kinds| kinds.contains(word));
    let made = word.ends_with(['类', '型']) && (2..=4).contains(&word.chars().count());
    listed
        || made
            && !WORDS
                .get("no-kind")
                .is_some_and(|none| none.iter().any(|other| word.ends_with(other)))
}

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
        // 观光游向休闲度假游转变: a way of travelling.
        "休闲度假" | "休闲旅游" | "休闲观光" => &["游", "目的地", "胜地", "区"],
        "北斗" => &["定位", "导航", "卫星", "终端"],
        _ => return false,
    };
    words.iter().any(|word| rest.starts_with(word))
}
