//! The charts.

mod axes;

use plotters::coord::ranged1d::SegmentValue;
use plotters::prelude::{ChartBuilder, Circle, IntoDrawingArea, Rectangle, ShapeStyle};
use plotters::style::Color;
use plotters_backend::text_anchor::HPos;

use super::canvas::{Drawing, Shape, Tone, width};
use super::count::{Cell, Counts, Term};
pub use axes::Size;
use axes::{draw, grid, letters, rows, segment, segments, words};

/// Statements in each section: bars made of one piece per label.
pub fn labels_by_section(counts: &Counts, size: Size) -> Drawing {
    let names: Vec<&str> = counts.sections.iter().map(|(name, _)| name.as_str()).collect();
    let most = counts
        .sections
        .iter()
        .map(|(_, row)| row.iter().map(Vec::len).sum::<usize>())
        .max()
        .unwrap_or(0);
    let size = size.with_pieces(most);
    draw(size, size.height(names.len()), |drawing| {
        let mut chart = rows(drawing, size, &names, most as f64 * 1.08)?;
        for (line, (_, row)) in counts.sections.iter().enumerate() {
            let index = segment(names.len(), line);
            let mut from = 0_usize;
            let cells = counts.labels.iter().zip(row).enumerate();
            for (column, (label, cell)) in cells.filter(|(_, (_, cell))| !cell.is_empty()) {
                let (count, tone) = (cell.len(), |suffix: &str| Tone::of(&format!("st-{label}{suffix}")));
                let (left, right) = (from as f64, (from + count) as f64);
                let mut bar = Rectangle::new(
                    [
                        (left, SegmentValue::Exact(index)),
                        (right, SegmentValue::Exact(index + 1)),
                    ],
                    tone("").colour_at((line, column)).filled(),
                );
                bar.set_margin(5, 5, 1, 1);
                chart.draw_series([bar])?;
                chart.draw_series([words(
                    count,
                    ((left + right) / 2.0, SegmentValue::CenterOf(index)),
                    HPos::Center,
                    tone("-k").colour(),
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

/// The same with what each colour means written below: pairs of a design token and a name.
pub fn with_legend(mut drawing: Drawing, entries: &[(String, String)]) -> Drawing {
    const SWATCH: i32 = 12;
    const LINE: i32 = 22;
    if drawing.height == 0 {
        return drawing;
    }
    let (mut x, mut y) = (6, drawing.height as i32 + 8);
    for (token, name) in entries {
        let length = SWATCH + 6 + width(name, f64::from(SWATCH)).ceil() as i32;
        if x > 6 && x + length > drawing.width as i32 {
            (x, y) = (6, y + LINE);
        }
        let tone = Tone::of(token);
        drawing.shapes.push(Shape::Bar(x, y, SWATCH, SWATCH, tone, 1.0));
        let place = (x + SWATCH + 6, y + SWATCH - 2);
        let muted = Tone::of("text-muted");
        let words = Shape::Words(place.0, place.1, "start", SWATCH as u32, muted, name.clone());
        drawing.shapes.push(words);
        x += length + 16;
    }
    drawing.height = (y + LINE) as u32;
    drawing
}

/// The most units that are drawn; the table has all.
pub const MOST_UNITS: usize = 14;

/// With more columns than this their names are written as tight as can be.
const FEW_COLUMNS: usize = 8;

/// The short name of a section without brackets: 二·一 for 二（一）, 三·二 for 三 › 第二, 四·首 for 四 › 首先.
fn tight(name: &str) -> String {
    let parts = name.split([' ', '›', '（', '）', '(', ')', '〔', '〕']);
    let parts = parts
        .map(|part| part.trim_matches(['第', '是']))
        .filter(|part| !part.is_empty());
    let is_number =
        |part: &str| part.starts_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
    let parts = parts.map(|part| match part.chars().next() {
        Some(first) if !is_number(part) => first.to_string(),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("·")
}

/// Tasks of each unit in each section: the more, the darker.
pub fn units_by_section(counts: &Counts, size: Size) -> Drawing {
    let shown = &counts.by_unit[..counts.by_unit.len().min(MOST_UNITS)];
    let names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    let columns = counts.unit_sections.len().max(1);
    let size = size.with_columns(columns + 1);
    let heads: Vec<String> = match columns > FEW_COLUMNS {
        true => counts.unit_sections.iter().map(|name| tight(name)).collect(),
        false => counts.unit_sections.clone(),
    };
    let cells = shown.iter().flat_map(|(_, row)| row);
    let most = cells.map(Vec::len).max().unwrap_or(1).max(1) as f64;
    draw(
        size,
        if names.is_empty() {
            0
        } else {
            size.height(names.len()) + size.row
        },
        |drawing| {
            let mut chart = grid(drawing, size, &names, &heads)?;
            for (line, (_, row)) in shown.iter().enumerate() {
                let index = segment(names.len(), line);
                for (column, cell) in row.iter().enumerate() {
                    let count = cell.len();
                    let share = count as f64 / most;
                    let style = match count {
                        0 => Tone::of("surface-panel").colour().filled(),
                        _ => Tone::of("st-measure-k")
                            .colour_at((line, column))
                            .mix(0.2 + 0.75 * share)
                            .filled(),
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
                chart.draw_series([words(
                    row.iter().map(Vec::len).sum(),
                    place,
                    HPos::Center,
                    Tone::of("text").colour(),
                )])?;
            }
            Ok(())
        },
    )
}

/// The most months that all have their names.
const MOST_NAMED: usize = 16;

/// The most dots in a pile.
const MOST_DOTS: usize = 8;

/// Tasks by the month in which they are due: a dot each, hollow while nobody has accepted it.
pub fn deadlines(counts: &Counts, size: Size) -> Drawing {
    let months = &counts.months;
    let tallest = months
        .iter()
        .map(|month| month.accepted.len() + month.suggested.len())
        .max()
        .unwrap_or(0);
    // A pile that would be too high stands for several tasks a dot.
    let share = tallest.div_ceil(MOST_DOTS).max(1);
    let size = Size { names: 16, ..size }.with_columns(months.len());
    // Where not every month has its name, that of January may be missing.
    let has_gaps = months.len() > MOST_NAMED;
    let named = if has_gaps { MOST_NAMED / 2 } else { months.len() };
    draw(size, if months.is_empty() { 0 } else { 250 }, |drawing| {
        let root = drawing.into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin(8)
            .margin_left(20)
            .margin_right(20)
            .x_label_area_size(26)
            .build_cartesian_2d(segments(months.len()), 0.0..(tallest.div_ceil(share) as f64 + 1.6))?;
        let name = |value: &SegmentValue<usize>| match value {
            SegmentValue::CenterOf(index) => months
                .get(*index)
                .map(|month| month_name(&month.name, *index == 0 || has_gaps))
                .unwrap_or_default(),
            SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
        };
        chart
            .configure_mesh()
            .disable_mesh()
            .disable_y_axis()
            .x_labels(named)
            .x_label_formatter(&name)
            .axis_style(Tone::of("line").colour())
            .label_style(letters("text-faint"))
            .draw()?;
        for (index, month) in months.iter().enumerate() {
            let (accepted, due) = (month.accepted.len(), month.accepted.len() + month.suggested.len());
            let (full, all) = (accepted.div_ceil(share), due.div_ceil(share));
            for dot in 0..all {
                let place = (SegmentValue::CenterOf(index), dot as f64 + 0.5);
                let tone = Tone::of("st-measure-k").colour_at((index, 2));
                let style: ShapeStyle = if dot < full {
                    tone.filled()
                } else {
                    tone.stroke_width(1)
                };
                chart.draw_series([Circle::new(place, 9, style)])?;
            }
            if all > 0 {
                let place = (SegmentValue::CenterOf(index), all as f64 + 0.4);
                chart.draw_series([words(due, place, HPos::Center, Tone::of("text").colour())])?;
            }
        }
        Ok(())
    })
}

/// A month as one says it; with its year where the year begins, or where it is asked for.
fn month_name(name: &str, with_year: bool) -> String {
    let (year, month) = name.split_once('-').unwrap_or((name, ""));
    let month = month.trim_start_matches('0');
    match with_year || month == "1" {
        true => format!("{year}.{month}"),
        false => month.to_owned(),
    }
}

/// Classes of policy instruments, with names in the person's language: a bar each.
pub fn instruments(classes: &[(String, Cell)], size: Size) -> Drawing {
    let shades = [0.6, 0.4, 0.25];
    let lengths: Vec<(String, usize)> = classes.iter().map(|(name, cell)| (name.clone(), cell.len())).collect();
    bars(&lengths, size, |name| {
        let group = name.split('›').next().unwrap_or_default();
        let rank = classes
            .iter()
            .map(|(other, _)| other.split('›').next().unwrap_or_default())
            .collect::<Vec<_>>()
            .chunk_by(|one, other| one == other)
            .position(|run| run.first() == Some(&group));
        shades[rank.unwrap_or(0) % shades.len()]
    })
}

/// The most terms that are drawn; the table has all.
const MOST_TERMS: usize = 14;

/// Terms by how many times they stand there.
pub fn terms(terms: &[Term], size: Size) -> Drawing {
    let shown: Vec<(String, usize)> = terms
        .iter()
        .take(MOST_TERMS)
        .map(|term| (term.words.clone(), term.places.len()))
        .collect();
    bars(&shown, size, |_| 0.4)
}

/// Grey bars, each with its shade: colours are for what is marked in the text.
fn bars(values: &[(String, usize)], size: Size, shade: impl Fn(&str) -> f64) -> Drawing {
    let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1) as f64;
    draw(size, size.height(names.len()), |drawing| {
        let mut chart = rows(drawing, size, &names, most * 1.08)?;
        for (line, (name, count)) in values.iter().enumerate() {
            let index = segment(names.len(), line);
            let corners = [
                (0.0, SegmentValue::Exact(index)),
                (*count as f64, SegmentValue::Exact(index + 1)),
            ];
            let grey = Tone::of("text-muted").colour_at((line, 0)).mix(shade(name));
            let mut bar = Rectangle::new(corners, grey.filled());
            bar.set_margin(5, 5, 0, 0);
            chart.draw_series([bar])?;
            let place = (most * 1.08, SegmentValue::CenterOf(index));
            chart.draw_series([words(*count, place, HPos::Right, Tone::of("text-muted").colour())])?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests;
