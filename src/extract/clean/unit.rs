//! Units of cleaning: lines, and the pieces between blanks where a line mixes speech and debris.

use std::ops::Range;

use super::super::outline::marker;
use super::super::word_list::Found;
use super::debris::{Counts, count, judge, of_site, within};
use super::page_mark::page_marks;
use super::shadow::han;

/// A line or a piece of one.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Bytes of the folded text, without outer blanks.
    pub(super) range: Range<usize>,
    /// The number of its line.
    pub(super) line: usize,
    /// What it holds.
    pub(super) counts: Counts,
    /// The rule by which it is debris; none for speech.
    pub(super) debris: Option<&'static str>,
}

impl Unit {
    fn new(text: &str, range: Range<usize>, line: usize, words: &[Found]) -> Self {
        let counts = count(&text[range.clone()]);
        let debris = judge(&text[range.clone()], range.start, within(words, &range), counts);
        Self {
            range,
            line,
            counts,
            debris,
        }
    }

    /// Whether it can only be speech: running text, or a marker with a title.
    pub(super) fn is_speech(&self, text: &str) -> bool {
        let slice = &text[self.range.clone()];
        self.debris.is_none()
            && (self.counts.chars >= 40 && self.counts.marks >= 2
                || marker(slice).is_some_and(|found| slice.len() > found.length))
    }
}

/// The first `limit` characters of a text.
fn beginning(text: &str, limit: usize) -> &str {
    if text.len() <= limit {
        return text;
    }
    text.char_indices().nth(limit).map_or(text, |(at, _)| &text[..at])
}

/// The units of a folded text, in order; empty lines have none.
pub(super) fn units(text: &str, words: &[Found]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = 0;
    for (line, content) in text.split('\n').enumerate() {
        let start = at + content.len() - content.trim_start().len();
        let range = start..start + content.trim().len();
        at += content.len() + 1;
        if range.is_empty() {
            continue;
        }
        let unit = Unit::new(text, range, line, words);
        if unit.debris.is_some() && !holds_speech(text, &unit, words) {
            units.push(unit);
        } else {
            split(text, unit, words, &mut units);
        }
    }
    units
}

/// Whether a line of a site holds a speech all the same, or its last sentence: somebody is addressed or thanked in it.
fn holds_speech(text: &str, unit: &Unit, words: &[Found]) -> bool {
    let speaks = |word: &Found| match word.group {
        "address" => text[word.range.end..].starts_with(['：', ':', '，', '！']),
        "closing" => true,
        _ => false,
    };
    unit.counts.marks >= 2 && text[unit.range.clone()].contains(' ') && within(words, &unit.range).iter().any(speaks)
}

/// A line of buttons and labels is at most so many characters long, and each of them.
const LONGEST_BAR: usize = 120;
const LONGEST_BUTTON: usize = 20;

/// The rules of numbers and marks: between blanks these belong to their sentence.
const NUMBERS: [&str; 3] = ["boilerplate/page-number", "boilerplate/symbols", "boilerplate/paper"];

/// A title has at least so many characters.
const SHORTEST_TITLE: usize = 8;

/// A piece of debris behind the last sentence of a paragraph is at most so many characters long.
const LONGEST_TAIL: usize = 40;

/// Adds a unit, cut behind its last sentence if what follows there is debris.
fn split(text: &str, mut unit: Unit, words: &[Found], units: &mut Vec<Unit>) {
    let slice = &text[unit.range.clone()];
    let sentences = slice
        .trim_end_matches(|char| !matches!(char, '。' | '！' | '？' | '”'))
        .len();
    let start = unit.range.start + sentences + slice[sentences..].len() - slice[sentences..].trim_start().len();
    let tail = (sentences > 0 && beginning(&slice[sentences..], LONGEST_TAIL).len() == slice.len() - sentences)
        .then(|| Unit::new(text, start..unit.range.end, unit.line, words))
        .filter(|tail| tail.counts.han > 0)
        .and_then(|mut tail| {
            let site = within(words, &tail.range).iter().any(of_site);
            tail.debris = tail.debris.or(site.then_some("boilerplate/site"));
            tail.debris.is_some().then_some(tail)
        });
    if tail.is_some() {
        unit = Unit::new(text, unit.range.start..unit.range.start + sentences, unit.line, words);
    }
    split_at_gaps(text, unit, words, units);
    units.extend(tail);
}

