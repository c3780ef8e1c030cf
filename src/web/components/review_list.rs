//! 核对: what a change of the text has moved, changed or lost, worked to none.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::glyph::{glyph, label_name};
use super::icon::{Icon, icon};
use crate::annotate::{Drift, Review};
use crate::project::Project;
use crate::text::Span;
use crate::version::wording;
use crate::web::ambient::now;
use crate::web::dom::regions;
use crate::web::gesture::waiting;
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::{Shell, use_shell};
use crate::web::state::{Action, OpenDocument, Palette, Version};

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct ReviewListProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// What gets the words that are selected next as its place.
    pub fixing: Option<u32>,
    /// The label palette: words that were just selected.
    pub palette: Option<Palette>,
}

/// What a change of the text has left to look at.
#[component]
pub fn ReviewList(props: &ReviewListProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let at = use_state_eq(|| 0_usize);
    let project = &props.open.project;
    let found: Rc<Vec<Review>> = Rc::new(waiting(&project.store).map(|review| (**review).clone()).collect());
    let here = (*at).min(found.len().saturating_sub(1));
    use_chosen_words(props.fixing, props.palette, &shell);
    let act = {
        let (found, at, shell, project) = (found.clone(), at.clone(), shell.clone(), project.clone());
        Callback::from(move |(index, deed): (usize, Deed)| {
            let Some(review) = found.get(index) else { return };
            let version = match deed {
                Deed::Confirm if review.drift == Drift::Lost => return,
                Deed::Confirm => Version::Confirm(vec![review.number]),
                Deed::Discard => Version::Discard(vec![review.number]),
                Deed::Fix => Version::Fix(Some(review.number)),
                Deed::Go => {
                    at.set(index);
                    return go(&shell, &project, review);
                }
            };
            let is_fix = deed == Deed::Fix;
            if is_fix {
                regions::leave();
            }
            at.set(index);
            shell.act(Action::Version(version, now()));
            // The next one moves up to the place of the one that is done.
            let next = found
                .get(index + 1)
                .or(index.checked_sub(1).and_then(|before| found.get(before)));
            if let Some(next) = next.filter(|_| !is_fix) {
                go(&shell, &project, next);
            }
        })
    };
    let onkeydown = {
        let (act, at, last) = (act.clone(), at.clone(), found.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            // Where the last key went may not be on the screen yet.
            let here = (*at).min(last);
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let on_button = event
                .target_dyn_into::<web_sys::Element>()
                .is_some_and(|target| target.tag_name() == "BUTTON");
            act.emit(match event.code().as_str() {
                "ArrowDown" | "KeyJ" => ((here + 1).min(last), Deed::Go),
                "ArrowUp" | "KeyK" => (here.saturating_sub(1), Deed::Go),
                "Enter" if !on_button => (here, Deed::Confirm),
                "KeyF" => (here, Deed::Fix),
                "KeyX" | "Delete" => (here, Deed::Discard),
                _ => return,
            });
            event.prevent_default();
            event.stop_propagation();
        })
    };
    if found.is_empty() {
        return html! { <div class="list" data-testid="reviews" data-count="0"><p class="empty-note">{ messages.get("review-none") }</p></div> };
    }
    html! {
        <div class="list reviews" data-testid="reviews" data-count={found.len().to_string()} role="group" tabindex="0" aria-label={messages.get("tab-review")} {onkeydown}>
            <p class="section">{ messages.get("review-hint") }</p>
            { bulk(&found, &shell, &messages) }
            <ul>
                for (index, review) in found.iter().enumerate() {
                    <Item key={review.number} review={review.clone()} project={project.clone()} is_here={index == here}
                        is_fixing={props.fixing == Some(review.number)} act={act.reform(move |deed| (index, deed))} />
                }
            </ul>
        </div>
    }
}

/// What can be done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Go,
    Confirm,
    Fix,
    Discard,
}

/// While a place is wanted, words that are selected are it.
#[hook]
fn use_chosen_words(fixing: Option<u32>, palette: Option<Palette>, shell: &Shell) {
    let dispatch = shell.dispatch.clone();
    use_effect_with((fixing, palette), move |(fixing, palette)| {
        if let (Some(number), Some(span)) = (*fixing, palette.and_then(Palette::selection)) {
            dispatch.emit(Action::Version(Version::Place(number, span), now()));
        }
    });
}

/// Brings an item's place into view.
fn go(shell: &Shell, project: &Project, review: &Review) {
    if project.store.get(review.id).is_some() {
        shell.act(Action::SelectInList(review.id));
    }
}

