//! What is laid over the text: the ring around the current mark, the glyphs in the gutter, the
//! action bar. Measured from what the browser has laid out; never changes the text.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, window};
use yew::prelude::*;

use super::action_bar::ActionBar;
use super::caret::CaretView;
use super::handles::Handles;
use super::selection_handles::SelectionHandles;
use crate::annotate::{AnnotationId, Name, Status};
use crate::project::Omission;
use crate::text::Span;
use crate::web::ambient::now;
use crate::web::document::Layout;
use crate::web::dom::margin::margin_marks;
use crate::web::dom::measure::{GutterGlyph, Measured, bring_into_view, measure};
use crate::web::dom::media::use_coarse;
use crate::web::dom::placed::Place;
use crate::web::find::Filter;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument, Tab};

/// What the overlay needs.
#[derive(Properties, PartialEq)]
pub struct OverlayProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// Labels that are not painted.
    pub hidden: Vec<Name>,
    /// Which annotations are shown.
    pub filter: Filter,
    /// The orders without a tag.
    pub omissions: Option<Rc<Vec<Omission>>>,
    /// Whether each statement has its glyph beside it.
    pub has_glyphs: bool,
    /// What scrolls.
    pub scroller: NodeRef,
    /// The column that the overlay covers.
    pub column: NodeRef,
    /// Shows how far a dragged edge would reach.
    pub preview: Callback<Option<Span>>,
    /// The words that a label is being chosen for.
    pub selection: Option<Span>,
}

