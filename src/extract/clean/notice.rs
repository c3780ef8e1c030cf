//! What a site or an office puts inside the text itself: notices, and the page marks of a preview.

use std::ops::Range;

use super::super::word_list::Found;
use super::debris::{weight, within};
use super::pages::PAGES;
use super::shadow::han;

/// The name of a site in front of its address is at most so many bytes long.
const LONGEST_NAME: usize = 120;

/// A notice is at most so many bytes long.
const LONGEST: usize = 450;

/// A bracket that a site added to a title is at most so many bytes long.
const LONGEST_MARK: usize = 60;

/// A bracket that a site added is at most so many bytes long.
const LONGEST_BRACKET: usize = 240;

/// The notices of a folded text: from a word that opens one to the end of its brackets or its line;
/// what an editor puts in front of the speech, to the end of its sentence.
pub(super) fn notices(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| matches!(word.group, "notice" | "editor")) {
        let before = text[..word.range.start].trim_end_matches(' ');
        let line = &text[word.range.start..];
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        let opens = matches!(
            before.chars().next_back(),
            None | Some('\n' | '。' | '！' | '？' | '；' | '”' | '：')
        );
        let range = match before.chars().next_back() {
            Some(open @ ('（' | '【' | '[')) => {
                let Some(close) = line.find(['）', '】', ']']) else {
                    continue;
                };
                let close_length = line[close..].chars().next().map_or(0, char::len_utf8);
                before.len() - open.len_utf8()..word.range.start + close + close_length
            }
            _ if word.group == "editor" => {
                let end = line.find(['。', '！']).map_or(line.len(), |at| at + '。'.len_utf8());
                word.range.start..word.range.start + end
            }
            // 文档简介：同志们：…: the label stands before the speech itself.
            _ if opens && leads_in(&text[word.range.clone()], &line[word.range.len()..]) => {
                let length = word.range.len();
                word.range.start..word.range.start + length
            }
            _ if opens => word.range.start..word.range.start + line.len(),
            _ => continue,
        };
        if range.len() <= LONGEST && found.last().is_none_or(|last| last.end <= range.start) {
            found.push(range);
        }
    }
    found
}

/// What a paragraph that an editor wrote has no more bytes than.
const LONGEST_INTRODUCTION: usize = 900;

/// 长期以来，……。下面是小编整理的讲话稿，供大家参考。: the sentence in which an editor speaks, and the
/// paragraph that leads up to it.
pub(super) fn introductions(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, name) in text.match_indices("小编") {
        let other = PAGES
            .no_editor
            .iter()
            .any(|word| text[at..].starts_with(word) || text[..at + name.len()].ends_with(word));
        if other || found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let end = text[at..]
            .find(['。', '！', '\n'])
            .map_or(text.len(), |length| at + length);
        let end = end
            + if text[end..].starts_with(['。', '！']) {
                '。'.len_utf8()
            } else {
                0
            };
        let floor = text.floor_char_boundary(at.saturating_sub(LONGEST_INTRODUCTION));
        let line = text[floor..at]
            .rfind('\n')
            .map(|at| floor + at + 1)
            .or((floor == 0).then_some(0));
        let sentence = text[floor..at].rfind(['。', '！', '？', '\n']).map_or(floor, |at| {
            floor
                + text[floor + at..]
                    .chars()
                    .next()
                    .map_or(at, |char| at + char.len_utf8())
        });
        // The title and the address are not the editor's.
        let own = line.filter(|line| {
            let before = within(words, &(*line..sentence));
            !before.iter().any(|word| matches!(word.group, "title" | "address"))
        });
        let start = own.unwrap_or(sentence);
        let start = start + text[start..at].len() - text[start..at].trim_start().len();
        found.push(start..end);
    }
    found
}

/// Whether a label of a document page has the speech right behind it.
fn leads_in(label: &str, rest: &str) -> bool {
    let rest = rest.trim_start();
    label.ends_with('：') && PAGES.speech.iter().any(|word| rest.starts_with(word))
}

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

/// 【字体：大 中 小】 【更多资料请加微信】: square brackets with words of sites in them.
pub(super) fn brackets(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, mark) in text.match_indices('【') {
        let window = &text[start..text.floor_char_boundary(start + LONGEST_BRACKET)];
        let Some(close) = window.find(['】', '\n']).filter(|at| window[*at..].starts_with('】')) else {
            continue;
        };
        let range = start..start + close + mark.len();
        if within(words, &range).iter().any(|word| weight(word.group) > 0) {
            found.push(range);
        }
    }
    found
}

/// Addresses of web sites inside running text, with the name of the site where they open a line.
pub(super) fn addresses(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for sign in ["www.", "http://", "https://"] {
        for (at, _) in text.match_indices(sign) {
            let length = text[at..].bytes().take_while(u8::is_ascii_graphic).count();
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
            found.push(start..told_behind(text, at + length, words));
        }
    }
    found
}

/// 内容来自青山网www.…: where the words of a site right before its address begin.
fn told_before(text: &str, at: usize, words: &[Found]) -> usize {
    let floor = text.floor_char_boundary(at.saturating_sub(LONGEST_MARK));
    let near = within(words, &(floor..at));
    let first = near.iter().find(|word| word.group == "site" || word.group == "notice");
    first
        .map(|word| word.range.start)
        .filter(|start| !text[*start..at].contains(['。', '，', '\n']))
        .unwrap_or(at)
}

