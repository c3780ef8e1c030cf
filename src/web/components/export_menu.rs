//! The export button and its menu: every format that this part of the program writes.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::export::{Format, Options};
use crate::project::Project;
use crate::web::dom::download::download;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Words};

/// What the menu needs.
#[derive(Properties, PartialEq)]
pub struct ExportMenuProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Whether the menu is open.
    pub is_open: bool,
}

/// The export button and its menu.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let choose = |format: Format| {
        let (project, dispatch) = (props.open.project.clone(), shell.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ShowExport(false));
            save(&project, format, &dispatch);
        })
    };
    html! {
        <>
            <button class="button primary" data-testid="export" aria-haspopup="menu" aria-expanded={props.is_open.to_string()}
                aria-label={messages.get("command-export")} onclick={shell.to(Action::ShowExport(!props.is_open))}>
                { icon(Icon::Download) }<span class="word">{ messages.get("export") }</span>
            </button>
            if props.is_open {
                <div class="popover menu at-end" role="menu" aria-label={messages.get("export")}>
                    <p class="section">{ messages.count("export-all", props.open.project.store.annotations().len()) }</p>
                    for format in Format::ALL.into_iter().filter(|format| format.is_here()) {
                        <button class="item" role="menuitem" data-testid={format!("export-{}", format.id())} key={format.id()}
                            onclick={choose(format)}>
                            { icon(Icon::Page) }<span>{ messages.get(&format!("format-{}", format.id())) }</span>
                            <span class="extension">{ format!(".{}", format.extension()) }</span>
                        </button>
                    }
                </div>
            }
        </>
    }
}

/// Downloads a document in a format.
pub fn save(project: &Project, format: Format, dispatch: &Callback<Action>) {
    let title = if project.document.title.is_empty() {
        "juyao"
    } else {
        &project.document.title
    };
    let name = format!("{title}.{}", format.extension());
    let file = format.encode(project, Options::default());
    if !file.is_ok_and(|bytes| download(&name, format.media_type(), &bytes).is_ok()) {
        dispatch.emit(Action::Warn(Words::plain("problem-download")));
    }
}
