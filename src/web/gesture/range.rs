//! Gestures on what an annotation covers: edges, pieces, splitting, merging, equal words elsewhere.

use std::collections::BTreeSet;

use super::*;
use crate::text::{ByteOffset, Source};

/// Moves the edges of an annotation. `None` if they stay, or if nothing would be covered.
pub fn resize(store: &Store, id: AnnotationId, span: Span) -> Option<Transaction> {
    if span.is_empty() {
        return None;
    }
    let changes = edited(store, &[id], |annotation| {
        annotation.span = span;
        annotation.fragments.retain(|fragment| !fragment.overlaps(span));
    });
    transaction(store, Verb::Resize, changes)
}

/// Makes two annotations of one, parted at an offset. Marks and blanks at the seam belong to
/// neither; the links whose other end stands behind the seam go with the second.
pub fn split(source: &Source, store: &Store, id: AnnotationId, at: ByteOffset) -> Option<Transaction> {
    let before = store.get(id)?;
    let first = bare(source, Span::new(before.span.start(), at.max(before.span.start())));
    let second = bare(source, Span::new(at.min(before.span.end()), before.span.end()));
    if first.is_empty() || second.is_empty() || !before.span.contains(at) {
        return None;
    }
    let (mut kept, mut made) = ((**before).clone(), (**before).clone());
    kept.span = first;
    kept.fragments.retain(|fragment| fragment.end() <= at);
    made.id = store.fresh_annotation();
    made.span = second;
    made.origin = Origin::Human;
    made.fragments.retain(|fragment| fragment.start() >= at);
    let made_id = made.id;
    let mut changes = vec![
        Change::Replace(before.clone(), Arc::new(kept)),
        Change::Add(Arc::new(made)),
    ];
    let behind = |id: AnnotationId| store.get(id).is_some_and(|other| other.span.start() >= at);
    for link in store.links_of(id).filter(|link| link.from == id && behind(link.to)) {
        let mut moved = (**link).clone();
        moved.from = made_id;
        changes.push(Change::ReplaceLink(link.clone(), Arc::new(moved)));
    }
    Some(told(Verb::Split, &before.label, 1, changes))
}

/// Makes one annotation of two: the first covers both and gets the links, fields and remark of the
/// second.
pub fn merge(store: &Store, id: AnnotationId, other: AnnotationId) -> Option<Transaction> {
    let (before, gone) = (store.get(id)?, store.get(other).filter(|_| other != id)?);
    let mut after = (**before).clone();
    after.span = before.span.union(gone.span);
    after.fragments.extend(&gone.fragments);
    after.fragments.retain(|fragment| !fragment.overlaps(after.span));
    after.fragments.sort_by_key(|fragment| fragment.reading_order());
    for (name, value) in &gone.attributes {
        after.attributes.entry(name.clone()).or_insert_with(|| value.clone());
    }
    if !gone.note.is_empty() {
        let parted = if after.note.is_empty() { "" } else { "\n" };
        after.note = format!("{}{parted}{}", after.note, gone.note);
    }
    if gone.status == Status::Accepted {
        after.status = Status::Accepted;
    }
    let mut standing: BTreeSet<(Name, AnnotationId, AnnotationId)> = store
        .links_of(id)
        .map(|link| (link.kind.clone(), link.from, link.to))
        .collect();
    let mut changes = Vec::new();
    for link in store.links_of(other) {
        let mut moved = (**link).clone();
        for end in [&mut moved.from, &mut moved.to] {
            if *end == other {
                *end = id;
            }
        }
        let is_new = moved.from != moved.to && standing.insert((moved.kind.clone(), moved.from, moved.to));
        changes.push(match is_new {
            true => Change::ReplaceLink(link.clone(), Arc::new(moved)),
            false => Change::RemoveLink(link.clone()),
        });
    }
    changes.insert(0, Change::Replace(before.clone(), Arc::new(after)));
    changes.push(Change::Remove(gone.clone()));
    Some(told(Verb::Merge, &before.label, 2, changes))
}

/// Adds a piece to an annotation, which becomes discontinuous; a piece that touches the main one
/// makes it longer.
pub fn add_fragment(store: &Store, id: AnnotationId, piece: Span) -> Option<Transaction> {
    let main = store.get(id)?.span;
    let touches = |one: Span| one.start() <= piece.end() && piece.start() <= one.end();
    if piece.is_empty() {
        return None;
    }
    let changes = edited(store, &[id], |annotation| {
        if touches(main) {
            annotation.span = main.union(piece);
            return;
        }
        let mut whole = piece;
        annotation.fragments.retain(|fragment| {
            let joins = touches(*fragment);
            if joins {
                whole = whole.union(*fragment);
            }
            !joins
        });
        annotation.fragments.push(whole);
        annotation.fragments.sort_by_key(|fragment| fragment.reading_order());
    });
    transaction(store, Verb::Fragment, changes)
}

/// Takes a further piece away from an annotation.
pub fn drop_fragment(store: &Store, id: AnnotationId, place: usize) -> Option<Transaction> {
    let changes = edited(store, &[id], |annotation| {
        if place < annotation.fragments.len() {
            annotation.fragments.remove(place);
        }
    });
    transaction(store, Verb::Fragment, changes)
}

