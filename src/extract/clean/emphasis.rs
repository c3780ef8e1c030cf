//! Marks of Markdown in a pasted text: `#` in front of a heading, `>` of what is quoted, `**` around words.

use std::ops::Range;

use crate::extract::marks;
use crate::text::lines;

/// The longest run of `#` that makes a heading.
const DEEPEST: usize = 6;

/// The marks in a text, in order. `**` also stands for what has been made illegible (**县的李**): it is a mark
/// only where pairs of it enclose whole headings or sentences at the start of lines.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    if !marks::marks(text).any(|(_, char)| matches!(char, '#' | '>' | '*')) {
        return marks;
    }
    let mut pairs: Vec<usize> = Vec::new();
    let mut encloses = false;
    for line in lines(text) {
        let start = line.content.range().start;
        let line = &text[line.content.range()];
        let body = line.trim_start();
        let at = start + line.len() - body.len();
        let depth = body.bytes().take_while(|byte| *byte == b'#').count();
        let depth = depth.max(usize::from(body.starts_with('>')));
        if (1..=DEEPEST).contains(&depth) && body[depth..].starts_with([' ', '\u{3000}']) {
            marks.push(at..at + depth);
        }
        let stars = stars(line);
        if let [opening, closing, ..] = stars[..] {
            let is_first = line[..opening]
                .trim_matches(['#', '>', '-', ' ', '\u{3000}', '\t'])
                .is_empty();
            encloses |= is_first && is_whole(&line[opening + 2..closing]);
        }
        pairs.extend(stars.iter().map(|star| start + star));
    }
    if encloses {
        marks.extend(pairs.into_iter().map(|star| star..star + 2));
        marks.sort_unstable_by_key(|mark| mark.start);
    }
    marks
}

/// Where `**` stands in a line, if all stars of the line come in pairs of it.
fn stars(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('*') {
        let count = rest[at..].bytes().take_while(|byte| *byte == b'*').count();
        if count != 2 {
            return Vec::new();
        }
        found.push(line.len() - rest.len() + at);
        rest = &rest[at + count..];
    }
    if found.len() % 2 == 1 {
        found.clear();
    }
    found
}

/// Whether words are a heading with a marker, or end as a sentence does.
fn is_whole(words: &str) -> bool {
    let numeral = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    let number = words.trim_start_matches(['（', '(', '第']).trim_start_matches(numeral);
    let is_marked = number.len() < words.len()
        && words.starts_with(|char: char| numeral(char) || "（(第".contains(char))
        && number.starts_with(['、', '.', '．', '）', ')', '章', '部', '是']);
    is_marked || words.ends_with(['。', '：', ':'])
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_told_from_what_is_made_illegible() {
        for (text, expected) in [
            ("## 一、修渠\n**（一）清淤**\n要**加快**进度。", 5),
            ("**一是抓清淤。**各村要出工。", 2),
            ("**总的要求：**抓早。\n- **第一部分 修渠**", 4),
            ("**县委书记 李**", 0),
            ("**县要与**县一道修渠。", 0),
            ("**区委、**区政府：", 0),
            ("**一、修渠**\n**县长李***到会。", 2),
            ("首页 > 讲话\n> 清淤12公里。\n>5%的不算。", 1),
            ("#1机组停机。\n####### 七", 0),
            ("一、修渠\n2026年*月*日", 0),
        ] {
            assert_eq!(marks(text).len(), expected, "{text}");
        }
    }
}
