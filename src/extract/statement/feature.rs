//! The features of a clause: numbers that the weights of the model count.

use super::super::clause::Clause;
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
}

const KINDS: [(Kind, &str); 26] = [
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
];

/// Forms of a clause that are either there or not.
const SHAPES: [&str; 34] = [
    "no-head",
    "subject",
    "adverb",
    "first",
    "inner",
    "final",
    "only",
    "closes-comma",
    "closes-semicolon",
    "closes-stop",
    "closes-colon",
    "closes-line",
    "closes-question",
    "closes-exclamation",
    "chars-4",
    "chars-7",
    "chars-10",
    "chars-15",
    "chars-22",
    "chars-35",
    "chars-more",
    "number",
    "numbers",
    "percent",
    "list",
    "quoted",
    "topic",
    "after-colon",
    "before-short",
    "before-long",
    "no-heading",
    "paragraph-first",
    "under-marker",
    "no-words",
];

/// Characters at the end of a clause that say something about it.
const LAST_CHARS: &str = "的了着过中上下好高强大多少快差实新位额个家项亿元天人次倍”》）年月日办";

/// Characters at the start of a clause that say something about it.
const FIRST_CHARS: &str = "要以为对把将由在从让使与向各有是不“其另一特使不能这我那他它";

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
                    Kind::LookBefore | Kind::LookAfter => {
                        let other = LOOK_NAMES.get(value % (LOOKS + 1)).copied().unwrap_or("none");
                        format!(":{}:{other}", LOOK_NAMES[value / (LOOKS + 1)])
                    }
                    Kind::LookMood => format!(":{}:{}", LOOK_NAMES[value / MOODS.len()], MOODS[value % MOODS.len()]),
                    Kind::LookSection => format!(":{}:{}", LOOK_NAMES[value / SECTIONS], value % SECTIONS),
                    Kind::LookClosing => format!(
                        ":{}:{}",
                        LOOK_NAMES[value / CLOSINGS.len()],
                        CLOSINGS[value % CLOSINGS.len()]
                    ),
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
        Kind::LookMood => LOOKS * MOODS.len(),
        Kind::LookSection => LOOKS * SECTIONS,
        Kind::LookClosing => LOOKS * CLOSINGS.len(),
        _ => groups,
    }
}

/// Writes the features of one clause, given all clauses with their views.
pub fn features(
    layout: &Layout,
    groups: usize,
    clauses: &[Clause],
    views: &[View],
    index: usize,
    earlier: Groups,
    out: &mut Vec<u32>,
) {
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
        (Kind::Earlier, earlier),
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
    shapes(clauses, views, index, before, after, |name| {
        if let Some(value) = SHAPES.iter().position(|other| *other == name) {
            add(Kind::Shape, value);
        }
    });
}

/// What the heading above says: nothing, past, bad, both or work.
fn section(view: &View) -> usize {
    let words = Words::own();
    let mask = view.section.0;
    let (past, bad) = (
        mask & words.group("section-past") != 0,
        mask & words.group("section-bad") != 0,
    );
    match (past, bad) {
        (true, true) => 3,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) if mask & words.group("section-work") != 0 => 4,
        _ => 0,
    }
}

fn each(mut mask: Groups, mut visit: impl FnMut(usize)) {
    while mask != 0 {
        visit(mask.trailing_zeros() as usize);
        mask &= mask - 1;
    }
}

fn shapes(
    clauses: &[Clause],
    views: &[View],
    index: usize,
    before: Option<usize>,
    after: Option<usize>,
    mut add: impl FnMut(&'static str),
) {
    let (clause, view) = (&clauses[index], &views[index]);
    let mut add_if = |holds: bool, name: &'static str| {
        if holds {
            add(name);
        }
    };
    add_if(view.head == 0, "no-head");
    add_if(view.head == 0 && !view.adverb && view.has != 0, "subject");
    add_if(view.has == 0, "no-words");
    add_if(view.adverb, "adverb");
    add_if(before.is_none() && after.is_some(), "first");
    add_if(before.is_some() && after.is_some(), "inner");
    add_if(before.is_some() && after.is_none(), "final");
    add_if(before.is_none() && after.is_none(), "only");
    add_if(
        true,
        match clause.closing {
            '，' => "closes-comma",
            '；' => "closes-semicolon",
            '：' => "closes-colon",
            '？' => "closes-question",
            '！' => "closes-exclamation",
            '\n' => "closes-line",
            _ => "closes-stop",
        },
    );
    add_if(
        true,
        match view.chars {
            0..=4 => "chars-4",
            5..=7 => "chars-7",
            8..=10 => "chars-10",
            11..=15 => "chars-15",
            16..=22 => "chars-22",
            23..=35 => "chars-35",
            _ => "chars-more",
        },
    );
    add_if(view.numbers == 1, "number");
    add_if(view.numbers > 1, "numbers");
    add_if(view.percent, "percent");
    add_if(view.list, "list");
    add_if(view.quoted, "quoted");
    add_if(view.topic, "topic");
    add_if(clause.heading.is_none(), "no-heading");
    if let Some(before) = before {
        add_if(clauses[before].closing == '：', "after-colon");
        add_if(views[before].chars <= 6, "before-short");
        add_if(views[before].chars >= 16, "before-long");
    }
    let previous = index.checked_sub(1).map(|index| &clauses[index]);
    add_if(
        previous.is_none_or(|previous| previous.paragraph != clause.paragraph),
        "paragraph-first",
    );
    add_if(
        previous.is_none_or(|previous| previous.heading != clause.heading),
        "under-marker",
    );
}
