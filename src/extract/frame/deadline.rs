//! By when a task is to be done.

use std::ops::Range;

use super::assignment::Governing;
use super::limits::LIMITS;
use super::reading::Reading;
use crate::extract::clean::{CleanOffset, Folded};
use crate::extract::date::{Date, Interval, resolve};
use crate::extract::extraction::{Deadline, Label, Mention};

/// The deadline of each task: a time of its own words, else one that an earlier task of the sentence, or
/// the sentence's opening, gives, else that of a target of its sentence (编制清单，4月底前报审), else a limit
/// that is announced for its item, else one that a heading above it holds.
pub(super) fn deadlines(
    reading: &Reading,
    governing: &Governing,
    targets: &[Vec<usize>],
    sections: &[Vec<usize>],
) -> Vec<Option<Deadline>> {
    let times = Times::of(reading);
    let sentence = |task: usize| reading.layout.sentence(reading.start(reading.tasks[task]));
    let mut carried: (usize, Option<Time>) = (usize::MAX, None);
    let mut deadlines = Vec::with_capacity(reading.tasks.len());
    for (task, &statement) in reading.tasks.iter().enumerate() {
        let span = reading.statements[statement].span.range();
        let number = sentence(task);
        if carried.0 != number {
            let opening = reading.layout.sentence_range(number).start..span.start;
            carried = (number, times.best(reading, opening).filter(|time| time.carries));
        }
        let own = times.best(reading, span);
        // What is reached in another sentence may be only a part of the task.
        let reached = || {
            let mut near = targets[task].iter().filter(|&&target| sentence(target) == number);
            near.find_map(|&target| {
                let span = reading.statements[reading.tasks[target]].span.range();
                times.best(reading, span).filter(|time| time.carries)
            })
        };
        let given = own.or(carried.1).or_else(reached).map(|time| time.mention);
        let above = || {
            let mut headings = sections[task].iter().rev().map(|&at| &reading.outline.headings[at]);
            headings.find_map(|heading| {
                let time = times.best(reading, heading.span.range());
                time.filter(|time| time.is_firm).map(|time| time.mention)
            })
        };
        let deadline = given.or_else(|| governing.limit(task)).or_else(above);
        deadlines.push(deadline.map(|mention| Deadline {
            mention,
            inferred: own.is_none(),
        }));
        if reading.is_measure(statement) {
            carried.1 = own.filter(|time| time.carries).or(carried.1);
        }
    }
    deadlines
}

/// A time that may be a deadline.
#[derive(Clone, Copy, Debug)]
struct Time {
    mention: usize,
    weight: u8,
    /// Whether it is surely a limit.
    is_firm: bool,
    /// Whether it may be that of what follows too; a span of hours is not.
    carries: bool,
}

/// The times that may be deadlines, in order.
struct Times(Vec<Time>);

impl Times {
    fn of(reading: &Reading) -> Self {
        let all = (0..reading.mentions.len()).filter(|&at| reading.mentions[at].label == Label::Time);
        let found = all.filter_map(|mention| {
            let weight = weight(reading.text, reading.outline.date, &reading.mentions[mention])?;
            let words = reading.text.get(reading.mentions[mention].span.range())?;
            Some(Time {
                mention,
                weight,
                is_firm: is_firm(words) && !is_span_of_hours(words),
                carries: !is_span_of_hours(words),
            })
        });
        Self(found.collect())
    }

    /// Among several the firmest; the first of equals.
    fn best(&self, reading: &Reading, range: Range<usize>) -> Option<Time> {
        let start = |time: &Time| reading.mentions[time.mention].span.range().start;
        let first = self.0.partition_point(|time| start(time) < range.start);
        let last = self.0.partition_point(|time| start(time) < range.end);
        let some = self.0.get(first..last).unwrap_or_default().iter().take(50);
        some.rev().max_by_key(|time| time.weight).copied()
    }
}

/// Whether a time says by when: 6月底前, 年内.
fn is_firm(words: &str) -> bool {
    words.ends_with(['前', '内', '底', '末']) && words != "日前"
}

/// 24小时内, 5个工作日内: how long something may take whenever it happens.
pub(super) fn is_span_of_hours(words: &str) -> bool {
    LIMITS.span.iter().any(|unit| words.contains(unit))
}

