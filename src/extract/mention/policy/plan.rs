//! Plans for a five-year period.

use std::ops::Range;

use crate::extract::matcher::Chars;
use crate::extract::mention::scan::before;

/// Plans for a five-year period: “十四五”供水规划.
pub(super) fn plans(chars: &Chars) -> Vec<Range<usize>> {
    let text = chars.text;
    let mut found = Vec::new();
    for close in ['”', '"'] {
        for (mark, _) in chars.marks(0..text.len()).filter(|(_, char)| *char == close) {
            let end = mark + close.len_utf8();
            let at = match text[..mark].strip_suffix('五') {
                Some(head) => head.len(),
                None => continue,
            };
            let number = text[..at].trim_end_matches(|char| "一二三四五六七八九十".contains(char));
            let Some(open) =
                before(text, number.len()).filter(|char| matches!(char, '“' | '"') && number.len() + 6 >= at)
            else {
                continue;
            };
            let rest = &text[end..text.floor_char_boundary(end + 36)];
            let name = rest
                .find(|char: char| !char.is_alphabetic())
                .map_or(rest, |at| &rest[..at]);
            let named = ["规划纲要", "规划", "发展纲要", "计划纲要", "计划"]
                .iter()
                .find_map(|kind| Some(name.find(kind)? + kind.len()));
            let plain =
                |length: usize| !name[..length].contains(['的', '期', '末', '时', '收', '开', '目', '和', '了', '年']);
            found.extend(
                named
                    .filter(|length| plain(*length))
                    .map(|length| number.len() - open.len_utf8()..end + length),
            );
        }
    }
    found
}
