//! The features of a clause: numbers that the weights of the model count.

use super::super::clause::Clause;
use super::char_table::{CharTable, FIRST_CHARS, LAST_CHARS};
use super::context::{COURSES, MODES, MOODS, PACES, TONES};
use super::gram::{Gram, Grams};
use super::grammar::{CLASSES, MENTIONS, MOST_VERBS};
use super::kind::{KINDS, Kind, SENSE_PAIRS};
use super::senses::{NO_SENSE, sense_name};
use super::shape::{self, PAIRS, SHAPES, pairs, shapes};
use super::sight::Sight;
use super::view::{LOOK_NAMES, LOOKS, View};
use super::word_feature::{grammar_features, sense_features};
use super::words::{GROUP_NAMES, GROUPS, Group, Groups, Words};

/// How many kinds of section there are.
const SECTIONS: usize = 5;

/// The kinds that say something of the headings and sentences around.
const OUTSIDE: [Kind; 17] = [
    Kind::Section,
    Kind::Outer,
    Kind::SectionEnd,
    Kind::LookCourse,
    Kind::AmountCourse,
    Kind::LookMood,
    Kind::LookSection,
    Kind::LookTone,
    Kind::LookPrevious,
    Kind::LookNext,
    Kind::AmountMood,
    Kind::AmountSection,
    Kind::PreviousHas,
    Kind::NextHas,
    Kind::TopicHas,
    Kind::LookMode,
    Kind::LookPace,
];

/// Marks that close clauses.
const CLOSINGS: [char; 7] = ['，', '；', '。', '：', '！', '？', '-'];

/// Where the numbers of each kind start.
pub struct Layout {
    starts: Vec<u32>,
    total: u32,
    grams: Grams,
    first_chars: CharTable,
    last_chars: CharTable,
}

impl Layout {
    /// The layout for the word list and some pairs of characters.
    pub fn new(grams: Grams) -> Self {
        let mut starts = Vec::new();
        let mut total = 0;
        for (kind, _) in KINDS {
            starts.push(total);
            total += u32::try_from(size(kind, &grams)).unwrap_or_default();
        }
        Self {
            starts,
            total,
            grams,
            first_chars: CharTable::of(FIRST_CHARS),
            last_chars: CharTable::of(LAST_CHARS),
        }
    }

    /// How many features there are.
    pub fn total(&self) -> usize {
        self.total as usize
    }

    /// Whether a feature says something of what stands around the sentence and not of the sentence itself.
    pub fn is_outside(&self, feature: u32) -> bool {
        let place = self.starts.partition_point(|start| *start <= feature) - 1;
        OUTSIDE.contains(&KINDS[place].0)
    }

    /// The names of all features in the order of their numbers.
    pub fn names(&self) -> Vec<String> {
        let mut names = self.word_names();
        names.extend(self.grams.known().iter().map(|gram| gram.name()));
        names
    }

    /// The number of a pair of characters.
    pub(super) fn gram(&self, gram: Gram) -> Option<usize> {
        let number = self.grams.number(gram)?;
        Some(self.number(Kind::Gram, number as usize) as usize)
    }

