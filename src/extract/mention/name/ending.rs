//! What an ending makes of the words before it: whether they are a name, and from where to where.

use std::ops::{ControlFlow, Range};

use super::Name;
use super::achieved::is_achieved_alone;
use super::around::{is_counted, is_goal, is_stretch};
use super::bounds::{trim, with_phase, with_session, with_stretch, with_work};
use super::doubt::{bare_name, is_opened};
use super::fit::{Words, fits};
use super::kinds::KINDS;
use super::outright::outright;
use super::traits::Traits;
use super::walk::walk;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{DESCRIPTOR, groups};

/// The name that an ending closes, and whether what stands before it makes it sure.
pub(super) fn name(
    scene: Scene<'_>,
    ending: Range<usize>,
    group: &'static str,
    industries: &[Range<usize>],
) -> Option<(Name, bool)> {
    if let ControlFlow::Break(found) = outright(scene, &ending, group) {
        return found;
    }
    if matches!(group, "park" | "platform")
        && let Some(start) = recognised_start(scene, &ending)
    {
        let name = Name {
            range: start..ending.end,
            ending,
            organization: false,
            rule: "project/ranked",
            confidence: 72,
        };
        return Some((name, true));
    }
    let words = words(scene, ending, group, industries)?;
    if is_any(&words) || is_nothing(&words) {
        return None;
    }
    let fits = fits(&words)? || words.is_achieved() || words.is_phased();
    let (organization, rule, confidence) = rule(&words);
    let range = beginning(&words)..end(&words, organization);
    let long_enough = range.len() >= 6;
    let name = Name {
        range,
        ending: words.ending,
        organization,
        rule,
        confidence,
    };
    long_enough.then_some((name, fits))
}

/// Where the rank begins that opens the name of what the state or a province recognises, right behind a verb or a
/// mark: 建设|国家先进计算产业创新中心.
fn recognised_start(scene: Scene<'_>, ending: &Range<usize>) -> Option<usize> {
    let text = scene.text;
    if !KINDS.recognised.iter().any(|kind| text[ending.clone()].ends_with(kind)) {
        return None;
    }
    let reach = text[..ending.start].char_indices().rev().take(LONGEST_RANKED);
    let name = reach.take_while(|(_, char)| char.is_alphabetic() && !"的了在和与及对把将是为从等个".contains(*char));
    let ranked = |at: &usize| KINDS.rank.iter().any(|rank| text[*at..ending.start].starts_with(rank));
    let start = name.map(|(at, _)| at).filter(ranked).last()?;
    let rank = KINDS.rank.iter().find(|rank| text[start..].starts_with(**rank))?;
    let own = text[start + rank.len()..ending.start].chars().count();
    (own >= 2 && is_opened(text, start) && !is_counted(scene, start)).then_some(start)
}

/// Such a name has at most so many characters before its ending.
const LONGEST_RANKED: usize = 16;

/// The words before an ending that may belong to it; none where they say what is to become of a place, or
/// how long a line is.
fn words<'a>(
    scene: Scene<'a>,
    ending: Range<usize>,
    group: &'static str,
    industries: &'a [Range<usize>],
) -> Option<Words<'a>> {
    let text = scene.text;
    let walked = walk(scene, ending.start, group == "line");
    // 打造“赣路通”平台: one that goes by a name.
    let quoted = text[..ending.start].ends_with(['”', '"']);
    if matches!(group, "park" | "platform") && !quoted && is_goal(text, walked.start)
        || group == "line" && is_stretch(text, walked.start)
    {
        return None;
    }
    let bare = KINDS
        .bare
        .contains(&&text[ending.clone()])
        .then(|| bare_name(scene, ending.start))
        .flatten();
    let start = bare.unwrap_or_else(|| trim(scene, walked.start, ending.start, group == "company"));
    // 第31届|世界某某运动会: the session is put before it again below.
    let start = if text[start..ending.start].starts_with('届') {
        start + '届'.len_utf8()
    } else {
        start
    };
    Some(Words {
        scene,
        group,
        start,
        modifier: &text[start..ending.start],
        traits: Traits::of(scene, start..ending.start),
        industries,
        bare: bare.is_some(),
        ending,
    })
}

/// Whether words count or describe what an ending stands for, so that any one may be meant.
fn is_any(words: &Words<'_>) -> bool {
    let (group, modifier) = (words.group, words.modifier);
    // 各校宿舍楼: not one of them.
    let each = matches!(group, "park" | "platform") && modifier.starts_with('各');
    let counted = group == "office" && modifier.ends_with(['一', '二', '两', '三', '几', '有', '各']);
    // 省级现代农业产业园: the rank is part of what such a park is called.
    let ranked = || words.rank().is_some() && !modifier.is_empty() || words.owned().is_some();
    each || counted || is_quoted_phrase(words) || is_described(words) && !ranked()
}

