//! The marks of pages inside a text that a preview cut into pages.

use std::collections::BTreeMap;
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

/// Page numbers between hyphens (- 2 -) in wide gaps, where lines were run together, with the header behind one that
/// comes again on other pages, and with the gaps.
pub(super) fn page_gaps(text: &str) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut headers: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, dash) in text.match_indices("- ") {
        let start = text[..at].trim_end_matches(BLANKS).len();
        let Some(number) = number(text, at + dash.len()).and_then(|end| after(text, end, "-")) else {
            continue;
        };
        let end = text.len() - text[number..].trim_start_matches(BLANKS).len();
        if !is_wide(&text[start..at]) || !is_wide(&text[number..end]) {
            continue;
        }
        let piece = &text[end..text.floor_char_boundary(end + LONGEST_NOTE)];
        let header = piece.find(BLANKS).map_or("", |length| &piece[..length]);
        *headers.entry(header).or_default() += 1;
        pages.push((start..end, header));
    }
    let whole = |(range, header): (Range<usize>, &str)| {
        let again = !header.is_empty() && headers.get(header).is_some_and(|count| *count > 1);
        let rest = &text[range.end + if again { header.len() } else { 0 }..];
        range.start..text.len() - rest.trim_start_matches(BLANKS).len()
    };
    pages.into_iter().map(whole).collect()
}

/// What gaps are made of.
const BLANKS: [char; 2] = [' ', '\u{3000}'];

/// Whether blanks are more than what stands between words.
fn is_wide(blanks: &str) -> bool {
    blanks.chars().count() > 1
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
    use super::{page_gaps, page_marks, page_notes};

    #[test]
    fn numbers_and_headers_of_pages_between_gaps_are_told_from_dashes() {
        let header = "某县某会议材料之一";
        let text = format!("不搞盆景　　- 2 -　　{header}　　示范。各镇要抓好　　- 3 -　　{header}　　落实。");
        let found: Vec<&str> = page_gaps(&text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            [
                format!("　　- 2 -　　{header}　　"),
                format!("　　- 3 -　　{header}　　")
            ]
        );
        for (text, expected) in [
            ("要抓好　　- 2 -　　落实　　各项任务", vec!["　　- 2 -　　"]),
            ("温度 - 2 - 度，产值 - 3 - 万元", vec![]),
            ("要抓好　　- 二 -　　落实", vec![]),
        ] {
            let found: Vec<&str> = page_gaps(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

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
