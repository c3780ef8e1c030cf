//! The parts of numeral phrases, where the text gives them: 六大要素 and its six, 一台两器 and its three.

use crate::extract::clean::{CleanOffset, CleanSpan, Cleaned};
use crate::extract::extraction::{Label, Mention};
use crate::text::{ByteOffset, Offset, Span};

/// A numeral phrase with the parts that the text lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermParts<O: Offset = ByteOffset> {
    /// The phrase: an index into `mentions`.
    pub term: usize,
    /// How many parts its numerals announce.
    pub announced: u16,
    /// The parts, in order.
    pub parts: Vec<Span<O>>,
}

impl<O: Offset> TermParts<O> {
    /// Whether as many parts are listed as announced.
    pub fn is_complete(&self) -> bool {
        self.parts.len() == usize::from(self.announced)
    }
}

/// Longer terms, in bytes, are no numeral phrases.
const LONGEST_TERM: usize = 120;

/// How far from the phrase its parts may stand, in bytes.
const REACH: usize = 400;

/// Finds the parts of numeral phrases, in the order of the phrases.
pub(super) fn terms(cleaned: &Cleaned, mentions: &[Mention<CleanOffset>]) -> Vec<TermParts<CleanOffset>> {
    let text = cleaned.text();
    let mut found = Vec::new();
    for (term, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.label == Label::Term)
    {
        if let Some((announced, parts)) = parts_of(text, mention.span.range()) {
            found.push(TermParts { term, announced, parts });
        }
    }
    found
}

/// The parts that a text lists for the term at a place of it, in bytes; none where it lists none.
pub fn term_parts(text: &str, term: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let parts = parts_of(text, term).map(|(_, parts)| parts).unwrap_or_default();
    parts.into_iter().map(Span::range).collect()
}

/// How many parts the numerals of a term announce, and those that are listed.
fn parts_of(text: &str, range: std::ops::Range<usize>) -> Option<(u16, Vec<CleanSpan>)> {
    let words = text.get(range.clone())?;
    if words.len() > LONGEST_TERM {
        return None;
    }
    let words = words.trim_matches(['“', '”', '"', '「', '」']);
    let pairs = pairs(words);
    let announced = pairs.iter().fold(0_u16, |sum, (number, _)| sum.saturating_add(*number));
    if pairs.is_empty() || !(2..=60).contains(&announced) {
        return None;
    }
    let before = listed_before(text, range.start);
    let after = listed_after(text, range.end);
    let balanced = pairs.len() > 1;
    let parts = match (before, after) {
        (_, Some(parts)) if parts.len() > 1 => Some(parts),
        (Some(parts), _) if parts.len() > 1 && !balanced => Some(parts),
        _ if balanced => spelled_out(text, range.end, &pairs),
        _ => None,
    };
    parts.map(|parts| (announced, parts))
}

/// The numerals of a phrase, each with the character that it counts.
fn pairs(words: &str) -> Vec<(u16, char)> {
    let mut found = Vec::new();
    let mut chars = words.chars().peekable();
    while let Some(char) = chars.next() {
        let number = "一二三四五六七八九十"
            .chars()
            .position(|other| other == char)
            .map(|at| at as u16 + 1);
        let number = number
            .or_else(|| (char == '两').then_some(2))
            .or_else(|| char.to_digit(10).map(|digit| digit as u16));
        match (number, chars.peek()) {
            (Some(number), Some(next)) if next.is_alphabetic() || matches!(next, '+' | '＋') => {
                found.push((number, *next))
            }
            (Some(number), None) if words.contains(['+', '＋']) => found.push((number, '+')),
            _ => {}
        }
    }
    // 十 counts only by itself, and a lone numeral must begin the phrase.
    if found.len() == 1 && !words.starts_with(|char: char| "一二三四五六七八九十两0123456789".contains(char))
    {
        found.clear();
    }
    found
}

/// A、B、C等 before the phrase.
fn listed_before(text: &str, end: usize) -> Option<Vec<CleanSpan>> {
    let floor = text.floor_char_boundary(end.saturating_sub(REACH));
    let head = text.get(floor..end)?.trim_end_matches(['“', '"', '「']);
    let head = head.strip_suffix('等')?;
    let start = head
        .rfind(['，', '。', '；', '：', ',', '\n', '！'])
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    split_list(&head[start..], floor + start, true)
}

