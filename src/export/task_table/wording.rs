//! The words of a task: a measure without what says who and, at the beginning, by when.

use std::ops::Range;

use super::one_line;
use crate::annotate::Status;
use crate::extract::clean::letters;
use crate::extract::frame::excerpt::plain;
use crate::extract::frame::standing::{Kind, Name, Standing, acts, brackets, standing, word};
use crate::project::{MeasureFrame, Project, within};
use crate::text::{ByteOffset, Source, Span};

/// A document as its task table reads it.
pub(super) struct Reading<'a> {
    source: &'a Source,
    names: Vec<Name>,
    /// What is not the speech, in order.
    debris: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        let annotations = project.store.annotations().iter();
        Self {
            source: &project.source,
            names: project.names(),
            debris: annotations
                .filter(|found| &*found.label == "boilerplate" && found.status != Status::Rejected)
                .map(|found| project.source.snap(found.span).range())
                // &ldquo; is debris in the text, but stands for a character.
                .filter(|range| {
                    project
                        .source
                        .text()
                        .get(range.clone())
                        .is_some_and(|words| plain(words) == words)
                })
                .collect(),
        }
    }

    /// The words of a span on one line, without debris and assigning brackets.
    pub(super) fn words(&self, span: Span) -> String {
        let span = self.source.snap(span).range();
        one_line(self.without(span.clone(), &self.cuts(&span)).trim_end_matches(is_break))
    }

    /// The words of a span on one line, without debris.
    pub(super) fn quote(&self, span: Span) -> String {
        let span = self.source.snap(span).range();
        one_line(&self.without(span.clone(), &self.debris_in(&span)))
    }

    /// What is cut out of a piece of the text: debris and the brackets that only assign, in order.
    fn cuts(&self, span: &Range<usize>) -> Vec<Range<usize>> {
        let text = self.source.text();
        let mut cuts = brackets(text, span.clone(), within(&self.names, span));
        cuts.extend(self.debris_in(span));
        cuts.sort_by_key(|cut| cut.start);
        cuts
    }

    fn debris_in(&self, span: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.debris.partition_point(|debris| debris.end <= span.start);
        let debris = self.debris[first..].iter().take_while(|debris| debris.start < span.end);
        debris.cloned().collect()
    }

    fn without(&self, piece: Range<usize>, cuts: &[Range<usize>]) -> String {
        let (mut words, mut at) = (String::new(), piece.start);
        let text = self.source.text();
        for cut in cuts.iter().filter(|cut| cut.end > piece.start && cut.start < piece.end) {
            words.push_str(text.get(at..cut.start).unwrap_or_default());
            at = at.max(cut.end);
        }
        words.push_str(text.get(at..piece.end).unwrap_or_default());
        plain(&words)
    }

    /// The words of a task: those of the measure without what says who and, at the beginning, by when;
    /// those have columns of their own. Where that cannot be cut cleanly, the measure as it stands.
    pub(super) fn task(&self, frame: &MeasureFrame) -> String {
        let span = self.source.snap(frame.measure.span);
        if let Some(title) = self.title(frame) {
            return title;
        }
        let cuts = self.cuts(&span.range());
        let names = Names::of(self.source, frame);
        let mut words = String::new();
        for clause in clauses(self.source, span) {
            let opening = match names.opening(self.source, clause, words.is_empty()) {
                Some(cut) if words.is_empty() || (cut.end == clause.end() && cut.has_part) => cut.end,
                _ => clause.start(),
            };
            // 物流综合服务站实现全覆盖: what reaches it is not who does it.
            let is_subject =
                &*frame.measure.label == "target" && reaches(self.source.slice(Span::new(opening, clause.end())));
            let opening = if is_subject { clause.start() } else { opening };
            words.push_str(&self.without(opening.index()..clause.end().index(), &cuts));
        }
        let words = one_line(words.trim_end_matches(is_break));
        let topic = self.topic(span);
        match (words.is_empty(), topic) {
            (true, _) => self.words(span),
            (false, Some(topic)) => format!("{topic}，{words}"),
            (false, None) => words,
        }
    }

    /// What an assignment right behind a heading assigns: （四）统筹推进。（责任单位：甲局）.
    fn title(&self, frame: &MeasureFrame) -> Option<String> {
        let text = self.source.text();
        let span = self.source.snap(frame.measure.span).range();
        let heading = frame.section.last()?;
        let title = self.source.snap(heading.span).range();
        let between = text.get(title.end..span.start)?;
        let is_bare = between.chars().all(|char| is_break(char) || char.is_whitespace());
        if !is_bare || standing(text, span.clone(), within(&self.names, &span)) != Standing::Assignment {
            return None;
        }
        let words = self.words(heading.span);
        let marker = heading.text_attribute("marker").map(one_line).unwrap_or_default();
        Some(words.strip_prefix(&*marker).unwrap_or(&words).trim().to_owned()).filter(|title| !title.is_empty())
    }

    /// What the clause before a task says that it is about: 燃气方面，.
    fn topic(&self, span: Span) -> Option<String> {
        let text = self.source.text();
        let head = text[..span.range().start].trim_end();
        let comma = head.strip_suffix(['，', ','])?.len();
        let start = head[..comma]
            .char_indices()
            .rev()
            .take(LONGEST)
            .find(|(_, char)| is_break(*char) || char.is_whitespace() || "：！？、”".contains(*char))
            .map(|(at, char)| at + char.len_utf8())?;
        let clause = start..comma;
        let is_topic = standing(text, clause.clone(), within(&self.names, &clause)) == Standing::Topic;
        is_topic.then(|| one_line(&plain(&text[clause])))
    }
}

