//! Events by the year that they are named with: 2025世界智能制造大会.

use std::ops::Range;

use super::kinds::KINDS;

/// The events of a text that a year and 世界, 中国 or the like open.
pub(super) fn dated_events(text: &str) -> Vec<Range<usize>> {
    let event = |at: usize| {
        let digits = text.as_bytes()[at..]
            .iter()
            .take("20250".len())
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let behind = &text[at + digits..];
        let behind = behind.strip_prefix('年').unwrap_or(behind);
        let name = KINDS.dated_by.iter().find_map(|world| behind.strip_prefix(*world))?;
        let length: usize = name
            .chars()
            .take(LONGEST)
            .take_while(|char| char.is_alphabetic() && !"的了在和、对把将".contains(*char))
            .map(char::len_utf8)
            .sum();
        let kinds = KINDS.dated_events.iter();
        let end = kinds
            .filter_map(|kind| Some(name[..length].find(kind)? + kind.len()))
            .min()?;
        let alone = digits == 4 && !text[..at].ends_with(|char: char| char.is_ascii_digit());
        (alone && end > "大会".len() * 2).then(|| at..text.len() - name.len() + end)
    };
    text.match_indices("20").filter_map(|(at, _)| event(at)).collect()
}

/// Such a name has at most so many characters behind its first word.
const LONGEST: usize = 18;

#[cfg(test)]
mod tests {
    use super::dated_events;

    #[test]
    fn a_year_and_the_world_open_an_event() {
        let found =
            |text: &'static str| -> Vec<&str> { dated_events(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(found("成功举办2025世界智能制造大会。"), ["2025世界智能制造大会"]);
        assert_eq!(found("2024年中国算力产业博览会开幕"), ["2024年中国算力产业博览会"]);
        assert!(found("2025年世界经济增长放缓，大会").is_empty());
        assert!(found("2025年全市工作大会").is_empty());
    }
}
