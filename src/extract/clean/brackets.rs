//! Brackets that a site put into a text: buttons, labels, names of editors and numbers of references.

use std::ops::Range;

use super::super::mention::starts_with_unit;
use super::super::word_list::Found;
use super::debris::{weight, within};
use super::notice::line;
use super::pages::PAGES;
use super::shadow::han;

/// A bracket that a site added is at most so many bytes long.
const LONGEST_BRACKET: usize = 240;

/// 【字体：大 中 小】 【更多资料请加微信】: square brackets with words of sites in them; of 【文章编号】1002-3275 what
/// stands behind them, too.
pub(super) fn brackets(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, closing) in [('【', '】'), ('[', ']')] {
        for (start, mark) in text.match_indices(open) {
            let window = &text[start..text.floor_char_boundary(start + LONGEST_BRACKET)];
            let end = window
                .find([closing, '\n'])
                .filter(|at| window[*at..].starts_with(closing));
            let Some(end) = end else { continue };
            let inner = &window[mark.len()..end];
            let range = start..start + end + closing.len_utf8();
            if PAGES.filed.contains(&inner) {
                found.push(range.start..filed(text, range.end, PAGES.filed_number.contains(&inner)));
            } else if sizes(inner) {
                found.push(labelled(text, start, words)..range.end);
            } else if within(words, &range).iter().any(|word| weight(word.group) > 0) {
                found.push(range);
            }
        }
    }
    found
}

/// Where the label begins that stands right before a bracket, 字体：【大 中 小】; where the bracket does if none stands
/// there.
fn labelled(text: &str, bracket: usize, words: &[Found]) -> usize {
    let before = within(words, &(0..bracket)).last();
    let label =
        before.filter(|word| weight(word.group) > 0 && matches!(&text[word.range.end..bracket], "" | "：" | " "));
    label.map_or(bracket, |label| label.range.start)
}

/// A part of a value has at most so many characters.
const LONGEST_PART: usize = 12;

/// Where the value ends that stands behind a bracket: short parts up to the end of the line or the next bracket, or
/// a number. What has other marks is speech, and none of it goes.
fn filed(text: &str, from: usize, number: bool) -> usize {
    let value = line(text, from, LONGEST_BRACKET);
    let value = value[..value.find(['【', '[']).unwrap_or(value.len())].trim_end();
    let numbers = || {
        value
            .chars()
            .all(|char| char.is_ascii() || "年月日；：（）－—–".contains(char))
    };
    let short = || {
        !value.contains(['，', '。', '！', '？', '：'])
            && value
                .split(['；', '、', ';', ' '])
                .all(|part| part.chars().count() <= LONGEST_PART)
    };
    if value.len() <= LONGEST_BRACKET && if number { numbers() } else { short() } {
        from + value.len()
    } else {
        from
    }
}

/// Whether a bracket holds the buttons for the size of letters.
fn sizes(inner: &str) -> bool {
    let mut parts = inner.split([' ', '/', '|']).filter(|part| !part.is_empty());
    parts.clone().count() >= 2 && parts.all(|part| PAGES.sized.contains(&part))
}

/// （责任编辑：王某） in the middle of a sentence: round brackets that a site put into the text, whatever they stand
/// between.
pub(super) fn insertions(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, mark) in text.match_indices('（') {
        let rest = &text[start + mark.len()..];
        let opens = |word: &&&str| rest.starts_with(**word);
        let alone = PAGES.inserted_with.iter().find(opens);
        let Some(word) = alone.or_else(|| PAGES.inserted.iter().find(opens)) else {
            continue;
        };
        let window = &rest[..rest.floor_char_boundary(LONGEST_BRACKET)];
        // （点击下载“一网通”即可掌上办）: what speakers open with, too, needs a second word of sites.
        let by_site = |inner: &str| match alone {
            Some(word) => {
                let besides = &inner[word.len()..];
                besides.is_empty() || PAGES.inserted_site.iter().any(|word| besides.contains(word))
            }
            None => *word != "本文由" || PAGES.inserted_by.iter().any(|word| inner.contains(word)),
        };
        let close = window
            .find(['）', '\n'])
            .filter(|at| window[*at..].starts_with('）') && by_site(&window[..*at]));
        found.extend(close.map(|close| start..start + mark.len() + close + '）'.len_utf8()));
    }
    found
}

