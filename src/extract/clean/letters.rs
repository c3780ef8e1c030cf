//! The letters of a text, for comparing texts.

use std::ops::Range;

use super::shadow::{fold, invisible};

/// The characters of a text that show, folded as the word lists have them (simplified, full-width
/// marks, ASCII digits), with the bytes that each came from. Blanks are left out, line ends kept as
/// `\n`, and all double quotation marks are one.
pub fn letters(text: &str) -> impl Iterator<Item = (Range<usize>, char)> + '_ {
    let mut previous = '\n';
    text.char_indices().filter_map(move |(at, char)| {
        let end = at + char.len_utf8();
        let next = text[end..].chars().next().unwrap_or('\n');
        if invisible(char) {
            return None;
        }
        previous = match fold(char, previous, next) {
            '“' | '”' => '"',
            folded => folded,
        };
        (previous == '\n' || !previous.is_whitespace()).then_some((at..end, previous))
    })
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn spellings_of_the_same_words_have_the_same_letters() {
        let read = |text: &str| letters(text).map(|(_, char)| char).collect::<String>();
        assert_eq!(read("　　隻有優化,纔有「後勁」１０％"), read("只有优化，才有“后劲”10%"));
        assert_eq!(read("甲 乙\r\n丙"), "甲乙\n\n丙");
        assert_eq!(
            letters("甲 乙").map(|(range, _)| range).collect::<Vec<_>>(),
            [0..3, 4..7]
        );
    }
}
