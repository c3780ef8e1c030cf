//! Page fragments: the `2、` that a preview drops where it cuts a text into pages.

use std::ops::Range;

use super::super::marks::marks;
use super::super::word_list::Found;
use super::debris::{weight, within};
use super::shadow::han;

/// A number with 、 that may be a page fragment.
struct Candidate {
    number: u32,
    range: Range<usize>,
    /// It stands in the middle of a sentence.
    inside: bool,
}

/// How far back the start of a list item is looked for, in bytes.
const LONGEST_ITEM: usize = 300;

/// Marks that close a sentence or open a list; what follows them starts anew.
const CLOSING: &str = "。！？；：”）…!?;:";

/// The page fragments of a folded text. Numbers that follow one another from 1 or 2 on are page
/// fragments if at least a third of them stand in the middle of a sentence.
pub(super) fn fragments(text: &str) -> Vec<Range<usize>> {
    let candidates = candidates(text);
    let mut chain: Vec<&Candidate> = Vec::new();
    let mut waiting = candidates.iter().peekable();
    while let Some(candidate) = waiting.next() {
        let expected = chain
            .last()
            .map_or(candidate.number <= 2, |last| candidate.number == last.number + 1);
        if !expected {
            continue;
        }
        // A numbered list of the speech itself starts anew: prefer the one inside a sentence.
        let better = waiting
            .peek()
            .is_some_and(|next| next.number == candidate.number && next.inside);
        if !candidate.inside && better {
            continue;
        }
        chain.push(candidate);
    }
    let inside = chain.iter().filter(|candidate| candidate.inside).count();
    if inside == 0 || inside * 3 < chain.len().saturating_sub(1) {
        return Vec::new();
    }
    chain.into_iter().map(|candidate| candidate.range.clone()).collect()
}

/// A `……` this far from the end of the text or nearer, in bytes, may be where a preview breaks off.
const NEAR_END: usize = 1200;

/// What the words of sites behind it weigh together, if it is.
const CERTAIN: usize = 3;

/// The `...` with which a preview breaks off at the end of a line, and the `……` in front of what a
/// site says behind it.
pub(super) fn ellipses(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let tail = text.floor_char_boundary(text.len().saturating_sub(NEAR_END));
    if let Some(at) = text[tail..].rfind("…\n").map(|at| tail + at) {
        let end = at + '…'.len_utf8();
        let start = text[..end].trim_end_matches('…').len();
        let behind = within(words, &(end..text.len()));
        let told: usize = behind.iter().map(|word| weight(word.group)).sum();
        if told >= CERTAIN && text[..start].chars().next_back().is_some_and(han) && !text[end..].contains("。\n") {
            found.push(start..end);
        }
    }
    let mut from = 0;
    while let Some(offset) = text[from..].find("...") {
        let start = from + offset;
        from = start + text[start..].bytes().take_while(|byte| *byte == b'.').count();
        let ends_line = text[from..].starts_with('\n') || from == text.len();
        if ends_line && text[..start].chars().next_back().is_some_and(han) {
            found.push(start..from);
        }
    }
    found
}

fn candidates(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (mark, _) in marks(text).filter(|(_, char)| *char == '、') {
        let from = mark + '、'.len_utf8();
        let digits = text.as_bytes()[..mark]
            .iter()
            .rev()
            .take(4)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if digits == 0 || digits > 3 {
            continue;
        }
        let start = mark - digits;
        let before = text[..start].chars().next_back();
        let after = text[from..].chars().find(|char| *char != ' ');
        let broken = before.is_none_or(|char| matches!(char, '\n' | ' '));
        if after.is_none_or(|char| char.is_ascii_digit() || char == '\n') || !(broken || before.is_some_and(han)) {
            continue;
        }
        // 抓好1、抓好2号: a number that is named, not a page.
        if !broken && before.is_some_and(|char| "第共约达近超第有为是".contains(char)) {
            continue;
        }
        let line_break = text[..start].trim_end_matches(' ').ends_with('\n');
        let left = text[..start].trim_end();
        let last = left.chars().next_back();
        let tail: usize = left.chars().rev().take(12).take_while(|char| *char != '\n').count();
        let Ok(number) = text[start..mark].parse() else {
            continue;
        };
        // Items of a list need no full stop at their end, but then they are single sentences.
        let item = line_break && {
            let line = &left[text.floor_char_boundary(left.len().saturating_sub(LONGEST_ITEM))..];
            let line = &line[line.rfind('\n').map_or(0, |at| at + 1)..];
            !line.contains('。') && super::super::outline::marker(line.trim_start()).is_some()
        };
        let inside =
            number > 1 && last.is_some_and(|char| !CLOSING.contains(char)) && (tail == 12 || !line_break) && !item;
        {
            found.push(Candidate {
                number,
                range: start..from,
                inside,
            });
        }
    }
    found
}