/// How much a time looks like a deadline; none where it does not (去年, 每月, 当前, 三年).
pub(super) fn weight(text: &str, spoken: Option<Date>, mention: &Mention<CleanOffset>) -> Option<u8> {
    let words = text.get(mention.span.range())?;
    let rest = &text[mention.span.range().end..];
    let is_other = LIMITS.no_limit_behind.beginning(rest).is_some();
    if is_other && !announces_goals(rest) {
        return None;
    }
    let head = &text[..mention.span.range().start];
    if LIMITS.lasting.iter().any(|word| head.ends_with(word)) {
        return None;
    }
    if LIMITS.no_limit.beginning(words).is_some() || words.ends_with('来') {
        return None;
    }
    let firm = is_firm(words);
    if is_span_of_hours(words) {
        return firm.then_some(1);
    }
    match resolve(words, spoken) {
        Some(interval) if spoken.is_some_and(|spoken| interval.to.is_some_and(|to| to < spoken)) => None,
        Some(_) => Some(if firm { 3 } else { 2 }),
        None if firm => Some(2),
        None => {
            // Without the day of the speech, parts of a calendar still say when.
            let calendar = words.contains(['月', '季'])
                || words.starts_with("今年")
                || words.ends_with("半年")
                || words.starts_with("明年");
            calendar.then_some(1)
        }
    }
}

/// Whether the words behind a time announce goals for it: 今年|的主要目标是：…
fn announces_goals(rest: &str) -> bool {
    let clause = rest.split(['，', '。', '；', '\n']).next().unwrap_or_default();
    let announced = clause.split(['：', ':', '是', '为']).next().unwrap_or_default();
    rest.starts_with('的') && LIMITS.goal.iter().any(|word| announced.ends_with(word))
}

/// How far before a time the event that it counts from begins, in bytes.
const LONGEST_EVENT: usize = 90;

/// The words of a time with what it counts from, and the days that it means; none where it counts from
/// something else than the speech.
pub(super) fn limit(text: &str, time: Range<usize>, spoken: Option<Date>) -> (Range<usize>, Option<Interval>) {
    let words = text.get(time.clone()).unwrap_or_default();
    let head = &text[text.floor_char_boundary(time.start.saturating_sub(LONGEST_EVENT))..time.start];
    let clause = head
        .rfind(|char: char| char == '\n' || "，；：。、！？（“,;:!?(".contains(char))
        .map_or(head, |at| {
            head[at..].trim_start_matches(|char: char| char == '\n' || "，；：。、！？（“,;:!?(".contains(char))
        });
    let folded = Folded::of(clause);
    let is_of_speech = LIMITS.speech.iter().any(|word| folded.text().contains(word));
    // The time itself may begin with what belongs to the event: 收到通知|后10日内.
    let is_counted =
        LIMITS.counted_from.iter().any(|word| folded.text().ends_with(word)) || words.starts_with(['后', '後']);
    if is_of_speech {
        return (time.clone(), resolve(words, spoken));
    }
    let is_span = ["内", "內"].iter().any(|end| words.ends_with(end));
    if is_counted && is_span && !clause.is_empty() {
        return (time.start - clause.len()..time.end, None);
    }
    let days = if is_span_of_hours(words) {
        None
    } else {
        resolve(words, spoken)
    };
    (time, days)
}

#[cfg(test)]
mod tests {
    use super::{Date, limit};

    #[test]
    fn limits_are_read_with_what_they_count_from() {
        let spoken = Date::parse("2024-03-05");
        for (text, time, words, due) in [
            ("收到通知后10日内报送方案", "10日内", "收到通知后10日内", ""),
            (
                "各单位要自验收合格之日起30日内结算",
                "30日内",
                "各单位要自验收合格之日起30日内",
                "",
            ),
            ("会后一周内召开动员会", "一周内", "一周内", "2024-03-12"),
            ("两周内拿出方案", "两周内", "两周内", "2024-03-19"),
            ("发现险情15分钟内上报", "15分钟内", "15分钟内", ""),
            ("5个工作日内办结", "5个工作日内", "5个工作日内", ""),
            ("整改后，6月底前验收", "6月底前", "6月底前", "2024-06-30"),
        ] {
            let at = text.find(time).unwrap();
            let (found, days) = limit(text, at..at + time.len(), spoken);
            let day = days.and_then(|days| days.to).map(|day| day.to_string());
            assert_eq!((&text[found], day.unwrap_or_default().as_str()), (words, due), "{text}");
        }
    }
}
