//! Where a name begins and ends.

use std::ops::Range;

use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::{after, ends_clause};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::unit::unit;
use crate::extract::mention::vocabulary::{GENERIC, INNER, STOP};

/// How far a name reaches to the left of its ending, in words and in bytes.
const MOST_WORDS: usize = 14;
const MOST_BYTES: usize = 90;

/// 溪山县委: the place before a body that has only its level for a name.
pub(super) fn body_start(scene: Scene<'_>, start: usize) -> usize {
    let head = &scene.text[..start];
    // 省发改委: the level before a body that lacks one.
    if let Some(level) = head.chars().next_back().filter(|char| "省市县区州".contains(*char)) {
        let start = start - level.len_utf8();
        return if scene.is_boundary(start) {
            start
        } else {
            start + level.len_utf8()
        };
    }
    if !after(scene.text, start).is_some_and(|char| "省市县区州盟旗镇乡自".contains(char)) {
        return start;
    }
    let (mut index, mut from) = (scene.index(start), start);
    // 温州|医院: the level is the end of a place.
    if scene.start(index) < start && scene.kind(index) == WordKind::Place {
        from = scene.start(index);
    }
    for _ in 0..4 {
        if index == 0 {
            break;
        }
        index -= 1;
        let (word, kind) = (scene.word(index), scene.kind(index));
        let single = word.len() == 3 && kind.is_nominal() && !"我全各本该".contains(word);
        if !(kind == WordKind::Place
            || kind == WordKind::Unknown
            || single
            || word == "中共"
            || word.starts_with(['×', 'X', '*']))
            || scene.is(index, STOP)
        {
            break;
        }
        from = scene.start(index);
    }
    if start - from > "县".len() { from } else { start }
}

/// Where the name of a fair or a lasting action begins that has one of its own: the place and the
/// session before it belong to it (滨江农博会, 第三届茶博会).
pub(super) fn held_at(scene: Scene<'_>, start: usize) -> usize {
    let session = with_session(scene.text, start);
    if session < start {
        return session;
    }
    let before = scene.index(start).saturating_sub(1);
    let kind = scene.kind(before);
    let place = scene.end(before) == start
        && (kind == WordKind::Place || kind == WordKind::Unknown && scene.word(before).chars().count() == 2)
        && !scene.is(before, GENERIC)
        && !scene.is(before, STOP);
    if place { scene.start(before) } else { start }
}

/// The start with 第三届 before it.
pub(super) fn with_session(text: &str, start: usize) -> usize {
    let head = text[..start].trim_end_matches('届');
    let number = head.trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十×X".contains(char));
    if head.len() < start && number.len() < head.len() && number.ends_with('第') {
        number.len() - '第'.len_utf8()
    } else {
        start
    }
}

/// The end with what may follow a project's name: 五期, 三封段, 扩建.
pub(super) fn with_phase(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let mut chars = rest.char_indices();
    if let (Some((_, number)), Some((at, '期'))) = (chars.next(), chars.next())
        && "一二三四五六七八九十".contains(number)
    {
        return end + at + '期'.len_utf8();
    }
    for word in ["改造提升", "升级改造", "扩建", "改造", "改扩建", "扩容"] {
        let closes = |rest: &str| {
            rest.chars()
                .next()
                .is_none_or(|next| !next.is_alphanumeric() || "等工项".contains(next))
        };
        if rest.strip_prefix(word).is_some_and(closes) {
            return end + word.len();
        }
    }
    // A branch of a line.
    for word in [
        "支线",
        "复线",
        "连接线",
        "联络线",
        "专用线",
        "扩能",
        "扩能改造",
        "除险加固",
    ] {
        if rest.starts_with(word) {
            return end + word.len();
        }
    }
    // A section of a road: 高速三封段, 高速西段.
    let section = rest
        .char_indices()
        .take(6)
        .find(|(_, char)| *char == '段' || !char.is_alphanumeric() || "和等及与的在是".contains(*char));
    let side = rest.starts_with(['东', '西', '南', '北', '中', '首', '先']);
    match section {
        Some((at, '段')) if (at >= 6 || at == 3 && side) && !rest.starts_with("试验") && !rest.starts_with("示范") => {
            end + at + '段'.len_utf8()
        }
        _ => end,
    }
}

