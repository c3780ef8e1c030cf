//! Words that were selected by touch: handles as large as a finger, until a label is chosen.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::handles::Handles;
use crate::text::Span;
use crate::web::document::Layout;
use crate::web::dom::blocks::Places;
use crate::web::dom::geometry::{element_rect, line_rects};
use crate::web::dom::media::use_narrow;
use crate::web::dom::placed::Place;
use crate::web::dom::seen::Seen;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument, Palette};

/// What is selected.
#[derive(Properties, PartialEq)]
pub struct SelectionHandlesProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// What is selected.
    pub span: Span,
    /// What scrolls.
    pub scroller: NodeRef,
    /// The column that the handles are placed in.
    pub column: NodeRef,
    /// What of the text is in view: different whenever what is measured may have moved.
    pub seen: Rc<Seen>,
    /// Shows how far a dragged edge would reach.
    pub preview: Callback<Option<Span>>,
}

/// Handles at both edges of the selected words.
#[component]
pub fn SelectionHandles(props: &SelectionHandlesProps) -> Html {
    let dispatch = use_shell().dispatch;
    let is_narrow = use_narrow();
    let edges = use_state_eq(|| None::<(Place, Place)>);
    {
        let (open, layout, edges) = (props.open.clone(), props.layout.clone(), edges.setter());
        let (scroller, column) = (props.scroller.clone(), props.column.clone());
        use_effect_with(
            (props.span, props.seen.clone(), is_narrow),
            move |(span, _, is_narrow)| {
                let range = Places::new(&open.project.source, &layout).live(*span);
                let lines = range.map(|range| line_rects(&range)).unwrap_or_default();
                let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
                    return edges.set(None);
                };
                if let Some(column) = column.cast::<Element>() {
                    let corner = element_rect(&column);
                    let place = |x: f64, y: f64| Place {
                        left: x - corner.left,
                        top: y - corner.top,
                    };
                    edges.set(Some((
                        place(first.left, first.middle()),
                        place(last.right, last.middle()),
                    )));
                }
                // On a phone the labels cover the lower part of the text.
                if let Some(scroller) = scroller.cast::<Element>().filter(|_| *is_narrow) {
                    let view = element_rect(&scroller);
                    let room = (view.bottom - view.top) * SEEN;
                    if first.top < view.top || last.bottom > view.top + room {
                        scroller.set_scroll_top(scroller.scroll_top() + (first.top - view.top - ABOVE) as i32);
                    }
                }
            },
        );
    }
    let moved = Callback::from(move |span: Span| dispatch.emit(Action::ShowPalette(Palette::Tag(span))));
    match *edges {
        Some(edges) => html! {
            <Handles open={props.open.clone()} layout={props.layout.clone()} span={props.span} {edges} preview={props.preview.clone()} {moved} />
        },
        None => Html::default(),
    }
}

/// The share of the text that is not covered by the labels.
const SEEN: f64 = 0.3;

/// Pixels above selected words that are brought into view.
const ABOVE: f64 = 40.0;
