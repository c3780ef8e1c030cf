//! The charts.

use plotters::coord::ranged1d::{IntoSegmentedCoord, SegmentValue};
use plotters::prelude::{ChartBuilder, Circle, IntoDrawingArea, IntoFont, Rectangle, ShapeStyle, Text, TextStyle};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::canvas::{Drawing, Tone, width};
use super::count::{Counts, Term};

/// All charts are so wide, in CSS pixels.
const WIDTH: u32 = 640;
/// The height of a row.
const ROW: u32 = 30;
/// The room for names beside a chart.
const NAMES: u32 = 172;
/// The size of letters.
const LETTERS: u32 = 12;

/// Nothing can go wrong with a drawing of our own; if the library refuses a scale, the chart stays as far
/// as it got.
type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Statements in each section: bars made of one piece per label.
pub fn labels_by_section(counts: &Counts) -> Drawing {
    let names: Vec<&str> = counts.sections.iter().map(|(name, _)| name.as_str()).collect();
    let most = counts
        .sections
        .iter()
        .map(|(_, row)| row.iter().sum::<usize>())
        .max()
        .unwrap_or(0);
    draw(height(names.len()), |drawing| {
        let mut chart = rows(drawing, &names, most as f64 * 1.08)?;
        for (index, (_, row)) in counts.sections.iter().enumerate() {
            let index = segment(names.len(), index);
            let mut from = 0_usize;
            for (label, &count) in counts.labels.iter().zip(row).filter(|(_, count)| **count > 0) {
                let tone = |suffix: &str| Tone::of(&format!("st-{label}{suffix}")).colour();
                let (left, right) = (from as f64, (from + count) as f64);
                let mut bar = Rectangle::new(
                    [
                        (left, SegmentValue::Exact(index)),
                        (right, SegmentValue::Exact(index + 1)),
                    ],
                    tone("").filled(),
                );
                bar.set_margin(5, 5, 1, 1);
                chart.draw_series([bar])?;
                chart.draw_series([words(
                    count,
                    ((left + right) / 2.0, SegmentValue::CenterOf(index)),
                    HPos::Center,
                    tone("-k"),
                )])?;
                from += count;
            }
            chart.draw_series([words(
                from,
                (most as f64 * 1.08, SegmentValue::CenterOf(index)),
                HPos::Right,
                Tone::of("text-muted").colour(),
            )])?;
        }
        Ok(())
    })
}

/// The most units that are drawn; the table has all.
const MOST_UNITS: usize = 14;

/// Tasks of each unit in each section: the more, the darker.
pub fn units_by_section(counts: &Counts) -> Drawing {
    let shown = &counts.by_unit[..counts.by_unit.len().min(MOST_UNITS)];
    let names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    let columns = counts.unit_sections.len().max(1);
    let most = shown.iter().flat_map(|(_, row)| row).copied().max().unwrap_or(1).max(1) as f64;
    draw(
        if names.is_empty() { 0 } else { height(names.len()) + ROW },
        |drawing| {
            let mut chart = grid(drawing, &names, &counts.unit_sections)?;
            for (index, (_, row)) in shown.iter().enumerate() {
                let index = segment(names.len(), index);
                for (column, &count) in row.iter().enumerate() {
                    let share = count as f64 / most;
                    let style = match count {
                        0 => Tone::of("surface-panel").colour().filled(),
                        _ => Tone::of("st-measure-k").colour().mix(0.2 + 0.75 * share).filled(),
                    };
                    let corners = [
                        (SegmentValue::Exact(column), SegmentValue::Exact(index)),
                        (SegmentValue::Exact(column + 1), SegmentValue::Exact(index + 1)),
                    ];
                    let mut cell = Rectangle::new(corners, style);
                    cell.set_margin(2, 2, 2, 2);
                    chart.draw_series([cell])?;
                    if count > 0 {
                        let tone = if share > 0.55 { "surface-paper" } else { "text" };
                        let place = (SegmentValue::CenterOf(column), SegmentValue::CenterOf(index));
                        chart.draw_series([words(count, place, HPos::Center, Tone::of(tone).colour())])?;
                    }
                }
                let place = (SegmentValue::CenterOf(columns), SegmentValue::CenterOf(index));
                chart.draw_series([words(row.iter().sum(), place, HPos::Center, Tone::of("text").colour())])?;
            }
            Ok(())
        },
    )
}

/// The most dots in a pile.
const MOST_DOTS: usize = 8;

