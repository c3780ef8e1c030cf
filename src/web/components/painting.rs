//! Paints the marks of the text after each change, and only what has changed.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use web_sys::{Element, window};
use yew::prelude::*;

use super::document_view::DocumentViewProps;
use super::search_bar;
use crate::annotate::{AnnotationId, Name, TagSet};
use crate::project::{Omission, Project};
use crate::text::{Source, Span};
use crate::web::document::{Band, Layout, Piece, bands, bands_of};
use crate::web::dom::blocks::Places;
use crate::web::dom::highlight::Painter;
use crate::web::dom::measure::surroundings;
use crate::web::find::Filter;
use crate::web::gesture::waiting;
use crate::web::state::Palette;
use crate::web::timing::{Moment, Work, end, mark};

/// Paints the marks, and what is shown over them: omissions, what is to be looked at, what was found, and the
/// words of the palette, of the caret or of a dragged edge. `filled` is how many stretches have their text.
#[hook]
pub fn use_painting(props: &DocumentViewProps, scroller: &NodeRef, preview: Option<Span>, filled: usize) {
    let part = use_part(props, scroller);
    let filled = filled.min(stretches_to(&props.layout, part));
    let painter = use_mut_ref(Painter::default);
    let painted = use_mut_ref(|| None::<Painted>);
    let (project, layout, view) = (&props.open.project, &props.layout, &props.view);
    {
        let painter = painter.clone();
        let now = Painted {
            project: project.clone(),
            layout: layout.clone(),
            hidden: view.hidden.clone(),
            filter: view.filter.clone(),
            part,
            filled,
        };
        use_effect_with(now, move |now| {
            now.paint(painted.borrow_mut().replace(now.clone()), &mut painter.borrow_mut());
            if !is_bare(now.part) {
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
    let omitted = props.omissions.iter().flat_map(|found| found.iter());
    let omitted = omitted.filter(|omission| part.is_none_or(|part| part.overlaps(omission.span)));
    let unsure = waiting(&project.store).filter_map(|review| project.store.get(review.id));
    let current = search_bar::current(view.search.as_ref(), &props.found).map(|(_, span)| span);
    let selected = || view.palette.and_then(Palette::selection);
    let tagging = preview.or_else(selected).or_else(|| props.open.selection());
    let spans_found = props.found.as_ref().as_ref().map_or(&[][..], Vec::as_slice);
    use_shown(
        &painter,
        show("omission", omitted.map(|omission: &Omission| omission.span).collect()),
    );
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
        Rc::ptr_eq(&self.project, &other.project) && self.has_same_text(other) && self.is_like(other)
    }
}

impl Painted {
    /// Whether everything but the annotations and the part is the same.
    fn is_like(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.layout, &other.layout)
            && Arc::ptr_eq(&self.project.tagset, &other.project.tagset)
            && self.hidden == other.hidden
            && self.filter == other.filter
    }

    fn has_same_text(&self, other: &Self) -> bool {
        (self.part, self.filled) == (other.part, other.filled)
    }

    fn paint(&self, last: Option<Self>, painter: &mut Painter) {
        let (store, tagset): (_, &TagSet) = (&self.project.store, &self.project.tagset);
        let mut places = Places::new(&self.project.source, &self.layout);
        let is_shown = |id: AnnotationId| {
            self.filter.is_open() || store.get(id).is_some_and(|found| self.filter.lets_through(found))
        };
        if let Some(last) = last.as_ref().filter(|last| self.is_like(last)) {
            let difference = store.since(&last.project.store);
            // What lies within something that has changed may be nested less or more deeply now.
            let within = difference.both().flat_map(|changed| store.overlapping(changed.span));
            let ids: BTreeSet<AnnotationId> = difference.both().chain(within).map(|found| found.id).collect();
            for id in ids {
                let found = store.get(id).filter(|_| is_shown(id));
                let bands: Vec<(Piece, Band)> = found
                    .map(|found| bands_of(found, store, tagset, &self.hidden))
                    .unwrap_or_default();
                painter.repaint(id, &bands, &mut places);
            }
            if !self.has_same_text(last) {
                painter.look_at(self.part, &mut places);
            }
            return;
        }
        if last.is_none_or(|last| !Rc::ptr_eq(&last.layout, &self.layout)) {
            painter.forget();
        }
        let mut shown = bands(store, tagset, &self.hidden);
        shown.retain(|(id, _), _| is_shown(*id));
        painter.paint(shown, self.part, &mut places);
    }
}

/// The part of the text that is painted: what is in view, with so much around it that scrolling a little
/// changes nothing. On paper it is all of it.
#[hook]
fn use_part(props: &DocumentViewProps, scroller: &NodeRef) -> Option<Span> {
    let part = use_state_eq(|| Some(Span::default()));
    let look: Rc<dyn Fn()> = {
        let (part, layout, scroller) = (part.clone(), props.layout.clone(), scroller.clone());
        Rc::new(move || {
            if let Some(scroller) = scroller.cast::<Element>() {
                part.set(surroundings(&layout, &scroller, *part));
            }
        })
    };
    {
        let look = look.clone();
        // Going somewhere scrolls the text.
        let deps = (props.open.moves, props.view.revealed, props.layout.clone());
        use_effect_with(deps, move |_| look());
    }
    {
        let (part, scroller) = (part.setter(), scroller.clone());
        use_effect_with(props.layout.clone(), move |_| {
            let print = {
                let part = part.clone();
                move |_: &web_sys::Event| part.set(None)
            };
            let (again, resized) = (look.clone(), look.clone());
            let scrolled = scroller
                .cast::<Element>()
                .map(|scroller| EventListener::new(&scroller, "scroll", move |_| look()));
            let printed = window().map(|window| {
                [
                    EventListener::new(&window, "beforeprint", print),
                    EventListener::new(&window, "afterprint", move |_| again()),
                    EventListener::new(&window, "resize", move |_| resized()),
                ]
            });
            move || drop((scrolled, printed))
        });
    }
    *part
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
