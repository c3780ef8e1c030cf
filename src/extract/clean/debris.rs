//! What a line or a piece of a line is: speech, or debris of the page that it was copied from.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::marks::marks;
use super::super::outline::marker;
use super::super::word_list::{Found, WordList};
use super::address::speaks_of_address;
use super::around::{orders, speaks_around};
use super::bar::bar;
use super::paper::{graded, paper};
use super::portal::{button, marked_caption, rating};
use super::publication::{iso_date, kept, newspaper, newspaper_page, path_of_site, published, site_name, unrevised};
use super::shadow::han;

/// The words of `debris.txt` that pages have in a folded text, in order.
pub(super) fn words(text: &str) -> Vec<Found> {
    static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/debris.txt")));
    WORDS.find(text).filter(|word| word.group != "speech").collect()
}

/// What can be counted in a piece of text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Characters without blanks.
    pub(super) chars: usize,
    /// Chinese characters.
    pub(super) han: usize,
    /// ASCII letters and digits.
    pub(super) ascii: usize,
    /// Marks that end a clause or a sentence.
    pub(super) marks: usize,
}

/// Counts the characters of a piece of text.
pub(super) fn count(text: &str) -> Counts {
    let mut counts = Counts::default();
    let mut rest = text.len();
    for (_, char) in marks(text) {
        rest -= char.len_utf8();
        if han(char) {
            counts.han += 1;
        } else if char.is_ascii_alphanumeric() {
            counts.ascii += 1;
        } else if matches!(char, '，' | '。' | '；' | '！' | '？') {
            counts.marks += 1;
        } else if char.is_whitespace() {
            continue;
        }
        counts.chars += 1;
    }
    // What is no mark is Chinese and has three bytes.
    counts.han += rest / 3;
    counts.chars += rest / 3;
    counts
}

/// How much a word speaks for debris.
pub(super) fn weight(group: &str) -> usize {
    match group {
        "certain" => 4,
        "site" => 3,
        "contact" | "anchor" => 2,
        "share" | "navigation" | "label" => 1,
        _ => 0,
    }
}

/// Whether only sites use a word.
pub(super) fn of_site(word: &Found) -> bool {
    matches!(word.group, "site" | "certain")
}