/// Adds a unit, cut at wide gaps where debris stands between them; what else stands between stays
/// together.
fn split_at_gaps(text: &str, unit: Unit, words: &[Found], units: &mut Vec<Unit>) {
    let slice = &text[unit.range.clone()];
    if !slice.contains("  ") {
        return split_at_blanks(text, unit, words, units);
    }
    let mut speech: Option<Range<usize>> = None;
    let mut at = unit.range.start;
    for piece in slice.split("  ") {
        let start = at + piece.len() - piece.trim_start().len();
        let range = start..start + piece.trim().len();
        at += piece.len() + 2;
        if range.is_empty() {
            continue;
        }
        let piece = Unit::new(text, range.clone(), unit.line, words);
        if piece.debris.is_some_and(|rule| !NUMBERS.contains(&rule)) {
            if let Some(range) = speech.take() {
                split_at_blanks(text, Unit::new(text, range, unit.line, words), words, units);
            }
            units.push(piece);
        } else {
            speech = Some(speech.map_or(range.start, |speech| speech.start)..range.end);
        }
    }
    if let Some(range) = speech {
        split_at_blanks(text, Unit::new(text, range, unit.line, words), words, units);
    }
}

/// Adds a unit, cut at its blanks if some of it is debris, and in front of the address.
fn split_at_blanks(text: &str, unit: Unit, words: &[Found], units: &mut Vec<Unit>) {
    let slice = &text[unit.range.clone()];
    let own = within(words, &unit.range).iter();
    let hits = own
        .clone()
        .filter(|word| !matches!(word.group, "title" | "address" | "closing"))
        .count();
    let certain = || own.clone().any(|word| word.group == "certain");
    if hits < 2 && !certain() || !slice.contains(' ') {
        return split_address(text, unit, words, units);
    }
    let mut pieces: Vec<Unit> = pieces(slice)
        .map(|piece| {
            let mut piece = Unit::new(
                text,
                unit.range.start + piece.start..unit.range.start + piece.end,
                unit.line,
                words,
            );
            let separates = || text[piece.range.clone()].trim_matches(['>', '»', '›', '|']).is_empty();
            piece.debris = piece.debris.filter(|rule| !NUMBERS.contains(rule) || separates());
            piece
        })
        .collect();
    let debris = pieces.iter().find_map(|piece| piece.debris);
    if debris.is_some() {
        // A line of short pieces, most of them labels and buttons, is one line of a site.
        let bar = unit.counts.marks == 0
            && unit.counts.chars <= LONGEST_BAR
            && hits * 2 >= pieces.len()
            && pieces.iter().all(|piece| piece.counts.chars <= LONGEST_BUTTON);
        if bar {
            for piece in &mut pieces {
                piece.debris = piece.debris.or(debris);
            }
        }
        for piece in pieces {
            split_address(text, piece, words, units);
        }
    } else {
        split_address(text, unit, words, units);
    }
}

fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split(' ').filter_map(move |piece| {
        let start = at;
        at += piece.len() + 1;
        (!piece.is_empty()).then_some(start..start + piece.len())
    })
}

/// 县长在防汛会上的讲话同志们： holds a title and an address; the second title of two is the clean one.
fn split_address(text: &str, unit: Unit, words: &[Found], units: &mut Vec<Unit>) {
    let found = within(words, &unit.range);
    let address = found
        .iter()
        .find(|word| word.group == "address" && word.range.start > unit.range.start)
        .filter(|address| address.range.end - unit.range.start <= beginning(&text[unit.range.clone()], 120).len())
        .filter(|address| addresses(&text[address.range.start..unit.range.end]));
    let Some(address) = address else {
        units.push(unit);
        return;
    };
    let before = &text[unit.range.start..address.range.start];
    let titles: Vec<&Found> = found
        .iter()
        .filter(|word| word.group == "title" && word.range.end <= address.range.start)
        .collect();
    let ends_title = titles.last().is_some_and(|last| {
        text[last.range.end..address.range.start]
            .chars()
            .filter(|char| han(*char))
            .count()
            <= 3
    });
    // 我要投稿同志们：
    let own = Unit::new(
        text,
        unit.range.start..unit.range.start + before.trim_end().len(),
        unit.line,
        words,
    );
    if own.debris.is_some_and(|rule| !NUMBERS.contains(&rule)) && titles.is_empty() {
        units.push(own);
        units.push(Unit::new(text, address.range.start..unit.range.end, unit.line, words));
        return;
    }
    if !ends_title || before.contains(['。', '，']) {
        units.push(unit);
        return;
    }
    let pushed = |range: Range<usize>, debris: Option<&'static str>, units: &mut Vec<Unit>| {
        let slice = &text[range.clone()];
        let start = range.start + slice.len() - slice.trim_start().len();
        let range = start..start + slice.trim().len();
        if !range.is_empty() {
            let unit = Unit::new(text, range, unit.line, words);
            units.push(Unit {
                debris: debris.or(unit.debris),
                ..unit
            });
        }
    };
    let start = unit.range.start + leading_page(before);
    pushed(unit.range.start..start, Some("boilerplate/page-number"), units);
    let label = own.debris.filter(|rule| !NUMBERS.contains(rule));
    let title = start + label.map_or(0, |_| before_title(&text[start..address.range.start]));
    pushed(start..title, label, units);
    let start = title;
    let parts = copies(text, start, &titles);
    let own = parts
        .iter()
        .position(|part| {
            Some(letters_of(&text[part.clone()])) == parts.last().map(|last| letters_of(&text[last.clone()]))
        })
        .unwrap_or_default();
    let last = parts.len().saturating_sub(1);
    for (index, part) in parts.iter().enumerate() {
        // What stands between the last title and the address belongs to that title.
        let end = if index == last { address.range.start } else { part.end };
        let debris = (index != own).then_some("boilerplate/title-copy");
        pushed(part.start..end, debris, units);
    }
    units.push(Unit::new(text, address.range.start..unit.range.end, unit.line, words));
}

