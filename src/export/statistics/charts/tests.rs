//! Tests of the charts: what is drawn is what was counted.

use super::super::canvas::Shape;
use super::super::count::Month;
use super::*;
use crate::annotate::AnnotationId;

fn cell(count: u32) -> Cell {
    (0..count).map(AnnotationId).collect()
}

fn cells(counts: &[u32]) -> Vec<Cell> {
    counts.iter().map(|count| cell(*count)).collect()
}

fn bars_of(drawing: &Drawing) -> Vec<(i32, i32)> {
    let bar = |shape: &Shape| match shape {
        Shape::Bar(x, _, width, ..) => Some((*x, *width)),
        _ => None,
    };
    drawing.shapes.iter().filter_map(bar).collect()
}

fn words_of(drawing: &Drawing) -> Vec<(&str, i32)> {
    let words = |shape: &'_ Shape| match shape {
        Shape::Words(_, y, .., words) => Some((words.clone(), *y)),
        _ => None,
    };
    drawing
        .shapes
        .iter()
        .filter(|shape| words(shape).is_some_and(|(words, _)| !words.is_empty()))
        .map(|shape| match shape {
            Shape::Words(_, y, .., words) => (words.as_str(), *y),
            _ => ("", 0),
        })
        .collect()
}

#[test]
fn bars_are_as_long_as_their_counts() {
    let counts = Counts {
        labels: vec!["measure".into(), "target".into()],
        sections: vec![
            ("一、修渠".to_owned(), cells(&[6, 3])),
            ("二、修路".to_owned(), cells(&[2, 0])),
        ],
        ..Counts::default()
    };
    let drawing = labels_by_section(&counts, Size::WIDE);
    let widths: Vec<i32> = bars_of(&drawing).iter().map(|(_, width)| *width).collect();
    assert_eq!(widths.len(), 3);
    assert!(
        (widths[0] - 2 * widths[1]).abs() <= 3 && (widths[0] - 3 * widths[2]).abs() <= 6,
        "{widths:?}"
    );
    let words = words_of(&drawing);
    let row = |name: &str| words.iter().find(|(words, _)| *words == name).map(|(_, y)| *y);
    assert!(row("一、修渠") < row("二、修路"), "from above: {words:?}");
    assert!(words.iter().any(|(words, _)| *words == "9"), "the sum");
    let areas: Vec<(usize, usize)> = drawing.areas.iter().map(|area| area.cell).collect();
    assert_eq!(areas, [(0, 0), (0, 1), (1, 0)], "what can be pointed at");
}

#[test]
fn units_have_a_cell_for_each_section_and_a_sum() {
    let counts = Counts {
        by_unit: vec![
            ("市水利局".to_owned(), cells(&[4, 0])),
            ("市财政局".to_owned(), cells(&[1, 1])),
        ],
        unit_sections: vec!["一（一）".to_owned(), "二".to_owned()],
        ..Counts::default()
    };
    let drawing = units_by_section(&counts, Size::WIDE);
    assert_eq!(bars_of(&drawing).len(), 4);
    let areas: Vec<(usize, usize)> = drawing.areas.iter().map(|area| area.cell).collect();
    assert_eq!(areas, [(0, 0), (1, 0), (1, 1)], "not where nothing is");
    let words: Vec<&str> = words_of(&drawing).into_iter().map(|(words, _)| words).collect();
    for wanted in ["市水利局", "一（一）", "Σ", "4", "2"] {
        assert!(words.contains(&wanted), "{wanted} in {words:?}");
    }
}

#[test]
fn deadlines_are_dots_over_their_months() {
    let month = |name: &str, accepted, suggested| Month {
        name: name.to_owned(),
        accepted: cell(accepted),
        suggested: cell(suggested),
    };
    let counts = Counts {
        months: vec![month("2026-11", 2, 1), month("2026-12", 0, 0), month("2027-01", 0, 30)],
        ..Counts::default()
    };
    let drawing = deadlines(&counts, Size::WIDE);
    let dots = |wanted: bool| {
        drawing
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Dot(.., fill) if *fill == wanted))
            .count()
    };
    assert_eq!((dots(true), dots(false)), (1, 8), "thirty tasks are a pile of eight");
    let words: Vec<&str> = words_of(&drawing).into_iter().map(|(words, _)| words).collect();
    assert!(
        words.contains(&"2026.11") && words.contains(&"12") && words.contains(&"2027.1") && words.contains(&"30"),
        "{words:?}"
    );
}

