//! The caret in the text. It is drawn over the text; where lines end only the browser knows, so steps
//! by lines are taken here.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::text::{ByteOffset, Source, Span};
use crate::web::command::Motion;
use crate::web::document::Layout;
use crate::web::dom::blocks::Places;
use crate::web::dom::geometry::{Rect, element_rect, line_rects};
use crate::web::dom::measure::bring_into_view;
use crate::web::dom::seen::Seen;
use crate::web::dom::selection::offset_under;
use crate::web::shell::use_shell;
use crate::web::state::{Action, OpenDocument};

/// What the caret stands in.
#[derive(Properties, PartialEq)]
pub struct CaretViewProps {
    /// The document.
    pub open: Rc<OpenDocument>,
    /// How its text is set.
    pub layout: Rc<Layout>,
    /// What scrolls.
    pub scroller: NodeRef,
    /// The column that the caret is placed in.
    pub column: NodeRef,
    /// What of the text is in view: different whenever what is measured may have moved.
    pub seen: Rc<Seen>,
}

/// The caret, while there is one.
#[component]
pub fn CaretView(props: &CaretViewProps) -> Html {
    let dispatch = use_shell().dispatch;
    let node = use_node_ref();
    let caret = props.open.caret;
    {
        let (open, layout, scroller) = (props.open.clone(), props.layout.clone(), props.scroller.clone());
        let deps = (caret, props.layout.clone());
        use_effect_with(deps, move |(caret, _)| {
            let Some((caret, scroller)) = caret.zip(scroller.cast::<Element>()) else {
                return;
            };
            let source = &open.project.source;
            match caret.wish {
                Some((motion, extend)) => {
                    let to = by_line(source, &layout, caret.focus, motion).unwrap_or(caret.focus);
                    dispatch.emit(Action::PutCaret(to, extend));
                }
                None => bring_into_view(&scroller, source, &layout, around(source, caret.focus)),
            }
        });
    }
    {
        let (open, layout, column, node) = (
            props.open.clone(),
            props.layout.clone(),
            props.column.clone(),
            node.clone(),
        );
        let deps = (caret, props.layout.clone(), props.seen.clone());
        use_effect_with(deps, move |(caret, ..)| {
            let place = caret.and_then(|caret| place(&open.project.source, &layout, caret.focus));
            if let (Some(place), Some(column), Some(element)) =
                (place, column.cast::<Element>(), node.cast::<HtmlElement>())
            {
                let corner = element_rect(&column);
                let style = element.style();
                let _ = style.set_property("left", &format!("{}px", (place.left - corner.left).round()));
                let _ = style.set_property("top", &format!("{}px", (place.top - corner.top).round()));
                let _ = style.set_property("height", &format!("{}px", (place.bottom - place.top).round()));
            }
        });
    }
    match caret {
        Some(_) => html! { <div class="caret" data-testid="caret" ref={node}></div> },
        None => Html::default(),
    }
}

/// The character after an offset, or before it at the end of a line.
fn around(source: &Source, at: ByteOffset) -> Span {
    let text = source.text();
    match text[at.index()..].chars().next() {
        Some(char) if char != '\n' && char != '\r' => Span::at(at.index(), at.index() + char.len_utf8()),
        _ => {
            let before = text[..at.index()].chars().next_back().map_or(0, char::len_utf8);
            Span::at(at.index() - before, at.index())
        }
    }
}

/// Where the caret is drawn, in the window: a rectangle without width.
fn place(source: &Source, layout: &Layout, at: ByteOffset) -> Option<Rect> {
    let span = around(source, at);
    let range = Places::new(source, layout).live(span)?;
    let rect = *line_rects(&range).first()?;
    let x = if span.start() == at { rect.left } else { rect.right };
    Some(Rect {
        left: x,
        right: x,
        ..rect
    })
}

/// The offset above or below, or at either end of the line.
fn by_line(source: &Source, layout: &Layout, at: ByteOffset, motion: Motion) -> Option<ByteOffset> {
    let here = place(source, layout, at)?;
    let block = layout.blocks().get(layout.block_at_or_before(ByteOffset(at.0 + 1))?)?;
    let edges = line_rects(&Places::new(source, layout).live(block.span)?);
    let line = edges
        .iter()
        .find(|line| line.top < here.middle() && here.middle() < line.bottom)?;
    let under = |x: f64, y: f64| offset_under(source, layout, x as f32, y as f32);
    match motion {
        Motion::LineStart => under(line.left + 1.0, here.middle()),
        Motion::LineEnd => under(line.right - 1.0, here.middle()),
        Motion::Up | Motion::Down => {
            let height = here.bottom - here.top;
            // Between paragraphs there is a gap: look further until there is text.
            (1..=4).find_map(|step| {
                let by = height * 0.45 * f64::from(step) + height * 0.5;
                let y = if motion == Motion::Up {
                    here.middle() - by
                } else {
                    here.middle() + by
                };
                under(here.left + 1.0, y).filter(|found| *found != at && crossed(source, layout, *found, here))
            })
        }
        _ => None,
    }
}

/// Whether an offset stands on another line than the caret.
fn crossed(source: &Source, layout: &Layout, at: ByteOffset, here: Rect) -> bool {
    place(source, layout, at).is_some_and(|there| there.top > here.middle() || there.bottom < here.middle())
}
