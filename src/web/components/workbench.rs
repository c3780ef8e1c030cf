//! The workbench: outline, text and inspector around one document.

use std::rc::Rc;

use yew::prelude::*;

use super::arrival::{Dropped, use_drop_anywhere, use_paste_anywhere};
use super::compare::Compare;
use super::document_view::DocumentView;
use super::inspector::Inspector;
use super::late::use_late;
use super::legend::Legend;
use super::omissions::use_omissions;
use super::outline::Outline;
use super::palette::LabelPalette;
use super::search_bar::{SearchBar, use_found};
use super::statistics::Statistics;
use super::statusbar::{Moment, Statusbar};
use super::task_table::TaskTable;
use super::topbar::Topbar;
use crate::web::command::Page;
use crate::web::document::{Index, Shape, Tally, headings, layout, section_at, sections};
use crate::web::dom::media::use_narrow;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Engine, Failure, OpenDocument, SaveState, Sheet, Tab, View};
use crate::web::storage::{Entry, Millis};

/// What the workbench shows.
#[derive(Properties, PartialEq)]
pub struct WorkbenchProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Panes and menus.
    pub view: Rc<View>,
    /// Whether there is a worker.
    pub engine: Engine,
    /// Whether everything is written.
    pub save: SaveState,
    /// Why nothing can be written.
    pub failure: Option<Failure>,
    /// When the last write was done.
    pub saved: Option<Millis>,
    /// All documents.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// What is told of the document beside its text.
#[derive(Clone, PartialEq)]
struct Counts {
    tally: Rc<Tally>,
    index: Rc<Index>,
    /// Gestures that can be undone.
    steps: usize,
    /// Orders without a tag; `None` until they have been looked for.
    omitted: Option<usize>,
    /// Whether suggestions are still looked for.
    is_looking: bool,
    /// Whether the label palette is open.
    is_tagging: bool,
    /// What the keys are for.
    moment: Moment,
}

/// The workbench.
#[component]
pub fn Workbench(props: &WorkbenchProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    use_paste_anywhere();
    let is_dragging = use_drop_anywhere(Dropped::Files);
    {
        // The sheet of a phone has room for one mark, not for a list.
        let (dispatch, is_narrow) = (shell.dispatch.clone(), use_narrow());
        use_effect_with((), move |()| {
            if is_narrow {
                dispatch.emit(Action::ShowTab(Tab::Detail));
            }
        });
    }
    let (open, view) = (&props.open, &props.view);
    let project = &open.project;
    let structure = open.index.structure();
    let headings = use_memo((project.source.clone(), structure.clone()), |(_, structure)| {
        headings(&project.source, structure)
    });
    let omissions = use_omissions(open, props.engine);
    let counts = Counts {
        tally: open.tally.clone(),
        index: open.index.clone(),
        steps: project.history.done().len(),
        omitted: omissions.as_ref().map(|found| found.len()),
        is_looking: open.running.is_some(),
        is_tagging: view.palette.is_some(),
        moment: Moment::of(open),
    };
    let counts = use_late(&open.id, counts);
    let sections = use_memo((headings.clone(), counts.index.clone()), |(headings, index)| {
        sections(headings, index)
    });
    let shape = use_memo(
        (structure.clone(), project.document.clone()),
        |(structure, document)| Shape::of(structure, &document.title),
    );
    let layout = use_memo((open.id.clone(), shape, project.source.clone()), |(_, shape, _)| {
        layout(&project.source, shape)
    });
    let here = open.annotation().map(|found| found.span.start());
    let here = here.and_then(|here| section_at(&headings, here));
    let found = use_found(project, view.search.as_ref());
    let class = classes!(
        "workbench",
        (view.page != Page::Text).then_some("wide"),
        (!view.has_panes).then_some("no-panes"),
        view.is_drawer_open.then_some("drawer-open"),
        match (view.sheet, open.current) {
            (Sheet::Low, _) | (Sheet::Half, None) => Some("sheet-low"),
            (Sheet::Half, Some(_)) => None,
            (Sheet::Full, _) => Some("sheet-high"),
        }
    );
    // Another document is built anew, so that it comes in pieces like the first one.
    let text_page = html! {
        <>
            <div class="scrim" onclick={shell.to(Action::ShowDrawer(false))}></div>
            <nav class="pane left" aria-label={messages.get("outline-title")}>
                <Outline key={&*open.id} sections={sections.clone()} {here} is_looking={counts.is_looking} />
                <Legend tagset={project.tagset.clone()} counts={counts.tally.by_label.clone()} hidden={view.hidden.clone()} />
            </nav>
            <DocumentView key={&*open.id} open={open.clone()} layout={layout.clone()} view={view.clone()} found={found.clone()}
                omissions={omissions.clone()} />
            <Inspector key={&*open.id} open={open.clone()} tab={view.tab} note_requests={view.note_requests} field_requests={view.field_requests} sheet={view.sheet} filter={view.filter.clone()} omissions={omissions.clone()} library={props.library.clone()}
                fixing={view.fixing} palette={view.palette} />
            if let Some(search) = &view.search {
                <SearchBar search={search.clone()} {found} />
            }
        </>
    };
    html! {
        <div {class}>
            <a class="button skip" href="#text">{ messages.get("skip-to-text") }</a>
            <Topbar open={open.clone()} save={props.save} saved={props.saved} is_export_open={view.is_export_open} page={view.page}
                save_requests={view.save_requests} documents={props.library.as_ref().map_or(1, |known| known.len())} tally={counts.tally.clone()} is_looking={counts.is_looking} />
            if view.page == Page::Text {
                { text_page }
            } else if view.page == Page::Table {
                <TaskTable key={&*open.id} open={open.clone()} picked={view.picked.clone()} />
            } else if view.page == Page::Compare {
                <Compare key={&*open.id} open={open.clone()} library={props.library.clone()} />
            } else {
                <Statistics key={&*open.id} project={project.clone()} />
            }
            <Statusbar tally={counts.tally} steps={counts.steps} characters={project.source.chars().0} is_tagging={counts.is_tagging}
                omitted={counts.omitted} page={view.page} order={view.order} moment={counts.moment} is_looking={counts.is_looking} tagset={project.tagset.clone()} />
            if is_dragging {
                <div class="drop-hint" role="status" data-testid="drop-hint">{ messages.get("drop-to-open") }</div>
            }
            if let Some(palette) = view.palette.filter(|_| view.fixing.is_none()) {
                <LabelPalette {palette} is_searched={view.is_palette_searched} open={open.clone()} {layout} is_equal={view.is_equal} />
            }
        </div>
    }
}
