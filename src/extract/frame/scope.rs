//! Which units a measure has: its own, those of its sentence's subject, and those of an assignment
//! that governs its paragraph or item.

use super::layout::Layout;
use crate::extract::clean::CleanOffset;
use crate::extract::extraction::{FrameUnit, Label, Mention, Role, Statement};
use crate::extract::outline::Outline;

/// What an assignment calls the work it governs.
const THIS_WORK: [&str; 14] = [
    "此项工作",
    "这项工作",
    "该项工作",
    "本项工作",
    "上述工作",
    "以上工作",
    "这些工作",
    "此项任务",
    "这项任务",
    "以上任务",
    "上述任务",
    "此工作",
    "以上各项",
    "上述事项",
];

/// An assignment that governs the measures of a stretch of text.
struct Assignment {
    governs: std::ops::Range<usize>,
    units: Vec<usize>,
}

/// The units of each measure, in the order of the text.
pub(super) fn units(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    mentions: &[Mention<CleanOffset>],
    statements: &[Statement<CleanOffset>],
    measures: &[usize],
) -> Vec<Vec<FrameUnit>> {
    let actors: Vec<usize> = (0..mentions.len())
        .filter(|&at| mentions[at].label == Label::Actor)
        .collect();
    let start_of = |measure: usize| statements[measure].span.range().start;
    let assignments = assignments(
        text,
        layout,
        outline,
        mentions,
        &actors,
        measures.iter().map(|&at| start_of(at)),
    );
    let mut found: Vec<Vec<FrameUnit>> = Vec::with_capacity(measures.len());
    let mut subject: (usize, Vec<FrameUnit>) = (usize::MAX, Vec::new());
    let mut governing = 0;
    for &measure in measures {
        let span = statements[measure].span.range();
        let sentence = layout.sentence(span.start);
        let first = actors.partition_point(|&actor| mentions[actor].span.range().end <= span.start);
        let mut own: Vec<FrameUnit> = actors[first..]
            .iter()
            .take_while(|&&actor| mentions[actor].span.range().start < span.end)
            .map(|&mention| FrameUnit {
                mention,
                role: mentions[mention].role.unwrap_or_default(),
                inferred: false,
            })
            .collect();
        if own.iter().any(|unit| unit.role != Role::Support) {
            // The subject of a sentence governs its measures up to the next subject.
            subject = (
                sentence,
                own.iter().filter(|unit| unit.role != Role::Support).copied().collect(),
            );
        } else {
            if subject.0 != sentence {
                // 由县水利局牵头，6月底前完成三项工程，推动…: who answers for the target answers for what follows.
                let earlier = actors[..first].iter().rev().take(MOST_UNITS);
                let units = earlier
                    .take_while(|&&actor| layout.sentence(mentions[actor].span.range().start) == sentence)
                    .filter(|&&actor| is_in_target(statements, &mentions[actor]))
                    .map(|&mention| FrameUnit {
                        mention,
                        role: mentions[mention].role.unwrap_or_default(),
                        inferred: true,
                    });
                subject = (sentence, units.collect());
            }
            own.extend(subject.1.iter().map(|unit| FrameUnit {
                inferred: true,
                ..*unit
            }));
        }
        while assignments
            .get(governing)
            .is_some_and(|assignment| assignment.governs.end <= span.start)
        {
            governing += 1;
        }
        if let Some(assignment) = assignments
            .get(governing)
            .filter(|assignment| assignment.governs.contains(&span.start))
        {
            own.extend(assignment.units.iter().map(|&mention| FrameUnit {
                mention,
                role: mentions[mention].role.unwrap_or_default(),
                inferred: true,
            }));
        }
        // A unit's own mention goes before the same mention inferred.
        own.sort_by_key(|unit| (unit.mention, unit.inferred));
        own.dedup_by_key(|unit| unit.mention);
        found.push(own);
    }
    found
}

/// A target lends what follows no more units than this.
const MOST_UNITS: usize = 20;

