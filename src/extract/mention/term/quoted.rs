//! Phrases in quotation marks: which name a concept, and how far they reach.

use std::ops::Range;
use std::sync::LazyLock;

use super::numeral::with_concept;
use super::{CONCEPTS, DATA, group};
use crate::extract::matcher::Matcher;
use crate::extract::mention::quote::Quote;
use crate::extract::mention::scan::after_word;
use crate::extract::word_list::WordList;

/// The verbs of policy before quotes.
static POLICY_VERBS: LazyLock<Matcher> = LazyLock::new(|| group("policy_verb"));

/// The words before quotes that liken or tell.
static LIKENING: LazyLock<Matcher> = LazyLock::new(|| group("likening"));

/// What a thing or an event is that goes by a name: “某某”监测平台.
static THINGS: LazyLock<Matcher> = LazyLock::new(|| group("thing"));

/// What a phrase of many figures is made of: 百千万, 一把手; with 工程 it is a term.
static WORKS: LazyLock<Matcher> = LazyLock::new(|| group("works"));

/// Endings of kinds of loans, duties, days that are coined.
static KINDS: LazyLock<Matcher> = LazyLock::new(|| group("kind"));

/// What is done in one way: “一站式”结算.
static WAYS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["way"]));

/// What two or more do together: “三医”协同.
static TOGETHER: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["together"]));

/// What colours are for: “红黄蓝”三色督办.
static COLOURS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["colours"]));

/// Ways of doing things that go by a phrase: 路子.
static METHODS: LazyLock<Matcher> = LazyLock::new(|| group("method"));

/// Duties that go by what someone answers for: “米袋子”省长责任制.
pub(super) const DUTIES: [&str; 7] = [
    "省长责任制",
    "省长负责制",
    "市长责任制",
    "市长负责制",
    "县长负责制",
    "书记负责制",
    "行政首长负责制",
];

/// A phrase in quotation marks that names a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With the marks and the noun that belongs to it.
    pub(super) range: Range<usize>,
    /// Between the marks.
    pub(super) inner: Range<usize>,
    pub(super) confidence: u8,
    /// Whether the same words without marks are a term too.
    pub(super) repeats: bool,
}

/// From this score on a quote is coined.
const COINED: i32 = 50;

/// From this score on a quote vouches for those beside it, if they reach the other.
const VOUCHES: i32 = 65;
const VOUCHED_FOR: i32 = 35;

/// What it says for a quote that it is what places are ranked by.
const INDICATOR: i32 = 30;

/// At most so many quotes beside one another are read together.
const LONGEST_CHAIN: usize = 24;

/// The quotes of a text that name concepts.
pub(super) fn quoted(text: &str, quotes: &[Quote]) -> Vec<Quoted> {
    let quotes: Vec<&Quote> = quotes.iter().filter(|quote| !quote.title).collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < quotes.len() {
        let mut to = from + 1;
        while to < quotes.len() && to - from < LONGEST_CHAIN && beside(text, quotes[to - 1], quotes[to]) {
            to += 1;
        }
        read(text, &quotes[from..to], &mut found);
        from = to;
    }
    found
}

/// Whether nothing but a comma or an “and” parts two quotes.
fn beside(text: &str, one: &Quote, next: &Quote) -> bool {
    text.get(one.outer.end..next.outer.start)
        .is_some_and(|between| matches!(between, "" | "、" | "和" | "与" | "及" | "以及" | "、和"))
}

/// Reads quotes that stand beside one another: what is said before the first and behind the last is said of all.
fn read(text: &str, chain: &[&Quote], found: &mut Vec<Quoted>) {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return;
    };
    let lead = introduced(&text[..first.outer.start]);
    let behind = &text[last.outer.end..];
    let scores: Vec<Option<i32>> = chain
        .iter()
        .map(|quote| {
            let before = match quote.outer.start == first.outer.start {
                true => lead,
                false if lead > 0 => lead,
                false => introduced(&text[..quote.outer.start]),
            };
            let mut score = score(text, quote, before, lead >= 0)?;
            if quote.outer.start != last.outer.start {
                score += said_of(behind);
            }
            Some(score)
        })
        .collect();
    let vouched = scores.iter().flatten().any(|score| *score >= VOUCHES);
    for (quote, score) in chain.iter().zip(scores) {
        let inner = &text[quote.inner.clone()];
        let tail = tail(text, quote);
        let confidence = match score {
            _ if tail.is_some() => Some(72),
            Some(score) if score >= COINED => Some(score.clamp(COINED, 95) as u8),
            Some(score) if vouched && score >= VOUCHED_FOR => Some(52),
            _ => None,
        };
        let Some(confidence) = confidence else {
            continue;
        };
        let bare = is_bare(inner);
        let end = tail.unwrap_or(match bare {
            // “136”工作举措: a number alone takes the noun with it.
            true => with_concept(text, quote.outer.end),
            false => quote.outer.end,
        });
        // “获得电力”指标: 电力 is got elsewhere too.
        let is_name = goes_by(&text[quote.outer.end..]) || is_indicator(behind);
        found.push(Quoted {
            range: quote.outer.start..end,
            inner: quote.inner.clone(),
            confidence,
            repeats: !bare && !is_name && tail.is_none() && confidence > 55 && (6..=60).contains(&inner.len()),
        });
    }
}

