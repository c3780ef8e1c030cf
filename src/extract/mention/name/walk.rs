//! The words to the left of an ending that can belong to its name.

use std::ops::Range;

use super::kinds::KINDS;
use crate::extract::lexicon::WordKind;
use crate::extract::mention::scan::ends_clause;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::{INNER, STOP};

/// How far a name reaches to the left of its ending, in words and in bytes.
const MOST_WORDS: usize = 14;
const MOST_BYTES: usize = 90;

/// The words before an ending that can belong to its name.
///
/// `line` says that the ending is that of a road or a railway, whose name is that of its two ends.
pub(super) fn walk(scene: Scene<'_>, end: usize, line: bool) -> Range<usize> {
    let text = scene.text;
    let work = KINDS.work_endings.iter().any(|word| text[end..].starts_with(word));
    // 江北新港发展研究院: what an institute works on.
    // 建筑垃圾资源化|利用|中心: what a centre is for.
    let institute = KINDS.institutes.iter().any(|word| text[end..].starts_with(word));
    let house = KINDS.quarters.iter().any(|word| text[end..].starts_with(word));
    let floor = end.saturating_sub(MOST_BYTES);
    let mut start = end;
    let mut index = scene.index(end);
    if scene.start(index) < end {
        start = scene.start(index);
        if scene.is(index, STOP) {
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
                let Some(quote) = scene.quote_before(scene.end(index)).filter(|quote| quote.len() <= 60) else {
                    break;
                };
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
            // 中国—东盟
            '—' | '-' | '－' if between_places(scene, index) => {
                start = scene.start(index);
                continue;
            }
            _ if !char.is_alphanumeric() => break,
            // 江城至海州高铁, 甲县经乙县至丙县铁路
            '至' | '经' if word.len() == 3 && (between_places(scene, index) || line && between_ends(scene, index)) => {
                start = scene.start(index);
                continue;
            }
            _ => {}
        }
        // 创新发展试验区: two such verbs are no order.
        let chained = index.checked_sub(1).is_some_and(|before| scene.is(before, INNER));
        let business = matches!(word, "投资" | "开发" | "管理" | "运营");
        // 水源地保护项目: what is done to a thing, behind it.
        let done = work && word != "建设";
        // 蓝溪海洋经济|发展|示范区: behind a noun no order.
        let zone = word == "发展" && KINDS.zones.iter().any(|zone| text[end..].starts_with(zone));
        let inner = scene.is(index, INNER)
            && (start < end || chained || business || done || institute || zone)
            && inside(scene, index);
        let stops = scene.is(index, STOP) && !inner;
        // 北方理工大学: a quarter of the compass, which the dictionary takes for a particle.
        let quarter = house && word.ends_with('方') && word.starts_with(['东', '西', '南', '北', '中']);
        let function = matches!(
            kind,
            WordKind::Preposition | WordKind::Conjunction | WordKind::Particle | WordKind::Adverb
        ) && word.len() > 3
            && !quarter;
        let verb = kind == WordKind::Verb && !scene.is(index, INNER) && word.len() > 3;
        // 某某钢铁300万吨搬迁改造项目: how much it makes is part of a plant's name.
        if work && index > 0 && (char.is_ascii_digit() || is_amount(word)) {
            start = scene.start(index);
            continue;
        }
        // 江州三线船闸: which one of the locks it is.
        let number = kind == WordKind::Numeral
            && word.len() > 3
            && !(word.ends_with('线') && text[scene.end(index)..].starts_with("船闸"))
            || ends_clause(char);
        if stops || function || verb || number {
            break;
        }
        start = scene.start(index);
    }
    start..end
}

/// Whether a word is a unit that the output of a plant is told in, or introduces it.
fn is_amount(word: &str) -> bool {
    KINDS.output.contains(&word)
}

/// Whether a place stands on either side of a word.
fn between_places(scene: Scene<'_>, index: usize) -> bool {
    let place = |index: usize| matches!(scene.kind(index), WordKind::Place | WordKind::Unknown);
    index.checked_sub(1).is_some_and(place) && place(index + 1)
}

/// Whether names may stand on either side of a word: nouns, or the single characters of a name that
/// the dictionary lacks.
pub(in crate::extract::mention) fn between_ends(scene: Scene<'_>, index: usize) -> bool {
    let name = |index: usize| {
        let (word, kind) = (scene.word(index), scene.kind(index));
        let bracket = matches!(word, "）" | ")");
        bracket
            || kind.is_nominal() && !scene.is(index, STOP) && !matches!(word, "今年" | "去年" | "目前" | "今")
            || word.len() == 3 && word.chars().all(char::is_alphabetic) && !scene.is(index, STOP)
    };
    index.checked_sub(1).is_some_and(name) && name(index + 1)
}

/// Whether a verb has a noun before it, so that it may be part of a name: 矿山修复工程, with another
/// such verb between them too (产业融合发展示范园).
pub(super) fn inside(scene: Scene<'_>, index: usize) -> bool {
    let built = scene.word(index) == "建设" && !KINDS.not_built.contains(&scene.word(index + 1));
    let noun = |index: usize| scene.kind(index).is_nominal() && !scene.is(index, STOP);
    let before = index.checked_sub(1).is_some_and(|before| {
        noun(before)
            || is_amount(scene.word(before))
            || scene.is(before, INNER) && before.checked_sub(1).is_some_and(noun)
    });
    before && !built
}