/// “两器一园”综合体: the quote is a phrase.
fn is_quoted_phrase(words: &Words<'_>) -> bool {
    // “一站式”平台: how it works, not what it is called.
    words.group == "platform" && words.modifier.starts_with('“') && words.modifier.contains("式”")
        || matches!(words.group, "park" | "platform")
            && !words.traits.place
            && !matches!(words.closing(), "平台" | "小程序" | "APP")
            && words.modifier.strip_prefix('“').is_some_and(|inner| {
                !inner.starts_with("一带一路") && inner.starts_with(|char| "一二两三四五六七八九十双".contains(char))
            })
}

fn is_described(words: &Words<'_>) -> bool {
    let (scene, group, modifier, traits) = (words.scene, words.group, words.modifier, &words.traits);
    // 边远民族|村寨: every word describes.
    let (first, last) = (scene.index(words.start), scene.index(words.ending.start));
    let plain = group == "park"
        && last > first
        && !modifier.starts_with("国家")
        && (first..last).all(|index| scene.is(index, DESCRIPTOR));
    let regional = modifier == "国家" && words.closing().starts_with("区域") && !is_counted(scene, words.start);
    !regional
        && matches!(group, "park" | "line" | "platform")
        && (plain || groups(modifier).is(DESCRIPTOR) || modifier.ends_with("病险"))
        || group == "line"
            && scene.is(scene.index(words.ending.start).saturating_sub(1), DESCRIPTOR)
            && !traits.place
            && !traits.placeholder
}

/// Whether nothing stands before an ending that needs something.
fn is_nothing(words: &Words<'_>) -> bool {
    let alone = || KINDS.alone.contains(&words.closing()) || is_achieved_alone(words.scene, &words.ending);
    words.modifier.is_empty() && (is_counted(words.scene, words.start) || !alone() && !words.is_phased())
}

/// Whether names of a group are organizations, the rule that finds them and how sure it is.
fn rule(words: &Words<'_>) -> (bool, &'static str, u8) {
    match words.group {
        "office" => (true, "organization/office", 60),
        "company" => (true, "organization/company", 74),
        "firm" => (true, "organization/firm", 80),
        "trade" => (true, "organization/firm", 68),
        "park" => (false, "project/place", 72),
        "line" if words.closing() == "港" => (false, "project/line", 60),
        "line" => (false, "project/line", 66),
        "platform" => (false, "project/platform", 66),
        _ => (false, "project/activity", 60),
    }
}

/// Where the name begins, with the session, the rank or the trade that the words before it are part of.
fn beginning(words: &Words<'_>) -> usize {
    let start = match words.group {
        "activity" => with_session(words.scene.text, words.start),
        "park" => {
            let described = words.rank().or(words.owned()).or(sized(words));
            described.unwrap_or_else(|| with_voltage(words.scene.text, words.start))
        }
        "line" => with_voltage(words.scene.text, words.start),
        _ => words.start,
    };
    // 先进钢铁材料联合实验室: a name does not begin within the name of a trade.
    let before = words.industries.partition_point(|range| range.start < start);
    match words.industries[..before].last() {
        Some(trade) if words.group == "platform" && start < trade.end && trade.end <= words.ending.end => trade.start,
        _ => start,
    }
}

/// Where the size begins that a field is called by: 万亩|稻虾基地; not 新建3万亩|蔬菜基地.
fn sized(words: &Words<'_>) -> Option<usize> {
    let head = &words.scene.text[..words.start];
    let head = KINDS
        .field_kinds
        .iter()
        .find_map(|kind| head.strip_suffix(kind))
        .unwrap_or(head);
    let size = KINDS.field_sizes.iter().find_map(|size| head.strip_suffix(size))?;
    let start = size.trim_end_matches(['×', '*']).len();
    let counted = head[..start]
        .ends_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十几多余百千万XＸx".contains(char));
    let field = KINDS.fields.iter().any(|field| words.closing().ends_with(field));
    (field && !counted).then_some(start)
}

/// The start with the voltage that a substation is called by: 110千伏|北岭变电站.
fn with_voltage(text: &str, start: usize) -> usize {
    let number = text[..start].strip_suffix("千伏").unwrap_or_default();
    let from = number.trim_end_matches(|char: char| char.is_ascii_digit()).len();
    if from < number.len() { from } else { start }
}

/// Where the name ends, with the phase, the work or the stretch behind it.
fn end(words: &Words<'_>, organization: bool) -> usize {
    let (text, group, end) = (words.scene.text, words.group, words.ending.end);
    if organization {
        return end;
    }
    let end = match with_phase(text, end) {
        // 推动省博物馆项目建设: the house is the name.
        phase if group == "park" && text[phase..].starts_with("项目建设") => phase,
        phase if phase == end && matches!(group, "line" | "park") => with_work(text, phase),
        phase => phase,
    };
    match group {
        "line" => with_stretch(text, end),
        _ => end,
    }
}
