//! The speech's own title, and what stands before the speech, behind it and between its pages.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::super::outline::{Style, marker};
use super::super::word_list::Found;
use super::debris::{of_site, within};
use super::pages::PAGES;
use super::paper::cited;
use super::unit::{Unit, addresses, alike, letters_of};

/// A title is looked for among so many units from the start.
const HEAD: usize = 60;

/// A sentence that shows that the speech goes on has at least so many characters.
const SHORTEST_SENTENCE: usize = 12;

/// Marks the debris that only its place betrays, and returns the title.
pub(super) fn regions(text: &str, units: &mut [Unit], words: &[Found]) -> Option<Range<usize>> {
    let start = body(text, units, words);
    masthead(text, units, start, words);
    let before = &units[..start.min(units.len())];
    let own = title(text, before, words).or_else(|| repeated_title(text, before));
    repeated(text, units);
    if let Some(own) = own {
        // The title may be the running header itself; its first clean copy stays.
        units[own].debris = None;
    }
    let (body, title) = (start, own);
    if let Some(index) = title {
        head(units, index);
        copies(text, units, index, body);
    }
    numbered(text, units, body);
    papers_cited(text, units, words, body);
    tail(text, units, words, body);
    linked(text, units, words);
    between(units, body);
    title.map(|index| units[index].range.clone())
}

/// What stands in front of the line that says where on a site the page is: its head.
fn masthead(text: &str, units: &mut [Unit], body: usize, words: &[Found]) {
    let before = body.min(HEAD).min(units.len());
    let path = units[..before].iter().rposition(|unit| {
        let slice = &text[unit.range.clone()];
        unit.debris.is_some()
            && slice.contains(['>', '»', '›'])
            && (slice.contains("位置") || slice.contains("首页") || slice.matches(['>', '»', '›']).count() >= 2)
    });
    let Some(path) = path else { return };
    for unit in &mut units[..path] {
        if !titled(text, unit, words) {
            unit.debris.get_or_insert("boilerplate/head");
        }
    }
}

/// A line that a page shows twice before the text is its title, whatever it ends with: the one under
/// what else the page says there.
fn repeated_title(text: &str, units: &[Unit]) -> Option<usize> {
    let usable = |unit: &Unit| unit.debris.is_none() && (8..=70).contains(&unit.counts.chars);
    let letters = |unit: &Unit| letters_of(&text[unit.range.clone()]);
    let units = &units[..units.len().min(HEAD)];
    let first = (0..units.len()).find(|index| {
        usable(&units[*index]) && {
            let own = letters(&units[*index]);
            units[index + 1..]
                .iter()
                .any(|unit| usable(unit) && letters(unit) == own)
        }
    })?;
    let own = letters(&units[first]);
    let last = units.iter().rposition(|unit| usable(unit) && letters(unit) == own)?;
    let apart = units[first..last].iter().any(|unit| unit.debris.is_some());
    Some(if apart { last } else { first })
}

/// Running headers: short lines that come back three times, numbers aside, or next to a page number.
fn repeated(text: &str, units: &mut [Unit]) {
    let key = |unit: &Unit| -> Option<String> {
        let slice = &text[unit.range.clone()];
        let usable = (2..=40).contains(&unit.counts.chars)
            && !slice.ends_with(['。', '；', '！', '）', '：'])
            && !slice.starts_with(['（', '—'])
            && !slice.contains('：')
            && super::super::outline::marker(slice).is_none();
        if !usable {
            return None;
        }
        // 163.6 between two blanks of a sentence is no header, however many figures the text has.
        let letters: String = slice
            .chars()
            .filter(|char| !char.is_ascii_digit() && !char.is_whitespace())
            .collect();
        let letter = |char: &char| matches!(char, '\u{4e00}'..='\u{9fff}') || char.is_alphabetic();
        letters.chars().filter(letter).nth(1).is_some().then_some(letters)
    };
    let keys: Vec<Option<String>> = units.iter().map(key).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for key in keys.iter().flatten() {
        *seen.entry(key).or_default() += 1;
    }
    let page_number = |index: Option<usize>, units: &[Unit]| {
        index
            .and_then(|index| units.get(index))
            .is_some_and(|unit| unit.debris == Some("boilerplate/page-number"))
    };
    for (index, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let times = seen.get(key.as_str()).copied().unwrap_or_default();
        let beside = page_number(index.checked_sub(1), units) || page_number(Some(index + 1), units);
        let inside = index > 0 && units[index - 1].counts.chars >= 12 && {
            let left = &text[units[index - 1].range.clone()];
            !left.ends_with(['。', '！', '？', '；', '：', '”', '）'])
        };
        if times >= 3 || (times >= 2 && (beside || inside)) {
            units[index].debris.get_or_insert("boilerplate/running-header");
        }
    }
}

