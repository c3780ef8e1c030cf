//! Coined phrases: numeral abbreviations, quoted concepts, set phrases of official language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::quote::Quote;
use super::scan::{after, after_word, before};
use crate::extract::matcher::Matcher;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/concepts.txt");

static CONCEPTS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new_of(DATA, &["concept", "counted", "feeling", "rhetoric", "spoken", "idiom"]));

/// The words before quotes.
static INTRODUCED: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| WordList::groups(DATA));

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
    text: &str,
    quotes: &[Quote],
    set: Vec<Range<usize>>,
    is_idiom: impl Fn(&Range<usize>) -> bool,
) -> Vec<Term> {
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
                after_word(text, quote.outer.end, &DUTIES).map_or(quote.outer.end, |(end, _)| end)
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
    found.extend(repeats(text, &repeated));
    found.extend(abbreviations(text).into_iter().filter(|term| !is_idiom(&term.range)));
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

/// Duties that go by what someone answers for: “米袋子”省长责任制.
const DUTIES: [&str; 8] = [
    "省长责任制",
    "省长负责制",
    "市长责任制",
    "市长负责制",
    "县长负责制",
    "书记负责制",
    "行政首长负责制",
    "责任制",
];

/// A quoted phrase with the duty that goes by it, if one follows.
fn with_duty(text: &str, range: Range<usize>) -> Range<usize> {
    let close = after(text, range.end).filter(|char| matches!(char, '”' | '"'));
    let open = before(text, range.start).filter(|char| matches!(char, '“' | '"'));
    match (open, close) {
        (Some(open), Some(close)) => after_word(text, range.end + close.len_utf8(), &DUTIES)
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
    let honour = rest.starts_with("称号")
        || ["先进单位", "先进县", "先进集体", "先进个人", "先进区", "先进市"]
            .iter()
            .any(|word| inner.ends_with(word));
    let motto = ["这一主题", "为主题", "主题"].iter().any(|word| rest.starts_with(word));
    if honour || motto {
        return None;
    }
    let event = inner.contains(['·', '•', '.']) && inner.starts_with(|char: char| char.is_ascii_digit());
    if event || length > 24 || inner.contains(['。', '！', '？', '?', '!', '；', '：', '，', ',', '\n', '…']) {
        return None;
    }
    let mut score: i32 = 45;
    let before = &text[..quote.outer.start];
    score += introduced(before);
    if (3..=8).contains(&length) {
        score += 10;
    }
    for (range, group) in CONCEPTS.find(inner).map(|found| (found.range, found.group)) {
        score += match group {
            "rhetoric" if range.len() * 10 > inner.len() * 7 => -60,
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
    let ends = |group: &str| {
        INTRODUCED.get(group).is_some_and(|words| {
            let starts = before.char_indices().rev().take(4).map(|(at, _)| at);
            starts.into_iter().any(|at| words.contains(&before[at..]))
        })
    };
    if ends("policy_verb") {
        20
    } else if ends("likening") {
        -20
    } else if before.ends_with(['”', '"', '、']) {
        0
    } else {
        -10
    }
}

fn begins_with_number(words: &str) -> bool {
    words.starts_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十两双百千万零".contains(char))
}

/// The same words without quotation marks.
fn repeats(text: &str, phrases: &BTreeSet<&str>) -> Vec<Term> {
    Matcher::new(phrases.iter().copied())
        .find(text)
        .map(|(range, _)| Term {
            range,
            rule: "term/repeated",
            confidence: 66,
        })
        .collect()
}

/// 一台两器, 四级四同, 三大改造, 121发展模式, 3+1+1.
fn abbreviations(text: &str) -> Vec<Term> {
    let mut found = Vec::new();
    let mut skip = 0;
    for (at, char) in text.char_indices() {
        if at < skip || !(char.is_ascii_digit() || is_numeral(char)) {
            continue;
        }
        let end = if char.is_ascii_digit() {
            sum(text, at).or_else(|| code(text, at))
        } else {
            balanced(text, at)
                .or_else(|| great(text, at))
                .or_else(|| counted(text, at))
                .or_else(|| resolved(text, at))
        };
        if let Some(end) = end {
            found.push(Term {
                range: at..end,
                rule: "term/numeral",
                confidence: 60,
            });
            skip = end;
        } else if char.is_ascii_digit() {
            skip = at + text[at..].bytes().take_while(u8::is_ascii_digit).count();
        }
    }
    found
}

fn is_numeral(char: char) -> bool {
    matches!(
        char,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '双'
    )
}

const NUMERALS: &str = "一二三四五六七八九十两双";

/// Numeral, noun, numeral, noun: 一台两器. Idioms of this form are in the list.
fn balanced(text: &str, start: usize) -> Option<usize> {
    let mut chars = text[start..].char_indices();
    let (first, one, second, two) = (chars.next()?.1, chars.next()?.1, chars.next()?.1, chars.next()?.1);
    let end = start + chars.next().map_or(text.len() - start, |(at, _)| at);
    let noun = |char: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&char)
            && !NUMERALS.contains(char)
            && !"年月日天个块大百千万亿级是要为的多几次点分人件项条家元周倍位起届种号台度期".contains(char)
    };
    let loose = |char: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&char)
            && !NUMERALS.contains(char)
            && !"年月日天块百千万亿是要为的几次分元周倍起多到至比成".contains(char)
    };
    if !NUMERALS.contains(first)
        || !NUMERALS.contains(second)
        || !loose(one)
        || !noun(two)
        || first == '双'
        || first == '十'
    {
        return None;
    }
    let number = before(text, start)
        .is_some_and(|char| char.is_ascii_digit() || "第百千万十几这那每".contains(char) || NUMERALS.contains(char));
    let idiom = CONCEPTS.find(&text[start..end]).any(|found| found.group == "idiom");
    // 一是…二是: an ordinal, not an abbreviation.
    // 一山一坡: a way of speaking; those that are terms (一人一策) are set phrases.
    let each = first == '一' && second == '一';
    (!number && !idiom && !each && one != '，').then(|| longer(text, end))
}

