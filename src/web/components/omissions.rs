//! 漏检: orders without a tag, worked to none.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::extract::{Directive, directives};
use crate::project::{Omission, Project, TASK, omissions};
use crate::text::Span;
use crate::web::ambient::now;
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::shell::{Shell, use_shell};
use crate::web::state::{Action, OpenDocument, Palette};

/// Milliseconds after which the orders of a text are looked for: first it is shown.
const LATER: u32 = 250;

/// The orders of the open text without a tag; `None` until they have been looked for.
#[hook]
pub fn use_omissions(open: &Rc<OpenDocument>) -> Option<Rc<Vec<Omission>>> {
    let known = use_state(|| None::<Rc<Vec<Directive>>>);
    {
        let (setter, source) = (known.setter(), open.project.source.clone());
        use_effect_with(
            (open.project.source.shared(), open.running.is_none()),
            move |(_, is_extracted)| {
                let timeout =
                    is_extracted.then(|| Timeout::new(LATER, move || setter.set(Some(Rc::new(directives(&source))))));
                move || drop(timeout)
            },
        );
    }
    let found = use_memo(
        ((*known).clone(), open.project.clone()),
        |(known, project): &(Option<Rc<Vec<Directive>>>, Rc<Project>)| {
            known.as_ref().map(|known| Rc::new(omissions(project, known)))
        },
    );
    (*found).clone().filter(|_| open.running.is_none())
}

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct OmissionsProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// The orders without a tag; `None` until they have been looked for.
    pub omissions: Option<Rc<Vec<Omission>>>,
}

/// The orders without a tag.
#[component]
pub fn Omissions(props: &OmissionsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let at = use_state_eq(|| 0_usize);
    let source = &props.open.project.source;
    let Some(found) = &props.omissions else {
        return html! { <p class="empty-note" data-testid="omissions">{ messages.get("omissions-looking") }</p> };
    };
    let here = (*at).min(found.len().saturating_sub(1));
    let onkeydown = {
        let (found, at, shell) = (found.clone(), at.clone(), shell.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(omission) = found
                .get(here)
                .filter(|_| !event.ctrl_key() && !event.meta_key() && !event.alt_key())
            else {
                return;
            };
            let go = |to: usize| {
                at.set(to);
                shell.act(Action::Reveal(found[to].span));
            };
            match event.code().as_str() {
                "ArrowDown" | "KeyJ" => go((here + 1).min(found.len() - 1)),
                "ArrowUp" | "KeyK" => go(here.saturating_sub(1)),
                "Enter" | "Digit1" => tag(&shell, omission.span),
                "KeyX" | "Delete" => shell.act(Action::NotATask(omission.span, now())),
                "Slash" => shell.act(Action::ShowPalette(Palette::Tag(omission.span))),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let item = |(index, omission): (usize, &Omission)| {
        let span = omission.span;
        let onclick = {
            let (at, shell) = (at.clone(), shell.clone());
            Callback::from(move |_: MouseEvent| {
                at.set(index);
                shell.act(Action::Reveal(span));
            })
        };
        let ontag = {
            let shell = shell.clone();
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                tag(&shell, span);
            })
        };
        let onnot = {
            let dispatch = shell.dispatch.clone();
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                dispatch.emit(Action::NotATask(span, now()));
            })
        };
        let before = source.slice(Span::new(span.start(), omission.word.start()));
        let after = source.slice(Span::new(omission.word.end(), span.end()));
        html! {
            <li class={classes!("omission", (index == here).then_some("here"))} data-testid="omission" key={span.start().0} {onclick}>
                <p>{ before }<b>{ source.slice(omission.word) }</b>{ after }</p>
                <div class="buttons">
                    <button class="button" data-testid="omission-tag" onclick={ontag}>{ icon(Icon::Tag) }{ messages.get("omission-tag") }</button>
                    <button class="button quiet" data-testid="not-a-task" onclick={onnot}>{ messages.get("omission-not") }</button>
                </div>
            </li>
        }
    };
    html! {
        <div class="list omissions" data-testid="omissions" data-count={found.len().to_string()} role="group" tabindex="0" aria-label={messages.get("tab-omissions")} {onkeydown}>
            if found.is_empty() {
                <p class="empty-note">{ messages.get("omissions-none") }</p>
            } else {
                <p class="section">{ messages.get("omissions-hint") }</p>
                <ul>{ for found.iter().enumerate().map(item) }</ul>
            }
        </div>
    }
}

/// Makes words a measure.
fn tag(shell: &Shell, span: Span) {
    shell.act(Action::ShowPalette(Palette::Tag(span)));
    shell.run.emit(Command::Tag(TASK.into()));
}
