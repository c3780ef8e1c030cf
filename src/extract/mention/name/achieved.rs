//! Names that a plain noun could be, known by what becomes of them: 全民健身中心|向社会开放.

use std::ops::Range;

use super::doubt::is_opened;
use super::kinds::KINDS;
use super::traits::Traits;
use crate::extract::mention::scan::{ends_clause, find};
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{DESCRIPTOR, GENERIC, groups};

/// What is told of a list stands at most so many bytes behind a member of it.
const REACH: usize = 150;

/// Whether words before an ending are the name of one work or event, because the clause says what became
/// of it. `name` is the range without the ending, `end` where the ending ends.
pub(super) fn is_achieved(scene: Scene<'_>, name: Range<usize>, end: usize) -> bool {
    let words = &scene.text[name.clone()];
    let traits = Traits::of(scene, name.clone());
    let (first, last) = (scene.index(name.start), scene.index(name.end));
    let counted = words.contains(|char: char| char.is_ascii_digit());
    let plain = (first..last).any(|at| !scene.is(at, DESCRIPTOR) && !scene.is(at, GENERIC));
    let ending = &scene.text[name.end..end];
    // 电解锰技改项目: what is made there names it.
    let product = |work: &str| work.contains('技') && words.chars().count() >= work.chars().count() + 3;
    let class = KINDS.class_works.contains(&ending)
        && (words.chars().count() < 4
            || KINDS
                .works
                .iter()
                .any(|work| words.ends_with(work) && !product(work) || words.starts_with(work)));
    words.chars().count() >= 2
        && traits.nominal
        && plain
        && !counted
        && !class
        && !words.starts_with(['各', '全'])
        && !words.starts_with("老旧")
        && !groups(words).is(DESCRIPTOR)
        && scene.is_boundary(name.start)
        && is_opened(scene.text, name.start)
        && becomes(&scene.text[end..])
}

/// Whether an ending is all there is of a name: the house of the place that the speech is of
/// (|体育馆建成开放).
pub(super) fn is_achieved_alone(scene: Scene<'_>, ending: &Range<usize>) -> bool {
    let words = &scene.text[ending.clone()];
    let house = words.ends_with(['馆', '院', '宫']) && words.chars().count() == 3;
    house && is_opened(scene.text, ending.start) && becomes(&scene.text[ending.end..])
}

/// Whether what follows says what became of the name, or of the list that it is a member of.
pub(in crate::extract::mention) fn becomes(rest: &str) -> bool {
    let rest = past_amount(&rest[..rest.floor_char_boundary(REACH)]);
    if rest.starts_with(['、', '和', '及', '与']) {
        let clause = rest.find(ends_clause).map_or("", |end| &rest[..end]);
        let joint = clause
            .rfind(['、', '和', '及', '与'])
            .map_or(clause, |at| &clause[at..]);
        return KINDS
            .achieved
            .iter()
            .filter_map(|word| find(joint, word))
            .any(|at| KINDS.together.iter().any(|word| joint[..at].ends_with(word)));
    }
    // 污水处理站建成了却不运行, 建成后的管护: something else is told.
    let told = |rest: &str| {
        let mut behind = KINDS.achieved.iter().filter_map(|word| rest.strip_prefix(*word));
        behind.any(|behind| !behind.starts_with(['了', '却', '后', '的']))
    };
    // 技改项目|务必在10月底前|投产: when it is to be done by.
    if let Some(behind) = past_limit(rest) {
        return due(behind);
    }
    // 创业园|全部建成: not one of them alone.
    let mut of_one = KINDS.together.iter().filter(|word| !KINDS.several.contains(word));
    let behind = of_one.find_map(|word| rest.strip_prefix(*word));
    told(rest) || behind.is_some_and(told)
}

/// What stands behind how much there is of a work: 标准厂房二期|12万平方米|全部封顶.
fn past_amount(rest: &str) -> &str {
    let number = rest.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
    if number.len() == rest.len() {
        return rest;
    }
    let unit = number.trim_start_matches(['万', '千', '百', '多', '余']);
    KINDS
        .amounts
        .iter()
        .find_map(|word| unit.strip_prefix(*word))
        .unwrap_or(rest)
}

/// What stands behind the limit and the words that bind to it: 务必在10月底前|投产; none where there is no limit.
fn past_limit(rest: &str) -> Option<&str> {
    let mut behind = rest;
    let mut dated = false;
    loop {
        let number = behind.trim_start_matches(|char: char| char.is_ascii_digit());
        let date = number
            .strip_prefix('月')
            .or_else(|| number.strip_prefix('日'))
            .or_else(|| number.strip_prefix('年'))
            .filter(|_| number.len() < behind.len());
        if let Some(next) = date {
            (behind, dated) = (next, true);
        } else if let Some(word) = KINDS.limits.iter().find(|word| behind.starts_with(**word)) {
            (behind, dated) = (&behind[word.len()..], true);
        } else if let Some(word) = KINDS.bound.iter().find(|word| behind.starts_with(**word)) {
            behind = &behind[word.len()..];
        } else {
            return (dated && behind.len() < rest.len()).then_some(behind);
        }
    }
}

/// Whether words say that one work is to be done: 投产, 具备通车条件.
fn due(behind: &str) -> bool {
    let behind = behind.strip_prefix("具备").unwrap_or(behind);
    KINDS
        .achieved
        .iter()
        .chain(&KINDS.due)
        .any(|word| behind.starts_with(word))
}
