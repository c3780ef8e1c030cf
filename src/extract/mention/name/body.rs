//! Party and government bodies that are names by themselves: 党中央, 省委, 市政府.

use std::ops::Range;

use super::bodies::BODIES;
use super::kinds::KINDS;
use super::officer::names_officer;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;

/// 中央 is a body, but not in 中央空调 or inside another word.
pub(super) fn body_fits(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let words = &scene.text[range.clone()];
    let next = after(scene.text, range.end);
    match words {
        // 中央的部署, 中央和省里, but not 中央空调 or 湖中央.
        "中央" => {
            scene.is_boundary(range.start)
                && scene.is_boundary(range.end)
                && !scene.text[..range.start].ends_with(['湖', '城', '路', '场', '池', '屏', '画', '第'])
                && (next.is_none_or(|next| "、，。；和与及的对要关决提部高批再已将一从明讲说反印召专多".contains(next))
                    || acts(scene, range.end))
                && !BODIES
                    .not_central
                    .iter()
                    .any(|word| scene.text[range.end..].starts_with(word))
        }
        // 市财政安排3亿元, but not 市财政收入.
        _ if words.ends_with("财政") => {
            let rest = &scene.text[range.end..];
            scene.is_boundary(range.start) && KINDS.purse.iter().any(|word| rest.starts_with(word))
        }
        // 接受人大监督: the congress of the place, but not 人大代表 or 人大工作.
        "人大" | "政协" => {
            scene.is_boundary(range.start)
                && BODIES
                    .supervising
                    .iter()
                    .any(|word| scene.text[range.end..].starts_with(word))
        }
        // 中央军委主席, 十九届中央政治局第三次集体学习: an office, a sitting.
        _ if words.starts_with("中")
            && BODIES
                .central_offices
                .iter()
                .any(|word| scene.text[range.end..].starts_with(word)) =>
        {
            false
        }
        // 城市、乡镇政府: those of all towns.
        _ if words.starts_with('镇') && scene.text[..range.start].ends_with('乡') => false,
        "常委会" if scene.text[..range.start].ends_with('其') => false,
        // 中国共产党史, 中国共产党人
        "中国共产党" if matches!(next, Some('史' | '人' | '员' | '党' | '章')) => false,
        // 北航 is no body in 豫北航空.
        _ if range.len() <= 9
            && !words.starts_with([
                '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '街', '园', '校', '自',
            ])
            && !(scene.is_boundary(range.start) && scene.is_boundary(range.end)) =>
        {
            false
        }
        // 全国人大代表, 市政协委员: people, not the body.
        _ if words.ends_with("人大") && next == Some('代') || words.ends_with("政协") && next == Some('委') => {
            false
        }
        // 教育部门 is any such office; 学校党委 is not the 校党委.
        // 全市法院: all of them.
        _ if range.len() > 6 && scene.text[..range.start].ends_with(['全', '各']) => false,
        // 社区医院, 城市医院: of any such place.
        _ if words.starts_with('区') && scene.text[..range.start].ends_with(ZONED)
            || words.starts_with('市') && scene.text[..range.start].ends_with('城') =>
        {
            false
        }
        // 银行卡, 县国投项目: what it issues or pays for.
        _ if next == Some('卡') || words.ends_with('投') && scene.text[range.end..].starts_with("项目") => false,
        // 建设部 is no body in 建设部分, nor is 市教育局 in 城市教育局面.
        _ if words.ends_with(['部', '局', '委', '院', '心', '所', '站', '社', '办'])
            && range.len() > 6
            && !scene.is_boundary(range.end) =>
        {
            false
        }
        _ if next == Some('门') || words.starts_with('校') && !scene.is_boundary(range.start) => false,
        // 区政府常务会议: a sitting.
        _ if words.ends_with(['府', '委'])
            && BODIES
                .sittings
                .iter()
                .any(|sitting| scene.text[range.end..].starts_with(sitting)) =>
        {
            false
        }
        // 街道党工委书记: an office, whatever the body is called in full.
        _ if words.ends_with('委')
            && ["书记", "副书记", "委员"]
                .iter()
                .any(|office| scene.text[range.end..].starts_with(office)) =>
        {
            is_byline(scene.text, range.end) || names_officer(scene.text, range.end)
        }
        _ if range.len() <= 9
            && BODIES
                .vetoes
                .iter()
                .any(|veto| scene.text[range.end..].starts_with(veto)) =>
        {
            is_byline(scene.text, range.end) || names_officer(scene.text, range.end)
        }
        _ if range.len() <= 6 => !BODIES
            .offices
            .iter()
            .any(|office| scene.text[range.end..].starts_with(office)),
        _ => true,
    }
}

