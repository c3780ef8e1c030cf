//! Lists that say what their members are: 甲、乙、丙等重点项目, 甲、乙等龙头企业, 加快甲、乙建设,
//! 甲、乙作了发言.

mod counted;
mod paid;
mod speaker;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use self::counted::counted_firms;
use self::paid::paid;
use self::speaker::{heard, speaker};
use self::words::LISTS;

use super::name::{Traits, between_ends};
use super::scan::ends_clause;
use super::scene::Scene;
use super::vocabulary::{INNER, STOP, WORK};
use crate::extract::lexicon::WordKind;
use crate::extract::matcher::Matcher;

/// What the members of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Members {
    Projects,
    /// Works of transport and water, that places alone name: 北江、东溪等高铁.
    Routes,
    Companies,
    /// Units that spoke or were heard: 甲局、乙镇作了发言.
    Speakers,
}

/// The nouns that tell, with a few characters between 等 and them at most.
const NOUNS: [(&str, Members); 34] = [
    ("高铁", Members::Routes),
    ("铁路", Members::Routes),
    ("高速公路", Members::Routes),
    ("高速", Members::Routes),
    ("过江通道", Members::Routes),
    ("大桥", Members::Routes),
    ("机场", Members::Routes),
    ("港口", Members::Routes),
    ("水库", Members::Routes),
    ("灌区", Members::Routes),
    ("电站", Members::Routes),
    ("水利枢纽", Members::Routes),
    ("实验室", Members::Projects),
    ("科学装置", Members::Projects),
    ("景区", Members::Projects),
    ("开发区", Members::Projects),
    ("产业园", Members::Projects),
    ("示范区", Members::Projects),
    ("专项行动", Members::Projects),
    ("赛事", Members::Projects),
    ("展会", Members::Projects),
    ("科研院所", Members::Companies),
    ("银行", Members::Companies),
    ("项目", Members::Projects),
    ("工程", Members::Projects),
    ("平台", Members::Projects),
    ("园区", Members::Projects),
    ("建设", Members::Projects),
    ("通道", Members::Projects),
    ("龙头企业", Members::Companies),
    ("企业", Members::Companies),
    ("央企", Members::Companies),
    ("公司", Members::Companies),
    ("高校", Members::Companies),
];

/// A member reaches at most so many characters.
const LONGEST_MEMBER: usize = 22;

/// Finds such lists; gives their members from left to right.
pub(super) fn lists(scene: Scene<'_>) -> Vec<(Members, Vec<Range<usize>>)> {
    let mut found = Vec::new();
    for index in 0..scene.len() {
        if scene.is(index, WORK) && works_end(scene, index) {
            let members = members(scene, index);
            let named = members.iter().filter(|member| is_work(scene, member)).count();
            if members.len() >= 2 && named * 3 >= members.len() * 2 {
                found.push((
                    Members::Projects,
                    members.into_iter().filter(|member| is_work(scene, member)).collect(),
                ));
            }
        }
        if let Some(end) = heard(scene, index) {
            let members: Vec<_> = members(scene, end)
                .into_iter()
                .filter_map(|member| speaker(scene, member))
                .collect();
            if !members.is_empty() {
                found.push((Members::Speakers, members));
            }
        }
        let firms = counted_firms(scene, index);
        if !firms.is_empty() {
            found.push((Members::Companies, firms));
        }
        if scene.word(index) != "等" {
            continue;
        }
        let programmes = quoted(scene, index);
        if !programmes.is_empty() {
            found.push((Members::Projects, programmes));
        }
        if let Some(kind) = closing(scene, index + 1) {
            // 城区急救中心、客运枢纽等项目: houses by their endings; 研发中心等平台 are any such.
            let behind = &scene.text[scene.end(index)..scene.text.ceil_char_boundary(scene.end(index) + 36)];
            let works = kind == Members::Projects && (behind.contains("项目") || behind.contains("工程"));
            let bought = paid(scene.text, scene.start(index));
            if kind == Members::Projects && !bought.is_empty() {
                found.push((kind, bought));
                continue;
            }
            let mut members = members(scene, index);
            if kind == Members::Projects {
                // 用好商会、联谊会等平台: bodies.
                members.retain(|member| !is_association(&scene.text[member.clone()]));
            }
            let named = members
                .iter()
                .filter(|member| is_named(scene, member, kind) || works && is_work(scene, member))
                .count();
            let counted = scene.word(index + 1).starts_with(|char: char| char.is_ascii_digit());
            // 对越南、老挝等产业园区: whom a park is for.
            let places = kind == Members::Projects
                && members.iter().all(|member| {
                    let at = scene.index(member.start);
                    scene.kind(at) == WordKind::Place && scene.end(at) == member.end
                });
            if places {
                continue;
            }
            let single = members.len() == 1 && named == 1 && (counted || kind == Members::Routes);
            if single || members.len() >= 2 && named * 2 >= members.len() {
                found.push((kind, members));
            }
        }
    }
    found
}

