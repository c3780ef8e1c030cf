//! How statements compare with the annotated ones: the figures of a table.

use std::fmt;

use juyao::extract::statement::expect::Expected;
use juyao::extract::statement::model::LABELS;
use juyao::text::Span;

use crate::text::Text;

/// Counts over texts.
#[derive(Default)]
pub(crate) struct Table {
    /// For each label: statements that match one of the references, of the references, found.
    statements: [[usize; 3]; 5],
    /// The same in clauses: with the label of the references, of the references, found.
    clauses: [[usize; 3]; 5],
    /// Pairs of neighbouring clauses in one sentence that both have the same label there and here:
    /// cut in both, cut in the references, cut here.
    cuts: [usize; 3],
    /// The chances of statements, and whether they match.
    chances: Vec<(f64, bool)>,
}

impl Table {
    /// Counts one text. A match is one to one, with the same label and at least half of what the two
    /// cover together in common.
    pub(crate) fn add(&mut self, text: &Text, found: &[Expected]) {
        let found: Vec<_> = found.iter().map(|found| (text.original(found), found)).collect();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (at, (span, own)) in found.iter().enumerate() {
            for (other, (gold, index)) in text.gold.iter().enumerate() {
                if LABELS[*index] == own.label {
                    pairs.push((overlap(*gold, *span), other, at));
                }
            }
        }
        pairs.retain(|(shared, _, _)| *shared >= 0.5);
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (mut taken, mut right) = (vec![false; text.gold.len()], vec![false; found.len()]);
        for (_, gold, at) in pairs {
            if !taken[gold] && !right[at] {
                (taken[gold], right[at]) = (true, true);
            }
        }
        for (_, label) in &text.gold {
            self.statements[*label][1] += 1;
        }
        let mut states = vec![0; text.states.len()];
        for (at, (_, own)) in found.iter().enumerate() {
            let label = LABELS.iter().position(|label| *label == own.label).unwrap_or(0);
            self.statements[label][0] += usize::from(right[at]);
            self.statements[label][2] += 1;
            self.chances.push((own.chance, right[at]));
            for clause in own.run.clone() {
                states[clause] = label * 2 + 1 + usize::from(clause > own.run.start);
            }
        }
        self.count_clauses(text, &states);
    }

    fn count_clauses(&mut self, text: &Text, states: &[usize]) {
        let label = |state: usize| state.checked_sub(1).map(|state| state / 2);
        for (index, (gold, own)) in text.states.iter().zip(states).enumerate() {
            let (gold_label, own_label) = (label(*gold), label(*own));
            if let Some(label) = gold_label {
                self.clauses[label][1] += 1;
                self.clauses[label][0] += usize::from(gold_label == own_label);
            }
            if let Some(label) = own_label {
                self.clauses[label][2] += 1;
            }
            let same = |states: &[usize]| index > 0 && label(states[index - 1]) == label(states[index]);
            let inside = index > 0 && text.clauses[index - 1].sentence == text.clauses[index].sentence;
            if inside && gold_label.is_some() && gold_label == own_label && same(&text.states) && same(states) {
                let (gold, own) = (gold % 2 == 1, own % 2 == 1);
                self.cuts[0] += usize::from(gold && own);
                self.cuts[1] += usize::from(gold);
                self.cuts[2] += usize::from(own);
            }
        }
    }
}

fn overlap(one: Span, other: Span) -> f64 {
    let shared = one.intersection(other).map_or(0, Span::len);
    shared as f64 / (one.len() + other.len() - shared).max(1) as f64
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let line = |out: &mut fmt::Formatter, name: &str, [hit, gold, found]: [usize; 3]| {
            let part = |of: usize| hit as f64 / of.max(1) as f64;
            let f1 = 2.0 * hit as f64 / (gold + found).max(1) as f64;
            writeln!(
                out,
                "{name:14} {:.3} {:.3} {f1:.3} {gold:6} {found:5}",
                part(found),
                part(gold)
            )
        };
        let sum = |counts: &[[usize; 3]; 5]| {
            counts
                .iter()
                .fold([0; 3], |sum, row| std::array::from_fn(|at| sum[at] + row[at]))
        };
        writeln!(out, "{:14} P     R     F1      gold found", "")?;
        line(out, "statements", sum(&self.statements))?;
        for (label, counts) in LABELS.iter().zip(self.statements) {
            line(out, label.id(), counts)?;
        }
        line(out, "clauses", sum(&self.clauses))?;
        line(out, "cuts", self.cuts)?;
        writeln!(out, "chance        claimed right count")?;
        let mut chances = self.chances.clone();
        chances.sort_by(|one, other| one.0.total_cmp(&other.0));
        for part in chances.chunks(chances.len().div_ceil(10).max(1)) {
            let count = part.len() as f64;
            let right = part.iter().filter(|(_, right)| *right).count() as f64 / count;
            let claimed = part.iter().map(|(chance, _)| chance).sum::<f64>() / count;
            let (from, to) = (
                part.first().map_or(0.0, |first| first.0),
                part.last().map_or(0.0, |last| last.0),
            );
            writeln!(
                out,
                "{from:.2} .. {to:.2}  {:6.0}% {:4.0}% {count:5}",
                claimed * 100.0,
                right * 100.0
            )?;
        }
        Ok(())
    }
}
