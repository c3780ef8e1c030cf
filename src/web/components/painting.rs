//! Paints the marks of the text after each change, and only what has changed.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::window;
use yew::prelude::*;

use super::document_view::DocumentViewProps;
use super::search_bar;
use crate::annotate::{AnnotationId, Name};
use crate::project::{Omission, Project};
use crate::text::{Source, Span};
use crate::web::document::{Layout, bands};
use crate::web::dom::blocks::Places;
use crate::web::dom::highlight::Painter;
use crate::web::dom::seen::Seen;
use crate::web::find::Filter;
use crate::web::gesture::waiting;
use crate::web::state::Palette;
use crate::web::timing::{Moment, Work, end, mark};

/// Paints the marks, and what is shown over them: omissions, what is to be looked at, what was found, and the
/// words of the palette, of the caret or of a dragged edge. `filled` is how many stretches have their text.
#[hook]
pub fn use_painting(props: &DocumentViewProps, seen: &Seen, preview: Option<Span>, filled: usize) {
    let part = use_part(&props.layout, seen);
    let filled = filled.min(stretches_to(&props.layout, part));
    let painter = use_mut_ref(Painter::default);
    let painted = use_mut_ref(|| None::<Rc<Layout>>);
    let (project, layout, view) = (&props.open.project, &props.layout, &props.view);
    {
        let painter = painter.clone();
        use_effect_with((), move |()| move || painter.borrow_mut().forget());
    }
    {
        let painter = painter.clone();
        let now = Painted {
            project: project.clone(),
            scattered: props.open.index.scattered().clone(),
            layout: layout.clone(),
            hidden: view.hidden.clone(),
            filter: view.filter.clone(),
            part,
            filled,
        };
        use_effect_with(now, move |now| {
            let mut painter = painter.borrow_mut();
            let last = painted.borrow_mut().replace(now.layout.clone());
            if last.is_none_or(|last| !Rc::ptr_eq(&last, &now.layout)) {
                painter.forget();
            }
            if !is_bare(now.part) {
                now.paint(&mut painter);
                mark(Moment::Painted);
            }
        });
    }
    let show = |name: &'static str, spans: Vec<Span>| Shown {
        name,
        spans,
        source: project.source.clone(),
        layout: layout.clone(),
        filled,
    };
    let is_in_part = |span: &Span| part.is_none_or(|part| part.overlaps(*span));
    let omitted = props.omissions.iter().flat_map(|found| found.iter());
    let omitted = omitted.map(|omission: &Omission| omission.span).filter(is_in_part);
    let unsure = waiting(&project.store).filter_map(|review| project.store.get(review.id));
    let current = search_bar::current(view.search.as_ref(), &props.found).map(|(_, span)| span);
    let selected = || view.palette.and_then(Palette::selection);
    let tagging = preview.or_else(selected).or_else(|| props.open.selection());
    let spans_found = props.found.as_ref().as_ref().map_or(&[][..], Vec::as_slice);
    use_shown(&painter, show("omission", omitted.collect()));
    use_shown(&painter, show("review", unsure.map(|found| found.span).collect()));
    use_shown(&painter, show("found", spans_found.to_vec()));
    use_shown(&painter, show("found-here", current.into_iter().collect()));
    use_shown(&painter, show("tagging", tagging.into_iter().collect()));
    let is_extracted = props.open.running.is_none();
    use_effect_with(
        (props.open.clone(), view.clone(), is_bare(part)),
        move |(.., is_bare)| {
            end(Work::Edit);
            if is_extracted && !is_bare {
                end(Work::Opening);
            }
        },
    );
}

/// What the marks are painted from.
#[derive(Clone)]
struct Painted {
    project: Rc<Project>,
    scattered: Rc<Vec<AnnotationId>>,
    layout: Rc<Layout>,
    hidden: Vec<Name>,
    filter: Filter,
    /// The part of the text that is painted; `None` for all of it.
    part: Option<Span>,
    /// How many stretches to the end of the part have their text.
    filled: usize,
}

impl PartialEq for Painted {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.project, &other.project)
            && Rc::ptr_eq(&self.layout, &other.layout)
            && (self.part, self.filled) == (other.part, other.filled)
            && self.hidden == other.hidden
            && self.filter == other.filter
    }
}

impl Painted {
    fn paint(&self, painter: &mut Painter) {
        let (store, tagset) = (&self.project.store, &self.project.tagset);
        let mut shown = bands(store, tagset, &self.hidden, self.part, &self.scattered);
        if !self.filter.is_open() {
            shown.retain(|(id, _), _| store.get(*id).is_some_and(|found| self.filter.lets_through(found)));
        }
        painter.paint(shown, &mut Places::new(&self.project.source, &self.layout));
    }
}

/// Stretches before and after those in view that must be painted with them, and that are if any are missing.
const NEAR: usize = 1;
const FAR: usize = 3;

/// The part of the text that is painted: what is in view, with so much around it that scrolling a little
/// changes nothing. On paper it is all of it.
#[hook]
fn use_part(layout: &Rc<Layout>, seen: &Seen) -> Option<Span> {
    let is_printing = use_printing();
    let last = use_mut_ref(Span::default);
    if is_printing {
        return None;
    }
    let stretches = layout.stretches();
    let around = |more: usize| {
        let from = seen.first.saturating_sub(more);
        let to = (seen.first + seen.places.len() + more).min(stretches.len());
        let shown = stretches.get(from..to).filter(|_| !seen.places.is_empty())?;
        Some(shown.first()?.span.union(shown.last()?.span))
    };
    let mut last = last.borrow_mut();
    match around(NEAR) {
        Some(near) if !last.covers(near) => *last = around(FAR).unwrap_or(near),
        Some(_) => {}
        None => *last = Span::default(),
    }
    Some(*last)
}

/// Whether the page is being printed.
#[hook]
fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    let setter = is_printing.setter();
    use_effect_with((), move |()| {
        let set = |event: &'static str, is_printing: bool| {
            let setter = setter.clone();
            window().map(|window| EventListener::new(&window, event, move |_| setter.set(is_printing)))
        };
        let listeners = (set("beforeprint", true), set("afterprint", false));
        move || drop(listeners)
    });
    *is_printing
}

/// How many stretches there are to the end of a part.
fn stretches_to(layout: &Layout, part: Option<Span>) -> usize {
    let stretches = layout.stretches();
    part.map_or(stretches.len(), |part| {
        stretches.partition_point(|stretch| stretch.span.start() < part.end())
    })
}

/// Whether nothing is painted, because it is not known yet what is in view.
fn is_bare(part: Option<Span>) -> bool {
    part.is_some_and(Span::is_empty)
}

/// Spans that are painted under a name of their own.
struct Shown {
    name: &'static str,
    spans: Vec<Span>,
    source: Source,
    layout: Rc<Layout>,
    filled: usize,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.layout, &other.layout) && self.filled == other.filled && self.spans == other.spans
    }
}

#[hook]
fn use_shown(painter: &Rc<std::cell::RefCell<Painter>>, shown: Shown) {
    let painter = painter.clone();
    use_effect_with(shown, move |shown| {
        let mut places = Places::new(&shown.source, &shown.layout);
        painter.borrow_mut().show(shown.name, &shown.spans, &mut places);
    });
}