/// Buttons for all of a kind at once.
fn bulk(found: &[Review], shell: &Shell, messages: &Messages) -> Html {
    let button = |drift: Drift, id: &'static str, words: &str| {
        let numbers: Vec<u32> = found
            .iter()
            .filter(|review| review.drift == drift)
            .map(|review| review.number)
            .collect();
        if numbers.len() < 2 {
            return Html::default();
        }
        let label = messages.count(words, numbers.len());
        let dispatch = shell.dispatch.clone();
        let (version, picture) = match drift {
            Drift::Lost => (Version::Discard(numbers), Icon::Cross),
            Drift::Moved | Drift::Changed => (Version::Confirm(numbers), Icon::Check),
        };
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::Version(version.clone(), now())));
        html! { <button class="button quiet" data-testid={id} {onclick}>{ icon(picture) }{ label }</button> }
    };
    html! {
        <p class="buttons">
            { button(Drift::Moved, "review-all-moved", "review-all-moved") }
            { button(Drift::Changed, "review-all-changed", "review-all-changed") }
            { button(Drift::Lost, "review-all-lost", "review-all-lost") }
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    review: Review,
    project: Rc<Project>,
    is_here: bool,
    is_fixing: bool,
    act: Callback<Deed>,
}

/// One annotation: its old sentence, its new one, and what to do.
#[component]
fn Item(props: &ItemProps) -> Html {
    let messages = use_messages();
    let (review, project) = (&props.review, &props.project);
    let here = project.store.get(review.id);
    let label = review
        .lost
        .as_ref()
        .or(here)
        .map(|found| found.label.clone())
        .unwrap_or_default();
    let on = |deed: Deed| {
        let act = props.act.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            act.emit(deed);
        })
    };
    let drift = messages.get(&format!("drift-{}", review.drift.id()));
    let is_lost = review.lost.is_some();
    html! {
        <li class={classes!("omission", "review", props.is_here.then_some("here"))} data-testid="review" data-drift={review.drift.id()} onclick={on(Deed::Go)}>
            <p class="kind">
                { glyph(&project.tagset, &label) }<span>{ label_name(&project.tagset, &label, &messages) }</span>
                <span class={classes!("drift", review.drift.id())}>{ drift }</span>
                if review.drift == Drift::Changed {
                    <span class="faint number">{ messages.with("review-alike", &[("n", usize::from(review.similarity).into())]) }</span>
                }
            </p>
            <p class="old"><span class="caption">{ messages.get("review-old") }</span>{ &review.before }{ old_words(review, here.map(|found| project.source.slice(found.span))) }{ &review.after }</p>
            if let Some(here) = here {
                <p class="new"><span class="caption">{ messages.get("review-new") }</span>{ new_words(project, here.span, &review.quote) }</p>
            }
            if props.is_fixing {
                <p class="fixing" role="status">{ messages.get("review-fixing") }</p>
            }
            <div class="buttons">
                if !is_lost {
                    <button class="button" data-testid="review-confirm" onclick={on(Deed::Confirm)}>{ icon(Icon::Check) }{ messages.get("review-confirm") }</button>
                }
                <button class="button" data-testid="review-fix" onclick={on(Deed::Fix)}>{ icon(Icon::Edit) }{ messages.get(if is_lost { "review-find" } else { "review-fix" }) }</button>
                <button class="button quiet" data-testid="review-discard" onclick={on(Deed::Discard)}>{ icon(Icon::Cross) }{ messages.get("review-discard") }</button>
            </div>
        </li>
    }
}

/// The old words; what the new ones no longer have is struck out.
fn old_words(review: &Review, new: Option<&str>) -> Html {
    let Some(new) = new else {
        return html! { <b><del>{ &review.quote }</del></b> };
    };
    let piece = |piece: crate::version::Piece| {
        let words = &review.quote[piece.old.range()];
        match piece.is_same {
            true => html! { words },
            false => html! { <del>{ words }</del> },
        }
    };
    html! { <b>{ for wording(&review.quote, new).into_iter().map(piece) }</b> }
}

/// Letters of the new text that are shown on each side.
const AROUND: usize = 24;

/// The new words among what stands around them; what they did not have before is underlined.
fn new_words(project: &Project, span: Span, old: &str) -> Html {
    let words = project.source.slice(span);
    let text = project.source.text();
    let range = project.source.snap(span).range();
    let before = &text[..range.start];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let from = before
        .char_indices()
        .rev()
        .nth(AROUND - 1)
        .map_or(0, |(at, _)| at)
        .max(line);
    let after = text[range.end..].lines().next().unwrap_or_default();
    let after: String = after.chars().take(AROUND).collect();
    let piece = |piece: crate::version::Piece| {
        let words = words[piece.new.range()].to_owned();
        match piece.is_same {
            true => html! { words },
            false => html! { <ins>{ words }</ins> },
        }
    };
    html! { <>{ &before[from..] }<b>{ for wording(old, words).into_iter().map(piece) }</b>{ after }</> }
}
