//! How binding a measure is, and what kind of policy instrument its words suggest.

use std::ops::Range;
use std::sync::LazyLock;

use super::Modality;
use crate::extract::marks::is_letter;
use crate::extract::matcher::{Chars, Matcher};
use crate::extract::word_list::{Found, WordList};

static MODALITY: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/modality.txt")));
static INSTRUMENTS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("../data/instruments.txt")));

/// What the words of a measure say; ranges are bytes of them.
#[derive(Debug, Default)]
pub(super) struct Wording {
    pub(super) modality: Modality,
    pub(super) modality_words: Option<Range<usize>>,
    /// The class and the words that suggest it, in order.
    pub(super) instrument: Option<(&'static str, Vec<Range<usize>>)>,
}

/// Encouragement and exploration count where they open a clause, within so many bytes.
const OPENING: usize = 36;

/// The plain 要 is no directive behind these: 主要, 重要, 需要.
const INSIDE: [char; 9] = ['主', '重', '必', '首', '纲', '概', '摘', '紧', '简'];

/// Reads the words of a measure, which are a part of a (folded) text.
pub(super) fn wording(chars: &Chars, measure: Range<usize>) -> Wording {
    let (modality, modality_words) = modality(chars, &measure);
    Wording {
        modality,
        modality_words,
        instrument: instrument(chars, &measure),
    }
}

/// The words of a list in a part of a text, as if it were all of it.
fn find<'a>(list: &'a WordList, chars: &'a Chars, part: &Range<usize>) -> impl Iterator<Item = Found> + 'a {
    let start = part.start;
    list.find_within(chars, part.clone()).map(move |mut found| {
        found.range = found.range.start - start..found.range.end - start;
        found
    })
}

/// A ban outweighs a must, a must what opens the clause, that the plain 要.
fn modality(chars: &Chars, measure: &Range<usize>) -> (Modality, Option<Range<usize>>) {
    let words = &chars.text[measure.clone()];
    let mut best: Option<(u8, Modality, Range<usize>)> = None;
    let (mut comma, mut seen, mut quoted) = (0, 0, false);
    for found in find(&MODALITY, chars, measure) {
        // Each stretch of the words is looked at once, however many of them say how binding it is.
        comma = words[seen..found.range.start].rfind('，').map_or(comma, |at| seen + at);
        // “政府引导、市场运作” is a name.
        let mark = words[seen..found.range.start].rfind(['“', '”']);
        quoted = mark.map_or(quoted, |at| words[seen + at..].starts_with('“'));
        seen = found.range.start;
        if quoted {
            continue;
        }
        let opens = found.range.start - comma <= OPENING;
        let candidate = match found.group {
            "forbid" => (5, Modality::Forbid),
            "must" => (4, Modality::Must),
            "encourage" if opens => (3, Modality::Encourage),
            "explore" if opens => (2, Modality::Explore),
            "should" if !words[..found.range.start].ends_with(INSIDE) => (1, Modality::Should),
            _ => continue,
        };
        if best.as_ref().is_none_or(|(rank, ..)| candidate.0 > *rank) {
            best = Some((candidate.0, candidate.1, found.range));
        }
    }
    best.map_or((Modality::default(), None), |(_, modality, range)| {
        (modality, Some(range))
    })
}

/// The class whose words cover most of the measure; the first in the order of classes where two
/// cover the same.
fn instrument(chars: &Chars, measure: &Range<usize>) -> Option<(&'static str, Vec<Range<usize>>)> {
    let mut classes: Vec<(&'static str, usize, Vec<Range<usize>>)> = Vec::new();
    let words = &chars.text[measure.clone()];
    for found in find(&INSTRUMENTS, chars, measure) {
        if names_office(&words[found.range.end..]) {
            continue;
        }
        let weight = found.range.len() - 1;
        match classes.iter_mut().find(|(class, ..)| *class == found.group) {
            Some((_, sum, words)) => {
                *sum += weight;
                words.push(found.range);
            }
            None => classes.push((found.group, weight, vec![found.range])),
        }
    }
    let best = classes
        .into_iter()
        .min_by_key(|(class, weight, _)| (std::cmp::Reverse(*weight), *class))?;
    Some((best.0, best.2))
}

/// Whether what follows a word makes it the work of an office that is named: 交通|运输局, 技术|部门.
fn names_office(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(24)];
    let clause = near
        .find(|char: char| !is_letter(char) || "的要对把将和及与为".contains(char))
        .map_or(near, |end| &near[..end]);
    let offices = &*OFFICES;
    offices.worked_on.beginning(clause).is_none()
        && offices.ends.find(clause).next().is_some_and(|(office, _)| {
            let within = &clause[..clause.floor_char_boundary(office.end + 3)];
            office.start <= 15 && offices.others.find(within).next().is_none()
        })
}

/// The words of `offices.txt`, where the comments say what each group is.
struct Offices {
    ends: Matcher<'static>,
    worked_on: Matcher<'static>,
    others: Matcher<'static>,
}

static OFFICES: LazyLock<Offices> = LazyLock::new(|| {
    let group = |name| Matcher::new(WordList::longest_first(include_str!("../data/offices.txt"), name));
    Offices {
        ends: group("end"),
        worked_on: group("worked-on"),
        others: group("other"),
    }
});
