//! What comes back from a file: the project without what its format says that it loses.

use std::collections::BTreeMap;
use std::sync::Arc;

use juyao::annotate::{Annotation, History, Layer, Link, Origin, Status, Store, TagSet};
use juyao::export::{Format, Loss};
use juyao::project::Project;
use juyao::text::{ByteOffset, Source, Span};

/// What every format keeps of a text.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .filter(|char| {
            !(char.is_whitespace() || char.is_control() || matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}'))
        })
        .collect()
}

/// Compares what was read with what should have been, as far as the format goes.
#[track_caller]
pub(crate) fn same(read: &Project, expected: &Project, format: Format) {
    let losses = format.losses();
    let id = format.id();
    if losses.contains(&Loss::Blanks) {
        assert_eq!(visible(read.source.text()), visible(expected.source.text()), "{id}");
        assert_eq!(pieces(read), pieces(expected), "{id}");
        return;
    }
    if losses.contains(&Loss::LineEdges) {
        assert_eq!(visible(read.source.text()), visible(expected.source.text()), "{id}");
    } else {
        assert_eq!(read.source.text(), expected.source.text(), "{id}");
        assert_eq!(read.document, expected.document, "{id}");
    }
    for (one, other) in read.store.annotations().iter().zip(expected.store.annotations()) {
        if losses.contains(&Loss::LineEdges) {
            // Other blanks have other lengths in bytes, but not in the format's own unit.
            let units = |project: &Project, one: &Annotation| Annotation {
                span: Span::at(0, 0),
                note: format!("{:?} {}", project.source.span_to_utf16(one.span), one.note),
                ..one.clone()
            };
            assert_eq!(units(read, one), units(expected, other), "{id}");
        } else {
            assert_eq!(one, other, "{id}");
        }
    }
    assert_eq!(
        read.store.annotations().len(),
        expected.store.annotations().len(),
        "{id}"
    );
    assert_eq!(read.store.links(), expected.store.links(), "{id}");
    assert_eq!(read.tagset, expected.tagset, "{id}");
}

/// Label and visible words of each annotation and line.
fn pieces(project: &Project) -> Vec<(String, String)> {
    let mut pieces = Vec::new();
    for one in project.store.annotations() {
        for line in project.source.slice(one.span).split(['\n', '\r']) {
            pieces.push((one.label.to_string(), visible(line)));
        }
    }
    pieces.retain(|(_, words)| !words.is_empty());
    // Broken at line ends, outer and inner ones may change places.
    pieces.sort();
    pieces
}

