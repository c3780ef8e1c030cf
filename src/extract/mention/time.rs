//! Time expressions, put together from pieces: 今年 + 上半年, 近 + 三年, 10月1日 + 前.

use std::ops::Range;
use std::sync::LazyLock;

use super::measured::TimePiece;
use super::scan::{after, after_word, before, before_word, ends_clause};
use super::time_parts::PARTS;
use crate::extract::matcher::{Chars, begins};
use crate::extract::word_list::WordList;

static TIMES: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/times.txt")));

/// Finds the time expressions of a text, in order.
/// `is_word` tells whether a range begins and ends with words.
pub(super) fn times(chars: &Chars, pieces: &[TimePiece], is_word: impl Fn(&Range<usize>) -> bool) -> Vec<Range<usize>> {
    let text = chars.text;
    let mut parts = listed(chars);
    // 2025年|前三季度: behind a number the words may be cut anywhere.
    let numbered = |at: usize| {
        let before = pieces.partition_point(|piece| piece.range.start < at);
        pieces[..before].last().is_some_and(|piece| piece.range.end == at)
    };
    parts.retain(|(range, _)| {
        let span = text[range.clone()].starts_with("年前") && range.len() > "年前".len();
        // 正月十五 is one word.
        let month = ["正月", "腊月"].contains(&&text[range.clone()]);
        // 下周一|起 holds another word.
        let begins = text[range.end..].strip_prefix('起').is_some_and(|rest| {
            rest.starts_with(ends_clause) || PARTS.starting.iter().any(|word| rest.starts_with(word))
        });
        let weekday = begins && text[range.clone()].contains('周');
        // 从即日|起到月底: the dictionary makes one word of what follows.
        let today = &text[range.clone()] == "即日" && after(text, range.end) == Some('起');
        // 每周|一上午
        let weekly = text[range.clone()].starts_with("每周");
        month
            || weekday
            || today
            || weekly
            || is_word(range) && !span
            || numbered(range.start + if span { "年".len() } else { 0 })
    });
    parts.extend(pieces.iter().map(|piece| {
        let start = if piece.lasts {
            before_lasting(text, &piece.range)
        } else {
            piece.range.start
        };
        (start..piece.range.end, piece.lasts)
    }));
    parts.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    for (range, lasts) in parts {
        match found.last_mut() {
            Some((last, _)) if range.end <= last.end => {}
            Some((last, lasting)) if joins(text, last, range.start) => {
                last.end = range.end;
                *lasting = lasts;
            }
            _ => found.push((range, lasts)),
        }
    }
    let mut ends: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for (range, lasts) in found {
        let range = with_tail(text, range, lasts);
        if is_significance(text, &range) {
            continue;
        }
        let range = every_time(text, range);
        // A tail (期间, 上半年) may have reached the next piece.
        match ends.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            // 7月下旬至8月上旬
            Some(last)
                if matches!(text.get(last.end..range.start), Some("至" | "到" | "—" | "-"))
                    && text[..last.end].ends_with(['旬', '底', '初', '末', '日'])
                    && text[..range.end].ends_with(['旬', '底', '初', '末', '日', '月']) =>
            {
                last.end = range.end;
            }
            _ => ends.push(range),
        }
    }
    ends
}

/// 每到|年底, 每逢|节假日: the time with what says that it comes again.
fn every_time(text: &str, range: Range<usize>) -> Range<usize> {
    let start = before_word(text, range.start, &PARTS.again).map_or(range.start, |(start, _)| start);
    start..range.end
}

/// 一年 in 极不平凡的一年, 关键一年, 一天 in 一天也不能停: not a time.
fn is_significance(text: &str, range: &Range<usize>) -> bool {
    if text[range.clone()].ends_with("最后一年") {
        return true;
    }
    if &text[range.clone()] == "一天" {
        let told = before_word(text, range.start, &PARTS.that_day).is_some();
        return told || after_word(text, range.end, &["也", "都不", "都没"]).is_some();
    }
    &text[range.clone()] == "一年"
        && (after_word(text, range.end, &PARTS.weighty_behind).is_some()
            || before_word(text, range.start, &PARTS.weighty_before).is_some()
            || after_word(text, range.end, &["接着一年", "比一年"]).is_some())
}

