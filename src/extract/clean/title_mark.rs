//! What a site adds to the title of a speech: a bracket behind it, and its own name.

use std::ops::Range;

use super::super::word_list::Found;
use super::debris::{weight, within};
use super::pages::PAGES;

/// What a site added to a title is at most so many bytes long.
const LONGEST_MARK: usize = 60;

/// 在全县大会上的讲话（精品）: what a site added to a title, at the end of its line.
pub(super) fn title_marks(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, mark) in text.match_indices('（') {
        let window = &text[start..text.floor_char_boundary(start + LONGEST_MARK)];
        let Some(close) = window.find(['）', '\n']).filter(|at| window[*at..].starts_with('）')) else {
            continue;
        };
        let range = start..start + close + '）'.len_utf8();
        let inner = start + mark.len()..start + close;
        let covered: usize = within(words, &inner)
            .iter()
            .filter(|word| word.group == "copy" || weight(word.group) > 0)
            // （摘要） says what is left of the speech.
            .filter(|word| &text[word.range.clone()] != "摘要")
            .map(|word| word.range.len())
            .sum();
        let ends = text[range.end..].trim_start_matches(' ').starts_with('\n') || range.end == text.len();
        let title = within(words, &(start.saturating_sub(30)..start))
            .iter()
            .any(|word| word.group == "title" && word.range.end == start);
        if ends && title && covered * 10 >= inner.len() * 6 {
            found.push(range);
        }
    }
    found
}

/// 在全县大会上的讲话-青山范文网: the name of a site behind a title, with its hyphen.
pub(super) fn title_suffixes(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let ends_title = |word: &Found| {
        let own = &text[..word.range.end];
        word.group == "title" || PAGES.title_end.iter().any(|end| own.ends_with(end))
    };
    for word in words.iter().filter(|word| ends_title(word)) {
        let line = &text[word.range.end..text.floor_char_boundary(word.range.end + LONGEST_MARK)];
        let line = line[..line.find('\n').unwrap_or(line.len())].trim_end();
        let bare = line.trim_start();
        let name = bare.trim_start_matches(['-', '_', '|', '—', '–', ' ']);
        let set_off = name.len() < bare.len() && !bare.starts_with("——");
        let of_site = PAGES.site_suffix.iter().any(|end| name.ends_with(end));
        if set_off && of_site && name.chars().all(|char| char.is_alphanumeric()) {
            found.push(word.range.end + line.len() - bare.len()..word.range.end + line.len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::debris::{taken, words};
    use super::*;

    #[test]
    fn what_sites_add_to_titles_is_told_from_what_speakers_say() {
        for (text, expected) in [
            ("在防汛会上的讲话（精品）\n同志们：", vec!["（精品）"]),
            ("在防汛会上的讲话（范文大全）", vec!["（范文大全）"]),
            ("在防汛会上的讲话（精品课程部分）\n", vec![]),
            ("要打造精品（精品）工程。", vec![]),
            ("在防汛会上的讲话（摘要）\n同志们：", vec![]),
        ] {
            assert_eq!(taken(text, title_marks(text, &words(text))), expected, "{text}");
        }
    }

    #[test]
    fn names_of_sites_behind_titles() {
        for (text, expected) in [
            ("城市管理工作会议讲话稿_青山知音网\n", vec!["_青山知音网"]),
            ("在防汛会上的讲话 - 青山范文网", vec!["- 青山范文网"]),
            ("在防汛会上的讲话——织密全县防护网", vec![]),
            ("在防汛会上的讲话\n织密防护网", vec![]),
        ] {
            assert_eq!(taken(text, title_suffixes(text, &words(text))), expected, "{text}");
        }
    }
}
