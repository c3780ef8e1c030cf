//! What an ending makes of the words before it: the rules of each group of endings.

use std::ops::Range;

use super::Name;
use super::body::{body_fits, sender_start};
use super::bounds::{body_start, held_at, trim, walk, with_phase, with_session};
use super::doubt::is_plain_name;
use super::programme::{before_quote, in_quotes, is_programme, is_quoted_programme, launched};
use super::traits::Traits;
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
        let range = body_start(scene, ending.start)..ending.end;
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
    if group == "programme"
        || group == "activity"
            && quoted
                .as_ref()
                .is_some_and(|start| is_quoted_programme(scene, *start, &ending))
    {
        let start = if group == "programme" {
            held_at(scene, ending.start)
        } else {
            quoted.map_or(ending.start, |inner| before_quote(scene, inner))
        };
        let close = quoted
            .filter(|inner| start < *inner)
            .and_then(|_| after(text, ending.end));
        let name = Name {
            range: start..ending.end + close.map_or(0, char::len_utf8),
            ending,
            organization: false,
            rule: "project/programme",
            confidence: 70,
        };
        return Some((name, true));
    }
    if group == "office" && scene.is(scene.index(ending.start), NOT_OFFICE) {
        return None;
    }
    if !scene.is_boundary(ending.end) {
        return None;
    }
    let next = after(text, ending.end);
    let cut = match &text[ending.clone()] {
        "平台" | "基地" | "项目" | "工程" | "活动" | "计划" | "行动" => {
            next.is_some_and(|next| "化型性式级".contains(next))
        }
        "公园" => next == Some('城'),
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
    let walked = walk(scene, ending.start);
    let start = trim(scene, walked.start, ending.start, group == "company");
    let modifier = &text[start..ending.start];
    let traits = Traits::of(scene, start..ending.start);
    let counted = group == "office" && modifier.ends_with(['一', '二', '两', '三', '几', '有', '各']);
    let described = matches!(group, "park" | "line" | "platform")
        && (groups(modifier).is(DESCRIPTOR) || modifier.ends_with("病险"))
        || group == "line"
            && scene.is(scene.index(ending.start).saturating_sub(1), DESCRIPTOR)
            && !traits.place
            && !traits.placeholder;
    // 省级现代农业产业园: the rank is part of what such a park is called.
    let ranked = group == "park"
        && RANKED.iter().any(|word| text[ending.clone()].ends_with(word))
        && ranked_start(text, start).is_some()
        && !modifier.is_empty();
    if counted || described && !ranked {
        return None;
    }
    if modifier.is_empty()
        && !matches!(
            &text[ending.clone()],
            "高新区" | "经开区" | "自贸区" | "综保区" | "自创区" | "自贸试验区"
        )
    {
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
        && length <= 9;
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
            let proper = matches!(
                &text[ending.clone()],
                "集团" | "大学" | "医院" | "有限公司" | "股份有限公司" | "有限责任公司" | "集团公司"
            );
            // 按每户500元奖励合作银行
            if !traits.placeholder && modifier.contains(|char: char| char.is_ascii_digit()) {
                return None;
            }
            let proper = proper
                && length <= 10
                && traits.nominal
                && !modifier.ends_with(['的', '等', '级'])
                && !modifier.contains(|char: char| char.is_ascii_digit())
                && !COMMON.iter().any(|word| modifier.ends_with(word));
            let led = level && length >= 3 && traits.nominal && scene.is_boundary(start);
            let fits = traits.named() || traits.organization || traits.district || traits.singles || proper || led;
            (
                true,
                "organization/company",
                fits && (length >= 2 || traits.placeholder),
                74,
            )
        }
        "firm" => {
            let short = (2..=4).contains(&length) && !followed_by_trade(text, ending.end);
            let fits = traits.placeholder || traits.single && traits.nominal;
            (true, "organization/firm", fits && short, 80)
        }
        "park" => {
            let national = modifier.starts_with("国家") && !modifier.starts_with("国家级") && length >= 4;
            let short = [
                "园",
                "新区",
                "新城",
                "科学城",
                "科技城",
                "片区",
                "创新港",
                "古镇",
                "小镇",
                "商贸城",
                "广场",
                "度假区",
            ]
            .iter()
            .any(|word| text[ending.clone()].ends_with(word));
            (
                false,
                "project/place",
                modifier.is_empty()
                    || short && is_plain_name(scene, start..ending.start)
                    || traits.named()
                    || national
                    || ranked
                    || industry && length >= 3,
                72,
            )
        }
        "line" => {
            let short = matches!(
                &text[ending.clone()],
                "高铁"
                    | "高速"
                    | "城际"
                    | "机场"
                    | "大桥"
                    | "水库"
                    | "地铁"
                    | "国际机场"
                    | "铁路"
                    | "大道"
                    | "运河"
                    | "灌区"
            );
            (
                false,
                "project/line",
                (traits.named() || short && (traits.singles || is_plain_name(scene, start..ending.start)))
                    && length >= 2,
                66,
            )
        }
        // 高能同步光源: an installation for science is named by what it does.
        "platform" if DEVICES.contains(&&text[ending.clone()]) => (
            false,
            "project/platform",
            length >= 4 && traits.nominal || traits.named(),
            66,
        ),
        // 某地铝产业集群 is an industry, not a platform.
        "platform" if &text[ending.clone()] == "集群" && modifier.ends_with(['业', '造']) => return None,
        "platform" => (
            false,
            "project/platform",
            if &text[ending.clone()] == "中心" {
                let wide = traits.place || modifier.starts_with("国家") || modifier.starts_with("全国");
                wide && length >= 4 && traits.nominal && !is_counted(scene, start)
            } else {
                traits.named()
                    || modifier.starts_with("国家") && range_chars >= 6 && !is_counted(scene, start)
                    || industry && length >= 4
            },
            66,
        ),
        _ if &text[ending.clone()] == "活动" && !traits.quoted => return None,
        _ if text[ending.clone()].ends_with("大会") => return None,
        // “两重”项目: the quote is a phrase, not the project's name.
        _ if &text[ending.clone()] == "项目" && traits.quoted && !traits.place => return None,
        _ => {
            let named = traits.quoted || traits.place || traits.unknown || traits.placeholder;
            let numbered = with_session(text, start) < start;
            (
                false,
                "project/activity",
                named && (traits.quoted || length >= 4) || numbered || is_programme(scene, start, &ending),
                60,
            )
        }
    };
    let end = if organization || matches!(group, "park" | "platform") && !extends(text, ending.end) {
        ending.end
    } else {
        with_phase(text, ending.end)
    };
    let start = match group {
        "activity" => with_session(text, start),
        "park" if RANKED.iter().any(|word| text[ending.clone()].ends_with(word)) => {
            ranked_start(text, start).unwrap_or(start)
        }
        _ => start,
    };
    let range = start..end;
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

