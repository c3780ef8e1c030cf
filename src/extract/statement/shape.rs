//! The form of a clause, and what it has in common with the clause before it.

use super::super::clause::Clause;
use super::sight::Sight;
use super::view::View;
use super::words::{Group, Groups, set};
use crate::text::Span;

/// A form and whether a clause has it.
pub(super) type Shape = (&'static str, bool);

/// How many forms there are, and how many things that clauses can have in common.
pub(super) const SHAPES: usize = 68;
pub(super) const PAIRS: usize = 20;

const MODAL: Groups = Group::Modal.bit();
const VERB: Groups = Group::Do.bit();
const RESULT: Groups = set(&[Group::Raise, Group::Make, Group::Serve]);

/// What a clause has in common with the clause before it in its sentence.
pub(super) fn pairs(before: &View, view: &View) -> [Shape; PAIRS] {
    let both = |mask: Groups| before.head & view.head & mask != 0;
    let near = before.chars.abs_diff(view.chars);
    let ordered = (before.has & MODAL != 0, view.has & MODAL != 0);
    let verb = (before.head & VERB != 0, view.head & VERB != 0);
    let works_on = (works_on(before), works_on(view));
    [
        ("same-first-char", before.first_char == view.first_char),
        (
            "same-head-word",
            before.head_word.is_some() && before.head_word == view.head_word,
        ),
        ("same-head", before.head != 0 && before.head == view.head),
        ("both-verbs", both(VERB)),
        ("both-verbs-alike", both(VERB) && near <= 2),
        ("both-adverbs", before.adverb && view.adverb),
        ("both-modal", ordered == (true, true)),
        ("modal-then-none", ordered == (true, false)),
        ("none-then-modal", ordered == (false, true)),
        ("same-length", near == 0),
        ("like-length", near <= 2),
        ("same-last-char", before.last_char == view.last_char),
        ("same-ending", before.ending == view.ending),
        ("same-look", before.look == view.look),
        ("both-work-on", works_on == (true, true) && verb == (true, true)),
        ("works-on-then-not", works_on == (true, false)),
        ("not-then-works-on", works_on == (false, true)),
        ("verb-then-result", verb.0 && view.head & RESULT != 0),
        ("verb-then-slogan", verb.0 && view.chars <= 4),
        ("both-addressed", before.addressed && view.addressed),
    ]
}

/// Its last word is something that an order works on.
fn works_on(view: &View) -> bool {
    view.last & Group::Task.bit() != 0
}

/// The forms that a clause has, given its neighbours in the sentence.
pub(super) fn shapes(sight: &Sight, index: usize) -> [Shape; SHAPES] {
    let (clauses, views) = (sight.clauses, sight.views);
    let (clause, view) = (&clauses[index], &views[index]);
    let (before, after) = (sight.before(index), sight.after(index));
    let previous: Option<&Clause> = index.checked_sub(1).map(|index| &clauses[index]);
    let closing = clause.closing;
    let chars = |range: std::ops::RangeInclusive<usize>| range.contains(&view.chars);
    let amounts = view.numbers > view.dates;
    let length = view.place.0 + view.place.1;
    let inner = before.is_some();
    let (verbs_before, verbs_after) = view.verbs;
    [
        ("no-head", view.head == 0),
        ("subject", view.head == 0 && !view.adverb && view.has != 0),
        ("no-words", view.has == 0),
        ("adverb", view.adverb),
        ("first", before.is_none() && after.is_some()),
        ("inner", inner && after.is_some()),
        ("final", inner && after.is_none()),
        ("only", before.is_none() && after.is_none()),
        ("closes-comma", closing == '，'),
        ("closes-semicolon", closing == '；'),
        ("closes-colon", closing == '：'),
        ("closes-question", closing == '？'),
        ("closes-exclamation", closing == '！'),
        ("closes-line", closing == '\n'),
        ("closes-stop", closing == '。'),
        ("chars-4", chars(0..=4)),
        ("chars-7", chars(5..=7)),
        ("chars-10", chars(8..=10)),
        ("chars-15", chars(11..=15)),
        ("chars-22", chars(16..=22)),
        ("chars-35", chars(23..=35)),
        ("chars-more", view.chars > 35),
        ("inner-chars-4", inner && chars(0..=4)),
        ("inner-chars-6", inner && chars(5..=6)),
        ("inner-chars-8", inner && chars(7..=8)),
        ("inner-chars-11", inner && chars(9..=11)),
        ("inner-chars-15", inner && chars(12..=15)),
        ("inner-chars-22", inner && chars(16..=22)),
        ("inner-chars-more", inner && view.chars > 22),
        ("number", view.numbers == 1),
        ("numbers", view.numbers > 1),
        ("percent", view.percent),
        ("list", view.list),
        ("quoted", view.quoted),
        ("topic", view.topic),
        ("no-heading", clause.heading.is_none()),
        (
            "after-colon",
            before.is_some_and(|before| clauses[before].closing == '：'),
        ),
        ("before-short", before.is_some_and(|before| views[before].chars <= 6)),
        ("before-long", before.is_some_and(|before| views[before].chars >= 16)),
        (
            "before-amounts",
            before.is_some_and(|before| views[before].numbers > views[before].dates),
        ),
        (
            "after-amounts",
            after.is_some_and(|after| views[after].numbers > views[after].dates),
        ),
        ("addressed", view.addressed),
        ("inner-addressed", inner && view.addressed),
        ("modal-first", view.head & MODAL != 0),
        ("modal-later", view.has & MODAL != 0 && view.head & MODAL == 0),
        ("adverb-verb", view.adverb && view.head & VERB != 0),
        ("inner-verb-task", inner && view.head & VERB != 0 && works_on(view)),
        (
            "inner-verb-outcome",
            inner && view.head & VERB != 0 && view.last & Group::Outcome.bit() != 0,
        ),
        ("inner-result-task", inner && view.head & RESULT != 0 && works_on(view)),
        (
            "inner-result-outcome",
            inner && view.head & RESULT != 0 && view.last & Group::Outcome.bit() != 0,
        ),
        ("dates", view.dates > 0),
        ("amounts", amounts),
        ("inner-amounts", inner && amounts),
        ("time-first", view.time != 0),
        ("inner-time-first", inner && view.time != 0),
        ("sentence-of-2", length <= 1),
        ("sentence-of-3", length == 2),
        ("sentence-of-4", length == 3),
        ("sentence-longer", length > 3),
        ("verbs-before-0", inner && verbs_before == 0),
        ("verbs-before-1", verbs_before == 1),
        ("verbs-before-more", verbs_before > 1),
        ("verbs-after-0", inner && verbs_after == 0),
        ("verbs-after-1", verbs_after == 1),
        ("verbs-after-more", verbs_after > 1),
        ("ordered-before", inner && view.earlier & MODAL != 0),
        (
            "paragraph-first",
            previous.is_none_or(|previous| previous.paragraph != clause.paragraph),
        ),
        (
            "under-marker",
            previous.is_none_or(|previous| previous.heading != clause.heading),
        ),
    ]
}

/// The names of the forms and of what clauses have in common, in their order.
pub(super) fn names() -> ([&'static str; SHAPES], [&'static str; PAIRS]) {
    let clause = Clause {
        span: Span::at(0, 0),
        closing: '\n',
        sentence: 0,
        paragraph: 0,
        heading: None,
    };
    let view = View::default();
    let sight = Sight {
        text: "",
        clauses: &[clause],
        views: std::slice::from_ref(&view),
    };
    (
        shapes(&sight, 0).map(|(name, _)| name),
        pairs(&view, &view).map(|(name, _)| name),
    )
}
