//! Tags of forums inside a text: [size=4], [/b], [img]…[/img].

use std::ops::Range;

/// Names of tags that only say how a text looks.
const LOOKS: [&str; 28] = [
    "b",
    "i",
    "u",
    "s",
    "p",
    "size",
    "color",
    "font",
    "backcolor",
    "align",
    "center",
    "left",
    "right",
    "indent",
    "table",
    "tr",
    "td",
    "list",
    "url",
    "email",
    "quote",
    "code",
    "free",
    "hide",
    "hr",
    "sup",
    "sub",
    "float",
];

/// Names of tags that hold what is no text.
const HOLDS: [&str; 6] = ["img", "attach", "attachimg", "media", "flash", "audio"];

/// What stands in one tag, or in one that holds a picture, has at most so many bytes.
const LONGEST_TAG: usize = 120;
const LONGEST_PICTURE: usize = 400;

/// The tags of a text. One alone may be anything, and so may [p] and [s] where none closes or has a value.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut told = false;
    for (at, _) in text.match_indices('[') {
        // A row of brackets costs nothing.
        let name = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'/';
        if !text.as_bytes().get(at + 1).is_some_and(name) {
            continue;
        }
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        if let Some(length) = tag(&text[at..]) {
            let tag = &text[at..at + length];
            told |= tag.contains("[/") || tag.contains('=');
            found.push(at..at + length);
        }
    }
    if found.len() < 2 || !told {
        found.clear();
    }
    found
}

/// The length of the tag that a text begins with.
fn tag(text: &str) -> Option<usize> {
    let closes = text.as_bytes().get(1) == Some(&b'/');
    let from = 1 + usize::from(closes);
    let length = text.as_bytes()[from..]
        .iter()
        .take(10)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let name = &text[from..from + length];
    let holds = HOLDS.iter().any(|word| name.eq_ignore_ascii_case(word));
    if !holds && !LOOKS.iter().any(|word| name.eq_ignore_ascii_case(word)) {
        return None;
    }
    let value = &text[from + length..text.floor_char_boundary(from + length + LONGEST_TAG)];
    let end = value.find([']', '\n', '['])?;
    let plain = end == 0 || value.starts_with('=') && !closes;
    if !value[end..].starts_with(']') || !plain {
        return None;
    }
    let open = from + length + end + 1;
    if holds && !closes {
        let inner = &text[open..text.floor_char_boundary(open + LONGEST_PICTURE)];
        let closing = format!("[/{}]", name.to_ascii_lowercase());
        let close = inner.find(&*closing).filter(|at| !inner[..*at].contains('\n'));
        return Some(close.map_or(open, |at| open + at + closing.len()));
    }
    Some(open)
}

#[cfg(test)]
mod tests {
    use super::super::debris::taken;
    use super::tags;

    #[test]
    fn tags_of_forums_are_told_from_brackets() {
        for (text, expected) in [
            (
                "[size=4]要抓好落实[/size]，[img]a/b.jpg[/img]散会。",
                vec!["[size=4]", "[/size]", "[img]a/b.jpg[/img]"],
            ),
            ("[b]一、抓调度[/B]", vec!["[b]", "[/B]"]),
            ("支撑[1]，发展[2]，方案[b]是好的。", vec![]),
            ("[导读]要抓好。[size 大]，[/color\n]", vec![]),
            ("图表见[p]，说明见[s]，附件见[b]。", vec![]),
            ("[", vec![]),
        ] {
            assert_eq!(taken(text, tags(text)), expected, "{text}");
        }
    }
}
