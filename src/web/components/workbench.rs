//! The workbench: outline, text and inspector around one document.

use std::rc::Rc;

use yew::prelude::*;

use super::document_view::DocumentView;
use super::inspector::Inspector;
use super::legend::Legend;
use super::outline::Outline;
use super::palette::LabelPalette;
use super::start::use_paste_anywhere;
use super::statusbar::Statusbar;
use super::topbar::Topbar;
use crate::web::document::{Shape, layout, sections, tally};
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Failure, OpenDocument, SaveState, View};
use crate::web::storage::{Entry, Millis};

/// What the workbench shows.
#[derive(Properties, PartialEq)]
pub struct WorkbenchProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Panes and menus.
    pub view: Rc<View>,
    /// Whether everything is written.
    pub save: SaveState,
    /// Why nothing can be written.
    pub failure: Option<Failure>,
    /// When the last write was done.
    pub saved: Option<Millis>,
    /// All documents.
    pub library: Option<Rc<Vec<Rc<Entry>>>>,
}

/// The workbench.
#[component]
pub fn Workbench(props: &WorkbenchProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    use_paste_anywhere();
    let (open, view) = (&props.open, &props.view);
    let project = &open.project;
    let tally = use_memo(project.clone(), |project| tally(&project.store, &project.tagset));
    let sections = use_memo(project.clone(), |project| {
        sections(&project.source, &project.store, &project.tagset)
    });
    let shape = Shape::of(&project.store, &project.document.title);
    let layout = use_memo((open.id.clone(), shape, project.source.shared()), |(_, shape, _)| {
        layout(&project.source, shape)
    });
    let here = open.annotation().map(|found| found.span.start());
    let class = classes!(
        "workbench",
        (!view.has_panes).then_some("no-panes"),
        view.is_drawer_open.then_some("drawer-open"),
        open.current.is_none().then_some("sheet-low")
    );
    html! {
        <div {class}>
            <a class="button skip" href="#text">{ messages.get("skip-to-text") }</a>
            <Topbar open={open.clone()} save={props.save} saved={props.saved} is_export_open={view.is_export_open}
                documents={props.library.as_ref().map_or(1, |known| known.len())} />
            <div class="scrim" onclick={shell.to(Action::ShowDrawer(false))}></div>
            <nav class="pane left" aria-label={messages.get("outline-title")}>
                <Outline {sections} {here} />
                <Legend tagset={project.tagset.clone()} tally={tally.clone()} hidden={view.hidden.clone()} />
            </nav>
            <DocumentView open={open.clone()} layout={layout.clone()} hidden={view.hidden.clone()} palette={view.palette} has_glyphs={view.has_glyphs} />
            <Inspector open={open.clone()} tab={view.tab} note_requests={view.note_requests} />
            <Statusbar tally={tally} steps={project.history.done().len()} characters={project.source.chars().0} is_tagging={view.palette.is_some()} />
            if let Some(palette) = view.palette {
                <LabelPalette {palette} open={open.clone()} {layout} />
            }
        </div>
    }
}
