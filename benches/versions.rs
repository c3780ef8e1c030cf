//! Throughput of carrying annotations to a new version: an ordinary change of a long text, and texts made
//! to be slow.

// The macro that lists the benchmarks makes a function of its own.
#![allow(missing_docs)]

use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use juyao::annotate::{Annotation, AnnotationId, Attributes, Origin, Status, Store};
use juyao::project::Project;
use juyao::text::{Source, Span};
use juyao::version::{Alignment, carry, fillings};

/// Bytes of every text.
const LENGTH: usize = 1_000_000;

fn versions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("versions");
    group.sample_size(10).throughput(Throughput::Bytes(LENGTH as u64));
    for (name, old, new) in pairs() {
        let project = annotated(&old);
        group.bench_function(format!("{name}/carry"), |bencher| {
            bencher.iter(|| carry(&project, Source::new(new.as_str())));
        });
        let (old, new) = (Source::new(old), Source::new(new));
        group.bench_function(format!("{name}/compare"), |bencher| {
            bencher.iter(|| {
                let aligned = Alignment::of(&old, &new);
                (aligned.rows(), fillings(&old, &new, &aligned))
            });
        });
    }
}

/// Texts and their new versions.
fn pairs() -> Vec<(&'static str, String, String)> {
    let sample = include_str!("../src/samples/safety.txt");
    // Every sentence is told apart by a number, as in a text of that length.
    let mut number = 0;
    let long: String = (0..)
        .flat_map(|_| sample.split_inclusive('。'))
        .scan(0, |length, sentence| {
            number += 1;
            let sentence = format!("{number}{sentence}");
            *length += sentence.len();
            (*length <= LENGTH).then_some(sentence)
        })
        .collect();
    let edited = long.replace("隐患", "问题").replacen("各乡镇", "各街道", 500);
    let repeated = "要抓好落实。".repeat(LENGTH / 18);
    let one_line = long.replace(['。', '\n', '；', '！', '？'], "，");
    let withheld = one_line.replace(['一', '二', '三', '的', '和'], "×");
    vec![
        ("ordinary", long.clone(), edited.clone()),
        ("repeated", repeated.clone(), repeated.replacen("落实", "督查", 3000)),
        (
            "one-line",
            one_line.clone(),
            edited.replace(['。', '\n', '；', '！', '？'], "，"),
        ),
        ("withheld", one_line, withheld),
        ("nothing-in-common", long, repeated),
    ]
}

/// The text with an annotation at every fiftieth character.
fn annotated(text: &str) -> Project {
    let mut project = Project::new(Source::new(text));
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let marks = (0..starts.len().saturating_sub(8)).step_by(50).map(|at| {
        Arc::new(Annotation {
            id: AnnotationId(at as u32 + 1),
            label: "term".into(),
            span: Span::at(starts[at], starts[at + 8]),
            fragments: Vec::new(),
            origin: Origin::Human,
            status: Status::Accepted,
            confidence: None,
            triggers: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
        })
    });
    project.store = Store::from_parts(marks.collect(), Vec::new());
    project
}

criterion_group!(benches, versions);
criterion_main!(benches);
