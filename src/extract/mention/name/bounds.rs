//! Where a name begins and ends.

use std::ops::Range;

use super::kinds::KINDS;
use super::traits::Traits;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::unit::unit;
use crate::extract::mention::vocabulary::{GENERIC, STOP};

/// 溪山县委: the place before a body that has only its level for a name.
pub(super) fn body_start(scene: Scene<'_>, body: &Range<usize>) -> usize {
    let start = body.start;
    let head = &scene.text[..start];
    // 青石谷景区|管委会: the name of the zone that it runs.
    if scene.text[body.clone()].ends_with("管委会")
        && let Some(zone) = zone_start(scene, start)
    {
        return zone;
    }
    let levelled = after(scene.text, start).is_some_and(|char| "省市县区州盟旗镇乡自".contains(char));
    // 省发改委: the level before a body that lacks one.
    if let Some(level) = head
        .chars()
        .next_back()
        .filter(|char| !levelled && "省市县区州".contains(*char))
    {
        let start = start - level.len_utf8();
        return if scene.is_boundary(start) {
            start
        } else {
            start + level.len_utf8()
        };
    }
    if !levelled {
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
            || withheld(word)
            || word.len() == 3 && "省市县区州镇乡".contains(word))
            || scene.is(index, STOP)
        {
            break;
        }
        from = scene.start(index);
    }
    // 江州: a single character before 州 names it.
    let more = start - from > "县".len()
        || from < start && scene.text[start..].starts_with('州')
        || withheld(&scene.text[from..start]);
    if more && !"省市县区州镇乡".contains(&scene.text[from..start]) {
        from
    } else {
        start
    }
}

/// Where the name of a zone begins that stands before those who run it; none where the words before are no name.
fn zone_start(scene: Scene<'_>, end: usize) -> Option<usize> {
    let mut first = scene.index(end);
    let last = first;
    while first > 0 && last - first < 4 {
        let at = first - 1;
        let name = matches!(scene.kind(at), WordKind::Place | WordKind::Unknown | WordKind::Person)
            || scene.kind(at) == WordKind::Noun && !scene.is(at, GENERIC)
            || withheld(scene.word(at));
        if !name
            || scene.is(at, STOP)
            || !scene.word(at).starts_with(char::is_alphanumeric) && !withheld(scene.word(at))
        {
            break;
        }
        first = at;
    }
    let start = scene.start(first);
    let traits = Traits::of(scene, start..end);
    let named = traits.place || traits.placeholder || traits.unknown || traits.single;
    (first < last && scene.end(last - 1) == end && named).then_some(start)
}

/// Whether words begin with what stands for a withheld name: XX县水利局.
fn withheld(words: &str) -> bool {
    words.starts_with(['×', 'X', 'x', '*', '＊', '某', '○'])
}

/// Where the name of a fair or a lasting action begins that has one of its own: the place and the
/// session before it belong to it (滨江农博会, 第三届茶博会).
pub(super) fn held_at(scene: Scene<'_>, start: usize) -> usize {
    let mut from = start;
    for _ in 0..5 {
        let session = with_session(scene.text, from);
        if session < from {
            from = session;
            continue;
        }
        let before = scene.index(from).saturating_sub(1);
        if scene.end(before) != from || from == 0 {
            break;
        }
        let (word, kind) = (scene.word(before), scene.kind(before));
        // 中国（某市）国际茶博会
        if matches!(word, "）" | ")") {
            let Some(open) = scene.text[..scene.start(before)]
                .rfind(['（', '('])
                .filter(|open| from - open <= 24)
            else {
                break;
            };
            if scene.kind(scene.index(open).saturating_sub(1)) != WordKind::Place {
                break;
            }
            from = open;
            continue;
        }
        // 中国—东盟博览会
        if matches!(word, "—" | "－" | "-" | "·") && before > 0 && KINDS.world.contains(&scene.word(before - 1)) {
            from = scene.start(before - 1);
            continue;
        }
        let place = (kind == WordKind::Place || kind == WordKind::Unknown && word.chars().count() == 2)
            && !scene.is(before, GENERIC)
            && !scene.is(before, STOP);
        if !place && !KINDS.world.contains(&word) {
            break;
        }
        from = scene.start(before);
    }
    from
}

/// The start with 第三届 before it.
pub(super) fn with_session(text: &str, start: usize) -> usize {
    if text[..start].ends_with("首届") {
        return start - "首届".len();
    }
    let head = text[..start].trim_end_matches('届');
    let number = head.trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十×X".contains(char));
    if head.len() < start && number.len() < head.len() && number.ends_with('第') {
        number.len() - '第'.len_utf8()
    } else {
        start
    }
}

/// The end with 工程 or 项目 right behind it: 机场迁建|工程.
pub(super) fn with_work(text: &str, end: usize) -> usize {
    let whole = with_whole_work(text, end);
    // 推动高铁南站项目建设: the work is the name.
    let built = text[end..whole] == *"项目" && text[whole..].starts_with("建设");
    if built { end } else { whole }
}

