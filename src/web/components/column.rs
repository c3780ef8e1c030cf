//! The text alone: blocks in stretches, stretches in bundles; rendered again only if the layout changes.

use std::rc::Rc;

use yew::prelude::*;

use super::block::{BlockView, DebrisStrip};
use super::height::use_height;
use crate::web::document::{BUNDLE, Layout, Row, Stretch};
use crate::web::dom::blocks::{bundle_id, stretch_id};

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
        for (index, bundle) in layout.stretches().chunks(BUNDLE).enumerate() {
            <Bundle key={bundle[0].span.start().0} stretches={bundle.to_vec()} filled={filled.saturating_sub(index * BUNDLE).min(bundle.len())} />
        }
    }
}

#[derive(Properties, PartialEq)]
struct BundleProps {
    /// There is at least one.
    stretches: Vec<Rc<Stretch>>,
    filled: usize,
}

/// Stretches that the browser passes over together while they are far away.
#[component]
fn Bundle(BundleProps { stretches, filled }: &BundleProps) -> Html {
    let node = use_node_ref();
    let height = stretches.iter().map(|stretch| stretch.height()).sum();
    use_height(node.clone(), height);
    // A bundle without text has no stretches either: nobody can be there.
    let shown = if *filled > 0 { stretches.len() } else { 0 };
    let class = classes!("bundle", stretches[0].is_continued.then_some("continued"));
    html! {
        <div {class} id={bundle_id(&stretches[0])} ref={node}>
            for (index, stretch) in stretches[..shown].iter().enumerate() {
                <StretchView key={stretch.span.start().0} stretch={stretch.clone()} is_filled={index < *filled} />
            }
        </div>
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
    use_height(node.clone(), stretch.height());
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
