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

/// Visits what a clause has in common with the clause before it.
pub(super) fn pairs(before: &View, view: &View, mut add: impl FnMut(&'static str)) {
    let words = Words::own();
    let (modal, verb) = (words.group("modal"), words.group("do"));
    let mut add_if = |holds: bool, name: &'static str| {
        if holds {
            add(name);
        }
    };
    let both = |mask: u64| before.head & view.head & mask != 0;
    let near = before.chars.abs_diff(view.chars);
    add_if(before.first_char == view.first_char, "same-first-char");
    add_if(
        before.head_word.is_some() && before.head_word == view.head_word,
        "same-head-word",
    );
    add_if(before.head != 0 && before.head == view.head, "same-head");
    add_if(both(verb), "both-verbs");
    add_if(both(verb) && near <= 2, "both-verbs-alike");
    add_if(before.adverb && view.adverb, "both-adverbs");
    let ordered = (before.has & modal != 0, view.has & modal != 0);
    add_if(ordered == (true, true), "both-modal");
    add_if(ordered == (true, false), "modal-then-none");
    add_if(ordered == (false, true), "none-then-modal");
    add_if(near == 0, "same-length");
    add_if(near <= 2, "like-length");
    add_if(before.last_char == view.last_char, "same-last-char");
    add_if(before.ending == view.ending, "same-ending");
    add_if(before.look == view.look, "same-look");
}

/// Visits the forms that a clause has, given its neighbours in the sentence.
pub(super) fn shapes(
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
    let words = Words::own();
    let (modal, verb) = (words.group("modal"), words.group("do"));
    add_if(view.addressed, "addressed");
    add_if(view.head & modal != 0, "modal-first");
    add_if(view.has & modal != 0 && view.head & modal == 0, "modal-later");
    add_if(view.adverb && view.head & verb != 0, "adverb-verb");
    add_if(view.dates > 0, "dates");
    add_if(view.numbers > view.dates, "amounts");
    add_if(view.time != 0, "time-first");
    add_if(
        true,
        match view.place.0 + view.place.1 {
            0 | 1 => "sentence-of-2",
            2 => "sentence-of-3",
            3 => "sentence-of-4",
            _ => "sentence-longer",
        },
    );
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