/// The words of the list, those that need a companion checked.
fn listed(chars: &Chars) -> Vec<(Range<usize>, bool)> {
    let text = chars.text;
    TIMES
        .find_in(chars)
        .filter_map(|found| {
            let range = found.range;
            match found.group {
                "plan" => plan(text, range),
                "holiday" => holiday(text, range),
                // 秋冬农业开发, 新世纪新阶段: which works, which stage.
                _ if is_kind(&text[range.clone()], &text[range.end..]) => None,
                // 同期声 is no time.
                "now" if &text[range.clone()] == "同期" => {
                    (!after(text, range.end).is_some_and(|char| "声录间".contains(char))).then_some(range)
                }
                "past" => (is_past(text, &range)).then_some(range),
                "day" if text[range.clone()].ends_with("每周一") => Some(weekly(text, range)),
                // 年中工作会议, 资本寒冬: a meeting's name, a figure of speech.
                _ if is_figure(text, &range) => None,
                "now" if &text[range.clone()] == "当今" => {
                    let opens = before(text, range.start).is_none_or(ends_clause);
                    (opens && after_word(text, range.end, &PARTS.of_today).is_some()).then_some(range)
                }
                "now" if &text[range.clone()] == "目前" => {
                    (!before(text, range.start).is_some_and(|char| "项题科栏节账数名".contains(char))).then_some(range)
                }
                "day" => (!before(text, range.start).is_some_and(|char| "度礼学".contains(char))).then_some(range),
                "year" if text[range.clone()].starts_with("年") => {
                    // 当年底 and 五年内 are not 年底 and 年内: the number takes them.
                    let digit =
                        before(text, range.start).is_some_and(|char| char.is_numeric() || "几多半×xX".contains(char));
                    let ago =
                        &text[range.clone()] == "年前" && after(text, range.end).is_some_and(char::is_alphanumeric);
                    (!digit && !ago).then_some(range)
                }
                _ => Some(range),
            }
        })
        .map(|range| (range, false))
        .collect()
}

/// Whether a season or an age only says what kind of work follows.
fn is_kind(words: &str, rest: &str) -> bool {
    let season = PARTS.season_pairs.contains(&words);
    season && rest.starts_with(['农', '水', '造', '植', '生', '作', '种'])
        || PARTS.seasons.contains(&words) && rest.starts_with("农业")
        || words == "新世纪" && rest.starts_with("新阶段")
}

/// 每天一督查、每周一通报: once a week among other turns, not on Mondays.
fn weekly(text: &str, range: Range<usize>) -> Range<usize> {
    let near = &text[text.floor_char_boundary(range.start.saturating_sub(36))..text.ceil_char_boundary(range.end + 36)];
    let beside = PARTS.turns.iter().any(|turn| near.contains(turn));
    range.start..range.end - if beside { "一".len() } else { 0 }
}

/// Whether a word of time is part of a meeting's name or a figure of speech.
fn is_figure(text: &str, range: &Range<usize>) -> bool {
    match &text[range.clone()] {
        "年中" => after_word(text, range.end, &["工作会", "工作推进会", "务虚会"]).is_some(),
        // 夜间公交, 夜间消费: what kind it is.
        "夜间" => after_word(text, range.end, &PARTS.night_kinds).is_some(),
        // 融合发展的春天已经到来
        "春天" => before(text, range.start) == Some('的') && before_word(text, range.start, &["年的"]).is_none(),
        "寒冬" => before_word(text, range.start, &PARTS.winters).is_some(),
        _ => false,
    }
}

