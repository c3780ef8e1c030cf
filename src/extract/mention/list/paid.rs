//! Works that go by what is paid for them: 总投资50亿元的甲、32亿元的乙等项目.

use std::ops::Range;

use crate::extract::mention::scan::ends_clause;

/// A member reaches at most so many characters.
const LONGEST: usize = 22;

/// The members of such a list that ends at a byte offset, from left to right; one alone is none.
pub(super) fn paid(text: &str, end: usize) -> Vec<Range<usize>> {
    let head = &text[text.floor_char_boundary(end.saturating_sub(360))..end];
    let from = end - head.len()
        + head
            .rfind(ends_clause)
            .map_or(0, |mark| mark + head[mark..].chars().next().map_or(0, char::len_utf8));
    let mut found = Vec::new();
    let mut last = end;
    for piece in text[from..end].rsplit(['、', '和']) {
        let Some(of) = piece.find("元的").filter(|of| is_amount(&piece[..*of])) else {
            break;
        };
        let name = &piece[of + "元的".len()..];
        let start = last - name.len();
        if !(2..=LONGEST).contains(&name.chars().count()) {
            break;
        }
        found.push(start..last);
        last = (last - piece.len()).saturating_sub('、'.len_utf8());
    }
    found.reverse();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Whether words end with a number and its scale: 总投资12.6亿.
fn is_amount(words: &str) -> bool {
    let number = words
        .trim_end_matches(['美', '欧', '港', '日'])
        .trim_end_matches(['万', '亿', '千', '百', '多', '余']);
    number.ends_with(|char: char| char.is_ascii_digit() || "×X*＊一二两三四五六七八九十".contains(char))
}