/// The rule by which a piece of text is debris, looked at alone; none for speech.
pub(super) fn judge(text: &str, start: usize, words: &[Found], counts: Counts) -> Option<&'static str> {
    if counts.chars == 0 {
        return None;
    }
    if counts.chars <= 40 && counts.marks == 0 && button(text) {
        return Some("boilerplate/navigation");
    }
    if plain(text, words, counts) {
        return plain_debris(text, counts);
    }
    if counts.chars <= 20 && page_number(text) {
        return Some("boilerplate/page-number");
    }
    let bare = text.trim_matches(['（', '）', '【', '】', ' ']);
    // What has no digit is told from much by that alone.
    let digits = counts.ascii > 0;
    if digits && (iso_date(bare) || clock(bare)) {
        return Some("boilerplate/publication");
    }
    if matches!(
        text,
        "|" | "｜" | "·" | "•" | ">" | "»" | "▲" | "▼" | "△" | "▽" | "■" | "●" | "★" | "☆" | "◆"
    ) {
        return Some("boilerplate/symbols");
    }
    if counts.chars <= 30 && counts.marks == 0 && rating(text) {
        return Some("boilerplate/symbols");
    }
    // A single mark is the end of a sentence that a wrapped line left over.
    let kept_back = || placeholder(text) || date(text) || rest_of_number(text);
    if counts.han == 0 && (counts.chars > 1 || counts.ascii > 0) && !kept_back() {
        return Some("boilerplate/symbols");
    }
    if counts.ascii > 40 && counts.ascii > counts.han * 4 && text.contains(['{', '}', '/', '=', '_']) {
        return Some("boilerplate/code");
    }
    if counts.chars <= 60 && (digits || !words.is_empty()) && published(text, start, words) {
        return Some("boilerplate/publication");
    }
    if counts.marks == 0 && counts.chars <= 90 && text.matches(['|', '>', '»', '›']).count() >= 2 {
        return Some("boilerplate/navigation");
    }
    if counts.marks == 0 && bar(text) {
        return Some("boilerplate/navigation");
    }
    if counts.marks == 0 && counts.chars <= 200 && leads_to_page(text) {
        return Some("boilerplate/contents");
    }
    let address = counts.ascii >= 3 && ["http:", "https:", "www."].iter().any(|sign| text.contains(sign));
    if address && speaks_of_address(text, words) {
        return None;
    }
    if counts.chars <= 90 && address && !speaks_around(text, start, words, counts) {
        return Some("boilerplate/site");
    }
    if counts.chars <= 30 && kept(text) {
        return Some("boilerplate/notice");
    }
    if unrevised(text) || counts.chars <= 40 && newspaper(text) || digits && counts.chars <= 20 && newspaper_page(text)
    {
        return Some("boilerplate/publication");
    }
    if counts.chars <= 45 && counts.marks == 0 && paper(text) {
        return Some("boilerplate/paper");
    }
    if counts.chars <= 12 && counts.marks == 0 && site_name(text) {
        return Some("boilerplate/site");
    }
    if counts.chars <= 40 && counts.marks == 0 && path_of_site(text) {
        return Some("boilerplate/site");
    }
    if counts.chars <= 50 && counts.marks == 0 && numbered_part(text) {
        return Some("boilerplate/title-copy");
    }
    if counts.chars <= 90 && file_name(text) {
        return Some("boilerplate/file-name");
    }
    if counts.chars <= 90 && text.trim_end_matches('）').ends_with('摄') && text.contains("记者") {
        return Some("boilerplate/caption");
    }
    if counts.chars <= 60 && marked_caption(text) {
        return Some("boilerplate/caption");
    }
    let (mut covered, mut total, mut until, mut site) = (0, 0, start, false);
    for word in words {
        let value = weight(word.group);
        if value == 0 {
            continue;
        }
        total += value;
        site |= of_site(word);
        let mut end = word.range.end;
        let rest = &text[end - start..];
        if matches!(word.group, "contact" | "label" | "navigation") || rest.starts_with('：') {
            end += rest.len() - rest.trim_start_matches(value_of_label).len();
        }
        let from = word.range.start.max(until);
        covered += text[from - start..(end - start).max(from - start)]
            .chars()
            .filter(|char| !char.is_whitespace())
            .count();
        until = until.max(end);
    }
    // 四、关于我们自己: the words of a heading may be those of a site.
    let heading = !site && marker(text).is_some_and(|found| found.length < text.len());
    if counts.marks == 0 && covered * 2 >= counts.chars && !heading {
        return Some("boilerplate/navigation");
    }
    if covered * 3 >= counts.chars * 2 {
        return Some("boilerplate/navigation");
    }
    // Speech that a site wrote something behind is not all debris.
    let first = words.iter().find(|word| weight(word.group) > 0);
    let behind = first.is_some_and(|word| (word.range.start - start) * 2 > text.len());
    let told = site && total >= 4 && total * 14 >= counts.chars && !(behind && counts.marks >= 2);
    (told && !speaks_around(text, start, words, counts) && !orders(text, start, words)).then_some("boilerplate/site")
}

/// Whether a piece has only Chinese characters and marks of clauses, and no word of sites: nearly all of a speech.
fn plain(text: &str, words: &[Found], counts: Counts) -> bool {
    words.is_empty()
        && counts.han > 0
        && counts.han + counts.marks == counts.chars
        && text.len() == counts.chars * '一'.len_utf8()
}

/// The rules that need neither a word of sites nor any other sign.
fn plain_debris(text: &str, counts: Counts) -> Option<&'static str> {
    if counts.chars <= 40 && newspaper(text) {
        return Some("boilerplate/publication");
    }
    if counts.chars <= 4 && graded(text) {
        return Some("boilerplate/paper");
    }
    if counts.chars <= 12 && counts.marks == 0 && site_name(text) {
        return Some("boilerplate/site");
    }
    (counts.chars <= 50 && counts.marks == 0 && numbered_part(text)).then_some("boilerplate/title-copy")
}

/// Characters of the value behind a label: 阅读（3306） 编号：W202404 QQ206157060
fn value_of_label(char: char) -> bool {
    char.is_ascii_alphanumeric() || "：（）|[]/-_.> ".contains(char)
}

