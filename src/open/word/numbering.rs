//! The numbers that Word puts before paragraphs: they stand nowhere in the text.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::styles::Styles;
use super::{attribute, child, is_on, numeral, value};

/// Levels of a list.
const LEVELS: usize = 9;

/// The longest number with its signs, in code points: what is longer was not made by Word.
const LONGEST: usize = 200;

/// The lists of a document and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<u32, Vec<Level>>,
    lists: BTreeMap<u32, List>,
    /// The last number of each level, by pattern: lists of one pattern go on with one another.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// The lists that have begun anew, by level.
    restarted: BTreeSet<(u32, usize)>,
}

/// A list: a pattern with changes.
struct List {
    pattern: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// How a level of a list is written.
#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// Its number with signs: `（%2）`.
    text: String,
    /// What stands after it: a tab, a space or nothing.
    suffix: String,
    /// Every number in digits.
    is_legal: bool,
    /// The level after which it begins anew; 0 is never.
    restart: Option<usize>,
    style: Option<String>,
}

impl Numbering {
    /// Those of a document's part.
    pub(super) fn of(document: &Document<'_>, styles: &Styles) -> Self {
        let mut found = Self::default();
        let mut linked: Vec<(u32, String)> = Vec::new();
        for node in document.root_element().children().filter(Node::is_element) {
            let number = |name: &str| attribute(node, name).and_then(|id| id.parse::<u32>().ok());
            match node.tag_name().name() {
                "abstractNum" => {
                    let Some(id) = number("abstractNumId") else { continue };
                    if let Some(style) = value(node, "numStyleLink") {
                        linked.push((id, style.to_owned()));
                    }
                    found.patterns.insert(id, levels(node));
                }
                "num" => {
                    let pattern = value(node, "abstractNumId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(pattern)) = (number("numId"), pattern) {
                        found.lists.insert(id, list(node, pattern));
                    }
                }
                _ => {}
            }
        }
        // A pattern may only say which style has the true one.
        for (pattern, style) in linked {
            let levels = styles
                .list(Some(&style))
                .and_then(|(list, ..)| found.patterns.get(&found.lists.get(&list)?.pattern).cloned());
            if let Some(levels) = levels {
                found.patterns.insert(pattern, levels);
            }
        }
        found
    }

    /// The number of the next paragraph with the blank after it; empty for one without.
    pub(super) fn next(&mut self, paragraph: Node<'_, '_>, styles: &Styles) -> String {
        self.number(paragraph, styles).unwrap_or_default()
    }

    fn number(&mut self, paragraph: Node<'_, '_>, styles: &Styles) -> Option<String> {
        let properties = child(paragraph, "pPr");
        let own = properties.and_then(|properties| child(properties, "numPr"));
        let by_style = styles.list(properties.and_then(|properties| value(properties, "pStyle")));
        let own_number = own.and_then(|own| value(own, "numId")?.parse::<u32>().ok());
        let own_level = own.and_then(|own| value(own, "ilvl")?.parse::<usize>().ok());
        let id = own_number.or(by_style.map(|(number, ..)| number))?;
        let list = self.lists.get(&id)?;
        let pattern = self.patterns.get(&list.pattern)?;
        let by_name = || {
            let (.., style) = by_style?;
            pattern.iter().position(|level| level.style.as_deref() == Some(style))
        };
        let at = own_level
            .or_else(|| own_number.is_none().then(by_name).flatten())
            .or(by_style.and_then(|(_, level, _)| level))
            .unwrap_or(0);
        let level = list.levels.get(&at).or_else(|| pattern.get(at))?.clone();
        let counts = self.counts.entry(list.pattern).or_default();
        let count = counts.get_mut(at)?;
        let restart = list.starts.get(&at).filter(|_| self.restarted.insert((id, at)));
        let number = restart
            .copied()
            .or(count.map(|count| count.saturating_add(1)))
            .unwrap_or(level.start);
        *count = Some(number);
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            // By default a level begins anew after every higher one.
            let after = pattern.get(deeper).and_then(|level| level.restart).unwrap_or(deeper);
            if at < after {
                *count = None;
            }
        }
        Some(written(&level, at, counts, pattern))
    }
}

/// A number with its signs, and the blank after it.
fn written(level: &Level, at: usize, counts: &[Option<u32>; LEVELS], pattern: &[Level]) -> String {
    if level.format == "bullet" {
        // Bullets are drawn in fonts of symbols.
        return "• ".to_owned();
    }
    let mut text = String::new();
    let mut chars = level.text.chars().take(LONGEST);
    while let Some(char) = chars.next() {
        let place = (char == '%').then(|| chars.clone().next()?.to_digit(10)).flatten();
        match place
            .and_then(|place| (place as usize).checked_sub(1))
            .filter(|place| *place < LEVELS)
        {
            Some(place) => {
                chars.next();
                let of = if place == at { Some(level) } else { pattern.get(place) };
                let number = counts[place].or(of.map(|level| level.start)).unwrap_or(1);
                let format = if level.is_legal {
                    "decimal"
                } else {
                    of.map_or("decimal", |level| &level.format)
                };
                text.push_str(&numeral::write(number, format));
            }
            None => text.push(char),
        }
    }
    // 一、 and （一） need no blank, 1. does.
    if text.ends_with(|char: char| char.is_ascii()) && level.suffix != "nothing" {
        text.push(' ');
    }
    text
}

fn levels(pattern: Node<'_, '_>) -> Vec<Level> {
    let mut levels = vec![Level::default(); LEVELS];
    for node in pattern.children().filter(|node| node.tag_name().name() == "lvl") {
        if let Some(place) = place(node).and_then(|at| levels.get_mut(at)) {
            *place = level(node);
        }
    }
    levels
}

fn level(node: Node<'_, '_>) -> Level {
    let text = |name: &str| value(node, name).unwrap_or_default().to_owned();
    Level {
        start: value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: text("numFmt"),
        text: text("lvlText"),
        suffix: text("suff"),
        is_legal: child(node, "isLgl").is_some_and(is_on),
        restart: value(node, "lvlRestart").and_then(|level| level.parse().ok()),
        style: value(node, "pStyle").map(str::to_owned),
    }
}

fn list(node: Node<'_, '_>, pattern: u32) -> List {
    let mut list = List {
        pattern,
        starts: BTreeMap::new(),
        levels: BTreeMap::new(),
    };
    for change in node.children().filter(|node| node.tag_name().name() == "lvlOverride") {
        let Some(at) = place(change) else { continue };
        if let Some(start) = value(change, "startOverride").and_then(|start| start.parse().ok()) {
            list.starts.insert(at, start);
        }
        if let Some(node) = child(change, "lvl") {
            list.levels.insert(at, level(node));
        }
    }
    list
}

fn place(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok()
}
