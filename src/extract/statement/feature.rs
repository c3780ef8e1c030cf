//! The features of a clause: numbers that the weights of the model count.

use super::super::clause::Clause;
use super::shape::{PAIRS, SHAPES, pairs, shapes};
use super::view::{LOOK_NAMES, LOOKS, MOODS, View};
use super::words::{Groups, Words};

/// Kinds of features. Each has one number per value it can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bias,
    Head,
    HeadFirst,
    HeadInner,
    HeadAfter,
    Second,
    Has,
    Ordered,
    Last,
    Time,
    BeforeHead,
    BeforeHas,
    AfterHead,
    AfterHas,
    Earlier,
    Section,
    Outer,
    Shape,
    LastChar,
    FirstChar,
    Look,
    LookBefore,
    LookAfter,
    LookMood,
    LookSection,
    LookClosing,
    HeadWord,
    Pair,
}

const KINDS: [(Kind, &str); 28] = [
    (Kind::Bias, "bias"),
    (Kind::Head, "head"),
    (Kind::HeadFirst, "head-first"),
    (Kind::HeadInner, "head-inner"),
    (Kind::HeadAfter, "head-after"),
    (Kind::Second, "second"),
    (Kind::Has, "has"),
    (Kind::Ordered, "ordered"),
    (Kind::Last, "last"),
    (Kind::Time, "time"),
    (Kind::BeforeHead, "before-head"),
    (Kind::BeforeHas, "before-has"),
    (Kind::AfterHead, "after-head"),
    (Kind::AfterHas, "after-has"),
    (Kind::Earlier, "earlier"),
    (Kind::Section, "section"),
    (Kind::Outer, "outer"),
    (Kind::Shape, "shape"),
    (Kind::LastChar, "last-char"),
    (Kind::FirstChar, "first-char"),
    (Kind::Look, "look"),
    (Kind::LookBefore, "look-before"),
    (Kind::LookAfter, "look-after"),
    (Kind::LookMood, "look-mood"),
    (Kind::LookSection, "look-section"),
    (Kind::LookClosing, "look-closing"),
    (Kind::HeadWord, "head-word"),
    (Kind::Pair, "pair"),
];

/// Characters at the end of a clause that say something about it.
const LAST_CHARS: &str = "的了着过中上下好高强大多少快差实新位额个家项亿元天人次倍”》）年月日办设作系制平力度理展量效全障务络台地目局面路区机责性化升加成开来起行会业质能率境";

/// Characters at the start of a clause that say something about it.
const FIRST_CHARS: &str = "要以为对把将由在从让使与向各有是不“其另一特能这我那他它做抓加推建坚强提完深全积开优落组支严确打形实充大发进用多着培健重继更既又也没";

/// How many kinds of section there are.
const SECTIONS: usize = 5;

/// Marks that close clauses.
const CLOSINGS: [char; 7] = ['，', '；', '。', '：', '！', '？', '-'];

/// Where the numbers of each kind start.
pub struct Layout {
    starts: Vec<u32>,
    total: u32,
}

impl Layout {
    /// The layout for a word list.
    pub fn new(words: &Words) -> Self {
        let mut starts = Vec::new();
        let mut total = 0;
        for (kind, _) in KINDS {
            starts.push(total);
            total += u32::try_from(size(kind, words)).unwrap_or_default();
        }
        Self { starts, total }
    }

    /// How many features there are.
    pub fn total(&self) -> usize {
        self.total as usize
    }

    /// The names of all features in the order of their numbers.
    pub fn names(&self, words: &Words) -> Vec<String> {
        let groups = words.names();
        let vocabulary: Vec<&str> = words.words().collect();
        let mut names = Vec::with_capacity(self.total());
        for (kind, name) in KINDS {
            for value in 0..size(kind, words) {
                let value = match kind {
                    Kind::Bias => String::new(),
                    Kind::HeadAfter => format!(
                        ":{}:{}",
                        group(groups, value / (groups.len() + 1)),
                        group(groups, value % (groups.len() + 1))
                    ),
                    Kind::Shape => format!(":{}", SHAPES[value]),
                    Kind::LastChar => format!(":{}", LAST_CHARS.chars().nth(value).unwrap_or(' ')),
                    Kind::FirstChar => format!(":{}", FIRST_CHARS.chars().nth(value).unwrap_or(' ')),
                    Kind::Look => format!(":{}", LOOK_NAMES[value]),
                    Kind::LookMood => format!(":{}:{}", LOOK_NAMES[value / MOODS.len()], MOODS[value % MOODS.len()]),
                    Kind::LookSection => format!(":{}:{}", LOOK_NAMES[value / SECTIONS], value % SECTIONS),
                    Kind::LookClosing => format!(
                        ":{}:{}",
                        LOOK_NAMES[value / CLOSINGS.len()],
                        CLOSINGS[value % CLOSINGS.len()]
                    ),
                    Kind::HeadWord => format!(":{}", vocabulary[value]),
                    Kind::Pair => format!(":{}", PAIRS[value]),
                    Kind::LookBefore | Kind::LookAfter => {
                        format!(":{}:{}", look_name(value / (LOOKS + 1)), look_name(value % (LOOKS + 1)))
                    }
                    _ => format!(":{}", groups[value]),
                };
                names.push(format!("{name}{value}"));
            }
        }
        names
    }

