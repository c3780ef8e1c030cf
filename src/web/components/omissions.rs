//! 漏检: orders without a tag, worked to none.

use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::extract::{Directive, directives};
use crate::project::{Omission, Orders, Project, TASK};
use crate::text::{Source, Span};
use crate::web::ambient::now;
use crate::web::command::Command;
use crate::web::i18n::use_messages;
use crate::web::shell::{Shell, use_shell};
use crate::web::state::{Action, Engine, OpenDocument, Palette};

/// Milliseconds after which the orders of a text are looked for where no worker does it: first it is shown.
const LATER: u32 = 250;

/// The orders of the open text without a tag; `None` until they have been looked for.
#[hook]
pub fn use_omissions(open: &Rc<OpenDocument>, engine: Engine) -> Option<Rc<Vec<Omission>>> {
    let own = use_state(|| None::<(Source, Rc<[Directive]>)>);
    {
        let setter = own.setter();
        use_effect_with(
            (open.project.source.clone(), engine == Engine::Failed),
            move |(source, is_alone)| {
                let source = source.clone();
                let look = move || setter.set(Some((source.clone(), directives(&source).into())));
                let timeout = is_alone.then(|| Timeout::new(LATER, look));
                move || drop(timeout)
            },
        );
    }
    let kept = use_mut_ref(|| None::<Kept>);
    let told = open.known_words().map(|words| &words.orders);
    let own = (*own)
        .as_ref()
        .filter(|(source, _)| *source == open.project.source)
        .map(|(_, orders)| orders);
    let found = told.or(own).map(|known| {
        let mut kept = kept.borrow_mut();
        let next = match kept.take() {
            Some(last) if last.is_of(known, &open.project) => last.follow(&open.project),
            _ => Kept::new(known.clone(), open.project.clone()),
        };
        kept.insert(next).found.clone()
    });
    found.filter(|_| open.running.is_none())
}

/// What is kept from one state of the document to the next.
struct Kept {
    known: Rc<[Directive]>,
    project: Rc<Project>,
    orders: Orders,
    found: Rc<Vec<Omission>>,
}

impl Kept {
    fn new(known: Rc<[Directive]>, project: Rc<Project>) -> Self {
        let orders = Orders::new(&project, known.to_vec());
        let found = Rc::new(orders.omissions());
        Self {
            known,
            project,
            orders,
            found,
        }
    }

    /// Whether only annotations can be different now.
    fn is_of(&self, known: &Rc<[Directive]>, project: &Project) -> bool {
        Rc::ptr_eq(&self.known, known)
            && Arc::ptr_eq(&self.project.source.shared(), &project.source.shared())
            && Arc::ptr_eq(&self.project.tagset, &project.tagset)
    }

    fn follow(mut self, project: &Rc<Project>) -> Self {
        let difference = project.store.since(&self.project.store);
        let mut is_different = false;
        for changed in difference.both() {
            is_different |= self.orders.look_again(project, changed.span);
        }
        if is_different {
            self.found = Rc::new(self.orders.omissions());
        }
        self.project = project.clone();
        self
    }
}

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct OmissionsProps {
    /// The text.
    pub source: Source,
    /// The orders without a tag; `None` until they have been looked for.
    pub omissions: Option<Rc<Vec<Omission>>>,
    /// Whether the list is in view; it is made only then.
    pub is_shown: bool,
}

/// The orders without a tag.
#[component]
pub fn Omissions(props: &OmissionsProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let at = use_state_eq(|| 0_usize);
    let source = &props.source;
    let Some(found) = &props.omissions else {
        return html! { <p class="empty-note" data-testid="omissions">{ messages.get("omissions-looking") }</p> };
    };
    if !props.is_shown {
        return Html::default();
    }
    let here = (*at).min(found.len().saturating_sub(1));
    let onkeydown = {
        let (found, at, shell) = (found.clone(), at.clone(), shell.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Where the last key went may not be on the screen yet.
            let here = (*at).min(found.len().saturating_sub(1));
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
