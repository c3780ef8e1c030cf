//! Going over a text for its marks.

/// Marks, blanks, letters and digits of a text with where they stand: all characters but the Chinese ones from
/// U+5000 to U+9FFF, which are most of a speech and are stepped over unread.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while bytes.get(at).is_some_and(|first| is_passed_over(*first)) {
            at += 3;
        }
        let char = text[at..].chars().next()?;
        at += char.len_utf8();
        Some((at - char.len_utf8(), char))
    })
}

/// Whether a character is one of those that [`marks`] steps over, by its first byte; each has three.
#[inline]
pub(super) fn is_passed_over(first: u8) -> bool {
    matches!(first, 0xE5..=0xE9)
}

/// Whether a character is a letter, as the standard library says; of the commonest it is known without its tables.
pub(super) fn is_letter(char: char) -> bool {
    match char {
        '\u{4e00}'..='\u{9fff}' => true,
        '，' | '。' | '、' | '；' | '：' | '“' | '”' => false,
        _ => char.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_letter, marks};

    #[test]
    fn letters_are_those_of_the_standard_library() {
        assert!(('\0'..=char::MAX).all(|char| is_letter(char) == char.is_alphabetic()));
    }

    proptest! {
        #[test]
        fn nothing_but_chinese_characters_is_left_out(text in "[一丂倀一-龥鿿a1 “、，\\n\u{4fff}\u{5000}\u{10348}]{0,40}") {
            let expected: Vec<_> = text.char_indices().filter(|(_, char)| !('\u{5000}'..='\u{9fff}').contains(char)).collect();
            prop_assert_eq!(marks(&text).collect::<Vec<_>>(), expected);
        }
    }
}
