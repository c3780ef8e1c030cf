//! What an extraction finds, with offsets into the original text.

use super::clean::{CleanOffset, CleanSpan, Cleaned};
use super::date::Date;
use super::frame::{Frames, Instrument, Modality, RuleFrame, TermParts};
use super::outline::Outline;
use crate::text::{ByteOffset, Offset, Span};

/// Everything found in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// The speech's own title, if there is one.
    pub title: Option<Span>,
    /// The day on which the speech was given, as the text states it.
    pub date: Option<Date>,
    /// What is not the speech; in order, without overlaps.
    pub boilerplate: Vec<(Span, Reason)>,
    /// The outline; in order.
    pub headings: Vec<Heading>,
    /// Measures, targets and the rest; in order, never overlapping one another.
    pub statements: Vec<Statement>,
    /// Actors, times and the rest; in reading order, may nest.
    pub mentions: Vec<Mention>,
    /// One frame per measure, and one per target that belongs to no measure, in their order.
    pub frames: Vec<Frame>,
    /// One per rule, in the order of the rules.
    pub rules: Vec<RuleFrame>,
    /// Numeral phrases whose parts the text lists, in the order of the phrases.
    pub terms: Vec<TermParts>,
    /// What a reader should know about the text, such as lost markers.
    pub notes: Vec<Note>,
}

/// Why something is suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason<O: Offset = ByteOffset> {
    /// The rule that made it, as `group/rule`, e.g. `measure/modal`.
    pub rule: &'static str,
    /// The words that triggered the rule; may be empty.
    pub triggers: Vec<Span<O>>,
    /// How often such a suggestion is right, in percent (0 to 100).
    pub confidence: u8,
}

/// A marker with the title that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<O: Offset = ByteOffset> {
    /// Marker and title, without the closing punctuation.
    pub span: Span<O>,
    /// The marker alone, at the start of the span; empty where brackets around the title are all that marks it.
    pub marker: Span<O>,
    /// Nesting depth in this document; 1 is outermost.
    pub level: u8,
    /// Why it is one.
    pub reason: Reason<O>,
}

/// The labels of statements and mentions. Their ids are those of the default tag set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the labels are explained in the default tag set")]
pub enum Label {
    Measure,
    Target,
    Achievement,
    Problem,
    Rule,
    Actor,
    Time,
    Quantity,
    Industry,
    Organization,
    Project,
    Term,
    Policy,
    Redaction,
}

impl Label {
    /// The label's id in files and tag sets.
    pub fn id(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Target => "target",
            Self::Achievement => "achievement",
            Self::Problem => "problem",
            Self::Rule => "rule",
            Self::Actor => "actor",
            Self::Time => "time",
            Self::Quantity => "quantity",
            Self::Industry => "industry",
            Self::Organization => "organization",
            Self::Project => "project",
            Self::Term => "term",
            Self::Policy => "policy",
            Self::Redaction => "redaction",
        }
    }
}

/// A run of whole clauses that says one thing: a measure, a target, an achievement, a problem or a
/// rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<O: Offset = ByteOffset> {
    /// One of the five labels of statements.
    pub label: Label,
    /// The clauses, without the closing punctuation.
    pub span: Span<O>,
    /// Why it is one.
    pub reason: Reason<O>,
}

/// A name, number, time or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<O: Offset = ByteOffset> {
    /// One of the nine labels of mentions.
    pub label: Label,
    /// What it covers.
    pub span: Span<O>,
    /// For an actor, what it has to do with the measure.
    pub role: Option<Role>,
    /// Why it is one.
    pub reason: Reason<O>,
}

/// What an actor has to do with a measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 牵头: leads the others.
    Lead,
    /// 配合、参与、协助: helps.
    Support,
    /// 负责: answers for it.
    Responsible,
    /// Told to do it, without one of the words above.
    #[default]
    Executor,
}

impl Role {
    /// The role's id in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Responsible => "responsible",
            Self::Executor => "executor",
        }
    }
}

