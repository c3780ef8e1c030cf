//! Assignments that stand outside the tasks that they are about, and which tasks those are.

use std::ops::Range;

use super::deadline::weight;
use super::limits::LIMITS;
use super::reading::Reading;
use super::standing::{assigns_aloud, is_labelled, is_mark, work};
use crate::extract::extraction::{Label, Role};

/// Words that say whose tasks others are, or by when.
#[derive(Debug)]
pub(super) struct Assignment {
    /// Where it stands.
    range: Range<usize>,
    /// The units: indices into the mentions.
    pub(super) units: Vec<usize>,
    /// The time by which it is to be done: an index into the mentions.
    pub(super) limit: Option<usize>,
    /// How much before it is meant.
    reach: Reach,
}

/// How much of the text before it an assignment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Its paragraph: 此项工作由….
    Paragraph,
    /// Its item with all its parts: 以上工作…, （责任单位：…） in a sentence of its own.
    Item,
}

/// Which assignment governs each task, by position in the reading's tasks.
pub(super) struct Governing {
    assignments: Vec<Assignment>,
    units: Vec<Option<usize>>,
    limits: Vec<Option<usize>>,
}

impl Governing {
    /// `owned` says of each task whether it names units itself.
    pub(super) fn of(reading: &Reading, owned: &[bool]) -> Self {
        let assignments = assignments(reading);
        let units = govern(reading, &assignments, |one| !one.units.is_empty(), owned);
        let limits = govern(reading, &assignments, |one| one.limit.is_some(), &[]);
        Self {
            assignments,
            units,
            limits,
        }
    }

    /// The units that an assignment outside it gives a task.
    pub(super) fn units(&self, task: usize) -> &[usize] {
        let found = self.units.get(task).copied().flatten();
        found
            .and_then(|at| self.assignments.get(at))
            .map_or(&[], |one| &one.units)
    }

    /// The time that an assignment outside it gives a task.
    pub(super) fn limit(&self, task: usize) -> Option<usize> {
        let found = self.limits.get(task).copied().flatten();
        found.and_then(|at| self.assignments.get(at)).and_then(|one| one.limit)
    }
}

