//! Search in Chinese names by what is quickest to type: characters, full pinyin, or its initials.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;

/// Whether a query finds a text, and how well: 0 at its start, 1 further in. Letters are compared
/// without case, blanks of the query do not count, and an empty query finds everything.
///
/// Pinyin is without tones, syllable by syllable, each in full or by its first letter; the last one
/// may be unfinished: `mubiao`, `mb`, `mbiao` and `mub` all find 目标.
pub fn rank(query: &str, text: &str) -> Option<u8> {
    let query: String = query
        .chars()
        .filter(|char| !char.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let text = text.to_lowercase();
    // Keyboards have v where pinyin has ü.
    let syllables = query.replace('v', "ü");
    match () {
        () if text.starts_with(&query) => Some(0),
        () if text.contains(&query) => Some(1),
        () if !query.chars().all(|char| char.is_ascii_alphanumeric()) => None,
        () if spells(&syllables, &text, false) => Some(0),
        () if spells(&syllables, &text, true) => Some(1),
        () => None,
    }
}

/// Whether the sounds of a text begin with the query, or hold it where `anywhere` is set.
fn spells(query: &str, text: &str, anywhere: bool) -> bool {
    // How much of the query is spelled by what was read so far, for each way of reading it.
    let mut spelled = BTreeSet::from([0]);
    for char in text.chars() {
        if anywhere {
            spelled.insert(0);
        }
        let mut next = BTreeSet::new();
        for &done in &spelled {
            let rest = &query[done..];
            let readings = char.to_pinyin_multi();
            for reading in readings.into_iter().flatten().map(|reading| reading.plain()) {
                if reading.starts_with(rest) {
                    return true;
                }
                if rest.starts_with(reading) {
                    next.insert(done + reading.len());
                }
                if rest.starts_with(&reading[..1]) {
                    next.insert(done + 1);
                }
            }
            match char.is_ascii_alphanumeric() {
                true if rest.starts_with(char) => drop(next.insert(done + 1)),
                true => {}
                // Marks between syllables are passed over.
                false if readings.is_none() => drop(next.insert(done)),
                false => {}
            }
        }
        if next.contains(&query.len()) {
            return true;
        }
        if next.is_empty() && !anywhere {
            return false;
        }
        spelled = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_characters_pinyin_and_initials() {
        for query in ["目标", "mubiao", "mb", "MB", "mub", "mbiao", "mu biao", "m", ""] {
            assert_eq!(rank(query, "目标"), Some(0), "{query}");
        }
        for query in ["biao", "b", "标"] {
            assert_eq!(rank(query, "目标"), Some(1), "{query}");
        }
        for query in ["mbx", "目录", "zz", "muo", "1"] {
            assert_eq!(rank(query, "目标"), None, "{query}");
        }
    }

    #[test]
    fn characters_with_several_readings_are_found_by_each() {
        assert_eq!(rank("zdgz", "重点工作"), Some(0));
        assert_eq!(rank("cfjs", "重复建设"), Some(0));
        assert_eq!(rank("ezgnwzhl", "二、重点（各年）完整合理"), None);
        assert_eq!(rank("ezdgz", "二、重点工作"), Some(0));
        assert_eq!(rank("5gjz", "推进5G基站"), Some(1));
        assert_eq!(rank("lvse", "绿色"), Some(0));
    }

    #[test]
    fn other_letters_are_found_as_they_stand() {
        assert_eq!(rank("undo", "Undo"), Some(0));
        assert_eq!(rank("label", "Next of this label"), Some(1));
        assert_eq!(rank("𠮷", "a𠮷"), Some(1));
    }
}
