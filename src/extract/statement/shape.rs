//! The form of a clause, and what it has in common with the clause before it.

use super::super::clause::Clause;
use super::view::View;
use super::words::Words;

/// Forms of a clause that are either there or not.
pub(super) const SHAPES: [&str; 45] = [
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
    "addressed",
    "modal-first",
    "modal-later",
    "adverb-verb",
    "dates",
    "amounts",
    "time-first",
    "sentence-of-2",
    "sentence-of-3",
    "sentence-of-4",
    "sentence-longer",
];

/// What a clause can have in common with the clause before it in its sentence.
pub(super) const PAIRS: [&str; 14] = [
    "same-first-char",
    "same-head-word",
    "same-head",
    "both-verbs",
    "both-verbs-alike",
    "both-adverbs",
    "both-modal",
    "modal-then-none",
    "none-then-modal",
    "same-length",
    "like-length",
    "same-last-char",
    "same-ending",
    "same-look",
];

/// The place of a name in a list, found while compiling; a name that is not in the list does not compile.
const fn place(list: &[&str], name: &str) -> usize {
    let mut index = 0;
    loop {
        let (one, other) = (list[index].as_bytes(), name.as_bytes());
        let mut same = 0;
        while same < one.len() && same < other.len() && one[same] == other[same] {
            same += 1;
        }
        if same == one.len() && same == other.len() {
            return index;
        }
        index += 1;
    }
}

macro_rules! shape {
    ($name:literal) => {
        const { place(&SHAPES, $name) }
    };
}

macro_rules! pair {
    ($name:literal) => {
        const { place(&PAIRS, $name) }
    };
}

/// Visits what a clause has in common with the clause before it: indices into [`PAIRS`].
pub(super) fn pairs(before: &View, view: &View, mut add: impl FnMut(usize)) {
    let words = Words::own();
    let (modal, verb) = (words.named.modal, words.named.act);
    let mut add_if = |holds: bool, value: usize| {
        if holds {
            add(value);
        }
    };
    let both = |mask: u64| before.head & view.head & mask != 0;
    let near = before.chars.abs_diff(view.chars);
    add_if(before.first_char == view.first_char, pair!("same-first-char"));
    add_if(
        before.head_word.is_some() && before.head_word == view.head_word,
        pair!("same-head-word"),
    );
    add_if(before.head != 0 && before.head == view.head, pair!("same-head"));
    add_if(both(verb), pair!("both-verbs"));
    add_if(both(verb) && near <= 2, pair!("both-verbs-alike"));
    add_if(before.adverb && view.adverb, pair!("both-adverbs"));
    let ordered = (before.has & modal != 0, view.has & modal != 0);
    add_if(ordered == (true, true), pair!("both-modal"));
    add_if(ordered == (true, false), pair!("modal-then-none"));
    add_if(ordered == (false, true), pair!("none-then-modal"));
    add_if(near == 0, pair!("same-length"));
    add_if(near <= 2, pair!("like-length"));
    add_if(before.last_char == view.last_char, pair!("same-last-char"));
    add_if(before.ending == view.ending, pair!("same-ending"));
    add_if(before.look == view.look, pair!("same-look"));
}

/// Visits the forms that a clause has, given its neighbours in the sentence: indices into [`SHAPES`].
pub(super) fn shapes(
    clauses: &[Clause],
    views: &[View],
    index: usize,
    before: Option<usize>,
    after: Option<usize>,
    mut add: impl FnMut(usize),
) {
    let (clause, view) = (&clauses[index], &views[index]);
    let mut add_if = |holds: bool, value: usize| {
        if holds {
            add(value);
        }
    };
    add_if(view.head == 0, shape!("no-head"));
    add_if(view.head == 0 && !view.adverb && view.has != 0, shape!("subject"));
    add_if(view.has == 0, shape!("no-words"));
    add_if(view.adverb, shape!("adverb"));
    add_if(before.is_none() && after.is_some(), shape!("first"));
    add_if(before.is_some() && after.is_some(), shape!("inner"));
    add_if(before.is_some() && after.is_none(), shape!("final"));
    add_if(before.is_none() && after.is_none(), shape!("only"));
    add_if(
        true,
        match clause.closing {
            '，' => shape!("closes-comma"),
            '；' => shape!("closes-semicolon"),
            '：' => shape!("closes-colon"),
            '？' => shape!("closes-question"),
            '！' => shape!("closes-exclamation"),
            '\n' => shape!("closes-line"),
            _ => shape!("closes-stop"),
        },
    );
    add_if(
        true,
        match view.chars {
            0..=4 => shape!("chars-4"),
            5..=7 => shape!("chars-7"),
            8..=10 => shape!("chars-10"),
            11..=15 => shape!("chars-15"),
            16..=22 => shape!("chars-22"),
            23..=35 => shape!("chars-35"),
            _ => shape!("chars-more"),
        },
    );
    add_if(view.numbers == 1, shape!("number"));
    add_if(view.numbers > 1, shape!("numbers"));
    add_if(view.percent, shape!("percent"));
    add_if(view.list, shape!("list"));
    add_if(view.quoted, shape!("quoted"));
    add_if(view.topic, shape!("topic"));
    add_if(clause.heading.is_none(), shape!("no-heading"));
    if let Some(before) = before {
        add_if(clauses[before].closing == '：', shape!("after-colon"));
        add_if(views[before].chars <= 6, shape!("before-short"));
        add_if(views[before].chars >= 16, shape!("before-long"));
    }
    let words = Words::own();
    let (modal, verb) = (words.named.modal, words.named.act);
    add_if(view.addressed, shape!("addressed"));
    add_if(view.head & modal != 0, shape!("modal-first"));
    add_if(view.has & modal != 0 && view.head & modal == 0, shape!("modal-later"));
    add_if(view.adverb && view.head & verb != 0, shape!("adverb-verb"));
    add_if(view.dates > 0, shape!("dates"));
    add_if(view.numbers > view.dates, shape!("amounts"));
    add_if(view.time != 0, shape!("time-first"));
    add_if(
        true,
        match view.place.0 + view.place.1 {
            0 | 1 => shape!("sentence-of-2"),
            2 => shape!("sentence-of-3"),
            3 => shape!("sentence-of-4"),
            _ => shape!("sentence-longer"),
        },
    );
    let previous = index.checked_sub(1).map(|index| &clauses[index]);
    add_if(
        previous.is_none_or(|previous| previous.paragraph != clause.paragraph),
        shape!("paragraph-first"),
    );
    add_if(
        previous.is_none_or(|previous| previous.heading != clause.heading),
        shape!("under-marker"),
    );
}
