//! What a site or an office puts inside the text itself: notices, and the page marks of a preview.

use std::ops::Range;

use super::super::word_list::Found;
use super::shadow::han;

/// A notice is at most so many bytes long.
const LONGEST: usize = 450;

/// The notices of a folded text: from a word that opens one to the end of its brackets or its line.
pub(super) fn notices(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| word.group == "notice") {
        let before = text[..word.range.start].trim_end_matches(' ');
        let line = &text[word.range.start..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        let range = match before.chars().next_back() {
            Some(open @ ('（' | '【' | '[')) => {
                let Some(close) = line.find(['）', '】', ']']) else {
                    continue;
                };
                let close_length = line[close..].chars().next().map_or(0, char::len_utf8);
                before.len() - open.len_utf8()..word.range.start + close + close_length
            }
            None | Some('\n' | '。' | '！' | '？' | '；' | '”') => {
                word.range.start..word.range.start + line.len()
            }
            _ => continue,
        };
        if range.len() <= LONGEST && found.last().is_none_or(|last| last.end <= range.start) {
            found.push(range);
        }
    }
    found
}

/// 第2页 共4页, _第2页 and 2 / 9 within a sentence: where a preview cut the text into pages.
pub(super) fn page_marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('第') {
        let Some(end) = number(text, at + '第'.len_utf8()).and_then(|end| after(text, end, "页")) else {
            continue;
        };
        let rest = &text[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '/', '，']).len();
        let total = after(text, end + blanks, "共")
            .and_then(|end| number(text, end))
            .and_then(|end| after(text, end, "页"));
        if let Some(total) = total {
            found.push(at..total);
        } else if text[..at].ends_with('_') {
            found.push(at - 1..end);
        }
    }
    for (at, mark) in text.match_indices(" / ") {
        let digits = text.as_bytes()[..at]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let start = at - digits;
        let Some(end) = number(text, at + mark.len()) else {
            continue;
        };
        let inside = |char: Option<char>| char.is_some_and(|char| han(char) || "，、".contains(char));
        if (1..=3).contains(&digits) && inside(text[..start].chars().next_back()) && inside(text[end..].chars().next())
        {
            found.push(start..end);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Where the number of one to three digits ends that starts here.
fn number(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    (1..=3).contains(&digits).then_some(at + digits)
}

fn after(text: &str, at: usize, word: &str) -> Option<usize> {
    text[at..].starts_with(word).then_some(at + word.len())
}

#[cfg(test)]
mod tests {
    use super::super::debris::words;
    use super::*;

    fn taken(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn page_marks_are_told_from_fractions_and_pages() {
        for (text, expected) in [
            ("有的干部第2页 共4页不敢担当", vec!["第2页 共4页"]),
            ("要加强_第3页排查", vec!["_第3页"]),
            ("会后县委2 / 9书记还要讲话", vec!["2 / 9"]),
            ("请大家翻到第3页，看看账", vec![]),
            ("占比由1/3提高到2/3", vec![]),
        ] {
            assert_eq!(taken(text, page_marks(text)), expected, "{text}");
        }
    }

    #[test]
    fn notices_end_with_their_brackets_or_line() {
        for (text, expected) in [
            ("水到渠成。（此处隐藏300字）接着说", vec!["（此处隐藏300字）"]),
            ("散会。\n声明：本文由用户上传。\n", vec!["声明：本文由用户上传。"]),
            ("我郑重声明：本人没有经商", vec![]),
        ] {
            assert_eq!(taken(text, notices(text, &words(text))), expected, "{text}");
        }
    }
}
