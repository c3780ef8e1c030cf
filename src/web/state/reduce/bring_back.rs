//! The documents of a backup come back.

use super::*;
use crate::web::state::Returning;

impl AppState {
    /// Brings documents back, each under its own name and with its whole history. One that is here in the
    /// same state stays as it is; one that is here in another state gets the other beside it. Says so, and whether
    /// the settings are others now.
    pub(super) fn bring_back(&mut self, documents: Vec<Returning>, is_set: bool) {
        let (mut back, mut trashed, mut known) = (0, 0, 0);
        for document in documents {
            let here = self.library.iter().flat_map(|known| known.iter());
            let here = here.into_iter().find(|entry| entry.id == document.entry.id);
            let state = |entry: &Entry| (entry.seq, entry.changed, entry.trashed > 0);
            let id = match here {
                Some(here) if state(here) == state(&document.entry) => {
                    known += 1;
                    continue;
                }
                Some(_) => document.fresh,
                None => document.entry.id.clone(),
            };
            let entry = Entry { id, ..document.entry };
            let counts = tally(&document.project.store, &document.project.tagset);
            let entry = Rc::new(described(&entry, &document.project, &counts, entry.changed));
            back += 1;
            trashed += usize::from(entry.trashed > 0);
            self.list(entry.clone());
            self.push(Write::Create {
                entry,
                project: document.project,
            });
        }
        let words = Words::plain("notice-restored")
            .and("n", Argument::Number(back))
            .and("trashed", Argument::Number(trashed))
            .and("known", Argument::Number(known))
            .and("settings", Argument::Number(usize::from(is_set)));
        self.tell(words);
    }
}

#[cfg(test)]
mod tests {
    use yew::Reducible;

    use super::*;
    use crate::text::{Source, Span};

    fn returning(id: &str, seq: u64, trashed: Millis) -> Returning {
        let mut project = Project::new(Source::new("各镇要修渠。"));
        let add = gesture::add(&project.store, &"measure".into(), Span::at(0, 15));
        project.perform(add.expect("a change").into()).expect("it fits");
        Returning {
            entry: Entry {
                id: id.into(),
                seq,
                trashed,
                changed: 5,
                extracted: true,
                ..Entry::default()
            },
            project: Rc::new(project),
            fresh: format!("{id}-fresh").into(),
        }
    }

    #[test]
    fn nothing_that_is_here_is_overwritten() {
        let state = Rc::new(AppState::default()).reduce(Action::LibraryRead(Vec::new()));
        let first = vec![returning("a", 1, 0), returning("b", 1, 9)];
        let state = state.reduce(Action::BringBack(first, false));
        let known = |state: &AppState| -> Vec<(String, bool)> {
            let entries = state.library.iter().flat_map(|known| known.iter());
            let mut known: Vec<_> = entries.map(|entry| (entry.id.to_string(), entry.trashed > 0)).collect();
            known.sort();
            known
        };
        assert_eq!(known(&state), [("a".to_owned(), false), ("b".to_owned(), true)]);
        assert_eq!(state.outbox.len(), 2);
        let again = vec![returning("a", 1, 0), returning("a", 2, 0)];
        let state = state.reduce(Action::BringBack(again, false));
        assert_eq!(state.outbox.len(), 3, "the same state once, another beside it");
        assert!(known(&state).contains(&("a-fresh".to_owned(), false)));
    }
}
