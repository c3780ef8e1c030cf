//! The label palette at the selection: keys, search, equal words, and what is tagged here already.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

use super::glyph::{glyph, name, status_name};
use super::icon::{Icon, icon};
use super::keycap::Keycap;
use super::rungs::Rungs;
use crate::annotate::{Label, Layer, Name, Status};
use crate::text::Span;
use crate::web::command::{Command, RangeStep};
use crate::web::document::Layout;
use crate::web::dom::blocks::Places;
use crate::web::dom::geometry::line_rects;
use crate::web::dom::placed::{Place, use_place};
use crate::web::dom::regions::catch_focus;
use crate::web::dom::selection;
use crate::web::gesture::equal_places;
use crate::web::i18n::{Messages, use_messages};
use crate::web::keyboard::{is_composing, is_in_field};
use crate::web::keymap::caption;
use crate::web::pinyin::rank;
use crate::web::shell::{use_keys, use_shell};
use crate::web::state::{Action, OpenDocument, Palette};

/// What the palette is for.
#[derive(Properties, PartialEq)]
pub struct LabelPaletteProps {
    /// What the palette is for.
    pub palette: Palette,
    /// Whether its field was asked for.
    pub is_searched: bool,
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// Whether the label goes to all places with the same words.
    pub is_equal: bool,
}

