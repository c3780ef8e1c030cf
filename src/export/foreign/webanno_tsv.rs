//! WebAnno TSV 3.3: a line of the text is a sentence, a character a token. Offsets are UTF-16 units.
//! The format has no place for what stands between sentences, so blanks at the edges of lines come
//! back as line feeds and spaces, and annotations do not open or close with them.

use std::collections::BTreeMap;

use super::selection::Selection;
use crate::annotate::{Annotation, AnnotationId, Link};
use crate::text::{Line, Span};

/// The features of a span, in the order of the columns.
const FEATURES: [&str; 4] = ["identifier", "label", "note", "status"];

/// A token: a character with its address in the file.
struct Token {
    span: Span,
    address: String,
    /// Annotations that cover it, by place in the list.
    covered_by: Vec<usize>,
}

/// Where links begin and end.
#[derive(Default)]
struct Ends<'a> {
    /// Of each annotation, its place in the list and its first token.
    first: BTreeMap<AnnotationId, (usize, String)>,
    /// The links that end at each annotation.
    links: BTreeMap<AnnotationId, Vec<&'a Link>>,
}

/// The file.
pub(super) fn encode(selection: &Selection<'_>) -> Vec<u8> {
    let mut sentences = sentences(selection);
    let mut tokens: Vec<&mut Token> = sentences.iter_mut().flatten().collect();
    let mut ends = Ends::default();
    for (place, annotation) in selection.annotations.iter().enumerate() {
        if let Some(address) = cover(&mut tokens, place, annotation) {
            ends.first.insert(annotation.id, (place, address));
        }
    }
    for link in &selection.links {
        ends.links.entry(link.to).or_default().push(link);
    }
    let mut out = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Juyao".to_owned();
    for feature in FEATURES {
        out.push('|');
        out.push_str(feature);
    }
    out.push_str("\n#T_RL=webanno.custom.JuyaoLink|identifier|label|BT_webanno.custom.Juyao\n\n");
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        let whole = sentence
            .iter()
            .map(|token| token.span)
            .reduce(Span::union)
            .unwrap_or_default();
        out.push_str("\n#Text=");
        out.push_str(&escaped_text(selection.quote(whole)));
        out.push('\n');
        for token in sentence {
            row(&mut out, selection, token, &ends);
        }
    }
    out.into_bytes()
}

/// The tokens of each line. Blanks are none.
fn sentences(selection: &Selection<'_>) -> Vec<Vec<Token>> {
    let mut sentences: Vec<Vec<Token>> = Vec::new();
    for Line { content, .. } in selection.source().lines() {
        let mut tokens = Vec::new();
        let number = sentences.len() + 1;
        for (at, char) in selection
            .quote(content)
            .char_indices()
            .filter(|&(_, char)| !is_blank(char))
        {
            let start = content.range().start + at;
            tokens.push(Token {
                span: Span::at(start, start + char.len_utf8()),
                address: format!("{number}-{}", tokens.len() + 1),
                covered_by: Vec::new(),
            });
        }
        if !tokens.is_empty() {
            sentences.push(tokens);
        }
    }
    sentences
}

/// What programs that trim texts would take away at the edge of a line.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || char.is_control()
}

/// Notes on each token that an annotation covers it; returns the address of its first token.
fn cover(tokens: &mut [&mut Token], place: usize, annotation: &Annotation) -> Option<String> {
    let from = tokens.partition_point(|token| token.span.start() < annotation.span.start());
    let to = tokens.partition_point(|token| token.span.end() <= annotation.span.end());
    let covered = tokens.get_mut(from..to)?;
    covered.iter_mut().for_each(|token| token.covered_by.push(place));
    covered.first().map(|token| token.address.clone())
}

fn row(out: &mut String, selection: &Selection<'_>, token: &Token, ends: &Ends<'_>) {
    let (begin, end) = selection.utf16(token.span);
    let word = escaped_text(selection.quote(token.span));
    out.push_str(&format!("{}\t{begin}-{end}\t{word}\t", token.address));
    for feature in FEATURES {
        let values = token.covered_by.iter().map(|&place| {
            let annotation = selection.annotations[place];
            let value = match feature {
                "identifier" => annotation.id.to_string(),
                "label" => annotation.label.to_string(),
                "note" => annotation.note.clone(),
                _ => annotation.status.id().to_owned(),
            };
            // The number tells which rows belong to one annotation.
            format!("{}[{}]", escaped_value(&value), place + 1)
        });
        column(out, values);
    }
    // A relation stands where its dependent begins and names its governor.
    let links: Vec<(&Link, String)> = token
        .covered_by
        .iter()
        .map(|&place| (place, selection.annotations[place].id))
        .filter(|(_, id)| ends.first.get(id).is_some_and(|(_, address)| *address == token.address))
        .flat_map(|(to, id)| ends.links.get(&id).into_iter().flatten().map(move |link| (to, *link)))
        .filter_map(|(to, link)| {
            let (from, address) = ends.first.get(&link.from)?;
            Some((link, format!("{address}[{}_{}]", from + 1, to + 1)))
        })
        .collect();
    column(out, links.iter().map(|(link, _)| link.id.to_string()));
    column(out, links.iter().map(|(link, _)| escaped_value(&link.kind)));
    column(out, links.iter().map(|(_, governor)| governor.clone()));
    out.push('\n');
}

fn column(out: &mut String, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.collect();
    out.push_str(if values.is_empty() { "_" } else { "" });
    out.push_str(&values.join("|"));
    out.push('\t');
}

fn escaped_text(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\r', "\\r")
        .replace('\n', "\\n")
}

/// The value of a feature; `*` where there is none.
fn escaped_value(value: &str) -> String {
    if value.is_empty() {
        return "*".to_owned();
    }
    let mut escaped = String::with_capacity(value.len());
    for char in escaped_text(value).replace("->", "\\->").chars() {
        if matches!(char, '[' | ']' | '|' | '_' | ';' | '*') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}
