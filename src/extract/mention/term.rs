//! Coined phrases: numeral abbreviations, quoted concepts, set phrases of official language.

mod around;
mod numeral;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use self::around::AROUND;
use self::numeral::{abbreviations, with_concept};
use super::quote::Quote;
use super::scan::{after, after_word, before};
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/concepts.txt");

static CONCEPTS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new_of(
        DATA,
        &[
            "concept", "counted", "feeling", "rhetoric", "spoken", "idiom", "compound",
        ],
    )
});

/// The verbs of policy before quotes.
static POLICY_VERBS: LazyLock<Matcher> = LazyLock::new(|| group("policy_verb"));

/// The words before quotes that liken or tell.
static LIKENING: LazyLock<Matcher> = LazyLock::new(|| group("likening"));

/// What is resolved and counted.
static RESOLVED: LazyLock<Matcher> = LazyLock::new(|| group("resolve"));

fn group(name: &str) -> Matcher<'static> {
    Matcher::new(WordList::longest_first(DATA, name))
}

/// A coined phrase and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) range: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// At most so many quoted terms are looked for elsewhere in the text.
const REPEATED: usize = 300;

/// Finds the terms of a text. `set` are the set phrases found in it.
///
/// `is_idiom` tells whether a range is one idiom of the dictionary.
pub(super) fn terms(
    chars: &Chars,
    quotes: &[Quote],
    set: Vec<Range<usize>>,
    is_idiom: impl Fn(&Range<usize>) -> bool,
) -> Vec<Term> {
    let text = chars.text;
    let mut found: Vec<Term> = set
        .into_iter()
        .map(|range| Term {
            range: with_duty(text, range),
            rule: "term/set-phrase",
            confidence: 72,
        })
        .collect();
    let mut repeated = BTreeSet::new();
    for quote in quotes.iter().filter(|quote| !quote.title) {
        if let Some(confidence) = coined(text, quote) {
            let inner = &text[quote.inner.clone()];
            // “136”工作举措: a number alone takes the noun with it.
            let bare = inner.contains(|char: char| char.is_ascii_digit())
                && inner
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'N' | b'X'));
            let end = if bare {
                with_concept(text, quote.outer.end)
            } else {
                // “一站式”服务: what is done that way.
                let way = inner.ends_with('式') && (3..=4).contains(&inner.chars().count()) || inner == "一条龙";
                let tails: &[&str] = if way { &["服务"] } else { &AROUND.duties };
                after_word(text, quote.outer.end, tails).map_or(quote.outer.end, |(end, _)| end)
            };
            found.push(Term {
                range: quote.outer.start..end,
                rule: "term/quoted",
                confidence,
            });
            if !bare && confidence > 55 && (6..=60).contains(&inner.len()) && repeated.len() < REPEATED {
                repeated.insert(inner);
            }
        }
    }
    found.extend(repeats(chars, &repeated));
    found.extend(abbreviations(chars).into_iter().filter(|term| !is_idiom(&term.range)));
    found.sort_by_key(|term| (term.range.start, std::cmp::Reverse(term.range.end)));
    let mut kept: Vec<Term> = Vec::with_capacity(found.len());
    for term in found {
        match kept.last() {
            Some(last) if term.range.start < last.range.end => {}
            _ => kept.push(term),
        }
    }
    kept
}

/// A quoted phrase with the duty that goes by it, if one follows.
fn with_duty(text: &str, range: Range<usize>) -> Range<usize> {
    let close = after(text, range.end).filter(|char| matches!(char, '”' | '"'));
    let open = before(text, range.start).filter(|char| matches!(char, '“' | '"'));
    match (open, close) {
        (Some(open), Some(close)) => after_word(text, range.end + close.len_utf8(), &AROUND.duties)
            .map_or(range.clone(), |(end, _)| range.start - open.len_utf8()..end),
        _ => range,
    }
}

/// How sure it is that a quote names a concept; none where it is rhetoric, speech or a name.
fn coined(text: &str, quote: &Quote) -> Option<u8> {
    let inner = &text[quote.inner.clone()];
    let length = inner.chars().count();
    let rest = &text[quote.outer.end..];
    // 先进单位, 以“…”为主题: an honour, a motto.
    let honour = rest.starts_with("称号") || AROUND.honours.iter().any(|word| inner.ends_with(word));
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
    // 重使用、轻管理: a fault.
    if is_slight(inner) {
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
    let mut score: i32 = 45;
    let before = &text[..quote.outer.start];
    let introduced = introduced(before);
    score += introduced;
    // 防止“前紧后松、虎头蛇尾”: a fault.
    let is_fault = AROUND.faults.iter().any(|word| before.ends_with(word));
    let part = inner.split('、').next().map_or(0, |part| part.chars().count());
    // 一周一菜单、一月一主题: each part counts.
    let counts = inner.contains('、') && inner.split('、').all(begins_with_number);
    let is_coined = introduced >= 0 || part == 3 || counts;
    if is_coined && !is_fault && is_parallel(inner) && !rest.starts_with('等') {
        score += 30;
    }
    // “一张图”改革: a plain figure, but one that a reform goes by.
    let goes_by = AROUND.named.iter().any(|word| rest.starts_with(word));
    let figures: usize = CONCEPTS
        .find(inner)
        .filter(|found| found.group == "rhetoric")
        .map(|found| found.range.len())
        .sum();
    if figures * 10 > inner.len() * 7 {
        score -= if goes_by { 40 } else { 60 };
    }
    if (3..=8).contains(&length) {
        score += 10;
    }
    for (range, group) in CONCEPTS.find(inner).map(|found| (found.range, found.group)) {
        score += match group {
            "spoken" => -25,
            "concept" if range.end == inner.len() => 10,
            _ => 0,
        };
    }
    if let Some(found) = CONCEPTS
        .find(rest.get(..rest.floor_char_boundary(24)).unwrap_or(rest))
        .next()
        .filter(|found| found.range.start == 0)
    {
        score += match found.group {
            "concept" => 25,
            "feeling" => -50,
            _ => 0,
        };
    } else if rest.starts_with('的') {
        score -= 15;
    }
    score += match inner.strip_prefix('一') {
        Some(rest) if rest.contains('一') => 15,
        Some(_) => 10,
        _ if begins_with_number(inner) => 30,
        _ if inner.contains('+') => 20,
        _ => 0,
    };
    if inner.ends_with(['制', '化', '法', '率', '链']) {
        score += 10;
    } else if inner.ends_with(['变', '到', '难', '的', '者', '人', '病', '路']) {
        score -= 10;
    }
    if inner.contains('、') {
        score += 5;
    }
    if length == 1 || inner.chars().all(|char| char.is_ascii_alphabetic()) {
        score -= 25;
    }
    (score >= 50).then_some(score.clamp(50, 95) as u8)
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

/// The same words without quotation marks.
fn repeats(chars: &Chars, phrases: &BTreeSet<&str>) -> Vec<Term> {
    if phrases.is_empty() {
        return Vec::new();
    }
    Matcher::new(phrases.iter().copied())
        .find_in(chars)
        .map(|(range, _)| Term {
            range,
            rule: "term/repeated",
            confidence: 66,
        })
        .collect()
}
