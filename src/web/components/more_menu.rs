//! What has no room in the bar at the top of a phone, each as large as a finger.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::web::command::{Command, Page};
use crate::web::i18n::use_messages;
use crate::web::settings::{Settings, Theme};
use crate::web::shell::{use_chosen, use_shell};
use crate::web::state::{Action, Dialog, OpenDocument};

/// What the menu is about.
#[derive(Properties, PartialEq)]
pub struct MoreMenuProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// Pages, and what can be done with the document.
#[component]
pub fn MoreMenu(MoreMenuProps { open }: &MoreMenuProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let chosen = use_chosen();
    let line = |id: &'static str, picture: Icon, words: AttrValue, onclick: Callback<MouseEvent>| {
        html! { <button class="item" data-testid={id} {onclick}>{ icon(picture) }<span class="clipped">{ words }</span></button> }
    };
    // What is behind the menu is to be seen.
    let command = |command: Command| {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| {
            shell.act(Action::ShowDialog(None));
            shell.run.emit(command.clone());
        })
    };
    let dialog = |dialog: Dialog| shell.to(Action::ShowDialog(Some(dialog)));
    let choose = |settings: Settings| {
        let choose = chosen.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(settings))
    };
    let (picture, theme) = match chosen.settings.theme {
        Theme::System => (Icon::HalfDisc, "theme-system"),
        Theme::Light => (Icon::Sun, "theme-light"),
        Theme::Dark => (Icon::Moon, "theme-dark"),
    };
    let language = chosen.settings.language.next();
    let pages = [
        (Page::Text, "more-text", Icon::Page, "page-text"),
        (Page::Table, "more-table", Icon::Menu, "page-table"),
        (Page::Statistics, "more-statistics", Icon::Sort, "page-statistics"),
        (Page::Compare, "more-compare", Icon::Versions, "page-compare"),
    ];
    html! {
        <div class="more-menu" data-testid="more-menu">
            <div class="more-pages">
                for (page, id, picture, words) in pages {
                    { line(id, picture, messages.get(words), command(Command::Show(page))) }
                }
            </div>
            { line("more-find", Icon::Search, messages.get("command-find"), command(Command::Find)) }
            if !open.project.history.undone().is_empty() {
                { line("more-redo", Icon::Redo, messages.get("command-redo"), command(Command::Redo)) }
            }
            { line("more-details", Icon::Edit, messages.get("document-details"), dialog(Dialog::Details)) }
            { line("more-version", Icon::Versions, messages.get("command-new-version"), dialog(Dialog::NewVersion)) }
            { line("more-tagset", Icon::Tag, messages.get("command-tagset"), dialog(Dialog::TagSet)) }
            { line("more-reading", Icon::Eye, messages.get("command-reading"), dialog(Dialog::Reading)) }
            { line("more-theme", picture, messages.get(theme), choose(Settings { theme: chosen.settings.theme.next(), ..chosen.settings })) }
            { line("more-language", Icon::Page, messages.get("language-next"), choose(Settings { language, ..chosen.settings })) }
            { line("more-commands", Icon::More, messages.get("command-commands"), dialog(Dialog::Commands)) }
        </div>
    }
}
