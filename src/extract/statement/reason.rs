//! Why a statement is suggested: the words that speak for its label.

use super::super::clean::{CleanOffset, CleanSpan};
use super::super::extraction::{Label, Reason};
use super::super::matcher::Chars;
use super::words::{Group, Words};
use crate::text::Span;

/// A statement names at most so many words as its triggers.
const MOST_TRIGGERS: usize = 4;

/// For each label the groups that explain it, the strongest first, with the rule that they stand for.
fn rules(label: Label) -> &'static [(Group, &'static str)] {
    match label {
        Label::Measure => &[
            (Group::Modal, "measure/modal"),
            (Group::Forbid, "measure/prohibition"),
            (Group::Assign, "measure/assignment"),
            (Group::Hope, "measure/request"),
            (Group::Do, "measure/verb"),
            (Group::Raise, "measure/verb"),
            (Group::Make, "measure/verb"),
        ],
        Label::Target => &[(Group::Target, "target/result"), (Group::Ahead, "target/time")],
        Label::Achievement => &[
            (Group::Past, "achievement/done"),
            (Group::Gain, "achievement/figure"),
            (Group::Good, "achievement/praise"),
            (Group::Before, "achievement/time"),
        ],
        Label::Problem => &[
            (Group::Bad, "problem/shortcoming"),
            (Group::Some, "problem/blame"),
            (Group::Contrast, "problem/contrast"),
        ],
        Label::Rule => &[
            (Group::Sanction, "rule/consequence"),
            (Group::Rule, "rule/condition"),
            (Group::Forbid, "rule/prohibition"),
        ],
        _ => &[],
    }
}

/// What is said when no single word decides.
fn by_context(label: Label) -> &'static str {
    match label {
        Label::Measure => "measure/context",
        Label::Target => "target/context",
        Label::Achievement => "achievement/context",
        Label::Problem => "problem/context",
        _ => "rule/context",
    }
}

/// The reason for a statement.
pub(super) fn reason(chars: &Chars, label: Label, span: CleanSpan, confidence: u8) -> Reason<CleanOffset> {
    let words = Words::own();
    let found: Vec<_> = words.find_within(chars, span.range()).collect();
    for (group, rule) in rules(label) {
        let bit = group.bit();
        let triggers: Vec<CleanSpan> = found
            .iter()
            .filter(|lexeme| lexeme.groups & bit != 0)
            .take(MOST_TRIGGERS)
            .map(|lexeme| Span::at(lexeme.start, lexeme.end))
            .collect();
        if !triggers.is_empty() {
            return Reason {
                rule,
                triggers,
                confidence,
            };
        }
    }
    Reason {
        rule: by_context(label),
        triggers: Vec::new(),
        confidence,
    }
}
