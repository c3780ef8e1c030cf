//! The outline: headings with their levels, and the date line.

mod dateline;
mod line;
mod marker;
mod nesting;
mod style;
mod title;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::clean::{CleanOffset, Cleaned, han};
use super::date::Date;
use super::extraction::{Heading, Reason};
use crate::text::Span;
pub(super) use line::{is_titled, opens_title, runs_on};
pub(super) use marker::{marker, numeral};
pub(super) use style::Style;
use style::{LAST, Marker};
pub(super) use title::{opens_behind_blank, opens_sentence};
use words::WORDS;

/// The headings of a text, and what stands around the title.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// In order, never overlapping.
    pub headings: Vec<Heading<CleanOffset>>,
    /// The day on which the speech was given, as the line under the title states it.
    pub date: Option<Date>,
}

/// A marker where a heading may be.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    marker: Marker,
    /// It starts a line.
    starts_line: bool,
    /// It stands behind a mark that ends a sentence or opens a list.
    behind_mark: bool,
    /// Nothing but a neighbour in its series can show that it is a marker.
    weak: bool,
}

/// Finds the outline.
pub fn outline(cleaned: &Cleaned) -> Outline {
    let text = cleaned.text();
    let found = series(candidates(text));
    let mut line = 0..0;
    let markers: Vec<Marker> = found.iter().map(|candidate| candidate.marker).collect();
    let levels = nesting::levels(&markers);
    let headings = found
        .iter()
        .zip(levels)
        .enumerate()
        .map(|(index, (candidate, level))| {
            let marker_end = candidate.at + candidate.marker.length;
            let end = marker_end + title::title(&candidate.marker, &place(text, &found, index, &mut line));
            let titled = candidate.marker.style == Style::Titled;
            Heading {
                span: Span::at(candidate.at, end.max(marker_end)),
                marker: Span::at(candidate.at, marker_end),
                level,
                reason: Reason {
                    rule: rule(candidate.marker.style),
                    triggers: vec![Span::at(candidate.at, if titled { end } else { marker_end })],
                    confidence: if candidate.starts_line { 98 } else { 92 },
                },
            }
        })
        .collect();
    Outline {
        headings,
        date: dateline::date(text),
    }
}

fn rule(style: Style) -> &'static str {
    match style {
        Style::Titled => "heading/in-square-brackets",
        Style::Part => "heading/part",
        Style::Numeral | Style::Spaced => "heading/numeral",
        Style::NumeralInBrackets => "heading/numeral-in-brackets",
        Style::Digit => "heading/digit",
        Style::Decimal(_) => "heading/decimal",
        Style::DigitInBrackets => "heading/digit-in-brackets",
        Style::Ordinal | Style::Point(_) => "heading/ordinal",
        Style::Counted | Style::Thing(_) => "heading/counted",
        Style::Sequence => "heading/sequence",
        Style::Fused(_) | Style::Struck(_) => "heading/fused-ordinal",
    }
}

/// How far a title that lost its line break runs at most, in bytes.
const TITLE_ZONE: usize = 120;

/// How long a sentence is at most that announces a series, in bytes.
const LONGEST_ANNOUNCEMENT: usize = 75;