#[test]
fn nothing_to_draw_is_no_drawing() {
    let counts = Counts::default();
    for drawing in [
        labels_by_section(&counts, Size::WIDE),
        units_by_section(&counts, Size::WIDE),
        deadlines(&counts, Size::WIDE),
        instruments(&[], Size::WIDE),
        terms(&[], Size::WIDE),
    ] {
        assert_eq!((drawing.height, drawing.shapes.len()), (0, 0));
    }
    let one = instruments(&[("供给型 › 土地要素".to_owned(), cell(3))], Size::WIDE);
    assert_eq!(bars_of(&one).len(), 1);
}

#[test]
fn on_a_phone_whatever_can_be_touched_is_large_enough() {
    let units = |columns: usize| Counts {
        by_unit: vec![("市水利局".to_owned(), vec![cell(1); columns])],
        unit_sections: (0..columns).map(|column| format!("{column}")).collect(),
        months: vec![
            Month {
                name: "2026-04".to_owned(),
                accepted: cell(1),
                suggested: Cell::new(),
            };
            columns
        ],
        ..Counts::default()
    };
    for columns in [2, 12] {
        for drawing in [
            units_by_section(&units(columns), Size::NARROW),
            deadlines(&units(columns), Size::NARROW),
        ] {
            assert_eq!(drawing.areas.len(), columns);
            for area in &drawing.areas {
                let (left, top, right, bottom) = area.corners;
                assert!(right - left >= 43 && bottom - top >= 43, "{area:?}");
            }
        }
    }
    let one = instruments(&[("土地要素".to_owned(), cell(3))], Size::NARROW);
    let (_, top, _, bottom) = one.areas[0].corners;
    assert!(bottom - top >= 43);
}

#[test]
fn names_of_many_sections_are_tight() {
    let tight = ["二（十一）", "三 › 第二", "四 › 首先", "三 › 一是", "—"].map(tight);
    assert_eq!(tight, ["二·十一", "三·二", "四·首", "三·一", "—"]);
}

#[test]
fn months_say_their_years_where_some_have_no_name() {
    let month = |index: usize| Month {
        name: format!("{}-{:02}", 2024 + index / 12, index % 12 + 1),
        accepted: cell(1),
        suggested: cell(0),
    };
    let named = |count: usize| {
        let counts = Counts {
            months: (0..count).map(month).collect(),
            ..Counts::default()
        };
        let drawing = deadlines(&counts, Size::WIDE);
        let words = words_of(&drawing).into_iter().map(|(words, _)| words.to_owned());
        words.filter(|words| words != "1").collect::<Vec<_>>()
    };
    let few = named(14);
    assert!(
        few.contains(&"2024.1".to_owned()) && few.contains(&"2025.1".to_owned()) && few.contains(&"5".to_owned()),
        "{few:?}"
    );
    let many = named(40);
    assert!(
        many.len() > 2 && many.iter().all(|words| words.contains('.')),
        "{many:?}"
    );
}

#[test]
fn a_legend_names_every_colour_below_the_chart_and_wraps() {
    let entries = ["举措", "目标", "成效", "问题", "规则"].map(|name| ("st-target".to_owned(), name.repeat(4)));
    let bare = instruments(&[("土地要素".to_owned(), cell(3))], Size::NARROW);
    let drawing = with_legend(bare.clone(), &entries);
    let named = &words_of(&drawing)[words_of(&bare).len()..];
    assert_eq!(named.len(), entries.len());
    assert!(
        named
            .iter()
            .all(|(_, y)| *y > bare.height as i32 && *y < drawing.height as i32),
        "{named:?}"
    );
    assert!(named[0].1 < named[4].1, "they do not fit in one line");
    for shape in &drawing.shapes {
        if let Shape::Words(x, _, "start", size, _, words) = shape {
            assert!(
                f64::from(*x) + width(words, f64::from(*size)) <= f64::from(drawing.width),
                "{words}"
            );
        }
    }
    assert_eq!(
        with_legend(Drawing::new(9, 0), &entries),
        Drawing::new(9, 0),
        "nothing drawn, nothing named"
    );
}
