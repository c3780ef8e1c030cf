//! What can be seen of a clause: its words by group, its head, its numbers, its place.

use super::super::clause::Clause;
use super::super::clean::{CleanOffset, Cleaned};
use super::super::extraction::Mention;
use super::super::lexicon::Word;
use super::super::marks::marks;
use super::super::outline::Outline;
use super::context::{courses, modes, moods, paces, places, sections, sentences, tones};
use super::grammar::{Grammar, grammar};
use super::words::{Group, Groups, Lexeme, Words, set};

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
    /// How many clauses before it in its sentence, and behind it, open with the verb of an order.
    pub verbs: (usize, usize),
    /// Groups of all words of the sentence before it, and of the one behind it, in its paragraph.
    pub beside: (Groups, Groups),
    /// Groups of all words of the first sentence of its paragraph, or under its heading.
    pub topic_has: Groups,
    /// What the text last said would follow: an index into [`MODES`].
    pub mode: usize,
    /// How long the sentences around it are: an index into [`PACES`].
    pub pace: usize,
    /// How many of the clauses around it hold a binding word: an index into [`TONES`].
    pub tone: usize,
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
    /// Groups of what it is about: the first word behind a binding word, or its first verb.
    pub core: Groups,
    /// The word that these are the groups of.
    pub core_word: Option<usize>,
    /// Something stands before that word which is neither a time nor an adverb.
    pub subject: bool,
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
    /// Groups of the word that the innermost heading ends with: 稳步提升 reports, 提升质量 orders.
    pub section_end: Groups,
    /// Whether figures stand in its paragraph that are bounds or estimates, and whether something there is
    /// over: an index into [`COURSES`].
    pub course: usize,
    /// What it looks like.
    pub look: Look,
    /// What most clauses around it look like: an index into [`MOODS`].
    pub mood: usize,
    /// It stands alone on its line, without a mark: a heading without a marker.
    pub topic: bool,
    /// The parts of speech of its words, and its mentions.
    pub grammar: Grammar,
}

impl View {
    /// Says when, where or on what ground, for the clause behind it.
    pub fn leads_in(&self) -> bool {
        let ground = self.core & (Group::Manner.bit() | Group::Do.bit()) == Group::Manner.bit();
        let ending = matches!(
            self.last_char,
            '看' | '讲' | '说' | '上' | '下' | '中' | '时' | '后' | '面' | '的' | '比' | '是'
        );
        let opening = matches!(self.first_char, '从' | '在' | '对' | '与' | '同' | '就' | '当');
        let assigns = self.last & Group::Assign.bit() != 0 && self.core & Group::Modal.bit() == 0;
        const TIMES: Groups = set(&[Group::Before, Group::Ahead, Group::Now, Group::Plain, Group::Adverb]);
        let time = self.chars <= 6 && self.has & TIMES != 0 && self.has & !TIMES == 0;
        self.chars <= 3 && self.has & !TIMES == 0
            || time
            || self.grammar.is_time
            || ground
            || assigns
            || opening && ending
    }
}

/// The views of all clauses. Without words, what only a dictionary tells is left out.
pub fn views(
    cleaned: &Cleaned,
    outline: &Outline,
    clauses: &[Clause],
    words_of_text: Option<&[Word]>,
    mentions: &[Mention<CleanOffset>],
) -> Vec<View> {
    let (text, words) = (cleaned.text(), Words::own());
    let sections = sections(cleaned, outline, words);
    let chars = &cleaned.chars();
    let mut lexemes = words.find_in(chars).peekable();
    let mut inside: Vec<Lexeme> = Vec::new();
    let (mut topic_section, mut topic_end) = (0, 0);
    let mut topic_heading = None;
    let mut views: Vec<View> = Vec::with_capacity(clauses.len());
    for (index, clause) in clauses.iter().enumerate() {
        let range = clause.span.range();
        while lexemes.next_if(|lexeme| lexeme.start < range.start).is_some() {}
        inside.clear();
        while let Some(lexeme) = lexemes.next_if(|lexeme| lexeme.end <= range.end) {
            inside.push(lexeme);
        }
        let mut view = view(&text[range.clone()], range.start, &inside);
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
            (topic_section, topic_heading, topic_end) = (view.has, clause.heading, view.last);
        }
        (view.section, view.section_end) = clause
            .heading
            .and_then(|heading| sections.get(heading as usize))
            .copied()
            .unwrap_or_default();
        if topic_section != 0 {
            (view.section.0, view.section_end) = (topic_section, topic_end);
        }
        views.push(view);
    }
    grammar(cleaned, clauses, words_of_text, mentions, &mut views);
    moods(clauses, &mut views);
    places(clauses, &mut views);
    tones(&mut views);
    paces(clauses, &mut views);
    sentences(clauses, &mut views);
    modes(clauses, &mut views);
    courses(chars, clauses, &mut views);
    views
}

fn look(view: &View) -> Look {
    use Group as G;
    let has = |groups: &[Group], mask: Groups| mask & set(groups) != 0;
    if has(&[G::Talk], view.has) && !has(&[G::Modal, G::Bad], view.has) {
        Look::Talk
    } else if view.last_char == '的' {
        Look::Condition
    } else if has(&[G::Modal, G::Forbid, G::Hope], view.has) {
        Look::Order
    } else if has(&[G::Assign], view.has) {
        Look::Assignment
    } else if has(&[G::Bad], view.has) && !has(&[G::Do], view.head) {
        Look::Bad
    } else if has(&[G::Past], view.has) {
        Look::Past
    } else if has(&[G::Raise, G::Make], view.head) {
        Look::Result
    } else if has(&[G::Do], view.head) {
        Look::Verb
    } else if has(&[G::Manner], view.head) {
        Look::Manner
    } else if has(&[G::Serve], view.head) {
        Look::Purpose
    } else if view.numbers > 0 {
        Look::Figure
    } else if has(&[G::Reason], view.has) {
        Look::Reason
    } else {
        Look::Other
    }
}