fn is_in_target(statements: &[Statement<CleanOffset>], actor: &Mention<CleanOffset>) -> bool {
    let actor = actor.span.range();
    let behind = statements.partition_point(|statement| statement.span.range().start <= actor.start);
    behind
        .checked_sub(1)
        .and_then(|at| statements.get(at))
        .is_some_and(|statement| statement.label == Label::Target && actor.end <= statement.span.range().end)
}

/// The assignments that govern more than their own clause, in order, without overlaps.
fn assignments(
    text: &str,
    layout: &Layout,
    outline: &Outline,
    mentions: &[Mention<CleanOffset>],
    actors: &[usize],
    measures: impl Iterator<Item = usize>,
) -> Vec<Assignment> {
    let measures: Vec<usize> = measures.collect();
    let has_measure = |range: &std::ops::Range<usize>| {
        measures
            .get(measures.partition_point(|start| *start < range.start))
            .is_some_and(|start| *start < range.end)
    };
    let mut found: Vec<Assignment> = Vec::new();
    let mut at = 0;
    while at < actors.len() {
        let start = mentions[actors[at]].span.range().start;
        let sentence = layout.sentence(start);
        let listed = is_listed(&mentions[actors[at]]);
        let mut end = at + 1;
        // （牵头单位：甲；责任单位：乙） is one assignment, though ； ends a sentence.
        while end < actors.len() && is_listed(&mentions[actors[end]]) == listed {
            let (last, next) = (
                mentions[actors[end - 1]].span.range().end,
                mentions[actors[end]].span.range().start,
            );
            let same = layout.sentence(next) == sentence
                || listed
                    && text
                        .get(last..next)
                        .is_some_and(|between| between.len() < 60 && !between.contains(['。', '\n', '）', ')']));
            if !same {
                break;
            }
            end += 1;
        }
        let range = layout.sentence_range(sentence);
        if listed || names_work(text, &range, start) {
            let paragraph = layout.paragraph(start);
            let from = found
                .last()
                .map_or(0, |last| last.governs.end)
                .max(layout.paragraph_start(paragraph));
            let mut governs = from..range.end;
            if !has_measure(&governs) {
                governs = elsewhere(layout, outline, paragraph, range.end, text.len(), from, &has_measure);
            }
            if governs.start < governs.end {
                found.push(Assignment {
                    governs,
                    units: actors[at..end].to_vec(),
                });
            }
        }
        at = end;
    }
    found
}

/// Whether a sentence speaks, near a place in it, of the work before it: 此项工作由….
pub(super) fn names_work(text: &str, sentence: &std::ops::Range<usize>, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(NEAR)).max(sentence.start);
    let to = text.floor_char_boundary(at + NEAR / 4).min(sentence.end);
    let words = text.get(from..to).unwrap_or_default();
    THIS_WORK.iter().any(|work| words.contains(work))
}

/// How far before a name or time the work that it is about is spoken of, in bytes. A sentence without
/// end is not searched again for each of its names.
const NEAR: usize = 360;

/// What an assignment governs whose own paragraph has no measure: on a heading's line the section
/// below it, on a line of its own the paragraph above it.
pub(super) fn elsewhere(
    layout: &Layout,
    outline: &Outline,
    paragraph: usize,
    end: usize,
    text_end: usize,
    free: usize,
    has_measure: &impl Fn(&std::ops::Range<usize>) -> bool,
) -> std::ops::Range<usize> {
    let start = layout.paragraph_start(paragraph);
    let at = outline
        .headings
        .partition_point(|heading| heading.span.range().start < start);
    if let Some(heading) = outline
        .headings
        .get(at)
        .filter(|heading| heading.span.range().start == start)
    {
        let next = outline.headings[at + 1..]
            .iter()
            .find(|next| next.level <= heading.level);
        return end..next.map_or(text_end, |next| next.span.range().start);
    }
    let above = layout.paragraph_start(paragraph.saturating_sub(1)).max(free.min(start));
    let above = above..end;
    if has_measure(&above) { above } else { end..end }
}

fn is_listed(mention: &Mention<CleanOffset>) -> bool {
    mention.reason.rule == "actor/label"
}