/// A five-year plan: with quotation marks, or with 期间 and the like after it.
fn plan(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let opens = before(text, range.start).is_some_and(is_quote);
    let closes = after(text, range.end).is_some_and(is_quote);
    if opens && closes {
        let start = range.start - before(text, range.start).map_or(0, char::len_utf8);
        let end = range.end + after(text, range.end).map_or(0, char::len_utf8);
        // “八五”普法: a campaign.
        return (!text[end..].starts_with("普法")).then_some(start..end);
    }
    let long = text[range.clone()].chars().count() == 3;
    let tail = after_word(text, range.end, &PARTS.plan_tail).is_some();
    let number =
        before(text, range.start).is_some_and(|char| char.is_numeric() || "一二三四五六七八九十百".contains(char));
    (!number && (tail || long && !after(text, range.end).is_some_and(|char| "个年千百万亿十".contains(char))))
        .then_some(range)
}

/// 过去 as a time: 同过去相比, not 日子过去了.
fn is_past(text: &str, range: &Range<usize>) -> bool {
    let opens = before(text, range.start).is_none_or(ends_clause)
        || before_word(text, range.start, &PARTS.past_before).is_some();
    opens
        && !after(text, range.end).is_some_and(|char| "了的几一两三四五六七八九十".contains(char) || ends_clause(char))
}

/// A holiday, where something is to happen before or during it.
fn holiday(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    if before(text, start).is_some_and(is_quote) && after(text, end).is_some_and(is_quote) {
        start -= before(text, start).map_or(0, char::len_utf8);
        end += after(text, end).map_or(0, char::len_utf8);
    }
    let tail = match after_word(text, end, &PARTS.holiday_tail) {
        Some((tail, _)) => tail,
        None if PARTS.feasts.contains(&&text[range.clone()])
            && (after_word(text, end, &PARTS.near).is_some()
                || before_word(text, start, &PARTS.feast_before).is_some()) =>
        {
            end
        }
        None => return None,
    };
    (&text[range.clone()] != "节" || !before(text, start).is_some_and(char::is_alphanumeric)).then_some(start..tail)
}

fn is_quote(char: char) -> bool {
    matches!(char, '“' | '”' | '"' | '「' | '」' | '‘' | '’' | '\'')
}

/// Where a piece that lasts begins, with what belongs to it.
fn before_lasting(text: &str, piece: &Range<usize>) -> usize {
    let start = piece.start;
    // 两个|半月
    if (text[start..].starts_with("半月") || text[start..].starts_with("半小时"))
        && let Some(head) = text[..start].strip_suffix('个')
        && head.ends_with(|char: char| "一两二三四五六七八九几".contains(char))
    {
        return head.floor_char_boundary(head.len() - 1);
    }
    let Some((at, word)) = before_word(text, start, &PARTS.before_lasting) else {
        return start;
    };
    // 年底前3天: there 前 closes what stands before it.
    // 今年|前10个月: the first months of it.
    let months = word == "前"
        && before(text, at) == Some('年')
        && text[start..]
            .trim_start_matches(|char: char| char.is_ascii_digit() || "一二两三四五六七八九十".contains(char))
            .starts_with("个月");
    let taken = matches!(word, "前" | "后" | "第" | "首" | "头")
        && !months
        && before(text, at).is_some_and(|char| "日底末月号年期最提以之会".contains(char));
    // 签约后|半年内, 学前|三年: the word closes what stands before it.
    let closes = !months
        && before(text, at).is_some_and(|char| match word {
            "前" => "学会节产战赛婚课假汛".contains(char),
            // 收到申请后|3个工作日内: what has a limit counts from an event, whatever it is.
            "后" => {
                before_word(text, at, &PARTS.events).is_some()
                    || after_word(text, piece.end, &["内", "之内", "以内"]).is_some()
                        && before(text, at).is_some_and(|char| char.is_alphabetic() || "）)”》".contains(char))
            }
            // 连续三年保持第一 says when; in 连续三年不达标 the years are the time.
            "连续" => after_word(text, piece.end, &PARTS.ranks).is_none(),
            _ => false,
        });
    let taken = taken || closes;
    if taken { start } else { at }
}