/// The assignments of a text, in order, without overlaps.
fn assignments(reading: &Reading) -> Vec<Assignment> {
    let (text, names) = (reading.text, &reading.names);
    let brackets = reading.brackets.iter();
    let mut found: Vec<(Range<usize>, Reach)> = brackets.map(|range| (range.clone(), Reach::Item)).collect();
    let mut last = usize::MAX;
    for name in names {
        let number = reading.layout.sentence(name.range.start);
        if std::mem::replace(&mut last, number) == number {
            continue;
        }
        let sentence = reading.layout.sentence_range(number);
        if sentence.len() > LONGEST_SENTENCE || reading.is_bracketed(&sentence) {
            continue;
        }
        let work = work(&reading.chars, &sentence);
        if assigns_aloud(text, sentence.clone(), &names[reading.names_in(&sentence)]) {
            let is_one = work.as_ref().is_some_and(|(_, is_one)| *is_one);
            found.push((sentence, if is_one { Reach::Paragraph } else { Reach::Item }));
        } else if let Some((at, is_one)) = work {
            let reach = if is_one { Reach::Paragraph } else { Reach::Item };
            found.push((sentence.start + at..sentence.end, reach));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut joined: Vec<(Range<usize>, Reach)> = Vec::new();
    for (range, reach) in found {
        match joined.last_mut() {
            // 责任单位：甲局 and 完成时限：9月底前 on the next line are one.
            Some((last, _)) if last.end <= range.start && text[last.end..range.start].chars().all(is_mark) => {
                last.end = range.end;
            }
            _ => joined.push((range, reach)),
        }
    }
    joined
        .into_iter()
        .map(|(range, reach)| assignment(reading, range, reach))
        .collect()
}

/// Longer sentences are no assignments, in bytes.
const LONGEST_SENTENCE: usize = 1200;

fn assignment(reading: &Reading, range: Range<usize>, reach: Reach) -> Assignment {
    let (text, spoken) = (reading.text, reading.outline.date);
    let names = &reading.named[reading.names_in(&range)];
    let is_pure = assigns_aloud(text, range.clone(), &reading.names[reading.names_in(&range)])
        || text[range.clone()].starts_with(['（', '(', '【', '['])
        || is_labelled(&text[range.clone()]);
    let of = |label: Label| {
        let names = names.iter().copied();
        names.filter(move |&name| reading.mentions[name].label == label)
    };
    let units = of(Label::Actor).filter(|&name| {
        let mention = &reading.mentions[name];
        is_pure
            || mention.role.unwrap_or_default() != Role::Executor
            || text[..mention.span.range().start].ends_with('由')
            || text[..mention.span.range().start].ends_with('、')
    });
    let limit = of(Label::Time)
        .filter(|&name| {
            let end = reading.mentions[name].span.range().end;
            is_pure || LIMITS.done.iter().any(|word| text[end..].starts_with(word))
        })
        .filter_map(|name| weight(text, spoken, &reading.mentions[name]).map(|weight| (weight, name)))
        .rev()
        .max_by_key(|(weight, _)| *weight)
        .map(|(_, name)| name);
    Assignment {
        units: units.collect(),
        limit,
        range,
        reach,
    }
}

/// For each task the one among some assignments that governs it. An inner one goes before that of a
/// section. `owned` says of each task whether it has units already: it needs none of a bracket in a later
/// sentence.
fn govern(
    reading: &Reading,
    all: &[Assignment],
    is_wanted: impl Fn(&Assignment) -> bool,
    owned: &[bool],
) -> Vec<Option<usize>> {
    let mut governing = vec![None; reading.tasks.len()];
    let sections = section_ends(reading);
    let (mut free, mut inner) = (0, Vec::new());
    for (at, one) in all.iter().enumerate().filter(|(_, one)| is_wanted(one)) {
        if let Some(section) = section_below(reading, one, &sections) {
            reading.tasks_in(&section).for_each(|task| governing[task] = Some(at));
            free = one.range.end;
            continue;
        }
        inner.push((at, tasks_before(reading, one, free, owned)));
        free = one.range.end;
    }
    for (at, tasks) in inner {
        tasks.into_iter().for_each(|task| governing[task] = Some(at));
    }
    governing
}

/// Where the section of each heading ends.
fn section_ends(reading: &Reading) -> Vec<usize> {
    let headings = &reading.outline.headings;
    let mut ends = vec![reading.text.len(); headings.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        while let Some(&last) = open.last() {
            if headings[last].level < heading.level {
                break;
            }
            ends[last] = heading.span.range().start;
            open.pop();
        }
        open.push(at);
    }
    ends
}

/// The heading before a place.
fn heading_before(reading: &Reading, at: usize) -> Option<usize> {
    let headings = &reading.outline.headings;
    headings
        .partition_point(|heading| heading.span.range().start <= at)
        .checked_sub(1)
}

/// What an assignment governs that stands in a heading or right behind it: the section.
fn section_below(reading: &Reading, one: &Assignment, ends: &[usize]) -> Option<Range<usize>> {
    let at = heading_before(reading, one.range.start)?;
    let heading = reading.outline.headings[at].span.range();
    let between = reading.text.get(heading.end..one.range.start).unwrap_or_default();
    let section = one.range.end..ends[at].max(one.range.end);
    (between.chars().all(is_mark) && !reading.tasks_in(&section).is_empty()).then_some(section)
}

/// The positions of the tasks before an assignment that it governs.
fn tasks_before(reading: &Reading, one: &Assignment, free: usize, owned: &[bool]) -> Vec<usize> {
    let (text, layout, start) = (reading.text, &reading.layout, one.range.start);
    let sentence = layout.sentence_range(layout.sentence(start));
    let paragraph = layout.paragraph(start);
    let only_marks = |from: usize| text.get(from..start).is_some_and(|words| words.chars().all(is_mark));
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let is_alone = only_marks(sentence.start) || work(&reading.chars, &one.range).is_some_and(|(at, _)| at == 0);
    if !is_alone {
        let tasks = reading.tasks_in(&(layout.paragraph_start(paragraph).max(free)..start));
        return tasks
            .filter(|&task| {
                sentence.contains(&reading.start(reading.tasks[task])) || !owned.get(task).copied().unwrap_or_default()
            })
            .collect();
    }
    let is_line = only_marks(line)
        && text[one.range.end..]
            .trim_start_matches(' ')
            .chars()
            .next()
            .is_none_or(|next| next == '\n')
        || text[..one.range.end].ends_with('\n');
    let is_labelled =
        is_labelled(&text[one.range.clone()]) || text[one.range.clone()].starts_with(['（', '(', '【', '[']);
    if only_marks(line) && !is_line && !is_labelled {
        // 甲同志牵头。各单位要…: what follows in the paragraph.
        let end = layout.paragraph_start(paragraph + 1);
        return reading.tasks_in(&(one.range.end..end)).collect();
    }
    let above = layout.paragraph_start(paragraph.saturating_sub(1));
    let from = match (one.reach, is_line) {
        (Reach::Paragraph, true) => above,
        (Reach::Paragraph, false) => layout.paragraph_start(paragraph),
        (Reach::Item, is_line) => item_start(reading, start, if is_line { None } else { Some(line) }).unwrap_or(above),
    };
    reading.tasks_in(&(from.max(free)..start)).collect()
}

/// An item has at most so many parts.
const MOST_PARTS: usize = 60;

/// Where the item begins that a place is in: at its line, or where that is a part of an item (一是…) or
/// the place has a line of its own, at the heading above.
fn item_start(reading: &Reading, at: usize, line: Option<usize>) -> Option<usize> {
    let headings = &reading.outline.headings;
    let is_part = |heading: usize| headings[heading].reason.rule == "heading/fused-ordinal";
    let mut heading = heading_before(reading, at)?;
    if let Some(line) = line
        && (headings[heading].span.range().start < line || !is_part(heading))
    {
        return Some(line);
    }
    let level = headings[heading].level;
    let mut steps = 0;
    while is_part(heading) || headings[heading].level > level {
        heading = heading.checked_sub(1).filter(|_| steps < MOST_PARTS)?;
        steps += 1;
    }
    Some(headings[heading].span.range().start)
}
