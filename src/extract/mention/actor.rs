//! Actors: who is told to act, and in what role.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::scan::{after, ends_clause};
use super::scene::Scene;
use crate::extract::extraction::Role;
use crate::extract::lexicon::WordKind;
use crate::extract::word_list::WordList;

static WORDS: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> =
    LazyLock::new(|| WordList::groups(include_str!("../data/actors.txt")));

/// An actor with the words that put it in charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Actor {
    pub(super) range: Range<usize>,
    pub(super) role: Role,
    pub(super) trigger: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// A subject reaches at most so many words.
const MOST_WORDS: usize = 48;

/// Finds the actors. `starts` are the places where clauses begin, in order; `reports` says whether
/// a place is under a heading that looks back.
pub(super) fn actors(scene: Scene<'_>, starts: &[usize], reports: impl Fn(usize) -> bool) -> Vec<Actor> {
    let mut found = Vec::new();
    for &start in starts {
        clause(scene, start, &reports, &mut found);
    }
    found.sort_by_key(|actor| (actor.range.start, std::cmp::Reverse(actor.range.end)));
    found.dedup_by(|next, last| next.range.start < last.range.end);
    found
}

fn is_in(group: &str, word: &str) -> bool {
    WORDS.get(group).is_some_and(|words| words.contains(word))
}

/// What a subject was introduced by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// The start of the clause.
    Clause,
    /// 由
    Assigned,
    /// 会同
    Joined,
}

