//! The shadow of a text: markup taken out, and every character folded onto the one that the word
//! lists use. Traditional characters become simplified, half-width marks full-width, full-width
//! digits and letters ASCII; one character to one character.

use std::cell::LazyCell;
use std::ops::Range;

use super::emphasis::marks;
use super::gloss::Glosses;
use super::mapped::Mapped;
use super::markup::{Markup, markup};
use super::simplified::Table;

/// An open straight quotation mark is given up after so many characters.
const LONGEST_QUOTE: usize = 40;

/// The folded text, and the markup that was taken out (ranges of the original; touching ones are
/// one).
pub(super) fn shadow(text: &str) -> (Mapped, Vec<Range<usize>>) {
    let mut mapped = Mapped::with_capacity(text.len() + text.len() / 16);
    let mut removed: Vec<Range<usize>> = Vec::new();
    // Most texts have neither brackets that might be pronunciations nor marks of Markdown.
    let glosses = LazyCell::new(|| Glosses::of(text));
    let mut marks = LazyCell::new(|| marks(text).into_iter().peekable());
    let table = Table::own();
    let mut previous = '\n';
    let mut quote_open = None;
    let mut count = 0usize;
    let mut at = 0;
    while at < text.len() {
        let run = Run::of(&text[at..], table);
        if run.chars > 0 {
            mapped.push_run(&text[at..at + run.bytes], at);
            (at, previous) = (at + run.bytes, run.last);
            count += run.chars;
        }
        let Some(char) = text[at..].chars().next() else { break };
        let found = match char {
            '<' | '&' => markup(&text[at..]),
            '(' | '（' if han(previous) => glosses.gloss(&text[at..]),
            '*' | '#' | '>' => {
                // One inside a block that is out already is passed.
                while marks.next_if(|mark| mark.start < at).is_some() {}
                marks.next_if(|mark| mark.start == at).map(|mark| Markup {
                    length: mark.len(),
                    stands_for: None,
                })
            }
            _ => None,
        };
        if let Some(found) = found {
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

/// Characters at the start of a text that stay as they are whatever stands beside them: nearly all of a
/// speech.
struct Run {
    bytes: usize,
    chars: usize,
    last: char,
}

impl Run {
    fn of(text: &str, table: &Table) -> Self {
        let (mut bytes, mut chars) = (0, 0);
        loop {
            while table.keeps_first(&text.as_bytes()[bytes..]) {
                bytes += 3;
                chars += 1;
            }
            let Some(char) = text[bytes..].chars().next().filter(|char| stays(*char)) else {
                break;
            };
            bytes += char.len_utf8();
            chars += 1;
        }
        let last = text[..bytes].chars().next_back().unwrap_or('\n');
        Self { bytes, chars, last }
    }
}

/// Whether a mark, a letter or a digit stays as it is whatever stands beside it.
fn stays(char: char) -> bool {
    matches!(
        char,
        '，' | '。' | '、' | '：' | '；' | '！' | '？' | '“' | '”' | '）' | '《' | '》' | ' ' | '%'
    ) || char.is_ascii_alphanumeric()
}

/// The character that one is read as between its neighbours, the one before it already folded.
pub(super) fn fold(char: char, previous: char, next: char) -> char {
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
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
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
        _ => Table::own().simplified(previous, char, next),
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
pub(super) fn invisible(char: char) -> bool {
    matches!(char, '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::shadow;

    #[test]
    fn characters_are_folded_one_to_one() {
        for (text, expected) in [
            ("隻有優化營商環境，發展纔有後勁", "只有优化营商环境，发展才有后劲"),
            ("著力推進,達到1,200億元;增長3.5%.", "着力推进，达到1,200亿元；增长3.5%."),
            ("他說:\"好\"(鼓掌)!", "他说：“好”（鼓掌）！"),
            ("２０２４年Ａ类１０％", "2024年A类10%"),
            ("「一網通辦」『好』", "“一网通办”‘好’"),
            ("一.抓落实.二.抓调度.", "一.抓落实。二.抓调度。"),
            ("8:30开始:准时", "8:30开始：准时"),
            ("甲\r\n乙\r丙\u{2028}丁\u{200b}\u{feff}", "甲\n乙\n丙\n丁"),
            ("<p>甲&nbsp;乙</p>", "\n甲 乙\n"),
            ("　　一、抓招商　甲", "  一、抓招商 甲"),
            ("開展會(huì)議", "开展会议"),
            ("## 一、修渠\n**（一）清淤。**抓早。", " 一、修渠\n（一）清淤。抓早。"),
        ] {
            assert_eq!(shadow(text).0.text(), expected);
        }
    }
}
