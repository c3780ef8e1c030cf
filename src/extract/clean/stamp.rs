//! Stamps: what a site writes behind every paragraph, so that a copy of the text names it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::mention::starts_with_unit;
use super::super::word_list::Found;
use super::debris::{of_site, within};
use super::publication::site_name;

/// A stamp has at least so many characters, and at most so many.
const SHORTEST: usize = 8;
const LONGEST: usize = 60;

/// It stands behind at least so many lines.
const TIMES: usize = 3;

/// What watermarks end with behind a blank or a mark.
const REST: [&str; 3] = [" Player支持。", " Player支持", "，如需使用请下载"];

/// The stamps of a folded text: with what three lines or more end, if it names a site.
pub(super) fn stamps(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut groups: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    let mut at = 0;
    for line in text.split('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len() + 1;
        if let Some(key) = ending(&text[range.clone()], SHORTEST) {
            groups.entry(key).or_default().push(range);
        }
    }
    let mut found = Vec::new();
    for lines in groups.into_values().filter(|lines| lines.len() >= TIMES) {
        let Some(length) = common(text, &lines).filter(|length| names_site(text, &lines, *length, words)) else {
            continue;
        };
        found.extend(lines.into_iter().map(|line| line.end - length..line.end));
    }
    found.sort_by_key(|range| range.start);
    found
}

/// What a site prints across its pages, wherever it stands, with its name in front of a hyphen.
pub(super) fn watermarks(text: &str, words: &[Found]) -> Vec<Range<usize>> {
    let mut name: Option<&Found> = None;
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        if word.group == "watermark" {
            let between = |name: &&Found| text[name.range.end..word.range.start].trim() == "-";
            let start = name.filter(between).map_or(word.range.start, |name| name.range.start);
            found.push(start..numbered(text, word.range.end));
        } else if let Some(last) = found.last_mut()
            && of_site(word)
            && text
                .get(last.end..word.range.start)
                .is_some_and(|between| between.trim_matches([' ', '　']).is_empty())
        {
            // 本文为自本人珍藏 版权所有 仅供参考: what follows it is of the site, too.
            last.end = word.range.end;
        }
        name = Some(word).filter(|word| of_site(word));
    }
    found
}

/// Where the number of a page ends that stands behind a watermark, set off by a blank, at the end of a line:
/// 精选公文范文 2. In front of more text it may be one of the speech, 30余家企业.
fn numbered(text: &str, from: usize) -> usize {
    if let Some(rest) = REST.iter().find(|rest| text[from..].starts_with(**rest)) {
        return from + rest.len();
    }
    let Some(rest) = text[from..].strip_prefix(' ') else {
        return from;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &rest[digits..];
    let blanks = behind.trim_start_matches(' ');
    let ends = blanks.is_empty() || blanks.starts_with('\n');
    // A line that was broken goes on with the unit of its number.
    let next = blanks.trim_start_matches(['\n', ' ']);
    let goes_on = next.starts_with([
        '.', '、', '%', '．', '）', '月', '日', '年', '+', '余', '多', '万', '亿',
    ]);
    match (1..=3).contains(&digits) && ends && !goes_on && !starts_with_unit(next) {
        true => from + 1 + digits,
        false => from,
    }
}

/// The last `count` characters of a text that has more.
fn ending(text: &str, count: usize) -> Option<&str> {
    text.char_indices().rev().nth(count - 1).map(|(at, _)| &text[at..])
}

/// The length in bytes of what all these lines end with, without the marks that close their sentences.
fn common(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let (first, others) = lines.split_first()?;
    let first = &text[first.clone()];
    let chars = others
        .iter()
        .map(|line| {
            let pairs = first.chars().rev().zip(text[line.clone()].chars().rev());
            pairs.take(LONGEST).take_while(|(one, other)| one == other).count()
        })
        .min()?;
    let shared = ending(first, chars)?;
    let bare = shared.trim_start_matches(|char: char| "。，；：！？、”）》 ".contains(char));
    (bare.chars().count() >= SHORTEST).then_some(bare.len())
}

/// Whether a shared ending names a site: 青山网, 建筑专业网站, a word of such sites. Who is to do
/// something until when, in brackets, stands behind many items of a plan too.
fn names_site(text: &str, lines: &[Range<usize>], length: usize, words: &[Found]) -> bool {
    let Some(line) = lines.first() else { return false };
    let range = line.end - length..line.end;
    let stamp = &text[range.clone()];
    let named = stamp
        .split(|char: char| !char.is_alphanumeric())
        .any(|name| name.ends_with("网") || name.ends_with("网站") || site_name(name));
    let listed = within(words, &range)
        .iter()
        .any(|word| of_site(word) || word.group == "contact");
    (named || listed || stamp.contains("www.") || stamp.contains(".com")) && !stamp.ends_with(['）', '。', '；'])
}

#[cfg(test)]
mod tests {
    use super::super::debris::words;
    use super::{stamps, watermarks};

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = stamps(text, &words(text))
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn stamps_name_a_site_behind_every_paragraph() {
        let stamp = "x9Q青山网-大家的建材专业网站";
        let text = format!("同志们：{stamp}\n要抓好落实。{stamp}\n一、抓调度{stamp}\n二、抓排查");
        check(&text, &[stamp; 3]);
    }

    #[test]
    fn watermarks_are_taken_out_of_sentences() {
        let text = "要抓好夏粮下载后可任意编辑收购。材料放在网上，大家下载后可以再改。不准百度文库 - 让每个人平等地提升自我违规";
        let found = watermarks(text, &words(text));
        assert_eq!(
            found.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(),
            ["下载后可任意编辑", "百度文库 - 让每个人平等地提升自我"]
        );
    }

    #[test]
    fn watermarks_take_their_page_and_what_follows_them_along() {
        let text = "各村精选公文范文 2\n要抓好精选公文范文 30余家企业，精选公文范文 12\n个项目。本文为自本人珍藏 版权所有 仅供参考各乡镇要抓好，本文为自本人珍藏\n仅供参考的数字要核实";
        let found = watermarks(text, &words(text));
        assert_eq!(
            found.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(),
            [
                "精选公文范文 2",
                "精选公文范文",
                "精选公文范文",
                "本文为自本人珍藏 版权所有 仅供参考",
                "本文为自本人珍藏"
            ]
        );
    }

    #[test]
    fn what_a_plan_repeats_is_no_stamp() {
        check(
            "抓排查（责任单位：县国网供电公司）\n抓整改（责任单位：县国网供电公司）\n抓督查（责任单位：县国网供电公司）",
            &[],
        );
        check("一要织密基层安全网\n二要织密基层安全网\n要建好", &[]);
        check(
            "东片为经济建设提供坚强保障\n西片为经济建设提供坚强保障\n城区为经济建设提供坚强保障",
            &[],
        );
    }
}