/// The quotes before 等 that the noun behind it calls programmes: “甲”、“乙”等重大项目.
fn quoted(scene: Scene<'_>, index: usize) -> Vec<Range<usize>> {
    let rest = &scene.text[scene.end(index)..];
    let kind = LISTS
        .great
        .iter()
        .find_map(|word| rest.strip_prefix(*word))
        .unwrap_or(rest);
    let called = LISTS.quoted.iter().any(|noun| kind.starts_with(noun));
    let (mut found, mut end) = (Vec::new(), scene.start(index));
    while let Some(quote) = scene.quote_before(end).filter(|quote| called && quote.len() <= 66) {
        let numeral = |char: char| "一二两三四五六七八九十双".contains(char) || char.is_ascii_digit();
        let inner = scene.text[quote.clone()].trim_matches(['“', '”', '"']);
        if inner.starts_with(numeral) || inner.chars().count() < 3 {
            break;
        }
        end = quote.start;
        found.push(quote);
        match ["、", "和", "及"]
            .iter()
            .find(|joint| scene.text[..end].ends_with(**joint))
        {
            Some(joint) => end -= joint.len(),
            None => break,
        }
    }
    found.reverse();
    found
}

/// Whether a list of works ends here: 加快甲、乙建设，
fn works_end(scene: Scene<'_>, index: usize) -> bool {
    let rest = &scene.text[scene.end(index)..];
    let rest = rest.strip_prefix("工作").unwrap_or(rest);
    rest.chars().next().is_none_or(ends_clause)
}

/// Whether a member of such a list is one work by its ending: 第二水厂, 体育公园.
fn is_work(scene: Scene<'_>, member: &Range<usize>) -> bool {
    let words = &scene.text[member.clone()];
    // 城北污水处理厂|扩建: what is done to it.
    let words = LISTS
        .done_to
        .iter()
        .find_map(|work| words.strip_suffix(*work))
        .unwrap_or(words);
    let traits = Traits::of(scene, member.start..member.start + words.len());
    let ending = LISTS.works.iter().find(|ending| words.ends_with(**ending));
    ending.is_some_and(|ending| words.len() >= ending.len() + 6 && traits.nominal) && !words.starts_with(['各', '一'])
}

fn closing(scene: Scene<'_>, index: usize) -> Option<Members> {
    let rest = &scene.text[scene.start(index)..];
    let head = past_amount(&rest[..rest.floor_char_boundary(60)]);
    static FOUND: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(NOUNS.iter().map(|(noun, _)| *noun)));
    let nearest = FOUND.find(head).next();
    nearest.and_then(|(range, which)| {
        let (at, (noun, kind)) = (range.start, NOUNS[which]);
        let between = &head[..at];
        // 深基坑、高支模等危大工程: kinds of work on a site.
        let fields = kind == Members::Projects && LISTS.fields.iter().any(|word| between.contains(word));
        let plain = !fields
            && between.chars().count() <= 8
            && between
                .chars()
                .all(|char| char.is_alphanumeric() && !"的了和与要到把将应由对向".contains(char));
        let ends = noun != "建设" || between.is_empty();
        // 甲电子、乙材料等10个项目代表: the firms that the projects are of.
        let delegates = head[at + noun.len()..].starts_with("代表");
        let kind = if delegates { Members::Companies } else { kind };
        (plain && ends).then_some(kind)
    })
}

