//! Which annotations are listed and painted.

use std::rc::Rc;

use super::picked::Picked;
use crate::annotate::{Annotation, Name, Origin, Status, Value};

/// Which annotations are listed and painted: those that fit everything that is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this label.
    pub label: Option<Name>,
    /// Only this status.
    pub status: Option<Status>,
    /// Only what came from there.
    pub source: Option<Source>,
    /// Only where this field holds this value.
    pub attribute: Option<(Name, String)>,
    /// Only what has a remark.
    pub has_note: bool,
    /// Only what a figure of the statistics counts.
    pub picked: Option<Rc<Picked>>,
}

/// Where an annotation came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A person.
    Human,
    /// The extraction.
    Machine,
    /// Another program's file.
    Import,
}

impl Source {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Human, Self::Machine, Self::Import];

    /// Its id, e.g. for looking up its words.
    pub fn id(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Machine => "machine",
            Self::Import => "import",
        }
    }

    /// Where an origin belongs.
    pub fn of(origin: &Origin) -> Self {
        match origin {
            Origin::Human => Self::Human,
            Origin::Rule(_) | Origin::Model(_) => Self::Machine,
            Origin::Import(_) => Self::Import,
        }
    }
}

impl Filter {
    /// Whether nothing is left out.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an annotation fits.
    pub fn lets_through(&self, annotation: &Annotation) -> bool {
        self.label.as_ref().is_none_or(|label| annotation.label == *label)
            && self.status.is_none_or(|status| annotation.status == status)
            && self
                .source
                .is_none_or(|source| Source::of(&annotation.origin) == source)
            && self
                .attribute
                .as_ref()
                .is_none_or(|(name, value)| annotation.attributes.get(name).is_some_and(|held| text(held) == *value))
            && (!self.has_note || !annotation.note.is_empty())
            && self
                .picked
                .as_ref()
                .is_none_or(|picked| picked.ids.contains(&annotation.id))
    }
}

/// A field's value as text.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{AnnotationId, Attributes};
    use crate::text::Span;

    #[test]
    fn everything_that_is_set_must_fit() {
        let annotation = Annotation {
            id: AnnotationId(1),
            label: "actor".into(),
            span: Span::at(0, 3),
            fragments: Vec::new(),
            origin: Origin::Rule("actor/list".into()),
            status: Status::Accepted,
            confidence: None,
            triggers: Vec::new(),
            attributes: Attributes::from([("role".into(), Value::Text("lead".to_owned()))]),
            note: String::new(),
        };
        let mut filter = Filter::default();
        assert!(filter.is_open() && filter.lets_through(&annotation));
        filter.source = Some(Source::Machine);
        filter.attribute = Some(("role".into(), "lead".to_owned()));
        filter.status = Some(Status::Accepted);
        assert!(filter.lets_through(&annotation));
        filter.attribute = Some(("role".into(), "support".to_owned()));
        assert!(!filter.lets_through(&annotation));
        let noted = Filter {
            has_note: true,
            ..Filter::default()
        };
        assert!(!noted.lets_through(&annotation));
        let picked = |id: u32| Filter {
            picked: Some(Rc::new(Picked {
                caption: "2026-04".to_owned(),
                ids: [AnnotationId(id)].into(),
            })),
            ..Filter::default()
        };
        assert!(picked(1).lets_through(&annotation) && !picked(2).lets_through(&annotation));
    }
}
