//! What one version withholds, from the other.

use std::ops::Range;

use super::alignment::Alignment;
use super::difference::common;
use crate::extract::mention::redactions;
use crate::text::{Source, Span};

/// Words for a redaction, as another version has them. They are only suggested: the text stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling {
    /// The redaction.
    pub redaction: Span,
    /// The words at its place in the other version.
    pub words: String,
    /// Where they stand there.
    pub origin: Span,
}

/// A longer stretch is no name and no number.
const LONGEST: usize = 24;

/// Words for the redactions of the new version, from the old one, in the order of the text. `aligned` is
/// of these two.
pub fn fillings(old: &Source, new: &Source, aligned: &Alignment) -> Vec<Filling> {
    let withheld = letters_of(new, |span| aligned.new.of_span(span));
    let known = letters_of(old, |span| aligned.old.of_span(span));
    let mut found = Vec::new();
    for (index, partner) in aligned.partners.iter().enumerate() {
        let Some(partner) = partner.filter(|partner| !partner.is_same) else {
            continue;
        };
        let (old_sentence, new_sentence) = (&aligned.old.sentences[index], &aligned.new.sentences[partner.sentence]);
        let first = withheld.partition_point(|run| run.start < new_sentence.start);
        let runs: Vec<&Range<usize>> = withheld[first..]
            .iter()
            .take_while(|run| run.end <= new_sentence.end)
            .collect();
        if runs.is_empty() {
            continue;
        }
        let hunks = aligned.difference(index, partner.sentence);
        let shared = common(&hunks, old_sentence.len());
        for run in runs {
            let local = run.start - new_sentence.start..run.end - new_sentence.start;
            let Some(words) = opposite(&shared, old_sentence.len(), new_sentence.len(), &local) else {
                continue;
            };
            let words = old_sentence.start + words.start..old_sentence.start + words.end;
            let after = known.partition_point(|run| run.end <= words.start);
            let is_withheld = known.get(after).is_some_and(|run| run.start < words.end);
            if words.is_empty() || words.len() > LONGEST || is_withheld {
                continue;
            }
            let origin = aligned.old.span(words);
            found.push(Filling {
                redaction: aligned.new.span(run.clone()),
                words: old.slice(origin).to_owned(),
                origin,
            });
        }
    }
    found.sort_by_key(|filling| filling.redaction.start());
    found
}

/// The redactions of a text as ranges of its letters.
fn letters_of(source: &Source, of_span: impl Fn(Span) -> Range<usize>) -> Vec<Range<usize>> {
    redactions(source.text())
        .into_iter()
        .map(|run| of_span(Span::at(run.start, run.end)))
        .filter(|run| !run.is_empty())
        .collect()
}

/// What stands in the old sentence between the letters that the new one has directly before and after a
/// run. `shared` are the stretches that both have, in order.
fn opposite(
    shared: &[(Range<usize>, Range<usize>)],
    old_length: usize,
    new_length: usize,
    run: &Range<usize>,
) -> Option<Range<usize>> {
    let target = |letter: usize| {
        let (old, new) = shared.get(shared.partition_point(|(_, new)| new.end <= letter))?;
        new.contains(&letter).then(|| old.start + letter - new.start)
    };
    let start = match run.start.checked_sub(1) {
        None => 0,
        Some(before) => target(before)? + 1,
    };
    let end = if run.end == new_length {
        old_length
    } else {
        target(run.end)?
    };
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let (old, new) = (Source::new(old), Source::new(new));
        let found = fillings(&old, &new, &Alignment::of(&old, &new));
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|filling| (new.slice(filling.redaction), &*filling.words))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn redactions_are_filled_with_what_stands_at_their_place() {
        check(
            "力争2024年全县产值达到120亿元。由常务副县长王建国同志负责。",
            "力争202x年全县产值达到××亿元。由常务副县长×××同志负责。",
            &[("x", "4"), ("××", "120"), ("×××", "王建国")],
        );
        check(
            "力争202x年全县产值达到××亿元。",
            "力争202x年全县总产值达到××亿元。",
            &[],
        );
        check(
            "由王建国同志负责。",
            "各镇要修渠。由×××同志负责这项工作。",
            &[("×××", "王建国")],
        );
        check("各镇要修好渠道。", "各镇要修好××渠道。", &[]);
    }
}
