//! Endings that decide by themselves, or by the quotation, the number or the verb before them, whether
//! they close a name.

use std::ops::{ControlFlow, Range};

use super::Name;
use super::around::{
    ends_with_numeral_quote, is_class, is_graded, is_great, is_hosted, is_title, is_whole, ordinal_start, part_of,
    quote_before, quoted_before,
};
use super::body::{body_fits, sender_start, with_part};
use super::bounds::{body_start, held_at, with_phase, with_stretch};
use super::kinds::KINDS;
use super::programme::{before_quote, in_quotes, is_quoted_programme, launched};
use crate::extract::mention::scan::after;
use crate::extract::mention::scene::Scene;
use crate::extract::mention::vocabulary::NOT_OFFICE;

/// Breaks with the name that an ending closes, and whether it is sure, or with none. Goes on where the words
/// before it decide.
pub(super) fn outright(
    scene: Scene<'_>,
    ending: &Range<usize>,
    group: &'static str,
) -> ControlFlow<Option<(Name, bool)>> {
    match group {
        "body" => return ControlFlow::Break(body(scene, ending)),
        "sent" => return ControlFlow::Break(sender(scene, ending).map(sure)),
        "service" => return ControlFlow::Break(service(scene, ending).map(sure)),
        _ => {}
    }
    let quoted = in_quotes(scene, ending);
    let is_quoted = |start: &usize| is_quoted_programme(scene, *start, ending);
    if group == "programme" || group == "activity" && quoted.as_ref().is_some_and(is_quoted) {
        return ControlFlow::Break(programme(scene, ending, group, quoted).map(sure));
    }
    if is_another_word(scene, ending, group) {
        return ControlFlow::Break(None);
    }
    if let Some(name) = drive(scene, ending, group) {
        return ControlFlow::Break(Some(sure(name)));
    }
    if is_phrase(scene, ending, group) {
        return ControlFlow::Break(None);
    }
    match quoted_or_numbered(scene, ending, group) {
        Some(name) => ControlFlow::Break(Some(sure(name))),
        None => ControlFlow::Continue(()),
    }
}

fn sure(name: Name) -> (Name, bool) {
    (name, true)
}

fn body(scene: Scene<'_>, ending: &Range<usize>) -> Option<(Name, bool)> {
    let name = Name {
        range: body_start(scene, ending)..with_part(scene, ending),
        ending: ending.clone(),
        organization: true,
        rule: "organization/body",
        confidence: 88,
    };
    body_fits(scene, ending).then(|| sure(name))
}

fn sender(scene: Scene<'_>, ending: &Range<usize>) -> Option<Name> {
    Some(Name {
        range: sender_start(scene.text, ending.start)?..ending.end,
        ending: ending.clone(),
        organization: true,
        rule: "organization/sent",
        confidence: 76,
    })
}

/// A service, a post or a drill by the quote before it or around it: “清风”监测点, “邻里食堂”.
fn service(scene: Scene<'_>, ending: &Range<usize>) -> Option<Name> {
    if !scene.is_boundary(ending.end) {
        return None;
    }
    let start = match in_quotes(scene, ending) {
        Some(inner) => Some(inner).filter(|inner| is_title(&scene.text[*inner..ending.start])),
        None => quote_before(scene, ending.start),
    }?;
    Some(Name {
        range: start..ending.end,
        ending: ending.clone(),
        organization: false,
        rule: "project/quoted",
        confidence: 62,
    })
}

/// A programme, a fair or an action with a name of its own; `quoted` is where the quotation that it
/// ends begins.
fn programme(scene: Scene<'_>, ending: &Range<usize>, group: &str, quoted: Option<usize>) -> Option<Name> {
    let text = scene.text;
    if KINDS.games.contains(&&text[ending.clone()]) && !is_hosted(scene, ending.start) {
        return None;
    }
    let start = if group == "programme" {
        held_at(scene, ending.start)
    } else {
        quoted.map_or(ending.start, |inner| before_quote(scene, inner))
    };
    // “滨江号”中欧班列: which of the trains it is.
    let train = scene
        .quote_before(start)
        .filter(|quote| text[ending.clone()].ends_with("班列") && text[quote.clone()].contains('号'));
    let start = train.map_or(start, |quote| quote.start);
    let close = quoted
        .filter(|inner| start < *inner)
        .and_then(|_| after(text, ending.end));
    let end = part_of(text, ending.end + close.map_or(0, char::len_utf8));
    Some(Name {
        range: start..with_stretch(text, end),
        ending: ending.clone(),
        organization: false,
        rule: "project/programme",
        confidence: 70,
    })
}

/// Whether an ending is only the beginning or the end of another word, or names a class.
fn is_another_word(scene: Scene<'_>, ending: &Range<usize>, group: &str) -> bool {
    let text = scene.text;
    let not_office = || scene.is(scene.index(ending.start), NOT_OFFICE) || is_whole(&text[..ending.end]);
    // 妇幼保健院新|院: the new part of a house.
    let wing = || &text[ending.clone()] == "院" && text[..ending.start].ends_with('新');
    group == "office" && (not_office() || wing())
        || !scene.is_boundary(ending.end)
        || matches!(group, "park" | "platform" | "company") && is_class(&text[ending.end..])
        || goes_on(text, ending)
}

/// Whether an ending goes on behind it (平台|化), or stands behind a quotation that is no name.
fn goes_on(text: &str, ending: &Range<usize>) -> bool {
    let next = after(text, ending.end);
    match &text[ending.clone()] {
        kind if KINDS.going_on.contains(&kind) => next.is_some_and(|next| "化型性式级".contains(next)),
        "公园" => next == Some('城'),
        "专项" => next.is_some_and(|next| "整行治检督资债规工活斗经".contains(next)),
        "学习教育" | "主题教育" => text[..ending.start].ends_with(['”', '"']),
        "二期" | "三期" | "四期" | "五期" => next.is_some_and(|next| "间待货望限刊".contains(next)),
        _ => false,
    }
}

/// An action or a fund behind the verb that launches it.
fn drive(scene: Scene<'_>, ending: &Range<usize>, group: &str) -> Option<Name> {
    if group != "activity" && !scene.text[ending.clone()].ends_with("基金") {
        return None;
    }
    Some(Name {
        range: launched(scene, ending)?..ending.end,
        ending: ending.clone(),
        organization: false,
        rule: "project/launched",
        confidence: 76,
    })
}

/// Whether the words before an ending count or rank what it stands for.
fn is_phrase(scene: Scene<'_>, ending: &Range<usize>, group: &str) -> bool {
    let text = scene.text;
    // 进社区“四进”活动: the quote is a phrase.
    &text[ending.clone()] == "活动" && ends_with_numeral_quote(scene, ending.start)
        // 六大工程: counted, not named.
        || group == "activity" && is_great(&text[..ending.start])
        // 创建国家4A级旅游景区: a grade, not a place.
        || text[ending.clone()].ends_with("景区") && is_graded(&text[..ending.start])
}

fn quoted_or_numbered(scene: Scene<'_>, ending: &Range<usize>, group: &str) -> Option<Name> {
    let text = scene.text;
    let (range, rule, confidence) = match group {
        "activity" => (quoted_before(scene, ending)?..ending.end, "project/quoted", 66),
        "park" | "line" | "platform" if ending.len() >= "水厂".len() => {
            let start = ordinal_start(text, ending.start)?;
            (start..with_phase(text, ending.end), "project/numbered", 74)
        }
        _ => return None,
    };
    Some(Name {
        range,
        ending: ending.clone(),
        organization: false,
        rule,
        confidence,
    })
}
