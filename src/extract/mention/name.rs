//! Names of organizations and projects: an ending, and the words before it that belong to it.

mod body;
mod bounds;
mod doubt;
mod programme;
mod traits;

use std::ops::Range;
use std::sync::LazyLock;

use self::body::body_fits;
use self::bounds::{body_start, trim, walk, with_phase, with_session};
use self::doubt::{is_plain_name, is_sibling};
use self::programme::launched;
pub(super) use self::traits::Traits;
use super::list::Members;
use super::scan::after;
use super::scene::Scene;
use super::vocabulary::{DESCRIPTOR, LAUNCH, NO_PROGRAMME, NOT_OFFICE, groups};
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/names.txt");

static NAMES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new_of(
        DATA,
        &[
            "body",
            "office",
            "company",
            "firm",
            "park",
            "line",
            "platform",
            "programme",
            "activity",
        ],
    )
});

/// A name, by what it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) range: Range<usize>,
    pub(super) ending: Range<usize>,
    pub(super) organization: bool,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// Finds the names of a text, in order. `industries` are the industries named in it: a park for one
/// industry is a name (高端装备专业园区). Quoted text is one piece of a name.
pub(super) fn names(
    scene: Scene<'_>,
    industries: &[Range<usize>],
    lists: &[(Members, Vec<Range<usize>>)],
) -> Vec<Name> {
    let candidates: Vec<(Name, bool)> = NAMES
        .find(scene.text)
        .filter_map(|hit| name(scene, hit.range, hit.group, industries))
        .collect();
    let mut found: Vec<Name> = (0..candidates.len())
        .filter(|&at| candidates[at].1 || is_sibling(scene.text, &candidates, at))
        .map(|at| candidates[at].0.clone())
        .collect();
    for (kind, members) in lists {
        let organization = *kind == Members::Companies;
        let rule = if organization {
            "organization/listed"
        } else {
            "project/listed"
        };
        found.extend(members.iter().map(|range| Name {
            range: range.clone(),
            ending: range.clone(),
            organization,
            rule,
            confidence: 66,
        }));
    }
    found.sort_by_key(|name| (name.range.start, std::cmp::Reverse(name.range.end)));
    let mut kept: Vec<Name> = Vec::with_capacity(found.len());
    for name in found {
        match kept.last_mut() {
            Some(last) if name.range.end <= last.range.end => {}
            Some(last) if name.range.start < last.range.end && name.range.start == last.range.start => *last = name,
            Some(last) if name.range.start < last.range.end => {
                // 中科院金属研究所 + 塑性加工研究院: one name that goes on.
                last.range.end = name.range.end;
                last.organization = name.organization;
            }
            _ => kept.push(name),
        }
    }
    kept
}

/// The name that an ending closes, and whether what stands before it makes it sure.
fn name(
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
            confidence: 84,
        };
        return fits.then_some((name, true));
    }
    let quoted = in_quotes(scene, &ending);
    if group == "programme"
        || group == "activity"
            && quoted
                .as_ref()
                .is_some_and(|start| is_quoted_programme(scene, *start, &ending))
    {
        let start = if group == "programme" {
            ending.start
        } else {
            quoted.unwrap_or(ending.start)
        };
        let name = Name {
            range: start..ending.end,
            ending,
            organization: false,
            rule: "project/programme",
            confidence: 88,
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
    if group == "activity"
        && let Some(start) = launched(scene, &ending)
    {
        let name = Name {
            range: start..ending.end,
            ending,
            organization: false,
            rule: "project/launched",
            confidence: 84,
        };
        return Some((name, true));
    }
    let walked = walk(scene, ending.start);
    let start = trim(scene, walked.start, ending.start);
    let modifier = &text[start..ending.start];
    let traits = Traits::of(scene, start..ending.start);
    let counted = group == "office" && modifier.ends_with(['一', '二', '两', '三', '几', '有', '各']);
    let described = matches!(group, "park" | "line" | "platform")
        && (groups(modifier).is(DESCRIPTOR) || modifier.ends_with("病险"))
        || group == "line"
            && scene.is(scene.index(ending.start).saturating_sub(1), DESCRIPTOR)
            && !traits.place
            && !traits.placeholder;
    if counted || described {
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
            let fits = traits.place || traits.placeholder || level || known || traits.single && long;
            (true, "organization/office", fits && length <= 14 && traits.nominal, 66)
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
            let fits = traits.named() || traits.organization || traits.district || traits.singles || proper;
            (
                true,
                "organization/company",
                fits && (length >= 2 || traits.placeholder),
                68,
            )
        }
        "firm" => {
            let short = (2..=4).contains(&length) && !followed_by_trade(text, ending.end);
            let fits = traits.placeholder || traits.single && traits.nominal;
            (true, "organization/firm", fits && short, 80)
        }
        "park" => {
            let national = modifier.starts_with("国家") && !modifier.starts_with("国家级") && length >= 5;
            let short = ["园", "新区", "新城", "古镇", "小镇", "商贸城", "广场", "度假区"]
                .iter()
                .any(|word| text[ending.clone()].ends_with(word));
            (
                false,
                "project/place",
                modifier.is_empty()
                    || short && is_plain_name(scene, start..ending.start)
                    || traits.named()
                    || national
                    || industry && length >= 3,
                70,
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
                60,
            )
        }
        // 某地铝产业集群 is an industry, not a platform.
        "platform" if &text[ending.clone()] == "集群" && modifier.ends_with(['业', '造']) => return None,
        "platform" => (
            false,
            "project/platform",
            traits.named() || modifier.starts_with("国家") && length >= 5 || (industry && length >= 4),
            68,
        ),
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
    let start = if group == "activity" {
        with_session(text, start)
    } else {
        start
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

/// Where the quotation begins whose last words an ending is.
fn in_quotes(scene: Scene<'_>, ending: &Range<usize>) -> Option<usize> {
    let mark = after(scene.text, ending.end).filter(|char| matches!(char, '”' | '"'))?;
    let quote = scene.quote_before(ending.end + mark.len_utf8())?;
    let open = after(scene.text, quote.start)?;
    Some(quote.start + open.len_utf8())
}

/// “百县工程”: a quote that ends like a programme's name and is no figure of speech.
fn is_quoted_programme(scene: Scene<'_>, start: usize, ending: &Range<usize>) -> bool {
    let modifier = scene.text.get(start..ending.start).unwrap_or_default();
    let known = ["行动", "工程", "计划"]
        .iter()
        .any(|word| scene.text[ending.clone()].ends_with(word));
    known && (2..=8).contains(&modifier.chars().count()) && !groups(modifier).is(NO_PROGRAMME)
}

/// Whether an action or programme is launched by its name: 实施种业振兴行动.
fn is_programme(scene: Scene<'_>, start: usize, ending: &Range<usize>) -> bool {
    let (first, last) = (scene.index(start), scene.index(ending.start));
    let modifier = &scene.text[start..ending.start];
    let length = modifier.chars().count();
    first > 0
        && scene.is(first - 1, LAUNCH)
        && !scene.is(last.saturating_sub(1), NO_PROGRAMME)
        && !groups(modifier).is(NO_PROGRAMME)
        && (4..=14).contains(&length)
        && ["行动", "工程", "计划"]
            .iter()
            .any(|word| scene.text[..ending.end].ends_with(word))
}

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
