//! Orders without a tag.

use super::Project;
use crate::annotate::{Layer, Status};
use crate::extract::Directive;
use crate::text::Span;

/// Part of a sentence that gives orders and has no tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omission {
    /// From the first such clause of the sentence to the last one in a row.
    pub span: Span,
    /// The word that makes it an order.
    pub word: Span,
}

/// The label that says that something is a task. A rejected one that covers a clause says that
/// somebody has looked at it and it is not: 不是任务 is kept as that, so it is undone, saved and
/// exported like any decision.
pub const TASK: &str = "measure";

/// The orders of a text that no statement covers, and about which nobody has decided yet.
pub fn omissions(project: &Project, directives: &[Directive]) -> Vec<Omission> {
    Orders::new(project, directives.to_vec()).omissions()
}

/// The orders of a text, and which of them have a tag: kept from one state of the document to the next, so
/// that a decision costs only a look at the orders around it.
#[derive(Clone, Debug)]
pub struct Orders {
    /// In the order of the text.
    directives: Vec<Directive>,
    /// For each of them, whether it has a tag or somebody has decided about it.
    seen: Vec<bool>,
}

impl Orders {
    /// The orders of a document.
    pub fn new(project: &Project, directives: Vec<Directive>) -> Self {
        let seen = directives
            .iter()
            .map(|directive| is_seen(project, directive.span))
            .collect();
        Self { directives, seen }
    }

    /// Looks again at the orders that share text with something that has changed. Returns whether that has
    /// made a difference.
    pub fn look_again(&mut self, project: &Project, changed: Span) -> bool {
        let from = self
            .directives
            .partition_point(|directive| directive.span.end() <= changed.start());
        let mut is_different = false;
        for (directive, seen) in self.directives.iter().zip(&mut self.seen).skip(from) {
            if directive.span.start() >= changed.end() {
                break;
            }
            let is_seen = is_seen(project, directive.span);
            is_different |= *seen != is_seen;
            *seen = is_seen;
        }
        is_different
    }

    /// Those without a tag.
    pub fn omissions(&self) -> Vec<Omission> {
        let mut found: Vec<(Omission, u32)> = Vec::new();
        // Whether the clause before this one is part of the last omission.
        let mut is_open = false;
        for (directive, is_seen) in self.directives.iter().zip(&self.seen) {
            if *is_seen {
                is_open = false;
                continue;
            }
            match found.last_mut() {
                Some((last, sentence)) if is_open && *sentence == directive.sentence => {
                    last.span = last.span.union(directive.span);
                }
                _ => found.push((
                    Omission {
                        span: directive.span,
                        word: directive.word,
                    },
                    directive.sentence,
                )),
            }
            is_open = true;
        }
        found.into_iter().map(|(omission, _)| omission).collect()
    }
}

/// Whether a statement covers some of a clause, or a rejected one all of it. Headings and debris that
/// somebody marked are no clauses either.
fn is_seen(project: &Project, clause: Span) -> bool {
    project.store.overlapping(clause).any(|found| {
        let layer = project.tagset.label(&found.label).map(|label| label.layer);
        match (layer, found.status) {
            (Some(Layer::Statement), Status::Rejected) => found.span.covers(clause),
            (Some(Layer::Statement), _) => true,
            (Some(Layer::Structure), status) => status != Status::Rejected && found.span.covers(clause),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::annotate::{Annotation, AnnotationId, Store};
    use crate::extract::directives;
    use crate::text::Source;

    const TEXT: &str = "各镇要抓紧排查，要建好台账。企业必须持证上岗。今天天气好。严禁谎报。";

    fn project(marks: &[(&str, &str, Status)]) -> Project {
        let mut project = Project::new(Source::new(TEXT));
        let annotations = marks.iter().enumerate().map(|(index, (label, quote, status))| {
            let start = TEXT.find(quote).unwrap();
            Arc::new(Annotation {
                status: *status,
                ..Annotation::by_hand(
                    AnnotationId(index as u32 + 1),
                    *label,
                    Span::at(start, start + quote.len()),
                )
            })
        });
        project.store = Store::from_parts(annotations.collect(), Vec::new());
        project
    }

    fn found(project: &Project) -> Vec<&str> {
        let orders = directives(&project.source);
        let spans: Vec<Span> = omissions(project, &orders).iter().map(|found| found.span).collect();
        spans.into_iter().map(|span| project.source.slice(span)).collect()
    }

    #[test]
    fn orders_without_a_tag_are_told_by_sentence() {
        let project = project(&[]);
        assert_eq!(
            found(&project),
            ["各镇要抓紧排查，要建好台账", "企业必须持证上岗", "严禁谎报"]
        );
    }

    #[test]
    fn a_statement_or_a_decision_takes_an_order_off_the_list() {
        use Status::{Accepted, Rejected, Suggested};
        let project = project(&[
            ("measure", "各镇要抓紧排查", Suggested),
            ("actor", "企业", Accepted),
            ("measure", "严禁谎报", Rejected),
        ]);
        assert_eq!(
            found(&project),
            ["要建好台账", "企业必须持证上岗"],
            "a mention is no tag"
        );
    }

    #[test]
    fn a_rejected_part_does_not_decide_the_whole() {
        let project = project(&[("rule", "必须持证上岗", Status::Rejected)]);
        assert!(found(&project).contains(&"企业必须持证上岗"));
    }

    #[test]
    fn what_changes_is_looked_at_again_and_nothing_else_has_to_be() {
        let orders = directives(&project(&[]).source);
        let marks = [
            ("measure", "各镇要抓紧排查", Status::Suggested),
            ("rule", "企业必须持证上岗", Status::Rejected),
            ("measure", "严禁谎报", Status::Accepted),
        ];
        let mut kept = Orders::new(&project(&[]), orders.clone());
        for count in 1..=marks.len() {
            let later = project(&marks[..count]);
            let changed = later.store.annotations().last().unwrap().span;
            assert!(kept.look_again(&later, changed));
            assert!(!kept.look_again(&later, changed), "nothing new");
            assert_eq!(kept.omissions(), omissions(&later, &orders));
        }
        assert_eq!(kept.omissions().len(), 1, "要建好台账");
    }
}
