//! Tables of contents and summaries in front of a speech: what a page shows of the text before the text.

use super::pages::PAGES;
use super::unit::{Unit, letters, opens_with};

/// A table or a summary is looked for among so many units from the start.
const HEAD: usize = 60;

/// No name of a table has as many letters.
const LONGEST_NAME: usize = 16;

/// A summary has at least so many letters, and the speech goes on as it does within so many units.
const SHORTEST_SUMMARY: usize = 30;
const NEAR: usize = 8;

/// A paragraph from so many characters on is the speech itself.
const PARAGRAPH: usize = 100;

/// Marks what a page shows of the text before the text.
pub(super) fn contents(text: &str, units: &mut [Unit]) {
    table(text, units);
    summary(text, units);
}

/// A table of contents: from its name to where its first line comes again, to an address, or to the
/// `……` that closes it.
fn table(text: &str, units: &mut [Unit]) {
    let Some(name) = units.iter().take(HEAD).position(|unit| {
        let own: String = letters(&text[unit.range.clone()]).take(LONGEST_NAME).collect();
        PAGES.contents.contains(&own.as_str())
    }) else {
        return;
    };
    let Some(first) = units.get(name + 1).map(|unit| &text[unit.range.clone()]) else {
        return;
    };
    let again = units
        .iter()
        .skip(name + 2)
        .any(|unit| opens_with(&text[unit.range.clone()], first));
    if letters(first).nth(3).is_none() || !again {
        return;
    }
    let mut end = name + 1;
    for (index, unit) in units.iter().enumerate().skip(name + 1).take(HEAD) {
        let slice = &text[unit.range.clone()];
        if slice.chars().all(|char| matches!(char, '…' | '.')) {
            end = index + 1;
            break;
        }
        let repeated = index > name + 1 && opens_with(slice, first);
        let speech = unit.counts.chars >= PARAGRAPH && unit.counts.marks >= 2 || slice.ends_with("同志们：");
        if repeated || speech {
            break;
        }
        end = index + 1;
    }
    for unit in &mut units[name..end] {
        unit.debris.get_or_insert("boilerplate/contents");
    }
}

/// A summary: a paragraph that breaks off, with the whole of it soon behind.
fn summary(text: &str, units: &mut [Unit]) {
    for index in 0..units.len().min(HEAD) {
        let unit = &units[index];
        let slice = &text[unit.range.clone()];
        if unit.debris.is_some() || unit.counts.han < SHORTEST_SUMMARY {
            continue;
        }
        let whole = units[index + 1..].iter().take(NEAR).find(|later| {
            later.debris.is_none()
                && later.range.len() >= unit.range.len()
                && opens_with(&text[later.range.clone()], slice)
        });
        if whole.is_some() {
            units[index].debris = Some("boilerplate/summary");
        }
    }
}
