//! What is painted over the text: one band per annotation that stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::annotate::{Annotation, AnnotationId, Layer, Name, Status, Store, TagSet};
use crate::text::{ByteOffset, Span};

/// The deepest nesting of mentions that has a look of its own.
const DEEPEST: u8 = 2;

/// A painted span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What it covers.
    pub span: Span,
    /// The colour of its label, see [`TagSet::tone`].
    pub tone: Name,
    /// Suggested or accepted; what is rejected is not painted.
    pub status: Status,
    /// Whether it is a line under the words, else a tint behind them.
    pub is_line: bool,
    /// How many mentions it lies within, at most two. Zero for everything but mentions.
    pub depth: u8,
}

impl Band {
    /// The name of its highlight: bands that look alike share one.
    pub fn name(&self) -> String {
        let layer = if self.is_line { "" } else { "tint-" };
        format!("{layer}{}-{}-{}", self.tone, self.status.id(), self.depth)
    }

    /// Which band lies above the other where both would paint the same.
    pub fn priority(&self) -> i32 {
        i32::from(self.depth)
    }
}

/// An annotation's piece: 0 is its main one.
pub type Piece = (AnnotationId, usize);

/// The bands of the annotations that stand, without hidden and retired labels: those in a part of the text, or all
/// for `None`. Headings are shown by their type and have none. `scattered` are the annotations in several pieces.
pub fn bands(
    store: &Store,
    tagset: &TagSet,
    hidden: &[Name],
    part: Option<Span>,
    scattered: &[AnnotationId],
) -> BTreeMap<Piece, Band> {
    let part = part.unwrap_or(Span::at(0, usize::MAX));
    // What encloses the first of them may end before the part.
    let first = store
        .overlapping(part)
        .next()
        .map_or(part.start(), |first| first.span.start());
    let around = Span::new(first.min(part.start()), part.end());
    let is_in_part = |(_, band): &(Piece, Band)| band.span.overlaps(part);
    let mut bands = BTreeMap::new();
    // Ends of the mentions that may still enclose the next one.
    let mut open: Vec<ByteOffset> = Vec::new();
    for annotation in store.overlapping(around) {
        let Some(layer) = painted_layer(annotation, tagset, hidden) else {
            continue;
        };
        let depth = match layer {
            Layer::Mention => {
                open.retain(|end| *end > annotation.span.start());
                open.push(annotation.span.end());
                open.len() - 1
            }
            Layer::Statement | Layer::Structure => 0,
        };
        bands.extend(pieces(annotation, tagset, layer, depth).filter(is_in_part));
    }
    for annotation in scattered.iter().filter_map(|id| store.get(*id)) {
        bands.extend(
            bands_of(annotation, store, tagset, hidden)
                .into_iter()
                .filter(is_in_part),
        );
    }
    bands
}

/// The bands of one annotation. Empty if it is not painted.
fn bands_of(annotation: &Annotation, store: &Store, tagset: &TagSet, hidden: &[Name]) -> Vec<(Piece, Band)> {
    let Some(layer) = painted_layer(annotation, tagset, hidden) else {
        return Vec::new();
    };
    let encloses = |other: &&Arc<Annotation>| painted_layer(other, tagset, hidden) == Some(Layer::Mention);
    let depth = match layer {
        Layer::Mention => {
            let place = |found: &Annotation| (found.span.reading_order(), found.id);
            let here = store.covering(annotation.span.start());
            here.take_while(|other| place(other) < place(annotation))
                .filter(encloses)
                .count()
        }
        Layer::Statement | Layer::Structure => 0,
    };
    pieces(annotation, tagset, layer, depth).collect()
}

/// The layer that an annotation is painted on; `None` if it is not painted.
fn painted_layer(annotation: &Annotation, tagset: &TagSet, hidden: &[Name]) -> Option<Layer> {
    if annotation.status == Status::Rejected
        || hidden.contains(&annotation.label)
        || !tagset.shows(&annotation.label)
        || &*annotation.label == "heading"
    {
        return None;
    }
    Some(
        tagset
            .label(&annotation.label)
            .map_or(Layer::Mention, |label| label.layer),
    )
}

