//! The shadow of a text: markup taken out, and every character folded onto the one that the word
//! lists use. Traditional characters become simplified, half-width marks full-width, full-width
//! digits and letters ASCII; one character to one character.

use std::ops::Range;
use std::sync::LazyLock;

use super::mapped::Mapped;
use super::markup::markup;

/// The first and the last character that the table of simplified characters covers.
const TABLE: (u32, u32) = (0x4E00, 0x9FFF);

/// An open straight quotation mark is given up after so many characters.
const LONGEST_QUOTE: usize = 40;

/// The folded text, and the markup that was taken out (ranges of the original; touching ones are
/// one).
pub(super) fn shadow(text: &str) -> (Mapped, Vec<Range<usize>>) {
    let mut mapped = Mapped::with_capacity(text.len() + text.len() / 16);
    let mut removed: Vec<Range<usize>> = Vec::new();
    let mut previous = '\n';
    let mut quote_open = None;
    let mut count = 0usize;
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        if matches!(char, '<' | '&')
            && let Some(found) = markup(&text[at..])
        {
            let range = at..at + found.length;
            match removed.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => removed.push(range.clone()),
            }
            if let Some(char) = found.stands_for {
                mapped.push(char, range.clone());
                previous = char;
            }
            at = range.end;
            continue;
        }
        let end = at + char.len_utf8();
        let next = text[end..].chars().next().unwrap_or('\n');
        if invisible(char) || (char == '\r' && next == '\n') {
            at = end;
            continue;
        }
        count += 1;
        let folded = if char == '"' {
            let opens = quote_open.is_none_or(|opened| count - opened > LONGEST_QUOTE);
            quote_open = opens.then_some(count);
            if opens { '“' } else { '”' }
        } else {
            fold(char, previous, next)
        };
        if folded == '\n' {
            quote_open = None;
        }
        mapped.push(folded, at..end);
        previous = folded;
        at = end;
    }
    (mapped, removed)
}

fn fold(char: char, previous: char, next: char) -> char {
    if char.is_ascii() {
        let between_digits = previous.is_ascii_digit() && next.is_ascii_digit();
        return match char {
            ',' if !between_digits => '，',
            ':' if !between_digits && next != '/' => '：',
            '.' if han(previous) && !is_numeral(previous) && !next.is_ascii_alphanumeric() && next != '.' => '。',
            ';' => '；',
            '!' => '！',
            '?' => '？',
            '(' => '（',
            ')' => '）',
            '\t' => ' ',
            '\r' | '\u{b}' | '\u{c}' => '\n',
            other => other,
        };
    }
    match char {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '，' | '。' | '、' | '：' | '；' | '！' | '？' | '（' | '）' => char,
        '「' => '“',
        '」' => '”',
        '『' => '‘',
        '』' => '’',
        '﹐' => '，',
        '﹑' | '､' => '、',
        '｡' => '。',
        '﹔' => '；',
        '﹕' | '︰' => '：',
        '！'..='～' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
        _ => simplified(char),
    }
}

/// Whether the character is a Chinese one.
pub(in crate::extract) fn han(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '〇')
}

fn is_numeral(char: char) -> bool {
    "一二三四五六七八九十".contains(char)
}

/// Characters that show nothing and only break words.
fn invisible(char: char) -> bool {
    matches!(char, '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The simplified character that a traditional one is read as; any other stays.
fn simplified(char: char) -> char {
    static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
        let mut table = vec![0; (TABLE.1 - TABLE.0 + 1) as usize];
        for line in include_str!("../data/simplified.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let mut chars = line.chars();
            while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
                if let Some(slot) = (from as u32)
                    .checked_sub(TABLE.0)
                    .and_then(|index| table.get_mut(index as usize))
                {
                    *slot = u16::try_from(to as u32).unwrap_or_default();
                }
            }
        }
        table
    });
    if !(TABLE.0..=TABLE.1).contains(&(char as u32)) {
        return char;
    }
    match SIMPLIFIED.get((char as u32 - TABLE.0) as usize) {
        Some(&code) if code != 0 => char::from_u32(u32::from(code)).unwrap_or(char),
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::shadow;

    #[test]
    fn characters_are_folded_one_to_one() {
        for (text, expected) in [
            ("隻有優化營商環境，發展纔有後勁", "只有优化营商环境，发展才有后劲"),
            ("著力推進,達到1,200億元;增長3.5%.", "著力推进，达到1,200亿元；增长3.5%."),
            ("他說:\"好\"(鼓掌)!", "他说：“好”（鼓掌）！"),
            ("２０２４年Ａ类１０％", "2024年A类10%"),
            ("「一網通辦」『好』", "“一网通办”‘好’"),
            ("一.抓落实.二.抓调度.", "一.抓落实。二.抓调度。"),
            ("8:30开始:准时", "8:30开始：准时"),
            ("甲\r\n乙\r丙\u{2028}丁\u{200b}\u{feff}", "甲\n乙\n丙\n丁"),
            ("<p>甲&nbsp;乙</p>", "\n甲 乙\n"),
        ] {
            assert_eq!(shadow(text).0.text(), expected);
        }
    }
}