/// 提供了支撑[1]，: the numbers of references as encyclopedias have them, behind a word or a mark; before another word
/// only where they are counted from 1 upwards, and never before a unit.
pub(super) fn references(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before_words = Vec::new();
    let (mut last, mut upwards) = (0, true);
    for (start, mark) in text.match_indices('[') {
        let rest = &text[start + mark.len()..];
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' '))
            .count();
        let number = &rest[..length];
        let before = text[..start].chars().next_back();
        let behind_text = before.is_some_and(|char| han(char) || "。，；”）%]".contains(char));
        let counted = (1..=7).contains(&length) && number.split(['-', ' ']).all(|part| (1..=3).contains(&part.len()));
        if !behind_text || !counted || !rest[length..].starts_with(']') {
            continue;
        }
        let behind = &rest[length + 1..];
        let first: usize = number
            .split(['-', ' '])
            .next()
            .unwrap_or_default()
            .parse()
            .unwrap_or_default();
        upwards &= first > 0 && first <= last + 1;
        last = last.max(
            number
                .rsplit(['-', ' '])
                .next()
                .unwrap_or_default()
                .parse()
                .unwrap_or_default(),
        );
        let word = behind
            .trim_start_matches(' ')
            .trim_start_matches(['亿', '万', '千', '百', '多', '余']);
        if word.starts_with('号') || starts_with_unit(word) {
            continue;
        }
        let range = start..start + length + 2;
        let set_off = behind.starts_with(|char: char| "，。；：！？、”）[ \n".contains(char));
        if behind.is_empty() || set_off {
            found.push(range);
        } else {
            before_words.push(range);
        }
    }
    if upwards {
        found.extend(before_words);
        found.sort_by_key(|range| range.start);
    }
    // One alone may be a number of the speech.
    if found.len() < 2 {
        found.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::debris::{taken, words};
    use super::*;

    #[test]
    fn brackets_of_sites_are_told_from_those_of_the_speech() {
        for (text, expected) in [
            (
                "要抓好。【更多公文素材，微信：abc 01】",
                vec!["【更多公文素材，微信：abc 01】"],
            ),
            ("【字体：大 中 小】【打印】", vec!["【字体：大 中 小】", "【打印】"]),
            (
                "【文章编号】1002-3275 【关键词】教育；改革\n【大 中 小】[范文]要抓好。",
                vec![
                    "【文章编号】1002-3275",
                    "【关键词】教育；改革",
                    "【大 中 小】",
                    "[范文]",
                ],
            ),
            ("【产业】要强链补链。", vec![]),
            (
                "【关键词】创新，今年我们把创新摆在首位，各部门要抓好科技攻关，加大投入",
                vec!["【关键词】"],
            ),
            ("【关键词】各部门要抓好落实。", vec!["【关键词】"]),
            ("【收稿日期】各单位要严格把关", vec!["【收稿日期】"]),
            ("【收稿日期】2023年3月5日", vec!["【收稿日期】2023年3月5日"]),
            ("【收藏\n】", vec![]),
        ] {
            assert_eq!(taken(text, brackets(text, &words(text))), expected, "{text}");
        }
    }

    #[test]
    fn what_sites_put_into_sentences_is_told_from_remarks() {
        for (text, expected) in [
            ("共同努（责任编辑：admin）力的结果", vec!["（责任编辑：admin）"]),
            ("盯紧三件事。（本文由范文网整理）一是", vec!["（本文由范文网整理）"]),
            ("要管好队伍（责任编辑要把关，记者要核实）", vec![]),
            ("办好这件事（责任编辑：\n", vec![]),
            ("坚持（本文由县政府解释）原则", vec![]),
            (
                "抓好（未完待续）落实（更多内容请关注公众号）。（全文完）",
                vec!["（未完待续）", "（更多内容请关注公众号）", "（全文完）"],
            ),
            ("抓落实（更多内容请看书面材料）", vec![]),
            ("要列清单（未完待续的改革事项要一抓到底）", vec![]),
            ("办理（点击下载“一网通”即可掌上办）", vec![]),
            ("征求意见（全文完稿之前）", vec![]),
        ] {
            assert_eq!(taken(text, insertions(text)), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_references_stand_behind_words() {
        for (text, expected) in [
            ("提供了支撑[1]，抓落实[2-3]。", vec!["[1]", "[2-3]"]),
            ("增长[12]个百分点", vec![]),
            ("国发[2016]12号、国办发[16]号、财[17]号", vec![]),
            ("[1]总则\n[2]分则", vec![]),
            ("增长[12]个百分点，完成投资[30]亿元，新增企业[15]家。", vec![]),
            ("完成[1]个项目，新建[2]条公路，投资[3]亿元。", vec![]),
            ("盘活[12]闲置土地，改造[30]老旧厂房。", vec![]),
            ("来了[1]位专家，讲了两课[2]，很好。", vec![]),
            ("青溪县[1]地处省东部[2]，盛产茶叶[3]。", vec!["[1]", "[2]", "[3]"]),
        ] {
            assert_eq!(taken(text, references(text)), expected, "{text}");
        }
    }
}
