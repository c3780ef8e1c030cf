//! Heading markers: 一、 （一） 1. （1） 第一， 首先， 一是 一打.

use super::super::clean::han;
use super::line;
use super::style::{LAST, Marker, Style};
use super::words::WORDS;

/// Words of a sequence, with their numbers.
const SEQUENCE: [(&str, u32); 5] = [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", LAST)];

/// What a numeral is fused with in 一是, 二要, 三抓.
const FUSED_WITH: &str = "是要须抓靠看为在到把以强促优曰";

/// The longest noun of 第一场硬仗， in characters.
const LONGEST_NOUN: usize = 4;

/// The marker that a (cleaned) text starts with.
pub(in crate::extract) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '第' => ordinal(text),
        '头' => text[first.len_utf8()..]
            .starts_with('一')
            .then(|| ordinal(text))
            .flatten(),
        '（' => bracketed(text),
        '0'..='9' => digits(text).or_else(|| line::decimal(text)),
        '①'..='⑳' => Some(enclosed(first, '①', Style::DigitInBrackets)),
        '⒈'..='⒛' => Some(enclosed(first, '⒈', Style::Digit)),
        '⑴'..='⒇' => Some(enclosed(first, '⑴', Style::DigitInBrackets)),
        '㈠'..='㈩' => Some(enclosed(first, '㈠', Style::NumeralInBrackets)),
        '首' | '其' | '再' | '最' => sequence(text),
        _ => numeral_marker(text),
    }
}

/// A single character that is a number with its brackets or its dot; `one` is the first of its row.
fn enclosed(char: char, one: char, style: Style) -> Marker {
    Marker {
        style,
        number: char as u32 - one as u32 + 1,
        length: char.len_utf8(),
    }
}

fn numeral_marker(text: &str) -> Option<Marker> {
    let (number, length) = numeral(text)?;
    let mut rest = text[length..].trim_start_matches(' ').chars();
    let blanks = text[length..].len() - rest.as_str().len();
    let mark = rest.next()?;
    if matches!(mark, '、' | '.' | '．' | '。') {
        // 一、二、三产业 is a list, not a marker.
        if mark == '、'
            && (is_counted_on(number, rest.as_str())
                || numeral(rest.as_str()).is_some_and(|(_, length)| !fused_or_title(rest.as_str(), length)))
        {
            return None;
        }
        return Some(Marker {
            style: Style::Numeral,
            number,
            length: length + blanks + mark.len_utf8(),
        });
    }
    let word = &text[length + blanks..];
    if WORDS.not_fused.iter().any(|other| word.starts_with(other)) {
        return None;
    }
    if blanks == 0 && number <= 20 && FUSED_WITH.contains(mark) {
        return Some(Marker {
            style: Style::Fused(mark),
            number,
            length: length + mark.len_utf8(),
        });
    }
    if blanks > 0 {
        return line::opens_title(&text[length + blanks..]).then_some(Marker {
            style: Style::Spaced,
            number,
            length,
        });
    }
    // 一打扫尾仗, but not 一查到底
    let object = rest.as_str();
    let struck = WORDS.struck.iter().any(|verb| verb.starts_with(mark));
    let idle = WORDS.never_struck.iter().any(|word| object.starts_with(word));
    let titled = object.starts_with(|char: char| han(char) || char == '“') && line::is_short_title(object);
    (struck && titled && !idle && number <= 20).then_some(Marker {
        style: Style::Struck(mark),
        number,
        length: length + mark.len_utf8(),
    })
}

/// Whether the next number follows and what both count: 一、|二季度, 第一、|二、三产业.
fn is_counted_on(number: u32, rest: &str) -> bool {
    let Some((next, length)) = numeral(rest) else {
        return false;
    };
    let behind = &rest[length..];
    let more = || {
        behind
            .strip_prefix('、')
            .is_some_and(|behind| is_counted_on(next, behind))
    };
    next == number + 1 && (WORDS.counted_by.iter().any(|word| behind.starts_with(word)) || more())
}

/// Whether what follows 一、 is a title although it starts with a numeral (二、三大任务).
fn fused_or_title(text: &str, numeral_length: usize) -> bool {
    !text[numeral_length..].starts_with(['、', '产', '是', '次', '线'])
}