/// Whether a piece that begins at `next` goes on the expression before it.
fn joins(text: &str, last: &Range<usize>, next: usize) -> bool {
    if text[next..].starts_with('每') {
        return false;
    }
    if next <= last.end {
        // 二季度|连续两个月: when, and how long.
        return !(next == last.end && text[next..].starts_with("连续"));
    }
    let digits = |at: usize| text[at..].starts_with(|char: char| char.is_ascii_digit());
    match &text[last.end..next] {
        "至" | "到" | "-" | "—" | "～" | "~" | "——" | "－" => {
            let hour = text[..last.end].ends_with(['时', '点', '分'])
                && PARTS.next_hour.iter().any(|part| text[next..].starts_with(part));
            let weekday = |at: usize| text[at..].starts_with('周') || text[at..].starts_with("星期");
            digits(last.start) && digits(next)
                || hour
                || weekday(last.start) && weekday(next)
                || (text[..last.end].ends_with(['年', '月', '日', '度']) && digits(last.start))
        }
        // 每年的5月至9月
        "的" => PARTS.of_year.contains(&&text[last.clone()]) && digits(next),
        " " => digits(last.start) && digits(next),
        _ => false,
    }
}

/// The expression with 底, 前, 内, 期间 and the like.
fn with_tail(text: &str, mut range: Range<usize>, lasts: bool) -> Range<usize> {
    // 腊月二十三, 正月初八: the day of a month by its name.
    if ["正月", "腊月", "冬月"]
        .iter()
        .any(|month| text[range.clone()].ends_with(month))
    {
        let day = text[range.end..].trim_start_matches(|char| "初一二三四五六七八九十廿".contains(char));
        if (3..=9).contains(&(text.len() - range.end - day.len())) {
            range.end = text.len() - day.len();
        }
    }
    if (lasts || text[range.clone()].ends_with("些年"))
        && text[range.clone()].ends_with(['年', '月', '多'])
        && after(text, range.end) == Some('来')
    {
        let next = text[range.end + '来'.len_utf8()..].chars().next();
        if !next.is_some_and(|next| "自源看说到".contains(next)) {
            range.end += '来'.len_utf8();
        }
        return range;
    }
    if text[range.clone()].ends_with('年') && after(text, range.end) == Some('半') {
        range.end += '半'.len_utf8();
    }
    // 8时|30分, but not 3点|5分值
    if text[range.clone()].ends_with(['时', '点']) {
        let minutes = text[range.end..].trim_start_matches(|char: char| char.is_ascii_digit());
        if (1..=2).contains(&(text.len() - range.end - minutes.len()))
            && minutes.starts_with('分')
            && !minutes.starts_with("分值")
        {
            range.end = text.len() - minutes.len() + '分'.len_utf8();
        }
    }
    for _ in 0..3 {
        let rest = &text[range.end..];
        let tail = PARTS.after.iter().find(|(word, vetoes)| {
            begins(rest.as_bytes(), word.as_bytes())
                && !rest[word.len()..]
                    .chars()
                    .next()
                    .is_some_and(|next| vetoes.contains(next))
        });
        let Some((word, _)) = tail else { break };
        let now =
            text[range.clone()].ends_with(['前', '天']) && !lasts && !text[range.clone()].contains(char::is_numeric);
        let month =
            text[range.clone()].ends_with(['月', '年', '度', '五', '”', '"', '周', '日', '天', '世', '纪', '代']);
        if now
            || (matches!(*word, "中" | "度" | "初" | "末" | "底") && !month)
            || (matches!(*word, "春" | "夏" | "秋" | "冬") && (lasts || !text[range.clone()].ends_with('年')))
            || (*word == "间" && !lasts)
            || (*word == "中" && !text[range.clone()].ends_with('年'))
        {
            break;
        }
        range.end += word.len();
    }
    range
}
