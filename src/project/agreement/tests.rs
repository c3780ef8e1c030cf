//! Agreement against figures worked out by hand.

use std::sync::Arc;

use super::*;
use crate::annotate::{Annotation, AnnotationId, Store};
use crate::text::{CharOffset, Source, Span};

/// Ten characters with annotations at code points.
fn project(marks: &[(&str, u32, u32)]) -> Project {
    let mut project = Project::new(Source::new("𬭎二三四五六七八九十"));
    let annotations = (1..).zip(marks).map(|(id, &(label, start, end))| {
        let span = Span::new(CharOffset(start), CharOffset(end));
        Arc::new(Annotation::by_hand(
            AnnotationId(id),
            label,
            project.source.span_from_chars(span),
        ))
    });
    project.store = Store::from_parts(annotations.collect(), Vec::new());
    project
}

fn close(found: Option<f64>, wanted: f64) {
    assert!(
        found.is_some_and(|found| (found - wanted).abs() < 1e-9),
        "{found:?} is not {wanted}"
    );
}

#[test]
fn the_same_agrees_wholly() {
    let one = project(&[("actor", 0, 3), ("measure", 0, 8)]);
    let found = agreement([(&one, &one)]);
    close(found.all.exact, 1.0);
    close(found.all.overlap, 1.0);
    close(found.all.kappa, 1.0);
    close(found.all.alpha, 1.0);
    assert_eq!((found.documents, found.characters), (1, 10));
}

#[test]
fn figures_are_those_of_the_definitions() {
    let first = project(&[("actor", 0, 4), ("time", 6, 8)]);
    let second = project(&[("actor", 0, 2), ("time", 6, 8), ("actor", 9, 10)]);
    let found = agreement([(&first, &second)]);
    close(found.all.exact, 2.0 / 5.0);
    close(found.all.overlap, 4.0 / 5.0);
    let actor = &found.labels["actor"];
    assert_eq!((actor.first, actor.second), (1, 2));
    close(actor.exact, 0.0);
    close(actor.overlap, 2.0 / 3.0);
    // Both 2 characters, only the first 2, only the second 1, neither 5.
    let (agreed, chance) = (0.7, 0.4 * 0.3 + 0.6 * 0.7);
    close(actor.kappa, (agreed - chance) / (1.0 - chance));
    // 20 values: 7 in, 13 out; 6 of the coincidences differ.
    close(actor.alpha, 1.0 - 19.0 * 6.0 / (2.0 * 7.0 * 13.0));
    close(found.labels["time"].kappa, 1.0);
}

#[test]
fn nothing_gives_no_figures() {
    let none = project(&[]);
    let found = agreement([(&none, &none)]);
    assert_eq!((found.all.exact, found.all.kappa, found.all.alpha), (None, None, None));
    assert!(found.labels.is_empty());
    let found = agreement([]);
    assert_eq!(found.all.alpha, None);
}

#[test]
fn one_annotation_is_in_one_pair_only() {
    let long = project(&[("actor", 0, 9)]);
    let short = project(&[("actor", 0, 2), ("actor", 3, 5), ("actor", 6, 8)]);
    close(agreement([(&long, &short)]).all.overlap, 2.0 / 4.0);
}

#[test]
fn as_many_pairs_as_can_be() {
    // In reading order the long one would take the partner of the short one.
    let first = project(&[("actor", 0, 9), ("actor", 1, 2)]);
    let second = project(&[("actor", 0, 2), ("actor", 5, 6)]);
    close(agreement([(&first, &second)]).all.overlap, 1.0);
    close(agreement([(&second, &first)]).all.overlap, 1.0);
    let empty = project(&[("actor", 3, 3), ("actor", 3, 4)]);
    close(agreement([(&empty, &empty)]).all.overlap, 1.0);
}
