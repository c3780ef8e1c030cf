//! What the parts of a frame are looked for in.

use std::ops::Range;

use super::layout::Layout;
use super::standing::{Name, Standing, brackets, standing};
use crate::extract::clean::CleanOffset;
use crate::extract::extraction::{Label, Mention, Statement};
use crate::extract::matcher::Chars;
use crate::extract::outline::Outline;

/// A text with all that was found in it before the frames.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) chars: Chars<'a>,
    pub(super) layout: Layout,
    pub(super) outline: &'a Outline,
    pub(super) mentions: &'a [Mention<CleanOffset>],
    pub(super) statements: &'a [Statement<CleanOffset>],
    /// The measures and targets that are something to do or to reach, in order: indices into the
    /// statements.
    pub(super) tasks: Vec<usize>,
    /// The measures that only say whose work something is and the like, in order.
    pub(super) others: Vec<usize>,
    /// The units and times, in order.
    pub(super) names: Vec<Name>,
    /// For each of them, its index into the mentions.
    pub(super) named: Vec<usize>,
    /// The brackets that only assign, in order.
    pub(super) brackets: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(
        chars: Chars<'a>,
        outline: &'a Outline,
        mentions: &'a [Mention<CleanOffset>],
        statements: &'a [Statement<CleanOffset>],
    ) -> Self {
        let named: Vec<usize> = (0..mentions.len())
            .filter(|&at| matches!(mentions[at].label, Label::Actor | Label::Time))
            .collect();
        let names = named.iter().map(|&at| Name {
            range: mentions[at].span.range(),
            is_time: mentions[at].label == Label::Time,
        });
        let text = chars.text;
        let mut reading = Self {
            text,
            layout: Layout::of(&chars, outline),
            chars,
            outline,
            mentions,
            statements,
            tasks: Vec::new(),
            others: Vec::new(),
            names: names.collect(),
            named,
            brackets: Vec::new(),
        };
        reading.brackets = brackets(text, 0..text.len(), &reading.names);
        for (at, statement) in statements.iter().enumerate() {
            if !matches!(statement.label, Label::Measure | Label::Target) {
                continue;
            }
            let span = statement.span.range();
            let names = reading.names_in(&span);
            if standing(text, span, &reading.names[names]) == Standing::Task {
                reading.tasks.push(at);
            } else if statement.label == Label::Measure {
                reading.others.push(at);
            }
        }
        reading
    }

    /// Which of the names stand in a piece of the text.
    pub(super) fn names_in(&self, piece: &Range<usize>) -> Range<usize> {
        let first = self.names.partition_point(|name| name.range.start < piece.start);
        let last = self.names.partition_point(|name| name.range.start < piece.end);
        first..last.max(first)
    }

    /// Whether a bracket that only assigns shares text with a piece of the text.
    pub(super) fn is_bracketed(&self, piece: &Range<usize>) -> bool {
        let next = self.brackets.partition_point(|bracket| bracket.end <= piece.start);
        self.brackets.get(next).is_some_and(|bracket| bracket.start < piece.end)
    }

    /// Where a statement begins.
    pub(super) fn start(&self, statement: usize) -> usize {
        self.statements[statement].span.range().start
    }

    pub(super) fn is_measure(&self, statement: usize) -> bool {
        self.statements[statement].label == Label::Measure
    }

    /// The positions in `tasks` of those that begin in a piece of the text.
    pub(super) fn tasks_in(&self, piece: &Range<usize>) -> Range<usize> {
        let first = self.tasks.partition_point(|&task| self.start(task) < piece.start);
        let last = self.tasks.partition_point(|&task| self.start(task) < piece.end);
        first..last.max(first)
    }
}
