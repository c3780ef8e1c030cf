//! Lines of a text, with the line ends it really has.

use super::span::Span;

/// One line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without its end.
    pub content: Span,
    /// The line end (`\n`, `\r\n` or `\r`); empty at the end of the text.
    pub ending: Span,
}

/// The lines of a text in order; together they cover it without gaps. A text that ends in a line
/// end has no empty last line, and an empty text has no lines.
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let end = bytes[start..]
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .map_or(bytes.len(), |n| start + n);
        let width = match &bytes[end..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        at = end + width;
        Some(Line {
            content: Span::at(start, end),
            ending: Span::at(end, at),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = lines(text).map(|line| &text[line.content.range()]).collect();
        assert_eq!(found, expected, "{text:?}");
        let whole: String = lines(text)
            .map(|line| &text[line.content.union(line.ending).range()])
            .collect();
        assert_eq!(whole, text);
    }

    #[test]
    fn every_line_end_counts_once() {
        check("", &[]);
        check("一", &["一"]);
        check("一\n二", &["一", "二"]);
        check("一\r\n二\r三\n", &["一", "二", "三"]);
        check("\n\r\n\r", &["", "", ""]);
        check("一\n\r二", &["一", "", "二"]);
        check("甲\u{0}\u{2028}乙", &["甲\u{0}\u{2028}乙"]);
    }
}
