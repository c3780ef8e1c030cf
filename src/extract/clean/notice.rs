//! What a site or an office puts inside the text itself: notices, introductions and footnotes.

use std::ops::Range;

use super::super::word_list::Found;
use super::debris::within;
use super::pages::PAGES;

/// A footnote is at most so many bytes long.
const LONGEST_FOOTNOTE: usize = 240;

/// A notice is at most so many bytes long.
const LONGEST: usize = 450;

/// The notices of a folded text: from a word that opens one to the end of its brackets or its line;
/// what an editor puts in front of the speech, to the end of its sentence.
pub(super) fn notices(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words
        .iter()
        .filter(|word| matches!(word.group, "notice" | "editor" | "foreword"))
    {
        let before = text[..word.range.start].trim_end_matches(' ');
        // 报纸的编者按：…: in a sentence the speaker speaks of it.
        let begins = before.trim_end_matches(['（', '【', '[', ' ']);
        if word.group == "foreword" && !begins.is_empty() && !begins.ends_with('\n') {
            continue;
        }
        let line = line(text, word.range.start, LONGEST);
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
            _ if matches!(word.group, "editor" | "foreword") => {
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
    for at in editors(text, words) {
        if found.last().is_some_and(|last| at < last.end) {
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

/// Where an editor speaks: at 小编, and where a sentence that says who gathered the text wishes that it may help.
fn editors(text: &str, words: &[Found]) -> Vec<usize> {
    let editor = |(at, name): (usize, &str)| {
        let other = |word: &&str| text[at..].starts_with(*word) || text[..at + name.len()].ends_with(*word);
        (!PAGES.no_editor.iter().any(other)).then_some(at)
    };
    let wishes = |word: &&Found| {
        word.group == "wish" && {
            let floor = text.floor_char_boundary(word.range.start.saturating_sub(LONGEST));
            let before = &text[floor..word.range.start];
            let sentence = &before[before.rfind(['。', '！', '？', '\n']).unwrap_or(0)..];
            // A speaker says 我 of himself.
            let opening = PAGES.presenting.iter().find_map(|word| sentence.find(word));
            let gathered = |opening: usize| PAGES.gathered.iter().any(|word| sentence[opening..].contains(word));
            !sentence.contains('我') && opening.is_some_and(gathered)
        }
    };
    let mut all: Vec<usize> = text.match_indices("小编").filter_map(editor).collect();
    all.extend(words.iter().filter(wishes).map(|word| word.range.start));
    all.sort();
    all
}

/// ＊这是某某同志在全省大会上的讲话。: the line with which a paper says where the speech was made.
pub(super) fn footnotes(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, opening) in text.match_indices("这是") {
        let before = text[..at].trim_end_matches(' ');
        let Some(mark) = before.chars().next_back().filter(|mark| "※＊*★（".contains(*mark)) else {
            continue;
        };
        let start = before.len() - mark.len_utf8();
        let line = line(text, at + opening.len(), LONGEST_FOOTNOTE);
        // Where line ends were lost, wide blanks set it off from what follows.
        let line = line
            .find("。  ")
            .map_or(line, |end| &line[..end + '。'.len_utf8()])
            .trim_end();
        let told = line.trim_end_matches(['。', '）', '，']);
        let names = PAGES.occasion.iter().any(|word| told.ends_with(word)) && !told.contains('。');
        if names
            && line.len() <= LONGEST_FOOTNOTE
            && matches!(text[..start].chars().next_back(), None | Some('\n' | ' ' | '。'))
        {
            found.push(start..at + opening.len() + line.len());
        }
    }
    found
}

/// The rest of a line from a place on; of one that has more than `limit` bytes a beginning that has more too, so
/// that an endless line is not gone over again and again.
pub(super) fn line(text: &str, from: usize, limit: usize) -> &str {
    let window = &text[from..text.ceil_char_boundary(text.len().min(from + limit + 1))];
    &window[..window.find('\n').unwrap_or(window.len())]
}

/// Whether a label of a document page has the speech right behind it.
fn leads_in(label: &str, rest: &str) -> bool {
    let rest = rest.trim_start();
    label.ends_with('：') && PAGES.speech.iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::super::debris::{taken, words};
    use super::*;

    #[test]
    fn notices_end_with_their_brackets_or_line() {
        for (text, expected) in [
            ("水到渠成。（此处隐藏300字）接着说", vec!["（此处隐藏300字）"]),
            ("散会。\n声明：本文由用户上传。\n", vec!["声明：本文由用户上传。"]),
            ("我郑重声明：本人没有经商", vec![]),
            ("散会。\n编者按：这是一篇好稿。", vec!["编者按：这是一篇好稿。"]),
            ("日报加了编者按：这条路子值得推广。请大家都看一看。", vec![]),
            ("要写好（编者按：把意义讲清楚）和评论。", vec![]),
            (
                "下面是小编为大家整理的讲话，供大家参考。同志们：开会了。",
                vec!["下面是小编为大家整理的讲话，供大家参考。"],
            ),
        ] {
            assert_eq!(taken(text, notices(text, &words(text))), expected, "{text}");
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
            (
                "时间过得飞快。以下是青山网整理的《讲话稿》，希望对您有所帮助。\n各位老师：",
                vec!["时间过得飞快。以下是青山网整理的《讲话稿》，希望对您有所帮助。"],
            ),
            ("下面，我把各组的意见整理了一下，希望对大家有帮助。", vec![]),
            ("希望对大家有所帮助。各组整理的意见要报上来。", vec![]),
            ("农技站准备了种植手册，免费发放给农户，希望对大家有帮助。", vec![]),
            ("今天的分享到此结束，希望对大家有帮助，谢谢！", vec![]),
            (
                "下面是青山网整理的讲话，欢迎阅读。\n同志们：",
                vec!["下面是青山网整理的讲话，欢迎阅读。"],
            ),
        ] {
            assert_eq!(taken(text, introductions(text, &words(text))), expected, "{text}");
        }
    }

    #[test]
    fn footnotes_say_where_a_speech_was_made() {
        for (text, expected) in [
            (
                "不断开创新局面。\n＊这是李明同志2021年3月1日在全省大会上讲话的一部分。",
                vec!["＊这是李明同志2021年3月1日在全省大会上讲话的一部分。"],
            ),
            (
                "创造良好条件。※这是李明同志在全省大会上的讲话。  要抓好落实。",
                vec!["※这是李明同志在全省大会上的讲话。"],
            ),
            (
                "在全省大会上的讲话\n（这是2021年3月1日在全省大会上的讲话）\n同志们：",
                vec!["（这是2021年3月1日在全省大会上的讲话）"],
            ),
            (
                "这是我在全省大会上的讲话。\n（这是底线）要守住。\n＊这是李明的话。我们要学。",
                vec![],
            ),
        ] {
            assert_eq!(taken(text, footnotes(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_label_before_the_speech_is_taken_alone() {
        let text = "文档简介：——2009年5月在全县大会上\n各位代表：";
        assert_eq!(taken(text, notices(text, &words(text))), ["文档简介："]);
    }
}
