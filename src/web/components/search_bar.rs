//! The search: what is looked for, how many times it was found, and the way from find to find.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::project::Project;
use crate::text::Span;
use crate::web::dom::regions::focus_text;
use crate::web::find::{BadPattern, Found, Mode, Search, SearchEdit, found};
use crate::web::i18n::use_messages;
use crate::web::keyboard::is_composing;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// What was found, or why nothing can be.
pub type Result = std::result::Result<Found, BadPattern>;

/// Looks for what is searched for, when that or the document changes.
#[hook]
pub fn use_found(project: &Rc<Project>, search: Option<&Search>) -> Rc<Result> {
    let deps = (
        project.clone(),
        search.map(|search| (search.query.clone(), search.mode)),
    );
    use_memo(deps, |(project, search)| match search {
        Some((query, mode)) => found(project, query, *mode),
        None => Ok(Found::new()),
    })
}

/// The find that is the current one, and which it is, from 0.
pub fn current(search: Option<&Search>, found: &Result) -> Option<(usize, Span)> {
    let found = found.as_ref().ok().filter(|found| !found.is_empty())?;
    let at = search?.at.rem_euclid(isize::try_from(found.len()).ok()?);
    let at = usize::try_from(at).ok()?;
    Some((at, *found.get(at)?))
}

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub struct SearchBarProps {
    /// What is searched for.
    pub search: Search,
    /// What was found.
    pub found: Rc<Result>,
}

/// The search bar.
#[component]
pub fn SearchBar(SearchBarProps { search, found }: &SearchBarProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(search.requests, move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
                let _ = field.focus();
            }
        });
    }
    let all = found.as_ref().as_ref().map_or(0, Vec::len);
    let at = current(Some(search), found).map(|(at, _)| at);
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            dispatch.emit(Action::CloseSearch);
            focus_text();
        })
    };
    let change = dispatch.reform(Action::Search);
    let oninput =
        change.reform(|event: InputEvent| SearchEdit::Query(event.target_unchecked_into::<HtmlInputElement>().value()));
    let onkeydown = {
        let (change, close) = (change.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                _ if is_composing(&event) => return,
                "Enter" => change.emit(SearchEdit::Step(!event.shift_key())),
                "Escape" => close.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let mode = |mode: Mode| {
        let onclick = change.reform(move |_: MouseEvent| SearchEdit::Mode(mode));
        html! {
            <button aria-pressed={(search.mode == mode).to_string()} data-testid={format!("search-{}", mode.id())} key={mode.id()}
                title={messages.get(&format!("search-{}-title", mode.id()))} {onclick}>{ messages.get(&format!("search-{}", mode.id())) }</button>
        }
    };
    let count = match (found.as_ref(), at) {
        (Err(_), _) => messages.get("search-bad-pattern"),
        (Ok(_), Some(at)) => messages.with("search-count", &[("n", (at + 1).into()), ("all", all.into())]),
        (Ok(_), None) if search.query.is_empty() => AttrValue::default(),
        (Ok(_), None) => messages.get("search-none"),
    };
    html! {
        <div class="popover search-bar" role="search" {onkeydown}>
            { icon(Icon::Search) }
            <input type="text" data-testid="search" autocomplete="off" spellcheck="false" placeholder={messages.get("search-placeholder")}
                aria-label={messages.get("search-placeholder")} value={search.query.clone()} ref={field} {oninput} />
            <span class="number faint" role="status" data-testid="search-count">{ count }</span>
            <span class="choice" role="group" aria-label={messages.get("search-mode")}>{ for Mode::ALL.into_iter().map(mode) }</span>
            <button class="icon-button compact" disabled={all == 0} aria-label={messages.get("search-previous")} onclick={change.reform(move |_: MouseEvent| SearchEdit::Step(false))}>{ icon(Icon::ChevronUp) }</button>
            <button class="icon-button compact" disabled={all == 0} aria-label={messages.get("search-next")} onclick={change.reform(move |_: MouseEvent| SearchEdit::Step(true))}>{ icon(Icon::ChevronDown) }</button>
            <button class="icon-button compact" aria-label={messages.get("close")} onclick={close.reform(|_: MouseEvent| ())}>{ icon(Icon::Cross) }</button>
        </div>
    }
}
