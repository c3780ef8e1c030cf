//! The day on which the speech was given, from the lines around the title.

use super::super::date::Date;

/// The date is looked for in so many lines from the start.
const LINES: usize = 8;

/// The first full date in the opening lines that are not running text.
pub(super) fn date(text: &str) -> Option<Date> {
    text.lines()
        .take(LINES)
        .map(|line| line.char_indices().nth(80).map_or(line, |(at, _)| &line[..at]))
        .find_map(full_date)
}

/// The first 2024年3月1日 or 二〇二四年三月一日 of a line.
fn full_date(line: &str) -> Option<Date> {
    line.match_indices('年').find_map(|(at, mark)| {
        let digits: Vec<char> = line[..at].chars().rev().take(4).collect();
        if digits.len() < 4 {
            return None;
        }
        let year = digits
            .iter()
            .rev()
            .try_fold(0, |value, char| Some(value * 10 + digit(*char)?))?;
        let (month, rest) = line[at + mark.len()..].split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        Date::new(year, small(month)?, small(day)?)
    })
}

fn digit(char: char) -> Option<i32> {
    match char {
        '0'..='9' => Some(char as i32 - '0' as i32),
        '〇' | '○' | 'О' | '零' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|other| other == char)
            .map(|index| index as i32 + 1),
    }
}

fn small(text: &str) -> Option<u8> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 3 {
        return None;
    }
    text.parse().ok().or_else(|| {
        let (value, length) = super::marker::numeral(text)?;
        (length == text.len()).then(|| u8::try_from(value).ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn only_full_dates_of_the_opening_count() {
        for (text, expected) in [
            ("在全市会议上的讲话\n（2023年2月1日）\n同志们：", Some("2023-02-01")),
            ("在全市会议上的讲话\n二〇二三年十二月二十一日", Some("2023-12-21")),
            ("在2023年工作会议上的讲话\n同志们：", None),
            ("（202×年×月×日）", None),
            ("（2023年13月1日）", None),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
