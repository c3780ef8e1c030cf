//! Names of organizations and projects: an ending, and the words before it that belong to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::scan::{after, before, ends_clause};
use super::scene::Scene;
use crate::extract::lexicon::WordKind;
use crate::extract::word_list::WordList;

const DATA: &str = include_str!("../data/names.txt");

static NAMES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new_of(
        DATA,
        &["body", "office", "company", "park", "line", "platform", "activity"],
    )
});

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
pub(super) fn names(scene: Scene<'_>, industries: &[Range<usize>]) -> Vec<Name> {
    let mut found: Vec<Name> = NAMES
        .find(scene.text)
        .filter_map(|hit| name(scene, hit.range, hit.group, industries))
        .collect();
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
        return fits.then(|| Name {
            range: ending.clone(),
            ending,
            organization: true,
            rule: "organization/body",
            confidence: 90,
        });
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
        _ => false,
    };
    if cut {
        return None;
    }
    let walked = walk(scene, ending.start);
    let start = trim(scene, walked.start, ending.start);
    let modifier = &text[start..ending.start];
    if modifier.is_empty()
        && !matches!(
            &text[ending.clone()],
            "高新区" | "经开区" | "自贸区" | "综保区" | "自创区" | "自贸试验区"
        )
    {
        return None;
    }
    let traits = Traits::of(scene, start..ending.start);
    let industry = industries
        .iter()
        .skip(industries.partition_point(|range| range.end <= start))
        .take_while(|range| range.start < ending.end)
        .any(|range| range.end <= ending.end && !text[range.clone()].ends_with('业'));
    let length = modifier.chars().count();
    let level = modifier
        .chars()
        .next()
        .is_some_and(|first| "省市县区州旗盟镇".contains(first))
        && length <= 9;
    let (organization, rule, fits, confidence) = match group {
        "office" => (
            true,
            "organization/office",
            (traits.place || traits.placeholder || level || traits.single) && length <= 14 && traits.nominal,
            78,
        ),
        "company" => (
            true,
            "organization/company",
            (traits.named() || traits.organization) && length >= 2,
            80,
        ),
        "park" => (
            false,
            "project/place",
            modifier.is_empty() || traits.named() || industry && length >= 3,
            74,
        ),
        "line" => (false, "project/line", traits.named() && length >= 2, 80),
        "platform" => (
            false,
            "project/platform",
            traits.named() || (industry && length >= 4),
            68,
        ),
        _ => (
            false,
            "project/activity",
            traits.quoted || traits.named() && length >= 4,
            66,
        ),
    };
    let range = start..ending.end;
    let long_enough = range.len() >= 6;
    (fits && long_enough).then_some(Name {
        range,
        ending,
        organization,
        rule,
        confidence,
    })
}

/// 中央 is a body, but not in 中央空调 or inside another word.
fn body_fits(scene: Scene<'_>, range: &Range<usize>) -> bool {
    let words = &scene.text[range.clone()];
    let next = after(scene.text, range.end);
    match words {
        "中央" => {
            !next.is_some_and(|next| "八空预财大厨商经农城人民统政委领广".contains(next))
                && before(scene.text, range.start) != Some('党')
        }
        "市委" | "县委" | "区委" | "省委" | "州委" => {
            !next.is_some_and(|next| "书员组宣统政办".contains(next) && next != '政' || next == '员')
        }
        _ => true,
    }
}

/// The words before an ending that can belong to its name.
fn walk(scene: Scene<'_>, end: usize) -> Range<usize> {
    let text = scene.text;
    let floor = end.saturating_sub(MOST_BYTES);
    let mut start = end;
    let mut index = scene.index(end);
    if scene.start(index) < end {
        start = scene.start(index);
        if is_in("stop", scene.word(index)) {
            start = end;
        }
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
                let open = match char {
                    '”' => '“',
                    '」' => '「',
                    '’' => '‘',
                    other => other,
                };
                let head = &text[text.floor_char_boundary(scene.start(index).saturating_sub(60))..scene.start(index)];
                let Some(at) = head.rfind(open) else { break };
                start = scene.start(index) - (head.len() - at);
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
        let function = matches!(
            kind,
            WordKind::Preposition | WordKind::Conjunction | WordKind::Particle | WordKind::Adverb
        ) && word.len() > 3;
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
    index > 0 && scene.kind(index - 1).is_nominal() && !is_in("stop", scene.word(index - 1))
}

/// Cuts off what makes a name generic (全市, 重点, 新) at its left end.
fn trim(scene: Scene<'_>, mut start: usize, end: usize) -> usize {
    let mut index = scene.index(start);
    while start < end {
        let word = scene.word(index);
        let level = word.len() == 3 && "省市县区州".contains(word) && scene.kind(index + 1).is_nominal();
        let cut = (is_in("generic", word) && !level)
            || is_in("stop", word)
            || matches!(scene.kind(index), WordKind::Numeral if !word.starts_with(['第', '一', '三', '五', '十', '百', '千', '万']));
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
    pub(super) unknown: bool,
    pub(super) latin: bool,
    /// No verb or function word among them.
    pub(super) nominal: bool,
}

impl Traits {
    pub(super) fn of(scene: Scene<'_>, range: Range<usize>) -> Self {
        let mut traits = Self {
            nominal: true,
            ..Self::default()
        };
        let mut index = scene.index(range.start);
        let mut singles = 0;
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
            let single = word.len() == 3
                && first.is_alphabetic()
                && !"新大小老省市县区镇乡村级型化性业中国等上下东西南北各".contains(first);
            singles = if single { singles + 1 } else { 0 };
            traits.single |= singles >= 2;
            index += 1;
        }
        traits
    }

    /// Whether something among them can only be part of a name.
    pub(super) fn named(&self) -> bool {
        self.place || self.placeholder || self.quoted || self.single || self.unknown || self.latin
    }
}