/// A measure, or a target that belongs to none, put together with its units, deadline and targets. Indices count in the
/// extraction's own lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame<O: Offset = ByteOffset> {
    /// The measure or target: an index into `statements`.
    pub measure: usize,
    /// The headings above it, outermost first: indices into `headings`.
    pub section: Vec<usize>,
    /// The units, in the order of the text.
    pub units: Vec<FrameUnit>,
    /// The deadline, if one is given.
    pub deadline: Option<Deadline>,
    /// The targets that belong to it: indices into `statements`.
    pub targets: Vec<usize>,
    /// How binding it is.
    pub modality: Modality,
    /// The words that say so; none where nothing does.
    pub modality_words: Option<Span<O>>,
    /// The class of policy instrument that it looks like.
    pub instrument: Option<Instrument<O>>,
}

/// A unit in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameUnit {
    /// The actor: an index into `mentions`.
    pub mention: usize,
    /// What it has to do with this measure.
    pub role: Role,
    /// True where the assignment stands outside the measure and its scope was inferred.
    pub inferred: bool,
}

/// The deadline of a frame. Its interval follows from the words and the document's date; see
/// [`date::resolve`](super::date::resolve).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The time: an index into `mentions`.
    pub mention: usize,
    /// True where the time stands outside the measure and its scope was inferred.
    pub inferred: bool,
}

/// Something that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What, as `group/note`; the page has the words.
    pub kind: &'static str,
}

impl Reason {
    /// A mention that was found by its own form, without other words, is its own trigger.
    fn or_whole(mut self, whole: Span) -> Self {
        if self.triggers.is_empty() {
            self.triggers.push(whole);
        }
        self
    }
}

impl Reason<CleanOffset> {
    /// The same reason with spans of the original text.
    fn original(self, cleaned: &Cleaned) -> Reason {
        Reason {
            rule: self.rule,
            triggers: self.triggers.into_iter().map(|span| cleaned.original(span)).collect(),
            confidence: self.confidence,
        }
    }
}

impl Frame<CleanOffset> {
    /// The same frame with spans of the original text.
    fn original(self, cleaned: &Cleaned) -> Frame {
        let original = |span: CleanSpan| cleaned.original(span);
        Frame {
            measure: self.measure,
            section: self.section,
            units: self.units,
            deadline: self.deadline,
            targets: self.targets,
            modality: self.modality,
            modality_words: self.modality_words.map(original),
            instrument: self.instrument.map(|instrument| Instrument {
                class: instrument.class,
                words: instrument.words.into_iter().map(original).collect(),
            }),
        }
    }
}

/// Puts the results of the phases together, with spans of the original text.
pub(super) fn assemble(
    cleaned: &Cleaned,
    outline: Outline,
    mentions: Vec<Mention<CleanOffset>>,
    statements: Vec<Statement<CleanOffset>>,
    frames: Frames,
) -> Extraction {
    let original = |span: CleanSpan| cleaned.original(span);
    let mut notes = cleaned.notes().to_vec();
    for term in frames.terms.iter().filter(|term| !term.is_complete()) {
        notes.push(Note {
            span: original(mentions[term.term].span),
            kind: "term/part-count",
        });
    }
    notes.sort_by_key(|note| note.span.reading_order());
    Extraction {
        title: cleaned.title().map(original),
        date: outline.date,
        boilerplate: cleaned.boilerplate().to_vec(),
        headings: outline
            .headings
            .into_iter()
            .map(|heading| Heading {
                span: original(heading.span),
                marker: original(heading.marker),
                level: heading.level,
                reason: heading.reason.original(cleaned),
            })
            .collect(),
        statements: statements
            .into_iter()
            .map(|statement| Statement {
                label: statement.label,
                span: original(statement.span),
                reason: statement.reason.original(cleaned),
            })
            .collect(),
        mentions: mentions
            .into_iter()
            .map(|mention| {
                let span = original(mention.span);
                Mention {
                    label: mention.label,
                    span,
                    role: mention.role,
                    reason: mention.reason.original(cleaned).or_whole(span),
                }
            })
            .collect(),
        frames: frames
            .measures
            .into_iter()
            .map(|frame| frame.original(cleaned))
            .collect(),
        rules: frames
            .rules
            .into_iter()
            .map(|rule| RuleFrame {
                rule: rule.rule,
                condition: rule.condition.map(original),
                consequence: original(rule.consequence),
                quotas: rule.quotas,
            })
            .collect(),
        terms: frames
            .terms
            .into_iter()
            .map(|term| TermParts {
                term: term.term,
                announced: term.announced,
                parts: term.parts.into_iter().map(original).collect(),
            })
            .collect(),
        notes,
    }
}
