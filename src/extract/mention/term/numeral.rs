//! Phrases that numerals make: 一台两器, 三大改造, 121发展模式.

use std::sync::LazyLock;

use super::around::AROUND;
use super::{CONCEPTS, RESOLVED, Term};
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::mention::scan::{after, after_word, before};
use crate::extract::mention::unit::{UnitKind, unit};

/// 一台两器, 四级四同, 三大改造, 121发展模式, 3+1+1.
pub(super) fn abbreviations(chars: &Chars) -> Vec<Term> {
    static FIRST: LazyLock<Matcher> = LazyLock::new(|| Matcher::of_chars("0123456789一二三四五六七八九十两双"));
    let text = chars.text;
    let mut found = Vec::new();
    let mut skip = 0;
    for (first, _) in FIRST.find_in(chars) {
        let at = first.start;
        if at < skip {
            continue;
        }
        let is_digit = first.len() == 1;
        let end = if is_digit {
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
        } else if is_digit {
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

/// Numeral, noun, numeral, noun: 一台两器. Idioms of this form are in the list.
fn balanced(text: &str, start: usize) -> Option<usize> {
    let mut chars = text[start..].char_indices();
    let (first, one, second, two) = (chars.next()?.1, chars.next()?.1, chars.next()?.1, chars.next()?.1);
    let end = start + chars.next().map_or(text.len() - start, |(at, _)| at);
    let noun = |char: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&char)
            && !is_numeral(char)
            && !"年月日天个块大百千万亿级是要为的多几次点分人件项条家元周倍位起届种号台度期".contains(char)
    };
    let loose = |char: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&char)
            && !is_numeral(char)
            && !"年月日天块百千万亿是要为的几次分元周倍起多到至比成".contains(char)
    };
    if !is_numeral(first) || !is_numeral(second) || !loose(one) || !noun(two) || first == '双' || first == '十' {
        return None;
    }
    let number = before(text, start)
        .is_some_and(|char| char.is_ascii_digit() || "第百千万十几这那每".contains(char) || is_numeral(char));
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
                if (is_numeral(number) || number == '多' && !"元家次种样年次人方".contains(noun))
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
    let (at, _) = after_word(text, at, &["大"])?;
    if number == '一'
        || number == '双'
        || before(text, start).is_some_and(|char| is_numeral(char) || "第前这".contains(char))
    {
        return None;
    }
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
    let (at, _) = after_word(text, start + number.len_utf8(), &["个"])?;
    let alone = !before(text, start).is_some_and(|char| is_numeral(char) || "第前这百千万每几".contains(char));
    let rest = &text[at..text.floor_char_boundary(at + 24)];
    let end = rest
        .char_indices()
        .map(|(at, char)| at + char.len_utf8())
        .skip(1)
        .take(4)
        .filter(|end| RESOLVED.index(&rest[..*end]).is_some())
        .last()?;
    let closes = match rest[end..].chars().next() {
        None => true,
        Some(next) => !next.is_alphanumeric() || "和及与等的".contains(next),
    } || AROUND.resolve_nouns.iter().any(|word| rest[end..].starts_with(word));
    (alone && closes && number != '一').then_some(at + end)
}

/// 四张牌, 五个一: numerals that only coined phrases have before these words.
fn counted(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].chars().next()?;
    let (end, _) = after_word(text, start + number.len_utf8(), &AROUND.coined)?;
    let alone = !before(text, start).is_some_and(|char| is_numeral(char) || "第前这百千万".contains(char));
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
    // 5000吨标准煤: an amount.
    let amount = unit(&text[start + length..], true)
        .is_some_and(|unit| !matches!(unit.kind, UnitKind::Other | UnitKind::Classifier | UnitKind::Score));
    // 世界500强企业
    let ranked = text[start + length..].starts_with('强');
    (end > start + length && !ranked && !amount).then_some(end)
}

/// The end with a concept noun and the words between, if one follows closely.
pub(super) fn with_concept(text: &str, end: usize) -> usize {
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
