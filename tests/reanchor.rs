//! Annotations carried to a new version of their text, measured: random edits of many kinds on the sample
//! speeches, of which the harness knows what became of every character.
//!
//! `cargo test --test reanchor -- --nocapture` prints the table; `SEEDS=100` makes more edits.
#![cfg(feature = "dictionary")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use juyao::annotate::{Annotation, Drift};
use juyao::engine::Engine;
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::Project;
use juyao::protocol::{Request, RequestId, Response};
use juyao::text::Source;
use juyao::version::carry;

#[path = "reanchor/edit.rs"]
mod edit;

use edit::{Dice, Draft, Kind};

/// What became of the annotations.
#[derive(Clone, Copy, Default)]
struct Tally {
    all: usize,
    /// Taken as certain, and where they belong.
    kept: usize,
    /// Taken as certain, and not where they belong.
    wrong: usize,
    /// Given to review at the right place.
    flagged: usize,
    /// Given to review at another place.
    flagged_elsewhere: usize,
    /// Called lost, and most of their words are gone.
    lost: usize,
    /// Called lost although most of their words are there.
    missed: usize,
}

#[test]
fn nothing_slides_silently() {
    let seeds: u64 = std::env::var("SEEDS")
        .ok()
        .and_then(|seeds| seeds.parse().ok())
        .unwrap_or(8);
    let speeches = speeches();
    let script = edit::script();
    let mut table: BTreeMap<Kind, Tally> = BTreeMap::new();
    let mut complaints = Vec::new();
    for (number, project) in speeches.iter().enumerate() {
        let other = Draft::of(speeches[(number + 1) % speeches.len()].source.text());
        for kind in Kind::ALL {
            for seed in 0..seeds {
                let mut dice = Dice::new(seed * 1000 + number as u64 * 37 + kind as u64);
                let mut draft = Draft::of(project.source.text());
                let edits = if kind == Kind::Mixed { 12 } else { 1 + dice.below(6) };
                (0..edits).for_each(|_| draft.edit(kind, &mut dice, &other, &script));
                judge(project, &draft, table.entry(kind).or_default(), &mut |words| {
                    complaints.push(format!("{kind:?} {seed}: {words}"));
                });
            }
        }
    }
    println!("{}", draw(&table));
    assert!(
        complaints.is_empty(),
        "{} slid:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
    for (kind, tally) in &table {
        assert!(tally.all > 1000, "{kind:?} was hardly tried");
        let right = tally.kept + tally.flagged + tally.lost;
        assert!(right * 100 >= tally.all * 97, "{kind:?}: {right} of {}", tally.all);
    }
    let untouched: usize = [Kind::Insert, Kind::Width, Kind::Traditional, Kind::Respace]
        .iter()
        .map(|kind| table[kind].all - table[kind].kept)
        .sum();
    let all: usize = table.values().map(|tally| tally.all).sum();
    assert!(
        untouched * 100 <= all,
        "{untouched} of edits that touch no words were given to review"
    );
}

/// Carries the annotations over and compares with what is known of every character.
fn judge(project: &Project, draft: &Draft, tally: &mut Tally, complain: &mut dyn FnMut(String)) {
    let new = Source::new(draft.text());
    let carried = carry(project, new.clone()).project;
    let (places, twins) = (draft.places(), draft.twins());
    let letters: Vec<char> = new.text().chars().collect();
    for before in project.store.annotations() {
        tally.all += 1;
        let wanted = known(project, before, &places, &letters);
        let review = carried.store.reviews().iter().find(|review| review.id == before.id);
        let Some(after) = carried.store.get(before.id) else {
            let survives = wanted.iter().flatten().count() * 2 > wanted.len();
            *(if survives { &mut tally.missed } else { &mut tally.lost }) += 1;
            assert!(
                review.is_some_and(|review| review.drift == Drift::Lost),
                "gone without a word"
            );
            continue;
        };
        let found = new.span_to_chars(after.span);
        let found = found.start().0 as usize..found.end().0 as usize;
        let is_exact = is_whole(&wanted, &found, &letters)
            || reaches_out(project, before, &twins).is_some_and(|copied| {
                let mut places = places.clone();
                places.extend(copied);
                is_whole(&known(project, before, &places, &letters), &found, &letters)
            });
        let inside = wanted.iter().flatten().filter(|place| found.contains(place)).count();
        let is_near =
            2 * inside >= wanted.iter().flatten().count().max(1) && inside > 0 || wanted.iter().flatten().count() == 0;
        match (review, is_exact, is_near) {
            (None, true, _) => tally.kept += 1,
            (None, false, _) => {
                tally.wrong += 1;
                complain(format!(
                    "{} {:?} became {:?}",
                    before.label,
                    project.source.slice(before.span),
                    new.slice(after.span)
                ));
            }
            (Some(_), _, true) => tally.flagged += 1,
            (Some(_), _, false) => tally.flagged_elsewhere += 1,
        }
    }
}

/// Whether a stretch of the new text is all of the wanted places and nothing else that shows.
fn is_whole(wanted: &[Option<usize>], found: &Range<usize>, letters: &[char]) -> bool {
    wanted.first() == Some(&Some(found.start))
        && wanted.last() == Some(&Some(found.end - 1))
        && wanted.iter().all(Option::is_some)
        && shown(&letters[found.clone()]) == wanted.len()
}

/// The copies of some of an annotation's characters, if it reaches beyond the copied sentence: then the
/// only place where its words stand together may be across the copy.
fn reaches_out(
    project: &Project,
    annotation: &Annotation,
    twins: &BTreeMap<usize, usize>,
) -> Option<BTreeMap<usize, usize>> {
    let span = project.source.span_to_chars(annotation.span);
    let (start, end) = (span.start().0 as usize, span.end().0 as usize);
    let copied: BTreeMap<usize, usize> = twins.range(start..end).map(|(old, new)| (*old, *new)).collect();
    (!copied.is_empty() && copied.len() < end - start).then_some(copied)
}

/// The new places of the characters of an annotation that show, in order; `None` for those that are gone.
fn known(
    project: &Project,
    annotation: &Annotation,
    places: &BTreeMap<usize, usize>,
    letters: &[char],
) -> Vec<Option<usize>> {
    let span = project.source.span_to_chars(annotation.span);
    let old: Vec<char> = project.source.slice(annotation.span).chars().collect();
    let all = (span.start().0 as usize..).zip(old);
    all.filter(|(_, char)| is_shown(*char))
        .map(|(at, _)| places.get(&at).copied().filter(|&place| is_shown(letters[place])))
        .collect()
}

fn shown(letters: &[char]) -> usize {
    letters.iter().filter(|char| is_shown(**char)).count()
}

fn is_shown(char: char) -> bool {
    !char.is_whitespace() && char != '\u{200b}'
}

/// The sample speeches with what is suggested for them.
fn speeches() -> Vec<Project> {
    let mut engine = Engine::with_lexicon(Box::new(JiebaLexicon::embedded().unwrap()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/samples");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut speeches = Vec::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        let request = Request::Extract {
            id: RequestId(0),
            text: text.clone(),
        };
        engine.handle(request, &mut |response| {
            if let Response::Done { suggestions, .. } = response {
                speeches.push(Project::suggested(Source::new(text.as_str()), suggestions));
            }
        });
    }
    assert!(speeches.len() >= 5);
    speeches
}

fn draw(table: &BTreeMap<Kind, Tally>) -> String {
    let mut drawn = format!(
        "{:14} {:>7} {:>7} {:>6} {:>8} {:>9} {:>6} {:>7}\n",
        "edit", "all", "kept", "wrong", "flagged", "elsewhere", "lost", "missed"
    );
    let mut sum = Tally::default();
    for (kind, tally) in table {
        drawn.push_str(&line(&format!("{kind:?}"), tally));
        sum.all += tally.all;
        sum.kept += tally.kept;
        sum.wrong += tally.wrong;
        sum.flagged += tally.flagged;
        sum.flagged_elsewhere += tally.flagged_elsewhere;
        sum.lost += tally.lost;
        sum.missed += tally.missed;
    }
    drawn + &line("together", &sum)
}

fn line(name: &str, tally: &Tally) -> String {
    format!(
        "{name:14} {:>7} {:>7} {:>6} {:>8} {:>9} {:>6} {:>7}\n",
        tally.all, tally.kept, tally.wrong, tally.flagged, tally.flagged_elsewhere, tally.lost, tally.missed
    )
}
