//! What stands right beside an industry: words of kind that belong to the name of a product, and words
//! that make it something else.

use std::ops::Range;
use std::sync::LazyLock;

use super::{DATA, WORDS};
use crate::extract::mention::scene::Scene;
use crate::extract::word_list::WordList;

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
    let mut others = OTHERS.iter().filter(|(trade, _)| *trade == name);
    others.any(|(_, words)| words.iter().any(|word| rest.starts_with(word)))
}

/// Trades with what follows them in such names.
static OTHERS: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let entries = WordList::longest_first(DATA, "other");
    let trade = |entry: &'static str| {
        entry
            .split_once('!')
            .map(|(name, words)| (name, words.split('|').collect()))
    };
    entries.into_iter().filter_map(trade).collect()
});

/// Whether a product is one of several that are handed out to farmers: 种子、|化肥.
pub(super) fn is_supply(text: &str, range: &Range<usize>) -> bool {
    let Some(supplies) = WORDS.get("supply") else {
        return false;
    };
    let beside = |joint: &str| {
        supplies.iter().any(|other| {
            text[range.end..]
                .strip_prefix(joint)
                .is_some_and(|rest| rest.starts_with(other))
                || text[..range.start]
                    .strip_suffix(joint)
                    .is_some_and(|head| head.ends_with(other))
        })
    };
    supplies.contains(&text[range.clone()]) && ["、", "和"].into_iter().any(beside)
}

/// Whether a product is in a list of what is bought or given: 配备|无人机、摩托车; not 政府采购、医药等领域.
pub(super) fn is_bought(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let joint = |at: usize| matches!(scene.word(at), "、" | "和" | "及" | "与");
    let is = |group: &str, at: usize| WORDS.get(group).is_some_and(|set| set.contains(scene.word(at)));
    let listed = |at: &usize| scene.kind(*at).is_nominal() || joint(*at) || is("among-goods", *at);
    let bought = |at: &usize| is("bought", *at);
    let mut before = (0..scene.index(range.start)).rev().take(FARTHEST);
    before.find(|at| bought(at) || !listed(at)).is_some_and(|at| {
        let by_state = at.checked_sub(1).is_some_and(|before| is("buying", before));
        bought(&at) && !joint(at + 1) && !by_state
    })
}

/// So many words before a product are looked at for what is done with it.
const FARTHEST: usize = 24;

/// The range with what is made of a product or for it, which names another product: 汽车|部件, 电池|材料.
pub(super) fn with_tail(scene: Scene<'_>, range: Range<usize>) -> Range<usize> {
    let rest = &scene.text[range.end..];
    let behind = |tail: &str| &rest[tail.len()..];
    let tail = TAILS.iter().find(|tail| rest.starts_with(**tail));
    let tail = tail.filter(|tail| {
        let end = range.end + tail.len();
        scene.is_boundary(end)
            && !behind(tail).starts_with(['园', '城', '学', '院', '厂', '费', '款', '采', '价', '用', '化'])
    });
    range.start..range.end + tail.map_or(0, |tail| tail.len())
}

static TAILS: LazyLock<Vec<&'static str>> = LazyLock::new(|| WordList::longest_first(DATA, "tail"));
