//! Markers that only a line of their own shows: 【今年的任务】, 一 关于今年的任务, 1.1 春耕稳步推进.

use super::super::clean::han;
use super::super::mention::starts_with_mere_unit;
use super::marker::{marker, numeral};
use super::style::{Marker, Style};
use super::words::WORDS;

/// A title behind a blank has at most so many characters.
const LONGEST_SPACED: usize = 45;

/// The row of a table has at most so many characters.
const LONGEST_ROW: usize = 60;

/// A title in square brackets has at most so many characters.
const LONGEST_TITLED: usize = 40;

/// The title that 一打 opens has at most so many characters.
const LONGEST_SHORT: usize = 30;

/// A phrase behind 第一件， in a paragraph has at most so many characters.
const LONGEST_PHRASE: usize = 20;

/// A line of running text has more characters than this.
const SHORTEST_RUNNING: usize = 20;

/// A name has at most so many characters.
const LONGEST_NAME: usize = 4;

/// What every part of a decimal number stays below.
pub(super) const PART: u32 = 100;

/// Whether what follows a numeral and a blank is a title alone on its line.
pub(in crate::extract) fn opens_title(text: &str) -> bool {
    let Some(title) = alone(text, LONGEST_SPACED) else {
        return false;
    };
    let title = title.trim_end();
    title.starts_with(|char: char| (han(char) || char == '“') && !matches!(char, '是' | '要'))
        && title.chars().nth(1).is_some()
        && !title.ends_with(['，', '、'])
        && (!opens_with(title, &WORDS.classifier) || opens_with(title, &WORDS.no_classifier))
}

/// Whether a sentence is a title that has its line, or what 。 or ； ends, to itself.
pub(super) fn is_short_title(text: &str) -> bool {
    let Some(title) = sentence(text, LONGEST_SHORT).map(str::trim_end) else {
        return false;
    };
    !title.is_empty() && !title.ends_with(['，', '、', '：'])
}

/// A text up to the end of its first sentence or line, of at most so many characters.
fn sentence(text: &str, longest: usize) -> Option<&str> {
    let end = text
        .char_indices()
        .take(longest + 1)
        .find(|(_, char)| matches!(char, '\n' | '。' | '；' | '！' | '？'));
    match end {
        Some((at, _)) => Some(&text[..at]),
        None => text.chars().nth(longest).is_none().then_some(text),
    }
}

/// A sentence of at most so many characters that has its line to itself.
fn alone(text: &str, longest: usize) -> Option<&str> {
    sentence(text, longest).filter(|title| matches!(text[title.len()..].chars().next(), None | Some('\n')))
}

/// Whether a phrase without a comma follows up to 。
pub(super) fn is_phrase(text: &str) -> bool {
    text.char_indices()
        .take(LONGEST_PHRASE + 1)
        .find(|(_, char)| matches!(char, '\n' | '。' | '；' | '！' | '？' | '，' | '：'))
        .is_some_and(|(at, char)| at > 0 && char == '。')
}

/// Whether a line goes on in the next one, which opens with a figure or a numeral behind which there is a blank;
/// `full` where the line is as long as lines are.
pub(in crate::extract) fn runs_on(line: &str, next: &str, full: bool) -> bool {
    let line = line.trim_end();
    let Some(found) = marker(next).filter(|found| matches!(found.style, Style::Spaced | Style::Decimal(_))) else {
        return false;
    };
    let running = || line.contains(['，', '。', '；']) && line.chars().nth(SHORTEST_RUNNING).is_some();
    let open = line.ends_with(han) && marker(line).is_none();
    matches!(found.style, Style::Decimal(_)) && WORDS.before_figure.iter().any(|word| line.ends_with(word))
        || open && (full || running())
}

fn opens_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// 【今年的任务】: the brackets with the line to themselves. The marker has no length, since the whole is the title;
/// what is in them is no label of a paper or a site.
pub(super) fn titled(text: &str) -> Option<Marker> {
    let inner = titled_inner(text)?;
    (!is_label(inner.trim()) && inner.chars().any(han)).then_some(Marker {
        style: Style::Titled,
        number: 1,
        length: 0,
    })
}

/// Whether a line is a title in square brackets.
pub(in crate::extract) fn is_titled(text: &str) -> bool {
    titled(text).is_some()
}

/// Whether it is no title: a label of a paper or a site, a speaker, a date, or what is heard in the hall.
fn is_label(inner: &str) -> bool {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['：', ' ', '，', '！']);
    let number = |rest: &str| rest.starts_with(|char: char| char.is_ascii_digit()) || numeral(rest).is_some();
    let short = |text: &str, longest| text.chars().nth(longest).is_none();
    let speaker = |office: &&str| {
        inner.split_once(office).is_some_and(|(before, rest)| {
            short(before, LONGEST_NAME * 2) && ends(rest)
                || (before.is_empty() || before.ends_with(['委', '副', '组', '府'])) && short(rest, LONGEST_NAME)
        })
    };
    let date = || {
        inner.chars().all(|char| {
            char.is_ascii_digit() || "年月日时分上下午晚星期.-—/～至：（）〇零一二三四五六七八九十 ".contains(char)
        })
    };
    let word = |label: &&str| inner.strip_prefix(*label).is_some_and(ends);
    let numbered = |label: &&str| {
        inner.strip_prefix(*label).is_some_and(|rest| match *label {
            // 第1页, 第一篇
            "第" => number(rest) && short(rest, LONGEST_NAME * 3) && rest.contains(['页', '篇']),
            _ => number(rest.trim_start()),
        })
    };
    WORDS.label.iter().any(word)
        || opens_with(inner, &WORDS.label_opening)
        || WORDS.label_numbered.iter().any(numbered)
        || WORDS.label_with.iter().any(|word| inner.contains(word))
        || WORDS.speaker.iter().any(speaker)
        || date()
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

/// 1.1 or 2.3.1 with a title behind, which is no amount; or 1 with a title alone on its line.
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
    if !title.starts_with(|char: char| han(char) || char == '“') {
        return None;
    }
    // 3.2提高到3.5, 5.1 提高了一些; not 1.1 提高认识
    let moves = |word: &&str| {
        title.strip_prefix(*word).is_some_and(|rest| {
            let reached = WORDS.reached.iter().find_map(|word| rest.strip_prefix(word));
            !reached.unwrap_or(rest).starts_with(han) || rest.starts_with('了')
        })
    };
    let unit =
        (starts_with_mere_unit(title) || opens_with(title, &WORDS.amount)) && !opens_with(title, &WORDS.no_amount);
    let amount = unit || WORDS.moving.iter().any(moves);
    let day = parts == 2 && number < 13 * PART && opens_with(title, &WORDS.day);
    let section = parts > 1 || opens_title(title);
    (section && !amount && !day && !is_row(title)).then_some(Marker {
        style: Style::Decimal(parts),
        number,
        length,
    })
}

/// Whether a line is the row of a table, as far as what stands behind its number tells: 春耕面积 30.5.
fn is_row(text: &str) -> bool {
    alone(text, LONGEST_ROW).is_some_and(|row| {
        row.trim_end()
            .ends_with(|char: char| char.is_ascii_digit() || char == '%')
    })
}
