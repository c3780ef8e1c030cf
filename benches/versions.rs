//! How fast two versions of a text are aligned and annotations carried from one to the other: an ordinary
//! change at three sizes, and texts made to be slow. `make bench` runs it and prints the table.

// The macro that lists the benchmarks makes a function of its own.
#![allow(missing_docs)]

use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use juyao::annotate::{Annotation, AnnotationId, Store};
use juyao::project::Project;
use juyao::text::{Source, Span};
use juyao::version::{Alignment, carry, fillings};

fn versions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("versions");
    let sizes = [("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000)];
    let ordinary = sizes.map(|(size, bytes)| {
        let (old, new) = ordinary(bytes);
        (size, old, new)
    });
    for (name, old, new) in ordinary.into_iter().chain(adversarial(1_000_000)) {
        let project = annotated(&old);
        group.throughput(Throughput::Bytes(old.len() as u64));
        group.bench_function(format!("carry {name}"), |bencher| {
            bencher.iter(|| carry(&project, Source::new(new.as_str())));
        });
        let (old, new) = (Source::new(old), Source::new(new));
        group.bench_function(format!("compare {name}"), |bencher| {
            bencher.iter(|| {
                let aligned = Alignment::of(&old, &new);
                (aligned.rows(), fillings(&old, &new, &aligned))
            });
        });
    }
}

/// A text of about so many bytes, every sentence told apart by a number, and its new version.
fn ordinary(bytes: usize) -> (String, String) {
    let sample = include_str!("../src/samples/safety.txt");
    let mut number = 0;
    let long: String = (0..)
        .flat_map(|_| sample.split_inclusive('。'))
        .scan(0, |length, sentence| {
            number += 1;
            let sentence = format!("{number}{sentence}");
            *length += sentence.len();
            (*length <= bytes).then_some(sentence)
        })
        .collect();
    let edited = long.replace("隐患", "问题").replacen("各乡镇", "各街道", bytes / 2_000);
    (long, edited)
}

/// Texts and new versions that are slow where a program compares each with each.
fn adversarial(bytes: usize) -> Vec<(&'static str, String, String)> {
    let (long, edited) = ordinary(bytes);
    let repeated = "要抓好落实。".repeat(bytes / 18);
    let one_line = long.replace(['。', '\n', '；', '！', '？'], "，");
    let withheld = one_line.replace(['一', '二', '三', '的', '和'], "×");
    vec![
        (
            "one sentence again and again",
            repeated.clone(),
            repeated.replacen("落实", "督查", 3000),
        ),
        (
            "one line",
            one_line.clone(),
            edited.replace(['。', '\n', '；', '！', '？'], "，"),
        ),
        ("withheld words", one_line, withheld),
        ("nothing in common", long, repeated),
    ]
}

/// The text with an annotation at every fiftieth character.
fn annotated(text: &str) -> Project {
    let mut project = Project::new(Source::new(text));
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let marks = (0..starts.len().saturating_sub(8)).step_by(50).map(|at| {
        Arc::new(Annotation::by_hand(
            AnnotationId(at as u32 + 1),
            "term",
            Span::at(starts[at], starts[at + 8]),
        ))
    });
    project.store = Store::from_parts(marks.collect(), Vec::new());
    project
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = versions
}
criterion_main!(benches);
