//! By when a measure is to be done.

use super::layout::Layout;
use crate::extract::clean::CleanOffset;
use crate::extract::date::{Date, resolve};
use crate::extract::extraction::{Deadline, Label, Mention, Statement};

/// The deadline of each measure: a time of its own words, else one that an earlier measure of the
/// sentence, or the sentence's opening, gives.
pub(super) fn deadlines(
    text: &str,
    layout: &Layout,
    spoken: Option<Date>,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
    measures: &[usize],
) -> Vec<Option<Deadline>> {
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
    let mut carried: (usize, Option<usize>) = (usize::MAX, None);
    measures
        .iter()
        .map(|&measure| {
            let span = statements[measure].span.range();
            let sentence = layout.sentence(span.start);
            if carried.0 != sentence {
                carried = (sentence, best(layout.sentence_range(sentence).start..span.start));
            }
            let own = best(span);
            let deadline = own.or(carried.1).map(|mention| Deadline {
                mention,
                inferred: own.is_none(),
            });
            carried.1 = own.or(carried.1);
            deadline
        })
        .collect()
}

/// How much a time looks like a deadline; none where it does not (去年, 每月, 当前, 三年).
fn weight(text: &str, spoken: Option<Date>, mention: &Mention<CleanOffset>) -> Option<u8> {
    const VAGUE: [&str; 21] = [
        "每", "逐", "当前", "目前", "现在", "近", "最近", "去年", "上年", "往年", "前年", "历年", "过去", "一直",
        "连续", "今天", "当天", "同年", "这", "上月", "周末",
    ];
    let words = text.get(mention.span.range())?;
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