fn view(text: &str, start: usize, lexemes: &[Lexeme]) -> View {
    const TIMES: Groups = set(&[Group::Before, Group::Ahead, Group::Now]);
    const VERBS: Groups = set(&[Group::Do, Group::Raise, Group::Make]);
    const MODAL: Groups = Group::Modal.bit();
    const ADVERB: Groups = Group::Adverb.bit();
    let mut view = View::default();
    let mut at = start;
    let mut found = false;
    let mut after_modal = false;
    for (index, lexeme) in lexemes.iter().enumerate() {
        view.has |= lexeme.groups;
        if lexeme.groups & (MODAL | Group::Assign.bit()) != 0 && !view.addressed {
            view.addressed = text[..lexeme.start - start].ends_with(BODIES);
        }
        if after_modal && lexeme.groups & ADVERB & !VERBS == 0 {
            view.ordered |= lexeme.groups;
            after_modal = false;
        }
        after_modal |= lexeme.groups & MODAL != 0 && view.ordered == 0;
        if found {
            continue;
        }
        if lexeme.start > at + leading(&text[at - start..]) {
            found = true;
            continue;
        }
        at = lexeme.end;
        let next = lexemes.get(index + 1);
        let adjoins = next.is_some_and(|next| next.start == lexeme.end && next.groups & VERBS != 0);
        if lexeme.groups & TIMES != 0 && lexeme.groups & VERBS == 0 {
            view.time |= lexeme.groups;
        } else if lexeme.groups & ADVERB != 0 && (lexeme.groups & VERBS == 0 || adjoins) {
            view.adverb = true;
        } else {
            view.head = lexeme.groups;
            view.head_word = Some(lexeme.word);
            view.second = next.map_or(0, |next| next.groups);
            found = true;
        }
    }
    core(text, start, lexemes, &mut view);
    if let Some(last) = lexemes.last()
        && last.end == start + text.len()
    {
        view.last = last.groups;
    }
    count(text, &mut view);
    view.look = look(&view);
    view
}

/// Finds what the clause is about.
fn core(text: &str, start: usize, lexemes: &[Lexeme], view: &mut View) {
    const VERBS: Groups = set(&[
        Group::Do,
        Group::Raise,
        Group::Make,
        Group::Manner,
        Group::Serve,
        Group::Trail,
    ]);
    const LIGHT: Groups = set(&[Group::Adverb, Group::Before, Group::Ahead, Group::Now, Group::Plain]);
    let modal = lexemes
        .iter()
        .position(|lexeme| lexeme.groups & Group::Modal.bit() != 0);
    let from = modal.map_or(0, |modal| modal + 1);
    let fits = |lexeme: &&Lexeme| lexeme.groups & VERBS != 0 || modal.is_some() && lexeme.groups & LIGHT == 0;
    if let Some(found) = lexemes[from..].iter().find(fits) {
        (view.core, view.core_word) = (found.groups, Some(found.word));
        let light = |lexeme: &&Lexeme| lexeme.groups & (LIGHT | Group::Modal.bit()) != 0;
        let before: usize = lexemes
            .iter()
            .filter(|lexeme| lexeme.end <= found.start)
            .filter(light)
            .map(|lexeme| lexeme.end - lexeme.start)
            .sum();
        view.subject = found.start - start > before + leading(text);
    }
}

/// Bytes of marks that may stand in front of the first word: 、 “ — and years.
fn leading(text: &str) -> usize {
    text.len()
        - text
            .trim_start_matches(['“', '‘', '—', '（', '”', '）', '、', ' '])
            .len()
}

fn count(text: &str, view: &mut View) {
    let mut back = text.chars().rev();
    view.first_char = text.chars().next().unwrap_or_default();
    view.last_char = back.next().unwrap_or_default();
    view.ending = [view.last_char, back.next().unwrap_or_default()];
    let (mut number, mut letter, mut end) = (false, false, 0);
    for (at, char) in marks(text) {
        if at > end {
            view.chars += (at - end) / HAN;
            view.dates += usize::from(number && text[end..].starts_with(['年', '月', '日']));
            (number, letter) = (false, false);
        }
        view.chars += 1;
        end = at + char.len_utf8();
        // X stands for a withheld number, but not in a word of letters.
        let is_letter = |next: char| next.is_ascii_alphanumeric() && next != 'X';
        let withheld = char == 'X' && !letter && !text[end..].starts_with(is_letter);
        letter = char.is_ascii_alphabetic() && !withheld;
        let digit = char.is_ascii_digit() || withheld || matches!(char, '×' | '*' | '○');
        view.numbers += usize::from(digit && !number);
        number = digit || (number && char == '.');
        match char {
            '%' => view.percent = true,
            '、' => view.list = true,
            '“' => view.quoted = true,
            _ => {}
        }
    }
    view.chars += (text.len() - end) / HAN;
    view.dates += usize::from(number && text[end..].starts_with(['年', '月', '日']));
}

/// Bytes of each character that [`marks`] leaves out.
const HAN: usize = 3;