/// The phrase followed by （A、B、C） or ：A、B、C or ，即A、B、C.
fn listed_after(text: &str, end: usize) -> Option<Vec<CleanSpan>> {
    let ceiling = text.floor_char_boundary((end + REACH).min(text.len()));
    let tail = text.get(end..ceiling)?;
    let rest = tail.trim_start_matches(['”', '"', '」']);
    let skipped = tail.len() - rest.len();
    let opening = ["（即", "（", "(", "：", ":", "，即", "，就是", "即"]
        .iter()
        .find(|opening| rest.starts_with(**opening))?;
    let from = skipped + opening.len();
    let list = tail.get(from..)?;
    let stop = list
        .find(['）', ')', '。', '；', '\n', '！', '：'])
        .unwrap_or(list.len());
    let list = &list[..stop];
    let list = if opening.starts_with(['（', '(']) {
        list
    } else {
        list.split(['，', ',']).next().unwrap_or(list)
    };
    split_list(list, end + from, false)
}

/// The members of a list with at least one 、. `bounded` tells that a verb may stand before the first.
fn split_list(list: &str, offset: usize, bounded: bool) -> Option<Vec<CleanSpan>> {
    if !list.contains('、') {
        return None;
    }
    let mut found = Vec::new();
    let mut at = 0;
    for member in list.split('、') {
        for part in last_pair(member) {
            let trimmed = part.trim();
            let start =
                at + (part.as_ptr() as usize - member.as_ptr() as usize) + (part.len() - part.trim_start().len());
            let trimmed = trimmed.trim_end_matches('等');
            if !trimmed.is_empty() {
                found.push(Span::at(offset + start, offset + start + trimmed.len()));
            }
        }
        at += member.len() + '、'.len_utf8();
    }
    // Before 等 the first member still has the verb in front of it: it is left as long as the second.
    if bounded && let [first, second, ..] = found[..] {
        let length = list.get(..first.range().end - offset)?.chars().count();
        let wanted = list
            .get(second.range().start - offset..second.range().end - offset)?
            .chars()
            .count();
        if length > wanted + 2 {
            let words = &list[..first.range().end - offset];
            let cut = words.char_indices().rev().nth(wanted - 1).map_or(0, |(at, _)| at);
            found[0] = Span::at(offset + cut, first.range().end);
        }
    }
    (found.len() > 1).then_some(found)
}

/// The last two members of a list may be joined by 和.
fn last_pair(member: &str) -> Vec<&str> {
    match member.split_once('和') {
        Some((one, other)) if one.chars().count() >= 2 && other.chars().count() >= 2 && one.chars().count() <= 8 => {
            vec![one, other]
        }
        _ => vec![member],
    }
}

/// Members of the next list that end with the characters that the phrase counts: 一台两器 and 创新平台、孵化器、加速器.
fn spelled_out(text: &str, end: usize, pairs: &[(u16, char)]) -> Option<Vec<CleanSpan>> {
    let ceiling = text.floor_char_boundary((end + REACH).min(text.len()));
    let tail = text.get(end..ceiling)?;
    let tail = &tail[..tail.find(['。', '\n']).unwrap_or(tail.len())];
    if !tail.contains('、') {
        return None;
    }
    let mut found: Vec<CleanSpan> = Vec::new();
    for (number, counted) in pairs {
        let mut wanted = usize::from(*number);
        let mut from = 0;
        while wanted > 0 {
            let Some(at) = tail
                .get(from..)?
                .find(*counted)
                .map(|at| from + at + counted.len_utf8())
            else {
                break;
            };
            let closes = tail[at..]
                .chars()
                .next()
                .is_none_or(|next| "、和及与，等（）".contains(next));
            let head = &tail[..at];
            let start = head
                .rfind(['、', '，', '和', '及', '与', '（', '：', '造', '设', '进', '动'])
                .map_or(0, |mark| mark + head[mark..].chars().next().map_or(1, char::len_utf8));
            if closes && at - start >= 6 && at - start <= 30 {
                found.push(Span::at(end + start, end + at));
                wanted -= 1;
            }
            from = at;
        }
        if wanted > 0 {
            return None;
        }
    }
    found.sort_by_key(|span| span.reading_order());
    Some(found)
}
