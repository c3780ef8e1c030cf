//! Mentions: actors, times, quantities, industries, organizations, projects, terms, policies and
//! redactions.

mod actor;
mod found;
mod industry;
mod learned;
mod list;
mod measured;
mod name;
mod number;
mod policy;
mod quote;
mod redaction;
mod scan;
mod scene;
mod settled;
pub mod tagger;
mod term;
#[cfg(all(test, feature = "dictionary"))]
mod tests;
mod time;
mod time_parts;
mod unit;
mod vocabulary;

use std::ops::Range;
use std::sync::LazyLock;

use self::found::Found;
use self::name::Name;
pub use self::redaction::redactions;
use self::scene::Scene;
pub use self::settled::settled;
use self::tagger::Sentence;
pub(super) use self::unit::{starts_with_mere_unit, starts_with_unit};
use super::clean::{CleanOffset, Cleaned};
use super::extraction::{Label, Mention};
use super::lexicon::{Word, WordKind};
use super::matcher::Chars;
use super::outline::Outline;
use super::places::Places;
use super::word_list::WordList;

const PHRASES: &str = include_str!("data/terms.txt");

/// Phrases that are terms wherever they stand.
static TERMS: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(PHRASES, &["term"]));

/// Those and the ones that are terms only in quotation marks.
static QUOTED: LazyLock<WordList> = LazyLock::new(|| WordList::new_of(PHRASES, &["term", "quoted"]));

/// Finds the mentions, in reading order. Without words, what needs word boundaries (organizations,
/// projects, actors, most industries) is left out.
pub fn mentions(cleaned: &Cleaned, outline: &Outline, words: Option<&[Word]>) -> Vec<Mention<CleanOffset>> {
    by_rules(cleaned, outline, words, |scene, mut found| {
        if let Some(scene) = scene {
            learned::add(scene, &mut found);
        }
        found.into_mentions()
    })
}

/// The same without what the tagger adds. The statement model learns from these: of the texts that both learn from
/// the tagger knows more than of any other.
pub fn mentions_by_rules(cleaned: &Cleaned, outline: &Outline, words: &[Word]) -> Vec<Mention<CleanOffset>> {
    by_rules(cleaned, outline, Some(words), |_, found| found.into_mentions())
}

/// The sentences of a text as the tagger sees them, for learning.
pub fn sentences(cleaned: &Cleaned, outline: &Outline, words: &[Word]) -> Vec<Sentence> {
    by_rules(cleaned, outline, Some(words), |scene, found| {
        let found = found.into_mentions();
        scene.map(|scene| tagger::sentences(scene, &found)).unwrap_or_default()
    })
}