    /// The names of all features but pairs of characters, which come last.
    pub(super) fn word_names(&self) -> Vec<String> {
        let vocabulary: Vec<&str> = Words::own().words().collect();
        let (shapes, pairs) = shape::names();
        let mut names = Vec::with_capacity(self.total());
        for (kind, name) in KINDS.into_iter().filter(|(kind, _)| *kind != Kind::Gram) {
            for value in 0..size(kind, &self.grams) {
                let both = |columns: usize| (value / columns, value % columns);
                let value = match kind {
                    Kind::Bias => String::new(),
                    Kind::HeadAfter | Kind::HeadLast | Kind::CoreAfter => {
                        let (one, other) = both(GROUPS + 1);
                        format!(":{}:{}", group(one), group(other))
                    }
                    Kind::Shape => format!(":{}", shapes[value]),
                    Kind::Pair => format!(":{}", pairs[value]),
                    Kind::LastChar => format!(":{}", LAST_CHARS.chars().nth(value).unwrap_or(' ')),
                    Kind::FirstChar => format!(":{}", FIRST_CHARS.chars().nth(value).unwrap_or(' ')),
                    Kind::Look => format!(":{}", LOOK_NAMES[value]),
                    Kind::LookMood => format!(":{}:{}", LOOK_NAMES[both(MOODS.len()).0], MOODS[both(MOODS.len()).1]),
                    Kind::LookCourse => {
                        let (look, course) = both(COURSES.len());
                        format!(":{}:{}", LOOK_NAMES[look], COURSES[course])
                    }
                    Kind::AmountCourse => format!(":{}", COURSES[value]),
                    Kind::LookMode => format!(":{}:{}", LOOK_NAMES[both(MODES.len()).0], MODES[both(MODES.len()).1]),
                    Kind::LookPace => format!(":{}:{}", look_name(both(PACES.len()).0), PACES[both(PACES.len()).1]),
                    Kind::CoreVerbs => format!(":{}:{}", group(both(4).0), both(4).1),
                    Kind::LookTone => format!(":{}:{}", look_name(both(TONES.len()).0), TONES[both(TONES.len()).1]),
                    Kind::LookSection => format!(":{}:{}", LOOK_NAMES[both(SECTIONS).0], both(SECTIONS).1),
                    Kind::LookClosing => {
                        let (look, closing) = both(CLOSINGS.len());
                        format!(":{}:{}", LOOK_NAMES[look], CLOSINGS[closing])
                    }
                    Kind::AmountMood => format!(":{}", MOODS[value]),
                    Kind::AmountSection => format!(":{value}"),
                    Kind::HeadWord | Kind::InnerWord | Kind::BeforeWord | Kind::CoreWord | Kind::BeforeCoreWord => {
                        format!(":{}", vocabulary[value])
                    }
                    Kind::LookBefore | Kind::LookAfter | Kind::LookPrevious | Kind::LookNext => {
                        let (one, other) = both(LOOKS + 1);
                        format!(":{}:{}", look_name(one), look_name(other))
                    }
                    Kind::WordsFirst | Kind::WordsFirstInner | Kind::WordsOpening => {
                        let (before, last) = both(CLASSES.len());
                        let (first, second) = (before / CLASSES.len(), before % CLASSES.len());
                        format!(":{}{}{}", CLASSES[first], CLASSES[second], CLASSES[last])
                    }
                    Kind::WordsLast | Kind::WordsBoth => {
                        let (one, other) = both(CLASSES.len());
                        format!(":{}{}", CLASSES[one], CLASSES[other])
                    }
                    kind if SENSE_PAIRS.contains(&kind) => {
                        let (one, other) = both(NO_SENSE + 1);
                        format!(":{}:{}", sense_name(one), sense_name(other))
                    }
                    Kind::SenseAct
                    | Kind::SenseActInner
                    | Kind::SenseEnd
                    | Kind::SenseEndInner
                    | Kind::SenseHas
                    | Kind::SenseHasInner => format!(":{}", sense_name(value)),
                    Kind::WordsVerbs
                    | Kind::MentionFirst
                    | Kind::MentionHas
                    | Kind::MentionHasInner
                    | Kind::MentionBefore => format!(":{value}"),
                    _ => format!(":{}", GROUP_NAMES[value]),
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
fn group(index: usize) -> &'static str {
    GROUP_NAMES.get(index).copied().unwrap_or("none")
}

/// The name of a look; the number behind the last stands for no clause at all.
fn look_name(index: usize) -> &'static str {
    LOOK_NAMES.get(index).copied().unwrap_or("none")
}

fn size(kind: Kind, grams: &Grams) -> usize {
    match kind {
        Kind::Bias => 1,
        Kind::HeadAfter | Kind::HeadLast | Kind::CoreAfter => (GROUPS + 1) * (GROUPS + 1),
        Kind::Shape => SHAPES,
        Kind::Pair => PAIRS,
        Kind::LastChar => LAST_CHARS.chars().count(),
        Kind::FirstChar => FIRST_CHARS.chars().count(),
        Kind::Look => LOOKS,
        Kind::LookBefore | Kind::LookAfter | Kind::LookPrevious | Kind::LookNext => LOOKS * (LOOKS + 1),
        Kind::LookMood => LOOKS * MOODS.len(),
        Kind::LookCourse => LOOKS * COURSES.len(),
        Kind::AmountCourse => COURSES.len(),
        Kind::LookMode => LOOKS * MODES.len(),
        Kind::LookPace => (LOOKS + 1) * PACES.len(),
        Kind::CoreVerbs => (GROUPS + 1) * 4,
        Kind::LookTone => (LOOKS + 1) * TONES.len(),
        Kind::LookSection => LOOKS * SECTIONS,
        Kind::LookClosing => LOOKS * CLOSINGS.len(),
        Kind::AmountMood => MOODS.len(),
        Kind::AmountSection => SECTIONS,
        Kind::HeadWord | Kind::InnerWord | Kind::BeforeWord | Kind::CoreWord | Kind::BeforeCoreWord => {
            Words::own().words().len()
        }
        Kind::WordsFirst | Kind::WordsFirstInner | Kind::WordsOpening => CLASSES.len().pow(3),
        Kind::WordsLast | Kind::WordsBoth => CLASSES.len().pow(2),
        Kind::WordsVerbs => 2 * (MOST_VERBS + 1),
        Kind::MentionFirst | Kind::MentionHas | Kind::MentionHasInner | Kind::MentionBefore => MENTIONS,
        kind if SENSE_PAIRS.contains(&kind) => (NO_SENSE + 1).pow(2),
        Kind::SenseAct
        | Kind::SenseActInner
        | Kind::SenseEnd
        | Kind::SenseEndInner
        | Kind::SenseHas
        | Kind::SenseHasInner => NO_SENSE + 1,
        Kind::Gram => grams.known().len(),
        _ => GROUPS,
    }
}

/// Writes the features of one clause, given all clauses with their views.
pub fn features(layout: &Layout, sight: &Sight, index: usize, out: &mut Vec<u32>) {
    out.clear();
    let (clause, view) = (&sight.clauses[index], &sight.views[index]);
    let (before, after) = (sight.before(index), sight.after(index));
    let (view_before, view_after) = (
        before.map(|index| &sight.views[index]),
        after.map(|index| &sight.views[index]),
    );
    let mut add = |kind: Kind, value: usize| out.push(layout.number(kind, value));
    add(Kind::Bias, 0);
    let inner = if before.is_some() {
        Kind::HeadInner
    } else {
        Kind::HeadFirst
    };
    let if_inner = |mask: Groups| if before.is_some() { mask } else { 0 };
    for (kind, mask) in [
        (Kind::Head, view.head),
        (inner, view.head),
        (Kind::Second, view.second),
        (Kind::Has, view.has),
        (Kind::HasInner, if_inner(view.has)),
        (Kind::Ordered, view.ordered),
        (Kind::Last, view.last),
        (Kind::LastInner, if_inner(view.last)),
        (Kind::Time, view.time),
        (Kind::BeforeHead, view_before.map_or(0, |view| view.head)),
        (Kind::BeforeHas, view_before.map_or(0, |view| view.has)),
        (Kind::BeforeLast, view_before.map_or(0, |view| view.last)),
        (Kind::AfterHead, view_after.map_or(0, |view| view.head)),
        (Kind::AfterHas, view_after.map_or(0, |view| view.has)),
        (Kind::Core, view.core),
        (Kind::CoreInner, if_inner(view.core)),
        (Kind::SubjectCore, if view.subject { if_inner(view.core) } else { 0 }),
        (Kind::PreviousHas, view.beside.0),
        (Kind::NextHas, view.beside.1),
        (Kind::TopicHas, view.topic_has),
        (Kind::Earlier, view.earlier),
        (Kind::Section, view.section.0),
        (Kind::Outer, view.section.1),
        (Kind::SectionEnd, view.section_end),
    ] {
        each(mask, |bit| add(kind, bit));
    }
    if let Some(before) = view_before {
        cross(before.head, view.head, |value| add(Kind::HeadAfter, value));
        cross(view.head, view.last, |value| add(Kind::HeadLast, value));
        cross(before.core, view.core, |value| add(Kind::CoreAfter, value));
        let verbs = view.verbs.0.min(3);
        each(view.core, |bit| add(Kind::CoreVerbs, bit * 4 + verbs));
        if let Some(word) = view.core_word {
            add(Kind::CoreWord, word);
        }
        if let Some(word) = before.core_word {
            add(Kind::BeforeCoreWord, word);
        }
    }
    let look = view.look as usize;
    add(Kind::Look, look);
    let other = |view: Option<&View>| look * (LOOKS + 1) + view.map_or(LOOKS, |view| view.look as usize);
    add(Kind::LookBefore, other(view_before));
    add(Kind::LookAfter, other(view_after));
    let previous = (index - view.place.0).checked_sub(1);
    add(Kind::LookPrevious, other(sight.beside(index, previous)));
    add(
        Kind::LookNext,
        other(sight.beside(index, Some(index + view.place.1 + 1))),
    );
    add(Kind::LookMood, look * MOODS.len() + view.mood);
    let tone_look = if before.is_some() { look } else { LOOKS };
    add(Kind::LookTone, tone_look * TONES.len() + view.tone);
    add(Kind::LookPace, tone_look * PACES.len() + view.pace);
    add(Kind::LookMode, look * MODES.len() + view.mode);
    add(Kind::LookCourse, look * COURSES.len() + view.course);
    let section = section(view);
    add(Kind::LookSection, look * SECTIONS + section);
    add(Kind::LookClosing, look * CLOSINGS.len() + closing(clause));
    if view.numbers > view.dates {
        add(Kind::AmountMood, view.mood);
        add(Kind::AmountCourse, view.course);
        add(Kind::AmountSection, section);
    }
    if let Some(value) = layout.last_chars.place(view.last_char) {
        add(Kind::LastChar, value);
    }
    if let Some(value) = layout.first_chars.place(view.first_char) {
        add(Kind::FirstChar, value);
    }
    if let Some(word) = view.head_word {
        add(Kind::HeadWord, word);
        if before.is_some() {
            add(Kind::InnerWord, word);
        }
    }
    if let Some(before) = view_before {
        if let Some(word) = before.head_word {
            add(Kind::BeforeWord, word);
        }
        let (mut common, mut place) = (0, 0);
        pairs(before, view, |_, holds| {
            common |= Groups::from(holds) << place;
            place += 1;
        });
        each(common, |value| add(Kind::Pair, value));
    }
    // More forms than bits in one number.
    let (mut forms, mut place) = ([0; 2], 0);
    shapes(sight, index, |_, holds| {
        forms[place / 64] |= Groups::from(holds) << (place % 64);
        place += 1;
    });
    each(forms[0], |value| add(Kind::Shape, value));
    each(forms[1], |value| add(Kind::Shape, value + 64));
    let of = |view: &View| view.grammar.senses;
    sense_features(&of(view), view_before.map(of), view_after.map(of), &mut add);
    grammar_features(&view.grammar, view_before.map(|before| &before.grammar), add);
    sight.grams(index, |gram| {
        if let Some(number) = layout.grams.number(gram) {
            out.push(layout.number(Kind::Gram, number as usize));
        }
    });
}

/// What the heading above says: nothing, past, bad, both or work.
fn section(view: &View) -> usize {
    let has = |group: Group| view.section.0 & group.bit() != 0;
    match (has(Group::SectionPast), has(Group::SectionBad)) {
        (true, true) => 3,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) if has(Group::SectionWork) => 4,
        _ => 0,
    }
}

fn closing(clause: &Clause) -> usize {
    let place = CLOSINGS.iter().position(|mark| *mark == clause.closing);
    place.unwrap_or(CLOSINGS.len() - 1)
}

/// Visits the places of the bits of a set.
pub(super) fn each(mut mask: Groups, mut visit: impl FnMut(usize)) {
    while mask != 0 {
        visit(mask.trailing_zeros() as usize);
        mask &= mask - 1;
    }
}

/// Visits every pair of a group on the left and one on the right; none counts as a group.
fn cross(left: Groups, right: Groups, mut visit: impl FnMut(usize)) {
    let none = |mask: Groups| if mask == 0 { 1 << GROUPS } else { mask };
    each(none(left), |left| {
        each(none(right), |right| visit(left * (GROUPS + 1) + right))
    });
}
