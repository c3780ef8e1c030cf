//! The form of a clause, and what it has in common with the clause before it.

use super::super::clause::Clause;
use super::sight::Sight;
use super::view::View;
use super::words::{Group, Groups, set};
use crate::text::Span;

/// How many forms there are, and how many things that clauses can have in common.
pub(super) const SHAPES: usize = 68;
pub(super) const PAIRS: usize = 20;

const MODAL: Groups = Group::Modal.bit();
const VERB: Groups = Group::Do.bit();
const RESULT: Groups = set(&[Group::Raise, Group::Make, Group::Serve]);

/// Tells each thing that a clause can have in common with the clause before it in its sentence, and whether
/// it has.
#[inline]
pub(super) fn pairs(before: &View, view: &View, mut tell: impl FnMut(&'static str, bool)) {
    let both = |mask: Groups| before.head & view.head & mask != 0;
    let near = before.chars.abs_diff(view.chars);
    let ordered = (before.has & MODAL != 0, view.has & MODAL != 0);
    let verb = (before.head & VERB != 0, view.head & VERB != 0);
    let works_on = (works_on(before), works_on(view));
    tell("same-first-char", before.first_char == view.first_char);
    tell(
        "same-head-word",
        before.head_word.is_some() && before.head_word == view.head_word,
    );
    tell("same-head", before.head != 0 && before.head == view.head);
    tell("both-verbs", both(VERB));
    tell("both-verbs-alike", both(VERB) && near <= 2);
    tell("both-adverbs", before.adverb && view.adverb);
    tell("both-modal", ordered == (true, true));
    tell("modal-then-none", ordered == (true, false));
    tell("none-then-modal", ordered == (false, true));
    tell("same-length", near == 0);
    tell("like-length", near <= 2);
    tell("same-last-char", before.last_char == view.last_char);
    tell("same-ending", before.ending == view.ending);
    tell("same-look", before.look == view.look);
    tell("both-work-on", works_on == (true, true) && verb == (true, true));
    tell("works-on-then-not", works_on == (true, false));
    tell("not-then-works-on", works_on == (false, true));
    tell("verb-then-result", verb.0 && view.head & RESULT != 0);
    tell("verb-then-slogan", verb.0 && view.chars <= 4);
    tell("both-addressed", before.addressed && view.addressed);
}

/// Its last word is something that an order works on.
fn works_on(view: &View) -> bool {
    view.last & Group::Task.bit() != 0
}

/// Tells each form, and whether a clause has it, given its neighbours in the sentence.
#[inline]
pub(super) fn shapes(sight: &Sight, index: usize, mut tell: impl FnMut(&'static str, bool)) {
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
    tell("no-head", view.head == 0);
    tell("subject", view.head == 0 && !view.adverb && view.has != 0);
    tell("no-words", view.has == 0);
    tell("adverb", view.adverb);
    tell("first", before.is_none() && after.is_some());
    tell("inner", inner && after.is_some());
    tell("final", inner && after.is_none());
    tell("only", before.is_none() && after.is_none());
    tell("closes-comma", closing == '，');
    tell("closes-semicolon", closing == '；');
    tell("closes-colon", closing == '：');
    tell("closes-question", closing == '？');
    tell("closes-exclamation", closing == '！');
    tell("closes-line", closing == '\n');
    tell("closes-stop", closing == '。');
    tell("chars-4", chars(0..=4));
    tell("chars-7", chars(5..=7));
    tell("chars-10", chars(8..=10));
    tell("chars-15", chars(11..=15));
    tell("chars-22", chars(16..=22));
    tell("chars-35", chars(23..=35));
    tell("chars-more", view.chars > 35);
    tell("inner-chars-4", inner && chars(0..=4));
    tell("inner-chars-6", inner && chars(5..=6));
    tell("inner-chars-8", inner && chars(7..=8));
    tell("inner-chars-11", inner && chars(9..=11));
    tell("inner-chars-15", inner && chars(12..=15));
    tell("inner-chars-22", inner && chars(16..=22));
    tell("inner-chars-more", inner && view.chars > 22);
    tell("number", view.numbers == 1);
    tell("numbers", view.numbers > 1);
    tell("percent", view.percent);
    tell("list", view.list);
    tell("quoted", view.quoted);
    tell("topic", view.topic);
    tell("no-heading", clause.heading.is_none());
    tell(
        "after-colon",
        before.is_some_and(|before| clauses[before].closing == '：'),
    );
    tell("before-short", before.is_some_and(|before| views[before].chars <= 6));
    tell("before-long", before.is_some_and(|before| views[before].chars >= 16));
    tell(
        "before-amounts",
        before.is_some_and(|before| views[before].numbers > views[before].dates),
    );
    tell(
        "after-amounts",
        after.is_some_and(|after| views[after].numbers > views[after].dates),
    );
    tell("addressed", view.addressed);
    tell("inner-addressed", inner && view.addressed);
    tell("modal-first", view.head & MODAL != 0);
    tell("modal-later", view.has & MODAL != 0 && view.head & MODAL == 0);
    tell("adverb-verb", view.adverb && view.head & VERB != 0);
    tell("inner-verb-task", inner && view.head & VERB != 0 && works_on(view));
    tell(
        "inner-verb-outcome",
        inner && view.head & VERB != 0 && view.last & Group::Outcome.bit() != 0,
    );
    tell("inner-result-task", inner && view.head & RESULT != 0 && works_on(view));
    tell(
        "inner-result-outcome",
        inner && view.head & RESULT != 0 && view.last & Group::Outcome.bit() != 0,
    );
    tell("dates", view.dates > 0);
    tell("amounts", amounts);
    tell("inner-amounts", inner && amounts);
    tell("time-first", view.time != 0);
    tell("inner-time-first", inner && view.time != 0);
    tell("sentence-of-2", length <= 1);
    tell("sentence-of-3", length == 2);
    tell("sentence-of-4", length == 3);
    tell("sentence-longer", length > 3);
    tell("verbs-before-0", inner && verbs_before == 0);
    tell("verbs-before-1", verbs_before == 1);
    tell("verbs-before-more", verbs_before > 1);
    tell("verbs-after-0", inner && verbs_after == 0);
    tell("verbs-after-1", verbs_after == 1);
    tell("verbs-after-more", verbs_after > 1);
    tell("ordered-before", inner && view.earlier & MODAL != 0);
    tell(
        "paragraph-first",
        previous.is_none_or(|previous| previous.paragraph != clause.paragraph),
    );
    tell(
        "under-marker",
        previous.is_none_or(|previous| previous.heading != clause.heading),
    );
}

/// The names of the forms and of what clauses have in common, in their order.
pub(super) fn names() -> (Vec<&'static str>, Vec<&'static str>) {
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
    let (mut forms, mut common) = (Vec::with_capacity(SHAPES), Vec::with_capacity(PAIRS));
    shapes(&sight, 0, |name, _| forms.push(name));
    pairs(&view, &view, |name, _| common.push(name));
    (forms, common)
}
