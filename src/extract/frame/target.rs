//! Which measure a target belongs to. One that belongs to none is a task of its own.

use std::ops::Range;
use std::sync::LazyLock;

use super::reading::Reading;
use super::standing::{Kind, Name, is_mark, word};
use crate::extract::extraction::{FrameUnit, Role};
use crate::extract::word_list::WordList;

/// Verbs that begin a task of its own: 新建幼儿园5所.
static VERBS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new_of(include_str!("../data/assignments.txt"), &["delivers"]));

/// What may stand before the verb of a task.
static LEADS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new_of(include_str!("../data/assignments.txt"), &["leads"]));

/// What a target begins with that is the result of the measure before it.
static RESULTS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| WordList::longest_first(include_str!("../data/assignments.txt"), "result"));

/// For each task its targets: positions in the reading's tasks. Only measures have any.
///
/// A target belongs to the measures before it in its sentence, else to the first one behind it; in a
/// sentence without measures to the last one before it in its paragraph. One with a subject or a verb of
/// its own that no measure of its sentence leads to is a task of its own.
pub(super) fn targets(reading: &Reading, units: &[Vec<FrameUnit>]) -> Vec<Vec<usize>> {
    let mut found = Found {
        targets: vec![Vec::new(); reading.tasks.len()],
        belongs: vec![false; reading.tasks.len()],
    };
    let mut from = 0;
    while from < reading.tasks.len() {
        let sentence = reading.layout.sentence(reading.start(reading.tasks[from]));
        let length = reading.tasks[from..]
            .iter()
            .take_while(|&&task| reading.layout.sentence(reading.start(task)) == sentence)
            .count();
        of_sentence(reading, units, from..from + length, &mut found);
        from += length;
    }
    found.targets
}

struct Found {
    /// For each task its targets.
    targets: Vec<Vec<usize>>,
    /// For each task whether it is a target that belongs to a measure.
    belongs: Vec<bool>,
}

impl Found {
    fn add(&mut self, measure: usize, target: usize) {
        if self.targets[measure].len() < MOST {
            self.targets[measure].push(target);
            self.belongs[target] = true;
        }
    }
}

/// A measure has at most so many targets, and a target at most so many measures.
const MOST: usize = 20;

fn of_sentence(reading: &Reading, units: &[Vec<FrameUnit>], tasks: Range<usize>, found: &mut Found) {
    // The measures that the next target belongs to, and whether one follows them already.
    let (mut group, mut is_closed) = (tasks.start..tasks.start, false);
    // The first measure behind the last target that was asked for one: a sentence may hold thousands.
    let mut next = tasks.start;
    for at in tasks.clone() {
        let task = reading.tasks[at];
        if reading.is_measure(task) {
            // What another unit is told begins anew: 甲局要…，乙局要…，6月底前完成.
            if is_closed || group.is_empty() || has_own_subject(&units[at], &group, units) {
                group = at..at;
            }
            (group.end, is_closed) = (at + 1, false);
            continue;
        }
        let is_own = has_own_subject(&units[at], &group, units);
        if !group.is_empty() && !is_own {
            // 其中甲项目…, 清理土地1500亩: of the last one alone.
            let is_result = RESULTS.iter().any(|lead| starts(reading, task, lead));
            if starts(reading, task, "其中") || delivers(reading, task) && !is_result {
                group.start = group.end - 1;
            }
            let last = group.clone().rev().take(MOST);
            last.for_each(|measure| found.add(measure, at));
            is_closed = true;
            continue;
        }
        if is_own || delivers(reading, task) {
            continue;
        }
        next = (next.max(at + 1)..tasks.end)
            .find(|&next| reading.is_measure(reading.tasks[next]))
            .unwrap_or(tasks.end);
        let behind = (next < tasks.end).then_some(next);
        let measure = behind.or_else(|| measure_before(reading, at, tasks.start, found));
        if let Some(measure) = measure {
            found.add(measure, at);
        }
    }
}

/// The last measure before a target in its paragraph, unless a task that is no measure, or a topic of the
/// target's own sentence, stands between.
fn measure_before(reading: &Reading, target: usize, first: usize, found: &Found) -> Option<usize> {
    let paragraph = |at: usize| reading.layout.paragraph(reading.start(reading.tasks[at]));
    let mut tasks = (0..target).rev().take(MOST);
    let measure = tasks.find(|&at| !found.belongs[at])?;
    let is_one = reading.is_measure(reading.tasks[measure]) && paragraph(measure) == paragraph(target);
    let statement = reading.tasks[target];
    let has_bracket = reading.is_bracketed(&reading.statements[statement].span.range());
    (is_one && !has_bracket && !has_topic(reading, reading.tasks[first])).then_some(measure)
}

fn starts(reading: &Reading, statement: usize, word: &str) -> bool {
    reading.text[reading.start(statement)..].starts_with(word)
}

/// Whether a target says who is to reach it, and that is nobody whom the measures before it name.
fn has_own_subject(own: &[FrameUnit], group: &Range<usize>, units: &[Vec<FrameUnit>]) -> bool {
    let mut own = own
        .iter()
        .filter(|unit| !unit.inferred && unit.role != Role::Support)
        .peekable();
    own.peek().is_some()
        && own.all(|unit| {
            // It cannot belong to more of them.
            let others = &units[group.end.saturating_sub(MOST).max(group.start)..group.end];
            !others
                .iter()
                .any(|other| other.iter().any(|one| one.mention == unit.mention))
        })
}

/// Whether another statement stands before one in its sentence: 燃气方面，餐饮场所11月底前….
fn has_topic(reading: &Reading, statement: usize) -> bool {
    let start = reading.start(statement);
    let sentence = reading.layout.sentence_range(reading.layout.sentence(start)).start;
    reading.statements[..statement]
        .last()
        .is_some_and(|last| last.span.range().start >= sentence && last.span.range().end <= start)
}

/// Whether a target begins with a verb and what it makes: 打造40个示范园区, 今年要改造管网26公里.
fn delivers(reading: &Reading, target: usize) -> bool {
    let span = reading.statements[target].span.range();
    let names = &reading.names[reading.names_in(&span)];
    let time = names.iter().find(|name| name.is_time).map(|name| name.range.end);
    // 收到通知后10日内报送方案: what is done follows the time.
    begins_with_verb(reading, span.start..span.end, names)
        || time.is_some_and(|at| begins_with_verb(reading, at..span.end, names))
}

fn begins_with_verb(reading: &Reading, span: Range<usize>, names: &[Name]) -> bool {
    let mut at = span.start;
    while at < span.end {
        let Some(rest) = reading.text.get(at..span.end) else {
            return false;
        };
        let name = names.get(names.partition_point(|name| name.range.start < at));
        if let Some(name) = name.filter(|name| name.range.start == at) {
            at = name.range.end.max(at + 1);
        } else if let Some(verb) = VERBS.beginning(rest) {
            return verb.len() < rest.len();
        } else if let Some(lead) = LEADS.beginning(rest) {
            at += lead.len();
        } else if let Some((order, _)) = word(rest).filter(|(_, kind)| *kind == Kind::Order) {
            at += order.len();
        } else {
            match rest.chars().next().filter(|&char| is_mark(char)) {
                Some(mark) => at += mark.len_utf8(),
                None => return false,
            }
        }
    }
    false
}