/// 来源：本站 县长在防汛会上的讲话: the length of what stands in front of the last blank before a title; blanks
/// around a number are its own.
fn before_title(text: &str) -> usize {
    let text = text.trim_end();
    let digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let mut blanks = text.rmatch_indices(' ').map(|(at, _)| at);
    let parts = |at: &usize| {
        let title = text[at + 1..].chars();
        !digit(text[..*at].chars().next_back())
            && !digit(title.clone().next())
            && title.take(SHORTEST_TITLE).count() == SHORTEST_TITLE
    };
    blanks.find(parts).unwrap_or(0)
}

/// The copies of one title that stand in a row from a place on; one part for titles that differ.
fn copies(text: &str, start: usize, titles: &[&Found]) -> Vec<Range<usize>> {
    // 首页 > 领导讲话 > …: what is in front of the place may read like a title too.
    let before = titles.partition_point(|title| title.range.end <= start);
    let titles = &titles[before..];
    let mut parts = Vec::new();
    let mut from = start;
    for title in titles {
        parts.push(from..title.range.end);
        from = title.range.end;
    }
    let same = |part: &Range<usize>| {
        parts
            .last()
            .is_some_and(|last| alike(&text[part.clone()], &text[last.clone()]))
    };
    if parts.len() > 1 && parts.iter().all(same) {
        return parts;
    }
    // 第一次讲话和第二次讲话: the words of titles may come within one.
    match (titles.first(), titles.last()) {
        (Some(first), Some(last)) if alike(&text[start..first.range.end], &text[first.range.end..last.range.end]) => {
            vec![start..first.range.end, first.range.end..last.range.end]
        }
        (_, last) => std::iter::once(start..last.map_or(start, |last| last.range.end)).collect(),
    }
}

/// The length of 第1页共11页 at the start of a text.
fn leading_page(text: &str) -> usize {
    page_marks(text)
        .first()
        .filter(|range| range.start == 0)
        .map_or(0, |range| range.end)
}

/// The letters and digits of a text, one after another.
pub(super) fn letters_of(text: &str) -> String {
    letters(text).collect()
}

/// The same, one at a time: most texts are told apart by their first letters.
pub(super) fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    // Nearly all are told without the tables of Unicode.
    text.chars()
        .filter(|char| matches!(char, '\u{4e00}'..='\u{9fff}') || char.is_alphanumeric())
}

/// Whether the letters of a text begin with those of another.
pub(super) fn opens_with(text: &str, other: &str) -> bool {
    let mut own = letters(text);
    letters(other).all(|letter| own.next() == Some(letter))
}

/// Whether an address goes on to a colon soon.
pub(super) fn addresses(text: &str) -> bool {
    beginning(text, 60)
        .split('。')
        .next()
        .is_some_and(|sentence| sentence.contains(['：', '！', '\n']) || sentence.len() == text.len())
}

/// Whether two titles are copies of one another, damage aside: four in five pairs of neighbouring
/// characters of the shorter occur in the longer.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let first = |text: &str| -> Vec<char> { letters(beginning(text, 90)).collect() };
    let (mut short, mut long) = (first(one), first(other));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.len() < 6 {
        return false;
    }
    let shared = short
        .windows(2)
        .filter(|pair| long.windows(2).any(|other| other == *pair))
        .count();
    shared * 5 >= (short.len() - 1) * 4
}

#[cfg(test)]
mod tests {
    use super::super::debris::words;
    use super::units;

    #[test]
    fn a_line_of_a_site_that_holds_a_speech_is_taken_apart() {
        for (text, kept) in [
            (
                "首页 >> 范文大全 作者：佚名 浏览：3024次 同志们： 去年客流增长一成。今年要再上台阶，各镇要抓好旺季。 上一篇：没有了 版权所有 青山范文网",
                "同志们： 去年客流增长一成。今年要再上台阶，各镇要抓好旺季。",
            ),
            (
                "让我们一起努力，办好这件事！谢谢大家！ 上一篇：没有了 【打印】【关闭】 责任编辑：某某 版权所有",
                "让我们一起努力，办好这件事！谢谢大家！",
            ),
        ] {
            let words = words(text);
            let speech: String = units(text, &words)
                .into_iter()
                .filter(|unit| unit.debris.is_none())
                .map(|unit| text[unit.range].to_string())
                .collect();
            assert_eq!(speech.replace(' ', ""), kept.replace(' ', ""));
        }
    }
}