/// Tasks by the month in which they are due: a dot each, hollow while nobody has accepted it.
pub fn deadlines(counts: &Counts) -> Drawing {
    let months = &counts.months;
    let tallest = months
        .iter()
        .map(|month| month.accepted + month.suggested)
        .max()
        .unwrap_or(0);
    // A pile that would be too high stands for several tasks a dot.
    let share = tallest.div_ceil(MOST_DOTS).max(1);
    draw(if months.is_empty() { 0 } else { 250 }, |drawing| {
        let root = drawing.into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin(8)
            .x_label_area_size(26)
            .build_cartesian_2d(segments(months.len()), 0.0..(tallest.div_ceil(share) as f64 + 1.6))?;
        let name = |value: &SegmentValue<usize>| match value {
            SegmentValue::CenterOf(index) => months
                .get(*index)
                .map(|month| month_name(&month.name, *index))
                .unwrap_or_default(),
            SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
        };
        chart
            .configure_mesh()
            .disable_mesh()
            .disable_y_axis()
            .x_labels(months.len().min(16))
            .x_label_formatter(&name)
            .axis_style(Tone::of("line").colour())
            .label_style(letters("text-faint"))
            .draw()?;
        for (index, month) in months.iter().enumerate() {
            let (full, all) = (
                month.accepted.div_ceil(share),
                (month.accepted + month.suggested).div_ceil(share),
            );
            for dot in 0..all {
                let place = (SegmentValue::CenterOf(index), dot as f64 + 0.5);
                let tone = Tone::of("st-measure-k").colour();
                let style: ShapeStyle = if dot < full {
                    tone.filled()
                } else {
                    tone.stroke_width(1)
                };
                chart.draw_series([Circle::new(place, 9, style)])?;
            }
            if all > 0 {
                let place = (SegmentValue::CenterOf(index), all as f64 + 0.4);
                chart.draw_series([words(
                    month.accepted + month.suggested,
                    place,
                    HPos::Center,
                    Tone::of("text").colour(),
                )])?;
            }
        }
        Ok(())
    })
}

/// A month as one says it; with its year where the year begins.
fn month_name(name: &str, index: usize) -> String {
    let (year, month) = name.split_once('-').unwrap_or((name, ""));
    let month = month.trim_start_matches('0');
    match index == 0 || month == "1" {
        true => format!("{year}.{month}"),
        false => month.to_owned(),
    }
}

/// Classes of policy instruments, with names in the person's language: a bar each.
pub fn instruments(classes: &[(String, usize)]) -> Drawing {
    let tones = ["st-measure", "st-target", "st-achievement", "st-rule"];
    bars(classes, |name| {
        let group = name.split('›').next().unwrap_or_default();
        let rank = classes
            .iter()
            .map(|(other, _)| other.split('›').next().unwrap_or_default())
            .collect::<Vec<_>>()
            .chunk_by(|one, other| one == other)
            .position(|run| run.first() == Some(&group));
        tones[rank.unwrap_or(0) % tones.len()]
    })
}

/// The most terms that are drawn; the table has all.
const MOST_TERMS: usize = 14;

/// Terms by how many times they stand there.
pub fn terms(terms: &[Term]) -> Drawing {
    let shown: Vec<(String, usize)> = terms
        .iter()
        .take(MOST_TERMS)
        .map(|term| (term.words.clone(), term.times))
        .collect();
    bars(&shown, |_| "st-target")
}

fn bars<'a>(values: &[(String, usize)], tone: impl Fn(&str) -> &'a str) -> Drawing {
    let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1) as f64;
    draw(height(names.len()), |drawing| {
        let mut chart = rows(drawing, &names, most * 1.08)?;
        for (index, (name, count)) in values.iter().enumerate() {
            let index = segment(names.len(), index);
            let corners = [
                (0.0, SegmentValue::Exact(index)),
                (*count as f64, SegmentValue::Exact(index + 1)),
            ];
            let mut bar = Rectangle::new(corners, Tone::of(tone(name)).colour().filled());
            bar.set_margin(5, 5, 0, 0);
            chart.draw_series([bar])?;
            let place = (most * 1.08, SegmentValue::CenterOf(index));
            chart.draw_series([words(*count, place, HPos::Right, Tone::of("text-muted").colour())])?;
        }
        Ok(())
    })
}

/// The height of so many rows; at least two have room.
fn height(rows: usize) -> u32 {
    if rows == 0 { 0 } else { ROW * rows.max(2) as u32 }
}

/// Makes a drawing of a height; an empty one where there is nothing to draw.
fn draw(height: u32, paint: impl FnOnce(&mut Drawing) -> Outcome) -> Drawing {
    let mut drawing = Drawing::new(WIDTH, height);
    if height > 0 {
        let _ = paint(&mut drawing);
    }
    drawing
}

type Canvas<'a> = &'a mut Drawing;
type Segments = plotters::coord::ranged1d::SegmentedCoord<plotters::coord::types::RangedCoordusize>;
type Length = plotters::coord::types::RangedCoordf64;
type Chart<'a, X> = plotters::chart::ChartContext<'a, Canvas<'a>, plotters::coord::cartesian::Cartesian2d<X, Segments>>;

/// A chart with named rows, from top to bottom, and lengths.
fn rows<'a>(drawing: Canvas<'a>, names: &[&str], most: f64) -> Result<Chart<'a, Length>, Box<dyn std::error::Error>> {
    let root = drawing.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_right(6)
        .y_label_area_size(NAMES)
        .build_cartesian_2d(0.0..most.max(1.0), segments(names.len()))?;
    let name = |value: &SegmentValue<usize>| row_name(names, value);
    chart
        .configure_mesh()
        .disable_mesh()
        // No line along the names; without an axis the library draws no names either.
        .axis_style(plotters::style::TRANSPARENT)
        .y_labels(names.len())
        .y_label_formatter(&name)
        .label_style(letters("text-muted"))
        .draw()?;
    Ok(chart)
}

