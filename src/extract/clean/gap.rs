//! What a blank inside a line stands for: nothing, a blank between words, or a lost line end.

use super::super::outline::{Style, marker, numeral, opens_behind_blank, opens_title};
use super::shadow::han;

/// What a gap is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A blank that only spreads Chinese characters.
    Nothing,
    /// A blank between foreign words, or behind a number that nothing else sets off.
    Blank,
    /// The end of a title or a paragraph.
    LineEnd,
}

/// How far around a gap is read, in bytes.
const WINDOW: usize = 360;

/// A sentence that follows a title behind a single blank has at least so many characters.
const SHORTEST_SENTENCE: usize = 20;

/// One that opens like a sentence has at least so many.
const SHORTEST_OPENED: usize = 8;

/// How a gap of so many blanks is read between the line before it and what follows.
pub(super) fn reading(line: &str, width: usize, rest: &str, loose: bool) -> Gap {
    let (Some(left), Some(right)) = (line.chars().next_back(), rest.chars().next()) else {
        return Gap::Nothing;
    };
    let rest = &rest[..rest.floor_char_boundary(WINDOW)];
    // 一 关于今年的任务
    if !loose && is_numeral(line) && opens_title(rest) {
        return Gap::Blank;
    }
    let sentence_before = last_sentence(line);
    let line = if dotted(sentence_before) { sentence_before } else { line };
    let opening = marker(line).filter(|found| !matches!(found.style, Style::Struck(_)));
    // 第一部分 回顾: the blank is all that sets the number off.
    let named = opening.is_some_and(|found| {
        matches!(found.style, Style::Part | Style::Point(_) | Style::Counted) && found.length == line.len()
    });
    let word = left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric();
    let thousands = left.is_ascii_digit() && rest.bytes().take(4).take_while(u8::is_ascii_digit).count() == 3;
    if word && !thousands || named {
        return Gap::Blank;
    }
    let titled = opening.is_some_and(|found| found.length < line.len() && line.len() <= WINDOW)
        && !line.contains(['。', '！', '？', '；'])
        && !"，、".contains(left);
    let outer =
        opening.is_some_and(|found| matches!(found.style, Style::Part | Style::Numeral | Style::NumeralInBrackets));
    let paragraph = width > 1 && ("。！？".contains(left) || titled && (han(right) || right.is_ascii_digit()));
    let heading = !"，、".contains(left) && opens(rest);
    if paragraph || heading || titled && outer && !loose && sentence(rest) {
        Gap::LineEnd
    } else {
        Gap::Nothing
    }
}

/// Whether single blanks stand between Chinese characters far more often than behind titles.
pub(super) fn loose(text: &str) -> bool {
    let (mut all, mut titles) = (0, 0);
    for (at, _) in text.match_indices(' ') {
        let between = text[..at].chars().next_back().is_some_and(han) && text[at + 1..].chars().next().is_some_and(han);
        if !between {
            continue;
        }
        all += 1;
        let before = &text[text.floor_char_boundary(at.saturating_sub(WINDOW))..at];
        let start = before
            .char_indices()
            .rev()
            .find(|(_, char)| " \n。！？；：".contains(*char))
            .map_or(0, |(at, char)| at + char.len_utf8());
        titles += usize::from(marker(&before[start..]).is_some() || is_numeral(&before[start..]));
    }
    all > 2 * titles + 3
}

/// 一.水往哪里去: other items within a line have blanks inside names and figures more often than behind titles.
fn dotted(text: &str) -> bool {
    marker(text).is_some_and(|found| found.style == Style::Numeral && text[..found.length].ends_with(['.', '．']))
}

/// What stands behind the last mark of a line that ends a sentence.
fn last_sentence(line: &str) -> &str {
    let window = &line[line.ceil_char_boundary(line.len().saturating_sub(WINDOW))..];
    window
        .char_indices()
        .rev()
        .find(|(_, char)| "。！？；".contains(*char))
        .map_or(line, |(at, char)| &window[at + char.len_utf8()..])
}

/// Whether a Chinese numeral is all there is.
fn is_numeral(text: &str) -> bool {
    numeral(text).is_some_and(|(_, length)| length == text.len())
}

/// Whether a sentence opens here that has a subordinate clause or opens like none of a title's halves, and no
/// further blank stands before its first mark.
fn sentence(text: &str) -> bool {
    let end = text.find(['。', '！', '？', '；', '\n']).unwrap_or(text.len());
    let sentence = &text[..end];
    let comma = sentence.find('，');
    let chars = sentence.chars().count();
    let closed = text[end..].starts_with(['。', '！', '？']);
    !sentence[..comma.unwrap_or(end)].contains(' ')
        && sentence.starts_with(|char: char| han(char) || char.is_ascii_digit())
        && (comma.is_some() && chars >= SHORTEST_SENTENCE
            || closed && chars >= SHORTEST_OPENED && opens_behind_blank(sentence))
}

/// Whether a heading opens behind a blank.
fn opens(text: &str) -> bool {
    marker(text).is_some_and(|found| {
        matches!(
            found.style,
            Style::Numeral | Style::NumeralInBrackets | Style::Ordinal | Style::Point(_) | Style::Fused('是' | '要')
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, blanks: usize, rest: &str, expected: Gap) {
        assert_eq!(reading(line, blanks, rest, false), expected, "{line}␣{rest}");
    }

    #[test]
    fn gaps_that_end_a_title_or_a_paragraph() {
        check("一、守住粮食安全底线", 2, "今年春播以来", Gap::LineEnd);
        check("一、守住粮食安全底线", 2, "1至8月", Gap::LineEnd);
        check("各镇要抓紧办。", 2, "今年春播以来", Gap::LineEnd);
        check("各镇要抓紧办。", 1, "二、守住底线", Gap::LineEnd);
        check(
            "一、提高认识，明确任务",
            1,
            "各级各部门要站在全局的高度看问题，切实把工作抓紧抓好。",
            Gap::LineEnd,
        );
        check("（一）抓好招商引资", 1, "要紧盯长三角，引进企业30家。", Gap::LineEnd);
        check("（二）抓好春耕备耕", 1, "今年农时偏早。各镇要抢抓墒情。", Gap::Nothing);
    }

    #[test]
    fn gaps_inside_titles_words_and_numbers() {
        check(
            "一、提高认识",
            1,
            "明确任务 各级各部门要站在全局的高度看问题，抓紧抓好。",
            Gap::Nothing,
        );
        check("一、提高认识", 1, "明确任务", Gap::Nothing);
        check(
            "各镇要抓紧",
            1,
            "办好这件事，把责任落实到每一个村每一个组。",
            Gap::Nothing,
        );
        check("投入2", 1, "000亩", Gap::Nothing);
        check("推广Word", 1, "2019", Gap::Blank);
        check("第一部分", 1, "过去五年的工作", Gap::Blank);
        check("一、", 2, "抓好春播", Gap::Nothing);
    }

    #[test]
    fn texts_with_blanks_inside_words_are_loose() {
        assert!(loose("要 把会议 精神落 实到位，把责 任扛在肩上，抓 好"));
        assert!(!loose("一、抓招商 各镇要主动。二、抓项目 各镇要盯紧。"));
    }
}
