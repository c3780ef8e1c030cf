//! Numbers in the ways that Word writes them.

use std::borrow::Cow;

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const LEGAL_DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const BRANCHES: [&str; 12] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in a format of WordprocessingML (`ST_NumberFormat`). Formats that are not known, and
/// numbers that a format cannot write, become digits.
pub(super) fn write(number: u32, format: &str) -> Cow<'static, str> {
    let one_of = |words: &[&'static str]| (number as usize).checked_sub(1).and_then(|at| words.get(at).copied());
    let from = |first: u32, most: u32| {
        let char = (1..=most)
            .contains(&number)
            .then(|| char::from_u32(first + number - 1))
            .flatten();
        char.map(String::from)
    };
    let written = match format {
        "none" => return "".into(),
        "decimalZero" => Some(format!("{number:02}")),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        "upperLetter" => letter(number, b'A'),
        "lowerLetter" => letter(number, b'a'),
        "decimalFullWidth" | "decimalFullWidth2" => Some(number.to_string().chars().map(full_width).collect()),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from(0x2460, 20),
        "decimalEnclosedParen" => from(0x2474, 20),
        "decimalEnclosedFullstop" => from(0x2488, 20),
        "ideographEnclosedCircle" => from(0x3280, 10),
        "ideographTraditional" => one_of(&STEMS).map(str::to_owned),
        "ideographZodiac" => one_of(&BRANCHES).map(str::to_owned),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Some(
            number
                .to_string()
                .bytes()
                .map(|digit| DIGITS[usize::from(digit - b'0')])
                .collect(),
        ),
        "chineseLegalSimplified" | "ideographLegalTraditional" => {
            counted(number, &LEGAL_DIGITS, &["", "拾", "佰", "仟"])
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => counted(number, &DIGITS, &["", "十", "百", "千"]),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string()).into()
}

/// 一, 十, 十一, 二十, 一百零一 …
fn counted(number: u32, digits: &[&str; 10], units: &[&str; 4]) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    let figures = number.to_string();
    let mut words = String::new();
    let mut gap = false;
    for (place, figure) in (0..figures.len()).rev().zip(figures.bytes()) {
        let digit = usize::from(figure - b'0');
        if digit == 0 {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            words.push('零');
        }
        // 十一, not 一十一.
        if !(digit == 1 && place == 1 && words.is_empty() && units[1] == "十") {
            words.push_str(digits[digit]);
        }
        words.push_str(units[place]);
    }
    Some(words)
}

fn roman(number: u32) -> Option<String> {
    let mut left = (1..4000).contains(&number).then_some(number)?;
    let mut words = String::new();
    for (value, word) in ROMAN {
        while left >= value {
            words.push_str(word);
            left -= value;
        }
    }
    Some(words)
}

/// a … z, aa, bb …, as Word goes on after z.
fn letter(number: u32, first: u8) -> Option<String> {
    let at = (1..=26 * 8).contains(&number).then(|| number - 1)?;
    let letter = char::from(first + (at % 26) as u8);
    Some(std::iter::repeat_n(letter, at as usize / 26 + 1).collect())
}

fn full_width(digit: char) -> char {
    char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, format, words) in [
            (1, "chineseCountingThousand", "一"),
            (10, "chineseCounting", "十"),
            (11, "japaneseCounting", "十一"),
            (20, "chineseCounting", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCountingThousand", "一百一十"),
            (1001, "chineseCountingThousand", "一千零一"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (10, "ideographDigital", "一〇"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (2, "decimalEnclosedParen", "⑵"),
            (4, "lowerRoman", "iv"),
            (28, "lowerLetter", "bb"),
            (7, "decimalZero", "07"),
            (12, "decimalFullWidth", "１２"),
            (2, "ideographTraditional", "乙"),
            (0, "ideographTraditional", "0"),
            (u32::MAX, "chineseCounting", "4294967295"),
            (3, "none", ""),
            (3, "somethingNew", "3"),
        ] {
            assert_eq!(write(number, format), words, "{number} {format}");
        }
    }
}
