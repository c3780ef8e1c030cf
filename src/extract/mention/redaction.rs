//! Redactions: runs of placeholder characters that stand for withheld text (×, XX, **, 某, the x of
//! 202x).

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::matcher::{Chars, Matcher};

/// What stands in a placeholder run.
const PLACEHOLDERS: &str = "×✕╳XxＸｘ*＊某○□△▲●■_";

/// Words that begin with 某 without withholding anything.
const SOME: [char; 12] = ['种', '些', '个', '一', '项', '类', '时', '次', '方', '几', '人', '点'];

/// Placeholder runs longer than this are rules across the page.
const LONGEST: usize = 12;

/// Finds the redactions of a text, in order: ranges of bytes.
pub fn redactions(text: &str) -> Vec<Range<usize>> {
    redactions_in(&Chars::of(text))
}

/// The same in a text whose characters are hashed already.
pub(super) fn redactions_in(chars: &Chars) -> Vec<Range<usize>> {
    static MARKS: LazyLock<Matcher> = LazyLock::new(|| Matcher::of_chars(PLACEHOLDERS));
    let text = chars.text;
    let (mut found, mut end) = (Vec::new(), 0);
    for (first, _) in MARKS.find_in(chars) {
        if first.start < end {
            continue;
        }
        let before = text[..first.start].chars().next_back();
        let mut run = text[first.start..].chars().peekable();
        let Some(char) = run.next() else { break };
        let mut count = 1;
        end = first.end;
        while let Some(next) = run.next_if(|next| {
            *next == char || (is_cross(*next) && is_cross(char)) || matches!((*next, char), ('x', 'X') | ('X', 'x'))
        }) {
            (end, count) = (end + next.len_utf8(), count + 1);
        }
        if stands_for_text(char, count, before, run.peek().copied()) {
            found.push(first.start..end);
        }
    }
    found
}

fn is_cross(char: char) -> bool {
    matches!(char, '×' | '✕' | '╳' | 'Ｘ' | 'ｘ')
}

fn stands_for_text(char: char, count: usize, before: Option<char>, after: Option<char>) -> bool {
    let word = |side: Option<char>| side.is_some_and(|side| side.is_alphanumeric());
    let latin = |side: Option<char>| side.is_some_and(|side| side.is_ascii_alphabetic());
    let digit = |side: Option<char>| side.is_some_and(|side| side.is_ascii_digit());
    match char {
        _ if count > LONGEST => false,
        '某' => !after.is_some_and(|after| SOME.contains(&after)) || count > 1,
        'X' | 'x' => {
            let ray = matches!(after, Some('光' | '射' | '线' | '轴'));
            !latin(before) && !latin(after) && !(count == 1 && (ray || digit(after)))
        }
        '×' | '✕' | '╳' | 'Ｘ' | 'ｘ' => !(digit(before) && digit(after)),
        '*' | '＊' => word(before) && !digit(after) || word(after) && !digit(before),
        '_' => count >= 2 && (word(before) || word(after)),
        '○' => count >= 2 && !is_chinese_digit(before) && !is_chinese_digit(after) && word(after),
        _ => count >= 2 && word(after),
    }
}

fn is_chinese_digit(char: Option<char>) -> bool {
    char.is_some_and(|char| "一二三四五六七八九十年".contains(char))
}

#[cfg(test)]
mod tests {
    use super::redactions;

    #[test]
    fn placeholders_are_told_from_letters_and_signs() {
        for (text, expected) in [
            ("由×副市长负责", &["×"][..]),
            ("力争202x年达到××亿元", &["x", "××"]),
            ("XX县和**镇", &["XX", "**"]),
            ("某县某些干部", &["某"]),
            ("某某同志", &["某某"]),
            ("X光机、SUV、x86、3×5米、2*3", &[]),
            ("********************", &[]),
            ("二○○八年", &[]),
            ("x工业园", &["x"]),
            ("20××年", &["××"]),
        ] {
            let found: Vec<&str> = redactions(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