fn ordinal(text: &str) -> Option<Marker> {
    // Or 头, which is as long.
    let at = '第'.len_utf8();
    let (number, length) = numeral(&text[at..])?;
    let rest = &text[at + length..];
    for unit in &WORDS.part {
        if let Some(after) = rest.strip_prefix(unit)
            && (after.is_empty() || after.starts_with([' ', '：', '\n', '，', '、']))
        {
            let mark = after
                .chars()
                .next()
                .filter(|mark| "：，、".contains(*mark))
                .map_or(0, char::len_utf8);
            return Some(Marker {
                style: Style::Part,
                number,
                length: at + length + unit.len() + mark,
            });
        }
    }
    // 第一个问题，第二点，第三个方面是
    let numbered = rest;
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    let called = rest.chars().next();
    let point = WORDS.point.iter().find_map(|unit| rest.strip_prefix(unit));
    let style = match (point, called) {
        (Some(_), Some(called)) => Style::Point(called),
        _ => Style::Ordinal,
    };
    let rest = point.unwrap_or(rest);
    let rest = rest.strip_prefix('呢').unwrap_or(rest);
    let Some(mark) = rest
        .chars()
        .next()
        .filter(|mark| matches!(mark, '，' | '、' | '：' | '.' | ' ' | '是' | '要'))
    else {
        return counted(numbered, number, text.len() - numbered.len());
    };
    if mark == '、' && is_counted_on(number, &rest[mark.len_utf8()..]) {
        return None;
    }
    let mark = if mark == ' ' { 0 } else { mark.len_utf8() };
    let length = text.len() - rest.len() + mark;
    Some(Marker { style, number, length })
}

/// A numbered noun with the mark behind it; `before` is the length of 第一.
fn counted(rest: &str, number: u32, before: usize) -> Option<Marker> {
    let thing = WORDS.thing.iter().find(|thing| rest.starts_with(**thing));
    if let Some(thing) = thing
        && let Some(mark) = rest[thing.len()..]
            .chars()
            .next()
            .filter(|mark| matches!(mark, '，' | '：' | '是'))
    {
        return thing.chars().next().map(|called| Marker {
            style: Style::Thing(called),
            number,
            length: before + thing.len() + mark.len_utf8(),
        });
    }
    let noun: usize = rest
        .chars()
        .take(LONGEST_NOUN)
        .take_while(|char| han(*char))
        .map(char::len_utf8)
        .sum();
    let mark = rest[noun..]
        .chars()
        .next()
        .filter(|mark| matches!(mark, '，' | '：' | ' '))?;
    let excluded = WORDS.never_counted.iter().any(|word| rest[..noun].contains(word));
    (noun > 0 && !excluded).then_some(Marker {
        style: Style::Counted,
        number,
        length: before + noun + if mark == ' ' { 0 } else { mark.len_utf8() },
    })
}

fn bracketed(text: &str) -> Option<Marker> {
    let inside = text.strip_prefix('（')?;
    let start = text.len() - inside.trim_start_matches(' ').len();
    if let Some((number, length)) = numeral(&text[start..]) {
        let after = text[start + length..].trim_start_matches(' ');
        let rest = after.strip_prefix('）')?;
        return Some(Marker {
            style: Style::NumeralInBrackets,
            number,
            length: text.len() - rest.len(),
        });
    }
    let (number, length) = arabic(&text[start..])?;
    let rest = text[start + length..].trim_start_matches(' ').strip_prefix('）')?;
    Some(Marker {
        style: Style::DigitInBrackets,
        number,
        length: text.len() - rest.len(),
    })
}

fn digits(text: &str) -> Option<Marker> {
    let (number, length) = arabic(text)?;
    let mut rest = text[length..].chars();
    let mark = rest.next()?;
    let after = rest.as_str().trim_start_matches(' ');
    let follows = after.chars().next();
    let quantity = follows.is_some_and(|char| char.is_ascii_digit() || char == '%') && !opens_with_year(after);
    let length = length + mark.len_utf8();
    match mark {
        '.' | '．' | '、' if !quantity => Some(Marker {
            style: Style::Digit,
            number,
            length,
        }),
        '）' => Some(Marker {
            style: Style::DigitInBrackets,
            number,
            length,
        }),
        _ => None,
    }
}

/// 2022年工作回顾: a title may open with a year.
pub(super) fn opens_with_year(text: &str) -> bool {
    (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().take_while(u8::is_ascii_digit).count() == 4
        && text[4..].starts_with('年')
}

fn sequence(text: &str) -> Option<Marker> {
    if let Some(rest) = text.strip_prefix('其')
        && let Some((number, length)) = numeral(rest)
        && rest[length..].starts_with(['，', '、'])
    {
        return Some(Marker {
            style: Style::Fused('其'),
            number,
            length: 2 * '其'.len_utf8() + length,
        });
    }
    let (word, number) = SEQUENCE.iter().find(|(word, _)| text.starts_with(word))?;
    let mark = text[word.len()..]
        .chars()
        .next()
        .filter(|mark| matches!(mark, '，' | '：') || matches!(mark, '是' | '要') && *number != LAST)?;
    Some(Marker {
        style: Style::Sequence,
        number: *number,
        length: word.len() + mark.len_utf8(),
    })
}

/// The Chinese numeral (up to 99) that a text starts with, and its length.
pub(in crate::extract) fn numeral(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut unit, mut length) = (0, 0, 0);
    for char in text.chars() {
        let digit = match char {
            '一' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' => 10,
            _ => break,
        };
        if digit == 10 {
            if value >= 10 {
                return None;
            }
            value = unit.max(1) * 10;
            unit = 0;
        } else {
            if unit != 0 {
                return None;
            }
            unit = digit;
        }
        length += char.len_utf8();
    }
    (length > 0).then_some((value + unit, length))
}

