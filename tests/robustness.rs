//! What the extraction finds in a speech stays when the speech is damaged the way pages and
//! programs damage it: lost or added line breaks, other punctuation, traditional characters, page
//! fragments, debris before and behind.
#![cfg(feature = "cli")]

mod robustness {
    pub(crate) mod damage;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use juyao::extract::jieba::JiebaLexicon;
use juyao::extract::{Extraction, extract};
use juyao::text::{Source, Span};
use robustness::damage::{self, Damaged};

/// A kind of damage, and how many percent of the headings (with their levels) and of the statements
/// of all sample speeches are found in it exactly as in the speech as it was.
struct Expectation {
    name: &'static str,
    damage: fn(&str) -> Damaged,
    headings: usize,
    statements: usize,
}

const EXPECTATIONS: [Expectation; 11] = [
    expect("a mark of the byte order", damage::byte_order_mark, 100, 100),
    expect("line ends of another system", damage::other_line_ends, 100, 100),
    expect("paragraphs of a page", damage::elements, 100, 100),
    expect("traditional characters", damage::traditional, 100, 100),
    expect("half-width punctuation", damage::half_width, 100, 100),
    expect("pronunciations", damage::pronunciations, 100, 100),
    expect("head and foot of a site", damage::site, 100, 100),
    expect("page fragments", damage::page_fragments, 100, 100),
    expect("broken lines", damage::broken_lines, 100, 99),
    expect("pages with numbers and a running header", damage::pages, 100, 100),
    expect("paragraphs run together with wide gaps", damage::one_line, 100, 100),
];

const fn expect(name: &'static str, damage: fn(&str) -> Damaged, headings: usize, statements: usize) -> Expectation {
    Expectation {
        name,
        damage,
        headings,
        statements,
    }
}

#[test]
fn damage_changes_nothing_that_is_found() {
    let lexicon = JiebaLexicon::embedded().unwrap();
    let find = |text: &str| extract(&Source::new(text), Some(&lexicon), &mut |_| {});
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/samples");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let mut report = String::new();
    let mut failed = false;
    for expectation in EXPECTATIONS {
        let mut kept = [(0, 0); 2];
        let mut lost = Vec::new();
        for text in &texts {
            let damaged = (expectation.damage)(text);
            let whole = Damaged::whole(text);
            let (before, after) = (find(text), find(damaged.text()));
            let pairs = [
                (headings(&before, &whole), headings(&after, &damaged)),
                (statements(&before, &whole), statements(&after, &damaged)),
            ];
            for (kept, (before, after)) in kept.iter_mut().zip(pairs) {
                kept.0 += before.intersection(&after).count();
                kept.1 += before.len();
                lost.extend(before.difference(&after).map(|found| shown(text, found)));
            }
        }
        let percent = kept.map(|(kept, all)| kept * 100 / all);
        failed |= percent[0] < expectation.headings || percent[1] < expectation.statements;
        report += &format!(
            "{}: headings {}%, statements {}% (expected {}%, {}%)\n",
            expectation.name, percent[0], percent[1], expectation.headings, expectation.statements
        );
        for lost in lost.iter().take(6) {
            report += &format!("    lost {lost}\n");
        }
    }
    assert!(!failed, "\n{report}");
}

/// Something found: what it is, and the first and the last character of the speech as it was.
type Found = (String, usize, usize);

fn headings(extraction: &Extraction, damaged: &Damaged) -> BTreeSet<Found> {
    let found = extraction.headings.iter();
    found
        .filter_map(|heading| place(damaged, format!("heading {}", heading.level), heading.span))
        .collect()
}

fn statements(extraction: &Extraction, damaged: &Damaged) -> BTreeSet<Found> {
    let found = extraction.statements.iter();
    found
        .filter_map(|statement| place(damaged, statement.label.id().to_owned(), statement.span))
        .collect()
}

fn place(damaged: &Damaged, what: String, span: Span) -> Option<Found> {
    let (first, last) = damaged.origin(span.range())?;
    Some((what, first, last))
}

fn shown(text: &str, (what, first, last): &Found) -> String {
    let quote: String = text.chars().skip(*first).take(last - first + 1).collect();
    format!("{what}: {quote}")
}