/// www.…转载请注明出处。: where what a site says right behind its address ends.
fn told_behind(text: &str, end: usize, words: &[Found]) -> usize {
    let window = &text[end..text.floor_char_boundary(end + LONGEST_MARK)];
    let rest = &window[..window.find('\n').unwrap_or(window.len())];
    let sentence = rest.find('。').map_or(rest.len(), |at| at + '。'.len_utf8());
    let told = within(words, &(end..end + sentence))
        .iter()
        .any(|word| word.group == "site" && word.range.start <= end + 3);
    if told { end + sentence } else { end }
}

/// 第2页 共4页, _第2页 and 2 / 9 within a sentence: where a preview cut the text into pages.
pub(super) fn page_marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('第') {
        let Some(end) = number(text, at + '第'.len_utf8()).and_then(|end| after(text, end, "页")) else {
            continue;
        };
        let rest = &text[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '/', '，']).len();
        let total = after(text, end + blanks, "共")
            .and_then(|end| number(text, end))
            .and_then(|end| after(text, end, "页"));
        if let Some(total) = total {
            found.push(at..total);
        } else if text[..at].ends_with('_') {
            found.push(at - 1..end);
        }
    }
    for (at, mark) in text.match_indices(" / ") {
        let digits = text.as_bytes()[..at]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let start = at - digits;
        let Some(end) = number(text, at + mark.len()).map(|end| text[..end].trim_end().len()) else {
            continue;
        };
        let inside = |char: Option<char>| char.is_some_and(|char| han(char) || "，、".contains(char));
        if (1..=3).contains(&digits) && inside(text[..start].chars().next_back()) && inside(text[end..].chars().next())
        {
            found.push(start..end);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Where the number of one to three digits ends that starts here, blanks around it included.
fn number(text: &str, at: usize) -> Option<usize> {
    let at = at + usize::from(text[at..].starts_with(' '));
    let digits = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let end = at + digits;
    (1..=3)
        .contains(&digits)
        .then(|| end + usize::from(text[end..].starts_with(' ')))
}

fn after(text: &str, at: usize, word: &str) -> Option<usize> {
    text[at..].starts_with(word).then_some(at + word.len())
}

#[cfg(test)]
mod tests {
    use super::super::debris::words;
    use super::*;

    fn taken(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn page_marks_are_told_from_fractions_and_pages() {
        for (text, expected) in [
            ("有的干部第2页 共4页不敢担当", vec!["第2页 共4页"]),
            ("护林员是护林防火的 第1 页共 2页", vec!["第1 页共 2页"]),
            ("要加强_第3页排查", vec!["_第3页"]),
            ("会后县委2 / 9书记还要讲话", vec!["2 / 9"]),
            ("请大家翻到第3页，看看账", vec![]),
            ("占比由1/3提高到2/3", vec![]),
        ] {
            assert_eq!(taken(text, page_marks(text)), expected, "{text}");
        }
    }

    #[test]
    fn notices_end_with_their_brackets_or_line() {
        for (text, expected) in [
            ("水到渠成。（此处隐藏300字）接着说", vec!["（此处隐藏300字）"]),
            ("散会。\n声明：本文由用户上传。\n", vec!["声明：本文由用户上传。"]),
            ("我郑重声明：本人没有经商", vec![]),
            (
                "下面是小编为大家整理的讲话，供大家参考。同志们：开会了。",
                vec!["下面是小编为大家整理的讲话，供大家参考。"],
            ),
        ] {
            assert_eq!(taken(text, notices(text, &words(text))), expected, "{text}");
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

    #[test]
    fn editors_introduce_a_speech() {
        for (text, expected) in [
            (
                "工业发展很重要。下面就是小编给大家整理的讲话，仅供参考。\n\n同志们：",
                vec!["工业发展很重要。下面就是小编给大家整理的讲话，仅供参考。"],
            ),
            (
                "在防汛会上的讲话 汛期到了。以下是小编收集的讲话。同志们：",
                vec!["以下是小编收集的讲话。"],
            ),
            ("要缩小编制规模，用好现有人员。", vec![]),
        ] {
            assert_eq!(taken(text, introductions(text, &words(text))), expected, "{text}");
        }
    }

    #[test]
    fn brackets_of_sites_are_told_from_those_of_the_speech() {
        for (text, expected) in [
            (
                "要抓好。【更多公文素材，微信：abc 01】",
                vec!["【更多公文素材，微信：abc 01】"],
            ),
            ("【字体：大 中 小】【打印】", vec!["【字体：大 中 小】", "【打印】"]),
            ("【产业】要强链补链。", vec![]),
            ("【收藏\n】", vec![]),
        ] {
            assert_eq!(taken(text, brackets(text, &words(text))), expected, "{text}");
        }
    }

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
    fn a_label_before_the_speech_is_taken_alone() {
        let text = "文档简介：——2009年5月在全县大会上\n各位代表：";
        assert_eq!(taken(text, notices(text, &words(text))), ["文档简介："]);
    }

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
                "，让老百姓看见内容来自青山网www.abc.com转载请标明出处。",
                vec!["内容来自青山网www.abc.com转载请标明出处。"],
            ),
        ] {
            assert_eq!(taken(text, addresses(text, &words(text))), expected, "{text}");
        }
    }
}
