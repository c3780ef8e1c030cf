//! Subjects: runs of words that name those who act.

use std::ops::Range;

use super::called::CALLED;
use super::modals::is_modal;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{BREAKER, Groups, HEAD, PRONOUN, SECTOR, SKIP, STOP, UNIT, groups};

/// The units in a run of words, or none where it is no subject of that kind. Units are separated
/// by 、 and 和; a 等部门 closes the list.
pub(super) fn subject(scene: Scene<'_>, words: Range<usize>, heads: Groups) -> Option<Vec<Range<usize>>> {
    // 当老师要有爱心: what one is, nobody who is told.
    if matches!(scene.word(words.start), "当" | "做") || is_strengthened(scene, words.start) {
        return None;
    }
    let (mut items, mut first, mut depth) = (Vec::new(), words.start, 0_u8);
    let (mut closed, mut group, mut begin) = (false, false, words.start);
    for index in words.clone() {
        let word = scene.word(index);
        match word {
            "（" | "(" => depth += 1,
            // （责任单位：甲局）乙局要…: the bracket before is closed.
            "）" | ")" | "】" if depth == 0 => {
                items.clear();
                (first, begin) = (index + 1, index + 1);
                continue;
            }
            "）" | ")" => {
                depth -= 1;
                // A bracket before the subject is not part of it.
                if matches!(scene.word(first), "（" | "(") || items.is_empty() && index < words.start + 3 {
                    (first, begin) = (index + 1, index + 1);
                    continue;
                }
            }
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        // 国有企业特别是中央企业: those who are meant above all stand behind.
        let above_all = match word {
            "特别是" | "尤其是" => Some(index),
            "是" if index > first && matches!(scene.word(index - 1), "特别" | "尤其") => Some(index - 1),
            _ => None,
        };
        if let Some(end) = above_all.filter(|end| is_head(scene, first, *end, heads)) {
            items.push(item(scene, first, end)?);
            first = index + 1;
            continue;
        }
        if !items.is_empty() && is_sector(scene, first, index) && counts_units(scene, index) {
            items.push(item(scene, first, index)?);
            return Some(items);
        }
        let joint = match word {
            "、" | "/" | "／" | "以及" => true,
            "和" | "及" | "与" | "暨" => is_head(scene, first, index, heads) || is_sector(scene, first, index),
            _ => false,
        };
        // 各级党委、政府 are told as one.
        let joint = joint && !(matches!(word, "、" | "和" | "与" | "及") && is_pair(scene, index));
        // 我县各部门: not those who speak.
        let ours = word == "我"
            && scene.text[scene.end(index)..].starts_with(['省', '市', '县', '区', '州'])
            && scene.word(index + 2).starts_with('各');
        if scene.is(index, PRONOUN) && !ours {
            return None;
        }
        if word == "等" {
            items.push(item(scene, first, index)?);
            // 法律、经济等领域专家: the experts are told, not the fields.
            if matches!(scene.word(index + 1), "领域" | "方面" | "学科" | "专业") {
                return is_head(scene, index + 1, words.end, heads)
                    .then(|| item(scene, words.start, words.end).into_iter().collect());
            }
            (closed, first) = (true, index + 1);
            let rest = first..words.end;
            // 甲、乙等12个6月底前必须进场: places and the like, counted.
            if rest.len() > 1
                && scene.kind(first) == WordKind::Numeral
                && !scene.is(first + 2, UNIT)
                && !scene.is(first + 1, UNIT)
            {
                return None;
            }
            // 等部门密切配合
            let last = rest.clone().rev().find(|at| !scene.is(*at, SKIP));
            group = last.is_none_or(|at| scene.is(at, HEAD));
            break;
        }
        if joint {
            // 二、各部门要…: a marker that the outline does not know.
            if items.is_empty() && index == first + 1 && scene.kind(first) == WordKind::Numeral {
                (first, begin) = (index + 1, index + 1);
                continue;
            }
            items.push(item(scene, first, index)?);
            first = index + 1;
        } else if scene.is(index, BREAKER) && !CALLED.no_breakers.contains(&word)
            || matches!(word, "的" | "，" | "作为")
        {
            return None;
        }
    }
    if closed {
        return (group && !items.is_empty()).then_some(items);
    }
    let mut end = words.end;
    while end > first
        && (scene.word(end - 1) == " "
            || CALLED.before_duty.contains(&scene.word(end - 1))
            || scene.is(end - 1, SKIP)
            || scene.word(end - 1) == "总" && scene.word(end).starts_with("负责"))
    {
        end -= 1;
    }
    // 审计部门, 宣传干部: a verb right before such a noun is the unit's work, not an order.
    let office = end > begin
        && end - begin <= 3
        && scene
            .word(end - 1)
            .ends_with(['处', '科', '局', '办', '室', '站', '所']);
    let deputy = CALLED.deputies.contains(&scene.word(begin));
    let work = office || deputy || !scene.is(begin, STOP) && CALLED.worked.contains(&scene.word(begin + 1));
    let listed = !items.is_empty() && is_sector(scene, first, end);
    // 所有项目单位, 相关镇村: which ones, whatever the dictionary makes of the word.
    let every = CALLED.every.contains(&scene.word(begin));
    let urged = !work
        && !every
        && !listed
        && (scene.kind(begin) == WordKind::Verb || scene.is(begin, STOP) && !matches!(scene.word(begin), "各" | "每"))
        && !is_sector(scene, begin, begin + 1)
        && !scene.is(begin, HEAD)
        && !(heads == HEAD && is_bureau(scene, begin, end))
        && !groups(
            scene
                .text
                .get(scene.start(begin)..scene.end(end.max(1) - 1))
                .unwrap_or_default(),
        )
        .is(HEAD);
    if urged || !(listed || is_head(scene, first, end, heads)) {
        return None;
    }
    items.push(item(scene, first, end)?);
    by_their_work(scene, &mut items);
    // 看个专家门诊、上个好学校: a verb and its object is nobody.
    let acts = items.iter().skip(1).any(|item| {
        let index = scene.index(item.start);
        scene.kind(index) == WordKind::Verb && scene.word(index).len() == 3
    });
    (!acts && !items.iter().any(|item| tells(scene, item))).then_some(items)
}

/// 加强公安、检察院协作: what is to be strengthened, nobody who is told; but 深化改革办 is.
fn is_strengthened(scene: Scene<'_>, first: usize) -> bool {
    let verb = first + usize::from(scene.kind(first) == WordKind::Adverb);
    strengthens(scene.word(verb)) && !scene.word(verb + 1).starts_with("改革")
}

/// Whether a verb strengthens those who stand behind it: 加强, 深化.
pub(in crate::extract::mention) fn strengthens(word: &str) -> bool {
    CALLED.strengthened.contains(&word)
}

/// 公安、人社、民政|三家单位: whether a count closes a list of units.
fn counts_units(scene: Scene<'_>, index: usize) -> bool {
    scene.kind(index) == WordKind::Numeral
        && (index + 1..index + 4).any(|at| matches!(scene.word(at), "部门" | "单位" | "机构" | "局"))
        && (index..index + 3).any(|at| scene.word(at).ends_with(['家', '个', '大']))
        || CALLED
            .counted_units
            .iter()
            .any(|count| scene.word(index).ends_with(count))
}

/// 政法、公安部门: 部门 belongs to all that the list names by their work, so to none of them.
fn by_their_work(scene: Scene<'_>, items: &mut [Range<usize>]) {
    let [.., before, last] = items else { return };
    let words = &scene.text[last.clone()];
    let work = ["部门", "单位"].iter().find_map(|noun| words.strip_suffix(noun));
    if let Some(work) = work.filter(|work| groups(work).is(SECTOR))
        && groups(&scene.text[before.clone()]).is(SECTOR)
    {
        last.end = last.start + work.len();
    }
}

/// Whether a verb closes what a unit of a list is called by its work: 民政、应急|管理等部门, 财政、行政|审批、数据.
pub(super) fn is_work_of_list(scene: Scene<'_>, first: usize, index: usize) -> bool {
    let joint = (first..index).rev().take(4).find(|at| scene.word(*at) == "、");
    joint.is_some_and(|joint| {
        index > joint + 1
            && is_sector(scene, joint + 1, index + 1)
            && (matches!(scene.word(index + 1), "等" | "、" | "和" | "部门" | "单位")
                || is_modal(scene, index + 1)
                || counts_units(scene, index + 1))
    })
}

/// Whether a joint stands inside the name of one: 党委、|政府; 县委、|县政府分管领导.
fn is_pair(scene: Scene<'_>, joint: usize) -> bool {
    let (before, behind) = (&scene.text[..scene.start(joint)], &scene.text[scene.end(joint)..]);
    // One person of both.
    let level = behind.char_indices().nth(1).map_or(0, |(at, _)| at);
    let led = |rest: &str| CALLED.joint_leads.iter().any(|who| rest.starts_with(who));
    before.ends_with("党委") && behind.starts_with("政府")
        || before.ends_with('委') && behind[level..].strip_prefix("政府").is_some_and(led)
}

/// Whether the words of a name already tell what is done: 各单位严格执行24小时值班和领导, 省院立即派专家组.
fn tells(scene: Scene<'_>, item: &Range<usize>) -> bool {
    let first = scene.index(item.start);
    let inner = (first + 1..scene.len()).take_while(|&at| scene.end(at) < item.end);
    let mut acts = false;
    for at in inner {
        let word = scene.word(at);
        if CALLED.at_once.contains(&word) {
            return true;
        }
        acts |= scene.kind(at) == WordKind::Verb;
        if acts && scene.kind(at) == WordKind::Numeral && word.starts_with(|char: char| char.is_ascii_digit()) {
            return true;
        }
    }
    false
}

/// Whether the words up to an index end with one of the heads.
pub(super) fn is_head(scene: Scene<'_>, first: usize, end: usize, heads: Groups) -> bool {
    if end <= first {
        return false;
    }
    let last = scene.word(end - 1);
    // 副市长×××: whose name is withheld.
    if matches!(last, "×" | "某" | "某某" | "X" | "XX" | "XXX" | "*" | "＊") && end > first + 1 {
        return is_head(scene, first, end - 1, heads);
    }
    // 校长们
    if last == "们" {
        return is_head(scene, first, end - 1, heads);
    }
    let last = last.strip_suffix('们').unwrap_or(last);
    if last.len() < scene.word(end - 1).len() && groups(last).is(heads) {
        return true;
    }
    // 各镇
    if last
        .strip_prefix(['各', '每'])
        .is_some_and(|unit| groups(unit).is(heads))
    {
        return true;
    }
    // 村“两委”
    if last == "”" && scene.text[scene.start(first)..scene.end(end - 1)].ends_with("“两委”") {
        return true;
    }
    if matches!(last, "）" | ")") {
        let name = &scene.text[scene.start(first)..scene.end(end - 1)];
        return CALLED.bracketed.iter().any(|every| name.starts_with(every));
    }
    let joined = if end >= first + 2 {
        &scene.text[scene.start(end - 2)..scene.end(end - 1)]
    } else {
        last
    };
    // The last character of a word that is not in the list: 科技局, 营商办.
    let tail = last.char_indices().next_back().map_or("", |(at, _)| &last[at..]);
    // 编办: an office that the dictionary knows.
    let office = scene.kind(end - 1) == WordKind::Organization && last.ends_with(['办', '委', '局', '厅']);
    scene.is(end - 1, heads)
        || office
        || groups(joined).is(heads)
        || (last.chars().count() > 2
            && (groups(tail).is(UNIT)
                || CALLED.unit_tails.contains(&tail)))
        || suffixes(last).any(|tail| tail.len() > 3 && groups(tail).is(heads))
        // 各镇|街
        || last.chars().count() == 1 && suffixes(joined).any(|tail| tail.len() > 3 && groups(tail).is(heads))
}

/// Whether a unit's work stands for the unit, in one word or two.
fn is_sector(scene: Scene<'_>, first: usize, end: usize) -> bool {
    let whole = || {
        scene
            .text
            .get(scene.start(first)..scene.end(end - 1))
            .unwrap_or_default()
    };
    end == first + 1 && scene.is(first, SECTOR) || end == first + 2 && groups(whole()).is(SECTOR)
}

/// 招商中心, 建设单位: a verb that says what the unit behind it is for.
fn is_bureau(scene: Scene<'_>, first: usize, end: usize) -> bool {
    // 报关|企业; not 支持|企业.
    let firm = scene.word(first + 1) == "企业" && !scene.is(first, STOP);
    (end == first + 2 || end > first + 2 && matches!(scene.word(first + 2), "、" | "和" | "及" | "与"))
        && scene.word(first).chars().count() == 2
        && (firm || CALLED.bureaus.contains(&scene.word(first + 1)))
}

pub(super) fn suffixes(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().skip(1).map(|(at, _)| &word[at..])
}

/// The span of one unit; none where it is empty or too long to be one.
pub(super) fn item(scene: Scene<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if end <= first {
        return None;
    }
    let text = scene.text;
    let (start, end) = (scene.start(first), scene.end(end - 1));
    let words = text.get(start..end)?;
    // 一名县级领导
    let start = ["一名", "一位", "1名", "1位"]
        .iter()
        .find(|count| words.starts_with(**count))
        .map_or(start, |count| start + count.len());
    let words = text.get(start..end)?;
    let trimmed = words.trim();
    let start = start + (words.len() - words.trim_start().len());
    (!trimmed.is_empty() && trimmed.len() <= 90).then(|| start..start + trimmed.len())
}
