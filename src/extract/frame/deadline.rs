//! By when a measure is to be done.

use super::layout::Layout;
use super::scope;
use crate::extract::clean::CleanOffset;
use crate::extract::date::{Date, resolve};
use crate::extract::extraction::{Deadline, Label, Mention, Statement};
use crate::extract::outline::Outline;

/// What announces a time limit: （完成时限：6月底前）.
const LIMITS: [&str; 6] = ["时限", "期限", "完成时间", "办结时间", "完成日期", "时间要求"];

/// The deadline of each measure: a time of its own words, else one that an earlier measure of the
/// sentence, or the sentence's opening, gives, else a limit that is announced for its item, else that of
/// the target that follows it in its sentence (编制清单，4月底前报审).
pub(super) fn deadlines(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
    measures: &[usize],
) -> Vec<Option<Deadline>> {
    let spoken = outline.date;
    let times: Vec<(usize, u8)> = (0..mentions.len())
        .filter(|&at| mentions[at].label == Label::Time)
        .filter_map(|at| weight(text, spoken, &mentions[at]).map(|weight| (at, weight)))
        .collect();
    // Among several, the firmest wins; the first of equals.
    let best = |range: std::ops::Range<usize>| {
        let first = times.partition_point(|(time, _)| mentions[*time].span.range().start < range.start);
        let last = times.partition_point(|(time, _)| mentions[*time].span.range().start < range.end);
        times
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .take(50)
            .rev()
            .max_by_key(|(_, weight)| *weight)
            .map(|(time, _)| *time)
    };
    let limits = limits(text, layout, outline, mentions, &times, &|range| {
        measures
            .get(measures.partition_point(|&at| statements[at].span.range().start < range.start))
            .is_some_and(|&at| statements[at].span.range().start < range.end)
    });
    let limit = |at: usize| {
        let next = limits.partition_point(|(governs, _)| governs.end <= at);
        limits
            .get(next)
            .filter(|(governs, _)| governs.contains(&at))
            .map(|(_, mention)| *mention)
    };
    let in_target = |mention: &usize| {
        let time = mentions[*mention].span;
        let before = statements.partition_point(|statement| statement.span.start() <= time.start());
        statements[..before]
            .last()
            .is_some_and(|last| last.label == Label::Target && last.span.end() >= time.end())
    };
    let mut carried: (usize, Option<usize>) = (usize::MAX, None);
    measures
        .iter()
        .enumerate()
        .map(|(number, &measure)| {
            let span = statements[measure].span.range();
            let sentence = layout.sentence(span.start);
            if carried.0 != sentence {
                carried = (sentence, best(layout.sentence_range(sentence).start..span.start));
            }
            let at = span.start;
            let next = measures
                .get(number + 1)
                .map(|&next| statements[next].span.range().start);
            let end = layout.sentence_range(sentence).end;
            let behind = span.end..next.unwrap_or(end).clamp(span.end, end.max(span.end));
            let own = best(span);
            let given = own.or(carried.1).or_else(|| limit(at));
            let deadline = given
                .or_else(|| best(behind).filter(in_target))
                .map(|mention| Deadline {
                    mention,
                    inferred: own.is_none(),
                });
            carried.1 = own.or(carried.1);
            deadline
        })
        .collect()
}

/// The announced limits with what they govern, in order, without overlaps: the item before them; on a
/// heading's line the section below.
fn limits(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    mentions: &[Mention<CleanOffset>],
    times: &[(usize, u8)],
    has_measure: &impl Fn(&std::ops::Range<usize>) -> bool,
) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut found: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
    for &(mention, _) in times {
        let range = mentions[mention].span.range();
        let head = &text[text.floor_char_boundary(range.start.saturating_sub(LONGEST_LABEL))..range.start];
        let label = head.trim_end().strip_suffix('：').unwrap_or_default();
        let announced = LIMITS.iter().any(|limit| label.ends_with(limit));
        let sentence = layout.sentence_range(layout.sentence(range.start));
        if !announced && !scope::names_work(text, &sentence, range.start) {
            continue;
        }
        let paragraph = layout.paragraph(range.start);
        let free = found.last().map_or(0, |(last, _)| last.end);
        let mut governs = layout.paragraph_start(paragraph).max(free)..range.start.max(free);
        if !has_measure(&governs) {
            governs = scope::elsewhere(layout, outline, paragraph, range.end, text.len(), free, has_measure);
        }
        if governs.start < governs.end {
            found.push((governs, mention));
        }
    }
    found
}

/// A label of a limit, with its colon, has at most so many bytes.
const LONGEST_LABEL: usize = 30;

/// How much a time looks like a deadline; none where it does not (去年, 每月, 当前, 三年).
fn weight(text: &str, spoken: Option<Date>, mention: &Mention<CleanOffset>) -> Option<u8> {
    const VAGUE: [&str; 21] = [
        "每", "逐", "当前", "目前", "现在", "近", "最近", "去年", "上年", "往年", "前年", "历年", "过去", "一直",
        "连续", "今天", "当天", "同年", "这", "上月", "周末",
    ];
    let words = text.get(mention.span.range())?;
    // 自7月1日起 says when it begins, 三月以来 what has been.
    if ["起", "开始", "以来", "以后", "至今"]
        .iter()
        .any(|word| text[mention.span.range().end..].starts_with(word))
    {
        return None;
    }
    if VAGUE.iter().any(|vague| words.starts_with(vague)) || words.ends_with('来') {
        return None;
    }
    let firm = words.ends_with(['前', '内', '底', '末']) && words != "日前";
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
