//! Picture captions that were pasted into the running text.

use std::ops::Range;

use super::super::word_list::Found;
use super::pages::PAGES;

/// A caption is at most so many bytes long.
const LONGEST: usize = 900;

/// The captions inside a folded text: what ends with 记者 so-and-so 摄, from the sentence that says
/// what the picture shows.
pub(super) fn captions(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| word.group == "press") {
        // Of two reporters of one picture the second stands inside its caption.
        if found.last().is_some_and(|last| word.range.start < last.end) {
            continue;
        }
        let rest = &text[word.range.end..];
        let near: usize = rest
            .chars()
            .take(12)
            .take_while(|char| !"。，；：\n".contains(*char))
            .map(char::len_utf8)
            .sum();
        let Some(at) = rest[..near].rfind('摄') else { continue };
        let end = word.range.end + at + '摄'.len_utf8();
        let floor = text
            .floor_char_boundary(word.range.start.saturating_sub(LONGEST))
            .max(found.last().map_or(0, |last| last.end));
        let start = start(&text[floor..word.range.start]) + floor;
        if start > floor || floor == 0 {
            found.push(start..end);
        }
    }
    found
}

/// Where the caption begins whose last sentence a text ends with.
fn start(text: &str) -> usize {
    let base = text.as_ptr() as usize;
    let text = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
    let offset = |part: &str| part.as_ptr() as usize - base;
    let mut sentences: Vec<&str> = text.split('。').collect();
    let mut first = sentences
        .pop()
        .map_or(0, |own| offset(own) + own.len() - own.trim_start().len());
    let mut told = false;
    for sentence in sentences.iter().rev() {
        let opens = sentence.trim_start();
        let shows = PAGES.picture.iter().any(|word| opens.starts_with(word));
        // 这是 points at what the sentence in front of it tells.
        let points = opens.starts_with("这是") && opens.contains('日');
        let dated =
            opens.starts_with(|char: char| char.is_ascii_digit()) && opens.contains('年') && opens.contains('日');
        if !shows && !dated && !told {
            break;
        }
        first = offset(opens);
        if told && !shows {
            break;
        }
        told = points;
        if dated && !shows {
            break;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::super::clean;
    use crate::text::Source;

    #[test]
    fn a_caption_starts_on_its_own_line() {
        for before in ["", "同志们：\n", "今天的会很重要。\n第一行文字。\n"] {
            let caption = "图为青禾市春耕现场。新华社记者 王某 摄";
            let source = Source::new(format!("{before}{caption}　各地要抓紧春耕备耕。"));
            let cleaned = clean(&source);
            let found: Vec<&str> = cleaned
                .boilerplate()
                .iter()
                .map(|(span, _)| source.slice(*span))
                .collect();
            assert_eq!(found, [caption], "after {before:?}");
        }
    }

    #[test]
    fn two_reporters_took_one_picture() {
        for caption in ["记者记者摄", "图为春耕现场。新华社记者王某 记者李某 摄"] {
            let cleaned = clean(&Source::new(format!("{caption}　各地要抓紧春耕备耕。")));
            assert!(!cleaned.text().contains('摄'), "{}", cleaned.text());
        }
    }
}
