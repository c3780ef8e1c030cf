//! Policy references: documents, laws, plans, meetings, speeches and guiding thoughts.

mod citations;
mod drafted;
mod gathering;
mod issued;
mod plan;
mod sitting;

use std::ops::Range;
use std::sync::LazyLock;

use self::citations::CITATIONS;
use self::drafted::drafted;
use self::gathering::{gathering, is_cited, is_gathering, meeting};
use self::issued::issued;
use self::plan::plans;
use self::sitting::sitting_start;
use super::quote::Quote;
use super::scan::{after, after_word, before, before_word, ends_clause};
use crate::extract::matcher::Chars;
use crate::extract::word_list::WordList;

static POLICIES: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/policies.txt")));

/// Finds the policy references of a text, in order.
pub(super) fn policies(chars: &Chars, quotes: &[Quote]) -> Vec<Range<usize>> {
    let text = chars.text;
    let mut found: Vec<Range<usize>> = quotes
        .iter()
        .filter(|quote| quote.title && is_document(text, quote))
        .map(|quote| quote.outer.clone())
        .collect();
    found.extend(
        quotes
            .iter()
            .filter(|quote| is_articles(text, quote))
            .map(|quote| quote.outer.clone()),
    );
    found.extend(quotes.iter().filter_map(|quote| articles_named(text, quote)));
    found.extend(cited(chars));
    found.extend(plans(chars));
    found.extend(issued(chars));
    found.extend(drafted(chars));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut kept: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match kept.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            // 三中全会《决定》: what a meeting passed.
            Some(last) if range.start == last.end && is_passed(&text[range.clone()]) => last.end = range.end,
            _ => kept.push(range),
        }
    }
    kept
}

/// Whether a title says no more than what kind of document a meeting passed.
fn is_passed(title: &str) -> bool {
    CITATIONS.passed.iter().any(|kind| title.starts_with(kind))
}

/// Whether a title names a document and not a book, a play or a newspaper.
fn is_document(text: &str, quote: &Quote) -> bool {
    let title = text[quote.inner.clone()].trim_end_matches(['》', '〉']);
    // 《某某规划（2021—2025年）》: the kind stands before the bracket at the end.
    let title = match title.rfind(['（', '(']) {
        Some(open) if title.ends_with([')', '）']) => &title[..open],
        _ => title,
    };
    let cited = before_word(text, quote.outer.start, &CITATIONS.citing);
    let play = after_word(text, quote.outer.end, &CITATIONS.work);
    play.is_none() && (CITATIONS.document.iter().any(|word| title.ends_with(word)) || cited.is_some())
}

/// Whether a quote is the short name of a policy by how many articles it has: “金融十六条”.
fn is_articles(text: &str, quote: &Quote) -> bool {
    let inner = &text[quote.inner.clone()];
    inner.strip_suffix('条').is_some_and(|head| {
        let name = head.trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
        name.len() < head.len() && (1..=8).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic)
    })
}

/// 出台惠企纾困“四十条”: what a document is for, and in quotation marks how many articles it has.
fn articles_named(text: &str, quote: &Quote) -> Option<Range<usize>> {
    let count = text[quote.inner.clone()].strip_suffix('条')?;
    let numeral = |char: char| char.is_ascii_digit() || "一二三四五六七八九十百".contains(char);
    if count.is_empty() || !count.chars().all(numeral) {
        return None;
    }
    let mut start = quote.outer.start;
    for (at, char) in text[..quote.outer.start].char_indices().rev().take(10) {
        let issued = [&CITATIONS.issuing, &CITATIONS.drafting]
            .iter()
            .any(|verbs| before_word(text, start, verbs).is_some());
        if issued {
            return (start < quote.outer.start).then_some(start..quote.outer.end);
        }
        if !char.is_alphabetic() || "的了和知件现申调".contains(char) {
            return None;
        }
        start = at;
    }
    None
}