/// A chart with named rows and columns, and one column more for sums.
fn grid<'a>(
    drawing: Canvas<'a>,
    names: &[&str],
    columns: &[String],
) -> Result<Chart<'a, Segments>, Box<dyn std::error::Error>> {
    let root = drawing.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .y_label_area_size(NAMES)
        .top_x_label_area_size(ROW)
        .build_cartesian_2d(segments(columns.len() + 1), segments(names.len()))?;
    let room = f64::from(WIDTH - NAMES) / (columns.len() + 1) as f64;
    let head = |value: &SegmentValue<usize>| match value {
        SegmentValue::CenterOf(index) if *index == columns.len() => "Σ".to_owned(),
        SegmentValue::CenterOf(index) => columns
            .get(*index)
            .map(|name| cut(name, room - 2.0))
            .unwrap_or_default(),
        SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
    };
    let name = |value: &SegmentValue<usize>| row_name(names, value);
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(plotters::style::TRANSPARENT)
        .x_labels(columns.len() + 1)
        .x_label_formatter(&head)
        .y_labels(names.len())
        .y_label_formatter(&name)
        .label_style(letters("text-muted"))
        .draw()?;
    Ok(chart)
}

/// As many segments; at least two, of which the library needs the distance.
fn segments(count: usize) -> Segments {
    (0..count.max(2) - 1).into_segmented()
}

/// The segment of a row: rows are counted from above, segments from below.
fn segment(rows: usize, index: usize) -> usize {
    (rows.max(2) - 1).saturating_sub(index)
}

fn row_name(names: &[&str], value: &SegmentValue<usize>) -> String {
    match value {
        SegmentValue::CenterOf(index) => names
            .get(segment(names.len(), *index))
            .map(|name| cut(name, f64::from(NAMES - 14)))
            .unwrap_or_default(),
        SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
    }
}

/// As much of a name as has room.
fn cut(name: &str, room: f64) -> String {
    if width(name, f64::from(LETTERS)) <= room {
        return name.to_owned();
    }
    let mut short = String::new();
    for char in name.chars() {
        if width(&short, f64::from(LETTERS)) + 2.0 * f64::from(LETTERS) > room {
            break;
        }
        short.push(char);
    }
    short + "…"
}

fn letters(token: &str) -> TextStyle<'static> {
    style(Tone::of(token).colour())
}

fn style(colour: plotters::style::RGBColor) -> TextStyle<'static> {
    let mut style = TextStyle::from(("sans-serif", LETTERS).into_font());
    style.color = colour.to_backend_color();
    style
}

fn words<P>(count: usize, place: P, side: HPos, colour: plotters::style::RGBColor) -> Text<'static, P, String> {
    let style = style(colour).pos(Pos::new(side, VPos::Center));
    Text::new(count.to_string(), place, style)
}

#[cfg(test)]
mod tests {
    use super::super::canvas::Shape;
    use super::super::count::Month;
    use super::*;

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
            sections: vec![("一、修渠".to_owned(), vec![6, 3]), ("二、修路".to_owned(), vec![2, 0])],
            ..Counts::default()
        };
        let drawing = labels_by_section(&counts);
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
    }

    #[test]
    fn units_have_a_cell_for_each_section_and_a_sum() {
        let counts = Counts {
            by_unit: vec![("市水利局".to_owned(), vec![4, 0]), ("市财政局".to_owned(), vec![1, 1])],
            unit_sections: vec!["一（一）".to_owned(), "二".to_owned()],
            ..Counts::default()
        };
        let drawing = units_by_section(&counts);
        assert_eq!(bars_of(&drawing).len(), 4);
        let words: Vec<&str> = words_of(&drawing).into_iter().map(|(words, _)| words).collect();
        for wanted in ["市水利局", "一（一）", "Σ", "4", "2"] {
            assert!(words.contains(&wanted), "{wanted} in {words:?}");
        }
    }

    #[test]
    fn deadlines_are_dots_over_their_months() {
        let month = |name: &str, accepted, suggested| Month {
            name: name.to_owned(),
            accepted,
            suggested,
        };
        let counts = Counts {
            months: vec![month("2026-11", 2, 1), month("2026-12", 0, 0), month("2027-01", 0, 30)],
            ..Counts::default()
        };
        let drawing = deadlines(&counts);
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
            labels_by_section(&counts),
            units_by_section(&counts),
            deadlines(&counts),
            instruments(&[]),
            terms(&[]),
        ] {
            assert_eq!((drawing.height, drawing.shapes.len()), (0, 0));
        }
        let one = instruments(&[("供给型 › 土地要素".to_owned(), 3)]);
        assert_eq!(bars_of(&one).len(), 1);
    }
}
