//! Annotations carried from one version of a text to the next.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::alignment::Alignment;
use super::place::{Finder, Place, Verdict};
use crate::annotate::{Annotation, AnnotationId, Drift, Link, Name, Review, Store, Value};
use crate::project::Project;
use crate::text::{Source, Span};

/// A document with its new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The document: the new text, what is known of the old one, its annotations and links under their
    /// old ids, and a review of each that is not certain. Nothing can be undone in it: the old document
    /// is as it was.
    pub project: Project,
    /// How many annotations are where they were.
    pub kept: usize,
    /// How many stand elsewhere or could do so.
    pub moved: usize,
    /// How many have other words.
    pub changed: usize,
    /// How many are gone.
    pub lost: usize,
}

/// Carries the annotations of a document over to a new version of its text.
pub fn carry(old: &Project, new: Source) -> Carried {
    let aligned = Alignment::of(&old.source, &new);
    let mut finder = Finder::of(&aligned);
    let headings: Vec<(Span, Span)> = old
        .headings()
        .map(|heading| (heading.span, finder.place(heading.span)))
        .filter(|(_, place)| place.verdict != Verdict::Lost)
        .map(|(span, place)| (span, place.span))
        .collect();
    finder.set_sections(headings.into_iter());
    let mut carried = Carried {
        project: Project::new(new),
        kept: 0,
        moved: 0,
        changed: 0,
        lost: 0,
    };
    let (mut annotations, mut reviews) = (Vec::new(), Vec::new());
    let waiting: BTreeSet<AnnotationId> = old.store.reviews().iter().map(|review| review.id).collect();
    for before in old.store.annotations() {
        let (place, after) = follow(before, waiting.contains(&before.id), &carried.project.source, &finder);
        let drift = match place.verdict {
            Verdict::Kept => {
                carried.kept += 1;
                None
            }
            Verdict::Moved => {
                carried.moved += 1;
                Some(Drift::Moved)
            }
            Verdict::Changed => {
                carried.changed += 1;
                Some(Drift::Changed)
            }
            Verdict::Lost => {
                carried.lost += 1;
                Some(Drift::Lost)
            }
        };
        if let Some(drift) = drift {
            let number = reviews.len() as u32 + 1;
            reviews.push(Arc::new(review(number, before, drift, place.similarity, old, &aligned)));
        }
        annotations.extend(after.map(Arc::new));
    }
    let mut document = (*old.document).clone();
    let fresh = &carried.project.document;
    (document.id, document.sha256) = (fresh.id.clone(), fresh.sha256.clone());
    carried.project.document = Arc::new(document);
    carried.project.tagset = old.tagset.clone();
    // What was not looked at after an earlier change still waits.
    for review in old.store.reviews().iter().filter(|review| review.lost.is_some()) {
        let number = reviews.len() as u32 + 1;
        reviews.push(Arc::new(Review {
            number,
            ..(**review).clone()
        }));
    }
    carried.project.store = Store::from_parts(annotations, old.store.links().to_vec()).with_reviews(reviews);
    carried
}

/// An annotation in the new version; none where it is lost. One that waits to be looked at since an
/// earlier change still does.
fn follow(before: &Annotation, is_waiting: bool, new: &Source, finder: &Finder) -> (Place, Option<Annotation>) {
    let places: Vec<Place> = before.spans().map(|span| finder.place(span)).collect();
    let mut standing = places.iter().filter(|place| place.verdict != Verdict::Lost);
    let (Some(main), worst) = (standing.next(), places.iter().map(|place| place.verdict).max()) else {
        return (places[0], None);
    };
    let verdict = match worst {
        Some(Verdict::Lost) => Verdict::Changed,
        Some(Verdict::Kept) if is_waiting => Verdict::Moved,
        Some(worst) => worst,
        None => main.verdict,
    };
    let similarity = places.iter().map(|place| place.similarity).min().unwrap_or(0);
    let mut after = Annotation {
        span: main.span,
        fragments: standing.map(|place| place.span).collect(),
        triggers: before
            .triggers
            .iter()
            .map(|&trigger| finder.place(trigger))
            .filter(|place| place.similarity == 100 && main.span.covers(place.span))
            .map(|place| place.span)
            .collect(),
        ..before.clone()
    };
    if main.verdict == Verdict::Changed {
        renumber(&mut after, before, new, finder);
    }
    let place = Place {
        verdict,
        similarity,
        ..*main
    };
    (place, Some(after))
}