/// `- 3 -`, `第3页 共9页`, `3/9`
fn page_number(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bare = text.trim_matches(|char: char| " -—–－_|·".contains(char));
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let rest = bare.chars().filter(|char| !char.is_ascii_digit() && *char != ' ');
    let mut chars = 0;
    for char in rest {
        if !"第页共码本文当前次上下一/PpageofOF，（）[]".contains(char) {
            return false;
        }
        chars += 1;
    }
    let named = bare.contains('页') || bare.contains("age");
    digits > 0 && (digits <= 4 || named) && (chars == 0 || named || bare.contains('/'))
}

/// 一、提高认识…………3: a line of a table of contents.
fn leads_to_page(text: &str) -> bool {
    if !text.ends_with(|char: char| char.is_ascii_digit() || char == ' ') {
        return false;
    }
    let bare = text.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    let leader = bare.trim_end_matches(['.', '·', '…', '．', '-', '—', ' ']);
    let (dots, chars) = bare[leader.len()..]
        .chars()
        .filter(|char| *char != ' ')
        .fold((0, 0), |(dots, chars), char| {
            (dots + if char == '…' { 3 } else { 1 }, chars + 1)
        });
    bare.len() < text.len() && (dots >= 9 || chars >= 4) && leader.chars().any(han)
}

/// Placeholders for withheld text stand for speech.
fn placeholder(text: &str) -> bool {
    text.chars().all(|char| {
        char.is_whitespace()
            || char.is_ascii_digit()
            || matches!(
                char,
                '×' | '*' | 'x' | 'X' | '○' | '〇' | '□' | '…' | '（' | '）' | '年' | '月' | '日' | ':' | '：' | '.'
            )
    }) && text.contains(['×', '*', 'x', 'X', '○', '□'])
}

/// `10:21:08`; a time of the speech itself has no seconds.
fn clock(text: &str) -> bool {
    let parts = || text.split(['：', ':']);
    parts().count() == 3
        && parts().all(|part| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `08%。` at the start of a line: a number that a wrapped line cut in two.
fn rest_of_number(text: &str) -> bool {
    let digits = text.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
    digits.len() < text.len() && matches!(digits, "%。" | "%，" | "%；" | "。" | "，" | "；")
}

/// `2024.3.1`, which may stand below a title; a publication date has hyphens or a time of day.
fn date(text: &str) -> bool {
    text.chars()
        .all(|char| char.is_ascii_digit() || matches!(char, ' ' | '.' | '（' | '）'))
        && text.matches('.').count() == 2
}

/// 在全市会议上的讲话 篇一, 第一篇：县长在防汛会上的讲话: one of several speeches on a page.
fn numbered_part(text: &str) -> bool {
    if !text.contains('篇') {
        return false;
    }
    let numeral = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    let bare = text.trim_end_matches(['）', ' ', '：']);
    let head = bare.trim_end_matches(numeral);
    let last = head.len() < bare.len() && head.ends_with('篇') && !head.ends_with("第篇");
    let first = text
        .strip_prefix('第')
        .map(|rest| rest.trim_start_matches(numeral))
        .and_then(|rest| rest.strip_prefix('篇'))
        .is_some_and(|rest| rest.starts_with(['：', ' ', '，']));
    // 篇二：县长在防汛会上的讲话
    let named = text
        .strip_prefix('篇')
        .is_some_and(|rest| rest.starts_with(numeral) && rest.trim_start_matches(numeral).starts_with(['：', ' ']));
    (last || first || named) && text.contains(['话', '言', '告', '辞', '词', '稿'])
}

/// 《…讲话.docx》_第1页
fn file_name(text: &str) -> bool {
    const ENDINGS: [&str; 11] = [
        ".doc", ".pdf", ".ppt", ".txt", ".wps", ".rar", ".zip", ".jpg", ".jpeg", ".png", ".gif",
    ];
    let ends_name = |rest: &str| ENDINGS.iter().any(|ending| rest.starts_with(ending));
    text.match_indices('.').any(|(at, _)| ends_name(&text[at..])) && !text.contains('。')
}

/// The words among those of a text that lie in a range.
pub(super) fn within<'a>(words: &'a [Found], range: &Range<usize>) -> &'a [Found] {
    let first = words.partition_point(|word| word.range.start < range.start);
    let last = words.partition_point(|word| word.range.end <= range.end);
    &words[first..last.max(first)]
}

/// What some ranges of a text hold.
#[cfg(test)]
pub(super) fn taken(text: &str, ranges: Vec<std::ops::Range<usize>>) -> Vec<&str> {
    ranges.into_iter().map(|range| &text[range]).collect()
}

#[cfg(test)]
mod tests;