    fn number(&self, kind: Kind, value: usize) -> u32 {
        self.starts[kind as usize] + value as u32
    }
}

/// The name of a group; the number behind the last stands for no word at all.
fn group(groups: &[&'static str], index: usize) -> &'static str {
    groups.get(index).copied().unwrap_or("none")
}

/// The name of a look; the number behind the last stands for no clause at all.
fn look_name(index: usize) -> &'static str {
    LOOK_NAMES.get(index).copied().unwrap_or("none")
}

fn size(kind: Kind, words: &Words) -> usize {
    let groups = words.names().len();
    match kind {
        Kind::Bias => 1,
        Kind::HeadAfter => (groups + 1) * (groups + 1),
        Kind::Shape => SHAPES.len(),
        Kind::LastChar => LAST_CHARS.chars().count(),
        Kind::FirstChar => FIRST_CHARS.chars().count(),
        Kind::Look => LOOKS,
        Kind::LookBefore | Kind::LookAfter => LOOKS * (LOOKS + 1),
        Kind::HeadWord => words.words().len(),
        Kind::Pair => PAIRS.len(),
        Kind::LookMood => LOOKS * MOODS.len(),
        Kind::LookSection => LOOKS * SECTIONS,
        Kind::LookClosing => LOOKS * CLOSINGS.len(),
        _ => groups,
    }
}

/// Writes the features of one clause, given all clauses with their views.
pub fn features(layout: &Layout, groups: usize, clauses: &[Clause], views: &[View], index: usize, out: &mut Vec<u32>) {
    out.clear();
    let (clause, view) = (&clauses[index], &views[index]);
    let before = index
        .checked_sub(1)
        .filter(|other| clauses[*other].sentence == clause.sentence);
    let after = Some(index + 1).filter(|other| {
        clauses
            .get(*other)
            .is_some_and(|other| other.sentence == clause.sentence)
    });
    let mut add = |kind: Kind, value: usize| out.push(layout.number(kind, value));
    add(Kind::Bias, 0);
    let inner = if before.is_some() {
        Kind::HeadInner
    } else {
        Kind::HeadFirst
    };
    for (kind, mask) in [
        (Kind::Head, view.head),
        (inner, view.head),
        (Kind::Second, view.second),
        (Kind::Has, view.has),
        (Kind::Ordered, view.ordered),
        (Kind::Last, view.last),
        (Kind::Time, view.time),
        (Kind::BeforeHead, before.map_or(0, |index| views[index].head)),
        (Kind::BeforeHas, before.map_or(0, |index| views[index].has)),
        (Kind::AfterHead, after.map_or(0, |index| views[index].head)),
        (Kind::AfterHas, after.map_or(0, |index| views[index].has)),
        (Kind::Earlier, view.earlier),
        (Kind::Section, view.section.0),
        (Kind::Outer, view.section.1),
    ] {
        each(mask, |bit| add(kind, bit));
    }
    if let Some(before) = before {
        let none = |mask: Groups| if mask == 0 { 1 << groups } else { mask };
        each(none(views[before].head), |left| {
            each(none(view.head), |right| {
                add(Kind::HeadAfter, left * (groups + 1) + right)
            })
        });
    }
    let look = view.look as usize;
    add(Kind::Look, look);
    let other = |index: Option<usize>| index.map_or(LOOKS, |index| views[index].look as usize);
    add(Kind::LookBefore, look * (LOOKS + 1) + other(before));
    add(Kind::LookAfter, look * (LOOKS + 1) + other(after));
    add(Kind::LookMood, look * MOODS.len() + view.mood);
    add(Kind::LookSection, look * SECTIONS + section(view));
    let closing = CLOSINGS
        .iter()
        .position(|mark| *mark == clause.closing)
        .unwrap_or(CLOSINGS.len() - 1);
    add(Kind::LookClosing, look * CLOSINGS.len() + closing);
    if let Some(value) = LAST_CHARS.chars().position(|char| char == view.last_char) {
        add(Kind::LastChar, value);
    }
    if let Some(value) = FIRST_CHARS.chars().position(|char| char == view.first_char) {
        add(Kind::FirstChar, value);
    }
    if let Some(word) = view.head_word {
        add(Kind::HeadWord, word);
    }
    if let Some(before) = before {
        pairs(&views[before], view, |value| add(Kind::Pair, value));
    }
    shapes(clauses, views, index, before, after, |value| add(Kind::Shape, value));
}

/// What the heading above says: nothing, past, bad, both or work.
fn section(view: &View) -> usize {
    let named = &Words::own().named;
    let mask = view.section.0;
    let (past, bad) = (mask & named.section_past != 0, mask & named.section_bad != 0);
    match (past, bad) {
        (true, true) => 3,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) if mask & named.section_work != 0 => 4,
        _ => 0,
    }
}

fn each(mut mask: Groups, mut visit: impl FnMut(usize)) {
    while mask != 0 {
        visit(mask.trailing_zeros() as usize);
        mask &= mask - 1;
    }
}