/// Question marks at the beginning of a line, which a page wrote for blanks that it could not decode.
pub(super) fn undecoded(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .filter_map(|line| {
            let start = at;
            at += line.len();
            let marks = line.len() - line.trim_start_matches('？').len();
            (marks > 0).then_some(start..start + marks)
        })
        .collect()
}

/// The bars at the ends of lines that a table of a page left over.
pub(super) fn bars(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut covered = 0;
    for (at, _) in text.match_indices('|') {
        if at < covered {
            continue;
        }
        let behind = text[at..].trim_start_matches(['|', ' ']);
        covered = text.len() - behind.len();
        let before = text[..at].trim_end_matches(' ');
        let opens = before.is_empty() || before.ends_with('\n');
        // 一、|: right behind a marker it stands for a title that was taken out.
        let closes = before.len() < at && (behind.is_empty() || behind.starts_with('\n'));
        if opens || closes {
            found.push(at..at + text[at..covered].trim_end().len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::debris::words;
    use super::{bars, ellipses, fragments};

    #[test]
    fn bars_are_taken_from_the_ends_of_lines() {
        let text = "| 各乡镇要抓好春耕。 |\n甲|乙\n||丙\n一、|";
        let found: Vec<&str> = bars(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["|", "|", "||"]);
    }

    fn check(annotated: &str) {
        let text: String = annotated.chars().filter(|char| !"⟦⟧".contains(*char)).collect();
        let mut found = text.clone();
        for range in fragments(&text).into_iter().rev() {
            found.insert(range.end, '⟧');
            found.insert(range.start, '⟦');
        }
        assert_eq!(found, annotated);
    }

    #[test]
    fn numbers_inside_sentences_are_pages() {
        check(
            "⟦1、⟧春耕不等人。全县上下要牢固树立一盘棋思想，把招商引\n⟦2、⟧资作为头号工程。一年接着一年干，力\n⟦3、⟧争三年见到成效。\n⟦4、⟧各乡镇要抓好落实。",
        );
        check("全县上下要牢固树立一盘棋思想，把招商⟦2、⟧引资作为头号工程，一年接着一年干，力 ⟦3、⟧争三年见到成效。");
    }

    #[test]
    fn lists_of_the_speech_are_not() {
        check(
            "下面讲三点意见：\n1、抓招商。各乡镇要主动出击。\n2、抓项目。各专班要盯紧盯牢。\n3、抓环境。各部门要优化服务。",
        );
        check(
            "工作安排：\n1、加强组织领导，落实工作责任\n2、加强督促检查，严格考核奖惩\n3、加强舆论宣传，营造浓厚氛围",
        );
        check("1、2号泵站和3、4号泵站都要检修，1、抓调度，2、抓巡查。");
    }

    #[test]
    fn a_preview_breaks_off_before_the_words_of_a_site() {
        for (text, expected) in [
            ("要抓好落…………\n本文共4036字，会员可免费打开全部文档", vec!["…………"]),
            ("要抓好落...\n请先登录", vec!["..."]),
            ("请李某发言……\n下面，请王某讲话。", vec![]),
            ("路还很长……\n谢谢大家！", vec![]),
        ] {
            let found: Vec<&str> = ellipses(text, &words(text))
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
