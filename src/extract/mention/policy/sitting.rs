//! Sittings of congresses that are named as a basis.

use std::ops::Range;

use super::citations::CITATIONS;
use crate::extract::mention::scan::after_word;

/// Where the name of a congress' sitting begins: 县人大十四届|二次会议, 省十三届人大|五次会议.
pub(super) fn sitting_start(text: &str, range: &Range<usize>) -> Option<usize> {
    let end = range.start;
    let numeral = |char: char| "一二三四五六七八九十第届×X".contains(char) || char.is_ascii_digit();
    let mut head = text[..end].trim_end_matches(numeral);
    let mut numbered = text[head.len()..end].contains('届');
    if let Some(congress) = CITATIONS.congresses.iter().find(|congress| head.ends_with(**congress)) {
        head = &head[..head.len() - congress.len()];
        let more = head.trim_end_matches(numeral);
        numbered |= head[more.len()..].contains('届');
        head = more;
    } else {
        return None;
    }
    let body = CITATIONS
        .sitting_levels
        .iter()
        .find(|body| head.ends_with(**body))
        .map_or(0, |body| body.len());
    let start = head.len() - body;
    // The sitting that is being held is no basis: 在县十七届人大二次会议上.
    let cited = after_word(text, range.end, &CITATIONS.behind_sitting);
    (numbered && start < end && cited.is_some()).then_some(start)
}
