//! Remains of web pages inside a text: tags, comments, scripts and character references.

/// The longest tag that is believed, in bytes. What goes on longer is text with a stray `<`.
const LONGEST_TAG: usize = 600;

/// The longest script or style block that is believed, in bytes.
const LONGEST_BLOCK: usize = 20_000;

/// Elements that end a line.
const LINE_ELEMENTS: [&str; 21] = [
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "td", "table", "section", "article",
    "header", "footer", "hr", "title",
];

/// Names of character references and the characters they stand for; `None` for blanks.
const REFERENCES: [(&str, Option<char>); 23] = [
    ("nbsp", None),
    ("ensp", None),
    ("emsp", None),
    ("thinsp", None),
    ("ldquo", Some('“')),
    ("rdquo", Some('”')),
    ("lsquo", Some('‘')),
    ("rsquo", Some('’')),
    ("quot", Some('"')),
    ("amp", Some('&')),
    ("lt", Some('<')),
    ("gt", Some('>')),
    ("mdash", Some('—')),
    ("ndash", Some('–')),
    ("hellip", Some('…')),
    ("middot", Some('·')),
    ("bull", Some('•')),
    ("times", Some('×')),
    ("permil", Some('‰')),
    ("laquo", Some('«')),
    ("raquo", Some('»')),
    ("copy", Some('©')),
    ("time", None),
];

/// A piece of markup at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Markup {
    /// Its length in bytes.
    pub(super) length: usize,
    /// The character that it stands for: a line end for elements that end a line, a blank for
    /// spaces, nothing for the rest.
    pub(super) stands_for: Option<char>,
}

/// A text as a page would show it: references are the characters they stand for, tags are out.
pub fn plain(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(next) = rest.chars().next() {
        let found = markup(rest);
        plain.extend(found.map_or(Some(next), |found| found.stands_for));
        rest = &rest[found.map_or(next.len_utf8(), |found| found.length)..];
    }
    plain
}

/// The markup that a text starts with.
pub(super) fn markup(text: &str) -> Option<Markup> {
    match text.as_bytes().first()? {
        b'<' => tag(text),
        b'&' => reference(text),
        _ => None,
    }
}

fn tag(text: &str) -> Option<Markup> {
    let bytes = text.as_bytes();
    if text.starts_with("<!--") {
        return block(text, "<!--", "-->").map(|length| Markup {
            length,
            stands_for: None,
        });
    }
    let name_at = 1 + usize::from(bytes.get(1) == Some(&b'/'));
    if !bytes.get(name_at)?.is_ascii_alphabetic() && bytes.get(1) != Some(&b'!') {
        return None;
    }
    let name_end = name_at
        + bytes[name_at..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
    let name = text[name_at..name_end].to_ascii_lowercase();
    if (name == "script" || name == "style") && name_at == 1 {
        let (opening, closing) = if name == "script" {
            ("<script", "</script>")
        } else {
            ("<style", "</style>")
        };
        if let Some(length) = block(text, opening, closing) {
            return Some(Markup {
                length,
                stands_for: None,
            });
        }
    }
    let window = &bytes[..bytes.len().min(LONGEST_TAG)];
    let end = window.iter().skip(1).position(|byte| matches!(byte, b'>' | b'<'))? + 1;
    if window[end] == b'<' {
        return None;
    }
    let length = end + 1;
    let ends_line = LINE_ELEMENTS.contains(&name.as_str());
    Some(Markup {
        length,
        stands_for: ends_line.then_some('\n'),
    })
}

/// The length of a block up to and including its closing mark. The search ends where another such
/// block opens, so that many open blocks cost no more than one.
fn block(text: &str, opening: &str, closing: &str) -> Option<usize> {
    let window = &text.as_bytes()[..text.len().min(LONGEST_BLOCK)];
    let starts = |at: usize, mark: &str| window[at..].starts_with(mark.as_bytes());
    let end = (1..window.len()).find(|at| starts(*at, closing) || starts(*at, opening))?;
    starts(end, closing).then_some(end + closing.len())
}

fn reference(text: &str) -> Option<Markup> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let end = bytes.iter().take(10).position(|byte| *byte == b';')?;
        let digits = &text[2..end];
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        let char = char::from_u32(code)?;
        let blank = char.is_whitespace() || char.is_control();
        return Some(Markup {
            length: end + 1,
            stands_for: Some(if blank { ' ' } else { char }),
        });
    }
    let end = 1 + bytes[1..]
        .iter()
        .take(8)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let (name, char) = REFERENCES.iter().find(|(name, _)| *name == &text[1..end])?;
    let closed = bytes.get(end) == Some(&b';');
    if !closed && *name == "copy" {
        return None;
    }
    let blank = name.ends_with("sp").then_some(' ');
    Some(Markup {
        length: end + usize::from(closed),
        stands_for: char.or(blank),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_text() {
        let cases: [(&str, Option<(usize, Option<char>)>); 13] = [
            ("<p style=\"x\">甲", Some((13, Some('\n')))),
            ("</strong>甲", Some((9, None))),
            ("<br/>", Some((5, Some('\n')))),
            ("<script>let a = 1 < 2;</script>甲", Some((31, None))),
            ("<!-- 甲 -->乙", Some((12, None))),
            ("<5万元>", None),
            ("<甲>", None),
            ("<p 甲 < 乙>", None),
            ("&ldquo;甲", Some((7, Some('“')))),
            ("&nbsp;", Some((6, Some(' ')))),
            ("&#12298;", Some((8, Some('《')))),
            ("&time\n", Some((5, None))),
            ("&D中心", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                markup(text).map(|found| (found.length, found.stands_for)),
                expected,
                "{text}"
            );
        }
    }
}
