//! From a figure of the statistics to what it counts.

use std::collections::BTreeSet;

use super::*;
use crate::annotate::AnnotationId;
use crate::web::find::{Filter, Picked};

impl AppState {
    /// What has a row in the task table is shown there, other annotations in the list and in the text.
    pub(super) fn pick(&mut self, picked: Option<Rc<Picked>>) {
        let Some(open) = self.open.clone() else { return };
        let Some(picked) = picked else {
            return self.edit_view(|view| view.picked = None);
        };
        let rows: BTreeSet<AnnotationId> = open.project.tasks().iter().map(|task| task.measure.id).collect();
        if picked.ids.is_subset(&rows) {
            return self.edit_view(|view| {
                view.page = Page::Table;
                view.picked = Some(picked);
            });
        }
        self.go_to(picked.ids.first().copied());
        self.edit_view(|view| {
            view.page = Page::Text;
            view.tab = Tab::All;
            view.has_panes = true;
            view.filter = Filter {
                picked: Some(picked),
                ..Filter::default()
            };
        });
    }
}

#[cfg(test)]
mod tests {
    use yew::Reducible;

    use super::*;
    use crate::project::TASK;
    use crate::text::{Source, Span};

    #[test]
    fn tasks_go_to_the_table_and_the_rest_to_the_list() {
        let mut project = Project::new(Source::new("一、修渠。各镇要修渠。"));
        for (label, span) in [("heading", Span::at(0, 12)), (TASK, Span::at(15, 30))] {
            let add = gesture::add(&project.store, &label.into(), span);
            project.perform(add.expect("a change").into()).expect("it fits");
        }
        let import = Action::Import {
            id: "a".into(),
            project: Rc::new(project),
            now: 1,
            show: true,
            extracted: true,
        };
        let state = Rc::new(AppState::default()).reduce(import);
        let pick = |ids: &[u32]| {
            Action::Pick(Some(Rc::new(Picked {
                caption: String::new(),
                ids: ids.iter().copied().map(AnnotationId).collect(),
            })))
        };
        let table = state.clone().reduce(pick(&[2]));
        assert_eq!((table.view.page, table.view.picked.is_some()), (Page::Table, true));
        let all = table.reduce(Action::Pick(None));
        assert_eq!((all.view.page, all.view.picked.is_some()), (Page::Table, false));
        let list = state.reduce(pick(&[1, 2]));
        assert_eq!((list.view.page, list.view.tab), (Page::Text, Tab::All));
        assert!(list.view.filter.picked.is_some() && list.view.picked.is_none());
    }
}