/// Meetings, speeches and thoughts named without title marks.
fn cited(chars: &Chars) -> Vec<Range<usize>> {
    let text = chars.text;
    let mut found = Vec::new();
    let mut opened: Option<(Range<usize>, bool)> = None;
    for hit in POLICIES.find_in(chars) {
        let range = hit.range;
        match hit.group {
            "whole" if after_word(text, range.end, &["召开", "以后"]).is_some() => {}
            // 马克思主义政党, 马克思主义中国化: a quality, not a basis.
            "whole"
                if &text[range.clone()] == "马克思主义"
                    && after_word(text, range.end, &["为指导"]).is_none()
                    && after(text, range.end).is_some_and(char::is_alphabetic) => {}
            // 二十大报告, but not 二十大工程.
            "congress" if is_counted(text, &range) => {}
            "congress" => found.push(range.start..tail(text, range.end)),
            // 宪法精神, 预算法精神: the law alone is cited.
            "whole" if text[range.clone()].ends_with(['法', '典']) && !is_legal(text, range.end) => {
                found.push(range.start..numbered(text, range.end));
            }
            // 合同法律关系, 教育法治
            "whole" if text[range.clone()].ends_with('法') && is_legal(text, range.end) => {}
            "whole" => found.push(range.start..tail(text, numbered(text, range.end))),
            // 习近平总书记关于…的重要论述: opened by a name, closed by a kind of speech.
            "speaker" => opened = Some((range, true)),
            "leader" => opened = Some((range, false)),
            "speech" => {
                if let Some((speaker, first)) = opened.take() {
                    let between = &text[speaker.end..range.start];
                    // 省委书记作了重要讲话: others' words are cited only for their spirit.
                    let cited = first || between.is_empty() || text[..tail(text, range.end)].ends_with("精神");
                    if cited
                        && between.len() <= 120
                        && !CITATIONS.telling.iter().any(|verb| between.contains(verb))
                        && !between.chars().any(|char| ends_clause(char) || char == '》')
                    {
                        found.push(speaker.start..tail(text, range.end));
                    }
                }
            }
            "gathering" => found.extend(gathering(text, &range).or_else(|| meeting(text, &range))),
            // 十一届三中全会以来: a time.
            "session"
                if text[range.clone()].ends_with("全会")
                    && after_word(text, range.end, &["以来", "以后"]).is_some() => {}
            "session" => {
                let start = session_start(text, range.start);
                // 今天召开市政府第九次全会: the one that is being held.
                if before_word(text, start, &CITATIONS.held).is_some() {
                    continue;
                }
                // 中央召开七次全会: counted.
                if start == range.start
                    && text[start..].starts_with(|char| "一二三四五六七八九十".contains(char))
                    && text[range.clone()].contains('次')
                {
                    continue;
                }
                found.push(start..tail(text, joined(text, range.end)));
            }
            "meeting" => found.extend(
                gathering(text, &range)
                    .filter(|_| is_gathering(&text[range.clone()]))
                    .or_else(|| meeting(text, &range)),
            ),
            "plenum" => found.extend(is_cited(text, &range).then(|| range.start..tail(text, range.end))),
            "sitting" => found.extend(sitting_start(text, &range).map(|start| start..tail(text, range.end))),
            _ => {}
        }
    }
    found
}

/// Whether what follows makes a law's name another word: 合同法律, 教育法治.
fn is_legal(text: &str, end: usize) -> bool {
    after(text, end).is_some_and(|char| "律院治规学定人制官庭".contains(char))
}

/// Whether the short name of a party congress is rather a count: 二十大工程, 打造十六大产业.
fn is_counted(text: &str, range: &Range<usize>) -> bool {
    let numeral = before(text, range.start).is_some_and(|char| "一二三四五六七八九十百第".contains(char));
    let closes = match after(text, range.end) {
        None => true,
        Some(next) => !next.is_alphanumeric() || "精报确提作的之对召胜闭开和、通明指部召代".contains(next),
    };
    let since = after_word(text, range.end, &["以来"]).is_some();
    numeral || !closes && !since
}

/// 刑法修正案（十一）: a number in brackets belongs to the law.
fn numbered(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let inner = rest
        .strip_prefix(['（', '('])
        .map(|rest| rest.trim_start_matches(|char| "一二三四五六七八九十".contains(char)));
    match inner {
        Some(inner) if inner.starts_with(['）', ')']) && inner.len() + 6 <= rest.len() => {
            let close = inner.chars().next().map_or(0, char::len_utf8);
            text.len() - inner.len() + close
        }
        _ => end,
    }
}

/// 第五次全会|暨经济工作会议: the meeting that was held together with a session.
fn joined(text: &str, end: usize) -> usize {
    let rest = &text[end..text.floor_char_boundary(end + 90)];
    let Some(other) = rest.strip_prefix('暨') else {
        return end;
    };
    let name = other
        .find(|char: char| !char.is_alphanumeric())
        .map_or(other, |at| &other[..at]);
    name.find("会议")
        .map_or(end, |at| end + '暨'.len_utf8() + at + "会议".len())
}

fn tail(text: &str, end: usize) -> usize {
    after_word(text, end, &CITATIONS.spirit).map_or(end, |(end, _)| end)
}

/// 党的 and 十九届 before 五中全会.
fn session_start(text: &str, mut start: usize) -> usize {
    let end = start;
    while let Some(char) =
        before(text, start).filter(|char| "一二三四五六七八九十届中大历次第×Xx0123456789、和及".contains(*char))
    {
        start -= char.len_utf8();
        if end - start > 48 {
            break;
        }
    }
    while let Some(char) = after(text, start).filter(|char| start < end && "、和及中大次届".contains(*char)) {
        start += char.len_utf8();
    }
    let body = before_word(text, start, &CITATIONS.body).map_or(start, |(start, _)| start);
    // 二十届中央纪委二次全会: the number of the term stands before the body.
    let term = text[..body].trim_end_matches(|char: char| "一二三四五六七八九十届".contains(char));
    if body < start && text[..body].ends_with('届') && body - term.len() <= 15 {
        term.len()
    } else {
        body
    }
}
