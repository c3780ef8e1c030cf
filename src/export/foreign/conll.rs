//! CoNLL: a character a line with tabs between columns, blank lines between the lines of the text.
//! What runs over a line end becomes one annotation per line. The second column tags headings, boilerplate and statements, the third mentions. No offsets.

use super::draft::Draft;
use super::selection::Selection;
use super::{DecodeError, utf8};
use crate::annotate::{Annotation, Layer};
use crate::export::Format;
use crate::project::Project;
use crate::text::Span;

/// How the characters of an annotation are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// First and further ones.
    Bio,
    /// First, inner, last and single ones.
    Bioes,
}

/// The file.
pub(super) fn encode(selection: &Selection<'_>, scheme: Scheme) -> Vec<u8> {
    let text = selection.source().text();
    let layer = |mentions: bool| {
        let chosen = selection.annotations.iter().copied().filter(|annotation| {
            let layer = selection.label(annotation).map_or(Layer::Mention, |label| label.layer);
            (layer == Layer::Mention) == mentions
        });
        Tags::new(text, outermost(chosen), scheme)
    };
    let (mut statements, mut mentions) = (layer(false), layer(true));
    let mut out = String::new();
    for (at, char) in text.char_indices() {
        if matches!(char, '\n' | '\r') {
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
            (statements.begun, mentions.begun) = (false, false);
        } else if has_row(char) {
            out.push(char);
            for tags in [&mut statements, &mut mentions] {
                out.push('\t');
                out.push_str(&tags.tag(at));
            }
            out.push('\n');
        }
    }
    out.into_bytes()
}

/// Blanks and what has no width have no row: readers take them for gaps between columns.
fn has_row(char: char) -> bool {
    !(char.is_whitespace() || char.is_control() || matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}'))
}

/// Of annotations in reading order, those that no earlier one overlaps: the outer before the inner.
fn outermost<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> Vec<&'a Annotation> {
    let mut kept: Vec<&Annotation> = Vec::new();
    for annotation in annotations.filter(|annotation| !annotation.span.is_empty()) {
        if kept
            .last()
            .is_none_or(|last| last.span.end() <= annotation.span.start())
        {
            kept.push(annotation);
        }
    }
    kept
}

/// The tags of one column, asked for in the order of the text.
struct Tags<'a> {
    text: &'a str,
    annotations: std::iter::Peekable<std::vec::IntoIter<&'a Annotation>>,
    scheme: Scheme,
    /// Whether the current annotation has had a row in this line.
    begun: bool,
}

impl<'a> Tags<'a> {
    fn new(text: &'a str, annotations: Vec<&'a Annotation>, scheme: Scheme) -> Self {
        Self {
            text,
            annotations: annotations.into_iter().peekable(),
            scheme,
            begun: false,
        }
    }

    fn tag(&mut self, at: usize) -> String {
        while self
            .annotations
            .next_if(|annotation| annotation.span.range().end <= at)
            .is_some()
        {
            self.begun = false;
        }
        let Some(annotation) = self
            .annotations
            .peek()
            .filter(|annotation| annotation.span.range().contains(&at))
        else {
            return "O".to_owned();
        };
        let rest = &self.text[at..annotation.span.range().end];
        let mut line = rest.chars().take_while(|char| !matches!(char, '\n' | '\r'));
        let last = !line.by_ref().skip(1).any(has_row);
        let first = !std::mem::replace(&mut self.begun, true);
        let letter = match (self.scheme, first, last) {
            (Scheme::Bioes, true, true) => 'S',
            (Scheme::Bioes, false, true) => 'E',
            (_, true, _) => 'B',
            (_, false, _) => 'I',
        };
        format!("{letter}-{}", annotation.label)
    }
}

/// The text that the rows spell, with the annotations of every column but the first. A blank stands
/// between two rows of Latin letters or digits with more than one character: those are words.
pub(super) fn decode(bytes: &[u8], format: Format) -> Result<Vec<Project>, DecodeError> {
    let mut text = String::new();
    let mut columns: Vec<Vec<Run>> = Vec::new();
    let mut wide = false;
    for line in utf8(bytes)?.lines() {
        if line.trim().is_empty() || line.starts_with("-DOCSTART-") {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            columns.iter_mut().for_each(|runs| close(runs));
            continue;
        }
        // Names of labels may hold blanks where tabs stand between the columns.
        let separator = if line.contains('\t') { '\t' } else { ' ' };
        let mut cells = line.split(separator).map(str::trim).filter(|cell| !cell.is_empty());
        let token = cells.next().unwrap_or_default();
        let latin = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
        let is_wide = token.chars().count() > 1;
        if latin(text.chars().next_back()) && latin(token.chars().next()) && (wide || is_wide) {
            text.push(' ');
        }
        wide = is_wide;
        let start = text.len();
        text.push_str(token);
        for (column, tag) in cells.enumerate() {
            if columns.len() <= column {
                columns.push(Vec::new());
            }
            step(&mut columns[column], tag, start, text.len());
        }
    }
    if text.is_empty() {
        return Err(DecodeError::NoText);
    }
    let mut draft = Draft::new(format, &text)?;
    for run in columns.into_iter().flatten() {
        draft.mark("", run.label, Span::at(run.start, run.end));
    }
    Ok(vec![draft.finish()])
}

/// Rows with one tag.
struct Run<'a> {
    label: &'a str,
    start: usize,
    end: usize,
    open: bool,
}

/// Takes one tag of BIO, BIOES, BILOU or BMES. Columns of other kinds (parts of speech) have no such
/// tags and give nothing.
fn step<'a>(runs: &mut Vec<Run<'a>>, tag: &'a str, start: usize, end: usize) {
    let Some((letter, label)) = tag
        .split_once('-')
        .filter(|(letter, label)| letter.len() == 1 && !label.is_empty())
    else {
        return close(runs);
    };
    match letter {
        "I" | "M" | "E" | "L" => match runs.last_mut().filter(|run| run.open && run.label == label) {
            Some(run) => (run.end, run.open) = (end, matches!(letter, "I" | "M")),
            None => runs.push(Run {
                label,
                start,
                end,
                open: matches!(letter, "I" | "M"),
            }),
        },
        "B" => runs.push(Run {
            label,
            start,
            end,
            open: true,
        }),
        "S" | "U" => runs.push(Run {
            label,
            start,
            end,
            open: false,
        }),
        _ => close(runs),
    }
}

fn close(runs: &mut [Run<'_>]) {
    if let Some(run) = runs.last_mut() {
        run.open = false;
    }
}
