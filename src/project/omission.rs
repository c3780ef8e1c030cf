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
    let mut found: Vec<(Omission, u32)> = Vec::new();
    // Whether the clause before this one is part of the last omission.
    let mut is_open = false;
    for directive in directives {
        if is_seen(project, directive.span) {
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
    use crate::annotate::{Annotation, AnnotationId, Attributes, Origin, Store};
    use crate::extract::directives;
    use crate::text::Source;

    const TEXT: &str = "各镇要抓紧排查，要建好台账。企业必须持证上岗。今天天气好。严禁谎报。";

    fn project(marks: &[(&str, &str, Status)]) -> Project {
        let mut project = Project::new(Source::new(TEXT));
        let annotations = marks.iter().enumerate().map(|(index, (label, quote, status))| {
            let start = TEXT.find(quote).unwrap();
            Arc::new(Annotation {
                id: AnnotationId(index as u32 + 1),
                label: (*label).into(),
                span: Span::at(start, start + quote.len()),
                fragments: Vec::new(),
                origin: Origin::Human,
                status: *status,
                confidence: None,
                triggers: Vec::new(),
                attributes: Attributes::new(),
                note: String::new(),
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
}
