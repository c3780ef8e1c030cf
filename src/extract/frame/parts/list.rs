//! Lists of parts before and behind a numeral phrase.

use std::ops::Range;

use super::super::announcements::ANNOUNCEMENTS;

/// How an item of a list of sentences begins.
const ORDINALS: [&str; 10] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是",
];

/// The noun that a phrase may have before its list is at most so long, in characters.
const LONGEST_NOUN: usize = 8;

/// A member separated by ，has at most so many characters.
const LONGEST_MEMBER: usize = 12;

/// The members of the list that follows a phrase: （A、B、C）, ，即A、B和C, ：一是A；二是B.
pub(super) fn behind(text: &str, wanted: usize) -> Option<Vec<Range<usize>>> {
    let quoted = text.len() - text.trim_start_matches(['”', '’', '"', '」']).len();
    let rest = &text[quoted..];
    let noun: usize = rest
        .chars()
        .take(LONGEST_NOUN)
        .take_while(|char| ('\u{4e00}'..='\u{9fff}').contains(char))
        .map(char::len_utf8)
        .sum();
    let opens = |at: usize| {
        ANNOUNCEMENTS
            .list
            .iter()
            .find(|opening| rest[at..].starts_with(**opening))
    };
    let at = if opens(0).is_some() { 0 } else { noun };
    let opening = opens(at).filter(|opening| at == 0 || opening.starts_with(['（', '—', '，', '：']))?;
    let from = quoted + at + opening.len();
    let list = &text[from..];
    if let Some(items) = sentences(list) {
        return Some(moved(items, from));
    }
    let bracket = opening.starts_with('（');
    let stop = list.find(if bracket { CLOSE } else { STOP }).unwrap_or(list.len());
    let list = &list[..stop];
    let first = if bracket {
        list
    } else {
        list.split('，').next().unwrap_or(list)
    };
    let found = members(first, '、').or_else(|| {
        // 纵向到底，横向到边，条条到位: only where the count agrees.
        let found = members(list, '，')?;
        let short = found
            .iter()
            .all(|member| list[member.clone()].chars().count() <= LONGEST_MEMBER);
        (short && found.len() == wanted).then_some(found)
    });
    found.map(|found| moved(found, from))
}

const CLOSE: &[char] = &['）', ')', '。', '\n'];
const STOP: &[char] = &['）', ')', '。', '；', '\n', '！', '：'];

fn moved(list: Vec<Range<usize>>, by: usize) -> Vec<Range<usize>> {
    list.into_iter().map(|part| part.start + by..part.end + by).collect()
}

/// 一是认识到位；二是责任到位。
fn sentences(text: &str) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut at = 0;
    for ordinal in ORDINALS {
        let head = if found.is_empty() { "" } else { &text[at..] };
        let next = match head.find(ordinal) {
            Some(offset) => at + offset,
            None if found.is_empty() && text.starts_with(ordinal) => 0,
            None => break,
        };
        let start = next + ordinal.len();
        let length = text[start..]
            .find(['，', '；', '。', '！', '\n'])
            .unwrap_or(text.len() - start);
        if length > 0 {
            found.push(start..start + length);
        }
        at = start + length;
    }
    (found.len() > 1).then_some(found)
}

/// The members of the list that a phrase closes: A、B、C等六大要素; without 等 only where the count agrees.
pub(super) fn before(text: &str, wanted: usize) -> Option<Vec<Range<usize>>> {
    let head = text.trim_end_matches(['“', '‘', '"', '「']);
    let head = head.strip_suffix('这').unwrap_or(head);
    let (head, open) = head.strip_suffix('等').map_or((head, false), |head| (head, true));
    let start = head
        .rfind(['，', '。', '；', '：', '\n', '！', '（'])
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let mut found = members(&head[start..], '、')?;
    let first = found.first_mut()?;
    let words = &head[start..][first.clone()];
    let verb = ANNOUNCEMENTS
        .list_verb
        .iter()
        .filter_map(|verb| words.rfind(verb).map(|at| at + verb.len()))
        .filter(|end| *end < words.len())
        .max();
    first.start += verb.unwrap_or(0);
    (open || found.len() == wanted).then(|| moved(found, start))
}

/// The members of a list; the last two may be joined by 和, the last may end with 等.
fn members(list: &str, mark: char) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut at = 0;
    for member in list.split(mark) {
        let last = at + member.len() == list.len();
        let joint = member.find(['和', '及', '与']).filter(|joint| {
            let (one, other) = (&member[..*joint], &member[*joint + '和'.len_utf8()..]);
            last && one.chars().count() >= 2 && other.chars().count() >= 2
        });
        let cut = joint.unwrap_or(member.len());
        let after = joint.map_or(member.len(), |joint| joint + '和'.len_utf8());
        for (from, to) in [(0, cut), (after, member.len())] {
            let part = &member[from..to];
            let bare = part.trim().trim_end_matches('等').trim_matches(['“', '”']);
            let start = at + from + part.find(bare).unwrap_or(0);
            if !bare.is_empty() {
                found.push(start..start + bare.len());
            }
        }
        at += member.len() + mark.len_utf8();
    }
    (found.len() > 1).then_some(found)
}

/// Members of the next list that end with the characters that a phrase counts: 一台两器 and
/// 创新平台、孵化器、加速器.
pub(super) fn spelled_out(text: &str, pairs: &[(u16, char)]) -> Option<Vec<Range<usize>>> {
    let text = &text[..text.find(['。', '\n']).unwrap_or(text.len())];
    if !text.contains('、') {
        return None;
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (number, counted) in pairs {
        let (mut wanted, mut from) = (*number, 0);
        while wanted > 0 {
            let at = text[from..].find(*counted).map(|at| from + at + counted.len_utf8())?;
            let closes = text[at..]
                .chars()
                .next()
                .is_none_or(|next| "、和及与，等（）”".contains(next));
            let head = &text[..at];
            let start = head
                .rfind([
                    '、', '，', '和', '及', '与', '（', '：', '造', '设', '进', '动', '好', '“',
                ])
                .map_or(0, |mark| mark + head[mark..].chars().next().map_or(1, char::len_utf8));
            if closes && (6..=30).contains(&(at - start)) {
                found.push(start..at);
                wanted -= 1;
            }
            from = at;
        }
    }
    found.sort_by_key(|part| part.start);
    Some(found)
}
