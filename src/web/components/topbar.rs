//! The bar at the top of the workbench, and the buttons that both views have.

use std::rc::Rc;

use yew::prelude::*;

use super::export_menu::ExportMenu;
use super::glyph::progress;
use super::icon::{Icon, icon};
use super::keycap::Keycap;
use super::library::clock;
use crate::web::command::{Command, Page};
use crate::web::document::Tally;
use crate::web::i18n::use_messages;
use crate::web::settings::{Settings, Theme};
use crate::web::shell::{use_chosen, use_shell};
use crate::web::state::{Action, Dialog, OpenDocument, SaveState};
use crate::web::storage::Millis;

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub struct TopbarProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// Whether everything is written.
    pub save: SaveState,
    /// When the last write was done.
    pub saved: Option<Millis>,
    /// Whether the export menu is open.
    pub is_export_open: bool,
    /// How many documents there are.
    pub documents: usize,
    /// The text, the task table or the statistics.
    pub page: Page,
    /// Counts the times that a file of this program was asked for.
    pub save_requests: u32,
    /// What is decided and what is not.
    pub tally: Rc<Tally>,
    /// Whether suggestions are still looked for, as of the same moment.
    pub is_looking: bool,
}

/// The bar at the top of the workbench.
#[component]
pub fn Topbar(props: &TopbarProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let history = &props.open.project.history;
    let title = match props.open.entry.title.as_str() {
        "" => messages.get("untitled"),
        title => AttrValue::from(title.to_owned()),
    };
    let (state, save_icon, words) = match props.save {
        SaveState::Saved => {
            let words = match props.saved {
                Some(moment) => messages.with("save-saved-at", &[("time", clock(moment).into())]),
                None => messages.get("save-saved"),
            };
            ("saved", Icon::Check, words)
        }
        SaveState::Saving => ("saving", Icon::Clock, messages.get("save-saving")),
        SaveState::Failed => ("failed", Icon::Warning, messages.get("save-failed")),
        SaveState::ReadOnly => ("failed", Icon::Warning, messages.get("save-elsewhere")),
    };
    let pending = match props.tally.pending {
        0 if props.tally.total() > 0 => messages.get("status-all-decided"),
        pending => messages.count("status-pending", pending),
    };
    // On a phone there is no room for the time.
    let short = match props.save {
        SaveState::Saved => messages.get("save-saved"),
        SaveState::Saving | SaveState::Failed | SaveState::ReadOnly => words.clone(),
    };
    let comma = messages.get("comma");
    html! {
        <header class="topbar">
            <button class="icon-button only-narrow" aria-label={messages.get("outline-title")} onclick={shell.to(Action::ShowDrawer(true))}>
                { icon(Icon::Menu) }
            </button>
            <span class="brand"><span class="seal" aria-hidden="true">{ "举" }</span>{ messages.get("app-name") }</span>
            <span class="divider"></span>
            <button class="document-name" title={messages.get("documents-back")} onclick={shell.to(Action::Close)}>
                { icon(Icon::ChevronLeft) }
                <span class="names"><span class="clipped">{ title }</span><span class="clipped sub only-phone">{ format!("{short}{comma}{pending}") }</span></span>
            </button>
            <button class="icon-button compact only-wide" data-testid="document-details" title={messages.get("document-details")} aria-label={messages.get("document-details")}
                onclick={shell.to(Action::ShowDialog(Some(Dialog::Details)))}>{ icon(Icon::Edit) }</button>
            <button class="icon-button compact only-wide" data-testid="new-version" title={messages.get("command-new-version")} aria-label={messages.get("command-new-version")}
                onclick={shell.on(Command::NewVersion)}>{ icon(Icon::Versions) }</button>
            <span class="save-state" data-testid="save-state" data-state={state}>
                { icon(save_icon) }<span class="word">{ words }</span>
            </span>
            <Pages page={props.page} />
            <span class="grow"></span>
            <button class="icon-button" data-testid="find" title={messages.get("command-find")} aria-label={messages.get("command-find")}
                onclick={shell.on(Command::Find)}>{ icon(Icon::Search) }</button>
            <button class="icon-button" data-testid="undo" title={messages.get("command-undo")} aria-label={messages.get("command-undo")}
                disabled={history.done().is_empty()} onclick={shell.on(Command::Undo)}>{ icon(Icon::Undo) }</button>
            <button class="icon-button only-wide" data-testid="redo" title={messages.get("command-redo")} aria-label={messages.get("command-redo")}
                disabled={history.undone().is_empty()} onclick={shell.on(Command::Redo)}>{ icon(Icon::Redo) }</button>
            <button class="finder-button only-wide" data-testid="commands" onclick={shell.on(Command::Commands)}>
                { icon(Icon::Search) }<span class="word">{ messages.get("commands-button") }</span><Keycap command={Command::Commands} />
            </button>
            <LanguageButton />
            <button class="icon-button only-wide reading-button" data-testid="reading" title={messages.get("command-reading")} aria-label={messages.get("command-reading")}
                onclick={shell.to(Action::ShowDialog(Some(Dialog::Reading)))}>{ "字" }</button>
            <ThemeButton />
            <HelpButton />
            <button class="icon-button only-narrow" aria-label={messages.get("more-title")} data-testid="more" onclick={shell.to(Action::ShowDialog(Some(Dialog::More)))}>{ icon(Icon::More) }</button>
            <ExportMenu open={props.open.clone()} is_open={props.is_export_open} documents={props.documents} save_requests={props.save_requests} />
            <span class="only-phone bar">{ progress(if props.is_looking { 0 } else { props.tally.percent_decided() }, Some(messages.get("status-progress"))) }</span>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct PagesProps {
    page: Page,
}

/// Switches between the text, the task table, the statistics and another version.
#[component]
fn Pages(PagesProps { page }: &PagesProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let tab = |(shown, id, words): (Page, &'static str, &str)| {
        let is_shown = *page == shown;
        html! {
            <button role="tab" data-testid={format!("page-{id}")} aria-selected={is_shown.to_string()} tabindex={if is_shown { "0" } else { "-1" }}
                onclick={shell.on(Command::Show(shown))} key={id}>{ messages.get(words) }</button>
        }
    };
    let pages = [
        (Page::Text, "text", "page-text"),
        (Page::Table, "table", "page-table"),
        (Page::Statistics, "statistics", "page-statistics"),
        (Page::Compare, "compare", "page-compare"),
    ];
    let onkeydown = {
        let (run, here) = (
            shell.run.clone(),
            pages.iter().position(|(shown, ..)| shown == page).unwrap_or(0),
        );
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.code().as_str() {
                "ArrowRight" => (here + 1) % pages.len(),
                "ArrowLeft" => (here + pages.len() - 1) % pages.len(),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            run.emit(Command::Show(pages[next].0));
        })
    };
    html! {
        <div class="pages" role="tablist" aria-label={messages.get("pages-title")} {onkeydown}>{ for pages.into_iter().map(tab) }</div>
    }
}

/// Switches the language.
#[component]
pub fn LanguageButton() -> Html {
    let messages = use_messages();
    let chosen = use_chosen();
    let next = Settings {
        language: chosen.settings.language.next(),
        ..chosen.settings
    };
    let onclick = Callback::from(move |_: MouseEvent| chosen.choose.emit(next));
    html! {
        <button class="language only-wide" data-testid="language" lang={next.language.tag()} title={messages.get("language-next")} {onclick}>
            { messages.get("language-next") }
        </button>
    }
}

/// Switches between the system's colours, light and dark.
#[component]
pub fn ThemeButton() -> Html {
    let messages = use_messages();
    let chosen = use_chosen();
    let (picture, words) = match chosen.settings.theme {
        Theme::System => (Icon::HalfDisc, "theme-system"),
        Theme::Light => (Icon::Sun, "theme-light"),
        Theme::Dark => (Icon::Moon, "theme-dark"),
    };
    let next = Settings {
        theme: chosen.settings.theme.next(),
        ..chosen.settings
    };
    let onclick = Callback::from(move |_: MouseEvent| chosen.choose.emit(next));
    html! {
        <button class="icon-button only-wide" data-testid="theme" title={messages.get(words)} aria-label={messages.get(words)} {onclick}>
            { icon(picture) }
        </button>
    }
}

/// Shows all keys.
#[component]
pub fn HelpButton() -> Html {
    let messages = use_messages();
    let onclick = use_shell().to(Action::ShowDialog(Some(Dialog::Keys)));
    html! {
        <button class="icon-button only-wide" data-testid="help" title={messages.get("command-keys")} aria-label={messages.get("command-keys")} {onclick}>
            { icon(Icon::Help) }
        </button>
    }
}