/// A third and fourth pair: 三去一降一补.
fn longer(text: &str, mut end: usize) -> usize {
    for _ in 0..MOST_PAIRS {
        let mut chars = text[end..].chars();
        match (chars.next(), chars.next()) {
            // 一核两翼多点
            (Some(number), Some(noun))
                if (NUMERALS.contains(number) || number == '多' && !"元家次种样年次人方".contains(noun))
                    && ('\u{4e00}'..='\u{9fff}').contains(&noun)
                    && !"个是要年月日大批些项".contains(noun) =>
            {
                end += number.len_utf8() + noun.len_utf8();
            }
            _ => return end,
        }
    }
    end
}

/// A phrase has at most so many pairs beyond the first two.
const MOST_PAIRS: usize = 4;

/// 三大改造, 六大要素: the noun must be one that such phrases count.
fn great(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].chars().next()?;
    let at = start + number.len_utf8();
    if number == '一'
        || number == '双'
        || before(text, start).is_some_and(|char| NUMERALS.contains(char) || "第前这".contains(char))
    {
        return None;
    }
    let (at, _) = after_word(text, at, &["大"])?;
    let rest = &text[at..text.floor_char_boundary(at + 24)];
    let found = CONCEPTS
        .find(rest)
        .filter(|found| found.group == "counted")
        .find(|found| found.range.start <= 12)?;
    let between = &rest[..found.range.start];
    let plain = between
        .chars()
        .all(|char| char.is_alphanumeric() && !"的是和等在了".contains(char));
    plain.then_some(at + found.range.end)
}

/// 三个确保, 五个坚持: what is resolved, counted, with nothing behind it that would be its object.
fn resolved(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].chars().next()?;
    let alone = !before(text, start).is_some_and(|char| NUMERALS.contains(char) || "第前这百千万每几".contains(char));
    let (at, _) = after_word(text, start + number.len_utf8(), &["个"])?;
    let rest = &text[at..text.floor_char_boundary(at + 24)];
    let words = INTRODUCED.get("resolve")?;
    let end = rest
        .char_indices()
        .map(|(at, char)| at + char.len_utf8())
        .skip(1)
        .take(4)
        .filter(|end| words.contains(&rest[..*end]))
        .last()?;
    let closes = match rest[end..].chars().next() {
        None => true,
        Some(next) => !next.is_alphanumeric() || "和及与等的".contains(next),
    } || ["要求", "目标", "原则", "标准", "任务"]
        .iter()
        .any(|word| rest[end..].starts_with(word));
    (alone && closes && number != '一').then_some(at + end)
}

/// 四张牌, 五个一: numerals that only coined phrases have before these words.
fn counted(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].chars().next()?;
    let alone = !before(text, start).is_some_and(|char| NUMERALS.contains(char) || "第前这百千万".contains(char));
    let (end, _) = after_word(
        text,
        start + number.len_utf8(),
        &[
            "张牌",
            "篇大文章",
            "字诀",
            "字经",
            "个一",
            "件套",
            "驾马车",
            "轮驱动",
            "步曲",
        ],
    )?;
    let whole = !after(text, end).is_some_and(|char| "百千万亿个些批".contains(char));
    (alone && whole && number != '一').then_some(end)
}

/// 3+1+1 with the nouns after it, “4+3”.
fn sum(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let length = rest
        .chars()
        .take_while(|char| char.is_ascii_digit() || matches!(char, '+' | '＋' | 'N' | 'X'))
        .map(char::len_utf8)
        .sum::<usize>();
    let head = &rest[..length];
    let terms: Vec<&str> = head.split(['+', '＋']).collect();
    if terms.len() < 2 || terms.iter().any(|term| term.is_empty() || term.len() > 3) {
        return None;
    }
    Some(with_concept(text, start + length))
}

/// 121发展模式, 136工作举措, 1357工程.
fn code(text: &str, start: usize) -> Option<usize> {
    let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if !(3..=5).contains(&length)
        || before(text, start).is_some_and(|char| char.is_ascii_alphanumeric() || "第.-+".contains(char))
    {
        return None;
    }
    let end = with_concept(text, start + length);
    // 世界500强企业
    let ranked = text[start + length..].starts_with('强');
    (end > start + length && !ranked).then_some(end)
}

/// The end with a concept noun and the words between, if one follows closely.
fn with_concept(text: &str, end: usize) -> usize {
    let rest = &text[end..text.floor_char_boundary(end + 24)];
    let Some(found) = CONCEPTS
        .find(rest)
        .find(|found| matches!(found.group, "concept" | "counted"))
    else {
        return end;
    };
    let plain = rest[..found.range.start]
        .chars()
        .all(|char| char.is_alphabetic() && !"的是和等在个家名项户多人亿元万年月".contains(char));
    let follows = after(text, end).is_some_and(char::is_alphabetic);
    if plain && follows && found.range.start <= 12 {
        end + found.range.end
    } else {
        end
    }
}
