//! What charts are drawn on: shapes as data. Their colours are names of design tokens, so that a chart on
//! the page follows the theme, and a saved one gets the colours of the moment.

use std::fmt::Write as _;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// A colour: the name of a design token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone(pub u8);

/// The design tokens that charts use. A tone is a place in this list.
const TOKENS: [&str; 17] = [
    "text",
    "text-muted",
    "text-faint",
    "line",
    "surface-panel",
    "surface-paper",
    "st-measure",
    "st-measure-k",
    "st-measure-s",
    "st-target",
    "st-target-k",
    "st-achievement",
    "st-achievement-k",
    "st-problem",
    "st-problem-k",
    "st-rule",
    "st-rule-k",
];

impl Tone {
    /// The tone of a token; that of plain text for an unknown one.
    pub fn of(token: &str) -> Self {
        Self(TOKENS.iter().position(|known| *known == token).unwrap_or(0) as u8)
    }

    /// The names of all design tokens that charts use.
    pub fn tokens() -> &'static [&'static str] {
        &TOKENS
    }

    /// The name of its design token, without the dashes before it.
    pub fn token(self) -> &'static str {
        TOKENS[usize::from(self.0) % TOKENS.len()]
    }

    /// The tone as a colour of the drawing library: the number stands where red would.
    pub(super) fn colour(self) -> RGBColor {
        RGBColor(self.0, 0, 0)
    }

    /// The same for a shape that shows a cell of the chart's table. Its row and column, counted from 1,
    /// stand where green and blue would; of a table with more rows than that the rest cannot be pointed at.
    pub(super) fn colour_at(self, (row, column): (usize, usize)) -> RGBColor {
        match (u8::try_from(row + 1), u8::try_from(column + 1)) {
            (Ok(row), Ok(column)) => RGBColor(self.0, row, column),
            _ => self.colour(),
        }
    }

    fn from(colour: BackendColor) -> Self {
        Self(colour.rgb.0)
    }
}

/// A shape of a chart, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle: corner, width, height.
    Bar(i32, i32, i32, i32, Tone, f64),
    /// A circle: middle and radius; only its outline where the last is false.
    Dot(i32, i32, u32, Tone, bool),
    /// A line from one point to another.
    Line(i32, i32, i32, i32, Tone),
    /// Words: where their anchor is, `start`, `middle` or `end`, and their size.
    Words(i32, i32, &'static str, u32, Tone, String),
}

/// The part of a chart that shows a cell of its table, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The row and the column of the cell, heads not counted.
    pub cell: (usize, usize),
    /// Its corners: left, top, right, bottom.
    pub corners: (i32, i32, i32, i32),
}

/// A finished chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// From back to front.
    pub shapes: Vec<Shape>,
    /// What can be pointed at, in the order in which it was drawn.
    pub areas: Vec<Area>,
    /// An area is at least so high, and that of a dot so wide, in CSS pixels.
    pub reach: u32,
}

impl Drawing {
    /// Nothing yet.
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            ..Self::default()
        }
    }

    /// Notes that a shape shows a cell; several shapes of one cell have one area.
    fn note(&mut self, colour: BackendColor, (left, top, right, bottom): (i32, i32, i32, i32), is_dot: bool) {
        let (_, row, column) = colour.rgb;
        let (Some(row), Some(column)) = (row.checked_sub(1), column.checked_sub(1)) else {
            return;
        };
        let missing = |length: i32| (self.reach as i32 - length).max(0) / 2;
        let (down, aside) = (missing(bottom - top), if is_dot { missing(right - left) } else { 0 });
        let corners = (left - aside, top - down, right + aside, bottom + down);
        let cell = (usize::from(row), usize::from(column));
        match self.areas.iter_mut().find(|known| known.cell == cell) {
            Some(known) => {
                let (left, top, right, bottom) = known.corners;
                known.corners = (
                    left.min(corners.0),
                    top.min(corners.1),
                    right.max(corners.2),
                    bottom.max(corners.3),
                );
            }
            None => self.areas.push(Area { cell, corners }),
        }
    }
}