/// Characters that make another word of a following 区.
const ZONED: [char; 18] = [
    '社', '园', '景', '城', '山', '库', '辖', '校', '院', '矿', '林', '牧', '灾', '疫', '片', '厂', '地', '小',
];

/// The end of an institute's or a firm's name with the part of it that follows: 中科院|自动化所,
/// 西交大|材料学院.
pub(super) fn with_part(scene: Scene<'_>, body: &Range<usize>) -> usize {
    let words = &scene.text[body.clone()];
    let public = words.starts_with([
        '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '街', '园', '自', '党', '全',
    ]) || words.starts_with("人大")
        || words.starts_with("中央")
        || words.starts_with("国务院")
        || words.starts_with("国家")
        || words.ends_with(['部', '委', '局', '会', '办', '府']);
    let rest = &scene.text[body.end..];
    if public {
        let own = BODIES.own_parts.iter().find(|part| rest.starts_with(**part));
        let other = BODIES.not_own_parts.iter().any(|word| rest.starts_with(word));
        return body.end + own.filter(|_| !other).map_or(0, |part| part.len());
    }
    let mut last = None;
    for (at, char) in rest.char_indices().take(10) {
        if !char.is_alphabetic() || "的和与及等在是将对把为由有".contains(char) {
            break;
        }
        let end = at + char.len_utf8();
        let part = BODIES.parts.iter().find(|part| rest[..end].ends_with(**part));
        if part.is_some_and(|part| at + char.len_utf8() > part.len()) && scene.is_boundary(body.end + end) {
            last = Some(body.end + end);
        }
    }
    // The dictionary takes 分行 for a verb.
    let fits = |index: usize| scene.kind(index) != WordKind::Verb || BODIES.parts.contains(&scene.word(index));
    let nominal = |end: usize| (scene.index(body.end)..scene.index(end)).all(fits);
    last.filter(|end| nominal(*end)).unwrap_or(body.end)
}

/// Whether a verb stands at a place that 中央 can be the subject of: 中央|召开七次全会.
fn acts(scene: Scene<'_>, at: usize) -> bool {
    let index = scene.index(at);
    scene.start(index) == at && scene.kind(index) == WordKind::Verb && !BODIES.no_acts.contains(&scene.word(index))
}

/// Where the name of a group begins that a body sent: 省委第三|巡视组, 中央第×生态环境保护|督察组.
pub(super) fn sender_start(text: &str, end: usize) -> Option<usize> {
    let digits = |char: char| "一二三四五六七八九十×X".contains(char) || char.is_ascii_digit();
    let numbered = text[..end].trim_end_matches(digits);
    let head = match numbered.strip_suffix('第') {
        Some(head) if numbered.len() < end => head,
        _ => &text[..end],
    };
    let sender = BODIES.senders.iter().find(|sender| head.ends_with(**sender))?;
    Some(head.len() - sender.len())
}

/// Whether a line holds nothing but who speaks: 市委书记　×××.
fn is_byline(text: &str, at: usize) -> bool {
    let (floor, ceiling) = (
        text.floor_char_boundary(at.saturating_sub(LONGEST)),
        text.ceil_char_boundary(at + LONGEST),
    );
    let (head, tail) = (&text[floor..at], &text[at..ceiling.min(text.len())]);
    let Some(end) = tail.find('\n').or((ceiling >= text.len()).then_some(tail.len())) else {
        return false;
    };
    let Some(start) = head.rfind('\n').or((floor == 0).then_some(0)) else {
        return false;
    };
    let line = text[floor + start..at + end].trim();
    if line.contains(['，', '。', '：', ',', '的', '在']) {
        return false;
    }
    line.contains([' ', '　', '、']) || names_speaker(&text[at..at + end])
}

/// Whether an office and a name are all that follows a body: 书记王××, 副书记、市长李×.
fn names_speaker(tail: &str) -> bool {
    let tail = tail.trim_end_matches(['）', ')', ' ']);
    let office = BODIES
        .speakers
        .iter()
        .filter_map(|office| Some(tail.rfind(office)? + office.len()))
        .max();
    office.is_some_and(|end| (2..=4).contains(&tail[end..].chars().count()))
}

/// A line that says who speaks has at most so many bytes on either side of the body.
const LONGEST: usize = 60;