fn pieces(
    annotation: &Annotation,
    tagset: &TagSet,
    layer: Layer,
    depth: usize,
) -> impl Iterator<Item = (Piece, Band)> + use<> {
    let band = Band {
        span: annotation.span,
        tone: tagset.tone(&annotation.label).into(),
        status: annotation.status,
        is_line: layer == Layer::Mention,
        depth: depth.min(usize::from(DEEPEST)) as u8,
    };
    let spans: Vec<Span> = annotation.spans().collect();
    let id = annotation.id;
    let piece = move |(piece, span)| ((id, piece), Band { span, ..band.clone() });
    spans.into_iter().enumerate().map(piece)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn store(marks: &[(&str, usize, usize, Status)]) -> Store {
        let annotations = marks.iter().enumerate().map(|(index, (label, start, end, status))| {
            Arc::new(Annotation {
                status: *status,
                ..Annotation::by_hand(AnnotationId(index as u32 + 1), *label, Span::at(*start, *end))
            })
        });
        Store::from_parts(annotations.collect(), Vec::new())
    }

    #[test]
    fn mentions_are_as_deep_as_they_nest() {
        use Status::{Accepted, Rejected, Suggested};
        let store = store(&[
            ("measure", 0, 60, Suggested),
            ("project", 0, 30, Accepted),
            ("quantity", 3, 12, Suggested),
            ("redaction", 6, 9, Suggested),
            ("term", 12, 15, Rejected),
            ("time", 30, 36, Suggested),
            ("heading", 60, 90, Accepted),
        ]);
        let bands = bands(&store, &TagSet::guidelines(), &["time".into()], None, &[]);
        let names: Vec<String> = bands.values().map(Band::name).collect();
        assert_eq!(
            names,
            [
                "tint-measure-suggested-0",
                "project-accepted-0",
                "quantity-suggested-1",
                "redaction-suggested-2"
            ]
        );
    }

    #[test]
    fn a_piece_is_painted_where_it_stands() {
        let mut store = store(&[("project", 0, 30, Status::Accepted)]);
        let scattered = Arc::new(Annotation {
            fragments: vec![Span::at(60, 66)],
            ..(*store.annotations()[0]).clone()
        });
        store = Store::from_parts(vec![scattered.clone()], Vec::new());
        let part = Some(Span::at(50, 90));
        let found = bands(&store, &TagSet::guidelines(), &[], part, &[scattered.id]);
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), [(scattered.id, 1)]);
    }

    proptest! {
        #[test]
        fn the_bands_of_a_part_are_those_among_all(
            marks in prop::collection::vec((0usize..5, 0usize..30, 1usize..30, 0usize..3), 0..20),
            (start, length) in (0usize..30, 1usize..30),
        ) {
            let labels = ["measure", "project", "term", "time", "heading"];
            let statuses = [Status::Suggested, Status::Accepted, Status::Rejected];
            let marks: Vec<_> = marks
                .into_iter()
                .map(|(label, start, length, status)| (labels[label], start, start + length, statuses[status]))
                .collect();
            let (store, tagset) = (store(&marks), TagSet::guidelines());
            let hidden = ["time".into()];
            let all = bands(&store, &tagset, &hidden, None, &[]);
            let part = Span::at(start, start + length);
            let mut expected = all.clone();
            expected.retain(|_, band| band.span.overlaps(part));
            prop_assert_eq!(bands(&store, &tagset, &hidden, Some(part), &[]), expected);
            let one_by_one: BTreeMap<Piece, Band> = store
                .annotations()
                .iter()
                .flat_map(|found| bands_of(found, &store, &tagset, &hidden))
                .collect();
            prop_assert_eq!(one_by_one, all);
        }
    }
}
