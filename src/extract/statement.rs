//! Statements: measures, targets, achievements, problems and rules.
//!
//! Every clause gets a state from a linear model over features made of word lists; runs of clauses
//! become statements.

pub mod feature;
pub mod model;
mod reason;
pub mod view;
pub mod words;

use super::clause::Clause;
use super::clean::{CleanOffset, CleanSpan, Cleaned};
use super::extraction::{Mention, Statement};
use super::outline::Outline;
use crate::text::Span;
use model::Model;

/// Words at the start of a clause that are not part of a statement.
const LEADING: [&str; 14] = [
    "同时",
    "另外",
    "此外",
    "比如",
    "例如",
    "一方面",
    "也",
    "因此",
    "所以",
    "为此",
    "总之",
    "并且",
    "并",
    "——",
];

/// Finds the statements, in order and without overlaps.
pub fn statements(
    cleaned: &Cleaned,
    outline: &Outline,
    clauses: &[Clause],
    _mentions: &[Mention<CleanOffset>],
) -> Vec<Statement<CleanOffset>> {
    let (layout, model) = Model::own();
    let views = view::views(cleaned, outline, clauses);
    let decisions = model.decide(clauses, &model.scores(layout, clauses, &views));
    let mut found: Vec<Statement<CleanOffset>> = Vec::new();
    for (run, label) in runs(&decisions.iter().map(|decision| decision.state).collect::<Vec<_>>()) {
        let span = trimmed(
            cleaned,
            Span::new(clauses[run.start].span.start(), clauses[run.end - 1].span.end()),
        );
        if span.is_empty() {
            continue;
        }
        let margin = run.clone().map(|index| decisions[index].margin).min().unwrap_or(0);
        found.push(Statement {
            label,
            span,
            reason: reason::reason(cleaned, label, span, margin),
        });
    }
    found
}

/// Runs of clauses that make one statement.
pub fn runs(states: &[usize]) -> Vec<(std::ops::Range<usize>, super::extraction::Label)> {
    let mut found: Vec<(std::ops::Range<usize>, super::extraction::Label)> = Vec::new();
    for (index, state) in states.iter().enumerate() {
        match (model::label(*state), found.last_mut()) {
            (Some((_, false)), Some((run, _))) if run.end == index => run.end = index + 1,
            (Some((label, _)), _) => found.push((index..index + 1, label)),
            (None, _) => {}
        }
    }
    found
}

/// The span without the words and marks that lead into it.
pub fn trimmed(cleaned: &Cleaned, span: CleanSpan) -> CleanSpan {
    let text = cleaned.slice(span);
    let mut rest = text;
    while let Some(after) = LEADING.iter().find_map(|word| rest.strip_prefix(word)) {
        let after = after.trim_start_matches(['，', '：', ' ']);
        // 并购、也门: only in front of a clause of some length.
        if after.chars().count() < 4 {
            break;
        }
        rest = after;
    }
    let start = span.range().end - rest.len();
    Span::at(start, span.range().end)
}
