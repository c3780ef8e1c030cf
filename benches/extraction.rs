//! How fast a text is taken apart: the samples at three sizes, and inputs made to be slow. `make bench`
//! runs it and prints the table.

// The macro that lists the benchmarks makes a function of its own.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use juyao::export::{Format, Options};
use juyao::extract::extract;
use juyao::extract::jieba::JiebaLexicon;
use juyao::project::{Project, Suggestions};
use juyao::text::Source;

const SAMPLES: [&str; 5] = [
    include_str!("../src/samples/manufacturing.txt"),
    include_str!("../src/samples/safety.txt"),
    include_str!("../src/samples/rural.txt"),
    include_str!("../src/samples/digital-government.txt"),
    include_str!("../src/samples/one-line.txt"),
];

/// Ordinary text: the samples one after another, up to about so many bytes.
fn ordinary(bytes: usize) -> String {
    let text: String = SAMPLES.iter().flat_map(|sample| [*sample, "\n\n"]).collect();
    let times = bytes / text.len() + 1;
    let mut text = text.repeat(times);
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// Inputs that are slow where a program looks back, looks ahead or counts without a limit.
fn adversarial(bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = |piece: &str| piece.repeat(bytes / piece.len());
    let half = bytes / 2 / '（'.len_utf8();
    vec![
        ("markers", repeated("一、")),
        ("bracketed markers", repeated("（一）")),
        ("marker lines", repeated("1.抓\n")),
        ("headings in one line", repeated("一、抓好落实。")),
        ("quotes", repeated("“")),
        ("quoted words", repeated("“一”")),
        ("nested brackets", "（".repeat(half) + &"）".repeat(half)),
        ("one line", repeated("各乡镇要抓紧推进项目建设")),
        ("one sentence", repeated("各乡镇要抓紧推进项目建设，")),
        ("one list", repeated("市工信局、")),
        ("one number", repeated("1")),
        ("Chinese numeral", repeated("一")),
        ("redactions", repeated("×")),
        ("full-width digits", repeated("１")),
        ("short lines", repeated("甲\n")),
        ("assignments", repeated("（责任单位：")),
        ("times", repeated("2024年底前")),
        ("targets", repeated("力争产值达到120亿元，")),
        ("entities", repeated("&")),
    ]
}

fn benchmarks(criterion: &mut Criterion) {
    let Ok(lexicon) = JiebaLexicon::embedded() else { return };
    let mut group = criterion.benchmark_group("ordinary");
    for (name, bytes) in [("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000)] {
        let source = Source::new(ordinary(bytes));
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(format!("extract {name}"), |bencher| {
            bencher.iter(|| black_box(extract(&source, Some(&lexicon), &mut |_| {})))
        });
        group.bench_function(format!("extract and export {name}"), |bencher| {
            bencher.iter(|| {
                let found = extract(&source, Some(&lexicon), &mut |_| {});
                let project = Project::suggested(source.clone(), Suggestions::of(&source, &found));
                black_box(Format::Ndjson.encode(&project, Options { suggestions: true }))
            })
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("adversarial");
    for (name, text) in adversarial(1_000_000) {
        let source = Source::new(text);
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(extract(&source, Some(&lexicon), &mut |_| {})))
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("dictionary");
    group.bench_function("load", |bencher| bencher.iter(|| black_box(JiebaLexicon::embedded())));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = benchmarks
}
criterion_main!(benches);
