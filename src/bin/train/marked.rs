//! Texts that hold their annotations.

use juyao::text::{Source, Span};

/// Reads a text that holds its annotations, as those of `tests/gold` do: the spans with one of some labels, each with
/// the place of its label among them. `⟦m:…⟧` is a measure, t a target, a an achievement, p a problem, r a rule; h1,
/// h2… headings, b what is no part of the speech; A an actor, AL that leads, AR that is responsible, AS that supports,
/// O an organization, P a project, I an industry, E a term, Y a policy, T a time. Spans may nest.
pub(crate) fn marked(text: &str, labels: &[&str]) -> (Source, Vec<(Span, usize)>) {
    let (mut plain, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        match char {
            '⟦' => {
                let (name, inside) = rest.split_once(':').unwrap_or(("", rest));
                open.push((
                    plain.len(),
                    labels.iter().position(|label| *label == name),
                    name.starts_with('h'),
                ));
                rest = inside;
            }
            '⟧' => {
                if let Some((start, Some(label), _)) = open.pop() {
                    spans.push((Span::at(start, plain.len()), label));
                }
            }
            // In a heading it separates the marker from the title.
            '|' if open.last().is_some_and(|(_, _, heading)| *heading) => {}
            char => plain.push(char),
        }
    }
    (Source::new(plain), spans)
}
