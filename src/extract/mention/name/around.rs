//! What stands around an ending, and kinds of endings that the rules treat alike.

use std::ops::Range;

use super::bounds::with_work;
use super::kinds::KINDS;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{NO_PROGRAMME, groups};

/// Whether a clause speaks of holding what is named at a place in it: 办好|亚运会.
pub(super) fn is_hosted(scene: Scene<'_>, at: usize) -> bool {
    let head = &scene.text[scene.text.floor_char_boundary(at.saturating_sub(120))..at];
    let clause = head.rfind(ends_clause).map_or(head, |mark| &head[mark..]);
    KINDS.hosting.iter().any(|word| clause.contains(word))
}

/// The end with the part of a work that is meant: 南水北调|中线工程.
pub(super) fn part_of(text: &str, end: usize) -> usize {
    let mut part = end;
    while let Some(word) = KINDS.parts.iter().find(|word| text[part..].starts_with(**word)) {
        part += word.len();
    }
    if let Some(work) = KINDS.supplies.iter().find(|work| text[part..].starts_with(**work)) {
        return part + work.len();
    }
    with_work(text, part)
}

/// Whether the words before an ending say no more than how many there are: 六大|工程.
pub(super) fn is_great(head: &str) -> bool {
    head.strip_suffix('大')
        .is_some_and(|head| head.ends_with(['二', '两', '三', '四', '五', '六', '七', '八', '九', '十']))
}

/// Where a quote begins that names what an ending closes a few words later: “金牌导游”技能|大赛.
pub(super) fn quoted_before(scene: Scene<'_>, ending: &Range<usize>) -> Option<usize> {
    let words = &scene.text[ending.clone()];
    let kind = KINDS.quoted.iter().any(|kind| words.ends_with(kind));
    let start = quote_before(scene, ending.start).filter(|_| kind)?;
    (!scene.text[..ending.start].ends_with(['”', '"'])).then_some(start)
}

/// Where a quote begins that ends at a place or a few words before it, where what it says can be a name.
pub(super) fn quote_before(scene: Scene<'_>, end: usize) -> Option<usize> {
    let text = scene.text;
    let head = &text[text.floor_char_boundary(end.saturating_sub(27))..end];
    let close = head.rfind(['”', '"'])?;
    let mark = head[close..].chars().next().map_or(0, char::len_utf8);
    let between = &head[close + mark..];
    let quote = scene.quote_before(end - between.len())?;
    let inner = text.get(quote.clone())?.trim_matches(['“', '”', '"']);
    let plain = between
        .chars()
        .all(|char| char.is_alphabetic() && !"的和与及等是为了把对在有进".contains(char));
    (plain && is_title(inner)).then_some(quote.start)
}

/// Whether the words of a quote can be a name: no numeral abbreviation, no phrase.
pub(super) fn is_title(inner: &str) -> bool {
    let numeral = inner.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+')
        || inner.starts_with(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '双']);
    !numeral && (2..=14).contains(&inner.chars().count()) && !groups(inner).is(NO_PROGRAMME)
}

/// Whether a quote that begins with a numeral ends right before a place: 进社区“四进”|活动.
pub(super) fn ends_with_numeral_quote(scene: Scene<'_>, at: usize) -> bool {
    scene.quote_before(at).is_some_and(|quote| {
        let inner = scene.text[quote].trim_matches(['“', '”', '"']);
        inner.starts_with(|char| "一二两三四五六七八九十双".contains(char)) && inner.chars().count() <= 4
    })
}

/// Where 第三 begins before an ending: the number is name enough for a work (第三|污水处理厂).
pub(super) fn ordinal_start(text: &str, end: usize) -> Option<usize> {
    let head =
        text[..end].trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
    (head.len() < end && head.ends_with('第')).then(|| head.len() - '第'.len_utf8())
}

/// Whether the words before a park or a platform say what is to become of a place (打造|特色产业基地), or
/// how big it is to be (万亿|级产业基地).
pub(super) fn is_goal(text: &str, start: usize) -> bool {
    let head = &text[..start];
    let sized = KINDS.sizes.iter().any(|size| head.ends_with(size));
    let praised = KINDS.praise.iter().any(|word| head.ends_with(word));
    sized || praised || head.ends_with("打造") || head.ends_with("打造成")
}