/// Where the units and the deadline of a measure stand.
struct Names {
    units: Vec<Span>,
    deadline: Option<Span>,
}

impl Names {
    fn of(source: &Source, frame: &MeasureFrame) -> Self {
        Self {
            units: frame
                .units
                .iter()
                .map(|unit| source.snap(unit.annotation.span))
                .collect(),
            deadline: frame
                .deadline
                .as_ref()
                .map(|(unit, _)| source.snap(unit.annotation.span)),
        }
    }

    /// The names and joining words that a clause opens with; none where there is no name among them, but
    /// for a plain 要.
    fn opening(&self, source: &Source, clause: Span, is_first: bool) -> Option<Opening> {
        let (mut at, mut end, mut named, mut has_part) = (clause.start(), clause.start(), false, false);
        while at < clause.end() {
            if let Some(name) = self.name_at(at, clause, is_first) {
                (at, end, named) = (name, name, true);
                continue;
            }
            let rest = source.slice(Span::new(at, clause.end()));
            if let Some(mark) = rest.chars().next().filter(|&char| is_break(char) && named) {
                at = after(at, mark.len_utf8());
                end = at;
                continue;
            }
            let Some((word, kind, length)) = word_at(rest) else {
                break;
            };
            let behind = &rest[length..];
            let is_over = behind.is_empty() || behind.starts_with(is_break);
            at = after(at, length);
            match kind {
                Kind::Join if named && word.starts_with(['等', '同']) && word != "同" => end = at,
                // 在6月底前, 由甲局: only where a name follows.
                Kind::Join | Kind::Before => {}
                Kind::Order
                    if INSIDE
                        .iter()
                        .any(|(head, next)| word.ends_with(*head) && behind.starts_with(*next)) =>
                {
                    break;
                }
                Kind::Order if named || is_first && word.ends_with('要') => end = at,
                Kind::Part if named && (is_over || is_said_elsewhere(word, behind)) => {
                    (end, has_part) = (at, true);
                }
                _ => break,
            }
        }
        (end > clause.start()).then_some(Opening { end, has_part })
    }

    /// The end of the name that begins at a place of a clause.
    fn name_at(&self, at: ByteOffset, clause: Span, with_deadline: bool) -> Option<ByteOffset> {
        let deadline = self.deadline.filter(|_| with_deadline);
        let names = self.units.iter().chain(&deadline);
        names
            .filter(|name| name.start() == at && name.end() <= clause.end() && !name.is_empty())
            .map(|name| name.end())
            .max()
    }
}

