//! Lists that say that their members are industries: A、B、C等产业.

use std::ops::Range;
use std::sync::LazyLock;

use super::Industry;
use super::words::TRADES;
use crate::extract::lexicon::WordKind;
use crate::extract::matcher::Matcher;
use crate::extract::mention::scan::{ends_clause, find};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{INNER, STOP};
use crate::extract::outline::numeral;
use crate::extract::word_list::WordList;

/// The words of `industries.txt` that close a list of industries.
struct Closings {
    all: Vec<&'static str>,
    /// Those that say it outright; after the others half of the members must be known industries.
    sure: Vec<&'static str>,
}

static CLOSINGS: LazyLock<Closings> = LazyLock::new(|| {
    let group = |name| WordList::longest_first(super::DATA, name);
    let (sure, other) = (group("closing-sure"), group("closing"));
    Closings {
        all: sure.iter().chain(&other).copied().collect(),
        sure,
    }
});

/// The members of lists like A、B、C等产业. `known` are the industries found so far, in order.
pub(super) fn fellows(scene: Scene<'_>, known: &[Range<usize>]) -> Vec<Industry> {
    let mut found = Vec::new();
    let mut numerals = NUMERALS.find_in(scene.chars).map(|(range, _)| range.start).peekable();
    for index in 0..scene.len() {
        let start = scene.start(index);
        while numerals.next_if(|at| *at < start).is_some() {}
        let counted = numerals
            .peek()
            .filter(|at| **at == start)
            .and_then(|_| counted(scene, index));
        let behind = match counted {
            Some((_, end)) => end,
            None if scene.word(index) == "等" => scene.start(index + 1),
            None => start,
        };
        let direct = behind == start;
        if direct && index.checked_sub(1).is_none_or(|before| scene.word(before) == "等") {
            continue;
        }
        let closing = if direct {
            TRADES.direct.iter().copied().find(|word| *word == scene.word(index))
        } else {
            closing(scene, behind)
        };
        let Some(closing) = closing else {
            continue;
        };
        let mut members = Vec::new();
        let (mut at, mut end) = (index, index);
        // The first member is bounded by a verb on its left; the others by 、 or 和.
        while at > 0 && index - at < 60 {
            let word = scene.word(at - 1);
            let kind = scene.kind(at - 1);
            let joint = matches!(word, "、" | "和" | "及" | "以及" | "与");
            let stop = word
                .chars()
                .next()
                .is_none_or(|char| ends_clause(char) || word.len() == 3 && "的在对向把将为”“而".contains(char))
                || scene.is(at - 1, STOP) && !joint
                || (kind == WordKind::Verb && word.len() > 3 && !scene.is(at - 1, INNER));
            if joint || stop {
                if at < end {
                    members.push((at, end));
                }
                end = at - 1;
                if stop {
                    // “甲乙”轻纺: the towns that share a trade stand in quotation marks before it.
                    let quote = scene.quote_before(scene.end(end)).filter(|quote| quote.len() <= 36);
                    let Some(quote) = quote.filter(|quote| scene.text[..quote.start].ends_with('、')) else {
                        break;
                    };
                    at = scene.index(quote.start);
                    end = at;
                    continue;
                }
            }
            at -= 1;
        }
        if direct && !says_outright(scene, &members, index) {
            continue;
        }
        if members.len() < 2 || counted.is_some_and(|(count, _)| count != members.len()) {
            continue;
        }
        // 对越南、老挝等产业园区: whom a park is for.
        let place = |(first, last): &(usize, usize)| first + 1 == *last && scene.kind(*first) == WordKind::Place;
        if members.iter().all(place) {
            continue;
        }
        let sure = !direct && CLOSINGS.sure.iter().any(|word| closing.ends_with(word));
        // 高新技术、专精特新企业: no branches.
        let telling = |range: &Range<usize>| {
            let other = if closing == "企业" { "no_trade" } else { "public" };
            !direct && closing != "领域"
                || !super::WORDS
                    .get(other)
                    .is_some_and(|set| set.contains(&scene.text[range.clone()]))
        };
        let familiar = members
            .iter()
            .filter(|(first, last)| {
                let end = scene.end(last - 1);
                let next = known.partition_point(|range| range.start < scene.start(*first));
                known.get(next).is_some_and(|range| range.end <= end && telling(range))
            })
            .count();
        if !sure && familiar * 2 < members.len() {
            continue;
        }
        let placed = members
            .iter()
            .any(|(first, last)| first + 1 < *last && scene.kind(*first) == WordKind::Place);
        for (first, last) in members {
            let first = if placed { past_place(scene, first, last) } else { first };
            // 围绕我|县马铃薯、中药材等产业: whose trades they are.
            let whole = scene.word(first).starts_with('全') && scene.word(first).chars().count() == 2;
            let ours = scene.text[..scene.start(first)].ends_with(['我', '全', '本'])
                && matches!(
                    scene.word(first),
                    "省" | "市" | "县" | "区" | "州" | "镇" | "乡" | "村" | "旗"
                );
            // 对接本地汽车、电子等产业: which ones, not what they are called.
            let left = super::WORDS
                .get("left")
                .is_some_and(|left| left.contains(scene.word(first)));
            let first = if (ours || whole || left) && first + 1 < last {
                first + 1
            } else {
                first
            };
            let range = scene.start(first)..scene.end(last - 1);
            let length = scene.text[range.clone()].chars().count();
            let nominal = (first..last).all(|at| {
                scene.kind(at).is_nominal()
                    || scene.kind(at) == WordKind::Other
                    || scene.word(at).len() == 3
                    || scene.is(at, INNER)
                    || sure && at > first && scene.kind(at) == WordKind::Verb && !scene.is(at, STOP)
            });
            let other = super::WORDS
                .get("no-fellow")
                .is_some_and(|words| words.contains(&scene.text[range.clone()]));
            if nominal && !other && (2..=9).contains(&length) {
                found.push(Industry {
                    range,
                    rule: "industry/fellows",
                    confidence: 66,
                });
            }
        }
    }
    found
}

