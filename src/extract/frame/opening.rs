//! Words that only say what the next task is about, or that tasks follow.

use super::announcements::ANNOUNCEMENTS;
use crate::extract::clean::Folded;
use crate::extract::outline::numeral;

/// Whether words only say what the next clause is about.
pub(super) fn is_topic(words: &str, rest: &str) -> bool {
    if !rest.starts_with(['，', ',', '：', ':']) || words.contains(['，', ',', '、']) {
        return false;
    }
    let folded = Folded::of(words);
    let words = folded.text().trim();
    let length = words.chars().count();
    if ANNOUNCEMENTS.topic.iter().any(|ending| words.ends_with(ending)) {
        return (3..=12).contains(&length);
    }
    // 赶上 and 跟上 are done, 资金上 is spoken of.
    let is_done = ANNOUNCEMENTS.upward.iter().any(|word| words.ends_with(word));
    (3..=5).contains(&length) && words.ends_with('上') && !is_done
}

/// Whether words only say that tasks follow.
pub(super) fn is_opening(words: &str, rest: &str) -> bool {
    if !leads_on(rest) {
        return false;
    }
    let folded = Folded::of(words);
    let words = folded.text().trim();
    let names_things = |text: &str| {
        text.len() <= 36
            && ANNOUNCEMENTS.thing.iter().any(|thing| text.contains(thing))
            && !text.contains(['，', '、', '“'])
    };
    let follows = ANNOUNCEMENTS
        .following
        .iter()
        .filter_map(|word| words.rfind(word).map(|at| (&words[..at], &words[at + word.len()..])))
        .any(|(before, after)| {
            // 三十五岁以下的干部, 64台35蒸吨以下燃煤锅炉
            let measures = before.chars().rev().take(3).any(numeral_or_digit);
            !measures && names_things(after)
        });
    follows || counts_things(words)
}

/// 要重点抓好五项工作, with nothing else in the sentence.
fn counts_things(words: &str) -> bool {
    let Some((verb, _)) = ANNOUNCEMENTS.announcing.find(words).next() else {
        return false;
    };
    let after = words[verb.end..].trim_start_matches(['这', '好']);
    let counted = numeral(after).map(|(_, length)| length).or_else(|| {
        let digits = after.len() - after.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        (digits > 0).then_some(digits)
    });
    let counted = counted.or_else(|| after.starts_with('几').then_some('几'.len_utf8()));
    let Some(rest) = counted.map(|length| &after[length..]) else {
        return false;
    };
    let noun = rest.trim_start_matches(['个', '项', '件', '点', '条', '场', '大', '方', '面', '的']);
    let is_bare = noun.is_empty() || ANNOUNCEMENTS.thing.contains(&noun);
    is_bare && noun.len() < rest.len() && words[..verb.start].chars().count() <= 8
}

fn numeral_or_digit(char: char) -> bool {
    char.is_ascii_digit() || "一二三四五六七八九十百千万两×".contains(char)
}

/// Whether a text goes on with a list: a colon, or a new sentence with an ordinal.
fn leads_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('：' | ':') => true,
        Some('。' | '.' | '；' | '\n') => {
            let next = chars.as_str().trim_start();
            next.starts_with(['（', '(']) && next.chars().nth(1).is_some_and(numeral_or_digit)
                || next.starts_with("首先")
                || next.starts_with("第一")
                || next.starts_with(numeral_or_digit) && {
                    let second = next.chars().nth(1).unwrap_or(' ');
                    "、.．是要".contains(second)
                }
        }
        _ => false,
    }
}