/// The same behind what is done to a work, whose name is that of the project: 水库改造|项目建设.
fn with_whole_work(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let word = KINDS.projects.iter().find(|word| rest.starts_with(**word));
    let more = |word: &str| {
        rest[word.len()..]
            .chars()
            .next()
            .is_some_and(|next| "质部管师款资地化库量类型总人".contains(next))
    };
    word.filter(|word| !more(word)).map_or(end, |word| end + word.len())
}

/// The end with the stretch of a line in brackets behind it: 铁路|（江城段）, 中欧班列|（义新欧）.
pub(super) fn with_stretch(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(inner) = rest.strip_prefix(['（', '(']) else {
        return end;
    };
    let Some(close) = inner.find(['）', ')']) else {
        return end;
    };
    let name = &inner[..close];
    let plain = (2..=10).contains(&name.chars().count()) && name.chars().all(char::is_alphanumeric);
    let stretch = name.ends_with(['段', '线', '期']) || text[..end].ends_with("班列");
    if plain && stretch {
        let mark = inner[close..].chars().next().map_or(0, char::len_utf8);
        text.len() - inner.len() + close + mark
    } else {
        end
    }
}

/// The end with what may follow a project's name: 五期, 三封段, 扩建.
pub(super) fn with_phase(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let mut chars = rest.char_indices();
    if let (Some((_, number)), Some((at, '期'))) = (chars.next(), chars.next())
        && "一二三四五六七八九十".contains(number)
    {
        return with_work(text, end + at + '期'.len_utf8());
    }
    let closes = |rest: &str| {
        rest.chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric() || "等工项".contains(next))
            || KINDS.phase_steps.iter().any(|step| rest.starts_with(step))
    };
    if let Some(word) = KINDS
        .done_to
        .iter()
        .find(|word| rest.strip_prefix(**word).is_some_and(closes))
    {
        return with_whole_work(text, end + word.len());
    }
    // A branch of a line.
    if let Some(word) = KINDS.branches.iter().find(|word| rest.starts_with(**word)) {
        return with_whole_work(text, end + word.len());
    }
    // A section of a road: 高速三封段, 高速西段.
    let section = rest
        .char_indices()
        .take(6)
        .find(|(_, char)| *char == '段' || !char.is_alphanumeric() || "和等及与的在是".contains(*char));
    let side = rest.starts_with(['东', '西', '南', '北', '中', '首', '先']);
    match section {
        Some((at, '段')) if (at >= 6 || at == 3 && side) && !rest.starts_with("试验") && !rest.starts_with("示范") =>
        {
            let section = end + at + '段'.len_utf8();
            let done = KINDS.done_to.iter().find(|word| text[section..].starts_with(**word));
            done.map_or(section, |word| with_whole_work(text, section + word.len()))
        }
        _ => end,
    }
}

/// The short names of the provinces.
const PROVINCES: &str = "京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘陇晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼港澳台";

/// Cuts off what makes a name generic (全市, 重点, 新, XX个) at its left end.
///
/// The level of a company or an institute stays: 省交投集团.
pub(super) fn trim(scene: Scene<'_>, mut start: usize, end: usize, company: bool) -> usize {
    let mut index = scene.index(start);
    let counts = scene.text[start..end].trim_start_matches(['×', 'X', 'x', '*', '＊']);
    let digits = counts.trim_start_matches(|char: char| char.is_ascii_digit());
    let counts = if digits.len() < counts.len() { digits } else { counts };
    // X省轴承创新中心: a province whose name is withheld, not so many of them.
    let withheld = !scene.text[start..end - counts.len()].contains(|char: char| char.is_ascii_digit())
        && counts.starts_with(['省', '市', '县', '区', '州', '镇', '乡', '村']);
    if counts.len() < end - start
        && !withheld
        && let Some(unit) = unit(counts, false)
    {
        start = end - counts.len() + unit.len;
        index = scene.index(start);
        if start >= end || scene.start(index) != start {
            return end;
        }
    }
    // 滨江3家高新区: what is counted begins behind the count.
    let counter = scene.text[start..end]
        .char_indices()
        .filter(|(_, char)| "家个座批项处条所".contains(*char))
        .rfind(|(at, _)| scene.text[start..start + at].ends_with(|char: char| char.is_ascii_digit()));
    if let Some((at, char)) = counter {
        start += at + char.len_utf8();
        index = scene.index(start);
        if start >= end || scene.start(index) != start {
            return end;
        }
    }
    // 在甘科研机构: the short name of a province says where they are.
    if scene.text[..start].ends_with(['在', '驻'])
        && scene.word(index).len() == 3
        && PROVINCES.contains(scene.word(index))
    {
        index += 1;
        start = scene.start(index).min(end);
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
        // 我县|现代农业产业园: whose it is, not what it is called.
        let own = scene.text[..start].ends_with(['我', '全', '本', '该', '各']);
        let level = word.len() == 3
            && !own
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