/// Where the rank begins before the name of a park that the state or a province recognises; the words
/// that only describe it (现代, 绿色) stand between.
fn ranked_start(text: &str, start: usize) -> Option<usize> {
    let mut head = &text[..start];
    while let Some(rest) = ["现代", "特色", "优势", "产业", "农村", "农业", "高端", "新型"]
        .iter()
        .find_map(|word| head.strip_suffix(word))
    {
        head = rest;
    }
    ["国家级", "省级"]
        .iter()
        .find(|rank| head.ends_with(**rank))
        .map(|rank| head.len() - rank.len())
}

/// Parks that the state or a province recognises.
const RANKED: [&str; 9] = [
    "产业园",
    "示范园",
    "农业园",
    "工业园区",
    "化工园区",
    "创业园",
    "科技园",
    "产业园区",
    "工业园",
];

/// Whether a count stands before a name, which makes it one of several: 9个国家医学中心.
fn is_counted(scene: Scene<'_>, start: usize) -> bool {
    scene.text[..start].ends_with(['个', '家', '批', '座', '类'])
}

/// Installations for science.
const DEVICES: [&str; 6] = ["大科学装置", "科学装置", "授时系统", "光源", "对撞机", "望远镜"];

/// Whether what follows a place is part of its name: 园区改造, but not 园区二期.
fn extends(text: &str, end: usize) -> bool {
    !["一期", "二期", "三期", "四期", "五期"]
        .iter()
        .any(|phase| text[end..].starts_with(phase))
}

/// Whether a firm's ending goes on into a trade: ××电子产业.
fn followed_by_trade(text: &str, end: usize) -> bool {
    [
        "产业", "行业", "制造", "信息", "商务", "产品", "企业", "加工", "材料", "汽车", "园", "工业",
    ]
    .iter()
    .any(|word| text[end..].starts_with(word))
}

/// What makes a company, university or hospital any one of its kind.
const COMMON: [&str; 28] = [
    "国有",
    "民营",
    "上市",
    "跨国",
    "大型",
    "投资",
    "控股",
    "平台",
    "企业",
    "骨干",
    "龙头",
    "重点",
    "高等",
    "职业",
    "综合",
    "公立",
    "民办",
    "普通",
    "本科",
    "老年",
    "研究型",
    "综合性",
    "三甲",
    "县级",
    "乡镇",
    "中心",
    "基层",
    "定点",
];