/// The label palette.
#[component]
pub fn LabelPalette(props: &LabelPaletteProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let keymap = use_keys().keymap;
    let (search, active) = (use_state(String::new), use_state(|| None::<usize>));
    let (node, field) = (use_node_ref(), use_node_ref());
    let project = &props.open.project;
    let current = match props.palette {
        Palette::Relabel(id) => project.store.get(id),
        Palette::Tag(_) => None,
    };
    let span = props.palette.selection().or_else(|| current.map(|found| found.span));
    use_spot(props, span, node.clone());
    use_effect_with((props.is_searched, field.clone()), |(is_searched, field)| {
        if let Some(field) = field.cast::<HtmlElement>().filter(|_| *is_searched) {
            let _ = field.focus();
        }
    });
    let labels = found(&project.tagset.offered().collect::<Vec<_>>(), &search);
    let chosen = active.unwrap_or(0).min(labels.len().saturating_sub(1));
    let is_pointed = active.is_some() || !search.is_empty();
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
            active.set(None);
        })
    };
    let onkeydown = {
        let (tagset, search, active) = (project.tagset.clone(), search.clone(), active.clone());
        let (apply, field, run) = (apply.clone(), field.clone(), shell.run.clone());
        Callback::from(move |event: KeyboardEvent| {
            if is_composing(&event) || event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let is_searching = is_in_field(&event);
            // What was typed just now may not be on the screen yet.
            let labels = found(&tagset.offered().collect::<Vec<_>>(), &search);
            let ids: Vec<&Name> = labels.iter().map(|label| &label.id).collect();
            let chosen = active.unwrap_or(0).min(ids.len().saturating_sub(1));
            let is_pointed = active.is_some() || !search.is_empty();
            let columns = if search.is_empty() { COLUMNS } else { 1 };
            let step = |by: isize| {
                let next = if is_pointed {
                    chosen.saturating_add_signed(by)
                } else {
                    0
                };
                active.set(Some(next.min(ids.len().saturating_sub(1))));
            };
            match event.code().as_str() {
                "ArrowDown" => step(columns),
                "ArrowUp" => step(-columns),
                "ArrowRight" if !is_searching => step(1),
                "ArrowLeft" if !is_searching => step(-1),
                "Enter" | "NumpadEnter" => {
                    if let Some(id) = ids.get(chosen) {
                        apply.emit((*id).clone());
                    }
                }
                "Slash" if !is_searching => {
                    if let Some(field) = field.cast::<HtmlInputElement>() {
                        let _ = field.focus();
                    }
                }
                "Equal" if !is_searching => run.emit(Command::TagEqual),
                "Escape" => run.emit(Command::Leave),
                _ if is_searching => return event.stop_propagation(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let option = |label: &Label| {
        let is_active = is_pointed && labels.get(chosen).is_some_and(|active| active.id == label.id);
        let (apply, id) = (apply.clone(), label.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| apply.emit(id.clone()));
        html! {
            <button class="item" role="option" id={format!("label-{}", label.id)} key={&*label.id} tabindex="-1" data-testid="label-option"
                data-label={label.id.to_string()} aria-selected={is_active.to_string()} title={label.description.clone()} {onclick}>
                { glyph(&project.tagset, &label.id) }<span class="clipped">{ name(label, &messages) }</span>
                if let Some(key) = label.key.as_ref().filter(|_| !keymap.no_single_keys) {
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
    let descendant = labels
        .get(chosen)
        .filter(|_| is_pointed)
        .map(|label| format!("label-{}", label.id));
    let title = messages.get(if current.is_some() {
        "palette-relabel"
    } else {
        "palette-title"
    });
    html! {
        <div class="popover palette" role="dialog" data-testid="palette" aria-label={title} tabindex="-1" ref={node} {onkeydown}>
            <label class="palette-search">
                { icon(Icon::Search) }
                <input type="text" autocomplete="off" placeholder={messages.get("palette-search")} aria-label={messages.get("palette-search")}
                    data-testid="palette-search" value={(*search).clone()} ref={field} aria-activedescendant={descendant} {oninput} />
                <Keycap command={Command::Palette} />
            </label>
            if let Some(span) = span {
                <Rungs open={props.open.clone()} {span} />
            }
            if search.is_empty() {
                { recent(props, &labels, &option, &messages) }
                <div role="listbox" aria-label={messages.get("palette-title")}>
                    { group(Layer::Statement, "layer-statements") }
                    { group(Layer::Mention, "layer-mentions") }
                    { group(Layer::Structure, "layer-structure") }
                </div>
            } else {
                <div class="palette-list" role="listbox" aria-label={messages.get("palette-title")}>{ for labels.iter().map(|label| option(label)) }</div>
            }
            if labels.is_empty() {
                <p class="section">{ messages.get("palette-empty") }</p>
            }
            { span.map(|span| more(props, span, &messages)).unwrap_or_default() }
            { span.map(|span| nested(props, span, &messages, &shell.dispatch)).unwrap_or_default() }
        </div>
    }
}

/// Labels beside one another in the palette.
const COLUMNS: isize = 3;

/// The labels that a search finds, best first.
fn found<'a>(labels: &[&'a Label], search: &str) -> Vec<&'a Label> {
    let quality = |label: &Label| {
        [&label.zh, &label.en, &*label.id]
            .iter()
            .filter_map(|name| rank(search, name))
            .min()
    };
    let mut found: Vec<(u8, &Label)> = labels
        .iter()
        .filter_map(|label| Some((quality(label)?, *label)))
        .collect();
    found.sort_by_key(|(quality, _)| *quality);
    found.into_iter().map(|(_, label)| label).collect()
}

/// The labels that were given last.
fn recent(props: &LabelPaletteProps, labels: &[&Label], option: &impl Fn(&Label) -> Html, messages: &Messages) -> Html {
    let mut recent: Vec<&Label> = Vec::new();
    for done in props.open.project.history.done().iter().rev().take(60) {
        use crate::annotate::Verb::{Add, Relabel};
        let label = done
            .gesture
            .label
            .as_ref()
            .filter(|_| matches!(done.gesture.verb, Add | Relabel));
        let label = label.and_then(|id| labels.iter().find(|label| label.id == *id));
        if let Some(label) = label.filter(|label| recent.iter().all(|known| known.id != label.id)) {
            recent.push(label);
        }
        if recent.len() == COLUMNS as usize {
            break;
        }
    }
    if recent.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <p class="section">{ messages.get("palette-recent") }</p>
            // The same labels stand in the list below: there they are named to assistive technology.
            <div class="palette-grid" aria-hidden="true">{ for recent.into_iter().map(|label| without_handle(option(label))) }</div>
        </>
    }
}

/// The picture of an option without what may stand only once in the page.
fn without_handle(option: Html) -> Html {
    match option {
        Html::VTag(tag) => {
            let mut tag = (*tag).clone();
            tag.add_attribute("data-testid", "label-recent");
            tag.add_attribute("id", "");
            Html::VTag(Rc::new(tag))
        }
        other => other,
    }
}

/// All places with the same words; a further piece of the current annotation.
fn more(props: &LabelPaletteProps, span: Span, messages: &Messages) -> Html {
    let (open, is_equal) = (&props.open, props.is_equal);
    let places = match props.palette {
        Palette::Tag(_) => equal_places(&open.project.source, &open.project.store, span).len(),
        Palette::Relabel(_) => 0,
    };
    let can_join = props.palette.selection().is_some() && open.current.is_some();
    html! {
        <More {places} {is_equal} join={can_join.then(|| messages.get("palette-join"))} />
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    places: usize,
    is_equal: bool,
    join: Option<AttrValue>,
}

#[component]
fn More(props: &MoreProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    if props.places < 2 && props.join.is_none() {
        return Html::default();
    }
    html! {
        <div class="palette-more">
            if props.places >= 2 {
                <button class="item" role="checkbox" aria-checked={props.is_equal.to_string()} data-testid="tag-equal" onclick={shell.on(Command::TagEqual)}>
                    <span class="box" aria-hidden="true">if props.is_equal { { icon(Icon::Check) } }</span>
                    { messages.count("palette-equal", props.places) }<Keycap command={Command::TagEqual} />
                </button>
            }
            if let Some(join) = &props.join {
                <button class="item" data-testid="add-fragment" onclick={shell.on(Command::Range(RangeStep::AddFragment))}>
                    { icon(Icon::Plus) }{ join.clone() }<Keycap command={Command::Range(RangeStep::AddFragment)} />
                </button>
            }
        </div>
    }
}

/// What is tagged at this place already.
fn nested(props: &LabelPaletteProps, span: Span, messages: &Messages, dispatch: &Callback<Action>) -> Html {
    let project = &props.open.project;
    let found: Vec<_> = project
        .store
        .overlapping(span)
        .filter(|found| found.status != Status::Rejected && &*found.label != "heading")
        .filter(|found| project.tagset.shows(&found.label))
        .take(5)
        .collect();
    if found.is_empty() {
        return html! { <div class="palette-foot"></div> };
    }
    let item = |found: &&std::sync::Arc<crate::annotate::Annotation>| {
        let (dispatch, id) = (dispatch.clone(), found.id);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::SelectInText(Some(id))));
        let class = (found.status == Status::Accepted).then_some("accepted");
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
    // Once the page has been drawn without it: to give the focus away the browser works out all styles.
    use_effect_with((), |()| {
        || {
            Timeout::new(0, catch_focus).forget();
        }
    });
    use_place(node, *place);
}
