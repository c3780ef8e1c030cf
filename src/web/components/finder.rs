//! Finding by typing: commands by their names, sections by their headings. Characters, full pinyin
//! and initials all find.

use std::rc::Rc;
use std::sync::Arc;

use web_sys::{Element, HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

use super::dialogs::use_focus_returned;
use super::glyph::name;
use super::icon::{Icon, icon};
use crate::annotate::{AnnotationId, TagSet};
use crate::web::command::Command;
use crate::web::document::{headings, sections};
use crate::web::i18n::{Messages, use_messages};
use crate::web::keyboard::is_composing;
use crate::web::pinyin::rank;
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{Action, OpenDocument};

/// The labels and their keys.
#[derive(Properties, PartialEq)]
pub struct CommandFinderProps {
    /// The labels, each a command too.
    pub tagset: Arc<TagSet>,
    /// Whether a document is open; without one only few commands make sense.
    pub has_document: bool,
}

/// Every command by its name, with its key.
#[component]
pub fn CommandFinder(props: &CommandFinderProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let fits = |command: &Command| {
        props.has_document
            || matches!(
                command,
                Command::Open | Command::Keys | Command::KeySettings | Command::Reading
            )
    };
    let commands: Vec<Command> = Command::all(&props.tagset).into_iter().filter(fits).collect();
    let items = commands.iter().map(|command| Found {
        words: command_name(command, &props.tagset, &messages),
        aside: keymap.caption(command, &props.tagset),
        is_key: true,
        level: 0,
    });
    let choose = {
        let (shell, commands) = (shell.clone(), commands.clone());
        Callback::from(move |index: usize| {
            shell.act(Action::ShowDialog(None));
            if let Some(command) = commands.get(index) {
                shell.run.emit(command.clone());
            }
        })
    };
    html! { <Finder title={messages.get("commands-title")} placeholder={messages.get("commands-search")} empty={messages.get("commands-empty")} items={items.collect::<Vec<_>>()} {choose} /> }
}

/// A command's name in the person's language.
pub fn command_name(command: &Command, tagset: &TagSet, messages: &Messages) -> AttrValue {
    match command {
        Command::Tag(label) => {
            let label = tagset
                .label(label)
                .map(|label| name(label, messages).to_string())
                .unwrap_or_default();
            messages.with("command-tag-as", &[("label", label.into())])
        }
        command => messages.get(command.message()),
    }
}

/// The document whose sections are looked through.
#[derive(Properties, PartialEq)]
pub struct SectionFinderProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// The sections by their headings.
#[component]
pub fn SectionFinder(SectionFinderProps { open }: &SectionFinderProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let sections = sections(&headings(&open.project.source, open.index.structure()), &open.index);
    let items = sections.iter().map(|section| Found {
        words: section.heading.title.clone(),
        aside: (section.pending > 0).then(|| section.pending.to_string()),
        is_key: false,
        level: section.heading.level,
    });
    let items: Vec<Found> = items.collect();
    let choose = {
        let headings: Vec<AnnotationId> = sections.iter().map(|section| section.heading.id).collect();
        Callback::from(move |index: usize| {
            dispatch.emit(Action::ShowDialog(None));
            if let Some(heading) = headings.get(index) {
                dispatch.emit(Action::SelectInList(*heading));
            }
        })
    };
    html! { <Finder title={messages.get("command-jump")} placeholder={messages.get("jump-search")} empty={messages.get("jump-empty")} {items} {choose} /> }
}

/// Something that can be found.
#[derive(Clone, PartialEq)]
struct Found {
    words: AttrValue,
    aside: Option<String>,
    is_key: bool,
    level: u8,
}

#[derive(Properties, PartialEq)]
struct FinderProps {
    title: AttrValue,
    placeholder: AttrValue,
    empty: AttrValue,
    items: Vec<Found>,
    choose: Callback<usize>,
}

/// A field with a list below it: typing narrows the list, arrows walk in it, Enter chooses.
#[component]
fn Finder(props: &FinderProps) -> Html {
    use_focus_returned();
    let shell = use_shell();
    let (search, active) = (use_state(String::new), use_state(|| 0_usize));
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlElement>() {
                let _ = field.focus();
            }
        });
    }
    let found = found(&props.items, &search);
    let chosen = (*active).min(found.len().saturating_sub(1));
    use_effect_with((chosen, found.len()), |(chosen, _)| {
        let document = window().and_then(|window| window.document());
        if let Some(item) = document.and_then(|document| document.get_element_by_id(&format!("found-{chosen}"))) {
            nearest(&item);
        }
    });
    let oninput = {
        let (search, active) = (search.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
        })
    };
    let onkeydown = {
        let (search, active, items) = (search.clone(), active.clone(), props.items.clone());
        let (choose, run) = (props.choose.clone(), shell.run.clone());
        Callback::from(move |event: KeyboardEvent| {
            if is_composing(&event) {
                return;
            }
            // What was typed just now may not be on the screen yet.
            let found = self::found(&items, &search);
            let last = found.len().saturating_sub(1);
            let chosen = (*active).min(last);
            match event.code().as_str() {
                "ArrowDown" => active.set(if chosen == last { 0 } else { chosen + 1 }),
                "ArrowUp" => active.set(chosen.checked_sub(1).unwrap_or(last)),
                "Enter" | "NumpadEnter" => {
                    if let Some(index) = found.get(chosen) {
                        choose.emit(*index);
                    }
                }
                "Escape" => run.emit(Command::Leave),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let option = |(place, index): (usize, &usize)| {
        let (choose, index) = (props.choose.clone(), *index);
        let item = &props.items[index];
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(index));
        html! {
            <button class={classes!("item", format!("level-{}", item.level))} role="option" id={format!("found-{place}")} key={index} tabindex="-1" data-testid="found"
                aria-selected={(place == chosen).to_string()} {onclick}>
                <span class="clipped">{ item.words.clone() }</span>
                if let Some(aside) = &item.aside {
                    if item.is_key {
                        <kbd>{ aside.clone() }</kbd>
                    } else {
                        <span class="counted number">{ aside.clone() }</span>
                    }
                }
            </button>
        }
    };
    html! {
        <div class="dialog-scrim at-top" onclick={shell.to(Action::ShowDialog(None))}>
            <section class="finder" role="dialog" aria-modal="true" aria-label={props.title.clone()} data-testid="finder" {onkeydown}
                onclick={Callback::from(|event: MouseEvent| event.stop_propagation())}>
                <label class="palette-search">
                    { icon(Icon::Search) }
                    <input type="text" role="combobox" autocomplete="off" aria-expanded="true" aria-controls="found" placeholder={props.placeholder.clone()}
                        aria-label={props.placeholder.clone()} aria-activedescendant={(!found.is_empty()).then(|| format!("found-{chosen}"))}
                        data-testid="finder-search" value={(*search).clone()} ref={field} {oninput} />
                    <kbd aria-hidden="true">{ "Esc" }</kbd>
                </label>
                <div class="found" role="listbox" id="found" aria-label={props.title.clone()}>{ for found.iter().enumerate().map(option) }</div>
                if found.is_empty() {
                    <p class="section">{ props.empty.clone() }</p>
                }
            </section>
        </div>
    }
}

/// The items that a search finds, best first, by their numbers.
fn found(items: &[Found], search: &str) -> Vec<usize> {
    let ranked = items.iter().enumerate();
    let ranked = ranked.filter_map(|(index, item)| Some((rank(search, &item.words)?, index)));
    let mut ranked: Vec<(u8, usize)> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, index)| index).collect()
}

fn nearest(item: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    item.scroll_into_view_with_scroll_into_view_options(&options);
}
