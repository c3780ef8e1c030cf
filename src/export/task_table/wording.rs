//! The words of a task: a measure without the assignment and a leading deadline.

use std::sync::LazyLock;

use super::one_line;
use super::speech::Speech;
use crate::extract::clean::plain;
use crate::project::MeasureFrame;
use crate::text::{ByteOffset, Source, Span};

/// A joining word, and whether it says what somebody's part in a task is.
type Word = (&'static str, bool);

/// The joining words of assignments, the longest first.
static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let (mut words, mut is_part) = (Vec::new(), false);
    for line in include_str!("../data/assignment_words.txt").lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        match line.strip_prefix('[') {
            Some(group) => is_part = group == "parts]",
            None => words.extend(line.split_whitespace().map(|word| (word, is_part))),
        }
    }
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

/// The measure's words without what says who and, at the beginning, by when: those have columns of
/// their own. Where that cannot be cut cleanly, the measure as it stands.
pub(super) fn task_words(speech: &Speech<'_>, frame: &MeasureFrame) -> String {
    let source = speech.source;
    let span = source.snap(frame.measure.span);
    let names = Names::of(source, frame);
    let mut words = String::new();
    for clause in clauses(source, span) {
        let cut = names.opening(source, clause, words.is_empty());
        let opening = match cut {
            Some(cut) if words.is_empty() || (cut.end == clause.end() && cut.has_part) => cut.end,
            _ => clause.start(),
        };
        words.push_str(&speech.raw(Span::new(opening, clause.end())));
    }
    let words = one_line(plain(&words).trim_end_matches(is_break));
    if words.is_empty() { speech.words(span) } else { words }
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

    /// The names and joining words that a clause opens with; none where there is no name among them:
    /// joining words alone (配合做好…) are part of the task.
    fn opening(&self, source: &Source, clause: Span, with_deadline: bool) -> Option<Opening> {
        let (mut end, mut named, mut has_part) = (clause.start(), false, false);
        while end < clause.end() {
            let rest = source.slice(Span::new(end, clause.end()));
            let deadline = self.deadline.filter(|_| with_deadline);
            let name = self
                .units
                .iter()
                .chain(&deadline)
                .filter(|name| name.start() == end && name.end() <= clause.end() && !name.is_empty())
                .map(|name| name.end())
                .max();
            if let Some(after_name) = name {
                (end, named) = (after_name, true);
            } else if let Some((word, is_part)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
                end = after(end, word.len());
                has_part |= is_part;
            } else if let Some(char) = rest.chars().next().filter(|&char| is_break(char) && named) {
                end = after(end, char.len_utf8());
            } else {
                break;
            }
        }
        named.then_some(Opening { end, has_part })
    }
}

/// The names and joining words that a clause opens with.
struct Opening {
    end: ByteOffset,
    /// Whether they say what somebody's part is.
    has_part: bool,
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
    matches!(char, '，' | ',' | '；' | ';' | '。')
}