/// Figures alone: 136, 1+N.
fn is_bare(inner: &str) -> bool {
    inner.contains(|char: char| char.is_ascii_digit())
        && inner
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'N' | b'X'))
}

/// The end of the noun that belongs to a quote, if it cannot do without: “三医”协同, “红黄蓝”三色管理, “一把手”工程.
fn tail(text: &str, quote: &Quote) -> Option<usize> {
    let inner = &text[quote.inner.clone()];
    let at = quote.outer.end;
    let rest = &text[at..];
    let length = inner.chars().count();
    let then = |words: &WordList| words.beginning(rest).map(|word| at + word.len());
    // “一站式”结算: what is done that way.
    if inner == "一条龙" || inner.starts_with('一') && inner.ends_with('式') && (3..=4).contains(&length) {
        return then(&WAYS);
    }
    if inner.ends_with('式') && (3..=4).contains(&length) {
        return after_word(text, at, &["服务"]).map(|(end, _)| end);
    }
    if length == 2 && begins_with_number(inner) {
        return then(&TOGETHER);
    }
    if (2..=4).contains(&length) && inner.chars().all(|char| "红橙黄蓝绿黑白灰".contains(char)) {
        let (end, _) = after_word(text, at, &["三色", "双色", "四色", "五色", "两色", "榜", "牌", "码"])?;
        return Some(COLOURS.beginning(&text[end..]).map_or(end, |more| end + more.len()));
    }
    if length >= 2 && (WORKS.index(inner).is_some() || inner.chars().all(|char| "十百千万亿".contains(char))) {
        return after_word(text, at, &["工程"]).map(|(end, _)| end);
    }
    after_word(text, at, &DUTIES).map(|(end, _)| end)
}

/// Whether a quote is the name of a thing or an event that follows: “某某”监测预警平台.
fn goes_by(rest: &str) -> bool {
    let near = rest
        .chars()
        .take(12)
        .take_while(|char| char.is_alphanumeric() && !"的是和与在了等为，有把".contains(*char));
    let length: usize = near.map(char::len_utf8).sum();
    let near = &rest[..length];
    near.char_indices()
        .any(|(at, _)| THINGS.beginning(&near[at..]).is_some())
}

/// How sure it is that a quote names a concept; none where it is rhetoric, speech or a name.
fn score(text: &str, quote: &Quote, introduced: i32, led: bool) -> Option<i32> {
    let inner = &text[quote.inner.clone()];
    let length = inner.chars().count();
    let rest = &text[quote.outer.end..];
    // 先进单位, 以“…”为主题: an honour, a motto.
    let honour = rest.starts_with("称号")
        || ["先进单位", "先进县", "先进集体", "先进个人", "先进区", "先进市"]
            .iter()
            .any(|word| inner.ends_with(word));
    let motto = ["这一主题", "为主题", "主题"].iter().any(|word| rest.starts_with(word));
    if honour || motto {
        return None;
    }
    // 十连丰, 三皇五帝: a record, an idiom.
    let record = inner.chars().nth(1) == Some('连') && begins_with_number(inner) && length == 3;
    let idiom = CONCEPTS
        .find(inner)
        .any(|found| found.group == "idiom" && found.range.len() == inner.len());
    if record || idiom {
        return None;
    }
    // 重使用、轻管理: a fault. “四十条”: a document.
    let articles = inner.strip_suffix('条').is_some_and(|number| {
        !number.is_empty()
            && number
                .chars()
                .all(|char| char.is_ascii_digit() || "一二三四五六七八九十百".contains(char))
    });
    if is_slight(inner) || articles {
        return None;
    }
    let event = inner.contains(['·', '•', '.']) && inner.starts_with(|char: char| char.is_ascii_digit());
    if event || length > 24 || inner.contains(['。', '！', '？', '?', '!', '；', '：', '，', ',', '\n', '…']) {
        return None;
    }
    // “八五”普法: a campaign by the number of its plan.
    if length == 2 && inner.ends_with('五') && begins_with_number(inner) && rest.starts_with("普法") {
        return Some(80);
    }
    let mut score: i32 = 45 + introduced + said_of(rest) + shape(inner, length);
    // 防止“前紧后松、虎头蛇尾”: a fault.
    let before = &text[..quote.outer.start];
    let is_fault = ["防止", "克服", "杜绝", "不能", "力戒", "整治", "解决"]
        .iter()
        .any(|word| before.ends_with(word));
    let part = inner.split('、').next().map_or(0, |part| part.chars().count());
    // 一周一菜单、一月一主题: each part counts.
    let counts = inner.contains('、') && inner.split('、').all(begins_with_number);
    let is_coined = led && introduced >= 0 || part == 3 || counts;
    if is_coined && !is_fault && is_parallel(inner) && !rest.starts_with('等') {
        score += 30;
    }
    // “一张图”改革: a plain figure, but one that a reform goes by.
    let reform = ["改革", "机制", "模式", "制度", "试点", "工作法"]
        .iter()
        .any(|word| rest.starts_with(word));
    let figures: usize = CONCEPTS
        .find(inner)
        .filter(|found| found.group == "rhetoric")
        .map(|found| found.range.len())
        .sum();
    if figures * 10 > inner.len() * 7 {
        score -= if reform { 40 } else { 60 };
    }
    // “招商、落地、产出”三项指标: the three are listed.
    if inner.contains('、') && is_indicator(rest) {
        score -= INDICATOR;
    }
    // “某某”监测平台: the name of a thing; a number or a sum before one is a concept all the same.
    if goes_by(rest) && !begins_with_number(inner) && !inner.contains(['+', '、']) {
        score -= 30;
    }
    Some(score)
}

