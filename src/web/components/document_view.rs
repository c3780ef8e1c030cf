//! The reading pane: the text, painted, with what is laid over it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::column::Column;
use super::filling::use_filling;
use super::holding::use_holding;
use super::link_bar::LinkBar;
use super::overlay::{OverlayProps, use_overlay};
use super::overview::Overview;
use super::painting::use_painting;
use super::search_bar;
use super::selecting::use_selection;
use crate::project::Omission;
use crate::text::Span;
use crate::web::document::Layout;
use crate::web::dom::frame::NextFrame;
use crate::web::dom::measure::{bring_into_view, is_well_in_view};
use crate::web::dom::seen::Seen;
use crate::web::dom::selection;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Palette, View};

/// Stretches that have their text at once, more than a window full, and that come with each piece after them.
const FIRST: usize = 5;
const PIECE: usize = 32;

/// Stretches that have their text after the one where the person has gone: more than a window full.
const AROUND: usize = 8;

/// What the reading pane shows.
#[derive(Properties, PartialEq)]
pub struct DocumentViewProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// What is shown around it: hidden labels, filters, search, and the palette, whose words are painted
    /// too.
    pub view: Rc<View>,
    /// What was found.
    pub found: Rc<search_bar::Result>,
    /// The orders without a tag.
    pub omissions: Option<Rc<Vec<Omission>>>,
}

/// The reading pane.
#[component]
pub fn DocumentView(props: &DocumentViewProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let scroller = use_node_ref();
    let column = use_node_ref();
    let preview = use_state_eq(|| None::<Span>);
    let filled = use_filled(props);
    // What is in view is looked up only after the text has been scrolled to where the person goes.
    let has_scrolled = use_memo((), |()| Cell::new(false));
    use_current_in_view(props, &scroller, &has_scrolled);
    use_search_in_view(props, &scroller, &has_scrolled);
    let seen = use_seen(props, (&scroller, &column), filled, &has_scrolled);
    let show_preview = use_callback(preview.setter(), |span, preview| preview.set(span));
    let overlay = use_overlay(&OverlayProps {
        open: props.open.clone(),
        layout: props.layout.clone(),
        hidden: props.view.hidden.clone(),
        filter: props.view.filter.clone(),
        has_glyphs: props.view.has_glyphs,
        omissions: props.omissions.clone(),
        scroller: scroller.clone(),
        column: column.clone(),
        seen: seen.clone(),
        selection: props.view.palette.and_then(Palette::selection),
        preview: show_preview,
    });
    use_painting(props, &seen, *preview, filled);
    use_selection(&props.open, &props.layout);
    use_holding(&props.open, &props.layout);
    let onclick = {
        let (dispatch, open, layout) = (shell.dispatch.clone(), props.open.clone(), props.layout.clone());
        Callback::from(move |event: MouseEvent| {
            let source = &open.project.source;
            if selection::selected(source, &layout).is_some() {
                return;
            }
            let offset = selection::offset_under(source, &layout, event.client_x() as f32, event.client_y() as f32);
            // While there is a caret a click puts it; with Shift it keeps the other end.
            if let Some(offset) = offset.filter(|_| open.caret.is_some()) {
                return dispatch.emit(Action::PutCaret(offset, event.shift_key()));
            }
            dispatch.emit(Action::SelectInText(offset.and_then(|offset| open.at(offset))));
        })
    };
    html! {
        <main class={classes!("reading", props.open.current.map(|_| "walking"))} id="text" tabindex="-1" aria-label={messages.get("text-title")}>
            if let Some(running) = props.open.running {
                <Working done={running.done} total={running.total} key={running.request.0} />
            }
            <div class="reading-scroll" ref={scroller.clone()} tabindex="0" role="region" aria-label={messages.get("text-title")}>
                <article class="column" lang="zh-Hans" data-testid="document" ref={column.clone()} {onclick}>
                    <Column layout={props.layout.clone()} {filled} />
                    { overlay }
                </article>
            </div>
            <LinkBar open={props.open.clone()} />
            <Overview open={props.open.clone()} {scroller} />
        </main>
    }
}

/// How many stretches of the column have their text: those at its beginning, as far as the place where the
/// person has gone, and with time all of them. A search looks at all of the text.
#[hook]
fn use_filled(props: &DocumentViewProps) -> usize {
    let (open, view, stretches) = (&props.open, &props.view, props.layout.stretches());
    let filled = use_filling(stretches.len(), FIRST, PIECE);
    if view.search.is_some() {
        return stretches.len();
    }
    let store = &open.project.store;
    let other = open.linking.as_ref().and_then(|linking| store.get(linking.other?));
    let asked = [
        open.annotation().map(|found| found.span),
        other.map(|other| other.span),
        view.revealed.map(|(span, _)| span),
    ];
    let end = asked.into_iter().flatten().map(Span::end).max();
    let reached = end.map_or(0, |end| {
        stretches.partition_point(|stretch| stretch.span.start() < end) + AROUND
    });
    filled.max(reached).min(stretches.len())
}