/// The first unit of the speech itself: an address, running text, or a heading.
fn body(text: &str, units: &[Unit], words: &[Found]) -> usize {
    let start = units.iter().position(|unit| {
        let address = within(words, &unit.range)
            .first()
            .is_some_and(|word| word.group == "address" && word.range.start == unit.range.start)
            && addresses(&text[unit.range.clone()]);
        address || unit.is_speech(text)
    });
    start.unwrap_or(units.len())
}

/// The first clean line before the speech that ends like a title.
fn title(text: &str, units: &[Unit], words: &[Found]) -> Option<usize> {
    let sentence = |unit: &Unit| unit.debris.is_none() && text[unit.range.clone()].ends_with(['。', '！', '？']);
    let candidates = || {
        units
            .iter()
            .take(HEAD)
            .take_while(|unit| !sentence(unit))
            .enumerate()
            .filter(|(_, unit)| titled(text, unit, words))
    };
    // A title to which a site added （精品） gives way to the speech's own one.
    let own = candidates().find(|(_, unit)| {
        !text[unit.range.clone()].ends_with('）') || !within(words, &unit.range).iter().any(|word| word.group == "copy")
    });
    let (index, unit) = own.or_else(|| candidates().next())?;
    // 讲话（5页） above 讲话: the clean copy.
    let slice = |unit: &Unit| text[unit.range.clone()].trim();
    let clean = candidates().find(|(_, other)| {
        slice(unit)
            .strip_prefix(slice(other))
            .is_some_and(|extra| !extra.is_empty())
    });
    Some(clean.map_or(index, |(clean, _)| clean))
}

/// Whether a line ends like a title.
fn titled(text: &str, unit: &Unit, words: &[Found]) -> bool {
    let slice = text[unit.range.clone()].trim_matches(|char| "《》“” ".contains(char));
    let slice = PAGES
        .template
        .iter()
        .find_map(|ending| slice.strip_suffix(ending))
        .unwrap_or(slice);
    let bare = match slice.rfind('（') {
        Some(at) if slice.ends_with('）') && at > 0 => slice[..at].trim_end(),
        _ => slice,
    };
    let end = unit.range.start + text[unit.range.clone()].find(bare).unwrap_or_default() + bare.len();
    unit.debris.is_none()
        && (6..=70).contains(&unit.counts.chars)
        && !slice.contains(['。', '，', '；', '：'])
        && !slice.starts_with('—')
        && within(words, &unit.range)
            .iter()
            .any(|word| word.group == "title" && word.range.end == end)
}

/// 一 alone in front of the address: the number of the speech on its page.
fn numbered(text: &str, units: &mut [Unit], body: usize) {
    let Some(unit) = body.checked_sub(1).and_then(|index| units.get_mut(index)) else {
        return;
    };
    let slice = text[unit.range.clone()].trim_matches(['（', '）', '、', ' ']);
    let numeral = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    if unit.counts.chars <= 3 && !slice.is_empty() && slice.chars().all(numeral) {
        unit.debris.get_or_insert("boilerplate/title-copy");
    }
}

/// Before the title stands debris if any of it is; a title of two lines keeps its first one.
fn head(units: &mut [Unit], title: usize) {
    let (before, after) = units.split_at_mut(title);
    if before.iter().all(|unit| unit.debris.is_none()) {
        return;
    }
    let line = after.first().map_or(0, |unit| unit.line);
    for unit in before.iter_mut() {
        let first_half = unit.line + 1 == line && unit.counts.chars >= 10 && unit.counts.marks == 0;
        if !first_half {
            unit.debris.get_or_insert("boilerplate/head");
        }
    }
}

/// Further copies of the title, damaged ones before the clean one included.
fn copies(text: &str, units: &mut [Unit], title: usize, body: usize) {
    let own = text[units[title].range.clone()].to_owned();
    for (index, unit) in units.iter_mut().enumerate() {
        let short = unit.counts.chars <= own.chars().count() * 2 + 20 && unit.counts.marks == 0;
        let near = index < body || index > body && unit.counts.chars >= 8;
        if index != title && short && near && unit.debris.is_none() && alike(&text[unit.range.clone()], &own) {
            let slice = &text[unit.range.clone()];
            // The line that says when and where it was spoken repeats words of the title.
            if !slice.starts_with(['—', '（']) && super::super::outline::marker(slice).is_none() {
                unit.debris = Some("boilerplate/title-copy");
            }
        }
    }
}

/// （青政发〔2016〕12号） alone on a line is of a paper's head; between the sentences of a speech it is the speaker's.
fn papers_cited(text: &str, units: &mut [Unit], words: &[Found], body: usize) {
    let end = units.iter().rposition(|unit| speaks(text, unit, words)).unwrap_or(body);
    for unit in units.iter_mut().take(end).skip(body) {
        if unit.debris == Some("boilerplate/paper") && cited(&text[unit.range.clone()]) {
            unit.debris = None;
        }
    }
}

