//! Numbers as official speech writes them: 5.2, 2 000, 三千, 5300多, ×, 202x, 几十, 百分之三.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::matcher::{Chars, Matcher};

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// From its first digit to its last, with 多, 余 or 来.
    pub(super) range: Range<usize>,
    /// Has Arabic digits or a placeholder.
    pub(super) digits: bool,
    /// Has 十, 百, 千, 万 or 亿.
    pub(super) scaled: bool,
    /// Has a digit, a Chinese digit or a placeholder, not only 十百千万亿, 几, 数.
    pub(super) counted: bool,
    /// Says how many, but not exactly: begins with 几 or 数.
    pub(super) vague: bool,
    /// Is the single 一.
    pub(super) bare_one: bool,
}

/// Finds the numbers of a text, in order. `placeholders` are its redactions, in order.
pub(super) fn numbers(chars: &Chars, placeholders: &[Range<usize>]) -> Vec<Number> {
    static FIRST: LazyLock<Matcher> = LazyLock::new(|| Matcher::of_chars(FIRST_CHARS));
    let mut found = Vec::new();
    let (mut at, mut placeholder) = (0, 0);
    let mut first = FIRST.find_in(chars).map(|(range, _)| range.start).peekable();
    loop {
        while first.next_if(|start| *start < at).is_some() {}
        while placeholders.get(placeholder).is_some_and(|range| range.start < at) {
            placeholder += 1;
        }
        let withheld = placeholders.get(placeholder).map(|range| range.start);
        let Some(start) = first.peek().copied().into_iter().chain(withheld).min() else {
            return found;
        };
        at = start + 1;
        if let Some(number) = number(chars.text, start, &placeholders[placeholder..]) {
            at = number.range.end;
            found.push(number);
        }
    }
}

/// What a number can begin with, placeholders aside.
const FIRST_CHARS: &str = "0123456789０１２３４５６７８９〇零一二三四五六七八九两俩仨半廿十百千万亿几数";

fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || ('０'..='９').contains(&char)
}

fn is_numeral(char: char) -> bool {
    matches!(
        char,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '两'
            | '俩'
            | '仨'
            | '半'
            | '廿'
    )
}

fn is_scale(char: char) -> bool {
    matches!(char, '十' | '百' | '千' | '万' | '亿')
}

/// The number that begins at a place.
fn number(text: &str, start: usize, placeholders: &[Range<usize>]) -> Option<Number> {
    let mut number = Number {
        range: start..start,
        digits: false,
        scaled: false,
        counted: false,
        vague: false,
        bare_one: false,
    };
    let mut placeholders = placeholders.iter().peekable();
    let (mut at, mut last, mut zeros) = (start, ' ', false);
    while let Some(char) = text[at..].chars().next() {
        let rest = &text[at + char.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        while placeholders.next_if(|range| range.start < at).is_some() {}
        if let Some(range) = placeholders.next_if(|range| range.start == at) {
            if !number.range.is_empty() && !is_digit(last) && last != '.' {
                break;
            }
            (number.digits, number.counted) = (true, true);
            (at, last) = (range.end, char);
            number.range.end = at;
            continue;
        }
        let joins = match char {
            // 二00八: zeros typed for the ring.
            '0' if is_numeral(last) && last != '半' && (is_numeral(next) || "0○年".contains(next))
                || zeros && is_zero(last) =>
            {
                zeros = true;
                true
            }
            _ if is_digit(char) => {
                let digits_may_follow = number.range.is_empty()
                    || is_digit(last)
                    || "., \u{a0}".contains(last)
                    || !is_numeral(last) && !is_scale(last);
                (number.digits, number.counted) = (true, true);
                digits_may_follow
            }
            // A heading's number right before a year (1.2022年) is not part of it.
            '.' | '．' if is_placeholder(last) => is_placeholder(next),
            '.' | '．' => is_digit(last) && is_digit(next) && !starts_year(rest),
            // The ring that stands for 〇 in years: 二○一三.
            '○' => (is_numeral(last) || last == '○') && (is_numeral(next) || next == '○') && last != '半',
            // 163.6 亿元: typed with a blank before the scale.
            ' ' | '\u{a0}' if is_digit(last) && scaled_unit(rest) => true,
            ',' | ' ' | '\u{a0}' => is_digit(last) && three_digits(rest),
            '十' | '百' | '千' | '万' | '亿' => {
                number.scaled = true;
                true
            }
            '半' => number.range.is_empty(),
            // 床位数6.5张: there 数 ends a word.
            '数' if is_digit(next) => false,
            '几' | '数' => {
                number.vague |= number.range.is_empty();
                number.range.is_empty() || last == '十' || last == '百'
            }
            '多' | '余' | '来' => {
                !number.range.is_empty() && last != '半' && !"多余来几".contains(last) && (char != '来' || last == '十')
            }
            _ if is_numeral(char) => {
                number.counted = true;
                zeros && is_zero(last)
                    || !is_digit(last) && (!is_placeholder(last) || last == '○') && !"多余来半".contains(last)
            }
            _ => false,
        };
        if !joins {
            break;
        }
        at += char.len_utf8();
        last = char;
        number.range.end = at;
    }
    if text[number.range.clone()].starts_with('零') && !number.digits && number.range.len() == '零'.len_utf8() {
        return None;
    }
    number.bare_one = &text[number.range.clone()] == "一";
    (!number.range.is_empty()).then_some(number)
}

fn is_placeholder(char: char) -> bool {
    matches!(char, '×' | 'X' | 'x' | '*' | '＊' | '某' | 'Ｘ' | '○')
}

fn is_zero(char: char) -> bool {
    matches!(char, '0' | '○')
}

/// Whether a scale with a unit of money, weight or area follows.
fn scaled_unit(rest: &str) -> bool {
    let unit = rest.trim_start_matches(['千', '万', '亿', '百', '十']);
    unit.len() < rest.len()
        && unit.starts_with([
            '元', '吨', '亩', '斤', '人', '户', '千', '平', '立', '公', '美', '方', '头', '只', '株',
        ])
}

/// Whether four digits and 年 follow.
fn starts_year(rest: &str) -> bool {
    rest.bytes().take_while(u8::is_ascii_digit).count() == 4 && rest[4..].starts_with('年')
}

/// Whether exactly three digits follow: a group of thousands.
fn three_digits(rest: &str) -> bool {
    rest.chars().take_while(|char| is_digit(*char)).take(4).count() == 3
}

#[cfg(test)]
mod tests {
    use super::{Chars, numbers};
    use crate::extract::mention::redaction::redactions;

    #[test]
    fn numbers_are_found_whole() {
        for (text, expected) in [
            ("增长5.2%，约2 000亩、1,250户", &["5.2", "2 000", "1,250"][..]),
            ("三千二百万元", &["三千二百万"]),
            ("5300多栋和十余家、10多万人", &["5300多", "十余", "10多万"]),
            ("力争202x年×亿元", &["202x", "×亿"]),
            ("数十家，几千万元，十几个", &["数十", "几千万", "十几"]),
            ("投资X.X亿元", &["X.X亿"]),
            ("1,2,3", &["1", "2", "3"]),
            ("1.2022年工作，增长1.2022", &["1", "2022", "1.2022"]),
            ("二○一三年", &["二○一三"]),
            ("二〇二五年", &["二〇二五"]),
            ("二00八年，一九九0年", &["二00八", "一九九0"]),
            ("床位数6.5张，个数12", &["6.5", "12"]),
        ] {
            let found: Vec<&str> = numbers(&Chars::of(text), &redactions(text))
                .into_iter()
                .map(|number| &text[number.range])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
