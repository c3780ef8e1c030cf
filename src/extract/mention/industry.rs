//! Industries, sectors and product lines.

mod beside;
mod fellows;
mod grown;
mod kind;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use self::beside::{beside, edges, members, stands_in_list};
use self::fellows::fellows;
use self::grown::{crafted, grown, is_grown, with_craft};
use self::kind::{is_bought, is_other, is_supply, stands_alone, with_kind, with_tail};
use self::words::TRADES;
use super::scene::Scene;
use super::vocabulary::STOP;
use crate::extract::lexicon::WordKind;
use crate::extract::matcher::Chars;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/industries.txt");

static INDUSTRIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new_of(DATA, &["industry", "broad", "hazard", "open", "rank"]));
static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| WordList::groups(DATA));

/// An industry and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Industry {
    pub(super) range: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// Industries named by the list alone; needs no words.
pub(super) fn listed(chars: &Chars) -> Vec<Range<usize>> {
    let text = chars.text;
    INDUSTRIES
        .find_in(chars)
        .filter(|found| found.group == "industry" && !followed(&text[found.range.clone()], &text[found.range.end..]))
        .map(|found| found.range)
        .collect()
}

/// Where the listed names of trades, of products and of sectors at large stand, whatever they mean there.
pub(super) fn trades(chars: &Chars) -> Vec<Range<usize>> {
    INDUSTRIES
        .find_in(chars)
        .filter(|found| matches!(found.group, "industry" | "broad"))
        .map(|found| found.range)
        .collect()
}

/// All industries: those of the list, names that end with 产业 and the like, and the fellows of a
/// list (A、B、C等产业).
pub(super) fn industries(scene: Scene<'_>) -> Vec<Industry> {
    let (mut found, mut broad) = (Vec::new(), Vec::new());
    for hit in INDUSTRIES.find_in(scene.chars) {
        let reading = match hit.group {
            "industry" => trade(scene, hit.range),
            "broad" => product(scene, hit.range),
            "hazard" => hazard(scene.text, hit.range).map(Reading::Industry),
            "open" => named(scene, hit.range).map(Reading::Industry),
            _ => None,
        };
        match reading {
            Some(Reading::Industry(industry)) => found.push(industry),
            Some(Reading::Broad(range)) => broad.push(range),
            None => {}
        }
    }
    found.extend(said(scene));
    found.extend(fellows(scene, &known(&found, &broad)));
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    members(scene, &broad, &mut found);
    edges(scene, &mut found);
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    beside(scene.text, broad, &mut found);
    found.sort_by_key(|industry| (industry.range.start, std::cmp::Reverse(industry.range.end)));
    edges(scene, &mut found);
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

/// What is known to be industries, those too broad to be marked among them, by their starts.
fn known(found: &[Industry], broad: &[Range<usize>]) -> Vec<Range<usize>> {
    let found = found.iter().map(|industry| industry.range.clone());
    let mut known: Vec<Range<usize>> = found.chain(broad.iter().cloned()).collect();
    known.sort_by_key(|range| range.start);
    known
}

/// What a word of the list is where it stands.
enum Reading {
    Industry(Industry),
    /// A product or a sector at large, an industry only beside others.
    Broad(Range<usize>),
}

/// What a listed industry is, with the 产业, the craft or the words of kind that belong to it.
fn trade(scene: Scene<'_>, range: Range<usize>) -> Option<Reading> {
    let text = scene.text;
    let range = bare(text, range);
    let (name, rest) = (&text[range.clone()], &text[range.end..]);
    // 规模以上工业企业: a statistic; 规模以上工业增加值 is told of the sector.
    let counted = TRADES.statistics.iter().any(|word| text[..range.start].ends_with(word));
    let sector = counted && !text[..range.start].ends_with("万元") && rest.starts_with("增加值");
    let statistic = name == "工业" && !sector && (counted || !stands_alone(rest));
    // 中医药服务, 轨道交通2号线: a service, a line.
    if statistic || is_other(name, rest) {
        return None;
    }
    // 中药材种植面积: the crop, not the trade.
    if let Some(goods) = grown(text, &range) {
        return Some(Reading::Broad(goods));
    }
    let suffix = with_suffix(text, range.end).filter(|_| scene.is_boundary(range.start));
    let industry = if let Some(end) = suffix {
        let start = leftward(scene, range.start);
        // 新能源、新材料产业: 产业 is said of both.
        let shared = is_shared(text, start) && rest.starts_with("产业");
        suffixed(start..if shared { range.end } else { end })
    } else if name.ends_with("产业") && rest.starts_with('园') {
        // 高端装备产业园: the park takes the 产业.
        listed_at(range.start..range.end - "产业".len())
    } else if let Some(end) = with_craft(scene, range.end) {
        crafted(scene, range.start..end)
    } else if let tailed = with_tail(scene, range.clone())
        && tailed.end > range.end
        && scene.is_boundary(range.start)
    {
        listed_at(with_kind(scene, tailed.start)..tailed.end)
    } else if followed(name, rest) {
        return None;
    } else if let Some(start) = trade_start(scene, &range) {
        suffixed(start..range.end)
    } else if whole(scene, &range) {
        listed_at(with_kind(scene, range.start)..range.end)
    } else {
        return None;
    };
    Some(Reading::Industry(industry))
}

/// A listed name without its 产业, where it is listed without it too.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let listed = |name: &str| {
        ["industry", "broad"]
            .iter()
            .any(|group| WORDS.get(group).is_some_and(|words| words.contains(name)))
    };
    match text[range.clone()].strip_suffix("产业") {
        Some(name) if listed(name) && with_suffix(text, range.start + name.len()).is_some() => {
            range.start..range.start + name.len()
        }
        _ => range,
    }
}

