//! Measures, rules and numeral phrases of the project's own JSON, with the pieces of text that they name.

use super::json_wire as wire;
use crate::project::{MeasureFrame, Project};
use crate::text::{Source, Span};

/// The rules, each with its condition, consequence and quotas.
pub(super) fn rules(project: &Project) -> Vec<wire::Rule<'_>> {
    let source = &project.source;
    let rules = project.rules().into_iter();
    rules
        .map(|rule| wire::Rule {
            annotation: rule.rule.id.to_string(),
            condition: rule.condition.map(|part| piece(source, part)),
            consequence: piece(source, rule.consequence),
            quotas: rule.quotas.iter().map(|quota| quota.id.to_string()).collect(),
        })
        .collect()
}

/// The numeral phrases, each with its parts.
pub(super) fn terms(project: &Project) -> Vec<wire::Term<'_>> {
    let source = &project.source;
    let phrases = project.phrases().into_iter();
    phrases
        .map(|phrase| wire::Term {
            annotation: phrase.term.id.to_string(),
            announced: phrase.announced,
            complete: phrase.is_complete(),
            parts: phrase.parts.iter().map(|&part| piece(source, part)).collect(),
        })
        .collect()
}

/// The deadline of a measure, if it has one.
pub(super) fn deadline<'a>(source: &'a Source, frame: &MeasureFrame) -> Option<wire::Deadline<'a>> {
    frame.deadline.as_ref().map(|(unit, interval)| wire::Deadline {
        annotation: unit.annotation.id.to_string(),
        raw: source.slice(unit.annotation.span),
        from: interval.and_then(|interval| interval.from).map(|day| day.to_string()),
        to: interval.and_then(|interval| interval.to).map(|day| day.to_string()),
        inferred: unit.link.is_inferred(),
    })
}

/// A piece of the text.
pub(super) fn piece(source: &Source, span: Span) -> wire::Piece<'_> {
    let chars = source.span_to_chars(span);
    wire::Piece {
        start: chars.start().0,
        end: chars.end().0,
        quote: source.slice(span),
    }
}
