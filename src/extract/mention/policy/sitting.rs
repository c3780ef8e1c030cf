//! Sittings of congresses that are named as a basis.

use std::ops::Range;

use crate::extract::mention::scan::after_word;

/// Where the name of a congress' sitting begins: 县人大十四届|二次会议, 省十三届人大|五次会议.
pub(super) fn sitting_start(text: &str, range: &Range<usize>) -> Option<usize> {
    let end = range.start;
    let numeral = |char: char| "一二三四五六七八九十第届×X".contains(char) || char.is_ascii_digit();
    let mut head = text[..end].trim_end_matches(numeral);
    let mut numbered = text[head.len()..end].contains('届');
    if let Some(congress) = CONGRESSES.iter().find(|congress| head.ends_with(**congress)) {
        head = &head[..head.len() - congress.len()];
        let more = head.trim_end_matches(numeral);
        numbered |= head[more.len()..].contains('届');
        head = more;
    } else {
        return None;
    }
    let body = ["自治区", "全国", "省", "市", "县", "区", "州", "镇", "乡"];
    let body = body
        .iter()
        .find(|body| head.ends_with(**body))
        .map_or(0, |body| body.len());
    let start = head.len() - body;
    // The sitting that is being held is no basis: 在县十七届人大二次会议上.
    let cited = after_word(
        text,
        range.end,
        &[
            "确定",
            "提出",
            "批准",
            "审议",
            "通过",
            "《政府工作报告》",
            "精神",
            "部署",
            "要求",
            "的各项",
            "的决议",
            "的要求",
            "决议",
            "明确",
            "既定",
        ],
    );
    (numbered && start < end && cited.is_some()).then_some(start)
}

/// The congresses whose sittings are numbered; the longer name of two first.
const CONGRESSES: [&str; 6] = ["人大常委会", "人民代表大会", "政协常委会", "人大", "政协", "党代会"];
