//! What of a project goes into a file.

use crate::annotate::{Annotation, AnnotationId, Label, Link, Status};
use crate::export::Options;
use crate::project::Project;
use crate::text::{CharOffset, Source, Span};

/// The annotations and links that a file takes along, in reading order and by id.
pub(super) struct Selection<'a> {
    /// Where they come from.
    pub(super) project: &'a Project,
    /// The annotations.
    pub(super) annotations: Vec<&'a Annotation>,
    /// The links between them.
    pub(super) links: Vec<&'a Link>,
}

impl<'a> Selection<'a> {
    /// What the options ask for; never what was rejected.
    pub(super) fn of(project: &'a Project, options: Options) -> Self {
        let wanted = |status: Status| match status {
            Status::Accepted => true,
            Status::Suggested => options.suggestions,
            Status::Rejected => false,
        };
        let taken = |id| project.store.get(id).is_some_and(|one| wanted(one.status));
        Self {
            project,
            annotations: project
                .store
                .annotations()
                .iter()
                .filter(|one| wanted(one.status))
                .map(|one| &**one)
                .collect(),
            links: project
                .store
                .links()
                .iter()
                .filter(|link| wanted(link.status) && taken(link.from) && taken(link.to))
                .map(|link| &**link)
                .collect(),
        }
    }

    /// The text.
    pub(super) fn source(&self) -> &'a Source {
        &self.project.source
    }

    /// The words of a span.
    pub(super) fn quote(&self, span: Span) -> &'a str {
        self.project.source.slice(span)
    }

    /// A span in code points.
    pub(super) fn chars(&self, span: Span) -> (u32, u32) {
        let span = self.source().span_to_chars(span);
        (span.start().0, span.end().0)
    }

    /// A span in UTF-16 units.
    pub(super) fn utf16(&self, span: Span) -> (u32, u32) {
        let span = self.source().span_to_utf16(span);
        (span.start().0, span.end().0)
    }

    /// Up to 16 code points before and after a span.
    pub(super) fn context(&self, span: Span) -> (&'a str, &'a str) {
        let (start, end) = self.chars(span);
        let slice = |from: u32, to: u32| {
            let span = Span::new(CharOffset(from), CharOffset(to));
            self.source().slice(self.source().span_from_chars(span))
        };
        (
            slice(start.saturating_sub(CONTEXT), start),
            slice(end, end.saturating_add(CONTEXT)),
        )
    }

    /// Whether an annotation covers anything.
    pub(super) fn is_filled(&self, id: AnnotationId) -> bool {
        self.project.store.get(id).is_some_and(|one| !one.span.is_empty())
    }

    /// The tag set's entry for a label.
    pub(super) fn label(&self, annotation: &Annotation) -> Option<&'a Label> {
        self.project.tagset.label(&annotation.label)
    }
}

/// Code points of context on each side of a quote, as in the project's own JSON.
const CONTEXT: u32 = 16;
