//! The report to print: its charts show what was counted, and it is a page by itself.

use juyao::annotate::Status;
use juyao::export::statistics::count;
use juyao::export::{Format, Options};
use juyao::project::Project;

use super::speech;

fn report(project: &Project, options: Options) -> String {
    String::from_utf8(Format::Report.encode(project, options).unwrap()).unwrap()
}

/// The words in the chart of a heading.
fn words(report: &str, title: &str) -> Option<Vec<String>> {
    let (_, chart) = report.split_once(&format!("<h3>{title}</h3>"))?;
    let chart = &chart[chart.find("<svg")?..chart.find("</svg>")? + "</svg>".len()];
    let chart = roxmltree::Document::parse(chart).unwrap();
    let words = chart.descendants().filter(|node| node.has_tag_name("text"));
    Some(words.filter_map(|node| node.text().map(str::to_owned)).collect())
}

#[test]
fn the_charts_show_what_was_counted() {
    let project = speech::sample();
    let suggestions = Options { suggestions: true };
    let (report, counts) = (report(&project, suggestions), count(&project, suggestions));
    let numbers = |title: &str| -> Vec<usize> {
        let words = words(&report, title).unwrap_or_else(|| panic!("no {title}"));
        words.iter().filter_map(|word| word.parse().ok()).collect()
    };
    let in_sections: usize = counts.sections.iter().flat_map(|(_, row)| row).map(Vec::len).sum();
    // Each statement counts in its piece and in the sum of its row.
    assert!(in_sections > 0);
    assert_eq!(numbers("各章节陈述").iter().sum::<usize>(), 2 * in_sections);
    let in_units: usize = counts.by_unit.iter().flat_map(|(_, row)| row).map(Vec::len).sum();
    assert!(in_units > 0 && counts.by_unit.len() <= 14);
    assert_eq!(numbers("单位与举措").iter().sum::<usize>(), 2 * in_units);
    let classes: usize = counts.instruments.iter().map(|(_, cell)| cell.len()).sum();
    assert!(classes > 0);
    assert_eq!(numbers("政策工具").iter().sum::<usize>(), classes);
    assert!(
        words(&report, "完成时限")
            .unwrap()
            .iter()
            .any(|word| word.starts_with("20"))
    );
    assert!(report.contains(&format!("{} 项没有时限", counts.untimed.len())));
}

#[test]
fn charts_count_only_what_goes_into_the_report() {
    let project = speech::sample();
    assert!(
        project
            .store
            .annotations()
            .iter()
            .all(|one| one.status == Status::Suggested)
    );
    assert!(!report(&project, Options::default()).contains("class=\"chart\""));
}

#[test]
fn it_loads_nothing_and_runs_nothing() {
    for project in speech::projects() {
        let report = report(&project, Options { suggestions: true });
        // What a speech says stands there as text: `<` is never its own.
        for element in ["<script", "<link", "<img", "<iframe", "<object", "<base", "<meta http"] {
            assert!(!report.contains(element), "{element}");
        }
        let style = report.split("</style>").next().unwrap();
        assert!(!style.contains("url(") && !style.contains("@import"));
    }
}