/// Whether a list stands right before what it is said to be, member by member: 家具、五金|企业; not 国企和民企|企业,
/// nor 电子、食品三大|产业, which the number closes.
fn says_outright(scene: Scene<'_>, members: &[(usize, usize)], closing: usize) -> bool {
    let words = |(first, last): (usize, usize)| &scene.text[scene.start(first)..scene.end(last - 1)];
    let (Some(nearest), Some(first)) = (members.first(), members.last()) else {
        return false;
    };
    let name = words(*nearest);
    let ranked = name.ends_with('大')
        || TRADES.rank_words.iter().any(|rank| name.ends_with(rank))
        || name.ends_with(['型', '级']);
    // 绿色产业、朝阳|产业: ranks.
    let rank = super::WORDS.get("rank");
    let ranked = ranked || rank.is_some_and(|rank| rank.contains(format!("{name}产业").as_str()));
    !ranked && members.len() > 1 && words((first.0, closing)).contains('、')
}

/// The first word of a member behind the name of a place, where another member has one too.
fn past_place(scene: Scene<'_>, first: usize, last: usize) -> usize {
    let behind = |count: usize| Some(first + count).filter(|next| *next < last);
    let single = |at: usize| scene.word(at).len() == 3;
    let next = match scene.kind(first) {
        WordKind::Place => behind(1),
        WordKind::Unknown if scene.word(first).len() == 6 => behind(1),
        _ if single(first) && single(first + 1) => behind(2),
        _ => None,
    };
    next.unwrap_or(first)
}

/// What a number begins with that closes a list.
static NUMERALS: LazyLock<Matcher> = LazyLock::new(|| Matcher::of_chars("一二三四五六七八九十两"));

/// How many members a list is said to have that a number closes, and where the words begin behind it:
/// 甲、乙、丙|三大主导产业.
fn counted(scene: Scene<'_>, index: usize) -> Option<(usize, usize)> {
    let start = scene.start(index);
    let rest = &scene.text[start..];
    let number = numeral(rest).or_else(|| rest.starts_with('两').then_some((2, '两'.len_utf8())));
    let (count, length) = number.filter(|(count, _)| (2..=8).contains(count))?;
    let classifier = rest[length..]
        .chars()
        .next()
        .filter(|char| "大个条类".contains(*char))?;
    Some((count as usize, start + length + classifier.len_utf8()))
}

/// Whether the words at a place are one of the closings, with at most a few words before it.
fn closing(scene: Scene<'_>, at: usize) -> Option<&'static str> {
    let rest = &scene.text[at..];
    let head = &rest[..rest.floor_char_boundary(36)];
    CLOSINGS.all.iter().copied().find(|closing| {
        find(head, closing).is_some_and(|at| {
            at <= 21
                && head[..at]
                    .chars()
                    .all(|char| char.is_alphanumeric() && char != '的' && char != '项')
        })
    })
}
