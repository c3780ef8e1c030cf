//! The label palette at the selection: keys, search, and what is tagged here already.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

use super::glyph::{glyph, name, status_name};
use super::icon::{Icon, icon};
use crate::annotate::{Label, Layer, Name};
use crate::text::Span;
use crate::web::command::Command;
use crate::web::document::Layout;
use crate::web::dom::blocks::Places;
use crate::web::dom::geometry::line_rects;
use crate::web::dom::placed::{Place, use_place};
use crate::web::dom::selection;
use crate::web::i18n::{Messages, use_messages};
use crate::web::keyboard::{is_composing, is_in_field};
use crate::web::keymap::caption;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Palette};

/// What the palette is for.
#[derive(Properties, PartialEq)]
pub struct LabelPaletteProps {
    /// What the palette is for.
    pub palette: Palette,
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
}

/// The label palette.
#[component]
pub fn LabelPalette(props: &LabelPaletteProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let (search, active) = (use_state(String::new), use_state(|| 0_usize));
    let (node, field) = (use_node_ref(), use_node_ref());
    let project = &props.open.project;
    let span = match props.palette {
        Palette::Tag(span) => Some(span),
        Palette::Relabel(id) => project.store.get(id).map(|found| found.span),
    };
    use_spot(props, span, node.clone());
    let labels: Vec<&Label> = project
        .tagset
        .labels
        .iter()
        .filter(|label| matches_search(label, &search))
        .collect();
    let chosen = (*active).min(labels.len().saturating_sub(1));
    let apply = {
        let run = shell.run.clone();
        Callback::from(move |label: Name| {
            selection::clear();
            run.emit(Command::Tag(label));
        })
    };
    let oninput = {
        let (search, active) = (search.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
            active.set(0);
        })
    };
    let onkeydown = {
        let ids: Vec<Name> = labels.iter().map(|label| label.id.clone()).collect();
        let (active, apply, field, run) = (active.clone(), apply.clone(), field.clone(), shell.run.clone());
        Callback::from(move |event: KeyboardEvent| {
            if is_composing(&event) {
                return;
            }
            let is_searching = is_in_field(&event);
            match event.code().as_str() {
                "ArrowDown" | "ArrowRight" if !(is_searching && event.code() == "ArrowRight") => {
                    active.set((chosen + 1).min(ids.len().saturating_sub(1)));
                }
                "ArrowUp" | "ArrowLeft" if !(is_searching && event.code() == "ArrowLeft") => {
                    active.set(chosen.saturating_sub(1))
                }
                "Enter" | "NumpadEnter" => {
                    if let Some(id) = ids.get(chosen) {
                        apply.emit(id.clone());
                    }
                }
                "Slash" if !is_searching => {
                    if let Some(field) = field.cast::<HtmlInputElement>() {
                        let _ = field.focus();
                    }
                }
                "Escape" => run.emit(Command::Leave),
                _ if is_searching => return event.stop_propagation(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let option = |label: &Label| {
        let is_active =
            labels.get(chosen).is_some_and(|active| active.id == label.id) && (!search.is_empty() || *active > 0);
        let (apply, id) = (apply.clone(), label.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| apply.emit(id.clone()));
        html! {
            <button class="item" role="option" id={format!("label-{}", label.id)} key={&*label.id} tabindex="-1" data-testid="label-option"
                data-label={label.id.to_string()} aria-selected={is_active.to_string()} title={label.description.clone()} {onclick}>
                { glyph(&project.tagset, &label.id) }<span>{ name(label, &messages) }</span>
                if let Some(key) = &label.key {
                    <kbd>{ caption(key).to_owned() }</kbd>
                }
            </button>
        }
    };
    let group = |layer: Layer, words: &str| {
        let members: Vec<&Label> = labels.iter().copied().filter(|label| label.layer == layer).collect();
        if members.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <p class="section">{ messages.get(words) }</p>
                <div class="palette-grid" role="group" aria-label={messages.get(words)}>{ for members.into_iter().map(option) }</div>
            </>
        }
    };
    let descendant = labels.get(chosen).map(|label| format!("label-{}", label.id));
    html! {
        <div class="popover palette" role="dialog" data-testid="palette" aria-label={messages.get("palette-title")} tabindex="-1" ref={node} {onkeydown}>
            <label class="palette-search">
                { icon(Icon::Search) }
                <input type="text" autocomplete="off" placeholder={messages.get("palette-search")} aria-label={messages.get("palette-search")}
                    data-testid="palette-search" value={(*search).clone()} ref={field} aria-activedescendant={descendant} {oninput} />
                <kbd aria-hidden="true">{ "/" }</kbd>
            </label>
            if let Some(span) = span {
                <p class="palette-words">
                    <q class="clipped">{ project.source.slice(span).chars().take(80).collect::<String>() }</q>
                    <span class="number">{ messages.count("palette-characters", project.source.slice(span).chars().count()) }</span>
                </p>
            }
            <div role="listbox" aria-label={messages.get("palette-title")}>
                { group(Layer::Statement, "layer-statements") }
                { group(Layer::Mention, "layer-mentions") }
                { group(Layer::Structure, "layer-structure") }
            </div>
            if labels.is_empty() {
                <p class="section">{ messages.get("palette-empty") }</p>
            }
            { span.map(|span| nested(props, span, &messages, &shell.dispatch)).unwrap_or_default() }
        </div>
    }
}

/// What is tagged at this place already.
fn nested(props: &LabelPaletteProps, span: Span, messages: &Messages, dispatch: &Callback<Action>) -> Html {
    let project = &props.open.project;
    let found: Vec<_> = project
        .store
        .overlapping(span)
        .filter(|found| found.status != crate::annotate::Status::Rejected && &*found.label != "heading")
        .take(5)
        .collect();
    if found.is_empty() {
        return html! { <div class="palette-foot"></div> };
    }
    let item = |found: &&std::sync::Arc<crate::annotate::Annotation>| {
        let (dispatch, id) = (dispatch.clone(), found.id);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::SelectInText(Some(id))));
        let class = (found.status == crate::annotate::Status::Accepted).then_some("accepted");
        html! {
            <button {onclick} key={found.id.0}>
                { glyph(&project.tagset, &found.label) }
                <q class="clipped">{ project.source.slice(found.span).chars().take(40).collect::<String>() }</q>
                <span class={classes!("pill", class)}>{ status_name(found.status, messages) }</span>
            </button>
        }
    };
    html! {
        <div class="nested">
            <span class="faint small">{ messages.count("palette-nested", found.len()) }</span>
            { for found.iter().map(item) }
        </div>
    }
}

/// Whether a label's names or id contain what was typed.
fn matches_search(label: &Label, search: &str) -> bool {
    let search = search.trim().to_lowercase();
    search.is_empty()
        || label.zh.contains(&search)
        || label.en.to_lowercase().contains(&search)
        || label.id.contains(&*search)
}

/// Puts the palette below the words, or above them where there is no room, and the focus into it.
/// The focus goes back to the text with the palette.
#[hook]
fn use_spot(props: &LabelPaletteProps, span: Option<Span>, node: NodeRef) {
    let place = use_state(|| None::<Place>);
    let setter = place.setter();
    let (open, layout, element) = (props.open.clone(), props.layout.clone(), node.clone());
    use_effect_with((props.palette, span), move |(_, span)| {
        let lines = span
            .and_then(|span| Places::new(&open.project.source, &layout).live(span))
            .map(|range| line_rects(&range));
        let size = element
            .cast::<HtmlElement>()
            .map(|element| (f64::from(element.offset_width()), f64::from(element.offset_height())));
        let view = window().and_then(|window| {
            Some((
                window.inner_width().ok()?.as_f64()?,
                window.inner_height().ok()?.as_f64()?,
            ))
        });
        if let (Some(lines), Some((width, height)), Some((right, bottom))) = (lines, size, view)
            && let (Some(first), Some(last)) = (lines.first(), lines.last())
        {
            let below = last.bottom + 8.0;
            let top = if below + height <= bottom - 44.0 {
                below
            } else {
                (first.top - height - 8.0).max(56.0)
            };
            let left = last.left.min(first.left).clamp(8.0, (right - width - 8.0).max(8.0));
            setter.set(Some(Place {
                left,
                top: top.min((bottom - height - 8.0).max(8.0)),
            }));
        }
        if let Some(element) = element.cast::<HtmlElement>() {
            let _ = element.focus();
        }
    });
    use_effect_with((), |()| {
        || {
            let text = window()
                .and_then(|window| window.document())
                .and_then(|document| document.get_element_by_id("text"));
            if let Some(text) = text.and_then(|text| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(text).ok()) {
                let _ = text.focus();
            }
        }
    });
    use_place(node, *place);
}