/// A heading that changed may have got another marker: 三、 became 四、.
fn renumber(after: &mut Annotation, before: &Annotation, new: &Source, finder: &Finder) {
    if let Some(marker) = before.text_attribute("marker") {
        let start = before.span.range().start;
        let place = finder.place(Span::at(start, start + marker.len()));
        if place.verdict != Verdict::Lost && place.span.start() == after.span.start() {
            let marker = new.slice(place.span).to_owned();
            after.attributes.insert(Name::from("marker"), Value::Text(marker));
        }
    }
}

fn review(
    number: u32,
    before: &Annotation,
    drift: Drift,
    similarity: u8,
    old: &Project,
    aligned: &Alignment,
) -> Review {
    let sentence = sentence(before.span, aligned);
    let slice = |from: usize, to: usize| old.source.slice(Span::at(from, to.max(from))).to_owned();
    let (words, around) = (before.span.range(), sentence.range());
    let is_lost = drift == Drift::Lost;
    let links: Vec<Arc<Link>> = if is_lost {
        old.store.links_of(before.id).cloned().collect()
    } else {
        Vec::new()
    };
    Review {
        number,
        id: before.id,
        drift,
        similarity,
        before: slice(around.start.min(words.start), words.start),
        quote: slice(words.start, words.end),
        after: slice(words.end, around.end),
        lost: is_lost.then(|| Arc::new(without_place(before))),
        links,
    }
}

/// The sentences that hold some words.
fn sentence(span: Span, aligned: &Alignment) -> Span {
    let words = aligned.old.of_span(span);
    if words.is_empty() {
        return span;
    }
    let (first, last) = (
        aligned.old.sentence_at(words.start),
        aligned.old.sentence_at(words.end - 1),
    );
    let sentences = &aligned.old.sentences;
    span.union(aligned.old.span(sentences[first].start..sentences[last].end))
}

