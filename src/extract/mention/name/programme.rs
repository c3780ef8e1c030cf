//! Programmes known by the verb that launches them: 实施促进居民增收三年行动. Such names hold verbs
//! and whole phrases, so their left end is the verb's end, not the first word that is no noun.

use std::ops::Range;

use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{CARRY, GRANT, HOST, INNER, LAUNCH, NO_PROGRAMME, STOP, VAGUE, groups};
use crate::extract::word_list::word_groups;

word_groups! {
    /// What the names of programmes end with, and the words around them; the data file says what each group is.
    ENDINGS: Endings = "../../data/programmes.txt" {
        launched "launched"
        held "held"
        certain "certain"
        reported "reported"
        funded "funded"
        no_trials "no-trial"
        stops "stop"
        rounds "round"
        trial_of "trial-of"
        batches "batch"
        past_batches "past-batch"
    }
}

impl Endings {
    fn all(&self) -> impl Iterator<Item = &&'static str> {
        self.launched.iter().chain(&self.held)
    }
}

/// A name reaches back at most so many words.
const MOST_WORDS: usize = 18;

/// Where the name begins that ends with `ending`, if something launches it.
pub(super) fn launched(scene: Scene<'_>, ending: &Range<usize>) -> Option<usize> {
    let words = &scene.text[..ending.end];
    let kind = ENDINGS.all().find(|word| words.ends_with(**word))?;
    let held = ENDINGS.held.contains(kind);
    let certain = ENDINGS.certain.iter().any(|word| words.ends_with(word));
    let certain = certain || *kind == "综合改革试点" || words.ends_with("改革试点") || kind.ends_with("教育");
    let behind = &scene.text[ending.end..];
    if *kind == "试点" && ENDINGS.no_trials.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    let start = past_batch(scene, anchor(scene, ending.start, certain, kind)?);
    // ——药品安全专项整治行动取得成果: the dash opens the item.
    let dashes = scene.text[start..ending.start].trim_start_matches(['—', ' ']).len();
    let start = ending.start - dashes;
    // 设立10亿元纵向补偿基金
    let start = if *kind == "基金" {
        past_amount(scene.text, start..ending.start)
    } else {
        start
    };
    let modifier = &scene.text[start..ending.start];
    let length = modifier.chars().count();
    let first = scene.index(start);
    let last = scene.index(ending.start).checked_sub(1)?;
    let vague = scene.is(first, VAGUE)
        || scene.kind(first) == WordKind::Numeral && !(held && modifier.starts_with('第')) && !is_round(modifier)
        || scene.is(last, NO_PROGRAMME) && !certain
        || *kind == "试点" && !certain && !is_trial_of_one(modifier) && !granted(scene, start)
        || groups(modifier).is(NO_PROGRAMME);
    let counted = modifier.starts_with(|char: char| char.is_ascii_digit() || "一两几多各该本这那".contains(char));
    let least = match ending.len() {
        _ if held => 3,
        12.. => 2,
        _ if kind.starts_with("试点") => 3,
        // 实施强科技行动
        _ if *kind == "行动" && modifier.starts_with(['强', '兴', '惠']) => 3,
        _ => 4,
    };
    (!vague && !counted && (least..=28).contains(&length)).then_some(start)
}

/// Whether a name begins with which time it is that something is done: 二轮土地承包延长试点.
fn is_round(modifier: &str) -> bool {
    ENDINGS.rounds.iter().any(|round| modifier.starts_with(round))
}

/// Whether the name of a trial says who has it, where others only try something out: 国家…试点, …整省试点.
fn is_trial_of_one(modifier: &str) -> bool {
    ["国家", "全国", "地方"].iter().any(|whole| modifier.starts_with(whole))
        || ENDINGS.trial_of.iter().any(|whole| modifier.ends_with(whole))
}

