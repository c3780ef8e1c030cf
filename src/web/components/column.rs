//! The text alone: blocks in stretches, rendered again only if the layout changes.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::block::{BlockView, DebrisStrip};
use crate::web::document::{Layout, Row, Stretch};
use crate::web::dom::blocks::stretch_id;

/// How the text is set.
#[derive(Properties, PartialEq)]
pub struct ColumnProps {
    /// How the text is set.
    pub layout: Rc<Layout>,
    /// How many stretches have their text; the others are only as high as it.
    pub filled: usize,
}

/// The text alone.
#[component]
pub fn Column(ColumnProps { layout, filled }: &ColumnProps) -> Html {
    html! {
        for (index, stretch) in layout.stretches().iter().enumerate() {
            <StretchView key={stretch.span.start().0} stretch={stretch.clone()} is_filled={index < *filled} />
        }
    }
}

#[derive(Properties, PartialEq)]
struct StretchProps {
    stretch: Rc<Stretch>,
    is_filled: bool,
}

#[component]
fn StretchView(StretchProps { stretch, is_filled }: &StretchProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), stretch.lines()), |(node, lines)| {
        // What a stretch is taken to be high until it has been in view: lines of 34 pixels.
        if let Some(element) = node.cast::<HtmlElement>() {
            let _ = element
                .style()
                .set_property("contain-intrinsic-height", &format!("auto {}px", lines * 34));
        }
    });
    let class = classes!("stretch", stretch.is_continued.then_some("continued"));
    html! {
        <div {class} id={stretch_id(stretch)} ref={node}>
            for row in stretch.rows.iter().filter(|_| *is_filled) {
                { view_row(row) }
            }
        </div>
    }
}

fn view_row(row: &Row) -> Html {
    match row {
        Row::Text(block) => html! { <BlockView key={block.start.0} block={block.clone()} /> },
        Row::Debris(blocks) => {
            let key = blocks.first().map_or(0, |block| block.start.0);
            html! { <DebrisStrip {key} blocks={blocks.clone()} /> }
        }
    }
}
