//! The words of the speech as cells show them.

use super::spoken_words;
use crate::annotate::{Status, Store};
use crate::project::Project;
use crate::text::{Source, Span};

/// The label of what is no part of the speech.
const DEBRIS: &str = "boilerplate";

/// A speech whose words go into cells.
pub(super) struct Speech<'a> {
    pub(super) source: &'a Source,
    store: &'a Store,
}

impl<'a> Speech<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        Self {
            source: &project.source,
            store: &project.store,
        }
    }

    /// The words of a span for a cell.
    pub(super) fn words(&self, span: Span) -> String {
        spoken_words(&self.raw(span))
    }

    /// The words of a span without the page numbers, running heads and the like inside it.
    pub(super) fn raw(&self, span: Span) -> String {
        let (mut raw, mut at) = (String::new(), span.start());
        for debris in self.store.overlapping(span) {
            let is_inside = span.covers(debris.span) && debris.span != span && debris.span.start() >= at;
            if is_inside && &*debris.label == DEBRIS && debris.status != Status::Rejected {
                raw.push_str(self.source.slice(Span::new(at, debris.span.start())));
                at = debris.span.end();
            }
        }
        raw.push_str(self.source.slice(Span::new(at, span.end())));
        raw
    }
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
        let debris: Vec<&str> = project.store.annotations().iter().map(|one| &*one.label).collect();
        assert!(debris.contains(&DEBRIS), "{debris:?}");
        let end = text.find('。').unwrap();
        let words = Speech::of(&project).words(Span::at(0, end));
        assert_eq!(words, "各镇要抓紧修好灌溉渠道，建好问题台账");
    }
}
