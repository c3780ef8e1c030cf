//! Radicals that stand for the characters that look like them: Chromium, among others, writes them into
//! PDFs, since a font has one glyph for both.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The character of each radical.
static CHARACTERS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("data/radicals.txt").lines();
    let pairs = lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace);
    pairs
        .filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        })
        .collect()
});

/// The character itself, or the one that a radical stands for.
pub(super) fn character(char: char) -> char {
    match char {
        '\u{2e80}'..='\u{2fd5}' => CHARACTERS.get(&char).copied().unwrap_or(char),
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters() {
        let read = |text: &str| text.chars().map(character).collect::<String>();
        assert_eq!(read("⼯作⻅效，⻓期⽅针，⺠⽣，⿰"), "工作见效，长期方针，民生，⿰");
        assert_eq!(CHARACTERS.len(), 214 + 114);
    }
}
