//! Industries, sectors and product lines.

mod fellows;
mod kind;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use self::fellows::fellows;
use self::kind::{is_other, stands_alone, with_kind};
use super::scene::Scene;
use super::vocabulary::STOP;
use crate::extract::lexicon::WordKind;
use crate::extract::matcher::Chars;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/industries.txt");

static INDUSTRIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new_of(DATA, &["industry", "broad", "open", "rank"]));
static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| WordList::groups(DATA));

/// An industry and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Industry {
    pub(super) range: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// What makes 工业 the part of a statistic.
const STATISTICS: [&str; 6] = ["规模以上", "规模以下", "规上", "规下", "规模", "万元"];

/// Industries named by the list alone; needs no words.
pub(super) fn listed(chars: &Chars) -> Vec<Range<usize>> {
    let text = chars.text;
    INDUSTRIES
        .find_in(chars)
        .filter(|found| found.group == "industry" && !followed(&text[found.range.clone()], &text[found.range.end..]))
        .map(|found| found.range)
        .collect()
}

/// All industries: those of the list, names that end with 产业 and the like, and the fellows of a
/// list (A、B、C等产业).
pub(super) fn industries(scene: Scene<'_>) -> Vec<Industry> {
    let text = scene.text;
    let (mut found, mut broad) = (Vec::new(), Vec::new());
    for hit in INDUSTRIES.find_in(scene.chars) {
        match hit.group {
            // 规模以上工业增加值: a statistic.
            "industry"
                if &text[hit.range.clone()] == "工业"
                    && (STATISTICS.iter().any(|word| text[..hit.range.start].ends_with(word))
                        || !stands_alone(&text[hit.range.end..])) => {}
            // 中医药服务, 轨道交通2号线: a service, a line.
            "industry" if is_other(&text[hit.range.clone()], &text[hit.range.end..]) => {}
            "industry" => {
                // 中药材种植面积: the crop, not the trade.
                if let Some(goods) = grown(text, &hit.range) {
                    broad.push(goods);
                } else if let Some(end) =
                    with_suffix(text, hit.range.end).filter(|_| scene.is_boundary(hit.range.start))
                {
                    let start = leftward(scene, hit.range.start);
                    found.push(Industry {
                        range: start..end,
                        rule: "industry/suffix",
                        confidence: 60,
                    });
                } else if text[hit.range.clone()].ends_with("产业") && text[hit.range.end..].starts_with('园') {
                    // 高端装备产业园: the park takes the 产业.
                    found.push(Industry {
                        range: hit.range.start..hit.range.end - "产业".len(),
                        rule: "industry/listed",
                        confidence: 80,
                    });
                } else if let Some(end) = with_craft(scene, hit.range.end) {
                    found.push(crafted(scene, hit.range.start..end));
                } else if !followed(&text[hit.range.clone()], &text[hit.range.end..]) {
                    if let Some(start) = trade_start(scene, &hit.range) {
                        found.push(Industry {
                            range: start..hit.range.end,
                            rule: "industry/suffix",
                            confidence: 60,
                        });
                    } else if whole(scene, &hit.range) {
                        found.push(Industry {
                            range: with_kind(scene, hit.range.start)..hit.range.end,
                            rule: "industry/listed",
                            confidence: 80,
                        });
                    }
                }
            }
            "broad" => {
                if let Some(end) = with_suffix(text, hit.range.end) {
                    let start = leftward(scene, hit.range.start);
                    found.push(Industry {
                        range: start..end,
                        rule: "industry/suffix",
                        confidence: 60,
                    });
                } else if let Some(end) =
                    with_craft(scene, hit.range.end).filter(|_| scene.is_boundary(hit.range.start))
                {
                    found.push(crafted(scene, hit.range.start..end));
                } else if whole(scene, &hit.range) {
                    let words = &text[hit.range.clone()];
                    let trade = ["企业", "行业"]
                        .iter()
                        .any(|word| text[hit.range.end..].starts_with(word));
                    let (grows, fits) = (is_grown(scene, &hit.range), stands_in_list(scene, &hit.range));
                    if grows && fits && !WORDS.get("no_object").is_some_and(|none| none.contains(words)) {
                        found.push(Industry {
                            range: with_kind(scene, hit.range.start)..hit.range.end,
                            rule: "industry/grown",
                            confidence: 62,
                        });
                    } else if trade && !WORDS.get("no_trade").is_some_and(|none| none.contains(words)) {
                        found.push(Industry {
                            range: hit.range,
                            rule: "industry/trade",
                            confidence: 66,
                        });
                    } else {
                        broad.extend(Some(hit.range).filter(|_| fits));
                    }
                }
            }
            "open" => {
                let start = leftward(scene, hit.range.start);
                let words = &text[start..hit.range.end];
                let alone = !hit_is_bare(&text[hit.range.clone()]);
                if (start < hit.range.start || alone)
                    && !WORDS.get("rank").is_some_and(|rank| rank.contains(words))
                    && whole(scene, &hit.range)
                    && !text[hit.range.end..].starts_with([
                        '园', '路', '化', '工', '政', '结', '规', '革', '基', '图', '发', '强', '兴', '扶', '帮', '类',
                        '项', '技', '门', '用', '投', '转',
                    ])
                {
                    found.push(Industry {
                        range: start..hit.range.end,
                        rule: "industry/suffix",
                        confidence: 60,
                    });
                }
            }
            _ => {}
        }
    }
    found.extend(said(scene));
    let mut known: Vec<Range<usize>> = found
        .iter()
        .map(|industry| industry.range.clone())
        .chain(broad.iter().cloned())
        .collect();
    known.sort_by_key(|range| range.start);
    found.extend(fellows(scene, &known));
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    members(scene, &broad, &mut found);
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    beside(text, broad, &mut found);
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

/// What the text itself calls a trade: 烟花爆竹|行业.
fn said(scene: Scene<'_>) -> Vec<Industry> {
    let text = scene.text;
    let within = |group: &str, word: &str| WORDS.get(group).is_some_and(|set| set.contains(word));
    let trade = |at: usize| {
        let behind = &text[at + "行业".len()..];
        let body = WORDS.get("bodies")?.iter().any(|word| behind.starts_with(word));
        let last = scene.index(at).checked_sub(1)?;
        let start = leftward(scene, at);
        let words = &text[start..at];
        let named = (6..=18).contains(&words.len())
            && scene.word(last).len() > 3
            && scene.kind(last) != WordKind::Adjective
            && scene.is_boundary(at);
        let plain = within("plain", scene.word(last))
            || within("plain", words)
            || within("plain", scene.word(scene.index(start)));
        (named && !body && !plain).then_some(start..at)
    };
    text.match_indices("行业")
        .filter_map(|(at, _)| trade(at))
        .map(|range| Industry {
            range,
            rule: "industry/trade",
            confidence: 64,
        })
        .collect()
}

/// Whether a broad name is all that a place is to grow: 大力发展|蔬菜，; not 发展文化事业, 专业发展培训.
fn is_grown(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let Some(verb) = scene.index(range.start).checked_sub(1) else {
        return false;
    };
    let grows = ["发展", "壮大", "做大", "做强", "做优", "做精"]
        .iter()
        .any(|grow| scene.word(verb).ends_with(grow))
        && scene.end(verb) == range.start
        && verb
            .checked_sub(1)
            .is_none_or(|before| !scene.kind(before).is_nominal());
    let rest = &scene.text[range.end..];
    let closes = rest.starts_with(['，', '。', '；', '、', ',', ';', '\n'])
        || rest.starts_with(|char: char| char.is_ascii_digit() || "×X".contains(char));
    grows && closes
}

/// Whether a gap between two names is a joint, with how much there is of the first one before it:
/// 设施蔬菜|2万亩、|中药材.
fn is_joint(gap: &str) -> bool {
    let Some(amount) = ["、", "和", "及", "与"]
        .iter()
        .find_map(|joint| gap.strip_suffix(joint))
    else {
        return false;
    };
    let unit = amount.trim_start_matches(|char: char| char.is_ascii_digit() || ".×X多余".contains(char));
    let unit = unit.trim_start_matches(['万', '千', '百', '亿', '多', '余']);
    amount.is_empty() || unit.len() < amount.len() && matches!(unit, "亩" | "吨" | "头" | "只" | "羽" | "公顷" | "株")
}

/// Whether a broad name can be a member of a list: not in 历史文化, 养老服务床位, 体育赛事供给.
fn stands_in_list(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let (text, words) = (scene.text, &scene.text[range.clone()]);
    let within = |group: &str| WORDS.get(group).is_some_and(|set| set.contains(words));
    let goes_on = || {
        WORDS
            .get("aside")
            .is_some_and(|set| set.iter().any(|word| text[range.end..].starts_with(word)))
    };
    let alone = || {
        scene.index(range.start).checked_sub(1).is_none_or(|before| {
            scene.is(before, STOP) || !scene.kind(before).is_nominal() || scene.end(before) < range.start
        })
    };
    !goes_on() && (!within("alone") || alone())
}

/// Whether an open ending says nothing alone.
fn hit_is_bare(ending: &str) -> bool {
    matches!(ending, "产业" | "加工业" | "精深加工" | "深加工" | "工业" | "矿业")
}

/// Members of a list whole, where they and their neighbours hold industries: 食品轻纺 in
/// 装备制造、食品轻纺、能源化工.
fn members(scene: Scene<'_>, broad: &[Range<usize>], found: &mut Vec<Industry>) {
    let text = scene.text;
    let mut known: Vec<Range<usize>> = found
        .iter()
        .map(|industry| industry.range.clone())
        .chain(broad.iter().cloned())
        .collect();
    known.sort_by_key(|range| range.start);
    let holds = |range: &Range<usize>| {
        known
            .get(known.partition_point(|other| other.start < range.start))
            .is_some_and(|other| other.end <= range.end)
    };
    let commas: Vec<usize> = scene
        .chars
        .marks(0..text.len())
        .filter(|(_, char)| *char == '、')
        .map(|(at, _)| at)
        .collect();
    let between = |at: usize| -> Option<Range<usize>> {
        let range = *commas.get(at)? + '、'.len_utf8()..*commas.get(at + 1)?;
        (range.len() <= 24).then_some(range)
    };
    for (at, comma) in commas.iter().enumerate() {
        let Some(range) = between(at).filter(holds) else {
            continue;
        };
        let beside = [at.checked_sub(1).and_then(between), between(at + 1)]
            .into_iter()
            .flatten()
            .any(|range| holds(&range))
            || known
                .get(known.partition_point(|other| other.start < range.start).wrapping_sub(1))
                .is_some_and(|other| other.end == *comma);
        let (first, last) = (scene.index(range.start), scene.index(range.end));
        let nominal = (first..last).all(|index| scene.kind(index).is_nominal() && !scene.is(index, STOP));
        if beside && nominal && last > first && last - first <= 3 {
            found.push(Industry {
                range,
                rule: "industry/member",
                confidence: 70,
            });
        }
    }
}

/// Adds the broad names that stand beside another industry in a list: 、 or 和 between them.
fn beside(text: &str, broad: Vec<Range<usize>>, found: &mut Vec<Industry>) {
    let joint = |from: usize, to: usize| text.get(from..to).is_some_and(is_joint);
    let mut all: Vec<(Range<usize>, bool, bool)> = found
        .iter()
        .map(|industry| (industry.range.clone(), true, true))
        .collect();
    let fresh = |range: &Range<usize>| {
        let at = found.partition_point(|industry| industry.range.start < range.start);
        found[at..]
            .iter()
            .take_while(|industry| industry.range.start == range.start)
            .all(|industry| industry.range != *range)
    };
    all.extend(broad.into_iter().filter(fresh).map(|range| (range, false, false)));
    all.sort_by_key(|(range, listed, _)| (range.start, !listed));
    for at in 1..all.len() {
        all[at].2 |= all[at - 1].2 && joint(all[at - 1].0.end, all[at].0.start);
    }
    for at in (1..all.len()).rev() {
        all[at - 1].2 |= all[at].2 && joint(all[at - 1].0.end, all[at].0.start);
    }
    found.extend(
        all.into_iter()
            .filter(|(_, listed, accepted)| !listed && *accepted)
            .map(|(range, ..)| Industry {
                range,
                rule: "industry/beside",
                confidence: 62,
            }),
    );
}

/// 产业 after a listed name belongs to it, unless it begins another word (产业园, 产业链).
fn with_suffix(text: &str, end: usize) -> Option<usize> {
    // 冷链物流业, 商贸流通业
    if !text[..end].ends_with('业')
        && let Some(rest) = text[end..].strip_prefix('业')
        && !rest.starts_with(['务', '主', '态', '绩', '者', '界', '内', '余', '已'])
    {
        return Some(end + "业".len());
    }
    let rest = text[end..].strip_prefix("产业")?;
    // 外贸产业链供应链: the chains of a trade are no industry.
    let other = rest.starts_with(['园', '基', '化', '工', '转'])
        || rest.starts_with("链、供应链")
        || rest.starts_with("链供应链");
    (!other).then_some(end + "产业".len())
}

/// The end with the craft behind a product, which makes it an industry: 苹果加工, 轴承制造.
fn with_craft(scene: Scene<'_>, end: usize) -> Option<usize> {
    const CRAFTS: [&str; 8] = ["精深加工", "深加工", "加工", "种植", "养殖", "制造", "冶炼", "酿造"];
    let rest = &scene.text[end..];
    let craft = CRAFTS.iter().find(|craft| rest.starts_with(**craft))?;
    let end = end + craft.len();
    let other = scene.text[end..].starts_with(['业', '园', '技', '面', '基', '大', '强', '厂', '保', '户']);
    (!other && scene.is_boundary(end)).then_some(end)
}

fn crafted(scene: Scene<'_>, range: Range<usize>) -> Industry {
    Industry {
        range: with_kind(scene, range.start)..range.end,
        rule: "industry/craft",
        confidence: 74,
    }
}

/// The crop in 中药材种植面积, the stock in 奶牛养殖大户: there the word for the trade belongs to what follows.
fn grown(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let name = &text[range.clone()];
    let goods = ["种植", "养殖"].iter().find_map(|craft| name.strip_suffix(craft))?;
    let other = text[range.end..].starts_with(['面', '户', '场', '规', '结']) || text[range.end..].starts_with("大户");
    (other && goods.len() >= 6).then(|| range.start..range.start + goods.len())
}

/// Whether what follows makes a name something else (工业用地, 金融机构).
fn followed(name: &str, rest: &str) -> bool {
    let broad = name.chars().count() <= 2 || matches!(name, "房地产");
    // 国际航运中心, 勘察设计招标: no industry but a place or a step.
    let follows = |group| {
        let words = WORDS.get(group);
        words.is_some_and(|words| words.iter().any(|word| rest.starts_with(word)))
    };
    if follows("apart") {
        return true;
    }
    let company = rest.starts_with("企业") && name != "工业";
    rest.starts_with(['园', '局', '厅', '部', '办']) || broad && !company && follows("follow")
}

/// Where a trade begins whose first word the list cuts: 牛|奶产业.
fn trade_start(scene: Scene<'_>, range: &Range<usize>) -> Option<usize> {
    let cut = scene.text[range.clone()].ends_with("产业") && !scene.is_boundary(range.start);
    let start = Some(leftward(scene, range.start)).filter(|_| cut)?;
    (start < range.start && scene.is_boundary(range.end)).then_some(start)
}

/// Whether a name begins and ends with words.
fn whole(scene: Scene<'_>, range: &Range<usize>) -> bool {
    scene.is_boundary(range.start) && scene.is_boundary(range.end) || range.len() >= 12
}

/// The start of a name that goes on to the left with nouns.
fn leftward(scene: Scene<'_>, end: usize) -> usize {
    let mut index = scene.index(end);
    let mut start = if scene.start(index) < end {
        scene.start(index)
    } else {
        end
    };
    for _ in 0..5 {
        if index == 0 {
            break;
        }
        index -= 1;
        let (word, kind) = (scene.word(index), scene.kind(index));
        let nominal = matches!(
            kind,
            WordKind::Noun | WordKind::VerbalNoun | WordKind::Adjective | WordKind::Unknown
        );
        let generic = scene.is(index, STOP) || WORDS.get("left").is_some_and(|left| left.contains(word));
        let single = word.len() == 3
            && (word == "及"
                || !matches!(kind, WordKind::Noun | WordKind::Unknown | WordKind::Adjective)
                || matches!(
                    word,
                    "大" | "新" | "各" | "全" | "市" | "省" | "县" | "区" | "我" | "本" | "多" | "高" | "好" | "强"
                ));
        if !nominal || generic || single {
            break;
        }
        start = scene.start(index);
    }
    start
}
