//! Names of organizations and projects: an ending, and the words before it that belong to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::list::Members;
use super::scan::{after, ends_clause};
use super::scene::Scene;
use crate::extract::lexicon::WordKind;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/names.txt");

static NAMES: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(DATA, &["body", "office", "company", "park", "line", "platform", "activity"]));

static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = LazyLock::new(|| WordList::groups(DATA));

/// A name, by what it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) range: Range<usize>,
    pub(super) ending: Range<usize>,
    pub(super) organization: bool,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// How far a name reaches to the left of its ending, in words and in bytes.
const MOST_WORDS: usize = 14;
const MOST_BYTES: usize = 90;

/// Finds the names of a text, in order. `industries` are the industries named in it: a park for one
/// industry is a name (高端装备专业园区). Quoted text is one piece of a name.
pub(super) fn names(scene: Scene<'_>, industries: &[Range<usize>], lists: &[(Members, Vec<Range<usize>>)]) -> Vec<Name> {
    let mut found: Vec<Name> =
        NAMES.find(scene.text).filter_map(|hit| name(scene, hit.range, hit.group, industries)).collect();
    for (kind, members) in lists {
        let organization = *kind == Members::Companies;
        let rule = if organization { "organization/listed" } else { "project/listed" };
        found.extend(members.iter().map(|range| {
            Name { range: range.clone(), ending: range.clone(), organization, rule, confidence: 66 }
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

fn name(scene: Scene<'_>, ending: Range<usize>, group: &'static str, industries: &[Range<usize>]) -> Option<Name> {
    let text = scene.text;
    if group == "body" {
        let fits = body_fits(scene, &ending);
        let range = body_start(scene, ending.start)..ending.end;
        return fits.then_some(Name { range, ending, organization: true, rule: "organization/body", confidence: 90 });
    }
    if group == "office" && is_in("not_office", scene.word(scene.index(ending.start))) {
        return None;
    }
    if !scene.is_boundary(ending.end) {
        return None;
    }
    let next = after(text, ending.end);
    let cut = match &text[ending.clone()] {
        "平台" | "基地" | "项目" | "工程" | "活动" | "计划" | "行动" => next.is_some_and(|next| "化型性式级".contains(next)),
        "公园" => next == Some('城'),
        _ => false,
    };
    if cut {
        return None;
    }
    let walked = walk(scene, ending.start);
    let start = trim(scene, walked.start, ending.start);
    let modifier = &text[start..ending.start];
    if modifier.is_empty() && !matches!(&text[ending.clone()], "高新区" | "经开区" | "自贸区" | "综保区" | "自创区" | "自贸试验区") {
        return None;
    }
    let traits = Traits::of(scene, start..ending.start);
    let industry = industries.iter().skip(industries.partition_point(|range| range.end <= start)).take_while(|range| range.start < ending.end).any(|range| {
        range.end <= ending.end && !text[range.clone()].ends_with('业')
    });
    let length = modifier.chars().count();
    let level = modifier.chars().next().is_some_and(|first| "省市县区州旗盟镇".contains(first)) && length <= 9;
    let (organization, rule, fits, confidence) = match group {
        "office" => {
            let long = text[ending.clone()].chars().count() > 1;
            let fits = traits.place || traits.placeholder || level || traits.single && long;
            (true, "organization/office", fits && length <= 14 && traits.nominal, 78)
        }
        "company" => {
            let proper = matches!(&text[ending.clone()], "集团" | "大学" | "医院" | "有限公司" | "股份有限公司" | "有限责任公司" | "集团公司");
            let proper = proper && length <= 10 && traits.nominal && !modifier.ends_with(['的', '等']) && !COMMON.iter().any(|word| modifier.ends_with(word));
            let fits = traits.named() || traits.organization || traits.district || traits.singles || proper;
            (true, "organization/company", fits && (length >= 2 || traits.placeholder), 80)
        }
        "park" => {
            let national = modifier.starts_with("国家") && length >= 5;
            (false, "project/place", modifier.is_empty() || traits.named() || national || industry && length >= 3, 74)
        }
        "line" => {
            let short = matches!(&text[ending.clone()], "高铁" | "高速" | "城际" | "机场" | "大桥" | "水库" | "地铁" | "国际机场");
            (false, "project/line", (traits.named() || traits.singles && short) && length >= 2, 78)
        }
        "platform" => (false, "project/platform", traits.named() || modifier.starts_with("国家") && length >= 5 || (industry && length >= 4), 68),
        // “两重”项目: the quote is a phrase, not the project's name.
        _ if &text[ending.clone()] == "项目" && traits.quoted && !traits.place => return None,
        _ => (false, "project/activity", (traits.quoted || traits.place || traits.unknown || traits.placeholder) && (traits.quoted || length >= 4), 66),
    };
    let end = if organization { ending.end } else { with_phase(text, ending.end) };
    let start = if group == "activity" { with_session(text, start) } else { start };
    let range = start..end;
    let long_enough = range.len() >= 6;
    (fits && long_enough).then_some(Name { range, ending, organization, rule, confidence })
}

/// 中央 is a body, but not in 中央空调 or inside another word.
fn body_fits(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let words = &scene.text[range.clone()];
    let next = after(scene.text, range.end);
    match words {
        _ if range.len() <= 9 && BODY_VETOES.iter().any(|veto| scene.text[range.end..].starts_with(veto)) => false,
        _ if range.len() <= 6 => !next.is_some_and(|next| "书员组宣统办".contains(next)),
        _ => true,
    }
}

/// 溪山县委: the place before a body that has only its level for a name.
fn body_start(scene: Scene<'_>, start: usize) -> usize {
    let head = &scene.text[..start];
    // 省发改委: the level before a body that lacks one.
    if let Some(level) = head.chars().next_back().filter(|char| "省市县区州".contains(*char)) {
        let start = start - level.len_utf8();
        return if scene.is_boundary(start) { start } else { start + level.len_utf8() };
    }
    if !after(scene.text, start).is_some_and(|char| "省市县区州盟旗镇乡自".contains(char)) {
        return start;
    }
    let (mut index, mut from) = (scene.index(start), start);
    for _ in 0..4 {
        if index == 0 {
            break;
        }
        index -= 1;
        let (word, kind) = (scene.word(index), scene.kind(index));
        let single = word.len() == 3 && kind.is_nominal() && !"我全各本该".contains(word);
        if !(kind == WordKind::Place || kind == WordKind::Unknown || single || word == "中共") || is_in("stop", word) {
            break;
        }
        from = scene.start(index);
    }
    if start - from > "县".len() { from } else { start }
}

/// The start with 第三届 before it.
fn with_session(text: &str, start: usize) -> usize {
    let head = text[..start].trim_end_matches('届');
    let number = head.trim_end_matches(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
    if head.len() < start && number.len() < head.len() && number.ends_with('第') { number.len() - '第'.len_utf8() } else { start }
}

/// The end with what may follow a project's name: 五期, 三封段, 扩建.
fn with_phase(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let mut chars = rest.char_indices();
    if let (Some((_, number)), Some((at, '期'))) = (chars.next(), chars.next())
        && "一二三四五六七八九十".contains(number)
    {
        return end + at + '期'.len_utf8();
    }
    for word in ["改造提升", "升级改造", "扩建", "改造", "改扩建", "扩容"] {
        let closes = |rest: &str| rest.chars().next().is_none_or(|next| !next.is_alphanumeric() || "等工项".contains(next));
        if rest.strip_prefix(word).is_some_and(closes) {
            return end + word.len();
        }
    }
    // A section of a road: 高速三封段.
    let section = rest.char_indices().take(6).find(|(_, char)| *char == '段' || !char.is_alphabetic() || "和等及与的在是".contains(*char));
    match section {
        Some((at, '段')) if at >= 6 => end + at + '段'.len_utf8(),
        _ => end,
    }
}

/// What makes a company, university or hospital any one of its kind.
const COMMON: [&str; 28] = [
    "国有", "民营", "上市", "跨国", "大型", "投资", "控股", "平台", "企业", "骨干", "龙头", "重点", "高等", "职业", "综合", "公立", "民办", "普通", "本科", "老年", "研究型", "综合性", "三甲",
    "县级", "乡镇", "中心", "基层", "定点",
];

/// What follows the name of a body when it is part of an office's or a meeting's name.
const BODY_VETOES: [&str; 14] = [
    "书记", "常委", "常务会", "常务副", "办公", "党组", "督查", "研究室", "秘书", "组织部", "宣传部", "统战部", "政法委", "副",
];

/// The words before an ending that can belong to its name.
fn walk(scene: Scene<'_>, end: usize) -> Range<usize> {
    let text = scene.text;
    let floor = end.saturating_sub(MOST_BYTES);
    let mut start = end;
    let mut index = scene.index(end);
    if scene.start(index) < end {
        start = scene.start(index);
        if is_in("stop", scene.word(index)) { start = end; }
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
                let Some(quote) = scene.quote_before(scene.end(index)).filter(|quote| quote.len() <= 60) else { break };
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
            _ if !char.is_alphanumeric() => break,
            _ => {}
        }
        let stops = is_in("stop", word) && !(is_in("inner", word) && start < end && inside(scene, index));
        let function = matches!(kind, WordKind::Preposition | WordKind::Conjunction | WordKind::Particle | WordKind::Adverb) && word.len() > 3;
        let verb = kind == WordKind::Verb && !is_in("inner", word) && word.len() > 3;
        let number = kind == WordKind::Numeral && word.len() > 3 || ends_clause(char);
        if stops || function || verb || number {
            break;
        }
        start = scene.start(index);
    }
    start..end
}

/// Whether a verb has a noun before it, so that it may be part of a name: 矿山修复工程.
fn inside(scene: Scene<'_>, index: usize) -> bool {
    let built = scene.word(index) == "建设" && !matches!(scene.word(index + 1), "项目" | "工程" | "基地" | "行动" | "计划");
    index > 0 && !built && scene.kind(index - 1).is_nominal() && !is_in("stop", scene.word(index - 1))
}

/// Cuts off what makes a name generic (全市, 重点, 新, XX个) at its left end.
fn trim(scene: Scene<'_>, mut start: usize, end: usize) -> usize {
    let mut index = scene.index(start);
    let counts = scene.text[start..end].trim_start_matches(['×', 'X', 'x', '*', '＊']);
    if counts.len() < end - start
        && let Some(unit) = super::unit::unit(counts, false)
    {
        start = end - counts.len() + unit.len;
        index = scene.index(start);
        if start >= end || scene.start(index) != start {
            return end;
        }
    }
    while start < end {
        let word = scene.word(index);
        let level = word.len() == 3 && "省市县区州".contains(word) && scene.kind(index + 1).is_nominal();
        let cut = (is_in("generic", word) && !level) || is_in("stop", word) || word.starts_with(['两', '几', '数']) && scene.kind(index) == WordKind::Numeral;
        if !cut {
            break;
        }
        index += 1;
        start = scene.start(index).min(end);
    }
    start
}

/// Whether a word is in a group of the data file.
pub(super) fn is_in(group: &str, word: &str) -> bool {
    WORDS.get(group).is_some_and(|words| words.contains(word))
}

/// What the words before an ending tell.
#[derive(Debug, Default)]
pub(super) struct Traits {
    pub(super) place: bool,
    pub(super) organization: bool,
    pub(super) placeholder: bool,
    pub(super) quoted: bool,
    /// Two single characters in a row: a name that the dictionary lacks.
    pub(super) single: bool,
    /// The same, with characters that are words of their own (大, 中) counted.
    pub(super) singles: bool,
    /// A zone (高新区).
    pub(super) district: bool,
    pub(super) unknown: bool,
    pub(super) latin: bool,
    /// No verb or function word among them.
    pub(super) nominal: bool,
}

impl Traits {
    pub(super) fn of(scene: Scene<'_>, range: Range<usize>) -> Self {
        let mut traits = Self { nominal: true, ..Self::default() };
        let mut index = scene.index(range.start);
        let (mut singles, mut any) = (0, 0);
        while scene.start(index) < range.end && index < scene.len() {
            let (word, kind) = (scene.word(index), scene.kind(index));
            match kind {
                WordKind::Place => traits.place = true,
                WordKind::Organization => traits.organization = true,
                WordKind::Person => traits.unknown = true,
                WordKind::Unknown => traits.unknown = true,
                WordKind::Verb | WordKind::Adverb | WordKind::Preposition => traits.nominal = false,
                _ => {}
            }
            let first = word.chars().next().unwrap_or(' ');
            traits.placeholder |= matches!(first, '×' | '*' | '＊') || matches!(word, "X" | "XX" | "XXX" | "x" | "xx");
            traits.quoted |= matches!(first, '“' | '"' | '「');
            traits.latin |= first.is_ascii_alphabetic() && !matches!(word, "X" | "XX" | "x");
            let single = word.len() == 3 && first.is_alphabetic() && !"新大小老省市县区镇乡村级型化性业中国等上下东西南北各".contains(first);
            singles = if single { singles + 1 } else { 0 };
            any = if word.len() == 3 && first.is_alphabetic() && !"的和与及等".contains(first) { any + 1 } else { 0 };
            traits.single |= singles >= 2;
            traits.singles |= any >= 2;
            traits.district |= is_in("district", word);
            index += 1;
        }
        traits
    }

    /// Whether something among them can only be part of a name.
    pub(super) fn named(&self) -> bool {
        self.place || self.placeholder || self.quoted || self.single || self.unknown || self.latin
    }
}
