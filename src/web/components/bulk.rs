//! A decision about many suggestions at once: which ones, how many, and then yes or no.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::glyph::label_name;
use super::icon::{Icon, icon};
use crate::annotate::{AnnotationId, Origin, Status};
use crate::web::ambient::now;
use crate::web::document::{Scope, headings, pending};
use crate::web::i18n::{Messages, use_messages};
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument};

/// The document with the suggestions.
#[derive(Properties, PartialEq)]
pub struct BulkProps {
    /// The document.
    pub open: Rc<OpenDocument>,
}

/// Words of the suggestions that are shown as examples.
const EXAMPLES: usize = 3;

/// The choice of scope, with counts, and the decision.
#[component]
pub fn Bulk(BulkProps { open }: &BulkProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let current = open.annotation();
    let limit = use_state(|| current.and_then(|found| found.confidence).unwrap_or(80));
    let chosen = use_state(|| 0_usize);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        });
    }
    let scopes = scopes(open, *limit);
    let found: Rc<[Vec<AnnotationId>]> = scopes.iter().map(|scope| pending(&open.project, scope)).collect();
    let here = (*chosen).min(scopes.len() - 1);
    let decide = {
        let (dispatch, found) = (dispatch.clone(), found.clone());
        Callback::from(move |(scope, status): (usize, Status)| {
            let ids = found.get(scope).filter(|ids| !ids.is_empty());
            if let Some(ids) = ids {
                dispatch.emit(Action::Edit(Edit::Decide(ids.clone(), status), now()));
            }
        })
    };
    let onkeydown = {
        let (chosen, decide, count) = (chosen.clone(), decide.clone(), scopes.len());
        let in_field = |event: &KeyboardEvent| {
            event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.type_() == "number")
        };
        Callback::from(move |event: KeyboardEvent| {
            // Where the last key went may not be on the screen yet.
            let here = (*chosen).min(count - 1);
            let digit = event
                .code()
                .strip_prefix("Digit")
                .and_then(|digit| digit.parse::<usize>().ok());
            match (event.code().as_str(), digit) {
                _ if in_field(&event) => return,
                ("ArrowDown", _) => chosen.set((here + 1) % count),
                ("ArrowUp", _) => chosen.set((here + count - 1) % count),
                ("KeyX", _) => decide.emit((here, Status::Rejected)),
                ("Enter" | "NumpadEnter", _) if event.target_dyn_into::<web_sys::HtmlButtonElement>().is_none() => {
                    decide.emit((here, Status::Accepted));
                }
                (_, Some(digit)) if (1..=count).contains(&digit) => chosen.set(digit - 1),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onlimit = {
        let limit = limit.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            limit.set(value.parse::<u8>().unwrap_or(0).min(100));
        })
    };
    let option = |(index, scope): (usize, &Scope)| {
        let chosen = chosen.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(index));
        html! {
            <button class="item" role="radio" aria-checked={(index == here).to_string()} key={index} tabindex={if index == here { "0" } else { "-1" }}
                data-testid="bulk-scope" data-count={found[index].len().to_string()} {onclick}>
                <kbd>{ index + 1 }</kbd><span class="clipped">{ scope_name(open, scope, &messages) }</span>
                <span class="counted number">{ messages.count("bulk-count", found[index].len()) }</span>
            </button>
        }
    };
    let count = found[here].len();
    let examples = found[here]
        .iter()
        .take(EXAMPLES)
        .filter_map(|id| open.project.store.get(*id));
    let button = |status: Status| decide.reform(move |_: MouseEvent| (here, status));
    html! {
        <div class="bulk" ref={node} tabindex="-1" {onkeydown}>
            <div role="radiogroup" aria-label={messages.get("bulk-title")}>{ for scopes.iter().enumerate().map(option) }</div>
            <label class="bulk-limit">{ messages.get("bulk-limit") }
                <input class="field" type="number" min="0" max="100" step="5" value={limit.to_string()} data-testid="bulk-limit" oninput={onlimit} />{ "%" }
            </label>
            <ul class="examples" aria-label={messages.get("bulk-examples")}>
                for found in examples {
                    <li key={found.id.0}><q>{ open.project.source.slice(found.span).chars().take(40).collect::<String>() }</q></li>
                }
                if count > EXAMPLES {
                    <li class="faint">{ messages.count("bulk-more", count - EXAMPLES) }</li>
                }
            </ul>
            <div class="buttons">
                <button class="button" data-testid="bulk-reject" disabled={count == 0} onclick={button(Status::Rejected)}>{ icon(Icon::Cross) }{ messages.count("bulk-reject", count) }<kbd>{ "X" }</kbd></button>
                <button class="button primary" data-testid="bulk-accept" disabled={count == 0} onclick={button(Status::Accepted)}>{ icon(Icon::Check) }{ messages.count("bulk-accept", count) }<kbd>{ "Enter" }</kbd></button>
            </div>
        </div>
    }
}

/// The scopes that make sense here, the narrowest kinds first.
fn scopes(open: &OpenDocument, limit: u8) -> Vec<Scope> {
    let mut scopes = Vec::new();
    if let Some(current) = open.annotation() {
        scopes.push(Scope::Label(current.label.clone()));
        if current.origin != Origin::Human {
            scopes.push(Scope::Rule(current.origin.clone()));
        }
        if let Some(heading) = open.project.section(current.span.start()).last() {
            scopes.push(Scope::Section(heading.id));
        }
    }
    scopes.extend([Scope::Sure(limit), Scope::Unsure(limit), Scope::All]);
    scopes
}

fn scope_name(open: &OpenDocument, scope: &Scope, messages: &Messages) -> AttrValue {
    let project = &open.project;
    match scope {
        Scope::All => messages.get("bulk-all"),
        Scope::Label(label) => {
            let label = label_name(&project.tagset, label, messages).to_string();
            messages.with("bulk-label", &[("label", label.into())])
        }
        Scope::Rule(origin) => {
            let rule = match origin {
                Origin::Rule(rule) => messages.why(rule).to_string(),
                other => other.to_string(),
            };
            messages.with("bulk-rule", &[("rule", rule.into())])
        }
        Scope::Section(heading) => {
            let headings = headings(&project.source, open.index.structure());
            let found = headings.iter().find(|found| found.id == *heading);
            let title = found.map(|found| found.title.to_string()).unwrap_or_default();
            messages.with("bulk-section", &[("title", title.into())])
        }
        Scope::Sure(limit) => messages.count("bulk-sure", usize::from(*limit)),
        Scope::Unsure(limit) => messages.count("bulk-unsure", usize::from(*limit)),
    }
}