/// Brings the current annotation, or the other end of the link that is being made, into view when the person goes
/// there.
#[hook]
fn use_current_in_view(props: &DocumentViewProps, scroller: &NodeRef, has_scrolled: &Rc<Cell<bool>>) {
    let (open, layout, has_scrolled) = (&props.open, props.layout.clone(), has_scrolled.clone());
    let store = &open.project.store;
    let other = open.linking.as_ref().and_then(|linking| store.get(linking.other?));
    let found = other
        .map(|other| other.span)
        .or_else(|| open.annotation().map(|found| found.span));
    let source = open.project.source.clone();
    // Looked up before anything is drawn that would have to be laid out first.
    let is_in_view = *use_memo((open.id.clone(), open.moves), |_| {
        let shown = scroller.cast::<Element>().zip(found);
        shown.is_some_and(|(scroller, span)| is_well_in_view(&scroller, &source, &layout, span))
    });
    let (scroller, deps) = (scroller.clone(), (open.id.clone(), open.moves));
    use_effect_with(deps, move |_| {
        if let (Some(scroller), Some(span), false) = (scroller.cast::<Element>(), found, is_in_view) {
            bring_into_view(&scroller, &source, &layout, span);
            has_scrolled.set(true);
        }
    });
}

/// What of the text is in view: looked up when it is scrolled or something has moved, once a frame.
#[hook]
fn use_seen(
    props: &DocumentViewProps,
    ends: (&NodeRef, &NodeRef),
    filled: usize,
    has_scrolled: &Rc<Cell<bool>>,
) -> Rc<Seen> {
    let ((scroller, column), has_scrolled) = (ends, has_scrolled.clone());
    let seen = use_state_eq(Rc::<Seen>::default);
    let drawn = use_mut_ref(|| 0_u32);
    let look: Rc<dyn Fn()> = {
        let (layout, last, setter) = (props.layout.clone(), use_mut_ref(Seen::default), seen.setter());
        let (scroller, column, drawn) = (scroller.clone(), column.clone(), drawn.clone());
        Rc::new(move || {
            if let (Some(scroller), Some(column)) = (scroller.cast::<Element>(), column.cast::<Element>()) {
                let mut now = Seen::now(&layout, &scroller, &column, &last.borrow());
                now.drawn = *drawn.borrow();
                if *last.borrow() != now {
                    *last.borrow_mut() = now.clone();
                    setter.set(Rc::new(now));
                }
            }
        })
    };
    // What is measured on the text is measured anew when text comes into view, or other text.
    let missing = Some(filled).filter(|filled| *filled < seen.first + seen.places.len());
    use_effect_with((props.layout.clone(), missing), move |_| *drawn.borrow_mut() += 1);
    let deps = (props.open.moves, props.view.revealed, props.layout.clone(), filled);
    {
        let (look, known) = (look.clone(), use_mut_ref(|| None));
        use_effect_with(deps, move |(.., layout, filled)| {
            let drawn = Some((layout.clone(), *filled));
            let is_drawn = *known.borrow() != drawn;
            if has_scrolled.take() || is_drawn {
                look();
            }
            *known.borrow_mut() = drawn;
        });
    }
    let deps = (props.layout.clone(), scroller.clone(), column.clone());
    use_effect_with(deps, move |(_, scroller, column)| {
        let next = Rc::new(NextFrame::new(move || look()));
        let resized = next.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || resized.ask());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        let (scroller, column) = (scroller.cast::<Element>(), column.cast::<Element>());
        if let Some(observer) = &observer {
            [&scroller, &column]
                .into_iter()
                .flatten()
                .for_each(|element| observer.observe(element));
        }
        let listener = scroller.map(|scroller| EventListener::new(&scroller, "scroll", move |_| next.ask()));
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((listener, on_resize));
        }
    });
    (*seen).clone()
}

/// Brings the current find, or words that were asked for, into view.
#[hook]
fn use_search_in_view(props: &DocumentViewProps, scroller: &NodeRef, has_scrolled: &Rc<Cell<bool>>) {
    let source = props.open.project.source.clone();
    let here = search_bar::current(props.view.search.as_ref(), &props.found).map(|(_, span)| span);
    let show = {
        let (layout, scroller, has_scrolled) = (props.layout.clone(), scroller.clone(), has_scrolled.clone());
        Rc::new(move |span: Option<Span>| {
            if let (Some(scroller), Some(span)) = (scroller.cast::<Element>(), span) {
                bring_into_view(&scroller, &source, &layout, span);
                has_scrolled.set(true);
            }
        })
    };
    {
        let show = show.clone();
        use_effect_with(here, move |span| show(*span));
    }
    use_effect_with(props.view.revealed, move |revealed| {
        show(revealed.map(|(span, _)| span))
    });
}

#[derive(Properties, PartialEq)]
struct WorkingProps {
    done: u8,
    total: u8,
}

/// Says what is going on, if it takes longer than a second, and offers to stop it.
#[component]
fn Working(props: &WorkingProps) -> Html {
    let messages = use_messages();
    let shell = use_shell();
    let is_long = use_state(|| false);
    {
        let is_long = is_long.setter();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(1_000, move || is_long.set(true));
            move || drop(timeout)
        });
    }
    if !*is_long {
        return Html::default();
    }
    let words = messages.with(
        "working",
        &[
            ("done", (props.done + 1).min(props.total).into()),
            ("total", props.total.into()),
        ],
    );
    html! {
        <div class="working" role="status">
            <span>{ words }</span>
            <button class="button" data-testid="cancel" onclick={shell.to(Action::CancelExtraction)}>{ messages.get("cancel") }</button>
        </div>
    }
}
