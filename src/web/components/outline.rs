//! The outline: sections with what is left to decide in each.

use std::rc::Rc;

use yew::prelude::*;

use super::filling::use_filling;
use super::height::use_height;
use super::icon::{Icon, icon};
use crate::annotate::AnnotationId;
use crate::web::document::Section;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// Sections that come with a piece, more than a window full. At first there are none: the text comes before them.
const PIECE: usize = 48;

/// Sections are rendered in groups, so that a change renders one group again, and the browser passes over those that
/// are not in view.
const GROUP: usize = 16;

/// Height of an item in CSS pixels.
const ITEM: usize = 30;

/// What the outline shows.
#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    /// The sections.
    pub sections: Rc<Vec<Section>>,
    /// The heading of the section where the reader is.
    pub here: Option<AnnotationId>,
    /// Whether headings are still looked for.
    pub is_looking: bool,
}

/// The outline.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let messages = use_messages();
    let sections = &props.sections;
    let filled = use_filling(sections.len(), 0, PIECE);
    html! {
        <>
            <h2 class="pane-title">{ messages.get("outline-title") }</h2>
            <div class="outline" role="list">
                for group in sections[..filled].chunks(GROUP) {
                    <Group key={group[0].heading.id.0} sections={group.to_vec()}
                        here={props.here.filter(|here| group.iter().any(|section| section.heading.id == *here))} />
                }
                if sections.is_empty() {
                    <div class="empty-note" role="listitem">{ messages.get(if props.is_looking { "outline-looking" } else { "outline-empty" }) }</div>
                }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    sections: Vec<Section>,
    here: Option<AnnotationId>,
}

#[component]
fn Group(GroupProps { sections, here }: &GroupProps) -> Html {
    let node = use_node_ref();
    use_height(node.clone(), sections.len() * ITEM);
    html! {
        <div class="items" role="presentation" ref={node}>
            for section in sections.iter() {
                <div role="listitem" key={section.heading.id.0}>
                    <OutlineItem section={section.clone()} is_here={*here == Some(section.heading.id)} />
                </div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OutlineItemProps {
    section: Section,
    is_here: bool,
}

#[component]
fn OutlineItem(OutlineItemProps { section, is_here }: &OutlineItemProps) -> Html {
    let messages = use_messages();
    let dispatch = use_shell().dispatch;
    let heading: AnnotationId = section.heading.id;
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::SelectInList(heading));
        dispatch.emit(Action::ShowDrawer(false));
    });
    let is_done = section.pending == 0;
    let percent = ((section.total - section.pending) * 100)
        .checked_div(section.total)
        .unwrap_or(100);
    let label = match is_done {
        true => messages.with("outline-done", &[("title", section.heading.title.to_string().into())]),
        false => messages.with(
            "outline-pending",
            &[
                ("title", section.heading.title.to_string().into()),
                ("n", section.pending.into()),
            ],
        ),
    };
    html! {
        <button class={format!("outline-item level-{}", section.heading.level.min(4))} data-testid="outline-item" data-level={section.heading.level.to_string()}
            aria-current={is_here.then_some("location")} aria-label={label} title={section.heading.title.clone()} {onclick}>
            <span class="clipped">{ section.heading.title.clone() }</span>
            if is_done {
                { icon(Icon::Check) }
            } else {
                <span class="count number">{ section.pending }</span>
                <svg class="dial" viewBox="0 0 14 14" aria-hidden="true">
                    <circle class="track" cx="7" cy="7" r="5.2" />
                    <circle class="done" cx="7" cy="7" r="5.2" pathLength="100" stroke-dasharray={format!("{percent} 100")} />
                </svg>
            }
        </button>
    }
}