/// The project without what the format says that it loses.
pub(crate) fn expected(project: &Project, format: Format) -> Project {
    let losses = format.losses();
    let lost = |loss: Loss| losses.contains(&loss);
    let import = Origin::Import(format.id().into());
    let mut annotations: Vec<Annotation> = project.store.annotations().iter().map(|one| (**one).clone()).collect();
    let mut links: Vec<Link> = project.store.links().iter().map(|one| (**one).clone()).collect();
    let (text, moved) = rewritten(project.source.text(), losses);
    let source = Source::new(text);
    for one in &mut annotations {
        one.span = Span::new(moved(one.span.start()), moved(one.span.end()));
        if lost(Loss::LineEdges) {
            one.span = without_edges(&project.source, one.span, |char| {
                char.is_whitespace() || char.is_control()
            });
        }
        if lost(Loss::OuterLineEnds) {
            let inner = without_edges(&project.source, one.span, |char| matches!(char, '\r' | '\n'));
            one.span = if inner.is_empty() { one.span } else { inner };
            for fragment in &mut one.fragments {
                let inner = without_edges(&project.source, *fragment, |char| matches!(char, '\r' | '\n'));
                *fragment = if inner.is_empty() { *fragment } else { inner };
            }
        }
        one.note = controlled(&one.note, losses);
        if lost(Loss::Triggers) {
            one.triggers.clear();
        }
        if lost(Loss::Fragments) {
            one.fragments.clear();
        }
        if lost(Loss::Origin) {
            (one.origin, one.confidence) = (import.clone(), None);
        }
        if lost(Loss::Attributes) {
            one.attributes.clear();
        }
        if lost(Loss::Notes) {
            one.note.clear();
        }
    }
    for link in links.iter_mut().filter(|_| lost(Loss::LinkDetails)) {
        link.origin = import.clone();
    }
    if lost(Loss::Rejected) {
        annotations.retain(|one| one.status != Status::Rejected);
        links.retain(|one| one.status != Status::Rejected);
    }
    if lost(Loss::Empty) || lost(Loss::LineEdges) {
        annotations.retain(|one| !one.span.is_empty());
    }
    if lost(Loss::Overlaps) {
        keep_outermost(&mut annotations, &project.tagset);
    }
    if lost(Loss::Links) {
        links.clear();
    }
    if lost(Loss::Status) {
        annotations.iter_mut().for_each(|one| one.status = Status::Accepted);
    }
    if lost(Loss::LinkDetails) {
        links.iter_mut().for_each(|one| one.status = Status::Accepted);
    }
    let mut expected = Project::new(source);
    if !lost(Loss::Document) {
        let document = Arc::make_mut(&mut expected.document);
        document.title = controlled(&project.document.title, losses);
        document.date = project.document.date.clone();
    }
    if !lost(Loss::DocumentDetails) {
        let document = Arc::make_mut(&mut expected.document);
        (document.speaker, document.origin) = (project.document.speaker.clone(), project.document.origin.clone());
    }
    if !lost(Loss::DocumentNote) {
        Arc::make_mut(&mut expected.document).note = controlled(&project.document.note, losses);
    }
    expected.store = Store::from_parts(
        annotations.into_iter().map(Arc::new).collect(),
        links.into_iter().map(Arc::new).collect(),
    );
    expected.tagset = project.tagset.clone();
    expected.history = History::default();
    expected
}

/// The text as the format holds it, and where its bytes are then.
fn rewritten(text: &str, losses: &[Loss]) -> (String, impl Fn(ByteOffset) -> ByteOffset) {
    let mut places = BTreeMap::new();
    let mut written = String::new();
    for (at, char) in text.char_indices() {
        places.insert(at, written.len());
        let dropped = losses.contains(&Loss::LineEnds)
            && (at == 0 && char == '\u{feff}' || char == '\r' && text[at + 1..].starts_with('\n'));
        if !dropped {
            let char = if losses.contains(&Loss::LineEnds) && char == '\r' {
                '\n'
            } else {
                char
            };
            written.push_str(&controlled(&char.to_string(), losses));
        }
    }
    places.insert(text.len(), written.len());
    (written, move |offset: ByteOffset| {
        ByteOffset::from(places[&offset.index()])
    })
}

/// A text whose control characters became spaces, where the format does that.
fn controlled(text: &str, losses: &[Loss]) -> String {
    let plain = |char: char| {
        let control = (char < ' ' && !matches!(char, '\t' | '\n' | '\r')) || matches!(char, '\u{fffe}' | '\u{ffff}');
        if control && losses.contains(&Loss::Controls) {
            ' '
        } else {
            char
        }
    };
    text.chars().map(plain).collect()
}

fn without_edges(source: &Source, span: Span, blank: impl Fn(char) -> bool) -> Span {
    let words = source.slice(span);
    let start = span.range().start + words.len() - words.trim_start_matches(&blank).len();
    Span::at(start, start + words.trim_matches(&blank).len())
}

/// Of annotations of one column that overlap, the first in reading order.
fn keep_outermost(annotations: &mut Vec<Annotation>, tagset: &TagSet) {
    let mut ends: BTreeMap<bool, ByteOffset> = BTreeMap::new();
    annotations.retain(|one| {
        let mention = tagset
            .label(&one.label)
            .is_none_or(|label| label.layer == Layer::Mention);
        let end = ends.entry(mention).or_default();
        let free = *end <= one.span.start();
        *end = if free { one.span.end() } else { *end };
        free
    });
}