/// Finds what the rules find, and hands it on with the text as they looked at it.
fn by_rules<Made>(
    cleaned: &Cleaned,
    outline: &Outline,
    words: Option<&[Word]>,
    then: impl FnOnce(Option<Scene<'_>>, Found) -> Made,
) -> Made {
    let text = cleaned.text();
    let chars = &cleaned.chars();
    let mut found = Found::default();
    let redactions = redaction::redactions_in(chars);
    let quotes = quote::quotes(chars);
    let trades = industry::trades(chars);
    let known = words
        .map(|words| scene::known(text, words, &trades))
        .unwrap_or_default();
    let ends = words.unwrap_or_default().iter().map(|word| word.span.range().end);
    let ends = Places::of(ends, text.len());
    let scene = words.map(|words| Scene::new(chars, words, &ends, &known, &quotes));
    let policies = policy::policies(chars, &quotes);
    let is_idiom = |range: &Range<usize>| {
        scene.is_some_and(|scene| {
            let at = scene.index(range.start);
            scene.start(at) == range.start && scene.end(at) == range.end && scene.kind(at) == WordKind::Idiom
        })
    };
    let terms = term::terms(
        chars,
        &quotes,
        set_phrases(chars, |at| scene.is_none_or(|scene| scene.is_boundary(at))),
        is_idiom,
    );
    let measured = measured::measured(text, &number::numbers(chars, &redactions));
    let is_word =
        |range: &Range<usize>| scene.is_none_or(|scene| scene.is_boundary(range.start) && scene.is_boundary(range.end));
    let times = time::times(chars, &measured.times, is_word);

    for range in &redactions {
        found.push(Label::Redaction, range.clone(), "redaction/placeholder", 96);
    }
    for range in policies {
        found.push(Label::Policy, range, "policy/cited", 88);
    }
    let phrased = |range: &Range<usize>| {
        let next = terms.partition_point(|term| term.range.end <= range.start);
        terms
            .get(next)
            .is_some_and(|term| term.range.start < range.start && range.end < term.range.end)
    };
    let (mut organizations, mut projects) = (Vec::new(), Vec::<Name>::new());
    if let Some(scene) = scene {
        let industries = industry::industries(scene);
        let ranges: Vec<_> = industries.iter().map(|industry| industry.range.clone()).collect();
        let markers: Vec<_> = outline.headings.iter().map(|heading| heading.marker.range()).collect();
        let starts = actor::clause_starts(chars, &markers);
        let names = name::names(scene, &ranges, &list::lists(scene));
        let mut actors = actor::actors(scene, &starts, &times, |at| looks_back(cleaned, outline, at));
        let known: Vec<_> = actors.iter().map(|actor| actor.range.clone()).collect();
        let free = |range: &Range<usize>| {
            let next = known.partition_point(|actor| actor.end <= range.start);
            known.get(next).is_none_or(|actor| range.end <= actor.start)
        };
        let bodies = names.iter().filter(|name| name.organization && free(&name.range));
        actors.extend(bodies.filter_map(|name| actor::told(text, &name.range)));
        actors.sort_by_key(|actor| actor.range.start);
        for actor in actors {
            found.push_actor(actor);
        }
        for name in names {
            if !found.overlaps(Label::Actor, &name.range) {
                if name.organization {
                    organizations.push(name)
                } else {
                    projects.push(name)
                }
            }
        }
        // 西部陆海新通道: a phrase of official language, not a road of that name.
        let set = |name: &Name| {
            let next = terms.partition_point(|term| term.range.end < name.range.end);
            terms.get(next).is_some_and(|term| {
                term.rule == "term/set-phrase"
                    && term.range.start <= name.range.start + "畅通".len()
                    && name.range.end <= term.range.end
            })
        };
        projects
            .retain(|name| !(matches!(name.rule, "project/line" | "project/place" | "project/listed") && set(name)));
        for name in projects {
            // 贯彻某某规定精神学习教育: the campaign goes by what it is to put into effect.
            let campaign = matches!(name.rule, "project/launched" | "project/programme")
                && found.contains(Label::Policy, &name.range);
            if campaign || !found.overlaps(Label::Policy, &name.range) {
                found.push(Label::Project, name.range, name.rule, name.confidence);
            }
        }
        push_times(&mut found, &times, phrased);
        for name in organizations {
            if !found.overlaps(Label::Policy, &name.range) && !found.overlaps(Label::Project, &name.range) {
                found.push(Label::Organization, name.range, name.rule, name.confidence);
            }
        }
        for term in terms {
            if ![Label::Policy, Label::Project, Label::Time]
                .iter()
                .any(|label| found.overlaps(*label, &term.range))
            {
                found.push(Label::Term, term.range, term.rule, term.confidence);
            }
        }
        for industry in industries {
            let taken = [
                Label::Policy,
                Label::Project,
                Label::Organization,
                Label::Actor,
                Label::Term,
            ];
            if !taken.iter().any(|label| found.overlaps(*label, &industry.range)) {
                found.push(Label::Industry, industry.range, industry.rule, industry.confidence);
            }
        }
    } else {
        push_times(&mut found, &times, phrased);
        for term in terms {
            if ![Label::Policy, Label::Time]
                .iter()
                .any(|label| found.overlaps(*label, &term.range))
            {
                found.push(Label::Term, term.range, term.rule, term.confidence);
            }
        }
        for range in industry::listed(chars) {
            if ![Label::Policy, Label::Term]
                .iter()
                .any(|label| found.overlaps(*label, &range))
            {
                found.push(Label::Industry, range, "industry/listed", 80);
            }
        }
    }
    // 2.2 项目建设: the number of a heading, no 2.2 of something.
    let numbers_heading = |range: &Range<usize>| {
        let next = outline
            .headings
            .partition_point(|heading| heading.marker.range().end <= range.start);
        outline
            .headings
            .get(next)
            .is_some_and(|heading| heading.marker.range().contains(&range.start))
    };
    for range in measured.quantities.into_iter().filter(|range| !numbers_heading(range)) {
        if ![Label::Policy, Label::Term, Label::Time, Label::Project]
            .iter()
            .any(|label| found.overlaps(*label, &range))
        {
            found.push(Label::Quantity, range, "quantity/unit", 94);
        }
    }
    then(scene, found)
}

/// The set phrases of a text; `is_boundary` tells whether words meet at a place.
fn set_phrases(chars: &Chars, is_boundary: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let text = chars.text;
    // 控股上市公司, 标准地|名: a short phrase begins and ends with a word.
    let whole = |range: &Range<usize>| range.len() > 9 || is_boundary(range.start) && is_boundary(range.end);
    let free = TERMS.find_in(chars).map(|found| found.range).filter(whole);
    // 扫黑除恶 is a term, 扫黑除恶斗争 as a whole only in quotation marks.
    let marks = chars.marks(0..text.len()).filter(|(_, char)| is_quotation_mark(*char));
    let quoted = marks.filter_map(|(at, mark)| {
        let start = at + mark.len_utf8();
        let end = start + QUOTED.beginning(&text[start..])?.len();
        scan::after(text, end)
            .is_some_and(is_quotation_mark)
            .then_some(start..end)
    });
    let mut found: Vec<Range<usize>> = free.chain(quoted).collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found.dedup();
    found
}

fn is_quotation_mark(char: char) -> bool {
    matches!(char, '“' | '”' | '"' | '「' | '」' | '‘' | '’')
}

/// Adds the times, but not those that are part of a document's title, of a phrase or of a
/// programme's name (三年行动).
fn push_times(found: &mut Found, times: &[Range<usize>], phrased: impl Fn(&Range<usize>) -> bool) {
    for range in times {
        let policy = found.is_in(Label::Policy, range);
        let inside = found.overlaps(Label::Project, range) && !found.begins(Label::Project, range.start);
        if !policy && !inside && !phrased(range) {
            found.push(Label::Time, range.clone(), "time/expression", 90);
        }
    }
}

/// Whether the headings above a place announce a report.
fn looks_back(cleaned: &Cleaned, outline: &Outline, at: usize) -> bool {
    let above = outline
        .headings
        .partition_point(|heading| heading.span.range().start <= at);
    let mut level = u8::MAX;
    outline.headings[..above].iter().rev().take(24).any(|heading| {
        let outer = heading.level < level;
        level = level.min(heading.level);
        outer && actor::looks_back(cleaned.slice(heading.span))
    })
}
