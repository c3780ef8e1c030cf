//! Markers that only a line of their own shows: 【今年的任务】, 一 关于今年的任务, 1.1 春耕稳步推进.

use super::super::clean::han;
use super::super::mention::starts_with_unit;
use super::style::{Marker, Style};
use super::words::WORDS;

/// A title behind a blank has at most so many characters.
const LONGEST_SPACED: usize = 45;

/// A title in square brackets has at most so many characters.
const LONGEST_TITLED: usize = 40;

/// What every part of a decimal number stays below.
pub(super) const PART: u32 = 100;

/// Whether what follows a numeral and a blank is a title alone on its line.
pub(in crate::extract) fn opens_title(text: &str) -> bool {
    let end = text
        .char_indices()
        .take(LONGEST_SPACED + 1)
        .find(|(_, char)| matches!(char, '\n' | '。' | '；' | '！' | '？'))
        .map(|(at, _)| at);
    let length = match end {
        Some(at) if text[at..].starts_with('\n') => at,
        None if text.chars().nth(LONGEST_SPACED).is_none() => text.len(),
        _ => return false,
    };
    let title = text[..length].trim_end();
    title.starts_with(|char: char| (han(char) || char == '“') && !matches!(char, '是' | '要'))
        && title.chars().nth(1).is_some()
        && !title.ends_with(['，', '、'])
}

/// 【今年的任务】: the brackets with the line to themselves. The marker has no length, since the whole is the title;
/// what is in them is no label of a paper or a site.
pub(super) fn titled(text: &str) -> Option<Marker> {
    let inner = titled_inner(text)?;
    let label = WORDS.label.iter().any(|label| {
        inner
            .strip_prefix(label)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['：', ' ']))
    });
    (!label && inner.chars().any(han)).then_some(Marker {
        style: Style::Titled,
        number: 1,
        length: 0,
    })
}

/// What stands in square brackets that have the line to themselves.
fn titled_inner(text: &str) -> Option<&str> {
    let text = text.strip_prefix('【')?;
    let (end, _) = text
        .char_indices()
        .take(LONGEST_TITLED + 1)
        .find(|(_, char)| matches!(char, '】' | '【' | '。' | '\n'))?;
    let rest = text[end..].strip_prefix('】')?.trim_start_matches(' ');
    (rest.is_empty() || rest.starts_with('\n')).then_some(&text[..end])
}

/// 1.1 or 2.3.1 with a title behind, which is no amount.
pub(super) fn decimal(text: &str) -> Option<Marker> {
    let (mut number, mut parts, mut length) = (0, 0, 0);
    loop {
        let digits = text[length..].bytes().take(3).take_while(u8::is_ascii_digit).count();
        let value = text[length..length + digits]
            .parse()
            .ok()
            .filter(|value| (1..PART).contains(value))?;
        number = number * PART + value;
        parts += 1;
        length += digits;
        let next = text[length..]
            .strip_prefix('.')
            .filter(|rest| rest.starts_with(|char: char| char.is_ascii_digit()));
        if next.is_none() || parts == 4 {
            break;
        }
        length += 1;
    }
    let rest = &text[length..];
    let rest = rest.strip_prefix(['.', '、']).unwrap_or(rest);
    let length = text.len() - rest.len();
    let title = rest.trim_start_matches(' ');
    let amount = starts_with_unit(title) || WORDS.amount.iter().any(|word| title.starts_with(word));
    (parts > 1 && !amount && title.starts_with(|char: char| han(char) || char == '“')).then_some(Marker {
        style: Style::Decimal(parts),
        number,
        length,
    })
}