/// The end of the leftmost launching verb in reach, or of a joint after another programme.
fn anchor(scene: Scene<'_>, end: usize, certain: bool, kind: &str) -> Option<usize> {
    let action = kind == "行动";
    let mut index = scene.index(end);
    let (mut found, mut quoted) = (None, None);
    for _ in 0..MOST_WORDS {
        let Some(before) = index.checked_sub(1) else { break };
        index = before;
        let (word, char) = (scene.word(index), scene.word(index).chars().next()?);
        if matches!(char, '”' | '"') {
            let quote = scene.quote_before(scene.end(index))?;
            index = scene.index(quote.start);
            if certain || action {
                quoted = quoted.or(Some(quote.start));
            }
            continue;
        }
        if matches!(word, "、" | "和" | "及" | "与") {
            let head = scene.text[..scene.start(index)].trim_end_matches(['”', '"']);
            let joined = ENDINGS.all().any(|word| head.ends_with(word));
            if joined && found.is_none() {
                // The list is one of programmes if something launches its first member.
                let earlier = ENDINGS.held.iter().all(|word| *word != kind) || hosts_before(scene, index);
                found = earlier.then_some(scene.end(index));
            }
            // 实施甲、乙品质提升行动: what launches the first launches the second.
            if !joined && char == '、' && certain && found.is_none() && launches_before(scene, index) {
                found = Some(scene.end(index));
            }
            if joined || char == '、' {
                break;
            }
        }
        // 实施|了|某某行动
        let done = index.checked_sub(1).is_some_and(|verb| scene.is(verb, LAUNCH));
        if matches!(word, "了" | "好") && done {
            continue;
        }
        if !char.is_alphanumeric() && !matches!(char, '+' | '—' | '·') || ENDINGS.stops.contains(&word) {
            break;
        }
        let launches = matches!(word, "开展" | "深入开展" | "组织开展" | "集中开展");
        if ENDINGS.held.contains(&kind) {
            if scene.is(index, HOST) {
                return Some(past_complement(scene, index));
            }
            // 期间举办的|草莓音乐节
            if word == "的" && index > 0 && scene.is(index - 1, HOST) {
                return Some(scene.end(index));
            }
            if scene.is(index, STOP) && !scene.is(index, INNER) && word != "高质量" {
                break;
            }
            continue;
        }
        if kind == "基金" {
            let head = &scene.text[..scene.end(index)];
            if ENDINGS.funded.iter().any(|verb| head.ends_with(verb)) {
                return Some(scene.end(index));
            }
            continue;
        }
        if kind == "试点" && found.is_none() && grants(scene, index) {
            return Some(past_complement(scene, index));
        }
        // 启动实施某某工程: the second verb is no part of the name.
        let doubled = found == Some(scene.end(index + 1)) && scene.is(index + 1, LAUNCH);
        if (scene.is(index, LAUNCH) && (!launches || action || certain || kind == "试点")
            || (certain || kind == "试点" || quoted.is_some()) && scene.is(index, CARRY) && found.is_none())
            && !doubled
        {
            found = Some(past_complement(scene, index));
        }
    }
    found.or(quoted).or_else(|| {
        (kind == "试点" || certain)
            .then(|| reported(scene, index, end, kind))
            .flatten()
    })
}

/// Whether a verb that launches stands before a joint in its clause.
fn launches_before(scene: Scene<'_>, index: usize) -> bool {
    let first = index.saturating_sub(MOST_WORDS);
    (first..index)
        .rev()
        .take_while(|at| !matches!(scene.word(*at), "，" | "。" | "；" | "\n" | "：" | "的"))
        .any(|at| scene.is(at, LAUNCH))
}

/// Where a trial begins that is the subject of its clause: ，|职业伤害保障试点覆盖….
fn reported(scene: Scene<'_>, index: usize, end: usize, kind: &str) -> Option<usize> {
    let at = scene.text[end..].find(kind).filter(|at| *at <= "专项".len())?;
    let behind = &scene.text[end + at + kind.len()..];
    let told = ENDINGS.reported.iter().any(|word| behind.starts_with(word));
    let mark = matches!(scene.word(index), "，" | "；" | "。" | "\n");
    (told && mark).then(|| scene.end(index))
}

/// Whether a word is a verb that grants, or its end: 获|批.
fn grants(scene: Scene<'_>, index: usize) -> bool {
    scene.is(index, GRANT) || scene.word(index) == "批" && scene.text[..scene.end(index)].ends_with("获批")
}

/// Whether a trial was granted to a place: 入选|碳达峰试点.
fn granted(scene: Scene<'_>, start: usize) -> bool {
    let head = &scene.text[..start];
    let head = ENDINGS
        .batches
        .iter()
        .find_map(|word| head.strip_suffix(*word))
        .unwrap_or(head);
    grants(scene, scene.index(head.len()).saturating_sub(1)) || head.len() < start
}