/// Labels every place with the same words. What is suggested there already is accepted.
pub fn add_equal(source: &Source, store: &Store, label: &Name, span: Span) -> Option<Transaction> {
    let mut changes = Vec::new();
    let mut fresh = store.fresh_annotation().0;
    for place in equal_places(source, store, span) {
        let alike: Vec<_> = store.overlapping(place).filter(|found| found.label == *label).collect();
        match alike.iter().find(|found| found.span == place) {
            Some(twin) => changes.extend(edited(store, &[twin.id], |found| found.status = Status::Accepted)),
            // Where the label stands around or across the words, they are part of something longer.
            None if alike.iter().any(|found| found.status != Status::Rejected) => {}
            None => {
                changes.push(Change::Add(Arc::new(made(AnnotationId(fresh), label, place))));
                fresh += 1;
            }
        }
    }
    let count = changes.len();
    (count > 0).then(|| told(Verb::Add, label, count, changes))
}

/// Every place with the same words as a span, itself among them, in reading order; none in what is
/// not the speech.
pub fn equal_places(source: &Source, store: &Store, span: Span) -> Vec<Span> {
    let words = source.slice(span);
    if words.trim().is_empty() {
        return Vec::new();
    }
    let is_speech = |place: &Span| {
        store
            .overlapping(*place)
            .all(|found| &*found.label != "boilerplate" || found.status == Status::Rejected)
    };
    let places = source.text().match_indices(words);
    places
        .map(|(at, words)| Span::at(at, at + words.len()))
        .filter(|place| *place == span || is_speech(place))
        .collect()
}

/// A span without blanks and marks at its edges.
fn bare(source: &Source, span: Span) -> Span {
    let is_outer = |char: char| char.is_whitespace() || "，；：。！？、,;:".contains(char);
    let text = source.slice(span);
    let start = span.start().index() + (text.len() - text.trim_start_matches(is_outer).len());
    Span::at(start, start + text.trim_matches(is_outer).len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, store};
    use super::*;

    const TEXT: &str = "市水利局年底前，要修好渠道，要修好泵站。";

    fn spans(store: &Store) -> Vec<(u32, Span)> {
        store
            .annotations()
            .iter()
            .map(|found| (found.id.0, found.span))
            .collect()
    }

    #[test]
    fn a_split_shares_out_words_and_links_and_merging_puts_them_together() {
        let (source, before) = (Source::new(TEXT), store());
        let after = apply(&before, split(&source, &before, AnnotationId(1), ByteOffset(9)));
        assert_eq!(
            spans(&after),
            [
                (1, Span::at(0, 9)),
                (2, Span::at(0, 9)),
                (4, Span::at(9, 57)),
                (3, Span::at(9, 18))
            ]
        );
        let from: Vec<u32> = after.links().iter().map(|link| link.from.0).collect();
        assert_eq!(from, [1, 4]);
        let again = apply(&after, merge(&after, AnnotationId(1), AnnotationId(4)));
        assert_eq!(
            again.get(AnnotationId(1)).map(|found| found.span),
            Some(Span::at(0, 57))
        );
        assert!(again.links().iter().all(|link| link.from == AnnotationId(1)));
        assert_eq!(split(&source, &before, AnnotationId(2), ByteOffset(9)), None);
    }

    #[test]
    fn pieces_that_touch_become_one() {
        let id = AnnotationId(3);
        let far = apply(&store(), add_fragment(&store(), id, Span::at(24, 30)));
        assert_eq!(
            far.get(id).map(|found| found.fragments.clone()),
            Some(vec![Span::at(24, 30)])
        );
        let longer = apply(&far, add_fragment(&far, id, Span::at(30, 36)));
        assert_eq!(
            longer.get(id).map(|found| found.fragments.clone()),
            Some(vec![Span::at(24, 36)])
        );
        let near = apply(&longer, add_fragment(&longer, id, Span::at(18, 21)));
        assert_eq!(near.get(id).map(|found| found.span), Some(Span::at(9, 21)));
        let less = apply(&near, drop_fragment(&near, id, 0));
        assert_eq!(less.get(id).map(|found| found.fragments.len()), Some(0));
        assert_eq!(drop_fragment(&less, id, 0), None);
    }

    #[test]
    fn equal_words_are_labelled_at_once() {
        let (source, before) = (Source::new(TEXT), store());
        let first = TEXT.find("修好").unwrap_or_default();
        let span = Span::at(first, first + 6);
        assert_eq!(equal_places(&source, &before, span).len(), 2);
        let done = add_equal(&source, &before, &"term".into(), span);
        assert_eq!(done.as_ref().map(|done| done.gesture.count), Some(2));
        let after = apply(&before, done);
        assert_eq!(add_equal(&source, &after, &"term".into(), span), None);
    }

    #[test]
    fn an_annotation_never_becomes_empty() {
        assert_eq!(resize(&store(), AnnotationId(3), Span::at(9, 9)), None);
        assert_eq!(resize(&store(), AnnotationId(3), Span::at(9, 18)), None);
        let moved = apply(&store(), resize(&store(), AnnotationId(3), Span::at(9, 15)));
        assert_eq!(
            moved.get(AnnotationId(3)).map(|found| found.span),
            Some(Span::at(9, 15))
        );
    }
}