/// Behind the end of the speech, everything is debris if any of it is.
fn tail(text: &str, units: &mut [Unit], words: &[Found], body: usize) {
    let mut last_long = None;
    for (index, unit) in units.iter().enumerate().skip(body) {
        if unit.debris.is_none() && unit.counts.chars >= 80 && unit.counts.marks >= 2 {
            last_long = Some(index);
        }
    }
    let after_long = last_long
        .map_or(body, |index| index + 1)
        .max(resumed(text, units, words, body));
    let anchor = units.iter().enumerate().skip(after_long).find(|(_, unit)| {
        unit.debris.is_some() && within(words, &unit.range).iter().any(|word| word.group == "anchor")
    });
    let end = (after_long..units.len())
        .rev()
        .find(|index| speaks(text, &units[*index], words))
        .map_or(after_long, |index| index + 1);
    // A speech may break off in a sentence: then what is known to be debris comes first.
    let known = (end..units.len()).find(|index| units[*index].debris.is_some());
    let breaks_off = |known: usize| units[end..known].iter().any(|unit| unit.counts.marks > 0);
    let end = known.filter(|known| breaks_off(*known)).unwrap_or(end);
    let from = anchor.map_or(end, |(index, _)| index.min(end));
    let behind = &mut units[from..];
    let told = |unit: &Unit| {
        let named = within(words, &unit.range).iter().any(of_site);
        unit.debris.is_some() || named && unit.counts.marks == 0
    };
    if !behind.iter().any(told) {
        return;
    }
    for unit in behind {
        let slice = &text[unit.range.clone()];
        let dated =
            slice.ends_with('日') && unit.counts.chars <= 16 || slice.starts_with('（') && slice.ends_with('）');
        if !dated && !closes(unit, words) {
            unit.debris.get_or_insert("boilerplate/tail");
        }
    }
}

/// Behind the last heading that goes on counting where one above debris stopped: 【延伸阅读】 between 一、 and 二、 is
/// not the end of the speech, however short its lines are. A list of links counts on, too: a sentence has to follow
/// that heading, and nothing counts behind 谢谢大家！
fn resumed(text: &str, units: &[Unit], words: &[Found], body: usize) -> usize {
    let mut numbers: BTreeMap<Style, (u32, usize)> = BTreeMap::new();
    let (mut cuts, mut end) = (0, 0);
    let mut heading = None;
    for (index, unit) in units.iter().enumerate().skip(body) {
        if unit.debris.is_some() {
            cuts += 1;
            heading = None;
            continue;
        }
        if closes(unit, words) {
            break;
        }
        let slice = &text[unit.range.clone()];
        let counts = |style: &Style| {
            matches!(
                style,
                Style::Numeral | Style::NumeralInBrackets | Style::Ordinal | Style::Fused(_)
            )
        };
        if let Some(found) = marker(slice).filter(|found| counts(&found.style)) {
            let before = numbers.insert(found.style, (found.number, cuts));
            if before.is_some_and(|(number, above)| found.number == number.saturating_add(1) && above < cuts) {
                heading = Some(index + 1);
            }
        }
        let sentence = unit.counts.chars >= SHORTEST_SENTENCE && slice.ends_with(['。', '；', '！']);
        if sentence && let Some(heading) = heading.take() {
            end = heading;
        }
    }
    end
}

/// Whether a unit is a sentence of a speech, its closing words included.
fn speaks(text: &str, unit: &Unit, words: &[Found]) -> bool {
    let slice = &text[unit.range.clone()];
    unit.debris.is_none() && (unit.is_speech(text) || slice.ends_with(['。', '！', '；']) || closes(unit, words))
}

fn closes(unit: &Unit, words: &[Found]) -> bool {
    unit.counts.chars <= 20 && within(words, &unit.range).iter().any(|word| word.group == "closing")
}

/// · 青山：一图读懂…: the links in a row under 【延伸阅读】 or its like, in the middle of a text, too.
fn linked(text: &str, units: &mut [Unit], words: &[Found]) {
    let mut under = false;
    for unit in units.iter_mut() {
        let slice = text[unit.range.clone()].trim();
        if unit.debris.is_some() {
            let anchor = |word: &Found| word.group == "anchor";
            under |= unit.counts.chars <= 10 && within(words, &unit.range).iter().any(anchor);
            continue;
        }
        let bullet = slice.starts_with(['·', '•', '▶', '►', '▪', '◆', '☞']);
        under &= bullet && unit.counts.chars <= 50 && !slice.ends_with(['。', '；', '！', '？']);
        if under {
            unit.debris = Some("boilerplate/navigation");
        }
    }
}

/// Short pieces between two pieces of debris in one line, or before the speech.
fn between(units: &mut [Unit], body: usize) {
    let mut before: Option<(usize, usize)> = None;
    for index in 0..units.len() {
        let line = units[index].line;
        if units[index].debris.is_none() {
            continue;
        }
        if let Some((last, last_line)) = before
            && (last_line == line || index < body)
            && index - last <= 6
            && units[last + 1..index]
                .iter()
                .all(|unit| unit.counts.chars <= 8 && unit.counts.marks == 0)
        {
            for unit in &mut units[last + 1..index] {
                unit.debris = Some("boilerplate/between");
            }
        }
        before = Some((index, line));
    }
}
