//! Lines that say when and where a page was published, by whom, and how it is to be kept.

use super::super::word_list::Found;
use super::pages::PAGES;

/// A label that is listed with its colon has a short value behind it: so many bytes at most.
const LONGEST_VALUE: usize = 75;

/// What follows the date of a page on its line: a line is at most so many characters long.
const LONGEST_STAMPED: usize = 40;

/// 来源：… 发布时间：… 阅读（3306） 2024-04-22 10:08
pub(super) fn published(text: &str, start: usize, words: &[Found]) -> bool {
    let opening = text.trim_start_matches(['【', '[', '（', '•', '·', '●', '■', '◆', '◎', '▪', ' ']);
    let at = start + text.len() - opening.len();
    let labelled = words.first().is_some_and(|word| {
        let rest = text[word.range.end - start..].trim_start_matches(' ');
        word.range.start == at
            && !text.ends_with('。')
            && match word.group {
                "label" | "navigation" | "anchor" => rest.starts_with(['：', '（', ':']),
                // 公开形式： is a word with its colon.
                "notice" => text[..word.range.end - start].ends_with('：') && text.len() <= LONGEST_VALUE,
                _ => false,
            }
    });
    let dated = opening.len() >= 10
        && opening.is_char_boundary(10)
        && opening[..10].bytes().filter(u8::is_ascii_digit).count() == 8
        && iso_date(&opening[..10]);
    let labels = words.iter().any(|word| {
        matches!(word.group, "label" | "navigation" | "contact")
            && text[word.range.end - start..].starts_with(['：', ':'])
    });
    let day = text.split(['日', ' ']).next().unwrap_or_default();
    let day = day.contains('年') && day.contains('月') && day.starts_with(|char: char| char.is_ascii_digit());
    let stamped = labels && stamp(text);
    let signed = dated && site_name(text.rsplit(' ').next().unwrap_or_default());
    labelled
        || signed
        || stamped && !text.contains('。')
        || day && labels && !text.contains('。')
        || iso_date(opening)
        || dated && opening.chars().count() <= LONGEST_STAMPED && !opening.contains(['，', '。', '；'])
        || month_and_day(opening)
        || text.chars().count() <= LONGEST_STAMPED && !text.contains(['，', '。', '；']) && timed(text)
        || dated && words.iter().any(|word| matches!(word.group, "label" | "navigation"))
}

/// 2018年05月10日10:04, 政务 2025-01-02 08:02 青山: a day with the minute, as only pages have it.
fn timed(text: &str) -> bool {
    let minute = |text: &str| {
        let mut parts = text.split(['：', ':']);
        let mut two = || {
            parts
                .next()
                .is_some_and(|part| (1..=2).contains(&part.len()) && digits(part))
        };
        two() && two() && parts.all(digits)
    };
    let mut pieces = text.split(' ').filter(|piece| !piece.is_empty());
    let stamped = pieces.by_ref().any(|piece| piece.len() >= 8 && iso_date(piece)) && pieces.next().is_some_and(minute);
    let day = text.find('日').filter(|at| {
        text[..*at]
            .chars()
            .all(|char| char.is_ascii_digit() || matches!(char, '年' | '月'))
            && text.contains('年')
    });
    stamped || day.is_some_and(|at| minute(text[at + '日'.len_utf8()..].trim()))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// 10-28 | what follows the day in a list of a site.
fn month_and_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 5
        && bytes[2] == b'-'
        && bytes[..5].iter().filter(|byte| byte.is_ascii_digit()).count() == 4
        && text[5..].trim_start().starts_with(['|', '｜'])
        && !text.contains('。')
}

/// 第2版：新闻, A03版：要闻: the page of a newspaper that a report stood on.
pub(super) fn newspaper_page(text: &str) -> bool {
    let bare = text.strip_prefix('第').unwrap_or(text);
    let number = bare.trim_start_matches(|char: char| char.is_ascii_uppercase());
    let rest = number.trim_start_matches(|char: char| char.is_ascii_digit());
    let digits = number.len() - rest.len();
    (1..=3).contains(&digits)
        && bare.len() - number.len() <= 1
        && rest
            .strip_prefix('版')
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['：', ' ']))
}

/// 新华社北京3月26日电, 《本省日报》（2020年03月27日 02版）
pub(super) fn newspaper(text: &str) -> bool {
    let bare = text.trim_start_matches('（').trim_end_matches('）');
    let wire = bare.starts_with("新华社") && bare.ends_with('电');
    wire || bare.ends_with('版') && bare.contains('报') && bare.contains('年') && bare.contains('月')
}

/// （内部资料 注意保存）: how the paper is to be kept.
pub(super) fn kept(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', '【', '】', ' ']);
    let marked = PAGES.paper.iter().any(|word| bare.starts_with(word));
    marked && PAGES.keeping.iter().any(|word| bare.ends_with(word))
}

/// （根据录音整理，未经本人审阅）
pub(super) fn unrevised(text: &str) -> bool {
    text.starts_with("（根据") && text.contains("未经本人") && text.ends_with('）')
}

/// Whether a date of a page stands somewhere in a line: 文/办公室 2023-02-24 16:40 浏览量：18次
fn stamp(text: &str) -> bool {
    text.split(' ').any(|piece| piece.len() >= 8 && iso_date(piece))
}

/// `2024-04-22` or `2024/04/22`, alone or with a time of day.
pub(super) fn iso_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 8
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && matches!(bytes[4], b'-' | b'/')
        && bytes[5..].iter().take(17).filter(|byte| byte.is_ascii_digit()).count() >= 2
        && bytes[5..]
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b' '))
}

/// 青山文库-医院管理-讲话: the name of a site and the parts of it that lead to the page.
pub(super) fn path_of_site(text: &str) -> bool {
    if !text.contains(['-', '_']) {
        return false;
    }
    let mut parts = text.split(['-', '_']).map(str::trim);
    let first = parts.next().unwrap_or_default();
    let named = (3..=8).contains(&first.chars().count()) && PAGES.site_path.iter().any(|kind| first.ends_with(kind));
    named && parts.filter(|part| !part.is_empty()).count() >= 2
}

/// 青山范文网, 本县新闻网, 公文素材库: the name of a site alone on its line.
pub(super) fn site_name(text: &str) -> bool {
    let ends = |name: &str, words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let bare = PAGES.site_kind.iter().find_map(|kind| text.strip_suffix(kind));
    bare.is_some_and(|name| ends(name, &PAGES.site_about)) || ends(text, &PAGES.site_alone)
}
