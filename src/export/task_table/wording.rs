//! The words of a task: a measure without the assignment and a leading deadline.

use std::sync::LazyLock;

use super::one_line;
use crate::project::MeasureFrame;
use crate::text::{ByteOffset, Source, Span};

/// The joining words of assignments, the longest first.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = include_str!("../data/assignment_words.txt")
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .flat_map(str::split_whitespace)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
});

/// The measure's words without what says who and, at the beginning, by when: those have columns of
/// their own. Where that cannot be cut cleanly, the measure as it stands.
pub(super) fn task_words(source: &Source, frame: &MeasureFrame) -> String {
    let span = source.snap(frame.measure.span);
    let names = Names::of(source, frame);
    let mut words = String::new();
    for clause in clauses(source, span) {
        let opening = if words.is_empty() {
            names.opening(source, clause, true)
        } else if names.opening(source, clause, false) == clause.end() {
            clause.end()
        } else {
            clause.start()
        };
        words.push_str(source.slice(Span::new(opening, clause.end())));
    }
    let words = one_line(words.trim_end_matches(is_break));
    if words.is_empty() {
        one_line(source.slice(span))
    } else {
        words
    }
}

/// Where the units and the deadline of a measure stand.
struct Names {
    units: Vec<Span>,
    deadline: Option<Span>,
}

impl Names {
    fn of(source: &Source, frame: &MeasureFrame) -> Self {
        Self {
            units: frame
                .units
                .iter()
                .map(|unit| source.snap(unit.annotation.span))
                .collect(),
            deadline: frame
                .deadline
                .as_ref()
                .map(|(unit, _)| source.snap(unit.annotation.span)),
        }
    }

    /// The end of the names and joining words that a clause opens with; its start where it opens with
    /// none. A clause that is nothing else ends where it opens. Joining words alone (配合做好…) are
    /// part of the task.
    fn opening(&self, source: &Source, clause: Span, with_deadline: bool) -> ByteOffset {
        let (mut at, mut named) = (clause.start(), false);
        while at < clause.end() {
            let rest = source.slice(Span::new(at, clause.end()));
            let deadline = self.deadline.filter(|_| with_deadline);
            let name = self
                .units
                .iter()
                .chain(&deadline)
                .filter(|name| name.start() == at && name.end() <= clause.end() && !name.is_empty())
                .map(|name| name.end())
                .max();
            if let Some(end) = name {
                (at, named) = (end, true);
            } else if let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) {
                at = after(at, word.len());
            } else if let Some(char) = rest
                .chars()
                .next()
                .filter(|&char| is_break(char) && at > clause.start())
            {
                at = after(at, char.len_utf8());
            } else {
                break;
            }
        }
        if named { at } else { clause.start() }
    }
}

/// The clauses of a span, each with the mark that closes it.
fn clauses(source: &Source, span: Span) -> Vec<Span> {
    let mut clauses = Vec::new();
    let mut start = span.start();
    for (at, char) in source.slice(span).char_indices().filter(|&(_, char)| is_break(char)) {
        let end = after(span.start(), at + char.len_utf8());
        clauses.push(Span::new(start, end));
        start = end;
    }
    clauses.push(Span::new(start, span.end()));
    clauses
}

fn after(at: ByteOffset, bytes: usize) -> ByteOffset {
    ByteOffset::from(at.index() + bytes)
}

fn is_break(char: char) -> bool {
    matches!(char, '，' | ',' | '；' | ';' | '。' | '：' | ':')
}
