//! What was found so far.

use std::ops::Range;

use super::actor::Actor;
use crate::extract::clean::CleanOffset;
use crate::extract::extraction::{Label, Mention, Reason, Role};
use crate::text::Span;

/// What was found so far, by label; spans of one label never overlap.
#[derive(Default)]
pub(super) struct Found {
    lists: Vec<(Label, Vec<Mention<CleanOffset>>)>,
}

impl Found {
    pub(super) fn push(&mut self, label: Label, range: Range<usize>, rule: &'static str, confidence: u8) {
        let reason = Reason {
            rule,
            triggers: Vec::new(),
            confidence,
        };
        self.add(Mention {
            label,
            span: Span::at(range.start, range.end),
            role: None,
            reason,
        });
    }

    pub(super) fn push_actor(&mut self, actor: Actor) {
        let triggers = vec![Span::at(actor.trigger.start, actor.trigger.end)];
        let reason = Reason {
            rule: actor.rule,
            triggers,
            confidence: actor.confidence,
        };
        let span = Span::at(actor.range.start, actor.range.end);
        let role: Role = actor.role;
        self.add(Mention {
            label: Label::Actor,
            span,
            role: Some(role),
            reason,
        });
    }

    /// Everything, label by label.
    pub(super) fn all(&self) -> Vec<Mention<CleanOffset>> {
        self.lists.iter().flat_map(|(_, list)| list.iter().cloned()).collect()
    }

    /// The places of a label, with the roles of actors, in order.
    pub(super) fn of(&self, label: Label) -> impl Iterator<Item = (Range<usize>, Option<Role>)> + '_ {
        self.list(label)
            .iter()
            .map(|mention| (mention.span.range(), mention.role))
    }

    /// Takes away the mentions of a label that overlap one of some ranges, which are in order and do not overlap.
    pub(super) fn remove(&mut self, label: Label, ranges: &[Range<usize>]) {
        for (_, list) in self.lists.iter_mut().filter(|(other, _)| *other == label) {
            list.retain(|mention| {
                let own = mention.span.range();
                let next = ranges.partition_point(|range| range.end <= own.start);
                ranges.get(next).is_none_or(|range| own.end <= range.start)
            });
        }
    }

    /// Adds a mention at its place among those of its label.
    fn add(&mut self, mention: Mention<CleanOffset>) {
        let index = self
            .lists
            .iter()
            .position(|(label, _)| *label == mention.label)
            .unwrap_or_else(|| {
                self.lists.push((mention.label, Vec::new()));
                self.lists.len() - 1
            });
        self.lists[index].1.push(mention);
    }

    fn list(&self, label: Label) -> &[Mention<CleanOffset>] {
        self.lists
            .iter()
            .find(|(other, _)| *other == label)
            .map_or(&[], |(_, list)| list)
    }

    /// Whether a mention of a label overlaps a range.
    pub(super) fn overlaps(&self, label: Label, range: &Range<usize>) -> bool {
        let list = self.list(label);
        let next = list.partition_point(|mention| mention.span.range().end <= range.start);
        list.get(next)
            .is_some_and(|mention| mention.span.range().start < range.end)
    }

    /// Whether a range holds a mention of a label whole, and more behind it.
    pub(super) fn contains(&self, label: Label, range: &Range<usize>) -> bool {
        let list = self.list(label);
        let next = list.partition_point(|mention| mention.span.range().end <= range.start);
        list.get(next)
            .is_some_and(|mention| range.start <= mention.span.range().start && mention.span.range().end < range.end)
    }

    /// Whether a mention of a label begins at a place.
    pub(super) fn begins(&self, label: Label, at: usize) -> bool {
        let list = self.list(label);
        let next = list.partition_point(|mention| mention.span.range().start < at);
        list.get(next).is_some_and(|mention| mention.span.range().start == at)
    }

    /// Whether a mention of a label covers a range.
    pub(super) fn is_in(&self, label: Label, range: &Range<usize>) -> bool {
        let list = self.list(label);
        let next = list.partition_point(|mention| mention.span.range().end <= range.start);
        list.get(next)
            .is_some_and(|mention| mention.span.range().start <= range.start && range.end <= mention.span.range().end)
    }

    pub(super) fn into_mentions(self) -> Vec<Mention<CleanOffset>> {
        let mut mentions: Vec<_> = self.lists.into_iter().flat_map(|(_, list)| list).collect();
        mentions.sort_by_key(|mention| (mention.span.reading_order(), mention.label));
        mentions
    }
}
