//! Searching the text and the annotations.

use regex_lite::RegexBuilder;

use super::filter::text;
use super::initials::Initials;
use crate::annotate::{Annotation, Status};
use crate::project::Project;
use crate::text::Span;

/// What is searched for, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// How it is meant.
    pub mode: Mode,
    /// Which find is the current one, counted from 0; past the last it starts again, and before the first too.
    pub at: isize,
    /// Counts the times that the search was asked for: its field gets the focus.
    pub requests: u32,
}

/// What is changed about a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchEdit {
    /// Other words.
    Query(String),
    /// They are meant in another way.
    Mode(Mode),
    /// To the next find, or to the one before.
    Step(bool),
}

impl Search {
    /// Makes a change.
    pub fn edit(&mut self, edit: SearchEdit) {
        self.at = match edit {
            SearchEdit::Step(true) => self.at.saturating_add(1),
            SearchEdit::Step(false) => self.at.saturating_sub(1),
            SearchEdit::Query(_) | SearchEdit::Mode(_) => 0,
        };
        match edit {
            SearchEdit::Query(query) => self.query = query,
            SearchEdit::Mode(mode) => self.mode = mode,
            SearchEdit::Step(_) => {}
        }
    }
}

/// How what was typed is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As it stands; small and capital letters are the same.
    #[default]
    Plain,
    /// As a regular expression.
    Regex,
    /// As the first letters of pinyin.
    Initials,
}

impl Mode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Regex, Self::Initials];

    /// Its id, e.g. for looking up its words.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Regex => "regex",
            Self::Initials => "initials",
        }
    }
}

/// What was found: places in reading order, each once.
pub type Found = Vec<Span>;

/// What was typed is no regular expression. The reason is for a developer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a regular expression: {0}")]
pub struct BadPattern(String);

/// More finds than this are not looked for.
const MOST: usize = 5_000;

/// Finds words in the text, and annotations whose remark or fields hold them.
pub fn found(project: &Project, query: &str, mode: Mode) -> Result<Found, BadPattern> {
    if query.is_empty() {
        return Ok(Found::new());
    }
    let source = project.source.text();
    let mut spans: Found = match mode {
        Mode::Plain => {
            let (text, wanted) = (source.to_ascii_lowercase(), query.to_ascii_lowercase());
            let places = text.match_indices(&wanted).take(MOST);
            places.map(|(at, _)| Span::at(at, at + wanted.len())).collect()
        }
        Mode::Regex => {
            let pattern = regex(query)?;
            let places = pattern.find_iter(source).filter(|place| !place.is_empty()).take(MOST);
            places.map(|place| Span::at(place.start(), place.end())).collect()
        }
        Mode::Initials => {
            let places = Initials::of(source).find(query, MOST).into_iter();
            places.map(|place| Span::at(place.start, place.end)).collect()
        }
    };
    let pattern = (mode == Mode::Regex).then(|| regex(query)).transpose()?;
    let holds = |words: &str| match (mode, &pattern) {
        (Mode::Plain, _) => words.to_ascii_lowercase().contains(&query.to_ascii_lowercase()),
        (Mode::Regex, Some(pattern)) => pattern.find_iter(words).any(|place| !place.is_empty()),
        (Mode::Regex, None) => false,
        (Mode::Initials, _) => !Initials::of(words).find(query, 1).is_empty(),
    };
    let noted = project
        .store
        .annotations()
        .iter()
        .filter(|found| found.status != Status::Rejected && words_of(found).any(|words| holds(&words)));
    spans.extend(noted.map(|found| found.span));
    spans.sort_by_key(|span| span.reading_order());
    spans.dedup();
    Ok(spans)
}

/// What a person wrote onto an annotation.
fn words_of(annotation: &Annotation) -> impl Iterator<Item = String> + '_ {
    let note = Some(annotation.note.clone()).filter(|note| !note.is_empty());
    // What the extraction puts there is in the text already (marker) or has a filter of its own.
    let own = annotation
        .attributes
        .iter()
        .filter(|(name, _)| !matches!(&***name, "level" | "marker" | "role" | "modality" | "instrument"));
    note.into_iter().chain(own.map(|(_, value)| text(value)))
}

fn regex(query: &str) -> Result<regex_lite::Regex, BadPattern> {
    RegexBuilder::new(query)
        .case_insensitive(true)
        .multi_line(true)
        .build()
        .map_err(|error| BadPattern(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::AnnotationId;
    use crate::text::Source;
    use crate::web::gesture;

    fn project() -> Project {
        let mut project = Project::new(Source::new("要修好渠道，引进AI企业12家。重庆来的要修路。"));
        let add = gesture::add(&project.store, &"measure".into(), Span::at(0, 15));
        project.perform(add.unwrap().into()).unwrap();
        let note = gesture::note(&project.store, AnnotationId(1), "问水利局");
        project.perform(note.unwrap().into()).unwrap();
        project
    }

    fn words(query: &str, mode: Mode) -> Vec<String> {
        let project = project();
        let found = found(&project, query, mode).unwrap();
        found
            .iter()
            .map(|span| project.source.slice(*span).to_owned())
            .collect()
    }

    #[test]
    fn plain_words_are_found_in_text_and_remarks() {
        assert_eq!(words("要修", Mode::Plain), ["要修", "要修"]);
        assert_eq!(words("ai企", Mode::Plain), ["AI企"]);
        assert_eq!(words("水利局", Mode::Plain), ["要修好渠道"]);
        assert!(words("", Mode::Plain).is_empty());
    }

    #[test]
    fn patterns_are_regular_expressions() {
        assert_eq!(words(r"要修.路?", Mode::Regex), ["要修好", "要修路"]);
        assert_eq!(words(r"\d+家", Mode::Regex), ["12家"]);
        assert!(words("x*", Mode::Regex).is_empty(), "an empty find is none");
        assert!(found(&project(), "(", Mode::Regex).is_err());
    }

    #[test]
    fn initials_stand_for_characters() {
        assert_eq!(words("xhqd", Mode::Initials), ["修好渠道"]);
        assert_eq!(words("aiqy12j", Mode::Initials), ["AI企业12家"]);
        assert_eq!(words("slj", Mode::Initials), ["要修好渠道"], "in the remark");
    }
}