/// Whether a length stands before a line: 1000公里|通村公路.
pub(super) fn is_stretch(text: &str, start: usize) -> bool {
    ["公里", "千米"].iter().any(|unit| text[..start].ends_with(unit))
}

/// Where the rank begins before the name of a park that the state or a province recognises; the words
/// that only describe it (现代, 绿色) stand between.
pub(super) fn ranked_start(text: &str, start: usize) -> Option<usize> {
    let mut head = &text[..start];
    while let Some(rest) = KINDS.described.iter().find_map(|word| head.strip_suffix(word)) {
        head = rest;
    }
    ["国家级", "省级"]
        .iter()
        .find(|rank| head.ends_with(**rank))
        .map(|rank| head.len() - rank.len())
}

/// Where the name of a park begins that a place calls its own: 我县|现代农业产业园.
pub(super) fn owned_start(text: &str, start: usize) -> Option<usize> {
    let mut head = &text[..start];
    while let Some(rest) = KINDS.own_described.iter().find_map(|word| head.strip_suffix(word)) {
        head = rest;
    }
    let owner = KINDS.owners.iter().any(|owner| head.ends_with(owner));
    let described = head.len() < start
        || ["现代", "特色", "优势"]
            .iter()
            .any(|word| text[start..].starts_with(word));
    (owner && described).then_some(head.len())
}

/// Whether a text ends with a word for the whole or its state: 统揽全局, 优化布局.
pub(super) fn is_whole(text: &str) -> bool {
    KINDS.whole.iter().any(|word| text.ends_with(word))
}

/// Whether a count follows, which makes what is named a class: 联合工程实验室|3家.
pub(super) fn is_class(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|char: char| char.is_ascii_digit() || "×X＊*x".contains(char));
    behind.len() < rest.len() && behind.starts_with(['家', '个', '座'])
}

/// Whether an ending is that of a park that the state or a province recognises.
pub(super) fn is_ranked(ending: &str) -> bool {
    KINDS.ranked.iter().any(|word| ending.ends_with(word))
}

/// Whether words begin with the name of a street or a stream: 新民路雨污分流; not 主干路, 背街.
pub(super) fn is_street(words: &str) -> bool {
    let kind = words
        .char_indices()
        .skip(2)
        .take(2)
        .find(|(_, char)| "路街巷河湖".contains(*char));
    kind.is_some_and(|(at, _)| {
        let name = &words[..at];
        !name.contains(|char: char| "公铁马道大小内江主干背老断通乡村镇城农市县省区各条型级性黑入之".contains(char))
            && !KINDS.no_street.contains(&name)
    })
}

/// Whether a count stands before a name, which makes it one of several: 9个国家医学中心.
pub(super) fn is_counted(scene: Scene<'_>, start: usize) -> bool {
    scene.text[..start].ends_with(['个', '家', '批', '座', '类'])
}

/// Whether what stands around a name says that it is a firm's: 引进甲等龙头企业, 以甲为龙头, 甲在科创板挂牌.
pub(super) fn is_said_firm(text: &str, start: usize, end: usize) -> bool {
    let (head, rest) = (&text[..start], &text[end..]);
    let does = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let before = KINDS.firm_before.iter().any(|word| head.ends_with(word));
    does(&KINDS.firm_deeds) || before && does(&KINDS.firm_steps)
}

/// Whether a firm's ending goes on into a trade: ××电子产业.
pub(super) fn followed_by_trade(text: &str, end: usize) -> bool {
    KINDS.firm_trades.iter().any(|word| text[end..].starts_with(word))
}

/// Whether the words before 景区 give its grade: 国家4A级旅游.
pub(super) fn is_graded(head: &str) -> bool {
    let head = head.strip_suffix("旅游").unwrap_or(head);
    let head = head.strip_suffix('级').unwrap_or(head);
    head.ends_with(['A', 'Ａ'])
}
