//! What is laid over the text: the ring around the current mark, the glyphs in the gutter, the
//! action bar. Measured from what the browser has laid out; never changes the text.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::action_bar::ActionBar;
use super::beside::{Beside, omitted, signs};
use super::caret::CaretView;
use super::handles::Handles;
use super::selection_handles::SelectionHandles;
use crate::annotate::{Annotation, Name};
use crate::project::Omission;
use crate::text::Span;
use crate::web::ambient::now;
use crate::web::document::Layout;
use crate::web::dom::margin::{KnownLines, LinesOf};
use crate::web::dom::measure::{Measured, measure};
use crate::web::dom::media::use_coarse;
use crate::web::dom::seen::Seen;
use crate::web::find::Filter;
use crate::web::shell::use_shell;
use crate::web::state::{Action, Edit, OpenDocument};

/// What the overlay needs.
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
    /// What of the text is in view.
    pub seen: Rc<Seen>,
    /// The column that the overlay covers.
    pub column: NodeRef,
    /// Shows how far a dragged edge would reach.
    pub preview: Callback<Option<Span>>,
    /// The words that a label is being chosen for.
    pub selection: Option<Span>,
}

/// Ring, glyphs and action bar. A part of what shows the text, so that it measures before the panes beside it are drawn:
/// none of them moves the text, but all of them would have to be laid out first.
#[hook]
pub fn use_overlay(props: &OverlayProps) -> Html {
    let (open, layout, seen) = (&props.open, &props.layout, &props.seen);
    let is_coarse = use_coarse();
    let measured = use_measured(props);
    let project = &open.project;
    let hidden: Option<&[Name]> = props.has_glyphs.then_some(&props.hidden);
    let omissions = props.omissions.as_deref().map(Vec::as_slice);
    let known_lines = use_mut_ref(KnownLines::default);
    known_lines.borrow_mut().keep(seen.part(layout));
    let beside = seen.stretches(layout).map(|(stretch, (top, height))| {
        let signs = hidden
            .map(|hidden| signs(project, stretch, hidden, &props.filter))
            .unwrap_or_default();
        let omissions = omitted(omissions, stretch);
        let current = open.current.filter(|id| signs.iter().any(|sign| sign.id == *id));
        let starts = signs.iter().map(|sign| sign.start);
        let wanted = LinesOf {
            offsets: starts.chain(omissions.iter().map(|span| span.start())).collect(),
            height,
            text: seen.text,
            drawn: seen.drawn,
        };
        let lines = known_lines.borrow_mut().of(&project.source, layout, stretch, wanted);
        html! {
            <Beside key={stretch.span.start().0} {top} text={seen.text} {signs} {omissions} {lines} {current} />
        }
    });
    let beside: Html = beside.collect();
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
                <g>{ beside }</g>
                if let Some(ring) = measured.ring.clone().filter(|_| open.current.is_some()) {
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
                <SelectionHandles open={props.open.clone()} layout={props.layout.clone()} {span} scroller={props.scroller.clone()} column={props.column.clone()} seen={seen.clone()}
                    preview={props.preview.clone()} />
            }
            <CaretView open={props.open.clone()} layout={props.layout.clone()} scroller={props.scroller.clone()} column={props.column.clone()} seen={seen.clone()} />
        </>
    }
}

/// Where ring and action bar go. They stand where they are as long as the text does, and are measured again only
/// while they can be seen.
#[hook]
fn use_measured(props: &OverlayProps) -> Rc<Measured> {
    let (open, layout, seen) = (&props.open, &props.layout, &props.seen);
    let is_seen = |found: &Annotation| found.spans().any(|span| seen.shows(layout, span));
    let is_current_seen = open.annotation().is_some_and(is_seen) || open.linking.is_some();
    let deps = (
        open.clone(),
        layout.clone(),
        is_current_seen.then(|| seen.clone()),
        seen.drawn,
        props.column.clone(),
    );
    let text = seen.text;
    use_memo(deps, move |(open, layout, .., column)| {
        let column = column.cast::<Element>();
        column.map_or_else(Measured::default, |column| measure(open, layout, text, &column))
    })
}
