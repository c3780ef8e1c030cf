//! What can be seen of a clause: its words by group, its head, its numbers, its place.

use super::super::clause::Clause;
use super::super::clean::Cleaned;
use super::super::outline::Outline;
use super::words::{Groups, Lexeme, Named, Words};

/// What a clause looks like at first sight; the first that fits, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Nothing that the word list knows opens it.
    #[default]
    Other,
    /// The speaker about the speech.
    Talk,
    /// A condition: …的，
    Condition,
    /// A binding word.
    Order,
    /// Puts somebody in charge.
    Assignment,
    /// A shortcoming.
    Bad,
    /// It has happened.
    Past,
    /// Opens with the verb of an order.
    Verb,
    /// Opens with a way or a ground.
    Manner,
    /// Opens with a verb of result.
    Result,
    /// Opens with a purpose.
    Purpose,
    /// A figure.
    Figure,
    /// A reason or a truth.
    Reason,
}

/// How many looks there are.
pub const LOOKS: usize = 13;

/// The names of the looks in their order.
pub const LOOK_NAMES: [&str; LOOKS] = [
    "other",
    "talk",
    "condition",
    "order",
    "assignment",
    "bad",
    "past",
    "verb",
    "manner",
    "result",
    "purpose",
    "figure",
    "reason",
];

/// What most clauses around look like: nothing special, orders, reports, complaints.
pub const MOODS: [&str; 4] = ["none", "orders", "reports", "complaints"];

/// How many clauses on either side make the mood.
const NEIGHBOURS: usize = 6;

/// How the names of those who are told to do something end.
const BODIES: [char; 20] = [
    '局', '委', '厅', '办', '门', '位', '部', '县', '区', '市', '镇', '乡', '道', '村', '组', '志', '员', '业', '校',
    '院',
];

/// What the features of a clause are made from.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The word that is its head.
    pub head_word: Option<usize>,
    /// Groups of all words before it in its sentence.
    pub earlier: Groups,
    /// How many clauses of its sentence precede it, and follow it.
    pub place: (usize, usize),
    /// A body (局、委、部门) is told to do something.
    pub addressed: bool,
    /// How many of its numbers are followed by 年, 月 or 日.
    pub dates: usize,
    /// Its last two characters, the last one first.
    pub ending: [char; 2],
    /// Groups of the first word that is neither a time nor an adverb, if the clause opens with it.
    pub head: Groups,
    /// Groups of the word that follows the head.
    pub second: Groups,
    /// Groups of all its words.
    pub has: Groups,
    /// Groups of the word that it ends with.
    pub last: Groups,
    /// Groups of the times that it opens with.
    pub time: Groups,
    /// An adverb precedes the head.
    pub adverb: bool,
    /// Groups of the first word behind the first binding word.
    pub ordered: Groups,
    /// Its last character.
    pub last_char: char,
    /// Its first character.
    pub first_char: char,
    /// Length in characters.
    pub chars: usize,
    /// How many numbers it holds, placeholders included.
    pub numbers: usize,
    /// It holds a percentage.
    pub percent: bool,
    /// It holds 、.
    pub list: bool,
    /// It holds quotation marks.
    pub quoted: bool,
    /// What the headings above say: groups of the innermost and of the outermost one.
    pub section: (Groups, Groups),
    /// What it looks like.
    pub look: Look,
    /// What most clauses around it look like: an index into [`MOODS`].
    pub mood: usize,
    /// It stands alone on its line, without a mark: a heading without a marker.
    pub topic: bool,
}

/// The views of all clauses.
pub fn views(cleaned: &Cleaned, outline: &Outline, clauses: &[Clause]) -> Vec<View> {
    let (text, words) = (cleaned.text(), Words::own());
    let sections = sections(cleaned, outline, words);
    let mut lexemes = words.find(text).peekable();
    let mut inside: Vec<Lexeme> = Vec::new();
    let mut topic_section = 0;
    let mut topic_heading = None;
    let mut views: Vec<View> = Vec::with_capacity(clauses.len());
    for (index, clause) in clauses.iter().enumerate() {
        let range = clause.span.range();
        while lexemes.next_if(|lexeme| lexeme.start < range.start).is_some() {}
        inside.clear();
        while let Some(lexeme) = lexemes.next_if(|lexeme| lexeme.end <= range.end) {
            inside.push(lexeme);
        }
        let mut view = view(&text[range.clone()], range.start, &inside, words);
        let alone = clause.closing == '\n'
            && index
                .checked_sub(1)
                .and_then(|index| clauses.get(index))
                .is_none_or(|before| before.paragraph != clause.paragraph);
        view.topic = alone && view.chars <= 40;
        if topic_heading != clause.heading {
            topic_section = 0;
        }
        if view.topic {
            (topic_section, topic_heading) = (view.has, clause.heading);
        }
        view.section = clause
            .heading
            .and_then(|heading| sections.get(heading as usize))
            .copied()
            .unwrap_or_default();
        if topic_section != 0 {
            view.section.0 = topic_section;
        }
        views.push(view);
    }
    moods(clauses, &mut views);
    places(clauses, &mut views);
    views
}

