//! How many parts a numeral phrase announces: 六大要素 six, 一台两器 three, 3+1+1 five.

use crate::extract::outline::numeral;

/// What the numerals of a phrase say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Announced {
    /// How many parts there are in all, 2 to 60.
    pub(super) sum: u16,
    /// The numerals, each with the character that it counts.
    pub(super) pairs: Vec<(u16, char)>,
}

/// Reads a phrase; none where it counts nothing (双碳), or not how much (1+N, 百千万工程).
pub(super) fn announced(phrase: &str) -> Option<Announced> {
    let words = phrase.trim_matches(['“', '”', '‘', '’', '"', '「', '」']);
    let pairs = if words.contains(['+', '＋']) {
        added(words)?
    } else if words.starts_with(|char: char| char.is_ascii_digit()) {
        digits(words)?
    } else {
        counted(words)?
    };
    let sum = pairs.iter().fold(0_u16, |sum, (number, _)| sum.saturating_add(*number));
    (2..=60).contains(&sum).then_some(Announced { sum, pairs })
}

/// 3+1+1, “4+3”产业体系.
fn added(words: &str) -> Option<Vec<(u16, char)>> {
    words
        .split(['+', '＋'])
        .map(|term| {
            let digits = term.len() - term.trim_start_matches(|char: char| char.is_ascii_digit()).len();
            term[..digits].parse().ok().map(|number| (number, '+'))
        })
        .collect()
}

/// 121发展模式: each digit counts; 5G and 2025 do not.
fn digits(words: &str) -> Option<Vec<(u16, char)>> {
    let rest = words.trim_start_matches(|char: char| char.is_ascii_digit());
    let code = &words[..words.len() - rest.len()];
    let next = rest
        .chars()
        .next()
        .filter(|next| !next.is_ascii() && next.is_alphabetic())?;
    match code.len() {
        // 3大改造
        1 => Some(vec![(code.parse().ok()?, next)]),
        3 | 4 if !code.contains('0') && next != '年' => {
            Some(code.bytes().map(|digit| (u16::from(digit - b'0'), next)).collect())
        }
        _ => None,
    }
}

/// 六大要素, 一台两器, 五位一体.
fn counted(words: &str) -> Option<Vec<(u16, char)>> {
    let mut pairs = Vec::new();
    let mut rest = words;
    while let Some(char) = rest.chars().next() {
        let read = numeral(rest).or_else(|| (char == '两').then_some((2, char.len_utf8())));
        let Some((number, length)) = read else {
            rest = &rest[char.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
        let Some(next) = rest.chars().next() else { break };
        // 百县千村 and 二十届 count no parts.
        if "百千万亿届".contains(next) {
            return None;
        }
        if next.is_alphabetic() {
            pairs.push((u16::try_from(number).ok()?, next));
        }
        if rest.starts_with("位一体") {
            break;
        }
    }
    let leads = numeral(words).is_some() || words.starts_with('两');
    (leads || pairs.len() > 1).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use super::announced;

    #[test]
    fn phrases_say_how_many_parts_they_have() {
        for (phrase, expected) in [
            ("“六大要素”", Some(6)),
            ("三大改造", Some(3)),
            ("一台两器", Some(3)),
            ("三去一降一补", Some(5)),
            ("四个一", Some(4)),
            ("3+1+1", Some(5)),
            ("“4+3”产业体系", Some(7)),
            ("121发展模式", Some(4)),
            ("3大改造", Some(3)),
            ("五位一体", Some(5)),
            ("十大行动", Some(10)),
            ("两化融合", Some(2)),
            ("十二项机制", Some(12)),
            ("1+3+N", None),
            ("5G", None),
            ("2025行动", None),
            ("百千万工程", None),
            ("一网通办", None),
            ("两个一百年", None),
            ("专精特新", None),
            ("双碳", None),
            ("", None),
        ] {
            assert_eq!(announced(phrase).map(|found| found.sum), expected, "{phrase}");
        }
    }
}
