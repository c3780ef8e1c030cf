//! What charts have in common: rows and columns with names, scales, letters.

use plotters::coord::ranged1d::{IntoSegmentedCoord, SegmentValue};
use plotters::prelude::{ChartBuilder, IntoDrawingArea, IntoFont, Text, TextStyle};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::super::canvas::{Drawing, Tone, width};

/// A row of more pieces than this does not become wider.
const MOST_PIECES: usize = 40;

/// What a chart is drawn for: lengths in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How wide a chart is at least.
    pub width: u32,
    /// How wide a column is at least; a chart of more columns becomes wider.
    pub column: u32,
    /// The height of a row.
    pub row: u32,
    /// The room for names beside a chart.
    pub names: u32,
}

impl Size {
    /// For a screen with room, and for files.
    pub const WIDE: Self = Self {
        width: 640,
        column: 0,
        row: 30,
        names: 172,
    };

    /// For a phone: whatever can be touched is as large as a finger.
    pub const NARROW: Self = Self {
        width: 326,
        column: 52,
        row: 48,
        names: 108,
    };

    /// Wide enough for so many columns beside the names.
    pub(super) fn with_columns(self, columns: usize) -> Self {
        Self {
            width: self.width.max(self.names + self.column * columns as u32),
            ..self
        }
    }

    /// Wide enough for so many pieces in a row, each as wide as can be pointed at.
    pub(super) fn with_pieces(self, pieces: usize) -> Self {
        let least = self.column / 2 * pieces.min(MOST_PIECES) as u32;
        Self {
            width: self.width.max(self.names + least),
            ..self
        }
    }

    /// The height of so many rows; at least two have room.
    pub(super) fn height(self, rows: usize) -> u32 {
        if rows == 0 { 0 } else { self.row * rows.max(2) as u32 }
    }
}

/// The size of letters, and of those where many columns stand side by side.
const LETTERS: u32 = 12;
const SMALL: u32 = 10;

/// Nothing can go wrong with a drawing of our own; if the library refuses a scale, the chart stays as far
/// as it got.
pub(super) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Makes a drawing of a height; an empty one where there is nothing to draw.
pub(super) fn draw(size: Size, height: u32, paint: impl FnOnce(&mut Drawing) -> Outcome) -> Drawing {
    let mut drawing = Drawing::new(size.width, height);
    drawing.reach = size.row - 4;
    if height > 0 {
        let _ = paint(&mut drawing);
    }
    drawing
}

type Canvas<'a> = &'a mut Drawing;
pub(super) type Segments = plotters::coord::ranged1d::SegmentedCoord<plotters::coord::types::RangedCoordusize>;
type Length = plotters::coord::types::RangedCoordf64;
pub(super) type Chart<'a, X> =
    plotters::chart::ChartContext<'a, Canvas<'a>, plotters::coord::cartesian::Cartesian2d<X, Segments>>;

/// A chart with named rows, from top to bottom, and lengths.
pub(super) fn rows<'a>(
    drawing: Canvas<'a>,
    size: Size,
    names: &[&str],
    most: f64,
) -> Result<Chart<'a, Length>, Box<dyn std::error::Error>> {
    let root = drawing.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_right(6)
        .y_label_area_size(size.names)
        .build_cartesian_2d(0.0..most.max(1.0), segments(names.len()))?;
    let name = |value: &SegmentValue<usize>| row_name(size, names, value);
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
pub(super) fn grid<'a>(
    drawing: Canvas<'a>,
    size: Size,
    names: &[&str],
    columns: &[String],
) -> Result<Chart<'a, Segments>, Box<dyn std::error::Error>> {
    let root = drawing.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .y_label_area_size(size.names)
        .top_x_label_area_size(size.row)
        .build_cartesian_2d(segments(columns.len() + 1), segments(names.len()))?;
    let room = f64::from(size.width - size.names) / (columns.len() + 1) as f64;
    let letter = if room < 48.0 { SMALL } else { LETTERS };
    let head = |value: &SegmentValue<usize>| match value {
        SegmentValue::CenterOf(index) if *index == columns.len() => "Σ".to_owned(),
        SegmentValue::CenterOf(index) => columns
            .get(*index)
            .map(|name| cut(name, letter, room - 1.0))
            .unwrap_or_default(),
        SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
    };
    let name = |value: &SegmentValue<usize>| row_name(size, names, value);
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(plotters::style::TRANSPARENT)
        .x_labels(columns.len() + 1)
        .x_label_formatter(&head)
        .y_labels(names.len())
        .y_label_formatter(&name)
        .label_style(letters("text-muted"))
        .x_label_style(style(Tone::of("text-muted").colour(), letter))
        .draw()?;
    Ok(chart)
}

/// As many segments; at least two, of which the library needs the distance.
pub(super) fn segments(count: usize) -> Segments {
    (0..count.max(2) - 1).into_segmented()
}

/// The segment of a row: rows are counted from above, segments from below.
pub(super) fn segment(rows: usize, index: usize) -> usize {
    (rows.max(2) - 1).saturating_sub(index)
}

fn row_name(size: Size, names: &[&str], value: &SegmentValue<usize>) -> String {
    match value {
        SegmentValue::CenterOf(index) => names
            .get(segment(names.len(), *index))
            .map(|name| cut(name, LETTERS, f64::from(size.names - 14)))
            .unwrap_or_default(),
        SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
    }
}

/// As much of a name as has room.
fn cut(name: &str, size: u32, room: f64) -> String {
    let size = f64::from(size);
    if width(name, size) <= room {
        return name.to_owned();
    }
    let mut short = String::new();
    for char in name.chars() {
        if width(&short, size) + 2.0 * size > room {
            break;
        }
        short.push(char);
    }
    short + "…"
}

pub(super) fn letters(token: &str) -> TextStyle<'static> {
    style(Tone::of(token).colour(), LETTERS)
}

fn style(colour: plotters::style::RGBColor, size: u32) -> TextStyle<'static> {
    let mut style = TextStyle::from(("sans-serif", size).into_font());
    style.color = colour.to_backend_color();
    style
}

pub(super) fn words<P>(
    count: usize,
    place: P,
    side: HPos,
    colour: plotters::style::RGBColor,
) -> Text<'static, P, String> {
    let style = style(colour, LETTERS).pos(Pos::new(side, VPos::Center));
    Text::new(count.to_string(), place, style)
}