/// 商会、联谊会等平台: bodies, whatever a text makes of them.
fn is_association(words: &str) -> bool {
    LISTS.associations.iter().any(|kind| words.ends_with(kind))
}

/// The words behind the amount that each member costs: 50个投资超亿元的|项目.
fn past_amount(head: &str) -> &str {
    let costs = head.find("投资").filter(|at| {
        head[..*at]
            .chars()
            .all(|char| char.is_ascii_digit() || "个余多总".contains(char))
    });
    let paid = costs.and_then(|at| Some(at + head[at..].find('元').filter(|length| *length <= 36)? + '元'.len_utf8()));
    paid.map_or(head, |end| {
        head[end..].trim_start_matches("以上").trim_start_matches('的')
    })
}

/// The firms before another one in a list, which names of two words alone would not show: 江州重工、
/// 云岭稀土、某某集团.
pub(super) fn firms_before(scene: Scene<'_>, at: usize) -> Vec<Range<usize>> {
    let comma = scene.index(at).saturating_sub(1);
    if scene.word(comma) != "、" {
        return Vec::new();
    }
    let mut firms = Vec::new();
    for member in members(scene, comma).into_iter().rev() {
        let words = &scene.text[member.clone()];
        let traits = Traits::of(scene, member.clone());
        let unit = words.ends_with([
            '市', '县', '区', '镇', '乡', '省', '局', '厅', '委', '办', '业', '村', '部', '会', '院', '园',
        ]);
        let firm = words.chars().count() == 4 && traits.nominal && (traits.place || traits.single || traits.unknown);
        if !firm || unit {
            break;
        }
        firms.push(member);
    }
    firms
}

/// The members before 等, from left to right.
fn members(scene: Scene<'_>, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut at, mut last) = (end, end);
    while at > 0 && end - at < 90 {
        let word = scene.word(at - 1);
        let kind = scene.kind(at - 1);
        let char = word.chars().next().unwrap_or('\n');
        let joint = matches!(word, "、" | "和" | "及" | "以及" | "与");
        let noun = |index: usize| scene.kind(index).is_nominal() || scene.kind(index) == WordKind::Idiom;
        let inner = scene.is(at - 1, INNER) && at - 1 > 0 && noun(at - 2) && !scene.is(at - 2, STOP);
        // 经济发展|局: what an office is for.
        let inner = inner || LISTS.offices.contains(&scene.word(at));
        // 甲县至乙县、丙县至丁县等高速公路
        let ends = word == "至" && at > 0 && between_ends(scene, at - 1);
        let stop = ends_clause(char)
            || "的在对向把将为了是”“（".contains(char)
            || !joint && !inner && !ends && (scene.is(at - 1, STOP) || kind == WordKind::Verb && word.len() > 3)
            || !joint
                && word.len() > 3
                // 一期 is an adverb for the dictionary.
                && !word.ends_with('期')
                && matches!(kind, WordKind::Adverb | WordKind::Preposition | WordKind::Conjunction);
        if joint || stop {
            if at < last {
                let range = scene.start(at)..scene.end(last - 1);
                let length = scene.text[range.clone()].chars().count();
                if (2..=LONGEST_MEMBER).contains(&length) {
                    found.push(range);
                } else if !stop {
                    break;
                }
            }
            last = at - 1;
            if stop {
                break;
            }
        }
        at -= 1;
    }
    found.reverse();
    found
}

fn is_named(scene: Scene<'_>, member: &Range<usize>, kind: Members) -> bool {
    let words = &scene.text[member.clone()];
    let traits = Traits::of(scene, member.clone());
    let generic = words.ends_with("企业")
        || words.ends_with("产业")
        || words.ends_with("领域")
        || words.ends_with("设施")
        || LISTS.vague.iter().any(|word| words.starts_with(word));
    let ending = match kind {
        Members::Projects | Members::Routes => words.ends_with([
            '期', '线', '段', '城', '园', '港', '桥', '站', '库', '馆', '厂', '廊', '谷', '峡',
        ]),
        Members::Companies => words.ends_with(['司', '团']) || words.ends_with("股份"),
        Members::Speakers => false,
    };
    let route = kind == Members::Routes && traits.nominal && member.len() <= 18;
    !generic && (route || traits.named() || traits.singles || ending)
}
