//! Style sheets and template tags that a page left inside its text: `p { color: #000 }`, `[标签:标题]`.

use std::ops::Range;

use super::super::marks::marks;
use super::shadow::han;

/// A block of declarations is at most so many bytes long, and its selector.
const LONGEST_BLOCK: usize = 400;
const LONGEST_SELECTOR: usize = 80;

/// A template tag is at most so many bytes long.
const LONGEST_TAG: usize = 40;

/// The rules of style sheets in a folded text, each run of them as one range, and template tags.
pub(super) fn styles(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = None;
    for (at, char) in marks(text) {
        match char {
            '{' => open = Some(at),
            '}' => {
                let Some(from) = open.take() else { continue };
                if !declares(&text[from + 1..at]) {
                    continue;
                }
                let start = selector_start(text, from, found.last().map_or(0, |last| last.end));
                match found.last_mut() {
                    Some(last) if text[last.end..start].trim().is_empty() => last.end = at + 1,
                    _ => found.push(start..at + 1),
                }
            }
            _ => {}
        }
    }
    for (at, _) in text.match_indices("[标签") {
        let tag = &text[at..text.ceil_char_boundary(at + LONGEST_TAG).min(text.len())];
        found.extend(tag.find(']').map(|length| at..at + length + 1));
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether a block holds declarations: `color: #000; line-height: 115%`.
fn declares(block: &str) -> bool {
    block.len() <= LONGEST_BLOCK
        && block.contains([':', '：'])
        && block.chars().filter(|char| han(*char)).count() * 4 <= block.chars().count()
}

/// Where the selector before a block begins; it has no Chinese characters.
fn selector_start(text: &str, end: usize, floor: usize) -> usize {
    let head = &text[text.floor_char_boundary(end.saturating_sub(LONGEST_SELECTOR).max(floor))..end];
    let plain = |char: char| char.is_ascii() && !matches!(char, '\n' | ']' | '>' | '}' | ';');
    let bare = head.trim_end_matches(plain).len();
    end - head[bare..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::styles;

    #[test]
    fn style_sheets_and_tags_are_told_from_speech() {
        for (text, expected) in [
            (
                "讲话 @page { size: 8in; margin: 1in } p.cjk { font: \"宋体\" } 同志们",
                vec!["@page { size: 8in; margin: 1in } p.cjk { font: \"宋体\" }"],
            ),
            ("[标签:标题] 同志们：", vec!["[标签:标题]"]),
            ("坚持{三个不变}：一是目标不变", vec![]),
            ("标签化管理要坚决纠正", vec![]),
        ] {
            let found: Vec<&str> = styles(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