/// The number of at most three digits that a text starts with, and its length.
fn arabic(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if length == 0 || length > 3 {
        return None;
    }
    text[..length].parse().ok().map(|number| (number, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_from_quantities_and_dates() {
        let cases: [(&str, Option<(Style, u32, &str)>); 56] = [
            ("一、抓调度", Some((Style::Numeral, 1, "一、"))),
            ("十二、抓调度", Some((Style::Numeral, 12, "十二、"))),
            ("二十一、抓", Some((Style::Numeral, 21, "二十一、"))),
            ("一、二、三产业", None),
            ("二、三大任务", Some((Style::Numeral, 2, "二、"))),
            ("（三）抓", Some((Style::NumeralInBrackets, 3, "（三）"))),
            ("（ 三 ）抓", Some((Style::NumeralInBrackets, 3, "（ 三 ）"))),
            ("（三年）", None),
            ("（12）抓", Some((Style::DigitInBrackets, 12, "（12）"))),
            ("③抓", Some((Style::DigitInBrackets, 3, "③"))),
            ("3.抓", Some((Style::Digit, 3, "3."))),
            ("3、抓", Some((Style::Digit, 3, "3、"))),
            ("3.5亿元", None),
            ("3、4号楼", None),
            ("2024.抓", None),
            ("3年", None),
            ("第一，抓", Some((Style::Ordinal, 1, "第一，"))),
            ("第一产业", None),
            ("第二个问题：抓", Some((Style::Point('问'), 2, "第二个问题："))),
            ("第一方面，抓", Some((Style::Point('方'), 1, "第一方面，"))),
            ("第二部分 主要做法", Some((Style::Part, 2, "第二部分"))),
            ("首先，抓", Some((Style::Sequence, 1, "首先，"))),
            ("第三呢，抓", Some((Style::Ordinal, 3, "第三呢，"))),
            ("第一件，修渠", Some((Style::Thing('件'), 1, "第一件，"))),
            ("头一件，修渠", Some((Style::Thing('件'), 1, "头一件，"))),
            ("第三项是修渠", Some((Style::Thing('项'), 3, "第三项是"))),
            ("头一条，修渠", Some((Style::Point('条'), 1, "头一条，"))),
            ("头一年，", None),
            ("头二件，", None),
            ("第一个季度，增长", None),
            ("第一种粮大县，", None),
            ("一打硬仗", Some((Style::Struck('打'), 1, "一打"))),
            ("三盯隐患", Some((Style::Struck('盯'), 3, "三盯"))),
            ("一打，", None),
            ("一查到底", None),
            ("一会儿就到", None),
            ("一心为民", None),
            ("二 关于春耕\n抓好", Some((Style::Spaced, 2, "二"))),
            ("二 关于春耕，各镇要抓紧备足农资。", None),
            ("二 是抓春耕", None),
            ("1.2春耕备耕稳步推进", Some((Style::Decimal(2), 102, "1.2"))),
            ("2.10.3 备足农资", Some((Style::Decimal(3), 21003, "2.10.3"))),
            ("1.1亿元", None),
            ("3.2 万人", None),
            ("3.5以上", None),
            ("12.5%", None),
            ("第二场硬仗：修渠", Some((Style::Counted, 2, "第二场硬仗："))),
            ("第一季度，增长", None),
            ("第一次，", None),
            ("首先要抓", Some((Style::Sequence, 1, "首先要"))),
            ("最后要抓", None),
            ("一曰散", Some((Style::Fused('曰'), 1, "一曰"))),
            ("1.2023年工作回顾", Some((Style::Digit, 1, "1."))),
            ("一是抓", Some((Style::Fused('是'), 1, "一是"))),
            ("二要抓", Some((Style::Fused('要'), 2, "二要"))),
            ("一批项目", None),
        ];
        for (text, expected) in cases {
            let found = marker(text).map(|marker| (marker.style, marker.number, &text[..marker.length]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