fn without_place(annotation: &Annotation) -> Annotation {
    Annotation {
        id: AnnotationId(annotation.id.0),
        span: Span::default(),
        fragments: Vec::new(),
        triggers: Vec::new(),
        ..annotation.clone()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::annotate::{LinkId, Origin, Status};

    /// Annotations of these words, each where it stands first, linked in a chain.
    fn project(text: &str, quotes: &[(&str, &[&str])]) -> Project {
        let mut project = Project::new(Source::new(text));
        let span = |quote: &str| {
            let start = text.find(quote).unwrap();
            Span::at(start, start + quote.len())
        };
        let marks = (1..).zip(quotes).map(|(id, (quote, fragments))| {
            Arc::new(Annotation {
                fragments: fragments.iter().map(|fragment| span(fragment)).collect(),
                triggers: vec![span(quote)],
                ..Annotation::by_hand(AnnotationId(id), "measure", span(quote))
            })
        });
        let links = (1..quotes.len() as u32).map(|id| {
            Arc::new(Link {
                id: LinkId(id),
                kind: "lead".into(),
                from: AnnotationId(id),
                to: AnnotationId(id + 1),
                origin: Origin::Human,
                status: Status::Accepted,
            })
        });
        project.store = Store::from_parts(marks.collect(), links.collect());
        project
    }

    /// What the annotations cover afterwards, and what happened to them.
    fn carried(project: &Project, new: &str) -> Vec<(String, Option<Drift>)> {
        let carried = carry(project, Source::new(new)).project;
        let reviews = carried.store.reviews();
        (1..=project.store.annotations().len() as u32)
            .map(|id| {
                let spans = carried
                    .store
                    .get(AnnotationId(id))
                    .map(|found| found.spans().collect::<Vec<_>>());
                let words: Vec<&str> = spans.iter().flatten().map(|&span| carried.source.slice(span)).collect();
                let review = reviews.iter().find(|review| review.id == AnnotationId(id));
                (words.join("…"), review.map(|review| review.drift))
            })
            .collect()
    }

    const TEXT: &str = "各镇要修好灌溉渠道，由市水利局牵头。东片六月底前完成，西片年底前完成。会后就要抓紧部署。";

    #[test]
    fn what_did_not_change_is_certain() {
        let project = project(
            TEXT,
            &[("市水利局", &[]), ("东片六月底前完成", &["年底前"]), ("部署", &[])],
        );
        let expected = ["市水利局", "东片六月底前完成…年底前", "部署"].map(|words| (words.to_owned(), None));
        assert_eq!(carried(&project, TEXT), expected);
        assert_eq!(
            carried(&project, &format!("在大会上的讲话\n同志们：\n{TEXT}谢谢大家。")),
            expected
        );
        let links = carry(&project, Source::new(TEXT)).project.store.links().to_vec();
        assert_eq!(links, project.store.links());
    }

    #[test]
    fn pieces_are_followed_one_by_one() {
        let project = project(TEXT, &[("东片六月底前完成", &["年底前"]), ("灌溉渠道", &["部署"])]);
        let new = "各镇要修好灌溉渠道，由市水利局牵头。东片七月底前完成，西片年底前完成。";
        assert_eq!(
            carried(&project, new),
            [
                ("东片七月底前完成…年底前".to_owned(), Some(Drift::Changed)),
                ("灌溉渠道".to_owned(), Some(Drift::Changed)),
            ]
        );
    }

    #[test]
    fn what_is_lost_is_kept_with_its_links() {
        let project = project(TEXT, &[("市水利局", &[]), ("部署", &[])]);
        let carried = carry(&project, Source::new("各镇要修好灌溉渠道，由市水利局牵头。"));
        assert_eq!((carried.kept, carried.lost), (1, 1));
        let review = &carried.project.store.reviews()[0];
        assert_eq!(
            (&*review.before, &*review.quote, &*review.after),
            ("会后就要抓紧", "部署", "。")
        );
        assert_eq!((review.links.len(), carried.project.store.links().len()), (1, 0));
        assert_eq!(carried.project.store.fresh_annotation(), AnnotationId(3));
        // A further change leaves it waiting.
        let again = carry(&carried.project, Source::new(TEXT)).project;
        assert_eq!(again.store.reviews().len(), 1);
        assert!(again.store.reviews()[0].lost.is_some());
    }

    proptest! {
        #[test]
        fn any_texts_can_be_carried(old in "[甲乙丙丁，。；一、\\n \u{200b}(x×\"]{0,80}", new in "[甲乙丙丁，。；一、\\n \u{200b}(x×\"]{0,80}", from in 0usize..240, to in 0usize..240) {
            let mut project = Project::new(Source::new(old.as_str()));
            let mut one = (*super::tests::project("甲", &[("甲", &[])]).store.annotations()[0]).clone();
            one.span = project.source.snap(Span::at(from.min(old.len()), to.min(old.len())));
            project.store = Store::from_parts(vec![one.into()], Vec::new());
            let carried = carry(&project, Source::new(new.as_str()));
            prop_assert_eq!(carried.kept + carried.moved + carried.changed + carried.lost, 1);
            for here in carried.project.store.annotations() {
                let source = &carried.project.source;
                prop_assert_eq!(source.snap(here.span), here.span);
                prop_assert!(here.span.end() <= source.len() && !here.span.is_empty());
            }
            prop_assert_eq!(carried.kept == 1, carried.project.store.reviews().is_empty());
        }

        #[test]
        fn nothing_is_flagged_without_a_change(text in "[甲乙丙丁，。；一、\\n]{1,80}", from in 0usize..80, length in 1usize..20) {
            let letters: Vec<usize> = text.char_indices().filter(|(_, char)| !char.is_whitespace()).map(|(at, _)| at).collect();
            prop_assume!(!letters.is_empty());
            let start = letters[from % letters.len()];
            let end = text.floor_char_boundary((start + 3 * length).min(text.len())).max(start + 1);
            let end = text.ceil_char_boundary(end);
            let mut project = Project::new(Source::new(text.as_str()));
            let mut one = (*super::tests::project("甲", &[("甲", &[])]).store.annotations()[0]).clone();
            one.span = Span::at(start, end);
            project.store = Store::from_parts(vec![one.into()], Vec::new());
            let carried = carry(&project, project.source.clone());
            prop_assert_eq!(carried.kept, 1);
        }
    }
}