/// Where each clause stands in its sentence, and the words before it.
fn places(clauses: &[Clause], views: &mut [View]) {
    let together = |one: usize, other: usize| clauses[one].sentence == clauses[other].sentence;
    for index in 1..views.len() {
        if together(index - 1, index) {
            let before = &views[index - 1];
            let (groups, place) = (before.earlier | before.has, before.place.0 + 1);
            (views[index].earlier, views[index].place.0) = (groups, place);
        }
    }
    for index in (1..views.len()).rev() {
        if together(index - 1, index) {
            views[index - 1].place.1 = views[index].place.1 + 1;
        }
    }
}

/// What the clauses around each clause look like, under the same heading.
fn moods(clauses: &[Clause], views: &mut [View]) {
    for index in 0..views.len() {
        let from = index.saturating_sub(NEIGHBOURS);
        let to = (index + NEIGHBOURS + 1).min(views.len());
        let mut counts = [0; 4];
        for other in from..to {
            if other != index && clauses[other].heading == clauses[index].heading {
                match views[other].look {
                    Look::Order | Look::Assignment | Look::Verb | Look::Manner | Look::Result => counts[1] += 1,
                    Look::Past | Look::Figure => counts[2] += 1,
                    Look::Bad => counts[3] += 1,
                    _ => {}
                }
            }
        }
        // Complaints are rarer than the rest and weigh more.
        counts[3] *= 2;
        views[index].mood = (1..4)
            .rev()
            .max_by_key(|mood| counts[*mood])
            .filter(|mood| counts[*mood] >= 2)
            .unwrap_or(0);
    }
}

fn look(view: &View, named: &Named) -> Look {
    let (has, head) = (
        |groups: Groups| view.has & groups != 0,
        |groups: Groups| view.head & groups != 0,
    );
    if has(named.talk) && !has(named.modal | named.bad) {
        Look::Talk
    } else if view.last_char == '的' {
        Look::Condition
    } else if has(named.modal | named.forbid | named.hope) {
        Look::Order
    } else if has(named.assign) {
        Look::Assignment
    } else if has(named.bad) && !head(named.act) {
        Look::Bad
    } else if has(named.past) {
        Look::Past
    } else if head(named.raise | named.make) {
        Look::Result
    } else if head(named.act) {
        Look::Verb
    } else if head(named.manner) {
        Look::Manner
    } else if head(named.serve) {
        Look::Purpose
    } else if view.numbers > 0 {
        Look::Figure
    } else if has(named.reason) {
        Look::Reason
    } else {
        Look::Other
    }
}

/// What each heading says, and what the outermost heading above it says.
fn sections(cleaned: &Cleaned, outline: &Outline, words: &Words) -> Vec<(Groups, Groups)> {
    let mut outer = 0;
    outline
        .headings
        .iter()
        .map(|heading| {
            let own = words
                .find(cleaned.slice(heading.span))
                .fold(0, |groups, lexeme| groups | lexeme.groups);
            if heading.level == 1 {
                outer = own;
            }
            (own, outer)
        })
        .collect()
}

fn view(text: &str, start: usize, lexemes: &[Lexeme], words: &Words) -> View {
    let named = &words.named;
    let times = named.before | named.ahead | named.now;
    let (adverb, modal, assign) = (named.adverb, named.modal, named.assign);
    let verbs = named.act | named.raise | named.make;
    let mut view = View::default();
    let mut at = start;
    let mut found = false;
    let mut after_modal = false;
    for (index, lexeme) in lexemes.iter().enumerate() {
        view.has |= lexeme.groups;
        if lexeme.groups & (modal | assign) != 0 && !view.addressed {
            view.addressed = text[..lexeme.start - start].ends_with(BODIES);
        }
        if after_modal && lexeme.groups & adverb & !verbs == 0 {
            view.ordered |= lexeme.groups;
            after_modal = false;
        }
        after_modal |= lexeme.groups & modal != 0 && view.ordered == 0;
        if found {
            continue;
        }
        if lexeme.start > at + leading(&text[at - start..]) {
            found = true;
            continue;
        }
        at = lexeme.end;
        let next = lexemes.get(index + 1);
        let adjoins = next.is_some_and(|next| next.start == lexeme.end && next.groups & verbs != 0);
        if lexeme.groups & times != 0 && lexeme.groups & verbs == 0 {
            view.time |= lexeme.groups;
        } else if lexeme.groups & adverb != 0 && (lexeme.groups & verbs == 0 || adjoins) {
            view.adverb = true;
        } else {
            view.head = lexeme.groups;
            view.head_word = Some(lexeme.word);
            view.second = next.map_or(0, |next| next.groups);
            found = true;
        }
    }
    if let Some(last) = lexemes.last()
        && last.end == start + text.len()
    {
        view.last = last.groups;
    }
    count(text, &mut view);
    view.look = look(&view, named);
    view
}

/// Bytes of marks that may stand in front of the first word: 、 “ — and years.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches(|char: char| "“‘—（”）、 ".contains(char)).len()
}

fn count(text: &str, view: &mut View) {
    let mut number = false;
    for char in text.chars() {
        view.chars += 1;
        let digit = char.is_ascii_digit() || matches!(char, '×' | '*' | '○');
        view.numbers += usize::from(digit && !number);
        view.dates += usize::from(number && matches!(char, '年' | '月' | '日'));
        number = digit || (number && char == '.');
        match char {
            '%' => view.percent = true,
            '、' => view.list = true,
            '“' => view.quoted = true,
            _ => {}
        }
        view.ending = [char, view.last_char];
        view.last_char = char;
        if view.chars == 1 {
            view.first_char = char;
        }
    }
}