/// The start behind the batch that a trial belongs to: 入选全国首批|碳达峰试点.
fn past_batch(scene: Scene<'_>, start: usize) -> usize {
    let before = scene.index(start).saturating_sub(1);
    if !grants(scene, before) {
        return start;
    }
    let mut rest = &scene.text[start..];
    while let Some(more) = ENDINGS.past_batches.iter().find_map(|word| rest.strip_prefix(*word)) {
        rest = more;
    }
    scene.text.len() - rest.len()
}

/// Where the name of a fund begins behind its amount.
fn past_amount(text: &str, range: Range<usize>) -> usize {
    let words = &text[range.clone()];
    let amount = words.starts_with(|char: char| char.is_ascii_digit() || "×XＸ*".contains(char));
    let end = words
        .find('元')
        .filter(|at| amount && *at <= 24)
        .map_or(0, |at| at + '元'.len_utf8());
    let rest = words[end..].trim_start_matches('的');
    range.start + words.len() - rest.len()
}

/// Where a programme begins whose last part is quoted: 实施新青年关爱“伙伴计划”.
pub(super) fn before_quote(scene: Scene<'_>, inner: usize) -> usize {
    let open = scene.text[..inner]
        .char_indices()
        .next_back()
        .map_or(inner, |(at, _)| at);
    match anchor(scene, open, true, "计划") {
        // 开展“平安校园”创建和|“清风行动”: two of them.
        Some(start)
            if (4..=20).contains(&scene.text[start..open].chars().count())
                && !scene.text[start..open].contains(['和', '与', '及', '、']) =>
        {
            start
        }
        _ => inner,
    }
}

/// The end of a verb, its complement included: 开展好, 启动了.
fn past_complement(scene: Scene<'_>, index: usize) -> usize {
    if matches!(scene.word(index + 1), "好" | "了" | "过" | "着") {
        scene.end(index + 1)
    } else {
        scene.end(index)
    }
}

/// Whether a list that ends before a joint has a member that is held: 办好甲大会、|乙大会.
fn hosts_before(scene: Scene<'_>, index: usize) -> bool {
    let first = index.saturating_sub(MOST_WORDS);
    (first..index)
        .rev()
        .take_while(|at| !matches!(scene.word(*at), "，" | "。" | "；"))
        .any(|at| scene.is(at, HOST))
}

/// Where the quotation begins whose last words an ending is.
pub(super) fn in_quotes(scene: Scene<'_>, ending: &Range<usize>) -> Option<usize> {
    let mark = after(scene.text, ending.end).filter(|char| matches!(char, '”' | '"'))?;
    let quote = scene.quote_before(ending.end + mark.len_utf8())?;
    let open = after(scene.text, quote.start)?;
    Some(quote.start + open.len_utf8())
}

/// “百县工程”: a quote that ends like a programme's name and is no figure of speech.
pub(super) fn is_quoted_programme(scene: Scene<'_>, start: usize, ending: &Range<usize>) -> bool {
    let modifier = scene.text.get(start..ending.start).unwrap_or_default();
    let known = ["行动", "工程", "计划"]
        .iter()
        .any(|word| scene.text[ending.clone()].ends_with(word));
    // “三乡工程”: a programme by a numeral. “六大工程”, “双高计划”: an abbreviation by numerals is a term.
    let works = scene.text[ending.clone()].ends_with("工程") && !modifier.contains(['大', '个', '项', '千']);
    let numeral = modifier.starts_with([
        '一', '二', '两', '双', '三', '四', '五', '六', '七', '八', '九', '十', '千',
    ]);
    // “七彩大地保护行动”: more than a numeral and what it counts.
    let long = modifier.chars().count() > 4 && !modifier.contains(['大', '个', '项', '千', '万', '、']);
    known
        && (!numeral || works || long)
        && (2..=8).contains(&modifier.chars().count())
        && !groups(modifier).is(NO_PROGRAMME)
}

/// Whether an action or programme is launched by its name: 实施种业振兴行动.
pub(super) fn is_programme(scene: Scene<'_>, start: usize, ending: &Range<usize>) -> bool {
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