fn clause(scene: Scene<'_>, start: usize, reports: &impl Fn(usize) -> bool, found: &mut Vec<Actor>) {
    let mut first = scene.index(start);
    while is_in("outset", scene.word(first)) || matches!(scene.word(first), " " | "　" | "——") {
        first += 1;
    }
    if let Some(end) = announced(scene, first) {
        list_after_label(scene, first, end, found);
        return;
    }
    let (mut opening, mut tried, mut depth) = (Opening::Clause, false, 0_u8);
    // A subject with a time or a circumstance between it and its modal: 各县区在6月底前要….
    let mut pending = None;
    let mut index = first;
    while index < scene.len() && index - first < MOST_WORDS {
        let (word, kind) = (scene.word(index), scene.kind(index));
        let Some(char) = word.chars().next() else { break };
        match char {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 {
            index += 1;
            continue;
        }
        if ends_clause(char) {
            break;
        }
        let role = duty(scene, index);
        if is_in("modal", word) && opening == Opening::Clause && index > first {
            let role = modal_role(scene, index + 1);
            if let Some(items) = subject(scene, first..index, "head").or(pending) {
                let rule = if role == Role::Executor { "actor/modal" } else { "actor/duty" };
                push(scene, items, role, index, (rule, 88), found);
                joined(scene, index + 1, found);
            }
            return;
        }
        if let Some(role) = titled(scene, index)
            && index > first
            && let Some(items) = subject(scene, first..index, "head")
        {
            push(scene, items, role, index, ("actor/titled", 84), found);
            return;
        }
        if opening == Opening::Clause && pending.is_none() && index > first && (kind == WordKind::Numeral || kind == WordKind::Preposition || starts_time(word)) {
            pending = subject(scene, first..index, "head");
        }
        if let Some(role) = role {
            let opened = if opening == Opening::Joined { Role::Support } else { role };
            let heads = if opened == Role::Support { "unit" } else { "head" };
            if index > first && let Some(items) = subject(scene, first..index, heads) {
                push(scene, items, opened, index, ("actor/duty", 90), found);
                // 由A牵头、B配合: the second name follows in the same clause.
                (first, tried, opening) = (index + 1, false, Opening::Clause);
                if matches!(scene.word(first), "、") {
                    first += 1;
                    index = first;
                    continue;
                }
                return;
            }
        }
        match word {
            "由" | "交由" | "均由" | "统一由" => (first, tried, opening) = (index + 1, false, Opening::Assigned),
            "会同" | "联合" | "商" if index > first => {
                if let Some(items) = subject(scene, first..index, "unit") {
                    push(scene, items, Role::Executor, index, ("actor/joint", 80), found);
                    (first, tried, opening) = (index + 1, false, Opening::Joined);
                }
            }
            _ => {
                let verb = matches!(kind, WordKind::Verb | WordKind::VerbalNoun | WordKind::Adverb | WordKind::Preposition | WordKind::Idiom) || is_in("breaker", word) || starts_time(word);
                if verb && index > first && !tried && !continues_name(scene, index) {
                    if let Some(items) = subject(scene, first..index, "unit")
                        && (opening != Opening::Clause || (named(scene, &items) && !is_report(scene, index) && !reports(scene.start(first))))
                    {
                        let role = if opening == Opening::Joined { Role::Support } else { Role::Executor };
                        push(scene, items, role, index, ("actor/subject", 68), found);
                        return;
                    }
                    // A preposition or copula ends the search for a subject, but 由 may still come.
                    tried = is_in("breaker", word) || kind == WordKind::Preposition;
                    if tried && pending.is_none() && !scene_has_assignment(scene, index) {
                        return;
                    }
                }
            }
        }
        index += 1;
    }
}

/// 为牵头单位, 是责任主体: the role that a title gives.
fn titled(scene: Scene<'_>, index: usize) -> Option<Role> {
    if !matches!(scene.word(index), "为" | "是" | "作为") {
        return None;
    }
    let rest = &scene.text[scene.end(index)..];
    let titles = [("牵头单位", Role::Lead), ("牵头部门", Role::Lead), ("责任单位", Role::Responsible), ("责任部门", Role::Responsible), ("第一责任人", Role::Responsible), ("直接责任人", Role::Responsible), ("责任主体", Role::Responsible), ("配合单位", Role::Support), ("协办单位", Role::Support)];
    titles.iter().find(|(title, _)| rest.starts_with(title)).map(|(_, role)| *role)
}

/// 会同 after a modal: 要会同县财政局抓紧….
fn joined(scene: Scene<'_>, from: usize, found: &mut Vec<Actor>) {
    let Some(at) = (from..from + 3).find(|at| matches!(scene.word(*at), "会同" | "联合" | "商")) else { return };
    for index in at + 2..at + 24 {
        let word = scene.word(index);
        let Some(char) = word.chars().next() else { return };
        let verb = matches!(scene.kind(index), WordKind::Verb | WordKind::VerbalNoun | WordKind::Adverb | WordKind::Preposition | WordKind::Idiom);
        if let Some(items) = subject(scene, at + 1..index, "unit").filter(|_| verb && !continues_name(scene, index)) {
            push(scene, items, Role::Support, at, ("actor/joint", 80), found);
            return;
        }
        if ends_clause(char) {
            return;
        }
    }
}

/// Whether a 由 follows in the clause.
fn scene_has_assignment(scene: Scene<'_>, mut index: usize) -> bool {
    for _ in 0..MOST_WORDS {
        let word = scene.word(index);
        match word.chars().next() {
            None => return false,
            Some(char) if ends_clause(char) => return false,
            _ if word == "由" => return true,
            _ => index += 1,
        }
    }
    false
}

/// Whether a verb goes on into the subject's own name: 牵头部门, 起重智能制造园区.
fn continues_name(scene: Scene<'_>, index: usize) -> bool {
    (index + 1..index + 3).any(|at| {
        let word = scene.word(at);
        !word.is_empty() && is_in("unit", word) && (index..at).all(|between| scene.kind(between).is_nominal() || scene.kind(between) == WordKind::Verb)
    })
}

fn starts_time(word: &str) -> bool {
    matches!(word, "每年" | "每月" | "每周" | "每季度" | "今年" | "重点" | "定期" | "年内" | "全年" | "参照" | "统一" | "分别" | "各司其职" | "新")
}

/// The role that a word of duty gives.
fn duty(scene: Scene<'_>, index: usize) -> Option<Role> {
    let word = scene.word(index);
    let next = scene.word(index + 1);
    if matches!(next, "部门" | "单位" | "领导" | "人" | "的" | "制") {
        return None;
    }
    if is_in("lead", word) {
        Some(Role::Lead)
    } else if matches!(word, "负责" | "总负责" | "负总责") {
        Some(Role::Responsible)
    } else if is_in("support", word) {
        Some(Role::Support)
    } else {
        None
    }
}

/// The role that the verb after a modal gives.
fn modal_role(scene: Scene<'_>, mut index: usize) -> Role {
    for _ in 0..2 {
        if is_in("skip", scene.word(index)) {
            index += 1;
        }
    }
    duty(scene, index).unwrap_or_default()
}

/// Whether the clause at an index reports what was done.
fn is_report(scene: Scene<'_>, mut index: usize) -> bool {
    for _ in 0..MOST_WORDS {
        let word = scene.word(index);
        match word.chars().next() {
            None => return false,
            Some(char) if matches!(char, '。' | '；' | '\n' | '，') => return false,
            _ if is_in("past", word) => return true,
            _ => index += 1,
        }
    }
    false
}

/// Whether a subject without a modal is surely a unit: 各…, 每个…, or a level before an office.
fn named(scene: Scene<'_>, items: &[Range<usize>]) -> bool {
    items.first().and_then(|item| scene.text.get(item.clone())).is_some_and(|words| {
        let first = words.chars().next().unwrap_or(' ');
        "各每省市县区州旗镇×*Xx".contains(first) || words.starts_with("主要领导") || words.starts_with("主要负责") || words.starts_with("分管领导") || words.starts_with("党政主要") || scene.kind(scene.index(items[0].start)) == WordKind::Place || words.contains("工业园")
    })
}

/// The units in a run of words, or none where it is no subject of that kind. Units are separated
/// by 、 and 和; a 等部门 closes the list.
fn subject(scene: Scene<'_>, words: Range<usize>, heads: &str) -> Option<Vec<Range<usize>>> {
    let (mut items, mut first, mut depth) = (Vec::new(), words.start, 0_u8);
    let (mut closed, mut group) = (false, false);
    for index in words.clone() {
        let word = scene.word(index);
        match word {
            "（" | "(" => depth += 1,
            "）" | ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let joint = match word {
            "、" | "/" | "／" | "以及" => true,
            "和" | "及" | "与" | "暨" => is_head(scene, first, index, heads),
            _ => false,
        };
        if is_in("pronoun", word) {
            return None;
        }
        if word == "等" {
            items.push(item(scene, first, index)?);
            (closed, first) = (true, index + 1);
            let rest = first..words.end;
            group = rest.is_empty() || is_in("head", scene.word(words.end - 1));
            break;
        }
        if joint {
            items.push(item(scene, first, index)?);
            first = index + 1;
        } else if is_in("breaker", word) && !matches!(word, "为" | "以" | "在" | "都" | "均" | "也" | "还" | "更" | "有" ) || matches!(word, "的" | "，") {
            return None;
        }
    }
    if closed {
        return (group && !items.is_empty()).then_some(items);
    }
    let mut end = words.end;
    while end > first && (matches!(scene.word(end - 1), "都" | "均" | "也" | "还" | "更" | "就" | " " | "一定" | "同样" | "同时") || is_in("skip", scene.word(end - 1))) {
        end -= 1;
    }
    let urged = scene.kind(words.start) == WordKind::Verb || super::name::is_in("stop", scene.word(words.start)) && !matches!(scene.word(words.start), "各" | "每");
    if urged || !is_head(scene, first, end, heads) {
        return None;
    }
    items.push(item(scene, first, end)?);
    Some(items)
}

/// Whether the words up to an index end with one of the heads.
fn is_head(scene: Scene<'_>, first: usize, end: usize, heads: &str) -> bool {
    if end <= first {
        return false;
    }
    let last = scene.word(end - 1);
    if matches!(last, "）" | ")") {
        return scene.text[scene.start(first)..scene.end(end - 1)].starts_with(['各', '全']);
    }
    let joined = if end >= first + 2 { &scene.text[scene.start(end - 2)..scene.end(end - 1)] } else { last };
    // The last character of a word that is not in the list: 科技局, 营商办.
    let tail = last.char_indices().next_back().map_or("", |(at, _)| &last[at..]);
    is_in(heads, last) || is_in(heads, joined) || (last.chars().count() > 2 && (is_in("unit", tail) || tail == "长" || tail == "部" || tail == "者"))
        || suffixes(last).any(|tail| tail.len() > 3 && is_in(heads, tail))
}

fn suffixes(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().skip(1).map(|(at, _)| &word[at..])
}

/// The span of one unit; none where it is empty or too long to be one.
fn item(scene: Scene<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if end <= first {
        return None;
    }
    let text = scene.text;
    let (start, end) = (scene.start(first), scene.end(end - 1));
    let words = text.get(start..end)?;
    let trimmed = words.trim();
    let start = start + (words.len() - words.trim_start().len());
    (!trimmed.is_empty() && trimmed.len() <= 90).then(|| start..start + trimmed.len())
}

/// The index after 牵头单位： where a clause begins so.
fn announced(scene: Scene<'_>, mut first: usize) -> Option<usize> {
    if matches!(scene.word(first), "（" | "(" | "【" | "[") {
        first += 1;
    }
    let start = scene.start(first);
    (first..first + 4).find_map(|index| {
        let label = scene.text.get(start..scene.end(index))?;
        let colon = matches!(scene.word(index + 1), "：" | ":");
        (is_in("label", label) && colon).then_some(index + 2)
    })
}

fn list_after_label(scene: Scene<'_>, first: usize, from: usize, found: &mut Vec<Actor>) {
    let label = scene.text.get(scene.start(first)..scene.start(from)).unwrap_or_default();
    let role = if label.contains('牵') {
        Role::Lead
    } else if label.contains("责") || label.contains("办") && !label.contains('协') {
        Role::Responsible
    } else if label.contains(['配', '协', '参']) {
        Role::Support
    } else {
        Role::Executor
    };
    let (mut begin, mut index, mut depth) = (from, from, 0_u8);
    while index < scene.len() && index - from < 300 {
        let word = scene.word(index);
        match word {
            "（" | "(" => depth += 1,
            "）" | ")" if depth > 0 => depth -= 1,
            _ => {}
        }
        let closes = depth == 0 && matches!(word, "）" | ")" | "】" | "]" | "；" | "。" | ";" | "\n" | "：");
        if closes || (depth == 0 && matches!(word, "、" | "，" | "," | " " | "等" | "和" | "及") && !(matches!(word, "和" | "及") && !is_head(scene, begin, index, "head"))) {
            if let Some(range) = item(scene, begin, index) {
                found.push(Actor { range, role, trigger: scene.start(first)..scene.end(from - 1), rule: "actor/label", confidence: 92 });
            }
            begin = index + 1;
        }
        if closes {
            return;
        }
        index += 1;
    }
}

fn push(scene: Scene<'_>, items: Vec<Range<usize>>, role: Role, trigger: usize, rule: (&'static str, u8), found: &mut Vec<Actor>) {
    let trigger = scene.start(trigger)..scene.end(trigger);
    for range in items {
        found.push(Actor { range, role, trigger: trigger.clone(), rule: rule.0, confidence: rule.1 });
    }
}

/// Whether a heading announces a report of what was done or what is wrong.
pub(super) fn looks_back(title: &str) -> bool {
    WORDS.get("history").is_some_and(|words| words.iter().any(|word| title.contains(word))) && !title.contains("下一步")
}

/// Where clauses begin: after a clause's end, and after each heading's marker.
pub(super) fn clause_starts(text: &str, markers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut starts: Vec<usize> = std::iter::once(0)
        .chain(text.char_indices().filter(|(_, char)| ends_clause(*char) || matches!(char, '（' | '(' | '【')).map(|(at, char)| at + char.len_utf8()))
        .chain(markers)
        .filter(|at| after(text, *at).is_some())
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}
