//! Party and government bodies that are names by themselves: 党中央, 省委, 市政府.

use std::ops::Range;

use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;

/// 中央 is a body, but not in 中央空调 or inside another word.
pub(super) fn body_fits(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let words = &scene.text[range.clone()];
    let next = after(scene.text, range.end);
    match words {
        // 教育部门 is any such office; 学校党委 is not the 校党委.
        _ if next == Some('门') || words.starts_with('校') && !scene.is_boundary(range.start) => false,
        _ if range.len() <= 9 && BODY_VETOES.iter().any(|veto| scene.text[range.end..].starts_with(veto)) => {
            is_byline(scene.text, range.end)
        }
        _ if range.len() <= 6 => !next.is_some_and(|next| "书员组宣统办".contains(next)),
        _ => true,
    }
}

/// Whether a line holds nothing but who speaks: 市委书记　×××.
fn is_byline(text: &str, at: usize) -> bool {
    let (floor, ceiling) = (
        text.floor_char_boundary(at.saturating_sub(LONGEST)),
        text.ceil_char_boundary(at + LONGEST),
    );
    let (head, tail) = (&text[floor..at], &text[at..ceiling.min(text.len())]);
    let Some(end) = tail.find('\n').or((ceiling >= text.len()).then_some(tail.len())) else {
        return false;
    };
    let Some(start) = head.rfind('\n').or((floor == 0).then_some(0)) else {
        return false;
    };
    let line = &text[floor + start..at + end];
    line.trim().contains([' ', '　', '、']) && !line.contains(['，', '。', '：', ',', '的', '在'])
}

/// A line that says who speaks has at most so many bytes on either side of the body.
const LONGEST: usize = 60;

/// What follows the name of a body when it is part of an office's or a meeting's name.
const BODY_VETOES: [&str; 14] = [
    "书记",
    "常委",
    "常务会",
    "常务副",
    "办公",
    "党组",
    "督查",
    "研究室",
    "秘书",
    "组织部",
    "宣传部",
    "统战部",
    "政法委",
    "副",
];