/// Whether a trade is the last of a list whose members share what follows: 新能源、|新材料.
fn is_shared(text: &str, start: usize) -> bool {
    text[..start]
        .strip_suffix('、')
        .is_some_and(|head| !head.ends_with(['业', '”']))
}

/// A trade that is watched over for its dangers, where the words behind it call it one.
fn hazard(text: &str, range: Range<usize>) -> Option<Industry> {
    let rest = &text[range.end..];
    TRADES
        .watched
        .iter()
        .any(|word| rest.starts_with(word))
        .then_some(Industry {
            range,
            rule: "industry/trade",
            confidence: 66,
        })
}

/// What a broad name is: an industry with the 产业 or the craft behind it, or where it is grown or called a trade.
fn product(scene: Scene<'_>, range: Range<usize>) -> Option<Reading> {
    let text = scene.text;
    let (name, rest) = (&text[range.clone()], &text[range.end..]);
    let is_listed = |group| WORDS.get(group).is_some_and(|words| words.contains(name));
    if let Some(end) = with_suffix(text, range.end) {
        let start = leftward(scene, range.start);
        let shared = is_shared(text, start) && rest.starts_with("产业");
        return Some(Reading::Industry(suffixed(start..if shared { range.end } else { end })));
    }
    if is_supply(text, &range) || is_bought(scene, &range) {
        return None;
    }
    if let Some(end) = with_craft(scene, range.end).filter(|_| scene.is_boundary(range.start)) {
        return Some(Reading::Industry(crafted(scene, range.start..end)));
    }
    if !whole(scene, &range) {
        return None;
    }
    let range = with_tail(scene, range);
    let rest = &text[range.end..];
    let called = ["企业", "行业"].iter().any(|word| rest.starts_with(word))
        || is_listed("shop") && TRADES.houses.iter().any(|word| rest.starts_with(word));
    let fits = stands_in_list(scene, &range);
    if fits && is_grown(scene, &range) && !is_listed("no_object") {
        Some(Reading::Industry(Industry {
            range: with_kind(scene, range.start)..range.end,
            rule: "industry/grown",
            confidence: 62,
        }))
    } else if called && !is_listed("no_trade") {
        Some(Reading::Industry(Industry {
            range,
            rule: "industry/trade",
            confidence: 66,
        }))
    } else {
        fits.then_some(Reading::Broad(range))
    }
}

/// The industry that an open ending (产业, 制造业) closes, unless it goes on as another word.
fn named(scene: Scene<'_>, range: Range<usize>) -> Option<Industry> {
    const OTHER: [char; 22] = [
        '园', '路', '化', '工', '政', '结', '规', '革', '基', '图', '发', '强', '兴', '扶', '帮', '类', '项', '技',
        '门', '用', '投', '转',
    ];
    let text = scene.text;
    let start = leftward(scene, range.start);
    let alone = !hit_is_bare(&text[range.clone()]);
    let rank = WORDS
        .get("rank")
        .is_some_and(|rank| rank.contains(&text[start..range.end]));
    let fits = (start < range.start || alone) && !rank && whole(scene, &range) && !text[range.end..].starts_with(OTHER);
    let shared = &text[range.clone()] == "产业" && is_shared(text, start);
    fits.then(|| suffixed(start..if shared { range.start } else { range.end }))
}

fn suffixed(range: Range<usize>) -> Industry {
    Industry {
        range,
        rule: "industry/suffix",
        confidence: 60,
    }
}

fn listed_at(range: Range<usize>) -> Industry {
    Industry {
        range,
        rule: "industry/listed",
        confidence: 80,
    }
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

/// Whether an open ending says nothing alone.
fn hit_is_bare(ending: &str) -> bool {
    TRADES.bare_endings.contains(&ending)
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
    // 教育领域 is one word for the dictionary.
    let ends = || {
        scene.is_boundary(range.end)
            || ["领域", "行业"]
                .iter()
                .any(|word| scene.text[range.end..].starts_with(word) && scene.is_boundary(range.end + word.len()))
    };
    scene.is_boundary(range.start) && ends() || range.len() >= 12
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
                || TRADES.singles.contains(&word));
        if !nominal || generic || single {
            break;
        }
        start = scene.start(index);
    }
    start
}