/// Ring, glyphs and action bar.
#[component]
pub fn Overlay(props: &OverlayProps) -> Html {
    let measured = use_state_eq(Measured::default);
    let triangles = use_state_eq(Vec::new);
    let is_coarse = use_coarse();
    let tick = use_tick(props.scroller.clone(), props.column.clone());
    {
        let (open, layout, scroller) = (props.open.clone(), props.layout.clone(), props.scroller.clone());
        use_effect_with((open.id.clone(), open.moves), move |_| {
            let other = open
                .linking
                .as_ref()
                .and_then(|linking| open.project.store.get(linking.other?));
            let found = other
                .map(|other| other.span)
                .or_else(|| open.annotation().map(|found| found.span));
            if let (Some(scroller), Some(span)) = (scroller.cast::<Element>(), found) {
                bring_into_view(&scroller, &open.project.source, &layout, span);
            }
        });
    }
    {
        let measured = measured.setter();
        let (scroller, column) = (props.scroller.clone(), props.column.clone());
        let deps = (
            props.open.clone(),
            props.layout.clone(),
            props.hidden.clone(),
            props.has_glyphs,
            (props.omissions.clone(), props.filter.clone()),
            tick,
        );
        let triangles = triangles.setter();
        use_effect_with(
            deps,
            move |(open, layout, hidden, has_glyphs, (omissions, filter), _)| {
                if let (Some(scroller), Some(column)) = (scroller.cast::<Element>(), column.cast::<Element>()) {
                    let hidden = if *has_glyphs { Some(&**hidden) } else { None };
                    let mut all = measure(open, layout, hidden, &scroller, &column);
                    if !filter.is_open() {
                        let store = &open.project.store;
                        all.glyphs
                            .retain(|glyph| store.get(glyph.id).is_some_and(|found| filter.lets_through(found)));
                    }
                    measured.set(all);
                    let spans: Vec<Span> = omissions
                        .iter()
                        .flat_map(|found| found.iter().map(|omission| omission.span))
                        .collect();
                    triangles.set(margin_marks(&open.project.source, layout, &spans, &scroller, &column));
                }
            },
        );
    }
    let selection = props.selection.filter(|_| is_coarse);
    let resize = {
        let (dispatch, current) = (use_shell().dispatch, props.open.current);
        Callback::from(move |span: Span| {
            if let Some(id) = current {
                dispatch.emit(Action::Edit(Edit::Resize(id, span), now()));
            }
        })
    };
    let is_idle = props.open.caret.is_none() && props.open.linking.is_none();
    let is_shown = props.open.current.is_some() && props.open.running.is_none() && is_idle;
    html! {
        <>
            <svg class="overlay" aria-hidden="true">
                for glyph in measured.glyphs.iter() {
                    <Glyph key={glyph.id.0} glyph={glyph.clone()} is_current={props.open.current == Some(glyph.id)}
                        tone={props.open.project.tagset.tone(&glyph.label).to_owned()} />
                }
                for (span, place) in triangles.iter() {
                    <Triangle key={span.start().0} span={*span} place={*place} />
                }
                if let Some(ring) = measured.ring.clone().filter(|_| props.open.current.is_some()) {
                    <path class="ring" d={ring} />
                }
                if let Some(other) = &measured.other {
                    <path class="ring other" d={other.clone()} />
                }
            </svg>
            if is_shown {
                if let Some((edges, current)) = measured.edges.zip(props.open.annotation()).filter(|_| selection.is_none()) {
                    <Handles open={props.open.clone()} layout={props.layout.clone()} span={current.span} {edges} preview={props.preview.clone()} moved={resize} />
                }
                <ActionBar place={measured.bar} />
            }
            if let Some(span) = selection {
                <SelectionHandles open={props.open.clone()} layout={props.layout.clone()} {span} scroller={props.scroller.clone()} column={props.column.clone()} {tick}
                    preview={props.preview.clone()} />
            }
            <CaretView open={props.open.clone()} layout={props.layout.clone()} scroller={props.scroller.clone()} column={props.column.clone()} {tick} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct TriangleProps {
    span: Span,
    place: Place,
}

/// Marks an order without a tag in the right margin; a click shows the list of them.
#[component]
fn Triangle(TriangleProps { span, place }: &TriangleProps) -> Html {
    let dispatch = use_shell().dispatch;
    let span = *span;
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        dispatch.emit(Action::ShowTab(Tab::Omissions));
        dispatch.emit(Action::Reveal(span));
    });
    let (x, y) = (place.left.round(), place.top.round());
    html! {
        <g class="omitted" {onclick}>
            <rect x={(x - 2.0).to_string()} y={(y - 2.0).to_string()} width="22" height="22" />
            <path d={format!("M{} {}l6.4 11.2h-12.8ZM{} {}v3.6M{} {}v.1", x + 9.0, y + 3.0, x + 9.0, y + 7.0, x + 9.0, y + 12.4)} />
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct GlyphProps {
    glyph: GutterGlyph,
    is_current: bool,
    tone: String,
}

#[component]
fn Glyph(
    GlyphProps {
        glyph,
        is_current,
        tone,
    }: &GlyphProps,
) -> Html {
    let dispatch = use_shell().dispatch;
    let id: AnnotationId = glyph.id;
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        dispatch.emit(Action::SelectInText(Some(id)));
    });
    let class = classes!(
        "gutter",
        (glyph.status == Status::Suggested).then_some("suggested"),
        is_current.then_some("current")
    );
    let (x, y) = (glyph.left.round(), glyph.top.round());
    html! {
        <g {class} data-tone={tone.clone()} {onclick}>
            <rect x={(x + 0.5).to_string()} y={(y + 0.5).to_string()} width="19" height="19" rx="4" />
            <text x={(x + 10.0).to_string()} y={(y + 14.5).to_string()}>{ glyph.sign.clone() }</text>
        </g>
    }
}

/// Rises whenever what is measured may have moved: after scrolling and resizing, once a frame.
#[hook]
fn use_tick(scroller: NodeRef, column: NodeRef) -> u32 {
    let tick = use_state(|| 0_u32);
    let count = use_mut_ref(|| 0_u32);
    let setter = tick.setter();
    use_effect_with((), move |()| {
        let is_waiting = Rc::new(std::cell::Cell::new(false));
        let raise: Rc<dyn Fn()> = Rc::new(move || {
            if is_waiting.replace(true) {
                return;
            }
            let (is_waiting, count, setter) = (is_waiting.clone(), count.clone(), setter.clone());
            let frame = Closure::once_into_js(move || {
                is_waiting.set(false);
                *count.borrow_mut() += 1;
                setter.set(*count.borrow());
            });
            if let Some(window) = window() {
                let _ = window.request_animation_frame(frame.unchecked_ref());
            }
        });
        let on_resize = {
            let raise = raise.clone();
            Closure::<dyn FnMut()>::new(move || raise())
        };
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(column)) = (&observer, column.cast::<Element>()) {
            observer.observe(&column);
        }
        let listener = scroller
            .cast::<Element>()
            .map(|scroller| EventListener::new(&scroller, "scroll", move |_| raise()));
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((listener, on_resize));
        }
    });
    *tick
}
