//! What an ending makes of the words before it: the rules of each group of endings.

use std::ops::Range;

use super::Name;
use super::achieved::{is_achieved, is_achieved_alone};
use super::around::{
    ends_with_numeral_quote, extends, followed_by_trade, is_class, is_counted, is_goal, is_graded, is_great, is_hosted,
    is_ranked, is_said_firm, is_street, is_stretch, is_whole, ordinal_start, owned_start, part_of, quoted_before,
    ranked_start,
};
use super::body::{body_fits, sender_start, with_part};
use super::bounds::{body_start, held_at, trim, with_phase, with_session, with_stretch, with_work};
use super::doubt::{bare_name, is_listed_name, is_opened, is_plain_name};
use super::kinds::KINDS;
use super::programme::{before_quote, in_quotes, is_programme, is_quoted_programme, launched};
use super::traits::Traits;
use super::walk::walk;
use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{DESCRIPTOR, NOT_OFFICE, groups};

/// The name that an ending closes, and whether what stands before it makes it sure.
pub(super) fn name(
    scene: Scene<'_>,
    ending: Range<usize>,
    group: &'static str,
    industries: &[Range<usize>],
) -> Option<(Name, bool)> {
    let text = scene.text;
    if group == "body" {
        let fits = body_fits(scene, &ending);
        let range = body_start(scene, ending.start)..with_part(scene, &ending);
        let name = Name {
            range,
            ending,
            organization: true,
            rule: "organization/body",
            confidence: 88,
        };
        return fits.then_some((name, true));
    }
    if group == "sent" {
        let start = sender_start(scene.text, ending.start)?;
        let name = Name {
            range: start..ending.end,
            ending,
            organization: true,
            rule: "organization/sent",
            confidence: 76,
        };
        return Some((name, true));
    }
    let quoted = in_quotes(scene, &ending);
    let is_quoted = |start: &usize| is_quoted_programme(scene, *start, &ending);
    if group == "programme" || group == "activity" && quoted.as_ref().is_some_and(is_quoted) {
        if KINDS.games.contains(&&text[ending.clone()]) && !is_hosted(scene, ending.start) {
            return None;
        }
        let start = if group == "programme" {
            held_at(scene, ending.start)
        } else {
            quoted.map_or(ending.start, |inner| before_quote(scene, inner))
        };
        let close = quoted
            .filter(|inner| start < *inner)
            .and_then(|_| after(text, ending.end));
        let name = Name {
            range: start..with_stretch(text, part_of(text, ending.end + close.map_or(0, char::len_utf8))),
            ending,
            organization: false,
            rule: "project/programme",
            confidence: 70,
        };
        return Some((name, true));
    }
    if group == "office" && (scene.is(scene.index(ending.start), NOT_OFFICE) || is_whole(&text[..ending.end])) {
        return None;
    }
    if !scene.is_boundary(ending.end) {
        return None;
    }
    let next = after(text, ending.end);
    if matches!(group, "park" | "platform") && is_class(&text[ending.end..]) {
        return None;
    }
    let cut = match &text[ending.clone()] {
        "平台" | "基地" | "项目" | "工程" | "活动" | "计划" | "行动" => {
            next.is_some_and(|next| "化型性式级".contains(next))
        }
        "公园" => next == Some('城'),
        "专项" => next.is_some_and(|next| "整行治检督资债规工活斗经".contains(next)),
        "学习教育" | "主题教育" => text[..ending.start].ends_with(['”', '"']),
        "二期" | "三期" | "四期" | "五期" => next.is_some_and(|next| "间待货望限刊".contains(next)),
        _ => false,
    };
    if cut {
        return None;
    }
    if (group == "activity" || text[ending.clone()].ends_with("基金"))
        && let Some(start) = launched(scene, &ending)
    {
        let name = Name {
            range: start..ending.end,
            ending,
            organization: false,
            rule: "project/launched",
            confidence: 76,
        };
        return Some((name, true));
    }
    // 进社区“四进”活动: the quote is a phrase.
    if &text[ending.clone()] == "活动" && ends_with_numeral_quote(scene, ending.start) {
        return None;
    }
    // 六大工程: counted, not named.
    if group == "activity" && is_great(&text[..ending.start]) {
        return None;
    }
    if group == "activity"
        && let Some(start) = quoted_before(scene, &ending)
    {
        let name = Name {
            range: start..ending.end,
            ending,
            organization: false,
            rule: "project/quoted",
            confidence: 66,
        };
        return Some((name, true));
    }
    // 创建国家4A级旅游景区: a grade, not a place.
    if text[ending.clone()].ends_with("景区") && is_graded(&text[..ending.start]) {
        return None;
    }
    if matches!(group, "park" | "line" | "platform")
        && let Some(start) = ordinal_start(text, ending.start)
        && ending.len() >= "水厂".len()
    {
        let name = Name {
            range: start..with_phase(text, ending.end),
            ending,
            organization: false,
            rule: "project/numbered",
            confidence: 74,
        };
        return Some((name, true));
    }
    let walked = walk(scene, ending.start, group == "line");
    if matches!(group, "park" | "platform") && is_goal(text, walked.start)
        || group == "line" && is_stretch(text, walked.start)
    {
        return None;
    }
    let start = trim(scene, walked.start, ending.start, group == "company");
    let bare = KINDS
        .bare
        .contains(&&text[ending.clone()])
        .then(|| bare_name(scene, ending.start))
        .flatten();
    let start = bare.unwrap_or(start);
    // 第31届|世界某某运动会: the session is put before it again below.
    let start = if text[start..ending.start].starts_with('届') {
        start + '届'.len_utf8()
    } else {
        start
    };
    let modifier = &text[start..ending.start];
    let traits = Traits::of(scene, start..ending.start);
    // “两器一园”综合体: the quote is a phrase.
    let phrased = matches!(group, "park" | "platform")
        && !traits.place
        && !matches!(&text[ending.clone()], "平台" | "小程序" | "APP")
        && modifier.strip_prefix('“').is_some_and(|inner| {
            !inner.starts_with("一带一路") && inner.starts_with(|char| "一二两三四五六七八九十双".contains(char))
        });
    let counted = phrased || group == "office" && modifier.ends_with(['一', '二', '两', '三', '几', '有', '各']);
    let regional = modifier == "国家" && text[ending.clone()].starts_with("区域") && !is_counted(scene, start);
    let described = !regional
        && matches!(group, "park" | "line" | "platform")
        && (groups(modifier).is(DESCRIPTOR) || modifier.ends_with("病险"))
        || group == "line"
            && scene.is(scene.index(ending.start).saturating_sub(1), DESCRIPTOR)
            && !traits.place
            && !traits.placeholder;
    // 省级现代农业产业园: the rank is part of what such a park is called.
    let ranked = group == "park"
        && is_ranked(&text[ending.clone()])
        && ranked_start(text, start).is_some()
        && !modifier.is_empty();
    let owned = owned_start(text, start).filter(|_| group == "park" && is_ranked(&text[ending.clone()]));
    if counted || described && !ranked && owned.is_none() {
        return None;
    }
    // 各校宿舍楼: not one of them.
    if matches!(group, "park" | "platform") && modifier.starts_with('各') {
        return None;
    }
    if modifier.is_empty() && is_counted(scene, start) {
        return None;
    }
    if modifier.is_empty() && !KINDS.alone.contains(&&text[ending.clone()]) && !is_achieved_alone(scene, &ending) {
        return None;
    }
    let industry = industries
        .iter()
        .skip(industries.partition_point(|range| range.end <= start))
        .take_while(|range| range.start < ending.end)
        .any(|range| range.end <= ending.end && (!text[range.clone()].ends_with('业') || ending.start < range.end));
    let length = modifier.chars().count();
    let range_chars = text[start..ending.end].chars().count();
    let level = modifier
        .chars()
        .next()
        .is_some_and(|first| "省市县区州旗盟镇".contains(first))
        // 县乡村三级平台
        && !modifier.chars().nth(1).is_some_and(|second| "省市县区乡村镇级直属域".contains(second))
        && length <= 9;
    // 引江济淮工程: one river to another.
    let led = |words: &str| {
        let chars: Vec<char> = words.chars().collect();
        matches!(chars[..], ['引', _, '济' | '补' | '入' | '灌' | '调', _])
    };
    let achieved = matches!(group, "park" | "line" | "platform" | "activity")
        && !matches!(&text[ending.clone()], "集群" | "平台" | "基地" | "通道")
        && is_achieved(scene, start..ending.start, ending.end);
    let (organization, rule, fits, confidence) = match group {
        "office" => {
            let long = text[ending.clone()].chars().count() > 1;
            // 统计局: an office that the dictionary knows needs no level.
            let known = traits.organization && length <= 4 && matches!(&text[ending.clone()], "局" | "厅" | "委");
            let zoned = traits.district && ending.len() >= 9;
            let fits = traits.place || traits.placeholder || level || known || traits.single && long;
            let fits = fits && traits.nominal || zoned;
            (true, "organization/office", fits && length <= 14, 60)
        }
        "company" => {
            let proper = KINDS.proper.contains(&&text[ending.clone()]);
            // 智慧医院, 普惠性幼儿园: any one of its kind.
            if KINDS.common.contains(&modifier) {
                return None;
            }
            // 按每户500元奖励合作银行
            if !traits.placeholder && modifier.contains(|char: char| char.is_ascii_digit()) {
                return None;
            }
            let institute = ["研究院", "研究所", "设计院"]
                .iter()
                .any(|word| text[ending.clone()].ends_with(word))
                && (industry || length >= 5);
            let proper = (proper || institute)
                && length <= 10
                && traits.nominal
                && !modifier.ends_with(['的', '等', '级'])
                && !modifier.contains(|char: char| char.is_ascii_digit())
                && !KINDS.common.iter().any(|word| modifier.ends_with(word));
            let led = level && length >= 3 && traits.nominal && scene.is_boundary(start);
            let fits = traits.named() || traits.organization || traits.district || traits.singles || proper || led;
            (
                true,
                "organization/company",
                fits && (length >= 2 || traits.placeholder),
                74,
            )
        }
        // 5千亿级汽车: how big a trade is to be.
        "firm" if modifier.ends_with('级') => return None,
        "firm" if modifier.ends_with(['区', '县', '市', '镇', '省', '州', '乡']) => return None,
        "firm" => {
            let short = (2..=4).contains(&length) && !followed_by_trade(text, ending.end);
            let fits = traits.placeholder || traits.single && traits.nominal;
            // 白鹭化纤等龙头企业: a plain name where the text says that it is a firm's.
            let trade = industries
                .iter()
                .any(|range| range.start <= start && ending.end <= range.end);
            // 冷链物流 is a trade.
            let fits = traits.placeholder || fits && !trade;
            let said = !trade && is_plain_name(scene, start..ending.start) && is_said_firm(text, start, ending.end);
            (true, "organization/firm", fits && short || said, 80)
        }
        "park" => {
            let national = modifier.starts_with("国家") && !modifier.starts_with("国家级") && length >= 4;
            let short = KINDS.places.iter().any(|word| text[ending.clone()].ends_with(word));
            // 发展|利民开发区, but not 全州稀土开发区.
            let zone = text[ending.clone()].ends_with("开发区") && is_opened(text, start);
            (
                false,
                "project/place",
                modifier.is_empty()
                    || bare.is_some()
                    || (short || zone) && is_plain_name(scene, start..ending.start)
                    || short && is_listed_name(scene, start..ending.start)
                    || traits.named()
                    || national
                    || ranked
                    || owned.is_some()
                    || level
                        && (text[ending.clone()].ends_with(['馆', '院'])
                            || KINDS.houses.contains(&&text[ending.clone()]))
                    || industry && length >= 3,
                72,
            )
        }
        // XX港: the word is part of too many names of towns.
        "line" if &text[ending.clone()] == "港" => (false, "project/line", traits.placeholder && !traits.place, 60),
        // 白马水库水质: the water, not the work.
        "line" if KINDS.water.iter().any(|word| text[ending.end..].starts_with(word)) => {
            return None;
        }
        "line" => {
            let short = KINDS.lines.contains(&&text[ending.clone()]);
            let metro = ["地铁", "轨道交通", "城轨", "轻轨"]
                .iter()
                .any(|word| modifier.starts_with(word));
            (
                false,
                "project/line",
                modifier.is_empty()
                    || bare.is_some()
                    || (traits.named()
                        || short && (traits.singles || is_plain_name(scene, start..ending.start))
                        || metro)
                        && length >= 2,
                66,
            )
        }
        // 高能同步光源: an installation for science is named by what it does.
        "platform" if KINDS.devices.contains(&&text[ending.clone()]) => (
            false,
            "project/platform",
            length >= 4 && traits.nominal || traits.named(),
            66,
        ),
        // 微信小程序: any such program; one that goes by a name has it in quotation marks.
        "platform" if matches!(&text[ending.clone()], "小程序" | "APP") => (
            false,
            "project/platform",
            traits.quoted && modifier.starts_with(['“', '"']),
            66,
        ),
        // 某地铝产业集群 is an industry, not a platform.
        "platform" if &text[ending.clone()] == "集群" && modifier.ends_with(['业', '造']) => return None,
        "platform" => (
            false,
            "project/platform",
            if &text[ending.clone()] == "中心" {
                let wide = traits.place || modifier.starts_with("国家") || modifier.starts_with("全国");
                (wide || level && length >= 5) && length >= 4 && traits.nominal && !is_counted(scene, start)
            } else {
                traits.named()
                    || level && length >= 4 && traits.nominal && !is_counted(scene, start)
                    || modifier.starts_with("国家") && range_chars >= 6 && !is_counted(scene, start)
                    || industry && length >= if ending.len() >= "创新中心".len() { 2 } else { 4 }
            },
            66,
        ),
        _ if &text[ending.clone()] == "活动" && !traits.quoted && !achieved => return None,
        _ if text[ending.clone()].ends_with("大会") && !achieved => return None,
        // 建成46个中小学项目: so many of them.
        _ if &text[ending.clone()] == "项目" && is_counted(scene, start) => return None,
        // “双替代”改造: the quote is a phrase.
        _ if &text[ending.clone()] == "改造" && modifier.starts_with(['“', '"']) && !traits.place => return None,
        // “两重”项目: the quote is a phrase, not the project's name.
        _ if &text[ending.clone()] == "项目" && traits.quoted && !traits.place => return None,
        _ => {
            let named = traits.quoted || traits.place || traits.unknown || traits.placeholder;
            let numbered = with_session(text, start) < start;
            (
                false,
                "project/activity",
                led(modifier)
                    || range_chars >= 7 && is_street(modifier)
                    || named
                        && (traits.quoted
                            || length >= 4
                            || length >= 2 && KINDS.events.contains(&&text[ending.clone()]))
                    || numbered
                    || is_programme(scene, start, &ending),
                60,
            )
        }
    };
    let end = if organization || matches!(group, "park" | "platform") && !extends(text, ending.end) {
        ending.end
    } else {
        match with_phase(text, ending.end) {
            // 推动省博物馆项目建设: the house is the name.
            end if group == "park" && text[end..].starts_with("项目建设") => end,
            end if end == ending.end && matches!(group, "line" | "park") => with_work(text, end),
            end => end,
        }
    };
    let end = match group {
        "line" => with_stretch(text, end),
        _ => end,
    };
    let start = match group {
        "activity" => with_session(text, start),
        "park" if is_ranked(&text[ending.clone()]) => ranked_start(text, start).or(owned).unwrap_or(start),
        _ => start,
    };
    // 先进钢铁材料联合实验室: a name does not begin within the name of a trade.
    let trade = industries[..industries.partition_point(|range| range.start < start)].last();
    let start = match trade {
        Some(trade) if group == "platform" && start < trade.end && trade.end <= ending.end => trade.start,
        _ => start,
    };
    let range = start..end;
    let fits = fits || achieved;
    let long_enough = range.len() >= 6;
    let name = Name {
        range,
        ending,
        organization,
        rule,
        confidence,
    };
    long_enough.then_some((name, fits))
}