/// What the words behind a quote make of it.
fn said_of(rest: &str) -> i32 {
    let near = rest.get(..rest.floor_char_boundary(24)).unwrap_or(rest);
    let found = CONCEPTS.find(near).next().filter(|found| found.range.start == 0);
    match found.map(|found| found.group) {
        Some("concept") => 25,
        Some("feeling" | "pretence") => -50,
        _ if is_method(rest) => 15,
        _ if is_indicator(rest) => INDICATOR,
        _ if rest.starts_with('的') => -15,
        _ => 0,
    }
}

/// “…”的路子, “…”的滚动发展格局: ways of doing things that go by a phrase.
fn is_method(rest: &str) -> bool {
    rest.strip_prefix('的').is_some_and(|rest| {
        let near = rest
            .char_indices()
            .take(8)
            .take_while(|(_, char)| char.is_alphanumeric() && *char != '的');
        near.into_iter().any(|(at, _)| METHODS.beginning(&rest[at..]).is_some())
    })
}

/// “获得电力”等指标, “办理破产”两项指标.
fn is_indicator(rest: &str) -> bool {
    let rest = rest.strip_prefix('等').unwrap_or(rest);
    let rest = rest.trim_start_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十两几".contains(char));
    ["指标", "个指标", "项指标", "个一级指标", "项一级指标", "个二级指标"]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// What the words of a quote make of it.
fn shape(inner: &str, length: usize) -> i32 {
    let mut score = if (3..=8).contains(&length) { 10 } else { 0 };
    for (range, group) in CONCEPTS.find(inner).map(|found| (found.range, found.group)) {
        score += match group {
            "spoken" => -25,
            "concept" if range.end == inner.len() => 10,
            _ => 0,
        };
    }
    score += match inner.strip_prefix('一') {
        Some(rest) if rest.contains('一') => 15,
        Some(_) => 10,
        _ if begins_with_number(inner) => 30,
        _ if inner.contains('+') => 20,
        _ => 0,
    };
    if inner.ends_with(['制', '化', '法', '率']) || inner.ends_with('链') && !inner.ends_with("产业链") {
        score += 10;
    } else if inner.ends_with("产业链") {
        score -= 25;
    } else if inner.ends_with(['变', '到', '难', '的', '者', '人', '病', '路']) {
        score -= 10;
    }
    let kind = inner
        .char_indices()
        .skip(1)
        .any(|(at, _)| KINDS.index(&inner[at..]).is_some());
    if kind && (3..=7).contains(&length) {
        score += 10;
    }
    if inner.contains('、') {
        score += 5;
    }
    if inner.contains('—') {
        score -= 20;
    }
    if length == 1 || inner.chars().all(|char| char.is_ascii_alphabetic()) {
        score -= 25;
    }
    score
}

/// What the words before a quote make of it: a concept after a verb of policy (推行), a figure of
/// speech after a word that likens or tells (当, 成, 像, 说), rather the latter after anything else.
fn introduced(before: &str) -> i32 {
    let ends = |words: &Matcher| {
        let mut starts = before.char_indices().rev().take(4).map(|(at, _)| at);
        starts.any(|at| words.index(&before[at..]).is_some())
    };
    if ends(&POLICY_VERBS) {
        20
    } else if ends(&LIKENING) {
        -20
    } else if before.ends_with(['”', '"', '、']) {
        0
    } else {
        -10
    }
}

/// Whether words say that one thing is done at the cost of another: 重使用、轻管理, 重建轻管; not 重点年轻干部.
fn is_slight(words: &str) -> bool {
    let Some(weighed) = words.strip_prefix('重') else {
        return false;
    };
    let parts = weighed.split_once("、轻").or_else(|| weighed.split_once('轻'));
    parts.is_some_and(|(more, less)| {
        !more.is_empty() && !more.ends_with('年') && more.chars().count() == less.chars().count()
    })
}

/// Parts of one length between the marks: 买全球、卖全球.
fn is_parallel(words: &str) -> bool {
    let lengths: Vec<usize> = words.split('、').map(|part| part.chars().count()).collect();
    lengths.len() >= 2
        && lengths
            .iter()
            .all(|length| *length == lengths[0] && (3..=8).contains(length))
}

fn begins_with_number(words: &str) -> bool {
    words.starts_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十两双百千万零".contains(char))
}