/// Whether a text says first what is reached: 实现全覆盖.
fn reaches(text: &str) -> bool {
    let words = folded(text).0;
    REACHES.iter().any(|verb| words.starts_with(verb))
}

/// Verbs whose subject is a thing as often as a unit.
const REACHES: [&str; 9] = ["实现", "达到", "提高", "增长", "超过", "稳定在", "保持在", "突破", "占"];

/// Whether what somebody's part is stands in a column of its own: 牵头|编制方案, 负责|修订细则, but neither
/// 负责技术指导 nor 配合做好测算.
fn is_said_elsewhere(part: &str, behind: &str) -> bool {
    let is_lead = part.contains("牵头");
    is_lead || part.contains("负责") && acts(behind) || word_at(behind).is_some_and(|(_, kind, _)| kind == Kind::Part)
}

/// Longer words than 要素 that an order is only the first character of.
const INSIDE: [(char, &[char]); 3] = [
    (
        '要',
        &[
            '素', '求', '点', '闻', '害', '塞', '务', '件', '道', '紧', '价', '领', '旨', '义',
        ],
    ),
    (
        '应',
        &[
            '急', '用', '对', '届', '聘', '变', '收', '付', '有', '税', '邀', '诉', '战', '季', '保', '纳', '享', '改',
            '考', '检',
        ],
    ),
    ('须', &['知', '臾']),
];

/// The word of an assignment that a text begins with, and its length there in bytes.
fn word_at(text: &str) -> Option<(&'static str, Kind, usize)> {
    let folded = folded(text);
    let (word, kind) = word(&folded.0)?;
    Some((word, kind, folded.1.get(word.chars().count().checked_sub(1)?).copied()?))
}

/// How many characters the longest word has.
const LONGEST: usize = 12;

/// The first characters of a text as the word lists have them, and where each ends in the text.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut words, mut ends) = (String::new(), Vec::new());
    // A line may be broken inside a word.
    let letters = letters(text).filter(|(_, char)| *char != '\n');
    for (range, char) in letters.take(LONGEST) {
        words.push(char);
        ends.push(range.end);
    }
    (words, ends)
}

/// The names and joining words that a clause opens with.
struct Opening {
    end: ByteOffset,
    /// Whether they say what somebody's part is.
    has_part: bool,
}

/// The clauses of a span, each with the mark that closes it.
fn clauses(source: &Source, span: Span) -> Vec<Span> {
    let mut clauses = Vec::new();
    let mut start = span.start();
    for (at, char) in source.slice(span).char_indices().filter(|&(_, char)| is_break(char)) {
        let end = after(span.start(), at + char.len_utf8());
        clauses.push(Span::new(start, end));
        start = end;
    }
    clauses.push(Span::new(start, span.end()));
    clauses
}

fn after(at: ByteOffset, bytes: usize) -> ByteOffset {
    ByteOffset::from(at.index() + bytes)
}

fn is_break(char: char) -> bool {
    matches!(char, '，' | ',' | '；' | ';' | '。')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::project::Suggestions;

    #[test]
    fn a_page_number_inside_a_task_is_left_out() {
        let text = "各镇要抓紧修好\n—— 3 ——\n灌溉渠道，建好问题台账。\n";
        let source = Source::new(text);
        let found = Suggestions::of(&source, &extract(&source, None, &mut |_| {}));
        let project = Project::suggested(source, found);
        let debris = project.store.annotations().iter();
        assert!(debris.clone().any(|found| &*found.label == "boilerplate"));
        let end = text.find('。').unwrap();
        let words = Reading::of(&project).words(Span::at(0, end));
        assert_eq!(words, "各镇要抓紧修好灌溉渠道，建好问题台账");
        let quote = Reading::of(&project).quote(Span::at(0, end));
        assert_eq!(quote, "各镇要抓紧修好灌溉渠道，建好问题台账");
    }
}