/// Markers at line starts, behind marks, and where a lost line break glued them to a word.
fn candidates(text: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut before = '\n';
    // A sentence mark stands before, or before the ” that stand there.
    let mut ended = false;
    let mut until = 0;
    // The last sentence mark, and the number that the next marker of each style should have.
    let mut sentence = 0;
    let mut expected: BTreeMap<Style, u32> = BTreeMap::new();
    for (at, char) in text.char_indices() {
        // Most characters of a speech open nothing, and stand behind such.
        if is_plain(char) && is_plain(before) {
            before = char;
            continue;
        }
        let starts_line = before == '\n';
        let starts_sentence = starts_line || ended;
        let behind_mark = ended || matches!(before, '：' | '）');
        ended = matches!(char, '。' | '！' | '？' | '；') || char == '”' && ended;
        if starts_line || behind_mark {
            sentence = at;
        }
        // 有两件事，第一件，修渠。第二件，管水。
        let listed = matches!(before, '，' | '：') && text[at..].starts_with("第一");
        let glued = (!matches!(before, '第' | '、' | '，' | '（' | '“') || before == '，' && char == '一')
            && (char.is_ascii_digit() || matches!(char, '（' | '①') || opens_marker(char));
        let left = before;
        before = char;
        if at < until || !(starts_line || behind_mark || glued || listed) {
            continue;
        }
        let titled = || {
            (starts_line && char == '【')
                .then(|| line::titled(&text[at..]))
                .flatten()
        };
        let Some(marker) = marker(&text[at..]).or_else(titled) else {
            continue;
        };
        let listed = listed && matches!(marker.style, Style::Thing(_));
        if !(starts_line || behind_mark || glued || listed) {
            continue;
        }
        // 举一反三。对…: a phrase, and the end of its sentence.
        let phrase = || WORDS.ends_in_numeral.iter().any(|word| text[..at].ends_with(word));
        if !starts_line && han(left) && (text[at..at + marker.length].ends_with('。') || phrase()) {
            continue;
        }
        let Some(mut weak) = needs_neighbour(&marker, text, at, starts_line, starts_sentence || listed) else {
            continue;
        };
        if !starts_line && !behind_mark && !listed {
            let usual = matches!(marker.style, Style::Numeral | Style::NumeralInBrackets) || left == '”';
            let follows = usual && expected.get(&marker.style) == Some(&marker.number);
            let announced = marker.style == Style::Numeral
                && marker.number == 1
                && WORDS.announcing.iter().any(|word| text[..at].ends_with(word));
            // 抓到底（一）抓链条: the first item runs on from the title of the heading above it.
            let below = marker.number == 1
                && found.last().is_some_and(|last| {
                    last.marker.style.rank() < marker.style.rank() && sentence <= last.at && at - last.at <= TITLE_ZONE
                });
            weak = !(follows || announced || below);
            // 会议要求，一要…。二要…
            let told = left == '，' && marker.number == 1 && matches!(marker.style, Style::Fused('是' | '要'));
            if weak && !told && !could_be_glued(left, &marker, &text[at..]) {
                continue;
            }
        }
        if !weak {
            expected.insert(marker.style, marker.number.saturating_add(1));
            if marker.style == Style::Numeral {
                expected.remove(&Style::NumeralInBrackets);
            }
        }
        until = at + marker.length;
        if marker.style == Style::Titled {
            until += text[at..].find('】').unwrap_or_default();
        }
        found.push(Candidate {
            at,
            marker,
            starts_line,
            behind_mark,
            weak,
        });
    }
    found
}

/// Whether only a neighbour in its series can show that it is a marker; nothing where it cannot be one.
fn needs_neighbour(marker: &Marker, text: &str, at: usize, starts_line: bool, starts_sentence: bool) -> Option<bool> {
    let (before, rest) = text.split_at(at);
    let possible = match marker.style {
        Style::Spaced | Style::Decimal(_) => {
            let line = before.trim_end().rsplit('\n').next().unwrap_or_default();
            starts_line && !runs_on(line, rest, false)
        }
        // 第一件，渠系老化，有14座… within a paragraph tells of what there is.
        Style::Thing(_) => starts_line || starts_sentence && line::is_phrase(&rest[marker.length..]),
        Style::Struck(_) => starts_sentence,
        // 头一条，
        _ if rest.starts_with('头') => starts_sentence,
        _ => return Some(false),
    };
    possible.then_some(true)
}