/// The words before an ending that can belong to its name.
pub(super) fn walk(scene: Scene<'_>, end: usize) -> Range<usize> {
    let text = scene.text;
    let floor = end.saturating_sub(MOST_BYTES);
    let mut start = end;
    let mut index = scene.index(end);
    if scene.start(index) < end {
        start = scene.start(index);
        if scene.is(index, STOP) {
            start = end;
        }
    }
    for _ in 0..MOST_WORDS {
        if index == 0 || start <= floor {
            break;
        }
        index -= 1;
        let (word, kind) = (scene.word(index), scene.kind(index));
        let Some(char) = word.chars().next() else { break };
        match char {
            '”' | '"' | '」' | '’' => {
                let Some(quote) = scene.quote_before(scene.end(index)).filter(|quote| quote.len() <= 60) else {
                    break;
                };
                start = quote.start;
                index = scene.index(start);
                continue;
            }
            '）' | ')' => {
                let open = if char == '）' { '（' } else { '(' };
                let head = &text[text.floor_char_boundary(scene.start(index).saturating_sub(24))..scene.start(index)];
                let Some(at) = head.rfind(open) else { break };
                start = scene.start(index) - (head.len() - at);
                index = scene.index(start);
                continue;
            }
            '×' | '*' | '＊' | 'X' | 'x' | '·' => {
                start = scene.start(index);
                continue;
            }
            // 中国—东盟
            '—' | '-' | '－' if between_places(scene, index) => {
                start = scene.start(index);
                continue;
            }
            _ if !char.is_alphanumeric() => break,
            // 江城至海州高铁
            '至' if between_places(scene, index) => {
                start = scene.start(index);
                continue;
            }
            _ => {}
        }
        // 创新发展试验区: two such verbs are no order.
        let chained = index.checked_sub(1).is_some_and(|before| scene.is(before, INNER));
        let business = matches!(word, "投资" | "开发" | "管理" | "运营");
        let inner = scene.is(index, INNER) && (start < end || chained || business) && inside(scene, index);
        let stops = scene.is(index, STOP) && !inner;
        let function = matches!(
            kind,
            WordKind::Preposition | WordKind::Conjunction | WordKind::Particle | WordKind::Adverb
        ) && word.len() > 3;
        let verb = kind == WordKind::Verb && !scene.is(index, INNER) && word.len() > 3;
        let number = kind == WordKind::Numeral && word.len() > 3 || ends_clause(char);
        if stops || function || verb || number {
            break;
        }
        start = scene.start(index);
    }
    start..end
}

/// Whether a place stands on either side of a word.
fn between_places(scene: Scene<'_>, index: usize) -> bool {
    let place = |index: usize| matches!(scene.kind(index), WordKind::Place | WordKind::Unknown);
    index.checked_sub(1).is_some_and(place) && place(index + 1)
}

/// Whether a verb has a noun before it, so that it may be part of a name: 矿山修复工程, with another
/// such verb between them too (产业融合发展示范园).
pub(super) fn inside(scene: Scene<'_>, index: usize) -> bool {
    let built =
        scene.word(index) == "建设" && !matches!(scene.word(index + 1), "项目" | "工程" | "基地" | "行动" | "计划");
    let noun = |index: usize| scene.kind(index).is_nominal() && !scene.is(index, STOP);
    let before = index
        .checked_sub(1)
        .is_some_and(|before| noun(before) || scene.is(before, INNER) && before.checked_sub(1).is_some_and(noun));
    before && !built
}

/// Cuts off what makes a name generic (全市, 重点, 新, XX个) at its left end.
///
/// The level of a company or an institute stays: 省交投集团.
pub(super) fn trim(scene: Scene<'_>, mut start: usize, end: usize, company: bool) -> usize {
    let mut index = scene.index(start);
    let counts = scene.text[start..end].trim_start_matches(['×', 'X', 'x', '*', '＊']);
    let digits = counts.trim_start_matches(|char: char| char.is_ascii_digit());
    let counts = if digits.len() < counts.len() { digits } else { counts };
    if counts.len() < end - start
        && let Some(unit) = unit(counts, false)
    {
        start = end - counts.len() + unit.len;
        index = scene.index(start);
        if start >= end || scene.start(index) != start {
            return end;
        }
    }
    // 4F级…机场
    if let Some((grade, _)) = scene.text[start..end].split_once('级')
        && grade.len() <= 3
        && grade.starts_with(|char: char| char.is_ascii_digit())
    {
        start += grade.len() + '级'.len_utf8();
        index = scene.index(start);
    }
    while start < end {
        let word = scene.word(index);
        let level = word.len() == 3
            && "省市县区州".contains(word)
            && (scene.kind(index + 1).is_nominal() || company && scene.start(index + 1) < end);
        // 国际旅游试验区, but not 国际一流园区
        let reach = word == "国际" && scene.start(index + 1) < end && !scene.is(index + 1, GENERIC);
        let cut = (scene.is(index, GENERIC) && !level && !reach)
            || scene.is(index, STOP)
            || word.starts_with(['两', '几', '数']) && scene.kind(index) == WordKind::Numeral;
        if !cut {
            break;
        }
        index += 1;
        start = scene.start(index).min(end);
    }
    start
}
