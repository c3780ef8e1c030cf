//! Units and classifiers, and what a number becomes before each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a number becomes before a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A quantity, whatever the number.
    Measure,
    /// A quantity, but not with a bare 一.
    Classifier,
    /// A quantity, only with digits.
    Score,
    /// A time that lasts.
    Duration,
    /// A time on the calendar.
    Calendar,
    /// A time of day, only with digits.
    Clock,
    /// Neither.
    Other,
}

/// A unit at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) kind: UnitKind,
    /// Its length in bytes.
    pub(super) len: usize,
}

struct Entry {
    kind: UnitKind,
    /// Characters that make it another word when they follow.
    vetoes: &'static str,
}

/// The units by spelling, and the length in bytes of the longest.
static UNITS: LazyLock<(BTreeMap<&'static str, Vec<Entry>>, usize)> = LazyLock::new(|| {
    let mut units: BTreeMap<&'static str, Vec<Entry>> = BTreeMap::new();
    let mut kind = UnitKind::Other;
    for line in include_str!("../data/units.txt").lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            kind = match name {
                "measure" => UnitKind::Measure,
                "classifier" => UnitKind::Classifier,
                "score" => UnitKind::Score,
                "duration" => UnitKind::Duration,
                "calendar" => UnitKind::Calendar,
                "clock" => UnitKind::Clock,
                _ => UnitKind::Other,
            };
            continue;
        }
        for word in line.split_whitespace() {
            let (unit, vetoes) = word.split_once('!').unwrap_or((word, ""));
            units.entry(unit).or_default().push(Entry { kind, vetoes });
        }
    }
    let longest = units.keys().map(|unit| unit.len()).max().unwrap_or_default();
    (units, longest)
});

/// The longest unit that a text begins with. After Arabic digits a classifier is one whatever
/// follows it (20个人, but XX支行 is a name).
pub(super) fn unit(text: &str, after_digits: bool) -> Option<Unit> {
    let (units, longest) = &*UNITS;
    let mut end = text.floor_char_boundary(*longest);
    while end > 0 {
        let (head, rest) = text.split_at(end);
        if let Some(entries) = units.get(head) {
            let next = rest.chars().next();
            let sure = |kind| after_digits && matches!(kind, UnitKind::Measure | UnitKind::Classifier);
            let fits = |entry: &&Entry| sure(entry.kind) || !next.is_some_and(|next| entry.vetoes.contains(next));
            let cut = head.ends_with(|last: char| last.is_ascii_alphabetic())
                && next.is_some_and(|next| next.is_ascii_alphanumeric());
            if let Some(entry) = entries.iter().find(fits).filter(|_| !cut) {
                return Some(Unit { kind: entry.kind, len: end });
            }
        }
        end = text.floor_char_boundary(end - 1);
    }
    None
}
