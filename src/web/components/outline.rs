//! The outline: sections with what is left to decide in each.

use std::rc::Rc;

use yew::prelude::*;

use super::filling::use_filling;
use super::icon::{Icon, icon};
use crate::annotate::AnnotationId;
use crate::web::document::Section;
use crate::web::i18n::use_messages;
use crate::web::shell::use_shell;
use crate::web::state::Action;

/// Sections that are there at once, and that come with each piece after them.
const PIECE: usize = 48;

/// What the outline shows.
#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    /// The sections.
    pub sections: Rc<Vec<Section>>,
    /// The heading of the section where the reader is.
    pub here: Option<AnnotationId>,
}

/// The outline.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let messages = use_messages();
    let filled = use_filling(props.sections.len(), PIECE);
    html! {
        <>
            <h2 class="pane-title">{ messages.get("outline-title") }</h2>
            <ol class="outline">
                for section in props.sections[..filled].iter() {
                    <li key={section.heading.0}>
                        <OutlineItem section={section.clone()} is_here={props.here == Some(section.heading)} />
                    </li>
                }
                if props.sections.is_empty() {
                    <li class="empty-note">{ messages.get("outline-empty") }</li>
                }
            </ol>
        </>
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
    let heading: AnnotationId = section.heading;
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::SelectInList(heading));
        dispatch.emit(Action::ShowDrawer(false));
    });
    let is_done = section.pending == 0;
    let percent = ((section.total - section.pending) * 100)
        .checked_div(section.total)
        .unwrap_or(100);
    let label = match is_done {
        true => messages.with("outline-done", &[("title", section.title.to_string().into())]),
        false => messages.with(
            "outline-pending",
            &[
                ("title", section.title.to_string().into()),
                ("n", section.pending.into()),
            ],
        ),
    };
    html! {
        <button class={format!("outline-item level-{}", section.level.min(4))} data-testid="outline-item" data-level={section.level.to_string()}
            aria-current={is_here.then_some("location")} aria-label={label} title={section.title.clone()} {onclick}>
            <span class="clipped">{ section.title.clone() }</span>
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
