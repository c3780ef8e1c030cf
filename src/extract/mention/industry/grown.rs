//! Products with what is done to them: grown, raised, made.

use std::ops::Range;

use super::Industry;
use super::kind::with_kind;
use super::words::TRADES;
use crate::extract::mention::scene::Scene;

/// The end with the craft behind a product, which makes it an industry: 苹果加工, 轴承制造.
pub(super) fn with_craft(scene: Scene<'_>, end: usize) -> Option<usize> {
    let rest = &scene.text[end..];
    let craft = TRADES.crafts.iter().find(|craft| rest.starts_with(**craft))?;
    let end = end + craft.len();
    // 蛋鸭养殖污染: the stock, not the trade.
    let other = scene.text[end..].starts_with([
        '业', '园', '技', '面', '基', '大', '强', '厂', '保', '户', '污', '粪', '废',
    ]);
    (!other && scene.is_boundary(end)).then_some(end)
}

pub(super) fn crafted(scene: Scene<'_>, range: Range<usize>) -> Industry {
    Industry {
        range: with_kind(scene, range.start)..range.end,
        rule: "industry/craft",
        confidence: 74,
    }
}

/// The crop in 中药材种植面积, the stock in 奶牛养殖大户: there the word for the trade belongs to what follows.
pub(super) fn grown(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let name = &text[range.clone()];
    let goods = ["种植", "养殖"].iter().find_map(|craft| name.strip_suffix(craft))?;
    let other = text[range.end..].starts_with(['面', '户', '场', '规', '结']) || text[range.end..].starts_with("大户");
    (other && goods.len() >= 6).then(|| range.start..range.start + goods.len())
}

/// Whether a broad name is all that a place is to grow: 大力发展|蔬菜，; not 发展文化事业, 专业发展培训.
pub(super) fn is_grown(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let Some(verb) = scene.index(range.start).checked_sub(1) else {
        return false;
    };
    let grows = TRADES.growing.iter().any(|grow| scene.word(verb).ends_with(grow))
        && scene.end(verb) == range.start
        && verb
            .checked_sub(1)
            .is_none_or(|before| !scene.kind(before).is_nominal());
    let rest = &scene.text[range.end..];
    let closes = rest.starts_with(['，', '。', '；', '、', ',', ';', '\n'])
        || rest.starts_with(|char: char| char.is_ascii_digit() || "×X".contains(char));
    grows && closes
}