/// How wide words are about: a Chinese character is as wide as high.
pub(super) fn width(words: &str, size: f64) -> f64 {
    let units: f64 = words.chars().map(|char| if char.is_ascii() { 0.56 } else { 1.0 }).sum();
    units * size
}

type Outcome = Result<(), DrawingErrorKind<std::convert::Infallible>>;

impl DrawingBackend for &mut Drawing {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Outcome {
        self.shapes
            .push(Shape::Bar(x, y, 1, 1, Tone::from(colour), colour.alpha));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        if style.color().alpha > 0.0 {
            self.shapes
                .push(Shape::Line(from.0, from.1, to.0, to.1, Tone::from(style.color())));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        points
            .windows(2)
            .try_for_each(|pair| self.draw_line(pair[0], pair[1], style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        one: BackendCoord,
        other: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Outcome {
        let (left, top) = (one.0.min(other.0), one.1.min(other.1));
        let (width, height) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
        let colour = style.color();
        self.note(colour, (left, top, left + width, top + height), false);
        self.shapes
            .push(Shape::Bar(left, top, width, height, Tone::from(colour), colour.alpha));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        let reach = radius as i32;
        self.note(style.color(), (x - reach, y - reach, x + reach, y + reach), true);
        self.shapes
            .push(Shape::Dot(x, y, radius, Tone::from(style.color()), fill));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Outcome {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let size = style.size();
        // Base lines are what every reader of SVG agrees on.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.86,
            VPos::Center => 0.36,
            VPos::Bottom => -0.14,
        };
        let y = y + (size * down).round() as i32;
        self.shapes.push(Shape::Words(
            x,
            y,
            anchor,
            size as u32,
            Tone::from(style.color()),
            text.to_owned(),
        ));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        Ok((width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

/// The chart as a file, with the colour that each token has at the moment.
pub fn to_svg(drawing: &Drawing, title: &str, colour: impl Fn(&str) -> String) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\">\n<title>{2}</title>\n<rect width=\"{0}\" height=\"{1}\" fill=\"{3}\"/>\n",
        drawing.width,
        drawing.height,
        escaped(title),
        escaped(&colour("surface-paper"))
    );
    for shape in &drawing.shapes {
        // Writing to a string cannot fail.
        let _ = match shape {
            Shape::Bar(x, y, width, height, tone, alpha) => writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\" fill=\"{}\" fill-opacity=\"{alpha}\"/>",
                escaped(&colour(tone.token()))
            ),
            Shape::Dot(x, y, radius, tone, true) => {
                writeln!(
                    svg,
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\"/>",
                    escaped(&colour(tone.token()))
                )
            }
            Shape::Dot(x, y, radius, tone, false) => writeln!(
                svg,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"/>",
                escaped(&colour(tone.token()))
            ),
            Shape::Line(x, y, to_x, to_y, tone) => writeln!(
                svg,
                "<path d=\"M{x} {y}L{to_x} {to_y}\" stroke=\"{}\" fill=\"none\"/>",
                escaped(&colour(tone.token()))
            ),
            Shape::Words(x, y, anchor, size, tone, words) => writeln!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{}\">{}</text>",
                escaped(&colour(tone.token())),
                escaped(words)
            ),
        };
    }
    svg.push_str("</svg>\n");
    svg
}

/// The text without characters that XML would read as markup, or refuses.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ if char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_chart_is_well_formed_whatever_it_says() {
        let mut drawing = Drawing::new(100, 50);
        drawing.shapes.push(Shape::Words(
            1,
            2,
            "start",
            12,
            Tone::of("text"),
            "a<b>&\"\u{0}”".to_owned(),
        ));
        drawing.shapes.push(Shape::Bar(0, 0, 5, 5, Tone::of("st-measure"), 1.0));
        let svg = to_svg(&drawing, "<title>", |token| format!("#{}", token.len()));
        assert!(svg.contains("fill=\"#10\""), "{svg}");
        #[cfg(feature = "formats")]
        {
            let tree = roxmltree::Document::parse(&svg).unwrap();
            let words = tree
                .descendants()
                .find(|node| node.has_tag_name("text"))
                .and_then(|node| node.text());
            assert_eq!(words, Some("a<b>&\" ”"));
        }
    }
}