/// Whether it is a Chinese character that a marker may open with wherever it stands.
fn opens_marker(char: char) -> bool {
    matches!(
        char,
        '第' | '首' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

/// Whether it is another Chinese character.
fn is_plain(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}') && !opens_marker(char)
}

/// Whether a marker in the middle of a line may have lost the line break in front of it.
fn could_be_glued(left: char, marker: &Marker, text: &str) -> bool {
    let style = match marker.style {
        Style::Numeral | Style::NumeralInBrackets | Style::Ordinal | Style::Point(_) | Style::Fused('是' | '要') => {
            true
        }
        Style::Digit => text[..marker.length].ends_with('.'),
        _ => false,
    };
    let is = |words: &[&str]| words.iter().any(|word| word.starts_with(left));
    let word = is(&WORDS.before_numeral);
    let place = matches!(marker.style, Style::Ordinal | Style::Point(_)) && is(&WORDS.before_rank);
    style && !place && han(left) && !word && text[marker.length..].chars().next().is_some_and(han)
}

/// Drops what only looks like a marker: a numeral fused with a verb, 首先 or a number inside a line
/// counts only as part of a series.
fn series(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    let mut last: BTreeMap<Style, u32> = BTreeMap::new();
    // The next candidate of the same style, from behind.
    let mut next_number = vec![None; candidates.len()];
    let mut seen: BTreeMap<Style, u32> = BTreeMap::new();
    // The next number of two parts, 1.1.
    let mut next_part = vec![None; candidates.len()];
    for (index, candidate) in candidates.iter().enumerate().rev() {
        next_part[index] = seen.get(&Style::Decimal(2)).copied();
        next_number[index] = seen.insert(candidate.marker.style, candidate.marker.number);
    }
    let titles = candidates
        .iter()
        .filter(|candidate| candidate.marker.style == Style::Titled)
        .count();
    let mut waiting = candidates.into_iter().enumerate().peekable();
    while let Some((index, candidate)) = waiting.next() {
        let Marker { style, number, length } = candidate.marker;
        // 首先，谈三件事。一是……: a short sentence at the start of a line that announces a series.
        let announces = candidate.starts_line
            && waiting.peek().is_some_and(|(_, next)| {
                matches!(next.marker.style, Style::Fused('是'))
                    && next.marker.number == 1
                    && next.behind_mark
                    && next.at - candidate.at - length <= LONGEST_ANNOUNCEMENT
            });
        let previous = last.get(&style).copied();
        let goes_on =
            next_number[index].is_some_and(|next| next > number && (next - number <= 2 || next == LAST && number > 1));
        let continues = previous.is_some_and(|previous| {
            previous < number && previous != LAST && (number - previous <= 2 || number == LAST && previous > 1)
        });
        if candidate.weak {
            let marker = candidate.marker;
            let leads = next_number[index].is_some_and(|next| marker.precedes(next));
            let follows = previous.is_some_and(|number| Marker { number, ..marker }.precedes(marker.number));
            // 二打 without 一打 is none.
            let from_first = matches!(style, Style::Thing(_) | Style::Struck(_));
            let shown = match style {
                // 1 总体要求, with 1.1 behind it; 4 保障措施 behind such a 3.
                Style::Decimal(1) => follows || next_part[index] == Some(number * line::PART + 1),
                _ => follows || leads && (number == 1 || !from_first),
            };
            if shown {
                last.insert(style, number);
                kept.push(candidate);
            }
            continue;
        }
        let usual = match style {
            Style::Fused('是' | '要') => goes_on || continues || candidate.starts_line,
            // 第一场硬仗， within a paragraph tells of what was done more often than it opens a section.
            Style::Counted => candidate.starts_line && (goes_on || continues),
            Style::Sequence => goes_on || continues || announces,
            Style::Fused(_) => goes_on || continues,
            Style::Titled => titles > 1,
            Style::Spaced | Style::Decimal(_) | Style::Thing(_) | Style::Struck(_) => false,
            Style::Digit | Style::DigitInBrackets => candidate.starts_line || goes_on || continues,
            Style::Numeral | Style::NumeralInBrackets | Style::Ordinal | Style::Point(_) | Style::Part => true,
        };
        if usual && (candidate.starts_line || candidate.behind_mark || continues || number == 1) {
            last.insert(style, number);
            kept.push(candidate);
        }
    }
    kept
}

/// What stands around a candidate. `line` is the line of the candidate before it; a line with many
/// markers is looked for once.
fn place<'a>(text: &'a str, found: &[Candidate], index: usize, line: &mut Range<usize>) -> title::Place<'a> {
    let candidate = &found[index];
    let from = candidate.at + candidate.marker.length;
    if candidate.starts_line || line.end <= candidate.at {
        let start = text[line.end..candidate.at]
            .rfind('\n')
            .map_or(line.end, |at| line.end + at + 1);
        let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
        *line = if candidate.starts_line { candidate.at } else { start }..end;
    }
    let (line_start, line_end) = (line.start, line.end.max(from));
    let next = found.get(index + 1).map_or(text.len(), |next| next.at);
    let rest = &text[from..line_end.min(next.max(from))];
    let before = text[..candidate.at].trim_end().chars().next_back();
    // （1）设备带病。腐蚀减薄的管线有61处；（2）… : the items have titles.
    let titled = titled_item(rest);
    let titled_before = || index > 0 && text[found[index - 1].at..candidate.at].contains('。');
    let same_style =
        |other: Option<&Candidate>| other.is_some_and(|other| other.marker.style == candidate.marker.style);
    let chained = !titled && rest.trim_end().ends_with('；') && same_style(found.get(index + 1))
        || before == Some('；') && index > 0 && same_style(found.get(index - 1)) && !(titled && titled_before());
    title::Place {
        rest,
        starts_line: candidate.starts_line,
        ends_line: next >= line_end,
        line: line_end - line_start,
        chained,
    }
}

/// Whether an item opens with a sentence of its own, and more follows.
fn titled_item(rest: &str) -> bool {
    rest.find(['。', '！', '？', '；']).is_some_and(|at| {
        rest[at..]
            .strip_prefix('。')
            .is_some_and(|more| !more.trim_start().is_empty())
    })
}

#[cfg(test)]
mod tests;
