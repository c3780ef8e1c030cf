//! Addresses of web sites inside a text, with what a site says of itself around them.

use std::ops::Range;

use super::super::word_list::Found;
use super::debris::{of_site, within};
use super::pages::PAGES;

/// What addresses begin with.
const SIGNS: [&str; 3] = ["www.", "http://", "https://"];

/// The name of a site in front of its address is at most so many bytes long.
const LONGEST_NAME: usize = 120;

/// What a site says right before or behind its address is at most so many bytes long.
const NEAR_ADDRESS: usize = 60;

/// Addresses of web sites inside running text, with the name of the site where they open a line.
pub(super) fn addresses(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for sign in SIGNS {
        let mut covered = 0;
        for (at, _) in text.match_indices(sign) {
            // One inside another one's letters is a part of it.
            if at < covered {
                continue;
            }
            let length = text[at..].bytes().take_while(u8::is_ascii_graphic).count();
            if is_spoken(text, at, at + length, words) {
                covered = at + length;
                continue;
            }
            let window = &text[text.floor_char_boundary(at.saturating_sub(LONGEST_NAME))..at];
            let name = window
                .rfind('\n')
                .map(|at| at + 1)
                .or((window.len() == at).then_some(0));
            let named = name
                .map(|from| &window[from..])
                .filter(|name| !name.contains(['，', '。', '；', '！', '？', '”']));
            let start = match named {
                Some(name) => at - name.trim_start().len(),
                None => told_before(text, at, words),
            };
            covered = at + length;
            found.push(inserted(text, at, covered).unwrap_or_else(|| start..told_behind(text, covered, words)));
        }
    }
    found
}

/// Whether a line with an address in it is a sentence that tells to use it: 登录共产党员网（www.…）学习，….
pub(super) fn speaks_of_address(text: &str, words: &[Found]) -> bool {
    SIGNS.iter().any(|sign| {
        text.find(*sign).is_some_and(|at| {
            let length = text[at..].bytes().take_while(u8::is_ascii_graphic).count();
            is_spoken(text, at, at + length, words)
        })
    })
}

/// Whether the sentence around an address is the speaker's: a word for visiting it right before, and an order
/// or what is to be done there.
fn is_spoken(text: &str, at: usize, end: usize, words: &[Found]) -> bool {
    let head = &text[text.floor_char_boundary(at.saturating_sub(LONGEST_NAME))..at];
    let head = head.rsplit(['。', '；', '！', '？', '\n']).next().unwrap_or_default();
    let rest = &text[end..text.ceil_char_boundary((end + LONGEST_NAME).min(text.len()))];
    let rest = rest.split(['。', '；', '！', '？', '\n']).next().unwrap_or_default();
    let near = head.trim_end_matches(['（', '(', '：', ' ']);
    let visited = PAGES.visiting.iter().any(|word| near.ends_with(word));
    let told = PAGES
        .telling
        .iter()
        .any(|word| head.contains(word) || rest.contains(word));
    let sold = PAGES
        .selling
        .iter()
        .any(|word| head.contains(word) || rest.contains(word));
    let range = at - head.len()..end + rest.len();
    visited && told && !sold && !within(words, &range).iter().any(of_site)
}

/// （本文由青山网www.…整理）: the brackets around an address.
fn inserted(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let floor = text.floor_char_boundary(at.saturating_sub(LONGEST_NAME));
    let open = text[floor..at]
        .rfind(['（', '）', '。', '\n'])
        .map(|open| floor + open)?;
    let window = &text[end..text.floor_char_boundary(end + LONGEST_NAME)];
    let close = window.find(['）', '（', '。', '\n'])?;
    let closed = text[open..].starts_with('（') && window[close..].starts_with('）');
    closed.then(|| open..end + close + '）'.len_utf8())
}

/// 内容来自青山网www.…: where the words of a site right before its address begin.
fn told_before(text: &str, at: usize, words: &[Found]) -> usize {
    let floor = text.floor_char_boundary(at.saturating_sub(NEAR_ADDRESS));
    let near = within(words, &(floor..at));
    let first = near.iter().find(|word| of_site(word) || word.group == "notice");
    first
        .map(|word| word.range.start)
        .filter(|start| !text[*start..at].contains(['。', '，', '\n']))
        .unwrap_or(at)
}

/// www.…转载请注明出处。: where what a site says right behind its address ends.
fn told_behind(text: &str, end: usize, words: &[Found]) -> usize {
    let window = &text[end..text.floor_char_boundary(end + NEAR_ADDRESS)];
    let rest = &window[..window.find('\n').unwrap_or(window.len())];
    let sentence = rest.find('。').map_or(rest.len(), |at| at + '。'.len_utf8());
    let told = within(words, &(end..end + sentence))
        .iter()
        .any(|word| of_site(word) && word.range.start <= end + 3);
    if told { end + sentence } else { end }
}

#[cfg(test)]
mod tests {
    use super::super::debris::{taken, words};
    use super::*;

    #[test]
    fn addresses_of_sites_take_the_name_before_them() {
        for (text, expected) in [
            (
                "公文之家—每日更新www.abc.com在全市会议上的讲话",
                vec!["公文之家—每日更新www.abc.com"],
            ),
            ("要抓好落实。见http://abc.com/d。完", vec!["http://abc.com/d"]),
            ("要抓好落实", vec![]),
            (
                "盯紧三件事。（本文由青山网www.abc.com收集整理）一是项目。",
                vec!["（本文由青山网www.abc.com收集整理）"],
            ),
            ("各支部要组织党员登录县党建网（www.abc.com）学习，每月两次。", vec![]),
            ("可通过市政府网站http://abc.com查询进度，各单位要及时回复。", vec![]),
            (
                "更多范文请登录青山网www.abc.com下载。",
                vec!["更多范文请登录青山网www.abc.com"],
            ),
            ("www.abc.com/www.abc.com/w", vec!["www.abc.com/www.abc.com/w"]),
            (
                "，让老百姓看见内容来自青山网www.abc.com转载请标明出处。",
                vec!["内容来自青山网www.abc.com转载请标明出处。"],
            ),
        ] {
            assert_eq!(taken(text, addresses(text, &words(text))), expected, "{text}");
        }
    }
}
