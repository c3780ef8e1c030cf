//! Which units a task has: its own, those of its sentence's subject, and those of an assignment that
//! governs its paragraph or item.

use super::assignment::Governing;
use super::reading::Reading;
use crate::extract::extraction::{FrameUnit, Label, Role};

/// The units of a statement's own words, but those in a bracket, in the order of the text.
pub(super) fn own_units(reading: &Reading, statement: usize) -> Vec<FrameUnit> {
    let names = reading.names_in(&reading.statements[statement].span.range());
    reading.named[names]
        .iter()
        .filter(|&&mention| reading.mentions[mention].label == Label::Actor)
        .filter(|&&mention| !reading.is_bracketed(&reading.mentions[mention].span.range()))
        .map(|&mention| FrameUnit {
            mention,
            role: reading.mentions[mention].role.unwrap_or_default(),
            inferred: false,
        })
        .collect()
}

/// The units of each task that stand in its sentence: its own, and the subject of the sentence, which
/// governs its tasks up to the next subject. What only says who (甲局要会同乙局，) is such a subject too.
pub(super) fn units_in_sentence(reading: &Reading) -> Vec<Vec<FrameUnit>> {
    let mut subject: (usize, Vec<FrameUnit>) = (usize::MAX, Vec::new());
    let (tasks, mut others) = (reading.tasks.iter(), reading.others.iter().peekable());
    tasks
        .map(|&task| {
            let sentence = reading.layout.sentence(reading.start(task));
            while let Some(&other) = others.next_if(|&&other| reading.start(other) < reading.start(task)) {
                let named = own_units(reading, other);
                if !named.is_empty() {
                    subject = (reading.layout.sentence(reading.start(other)), named);
                }
            }
            let mut own = own_units(reading, task);
            let leading = own.iter().filter(|unit| unit.role != Role::Support).copied();
            let leading: Vec<FrameUnit> = leading.collect();
            if !leading.is_empty() {
                subject = (sentence, leading);
            } else if subject.0 == sentence {
                own.extend(subject.1.iter().map(|unit| FrameUnit {
                    inferred: true,
                    ..*unit
                }));
            }
            in_order(own)
        })
        .collect()
}

/// The same with the units of the assignments that govern the tasks.
pub(super) fn units(reading: &Reading, in_sentence: Vec<Vec<FrameUnit>>, governing: &Governing) -> Vec<Vec<FrameUnit>> {
    in_sentence
        .into_iter()
        .enumerate()
        .map(|(task, mut units)| {
            let span = reading.statements[reading.tasks[task]].span;
            units.extend(governing.units(task).iter().map(|&mention| FrameUnit {
                mention,
                role: reading.mentions[mention].role.unwrap_or_default(),
                inferred: !span.covers(reading.mentions[mention].span),
            }));
            in_order(units)
        })
        .collect()
}

/// A unit's own mention goes before the same mention inferred.
fn in_order(mut units: Vec<FrameUnit>) -> Vec<FrameUnit> {
    units.sort_by_key(|unit| (unit.mention, unit.inferred));
    units.dedup_by_key(|unit| unit.mention);
    units
}
