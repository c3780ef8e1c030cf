//! The marks of pages inside a text that a preview cut into pages.

use std::ops::Range;

use super::pages::PAGES;
use super::shadow::han;

/// A note of pages in brackets has at most so many bytes.
const LONGEST_NOTE: usize = 60;

/// Pages and sheets of papers are counted in these too.
const NUMERALS: &str = "一二三四五六七八九十";

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
        let Some(end) = number(text, at + mark.len()).map(|end| text[..end].trim_end().len()) else {
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

/// What is said of the pages in brackets: （下转第3版）, （上接A1版）, （本文共3页，当前第1页）.
pub(super) fn page_notes(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices('（') {
        let start = at + mark.len();
        let limit = text.floor_char_boundary(text.len().min(start + LONGEST_NOTE));
        let Some(inner) = text[start..limit].find('）').map(|length| &text[start..start + length]) else {
            continue;
        };
        let opens = PAGES.page_note.iter().any(|word| inner.starts_with(word));
        if opens
            && inner.ends_with(['版', '页'])
            && inner.contains(|char: char| char.is_ascii_digit() || NUMERALS.contains(char))
        {
            found.push(at..start + inner.len() + '）'.len_utf8());
        }
    }
    found
}

/// Where the number of one to three digits ends that starts here, blanks around it included.
fn number(text: &str, at: usize) -> Option<usize> {
    let at = at + usize::from(text[at..].starts_with(' '));
    let digits = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let end = at + digits;
    (1..=3)
        .contains(&digits)
        .then(|| end + usize::from(text[end..].starts_with(' ')))
}

fn after(text: &str, at: usize, word: &str) -> Option<usize> {
    text[at..].starts_with(word).then_some(at + word.len())
}

#[cfg(test)]
mod tests {
    use super::{page_marks, page_notes};

    #[test]
    fn notes_of_pages_are_told_from_remarks() {
        for (text, expected) in [
            ("新增泊位3000个……（下转第3版）", vec!["（下转第3版）"]),
            ("（上接A1版）要抓好落实。", vec!["（上接A1版）"]),
            ("务必重视。（本文共3页，当前第1页）", vec!["（本文共3页，当前第1页）"]),
            ("（下转各村执行）（上接天线，下接地气）（本文共三个部分）", vec![]),
        ] {
            let found: Vec<&str> = page_notes(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn page_marks_are_told_from_fractions_and_pages() {
        for (text, expected) in [
            ("有的干部第2页 共4页不敢担当", vec!["第2页 共4页"]),
            ("护林员是护林防火的 第1 页共 2页", vec!["第1 页共 2页"]),
            ("要加强_第3页排查", vec!["_第3页"]),
            ("会后县委2 / 9书记还要讲话", vec!["2 / 9"]),
            ("请大家翻到第3页，看看账", vec![]),
            ("占比由1/3提高到2/3", vec![]),
        ] {
            let found: Vec<&str> = page_marks(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
