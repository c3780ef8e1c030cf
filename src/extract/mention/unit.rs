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
    unit: &'static str,
    kind: UnitKind,
    /// Characters that make it another word when they follow.
    vetoes: &'static str,
}

/// The units by their first character, the longest first.
static UNITS: LazyLock<BTreeMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut units: BTreeMap<char, Vec<Entry>> = BTreeMap::new();
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
            if let Some(first) = unit.chars().next() {
                units.entry(first).or_default().push(Entry { unit, kind, vetoes });
            }
        }
    }
    for entries in units.values_mut() {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.unit.len()));
    }
    units
});

/// The longest unit that a text begins with. After Arabic digits a classifier is one whatever
/// follows it (20个人, but XX支行 is a name).
pub(super) fn unit(text: &str, after_digits: bool) -> Option<Unit> {
    let entries = UNITS.get(&text.chars().next()?)?;
    entries.iter().find_map(|entry| {
        let rest = text.strip_prefix(entry.unit)?;
        let next = rest.chars().next();
        let sure = after_digits && matches!(entry.kind, UnitKind::Measure | UnitKind::Classifier);
        let vetoed = !sure && next.is_some_and(|next| entry.vetoes.contains(next));
        let cut = entry.unit.ends_with(|last: char| last.is_ascii_alphabetic())
            && next.is_some_and(|next| next.is_ascii_alphanumeric());
        (!vetoed && !cut).then_some(Unit {
            kind: entry.kind,
            len: entry.unit.len(),
        })
    })
}

/// Whether a text begins with a unit, and not with a word that begins like one: 1.1|项目建设.
pub(in crate::extract) fn starts_with_mere_unit(text: &str) -> bool {
    unit(text, false).is_some()
}

/// Whether a text begins with what can stand behind a number in digits.
pub(in crate::extract) fn starts_with_unit(text: &str) -> bool {
    unit(text, true).is_some()
}
